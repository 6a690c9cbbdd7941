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


def typed(at: Editing, text: str, key: str) -> None:
    """Type a needle-out time over the one that is there."""
    at.go(Item.NEEDLE_OUT)
    times(at).needle_out.line.selectAll()
    at.hands.type(text)
    at.keys(key)


def test_needle_out_is_empty_now_minutes_ago_or_typed_and_never_to_come(at: Editing) -> None:
    assert times(at).needle_out.text() == ""
    assert at.stored().needle_out is None
    typed(at, "1155", "tab")
    assert at.stored().needle_out is None
    assert times(at).needle_out.text() == "1155"
    assert times(at).problem() == "That time has not come yet. Check the time."
    for text, ago in (("1055", 10), ("n", 0), ("-10", 10), ("now", 0), ("-5", 5)):
        typed(at, text, "enter")
        assert at.stored().needle_out == at.clock() - timedelta(minutes=ago), text
        entry = at.stored().entered(Item.NEEDLE_OUT)
        assert entry is not None
        assert entry.how is HowEntered.TYPED
    times(at).needle_out_ago(10)
    assert times(at).needle_out.text() == "10:55"


def test_stamp_and_time_out_of_the_room_are_shown_with_who_gave_them(tmp_path: Path) -> None:
    with editing(tmp_path) as at:
        assert times(at).needle_out.text() == "10:31"
        assert times(at).source() == "stamped in room, RN Diaz"
        row = at.editor.work.time_out
        assert row.text() == "Time-out 10:24, M. Diaz, RN, room screen side and levels match the plan"
        assert row.who.isHidden() or not row.who.isVisible()
        at.keys("45 l")
        assert row.text().endswith("other side or levels than recorded now")


def test_fluoroscopy_is_seconds_or_minutes_and_seconds_and_can_be_undone(at: Editing) -> None:
    at.keys("f4", "42", "ctrl+z")
    assert times(at).seconds.text() == ""
    assert at.stored().fluoroscopy.seconds is None
    for text, seconds in (("42", 42), ("1:10", 70)):
        at.keys("f4")
        times(at).seconds.line.selectAll()
        at.keys(text, "enter")
        assert at.stored().fluoroscopy.seconds == seconds
        assert times(at).seconds.text() == str(seconds)


def test_zero_seconds_and_a_missing_time_out_are_asked_about(at: Editing) -> None:
    at.keys("f4", "0", "enter")
    assert at.stored().fluoroscopy.seconds is None
    assert times(at).seconds.text() == "0"
    assert at.focused() is times(at).none_used
    at.keys("space")
    assert (at.stored().fluoroscopy.seconds, at.stored().fluoroscopy.none_used) == (0, True)
    row = at.editor.work.time_out
    assert row.text() == "Time-out not recorded on a room screen"
    row.who.setFocus()
    row.who.set_value("M. Diaz, RN")
    at.keys("tab", "1030", "enter")
    assert row.text() == "Time-out 10:30, M. Diaz, RN, not recorded on a room screen "
    held = at.stored().time_out
    assert held is not None
    assert held.led_by == "M. Diaz, RN"


def test_air_kerma_and_dap_keep_the_number_and_the_unit_in_which_they_were_entered(at: Editing) -> None:
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
    times(at).kerma_unit.picked.emit(KermaUnit.GY)
    assert at.stored().fluoroscopy.air_kerma == Decimal(8100)
    assert times(at).kerma.text() == "8.1"
