"""Two records of one person: one chart, nothing moved, signed papers as they were, and a way back."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side, targets_of
from mbb_desktop.clinical.block import Block, BlockState, Drug, DrugUse, Purpose, Target
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import (
    Allergy,
    AllergyKind,
    AllergyState,
    Anticoagulant,
    AnticoagulantPlan,
    Identifier,
    IdentifierKind,
    Patient,
)
from mbb_desktop.storage import papers
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.errors import Conflict
from mbb_desktop.storage.signed import verify
from mbb_desktop.workflow.desk import Desk, NotAllowed
from mbb_desktop.workflow.keep_patients import (
    BadPatient,
    find_patients,
    known_like,
    open_chart,
    refresh_chart,
    save_patient,
)
from mbb_desktop.workflow.merge_patients import (
    CannotMerge,
    compare_records,
    merge_patients,
    same_person,
    separate_patients,
)
from mbb_desktop.workflow.review_course import review_course
from mbb_desktop.workflow.today import board
from tests.storage.builders import sign_note
from tests.workflow.conftest import NOW, Desks, Prepared, lumbar_course, prepare, somebody

WHY = "Same passport, seen today; the second record came with the new name."
LEVELS = (JointSide("L4-5", Side.RIGHT), JointSide("L5-S1", Side.RIGHT))


@pytest.fixture
def desk(desks: Desks) -> Desk:
    return desks.of("physician")


def with_block(desk: Desk, patient: Patient, days_ago: int) -> tuple[Course, Block]:
    """A patient with a course and a block in it that was done."""
    course, on = lumbar_course(patient), NOW.date() - timedelta(days=days_ago)
    block = Block(
        new_id(NOW),
        patient.id,
        course.id,
        on,
        BlockState.DRAFT,
        Purpose.DIAGNOSTIC,
        joints=LEVELS,
        targets=tuple(Target(t.nerve, t.side, volume=Decimal("0.5")) for t in targets_of(LEVELS)),
        drugs=(Drug(DrugUse.TARGET, "lidocaine", Decimal(20)),),
        no_steroid=True,
    )
    with desk.change("sample", patient.id) as change:
        change.save(patient)
        change.save(course)
        return course, change.save(block)


def two_records(desks: Desks) -> tuple[Patient, Patient]:
    desk = desks.of("physician")
    kept, other = somebody(), replace(somebody("Marsh-Lowe", mrn="777 0001"), given="Ellie")
    with_block(desk, kept, 30)
    with_block(desk, other, 10)
    return desk_patient(desk, kept), desk_patient(desk, other)


@pytest.fixture(scope="module")
def prepared(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared[tuple[Patient, Patient]]:
    return prepare(template, tmp_path_factory, two_records)


@pytest.fixture
def two(prepared: Prepared[tuple[Patient, Patient]]) -> tuple[Patient, Patient]:
    """Eleanor Marsh, and the same woman under her new name and another number, each with a block."""
    return prepared.made


def desk_patient(desk: Desk, patient: Patient) -> Patient:
    return refresh_chart(desk, patient.id).patient


def test_two_records_of_one_person_make_one_chart_that_counts_the_blocks_of_both(
    desk: Desk, two: tuple[Patient, Patient]
) -> None:
    kept, other = two
    merge_patients(desk, kept, other, WHY)
    chart = open_chart(desk, kept.id)
    assert (len(chart.courses), len(chart.blocks)) == (2, 2)
    review = review_course(desk, chart.courses[0].id)
    assert len(review.blocks) + len(review.case.others) == 2
    said = review.judgement.finding("DX-CAP").said
    assert said.startswith("lumbar and sacral: 2 of 4")
    assert review.patient.id == kept.id


def test_the_merged_record_is_found_by_every_name_and_number_and_stands_once(
    desk: Desk, two: tuple[Patient, Patient]
) -> None:
    kept, other = two
    merged = merge_patients(desk, kept, other, WHY)
    for typed in ("marsh", "lowe", "ellie", "777 0001", "004 1187"):
        assert find_patients(desk, typed).patients == (merged,), typed
    assert open_chart(desk, other.id).patient == merged
    assert known_like(desk, replace(somebody("Marsh-Lowe", mrn="777 0001"))) == (merged,)
    again = replace(somebody("Someone", mrn="777 0001"), born=date(1990, 1, 1))
    with pytest.raises(BadPatient, match="Another patient has this record number"):
        save_patient(desk, again, although_known=True)


def test_a_signed_paper_keeps_what_it_says_and_is_found_under_the_record_that_stays(
    desks: Desks, desk: Desk, two: tuple[Patient, Patient]
) -> None:
    kept, other = two
    block = refresh_chart(desk, other.id).blocks[0]
    with desk.change("signed", other.id) as change:
        block = change.save(replace(block, state=BlockState.SIGNED))
    sign_note(desks.vault, block)
    with desk.store.look() as look:
        (before,) = papers.of_patient(look, other.id)
    merge_patients(desk, kept, other, WHY)
    assert open_chart(desk, kept.id).papers == (before,)
    assert verify(desk.store).intact


def test_allergies_and_numbers_of_both_stand_and_what_is_missing_comes_from_the_other(
    desk: Desk, two: tuple[Patient, Patient]
) -> None:
    kept, other = two
    allergy = Allergy(AllergyKind.CHLORHEXIDINE, "chlorhexidine", "rash")
    changed = replace(other, allergy_state=AllergyState.LISTED, allergies=(allergy,), phone="555 0100")
    other = save_patient(desk, changed)
    merged = merge_patients(desk, kept, other, WHY)
    assert (merged.allergy_state, merged.allergies) == (AllergyState.LISTED, (allergy,))
    assert (merged.family, merged.mrn, merged.phone) == ("Marsh", "004 1187", "555 0100")
    assert Identifier(IdentifierKind.MRN, "777 0001") in merged.identifiers


def test_records_that_disagree_about_a_blood_thinner_are_not_merged(
    desk: Desk, two: tuple[Patient, Patient]
) -> None:
    kept, other = two
    apixaban = Anticoagulant(AnticoagulantPlan.CONTINUED, "apixaban")
    other = save_patient(desk, replace(other, anticoagulant=apixaban))
    assert compare_records(desk, kept.id, other.id).undecided == ("anticoagulant",)
    with pytest.raises(CannotMerge, match=r"disagree about the blood thinner\. Ask the patient"):
        merge_patients(desk, kept, other, WHY)


def test_what_differs_is_shown_before(desk: Desk, two: tuple[Patient, Patient]) -> None:
    shown = compare_records(desk, two[0].id, two[1].id)
    told = {each.field: (each.kept, each.other) for each in shown.differences}
    assert told["family"] == ("Marsh", "Marsh-Lowe")
    assert told["identifiers"] == ("MRN 004 1187", "MRN 777 0001")
    assert "born" not in told
    assert (shown.kept.blocks, shown.other.blocks) == (1, 1)


def test_a_merge_needs_a_reason_a_fresh_look_and_the_permission(
    desks: Desks, desk: Desk, two: tuple[Patient, Patient]
) -> None:
    kept, other = two
    with pytest.raises(CannotMerge, match="Write in a few words"):
        merge_patients(desk, kept, other, "same")
    with pytest.raises(NotAllowed):
        merge_patients(desks.of("nurse"), kept, other, WHY)
    save_patient(desk, replace(other, phone="555 0100"))
    with pytest.raises(Conflict):
        merge_patients(desk, kept, other, WHY)
    assert same_person(desk, kept.id).merged == ()


def test_a_form_left_open_cannot_bring_the_merged_record_back(
    desk: Desk, two: tuple[Patient, Patient]
) -> None:
    merge_patients(desk, *two, WHY)
    with pytest.raises(BadPatient, match="part of another one now"):
        save_patient(desk, replace(two[1], phone="555 0199"))
    with pytest.raises(CannotMerge, match="part of another one already"):
        merge_patients(desk, *two, WHY)


def test_a_merge_stands_in_the_trail_of_both_with_its_reason(
    desk: Desk, two: tuple[Patient, Patient]
) -> None:
    kept, other = two
    merge_patients(desk, kept, other, WHY)
    with desk.store.look() as look:
        for key in (kept.id, other.id):
            newest = recent(look.connection, patient_id=key, limit=1)[0]
            assert newest.event == "two records merged"
            assert WHY in newest.detail.decode()


def test_a_merge_can_be_undone_and_each_record_has_its_own_again(
    desk: Desk, two: tuple[Patient, Patient]
) -> None:
    kept, other = two
    merge_patients(desk, kept, other, WHY)
    ((merge, shown),) = same_person(desk, kept.id).merged
    assert shown == other
    separate_patients(desk, merge, "They are cousins after all.")
    assert open_chart(desk, other.id).patient == other
    chart = open_chart(desk, kept.id)
    assert (chart.patient.identifiers, len(chart.blocks)) == (kept.identifiers, 1)
    assert find_patients(desk, "777 0001").patients == (other,)
    assert same_person(desk, kept.id).merged == ()
    assert verify(desk.store).intact


def test_a_merge_stays_once_a_paper_was_signed_after_it(
    desks: Desks, desk: Desk, two: tuple[Patient, Patient]
) -> None:
    merge_patients(desk, *two, WHY)
    ((merge, _),) = same_person(desk, two[0].id).merged
    block = refresh_chart(desk, two[0].id).blocks[0]
    later = replace(desk, now=NOW + timedelta(days=1))
    with later.change("signed", block.patient_id) as change:
        block = change.save(replace(block, state=BlockState.SIGNED))
    sign_note(desks.vault, block)
    with pytest.raises(CannotMerge, match=r"PN-\d+-\d+ was signed after the merge"):
        separate_patients(later, merge, "They are cousins after all.")


def test_the_day_list_shows_the_record_that_stays(desk: Desk, two: tuple[Patient, Patient]) -> None:
    kept, other = two
    merged = merge_patients(desk, kept, other, WHY)
    assert {row.patient for row in board(desk).older_drafts} == {merged}


def test_three_records_become_one(desk: Desk, two: tuple[Patient, Patient]) -> None:
    third = somebody("Marsch", mrn="888 0002")
    with_block(desk, third, 5)
    merged = merge_patients(desk, *two, WHY)
    last = merge_patients(desk, desk_patient(desk, third), merged, WHY)
    assert open_chart(desk, two[1].id).patient == last
    assert len(open_chart(desk, two[0].id).blocks) == 3


@pytest.mark.parametrize(
    "slip",
    [
        "UPDATE patient_merge SET reason = 'another'",
        "DELETE FROM patient_merge",
        "INSERT OR REPLACE INTO patient_merge SELECT * FROM patient_merge",
    ],
)
def test_a_merge_is_never_changed(desk: Desk, two: tuple[Patient, Patient], slip: str) -> None:
    merge_patients(desk, *two, WHY)
    with pytest.raises(Exception, match="signed"), desk.store.engine.begin() as connection:
        connection.exec_driver_sql(slip)
