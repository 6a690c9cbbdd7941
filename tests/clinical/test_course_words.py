"""What the criteria about the course tell: each sentence with its record, its number and its day."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mbb_desktop.clinical.course import CareKind, CareOutcome, ConservativeCare, Imaging
from mbb_desktop.clinical.course_criteria import (
    AxialPainWithDeficit,
    CareFailed,
    PainLasts,
    RuledOut,
    whole_months,
)
from mbb_desktop.clinical.criteria import Criterion, Evidence, Found, Verdict
from tests.clinical.invented import COURSE, DAY, a_block, a_case
from tests.every_row import every_row

MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
PAIN, CARE, NERVES = (
    AxialPainWithDeficit(Decimal(4)),
    CareFailed(1),
    RuledOut(("radiculopathy", "claudication")),
)
CAUSE = RuledOut(("other_cause",))


def found(criterion: Criterion, first_block: date | None = None, **changes: Any) -> Found:
    blocks = () if first_block is None else ((a_block(on=first_block), None),)
    case = a_case(*blocks, today=date(2026, 11, 25))
    return criterion.find(replace(case, course=replace(COURSE, **changes)))


def told(text: str, number: str | int | None = None, on: date | None = None) -> Evidence:
    return Evidence(text, COURSE.id, None if number is None else Decimal(number), on)


AXIAL, USUAL, LIMITS = told("mainly axial"), told("usual pain 7", 7), told(COURSE.limits)
ODI = {"disability_scale": "ODI", "disability_score": Decimal(42)}
ODI_DAY = date(2026, 11, 2)


@every_row(
    ("changes", "expected"),
    [
        ({}, Found(MET, (AXIAL, USUAL, LIMITS))),
        (
            {"axial": False, "usual_score": None, "limits": ""},
            Found(NOT_MET, (told("not mainly axial"),)),
        ),
        (
            {"axial": None, "usual_score": None, "limits": "", "disability_score": Decimal(42)},
            Found(
                UNKNOWN,
                missing=(
                    "whether the pain is mainly axial",
                    "usual pain score",
                    "functional deficit or disability score",
                ),
            ),
        ),
        (ODI, Found(MET, (AXIAL, USUAL, LIMITS, told("ODI 42 %", 42)))),
        (
            {**ODI, "disability_on": ODI_DAY},
            Found(MET, (AXIAL, USUAL, LIMITS, told("ODI 42 % on 02-Nov-2026", 42, ODI_DAY))),
        ),
    ],
    ids=["whole", "not axial", "unknown", "scored", "scored on a day"],
)
def test_the_pain_is_told(changes: dict[str, Any], expected: Found) -> None:
    assert found(PAIN, **changes) == expected


BEFORE = "months before the first block"


@every_row(
    ("began", "month_only", "first_block", "expected"),
    [
        (
            date(2026, 2, 16),
            False,
            None,
            Found(MET, (told("since 16-Feb-2026, 9 months", 9, date(2026, 2, 16)),)),
        ),
        (
            date(2026, 8, 1),
            True,
            date(2026, 11, 1),
            Found(
                UNKNOWN,
                (told(f"since Aug-2026, 2 {BEFORE}", 2, date(2026, 8, 1)),),
                ("the day on which the pain began",),
            ),
        ),
        (
            date(2026, 8, 1),
            True,
            date(2026, 10, 31),
            Found(NOT_MET, (told(f"since Aug-2026, 2 {BEFORE}", 2, date(2026, 8, 1)),)),
        ),
        (
            date(2026, 8, 1),
            False,
            date(2026, 11, 1),
            Found(MET, (told(f"since 01-Aug-2026, 3 {BEFORE}", 3, date(2026, 8, 1)),)),
        ),
    ],
    ids=["day", "month", "month too late", "to the day"],
)
def test_how_long_the_pain_lasts_is_told(
    began: date, month_only: bool, first_block: date | None, expected: Found
) -> None:
    assert found(PainLasts(3), first_block, began_on=began, began_month_only=month_only) == expected


def test_what_begins_after_the_end_has_lasted_no_month() -> None:
    assert whole_months(date(2026, 5, 1), date(2026, 4, 1)) == 0


THERAPY = ConservativeCare(CareKind.PHYSICAL_THERAPY, started=date(2026, 4, 6), outcome=CareOutcome.NO_RELIEF)
NAPROXEN = ConservativeCare(
    CareKind.NSAID, "naproxen", date(2026, 5, 1), outcome=CareOutcome.NOT_TOLERATED, reason="ulcer"
)
REFUSED = told("naproxen 01-May-2026: not tolerated", on=NAPROXEN.started)
LATE = (replace(THERAPY, started=DAY), replace(THERAPY, what="stretching", started=date(2026, 11, 20)))
TOO_LATE = (
    "physical therapy began on 03-Nov-2026, too late to count. "
    "stretching began on 20-Nov-2026, too late to count."
)


def therapy(words: str, visits: int | None = None) -> Evidence:
    return told(f"physical therapy 06-Apr-2026{words}: no lasting relief", visits, THERAPY.started)


@every_row(
    ("criterion", "first_block", "care", "expected"),
    [
        (CARE, DAY, LATE, Found(UNKNOWN, (), ("conservative care before 03-Nov-2026",), TOO_LATE)),
        (CARE, DAY, (*LATE, THERAPY), Found(MET, (therapy(""),), caution=TOO_LATE)),
        (CARE, None, (), Found(UNKNOWN, missing=("conservative care",))),
        (
            CareFailed(1, kinds=("physical therapy", "NSAID")),
            None,
            (),
            Found(UNKNOWN, missing=("physical therapy or NSAID",)),
        ),
        (CareFailed(1, kinds=("NSAID",)), None, (THERAPY,), Found(UNKNOWN, missing=("NSAID",))),
        (CareFailed(1, kinds=("NSAID",)), None, (THERAPY, NAPROXEN), Found(MET, (REFUSED,))),
        (CareFailed(1, weeks=6), None, (NAPROXEN,), Found(MET, (REFUSED,))),
        (
            CareFailed(2, weeks=6),
            None,
            (NAPROXEN, replace(THERAPY, ended=date(2026, 5, 18))),
            Found(MET, (REFUSED, therapy(" to 18-May-2026"))),
        ),
        (
            CareFailed(2, weeks=6),
            None,
            (NAPROXEN, replace(THERAPY, ended=date(2026, 5, 17))),
            Found(NOT_MET, (REFUSED, therapy(" to 17-May-2026"))),
        ),
        (
            CareFailed(2),
            None,
            (replace(THERAPY, visits=1),),
            Found(NOT_MET, (therapy(", 1 visit", 1),)),
        ),
        (
            CareFailed(2),
            None,
            (replace(THERAPY, visits=2),),
            Found(NOT_MET, (therapy(", 2 visits", 2),)),
        ),
        (
            CARE,
            None,
            (replace(THERAPY, started=None, outcome=None),),
            Found(
                UNKNOWN, (told("physical therapy: outcome not recorded"),), ("outcome of physical therapy",)
            ),
        ),
    ],
    ids=[
        *("on the day", "before and after", "none", "none of two", "of another kind", "of the kind"),
        *("not tolerated", "six weeks", "a day less", "one visit", "two visits", "no outcome"),
    ],
)
def test_care_is_told(
    criterion: CareFailed, first_block: date | None, care: tuple[ConservativeCare, ...], expected: Found
) -> None:
    assert found(criterion, first_block, conservative_care=care) == expected


NO_ROOT, NO_CLAUDICATION = told("no radiculopathy"), told("no neurogenic claudication")
EXAM, NEUROLOGY, SCAN = date(2026, 9, 1), date(2026, 9, 2), date(2026, 3, 2)
IMAGING = (Imaging("MRI", SCAN, "wear"), Imaging("X-ray"))


@every_row(
    ("criterion", "changes", "expected"),
    [
        (NERVES, {}, Found(MET, (NO_ROOT, NO_CLAUDICATION))),
        (
            NERVES,
            {"exam_on": EXAM},
            Found(MET, (NO_ROOT, NO_CLAUDICATION, told("examined 01-Sep-2026", on=EXAM))),
        ),
        (
            NERVES,
            {"exam_on": EXAM, "neurology_on": NEUROLOGY},
            Found(MET, (NO_ROOT, NO_CLAUDICATION, told("examined 02-Sep-2026", on=NEUROLOGY))),
        ),
        (
            NERVES,
            {"exam_on": EXAM, "radiculopathy": True, "claudication": None},
            Found(NOT_MET, (told("radiculopathy"),), ("whether there is neurogenic claudication",)),
        ),
        (
            CAUSE,
            {"imaging": IMAGING},
            Found(MET, (told("no other cause"), told("MRI 02-Mar-2026", on=SCAN), told("X-ray"))),
        ),
        (
            CAUSE,
            {"imaging": IMAGING, "other_cause": True},
            Found(NOT_MET, (told("another cause explains the pain"),)),
        ),
    ],
    ids=["nerves", "examined", "by neurology", "root", "imaging", "cause"],
)
def test_what_was_ruled_out_is_told(criterion: RuledOut, changes: dict[str, Any], expected: Found) -> None:
    assert found(criterion, **changes) == expected


KINDS = (
    "physical therapy, home exercise, NSAID, acetaminophen, other medicine, manipulation, activity change, "
    "other care"
)


def test_care_that_a_rule_cannot_ask_for_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="is no kind") as refused:
        CareFailed(1, kinds=("prayer", "x"))
    assert str(refused.value) == f"'prayer' is no kind of care. Known are: {KINDS}."
    with pytest.raises(ValueError, match="both") as refused:
        CareFailed(1, weeks=1, months=1)
    assert str(refused.value) == "'weeks' and 'months' cannot both be given."


def test_findings_that_a_rule_cannot_ask_for_are_refused_in_words() -> None:
    with pytest.raises(ValueError, match="no finding") as refused:
        RuledOut(("x",))
    assert str(refused.value) == (
        "'x' is no finding of a course. Known are: radiculopathy, claudication, other_cause."
    )
    with pytest.raises(ValueError, match="none") as refused:
        RuledOut(())
    assert str(refused.value) == "'findings' names none."
