"""Criteria that count sessions within a year, with both ways of counting the first day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mbb_desktop.clinical.anatomy import CoverageRegion, Side
from mbb_desktop.clinical.course_criteria import months_later
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict, together
from mbb_desktop.clinical.performed import session_undecided
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.sessions import (
    Session,
    SessionKind,
    ablations_in,
    regions_judged,
    sessions,
    therapies_in,
)
from mbb_desktop.clinical.shown import listed, show_date

YEAR = 12
"""Months."""


@dataclass(frozen=True, slots=True)
class SessionsInAYear:
    """At most `at_most` sessions `of` a kind in a coverage region within 12 months.

    The window of a date of service begins the day after the same day of the year before; where counting
    that day too gives another number, both are told. For ablations the requested one counts.
    """

    of: str
    at_most: int

    def __post_init__(self) -> None:
        if self.of not in {kind.value for kind in SessionKind}:
            kinds = ", ".join(kind.value for kind in SessionKind)
            raise ValueError(f"{self.of!r} is no kind of session. Known are: {kinds}.")

    def find(self, case: Case) -> Found:
        kind = SessionKind(self.of)
        if gap := _told_gap(case, kind):
            return Found(Verdict.UNKNOWN, missing=(gap,))
        found = [self._in_region(case, kind, region) for region in regions_judged(case)]
        return together(found)

    def _in_region(self, case: Case, kind: SessionKind, region: CoverageRegion) -> Found:
        asked = [] if kind is not SessionKind.ABLATION else [Session(case.today, region, case.requested)]
        fullest = fullest_year(case, kind, region, asked)
        return Found(
            self._verdict(fullest),
            (self._evidence(fullest, region, asked),),
            tuple(_unsure(fullest.inside)),
            " ".join(self._cautions(fullest, case, kind)),
        )

    def _verdict(self, counted: "Counted") -> Verdict:
        if sum(each.sure for each in counted.inside) > self.at_most:
            return Verdict.NOT_MET
        return Verdict.UNKNOWN if len(counted.inside) > self.at_most else Verdict.MET

    def _evidence(self, counted: "Counted", region: CoverageRegion, asked: Sequence[Session]) -> Evidence:
        done = [show_date(each.on) for each in counted.inside[: len(counted.inside) - len(asked)]]
        days = [*done, *(phrase("evidence.one_asked") for _ in asked)]
        text = phrase(
            "evidence.sessions" if days else "evidence.no_session",
            region=region.value,
            count=len(days),
            limit=self.at_most,
            first=show_date(counted.first),
            end=show_date(counted.end),
            before=show_date(counted.before_first),
            also=len(counted.with_first_day),
            days=listed(days),
        )
        ids = [block.id for each in counted.inside for block in each.blocks]
        return Evidence(text, ids[-1] if ids else None, len(days), counted.end)

    def _cautions(self, counted: "Counted", case: Case, kind: SessionKind) -> Iterator[str]:
        if len(counted.with_first_day) != len(counted.inside):
            count, day = len(counted.with_first_day), show_date(counted.before_first)
            yield phrase("caution.year_day", day=day, count=count, limit=self.at_most)
        if len(counted.inside) >= self.at_most and kind is not SessionKind.ABLATION:
            first = _leaves_window(counted.inside[-self.at_most].on)
            if first > case.today:
                yield phrase("caution.allowance_used", first=show_date(first))
        for each in counted.inside:
            if not each.sure and any(map(session_undecided, each.blocks)):
                yield phrase("caution.stopped_counted", on=show_date(each.on))
        if counted.sides_apart:
            yield phrase("caution.sides_apart")


def _leaves_window(on: date) -> date:
    """The first day whose 12 months no longer hold a session; a year after 29 February one day later."""
    day = months_later(on, YEAR)
    return day if months_later(day, -YEAR) >= on else day + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Counted:
    """The sessions up to a date of service; `inside` those of its 12 months."""

    before: tuple[Session, ...]
    end: date

    @property
    def before_first(self) -> date:
        """The same day of the year before; whether it counts is read in two ways."""
        return months_later(self.end, -YEAR)

    @property
    def first(self) -> date:
        return self.before_first + timedelta(days=1)

    @property
    def inside(self) -> tuple[Session, ...]:
        return tuple(each for each in self.before if each.on > self.before_first)

    @property
    def with_first_day(self) -> tuple[Session, ...]:
        return tuple(each for each in self.before if each.on >= self.before_first)

    @property
    def sides_apart(self) -> bool:
        """Whether one joint had its sides in different sessions, each on one side only."""
        return _sides_apart(self.inside)


def fullest_year(
    case: Case, kind: SessionKind, region: CoverageRegion, asked: Sequence[Session] = ()
) -> Counted:
    """The 12 months with the most sessions that end within the last 12.

    `asked` are counted as if done; then the 12 months that end with them are looked at, no earlier ones.
    """
    every = (*sessions(case, kind, region), *asked)
    since = months_later(case.today, -YEAR)
    ends = [each.on for each in asked or every if each.on > since] or [case.today]
    counted = [Counted(tuple(s for s in every if s.on <= end), end) for end in ends]
    return max(counted, key=lambda each: (len(each.inside), each.end))


def _unsure(found: Sequence[Session]) -> Iterator[str]:
    for each in found:
        if not each.sure:
            stopped = any(map(session_undecided, each.blocks))
            yield phrase("missing.stopped" if stopped else "missing.session", on=show_date(each.on))


def _sides_apart(found: Sequence[Session]) -> bool:
    """Whether one joint had its sides in different sessions, each on one side only."""
    sides: dict[str, set[frozenset[Side]]] = {}
    for each in found:
        for name in {place.joint for place in each.joints}:
            own = frozenset(place.side for place in each.joints if place.joint == name)
            sides.setdefault(name, set()).add(own)
    return any({frozenset({side}) for side in Side} <= groups for groups in sides.values())


def _told_gap(case: Case, kind: SessionKind) -> str:
    """What keeps treatments that were only reported from being counted; empty when nothing does."""
    if kind is SessionKind.ABLATION:
        return ablation_gap(case)
    if kind is SessionKind.DIAGNOSTIC:
        return ""
    told = [each for region in regions_judged(case) for each in therapies_in(case, region)]
    return phrase("missing.therapy_day") if any(each.on is None for each in told) else ""


def ablation_gap(case: Case) -> str:
    """What keeps earlier ablations from being counted; empty when nothing does."""
    if not case.course.ablations and case.course.ablated_before is not False:
        return phrase("missing.ablation")
    done = [each for region in regions_judged(case) for each in ablations_in(case, region)]
    return phrase("missing.ablation_day") if any(each.on is None for each in done) else ""
