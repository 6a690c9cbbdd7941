"""Scores count from needle-out, are never early, and who only collects them works blind."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from mbb_desktop.clinical.response import BEFORE, Mode, Series
from mbb_desktop.ui.pain_panel import PainPanel
from tests.ui.editing import Editing, Scene, editing
from tests.ui.rooms import NURSE

LEFT, RIGHT, OVERALL = Series.LEFT, Series.RIGHT, Series.OVERALL


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Editing]:
    with editing(tmp_path, Scene(charted=True)) as opened:
        opened.keys("f5")
        yield opened


def pain(at: Editing) -> PainPanel:
    return at.editor.work.pain


def test_columns_carry_real_times_and_open_when_they_come_and_rows_are_the_sides(at: Editing) -> None:
    facts = pain(at).grid.facts()
    heads = [(head.above, head.below) for head in facts.heads]
    assert heads[:4] == [("Pre", ""), ("10:46", "15 min"), ("11:01", "30 min"), ("11:31", "1 h")]
    assert heads[-2:] == [("22:31", "12 h"), ("25-Nov", "24 h")]
    assert len(heads) == 13
    assert facts.rows == (LEFT, RIGHT, OVERALL)
    assert "NRS, low back, on extension" in [label.text() for label in pain(at).findChildren(QLabel)]
    box = pain(at).grid.boxes[LEFT, 60]
    assert not box.isEnabled()
    assert box.toolTip() == "due 11:31"
    assert pain(at).count_text() == "0 readings in, next due 11:31"
    at.clock.forward(27)
    pain(at).refresh()
    assert pain(at).grid.boxes[LEFT, 60].isEnabled()
    at.keys("f2")
    at.editor.levels.entry.selectAll()
    at.hands.type("45 l")
    assert pain(at).grid.facts().rows == (LEFT, OVERALL)


def test_scores_are_stored_with_time_and_author_copied_undone_and_tell_which_is_enough(at: Editing) -> None:
    at.keys("6", "1", "enter")
    before, after = at.scores().readings
    assert (before.slot, before.score, after.slot, after.score) == (BEFORE, Decimal(6), 15, Decimal(1))
    assert f"{after.at:%H:%M}" == "10:46"
    assert (after.entered_by, after.mode) == ("Dr Okafor", Mode.IN_CLINIC)
    facts = pain(at).grid.facts()
    assert facts.end_title == "80 % is"
    assert facts.ends[LEFT] == "1 or less"
    pain(at).grid.boxes[RIGHT, BEFORE].setFocus()
    at.hands.type("=")
    assert [r.score for r in at.scores().readings if r.series is RIGHT] == [Decimal(6), Decimal(1)]
    at.keys("ctrl+z")
    assert [r.score for r in at.editor.draft.response.readings] == [Decimal(6), Decimal(1)]
    pain(at).grid.boxes[RIGHT, BEFORE].setFocus()
    at.hands.type("4")
    assert pain(at).grid.facts().ends[RIGHT] == "0"
    at.keys("ctrl+z")
    assert [r.score for r in at.editor.draft.response.readings] == [Decimal(6), Decimal(1)]


def test_without_needle_out_only_the_score_before_is_open(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(room_used=False)) as at:
        grid = pain(at).grid
        assert grid.boxes[OVERALL, BEFORE].isEnabled()
        assert grid.boxes[OVERALL, 15].toolTip() == "needs the needle-out time"


def test_a_score_entered_long_after_its_time_asks_how_it_was_learned(at: Editing) -> None:
    at.clock.forward(600)
    at.keys("f5")
    pain(at).refresh()
    at.editor.work.pain.grid.boxes[OVERALL, 60].setFocus()
    at.hands.type("3")
    assert at.scores().readings == ()
    assert pain(at).problem().startswith("How was this score learned?")
    pain(at).mode.set_value(Mode.PAPER_DIARY)
    at.editor.work.pain.grid.boxes[OVERALL, 60].setFocus()
    at.hands.type("3")
    assert [reading.mode for reading in at.scores().readings] == [Mode.PAPER_DIARY]


def test_a_score_asked_at_another_minute_stands_under_that_minute_however_odd(at: Editing) -> None:
    at.clock.forward(5)
    at.keys("6")
    pain(at).grid.boxes[OVERALL, 30].setFocus()
    at.hands.type("3")
    heads = {head.slot: (head.above, head.below) for head in pain(at).grid.facts().heads}
    assert (heads[15], heads[30]) == (("10:46", "15 min"), ("11:10", "39 min"))
    reading = at.scores().reading(OVERALL, 30)
    assert reading is not None
    assert f"{reading.at:%H:%M}" == "11:10"
    at.clock.forward(93)
    pain(at).refresh()
    pain(at).grid.boxes[OVERALL, 120].setFocus()
    at.hands.type("3")
    assert {head.slot: head.below for head in pain(at).grid.facts().heads}[120] == "2:12 h"


def test_the_physician_sees_threshold_window_and_verdict(at: Editing) -> None:
    at.clock.forward(8 * 60)
    pain(at).mode.set_value(Mode.PAPER_DIARY)
    at.keys("f5")
    for slot, score in zip((BEFORE, 15, 30, 60, 120, 180, 240, 300, 360, 420), "7000000067", strict=True):
        pain(at).grid.boxes[OVERALL, slot].setFocus()
        at.hands.type(score)
    said = pain(at).verdict.text()
    assert said.startswith("Overall: positive")
    assert "80 % or more from 15 min to 5 h" in said
    assert "BUPivacaine" in said
    assert "US-MEDICARE-FACET" in said


def test_a_nurse_scores_without_threshold_verdict_or_earlier_scores(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(user=NURSE)) as at:
        at.keys("f5", "7", "1", "enter")
        facts = pain(at).grid.facts()
        assert (facts.end_title, facts.ends) == ("", {})
        assert pain(at).verdict.isHidden()
        assert pain(at).grid.boxes[OVERALL, BEFORE].shown() == "7", "what she typed herself stays"
        at.clock.forward(30)
        again = PainPanel(at.editor.draft, at.editor.work.pain._visit, blind=True)
        assert again.grid.boxes[OVERALL, BEFORE].shown() == "✓"
        again.deleteLater()


def at_fifty_one_minutes(at: Editing) -> None:
    """3 was entered at 31 minutes; twenty minutes later somebody clicks on it."""
    out = at.editor.draft.block.needle_out
    assert out is not None
    at.clock.at = out + timedelta(minutes=31)
    pain(at).refresh()
    pain(at).grid.boxes[OVERALL, 30].setFocus()
    at.hands.type("3")
    at.clock.forward(20)
    pain(at).refresh()
    at.hands.click(pain(at).grid.boxes[OVERALL, 30])


def test_a_corrected_score_keeps_its_minute_and_one_erased_and_left_is_asked_anew(at: Editing) -> None:
    at_fifty_one_minutes(at)
    for keys in (("backspace", "2"), ("delete", "backspace", "3"), ("2",)):
        at.hands.click(pain(at).grid.boxes[OVERALL, 30])
        at.keys(*keys)
        (reading,) = at.scores().readings
        assert (reading.score, f"{reading.at:%H:%M}") == (Decimal(keys[-1]), "11:02")
    at.hands.click(pain(at).grid.boxes[OVERALL, 30])
    at.keys("backspace")
    pain(at).grid.boxes[OVERALL, BEFORE].setFocus()
    assert at.scores().readings == ()
    pain(at).grid.boxes[OVERALL, 30].setFocus()
    at.hands.type("2")
    (reading,) = at.scores().readings
    assert f"{reading.at:%H:%M}" == "11:22"
