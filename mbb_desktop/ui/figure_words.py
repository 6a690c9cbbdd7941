"""Figures as they are shown: what each chart draws, its numbers as a table, and what is counted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.completeness import IN_TIME
from mbb_desktop.clinical.counted import Dose, Left, Result, Stage
from mbb_desktop.clinical.counting import LOST_AFTER
from mbb_desktop.clinical.doses_given import MonthDose, sum_bands
from mbb_desktop.clinical.figures import Figures
from mbb_desktop.clinical.funnel import Step
from mbb_desktop.clinical.rates import By, Rate
from mbb_desktop.clinical.response import BEFORE
from mbb_desktop.clinical.share import FEWEST, Share
from mbb_desktop.clinical.shown import show_amount, show_minutes_short
from mbb_desktop.drawing.level_rows import ShareRow, StageRow, share_rows, stage_rows
from mbb_desktop.drawing.month_dots import MOST_DOTS, Column, Units, month_dots
from mbb_desktop.drawing.shapes import Drawing
from mbb_desktop.drawing.upright_bars import Bar, upright_bars

translate = QCoreApplication.translate

Draw = Callable[[tuple[float, float], float], Drawing]
"""Makes a chart for a size in millimetres and a size of letters."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure: how it is drawn, its rows as a table, and what is counted and left out."""

    draw: Draw
    rows: tuple[tuple[str, ...], ...]
    caption: str

    @property
    def spoken(self) -> str:
        """The rows as sentences, for who cannot see the chart."""
        return " ".join(f"{': '.join((row[0], ', '.join(filter(None, row[1:]))))}." for row in self.rows)


def _tr(text: str) -> str:
    return translate("figures", text)


def month_words(month: tuple[int, int]) -> str:
    """`Nov 2026`."""
    names = _tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    return f"{names[month[1] - 1]} {month[0]}"


def _short_month(month: tuple[int, int]) -> str:
    return month_words(month).split()[0]


def with_percent(share: Share) -> str:
    """`263 of 412 (64 %)`, or `3 of 7` alone."""
    return f"{share.words} ({share.percent})" if share.percent else share.words


def _left_out(counts: Rate, which: Sequence[Result]) -> str:
    """`12 not assessable, 3 response not signed`; `none` when there are none."""
    said = [f"{counts.left_out[each]:,} {_tr(each.value)}" for each in which if counts.left_out.get(each)]
    return ", ".join(said) or _tr("none")


_UNDECIDED = (Result.NOT_ASSESSABLE, Result.OPEN)
_NO_TESTS = (Result.NOT_A_TEST, Result.ELSEWHERE)


def months_shown(found: Figures) -> Shown:
    """The tests of each month by what they showed."""
    bars = [
        Bar(_short_month(each.month), _parts(each.tests), str(each.tests.all_blocks or ""))
        for each in found.months
    ]
    rows = tuple(
        (month_words(each.month), *(f"{part:,}" for part in (*_parts(each.tests), each.tests.all_blocks)))
        for each in found.months
    )
    caption = _tr(
        "Counted: the clinic's own diagnostic blocks with a signed note. Full: concluded positive; soft: "
        "negative; dashed: not assessable or response not signed. Left out: {0}."
    ).format(_left_out(found.everything, _NO_TESTS))
    return Shown(lambda size, text: upright_bars(bars, size=size, text=text), rows, caption)


def _parts(tests: Rate) -> tuple[int, int, int]:
    positive = tests.positive
    return positive.count, positive.of - positive.count, sum(tests.left_out.values())


def funnel_shown(found: Figures) -> Shown:
    """From the first block to the outcome."""
    rows = tuple(
        (
            _tr(step.stage.value).capitalize(),
            ", ".join(filter(None, (f"{step.reached.count:,}", _of_before(step)))),
            *(f"{step.left.get(why, 0):,}" for why in Left),
        )
        for step in found.funnel
    )
    drawn = [
        StageRow(
            _tr(step.stage.value).capitalize(),
            step.reached.count,
            _of_before(step),
            _reasons(step.left),
        )
        for step in found.funnel
    ]
    caption = _tr(
        "Counted: complaints whose first test lies in the period, as they stand today. Each stage needs all "
        "before it; what became of those that went no further stands below: negative, ended by decision, "
        "other way (a later step without this one), waiting, lost (no further step for more than {0} days). "
        "Percentages are of the stage before. Confirmed: two tests concluded positive at a common joint and "
        "side. Ablation: recorded or told since the first test. Left out: blocks that are no test, and those "
        "done elsewhere."
    ).format(LOST_AFTER)
    return Shown(lambda size, text: stage_rows(drawn, size=size, text=text), rows, caption)


def _of_before(step: Step) -> str:
    """The share of the stage before; `4 of 6` for few."""
    if step.stage is Stage.FIRST or not step.reached.of:
        return ""
    return step.reached.percent or step.reached.words


def _reasons(left: Mapping[Left, int]) -> str:
    return ", ".join(f"{count:,} {_tr(_SHORT[why])}" for why, count in left.items())


_SHORT = {
    Left.NEGATIVE: "negative",
    Left.ENDED: "ended",
    Left.OTHERWISE: "other way",
    Left.WAITING: "waiting",
    Left.LOST: "lost to follow-up",
}


def rates_shown(found: Figures, by: By) -> Shown:
    """How often a test was positive, with its interval."""
    groups = found.rates[by]
    drawn = [_share_row(group) for group in groups[:_MOST_GROUPS]]
    rows = tuple(
        (
            group.label,
            group.positive.words,
            group.positive.percent,
            group.positive.between,
            *(f"{group.left_out.get(each, 0):,}" for each in _UNDECIDED),
        )
        for group in groups
    )
    caption = _tr(
        "Counted: tests that the physician concluded positive, of those concluded positive or negative, with "
        "Wilson's 95 % interval (1927). Below {0} no percentage. Left out: {1}. Concluded otherwise than the "
        "readings computed: {2}. A single positive block is often a false one."
    ).format(FEWEST, _left_out(found.everything, _UNDECIDED), with_percent(found.differing))
    if len(groups) > _MOST_GROUPS:
        caption += " " + _tr("The chart shows the {0} largest groups, the table all.").format(_MOST_GROUPS)
    return Shown(lambda size, text: share_rows(drawn, size=size, text=text), rows, caption)


_MOST_GROUPS = 8


def _share_row(group: Rate) -> ShareRow:
    share = group.positive
    interval = share.interval
    if interval is None:
        return ShareRow(group.label, share.words)
    return ShareRow(
        group.label,
        share.words,
        100 * share.count / share.of,
        100 * interval.low,
        100 * interval.high,
        share.percent,
    )


def dose_shown(found: Figures, which: Dose) -> Shown:
    """A dose month by month."""
    months = found.doses[which]
    columns = [
        Column(
            _short_month(each.month),
            tuple(map(float, each.values)),
            None if each.middle is None else float(each.middle),
            "" if each.middle is None else amount(each.middle),
        )
        for each in months
    ]
    rows = tuple((month_words(each.month), each.recorded.words, *_spread(each)) for each in months)
    recorded = Share(sum(m.recorded.count for m in months), sum(m.recorded.of for m in months))
    caption = _tr(
        "Counted: {0} blocks given here with a signed note; the others have no value recorded, which is not "
        "zero; none used is 0. A dot is a block; more than {1} in a month are a box between the quartiles "
        "with a line to the lowest and highest. The bar is the median, from {2} on."
    ).format(recorded.words, MOST_DOTS, FEWEST)
    units = Units(_tr(which.value), _tr("Median"))
    return Shown(lambda size, text: month_dots(columns, units=units, size=size, text=text), rows, caption)


def _spread(month: MonthDose) -> tuple[str, str, str]:
    if month.middle is None:
        return "", "", ""
    return amount(month.middle), amount(month.values[0]), amount(month.values[-1])


def amount(value: Decimal) -> str:
    """A dose without needless decimals: `42`, `8.1`."""
    return show_amount(value, 1)


def year_words(found: Figures, which: Dose) -> str:
    """The sums of twelve months over the patients of these blocks, in sentences."""
    year = found.year[which]
    unit = _tr(which.value)
    parts = [_tr("{0} patients have every value.").format(year.whole.words)]
    if year.middle is not None and year.highest is not None:
        values = (amount(year.middle), amount(year.highest), unit)
        parts.append(_tr("Median {0}, highest known {1} {2}.").format(*values))
    return " ".join(parts)


def sums_shown(found: Figures, which: Dose) -> Shown:
    """What twelve months gave each patient."""
    bands, unit = sum_bands(found.year[which]), _tr(which.value)
    bars = [
        Bar(f"{band.low:,}", (band.whole, band.least), str(band.whole + band.least or "")) for band in bands
    ]
    rows = tuple(
        (
            _tr("{0} to below {1} {2}").format(f"{band.low:,}", f"{band.high:,}", unit),
            f"{band.whole:,}",
            f"{band.least:,}",
        )
        for band in bands
    )
    unknown = len(found.year[which].patients) - sum(band.whole + band.least for band in bands)
    caption = _tr(
        "Counted: patients of these blocks, each with the sum in {0} of all blocks given here in the 12 "
        "months to the end of the period, by any physician; each bar begins at the number below it. Full: "
        "every value recorded; soft: a value is missing, so the sum is a least one. Left out: {1} patients "
        "without any value. {2}"
    ).format(unit, f"{unknown:,}", year_words(found, which))
    return Shown(lambda size, text: upright_bars(bars, size=size, text=text), rows, caption)


def slots_shown(found: Figures) -> Shown:
    """Which scores of the day are there."""
    bars = [
        Bar(_slot(each.slot), (each.known.count, each.asked, each.not_asked), each.known.percent)
        for each in found.slots
    ]
    rows = tuple(
        (_slot(each.slot), with_percent(each.known), f"{each.asked:,}", f"{each.not_asked:,}")
        for each in found.slots
    )
    due = found.slots[0].known.of
    caption = _tr(
        "Counted: {0} of the clinic's own tests, those whose second day has passed. Full: score known; soft: "
        "asked, but not known; dashed: not asked. Both sides of a block count once. The 24 h score was "
        "entered within {1} days in {2}."
    ).format(f"{due:,}", IN_TIME, with_percent(found.in_time))
    return Shown(lambda size, text: upright_bars(bars, size=size, text=text), rows, caption)


def _slot(slot: int) -> str:
    return _tr("Pre") if slot == BEFORE else show_minutes_short(slot)


def times_shown(found: Figures) -> Shown:
    """From opening a record to the signature of its note."""
    bars = [Bar(_upper(band.words), (band.count,), str(band.count or "")) for band in found.times.bands]
    rows = tuple((band.words, f"{band.count:,}") for band in found.times.bands)
    if bars:
        caption = _tr(
            "Counted: {0} signed notes, from opening the record of the block to signing it, with every "
            "pause. Each bar: up to the time below it; the median: {1}. Shown only for all of them together."
        ).format(f"{found.times.notes:,}", found.times.middle)
    else:
        caption = _tr("{0} signed notes: fewer than {1} are not shown.").format(found.times.notes, FEWEST)
    return Shown(lambda size, text: upright_bars(bars, size=size, text=text), rows, caption)


def _upper(band: str) -> str:
    """The upper edge of a band: `1 min` of `30 s to 1 min`; what has none is more."""
    return band.rpartition("to ")[2] if "to " in band else _tr("more")


def missing_rows(found: Figures) -> tuple[tuple[str, ...], ...]:
    """What the records lack, as a table."""
    return tuple(
        (_tr(each.gap.value).capitalize(), each.lacking.words, each.lacking.percent) for each in found.missing
    )


def missing_words(found: Figures) -> str:
    """What is counted as missing."""
    return _tr(
        "Counted: blocks given here with a signed note; scores and responses of tests whose second day has "
        "passed; doses of blocks with fluoroscopy; weight as the patient's record has it today. Left out: "
        "blocks done elsewhere."
    )
