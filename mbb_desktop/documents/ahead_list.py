"""The planned blocks of the next days as a list to work through: what each still needs, and who does it."""

from collections.abc import Iterator

from reportlab.platypus.flowables import Flowable

from mbb_desktop.clinical.ahead import Check, Ready, worst_of
from mbb_desktop.clinical.anatomy import say_joints
from mbb_desktop.clinical.sessions import joints_of
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.documents import look
from mbb_desktop.documents.ahead_facts import AheadFacts, AheadLine
from mbb_desktop.documents.amounts import NB, counted, identity
from mbb_desktop.documents.grids import Column, Ruling, grid
from mbb_desktop.documents.issue import Issue
from mbb_desktop.documents.page import Sheet, render
from mbb_desktop.documents.parts import heading, lines, title, together
from mbb_desktop.documents.wording import Words, bold, words

KIND = "Planned blocks"
_MARKS = {Ready.READY: "Ready", Ready.OPEN: "Open", Ready.STOPS: "STOPS", Ready.NOT_KNOWN: "Not known"}
_STATE, _WHAT, _WHO, _DONE = 56.0, 108.0, 58.0, 32.0


def ahead_list_pdf(facts: AheadFacts) -> bytes:
    """The list. The same facts give the same bytes; every state is a word, so that grey paper says it."""
    sheet = Sheet(
        KIND, facts.clinic, None, facts.first, Issue(logo=facts.logo), never_signed="Not a signed document"
    )
    return render(sheet, [*_head(facts), *_story(facts, sheet.width)])


def _head(facts: AheadFacts) -> Iterator[Flowable]:
    days = f"{show_date(facts.first)} to {show_date(facts.last)}"
    read = f"As of {show_date(facts.at.date())} {facts.at:%H:%M}, for {facts.by}."
    yield title("Planned blocks: what is still to do", look.TITLE)
    yield lines(f"{days}, {counted(len(facts.lines), 'block')}. {read}", look.UNDERTITLE, after=4)
    if not facts.lines:
        yield lines("No block is planned on these days.", look.BODY)


def _story(facts: AheadFacts, width: float) -> Iterator[Flowable]:
    for place, line in enumerate(facts.lines, start=1):
        number = f"{place}/{len(facts.lines)}"
        rows = [_row(check) for check in line.checks]
        parts = [heading(_who(line, number)), lines(_what(line), look.SMALL, after=2)]
        yield together([*parts, *grid(_columns(width), rows, Ruling(padding=1.4))])


def _who(line: AheadLine, number: str) -> Words:
    """`1/12  MARSH, Eleanor  Born 14-Mar-1961 (65 y)  MRN 004 1187`: two identifiers beside the name."""
    parts = identity(line.patient, line.block.performed_on)
    return words(number, *(part for each in parts for part in (f"{NB}{NB}{NB}", each)))


def _what(line: AheadLine) -> Words:
    block = line.block
    at = f" {block.scheduled_at:%H:%M}" if block.scheduled_at else ""
    joints = say_joints(block.planned_joints or joints_of(block))
    phone = f"Tel {line.patient.phone}" if line.patient.phone else "no telephone number"
    told = f"{show_date(block.performed_on)}{at}, {joints}. {phone}."
    said = f" {line.asked.note}" if line.asked.note else ""
    return words(bold(f"{_MARKS[worst_of(line.checks)]}. "), f"{told}{said}")


def _columns(width: float) -> list[Column]:
    rest = width - _STATE - _WHAT - _WHO - _DONE
    return [
        Column("State", _STATE),
        Column("What", _WHAT, names=True),
        Column("Fact, and what to do", rest),
        Column("Who", _WHO),
        Column("Done", _DONE),
    ]


def _row(check: Check) -> tuple[Words | str, ...]:
    state = _MARKS[check.ready]
    name = f"{check.what.value[:1].upper()}{check.what.value[1:]}"
    fact = f"{check.said.rstrip('.')}."
    said = words(fact, bold(f" {check.todo}.") if check.todo else "")
    settled = check.ready is Ready.READY
    return (state if settled else words(bold(state)), name, said, check.who, "" if settled else "____")
