"""Earlier ablations of a joint and side, and which blocks still count after one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.clinical.course_criteria import months_later
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.relief_held import may_be_at
from mbb_desktop.clinical.standings import Standing, Tested

_YEAR = 12


def earlier_at(case: Case, asked: Sequence[JointSide]) -> tuple[Treatment, ...]:
    """The earlier ablations that treated, or may have treated, one of these joints; latest last.

    Those of the patient's other complaints count by their joints, or without any in the same region.
    """
    return told_at(case, asked, lambda course: course.ablations)


def told_at(
    case: Case, asked: Sequence[JointSide], told: Callable[[Course], Sequence[Treatment]]
) -> tuple[Treatment, ...]:
    """What was told of earlier treatments of one of these joints, under any complaint; latest last."""
    beside = [
        each
        for course in case.other_courses
        for each in told(course)
        if (each.joints and asked) or course.region is case.course.region
    ]
    found = [each for each in (*told(case.course), *beside) if may_be_at(each, asked)]
    return tuple(sorted(found, key=lambda each: each.on or date.min))


def long_ago(day: date, years: int, today: date) -> bool:
    """Whether a day lies more than `years` back."""
    return months_later(day, _YEAR * years) < today


def still_counting(case: Case, place: JointSide, tests: Sequence[Tested], years: int) -> tuple[Tested, ...]:
    """The tests of a joint and side since its last ablation, when that lies more than `years` back.

    All of them when it does not, when there was none, and when `years` is 0. An ablation without a day may
    lie between: whether a test of more than `years` ago still counts is not known then.
    """
    told = earlier_at(case, [place])
    days = [each.on for each in told if each.on is not None]
    if not years or (days and not long_ago(days[-1], years, case.today)):
        return tuple(tests)
    since = [each for each in tests if not days or each.on > days[-1]]
    if len(days) == len(told):
        return tuple(since)
    return tuple(_doubtful(each) if long_ago(each.on, years, case.today) else each for each in since)


def _doubtful(test: Tested) -> Tested:
    """A test that an ablation of an unknown day may have put out of date; one that failed stays failed."""
    if test.standing is Standing.NEGATIVE:
        return test
    return replace(test, standing=Standing.UNKNOWN, gap=phrase("missing.ablation_day"))
