"""Printing for real: a print server of the test's own, a PDF printer, and the paper that came out of it."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QSpinBox

from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.documents.print_sheets import sheets
from mbb_desktop.settings import PRINTER as PRINTER_KEPT
from mbb_desktop.ui.letters_page import LettersPage
from mbb_desktop.ui.print_batch import Printer, in_jobs
from mbb_desktop.ui.printing import OutcomeUnknown, PrintFailed, PrintJob, print_pdf, printers
from mbb_desktop.workflow.print_list import print_list
from tests.ui.cups import PrintServer, came_out, mark, print_server, turn_to, why_not
from tests.ui.sample import SampleClinic

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "there is one")
PRINTER = "Front_desk"


@pytest.fixture(scope="module")
def server() -> Iterator[PrintServer]:
    with TemporaryDirectory(prefix="mbb-cups-") as folder:  # a socket's name must be short
        Path(folder).chmod(0o755)
        with print_server(Path(folder)) as started:
            started.add_printer(PRINTER)
            started.add_printer("Stopped")
            started.stop_printer("Stopped", "Out of paper")
            started.add_printer("Broken", "exit 1")
            started.add_printer("Slow", "sleep 4; exit 1")
            yield started


@pytest.fixture
def cups(server: PrintServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    monkeypatch.setenv("CUPS_SERVER", server.socket)
    turn_to(server.socket)
    yield server
    monkeypatch.undo()
    turn_to(None)


def note(clinic: SampleClinic) -> SignedDocument:
    return next(p for p in clinic.chart("marsh eleanor").papers if p.kind is PaperKind.PROCEDURE_NOTE)


def text_of(pdf: bytes) -> list[str]:
    """The words and numbers of each page; the printer speaks PostScript, which names no other signs."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
        return ["".join(c for c in page if "!" <= c <= "~") for page in pages]
    finally:
        document.close()


def printed(job: PrintJob) -> bytes:
    before = came_out()
    print_pdf(job)
    (path,) = came_out() - before
    return path.read_bytes()


def test_a_note_comes_out_whole(clinic: SampleClinic, cups: PrintServer) -> None:
    paper = note(clinic)
    out = printed(PrintJob(paper.pdf, PRINTER, title=f"MBB {paper.number} {mark()}"))
    assert text_of(out) == text_of(paper.pdf)


def test_no_title_and_no_file_name_tells_of_the_patient(clinic: SampleClinic, cups: PrintServer) -> None:
    paper, before = note(clinic), came_out()
    print_pdf(PrintJob(paper.pdf, PRINTER, title=f"MBB {paper.number} {mark()}"))
    (path,) = came_out() - before
    patient = clinic.patient("marsh eleanor")
    said = (path.name + cups.titles() + cups.run("lpstat", "-l", "-W", "completed", "-o")).casefold()
    assert paper.number.casefold() in said
    for secret in (patient.family, patient.given, patient.mrn, str(patient.born.year)):
        assert secret.casefold() not in said


def test_a_blank_back_keeps_two_papers_apart(cups: PrintServer, clinic: SampleClinic) -> None:
    document = pypdfium2.PdfDocument(note(clinic).pdf)
    document.del_page(1)
    out = BytesIO()
    document.save(out)
    both = sheets([out.getvalue()] * 2, both_sides=True)
    pages = text_of(printed(PrintJob(both, PRINTER, both_sides=True, title=f"MBB PN-2026-000001 {mark()}")))
    assert [bool(page) for page in pages] == [True, False, True, False]


def test_this_printer_is_found(qapp: object, cups: PrintServer) -> None:
    assert PRINTER in printers()


def test_the_systems_dialog_prints_once_and_stores_nothing(clinic: SampleClinic, cups: PrintServer) -> None:
    page: LettersPage = clinic.page(lambda: LettersPage(clinic.session, clinic.window, clinic.settings))
    page.table.check(range(1))
    (item,) = page.ticked()
    page._printer = Printer(PRINTER)
    clinic.hands().key("ctrl+shift+p")
    asking = clinic.window.findChildren(QPrintDialog)[0]
    assert asking.printer().printerName() == PRINTER
    asking.findChildren(QSpinBox, "copies")[0].setValue(2)
    asking.accept()
    assert "1 paper printed." in page.notice.text()
    listed = clinic.do(print_list)
    steps = next(each.steps for each in (*listed.waiting, *listed.done) if each.key == item.key)
    assert [(step.printer, step.copies) for step in steps] == [(PRINTER, 2)] * 2
    assert clinic.settings.get(PRINTER_KEPT) == ""


def test_a_batch_comes_out_one_job_for_each_patient(clinic: SampleClinic, cups: PrintServer) -> None:
    page: LettersPage = clinic.page(lambda: LettersPage(clinic.session, clinic.window, clinic.settings))
    page.table.check(range(2))
    jobs, told = in_jobs(page.ticked()), list[tuple[int, int]]()
    page.batch.progressed.connect(lambda done, every: told.append((done, every)))
    page._printer = Printer(PRINTER)
    before = cups.run("lpstat", "-W", "completed", "-o").count(PRINTER)
    page.print_ticked()
    assert cups.run("lpstat", "-W", "completed", "-o").count(PRINTER) == before + len(jobs)
    assert told == [(done, len(jobs)) for done in range(len(jobs) + 1)]
    assert "2 papers printed." in page.notice.text()


def test_an_unknown_printer_says_its_reason(clinic: SampleClinic, cups: PrintServer) -> None:
    with pytest.raises(PrintFailed, match=r"Nowhere did not take the paper \(.*does not exist"):
        print_pdf(PrintJob(note(clinic).pdf, "Nowhere"))


def test_a_stopped_printer_says_its_reason_and_keeps_no_job(clinic: SampleClinic, cups: PrintServer) -> None:
    with pytest.raises(PrintFailed, match=r"Stopped did not take the paper \(it is stopped: Out of paper\)"):
        print_pdf(PrintJob(note(clinic).pdf, "Stopped"))
    assert cups.run("lpstat", "-W", "not-completed", "-o") == ""


def test_a_job_that_breaks_off_is_failed_and_taken_back(clinic: SampleClinic, cups: PrintServer) -> None:
    with pytest.raises(PrintFailed, match="Broken did not take the paper"):
        print_pdf(PrintJob(note(clinic).pdf, "Broken"))
    assert cups.run("lpstat", "-W", "not-completed", "-o") == ""


def test_a_printer_that_takes_too_long_leaves_the_outcome_unknown(
    clinic: SampleClinic, cups: PrintServer
) -> None:
    with pytest.raises(OutcomeUnknown, match="still has the paper in its queue"):
        print_pdf(PrintJob(note(clinic).pdf, "Slow", title=f"MBB PN-2026-000001 {mark()}"), patience=1.0)
    cups.run("cancel", "-a", "-x", "Slow")
