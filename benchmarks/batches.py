"""A batch of 50 letters beside handing the same bytes to `lp` alone, its memory, and the window meanwhile."""

import os
import resource
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import (
    Aim,
    Pairs,
    Plan,
    Row,
    Samples,
    against_floor,
    fsync_once,
    in_pairs,
    timed,
    within,
)
from benchmarks.painted import GapWatch, until
from benchmarks.papers import signed_note
from benchmarks.people import NOW
from benchmarks.saving import draft_of
from benchmarks.search import some_people
from benchmarks.vaults import at_desk
from benchmarks.window import at_work
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import Meaning, PaperKind
from mbb_desktop.clinical.people import Patient
from mbb_desktop.documents.print_sheets import sheets
from mbb_desktop.storage import papers
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.ui.print_batch import PrintBatch, Printer
from mbb_desktop.ui.printing import PrintJob, print_pdf
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.issue_paper import note_facts
from mbb_desktop.workflow.print_list import Key
from mbb_desktop.workflow.print_papers import begin_print, end_print

_LETTERS = 50
_MANY = 1_000
_PRINTER = "Front desk"
_BATCH = Aim("batch", f"{_LETTERS} letters printed / lp alone and 2 fsync each", 4)
_MEMORY = Aim("batch", f"memory after {_MANY:,} letters / after {_LETTERS}", 1.1)
_GAP = Aim("batch", f"longest gap of the window's thread: a batch of {_LETTERS}", 0.016)


def print_batches(plan: Plan) -> Iterator[Row]:
    """The printer is a program called lp that takes everything at once."""
    with _taking_printer(plan.scratch):
        with at_desk(plan.vault) as (_vault, desk):
            letters = _letters(desk)
            pairs = in_pairs(
                lambda: timed(lambda: _printed(desk, letters)),
                lambda: timed(lambda: _handed_over(letters, plan.scratch)),
                max(3, plan.rounds // 5),
            )
            yield against_floor(_BATCH, pairs, note=f"{len(letters.pdf) // 1024} KiB each")
            yield _memory(desk, letters)
        yield _gaps(plan)


@dataclass(frozen=True, slots=True)
class _Letters:
    """Signed papers of as many patients, all with the same PDF."""

    keys: tuple[Key, ...]
    pdf: bytes


def _letters(desk: Desk) -> _Letters:
    """One signed paper for each of 50 patients, frozen in the vault."""
    pdf, own = signed_note(note_facts(desk, draft_of(desk).id)), SigningKey.new()
    keys = [_frozen(desk, patient, pdf, own) for patient in some_people(desk, _LETTERS)]
    return _Letters(tuple(keys), pdf)


def _frozen(desk: Desk, patient: Patient, pdf: bytes, key: SigningKey) -> Key:
    with desk.change("letter signed", patient.id) as change:
        signed = papers.sign(
            id=new_id(NOW),
            kind=PaperKind.RFA_LETTER,
            number=papers.next_number(change, PaperKind.RFA_LETTER, NOW.year),
            patient_id=patient.id,
            content=b"{}",
            meaning=Meaning.AUTHOR,
            signer=desk.user,
            key=key,
            at=NOW,
            vault_id=desk.store.vault_id,
        )
        return papers.freeze(change, signed, pdf, key).id, ""


def _printed(desk: Desk, letters: _Letters) -> None:
    for key in letters.keys:
        run = begin_print(desk, (key,), _PRINTER, 1)
        print_pdf(PrintJob(sheets(run.pdfs, both_sides=False), _PRINTER, title=run.title))
        end_print(desk, run)


def _handed_over(letters: _Letters, folder: Path) -> None:
    for _ in letters.keys:
        subprocess.run(["lp", "-d", _PRINTER, "-"], input=letters.pdf, capture_output=True, check=True)
        fsync_once(folder)
        fsync_once(folder)


def _memory(desk: Desk, letters: _Letters) -> Row:
    before = _peak()
    for _ in range(_MANY // _LETTERS - 1):
        _printed(desk, letters)
    pairs = Pairs(Samples((_peak(),)), Samples((before,)))
    return against_floor(_MEMORY, pairs, unit="MiB")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _gaps(plan: Plan) -> Row:
    with at_work(plan) as running:
        letters = _letters(running.desk)
        assert running.program.session is not None
        batch, watch = PrintBatch(running.program.session, running.program.window), GapWatch()

        def begin(quit_loop: object) -> None:
            assert callable(quit_loop)
            batch.ended.connect(lambda _end: quit_loop())
            watch.start()
            batch.start([(key,) for key in letters.keys], Printer(_PRINTER))

        idle = running.beside(lambda: time.sleep(1)).gaps
        until(begin, 600)
        gaps = Samples(watch.stop())
        watch.deleteLater()
        return within(_GAP, gaps.worst, gaps, f"idle {idle.worst * 1000:.3g} ms")


@contextmanager
def _taking_printer(scratch: Path) -> Iterator[None]:
    folder = scratch / "bin"
    folder.mkdir(exist_ok=True)
    (folder / "lp").write_text("#!/bin/sh\nexec /bin/cat > /dev/null\n")
    (folder / "lp").chmod(0o755)
    before = os.environ["PATH"]
    os.environ["PATH"] = str(folder)
    try:
        yield
    finally:
        os.environ["PATH"] = before
