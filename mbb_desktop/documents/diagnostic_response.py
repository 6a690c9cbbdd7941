"""The diagnostic response as a PDF: the scores, what was computed, what the physician concludes."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from mbb_desktop.documents import look
from mbb_desktop.documents.charts import chart_of
from mbb_desktop.documents.grids import Column, Ruling, Shade, grid
from mbb_desktop.documents.issue import Issue
from mbb_desktop.documents.look import Align
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
    stack_height,
    title,
    together,
)
from mbb_desktop.documents.pictures import chart_picture
from mbb_desktop.documents.response_facts import ResponseFacts
from mbb_desktop.documents.response_words import Computed, Report, report
from mbb_desktop.documents.score_table import ScoreRow, ScoreTable, score_table
from mbb_desktop.documents.text import TextBlock, paragraph
from mbb_desktop.documents.wording import Mark, Run, Words, bold, side_run, words

KIND = "Diagnostic response"
_LABEL = 52.0
_GAP = 12.0
_TALL_RESULT = 250.0  # points; higher ones stand one below the other
_DIVISIONS = (0.5, 0.48, 0.52, 0.46, 0.54, 0.44, 0.56)


def diagnostic_response_pdf(facts: ResponseFacts, issue: Issue) -> bytes:
    """The response as it is recorded now. The same facts and issue give the same bytes."""
    sheet = Sheet(KIND, facts.clinic, facts.patient, facts.assessed.block.performed_on, issue)
    return render(sheet, _story(report(facts), facts, sheet))


def _story(said: Report, facts: ResponseFacts, sheet: Sheet) -> list[Flowable]:
    return [
        title(said.place, look.RESPONSE_TITLE),
        lines(said.about, look.SMALL, after=4),
        *_results(said, sheet.width),
        *_scores(score_table(facts.assessed, facts.response), sheet.width),
        *_chart(facts, sheet.width),
        *_reasons(said, sheet.width),
        together([*_comparison(said, sheet.width), *_end(said), *_signature(sheet)]),
    ]


def _end(said: Report) -> list[Flowable]:
    source = words(" ", Run(f"Source: {said.source}.", Mark.QUIET)) if said.source else ()
    return [
        lines(words(bold("Limits:"), f" {said.limits}", source), look.SMALL_BODY, before=3),
        *[lines(words(bold(f"{each.title}:"), " ", each.said), look.BODY, before=2) for each in said.last],
    ]


# Computed beside concluded


def _results(said: Report, width: float) -> list[Flowable]:
    left_width = width * 0.56
    left, right = _computed(said.computed), _concluded(said.conclusion)
    tone = {True: Tone.GOOD, False: Tone.NEUTRAL, None: Tone.WARN}[said.computed.met]
    widths = (left_width, width - left_width - 10)
    height = max(Callout(b, tone).wrap(w)[1] for b, w in zip((left, right), widths, strict=True))
    if height > _TALL_RESULT:
        return [Callout(left, tone), space(6), Callout(right, Tone.NEUTRAL)]
    return beside(
        [Callout(left, tone, height=height)],
        [Callout(right, Tone.NEUTRAL, height=height)],
        left_width,
        width,
        10,
    )


def _computed(said: Computed) -> list[TextBlock]:
    mark = Mark.GOOD if said.met else Mark.QUIET
    return [
        paragraph(words(Run("COMPUTED", mark)), look.SMALL),
        *[paragraph(each, look.RESULT) for each in said.headline],
        *[paragraph(each, look.BODY) for each in said.details],
    ]


def _concluded(said: Sequence[Words]) -> list[TextBlock]:
    first, *rest = said
    return [
        paragraph("PHYSICIAN’S CONCLUSION", look.SMALL),
        paragraph(first, look.RESULT),
        *[paragraph(each, look.BODY) for each in rest],
    ]


# Scores


def _scores(table: ScoreTable, width: float) -> list[Flowable]:
    label = 52.0
    each = (width - label) / len(table.elapsed)
    style = look.SCORE
    columns = [
        Column("Elapsed", label, style=style, names=True),
        *[Column(due, each, Align.CENTER, style) for due in table.elapsed],
    ]
    rows = [table.clock, *table.scores, *table.relief, table.modes]
    return [
        heading("Pain scores", 6),
        *grid(
            columns, [(row.label, *row.cells) for row in rows], Ruling(_shades(rows), padding=0.6, beside=0.6)
        ),
        lines(f"{'; '.join(table.legend)}." if table.legend else "", look.SMALL, before=2),
    ]


def _shades(rows: Sequence[ScoreRow]) -> tuple[Shade, ...]:
    return tuple(
        Shade((number, place + 1), (number, place + 1), look.OK_SOFT)
        for number, row in enumerate(rows)
        for place in sorted(row.shaded)
    )


def _chart(facts: ResponseFacts, width: float) -> list[Flowable]:
    relief = chart_of(facts)
    return [space(5), chart_picture(relief, width, 0.222 * width)] if relief.curves else []


# Reasons and comparison


def _reasons(said: Report, width: float) -> list[Flowable]:
    """Circumstances and reasons side by side, divided where both together are lowest."""
    left = [
        heading("Relief and circumstances", 2),
        *fields([(s.title, s.said) for s in said.circumstances], 62.0, small=True),
    ]
    right = [heading("Why", 2), *fields(said.why, _LABEL, small=True)]
    share = min(_DIVISIONS, key=lambda each: _height(left, right, each, width))
    return beside(left, right, share * width, width, _GAP)


def _height(left: list[Flowable], right: list[Flowable], share: float, width: float) -> float:
    return max(stack_height(left, share * width), stack_height(right, (1 - share) * width - _GAP))


def _comparison(said: Report, width: float) -> list[Flowable]:
    if not said.comparison and not said.compared_notes:
        return []
    first, second = said.compared_heads
    shares = (0.2, 0.31, 0.31, 0.18)
    heads: tuple[str | Words, ...] = ("Joints, side", first, second, "In both blocks")
    columns = [
        Column(head, width * share, names=place == 0)
        for place, (head, share) in enumerate(zip(heads, shares, strict=True))
    ]
    rows = [
        (
            words(bold(line.joints), " ", side_run(line.side, line.side.value.capitalize())),
            line.first,
            line.second,
            words(Run(line.both, Mark.GOOD if line.both_reached else Mark.BOLD)),
        )
        for line in said.comparison
    ]
    table = grid(columns, rows, Ruling(padding=1.4)) if rows else []
    return [
        heading(said.compared_title, 4),
        *table,
        lines(f"{'. '.join(said.compared_notes)}.", look.SMALL, before=2),
    ]


def _signature(sheet: Sheet) -> list[Flowable]:
    later = "Later changes appear only as addenda." if sheet.issue.signature else ""
    return [space(4), *signature(sheet.issue, later, sheet.width)]
