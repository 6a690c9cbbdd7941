"""Two blocks compared, joint by joint and side by side, on what they share."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mbb_desktop.clinical.anatomy import JointSide, in_order
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.drugs import Window
from mbb_desktop.clinical.measures import Lasted, Measures, Run
from mbb_desktop.clinical.performed import SERIES, agents_of, joints_blocked, say_places
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.relief_words import say_lasted
from mbb_desktop.clinical.response import reached
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, SeriesResult

_NOT_POSITIVE = (BlockVerdict.PARTIAL, BlockVerdict.NEGATIVE)
_PAIN_NOT_BACK = 50  # per cent below the first baseline


class PairVerdict(Enum):
    """Comparative blocks (Barnsley 1993, Lord 1995); the names of the labels are common usage.

    CONFIRMED: both positive, but their durations cannot be put in order. UNDECIDED: one block has no verdict.
    """

    CONCORDANT = "concordant"
    CONCORDANT_PROLONGED = "concordant, prolonged"
    DISCORDANT = "discordant"
    DISCORDANT_PROLONGED = "discordant, prolonged"
    SAME_AGENT = "same-agent repeat"
    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not confirmed"
    NEGATIVE = "negative"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """What two blocks showed for one joint on one side."""

    place: JointSide
    first: SeriesResult | None
    second: SeriesResult | None
    verdict: PairVerdict
    cautions: tuple[str, ...] = ()

    @property
    def both_reached(self) -> bool:
        return bool(self.first and self.first.positive and self.second and self.second.positive)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two blocks in order of date. Not comparable only when they share no joint on the same side."""

    first: Assessed
    second: Assessed
    days_apart: int
    rows: tuple[ComparedRow, ...]
    cautions: tuple[str, ...]

    @property
    def comparable(self) -> bool:
        return bool(self.rows)


def compare(one: Assessed, other: Assessed) -> Compared:
    """The comparison of two blocks given in any order."""
    first, second = sorted((one, other), key=lambda assessed: time_of(assessed.block))
    shared = in_order(set(joints_blocked(first.block)) & set(joints_blocked(second.block)))
    rows = tuple(_row(first, second, place) for place in shared)
    cautions = (
        *_extra_joints(first, second),
        *_baselines(rows),
        *_scales(first, second),
        *_technique(first, second),
    )
    days = (second.block.performed_on - first.block.performed_on).days
    return Compared(first, second, days, rows, tuple(dict.fromkeys(cautions)))


def time_of(block: Block) -> tuple[date, float, bytes]:
    """Sorts blocks by date, then by the time of needle-out, then by their id."""
    clock = 0.0 if block.needle_out is None else block.needle_out.timestamp()
    return (block.performed_on, clock, block.id.bytes)


def _row(first: Assessed, second: Assessed, place: JointSide) -> ComparedRow:
    one, two = first.of(place.side), second.of(place.side)
    if one is None or not (one.positive or one.verdict in _NOT_POSITIVE):
        return ComparedRow(place, one, two, PairVerdict.UNDECIDED)
    if not one.positive:
        return ComparedRow(place, one, two, PairVerdict.NEGATIVE)
    if two is None or not (two.positive or two.verdict in _NOT_POSITIVE):
        return ComparedRow(place, one, two, PairVerdict.UNDECIDED)
    if not two.positive:
        return ComparedRow(place, one, two, PairVerdict.NOT_CONFIRMED)
    agents = [set(agents_of(assessed.block, SERIES[place.side])) for assessed in (first, second)]
    if agents[0] and agents[0] == agents[1]:
        return ComparedRow(place, one, two, PairVerdict.SAME_AGENT, tuple(_durations(one, two)))
    verdict, why = _both_positive(one.measures, two.measures)
    return ComparedRow(place, one, two, verdict, (*why, *_durations(one, two)))


@dataclass(frozen=True, slots=True)
class _Timed:
    """A block's relief with the window in which it should have ended."""

    window: Window
    run: Run
    lasted: Lasted

    @property
    def acting(self) -> tuple[int, int]:
        return (self.window.end, self.window.start)


def _timed(measures: Measures) -> list[_Timed]:
    window, run = measures.window, measures.run
    return [] if window is None or run is None else [_Timed(window, run, measures.lasted)]


def _both_positive(one: Measures, two: Measures) -> tuple[PairVerdict, tuple[str, ...]]:
    timed = sorted([*_timed(one), *_timed(two)], key=lambda each: each.acting)
    if len(timed) < 2:
        return PairVerdict.CONFIRMED, (phrase("caution.window_not_known"),)
    short, long = timed
    if short.acting == long.acting:
        return PairVerdict.CONFIRMED, (phrase("caution.equally_long"),)
    longer = _outlasted(long.run, short.run)
    if longer is None:
        return PairVerdict.CONFIRMED, (phrase("caution.order_not_decidable"),)
    if longer:
        prolonged = Lasted.PROLONGED in (long.lasted, short.lasted)
        return (PairVerdict.CONCORDANT_PROLONGED if prolonged else PairVerdict.CONCORDANT), ()
    prolonged = short.lasted is Lasted.PROLONGED
    return (PairVerdict.DISCORDANT_PROLONGED if prolonged else PairVerdict.DISCORDANT), ()


def _outlasted(long: Run, short: Run) -> bool | None:
    """Whether the long-acting agent's relief ended later; None when a missing score could turn the order."""
    if long.end > short.end:
        return True if _ended_by(short, long.end) else None
    return False if _ended_by(long, short.end) else None


def _ended_by(run: Run, minutes: int) -> bool:
    """Whether relief was seen to have ended with the run, or is known to be gone by then."""
    seen = run.next is not None and run.next.qualifies is False
    return seen or (run.until is not None and run.until <= minutes)


def _durations(one: SeriesResult, two: SeriesResult) -> Iterator[str]:
    for number, result in enumerate((one, two), start=1):
        if result.measures.lasted in (Lasted.SHORT, Lasted.NOT_DECIDABLE, Lasted.NOT_KNOWN):
            yield phrase("caution.duration", number=number, lasted=say_lasted(result.measures))


def _extra_joints(first: Assessed, second: Assessed) -> Iterator[str]:
    joints = [joints_blocked(assessed.block) for assessed in (first, second)]
    for number, (own, others) in enumerate((joints, joints[::-1]), start=1):
        extra = [place for place in own if place not in others]
        if extra:
            yield phrase("caution.also_covered", number=number, joints=say_places(extra))


def _baselines(rows: tuple[ComparedRow, ...]) -> Iterator[str]:
    for row in rows:
        one = row.first.measures.baseline if row.first else None
        two = row.second.measures.baseline if row.second else None
        if not one or two is None or one == two or row.first is None:
            continue
        back = not reached(one, two, _PAIN_NOT_BACK)
        key = "caution.baselines_differ" if back else "caution.pain_not_back"
        yield phrase(key, series=row.first.series.value, first=plain(one), second=plain(two))


def _technique(first: Assessed, second: Assessed) -> Iterator[str]:
    one, two = first.block, second.block
    if None not in (one.physician_id, two.physician_id) and one.physician_id != two.physician_id:
        yield phrase("caution.physicians_differ")
    guidance = [block.fluoroscopy.guidance for block in (one, two)]
    if None not in guidance and guidance[0] is not guidance[1]:
        named = [each.value for each in guidance if each is not None]
        yield phrase("caution.guidance_differs", first=named[0], second=named[1])


def _scales(first: Assessed, second: Assessed) -> Iterator[str]:
    scales = [assessed.response.scale for assessed in (first, second) if assessed.response is not None]
    if len(set(filter(None, scales))) > 1:
        yield phrase("caution.scales_differ", first=scales[0], second=scales[1])
