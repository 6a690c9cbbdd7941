"""A copy behind a password: it opens with it only, shows the same, and claims less."""

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from mbb_desktop.documents.archive import About
from mbb_desktop.documents.locked import NotLocked, locked_copy
from mbb_desktop.documents.scan_pages import scan_pdf
from tests.documents.example_packets import LETTER, page

PASSWORD = "violet otter ladder brine"


@pytest.fixture(scope="module")
def locked() -> bytes:
    return locked_copy(LETTER.pdf, PASSWORD)


def test_it_is_aes_with_256_bits(locked: bytes) -> None:
    with pikepdf.open(BytesIO(locked), password=PASSWORD) as file:
        assert file.encryption.R == 6
        assert file.encryption.bits == 256
        methods = {file.encryption.stream_method, file.encryption.string_method}
        assert methods == {pikepdf.models.EncryptionMethod.aesv3}


@pytest.mark.parametrize("wrong", ["", "violet otter ladder brink", PASSWORD.upper()])
def test_it_opens_with_its_password_only(locked: bytes, wrong: str) -> None:
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(locked), password=wrong)
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(locked, password=wrong or None)


def test_other_programs_open_it(locked: bytes, tmp_path: Path) -> None:
    place = tmp_path / "locked.pdf"
    place.write_bytes(locked)
    command = ["qpdf", "--check", f"--password={PASSWORD}", str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_it_shows_the_same_pages(locked: bytes) -> None:
    with pypdfium2.PdfDocument(LETTER.pdf) as own, pypdfium2.PdfDocument(locked, password=PASSWORD) as copy:
        assert len(own) == len(copy)
        for one, other in zip(own, copy, strict=True):
            assert one.render(scale=0.5).to_pil().tobytes() == other.render(scale=0.5).to_pil().tobytes()


def test_nothing_of_it_can_be_read_without(locked: bytes) -> None:
    assert b"Prior" in LETTER.pdf
    for said in (b"Prior", b"Riverside", b"pdfaid", b"MBB Desktop"):
        assert said not in locked


def test_it_says_that_it_is_a_copy_and_claims_no_archive(locked: bytes) -> None:
    with pikepdf.open(BytesIO(locked), password=PASSWORD) as file:
        assert str(file.docinfo.Title).endswith(", locked copy")
        told = file.Root.Metadata.read_bytes().decode()
        assert "<pdfaid:" not in told
        assert ", locked copy</rdf:li>" in told


def test_the_paper_itself_stays_as_it_was() -> None:
    before = bytes(LETTER.pdf)
    locked_copy(LETTER.pdf, PASSWORD)
    assert before == LETTER.pdf


def test_letters_of_any_language_make_a_password() -> None:
    password = "größe čaj 漢字 и мир"
    made = locked_copy(scan_pdf([page("one")], ["one"], About("Scan", "en")), password)
    with pypdfium2.PdfDocument(made, password=password) as document:
        assert len(document) == 1


def test_what_is_no_pdf_is_not_locked() -> None:
    with pytest.raises(NotLocked):
        locked_copy(b"no pdf", PASSWORD)
