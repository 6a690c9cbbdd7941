"""The draft behind the editor and the room: nothing signed moves, and what is given up is said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.block import Block, BlockState, Item, Vitals, VitalsWhen
from mbb_desktop.clinical.charting import entered
from mbb_desktop.clinical.response import Mode, Reading, Response, Series
from mbb_desktop.clinical.scoring import Scored, with_score
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.record_block import read_block, save_draft
from mbb_desktop.workflow.recovery import record_recovery
from tests.ui.editing import Editing, editing
from tests.ui.rooms import NURSE, PIN


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Editing]:
    with editing(tmp_path) as opened:
        yield opened


def score(at: Editing, number: int) -> None:
    draft = at.editor.draft
    scored = Scored(Series.OVERALL, 15, Decimal(number), Mode.IN_CLINIC)
    draft.change_scores(with_score(draft.response, draft.block, scored, draft.author()))


def signed(at: Editing) -> tuple[Block, Response]:
    """Both papers signed; the editor knows the block and the response as they are stored."""
    at.charted()
    score(at, 2)
    block, response = at.stored(), at.scores()
    sign_note(at.desk(), block, PIN)
    with at.desk().change("response signed", block.patient_id) as change:
        response = change.save(replace(response, signed_at=at.clock()))
    return read_block(at.desk(), block.id), response


def test_undo_leaves_a_signed_response_as_it_is(at: Editing) -> None:
    block, response = signed(at)
    undo, redo = at.editor.draft.steps()
    at.editor.draft.stored(block, response)
    assert not at.editor.draft.can_undo(), "nothing of before a signature can be undone"
    at.editor.draft.restore_steps(undo, redo)
    for _step in undo:
        at.editor.draft.undo()
    assert at.editor.draft.response == response
    assert at.editor.draft.is_saved()


def recovery(at: Editing, pulse: int) -> Vitals:
    return Vitals(at.clock(), VitalsWhen.RECOVERY, pulse=pulse)


def pulses(block: Block, when: VitalsWhen = VitalsWhen.RECOVERY) -> list[int | None]:
    return [taken.pulse for taken in block.vitals if taken.when is when]


def with_vitals(at: Editing, *vitals: Vitals) -> Block:
    return entered(replace(at.editor.draft.block, vitals=vitals), Item.VITALS, at.editor.draft.author())


def test_recovery_typed_while_the_note_is_signed_is_kept_in_any_order(at: Editing) -> None:
    before = Vitals(at.clock() - timedelta(hours=1), VitalsWhen.BEFORE, pulse=70)
    at.charted()
    at.editor.draft.change(with_vitals(at, recovery(at, 80), before))
    sign_note(at.desk(), at.stored(), PIN)
    at.editor.draft.change(with_vitals(at, recovery(at, 88), before))
    at.editor.draft.look_again()
    stored = at.stored()
    assert (stored.state, pulses(stored), pulses(stored, VitalsWhen.BEFORE)) == (
        BlockState.SIGNED,
        [88],
        [70],
    )
    assert at.editor.collision_bar.isHidden()


@pytest.mark.parametrize(("mine", "kept"), [(True, 88), (False, 66)], ids=["mine", "theirs"])
def test_recovery_that_two_changed_around_the_signature_is_a_question(
    at: Editing, mine: bool, kept: int
) -> None:
    at.charted()
    at.editor.draft.change(with_vitals(at, recovery(at, 80)))
    sign_note(at.desk(), at.stored(), PIN)
    block = read_block(at.desk(), at.editor.draft.block.id)
    record_recovery(at.desk(NURSE), block, replace(block, vitals=(recovery(at, 66),)))
    at.editor.draft.change(with_vitals(at, recovery(at, 88)))
    at.editor.draft.look_again()
    bar = at.editor.collision_bar
    assert not bar.isHidden()
    (bar.mine_chosen if mine else bar.theirs_chosen).emit()
    assert pulses(at.stored()) == [kept]
    assert pulses(at.editor.draft.block) == [kept]
    assert bar.isHidden()


def said(at: Editing) -> str:
    texts = [getattr(widget, "text", None) for widget in at.window.findChildren(QWidget)]
    return " ".join(str(text()) for text in texts if callable(text))


def test_the_editor_says_what_a_signature_elsewhere_left_out(at: Editing) -> None:
    at.charted()
    sign_note(at.desk(), at.stored(), PIN)
    at.editor.draft.change(replace(at.editor.draft.block, plan="second block"))
    at.editor.draft.look_again()
    assert "What you changed after that is not in it" in said(at)


def test_mine_replaces_what_somebody_saved_while_mine_was_on_its_way(at: Editing) -> None:
    draft = at.editor.draft
    base = at.stored()
    save_draft(at.desk(NURSE), base, replace(base, vitals=(recovery(at, 66),)))
    draft.change(replace(draft.block, vitals=(recovery(at, 88),)))
    draft.save_now()
    at.editor.collision_bar.mine_chosen.emit()
    assert pulses(at.stored()) == [88]


def test_scores_that_two_entered_are_kept_as_mine_was(at: Editing) -> None:
    draft = at.editor.draft
    base = draft.response
    theirs = Reading(Series.OVERALL, 15, at.clock(), Decimal(5))
    with at.desk(NURSE).store.draft(NURSE, at=at.clock()) as change:
        change.save(replace(base, readings=(theirs,)))
    score(at, 2)
    draft.save_now()
    at.editor.collision_bar.mine_chosen.emit()
    assert [reading.score for reading in at.scores().readings] == [Decimal(2)]
