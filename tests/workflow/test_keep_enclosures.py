"""Scans and papers from outside: who may do what with them, and what keeps them from the wrong chart."""

import hashlib
import json
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.enclosure import Described, Enclosure, EnclosureKind, SideMarker, View
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Patient
from mbb_desktop.documents.scan_pages import images_of
from mbb_desktop.interop.scan_file import Scan
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.errors import Conflict, NotFound
from mbb_desktop.storage.signed import verify
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.keep_enclosures import (
    BadEnclosure,
    KnownFile,
    NotIdentified,
    add_enclosure,
    enclosure_choices,
    enclosures_of,
    note_enclosure,
    open_enclosure,
    strike_enclosure,
)
from mbb_desktop.workflow.merge_patients import merge_patients
from tests.documents.example_packets import page
from tests.workflow.conftest import NOW, Desks, lumbar_course, somebody

SCAN = Scan((page("one"), page("two")), hashlib.sha256(b"a file").digest())


@pytest.fixture
def course(desks: Desks) -> Course:
    patient = somebody()
    with desks.of("physician").change("patient added", patient.id) as change:
        change.save(patient)
        return change.save(lumbar_course(patient))


def said(course: Course, **more: object) -> Described:
    plain = Described(course.patient_id, EnclosureKind.MRI_REPORT, date(2026, 3, 12), "Harbor Imaging")
    return replace(plain, **more)  # type: ignore[arg-type]


def added(desks: Desks, course: Course, role: str = "front desk", **more: object) -> Enclosure:
    return add_enclosure(desks.of(role), said(course, **more), SCAN, identified=True)


def events(desks: Desks) -> list[tuple[str, dict[str, object], UUID | None]]:
    with desks.vault.store.look() as look:
        return [(each.event, json.loads(each.detail), each.patient_id) for each in recent(look.connection)]


def test_a_paper_is_kept_with_what_was_said_of_it_and_who_added_it(desks: Desks, course: Course) -> None:
    kept = added(desks, course, course_id=course.id, note="outside clinic")
    assert enclosures_of(desks.of("nurse"), course.patient_id).papers == (kept,)
    assert (kept.kind, kept.dated, kept.sender) == (
        EnclosureKind.MRI_REPORT,
        date(2026, 3, 12),
        "Harbor Imaging",
    )
    assert (kept.course_id, kept.pages, kept.added_by, kept.added_at) == (course.id, 2, "J. Park", NOW)
    pages = open_enclosure(desks.of("nurse"), kept.id)
    assert images_of(pages) == SCAN.pages
    assert hashlib.sha256(pages).digest() == kept.sha256
    assert verify(desks.vault.store).intact


def test_adding_looking_and_printing_stand_in_the_audit_trail(desks: Desks, course: Course) -> None:
    kept = added(desks, course)
    open_enclosure(desks.of("nurse"), kept.id)
    note_enclosure(desks.of("nurse"), kept, "printed")
    newest = events(desks)[:3]
    assert [event for event, _, _ in newest] == ["enclosure printed", "enclosure opened", "enclosure added"]
    for _, detail, patient_id in newest:
        assert detail["sha256"] == kept.sha256.hex()
        assert patient_id == course.patient_id
    assert newest[2][1]["identity"] == "compared on the pages"


def test_nothing_is_kept_before_somebody_has_looked_whose_it_is(desks: Desks, course: Course) -> None:
    with pytest.raises(NotIdentified):
        add_enclosure(desks.of("nurse"), said(course), SCAN, identified=False)
    assert enclosures_of(desks.of("nurse"), course.patient_id).papers == ()


BAD: dict[str, tuple[dict[str, object], str]] = {
    "no kind": ({"kind": None}, "kind"),
    "tomorrow": ({"dated": NOW.date() + timedelta(days=1)}, "dated"),
    "image without view": (
        {"kind": EnclosureKind.FLUOROSCOPY_IMAGE, "marker": SideMarker.NONE},
        "view",
    ),
    "image without marker": ({"kind": EnclosureKind.FLUOROSCOPY_IMAGE, "view": View.AP}, "marker"),
    "a novel": ({"note": "x" * 1001}, "note"),
    "other without words": ({"kind": EnclosureKind.OTHER}, "note"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_missing_is_said_by_field(desks: Desks, course: Course, name: str) -> None:
    wrong, field = BAD[name]
    with pytest.raises(BadEnclosure) as refused:
        add_enclosure(desks.of("nurse"), said(course, **wrong), SCAN, identified=True)
    assert refused.value.field == field


def test_only_an_image_has_a_view(desks: Desks, course: Course) -> None:
    kept = added(desks, course, view=View.AP, marker=SideMarker.LEFT)
    assert (kept.view, kept.marker) == (None, None)


def test_a_block_decides_the_course(desks: Desks, course: Course) -> None:
    block = a_block(desks, course)
    kept = added(desks, course, kind=EnclosureKind.PAIN_DIARY, block_id=block.id)
    assert (kept.block_id, kept.course_id) == (block.id, course.id)


def a_block(desks: Desks, course: Course, state: BlockState = BlockState.DRAFT) -> Block:
    block = Block(new_id(NOW), course.patient_id, course.id, NOW.date(), state)
    with desks.of("physician").change("block", course.patient_id) as change:
        return change.save(block)


def test_a_block_of_another_patient_is_refused(desks: Desks, course: Course) -> None:
    block = a_block(desks, course)
    other = another(desks)
    with pytest.raises(BadEnclosure, match="not this patient's"):
        add_enclosure(
            desks.of("nurse"),
            replace(said(course), patient_id=other.id, block_id=block.id),
            SCAN,
            identified=True,
        )


def test_a_paper_goes_to_the_record_of_its_block_when_two_were_merged(desks: Desks, course: Course) -> None:
    block = a_block(desks, course)
    merged_into = another(desks)
    merge(desks, merged_into, course)
    offered = enclosure_choices(desks.of("nurse"), merged_into.id).blocks
    assert [each.id for each in offered] == [block.id]
    about = replace(said(course), patient_id=merged_into.id, block_id=block.id)
    kept = add_enclosure(desks.of("nurse"), about, SCAN, identified=True)
    assert kept.patient_id == block.patient_id
    assert enclosures_of(desks.of("nurse"), merged_into.id).papers == (kept,)
    assert verify(desks.vault.store).intact


def test_the_same_file_in_the_merged_record_is_in_the_chart_already(desks: Desks, course: Course) -> None:
    added(desks, course)
    merged_into = another(desks)
    merge(desks, merged_into, course)
    with pytest.raises(KnownFile, match="in the chart already"):
        add_enclosure(
            desks.of("nurse"), replace(said(course), patient_id=merged_into.id), SCAN, identified=True
        )


def merge(desks: Desks, kept: Patient, course: Course) -> None:
    """The patient of the course becomes part of another record."""
    desk = desks.of("physician")
    with desk.store.look() as look:
        other = look.get(Patient, course.patient_id)
    merge_patients(desk, kept, other, "Same passport, seen today; registered twice.")


def another(desks: Desks) -> Patient:
    other = somebody("Marsch", "Elena", "004 7811")
    with desks.of("nurse").change("patient added", other.id) as change:
        return change.save(other)


def test_the_same_file_twice_is_refused(desks: Desks, course: Course) -> None:
    added(desks, course)
    with pytest.raises(
        KnownFile, match=r"in the chart already: MRI report of 12-Mar-2026, added by J\. Park"
    ):
        added(desks, course, kind=EnclosureKind.OUTSIDE_NOTE)


def test_the_same_file_in_another_chart_is_refused_without_a_name(desks: Desks, course: Course) -> None:
    added(desks, course)
    other = another(desks)
    with pytest.raises(KnownFile) as refused:
        add_enclosure(desks.of("nurse"), replace(said(course), patient_id=other.id), SCAN, identified=True)
    assert "another patient" in str(refused.value)
    assert "Marsh" not in str(refused.value)


def test_a_struck_paper_stays_with_its_reason_and_leaves_room_for_the_right_chart(
    desks: Desks, course: Course
) -> None:
    kept = added(desks, course)
    strike_enclosure(desks.of("front desk"), kept, " another patient's ")
    (found,) = enclosures_of(desks.of("nurse"), course.patient_id).papers
    assert found.struck is not None
    assert (found.struck.reason, found.struck.by) == ("another patient's", "J. Park")
    assert added(desks, course).struck is None
    assert verify(desks.vault.store).intact


def test_who_added_it_or_signs_may_strike_it(desks: Desks, course: Course) -> None:
    kept = added(desks, course, role="front desk")
    with pytest.raises(NotAllowed):
        strike_enclosure(desks.of("nurse"), kept, "wrong person")
    strike_enclosure(desks.of("physician"), kept, "wrong person")
    with pytest.raises(Conflict):
        strike_enclosure(desks.of("physician"), kept, "wrong person")


def test_striking_needs_a_reason(desks: Desks, course: Course) -> None:
    kept = added(desks, course)
    with pytest.raises(BadEnclosure, match="Say why"):
        strike_enclosure(desks.of("physician"), kept, "  ")


def test_a_paper_may_belong_to_blocks_that_stand(desks: Desks, course: Course) -> None:
    block = a_block(desks, course)
    a_block(desks, course, BlockState.DISCARDED)
    choices = enclosure_choices(desks.of("front desk"), course.patient_id)
    assert [each.id for each in choices.blocks] == [block.id]
    assert [each.id for each in choices.courses] == [course.id]
    assert choices.patient.family == "Marsh"


def test_the_manager_and_the_administrator_see_no_papers(desks: Desks, course: Course) -> None:
    kept = added(desks, course)
    for role in ("manager", "administrator"):
        with pytest.raises(NotAllowed):
            open_enclosure(desks.of(role), kept.id)
        with pytest.raises(NotAllowed):
            enclosures_of(desks.of(role), course.patient_id)


def test_what_is_not_there_cannot_be_opened(desks: Desks, course: Course) -> None:
    with pytest.raises(NotFound):
        open_enclosure(desks.of("nurse"), course.id)
    assert events(desks)[0][0] != "enclosure opened"
