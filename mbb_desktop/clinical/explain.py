"""Why a verdict is what it is: inputs, formula, threshold, window, source, and what is missing."""

from decimal import Decimal

from mbb_desktop.clinical.measures import Measures
from mbb_desktop.clinical.performed import agents_of
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.relief_words import say_coverage, say_lasted
from mbb_desktop.clinical.response import BEFORE
from mbb_desktop.clinical.rules import RuleSet
from mbb_desktop.clinical.shown import listed, show_minutes, show_time
from mbb_desktop.clinical.verdict import Assessed, SeriesResult


def say_criterion(result: SeriesResult, rule_set: RuleSet | None, *, third: bool = False) -> str:
    """`meets the criterion you selected`; `third` is for letters, where the reader selected nothing."""
    lasting = rule_set is not None and rule_set.asks_duration
    met = {True: "meets", False: "meets_not", None: "open"}[result.meets(lasting)]
    return phrase(f"criterion.{met}_{'third' if third else 'you'}")


def explain(
    result: SeriesResult, assessed: Assessed, rule_set: RuleSet | None = None
) -> tuple[tuple[str, str], ...]:
    """Label and words of each row of the Why block, for the screen and for paper."""
    rows = [
        ("why.inputs", _inputs(result, assessed)),
        ("why.formula", _formula(result.measures)),
        ("why.threshold", _threshold(result.measures)),
        ("why.window", _window(result.measures)),
        ("why.stated", _stated(result.measures)),
        (
            "why.beside",
            " ".join([*(each.what for each in result.confounders), *result.cautions, *assessed.cautions]),
        ),
        ("why.source", _source(rule_set, assessed)),
        ("why.missing", listed(result.missing) or phrase("why.nothing_missing")),
        ("why.limits", f"{phrase('false_positive.single')} {phrase('false_positive.source')}"),
    ]
    return tuple((phrase(label), words) for label, words in rows if words)


def _inputs(result: SeriesResult, assessed: Assessed) -> str:
    measures = result.measures
    scores = ", ".join(
        phrase("why.score", at=show_minutes(point.minutes), score=plain(point.score))
        for point in measures.given
        if point.score is not None
    )
    agents = listed(agents_of(assessed.block, result.series)) or phrase("evidence.agent_missing")
    needle_out = assessed.block.needle_out
    start = [phrase("why.needle_out", at=show_time(needle_out))] if needle_out else []
    return "; ".join([_baseline(result, assessed), *start, *([scores] if scores else []), agents])


def _baseline(result: SeriesResult, assessed: Assessed) -> str:
    baseline = result.measures.baseline
    reading = assessed.response.reading(result.series, BEFORE) if assessed.response else None
    if reading is None or baseline is None:
        return phrase("why.no_baseline")
    return phrase("why.baseline", score=plain(baseline), at=show_time(reading.at))


def _formula(measures: Measures) -> str:
    """`100 × (7 − score) / 7, exact, not rounded`."""
    if not measures.baseline:
        return phrase("why.no_formula")
    return phrase("why.formula_exact", baseline=plain(measures.baseline))


def _threshold(measures: Measures) -> str:
    """`80 % or more = NRS 1 or less`."""
    words = measures.threshold.words
    if not measures.baseline:
        return words
    return phrase("why.threshold_score", threshold=words, score=say_highest_score(measures))


def say_highest_score(measures: Measures, step: Decimal = Decimal(1)) -> str:
    """The label of the threshold line: `NRS 1 or less`, `NRS 0`; empty without a baseline.

    `step` is 0.5 where a clinic scores half points.
    """
    if not measures.baseline:
        return ""
    score = measures.threshold.highest_score(measures.baseline, step)
    if score is None:
        return phrase("threshold.no_score")
    return phrase("threshold.score" if score else "threshold.score_zero", score=plain(score))


def _window(measures: Measures) -> str:
    if measures.window is None:
        return phrase("why.no_window")
    return phrase(
        "why.window_words",
        window=measures.window.words,
        coverage=say_coverage(measures),
        lasted=say_lasted(measures),
        source=measures.window.source,
    )


def _stated(measures: Measures) -> str:
    return "" if measures.stated is None else phrase("why.stated_words", percent=plain(measures.stated))


def _source(rule_set: RuleSet | None, assessed: Assessed) -> str:
    if rule_set is None:
        return ""
    return f"{rule_set.named_on(assessed.block.performed_on)}: {rule_set.source.words}"
