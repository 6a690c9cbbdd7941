"""A procedure note in words: what it says and what it cannot say, before anybody lays it out."""

from dataclasses import dataclass
from datetime import date, datetime

from mbb_desktop.clinical.block import Block, Item
from mbb_desktop.documents.amounts import clock_on
from mbb_desktop.documents.note_drugs import (
    DrugRow,
    TargetRow,
    at_the_needle,
    drug_rows,
    limit_notes,
    sums,
    target_rows,
)
from mbb_desktop.documents.note_end import Recovery, accepted, end, recovery, stopped
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.note_gaps import not_recorded
from mbb_desktop.documents.note_head import head, indication, occasion, place, planned, title
from mbb_desktop.documents.note_room import room
from mbb_desktop.documents.sentences import Gap, Section, Sentence, stated
from mbb_desktop.documents.wording import Words


@dataclass(frozen=True, slots=True)
class TimeMark:
    """One of the five moments; `at` is a dash when nobody recorded it. Readings count from `zero`."""

    name: str
    at: str
    source: str
    item: Item
    zero: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """The whole note in the order in which it is read. Sections without a recorded fact are not there."""

    title: str
    place: Words
    occasion: str
    stopped: Section
    head: tuple[Section, ...]
    times: tuple[TimeMark, ...]
    before: tuple[Section, ...]
    drugs: tuple[DrugRow, ...]
    targets: tuple[TargetRow, ...]
    sums: tuple[Sentence, ...]
    limits: tuple[Sentence, ...]
    after: tuple[Section, ...]
    recovery: Recovery | None
    not_recorded: tuple[Gap, ...]
    accepted: tuple[Sentence, ...]

    @property
    def sections(self) -> tuple[Section, ...]:
        """Every section of sentences in reading order, for a note shown as text."""
        sums = Section("Dose", (*self.sums, *self.limits))
        last = (self.recovery.section,) if self.recovery else ()
        return stated((self.stopped, *self.head, *self.before, sums, *self.after, *last))

    @property
    def not_recorded_text(self) -> str:
        """`Not recorded: bone contact; C-arm pulse mode.`, or nothing when all is recorded."""
        gaps = "; ".join(gap.label for gap in self.not_recorded)
        return f"Not recorded: {gaps}." if gaps else ""


def note(facts: NoteFacts) -> Note:
    """The note of a block as it is recorded now. The same facts give the same words."""
    block = facts.block
    return Note(
        title=title(block),
        place=place(block),
        occasion=occasion(facts),
        stopped=stopped(block),
        head=stated(head(facts)),
        times=_times(block),
        before=stated([indication(facts), planned(block), *room(facts)]),
        drugs=drug_rows(facts),
        targets=target_rows(block),
        sums=sums(facts),
        limits=limit_notes(facts),
        after=stated([at_the_needle(block), *end(facts)]),
        recovery=recovery(facts),
        not_recorded=not_recorded(facts),
        accepted=accepted(block),
    )


def _times(block: Block) -> tuple[TimeMark, ...]:
    held = block.time_out
    on = block.performed_on
    return (
        _mark("In room", block.in_room, on, "block.in_room"),
        TimeMark("Time-out", _at(held.at if held else None, on), "block.time_outs", Item.TIMES),
        _mark("Needle in", block.needle_in, on, "block.needle_in"),
        TimeMark("Needle out", _at(block.needle_out, on), "block.needle_out", Item.NEEDLE_OUT, zero=True),
        _mark("Left room", block.left_room, on, "block.left_room"),
    )


def _mark(name: str, at: datetime | None, on: date, source: str) -> TimeMark:
    return TimeMark(name, _at(at, on), source, Item.TIMES)


def _at(at: datetime | None, on: date) -> str:
    return "–" if at is None else clock_on(at, on)
