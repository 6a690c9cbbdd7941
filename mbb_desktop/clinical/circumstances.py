"""What stands beside a verdict: confounders, cautions and missing facts. None of them changes the relief."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal

from mbb_desktop.clinical.anatomy import in_order
from mbb_desktop.clinical.block import Aspiration, Block, ContrastPattern, DrugUse, SedationLevel, Target
from mbb_desktop.clinical.drugs import Agent
from mbb_desktop.clinical.measures import Measures
from mbb_desktop.clinical.performed import agents_of, has_epinephrine, joints_blocked, say_places, sides_of
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import BEFORE, MedicineKind, Reading, Response, Series
from mbb_desktop.clinical.shown import listed, show_minutes, show_time

_LOW_BASELINE = 3  # plan forms ask at least 3 of 10; below, a single point decides
_LATE_ONSET = 60  # minutes; local anesthetics act within half an hour


@dataclass(frozen=True, slots=True)
class Confounder:
    """An extra pain medicine or sedation before or during the scores that qualify; `at` None: not known."""

    what: str
    at: datetime | None = None


def confounders(block: Block, response: Response, measures: Measures) -> Iterator[Confounder]:
    """Only what may itself explain the scores that qualify: later rescue and usual medicines do not."""
    if measures.run is None:
        return
    if block.sedation not in {None, SedationLevel.NONE}:
        yield Confounder(phrase("confounder.sedation", level=block.sedation.value))
    else:
        yield from (
            Confounder(phrase("confounder.sedative_given", drug=drug.agent))
            for drug in block.drugs_for(DrugUse.SEDATION)
        )
    for medicine in response.medicines:
        relieved_until = measures.run.last.at
        too_late = medicine.at is not None and relieved_until is not None and medicine.at > relieved_until
        if medicine.kind is not MedicineKind.USUAL and not too_late:
            yield Confounder(_medicine(medicine.name, medicine.dose, medicine.at), medicine.at)


def _medicine(name: str, dose: str, at: datetime | None) -> str:
    what = " ".join(filter(None, [name, dose]))
    if at is None:
        return phrase("confounder.medicine_any_time", medicine=what)
    return phrase("confounder.medicine", medicine=what, at=show_time(at))


def series_cautions(block: Block, measures: Measures) -> Iterator[str]:
    if measures.baseline is not None and 0 < measures.baseline < _LOW_BASELINE:
        yield phrase("caution.low_baseline", baseline=plain(measures.baseline))
    if _came_late(measures) and measures.onset is not None:
        yield phrase("caution.late_onset", onset=show_minutes(measures.onset.minutes))
    if measures.run is not None and measures.run.dip is not None and measures.run.dip.score is not None:
        dip = measures.run.dip
        yield phrase("caution.dip", at=show_minutes(dip.minutes), score=plain(dip.score or Decimal()))
    if measures.by_slot:
        yield phrase("caution.by_slot")
    if len(agents_of(block, measures.series)) > 1 and measures.window is not None:
        yield phrase("caution.mixture", window=measures.window.words)


def _came_late(measures: Measures) -> bool:
    onset = measures.onset
    earlier = [p for p in measures.given if onset is not None and p.minutes < onset.minutes]
    return onset is not None and onset.minutes > _LATE_ONSET and bool(earlier)


def missing_facts(
    block: Block, response: Response, measures: Measures, agents: Mapping[str, Agent]
) -> Iterator[str]:
    if block.purpose is None:
        yield phrase("missing.purpose")
    if block.needle_out is None:
        yield phrase("missing.needle_out")
    names = agents_of(block, measures.series)
    if not names:
        yield phrase("missing.agent")
    yield from (phrase("missing.window", agent=name) for name in names if name not in agents)
    if not block.no_steroid and not block.drugs_for(DrugUse.STEROID):
        yield phrase("missing.steroid")
    if block.sedation is None and not block.drugs_for(DrugUse.SEDATION):
        yield phrase("missing.sedation")
    if not response.medicines and not response.no_other_medicine:
        yield phrase("missing.medicines")
    if not response.scale:
        yield phrase("missing.scale")
    if gaps := _gaps(measures):
        yield gaps


def _gaps(measures: Measures) -> str:
    """The missing scores inside the window, and of the first one after relief ended."""
    window = measures.window
    due = [p for p in measures.points if window is not None and window.start <= p.slot <= window.end]
    if measures.after_relief is not None and measures.after_relief not in due:
        due.append(measures.after_relief)
    empty = [show_minutes(point.slot) for point in due if point.score is None]
    return phrase("missing.scores", times=listed(empty)) if empty else ""


def block_cautions(block: Block, response: Response | None, agents: Mapping[str, Agent]) -> Iterator[str]:
    rated = () if response is None else response.rated
    if len(sides_of(block)) > 1 and rated and not {Series.LEFT, Series.RIGHT} <= set(rated):
        yield phrase("caution.sides_not_rated")
    lost = [place for place in in_order(block.joints) if place not in joints_blocked(block)]
    if lost:
        yield phrase("caution.not_covered", joints=say_places(lost))
    if block.stopped_because:
        yield phrase("caution.stopped", reason=block.stopped_because)
    if block.reported_by:
        yield phrase("caution.reported", by=block.reported_by)
    yield from other_causes(block)
    yield from _of_the_diary(response)
    if any(_vascular(target) for target in block.targets):
        yield phrase("caution.vascular")
    places = [target.place for target in block.targets if not target.not_injected]
    if len(set(places)) < len(places):
        yield phrase("caution.injected_twice")
    yield from _epinephrine_cautions(block, agents)


def _of_the_diary(response: Response | None) -> Iterator[str]:
    if response is None:
        return
    if response.napped:
        yield phrase("caution.napped")
    if ranges := [_range(reading) for reading in response.readings if reading.score_to is not None]:
        yield phrase("caution.ranges", times=listed(ranges))


def _range(reading: Reading) -> str:
    """`1 h (2 to 4)`, `left before the block (5 to 6)`."""
    side = "" if reading.series is Series.OVERALL else f"{reading.series.value} "
    when = phrase("caution.before_the_block") if reading.slot == BEFORE else show_minutes(reading.slot)
    return f"{side}{when} ({plain(reading.score or Decimal())} to {plain(reading.score_to or Decimal())})"


def other_causes(block: Block) -> Iterator[str]:
    """What was recorded that may explain relief besides the block."""
    for name in fields(block.other_causes):
        if getattr(block.other_causes, name.name):
            yield phrase(f"caution.{name.name}")


def _vascular(target: Target) -> bool:
    return target.aspiration is Aspiration.BLOOD or target.contrast_pattern is ContrastPattern.VASCULAR


def _epinephrine_cautions(block: Block, agents: Mapping[str, Agent]) -> Iterator[str]:
    for name in agents_of(block):
        if has_epinephrine(block, name) and name in agents and agents[name].window_with_epinephrine is None:
            yield phrase("caution.epinephrine_window", agent=name)
