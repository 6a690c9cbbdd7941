"""What a course has so far: the tests of each joint and side, and the sessions of twelve months."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from mbb_desktop.clinical.anatomy import CoverageRegion, JointSide, in_order, say_joints
from mbb_desktop.clinical.block_criteria import ReliefEachTime, confirmed
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.rules import RuleSet
from mbb_desktop.clinical.session_caps import Counted, SessionsInAYear, ablation_gap, fullest_year
from mbb_desktop.clinical.sessions import Session, SessionKind, regions_judged
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.clinical.standings import Standing, assessed_tests, tests_at


@dataclass(frozen=True, slots=True)
class TestedPlaces:
    """Joints and sides with the same tests, of which `needed` are wanted; `asked` for when they confirm."""

    places: tuple[JointSide, ...]
    tests: tuple[tuple[date, Standing], ...]
    needed: int
    asked: bool

    @property
    def positive(self) -> int:
        """How many were positive since the last one that was not."""
        standings = [standing for _, standing in reversed(self.tests)]
        since = takewhile(lambda standing: standing is not Standing.NEGATIVE, standings)
        return sum(standing is Standing.POSITIVE for standing in since)

    @property
    def words(self) -> str:
        """`27-Oct-2026 positive, 23-Nov-2026 not positive`."""
        return ", ".join(f"{show_date(on)} {of(standing)}" for on, standing in self.tests)


def places_tested(case: Case, asked: ReliefEachTime) -> tuple[TestedPlaces, ...]:
    """Every joint and side that a diagnostic block tested, cranial first, with all of its tests."""
    tests = assessed_tests(case, asked.threshold)
    sure = confirmed(case, asked)
    groups: dict[tuple[tuple[tuple[date, Standing], ...], bool], list[JointSide]] = {}
    for place in in_order(place for each in tests for place in joints_blocked(each.block)):
        found = tuple((each.on, each.standing) for each in tests_at(case, place, tests))
        groups.setdefault((found, place in sure), []).append(place)
    return tuple(
        TestedPlaces(tuple(places), found, asked.blocks, is_asked)
        for (found, is_asked), places in groups.items()
    )


@dataclass(frozen=True, slots=True)
class SessionCount:
    """The sessions of a kind in a region; without `limit` the rule set names none, `gap` is missing.

    `with_asked`: the ablation that the letter asks for is counted too.
    """

    kind: SessionKind
    region: CoverageRegion
    counted: Counted
    limit: int | None
    gap: str = ""
    with_asked: bool = False

    @property
    def title(self) -> str:
        """`Diagnostic blocks, lumbar and sacral`."""
        title = phrase(f"counter.{self.kind.value}", region=self.region.value)
        return phrase("counter.asked", title=title) if self.with_asked else title

    @property
    def number(self) -> str:
        """`2 of 4 allowed`, `2, no limit`, `0 to 1 of 4 allowed` while a purpose is missing, `not known`."""
        if self.gap:
            return phrase("counter.not_known")
        inside = self.counted.inside
        sure, most = sum(each.sure for each in inside), len(inside)
        count = str(most) if sure == most else phrase("counter.between", least=sure, most=most)
        key = "counter.no_limit" if self.limit is None else "counter.of"
        return phrase(key, count=count, limit=self.limit)

    @property
    def words(self) -> str:
        """The days counted, in which 12 months, and the count if the same day of the year before counts."""
        if self.gap:
            return phrase("criterion.missing", missing=self.gap)
        counted = self.counted
        also = len(counted.with_first_day)
        within = phrase(
            "counter.days" if counted.inside else "counter.none",
            days=self._days(),
            first=show_date(counted.first),
            end=show_date(counted.end),
        )
        key = "counter.same" if also == len(counted.inside) else "counter.differs"
        return f"{within} {phrase(key, before=show_date(counted.before_first), also=also)}"

    def _days(self) -> str:
        """Each session's day; the ablation asked for, which counts last, has none yet."""
        inside = self.counted.inside
        done = inside[:-1] if self.with_asked else inside
        asked = [phrase("evidence.one_asked")] if self.with_asked else []
        days = listed([*(show_date(each.on) for each in done), *asked])
        return days[:1].upper() + days[1:]

    def cautions(self) -> Iterator[str]:
        """Sides done on different days, and sessions of which kind or region is not recorded."""
        if self.counted.sides_apart:
            yield phrase("caution.sides_apart")
        yield from (
            phrase("criterion.missing", missing=phrase("missing.session", on=show_date(each.on)))
            for each in self.counted.inside
            if not each.sure
        )


def session_counts(case: Case, rule_set: RuleSet) -> tuple[SessionCount, ...]:
    """Diagnostic, therapeutic and ablation sessions of the last 12 months in the regions of the course."""
    return tuple(
        _count(case, kind, region, limit_of(rule_set, kind))
        for region in regions_judged(case)
        for kind in SessionKind
    )


def _count(case: Case, kind: SessionKind, region: CoverageRegion, limit: int | None) -> SessionCount:
    ablation = kind is SessionKind.ABLATION
    asked = [Session(case.today, region, case.requested)] if ablation and case.requested else []
    gap = ablation_gap(case) if ablation else ""
    return SessionCount(kind, region, fullest_year(case, kind, region, asked), limit, gap, bool(asked))


def limit_of(rule_set: RuleSet, kind: SessionKind) -> int | None:
    """The most sessions of a kind within 12 months; None when the rule set names none."""
    caps = (rule.criterion for rule in rule_set.rules)
    limits = [cap.at_most for cap in caps if isinstance(cap, SessionsInAYear) and cap.of == kind.value]
    return min(limits, default=None)


def say_tested(tested: TestedPlaces) -> tuple[str, str]:
    """The joints, and what came of each test with whether the letter asks for them."""
    key = "readiness.asked" if tested.asked else "readiness.not_asked"
    return say_joints(tested.places), phrase(
        key, tests=tested.words, positive=tested.positive, needed=tested.needed
    )
