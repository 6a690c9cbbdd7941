"""The RFA referral letter as a PDF."""

from collections.abc import Sequence

from reportlab.platypus.flowables import CondPageBreak, Flowable

from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.phrases import of
from mbb_desktop.documents import look
from mbb_desktop.documents.charts import curves_of
from mbb_desktop.documents.grids import Column, Ruling, Shade, grid
from mbb_desktop.documents.issue import Issue
from mbb_desktop.documents.letter_facts import LetterFacts
from mbb_desktop.documents.letter_words import CriterionRow, Letter, letter, result_words
from mbb_desktop.documents.page import Sheet, render
from mbb_desktop.documents.parts import (
    Callout,
    Tone,
    beside,
    fields,
    heading,
    lines,
    signature,
    space,
    title,
    together,
)
from mbb_desktop.documents.pictures import chart_picture, request_picture
from mbb_desktop.documents.sentences import Section
from mbb_desktop.documents.text import paragraph
from mbb_desktop.documents.wording import Mark, Run, Words, spaced, words

KIND = "RFA referral"
_PICTURE = 142.0
_HEAD_AND_TWO_ROWS = 84.0  # points
_MARKS = {Verdict.MET: Mark.GOOD, Verdict.UNKNOWN: Mark.MISSING, Verdict.NOT_MET: Mark.BOLD}


def rfa_letter_pdf(facts: LetterFacts, issue: Issue) -> bytes:
    """The letter as the record now is. The same facts and issue give the same bytes."""
    sheet = Sheet(KIND, facts.clinic, facts.patient, facts.on, issue)
    return render(sheet, _story(letter(facts), facts, sheet))


def _story(said: Letter, facts: LetterFacts, sheet: Sheet) -> list[Flowable]:
    width = sheet.width
    return [
        *address(said, width),
        title(said.subject, look.SUBTITLE, before=7),
        lines(said.nerves, look.UNDERTITLE, after=5),
        lines(said.greeting, look.LETTER, after=2),
        lines(words(spaced(each.said for each in said.opening)), look.LETTER),
        *([lines(said.paragraph, look.LETTER, before=4)] if said.paragraph else []),
        *blocks_table(said, width),
        lines(said.conclusion, look.SMALL, before=3, after=4),
        *pictures(facts, width),
        *sections_of(said.findings, 88.0),
        *criteria_table(said, width),
        space(2),
        *sections_of(said.last, 70.0),
        closing(said, sheet, _gaps(said)),
    ]


def sections_of(sections: Sequence[Section], label: float) -> list[Flowable]:
    return fields([(each.title, each.said) for each in sections], label)


def address(said: Letter, width: float) -> list[Flowable]:
    left = [paragraph("\n".join(said.to), look.LETTER)] if said.to else []
    right = fields(said.particulars, 48.0)
    return beside(left, right, width * 0.46, width)


# The blocks


def blocks_table(said: Letter, width: float) -> list[Flowable]:
    if not said.block_titles:
        return []
    label = 96.0
    each = (width - label) / len(said.block_titles)
    columns = [
        Column("", label, style=look.CELL_LABEL, names=True),
        *[Column(title, each, head=look.BLOCK_HEAD) for title in said.block_titles],
    ]
    rows: list[list[str | Words]] = [
        [row[0], *(result_words(row[0], text) for text in row[1:])] for row in said.block_rows
    ]
    return [space(6), *grid(columns, rows, Ruling(padding=1.5))]


def pictures(facts: LetterFacts, width: float) -> list[Flowable]:
    """The request on the spine, and the curves of the blocks beside it."""
    course = facts.course
    spine = request_picture(course.region, facts.requested, _PICTURE, six=course.six_lumbar)
    relief = curves_of([(block.assessed, block.number) for block in facts.blocks][-2:])
    room = width - (_PICTURE + 14 if spine else 0)
    caption = lines("Index pain after each block, hours since needle-out", look.HEAD)
    chart = [caption, chart_picture(relief, room, 0.4 * room)] if relief.curves else []
    if spine is None:
        return [together(chart)] if chart else []
    return beside([spine], chart, _PICTURE, width) if chart else [spine]


# Criteria


def criteria_table(said: Letter, width: float) -> list[Flowable]:
    columns = [
        Column("Rule", 39.0, style=look.CRITERION_LABEL, names=True),
        Column("Criterion", width * 0.25, style=look.CRITERION),
        Column("Status", 36.0, style=look.CRITERION),
        Column("Evidence in our record", width * 0.75 - 75.0, style=look.CRITERION),
    ]
    shades = tuple(
        Shade((place, 0), (place, 3), look.WARN_SOFT)
        for place, row in enumerate(said.criteria)
        if row.verdict is Verdict.UNKNOWN
    )
    return [
        CondPageBreak(_HEAD_AND_TWO_ROWS),
        heading(said.criteria_title),
        lines(words(said.criteria_count, f" {said.criteria_source}"), look.SMALL, after=2),
        *grid(columns, [_cells(row) for row in said.criteria], Ruling(shades, padding=0.8)),
        *([lines(said.also_met, look.CRITERION, after=3)] if said.also_met else []),
    ]


def _cells(row: CriterionRow) -> tuple[str | Words, ...]:
    mark = _MARKS.get(row.verdict, Mark.PLAIN)
    missing = row.verdict is Verdict.UNKNOWN
    said = words(Run(row.said, Mark.MISSING)) if missing else words(row.said)
    return row.rule, row.asks, words(Run(of(row.verdict), mark)), said


# The end


def _gaps(said: Letter) -> list[Flowable]:
    if not said.not_in_record:
        return []
    missing = words(Run(said.not_in_record_title, Mark.MISSING), f" {'; '.join(said.not_in_record)}.")
    return [space(5), Callout([paragraph(missing, look.BODY)], Tone.WARN)]


def closing(said: Letter, sheet: Sheet, before: Sequence[Flowable]) -> Flowable:
    """The signature with what stands before it: it is never alone on a page."""
    return together(
        [
            *before,
            space(6),
            *([lines(said.closing, look.LETTER, after=5)] if said.closing else []),
            lines(said.farewell, look.LETTER, after=3),
            *signature(sheet.issue, "\n".join(said.copies), sheet.width),
        ]
    )
