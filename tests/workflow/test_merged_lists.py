"""A person with two merged records stands in every list, once and under the record that stays."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.counting import year_to
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Patient
from mbb_desktop.workflow.ablations import calls_and_outcomes, record_ablation
from mbb_desktop.workflow.correct import open_notices
from mbb_desktop.workflow.export_figures import Form, export_counts_with_names
from mbb_desktop.workflow.figures import Counts, count_records
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.mark_error import mark_in_error
from mbb_desktop.workflow.merge_patients import merge_patients
from mbb_desktop.workflow.print_list import count_to_print, print_list
from mbb_desktop.workflow.today import board
from tests.workflow.conftest import NOW, PIN, Desks, Prepared, lumbar_course, prepare, somebody
from tests.workflow.test_ablations import DONE
from tests.workflow.test_mark_error import LATER, SURGEON, block_done, faxed

WHY = "Same passport, seen today; the second record came with the new name."


@dataclass(frozen=True)
class Merged:
    """The record that stays, and the one that became part of it with everything in the lists."""

    person: Patient
    other: Patient


def two_records(desks: Desks) -> Merged:
    desk = desks.of("physician")
    with desk.change("directory changed") as change:
        change.save(SURGEON)
    kept = save_patient(desk, somebody())
    other = save_patient(desk, somebody("Marsh-Lowe", mrn="777 0001"))
    block_done(desks, save_course(desk, lumbar_course(kept)))
    course = save_course(desk, lumbar_course(other))
    block_done(desks, course)
    _, wrong, _ = block_done(desks, course, days=15)
    faxed(desks, wrong)
    mark_in_error(desks.of("physician", LATER), wrong.id, "Written twice.", PIN)
    record_ablation(desk, course.id, DONE)
    at = LATER - timedelta(days=1)
    draft = Block(new_id(at), other.id, course.id, at.date(), BlockState.DRAFT, needle_out=at)
    with desk.change("sample", other.id) as change:
        change.save(draft)
    return Merged(merge_patients(desk, kept, other, WHY), other)


@pytest.fixture(scope="module")
def prepared(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared[Merged]:
    return prepare(template, tmp_path_factory, two_records)


@pytest.fixture
def merged(prepared: Prepared[Merged]) -> Merged:
    return prepared.made


def counted(desks: Desks) -> Counts:
    return count_records(desks.of("physician", LATER), year_to(LATER.date()))


def test_the_letters_page_shows_what_waits_under_the_record_that_stays(desks: Desks, merged: Merged) -> None:
    desk = desks.of("physician", LATER)
    found = print_list(desk)
    assert {item.patient for item in found.waiting} == {merged.person}
    assert {each.patient for each in found.unfinished} == {merged.person}
    assert count_to_print(desk) == len(found.waiting) > 0


def test_whom_to_call_and_todays_notices_name_the_record_that_stays(desks: Desks, merged: Merged) -> None:
    desk = desks.of("physician", LATER)
    _, outcomes = calls_and_outcomes(desk)
    assert [row.patient for row in outcomes] == [merged.person]
    assert [notice.patient for notice in open_notices(desk)] == [merged.person]
    assert {row.patient for row in board(desk).older_drafts} == {merged.person}


def test_the_export_with_names_says_one_name(desks: Desks, merged: Merged) -> None:
    made = export_counts_with_names(desks.of("physician", LATER), counted(desks), Form.CSV, "recall")
    text = dict(made.files)["blocks.csv"].decode("utf-8-sig")
    assert text.count(merged.person.mrn) == 2
    assert merged.other.mrn not in text


def test_a_person_is_asked_for_by_any_of_the_ids(desks: Desks, merged: Merged) -> None:
    gone = new_id(NOW)
    with desks.vault.store.look() as look:
        found = look.people([merged.other.id, merged.person.id, gone])
    assert found == dict.fromkeys((merged.other.id, merged.person.id), merged.person)
