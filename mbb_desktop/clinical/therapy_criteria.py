"""Criteria about therapeutic blocks: what must come before one, and what it needs beside it."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from mbb_desktop.clinical.block import Block, Purpose
from mbb_desktop.clinical.block_criteria import ReliefEachTime
from mbb_desktop.clinical.course_criteria import months_later
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.session_criteria import own_blocks
from mbb_desktop.clinical.sessions import joints_of
from mbb_desktop.clinical.shown import listed, show_date


def therapeutic(case: Case) -> tuple[Block, ...]:
    """The therapeutic blocks of the course, planned ones included; oldest first."""
    return tuple(block for block in own_blocks(case) if block.purpose is Purpose.THERAPEUTIC)


def _none(case: Case, key: str = "evidence.no_therapy") -> Found:
    """Without a therapeutic block its rules are kept, unless a block's purpose is not recorded."""
    silent = [show_date(block.performed_on) for block in own_blocks(case) if block.purpose is None]
    if silent:
        return Found(Verdict.UNKNOWN, missing=tuple(phrase("gap.purpose", on=on) for on in silent))
    return Found(Verdict.MET, (Evidence(phrase(key), case.course.id),))


@dataclass(frozen=True, slots=True)
class BlocksBeforeTherapy:
    """Before a therapeutic block, `blocks` diagnostic ones of its joints each gave `relief` percent."""

    blocks: int
    relief: Decimal
    over: bool = False

    def find(self, case: Case) -> Found:
        found = therapeutic(case)
        if not found:
            return _none(case)
        first = found[0]
        before = tuple(pair for pair in case.blocks if pair[0].performed_on < first.performed_on)
        asked = replace(case, blocks=before, requested=joints_of(first))
        tested = ReliefEachTime(self.blocks, self.relief, self.over).find(asked)
        return replace(tested, verdict=Verdict.NOT_MET) if tested.verdict is Verdict.NOT_YET else tested


@dataclass(frozen=True, slots=True)
class ReasonAgainstAblation:
    """A therapeutic block needs the reason why no ablation is possible."""

    def find(self, case: Case) -> Found:
        reason = case.course.no_rfa_because
        if not therapeutic(case):
            return _none(case)
        if not reason:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.why_no_rfa"),))
        return Found(Verdict.MET, (Evidence(reason, case.course.id),))


@dataclass(frozen=True, slots=True)
class TherapyHelped:
    """A repeated therapeutic block: the one before relieved for `months`.

    The record holds no relief beyond the day after a block, so this is missing unless the repeat came before
    the months had passed.
    """

    months: int

    def find(self, case: Case) -> Found:
        found = therapeutic(case)
        again = [(old, new) for old, new in pairwise(found) if _same(old, new)]
        if not again:
            return _none(case, "evidence.no_repeat")
        old, new = again[-1]
        start, end = show_date(old.performed_on), show_date(new.performed_on)
        days = (new.performed_on - old.performed_on).days
        evidence = (Evidence(phrase("evidence.interval", start=start, end=end, days=days), new.id, days),)
        if months_later(old.performed_on, self.months) > new.performed_on:
            return Found(Verdict.NOT_MET, evidence)
        return Found(Verdict.UNKNOWN, evidence, (phrase("missing.therapy_relief", on=start),))


def _same(old: Block, new: Block) -> bool:
    return bool(set(joints_of(old)) & set(joints_of(new)))


@dataclass(frozen=True, slots=True)
class NoTherapy:
    """No therapeutic block is in the record; with `weeks`, none that long before a diagnostic one."""

    weeks: int = 0

    def find(self, case: Case) -> Found:
        found = [block for block in therapeutic(case) if self._counts(case, block.performed_on)]
        if not found:
            return _none(case)
        days = Counter(show_date(block.performed_on) for block in found)
        text = phrase("evidence.therapy", on=listed(list(days)))
        return Found(Verdict.NOT_MET, (Evidence(text, found[-1].id, on=found[-1].performed_on),))

    def _counts(self, case: Case, on: date) -> bool:
        tests = [b.performed_on for b in own_blocks(case) if b.purpose is not Purpose.THERAPEUTIC]
        return not self.weeks or any(0 <= (test - on).days < 7 * self.weeks for test in tests)
