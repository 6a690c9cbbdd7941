"""Who may print papers for patients from which record, and what the audit trail keeps of it."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side, targets_of
from mbb_desktop.clinical.block import Block, Target
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.handout import HandoutKind, diary_code
from mbb_desktop.clinical.people import Clinic
from mbb_desktop.storage.audit import recent
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.knowledge import handout_books
from mbb_desktop.workflow.print_handout import (
    HandoutOrder,
    NotRecorded,
    handout_choices,
    make_handout,
    note_handout,
)
from mbb_desktop.workflow.record_block import begin, discard_draft, plan_block, save_draft
from tests.documents.reading import text_of
from tests.workflow.conftest import NOW, Desks, lumbar_course, somebody

JOINTS = (JointSide("L4-5", Side.LEFT),)


@pytest.fixture
def course(desks: Desks) -> Course:
    patient = save_patient(desks.of("nurse"), replace(somebody(), language="es"))
    described = replace(lumbar_course(patient), pain_area="low back", provoked_by="bending backward")
    return save_course(desks.of("nurse"), described)


@pytest.fixture
def block(desks: Desks, course: Course) -> Block:
    planned = plan_block(desks.of("front desk"), course, JOINTS, NOW)
    return begin(desks.of("physician"), planned)


def recorded(desks: Desks, block: Block) -> Block:
    targets = tuple(Target(place.nerve, place.side) for place in targets_of(JOINTS))
    done = replace(block, joints=JOINTS, targets=targets, needle_out=NOW - timedelta(minutes=40))
    return save_draft(desks.of("physician"), block, done)


def order(block: Block, kind: HandoutKind = HandoutKind.HANDOUT, language: str = "en") -> HandoutOrder:
    return HandoutOrder(block.id, kind, language)


def test_the_front_desk_prints_from_an_unsigned_record(desks: Desks, block: Block) -> None:
    recorded(desks, block)
    paper = make_handout(desks.of("front desk"), order(block))
    assert "Your pain diary" in text_of(paper.pdf)
    assert "DRAFT" not in text_of(paper.pdf)


def test_what_is_not_recorded_is_named_instead(desks: Desks, block: Block) -> None:
    with pytest.raises(NotRecorded, match="needs joints with their side and the needle-out time"):
        make_handout(desks.of("front desk"), order(block))
    assert make_handout(desks.of("front desk"), order(block, HandoutKind.INFORMATION)).pdf


def test_showing_and_printing_are_audited_with_the_wording(desks: Desks, block: Block) -> None:
    recorded(desks, block)
    desk = desks.of("front desk")
    paper = make_handout(desk, order(block, language="es"))
    note_handout(desk, paper, "printed")
    with desk.store.look() as look:
        printed, shown = recent(look.connection, limit=2)
    assert (shown.event, printed.event) == ("handout shown", "handout printed")
    assert (printed.user, printed.patient_id) == ("J. Park", block.patient_id)
    assert json.loads(printed.detail) == {
        "diary": diary_code(block.id),
        "paper": "handout and diary",
        "wording": handout_books()["es"].version,
    }


@pytest.mark.parametrize("role", ["manager", "administrator"])
def test_others_print_nothing(desks: Desks, block: Block, role: str) -> None:
    with pytest.raises(NotAllowed):
        make_handout(desks.of(role), order(block))


def test_the_patients_language_is_offered_else_the_clinics_else_none(desks: Desks, block: Block) -> None:
    choices = handout_choices(desks.of("front desk"), block.patient_id)
    assert choices.language == "es"
    assert replace(choices, patient=replace(choices.patient, language="")).language == "en"
    assert replace(choices, patient=replace(choices.patient, language="vi")).language is None


def test_the_tested_pain_comes_from_the_chart_unless_it_is_said_anew(desks: Desks, block: Block) -> None:
    recorded(desks, block)
    desk = desks.of("nurse")
    assert "low back" in text_of(make_handout(desk, order(block)).pdf)
    anew = HandoutOrder(block.id, HandoutKind.HANDOUT, "es", "cintura", "doblarse hacia atrás")
    said = text_of(make_handout(desk, anew).pdf)
    assert "cintura" in said
    assert "doblarse hacia atrás" in said
    assert "low back" not in said


def test_a_discarded_record_is_not_offered(desks: Desks, block: Block) -> None:
    discard_draft(desks.of("physician"), block)
    assert handout_choices(desks.of("nurse"), block.patient_id).blocks == ()
    with pytest.raises(NotRecorded):
        make_handout(desks.of("nurse"), order(block))


def test_without_an_after_hours_phone_the_choices_say_so(desks: Desks, block: Block) -> None:
    desk = desks.of("physician")
    assert not handout_choices(desk, block.patient_id).after_hours_known
    with desk.change("clinic changed") as change:
        change.save(replace(change.all(Clinic)[0], after_hours_phone="(555) 010-0177"))
    assert handout_choices(desk, block.patient_id).after_hours_known
