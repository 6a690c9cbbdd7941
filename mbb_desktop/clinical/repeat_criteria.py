"""Criteria about several blocks of one joint: other agents, no further ones, how old, why so soon."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from mbb_desktop.clinical.anatomy import JointSide, in_order
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.block_criteria import blocks_at, early_reason
from mbb_desktop.clinical.course_criteria import months_later
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict, not_yet, together
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.pairs import time_of
from mbb_desktop.clinical.performed import joints_blocked, say_places
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.clinical.standings import (
    Standing,
    Tested,
    assessed_tests,
    counts,
    diagnostic_blocks,
    places,
    tests_at,
    tests_by_place,
)
from mbb_desktop.clinical.verdict import Assessed


@dataclass(frozen=True, slots=True)
class DifferentAgents:
    """Two positive blocks of a joint and side were done with different agents."""

    relief: Decimal
    over: bool = False

    def find(self, case: Case) -> Found:
        tests = tests_by_place(case, Threshold(self.relief, self.over))
        if not any(tests.values()):
            return not_yet("gap.no_block")
        return together([self._judge(tested) for tested in tests.values()])

    def _judge(self, tested: Sequence[Tested]) -> Found:
        positive = [each for each in tested if each.standing is Standing.POSITIVE]
        if len(positive) < 2:
            return not_yet("gap.no_second")
        evidence = tuple(_agents(each) for each in positive)
        different = len({frozenset(each.assessed.agents) for each in positive}) > 1
        return Found(Verdict.MET if different else Verdict.NOT_MET, evidence)


def _agents(tested: Tested) -> Evidence:
    names = listed(tested.assessed.agents)
    return Evidence(f"{show_date(tested.on)}: {names}", tested.assessed.block.id, on=tested.on)


@dataclass(frozen=True, slots=True)
class NoFurtherBlock:
    """At most `at_most` decided blocks of a joint and side; `caution_only` lets more pass with a caution.

    A block that was not assessable is none of them: another one may take its place.
    """

    at_most: int
    relief: Decimal
    over: bool = False
    caution_only: bool = False

    def find(self, case: Case) -> Found:
        tests = assessed_tests(case, Threshold(self.relief, self.over))
        everywhere = in_order(place for each in tests for place in joints_blocked(each.block))
        if not everywhere:
            return not_yet("gap.no_block")
        tested = {place: tests_at(case, place, tests) for place in everywhere}
        decided = {place: [t for t in found if _decided(t)] for place, found in tested.items()}
        most = max(len(found) for found in decided.values())
        where = [place for place, found in decided.items() if len(found) == most]
        evidence = (Evidence(_most(most, where), case.course.id, most), *_not_counted(tests))
        if most <= self.at_most:
            missing = tuple(dict.fromkeys(t.gap for found in tested.values() for t in self._open(found)))
            full = [place for place, found in decided.items() if len(found) == self.at_most]
            return Found(Verdict.UNKNOWN if missing else Verdict.MET, evidence, missing, _planned(case, full))
        caution = phrase("caution.many_blocks", limit=self.at_most)
        return Found(Verdict.MET if self.caution_only else Verdict.NOT_MET, evidence, caution=caution)

    def _open(self, found: Sequence[Tested]) -> list[Tested]:
        """The blocks without a result that may be one too many."""
        return [t for t in found if not _decided(t)] if len(found) > self.at_most else []


def _not_counted(tests: Sequence[Assessed]) -> Iterator[Evidence]:
    """The blocks that tested none of their joints, because they were not assessable."""
    for each in tests:
        places = joints_blocked(each.block)
        if places and not any(counts(each.block, each.response, place) for place in places):
            text = phrase("evidence.not_assessable", on=show_date(each.block.performed_on))
            yield Evidence(text, each.block.id, on=each.block.performed_on)


def _planned(case: Case, full: Sequence[JointSide]) -> str:
    """What to say of a planned block of joints that have all the results they may have."""
    for block in case.others:
        again = in_order(set(block.planned_joints) & set(full))
        if block.course_id == case.course.id and block.state is BlockState.PLANNED and again:
            on, places = show_date(block.performed_on), say_places(again)
            return phrase("caution.planned_again", on=on, places=places)
    return ""


def _decided(tested: Tested) -> bool:
    return tested.standing in (Standing.POSITIVE, Standing.NEGATIVE)


def _most(number: int, where: Sequence[JointSide]) -> str:
    if not number:
        return phrase("evidence.none_decided")
    key = "evidence.one_decided" if number == 1 else "evidence.decided"
    return phrase(key, count=number, places=say_places(where))


@dataclass(frozen=True, slots=True)
class UsualNumber:
    """More than `at_most` days with diagnostic blocks for one complaint give a caution, at whatever joints.

    After an ablation the count begins anew.
    """

    at_most: int

    def find(self, case: Case) -> Found:
        done = [block for block, _ in diagnostic_blocks(case)]
        if not done:
            return not_yet("gap.no_block")
        start = max((each.on for each in case.course.ablations if each.on), default=date.min)
        days = sorted({block.performed_on for block in done if block.performed_on > start})
        key = "evidence.one_test_day" if len(days) == 1 else "evidence.test_days"
        text = phrase(key, count=len(days), days=listed([show_date(on) for on in days]))
        evidence = (Evidence(text, case.course.id, len(days)),) if days else ()
        many = len(days) > self.at_most
        caution = phrase("caution.many_days", limit=self.at_most) if many else ""
        return Found(Verdict.MET, evidence, caution=caution)


@dataclass(frozen=True, slots=True)
class BlockRecent:
    """The latest block of each joint in question that gave `relief` percent is at most `months` old."""

    months: int
    relief: Decimal
    over: bool = False

    def find(self, case: Case) -> Found:
        tests = tests_by_place(case, Threshold(self.relief, self.over))
        if not tests:
            return not_yet("gap.no_block")
        return together([self._judge(case, tested) for tested in tests.values()])

    def _judge(self, case: Case, tested: Sequence[Tested]) -> Found:
        positive = [each for each in tested if each.standing is Standing.POSITIVE]
        if not positive:
            return not_yet("gap.no_positive" if tested else "gap.no_test")
        block = positive[-1].assessed.block
        until = months_later(block.performed_on, self.months)
        text = phrase("evidence.valid_until", on=show_date(block.performed_on), until=show_date(until))
        evidence = (Evidence(text, block.id, on=block.performed_on),)
        return Found(Verdict.MET if case.today <= until else Verdict.NOT_MET, evidence)


@dataclass(frozen=True, slots=True)
class EarlyBlockExplained:
    """Where two blocks of a joint are less than `days` apart, the reason is written down: an exception."""

    days: int

    def find(self, case: Case) -> Found:
        pairs = {pair for place in places(case) for pair in pairwise(blocks_at(case, place))}
        if not pairs:
            return not_yet("gap.no_second")
        return together([self._judge(a, b) for a, b in sorted(pairs, key=lambda pair: time_of(pair[1]))])

    def _judge(self, earlier: Block, later: Block) -> Found:
        apart = (later.performed_on - earlier.performed_on).days
        text = phrase(
            "evidence.interval",
            start=show_date(earlier.performed_on),
            end=show_date(later.performed_on),
            days=apart,
        )
        evidence = (Evidence(text, later.id, apart, later.performed_on),)
        if later.performed_on >= earlier.performed_on + timedelta(days=self.days):
            return Found(Verdict.DOES_NOT_APPLY, evidence)
        on = show_date(later.performed_on)
        if not early_reason(later):
            return Found(Verdict.UNKNOWN, evidence, (phrase("missing.early", on=on),))
        reason = phrase("caution.reason", on=on, reason=early_reason(later))
        return Found(Verdict.MET, evidence, caution=reason)
