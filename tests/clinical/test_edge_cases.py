"""Unusual patients and days that a careful clinician asks about, each as one named fact."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import pytest

from mbb_desktop.clinical.anatomy import (
    CoverageRegion,
    JointSide,
    NerveSide,
    Region,
    Side,
    coverage_region,
    nerves_of,
    targets_of,
)
from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    ConsentKind,
    Drug,
    DrugUse,
    Fluoroscopy,
    Guidance,
    Purpose,
    SedationLevel,
)
from mbb_desktop.clinical.block_criteria import confirmed
from mbb_desktop.clinical.charting import Author
from mbb_desktop.clinical.checks import blocking, problems, with_reasons_for
from mbb_desktop.clinical.coded_block import preview_of
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.dose_concerns import dose_concerns
from mbb_desktop.clinical.doses import dose_lines
from mbb_desktop.clinical.levels import Levels, Question, Refusal, read_levels
from mbb_desktop.clinical.measures import Lasted, measure
from mbb_desktop.clinical.merge import merged
from mbb_desktop.clinical.pairs import PairVerdict, compare
from mbb_desktop.clinical.people import PREGNANT, Allergy, AllergyKind, AllergyState
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.relief_words import say_best
from mbb_desktop.clinical.response import (
    BEFORE,
    Channel,
    Conclusion,
    Medicine,
    MedicineKind,
    Mode,
    Reading,
    Response,
    Series,
    show_percent,
)
from mbb_desktop.clinical.rules import judge, read_rule_sets
from mbb_desktop.clinical.scoring import BadScore, Scored, with_score
from mbb_desktop.clinical.standings import Standing, assessed_tests, diagnostic_blocks
from mbb_desktop.clinical.standings import tests_at as found_at
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, SeriesResult, assess
from tests.clinical.invented import (
    AGENTS,
    BOTH,
    BUPIVACAINE,
    DAY,
    EIGHTY,
    FORMULARY,
    LASTING_2_H,
    LASTING_6_H,
    LEFT,
    LIDOCAINE,
    NO_RELIEF,
    NO_SCORES,
    RESOURCES,
    RIGHT,
    TWICE,
    a_block,
    a_case,
    a_response,
    done,
    two_blocks,
    with_series,
)
from tests.clinical.test_charting import NOW
from tests.clinical.test_checks import PATIENT as CHECKED
from tests.clinical.test_checks import complete
from tests.clinical.test_coding import BOOK, MEDICARE, UNKNOWN_PAYER
from tests.every_row import every_row

MEDICARE_RULES = next(each for each in read_rule_sets(RESOURCES / "rules") if each.id == "US-MEDICARE-FACET")
NURSE = Author(UUID(int=9), "M. Diaz, RN", datetime(2026, 11, 4, 10, 0, tzinfo=UTC))


def judged(block: Block, response: Response | None) -> Assessed:
    return assess(block, response, EIGHTY, AGENTS)


def overall(block: Block, response: Response) -> SeriesResult:
    result = judged(block, response).overall
    assert result is not None
    return result


def said_at_signing(block: Block, **patient: object) -> list[str]:
    person = replace(CHECKED, **patient)  # type: ignore[arg-type]  # one fact of the patient
    return [each.sentence for each in problems(block, person, NOW, FORMULARY)]


def test_a_sixth_lumbar_vertebra_is_named_only_once_it_is_recorded() -> None:
    assert nerves_of(["L6-S1"], six_lumbar=True) == ("L5 MB", "L6 DR")
    with pytest.raises(KeyError):
        nerves_of(["L6-S1"])
    read = read_levels("L5-6 L6-S1 r", region=Region.LUMBAR, six_lumbar=True)
    assert isinstance(read, Levels)
    assert [each.joint for each in read.joints] == ["L5-6", "L6-S1"]
    assert isinstance(read_levels("L6-S1 r", region=Region.LUMBAR), Refusal)


def test_each_side_keeps_its_own_volume_and_agent() -> None:
    block = a_block(BOTH, (LIDOCAINE, replace(BUPIVACAINE, syringe=2)))
    targets = tuple(
        replace(t, syringe=2, volume=Decimal("0.3")) if t.side is Side.RIGHT else t for t in block.targets
    )
    block = replace(block, targets=targets)
    assert [line.milligrams for line in dose_lines(block, None, AGENTS)] == [30, Fraction(9, 2)]
    response = with_series(a_response("8", LASTING_2_H, series=Series.LEFT), Series.RIGHT, "8", LASTING_6_H)
    sides = {each.series: each.measures for each in judged(block, response).series}
    windows = {series: own.window.words for series, own in sides.items() if own.window is not None}
    assert windows == {Series.LEFT: "1 to 4 h", Series.RIGHT: "3 to 8 h"}


def test_a_nerve_of_two_joints_takes_one_needle_and_one_volume() -> None:
    assert len(targets_of(RIGHT)) == 3
    (line,) = dose_lines(a_block(RIGHT), None, AGENTS)
    assert line.parts[0].volume == Fraction(3, 2)


def test_a_stopped_block_counts_only_the_joints_that_were_reached() -> None:
    block = a_block(RIGHT)
    dry = tuple(replace(t, not_injected=True) if t.nerve == "L5 DR" else t for t in block.targets)
    stopped = replace(block, targets=dry, stopped_because="vasovagal reaction")
    assert joints_blocked(stopped) == (JointSide("L4-5", Side.RIGHT),)
    cautions = judged(stopped, a_response("8", LASTING_2_H)).cautions
    assert "Not fully blocked: L5-S1 right." in cautions
    assert "The procedure was stopped: vasovagal reaction." in cautions


def test_a_stopped_block_counts_only_after_the_physicians_own_signed_conclusion() -> None:
    block = replace(a_block(RIGHT), stopped_because="pain")
    unsigned = replace(a_response("8", LASTING_2_H), signed_at=None)
    refused = replace(a_response("8", LASTING_2_H), conclusion=Conclusion.NOT_ASSESSABLE)
    for response, expected in ((unsigned, [Standing.PENDING]), (refused, [])):
        case = a_case((block, response))
        found = found_at(case, RIGHT[0], assessed_tests(case, EIGHTY))
        assert [each.standing for each in found] == expected


def test_a_record_entered_in_error_no_longer_counts() -> None:
    (first, one), (second, two) = two_blocks()
    assert confirmed(a_case((first, one), (second, two)), TWICE) == RIGHT
    wrong = replace(first, state=BlockState.ENTERED_IN_ERROR)
    assert confirmed(a_case((wrong, one), (second, two)), TWICE) == ()


def test_no_contrast_because_of_an_allergy_keeps_nobody_from_signing() -> None:
    block = complete()
    without = replace(
        block,
        no_contrast=True,
        no_contrast_reason="contrast allergy",
        targets=tuple(replace(t, contrast=None, contrast_pattern=None) for t in block.targets),
        drugs=tuple(d for d in block.drugs if d.use is not DrugUse.CONTRAST),
    )
    allergic = (Allergy(AllergyKind.CONTRAST, "iohexol", "hives"),)
    patient = replace(CHECKED, allergy_state=AllergyState.LISTED, allergies=allergic)
    assert blocking(problems(without, patient, NOW, FORMULARY)) == ()


def test_iodine_for_somebody_allergic_to_it_needs_a_reason() -> None:
    iohexol = Drug(DrugUse.CONTRAST, "iohexol", Decimal(240))
    block = replace(complete(), drugs=(*complete().drugs, iohexol))
    allergic = (Allergy(AllergyKind.CONTRAST, "iohexol", "hives"),)
    patient = replace(CHECKED, allergy_state=AllergyState.LISTED, allergies=allergic)
    assert blocking(problems(block, patient, NOW, FORMULARY))
    reasoned = with_reasons_for(block, replace(block, allergy_reason="premedicated"), patient, FORMULARY, ())
    assert blocking(problems(reasoned, patient, NOW, FORMULARY)) == ()


def test_a_pregnant_patients_block_is_not_signed_without_a_reason() -> None:
    pregnant = replace(CHECKED, pregnancy=PREGNANT)
    assert [each.path for each in blocking(problems(complete(), pregnant, NOW, FORMULARY))] == [
        "pregnancy_reason"
    ]
    reasoned = replace(complete(), pregnancy_reason="decided together, shielded")
    assert blocking(problems(reasoned, pregnant, NOW, FORMULARY)) == ()


def test_a_pregnant_patient_is_pointed_out_before_signing() -> None:
    assert any("recorded as pregnant" in said for said in said_at_signing(complete(), pregnancy=PREGNANT))
    assert not any("pregnant" in said for said in said_at_signing(complete(), pregnancy="not pregnant"))


def test_a_block_done_elsewhere_without_agent_is_unknown_and_not_ours_to_code() -> None:
    reported = replace(
        a_block(RIGHT, ()), targets=(), reported_by="Invented Clinic", needle_out=None, drugs=()
    )
    response = a_response("8", LASTING_2_H)
    case = a_case((reported, response))
    (found,) = found_at(case, RIGHT[0], assessed_tests(case, EIGHTY))
    assert found.standing is Standing.UNKNOWN
    assert "Reported by Invented Clinic, not observed here." in found.assessed.cautions
    assert preview_of(reported, BOOK, MEDICARE).lines == ()


def test_an_answer_by_telephone_does_not_replace_the_paper_diary() -> None:
    block, empty = a_block(), replace(a_response(None, ""), readings=())
    diary = Scored(Series.OVERALL, 60, Decimal(2), Mode.PAPER_DIARY)
    by_phone = replace(diary, score=Decimal(5), mode=Mode.RECALL, channel=Channel.TELEPHONE)
    response = with_score(empty, block, diary, NURSE)
    with pytest.raises(BadScore, match="paper diary"):
        with_score(response, block, by_phone, NURSE)
    assert with_score(response, block, replace(diary, score=Decimal(3)), NURSE).readings[0].score == 3
    elsewhere = with_score(response, block, replace(by_phone, slot=120), NURSE)
    assert [(r.slot, r.mode, r.channel) for r in elsewhere.readings] == [
        (60, Mode.PAPER_DIARY, Channel.IN_PERSON),
        (120, Mode.RECALL, Channel.TELEPHONE),
    ]


def test_a_lost_diary_is_insufficient_and_the_stated_relief_stays_beside_it() -> None:
    result = overall(a_block(), a_response("8", NO_SCORES, stated="90"))
    assert result.verdict is BlockVerdict.INSUFFICIENT
    assert result.measures.stated == 90
    assert result.measures.best is None


@every_row(("before", "verdict"), [("0", BlockVerdict.NOT_ASSESSABLE), ("2", BlockVerdict.POSITIVE)])
def test_no_pain_is_not_assessable_and_little_pain_is_a_caution(before: str, verdict: BlockVerdict) -> None:
    result = overall(a_block(), a_response(before, "0 0 0 0 2 2 2 2 2 2 2 2"))
    assert result.verdict is verdict
    assert any("a single point decides" in each for each in result.cautions) is (before == "2")


def test_pain_that_returns_worse_stays_negative() -> None:
    result = overall(a_block(), a_response("5", "8 8 8 8 8 8 8 8 8 8 8 8"))
    assert result.measures.best == -60
    assert show_percent(Fraction(-60)) in say_best(result.measures)


def test_relief_that_outlasts_the_agent_is_positive_and_said() -> None:
    result = overall(a_block(), a_response("8", "1 1 1 1 1 1 1 1 1 1 1 1"))
    assert (result.verdict, result.measures.lasted) == (BlockVerdict.POSITIVE, Lasted.PROLONGED)
    assert result.title == "Positive, prolonged relief"


@every_row(
    ("kind", "sedation", "confounded"),
    [
        (MedicineKind.RESCUE, SedationLevel.NONE, True),
        (MedicineKind.SEDATIVE, SedationLevel.NONE, True),
        (MedicineKind.USUAL, SedationLevel.NONE, False),
        (MedicineKind.USUAL, SedationLevel.MODERATE, True),
    ],
)
def test_an_opioid_or_sedation_flags_the_result_and_leaves_its_verdict(
    kind: MedicineKind, sedation: SedationLevel, confounded: bool
) -> None:
    taken = Medicine("oxycodone", kind, datetime(2026, 11, 3, 10, 45, tzinfo=UTC))
    response = replace(a_response("8", LASTING_2_H), medicines=(taken,), no_other_medicine=False)
    result = overall(replace(a_block(), sedation=sedation), response)
    assert (result.verdict, result.confounded) == (BlockVerdict.POSITIVE, confounded)


def test_another_physician_or_guidance_at_the_second_block_is_allowed_and_said() -> None:
    (first, one), (second, two) = two_blocks()
    ct, x_ray = Fluoroscopy(Guidance.CT), Fluoroscopy(Guidance.FLUOROSCOPY)
    first = replace(first, physician_id=UUID(int=31), fluoroscopy=x_ray)
    second = replace(second, physician_id=UUID(int=32), fluoroscopy=ct)
    compared = compare(judged(first, one), judged(second, two))
    assert {row.verdict for row in compared.rows} == {PairVerdict.CONCORDANT}
    assert "Different physicians performed the blocks." in compared.cautions
    assert "The blocks were guided in different ways: fluoroscopy and CT." in compared.cautions


def test_nothing_is_said_about_physicians_that_are_not_recorded() -> None:
    (first, one), (second, two) = two_blocks()
    cautions = compare(judged(replace(first, physician_id=UUID(int=31)), one), judged(second, two)).cautions
    assert not any("physicians" in caution for caution in cautions)


def test_the_same_agent_twice_confirms_but_compares_nothing() -> None:
    first, second = done(1, LASTING_2_H), done(2, LASTING_2_H)
    (verdict,) = {row.verdict for row in compare(judged(*first), judged(*second)).rows}
    assert verdict is PairVerdict.SAME_AGENT
    assert confirmed(a_case(first, second), TWICE) == RIGHT


@every_row(("days", "verdict"), [(13, Verdict.NOT_MET), (14, Verdict.MET)])
def test_thirteen_days_are_not_fourteen(days: int, verdict: Verdict) -> None:
    judgement = judge(MEDICARE_RULES, a_case(*two_blocks(days)))
    assert judgement.finding("DX-3").verdict is verdict


def test_only_the_side_that_was_positive_twice_may_be_asked_for() -> None:
    def of_both(number: int, drug: Drug, left: str) -> tuple[Block, Response]:
        on = DAY + timedelta(days=20 * (number - 1))
        response = a_response("8", left, on=on, series=Series.LEFT)
        response = with_series(response, Series.RIGHT, "8", NO_RELIEF, on)
        return a_block(BOTH, (drug,), on=on, number=number), response

    case = a_case(of_both(1, LIDOCAINE, LASTING_2_H), of_both(2, BUPIVACAINE, LASTING_6_H))
    assert confirmed(case, TWICE) == LEFT


def test_a_third_block_stands_in_for_one_that_was_not_assessable() -> None:
    painless = done(1, LASTING_2_H, before="0")
    second, third = done(2, LASTING_2_H), done(3, LASTING_6_H, drug=BUPIVACAINE)
    assert confirmed(a_case(painless, second), TWICE) == ()
    assert confirmed(a_case(painless, second, third), TWICE) == RIGHT


def test_the_third_occipital_nerve_is_one_nerve_and_one_level() -> None:
    block = replace(a_block((JointSide("C2-3", Side.LEFT),)), fluoroscopy=Fluoroscopy(Guidance.FLUOROSCOPY))
    assert [target.place for target in block.targets] == [NerveSide("TON", Side.LEFT)]
    assert preview_of(block, BOOK, MEDICARE).level_count == 1


@every_row(
    ("born", "given_by", "asked"),
    [
        (date(2008, 11, 24), "", False),
        (date(2008, 11, 25), "", True),
        (date(2008, 11, 25), "mother, R. Example", False),
    ],
)
def test_the_consent_of_a_minor_names_who_gave_it(born: date, given_by: str, asked: bool) -> None:
    block = complete()
    consent = replace(block.consent, kind=ConsentKind.WRITTEN, given_by=given_by)
    said = said_at_signing(replace(block, consent=consent), born=born)
    assert ("The patient is 17 years old. Record who gave the consent." in said) is asked


@every_row(
    ("volume", "strength", "words"),
    [("0.5", "50", "did you mean 0.5 %?"), ("5", "5", "did you mean 0.5 mL?"), ("0.5", "5", "")],
)
def test_a_slipped_unit_is_asked_about_and_the_milligrams_are_there(
    volume: str, strength: str, words: str
) -> None:
    block = a_block(RIGHT, (replace(BUPIVACAINE, strength=Decimal(strength)),), volume=volume)
    said = [each.text for each in dose_concerns(block, Decimal(72), FORMULARY)]
    assert any("did you mean" in text for text in said) is bool(words)
    assert any(words in text for text in said) or not words
    assert dose_lines(block, Decimal(72), AGENTS)[0].milligrams > 0


def test_elapsed_minutes_are_the_truth_when_the_clock_is_set_back() -> None:
    summer, winter = timezone(timedelta(hours=-4)), timezone(timedelta(hours=-5))
    out = datetime(2026, 11, 1, 0, 30, tzinfo=summer)
    before = Reading(Series.OVERALL, BEFORE, out, Decimal(8))
    after = Reading(Series.OVERALL, 120, datetime(2026, 11, 1, 1, 30, tzinfo=winter), Decimal(1))
    response = replace(a_response(None, ""), readings=(before, after))
    (given,) = measure(response, Series.OVERALL, out, EIGHTY, None).given
    assert given.minutes == 120


def test_elapsed_minutes_go_on_over_midnight() -> None:
    out = datetime(2026, 11, 3, 22, 30, tzinfo=UTC)
    before = Reading(Series.OVERALL, BEFORE, out, Decimal(8))
    after = Reading(Series.OVERALL, 240, datetime(2026, 11, 4, 2, 30, tzinfo=UTC), Decimal(1))
    response = replace(a_response(None, ""), readings=(before, after))
    assert measure(response, Series.OVERALL, out, EIGHTY, None).given[0].minutes == 240


def test_three_levels_where_the_payer_covers_two_are_shown_with_what_is_not_covered() -> None:
    three = tuple(JointSide(joint, Side.RIGHT) for joint in ("L3-4", "L4-5", "L5-S1"))
    block = replace(a_block(three), fluoroscopy=Fluoroscopy(Guidance.FLUOROSCOPY))
    assert [line.covered for line in preview_of(block, BOOK, MEDICARE).lines] == [None, None, False]
    assert [line.covered for line in preview_of(block, BOOK, UNKNOWN_PAYER).lines] == [None, None, None]


def test_two_regions_are_counted_apart() -> None:
    assert coverage_region("C5-6") is CoverageRegion.CERVICAL_THORACIC
    assert coverage_region("L4-5") is CoverageRegion.LUMBAR_SACRAL
    assert coverage_region("T12-L1", ["T12-L1", "L1-2"]) is CoverageRegion.LUMBAR_SACRAL


def test_images_that_nobody_recorded_are_not_none_and_keep_nobody_from_signing() -> None:
    block = complete()
    lost = replace(block, fluoroscopy=replace(block.fluoroscopy, images_saved=None))
    assert lost.fluoroscopy.images_saved is None
    assert blocking(problems(lost, CHECKED, NOW, FORMULARY)) == ()


def test_two_workstations_lose_nothing_of_one_encounter() -> None:
    base = a_block()
    mine, theirs = replace(base, plan="mine"), replace(base, plan="theirs", room="2")
    joined, collisions = merged(base, mine, theirs)
    assert (joined.plan, joined.room) == ("theirs", "2")
    assert [(each.field, each.mine, each.theirs) for each in collisions] == [("plan", "mine", "theirs")]


@every_row("state", [BlockState.PLANNED, BlockState.DISCARDED])
def test_a_block_that_never_took_place_does_not_count(state: BlockState) -> None:
    case = a_case((replace(a_block(), state=state), None))
    assert diagnostic_blocks(case) == ()


def test_a_changed_rule_set_leaves_the_earlier_judgement_as_it_was() -> None:
    case = a_case(*two_blocks())
    before = judge(MEDICARE_RULES, case)
    newer = replace(MEDICARE_RULES, version="2027-01", sha256="0" * 64)
    after = judge(newer, replace(case, today=date(2027, 1, 2)))
    assert (before.version, before.on) == ("2026-05", case.today)
    assert (after.version, after.on, after.sha256) == ("2027-01", date(2027, 1, 2), "0" * 64)


def test_steroid_makes_a_block_no_test() -> None:
    block = replace(a_block(), drugs=(LIDOCAINE, Drug(DrugUse.STEROID, "dexamethasone")))
    assert diagnostic_blocks(a_case((block, None))) == ()
    assert diagnostic_blocks(a_case((replace(a_block(), purpose=Purpose.THERAPEUTIC), None))) == ()


def test_loose_tokens_are_asked_about_and_never_guessed() -> None:
    assert isinstance(read_levels("L3 L4 L5 r", region=Region.LUMBAR), Question)
