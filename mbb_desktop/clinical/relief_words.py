"""Relief in words: how much, from when to when, and what is not known about it."""

from mbb_desktop.clinical.measures import Lasted, Measures, Run
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import show_percent
from mbb_desktop.clinical.shown import show_minutes


def say_run(measures: Measures) -> str:
    """`80 % or more from 15 min to 6 h after the block`, its dip, and what is not known of its end."""
    threshold = measures.threshold.words
    if measures.run is None:
        return _without_run(measures)
    return phrase("run.relief", threshold=threshold, span=say_span(measures.run)) + _remarks(measures.run)


def _without_run(measures: Measures) -> str:
    if measures.onset is not None:
        at = show_minutes(measures.onset.minutes)
        return phrase("run.after_window", threshold=measures.threshold.words, at=at)
    calculated = any(point.qualifies is not None for point in measures.points)
    key = "run.none" if calculated else "run.not_known" if measures.given else "run.no_scores"
    return phrase(key, threshold=measures.threshold.words)


def say_span(run: Run) -> str:
    """`from 15 min to 6 h`, `at 30 min`, `from 15 min to at least 6 h`."""
    start, end = show_minutes(run.start), show_minutes(run.end)
    if run.start == run.end:
        return phrase("run.once_at_least" if run.at_least else "run.once", at=start)
    return phrase("run.span_at_least" if run.at_least else "run.span", start=start, end=end)


def _remarks(run: Run) -> str:
    text = ""
    if run.dip is not None and run.dip.score is not None:
        text += phrase("run.dip", at=show_minutes(run.dip.minutes), score=plain(run.dip.score))
    unseen = run.next is not None and run.next.qualifies is None
    if unseen and run.until is not None:
        text += phrase("run.end_unseen", start=show_minutes(run.end), end=show_minutes(run.until))
    return text


def say_lasted(measures: Measures) -> str:
    """The end of relief against the window: `within the window of 3 to 8 h`, `between 2 and 4 h: ...`."""
    run, window = measures.run, measures.window
    if run is None or window is None:
        return phrase("lasted.not_known")
    if measures.lasted is not Lasted.NOT_DECIDABLE:
        return phrase(f"lasted.{measures.lasted.name.lower()}", window=window.words)
    end = show_minutes(run.end)
    if run.until is None:
        return phrase("lasted.not_decidable_open", end=end)
    return phrase("lasted.not_decidable", end=_shared_unit(run.end, run.until), until=show_minutes(run.until))


def _shared_unit(minutes: int, until: int) -> str:
    """`2` before `4 h`, `30 min` before `2 h`."""
    return str(minutes // 60) if minutes and minutes % 60 == 0 and until % 60 == 0 else show_minutes(minutes)


def say_best(measures: Measures) -> str:
    """`8 to 1 (87 %)`: baseline, best score in the window and calculated relief, cut, never rounded up."""
    peak = measures.peak
    if measures.baseline is None:
        return phrase("best.no_baseline")
    if peak is None or peak.score is None or peak.relief is None:
        return phrase("best.no_score", baseline=plain(measures.baseline))
    fields = {"baseline": plain(measures.baseline), "score": plain(peak.score)}
    return phrase("best.relief", percent=show_percent(peak.relief), **fields)


def say_calculated(measures: Measures) -> str:
    """`87 %`, or that it cannot be calculated."""
    return phrase("best.none") if measures.best is None else show_percent(measures.best)


def say_stated(measures: Measures) -> str:
    """`90 %`, or that it was not asked."""
    return phrase("stated.none") if measures.stated is None else f"{plain(measures.stated)} %"


def say_coverage(measures: Measures) -> str:
    """`6 of 6 readings in the window, first reading after relief ended (7 h) present`."""
    if not measures.due:
        return phrase("coverage.no_window", given=len(measures.given))
    inside = phrase("coverage.window", filled=measures.filled, due=measures.due)
    after = measures.after_relief
    if after is None:
        return inside
    present = "present" if after.score is not None else "missing"
    return f"{inside}, {phrase(f'coverage.after_{present}', at=show_minutes(after.minutes))}"
