"""Lots and recalls: found in any spelling, in every chart of a person, audited in each, and saved."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mbb_desktop.clinical.block import Block, Drug, DrugUse
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage.lots import LotQuery
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.export_figures import Form, NoReason
from mbb_desktop.workflow.find_lots import NothingAsked, export_lots, find_lots
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.merge_patients import merge_patients
from mbb_desktop.workflow.read_audit import chart_trail
from mbb_desktop.workflow.record_block import discard_draft, save_draft, start_block
from tests.workflow.conftest import NOW, Desks, lumbar_course, somebody, statements


def given(desks: Desks, patient: Patient, lot: str, expires_on: date | None = None, **other: str) -> Block:
    desk = desks.of("physician")
    block = start_block(desk, save_course(desk, lumbar_course(patient)))
    drug = Drug(DrugUse.TARGET, other.get("agent", "bupivacaine"), lot=lot, expires_on=expires_on)
    return save_draft(desk, block, replace(block, drugs=(drug,)))


def lots(desks: Desks, query: LotQuery) -> list[str]:
    return sorted(use.lot for use in find_lots(desks.of("nurse"), query).uses)


@pytest.fixture
def marsh(desks: Desks) -> Patient:
    return save_patient(desks.of("physician"), somebody())


def test_a_lot_is_found_in_any_spelling_and_by_its_beginning(desks: Desks, marsh: Patient) -> None:
    for lot in ("B-123 45", "b12345", "B123456", "C1"):
        given(desks, marsh, lot)
    assert lots(desks, LotQuery(lot="b123-45")) == ["B-123 45", "B123456", "b12345"]
    assert lots(desks, LotQuery(lot="b123-45", whole=True)) == ["B-123 45", "b12345"]
    assert lots(desks, LotQuery(lot="123")) == []
    assert lots(desks, LotQuery(lot="-")) == []


def test_drug_days_and_expiry_narrow_it(desks: Desks, marsh: Patient) -> None:
    yesterday, today = NOW.date() - timedelta(days=1), NOW.date()
    given(desks, marsh, "old", yesterday)
    given(desks, marsh, "last day", today)
    given(desks, marsh, "other", agent="lidocaine")
    assert lots(desks, LotQuery(expired=True)) == ["old"]
    assert lots(desks, LotQuery(agent="Lido")) == ["other"]
    assert lots(desks, LotQuery(agent="100%")) == []
    assert lots(desks, LotQuery(agent="b", first=today, last=today)) == ["last day", "old"]
    assert lots(desks, LotQuery(agent="b", last=yesterday)) == []
    with pytest.raises(NothingAsked):
        find_lots(desks.of("nurse"), LotQuery(first=today))


def test_every_record_of_a_person_is_in_it_and_what_was_put_away_is_not(desks: Desks, marsh: Patient) -> None:
    desk = desks.of("physician")
    other = save_patient(desk, somebody(mrn="99"), although_known=True)
    given(desks, marsh, "X1")
    given(desks, other, "X1")
    discard_draft(desk, given(desks, marsh, "X1"))
    merge_patients(desk, marsh, other, "same person")
    found = find_lots(desks.of("nurse"), LotQuery(lot="x1"))
    assert (len(found.uses), found.people) == (2, 1)
    assert found.uses[0].whose == "A. Okafor"


def test_a_recall_says_how_many_uses_have_no_lot(desks: Desks, marsh: Patient) -> None:
    nurse = desks.of("nurse")
    for lot, agent in (("X1", "lidocaine"), ("", "lidocaine"), ("", "lidocaine"), ("", "iohexol")):
        given(desks, marsh, lot, agent=agent)
    found = find_lots(nurse, LotQuery(lot="x1"))
    assert (len(found.uses), found.without) == (1, 2)
    assert [use.lot for use in find_lots(nurse, found.unrecorded).uses] == ["", ""]
    assert find_lots(nurse, LotQuery(lot="unknown")).without == 3


def test_one_lot_with_two_expiry_dates_is_named(desks: Desks, marsh: Patient) -> None:
    days = date(2027, 1, 31), date(2028, 1, 31)
    for lot, day in zip(("X-1", "x1"), days, strict=True):
        given(desks, marsh, lot, day)
    given(desks, marsh, "X2", days[0])
    assert list(find_lots(desks.of("nurse"), LotQuery(lot="x")).several_expiries().values()) == [days]


def test_a_search_stands_in_the_chart_of_everybody_found(desks: Desks, marsh: Patient) -> None:
    vane = save_patient(desks.of("physician"), somebody("Vane", "Iris", "2"))
    given(desks, marsh, "X1")
    given(desks, vane, "Y1")
    find_lots(desks.of("nurse"), LotQuery(lot="x1", expired=False))
    told = chart_trail(desks.of("nurse"), marsh.id)[0]
    assert (told.event, told.about, told.looked) == ("lots searched", "lot x1…", True)
    assert "lots searched" not in {each.event for each in chart_trail(desks.of("nurse"), vane.id)}
    with pytest.raises(NotAllowed):
        find_lots(desks.of("front desk"), LotQuery(lot="x1"))


def test_the_list_is_saved_with_a_reason_by_who_may(desks: Desks, marsh: Patient) -> None:
    given(desks, marsh, "=X1", date(2027, 1, 31))
    found = find_lots(desks.of("physician"), LotQuery(lot="x1"))
    with pytest.raises(NoReason):
        export_lots(desks.of("physician"), found, Form.CSV, " ")
    with pytest.raises(NotAllowed):
        export_lots(desks.of("nurse"), found, Form.CSV, "recall")
    ((name, data),) = export_lots(desks.of("physician"), found, Form.CSV, "recall").files
    assert name == "lots.csv"
    line = data.decode("utf-8-sig").splitlines()[1]
    assert line.startswith("2026-11-24,Marsh,Eleanor,1961-03-14,004 1187,bupivacaine,nerve targets,")
    assert line.endswith(",'=X1,2027-01-31,A. Okafor,draft")
    assert chart_trail(desks.of("nurse"), marsh.id)[0].event == "lots exported"


def test_more_blocks_take_no_more_statements(desks: Desks, marsh: Patient) -> None:
    given(desks, marsh, "X1")
    nurse = desks.of("nurse")
    few = len(statements(desks, lambda: find_lots(nurse, LotQuery(lot="x"))))
    for _ in range(3):
        given(desks, marsh, "X1")
    assert len(statements(desks, lambda: find_lots(nurse, LotQuery(lot="x")))) == few
