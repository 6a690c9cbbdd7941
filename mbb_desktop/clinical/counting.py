"""Reduce signed records to what figures count: each block's number and result, each complaint's stage."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Region
from mbb_desktop.clinical.block import Block, DrugUse
from mbb_desktop.clinical.computed import differs, verdicts_in
from mbb_desktop.clinical.counted import (
    Counted,
    CountedBlock,
    CountedComplaint,
    Gap,
    Left,
    Period,
    Result,
    Stage,
)
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.entered_in_error import as_tested
from mbb_desktop.clinical.performed import agents_of, joints_blocked
from mbb_desktop.clinical.response import BEFORE, Conclusion
from mbb_desktop.clinical.standings import is_test

LOST_AFTER = 90
"""Days without a further step after which a complaint counts as lost to follow-up; our own bound."""

_EIGHT_HOURS, _DAY = 480, 1440
_UNTIL_DUE = timedelta(days=2)
_RESULTS = {
    Conclusion.POSITIVE: Result.POSITIVE,
    Conclusion.NEGATIVE: Result.NEGATIVE,
    Conclusion.NOT_ASSESSABLE: Result.NOT_ASSESSABLE,
}


@dataclass(frozen=True, slots=True)
class Scores:
    """What a response holds; `conclusion` is None until it is signed."""

    known: frozenset[int] = frozenset()
    asked: frozenset[int] = frozenset()
    day_score_on: date | None = None
    conclusion: Conclusion | None = None
    computed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignedBlock:
    """A signed block; of its record only what counting needs is filled in.

    `withdrawn` are the joints that notices of error took out of the test.
    """

    block: Block
    region: Region
    weighed: bool
    has_lot: bool
    note_signed_at: datetime | None
    scores: Scores
    withdrawn: tuple[JointSide, ...] = ()

    @property
    def tested(self) -> Block | None:
        """The block with the joints that it tests; None for what is no test."""
        left = as_tested(self.block, self.withdrawn)
        return left if left is not None and is_test(left) else None


@dataclass(frozen=True, slots=True)
class Complaint:
    """A course with what came after its blocks."""

    id: UUID
    patient_id: UUID
    region: Region
    ended: bool = False
    letter_on: date | None = None
    ablations: tuple[Treatment, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which blocks are wanted: those of a period, of all physicians or of one."""

    period: Period
    physician_id: UUID | None = None

    def holds(self, day: date, physician_id: UUID | None) -> bool:
        return self.period.holds(day) and self.physician_id in (None, physician_id)


def count(
    asked: Asked, signed: Sequence[SignedBlock], complaints: Sequence[Complaint], today: date
) -> Counted:
    """Count every block and complaint that is asked for; `signed` holds all blocks of their patients."""
    of: dict[UUID, list[SignedBlock]] = {}
    for each in sorted(signed, key=_time):
        of.setdefault(each.block.course_id, []).append(each)
    numbers = {key: number for blocks in of.values() for key, number in _numbers(blocks)}
    year = year_to(asked.period.last)
    near = [each for each in signed if _either(asked.period, year, each.block.performed_on)]
    blocks = [count_block(each, numbers[each.block.id], today) for each in near]
    found = [count_complaint(each, of.get(each.id, ()), today) for each in complaints]
    held = tuple(block for block in blocks if asked.holds(block.on, block.physician_id))
    patients = {block.patient_id for block in held}
    return Counted(
        asked.period,
        held,
        tuple(each for each in found if each is not None and asked.holds(each.first_on, each.physician_id)),
        tuple(each for each in blocks if year.holds(each.on) and each.patient_id in patients),
        _times(asked, signed),
    )


def _either(period: Period, year: Period, day: date) -> bool:
    return period.holds(day) or year.holds(day)


def year_to(last: date) -> Period:
    """The twelve months that end with a day."""
    day = 28 if (last.month, last.day) == (2, 29) else last.day
    return Period(last.replace(year=last.year - 1, day=day) + timedelta(days=1), last)


def _time(each: SignedBlock) -> tuple[date, UUID]:
    return each.block.performed_on, each.block.id


def _times(asked: Asked, signed: Iterable[SignedBlock]) -> dict[Region, tuple[int, ...]]:
    times: dict[Region, list[int]] = {}
    for each in signed:
        block, at = each.block, each.note_signed_at
        if not asked.holds(block.performed_on, block.physician_id) or block.reported_by:
            continue
        if block.started_at is not None and at is not None and at >= block.started_at:
            times.setdefault(each.region, []).append(int((at - block.started_at).total_seconds()))
    return {region: tuple(sorted(seconds)) for region, seconds in times.items()}


def _numbers(blocks: Sequence[SignedBlock]) -> Iterator[tuple[UUID, int]]:
    """1 for the first test of these joints and sides in the complaint; 0 for what is no test."""
    before: list[set[JointSide]] = []
    for each in blocks:
        if (tested := each.tested) is None:
            yield each.block.id, 0
            continue
        joints = set(tested.joints)
        yield each.block.id, 1 + sum(bool(joints & earlier) for earlier in before)
        if _showed_something(each.scores):
            before.append(joints)


def _showed_something(scores: Scores) -> bool:
    """Whether a test counts for those after it: concluded for or against, or scored before and after."""
    if scores.conclusion is Conclusion.NOT_ASSESSABLE:
        return False
    return scores.conclusion is not None or (BEFORE in scores.known and len(scores.known) > 1)


def count_block(each: SignedBlock, number: int, today: date) -> CountedBlock:
    """One block with its result and its gaps; `number` is 0 for what is no test."""
    block, scores = each.block, each.scores
    xray, entered = block.fluoroscopy, scores.day_score_on
    concluded = scores.conclusion
    return CountedBlock(
        id=block.id,
        patient_id=block.patient_id,
        complaint_id=block.course_id,
        physician_id=block.physician_id,
        on=block.performed_on,
        region=each.region,
        number=number,
        result=_result(each, is_a_test=number > 0),
        computed=" and ".join(verdict.value for verdict in verdicts_in(scores.computed)),
        differs=concluded is not None and differs(concluded, scores.computed),
        agents=agents_of(block),
        no_fluoroscopy=xray.none_used,
        seconds=xray.seconds,
        kerma=xray.air_kerma,
        dap=xray.dap,
        known=scores.known,
        asked=scores.asked,
        day_score_after=None if entered is None else max(0, (entered - block.performed_on).days),
        due=block.performed_on + _UNTIL_DUE <= today,
        lacks=frozenset(_gaps(each)),
    )


def _result(each: SignedBlock, *, is_a_test: bool) -> Result:
    if each.block.reported_by:
        return Result.ELSEWHERE
    if not is_a_test:
        return Result.NOT_A_TEST
    concluded = each.scores.conclusion
    return Result.OPEN if concluded is None else _RESULTS[concluded]


def _gaps(each: SignedBlock) -> Iterator[Gap]:
    block, known, xray = each.block, each.scores.known, each.block.fluoroscopy
    facts = {
        Gap.BASELINE: BEFORE in known,
        Gap.EIGHT_HOURS: _EIGHT_HOURS in known,
        Gap.DAY: _DAY in known,
        Gap.FLUOROSCOPY: xray.none_used or xray.seconds is not None,
        Gap.KERMA: xray.none_used or xray.air_kerma is not None,
        Gap.DAP: xray.none_used or xray.dap is not None,
        Gap.WEIGHT: each.weighed,
        Gap.LOT: each.has_lot or not block.drugs_for(DrugUse.TARGET),
        Gap.PURPOSE: block.purpose is not None,
        Gap.RESPONSE: each.scores.conclusion is not None,
    }
    return (gap for gap, there in facts.items() if not there)


def count_complaint(
    complaint: Complaint, blocks: Sequence[SignedBlock], today: date
) -> CountedComplaint | None:
    """How far a complaint came since the clinic's first test of it; None without one. Oldest block first."""
    tests = [each for each in blocks if each.tested is not None and not each.block.reported_by]
    if not tests:
        return None
    first = tests[0].block
    told = [each for each in complaint.ablations if each.on is not None and each.on >= first.performed_on]
    steps = {
        Stage.FIRST: True,
        Stage.SECOND: len(tests) > 1,
        Stage.CONFIRMED: _confirmed(tests),
        Stage.LETTER: complaint.letter_on is not None,
        Stage.ABLATION: bool(told),
        Stage.OUTCOME: any(_has_outcome(each) for each in told),
    }
    reached = _reached(steps)
    days = [tests[-1].block.performed_on, complaint.letter_on, *(each.on for each in told)]
    quiet = today - max(day for day in days if day is not None)
    left = _left(reached, steps, tests[-1].scores.conclusion, complaint.ended, quiet)
    return CountedComplaint(
        complaint.id,
        complaint.patient_id,
        first.physician_id,
        tests[0].region,
        first.performed_on,
        reached,
        left,
    )


def _reached(steps: dict[Stage, bool]) -> Stage:
    reached = Stage.FIRST
    for stage, done in steps.items():
        if not done:
            break
        reached = stage
    return reached


def _left(
    reached: Stage, steps: dict[Stage, bool], last: Conclusion | None, ended: bool, quiet: timedelta
) -> Left | None:
    stages = list(Stage)
    later = any(steps[stage] for stage in stages[stages.index(reached) + 1 :])
    if reached is Stage.OUTCOME:
        return None
    if later:
        return Left.OTHERWISE
    if reached in (Stage.FIRST, Stage.SECOND) and last is Conclusion.NEGATIVE:
        return Left.NEGATIVE
    if ended:
        return Left.ENDED
    return Left.LOST if quiet.days > LOST_AFTER else Left.WAITING


def _confirmed(tests: Sequence[SignedBlock]) -> bool:
    """Whether two tests that were concluded positive share a joint and side that both blocked."""
    seen: set[JointSide] = set()
    for each in tests:
        if each.scores.conclusion is Conclusion.POSITIVE and (tested := each.tested) is not None:
            places = set(joints_blocked(tested))
            if places & seen:
                return True
            seen |= places
    return False


def _has_outcome(treatment: Treatment) -> bool:
    told = (treatment.relief, treatment.function, treatment.pain_back_on, treatment.not_back_on)
    return any(each is not None for each in told)
