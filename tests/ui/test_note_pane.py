"""The live note follows the fields, leads to them, and names what is not recorded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.block import Item
from mbb_desktop.ui.level_text import contradiction
from mbb_desktop.ui.note_pane import NotePane
from tests.ui.editing import Editing, Scene, editing


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Editing]:
    with editing(tmp_path) as opened:
        yield opened


def pane(at: Editing) -> NotePane:
    return at.editor.note


def press(at: Editing, source: str) -> None:
    pane(at).text.anchorClicked.emit(QUrl(f"field:{source}"))


def test_the_note_counts_what_is_missing_and_follows_a_moment_after_the_change(
    at: Editing, qtbot: QtBot
) -> None:
    made = pane(at).note()
    assert made is not None
    assert pane(at).gaps_text() == f'{len(made.not_recorded)} facts print as "not recorded"'
    assert "consent" in pane(at).text.toPlainText().split("Not recorded")[1]
    pane(at)._timer.setInterval(60_000)  # the moment ends when this test says so
    at.keys("45 51 b")
    assert "Levels and side not recorded" in pane(at).text.toPlainText()
    pane(at)._timer.setInterval(1)
    said = "Bilateral L4-5 and L5-S1 facet joints"
    qtbot.waitUntil(lambda: said in pane(at).text.toPlainText(), timeout=20_000)
    nothing_done_is_said_before_somebody_accepts_it(at)


def nothing_done_is_said_before_somebody_accepts_it(at: Editing) -> None:
    at.keys("enter", "2")
    pane(at).refresh_now()
    assert "spiration" not in pane(at).text.toPlainText().split("Not recorded")[0]
    at.keys("f9")
    pane(at).refresh_now()
    assert "spiration" in pane(at).text.toPlainText().split("Not recorded")[0]


def test_every_sentence_and_every_gap_leads_to_its_field(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(charted=True)) as at:
        added_text_stands_beside_the_note_with_its_author(at)
        press(at, "block.joints")
        assert at.focused() is at.editor.levels.entry
        press(at, "block.fluoroscopy.seconds")
        assert at.focused() is at.editor.work.times.seconds.line
        press(at, "block.needle_out")
        assert at.focused() is at.editor.work.times.needle_out.line
        press(at, "block.consent.about")
        assert at.place() == "consent.about"
        at.keys("esc")
        assert at.focused() is at.editor.work.strip.chips[Item.CONSENT]
        press(at, "block.plan")
        assert at.editor.work.is_more_open()
        assert at.place() == "plan"
        made = pane(at).note()
        assert made is not None
        gaps = [gap.source for gap in made.not_recorded if gap.source.startswith("block.")]
        assert gaps
        assert [gap for gap in gaps if not at.editor.work.go_to_path(gap.removeprefix("block."))] == []


def added_text_stands_beside_the_note_with_its_author(at: Editing) -> None:
    pane(at).open_additions()
    at.hands.type("difficult access")
    at.keys("tab", "space")
    (addition,) = at.stored().additions
    assert (addition.text, addition.by) == ("difficult access", "Dr Okafor")
    pane(at).refresh_now()
    assert "difficult access" in pane(at).text.toPlainText()


def test_a_contradicting_side_or_level_is_said(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(planned="45 l")) as at:
        at.keys("45 l")
        block = at.editor.draft.block
        assert contradiction("The right side was sore.", block) == "The text says right; the record has left."
        assert contradiction("Both sides were sore.", block).startswith("The text says both sides")
        assert contradiction("L3-4 was spared.", block) == "The text names L3-4, which is not recorded."
        assert contradiction("The left L4-5 joint was stiff.", block) == ""


def test_in_a_narrow_window_the_note_lies_over_the_work(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(size=(1280, 720))) as at:
        assert pane(at).isHidden()
        at.keys("f6")
        assert not pane(at).isHidden()
        assert at.focused() is pane(at).text
        at.keys("esc")
        assert pane(at).isHidden()
        assert not at.editor.isHidden()
