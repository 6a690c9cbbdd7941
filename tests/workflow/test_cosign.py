"""Learner and attending: two signatures on one paper, and nothing rests on the first alone."""

import json
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from mbb_desktop.clinical.access import Emergency, Role, User
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.cosignature import Attestation, CosignStanding, Supervised
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import Meaning, PaperKind, SignedDocument
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.clinical.response import Conclusion
from mbb_desktop.documents.addendum_facts import AddendumFacts
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.storage import cosignatures, papers
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.lots import LotQuery
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.vault import Vault
from mbb_desktop.workflow.authorizations import payer_file, save_authorization
from mbb_desktop.workflow.calls import call_list
from mbb_desktop.workflow.cosign import (
    CannotCosign,
    ask_again,
    attendings,
    attendings_for,
    cosign,
    cosign_question,
    return_paper,
    signed_facts,
    to_cosign,
)
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.find_lots import find_lots
from mbb_desktop.workflow.issue_addendum import sign_addendum
from mbb_desktop.workflow.issue_letter import LetterOrder, letter_ready, sign_letter
from mbb_desktop.workflow.issue_paper import NotYours, note_facts, reprint, sign_note
from mbb_desktop.workflow.issue_response import CannotConclude, sign_response
from mbb_desktop.workflow.keep_clinic import save_correspondent
from mbb_desktop.workflow.mark_error import CannotMark, error_question, mark_in_error
from mbb_desktop.workflow.print_list import print_list
from mbb_desktop.workflow.print_papers import CannotPrint, begin_print, look_at, papers_to_save, put_back
from mbb_desktop.workflow.record_block import read_block
from mbb_desktop.workflow.review_course import review_course
from mbb_desktop.workflow.signing import WrongPin
from mbb_desktop.workflow.verify_paper import Told, check_alone, check_paper
from tests.workflow.conftest import NOW, PEOPLE, PIN, Desks, Prepared, prepare
from tests.workflow.teaching import ATTENDING, Learning, learning
from tests.workflow.test_authorizations import granted
from tests.workflow.test_signing import POSITIVE, performed, scored, text_of

KEY = Attestation.KEY_PORTIONS
LATER = NOW + timedelta(hours=1)


Awaited = tuple[Block, SignedDocument]


@dataclass(frozen=True)
class School:
    """Who learns and who attends, and a block that the learner signed under supervision."""

    people: Learning
    course: Course
    awaited: Awaited


def taught(desks: Desks) -> School:
    people = learning(desks)
    course = people.course()
    return School(people, course, people.awaiting(course))


@pytest.fixture(scope="module")
def prepared(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared[School]:
    return prepare(template, tmp_path_factory, taught)


@pytest.fixture
def clinic(prepared: Prepared[School], vault: Vault) -> Learning:
    return replace(prepared.made.people, vault=vault)


@pytest.fixture
def course(prepared: Prepared[School]) -> Course:
    return prepared.made.course


@pytest.fixture
def awaited(prepared: Prepared[School]) -> Awaited:
    """The block, and its note that awaits the co-signature."""
    return prepared.made.awaited


def test_a_learner_signs_under_a_named_attending_and_it_is_not_final(
    clinic: Learning, awaited: Awaited
) -> None:
    block, paper = awaited
    assert paper.meaning is Meaning.UNDER_SUPERVISION
    assert read_block(clinic.attending(), block.id).state is BlockState.AWAITING
    said = text_of(paper.pdf)
    assert said.count("co-signature missing") == 3  # on both pages, and where the attending's would be
    assert "not final until A. Okafor, MD has co-signed" in said
    assert "Performed under supervision" in said
    assert "J. Lee, MD, learner" in said
    assert [each.paper.id for each in to_cosign(clinic.attending())] == [paper.id]
    assert to_cosign(clinic.of("physician")) == to_cosign(clinic.second()) == ()
    assert verify(clinic.vault.store).intact


def test_nobody_is_the_attending_by_default_and_no_learner_or_nurse_can_be(
    clinic: Learning, course: Course
) -> None:
    learner, block = clinic.of("physician"), performed(clinic, course)
    with pytest.raises(NotYours, match="choose the attending"):
        sign_note(learner, block, PIN)
    for nobody in (learner.user.id, PEOPLE["nurse"].id, block.id):
        with pytest.raises(NotYours, match="cannot co-sign"):
            sign_note(learner, block, PIN, supervised=Supervised(nobody))
    assert [user.name for user in attendings(learner)] == ["B. Novak", "A. Okafor"]
    assert attendings(clinic.attending()) == ()
    assert read_block(learner, block.id).state is BlockState.DRAFT


def test_who_was_marked_as_learner_since_unlocking_signs_nothing_alone(
    clinic: Learning, course: Course
) -> None:
    desk = replace(clinic.of("physician"), user=replace(clinic.learner, learner=False))
    with pytest.raises(NotYours, match="choose the attending"):
        sign_note(desk, performed(clinic, course), PIN)


def test_the_co_signed_paper_carries_both_and_is_made_of_what_was_signed(
    clinic: Learning, awaited: Awaited
) -> None:
    block, before = awaited
    question = cosign_question(clinic.attending(), before.id)
    assert question.block == read_block(clinic.attending(), block.id)
    assert Attestation.ADDENDUM not in question.statements
    done = cosign(clinic.attending(LATER), before.id, KEY, PIN)
    assert (done.content, done.signature, done.number) == (before.content, before.signature, before.number)
    assert (done.final, done.version) == (True, 2)
    said = text_of(done.pdf)
    assert "missing" not in said.partition("Signed electronically")[2]
    for part in ("J. Lee, MD, learner", "A. Okafor, MD, attending physician", KEY.value, "version 2"):
        assert part in said.replace("\r\n", " ").replace("\n", " ")
    assert read_block(clinic.attending(), block.id).state is BlockState.SIGNED
    assert reprint(clinic.of("front desk"), done.id) == done.pdf
    assert to_cosign(clinic.attending()) == ()
    assert verify(clinic.vault.store).intact
    with clinic.vault.store.look() as look:
        given = cosignatures.one(look.connection, done.id)
        assert papers.by_pdf(look, done.pdf_sha256) == done
    assert given is not None
    assert given.key_id != done.key_id
    bound = cosignatures.signed_bytes(done, given, clinic.vault.store.vault_id)
    assert done.content_sha256 in bound
    assert done.signature in bound


def test_the_facts_of_the_paper_come_back_from_the_signed_bytes(clinic: Learning, awaited: Awaited) -> None:
    block, paper = awaited
    facts = signed_facts(paper).facts
    now = note_facts(clinic.of("physician"), block.id)
    assert isinstance(facts, NoteFacts)
    used = {name: now.agents[name] for name in facts.agents}
    assert now.attending is not None
    assert now.attending.id == ATTENDING.attending_id
    assert facts == replace(now, agents=used)
    assert facts.agents
    kept = json.loads(paper.content)
    assert json.loads(canonical(facts)) == kept["facts"]
    for bad in (b"", b"{}", b"[]", b'{"facts":{"patient":1}}', b'{"facts":{"patient":{}}}'):
        with pytest.raises(CannotCosign, match="cannot be read"):
            signed_facts(replace(paper, content=bad))


def test_only_the_attending_who_was_asked_co_signs_and_only_once(clinic: Learning, awaited: Awaited) -> None:
    _, paper = awaited
    for desk in (clinic.second(), clinic.of("physician")):
        with pytest.raises(CannotCosign, match="Only they can"):
            cosign(desk, paper.id, KEY, PIN)
    with pytest.raises(CannotCosign, match="Choose what you attest"):
        cosign(clinic.attending(), paper.id, Attestation.ADDENDUM, PIN)
    with pytest.raises(WrongPin):
        cosign(clinic.attending(), paper.id, KEY, "1593")
    cosign(clinic.attending(), paper.id, KEY, PIN)
    for again in (KEY, Attestation.REVIEWED):
        with pytest.raises(CannotCosign, match="co-signed already"):
            cosign(clinic.attending(), paper.id, again, PIN)


def test_emergency_access_and_other_roles_never_co_sign(desks: Desks) -> None:
    for role in ("nurse", "administrator", "front desk"):
        desk = replace(desks.of(role), emergency=Emergency(LATER, "the attending is away"))
        with pytest.raises(NotAllowed):
            cosign(desk, new_id(NOW), KEY, PIN)
        with pytest.raises(NotAllowed):
            return_paper(desk, new_id(NOW), "not mine", PIN)


def test_a_return_says_why_and_unlocks_nothing(clinic: Learning, awaited: Awaited) -> None:
    block, paper = awaited
    with pytest.raises(CannotCosign, match="Write why"):
        return_paper(clinic.attending(), paper.id, "  ", PIN)
    returned = return_paper(clinic.attending(LATER), paper.id, "The volume at L4 was 1 mL.", PIN)
    assert returned.cosigning is not None
    assert returned.cosigning.standing is CosignStanding.RETURNED
    assert read_block(clinic.attending(), block.id).state is BlockState.RETURNED
    assert to_cosign(clinic.attending()) == ()
    (mine,) = to_cosign(clinic.of("physician"))
    assert mine.returned
    with pytest.raises(CannotCosign, match="when they ask again"):
        cosign(clinic.attending(), paper.id, KEY, PIN)
    ask_again(clinic.of("physician"), paper.id, PEOPLE["physician"].id)
    assert read_block(clinic.attending(), block.id).state is BlockState.AWAITING
    assert cosign(clinic.attending(LATER), paper.id, KEY, PIN).final
    with clinic.vault.store.look() as look:
        events = {event.event for event in recent(look.connection)}
    assert {"co-signature refused", "co-signature asked", "paper co-signed"} <= events
    assert verify(clinic.vault.store).intact


def correction(clinic: Learning, paper: SignedDocument, text: str = "1 mL at L4.") -> SignedDocument:
    """An addendum that the learner signs under supervision."""
    return sign_addendum(clinic.of("physician"), paper.id, text, "was wrong", PIN, supervised=ATTENDING)


def test_an_addendum_brings_the_returned_note_back_and_both_become_final_as_one(
    clinic: Learning, awaited: Awaited
) -> None:
    block, note = awaited
    return_paper(clinic.attending(LATER), note.id, "The volume at L4 was 1 mL.", PIN)
    addendum = correction(clinic, note)
    assert read_block(clinic.attending(), block.id).state is BlockState.AWAITING
    assert to_cosign(clinic.of("physician")) == ()
    (waiting,) = to_cosign(clinic.attending())
    assert (waiting.paper.id, [each.id for each in waiting.addenda]) == (note.id, [addendum.id])
    question = cosign_question(clinic.attending(), addendum.id)  # asked about either, both are read
    assert (question.paper.id, question.block is not None) == (note.id, True)
    assert [(each.said, each.open) for each in question.addenda] == [("1 mL at L4.", True)]
    for read in ((), (note.id,)):
        with pytest.raises(CannotCosign, match="Read it, say that you agree"):
            cosign(clinic.attending(LATER), note.id, KEY, PIN, reviewed=read)
    both = cosign(clinic.attending(LATER), addendum.id, KEY, PIN, reviewed=(addendum.id,))
    assert (both.id, both.final) == (addendum.id, True)
    with clinic.vault.store.look() as look:
        final = papers.get(look, note.id)
        (event, *_) = recent(look.connection)
    assert (final.final, final.content, final.signature) == (True, note.content, note.signature)
    assert final.cosigning is not None
    assert both.cosigning is not None
    assert (final.cosigning.attestation, both.cosigning.attestation) == (KEY, Attestation.ADDENDUM)
    assert (event.event, event.detail.count(b'"attestation"')) == ("paper co-signed", 2)
    said = " ".join(text_of(final.pdf).split())
    assert f"Read together with addendum {addendum.number}, co-signed with it." in said
    assert read_block(clinic.attending(), block.id).state is BlockState.SIGNED
    assert {each.key[0] for each in print_list(clinic.of("front desk", LATER)).waiting} == {
        note.id,
        addendum.id,
    }
    assert verify(clinic.vault.store).intact


def test_note_and_addendum_are_returned_and_handed_on_as_one(clinic: Learning, awaited: Awaited) -> None:
    _, note = awaited
    first = correction(clinic, note, "0.4 mL at L4.")
    return_paper(clinic.attending(), first.id, "Not 0.4 mL either.", PIN)
    (mine,) = to_cosign(clinic.of("physician"))
    assert (mine.paper.id, mine.returned, [each.id for each in mine.addenda]) == (note.id, True, [first.id])
    mark_in_error(clinic.of("physician"), first.id, "Wrong volume again.", PIN)
    last = correction(clinic, note)
    ask_again(clinic.second(), last.id, clinic.other.id, "A. Okafor is away until Monday.")
    (waiting,) = to_cosign(clinic.second())
    assert (waiting.paper.id, [each.id for each in waiting.addenda]) == (note.id, [last.id])
    assert to_cosign(clinic.attending()) == ()
    cosign(clinic.second(), note.id, Attestation.REVIEWED, PIN, reviewed=(last.id,))
    with clinic.vault.store.look() as look:
        assert [each.id for each in papers.open_learners(look)] == []
    assert verify(clinic.vault.store).intact


def test_a_returned_addendum_to_a_final_note_comes_back_with_an_addendum_of_its_own(
    clinic: Learning, awaited: Awaited
) -> None:
    _, note = awaited
    cosign(clinic.attending(), note.id, KEY, PIN)
    first = correction(clinic, note)
    return_paper(clinic.attending(), first.id, "At L5, not L4.", PIN)
    second = correction(clinic, first, "At L5.")
    (waiting,) = to_cosign(clinic.attending())
    assert (waiting.paper.id, [each.id for each in waiting.addenda]) == (first.id, [second.id])
    cosign(clinic.attending(), first.id, Attestation.ADDENDUM, PIN, reviewed=(second.id,))
    assert to_cosign(clinic.attending()) == to_cosign(clinic.of("physician")) == ()
    assert verify(clinic.vault.store).intact


def test_another_learners_addendum_moves_no_note_that_awaits_somebody_else(
    clinic: Learning, awaited: Awaited
) -> None:
    _, note = awaited
    ask_again(clinic.of("physician"), note.id, clinic.other.id)
    colleague = clinic.joined("C. Reed")
    with pytest.raises(NotYours, match=r"awaits the co-signature of B. Novak, DO. Choose them"):
        sign_addendum(colleague, note.id, "I saw it too.", "present", PIN, supervised=ATTENDING)
    said = Supervised(clinic.other.id)
    addendum = sign_addendum(colleague, note.id, "I saw it too.", "present", PIN, supervised=said)
    (waiting,) = to_cosign(clinic.second())
    assert [each.id for each in waiting.addenda] == [addendum.id]


def test_nobody_co_signs_what_was_signed_as_a_learner_before(clinic: Learning, awaited: Awaited) -> None:
    _, note = awaited

    def other_is(*, learner: bool) -> Learning:
        with clinic.vault.store.change(clinic.vault.user, "person changed", at=NOW) as change:
            kept = change.save(replace(change.get(User, clinic.other.id), learner=learner))
        return replace(clinic, other=kept)

    sign_addendum(
        other_is(learner=True).second(), note.id, "1 mL at L4.", "volume", PIN, supervised=ATTENDING
    )
    desk = other_is(learner=False).second(LATER)
    with pytest.raises(CannotCosign, match="cannot co-sign"):
        ask_again(desk, note.id, desk.user.id, "A. Okafor is away until Monday.")
    return_paper(clinic.attending(LATER), note.id, "The volume at L4 was 1 mL.", PIN)
    with pytest.raises(NotYours, match="as a learner"):
        sign_addendum(
            clinic.of("physician"),
            note.id,
            "1 mL at L4.",
            "volume",
            PIN,
            supervised=Supervised(desk.user.id),
        )


def test_an_addendum_falls_with_the_note_that_was_entered_in_error(
    clinic: Learning, awaited: Awaited
) -> None:
    block, note = awaited
    addendum = correction(clinic, note)
    assert [each.id for each in error_question(clinic.of("physician"), note.id).with_it] == [addendum.id]
    mark_in_error(clinic.of("physician"), note.id, "Another patient's.", PIN)
    assert to_cosign(clinic.attending()) == ()
    assert read_block(clinic.attending(), block.id).state is BlockState.ENTERED_IN_ERROR
    with pytest.raises(CannotCosign, match="entered in error"):
        cosign_question(clinic.attending(), addendum.id)
    assert verify(clinic.vault.store).intact


def test_nobody_prints_or_saves_it_from_letters_before_and_then_the_co_signed_one(
    clinic: Learning, awaited: Awaited
) -> None:
    _, before = awaited
    front, key = clinic.of("front desk"), (before.id, "")
    with pytest.raises(CannotPrint, match="not final"):
        begin_print(front, [key], "Front desk", 1)
    with pytest.raises(CannotPrint, match="not final"):
        papers_to_save(front, [key])
    put_back(front, [key])
    assert print_list(front).waiting == ()
    assert verify(clinic.vault.store).intact
    after = cosign(clinic.attending(LATER), before.id, KEY, PIN)
    front = clinic.of("front desk", LATER)
    assert [each.key for each in print_list(front).waiting] == [key]
    assert [pdf for _, pdf in papers_to_save(front, [key])] == [after.pdf]
    shown = look_at(front, key)
    assert "version 2" in text_of(shown).replace("\r\n", " ").replace("\n", " ")
    assert begin_print(front, [key], "Front desk", 1).pdfs == (after.pdf,)
    assert verify(clinic.vault.store).intact


def test_its_lots_are_found_and_its_session_is_used_while_it_waits(
    clinic: Learning, awaited: Awaited, course: Course
) -> None:
    block, _ = awaited
    uses = find_lots(clinic.of("nurse"), LotQuery(agent="lidocaine")).uses
    assert {(use.block_id, use.state) for use in uses} == {(block.id, BlockState.AWAITING)}
    desk = clinic.of("front desk")
    payer = save_correspondent(desk, Correspondent(new_id(NOW), CorrespondentKind.PAYER, "Northfield Health"))
    save_authorization(desk, granted(course, payer))
    assert [each.on for each in payer_file(desk, course.patient_id).known.sessions] == [block.performed_on]


def test_another_attending_can_be_asked(clinic: Learning, awaited: Awaited) -> None:
    _, paper = awaited
    assert [user.name for user in attendings_for(clinic.second(), paper.id)] == ["B. Novak", "A. Okafor"]
    with pytest.raises(CannotCosign, match="cannot co-sign"):
        ask_again(clinic.second(), paper.id, clinic.learner.id)
    with clinic.vault.store.change(PEOPLE["physician"], "person changed", at=NOW) as change:
        other = change.get(User, clinic.other.id)
        learning_now = change.save(replace(other, roles=(Role.PHYSICIAN, Role.NURSE), learner=True))
    with pytest.raises(CannotCosign, match="cannot co-sign"):
        ask_again(clinic.attending(), paper.id, clinic.other.id)
    with clinic.vault.store.change(PEOPLE["physician"], "person changed", at=NOW) as change:
        change.save(replace(learning_now, learner=False))
    with pytest.raises(CannotCosign, match="Write why"):
        ask_again(clinic.second(), paper.id, clinic.other.id, " ")
    with pytest.raises(CannotMark):
        error_question(clinic.second(), paper.id)
    ask_again(clinic.second(), paper.id, clinic.other.id, "A. Okafor is away until Monday.")
    with pytest.raises(CannotMark):  # it only waits for this attending now
        mark_in_error(clinic.second(), paper.id, "Mine now.", PIN)
    with clinic.vault.store.look() as look:
        assert "away until Monday" in recent(look.connection)[0].detail.decode()
    assert to_cosign(clinic.attending()) == ()
    assert cosign(clinic.second(), paper.id, Attestation.REVIEWED, PIN).final
    with pytest.raises(CannotCosign, match="Only the learner"):
        ask_again(clinic.second(), paper.id, PEOPLE["physician"].id)


def test_a_learner_marks_an_own_paper_in_error_only_before_it_is_co_signed(
    clinic: Learning, awaited: Awaited
) -> None:
    block, paper = awaited
    mark_in_error(clinic.of("physician"), paper.id, "Another patient's.", PIN)
    assert read_block(clinic.attending(), block.id).state is BlockState.ENTERED_IN_ERROR
    assert to_cosign(clinic.attending()) == ()
    with pytest.raises(CannotCosign, match="entered in error"):
        cosign(clinic.attending(), paper.id, KEY, PIN)
    with pytest.raises(CannotCosign):
        ask_again(clinic.of("physician"), paper.id, clinic.other.id)
    assert verify(clinic.vault.store).intact


def test_a_notice_about_a_joint_stops_the_co_signature_and_is_shown_with_the_addenda(
    clinic: Learning,
    awaited: Awaited,
) -> None:
    _, paper = awaited
    learner = clinic.of("physician")
    sign_addendum(learner, paper.id, "The lot was 4K1183.", "misread", PIN, supervised=ATTENDING)
    sign_addendum(clinic.attending(), paper.id, "I watched.", "left out", PIN)
    place = error_question(learner, paper.id).joints[0]
    notice = mark_in_error(learner, paper.id, "The needle was elsewhere.", PIN, (place,))
    question = cosign_question(clinic.attending(), paper.id)
    assert [each.number for each in question.notices] == [notice.number]
    assert [each.said for each in question.addenda] == ["The lot was 4K1183.", "I watched."]
    assert question.hindered.startswith(f"{notice.number} says that a part of it is an error. Return it")
    with pytest.raises(CannotCosign, match="Return it"):
        cosign(clinic.attending(), paper.id, KEY, PIN)
    return_paper(clinic.attending(), paper.id, "Mark all of it.", PIN)
    mark_in_error(learner, paper.id, "Documented anew.", PIN)
    assert verify(clinic.vault.store).intact


def test_the_attending_marks_a_co_signed_paper_and_the_learner_does_not(
    clinic: Learning, awaited: Awaited
) -> None:
    _, paper = awaited
    cosign(clinic.attending(), paper.id, KEY, PIN)
    with pytest.raises(CannotMark, match="before it is co-signed"):
        error_question(clinic.of("physician"), paper.id)
    assert error_question(clinic.attending(), paper.id).paper.final


def test_nothing_that_needs_a_signed_block_rests_on_the_learner_alone(
    clinic: Learning, awaited: Awaited, course: Course
) -> None:
    block, paper = awaited
    scores = scored(clinic, block, POSITIVE)
    concluded = replace(scores, conclusion=Conclusion.POSITIVE)
    month = NOW + timedelta(days=41)
    with pytest.raises(CannotConclude, match="co-sign the procedure note"):
        sign_response(clinic.attending(month), concluded, PIN)
    ready = letter_ready(clinic.attending(month), course.id)
    assert any("has to co-sign the procedure note" in said for said in ready.before_signing)
    findings = review_course(clinic.attending(month), course.id).judgement.findings
    assert any("co-signature of the note" in gap for found in findings for gap in found.missing)
    shown = print_list(clinic.of("front desk"))
    assert shown.waiting == ()
    assert [(each.kind, each.missing, each.standing) for each in shown.unfinished] == [
        (PaperKind.PROCEDURE_NOTE, ("to be co-signed by A. Okafor, MD",), CosignStanding.AWAITED)
    ]
    assert [row.block.id for row in call_list(clinic.of("nurse", NOW + timedelta(days=1))).due] == [block.id]
    cosign(clinic.attending(month), paper.id, KEY, PIN)
    assert [each.paper and each.paper.id for each in print_list(clinic.of("front desk")).waiting] == [
        paper.id
    ]
    with pytest.raises(NotYours, match="diagnostic response"):
        sign_response(clinic.of("physician", month), concluded, PIN)
    assert sign_response(clinic.attending(month), concluded, PIN).final  # who co-signed concludes
    with pytest.raises(NotYours, match="letter"):
        sign_letter(clinic.of("physician", month), LetterOrder(course.id), PIN)


def test_a_learners_addendum_waits_as_well(clinic: Learning, awaited: Awaited) -> None:
    _, note = awaited
    cosign(clinic.attending(), note.id, KEY, PIN)
    learner = clinic.of("physician")
    with pytest.raises(NotYours):
        sign_addendum(learner, note.id, "More.", "left out", PIN)
    added = sign_addendum(learner, note.id, "More.", "left out", PIN, supervised=ATTENDING)
    assert not added.final
    assert isinstance(signed_facts(added).facts, AddendumFacts)
    question = cosign_question(clinic.attending(), added.id)
    assert (question.said, question.statements) == ("More.", (Attestation.ADDENDUM,))
    done = cosign(clinic.attending(LATER), added.id, Attestation.ADDENDUM, PIN)
    assert Attestation.ADDENDUM.value in text_of(done.pdf)
    assert verify(clinic.vault.store).intact


def test_both_versions_of_the_pdf_are_ours_and_the_first_says_that_it_was_not_final(
    clinic: Learning, awaited: Awaited
) -> None:
    _, before = awaited
    assert check_alone(before.pdf).told is Told.STANDS
    waiting = check_paper(clinic.attending(), before.pdf)
    assert (waiting.told, any("not final" in each for each in waiting.sentences)) == (Told.NOT_FINAL, True)
    after = cosign(clinic.attending(LATER), before.id, KEY, PIN)
    assert check_alone(after.pdf).told is Told.STANDS
    both = check_paper(clinic.attending(), after.pdf)
    assert both.told is Told.STANDS
    assert any("Co-signed by A. Okafor, MD" in each for each in both.sentences)
    old = check_paper(clinic.attending(), before.pdf)
    assert old.told is Told.NOT_FINAL
    assert any("version 2" in each for each in old.sentences)
    changed = after.pdf.replace(b"%MBB-Desktop seal", b"%MBB-Desktop-seal")
    assert check_paper(clinic.attending(), changed).told is Told.NOT_CONFIRMED
