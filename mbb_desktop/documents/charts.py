"""The pain curves of one or two blocks, with thresholds and windows, as data for screen and paper."""

from collections.abc import Iterator

from mbb_desktop.clinical.explain import say_highest_score
from mbb_desktop.clinical.measures import Measures
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import Series
from mbb_desktop.clinical.verdict import Assessed, SeriesResult
from mbb_desktop.documents.response_facts import ResponseFacts
from mbb_desktop.drawing.relief_chart import Curve, Marker, Relief, Threshold, Window


def chart_of(facts: ResponseFacts) -> Relief:
    """This block's curve, and that of the block it is compared with."""
    if facts.compared is None:
        return curves_of([(facts.assessed, facts.block_number)])
    pair = (facts.compared.first, facts.compared.second)
    own = facts.assessed.block.id
    numbers = [facts.block_number if one.block.id == own else facts.earlier_number for one in pair]
    return curves_of(list(zip(pair, numbers, strict=True)))


def curves_of(blocks: list[tuple[Assessed, int | None]]) -> Relief:
    """One curve per block: its overall scores, or each side's when only sides were rated."""
    curves: list[Curve] = []
    windows: list[Window] = []
    thresholds: list[Threshold] = []
    for place, (assessed, number) in enumerate(blocks):
        token = "series1" if len(blocks) > 1 and place == 0 else "series2"
        for result in _shown(assessed):
            curves.append(_curve(assessed, result, number, token, first=token == "series1"))
            thresholds.extend(_threshold(result.measures, token))
        windows.extend(_window(assessed, token))
    return Relief(tuple(curves), tuple(windows), tuple(dict.fromkeys(thresholds)))


def _shown(assessed: Assessed) -> list[SeriesResult]:
    return [assessed.overall] if assessed.overall else list(assessed.series)


def _curve(assessed: Assessed, result: SeriesResult, number: int | None, token: str, *, first: bool) -> Curve:
    side = "" if result.series is Series.OVERALL or len(assessed.series) == 1 else f" {result.series.value}"
    name = f"Block {number}{side}" if number else f"Block{side}"
    label = ", ".join([name, *assessed.agents])
    baseline = result.measures.baseline
    points = ((None, baseline), *((p.minutes, p.score) for p in result.measures.points))
    marker: Marker = "circle" if first else "square"
    if side and result.series is Series.RIGHT:
        marker = "diamond"
    return Curve(label, points, token, marker, (1.6, 0.9) if first else ())


def _threshold(measures: Measures, token: str) -> Iterator[Threshold]:
    score = measures.threshold.highest_score(measures.baseline) if measures.baseline is not None else None
    if score is not None and measures.baseline is not None:
        percent = plain(measures.threshold.percent)
        label = f"{percent} % of {plain(measures.baseline)}: {say_highest_score(measures)}"
        yield Threshold(label, score, token)


def _window(assessed: Assessed, token: str) -> Iterator[Window]:
    window = assessed.window
    if window is not None:
        label = f"window {' + '.join(assessed.agents)} {window.words}"
        yield Window(label, window.start, window.end, token)
