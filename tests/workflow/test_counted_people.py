"""Figures count what stands: nothing that was entered in error, and a person with two records once."""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.counted import Counted, CountedBlock, Dose, Gap, Result, Stage
from mbb_desktop.clinical.counting import year_to
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.doses_given import year_doses
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.response import Conclusion, Response
from mbb_desktop.workflow.export_figures import Form, export_counts
from mbb_desktop.workflow.figures import Counts, count_records
from mbb_desktop.workflow.follow_up import response_of
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.mark_error import mark_in_error
from mbb_desktop.workflow.merge_patients import merge_patients
from tests.workflow.conftest import NOW, PIN, Desks, Prepared, lumbar_course, prepare, somebody
from tests.workflow.test_mark_error import LATER, Done, block_done, concluded

WHY = "Same passport, seen today; the second record came with the new name."
ALL = tuple(JointSide(joint, side) for joint in ("L4-5", "L5-S1") for side in (Side.LEFT, Side.RIGHT))


@dataclass(frozen=True)
class Stages:
    """A person with a block; then another record, as of the same person, with a block of its own."""

    one: Prepared[tuple[Course, Done]]
    two: Prepared[tuple[UUID, Block]]


def one(desks: Desks) -> tuple[Course, Done]:
    course = course_of(desks, replace(somebody(), weight=Decimal(70)))
    return course, block_done(desks, course)


def two(desks: Desks) -> tuple[UUID, Block]:
    other = replace(somebody("Marsh-Lowe", mrn="777 0001"), weight=None)
    block, _, _ = block_done(desks, course_of(desks, other), days=15)
    return other.id, block


@pytest.fixture(scope="module")
def stages(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Stages:
    first = prepare(template, tmp_path_factory, one)
    return Stages(first, prepare(first.folder, tmp_path_factory, two))


@pytest.fixture(scope="module")
def prepared(stages: Stages) -> Prepared[tuple[Course, Done]]:
    return stages.one


@pytest.fixture(scope="module")
def prepared_two(stages: Stages) -> Prepared[tuple[UUID, Block]]:
    return stages.two


@pytest.fixture
def course(prepared: Prepared[tuple[Course, Done]]) -> Course:
    return prepared.made[0]


@pytest.fixture
def done(prepared: Prepared[tuple[Course, Done]]) -> Done:
    return prepared.made[1]


@pytest.fixture
def merged(desks: Desks, stages: Stages, prepared_two: Prepared[tuple[UUID, Block]]) -> tuple[UUID, Block]:
    """Who was kept, and the block of the other record."""
    other, block = prepared_two.made
    kept = stages.one.made[0].patient_id
    desk = desks.of("physician", LATER)
    with desk.store.look() as look:
        people = look.get(Patient, kept), look.get(Patient, other)
    merge_patients(desk, *people, WHY)
    return kept, block


def course_of(desks: Desks, patient: Patient) -> Course:
    own = desks.of("physician")
    return save_course(own, lumbar_course(save_patient(own, patient)))


def counts(desks: Desks) -> Counts:
    return count_records(desks.of("manager", LATER), year_to(LATER.date()))


def counted(desks: Desks) -> Counted:
    return counts(desks).counted


def of_block(desks: Desks, block: Block) -> CountedBlock:
    return next(each for each in counted(desks).blocks if each.id == block.id)


def test_a_response_in_error_counts_nowhere_and_the_one_after_it_does(desks: Desks, done: Done) -> None:
    block, _, response = done
    assert of_block(desks, block).result is Result.POSITIVE
    mark_in_error(desks.of("physician", LATER), response.id, "Another patient's diary.", PIN)
    after = of_block(desks, block)
    assert (after.result, after.known, Gap.RESPONSE in after.lacks) == (Result.OPEN, frozenset(), True)
    concluded(desks, block, Conclusion.NEGATIVE)
    assert of_block(desks, block).result is Result.NEGATIVE


def test_joints_that_a_notice_took_out_confirm_nothing(desks: Desks, course: Course, done: Done) -> None:
    block, note, _ = done
    block_done(desks, course, days=15)
    assert [each.reached for each in counted(desks).complaints] == [Stage.CONFIRMED]
    desk = desks.of("physician", LATER)
    mark_in_error(desk, note.id, "Wrong joint.", PIN, joints=ALL[:2])
    assert [each.reached for each in counted(desks).complaints] == [Stage.CONFIRMED]
    mark_in_error(desk, note.id, "Wrong side.", PIN, joints=ALL[2:])
    found = counted(desks)
    assert [each.reached for each in found.complaints] == [Stage.FIRST]
    assert {each.id: (each.number, each.result) for each in found.blocks}[block.id] == (0, Result.NOT_A_TEST)
    assert year_doses(found.year, Dose.SECONDS).highest == Decimal(84)


def test_of_two_responses_the_newer_one_counts_whichever_was_kept_last(desks: Desks, done: Done) -> None:
    block, _, _ = done
    older = Response(new_id(NOW), block.patient_id, block.id, scale="NRS")
    with desks.vault.store.draft(desks.vault.user, at=NOW) as change:
        change.save(older)
    assert of_block(desks, block).result is Result.POSITIVE
    assert response_of(desks.of("nurse", LATER), block).conclusion is Conclusion.POSITIVE


def test_a_person_with_two_records_is_one_in_figures_and_export(
    desks: Desks, merged: tuple[UUID, Block]
) -> None:
    kept, block = merged
    found = counts(desks)
    assert {each.patient_id for each in found.counted.year} == {kept}
    assert {each.patient_id for each in found.counted.complaints} == {kept}
    (sums,) = year_doses(found.counted.year, Dose.SECONDS).patients
    assert (sums.total, sums.recorded.count) == (Decimal(84), 2)
    assert Gap.WEIGHT not in of_block(desks, block).lacks
    files = dict(export_counts(desks.of("manager", LATER), found, Form.CSV).files)
    assert len(files["twelve months.csv"].splitlines()) == 2


def test_the_other_record_counts_although_its_blocks_are_before_the_period(
    desks: Desks, merged: tuple[UUID, Block]
) -> None:
    assert merged
    desk = desks.of("physician", LATER)
    period = replace(year_to(LATER.date()), first=NOW.date() + timedelta(days=1))
    (sums,) = year_doses(count_records(desk, period).counted.year, Dose.SECONDS).patients
    assert sums.recorded.count == 2
