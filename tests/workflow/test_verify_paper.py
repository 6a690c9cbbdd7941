"""A printed or saved PDF: ours and unchanged, changed, saved again, or entered in error since."""

from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from mbb_desktop.clinical.cosignature import Attestation
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.paper import Meaning, PaperKind, SignedDocument
from mbb_desktop.clinical.people import Correspondent
from mbb_desktop.documents.issue import Signature
from mbb_desktop.documents.locked import locked_copy
from mbb_desktop.documents.make import make
from mbb_desktop.documents.seal import seal_of, sealed
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.papers import sealing
from mbb_desktop.workflow.cosign import cosign
from mbb_desktop.workflow.issue_addendum import sign_addendum
from mbb_desktop.workflow.issue_letter import LetterOrder, sign_letter
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.make_packet import AddendumNotFinal, make_fax_cover, make_packet
from mbb_desktop.workflow.mark_error import error_question, mark_in_error
from mbb_desktop.workflow.verify_paper import Told, check_alone, check_paper
from tests.documents.structure import refused_by_preflight
from tests.documents.test_papers import ADDENDUM
from tests.workflow.conftest import NOW, PIN, Desks, Prepared, lumbar_course, prepare, somebody
from tests.workflow.teaching import ATTENDING, Learning, learning
from tests.workflow.test_mark_error import LATER, SURGEON, block_done
from tests.workflow.test_signing import performed


def signed(desks: Desks) -> SignedDocument:
    own = desks.of("physician")
    course: Course = save_course(own, lumbar_course(save_patient(own, somebody())))
    return sign_note(own, performed(desks, course), PIN)


@pytest.fixture(scope="module")
def prepared(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared[SignedDocument]:
    return prepare(template, tmp_path_factory, signed)


@dataclass(frozen=True)
class Written:
    """A letter about two blocks, the note of the first, and a learner who came later."""

    note: SignedDocument
    letter: SignedDocument
    people: Learning


def written(desks: Desks) -> Written:
    own = desks.of("physician", LATER)
    course = save_course(own, lumbar_course(save_patient(own, somebody())))
    _, note, _response = block_done(desks, course)
    block_done(desks, course, days=30)
    letter = sign_letter(own, LetterOrder(course.id, addressed(desks)), PIN)
    return Written(note, letter, learning(desks))


@pytest.fixture(scope="module")
def prepared_letter(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Prepared[Written]:
    return prepare(template, tmp_path_factory, written)


@pytest.fixture
def made(prepared_letter: Prepared[Written]) -> Written:
    return prepared_letter.made


@pytest.fixture
def note(prepared: Prepared[SignedDocument]) -> SignedDocument:
    return prepared.made


def saved_again(pdf: bytes, rotate: int | None = None, *, page: int = 0, twice: bool = False) -> bytes:
    """The file as another program writes it, with one page turned or added."""
    with pikepdf.open(BytesIO(pdf)) as file:
        if rotate is not None:
            file.pages[page].rotate(rotate, relative=True)
        if twice:
            file.pages.append(file.pages[page])
        kept = BytesIO()
        file.save(kept)
    return kept.getvalue()


def one_byte_changed(pdf: bytes) -> bytes:
    """Another character in the metadata, which no page shows."""
    return pdf.replace(b"MBB Desktop", b"MBB Desktap", 1)


def test_the_vault_knows_an_issued_paper_to_the_byte(desks: Desks, note: SignedDocument) -> None:
    found = check_paper(desks.of("physician"), note.pdf)
    assert found.told is Told.STANDS
    text = " ".join(found.sentences)
    assert f"Exactly as issued, every byte: procedure note {note.number}" in text
    assert "Signed by A. Okafor, MD on 24-Nov-2026 at 10:00: Performed." in text


def test_the_vault_names_what_was_signed_about_it_since(desks: Desks, note: SignedDocument) -> None:
    own = desks.of("physician")
    added = sign_addendum(own, note.id, "The lot was 4K1183.", "Misread.", PIN)
    assert check_paper(own, added.pdf).sentences[1] == "Addendum by A. Okafor, MD on 24-Nov-2026 at 10:00."
    assert f"Read it together with the addendum {added.number}." in check_paper(own, note.pdf).sentences
    (joint, *_) = error_question(own, note.id).joints
    mark_in_error(own, note.id, "Secret reason.", PIN, (joint,))
    partly = check_paper(own, note.pdf)
    assert partly.told is Told.IN_ERROR
    assert f"It is not diagnostic for {joint.joint} {joint.side.value}" in " ".join(partly.sentences)
    mark_in_error(own, note.id, "Secret reason.", PIN)
    whole = check_paper(own, note.pdf)
    assert "It is entered in error: EN-2026-000002, A. Okafor, MD, 24-Nov-2026." in whole.sentences
    assert "Secret" not in " ".join(whole.sentences)


CHANGED = {
    "byte": (one_byte_changed, "Every page looks as issued"),
    "saved again": (saved_again, "Every page looks as issued"),
    "page turned": (lambda pdf: saved_again(pdf, 180, page=1), "Page 2 shows something else"),
    "page added": (lambda pdf: saved_again(pdf, twice=True), "Page 3 shows something else"),
}


@pytest.mark.parametrize("name", CHANGED)
def test_the_vault_says_how_a_file_differs(desks: Desks, note: SignedDocument, name: str) -> None:
    change, sentence = CHANGED[name]
    found = check_paper(desks.of("physician"), change(note.pdf))
    assert found.told is Told.NOT_CONFIRMED
    assert found.sentences[0].startswith(f"It calls itself procedure note {note.number}, but")
    assert found.sentences[1].startswith(sentence)


def test_a_paper_of_another_vault_and_no_paper_are_told_apart(desks: Desks) -> None:
    signed = Signature("A. Okafor", "MD", "", "", NOW, Meaning.PERFORMED, "7F3A-91C2")
    other = make(PaperKind.ADDENDUM, ADDENDUM, signature=signed, number="AD-2026-000777").pdf
    found = check_paper(desks.of("physician"), other)
    assert found.sentences == ("It calls itself document AD-2026-000777, but this vault never issued one.",)
    assert check_paper(desks.of("physician"), b"no pdf").sentences[0].startswith("This is not a PDF")
    blank = pikepdf.new()
    blank.add_blank_page()
    kept = BytesIO()
    blank.save(kept)
    assert "names no document number" in check_paper(desks.of("physician"), kept.getvalue()).sentences[0]


def test_a_packet_and_its_cover_say_what_they_are_and_how_the_papers_inside_stand(
    desks: Desks, made: Written
) -> None:
    own, note, letter = desks.of("physician", LATER), made.note, made.letter
    packet, cover = make_packet(own, letter.id, fax_cover=True), make_fax_cover(own, letter.id)
    found = check_paper(own, packet.pdf)
    assert found.told is Told.STANDS
    said = " ".join(found.sentences)
    assert f"Exactly as this vault put it together, every byte: the packet of {letter.number}." in said
    assert "It is not signed itself; the papers inside are." in said
    assert f"Inside, each as issued: {letter.number}, " in said
    assert note.number in said
    assert check_paper(own, cover.pdf).told is Told.STANDS
    mark_in_error(own, note.id, "Wrong visit.", PIN)
    later = check_paper(own, packet.pdf)
    assert later.told is Told.IN_ERROR
    assert f"Entered in error, as a whole or in part: {note.number}" in " ".join(later.sentences)
    changed = check_paper(own, saved_again(packet.pdf))
    assert changed.told is Told.NOT_CONFIRMED
    assert "This vault never made this very file" in " ".join(changed.sentences)
    for pdf, called in ((packet.pdf, f"packet {letter.number}"), (cover.pdf, "fax cover sheet")):
        alone = check_alone(pdf)
        assert alone.told is Told.NOT_CONFIRMED
        assert alone.sentences[0].startswith(f"It calls itself {called}. ")


def test_a_packet_waits_for_the_co_signature_of_an_addendum(
    desks: Desks, made: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, note, letter = desks.of("physician", LATER), made.note, made.letter
    learner = replace(made.people, vault=desks.vault).of("physician", LATER)
    added = sign_addendum(learner, note.id, "The lot was 4K1183.", "misread", PIN, supervised=ATTENDING)
    with pytest.raises(AddendumNotFinal, match=f"{added.number}.* awaits a co-signature"):
        make_packet(own, letter.id)
    with monkeypatch.context() as earlier:  # a packet that was made while they were let in
        earlier.setattr("mbb_desktop.workflow.make_packet._check_addenda", lambda *_: None)
        earlier.setattr(SignedDocument, "final", property(lambda _: True))
        packet = make_packet(own, letter.id)
    assert added.number in dict(packet.papers)
    assert check_paper(own, packet.pdf).told is Told.NOT_FINAL
    cosign(own, added.id, Attestation.ADDENDUM, PIN)
    found = check_paper(own, packet.pdf)
    assert found.told is Told.NOT_FINAL
    assert f"before the co-signature, and not final: {added.number}." in " ".join(found.sentences)
    again = make_packet(own, letter.id)
    assert added.number in dict(again.papers)
    assert check_paper(own, again.pdf).told is Told.STANDS
    learners = sign_addendum(learner, note.id, "Nothing.", "an error", PIN, supervised=ATTENDING)
    mark_in_error(learner, learners.id, "Another patient's.", PIN)
    assert dict(make_packet(own, letter.id).papers) == dict(again.papers)


def addressed(desks: Desks) -> Correspondent:
    with desks.vault.store.change(desks.vault.user, "directory", at=NOW) as change:
        return change.save(SURGEON)


def test_a_check_is_audited(desks: Desks, note: SignedDocument) -> None:
    before = desks.vault.store.head.seq
    check_paper(desks.of("physician"), note.pdf)
    check_paper(desks.of("physician"), b"no pdf")
    assert desks.vault.store.head.seq == before + 1


def test_without_the_vault_the_seal_tells(note: SignedDocument) -> None:
    found = check_alone(note.pdf)
    assert found.told is Told.STANDS
    assert found.sentences[1] == f"It calls itself document {note.number}."
    assert "can be told with the vault only" in found.sentences[2]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("byte", "its seal does not fit"),
        ("saved again", "carries no seal"),
        ("page turned", "carries no seal"),
    ],
)
def test_without_the_vault_a_change_shows(note: SignedDocument, name: str, sentence: str) -> None:
    change, _ = CHANGED[name]
    found = check_alone(change(note.pdf))
    assert found.told is Told.NOT_CONFIRMED
    assert sentence in found.sentences[0]


def test_every_single_bit_counts(note: SignedDocument) -> None:
    for at in range(0, len(note.pdf), 997):
        changed = note.pdf[:at] + bytes([note.pdf[at] ^ 1]) + note.pdf[at + 1 :]
        seal = seal_of(changed)
        assert seal is None or seal != seal_of(note.pdf), at


def test_a_seal_with_another_key_names_another_key(note: SignedDocument) -> None:
    line = next(each for each in note.pdf.splitlines(keepends=True) if each.startswith(b"%MBB"))
    stranger = SigningKey.new()
    forged = sealed(note.pdf.replace(line, b""), stranger.public_bytes, sealing(stranger))
    assert check_alone(forged).told is Told.STANDS
    assert check_alone(forged).sentences[2] != check_alone(note.pdf).sentences[2]


def test_a_sealed_file_is_still_an_archives_pdf(note: SignedDocument, tmp_path: Path) -> None:
    folder = tmp_path / "sealed"
    folder.mkdir()
    (folder / "note.pdf").write_bytes(note.pdf)
    assert refused_by_preflight(folder) == []


def test_a_locked_copy_is_said_to_be_locked(desks: Desks, note: SignedDocument) -> None:
    locked = locked_copy(note.pdf, "heron-basket-17")
    assert check_alone(locked).told is Told.LOCKED
    found = check_paper(desks.of("physician"), locked)
    assert found.told is Told.LOCKED
    assert "locked with a password" in found.sentences[0]
