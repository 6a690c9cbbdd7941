"""A day's list from a file: found by number, birth date and name together, planned at once, never twice."""

import json
from dataclasses import replace
from datetime import date

import pytest

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.levels import Question
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage import audit
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import find_patients, open_chart, save_patient
from mbb_desktop.workflow.listed_rows import Act, OfferedPlan, StoppedByPerson, Wanted
from mbb_desktop.workflow.merge_patients import merge_patients
from mbb_desktop.workflow.plan_list import check_listed, plan_listed, preview_day_list, rows_as_file
from mbb_desktop.workflow.read_audit import chart_trail
from tests.workflow.conftest import NOW, Desks, lumbar_course, somebody

HEADS = "MRN;family;given;DOB;levels;side;day;time"
MARSH = "004 1187;Marsh;Eleanor;1961-03-14;45 51;b;2026-11-30;10:20"


@pytest.fixture
def marsh(desks: Desks) -> tuple[Patient, Course]:
    desk = desks.of("physician")
    patient = save_patient(desk, somebody())
    return patient, save_course(desk, lumbar_course(patient))


def listed(desks: Desks, *lines: str, who: str = "nurse") -> tuple[OfferedPlan, ...]:
    return preview_day_list(desks.of(who), "\n".join((HEADS, *lines)).encode()).rows


def changed(was: str, now: str) -> str:
    assert was in MARSH
    return MARSH.replace(was, now)


def test_looking_keeps_nothing_and_planning_keeps_all_in_one_act(
    desks: Desks, marsh: tuple[Patient, Course]
) -> None:
    (row,) = listed(desks, MARSH)
    assert (row.sentences, row.patient, row.course) == ((), *marsh)
    before = desks.vault.store.head.seq
    done = plan_listed(desks.of("front desk"), [row.wanted])
    (block,) = done.blocks
    assert desks.vault.store.head.seq == before + 1
    assert (block.state, block.performed_on, block.targets) == (BlockState.PLANNED, date(2026, 11, 30), ())
    assert [joint.joint for joint in block.planned_joints] == ["L4-5", "L4-5", "L5-S1", "L5-S1"]
    assert block.scheduled_at is not None
    assert (block.scheduled_at.hour, block.scheduled_at.minute) == (10, 20)
    assert chart_trail(desks.of("nurse"), marsh[0].id)[0].event == "blocks planned from a list"


WRONG = (
    ("Marsh", "March", "The patient with this MRN has another name. Check the row and the chart."),
    ("Eleanor", "Ella", "The patient with this MRN has another name. Check the row and the chart."),
    (
        "1961-03-14",
        "1961-04-13",
        "The patient with this MRN has another birth date. Check the row and the chart.",
    ),
    ("004 1187", "1", "A patient with this family name and birth date has another MRN. Check the MRN."),
    ("2026-11-30", "2026-11-23", "The day lies in the past: 23-Nov-2026."),
    ("2026-11-30", "2028-11-30", "The day is more than a year ahead: 30-Nov-2028. Check the year."),
    ("45 51;b", "45 51;", "Levels: Which side? l, r or b. (left / right / bilateral)"),
    ("45 51;b", "l;", "Levels: not finished. Write joints and side, for example L4-5 b."),
    (
        "45 51;b",
        "L6;b",
        "Levels: L6 needs six lumbar vertebrae. Record the transitional anatomy first. Nearest: L5-S1.",
    ),
)


def test_what_is_wrong_is_said_in_plain_words(desks: Desks, marsh: tuple[Patient, Course]) -> None:
    """One row at a time: the first thing that is wrong is told, and it is not planned."""
    for was, now, sentence in WRONG:
        (row,) = listed(desks, changed(was, now))
        assert row.sentences == (sentence,)
        assert plan_listed(desks.of("nurse"), [row.wanted]).blocks == ()


def test_a_middle_name_and_accents_are_the_same_name(desks: Desks, marsh: tuple[Patient, Course]) -> None:
    (row,) = listed(desks, changed("Eleanor", "ELÉANOR Rose"))
    assert row.is_good
    for name, same in (("Eleanor MARSH", True), ("Marsh, Eleanor", True), ("Eleanor Rose", False)):
        text = f"MRN;name;DOB;levels;start\n004 1187;{name};1961-03-14;45 b;2026-11-30 10:20"
        assert preview_day_list(desks.of("nurse"), text.encode()).rows[0].is_good is same


def test_levels_that_can_mean_two_things_are_asked(desks: Desks, marsh: tuple[Patient, Course]) -> None:
    (row,) = listed(desks, changed("45 51", "L3 L4 L5"))
    assert isinstance(row.reading, Question)
    answer = Wanted(row.wanted.listed.with_levels(row.reading.choices[0].text))
    assert check_listed(desks.of("nurse"), answer).is_good


def test_bare_digits_take_the_region_of_the_only_complaint(
    desks: Desks, marsh: tuple[Patient, Course]
) -> None:
    assert listed(desks, MARSH)[0].course == marsh[1]
    other = Course(marsh[1].id, marsh[0].id, Region.CERVICAL, NOW.date())
    save_course(desks.of("physician"), replace(other, id=somebody().id))
    (row,) = listed(desks, MARSH)
    assert row.sentences[0].startswith("Levels: Which region?")
    assert listed(desks, changed("45 51", "L45"))[0].course == marsh[1]


def test_a_block_that_is_planned_already_is_not_planned_again(
    desks: Desks, marsh: tuple[Patient, Course]
) -> None:
    first, second = listed(desks, MARSH, MARSH)
    assert (first.sentences, second.sentences) == ((), ("Line 2 has this patient on the same day.",))
    plan_listed(desks.of("nurse"), [first.wanted])
    assert listed(desks, MARSH)[0].sentences == ("This block is on the list already at 10:20.",)
    assert "another block on this day" in listed(desks, changed("45 51", "45"))[0].sentences[0]
    assert plan_listed(desks.of("nurse"), [first.wanted]).blocks == ()


NEW = "77;Stone;Ada;1970-01-02;L45;l;2026-11-30;9:00"


def test_a_new_person_is_added_only_when_somebody_says_so(desks: Desks) -> None:
    first, second = listed(desks, NEW, NEW.replace("11-30", "12-14"))
    assert first.asks == (Act.NEW_PERSON,)
    assert first.sentences == ("No patient has this MRN. Mend it, or say that this is a new patient.",)
    assert plan_listed(desks.of("nurse"), [first.wanted]).blocks == ()
    said = [Wanted(row.wanted.listed, frozenset({Act.NEW_PERSON})) for row in (first, second)]
    done = plan_listed(desks.of("nurse"), said)
    (stone,) = find_patients(desks.of("nurse"), "stone").patients
    assert [block.patient_id for block in done.blocks] == [stone.id] * 2
    assert [course.region for course in open_chart(desks.of("nurse"), stone.id).courses] == [Region.LUMBAR]


def test_the_front_desk_adds_a_new_person_with_a_tick(desks: Desks) -> None:
    (row,) = listed(desks, NEW, who="front desk")
    assert row.asks == (Act.NEW_PERSON,)
    said = Wanted(row.wanted.listed, frozenset({Act.NEW_PERSON}))
    (block,) = plan_listed(desks.of("front desk"), [said]).blocks
    assert find_patients(desks.of("nurse"), "stone").patients[0].id == block.patient_id


@pytest.mark.parametrize(
    ("was", "now"),
    [("Stone;Ada", "Jones;Ann"), ("Ada", "Ann"), ("1970-01-02", "1950-01-02")],
    ids=["name", "given name", "birth date"],
)
def test_two_new_people_under_one_number_are_never_one(desks: Desks, was: str, now: str) -> None:
    rows = listed(desks, NEW, NEW.replace("11-30", "12-01").replace(was, now))
    said = [Wanted(row.wanted.listed, frozenset({Act.NEW_PERSON})) for row in rows]
    done = plan_listed(desks.of("nurse"), said)
    assert done.blocks == ()
    assert [row.sentences for row in done.left_out] == [
        (f"Line {other} has this MRN with another name or birth date.",) for other in (3, 2)
    ]
    assert find_patients(desks.of("nurse"), "77").patients == ()


def test_a_complaint_in_another_region_is_begun_only_when_somebody_says_so(
    desks: Desks, marsh: tuple[Patient, Course]
) -> None:
    line = changed("45 51", "C45")
    (row,) = listed(desks, line)
    assert (row.asks, row.is_good) == ((Act.NEW_COMPLAINT,), False)
    (refused,) = listed(desks, line, who="front desk")
    assert refused.asks == ()
    assert refused.sentences == (
        "The record does not have the complaint in this region yet. A nurse or a physician adds it first.",
    )
    (block,) = plan_listed(
        desks.of("nurse"), [Wanted(row.wanted.listed, frozenset({Act.NEW_COMPLAINT}))]
    ).blocks
    assert block.course_id != marsh[1].id


def test_one_record_of_two_is_found_by_the_number_of_the_other(
    desks: Desks, marsh: tuple[Patient, Course]
) -> None:
    desk = desks.of("physician")
    other = save_patient(desk, somebody(mrn="99"), although_known=True)
    course = save_course(desk, replace(lumbar_course(other), region=Region.CERVICAL))
    merge_patients(desk, marsh[0], other, "same person")
    (row,) = listed(desks, changed("004 1187", "99").replace("45 51", "C45"))
    assert (row.sentences, row.course) == ((), course)
    assert row.patient is not None
    assert row.patient.id == marsh[0].id


def test_when_it_is_stopped_the_rest_is_not_planned(desks: Desks, marsh: tuple[Patient, Course]) -> None:
    (row,) = listed(desks, MARSH)
    done = plan_listed(desks.of("nurse"), [row.wanted], lambda _done, _of: False)
    assert (done.blocks, done.not_reached) == ((), (row.wanted,))
    with pytest.raises(StoppedByPerson):
        preview_day_list(desks.of("nurse"), f"{HEADS}\n{MARSH}".encode(), None, lambda _done, _of: False)
    assert listed(desks, MARSH)[0].is_good


def test_rows_that_leave_as_a_file_are_audited_without_names(
    desks: Desks, marsh: tuple[Patient, Course]
) -> None:
    desk, rows = desks.of("nurse"), listed(desks, MARSH, NEW)
    data = rows_as_file(desk, tuple(HEADS.split(";")), rows)
    assert b"Stone" in data
    told = chart_trail(desk, marsh[0].id)[0]
    assert (told.event, told.looked) == ("rows of a list saved", True)
    with desk.store.look() as look:
        (event,) = audit.named_after(look.connection, "rows of a list saved", seq=0)
    detail = json.loads(event.detail)
    assert (detail["rows"], detail["patients"]) == (2, [str(marsh[0].id)])
    assert not any(word in event.detail for word in (b"Marsh", b"Stone", b"1187", b"1961"))
