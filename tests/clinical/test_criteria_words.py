"""What the criteria tell of a complaint: every sentence with its record, its number and its day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from mbb_desktop.clinical.ablation_criteria import (
    AblationMethodAllowed,
    AblationPlanned,
    MonthsSinceAblation,
    NoBlockAfterAblation,
)
from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.candidacy_criteria import (
    AllOf,
    DiagnosisListed,
    DisabilityScored,
    ExamRecorded,
    ImagingRecorded,
    NotFused,
    PainScored,
    Unrecorded,
)
from mbb_desktop.clinical.course import AblationMethod, Diagnosis, Imaging
from mbb_desktop.clinical.criteria import Criterion, Evidence, Verdict
from tests.clinical.invented import COURSE, DAY, NO_SCORES, RIGHT, a_block, a_case, done
from tests.clinical.test_ablation_criteria import ALL, HELPED, LAST, OLD, PLAIN, RENEWED, after
from tests.every_row import every_row

MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
FIVE, SEPT = PainScored(Decimal(5)), date(2026, 9, 1)
ODI = {"disability_scale": "ODI", "disability_score": Decimal(44)}
CODES = DiagnosisListed({"M47.816": "joint wear, lumbar", "M47.812": "joint wear, cervical"})
THERMAL = AblationMethodAllowed(("thermal radiofrequency",), Decimal(80))
HELD = "ablation of L4-5 and L5-S1, right on 12-Jan-2026, 50 % relief, pain back on 12-Jul-2026 (6 months)"
LONG_AGO = (
    "ablation of L4-5 and L5-S1, right on 01-Mar-2023, 50 % relief, pain back on 12-Jul-2026 (40 months)"
)


def told(text: str, number: Decimal | None = None, on: date | None = None) -> Evidence:
    return Evidence(text, COURSE.id, number, on)


@every_row(
    ("criterion", "changes", "verdict", "evidence", "missing"),
    [
        (FIVE, {"usual_score": Decimal("4.5")}, NOT_MET, told("usual pain 4.5", Decimal("4.5")), ()),
        (FIVE, {"usual_score": None}, UNKNOWN, None, ("usual pain score",)),
        (
            DisabilityScored(),
            ODI,
            UNKNOWN,
            told("ODI 44 %", Decimal(44)),
            ("the day of the disability score",),
        ),
        (
            DisabilityScored(),
            {**ODI, "disability_on": SEPT},
            MET,
            told("ODI 44 % on 01-Sep-2026", Decimal(44), SEPT),
            (),
        ),
        (
            DisabilityScored(),
            {**ODI, "disability_on": DAY},
            MET,
            told("ODI 44 % on 03-Nov-2026", Decimal(44), DAY),
            (),
        ),
        (
            DisabilityScored(),
            {**ODI, "disability_on": date(2026, 11, 4)},
            UNKNOWN,
            told("ODI 44 % on 04-Nov-2026", Decimal(44), date(2026, 11, 4)),
            ("a disability score from before the block of 03-Nov-2026",),
        ),
        (
            DisabilityScored(),
            {"disability_scale": "ODI"},
            UNKNOWN,
            None,
            ("a named disability scale with its score",),
        ),
        (
            DisabilityScored(),
            {"disability_score": Decimal(44)},
            UNKNOWN,
            None,
            ("a named disability scale with its score",),
        ),
        (ExamRecorded(), {"exam": "painful", "exam_on": SEPT}, MET, told("painful", on=SEPT), ()),
        (ExamRecorded(), {"exam": "painful"}, UNKNOWN, told("painful"), ("the day of the examination",)),
        (ExamRecorded(), {}, UNKNOWN, None, ("the examination", "the day of the examination")),
        (
            ImagingRecorded(),
            {"imaging": (Imaging("MRI", SEPT, "arthropathy"),)},
            MET,
            told("MRI arthropathy", on=SEPT),
            (),
        ),
        (
            ImagingRecorded(),
            {"imaging": (Imaging("MRI", None, "arthropathy"),)},
            UNKNOWN,
            told("MRI arthropathy"),
            ("an imaging study with day and finding",),
        ),
        (
            ImagingRecorded(),
            {"imaging": (Imaging("MRI", SEPT),)},
            UNKNOWN,
            told("MRI", on=SEPT),
            ("an imaging study with day and finding",),
        ),
        (ImagingRecorded(), {}, UNKNOWN, None, ("an imaging study with day and finding",)),
        (NotFused(), {"fusion": False}, MET, told("no fusion or hardware"), ()),
        (NotFused(), {"fusion": True}, UNKNOWN, None, ("at which levels the fusion or hardware is",)),
        (NotFused(), {"fusion": None}, UNKNOWN, None, ("whether there is a fusion or hardware",)),
        (Unrecorded("a number"), {}, UNKNOWN, None, ("a number",)),
        (CODES, {}, UNKNOWN, None, ("a diagnosis with its ICD-10-CM code",)),
        (CODES, {"diagnoses": (Diagnosis("pain", "M54.50"),)}, NOT_MET, told("M54.50 pain"), ()),
        (
            CODES,
            {"diagnoses": (Diagnosis("pain", "M54.50"), Diagnosis("joints", "M47.816"))},
            MET,
            told("M47.816 joint wear, lumbar"),
            (),
        ),
        (
            THERMAL,
            {"rfa_temperature": Decimal(80)},
            UNKNOWN,
            told("80 °C", Decimal(80)),
            ("the method of the planned ablation",),
        ),
        (
            THERMAL,
            {"rfa_method": AblationMethod.THERMAL},
            UNKNOWN,
            told("thermal radiofrequency"),
            ("the temperature of the planned ablation",),
        ),
        (
            AblationMethodAllowed(("thermal radiofrequency",)),
            {"rfa_method": AblationMethod.THERMAL},
            MET,
            told("thermal radiofrequency"),
            (),
        ),
        (
            AblationPlanned(),
            {"rfa_planned_if_positive": True},
            MET,
            told("ablation planned if the blocks are positive"),
            (),
        ),
        (
            AblationPlanned(),
            {"rfa_planned_if_positive": False},
            NOT_MET,
            told("no ablation planned"),
            (),
        ),
        (
            AblationPlanned(),
            {},
            UNKNOWN,
            None,
            ("whether an ablation is planned if the blocks are positive",),
        ),
    ],
    ids=lambda each: type(each).__name__ if hasattr(each, "find") else "-",
)
def test_a_complaint_is_told_with_its_number_and_day(
    criterion: Criterion,
    changes: dict[str, object],
    verdict: Verdict,
    evidence: Evidence | None,
    missing: tuple[str, ...],
) -> None:
    course = replace(COURSE, **changes)  # type: ignore[arg-type] # fields by name
    found = criterion.find(replace(a_case((a_block(), None)), course=course))
    assert (found.verdict, found.evidence, found.missing) == (
        verdict,
        () if evidence is None else (evidence,),
        missing,
    )


def test_a_code_of_another_part_of_the_spine_and_an_exact_temperature_are_cautioned() -> None:
    neck = replace(COURSE, diagnoses=(Diagnosis("joints", "M47.812"),))
    assert CODES.find(replace(a_case(), course=neck, requested=RIGHT)).caution == (
        "M47.812 names another part of the spine than these joints."
    )
    assert THERMAL.find(after(rfa_temperature=Decimal(80))).caution == (
        "Exactly 80 °C: wordings differ between this and more; check the policy."
    )


def test_rules_together_name_what_failed_and_what_each_lacks() -> None:
    case = replace(a_case(), course=replace(COURSE, fusion=None, usual_score=Decimal(1)))
    found = AllOf(("A", "B", "C"), (FIVE, PainScored(Decimal(6)), NotFused())).find(case)
    assert found.evidence == (Evidence("A and B not met"),)
    assert found.missing == ("what C lacks",)
    fine = replace(case, course=replace(COURSE, fusion=False))
    assert AllOf(("A", "C"), (FIVE, NotFused())).find(fine).evidence == (Evidence("A and C met"),)


def evidence_of(
    criterion: Criterion, change: Mapping[str, object]
) -> tuple[Sequence[Evidence], Sequence[str]]:
    last = replace(LAST, **change)  # type: ignore[arg-type] # fields by name
    found = criterion.find(replace(after(last), blocks=((a_block(), None),)))
    return found.evidence, found.missing


FIFTY, JANUARY = Decimal(50), date(2026, 1, 12)
NEAR = NoBlockAfterAblation(FIFTY, 2)


def test_the_last_ablation_is_told_with_its_relief_and_day() -> None:
    every: tuple[Criterion, ...] = (HELPED, PLAIN, RENEWED, NEAR)
    for criterion in every:
        assert evidence_of(criterion, {})[0] == (told(HELD, FIFTY, JANUARY),)
    possible = Evidence("possible from 12-Jul-2026")
    assert evidence_of(MonthsSinceAblation(6), {})[0] == (told(HELD, FIFTY, JANUARY), possible)
    bare = told("ablation of L4-5 and L5-S1, right on a day not recorded, 50 % relief", FIFTY)
    dated: tuple[Criterion, ...] = (RENEWED, MonthsSinceAblation(6), NEAR)
    for criterion in dated:
        undated = evidence_of(criterion, {"on": None})
        assert undated == ((bare,), ("date and joints of the earlier ablation",))


def test_both_sides_of_an_ablation_are_told() -> None:
    (both,) = evidence_of(PLAIN, {"sides": (Side.LEFT, Side.RIGHT)})[0]
    assert both.text.startswith("ablation of L4-5 and L5-S1, left and right on 12-Jan-2026, ")


def test_what_is_missing_of_the_last_ablation_is_named() -> None:
    nothing = {"on": None, "relief": None, "pain_back_on": None}
    assert evidence_of(HELPED, nothing)[1] == (
        "date and joints of the earlier ablation",
        "relief after the earlier ablation in percent",
        "the day on which the pain came back, or that it is not back",
        "improvement in movements or daily activities in percent",
    )
    still = {"pain_back_on": None, "not_back_on": date(2026, 3, 12)}
    assert evidence_of(PLAIN, still) == (
        (
            told(
                "ablation of L4-5 and L5-S1, right on 12-Jan-2026, 50 % relief, "
                "pain not back on 12-Mar-2026 (at least 2 months)",
                FIFTY,
                JANUARY,
            ),
        ),
        ("whether the pain came back after 12-Mar-2026, when it was not back",),
    )
    early = {"relief": Decimal(40), "pain_back_on": date(2026, 3, 12)}
    assert evidence_of(HELPED, early)[1] == ("improvement in movements or daily activities in percent",)
    assert evidence_of(NEAR, {"relief": None})[1] == ("relief after the earlier ablation in percent",)
    assert evidence_of(NEAR, {"joints": ()})[1] == ("date and joints of the earlier ablation",)
    assert evidence_of(NEAR, {"sides": (Side.LEFT,)})[0] == (told("no earlier ablation here"),)


def test_relief_that_goes_on_long_enough_counts_without_the_day_it_ended() -> None:
    for asked, verdict in ((date(2026, 7, 12), MET), (date(2026, 7, 11), UNKNOWN)):
        still = replace(LAST, pain_back_on=None, not_back_on=asked)
        assert PLAIN.find(after(still)).verdict is verdict


@every_row("criterion", ALL, ids=lambda each: type(each).__name__)
def test_without_an_ablation_it_is_said_whether_there_was_none(criterion: Criterion) -> None:
    block = ((a_block(), None),)
    for before, evidence, missing in (
        (None, (), ("whether these joints were ablated before",)),
        (True, (), ("date and joints of the earlier ablation",)),
        (False, (told("no earlier ablation here"),), ()),
    ):
        course = replace(COURSE, ablated_before=before)
        found = criterion.find(replace(after(), course=course, blocks=block))
        assert (found.evidence, found.missing) == (evidence, missing)


def test_after_an_old_ablation_the_blocks_since_are_told() -> None:
    found = RENEWED.find(after(OLD))
    assert found.evidence == (told(LONG_AGO, FIFTY, date(2023, 3, 1)),)
    assert found.caution == "More than 2 years ago: repeat the diagnostic blocks first."
    lost = RENEWED.find(replace(after(OLD), blocks=(done(1, NO_SCORES),)))
    assert [each.text for each in lost.evidence] == [
        LONG_AGO,
        "03-Nov-2026, lidocaine: relief not calculable; no score after the block",
    ]
    assert lost.missing == ("block of 03-Nov-2026: no score after the block",)
