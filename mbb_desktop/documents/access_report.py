"""The report for a patient: who opened, printed or received what of the chart."""

from reportlab.platypus.flowables import Flowable

from mbb_desktop.documents import look
from mbb_desktop.documents.access_facts import AccessFacts, AccessLine
from mbb_desktop.documents.amounts import day
from mbb_desktop.documents.grids import Column, Ruling, grid
from mbb_desktop.documents.issue import Issue
from mbb_desktop.documents.page import Sheet, render
from mbb_desktop.documents.parts import lines, title

KIND = "Access report"


def access_report_pdf(facts: AccessFacts) -> bytes:
    """The report. The same facts give the same bytes."""
    sheet = Sheet(
        KIND,
        facts.clinic,
        facts.patient,
        facts.on,
        Issue(logo=facts.logo),
        never_signed="Not a signed document",
    )
    return render(sheet, _story(facts, sheet.width))


def _story(facts: AccessFacts, width: float) -> list[Flowable]:
    columns = [
        Column("When", 110.0),
        Column("Who", 150.0, names=True),
        Column("What", width - 260.0),
    ]
    told = "Every time somebody opened, printed, saved or gave out something of this chart, the newest first."
    rows = [_row(each) for each in facts.lines]
    return [
        title("Who saw this chart", look.TITLE),
        lines(f"As of {day(facts.on)}. {told}{_left_out(facts)}", look.UNDERTITLE, after=4),
        *(grid(columns, rows, Ruling(padding=1.4)) if rows else [lines("Nobody so far.", look.SMALL)]),
    ]


def _left_out(facts: AccessFacts) -> str:
    if not facts.left_out:
        return ""
    return f" {facts.left_out} older ones are not printed here: they stand in the audit tab of the chart."


def _row(line: AccessLine) -> tuple[str, str, str]:
    said = line.event[0].upper() + line.event[1:]
    about = f": {line.about}" if line.about else ""
    return f"{day(line.at.date())} {line.at:%H:%M}", line.user or "the program", f"{said}{about}"
