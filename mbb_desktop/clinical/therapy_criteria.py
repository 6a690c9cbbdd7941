"""Criteria about therapeutic blocks: what must come before one, and what it needs beside it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.block import Block, Purpose
from mbb_desktop.clinical.block_criteria import ReliefEachTime
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.course_criteria import months_later
from mbb_desktop.clinical.criteria import Case, Evidence, Found, Verdict, together
from mbb_desktop.clinical.performed import kind_of
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.relief_held import Held, found_of, may_be_at, say_treatment
from mbb_desktop.clinical.session_criteria import kind_gap, own_blocks
from mbb_desktop.clinical.sessions import all_blocks, joints_of, regions_judged, regions_of
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.clinical.standings import Standing, Tested, tests_by_place


def therapeutic(case: Case) -> tuple[Block, ...]:
    """The therapeutic blocks of the course, also those with steroid and planned ones; oldest first."""
    return tuple(block for block in own_blocks(case) if kind_of(block) is Purpose.THERAPEUTIC)


def _none(case: Case, key: str = "evidence.no_therapy") -> Found:
    """Without a therapeutic block its rules do not apply, unless it is not known what a block was."""
    silent = tuple(kind_gap(block) for block in own_blocks(case) if kind_of(block) is None)
    if silent:
        return Found(Verdict.UNKNOWN, missing=tuple(dict.fromkeys(silent)))
    return Found(Verdict.DOES_NOT_APPLY, (Evidence(phrase(key), case.course.id),))


@dataclass(frozen=True, slots=True)
class BlocksBeforeTherapy:
    """Before each therapeutic block, `blocks` diagnostic ones of its joints each gave `relief` percent."""

    blocks: int
    relief: Decimal
    over: bool = False

    def find(self, case: Case) -> Found:
        found = [self._judge(case, block) for block in therapeutic(case)]
        return together(found) if found else _none(case)

    def _judge(self, case: Case, block: Block) -> Found:
        on, asked = block.performed_on, joints_of(block)
        if not asked:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.joints", on=show_date(on)),))
        before = tuple(pair for pair in case.blocks if pair[0].performed_on < on)
        then = replace(case, blocks=before, requested=asked)
        rule = ReliefEachTime(self.blocks, self.relief, self.over)
        tested = rule.find(then)
        treated = Evidence(phrase("evidence.therapy", on=show_date(on)), block.id, on=on)
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
        if not therapeutic(case):
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
        again = [(old, new) for new in therapeutic(case) if (old := _before(case, new)) is not None]
        if not again:
            return _none(case, "evidence.no_repeat")
        old, new = again[-1]
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


def _before(case: Case, new: Block) -> Treatment | None:
    """The last therapeutic block of these joints before this one: of this record, else as reported."""
    blocks = [_as_treatment(case, old) for old in therapeutic(case) if old is not new and _same(old, new)]
    told = [each for each in case.course.therapies if may_be_at(each, joints_of(new))]
    earlier = [each for each in (*blocks, *told) if each.on is not None and each.on < new.performed_on]
    return max(earlier, key=lambda each: (each.on or new.performed_on, each.relief is not None), default=None)


def _as_treatment(case: Case, block: Block) -> Treatment:
    """A block with what is recorded about the time after it."""
    places = joints_of(block)
    sides = tuple(side for side in Side if side in {place.side for place in places})
    plain = Treatment(block.performed_on, tuple(dict.fromkeys(p.joint for p in places)), sides)
    return next((each for each in case.course.therapies if _told_of(each, plain)), plain)


def _told_of(told: Treatment, block: Treatment) -> bool:
    return told.on == block.on and (not told.joints or bool(set(told.joints) & set(block.joints)))


def _interval(old: Treatment, new: Block) -> Evidence:
    on, again = old.on or new.performed_on, new.performed_on
    text = phrase("evidence.interval", start=show_date(on), end=show_date(again), days=(again - on).days)
    return Evidence(text, new.id, (again - on).days, again)


def _same(old: Block, new: Block) -> bool:
    return bool(set(joints_of(old)) & set(joints_of(new)))


@dataclass(frozen=True, slots=True)
class NoTherapy:
    """No therapeutic block is in the record; with `weeks`, none that long before a diagnostic one.

    With `weeks` those count too that were recorded under another complaint in the same coverage region.
    """

    weeks: int = 0

    def find(self, case: Case) -> Found:
        near = [block for block in self._looked_at(case) if self._counts(case, block.performed_on)]
        found = [block for block in near if kind_of(block) is Purpose.THERAPEUTIC]
        unclear = [block for block in near if kind_of(block) is None]
        if not found and unclear:
            return Found(Verdict.UNKNOWN, missing=tuple(dict.fromkeys(map(kind_gap, unclear))))
        if not found:
            none = _none(case)
            kept = none.verdict is Verdict.DOES_NOT_APPLY
            return replace(none, verdict=Verdict.MET) if kept else none
        days = Counter(show_date(block.performed_on) for block in found)
        text = phrase("evidence.therapy", on=listed(list(days)))
        return Found(Verdict.NOT_MET, (Evidence(text, found[-1].id, on=found[-1].performed_on),))

    def _looked_at(self, case: Case) -> tuple[Block, ...]:
        regions = set(regions_judged(case))
        every = all_blocks(case) if self.weeks else own_blocks(case)
        own = case.course.id
        return tuple(b for b in every if b.course_id == own or regions & regions_of(joints_of(b)))

    def _counts(self, case: Case, on: date) -> bool:
        tests = [b.performed_on for b in own_blocks(case) if kind_of(b) is not Purpose.THERAPEUTIC]
        return not self.weeks or any(0 <= (test - on).days < 7 * self.weeks for test in tests)
