"""Needle out and fluoroscopy: typed, stamped in the room, never filled in."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from mbb_desktop.clinical.block import DapUnit, HowEntered, Item, KermaUnit
from mbb_desktop.ui.times_panel import TimesPanel
from tests.ui.editing import Editing, Scene, editing


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Editing]:
    with editing(tmp_path, Scene(room_used=False)) as opened:
        yield opened


def times(at: Editing) -> TimesPanel:
    return at.editor.work.times


def test_without_a_stamp_needle_out_is_empty(at: Editing) -> None:
    assert times(at).needle_out.text() == ""
    assert at.stored().needle_out is None


def test_a_stamp_from_the_room_is_shown_with_who_gave_it(tmp_path: Path) -> None:
    with editing(tmp_path) as at:
        assert times(at).needle_out.text() == "10:31"
        assert times(at).source() == "stamped in room, RN Diaz"


@pytest.mark.parametrize(("typed", "ago"), [("n", 0), ("now", 0), ("-5", 5), ("-10", 10), ("1055", 10)])
def test_needle_out_is_now_minutes_ago_or_typed(at: Editing, typed: str, ago: int) -> None:
    at.go(Item.NEEDLE_OUT)
    at.hands.type(typed)
    at.keys("enter")
    assert at.stored().needle_out == at.clock() - timedelta(minutes=ago)
    entry = at.stored().entered(Item.NEEDLE_OUT)
    assert entry is not None
    assert entry.how is HowEntered.TYPED


def test_a_button_says_how_long_ago(at: Editing) -> None:
    times(at).needle_out_ago(5)
    assert times(at).needle_out.text() == "11:00"


def test_a_needle_out_that_has_not_come_is_refused_and_stays_on_the_screen(at: Editing) -> None:
    at.go(Item.NEEDLE_OUT)
    at.hands.type("1155")
    at.keys("tab")
    assert at.stored().needle_out is None
    assert times(at).needle_out.text() == "1155"
    assert times(at).problem() == "That time has not come yet. Check the time."


@pytest.mark.parametrize(("typed", "seconds"), [("42", 42), ("1:10", 70)])
def test_fluoroscopy_is_seconds_or_minutes_and_seconds(at: Editing, typed: str, seconds: int) -> None:
    at.keys("f4", typed, "enter")
    assert at.stored().fluoroscopy.seconds == seconds
    assert times(at).seconds.text() == str(seconds)


def test_zero_seconds_asks_whether_none_was_used(at: Editing) -> None:
    at.keys("f4", "0", "enter")
    assert at.stored().fluoroscopy.seconds is None
    assert times(at).seconds.text() == "0"
    assert at.focused() is times(at).none_used
    at.keys("space")
    assert (at.stored().fluoroscopy.seconds, at.stored().fluoroscopy.none_used) == (0, True)


def test_air_kerma_and_dap_keep_the_unit_in_which_they_were_entered(at: Editing) -> None:
    at.keys("f4", "42", "tab", "8.1", "tab", "1.2")
    assert at.stored().fluoroscopy.dap is None, "a number without a unit is no dose"
    at.keys("tab")
    assert times(at).problem() == "Pick the unit that the C-arm shows for the dose area product."
    times(at).dap_unit.picked.emit(DapUnit.GY_CM2)
    seen = at.stored().fluoroscopy
    assert (seen.air_kerma, seen.air_kerma_unit) == (Decimal("8.1"), KermaUnit.MGY)
    assert (seen.dap, seen.dap_unit) == (Decimal(1200), DapUnit.GY_CM2)
    assert times(at).dap.text() == "1.2"
    assert times(at).problem() == ""


def test_another_unit_changes_the_dose_and_not_the_number(at: Editing) -> None:
    at.keys("f4", "tab", "8.1", "enter")
    times(at).kerma_unit.picked.emit(KermaUnit.GY)
    assert at.stored().fluoroscopy.air_kerma == Decimal(8100)
    assert times(at).kerma.text() == "8.1"


def test_undo_brings_back_what_was_in_the_field(at: Editing) -> None:
    at.keys("f4", "42", "ctrl+z")
    assert times(at).seconds.text() == ""
    assert at.stored().fluoroscopy.seconds is None


def test_without_a_room_screen_the_time_out_asks_who_and_when(at: Editing) -> None:
    row = at.editor.work.time_out
    assert row.text() == "Time-out not recorded on a room screen"
    row.who.setFocus()
    row.who.set_value("M. Diaz, RN")
    at.keys("tab", "1030", "enter")
    assert row.text() == "Time-out 10:30, M. Diaz, RN, recorded after the procedure "
    held = at.stored().time_out
    assert held is not None
    assert held.led_by == "M. Diaz, RN"


def test_a_time_out_of_the_room_is_read_only(tmp_path: Path) -> None:
    with editing(tmp_path) as at:
        row = at.editor.work.time_out
        assert row.text() == "Time-out 10:24, M. Diaz, RN, room screen side and levels match the plan"
        assert row.who.isHidden() or not row.who.isVisible()
        at.keys("45 l")
        assert row.text().endswith("other side or levels than recorded now")
