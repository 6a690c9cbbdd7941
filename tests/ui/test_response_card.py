"""The response is concluded by the physician, apart from what is computed."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from mbb_desktop.clinical.charting import Author
from mbb_desktop.clinical.response import BEFORE, SLOTS, Conclusion, Mode, Series
from mbb_desktop.clinical.scoring import Scored, with_score
from mbb_desktop.ui.response_card import ResponseCard
from mbb_desktop.workflow.follow_up import response_of, save_scores
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.keep_patients import open_chart
from mbb_desktop.workflow.record_block import read_block
from tests.ui.editing import Editing, Scene, editing
from tests.ui.rooms import PHYSICIAN, PIN

POSITIVE = (7, 0, 0, 0, 0, 0, 0, 0, 0, 6, 7, 7, 7)


@contextmanager
def concluding(
    folder: Path, scores: tuple[int, ...], *, twin: bool = False
) -> Iterator[tuple[Editing, ResponseCard]]:
    """The note is signed, a day has passed, and the diary is in."""
    with editing(folder, Scene(twin=twin)) as at:
        at.charted()
        block = at.stored()
        sign_note(at.desk(), block, PIN)
        at.clock.forward(25 * 60)
        author = Author(PHYSICIAN.id, PHYSICIAN.called, at.clock())
        base = response = response_of(at.desk(), block)
        for slot, score in zip((BEFORE, *SLOTS), scores, strict=False):
            scored = Scored(Series.OVERALL, slot, Decimal(score), Mode.PAPER_DIARY)
            response = with_score(response, block, scored, author)
        save_scores(at.desk(), base, response)
        chart, block = open_chart(at.desk(), block.patient_id), read_block(at.desk(), block.id)
        card = ResponseCard(at.window, at.session, chart, block)
        card.open()
        QTest.qWaitForWindowActive(card)
        yield at, card
        if isValid(card):
            card.dismiss()


def words(card: ResponseCard) -> str:
    return " | ".join(label.text() for label in card.findChildren(QLabel))


def test_the_computed_value_stands_there_and_a_conclusion_is_signed_with_the_pin(tmp_path: Path) -> None:
    with concluding(tmp_path, POSITIVE) as (at, card):
        shown = words(card)
        assert "Overall: Positive" in shown
        assert "80 % or more from 15 min to 6 h" in shown
        assert "US-MEDICARE-FACET" in shown
        assert "Sides were not rated separately." in shown
        assert card.conclusion.value() is None
        assert not card.sign.isEnabled()
        card.conclusion.set_value(Conclusion.NEGATIVE)
        card.conclusion.edited.emit()
        assert card.missing() == "Your conclusion differs from the computed value. Write why."
        card.reason.set_value("another pain was scored")
        card.reason.edited.emit()
        assert card.missing() == ""
        assert card.sign.isEnabled()
        card.conclusion.set_value(Conclusion.POSITIVE)
        card.conclusion.edited.emit()
        assert card.missing() == ""
        card.pin.focus()
        at.keys("0000", "enter")
        assert card.pin.sentence().startswith("That is not your PIN.")
        assert response_of(at.desk(), at.editor.draft.block).signed_at is None
        at.keys(PIN, "enter")
        stored = response_of(at.desk(), at.editor.draft.block)
        assert stored.conclusion is Conclusion.POSITIVE
        assert stored.signed_at is not None


def test_with_a_similar_name_the_patient_is_asked_for_first(tmp_path: Path) -> None:
    with concluding(tmp_path, POSITIVE, twin=True) as (_at, card):
        card.conclusion.set_value(Conclusion.POSITIVE)
        card.conclusion.edited.emit()
        assert card.missing() == "Answer the question about the patient first."


def test_without_scores_it_says_what_is_missing(tmp_path: Path) -> None:
    with concluding(tmp_path, ()) as (_at, card):
        assert "score before the block" in words(card)
        assert not card.sign.isEnabled()
