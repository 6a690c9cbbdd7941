"""What a row of the letters page says: for whom, what, to whom, and how far it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.handout import HandoutKind
from mbb_desktop.clinical.paper import LETTERS, PaperKind
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.print_step import PrintOf, PrintStep, Standing, Step
from mbb_desktop.clinical.receipt import Receipt
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.chips import Chip
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.person_words import capital, full_name
from mbb_desktop.ui.state_chips import standing_chip
from mbb_desktop.ui.undermined import why_not_ready
from mbb_desktop.workflow.print_list import PrintItem, PrintList, Unfinished

translate = QCoreApplication.translate


class Shown(Enum):
    """The parts of the list that can be looked at."""

    UNFINISHED = "unfinished"
    WAITING = "to do"
    READY = "ready"
    FAILED = "failed"
    PRINTED = "printed"
    FAXED = "faxed"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class LetterRow:
    """An item of the list, or a paper that is not complete."""

    item: PrintItem | None = None
    unfinished: Unfinished | None = None

    @property
    def about(self) -> PrintItem | Unfinished:
        found = self.item or self.unfinished
        assert found is not None
        return found

    @property
    def patient(self) -> Patient:
        return self.about.patient

    @property
    def joints(self) -> tuple[JointSide, ...]:
        return self.about.joints

    @property
    def key(self) -> object:
        if self.item is not None:
            return self.item.key
        assert self.unfinished is not None
        return self.unfinished.kind, self.patient.id, self.unfinished.block and self.unfinished.block.id

    @property
    def may_print(self) -> bool:
        """Whether it can be ticked: signed, what it rests on stands, and no printer has to be looked at."""
        item = self.item
        if item is None or item.undermined or item.awaited:
            return False
        return item.standing not in _AT_PRINTER

    @property
    def not_ready(self) -> bool:
        """Whether it still waits, but rests on something that was entered in error."""
        item = self.item
        return item is not None and bool(item.undermined) and _waits(item)


def _waits(item: PrintItem) -> bool:
    """A printed letter still waits to be sent."""
    to_send = item.standing is Standing.PRINTED and bool(item.addressee.to)
    return to_send or item.standing in (Standing.READY, Standing.FAILED)


_AT_PRINTER = (Standing.PRINTING, Standing.UNKNOWN)
_TROUBLE = (Standing.FAILED, Standing.UNKNOWN, Standing.PRINTING)
_OF: dict[Shown, tuple[Standing, ...]] = {
    Shown.READY: (Standing.READY,),
    Shown.FAILED: _TROUBLE,
    Shown.PRINTED: (Standing.PRINTED,),
    Shown.FAXED: (Standing.FAXED,),
    Shown.SENT: (Standing.SENT, Standing.TAKEN_OFF),
}


def rows_of(known: PrintList, shown: Shown) -> list[LetterRow]:
    """The rows of one part of the list."""
    if shown is Shown.UNFINISHED:
        fallen = [row for row in map(LetterRow, known.waiting) if row.not_ready]
        return [*fallen, *(LetterRow(unfinished=each) for each in known.unfinished)]
    if shown is Shown.WAITING:
        return [LetterRow(each) for each in known.waiting]
    every = (*known.waiting, *known.done)
    rows = [LetterRow(each) for each in every if each.standing in _OF[shown]]
    return [row for row in rows if not (shown is Shown.READY and row.not_ready)]


def fits(row: LetterRow, words: str) -> bool:
    """Whether the row holds every typed word: name, number, kind, record number or addressee."""
    held = " ".join(
        (full_name(row.patient), row.patient.mrn, kind_words(row), number_words(row), to_words(row))
    )
    return all(word in held.casefold() for word in words.casefold().split())


def born(row: LetterRow) -> str:
    """`14-Mar-1961`."""
    return show_date(row.patient.born)


def kind_words(row: LetterRow) -> str:
    """`RFA referral letter`, `Packet`, `Handout and diary`."""
    kind: PaperKind | HandoutKind | PrintOf = row.about.kind
    return capital(kind.value)


def number_words(row: LetterRow) -> str:
    """The paper's number; nothing for what is not signed."""
    if row.item is None:
        signed = row.unfinished is not None and row.unfinished.standing is not None
        return translate("letters", "Not final") if signed else translate("letters", "Not signed")
    return row.item.paper.number if row.item.paper is not None else row.item.number


def to_words(row: LetterRow) -> str:
    """Whom it is addressed to."""
    item = row.item
    if item is None:
        return ""
    if item.addressee.to:
        return capital(item.addressee.to)
    return (
        translate("letters", "For the patient")
        if item.of is PrintOf.HANDOUT
        else translate("letters", "Copy")
    )


_CHIPS = {
    Standing.READY: ("Ready", "ok", "check"),
    Standing.PRINTING: ("Printing", "info", "printer"),
    Standing.UNKNOWN: ("Printed?", "warn", "circle-alert"),
    Standing.FAILED: ("Failed", "danger", "circle-x"),
    Standing.FAXED: ("Faxed", "ok", "circle-check"),
    Standing.SENT: ("Sent", "ok", "circle-check"),
    Standing.TAKEN_OFF: ("Not needed", "neutral", "ban"),
}


def status_chip(row: LetterRow, printing: bool = False) -> Chip:
    """How far it is, as icon and word; a printed letter still waits to be sent."""
    if row.unfinished is not None:
        return _unfinished_chip(row.unfinished)
    assert row.item is not None
    if printing:
        return Chip(translate("letters", "Printing"), "info", "printer")
    if row.not_ready:
        return Chip(translate("letters", "Not ready"), "danger", "triangle-alert")
    if row.item.standing is Standing.PRINTED:
        to_send = bool(row.item.addressee.to)
        said = translate("letters", "To be sent") if to_send else translate("letters", "Printed")
        return Chip(said, "info" if to_send else "ok", "mail" if to_send else "circle-check")
    if row.item.standing is Standing.SENT and row.item.receipts:
        return Chip(capital(row.item.receipts[-1].how.value), "ok", "circle-check")
    text, tone, icon = _CHIPS[row.item.standing]
    return Chip(translate("letters", text), tone, icon)  # type: ignore[arg-type]  # a tone


def _unfinished_chip(unfinished: Unfinished) -> Chip:
    if unfinished.standing is not None:
        return standing_chip(unfinished.standing)
    count = len(unfinished.missing)
    said = translate("letters", "1 item missing") if count == 1 else translate("letters", "{0} missing")
    return Chip(said.format(count), "warn", "triangle-alert")


def said_of(item: PrintItem) -> str:
    """Why an item is not ready, and what to do; empty when what it rests on stands."""
    return why_not_ready(item.undermined, item.paper.kind) if item.paper is not None else ""


def story(item: PrintItem, now: datetime) -> list[str]:
    """What happened to it, the newest first: one line for each print and each receipt."""
    lines = [(step.at, step_words(step, now)) for step in item.steps if step.step is not Step.ORDERED]
    lines += [(each.kept_at, receipt_words(each, now)) for each in item.receipts]
    begun = [s for s in item.steps if s.step is Step.ORDERED]
    lines += [(s.at, translate("letters", "Ordered {0} by {1}").format(when(s.at, now), s.by)) for s in begun]
    if item.of is PrintOf.PAPER and item.paper is not None:
        said = translate("letters", "Signed {0} by {1}")
        lines.append((item.paper.signed_at, said.format(when(item.paper.signed_at, now), item.paper.signer)))
    return [said for _, said in sorted(lines, key=lambda line: line[0], reverse=True)]


def step_words(step: PrintStep, now: datetime) -> str:
    """`Printed 24-Nov-2026 10:40 on Front desk by J. Park`."""
    said = translate("letters", "{0} {1} by {2}")
    what = capital(localized(step.step.value))
    at = when(step.at, now)
    if step.printer and step.step in (Step.PRINTED, Step.SENT_TO_PRINTER):
        at = translate("letters", "{0} on {1}").format(at, step.printer)
    words = said.format(what, at, step.by)
    return f"{words}: {step.reason}" if step.reason else words


def receipt_words(receipt: Receipt, now: datetime) -> str:
    """`Faxed to Dr Vance 24-Nov-2026 10:40, recorded by J. Park`."""
    said = translate("letters", "{0} to {1} {2}, recorded by {3}")
    return said.format(
        capital(localized(receipt.how.value)), receipt.to, when(receipt.at, now), receipt.kept_by
    )


def when(at: datetime, now: datetime) -> str:
    """Day and time on the wall."""
    here = at.astimezone(now.tzinfo)
    return f"{show_date(here.date())} {here:%H:%M}"


def counted(rows: Sequence[LetterRow]) -> str:
    """`3 letters, 2 notes, 1 other`."""
    kinds = [row.about.kind for row in rows]
    letters = sum(kind in (*LETTERS, PrintOf.PACKET) for kind in kinds)
    notes = sum(kind is PaperKind.PROCEDURE_NOTE for kind in kinds)
    others = len(kinds) - letters - notes
    said = [
        _some(letters, translate("letters", "1 letter"), translate("letters", "{0} letters")),
        _some(notes, translate("letters", "1 note"), translate("letters", "{0} notes")),
        _some(others, translate("letters", "1 other"), translate("letters", "{0} others")),
    ]
    return ", ".join(part for part in said if part)


def _some(count: int, one: str, many: str) -> str:
    return "" if not count else one if count == 1 else many.format(count)
