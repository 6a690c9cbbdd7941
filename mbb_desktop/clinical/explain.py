"""Why a verdict is what it is: inputs, formula, threshold, window, source, and what is missing.

These are the only words for it: the screen and the papers show them as they are.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from mbb_desktop.clinical.asked_words import say_asked, say_formula
from mbb_desktop.clinical.block_criteria import EarlierBlockRelieved, ReliefEachTime
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.measures import Measures
from mbb_desktop.clinical.performed import agents_of
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.relief_words import say_calculated, say_coverage, say_lasted
from mbb_desktop.clinical.response import BEFORE, Series
from mbb_desktop.clinical.rules import Finding, Rule, RuleSet
from mbb_desktop.clinical.shown import listed, show_date, show_minutes, show_time
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


def say_finding(finding: Finding, on: date) -> tuple[str, ...]:
    """What the record shows, what it lacks (first, when that is why nothing is decided), and what to mind.

    A sentence each, without full stops.
    """
    missing = "; ".join(finding.missing)
    lacks = {
        Verdict.UNKNOWN: phrase("criterion.missing_on", on=show_date(on), missing=missing),
        Verdict.NOT_YET: phrase("criterion.awaited", missing=missing),
    }
    evidence = _upper("; ".join(each.text for each in finding.evidence))
    gap = lacks.get(finding.verdict, phrase("criterion.missing", missing=missing)) if missing else ""
    caution = phrase("criterion.caution", caution=finding.caution.rstrip(".")) if finding.caution else ""
    unknown = finding.verdict is Verdict.UNKNOWN
    said = (gap, evidence, caution) if unknown else (evidence, gap, caution)
    return tuple(sentence for sentence in said if sentence)


def explain_finding(
    rule_set: RuleSet, finding: Finding, assessed: Sequence[Assessed]
) -> tuple[tuple[str, str], ...]:
    """Label and words of what a finding rests on; `assessed` are the blocks judged by this rule set."""
    rule = rule_set.rule(finding.rule_id)
    relief = isinstance(rule.criterion, ReliefEachTime | EarlierBlockRelieved)
    evidence = "; ".join(each.text for each in finding.evidence)
    limits = f"{phrase('false_positive.single')} {phrase('false_positive.source')}"
    rows = (
        (phrase("why.asked"), _upper(say_asked(rule))),
        *(tuple(_blocks(finding, assessed) if relief else ()) or ((phrase("why.inputs"), _upper(evidence)),)),
        (phrase("why.formula"), _upper(say_formula(rule, finding))),
        (phrase("why.missing"), _upper("; ".join(finding.missing))),
        (phrase("why.beside"), finding.caution),
        (phrase("why.limits"), limits if relief else ""),
        (phrase("why.rule"), _rule_words(rule_set, rule)),
        (phrase("why.source"), rule.source.words),
        (phrase("why.confidence"), _upper(of(rule.confidence))),
    )
    return tuple((label, words) for label, words in rows if words)


def _rule_words(rule_set: RuleSet, rule: Rule) -> str:
    start = show_date(rule_set.effective_from)
    return phrase("why.rule_words", rule=rule.id, named=rule_set.named, effective=rule.effective, start=start)


def _blocks(finding: Finding, assessed: Sequence[Assessed]) -> Iterator[tuple[str, str]]:
    """The arithmetic of each block that is evidence, side by side where the sides were rated."""
    cited = {each.record_id for each in finding.evidence}
    for each in assessed:
        if each.block.id in cited:
            for result in _judged(each):
                yield _block_label(each, result), _arithmetic(result, each)


def _judged(assessed: Assessed) -> tuple[SeriesResult, ...]:
    sides = tuple(result for result in assessed.series if result.series is not Series.OVERALL)
    return sides if sides and assessed.sides_rated else assessed.series


def _block_label(assessed: Assessed, result: SeriesResult) -> str:
    key = "why.block_one" if result.series is Series.OVERALL else "why.block"
    return phrase(key, on=show_date(assessed.block.performed_on), series=result.series.value)


def _arithmetic(result: SeriesResult, assessed: Assessed) -> str:
    measures = result.measures
    named = (
        ("why.threshold", _threshold(measures)),
        ("why.window", _window(measures)),
        ("why.stated", _stated(measures)),
    )
    parts = [_inputs(result, assessed), _result(measures)]
    parts += [f"{phrase(label)}: {said}" for label, said in named if said]
    return ". ".join(_upper(part) for part in parts)


def _result(measures: Measures) -> str:
    """`100 × (8 − 1) / 8 = 87 %, cut, not rounded`."""
    peak = measures.peak
    if not measures.baseline or peak is None or peak.score is None or peak.relief is None:
        return _formula(measures)
    return phrase(
        "why.formula_result",
        baseline=plain(measures.baseline),
        score=plain(peak.score),
        percent=say_calculated(measures),
    )


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


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
