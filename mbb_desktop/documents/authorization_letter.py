"""The prior-authorization letter as a PDF."""

from reportlab.platypus.flowables import Flowable

from mbb_desktop.documents import look
from mbb_desktop.documents.authorization_facts import AuthorizationFacts
from mbb_desktop.documents.authorization_words import Authorization, authorization
from mbb_desktop.documents.grids import Column, Ruling, fitted, grid
from mbb_desktop.documents.issue import Issue
from mbb_desktop.documents.look import Align
from mbb_desktop.documents.page import Sheet, render
from mbb_desktop.documents.parts import Callout, Tone, heading, lines, space, title
from mbb_desktop.documents.rfa_letter import (
    address,
    blocks_table,
    closing,
    criteria_table,
    pictures,
    sections_of,
)
from mbb_desktop.documents.text import paragraph
from mbb_desktop.documents.wording import Mark, Run, spaced, words

KIND = "Prior authorization"
_LABEL = 78.0


def authorization_pdf(facts: AuthorizationFacts, issue: Issue) -> bytes:
    """The letter as the record now is. The same facts and issue give the same bytes."""
    own = facts.letter
    sheet = Sheet(KIND, own.clinic, own.patient, own.on, issue)
    return render(sheet, _story(authorization(facts), facts, sheet))


def _story(said: Authorization, facts: AuthorizationFacts, sheet: Sheet) -> list[Flowable]:
    width, shared = sheet.width, said.letter
    return [
        *address(shared, width),
        title(said.subject, look.SUBTITLE, before=7, after=3),
        lines(shared.greeting, look.LETTER, after=2),
        lines(words(spaced(each.said for each in said.opening)), look.LETTER, after=4),
        *sections_of(said.request, _LABEL),
        *_codes(said, width),
        *([lines(shared.paragraph, look.LETTER, before=6, after=2)] if shared.paragraph else []),
        space(5),
        *sections_of(said.complaint, _LABEL),
        *_care(said, width),
        *([heading(said.blocks_title)] if shared.block_titles else []),
        *blocks_table(shared, width),
        lines(shared.conclusion, look.SMALL, before=3, after=4),
        *pictures(facts.letter, width),
        *sections_of(said.results, _LABEL),
        space(2),
        *sections_of(said.last, _LABEL),
        *criteria_table(shared, width),
        closing(shared, sheet, _gaps(said)),
    ]


def _codes(said: Authorization, width: float) -> list[Flowable]:
    """The lines of the preview under their label, with the conditions; without a line only why."""
    columns = [
        Column("CPT", 52.0, names=True),
        Column("Units", 40.0, align=Align.RIGHT),
        Column("Modifiers", 70.0),
        Column("Joints and sides", width - 162.0),
    ]
    rows = [
        (line.code, str(line.units), ", ".join(line.modifiers) or "none", where) for line, where in said.codes
    ]
    return [
        heading(said.codes_title, 6),
        *(grid(columns, rows, Ruling(padding=1.4)) if rows else []),
        lines(" ".join(said.codes_notes), look.SMALL, before=2),
    ]


def _care(said: Authorization, width: float) -> list[Flowable]:
    if not said.care:
        return []
    columns = [
        Column("Tried", names=True),
        Column("From, to", 140.0),
        Column("Weeks", 36.0, align=Align.RIGHT),
        Column("Visits", 36.0, align=Align.RIGHT),
        Column("Outcome"),
    ]
    rows = [(each.what, each.dates, each.weeks, each.visits, each.outcome) for each in said.care]
    return [heading(said.care_title), *grid(fitted(columns, rows, width), rows, Ruling(padding=1.4))]


def _gaps(said: Authorization) -> list[Flowable]:
    if not said.not_in_record:
        return []
    head = Run(said.letter.not_in_record_title, Mark.MISSING)
    return [
        space(5),
        Callout([paragraph(words(head, f" {'; '.join(said.not_in_record)}."), look.BODY)], Tone.WARN),
    ]
