"""A day's list as CSV: columns under any usual head, days never guessed, and a sentence for what is wrong."""

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mbb_desktop.interop.budget import Unreadable
from mbb_desktop.interop.day_list_file import (
    SYNONYMS,
    Head,
    ListedBlock,
    mended,
    read_day_list,
    written_back,
)
from mbb_desktop.interop.sheets import Sheet, csv_bytes

TODAY = date(2026, 11, 24)
HEADS = "MRN,family name,given name,birth date,levels,side,day,time,room"
GOOD = "004 1187,Marsh,Eleanor,1961-03-14,45 51,b,2026-11-30,10:20,Room 2"


def rows(*lines: str, heads: str = HEADS, day_first: bool | None = None) -> tuple[ListedBlock, ...]:
    return read_day_list("\n".join((heads, *lines)).encode(), TODAY, day_first=day_first).rows


def row(line: str, heads: str = HEADS, day_first: bool | None = None) -> ListedBlock:
    return rows(line, heads=heads, day_first=day_first)[0]


def test_a_whole_row_is_read() -> None:
    read = row(GOOD)
    assert (read.mrn, read.family, read.given, read.born) == (
        "004 1187",
        "Marsh",
        "Eleanor",
        date(1961, 3, 14),
    )
    assert (read.levels, read.day, read.at, read.room) == (
        "45 51 b",
        date(2026, 11, 30),
        time(10, 20),
        "Room 2",
    )
    assert (read.problems, read.line) == ((), 2)


def test_other_heads_name_the_same_columns() -> None:
    heads = "Fecha;HORA;Paciente;Fecha de nacimiento;Historia;Niveles;Lado"
    read = row("30.11.2026;8:05;PEÑA, Ana;14.03.1961;7;L45;izquierda", heads)
    assert (read.family, read.given, read.levels, read.at) == ("PEÑA", "Ana", "L45 l", time(8, 5))
    assert (read.born, read.day) == (date(1961, 3, 14), date(2026, 11, 30))


def test_no_head_stands_for_two_columns() -> None:
    words = [word for said in SYNONYMS.values() for word in said.split("|")]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("heads", "words"),
    [
        ("MRN,family name,levels,day", "birth date"),
        ("MRN,birth date,levels,day", "family name"),
        (f"{HEADS},DOB", "Two columns are the birth date"),
    ],
)
def test_a_column_that_is_missing_or_twice_is_named(heads: str, words: str) -> None:
    with pytest.raises(Unreadable, match=words):
        rows("1", heads=heads)


def test_a_day_with_two_meanings_is_asked_and_never_guessed() -> None:
    line = GOOD.replace("2026-11-30", "04/12/2026")
    asked = row(line)
    assert asked.asks_order
    assert asked.day is None
    assert "two days" in asked.problems[0]
    assert row(line, day_first=True).day == date(2026, 12, 4)
    assert row(line, day_first=False).day == date(2026, 4, 12)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("30-Nov-2026", date(2026, 11, 30)),
        ("20261130", date(2026, 11, 30)),
        ("11/11/2026", date(2026, 11, 11)),
    ],
)
def test_a_day_with_one_meaning_is_read_whatever_the_order(written: str, day: date) -> None:
    for order in (None, True, False):
        assert row(GOOD.replace("2026-11-30", written), day_first=order).day == day


@pytest.mark.parametrize(("written", "day_first"), [("30.11.26", True), ("11/30/2026", False)])
def test_a_day_that_only_the_other_order_has_is_a_problem_once_the_order_is_said(
    written: str, day_first: bool
) -> None:
    line = GOOD.replace("2026-11-30", written)
    assert row(line).day == row(line, day_first=day_first).day == date(2026, 11, 30)
    other = row(line, day_first=not day_first)
    assert other.day is None
    assert other.problems == (
        "The day is no day in the order said above. Write it as 2026-11-24 or 24 Nov 2026.",
    )


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("8:05", time(8, 5)),
        ("08:05:00", time(8, 5)),
        ("0805", time(8, 5)),
        ("805", time(8, 5)),
        ("8.05", time(8, 5)),
        ("2:15 p.m.", time(14, 15)),
        ("2.15pm", time(14, 15)),
        ("10:20 h", time(10, 20)),
        ("10.5", None),
        ("0.25", None),
        ("10:5", None),
        ("10.25.5", None),
        ("10", None),
        ("24.00", None),
    ],
)
def test_a_time_is_hours_and_minutes_and_no_fraction(written: str, at: time | None) -> None:
    assert row(GOOD.replace("10:20", written)).at == at


@pytest.mark.parametrize("sign", ";,")
def test_a_side_beside_other_sides_is_a_problem_until_the_levels_are_typed_anew(sign: str) -> None:
    def read(levels: str, side: str) -> ListedBlock:
        return row(GOOD.replace("45 51,b", f'"{levels}",{side}'))

    twice = "The side is said twice, and not the same. Write it with the levels only."
    assert read(f"L4-5 r{sign} L5-S1", "left").problems == (twice,)
    assert read(f"L4-5 r{sign} L5-S1 l", "izquierda").problems == (twice,)
    assert read(f"L4-5 r{sign} L5-S1", "Right").problems == ()
    mended = read(f"L4-5 r{sign} L5-S1", "left").with_levels("L4-5 r, L5-S1 l")
    assert mended.problems == ()
    assert mended.with_levels(" ").problems == ("The levels are missing.",)


def test_day_and_time_may_stand_in_one_cell() -> None:
    read = row("1,Marsh,1961-03-14,L45 b,2026-11-30T08:05", "MRN,family,dob,levels,start")
    assert (read.day, read.at, read.problems) == (date(2026, 11, 30), time(8, 5), ())


@pytest.mark.parametrize(
    ("was", "now", "sentence"),
    [
        ("004 1187", "", "The MRN is missing."),
        ("Marsh", "", "The name is missing."),
        ("45 51", "", "The levels are missing."),
        ("10:20", "", "The time is missing."),
        ("10:20", "25:00", "The time is not understood. Write hours and minutes, for example 10:20."),
        ("1961-03-14", "03-61", "The birth date is not understood. Write it as 2026-11-24 or 24 Nov 2026."),
        ("2026-11-30", "", "The day is missing."),
        ("Room 2", "a\x07b", "The text holds a control character. Delete it, or type the text by hand."),
    ],
)
def test_what_is_wrong_is_said(was: str, now: str, sentence: str) -> None:
    assert row(GOOD.replace(was, now)).problems == (sentence,)


def test_a_text_that_a_spreadsheet_would_run_is_text() -> None:
    read = row(GOOD.replace("Marsh", "=1+1").replace("Room 2", "'@SUM(A1)"))
    assert (read.family, read.room) == ("=1+1", "@SUM(A1)")


def test_too_many_cells_are_not_shifted_into_others() -> None:
    assert "more cells" in row(GOOD + ",one more").problems[0]


CELL = st.text(st.sampled_from("0123456789/-. :aplLmTb=\"',é"), max_size=10)


@settings(max_examples=80, deadline=None)
@given(st.lists(CELL, min_size=9, max_size=9), st.sampled_from([None, True, False]))
def test_no_row_does_more_than_be_read_or_told_what_is_wrong(cells: list[str], order: bool | None) -> None:
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    for read in rows(quoted, GOOD, day_first=order):
        whole = read.born and read.day and read.at and read.mrn and read.levels and (read.family or read.name)
        assert bool(whole) == (not [said for said in read.problems if "said twice" not in said])


def test_every_head_is_written_back_under_a_name_that_is_read() -> None:
    assert {head.value for head in Head} <= {
        word for said in SYNONYMS.values() for word in said.split("|")
    } | {"MRN"}


def test_rows_come_back_with_what_is_wrong_and_nothing_is_lost() -> None:
    heads = f"{HEADS},remark,problem"
    read = row(GOOD.replace("1187", "9") + ",=call first,old words", heads)
    assert read.problems == ()
    back = written_back(tuple(heads.split(",")), [(read.with_levels("L45 l"), ("Unknown.", "Mend it."))])
    again = read_day_list(back, TODAY)
    assert again.columns == (*HEADS.split(","), "remark", "problem")
    assert again.rows[0].levels == "L45 l"
    assert again.rows[0].cells[-2:] == ("=call first", "Unknown. Mend it.")
    assert b"'=call first" in back


def test_a_mended_row_is_read_again_and_written_back() -> None:
    columns = ("MRN", "family name", "given name", "birth date", "levels", "side", "start")
    cells = ("1", "Marsh", "Eleanor", "14 Mar 1961", "45", "b", "2026-11-30 25:00")
    data = csv_bytes(Sheet("rows", columns, (cells,)))
    (read,) = read_day_list(data, TODAY).rows
    assert read.problems == ("The time is not understood. Write hours and minutes, for example 10:20.",)
    typed = {Head.MRN: "004 1187", Head.TIME: "10:20"}
    again = mended(columns, read.with_levels("51 r"), typed, TODAY)
    assert (again.mrn, again.at, again.levels, again.problems) == ("004 1187", time(10, 20), "51 r", ())
    assert b"004 1187" in (back := written_back(columns, [(again, ())]))
    assert b"2026-11-30 10:20" in back
