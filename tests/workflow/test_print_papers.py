"""The print station: what waits, one job for each patient, how it ended, and who received it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from mbb_desktop.clinical.access import Emergency
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.clinical.handout import HandoutKind
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind, Patient
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.print_step import PRINTS_FOR, PrintOf, Standing
from mbb_desktop.clinical.receipt import HowSent
from mbb_desktop.storage import receipts
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.tables import TO_PRINT
from mbb_desktop.workflow.correct import Given, NotReceived, record_receipt
from mbb_desktop.workflow.desk import Desk, NotAllowed
from mbb_desktop.workflow.issue_addendum import sign_addendum
from mbb_desktop.workflow.issue_letter import LetterOrder, letter_ready, sign_letter
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_enclosures import strike_enclosure
from mbb_desktop.workflow.keep_patients import open_chart, save_patient
from mbb_desktop.workflow.make_packet import NotEnclosed, Packet
from mbb_desktop.workflow.mark_error import error_question, mark_in_error
from mbb_desktop.workflow.print_handout import HandoutOrder
from mbb_desktop.workflow.print_list import PrintItem, count_to_print, print_list
from mbb_desktop.workflow.print_papers import (
    CannotPrint,
    begin_print,
    end_print,
    look_at,
    open_item,
    order_handout,
    order_packet,
    papers_to_save,
    put_back,
    record_sent,
    say_outcome,
    take_off,
)
from tests.documents.reading import pages_of
from tests.workflow.conftest import NOW, PIN, Desks, Prepared, lumbar_course, prepare, somebody
from tests.workflow.test_keep_enclosures import added
from tests.workflow.test_mark_error import LATER, block_done, concluded
from tests.workflow.test_signing import performed

SURGEON = Correspondent(new_id(NOW), CorrespondentKind.RFA_PROVIDER, "R. Holm", "MD", "Holm Spine")
COPY_TO = "Dr E. Meyer"
REASON = "Transfer to hospital, blood thinner unknown"


Letter = tuple[Course, SignedDocument]


def two_blocks(desks: Desks) -> Course:
    course = new_course(desks)
    for days in (0, 30):
        block_done(desks, course, days)
    return course


def written(desks: Desks, course: Course) -> Letter:
    with desks.vault.store.change(desks.vault.user, "directory", at=NOW) as change:
        change.save(SURGEON)
    order = LetterOrder(course.id, SURGEON, cc=(COPY_TO,))
    return course, sign_letter(desks.of("physician", LATER), order, PIN)


def new_course(desks: Desks) -> Course:
    desk = desks.of("physician")
    patient = save_patient(desk, somebody())
    return save_course(desk, lumbar_course(patient))


@dataclass(frozen=True)
class Stages:
    """After two positive blocks, and after the letter about them."""

    blocks: Prepared[Course]
    letter: Prepared[Letter]


@pytest.fixture(scope="module")
def stages(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Stages:
    blocks = prepare(template, tmp_path_factory, two_blocks)
    after = prepare(blocks.folder, tmp_path_factory, lambda desks: written(desks, blocks.made))
    return Stages(blocks, after)


@pytest.fixture(scope="module")
def prepared(stages: Stages) -> Prepared[Letter]:
    return stages.letter


@pytest.fixture(scope="module")
def prepared_blocks(stages: Stages) -> Prepared[Course]:
    return stages.blocks


@pytest.fixture
def due_course(prepared_blocks: Prepared[Course]) -> Course:
    """Two positive blocks, and no letter."""
    return prepared_blocks.made


@pytest.fixture
def letter(prepared: Prepared[Letter]) -> SignedDocument:
    """A letter after two blocks, to a surgeon with a copy to a general practitioner."""
    return prepared.made[1]


@pytest.fixture
def course(prepared: Prepared[Letter]) -> Course:
    """That of the letter."""
    return prepared.made[0]


def front_desk(desks: Desks, minutes: int = 0) -> Desk:
    return desks.of("front desk", LATER + timedelta(minutes=minutes))


def emergency(desks: Desks, minutes: int = 0) -> Desk:
    """The administrator, reading and printing for 30 minutes."""
    desk = desks.of("administrator", LATER + timedelta(minutes=minutes))
    return replace(desk, emergency=Emergency(LATER + timedelta(minutes=30), REASON))


def items(desks: Desks, kind: object = PaperKind.RFA_LETTER, minutes: int = 60) -> list[PrintItem]:
    """Whatever the list holds of a kind, waiting or done."""
    known = print_list(front_desk(desks, minutes))
    return [each for each in (*known.waiting, *known.done) if each.kind is kind]


def standings(desks: Desks, kind: object = PaperKind.RFA_LETTER) -> list[tuple[str, Standing]]:
    return sorted(((each.addressee.to, each.standing) for each in items(desks, kind)), key=str)


def test_a_signed_letter_waits_for_each_of_its_addressees(desks: Desks, letter: SignedDocument) -> None:
    assert standings(desks) == [(COPY_TO, Standing.READY), ("R. Holm", Standing.READY)]


def test_letters_come_before_notes_and_everything_is_counted(desks: Desks, letter: SignedDocument) -> None:
    known = print_list(front_desk(desks)).waiting
    assert [item.kind for item in known] == [
        PaperKind.RFA_LETTER,
        PaperKind.RFA_LETTER,
        PaperKind.PROCEDURE_NOTE,
        PaperKind.PROCEDURE_NOTE,
        PaperKind.RESPONSE,
        PaperKind.RESPONSE,
    ]
    assert count_to_print(front_desk(desks)) == len(known)


def test_two_positive_blocks_without_a_letter_are_not_complete(desks: Desks, due_course: Course) -> None:
    (waiting,) = print_list(desks.of("nurse", LATER)).unfinished
    assert (waiting.kind, waiting.missing) == (PaperKind.RFA_LETTER, ("the letter",))
    assert print_list(front_desk(desks)).unfinished == ()


def first_block(desks: Desks, course: Course) -> tuple[Block, SignedDocument]:
    """The older block of the two, and its note."""
    chart = open_chart(desks.of("physician"), course.patient_id)
    block = chart.blocks[-1]
    (note,) = (p for p in chart.papers if p.block_id == block.id and p.kind is PaperKind.PROCEDURE_NOTE)
    return block, note


def due(desks: Desks) -> list[tuple[JointSide, ...]]:
    known = print_list(desks.of("nurse", LATER + timedelta(days=60))).unfinished
    return [each.joints for each in known if each.kind is PaperKind.RFA_LETTER]


def test_a_letter_entered_in_error_is_to_be_written_again(desks: Desks, letter: SignedDocument) -> None:
    assert due(desks) == []
    mark_in_error(desks.of("physician", LATER), letter.id, "The wrong provider.", PIN)
    assert len(due(desks)) == 1


def ablated(desks: Desks, course: Course, days: int) -> None:
    known = open_chart(desks.of("physician"), course.patient_id).courses[0]
    done = Treatment(on=(NOW + timedelta(days=days)).date(), elsewhere=True)
    save_course(desks.of("physician", LATER), replace(known, ablations=(done,)))


@pytest.mark.parametrize(("days", "letters"), [(-200, 1), (45, 0)], ids=["before", "after"])
def test_an_ablation_before_the_blocks_hides_no_letter(
    desks: Desks, due_course: Course, days: int, letters: int
) -> None:
    ablated(desks, due_course, days)
    assert len(due(desks)) == letters


def test_a_letter_before_the_last_ablation_is_none_about_the_next(
    desks: Desks, course: Course, letter: SignedDocument
) -> None:
    ablated(desks, course, 61)
    assert due(desks) == []
    block = performed(desks, course, NOW + timedelta(days=65))
    sign_note(desks.of("physician", NOW + timedelta(days=65)), block, PIN)
    concluded(desks, block, days=70)
    assert len(due(desks)) == 1


def test_a_positive_block_with_every_joint_withdrawn_counts_for_no_letter(
    desks: Desks, due_course: Course
) -> None:
    block, note = first_block(desks, due_course)
    assert len(due(desks)) == 1
    for joint in joints_blocked(block):
        mark_in_error(desks.of("physician", LATER), note.id, "Wrong level.", PIN, (joint,))
    assert due(desks) == []


def test_a_printed_letter_still_waits_to_be_sent_and_a_printed_note_does_not(
    desks: Desks, letter: SignedDocument
) -> None:
    desk = front_desk(desks)
    note = items(desks, PaperKind.PROCEDURE_NOTE)[0]
    run = begin_print(desk, (((letter.id, "R. Holm")), note.key), "Front desk", 1)
    end_print(front_desk(desks, 1), run)
    assert standings(desks) == [(COPY_TO, Standing.READY), ("R. Holm", Standing.PRINTED)]
    waiting = {item.key for item in print_list(desk).waiting}
    assert (letter.id, "R. Holm") in waiting
    assert note.key not in waiting


def test_a_job_holds_the_frozen_bytes_and_a_title_of_numbers(desks: Desks, letter: SignedDocument) -> None:
    note = items(desks, PaperKind.PROCEDURE_NOTE)[0]
    run = begin_print(front_desk(desks), ((letter.id, "R. Holm"), note.key), "Front desk", 1)
    assert run.pdfs[0] == letter.pdf
    assert run.title == f"MBB {letter.number} and 1 more"


def test_one_job_never_holds_two_patients(desks: Desks, letter: SignedDocument) -> None:
    other = save_patient(desks.of("physician"), somebody("Lind", "Per", "77"))
    second = save_course(desks.of("physician"), lumbar_course(other))
    _block, note, _response = block_done(desks, second)
    with pytest.raises(CannotPrint, match="one patient"):
        begin_print(front_desk(desks), ((letter.id, "R. Holm"), (note.id, "")), "Front desk", 1)


def test_a_failed_job_stays_with_its_reason_and_can_be_tried_again(
    desks: Desks, letter: SignedDocument
) -> None:
    key = (letter.id, "R. Holm")
    run = begin_print(front_desk(desks), (key,), "Front desk", 1)
    end_print(front_desk(desks, 1), run, "Front desk did not take the paper.")
    failed = next(item for item in items(desks) if item.key == key)
    assert failed.standing is Standing.FAILED
    assert failed.last is not None
    assert failed.last.reason == "Front desk did not take the paper."
    end_print(front_desk(desks, 3), begin_print(front_desk(desks, 2), (key,), "Front desk", 1))
    assert (key[1], Standing.PRINTED) in standings(desks)


def test_a_print_whose_end_nobody_noted_asks(desks: Desks, letter: SignedDocument) -> None:
    key = (letter.id, "R. Holm")
    begin_print(front_desk(desks), (key,), "Front desk", 1)
    assert (key[1], Standing.UNKNOWN) in standings(desks)
    with pytest.raises(CannotPrint, match="come out already"):
        begin_print(front_desk(desks, 1), (key,), "Front desk", 1)
    say_outcome(front_desk(desks, 2), (key,), came_out=False)
    assert (key[1], Standing.READY) in standings(desks)


def test_another_workstation_is_taken_at_its_word_for_a_while(desks: Desks, letter: SignedDocument) -> None:
    key = (letter.id, "R. Holm")
    begin_print(replace(front_desk(desks), workstation="Room 2"), (key,), "Room 2", 1)
    soon, late = (print_list(front_desk(desks, m)) for m in (1, PRINTS_FOR.seconds // 60 + 1))
    assert next(i for i in soon.waiting if i.key == key).standing is Standing.PRINTING
    assert next(i for i in late.waiting if i.key == key).standing is Standing.UNKNOWN


def test_a_receipt_takes_an_addressee_off_the_list_and_no_other(desks: Desks, letter: SignedDocument) -> None:
    desk = front_desk(desks)
    record_receipt(desk, letter.id, Given("R. Holm", HowSent.FAXED, desk.now, SURGEON.id))
    assert standings(desks) == [(COPY_TO, Standing.READY), ("R. Holm", Standing.FAXED)]
    assert [i.addressee.to for i in print_list(desk).waiting if i.kind is letter.kind] == [COPY_TO]


def test_sending_a_packet_records_every_paper_in_it(desks: Desks, letter: SignedDocument) -> None:
    order_packet(front_desk(desks), letter.id, fax_cover=True)
    (packet,) = items(desks, PrintOf.PACKET)
    assert packet.number == f"packet-{letter.number}"
    desk = front_desk(desks, 5)
    given = Given("R. Holm", HowSent.FAXED, desk.now, SURGEON.id)
    assert len(record_sent(desk, packet.key, given)) == 5
    assert [i.standing for i in items(desks, PrintOf.PACKET)] == [Standing.FAXED]
    assert ("R. Holm", Standing.FAXED) in standings(desks)
    with desks.vault.store.look() as look:
        told = {each.paper_id for each in receipts.of_patient(look, letter.patient_id)}
    assert {i.item_id for i in items(desks, PaperKind.PROCEDURE_NOTE)} <= told


def test_the_addenda_and_notices_in_a_packet_are_recorded_too(desks: Desks, letter: SignedDocument) -> None:
    order_packet(front_desk(desks), letter.id)
    note = items(desks, PaperKind.PROCEDURE_NOTE)[0]
    early = sign_addendum(desks.of("physician", LATER), note.item_id, "Lot 4K1183.", "misread", PIN)
    (packet,) = items(desks, PrintOf.PACKET)
    desk = front_desk(desks, 5)
    begin_print(desk, (packet.key,), "Front desk", 1)
    after = desks.of("physician", LATER + timedelta(minutes=6))
    late = sign_addendum(after, note.item_id, "And so on.", "forgotten", PIN)
    sent = front_desk(desks, 9)
    kept = record_sent(sent, packet.key, Given("R. Holm", HowSent.FAXED, sent.now, SURGEON.id))
    received = {each.paper_id for each in kept}
    assert early.id in received
    assert late.id not in received  # signed after the packet was printed


def test_the_scans_of_an_ordered_packet_go_along(
    desks: Desks, course: Course, letter: SignedDocument
) -> None:
    scan = added(desks, course)
    order_packet(front_desk(desks), letter.id, scans=(scan.id,))
    (packet,) = items(desks, PrintOf.PACKET)
    shown = open_item(front_desk(desks, 5), packet.key)
    assert isinstance(shown, Packet)
    assert scan.named in {named for named, _ in shown.papers}
    strike_enclosure(front_desk(desks, 6), scan, "Another patient's.")
    with pytest.raises(NotEnclosed):
        begin_print(front_desk(desks, 7), (packet.key,), "Front desk", 1)


def test_a_partly_wrong_note_is_looked_at_with_its_notice(desks: Desks, due_course: Course) -> None:
    block, note = first_block(desks, due_course)
    mark_in_error(desks.of("physician", LATER), note.id, "Wrong level.", PIN, joints_blocked(block)[:1])
    key = (note.id, "")
    run = begin_print(front_desk(desks, 1), (key,), "Front desk", 1)
    end_print(front_desk(desks, 2), run)
    printed = sum(len(pages_of(pdf)) for pdf in run.pdfs)
    assert len(run.pdfs) == 2
    assert len(pages_of(look_at(front_desk(desks, 3), key))) == printed


def test_an_ordered_handout_is_printed_once(desks: Desks, due_course: Course) -> None:
    block, _note = first_block(desks, due_course)
    order_handout(front_desk(desks), HandoutOrder(block.id, HandoutKind.DIARY, "en"))
    (diary,) = items(desks, HandoutKind.DIARY)
    assert diary.number.startswith("diary-")
    run = begin_print(front_desk(desks, 1), (diary.key,), "Front desk", 1)
    assert run.pdfs[0].startswith(b"%PDF")
    end_print(front_desk(desks, 2), run)
    assert diary.key not in {item.key for item in print_list(front_desk(desks, 3)).waiting}


def test_a_paper_in_error_is_not_printed_from_the_list(desks: Desks, due_course: Course) -> None:
    _block, note = first_block(desks, due_course)
    mark_in_error(desks.of("physician", LATER), note.id, "Wrong patient.", PIN)
    assert note.id not in {item.item_id for item in print_list(front_desk(desks)).waiting}
    with pytest.raises(CannotPrint, match="entered in error"):
        begin_print(front_desk(desks), ((note.id, ""),), "Front desk", 1)


def test_a_list_that_is_not_what_the_steps_say_is_a_fault(desks: Desks, letter: SignedDocument) -> None:
    order_packet(front_desk(desks), letter.id)
    run = begin_print(front_desk(desks), [item.key for item in items(desks)], "Front desk", 1)
    end_print(front_desk(desks, 1), run)
    take_off(front_desk(desks, 2), ((letter.id, COPY_TO),), "has it already")
    store = desks.vault.store
    assert verify(store).intact
    with store.change(desks.vault.user, "list changed", at=LATER) as change:
        change.connection.execute(TO_PRINT.delete().where(TO_PRINT.c.to == "R. Holm"))
    found = verify(store).faults
    assert [fault.sentence for fault in found] == ["It is not on the list of what waits."] * 2


def test_what_is_not_needed_leaves_with_a_reason_and_comes_back(desks: Desks, letter: SignedDocument) -> None:
    key = (letter.id, COPY_TO)
    with pytest.raises(NotReceived, match="why"):
        take_off(front_desk(desks), (key,), " ")
    take_off(front_desk(desks), (key,), "has it already")
    assert (COPY_TO, Standing.TAKEN_OFF) in standings(desks)
    put_back(front_desk(desks, 1), (key,))
    assert (COPY_TO, Standing.READY) in standings(desks)


def test_saved_files_are_named_by_numbers_and_noted(desks: Desks, letter: SignedDocument) -> None:
    (saved,) = papers_to_save(front_desk(desks), ((letter.id, "R. Holm"),))
    assert saved == (f"{letter.number}.pdf", letter.pdf)
    with desks.vault.store.look() as look:
        assert recent(look.connection, limit=1)[0].event == "paper saved as a file"


def test_every_step_is_audited_without_a_name_and_a_changed_one_is_found(
    desks: Desks, letter: SignedDocument
) -> None:
    run = begin_print(front_desk(desks), ((letter.id, "R. Holm"),), "Front desk", 1)
    end_print(front_desk(desks, 1), run)
    store = desks.vault.store
    with store.look() as look:
        printed, begun = recent(look.connection, limit=2)
        person = look.get(Patient, letter.patient_id)
    assert (begun.event, printed.event) == ("paper sent to the printer", "paper printed")
    assert letter.number.encode() in printed.detail
    assert person.family.encode() not in begun.detail + printed.detail
    assert verify(store).intact

    def forge(driver: object) -> None:
        driver.execute("DROP TRIGGER print_step_keep_update")  # type: ignore[attr-defined]
        driver.execute("UPDATE print_step SET reason = 'nothing'")  # type: ignore[attr-defined]

    store.outside_transaction(forge)
    assert any(fault.place.startswith("print step") for fault in verify(store).faults)


EMERGENCY_CHANGES_NOTHING: dict[str, Callable[[Desk, SignedDocument], object]] = {
    "take off": lambda desk, letter: take_off(desk, ((letter.id, COPY_TO),), "not needed"),
    "put back": lambda desk, letter: put_back(desk, ((letter.id, COPY_TO),)),
    "outcome": lambda desk, letter: say_outcome(desk, ((letter.id, COPY_TO),), came_out=True),
    "sent": lambda desk, letter: record_sent(desk, (letter.id, COPY_TO), Given("x", HowSent.FAXED, desk.now)),
    "received": lambda desk, letter: record_receipt(desk, letter.id, Given("x", HowSent.FAXED, desk.now)),
    "packet": lambda desk, letter: order_packet(desk, letter.id),
    "handout": lambda desk, letter: order_handout(
        desk, HandoutOrder(letter.id, HandoutKind.INFORMATION, "en")
    ),
}


@pytest.mark.parametrize("name", EMERGENCY_CHANGES_NOTHING)
def test_emergency_access_prints_but_keeps_nothing_about_sending(
    name: str, desks: Desks, letter: SignedDocument
) -> None:
    desk = emergency(desks)
    before = desk.store.head
    with pytest.raises(NotAllowed):
        EMERGENCY_CHANGES_NOTHING[name](desk, letter)
    assert desk.store.head == before


def test_a_print_in_an_emergency_carries_the_reason_also_when_it_ends_after_it(
    desks: Desks, letter: SignedDocument
) -> None:
    run = begin_print(emergency(desks), ((letter.id, COPY_TO),), "Front desk", 1)
    end_print(replace(emergency(desks, 40), emergency=None), run)
    with front_desk(desks).store.look() as look:
        ended, begun = recent(look.connection, limit=2)
    assert [json.loads(each.detail)["emergency"] for each in (begun, ended)] == [REASON, REASON]
    assert ended.event == "paper printed"


def test_nobody_else_without_the_right_ends_a_print(desks: Desks, letter: SignedDocument) -> None:
    run = begin_print(front_desk(desks), ((letter.id, COPY_TO),), "Front desk", 1)
    with pytest.raises(NotAllowed):
        end_print(desks.of("administrator", LATER), run)


def test_who_reads_charts_in_an_emergency_sees_what_is_not_complete(desks: Desks, due_course: Course) -> None:
    assert due_course.version
    (waiting,) = print_list(emergency(desks)).unfinished
    assert (waiting.kind, waiting.missing) == (PaperKind.RFA_LETTER, ("the letter",))


def note_under(desks: Desks, letter: SignedDocument) -> SignedDocument:
    """The procedure note of the first block that the letter reports."""
    papers = open_chart(desks.of("physician", LATER), letter.patient_id).papers
    return min((p for p in papers if p.kind is PaperKind.PROCEDURE_NOTE), key=lambda p: p.signed_at)


def test_a_letter_on_a_note_in_error_is_printed_only_with_a_reason(
    desks: Desks, letter: SignedDocument
) -> None:
    order_packet(front_desk(desks), letter.id)
    note = note_under(desks, letter)
    mark_in_error(desks.of("physician", LATER), note.id, "Wrong visit.", PIN)
    keys = {
        item.key: item.undermined[0].wrong.number for item in (*items(desks), *items(desks, PrintOf.PACKET))
    }
    assert list(keys.values()) == [note.number] * 3
    for key in keys:
        with pytest.raises(CannotPrint, match=f"rests on {note.number}"):
            begin_print(front_desk(desks, 1), (key,), "Front desk", 1)
    with pytest.raises(CannotPrint, match=note.number):
        papers_to_save(front_desk(desks, 1), ((letter.id, COPY_TO),))
    with pytest.raises(CannotPrint, match=note.number):
        order_packet(front_desk(desks, 1), letter.id)
    run = begin_print(
        front_desk(desks, 2), ((letter.id, COPY_TO),), "Front desk", 1, despite="for a complaint"
    )
    end_print(front_desk(desks, 3), run)
    (begun, printed) = next(item.steps for item in items(desks) if item.addressee.to == COPY_TO)
    assert (begun.reason, printed.reason) == ("for a complaint", "")
    with desks.vault.store.look() as look:
        told = json.loads(recent(look.connection, limit=2)[1].detail)
    assert told["despite_an_error"] == "for a complaint"
    assert verify(desks.vault.store).intact


def test_a_letter_on_a_note_that_tests_fewer_joints_is_not_ready_and_the_next_one_is(
    desks: Desks, letter: SignedDocument
) -> None:
    note = note_under(desks, letter)
    (gone, *_rest) = error_question(desks.of("physician", LATER), note.id).joints
    mark_in_error(desks.of("physician", LATER), note.id, "Needle too low.", PIN, (gone,))
    assert all(item.undermined for item in items(desks))
    ready = letter_ready(desks.of("physician", LATER), letter.course_id or letter.id)
    assert list(ready.undermined) == [letter.id]
    again = sign_letter(
        desks.of("physician", LATER), LetterOrder(letter.course_id or letter.id, SURGEON), PIN
    )
    fresh = [item for item in items(desks) if item.item_id == again.id]
    assert [item.undermined for item in fresh] == [()]
