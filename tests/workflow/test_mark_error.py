"""A signed paper that was entered in error: who says so, what stands no more, and who is told."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from mbb_desktop.clinical.access import Role
from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import Meaning, PaperKind, SignedDocument
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.clinical.receipt import PATIENT, HowSent
from mbb_desktop.clinical.response import Conclusion
from mbb_desktop.clinical.sessions import Session, SessionKind, regions_judged, sessions
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.signed import verify
from mbb_desktop.workflow.correct import (
    Given,
    NobodyToTell,
    NotReceived,
    dispatch_of,
    open_notices,
    record_receipt,
    say_to,
    sign_late_corrections,
)
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.follow_up import response_of
from mbb_desktop.workflow.issue_letter import LetterOrder, letter_ready, sign_letter
from mbb_desktop.workflow.issue_paper import reprint, sign_note, signed_paper
from mbb_desktop.workflow.issue_response import sign_response
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import open_chart, save_patient
from mbb_desktop.workflow.mark_error import CannotMark, error_question, mark_in_error
from mbb_desktop.workflow.record_block import read_block
from mbb_desktop.workflow.review_course import CourseReview, review_course
from mbb_desktop.workflow.signing import WrongPin
from mbb_desktop.workflow.today import board
from tests.workflow.conftest import NOW, PEOPLE, PIN, Desks, Prepared, lumbar_course, prepare, somebody
from tests.workflow.test_signing import POSITIVE, performed, scored, text_of

LATER = NOW + timedelta(days=60)
WHY = "Another patient's block was written here."
SURGEON = Correspondent(new_id(NOW), CorrespondentKind.RFA_PROVIDER, "R. Holm", "MD", "Holm Spine")


def block_done(desks: Desks, course: Course, days: int = 0) -> tuple[Block, SignedDocument, SignedDocument]:
    """A block that relieved, with its signed note and response."""
    desk = desks.of("physician", NOW + timedelta(days=days))
    block = performed(desks, course, desk.now)
    note = sign_note(desk, block, PIN)
    return block, note, concluded(desks, block)


def concluded(
    desks: Desks, block: Block, verdict: Conclusion = Conclusion.POSITIVE, days: int = 41
) -> SignedDocument:
    desk = desks.of("physician", NOW + timedelta(days=days))
    response = scored(desks, block, POSITIVE, days - 1)
    said = replace(response, conclusion=verdict, conclusion_reason="see the note")
    return sign_response(desk, said, PIN)


def review(desks: Desks, course: Course) -> CourseReview:
    return review_course(desks.of("physician", LATER), course.id)


def counting(found: CourseReview) -> tuple[Session, ...]:
    """The diagnostic sessions that count for the payer's caps."""
    (region,) = regions_judged(found.case)
    return sessions(found.case, SessionKind.DIAGNOSTIC, region)


def counted(found: CourseReview) -> int:
    return len(counting(found))


def physician(desks: Desks) -> Desk:
    return desks.of("physician", LATER)


def faxed(desks: Desks, paper: SignedDocument) -> None:
    desk = desks.of("front desk", LATER - timedelta(days=1))
    record_receipt(desk, paper.id, Given(SURGEON.name, HowSent.FAXED, desk.now, SURGEON.id))


Done = tuple[Block, SignedDocument, SignedDocument]


def new_course(desks: Desks) -> Course:
    own = desks.of("physician")
    return save_course(own, lumbar_course(save_patient(own, somebody())))


def course_with_a_block(desks: Desks) -> tuple[Course, Done]:
    course = new_course(desks)
    return course, block_done(desks, course)


Two = tuple[Course, Done]


@dataclass(frozen=True)
class Stages:
    """A complaint with a block that relieved, and then with another one."""

    one: Prepared[tuple[Course, Done]]
    two: Prepared[Done]


@pytest.fixture(scope="module")
def stages(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Stages:
    one = prepare(template, tmp_path_factory, course_with_a_block)
    course = one.made[0]
    return Stages(
        one, prepare(one.folder, tmp_path_factory, lambda desks: block_done(desks, course, days=15))
    )


@pytest.fixture(scope="module")
def prepared(stages: Stages) -> Prepared[tuple[Course, Done]]:
    return stages.one


@pytest.fixture(scope="module")
def prepared_second(stages: Stages) -> Prepared[Done]:
    return stages.two


@pytest.fixture
def two_done(stages: Stages, prepared_second: Prepared[Done]) -> Two:
    """The complaint with two blocks, and the second one."""
    return stages.one.made[0], prepared_second.made


@pytest.fixture
def done(prepared: Prepared[tuple[Course, Done]]) -> Done:
    """A block of the course that relieved, with its signed note and response."""
    return prepared.made[1]


@pytest.fixture
def course(desks: Desks, request: pytest.FixtureRequest) -> Course:
    """That of the block that was done, or a new one where a test asks for none."""
    if "done" in request.fixturenames:
        begun: Prepared[tuple[Course, Done]] = request.getfixturevalue("prepared")
        return begun.made[0]
    return new_course(desks)


@pytest.fixture
def surgeon(desks: Desks) -> Correspondent:
    with desks.of("physician").change("directory changed") as change:
        return change.save(SURGEON)


def test_a_block_entered_in_error_counts_for_nothing(desks: Desks, two_done: Two) -> None:
    course, (block, note, _) = two_done
    before = review(desks, course)
    assert (len(before.requested), counted(before)) == (4, 2)
    notice = mark_in_error(physician(desks), note.id, WHY, PIN)
    after = review(desks, course)
    assert (after.requested, counted(after)) == ((), 1)
    assert block.id not in {each.id for each in after.blocks}
    assert read_block(physician(desks), block.id).state is BlockState.ENTERED_IN_ERROR
    assert (notice.number, notice.supersedes, notice.meaning) == ("EN-2027-000001", note.id, Meaning.ERROR)
    assert verify(desks.vault.store).intact


def test_the_signed_bytes_stay_and_the_response_falls_with_its_note(
    desks: Desks, course: Course, done: Done
) -> None:
    _, note, response = done
    mark_in_error(physician(desks), note.id, WHY, PIN)
    assert reprint(physician(desks), note.id) == note.pdf
    known = dispatch_of(physician(desks), note.patient_id)
    fallen = known.error_of(response.id)
    assert fallen is not None
    assert fallen.wrong.reason == f"{WHY} (with {note.number})"
    assert [each.wrong.number for each in known.errors] == [note.number, response.number]


def test_the_notice_names_paper_reason_who_and_when(desks: Desks, course: Course, done: Done) -> None:
    _, note, _ = done
    text = text_of(mark_in_error(physician(desks), note.id, WHY, PIN).pdf)
    assert f"{note.number} was entered in error" in text
    assert WHY in text
    assert note.code in text
    assert "A. Okafor, MD" in text
    assert "23-Jan-2027" in text


def test_a_response_entered_in_error_is_entered_anew(desks: Desks, course: Course, done: Done) -> None:
    block, note, wrong = done
    mark_in_error(physician(desks), wrong.id, "Scores of another day.", PIN)
    assert review(desks, course).responses == (None,)
    assert response_of(physician(desks), block).readings == ()
    assert open_chart(physician(desks), block.patient_id).responses == {}
    right = concluded(desks, block)
    assert review(desks, course).responses[0] is not None
    assert signed_paper(physician(desks), block.id, PaperKind.RESPONSE).number == right.number
    assert note.number in text_of(right.pdf)
    assert verify(desks.vault.store).intact


def test_a_letter_entered_in_error_is_written_anew(
    desks: Desks, surgeon: Correspondent, two_done: Two
) -> None:
    course, (_, note, _) = two_done
    order = LetterOrder(course.id, surgeon)
    letter = sign_letter(desks.of("physician", LATER - timedelta(days=2)), order, PIN)
    assert error_question(physician(desks), note.id).resting == (letter,)
    mark_in_error(physician(desks), letter.id, "Wrong addressee.", PIN)
    assert letter_ready(physician(desks), course.id).signed == ()
    assert review(desks, course).requested
    assert sign_letter(physician(desks), order, PIN).number == "RL-2027-000002"


def test_a_wrong_level_is_no_test_while_the_session_counts(desks: Desks, two_done: Two) -> None:
    course, (_, note, _) = two_done
    wrong = JointSide("L4-5", Side.LEFT)
    notice = mark_in_error(physician(desks), note.id, "The images show L3-4.", PIN, (wrong,))
    found = review(desks, course)
    assert wrong not in found.requested
    assert len(found.requested) == 3
    assert [wrong in each.joints for each in counting(found)] == [True, True]
    assert f"{note.number} is not diagnostic for L4-5 left" in text_of(notice.pdf)
    left = error_question(physician(desks), note.id).joints
    assert wrong not in left
    mark_in_error(physician(desks), note.id, "None of them was right.", PIN, left)
    found = review(desks, course)
    assert (len(found.blocks), counted(found)) == (1, 2)
    assert read_block(physician(desks), found.case.others[0].id).state is BlockState.SIGNED


def test_a_joint_that_was_not_tested_cannot_be_named(desks: Desks, course: Course, done: Done) -> None:
    _, note, _ = done
    with pytest.raises(CannotMark):
        mark_in_error(physician(desks), note.id, WHY, PIN, (JointSide("L1-2", Side.LEFT),))


def test_it_needs_a_reason_and_the_pin(desks: Desks, course: Course, done: Done) -> None:
    _, note, _ = done
    with pytest.raises(CannotMark, match="why"):
        mark_in_error(physician(desks), note.id, " ", PIN)
    with pytest.raises(WrongPin):
        mark_in_error(physician(desks), note.id, WHY, "0815")
    assert dispatch_of(physician(desks), note.patient_id).errors == ()


def test_nobody_undoes_it(desks: Desks, course: Course, done: Done) -> None:
    _, note, response = done
    notice = mark_in_error(physician(desks), note.id, WHY, PIN)
    for paper in (note, response, notice):
        with pytest.raises(CannotMark):
            mark_in_error(physician(desks), paper.id, WHY, PIN)


def test_another_physician_marks_it_only_as_administrator(desks: Desks, course: Course, done: Done) -> None:
    _, note, _ = done
    own = physician(desks)
    other = replace(own.user, id=PEOPLE["manager"].id, name="S. Lund", roles=(Role.PHYSICIAN,))
    with pytest.raises(CannotMark, match="Only who signed"):
        error_question(replace(own, user=other), note.id)
    chief = replace(other, roles=(Role.PHYSICIAN, Role.ADMINISTRATOR))
    assert error_question(replace(own, user=chief), note.id).paper == note
    with pytest.raises(CannotMark, match="Only who signed"):
        error_question(replace(own, user=replace(chief, learner=True)), note.id)


def test_todays_lists_let_go_of_it(desks: Desks, course: Course, done: Done) -> None:
    _, note, _ = done
    assert board(desks.of("physician")).blocks
    mark_in_error(physician(desks), note.id, WHY, PIN)
    found = board(desks.of("physician"))
    assert found.blocks == found.responses_to_sign == ()


def test_every_recipient_gets_one_notice_that_stays_open_until_it_is_sent(
    desks: Desks, course: Course, surgeon: Correspondent, done: Done
) -> None:
    _, note, _ = done
    faxed(desks, note)
    faxed(desks, note)
    desk = desks.of("nurse", LATER - timedelta(hours=2))
    record_receipt(desk, note.id, Given(PATIENT, HowSent.HANDED, desk.now))
    assert open_notices(desk) == ()
    mark_in_error(physician(desks), note.id, WHY, PIN)
    waiting = open_notices(desks.of("front desk", LATER))
    assert [each.to for each in waiting] == [surgeon.name, PATIENT]
    text = text_of(waiting[0].notice.pdf)
    assert "Holm Spine" in text
    assert "by fax" in text
    assert f"Correction of procedure note {note.number}" in text.replace("\xa0", " ")
    desk = desks.of("front desk", LATER)
    record_receipt(desk, waiting[0].notice.id, Given(surgeon.name, HowSent.FAXED, LATER, surgeon.id))
    assert [each.to for each in open_notices(desk)] == [PATIENT]
    assert verify(desks.vault.store).intact


def test_a_recipient_who_is_recorded_later_is_told_too(
    desks: Desks, course: Course, surgeon: Correspondent, done: Done
) -> None:
    _, note, _ = done
    notice = mark_in_error(physician(desks), note.id, WHY, PIN)
    faxed(desks, note)
    (untold,) = dispatch_of(physician(desks), note.patient_id).untold
    assert untold.to == surgeon.name
    (late,) = sign_late_corrections(physician(desks), notice.id, PIN)
    assert say_to(late) == surgeon.name
    assert dispatch_of(physician(desks), note.patient_id).untold == ()
    with pytest.raises(NobodyToTell):
        sign_late_corrections(physician(desks), notice.id, PIN)


def test_a_receipt_names_somebody_and_no_time_to_come(desks: Desks, course: Course, done: Done) -> None:
    _, note, _ = done
    with pytest.raises(NotReceived):
        record_receipt(physician(desks), note.id, Given(" ", HowSent.HANDED, LATER))
    with pytest.raises(NotReceived):
        record_receipt(physician(desks), note.id, Given("x", HowSent.HANDED, LATER + timedelta(minutes=1)))


def test_the_audit_trail_tells_of_both_and_holds_no_name(
    desks: Desks, course: Course, surgeon: Correspondent, done: Done
) -> None:
    _, note, _ = done
    faxed(desks, note)
    mark_in_error(physician(desks), note.id, WHY, PIN)
    with desks.vault.store.look() as look:
        last, given = recent(look.connection, limit=2)
    assert (last.event, given.event) == ("entered in error", "paper given")
    assert surgeon.name.encode() not in given.detail
