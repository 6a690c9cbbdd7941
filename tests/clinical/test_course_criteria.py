"""Criteria about the course: unknown is never met, and never turns a failure into a success."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.candidacy_criteria import DisabilityScored
from mbb_desktop.clinical.course import (
    CareKind,
    CareOutcome,
    ConservativeCare,
    Course,
    Imaging,
    RootsExplained,
)
from mbb_desktop.clinical.course_criteria import (
    AxialPainWithDeficit,
    CareFailed,
    PainLasts,
    RuledOut,
    months_later,
    whole_months,
)
from mbb_desktop.clinical.criteria import Case, Criterion, Found, Verdict, worst
from tests.clinical.invented import COURSE, a_block, a_case
from tests.every_row import every_row

TODAY = date(2026, 11, 25)
MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
CRITERIA: tuple[Criterion, ...] = (
    AxialPainWithDeficit(Decimal(4)),
    PainLasts(3),
    CareFailed(1),
    RuledOut(("radiculopathy", "claudication")),
    RuledOut(("other_cause",)),
)


def course_case(course: Course) -> Case:
    return replace(a_case(today=TODAY), course=course)


def found(criterion: Criterion, **changes: object) -> Found:
    return criterion.find(course_case(replace(COURSE, **changes)))  # type: ignore[arg-type] # fields by name


def text(result: Found) -> str:
    return "; ".join(evidence.text for evidence in result.evidence)


@every_row(
    ("changes", "verdict"),
    [
        ({}, MET),
        ({"axial": False}, NOT_MET),
        ({"axial": False, "usual_score": None}, NOT_MET),
        ({"axial": None}, UNKNOWN),
        ({"usual_score": None}, UNKNOWN),
        ({"usual_score": Decimal(4)}, MET),
        ({"usual_score": Decimal(3)}, MET),
        ({"limits": ""}, UNKNOWN),
        ({"limits": "", "disability_scale": "ODI", "disability_score": Decimal(42)}, MET),
        ({"limits": "", "disability_score": Decimal(42)}, UNKNOWN),
        ({"limits": "", "disability_scale": "ODI"}, UNKNOWN),
    ],
)
def test_pain_is_axial_moderate_and_limits(changes: dict[str, object], verdict: Verdict) -> None:
    assert found(CRITERIA[0], **changes).verdict is verdict


def test_mild_pain_is_a_caution_as_the_policy_names_no_number() -> None:
    assert found(CRITERIA[0], usual_score=Decimal(3)).caution == (
        "A score of 4 or more is commonly called moderate; the policy gives no number."
    )
    assert found(CRITERIA[0], usual_score=Decimal(4)).caution == ""
    assert found(CRITERIA[0], usual_score=Decimal(0), axial=False).verdict is NOT_MET


def test_the_disability_score_is_evidence_with_its_date() -> None:
    score = {"disability_scale": "ODI", "disability_score": Decimal(42)}
    dated = found(CRITERIA[0], **score, disability_on=date(2026, 9, 18))
    assert "ODI 42 % on 18-Sep-2026" in text(dated)
    assert text(found(CRITERIA[0], **score)).endswith("ODI 42 %")


@every_row(
    ("began", "month_only", "verdict"),
    [
        (date(2026, 8, 25), False, MET),
        (date(2026, 8, 26), False, NOT_MET),
        (None, False, UNKNOWN),
        (date(2026, 7, 1), True, MET),
        (date(2026, 8, 1), True, UNKNOWN),
        (date(2026, 9, 1), True, NOT_MET),
    ],
)
def test_pain_lasts_calendar_months(began: date | None, month_only: bool, verdict: Verdict) -> None:
    assert found(PainLasts(3), began_on=began, began_month_only=month_only).verdict is verdict


def test_the_onset_is_printed_as_well_as_it_is_known() -> None:
    assert text(found(PainLasts(3))) == "since 16-Feb-2026, 9 months"
    assert text(found(PainLasts(3), began_month_only=True)) == "since Feb-2026, 8 months"


@every_row(
    ("start", "months", "end"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 10, 15), 3, date(2027, 1, 15)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
    ],
)
def test_months_end_on_a_day_that_exists(start: date, months: int, end: date) -> None:
    assert months_later(start, months) == end
    assert whole_months(start, end) == months


def test_months_that_are_not_complete_do_not_count() -> None:
    assert whole_months(date(2026, 8, 26), TODAY) == 2
    assert whole_months(TODAY, date(2026, 1, 1)) == 0


def care(outcome: CareOutcome | None, *, dated: bool = True, reason: str = "") -> ConservativeCare:
    started = date(2026, 4, 6) if dated else None
    return ConservativeCare(CareKind.NSAID, "naproxen", started=started, outcome=outcome, reason=reason)


@every_row(
    ("tried", "verdict", "missing"),
    [
        ((), UNKNOWN, ("conservative care",)),
        ((care(CareOutcome.NO_RELIEF),), MET, ()),
        ((care(CareOutcome.PARTIAL),), MET, ()),
        ((care(CareOutcome.NO_RELIEF, dated=False),), UNKNOWN, ("dates of naproxen",)),
        ((care(None),), UNKNOWN, ("outcome of naproxen",)),
        ((care(CareOutcome.CONTINUES),), UNKNOWN, ("outcome of naproxen",)),
        ((care(CareOutcome.NOT_TOLERATED),), UNKNOWN, ("why naproxen was not tolerated",)),
        ((care(CareOutcome.NOT_TOLERATED, reason="ulcer"),), MET, ()),
        ((care(CareOutcome.RELIEF),), NOT_MET, ()),
        ((care(CareOutcome.RELIEF), care(None)), UNKNOWN, ("outcome of naproxen",)),
    ],
)
def test_care_failed_when_it_is_documented(
    tried: tuple[ConservativeCare, ...], verdict: Verdict, missing: tuple[str, ...]
) -> None:
    result = found(CareFailed(1), conservative_care=tried)
    assert (result.verdict, result.missing) == (verdict, missing)


def test_care_is_printed_with_dates_visits_and_outcome() -> None:
    therapy = ConservativeCare(
        CareKind.PHYSICAL_THERAPY,
        started=date(2026, 4, 6),
        ended=date(2026, 6, 1),
        visits=14,
        outcome=CareOutcome.NO_RELIEF,
    )
    result = found(CareFailed(1), conservative_care=(therapy, care(None, dated=False)))
    assert text(result) == (
        "physical therapy 06-Apr-2026 to 01-Jun-2026, 14 visits: no lasting relief; "
        "naproxen: outcome not recorded"
    )


def at_block(criterion: Criterion, **changes: object) -> Found:
    """Judged on 25-Nov-2026, after a first diagnostic block on 03-Nov-2026."""
    case = replace(a_case((a_block(), None), today=TODAY), course=replace(COURSE, **changes))  # type: ignore[arg-type] # fields by name
    return criterion.find(case)


def test_pain_lasts_up_to_the_first_block_not_up_to_today() -> None:
    assert found(PainLasts(3), began_on=date(2026, 8, 4)).verdict is MET
    late = at_block(PainLasts(3), began_on=date(2026, 8, 4))
    assert late.verdict is NOT_MET
    assert text(late) == "since 04-Aug-2026, 2 months before the first block"
    assert at_block(PainLasts(3), began_on=date(2026, 8, 3)).verdict is MET


def test_care_after_the_first_block_does_not_count() -> None:
    later = replace(care(CareOutcome.NO_RELIEF), started=date(2026, 11, 10))
    result = at_block(CareFailed(1), conservative_care=(later,))
    assert (result.verdict, result.missing) == (UNKNOWN, ("conservative care before 03-Nov-2026",))
    assert result.caution == "naproxen began on 10-Nov-2026, too late to count."
    assert at_block(CareFailed(1), conservative_care=(later, care(CareOutcome.PARTIAL))).verdict is MET


def test_care_counts_only_up_to_the_first_block_and_never_into_the_future() -> None:
    until = replace(care(CareOutcome.NO_RELIEF), started=date(2026, 10, 20), ended=date(2027, 1, 20))
    assert at_block(CareFailed(1, weeks=2), conservative_care=(until,)).verdict is MET
    assert at_block(CareFailed(1, weeks=3), conservative_care=(until,)).verdict is NOT_MET
    assert found(CareFailed(1, weeks=5), conservative_care=(until,)).verdict is MET
    assert found(CareFailed(1, weeks=6), conservative_care=(until,)).verdict is NOT_MET


def spans(*days: tuple[str, str], outcome: CareOutcome = CareOutcome.NO_RELIEF) -> dict[str, object]:
    """Failed care from one day of 2026 to another, each as month-day."""
    given = [(date.fromisoformat(f"2026-{a}"), date.fromisoformat(f"2026-{b}")) for a, b in days]
    cares = [replace(care(outcome), started=start, ended=end) for start, end in given]
    return {"conservative_care": tuple(cares)}


@every_row(
    ("days", "verdict"),
    [
        ((("04-01", "05-05"), ("05-06", "06-10")), MET),
        ((("04-01", "04-22"), ("06-01", "06-22")), MET),
        ((("04-01", "04-22"), ("06-01", "06-21")), NOT_MET),
        ((("04-01", "05-05"), ("04-08", "05-05")), NOT_MET),
        ((("04-01", "05-13"),), MET),
    ],
)
def test_weeks_of_care_add_up_and_no_day_counts_twice(
    days: tuple[tuple[str, str], ...], verdict: Verdict
) -> None:
    assert found(CareFailed(1, weeks=6), **spans(*days)).verdict is verdict


@every_row(
    ("days", "verdict"),
    [
        ((("02-01", "05-01"),), MET),
        ((("02-01", "04-30"),), MET),
        ((("02-01", "04-29"),), NOT_MET),
        ((("02-01", "03-10"), ("03-11", "05-01")), MET),
        ((("02-01", "03-10"), ("03-12", "05-20")), NOT_MET),
    ],
)
def test_months_of_care_are_calendar_months_in_a_row(
    days: tuple[tuple[str, str], ...], verdict: Verdict
) -> None:
    assert found(CareFailed(1, months=3), **spans(*days)).verdict is verdict
    assert found(CareFailed(1, months=3), conservative_care=(care(CareOutcome.NO_RELIEF),)).verdict is UNKNOWN
    with pytest.raises(ValueError, match="cannot both"):
        CareFailed(1, weeks=6, months=3)


def test_care_that_helped_adds_no_weeks() -> None:
    failed, helped = spans(("04-01", "05-05")), spans(("05-06", "06-10"), outcome=CareOutcome.RELIEF)
    both = (*failed["conservative_care"], *helped["conservative_care"])  # type: ignore[misc] # tuples
    assert found(CareFailed(1, weeks=6), conservative_care=both).verdict is NOT_MET


@every_row(
    ("on", "verdict", "missing"),
    [
        (date(2026, 11, 3), MET, ()),
        (date(2026, 11, 4), UNKNOWN, ("a disability score from before the block of 03-Nov-2026",)),
        (None, UNKNOWN, ("the day of the disability score",)),
    ],
)
def test_a_disability_score_is_of_the_time_before_the_first_block(
    on: date | None, verdict: Verdict, missing: tuple[str, ...]
) -> None:
    odi = {"disability_scale": "ODI", "disability_score": Decimal(44), "disability_on": on}
    result = at_block(DisabilityScored(), **odi)
    assert (result.verdict, result.missing) == (verdict, missing)


def test_a_deficit_scored_after_the_first_block_is_no_deficit_before_it() -> None:
    odi = {"limits": "", "disability_scale": "ODI", "disability_score": Decimal(44)}
    assert at_block(CRITERIA[0], **odi, disability_on=date(2026, 11, 3)).verdict is MET
    assert at_block(CRITERIA[0], **odi, disability_on=date(2026, 11, 24)).verdict is UNKNOWN


@every_row(
    ("radiculopathy", "claudication", "verdict"),
    [
        (False, False, MET),
        (True, False, NOT_MET),
        (True, None, NOT_MET),
        (None, True, NOT_MET),
        (False, None, UNKNOWN),
        (None, None, UNKNOWN),
    ],
)
def test_both_findings_must_be_ruled_out(
    radiculopathy: bool | None, claudication: bool | None, verdict: Verdict
) -> None:
    result = found(CRITERIA[3], radiculopathy=radiculopathy, claudication=claudication)
    assert result.verdict is verdict


def test_where_somebody_looked_is_evidence() -> None:
    imaging = (Imaging("MRI lumbar spine", date(2026, 9, 2)), Imaging("X-ray"))
    assert text(found(CRITERIA[4], imaging=imaging)) == "no other cause; MRI lumbar spine 02-Sep-2026; X-ray"
    examined = found(CRITERIA[3], exam_on=date(2026, 10, 15))
    assert text(examined) == "no radiculopathy; no neurogenic claudication; examined 15-Oct-2026"


@every_row("findings", [("headache",), ()])
def test_a_finding_that_nobody_knows_is_refused(findings: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="find"):
        RuledOut(findings)


def test_together_the_worst_verdict_counts() -> None:
    assert worst([MET, Verdict.NOT_YET, UNKNOWN]) is UNKNOWN
    assert worst([MET, NOT_MET, UNKNOWN]) is NOT_MET


THREE = st.sampled_from([True, False, None])
COURSES = st.builds(
    lambda **changes: replace(COURSE, **changes),
    axial=THREE,
    usual_score=st.one_of(st.none(), st.integers(0, 10).map(Decimal)),
    limits=st.sampled_from(["", "cannot sit"]),
    began_on=st.one_of(st.none(), st.dates(date(2025, 1, 1), date(2026, 11, 24))),
    began_month_only=st.booleans(),
    radiculopathy=THREE,
    claudication=THREE,
    other_cause=THREE,
    conservative_care=st.lists(
        st.builds(care, st.one_of(st.none(), st.sampled_from(CareOutcome)), dated=st.booleans()), max_size=3
    ).map(tuple),
)
FORGOTTEN = st.sampled_from(
    [
        {"axial": None},
        {"usual_score": None},
        {"limits": ""},
        {"began_on": None},
        {"radiculopathy": None},
        {"claudication": None},
        {"other_cause": None},
        {"conservative_care": ()},
    ]
)


@given(COURSES, FORGOTTEN)
def test_forgetting_a_fact_never_meets_a_criterion(course: Course, forgotten: dict[str, object]) -> None:
    for criterion in CRITERIA:
        before = criterion.find(course_case(course)).verdict
        after = criterion.find(course_case(replace(course, **forgotten))).verdict  # type: ignore[arg-type] # by name
        assert not (before is not MET and after is MET)


@given(COURSES)
def test_a_criterion_that_is_met_misses_nothing(course: Course) -> None:
    for criterion in CRITERIA[:2] + CRITERIA[3:]:
        result = criterion.find(course_case(course))
        assert (result.verdict is UNKNOWN) <= bool(result.missing)
        assert result.verdict is not MET or not result.missing


@every_row(
    ("why", "verdict", "said"),
    [
        (None, Verdict.NOT_MET, ""),
        (RootsExplained.TREATED, Verdict.MET, "A radiculopathy is recorded as treated"),
        (RootsExplained.CYST, Verdict.MET, "A radiculopathy is recorded as coming from a facet joint cyst"),
    ],
)
def test_a_radiculopathy_that_is_treated_or_from_a_cyst_is_no_obstacle(
    why: RootsExplained | None, verdict: Verdict, said: str
) -> None:
    rule = RuledOut(("radiculopathy", "claudication"), ("treated", "facet joint cyst"))
    result = found(rule, radiculopathy=True, claudication=False, roots_explained=why)
    assert result.verdict is verdict
    assert result.caution.startswith(said)
    other = found(RuledOut(("other_cause",), ("treated",)), other_cause=True, roots_explained=why)
    assert other.verdict is Verdict.NOT_MET
    strict = found(RuledOut(("radiculopathy",)), radiculopathy=True, roots_explained=why)
    assert strict.verdict is Verdict.NOT_MET
    with pytest.raises(ValueError, match="'gone' is no explanation"):
        RuledOut(("radiculopathy",), ("gone",))
