"""Criteria about therapeutic blocks: what must come before one, and what it needs beside it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side, in_order
from mbb_desktop.clinical.block import Block, Purpose
from mbb_desktop.clinical.block_criteria import ReliefEachTime
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.course_criteria import months_later
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict, together
from mbb_desktop.clinical.earlier_ablation import told_at
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.performed import kind_of
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.relief_held import Held, found_of, say_treatment
from mbb_desktop.clinical.session_criteria import kind_gap, own_blocks
from mbb_desktop.clinical.sessions import (
    all_blocks,
    joints_of,
    regions_judged,
    regions_of,
    therapies_in,
)
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.clinical.standings import Standing, Tested, tests_by_place


def therapeutic(case: Case) -> tuple[Block, ...]:
    """The therapeutic blocks of the course, also those with steroid and planned ones; oldest first."""
    return tuple(block for block in own_blocks(case) if kind_of(block) is Purpose.THERAPEUTIC)


def told_therapies(case: Case) -> tuple[Treatment, ...]:
    """The therapeutic blocks that are only told in the complaint, not recorded as blocks."""
    known = [_plain_treatment(block) for block in therapeutic(case)]
    return tuple(each for each in case.course.therapies if not any(_told_of(each, block) for block in known))


def _none(case: Case, key: str = "evidence.no_therapy") -> Found:
    """Without a therapeutic block its rules do not apply, unless it is not known what a block was."""
    silent = tuple(kind_gap(block) for block in own_blocks(case) if kind_of(block) is None)
    if silent:
        return Found(Verdict.UNKNOWN, missing=tuple(dict.fromkeys(silent)))
    return Found(Verdict.DOES_NOT_APPLY, (Evidence(phrase(key), case.course.id),))


@dataclass(frozen=True, slots=True)
class BlocksBeforeTherapy:
    """Before each therapeutic block, `blocks` diagnostic ones of its joints each gave `relief` percent.

    Before one that is only told there may be tests elsewhere: missing, unless ours failed.
    """

    blocks: int
    relief: Decimal
    over: bool = False

    def find(self, case: Case) -> Found:
        found = [self._judge(case, b.performed_on, joints_of(b), b.id) for b in therapeutic(case)]
        found += [self._told(case, each) for each in told_therapies(case)]
        return together(found) if found else _none(case)

    def _told(self, case: Case, told: Treatment) -> Found:
        if told.on is None:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.therapy_day"),))
        places = tuple(JointSide(name, side) for name in told.joints for side in told.sides)
        found = self._judge(case, told.on, places, case.course.id)
        if found.verdict is Verdict.MET or not places or self._failed(case, told.on, places):
            return found
        gap = phrase("missing.blocks_elsewhere", on=show_date(told.on))
        return replace(found, verdict=Verdict.UNKNOWN, missing=tuple(dict.fromkeys((*found.missing, gap))))

    def _failed(self, case: Case, on: date, places: tuple[JointSide, ...]) -> bool:
        """Whether one of our tests before it was negative; without one there may be others elsewhere."""
        tests = tests_by_place(self._then(case, on, places), Threshold(self.relief, self.over))
        return any(each.standing is Standing.NEGATIVE for found in tests.values() for each in found)

    def _then(self, case: Case, on: date, places: tuple[JointSide, ...]) -> Case:
        before = tuple(pair for pair in case.blocks if pair[0].performed_on < on)
        return replace(case, blocks=before, requested=places)

    def _judge(self, case: Case, on: date, asked: tuple[JointSide, ...], record: UUID) -> Found:
        if not asked:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.joints", on=show_date(on)),))
        then = self._then(case, on, asked)
        rule = ReliefEachTime(self.blocks, self.relief, self.over)
        tested = rule.find(then)
        treated = Evidence(phrase("evidence.therapy", on=show_date(on)), record, on=on)
        hopeless = any(map(self._too_few, tests_by_place(then, rule.threshold).values()))
        verdict = Verdict.NOT_MET if hopeless else tested.verdict
        return replace(tested, verdict=verdict, evidence=(treated, *tested.evidence))

    def _too_few(self, tests: Sequence[Tested]) -> bool:
        """Whether not even what is still awaited or missing could make it enough."""
        return sum(tested.standing is not Standing.NEGATIVE for tested in tests) < self.blocks


@dataclass(frozen=True, slots=True)
class ReasonAgainstAblation:
    """A therapeutic block needs the reason why no ablation is possible."""

    def find(self, case: Case) -> Found:
        reason = case.course.no_rfa_because
        if not therapeutic(case) and not case.course.therapies:
            return _none(case)
        if not reason:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.why_no_rfa"),))
        return Found(Verdict.MET, (Evidence(reason, case.course.id),))


@dataclass(frozen=True, slots=True)
class TherapyHelped:
    """A repeated therapeutic block: the one before gave `relief` percent for `months`.

    `function`, where given, is the improvement in movements or daily activities that suffices instead. Relief
    cannot justify a repeat before the months had passed.
    """

    relief: Decimal
    months: int
    over: bool = False
    function: Decimal | None = None

    def find(self, case: Case) -> Found:
        everywhere = in_order(place for block in therapeutic(case) for place in joints_of(block))
        asked: list[tuple[JointSide, ...]] = [(place,) for place in everywhere]
        asked += [()] if any(not joints_of(block) for block in therapeutic(case)) else []
        found = [each for places in asked if (each := self._at(case, places)) is not None]
        return together(found) if found else _none(case, "evidence.no_repeat")

    def _at(self, case: Case, asked: Sequence[JointSide]) -> Found | None:
        """The last repeat at a joint and side; None when there was none."""
        mine = [b for b in therapeutic(case) if set(asked) & set(joints_of(b)) or not (asked or joints_of(b))]
        if mine and any(each.on is None for each in _told_at(case, asked)):
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.therapy_day"),))
        again = [(old, new) for new in mine if (old := _before(case, new, asked)) is not None]
        return self._judge(case, *again[-1]) if again else None

    def _judge(self, case: Case, old: Treatment, new: Block) -> Found:
        asked = Held(self.relief, self.months, over=self.over, function=self.function)
        told = Evidence(say_treatment(old, "evidence.treatment"), case.course.id, old.relief, old.on)
        evidence = (told, _interval(old, new))
        on = show_date(old.on) if old.on else phrase("evidence.day_missing")
        words = phrase("missing.therapy_day"), phrase("missing.therapy_relief", on=on)
        return found_of(asked.by(self._until(old, new)), evidence, asked.missing(old, *words))

    def _until(self, old: Treatment, new: Block) -> Treatment:
        """After a repeat that came too early the pain is taken as back on its day at the latest."""
        early = old.on is not None and months_later(old.on, self.months) > new.performed_on
        later = old.pain_back_on is None or old.pain_back_on > new.performed_on
        return replace(old, pain_back_on=new.performed_on) if early and later else old


def _told_at(case: Case, asked: Sequence[JointSide]) -> tuple[Treatment, ...]:
    return told_at(case, asked, lambda course: course.therapies)


def _before(case: Case, new: Block, asked: Sequence[JointSide]) -> Treatment | None:
    """The last therapeutic block of a joint before this one: of this record, else as reported."""
    there = [b for b in all_blocks(case) if kind_of(b) is Purpose.THERAPEUTIC and b.id != new.id]
    blocks = [_as_treatment(case, old) for old in there if set(asked) & set(joints_of(old))]
    earlier = [e for e in (*blocks, *_told_at(case, asked)) if e.on is not None and e.on < new.performed_on]
    return max(earlier, key=lambda each: (each.on or new.performed_on, each.relief is not None), default=None)


def _as_treatment(case: Case, block: Block) -> Treatment:
    """A block with what is recorded about the time after it."""
    plain = _plain_treatment(block)
    every = (each for course in case.courses for each in course.therapies)
    return next((each for each in every if _told_of(each, plain)), plain)


def _plain_treatment(block: Block) -> Treatment:
    places = joints_of(block)
    sides = tuple(side for side in Side if side in {place.side for place in places})
    return Treatment(block.performed_on, tuple(dict.fromkeys(p.joint for p in places)), sides)


def _told_of(told: Treatment, block: Treatment) -> bool:
    return told.on == block.on and (not told.joints or bool(set(told.joints) & set(block.joints)))


def _interval(old: Treatment, new: Block) -> Evidence:
    on, again = old.on or new.performed_on, new.performed_on
    text = phrase("evidence.interval", start=show_date(on), end=show_date(again), days=(again - on).days)
    return Evidence(text, new.id, (again - on).days, again)


@dataclass(frozen=True, slots=True)
class NoTherapy:
    """No therapeutic block is in the record; with `weeks`, none that long before a diagnostic one.

    Those only told in the complaint count. With `weeks` those count too that were recorded under another
    complaint in the same coverage region.
    """

    weeks: int = 0

    def find(self, case: Case) -> Found:
        near = [block for block in self._looked_at(case) if self._counts(case, block.performed_on)]
        found = [block for block in near if kind_of(block) is Purpose.THERAPEUTIC]
        told = [each for each in self._told(case) if each.on is None or self._counts(case, each.on)]
        days = [block.performed_on for block in found] + [each.on for each in told if each.on]
        if days or (told and not self.weeks):
            return self._found(case, sorted(days), found)
        unclear = [kind_gap(block) for block in near if kind_of(block) is None]
        unclear += [phrase("missing.therapy_day") for _ in told]
        if unclear:
            return Found(Verdict.UNKNOWN, missing=tuple(dict.fromkeys(unclear)))
        none = _none(case)
        return replace(none, verdict=Verdict.MET) if none.verdict is Verdict.DOES_NOT_APPLY else none

    def _found(self, case: Case, days: Sequence[date], found: Sequence[Block]) -> Found:
        shown = dict.fromkeys(map(show_date, days)) or {phrase("evidence.day_missing"): None}
        text = phrase("evidence.therapy", on=listed(list(shown)))
        record = found[-1].id if found else case.course.id
        return Found(Verdict.NOT_MET, (Evidence(text, record, on=days[-1] if days else None),))

    def _told(self, case: Case) -> tuple[Treatment, ...]:
        """What is told of therapeutic blocks, with `weeks` under any complaint in these regions."""
        if not self.weeks:
            return case.course.therapies
        return tuple(each for region in regions_judged(case) for each in therapies_in(case, region))

    def _looked_at(self, case: Case) -> tuple[Block, ...]:
        regions = set(regions_judged(case))
        every = all_blocks(case) if self.weeks else own_blocks(case)
        own = case.course.id
        return tuple(b for b in every if b.course_id == own or regions & regions_of(joints_of(b)))

    def _counts(self, case: Case, on: date) -> bool:
        tests = [b.performed_on for b in own_blocks(case) if kind_of(b) is not Purpose.THERAPEUTIC]
        return not self.weeks or any(0 <= (test - on).days < 7 * self.weeks for test in tests)
