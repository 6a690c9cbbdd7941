"""What the notes and responses of the blocks say: what is not recorded is missing, never met."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    Drug,
    DrugUse,
    Fluoroscopy,
    Guidance,
    SedationLevel,
    Target,
)
from mbb_desktop.clinical.criteria import Criterion, Evidence, Found, Verdict
from mbb_desktop.clinical.note_criteria import (
    GuidanceUsed,
    ImagesKept,
    JointsLeftOut,
    MovementsRegained,
    NotesSigned,
    OnlyAnesthetic,
    PurposeRecorded,
    ScoredByAnother,
    SedationLight,
    SingleScores,
    VolumePerNerve,
)
from mbb_desktop.clinical.response import Response
from tests.clinical.invented import BOTH, COURSE, DAY, LASTING_2_H, RIGHT, a_block, a_case, a_response
from tests.every_row import every_row

MET, NOT_MET, UNKNOWN, NOT_YET = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET
LIGHT = SedationLight(("none", "minimal"))
RESPONSE = a_response("8", LASTING_2_H)
OPERATOR, NURSE = UUID(int=4), UUID(int=5)
EACH: tuple[Criterion, ...] = (
    GuidanceUsed(("fluoroscopy", "CT")),
    ImagesKept(),
    LIGHT,
    OnlyAnesthetic(),
    VolumePerNerve(Decimal("0.5")),
    NotesSigned(),
    PurposeRecorded(),
    SingleScores(),
    MovementsRegained(),
    ScoredByAnother(),
    JointsLeftOut(("C2-3",)),
)


def found(criterion: Criterion, response: Response | None = None, **changes: object) -> Found:
    block: Block = replace(a_block(), **changes)  # type: ignore[arg-type] # fields by name
    return criterion.find(a_case((block, response)))


@every_row("criterion", EACH)
def test_without_a_block_it_is_not_yet(criterion: Criterion) -> None:
    assert criterion.find(a_case()).verdict is NOT_YET


@every_row(
    ("guidance", "verdict"),
    [
        (None, UNKNOWN),
        (Guidance.FLUOROSCOPY, MET),
        (Guidance.CT, MET),
        (Guidance.ULTRASOUND, NOT_MET),
        (Guidance.NONE, NOT_MET),
    ],
)
def test_guidance(guidance: Guidance | None, verdict: Verdict) -> None:
    assert found(EACH[0], fluoroscopy=Fluoroscopy(guidance)).verdict is verdict


@every_row(
    ("number", "where", "verdict"),
    [(None, "", UNKNOWN), (0, "", NOT_MET), (2, "", MET), (None, "PACS 4711", MET), (0, "PACS 4711", MET)],
)
def test_images(number: int | None, where: str, verdict: Verdict) -> None:
    seen = Fluoroscopy(images_saved=number, image_reference=where)
    assert found(ImagesKept(), fluoroscopy=seen).verdict is verdict


@every_row(
    ("level", "reason", "verdict"),
    [
        (None, "", UNKNOWN),
        (SedationLevel.NONE, "", MET),
        (SedationLevel.MINIMAL, "", MET),
        (SedationLevel.MODERATE, "", NOT_MET),
        (SedationLevel.MODERATE, "movement disorder.", MET),
    ],
)
def test_sedation(level: SedationLevel | None, reason: str, verdict: Verdict) -> None:
    result = found(LIGHT, sedation=level, sedation_reason=reason)
    assert result.verdict is verdict
    assert bool(result.caution) is bool(reason)


def test_a_sedative_beside_no_sedation_is_a_question() -> None:
    drugs = (*a_block().drugs, Drug(DrugUse.SEDATION, "midazolam"))
    assert found(LIGHT, drugs=drugs).verdict is UNKNOWN


def test_only_what_is_known_as_anesthetic() -> None:
    assert found(OnlyAnesthetic()).verdict is MET
    assert found(OnlyAnesthetic(), drugs=()).verdict is UNKNOWN
    ozone = found(OnlyAnesthetic(), drugs=(Drug(DrugUse.TARGET, "ozone"),))
    assert (ozone.verdict, ozone.missing) == (UNKNOWN, ("what ozone is: it is not among the anesthetics",))
    assert found(OnlyAnesthetic(), no_steroid=False).verdict is UNKNOWN


@every_row(("volume", "verdict"), [("0.5", MET), ("0.49", MET), ("0.51", NOT_MET), (None, UNKNOWN)])
def test_volume_is_exact(volume: str | None, verdict: Verdict) -> None:
    given = None if volume is None else Decimal(volume)
    targets = tuple(replace(each, volume=given) for each in a_block().targets)
    assert found(VolumePerNerve(Decimal("0.5")), targets=targets).verdict is verdict
    assert found(VolumePerNerve(Decimal("0.5")), targets=()).verdict is UNKNOWN


def at_most_half(**volumes: str | None) -> Found:
    """A block of L4-5 on both sides: mL at each nerve of a side."""
    block = a_block(BOTH[:1] + RIGHT[:1])
    given = {Side(name): None if ml is None else Decimal(ml) for name, ml in volumes.items()}
    targets = tuple(replace(each, volume=given[each.side]) for each in block.targets)
    return found(VolumePerNerve(Decimal("0.5")), targets=targets)


def test_each_side_of_a_nerve_has_its_own_volume() -> None:
    for sides in ({"left": "0.8", "right": "0.5"}, {"left": "0.5", "right": "0.8"}):
        assert at_most_half(**sides).verdict is NOT_MET
    for unknown in ({"left": None, "right": "0.5"}, {"left": "0.5", "right": None}):
        assert at_most_half(**unknown).verdict is UNKNOWN
    assert at_most_half(left=None, right="0.8").verdict is NOT_MET


def test_a_nerve_that_was_injected_twice_got_both_volumes() -> None:
    once = a_block().targets
    result = found(VolumePerNerve(Decimal("0.5")), targets=(*once, once[0]))
    assert result.verdict is NOT_MET
    assert result.evidence[0].text == "03-Nov-2026: at most 1 mL per nerve"


def test_three_points_of_the_third_occipital_nerve_are_one_nerve() -> None:
    ton = a_block((JointSide("C2-3", Side.RIGHT),), volume="0.9")
    result = VolumePerNerve(Decimal("0.5")).find(a_case((ton, None)))
    assert result.verdict is NOT_MET
    assert "three points" in result.caution


def test_signature_and_purpose() -> None:
    assert found(NotesSigned()).verdict is MET
    assert found(NotesSigned(), state=BlockState.DRAFT).verdict is NOT_YET
    assert found(PurposeRecorded()).verdict is MET
    assert found(PurposeRecorded(), purpose=None).verdict is UNKNOWN


def test_a_range_is_no_single_score() -> None:
    first, *rest = RESPONSE.readings
    ranged = replace(RESPONSE, readings=(replace(first, score_to=Decimal(9)), *rest))
    assert found(SingleScores(), RESPONSE).verdict is MET
    assert found(SingleScores(), ranged).verdict is NOT_MET
    assert found(SingleScores(), None).verdict is NOT_YET


def test_readings_without_any_score_are_no_single_numbers() -> None:
    lost = replace(RESPONSE, readings=tuple(replace(each, score=None) for each in RESPONSE.readings))
    result = found(SingleScores(), lost)
    assert (result.verdict, result.missing) == (UNKNOWN, ("scores after the block of 03-Nov-2026",))
    before = replace(lost, readings=(RESPONSE.readings[0], *lost.readings[1:]))
    assert found(SingleScores(), before).verdict is UNKNOWN
    one = replace(lost, readings=(*lost.readings[:-1], RESPONSE.readings[-1]))
    assert found(SingleScores(), one).verdict is MET


@every_row(
    ("tried", "regained", "verdict"),
    [((), (), UNKNOWN), (("bending",), (), NOT_MET), (("bending",), ("bending",), MET)],
)
def test_movements(tried: tuple[str, ...], regained: tuple[str, ...], verdict: Verdict) -> None:
    response = replace(RESPONSE, movements_tried=tried, movements_regained=regained)
    assert found(MovementsRegained(), response).verdict is verdict
    assert found(MovementsRegained(), replace(response, signed_at=None)).verdict is NOT_YET
    assert found(MovementsRegained(), None).verdict is NOT_YET


@every_row(
    ("operator", "scorer", "verdict"),
    [
        (OPERATOR, NURSE, MET),
        (OPERATOR, OPERATOR, NOT_MET),
        (OPERATOR, None, UNKNOWN),
        (None, NURSE, UNKNOWN),
    ],
)
def test_who_collected_the_scores(operator: UUID | None, scorer: UUID | None, verdict: Verdict) -> None:
    readings = tuple(replace(each, entered_by_id=scorer) for each in RESPONSE.readings)
    response = replace(RESPONSE, readings=readings)
    assert found(ScoredByAnother(), response, physician_id=operator).verdict is verdict
    assert found(ScoredByAnother(), None, physician_id=operator).verdict is NOT_YET


def test_joints_left_out_may_only_be_asked_for() -> None:
    assert found(JointsLeftOut(("C2-3", "L4-5"))).verdict is NOT_MET
    assert found(JointsLeftOut(("C2-3",))).verdict is MET
    case = replace(a_case(today=date(2026, 12, 1)), requested=RIGHT)
    assert JointsLeftOut(("L4-5",)).find(case).verdict is NOT_MET
    with pytest.raises(ValueError, match="'C9-10' is no joint"):
        JointsLeftOut(("C9-10",))


@every_row(
    ("criterion", "changes", "said", "number"),
    [
        (EACH[0], {"fluoroscopy": Fluoroscopy(Guidance.ULTRASOUND)}, "ultrasound", None),
        (EACH[0], {"fluoroscopy": Fluoroscopy(Guidance.NONE)}, "no image guidance", None),
        (EACH[1], {"fluoroscopy": Fluoroscopy(images_saved=2)}, "2 images kept", 2),
        (EACH[1], {"fluoroscopy": Fluoroscopy(images_saved=1)}, "1 image kept", 1),
        (EACH[1], {"fluoroscopy": Fluoroscopy(images_saved=0)}, "no image kept", None),
        (EACH[1], {"fluoroscopy": Fluoroscopy(image_reference="PACS 4711")}, "PACS 4711", None),
        (LIGHT, {"sedation": SedationLevel.MINIMAL}, "sedation minimal", None),
        (LIGHT, {"sedation": SedationLevel.DEEP}, "sedation deep or MAC", None),
        (EACH[3], {}, "lidocaine", None),
        (EACH[4], {}, "at most 0.5 mL per nerve", Decimal("0.5")),
        (EACH[5], {}, "signed", None),
        (EACH[6], {}, "diagnostic", None),
    ],
    ids=lambda each: each if isinstance(each, str) else "-",
)
def test_a_note_is_told_with_its_day_its_record_and_its_number(
    criterion: Criterion, changes: dict[str, object], said: str, number: Decimal | int | None
) -> None:
    block = a_block()
    (told,) = found(criterion, **changes).evidence  # type: ignore[arg-type] # fields by name
    assert told == Evidence(f"03-Nov-2026: {said}", block.id, number, block.performed_on)


@every_row(
    ("criterion", "changes", "missing"),
    [
        (EACH[0], {}, "guidance of the block of 03-Nov-2026"),
        (EACH[1], {}, "whether images of the block of 03-Nov-2026 are kept"),
        (LIGHT, {"sedation": None}, "sedation at the block of 03-Nov-2026"),
        (
            LIGHT,
            {"drugs": (*a_block().drugs, Drug(DrugUse.SEDATION, "midazolam"))},
            "sedation at the block of 03-Nov-2026",
        ),
        (EACH[3], {"drugs": ()}, "anesthetic of the block of 03-Nov-2026"),
        (EACH[3], {"no_steroid": False}, "whether steroid was injected on 03-Nov-2026"),
        (EACH[4], {"targets": ()}, "volume at each nerve on 03-Nov-2026"),
        (EACH[5], {"state": BlockState.DRAFT}, "note of the block of 03-Nov-2026, not signed"),
        (EACH[6], {"purpose": None}, "whether the block of 03-Nov-2026 was diagnostic"),
        (EACH[7], {}, "scores after the block of 03-Nov-2026"),
        (EACH[8], {}, "response of the block of 03-Nov-2026, not signed"),
        (EACH[9], {}, "scores after the block of 03-Nov-2026"),
    ],
    ids=lambda each: each if isinstance(each, str) else "-",
)
def test_what_a_note_lacks_is_named_with_its_day(
    criterion: Criterion, changes: dict[str, object], missing: str
) -> None:
    assert found(criterion, **changes).missing == (missing,)  # type: ignore[arg-type] # fields by name


def test_a_reason_for_sedation_is_told() -> None:
    reason = found(LIGHT, sedation=SedationLevel.MODERATE, sedation_reason="movement disorder.")
    assert reason.caution == "03-Nov-2026, the reason given: movement disorder."


def test_what_a_response_says_is_told_with_its_day_and_number() -> None:
    block, (first, second, *rest) = a_block(), RESPONSE.readings
    told: list[tuple[Criterion, Response, str, int | None]] = [
        (SingleScores(), RESPONSE, "single numbers", None),
        (
            SingleScores(),
            replace(RESPONSE, readings=(replace(first, score_to=Decimal(9)), second, *rest)),
            "1 score is a range",
            1,
        ),
        (
            SingleScores(),
            replace(
                RESPONSE,
                readings=(replace(first, score_to=Decimal(9)), replace(second, score_to=Decimal(9)), *rest),
            ),
            "2 scores are ranges",
            2,
        ),
        (
            MovementsRegained(),
            replace(RESPONSE, movements_tried=("bending", "turning")),
            "none of bending and turning",
            None,
        ),
        (
            MovementsRegained(),
            replace(RESPONSE, movements_tried=("bending",), movements_regained=("bending", "turning")),
            "bending and turning",
            None,
        ),
    ]
    for criterion, response, said, number in told:
        result = found(criterion, response)
        assert result.evidence == (Evidence(f"03-Nov-2026: {said}", block.id, number, block.performed_on),)
    nothing = replace(RESPONSE, movements_tried=(), movements_regained=())
    assert found(MovementsRegained(), nothing).missing == (
        "which painful movements were tried after the block of 03-Nov-2026",
    )


def test_who_scored_is_told() -> None:
    for scorer, said in (
        (OPERATOR, "scores were collected by the physician who did the block"),
        (NURSE, "scores were collected by somebody else"),
    ):
        response = replace(
            RESPONSE, readings=tuple(replace(each, entered_by_id=scorer) for each in RESPONSE.readings)
        )
        (told,) = found(ScoredByAnother(), response, physician_id=OPERATOR).evidence
        assert told.text == f"03-Nov-2026: {said}"
    unknown = found(ScoredByAnother(), RESPONSE, physician_id=OPERATOR)
    assert unknown.missing == ("who did the block of 03-Nov-2026 and who collected its scores",)


def test_the_joints_that_matter_are_told_and_counted() -> None:
    kept = found(JointsLeftOut(("C2-3",))).evidence[0]
    assert (kept.text, kept.number) == ("L4-5 right and L5-S1 right", 0)
    out = found(JointsLeftOut(("C2-3", "L4-5"))).evidence[0]
    assert (out.text, out.number) == ("L4-5 right", 1)


def test_too_much_at_the_third_occipital_nerve_alone_is_excused() -> None:
    ton = a_block((JointSide("C2-3", Side.RIGHT),), volume="0.9")
    told = (Evidence("03-Nov-2026: at most 0.9 mL per nerve", ton.id, Decimal("0.9"), DAY),)
    points = "03-Nov-2026: the third occipital nerve is injected at three points; its volume is their sum."
    for beside, caution in (("0.5", points), ("0.6", "")):
        more = Target("C4 MB", Side.RIGHT, volume=Decimal(beside))
        block = replace(ton, targets=(*ton.targets, more))
        found_ = VolumePerNerve(Decimal("0.5")).find(a_case((block, None)))
        assert found_ == Found(NOT_MET, told, caution=caution)


def test_more_sedation_with_a_reason_is_met_and_told() -> None:
    result = found(LIGHT, sedation=SedationLevel.MODERATE, sedation_reason="panic in the BOX.")
    told = Evidence("03-Nov-2026: sedation moderate", a_block().id, None, DAY)
    assert result == Found(MET, (told,), caution="03-Nov-2026, the reason given: panic in the BOX.")


def test_planned_joints_of_a_block_without_needles_are_left_out_too() -> None:
    block = replace(a_block(), joints=(), targets=(), planned_joints=RIGHT)
    assert JointsLeftOut(("L4-5",)).find(a_case((block, None))) == Found(
        NOT_MET, (Evidence("L4-5 right", COURSE.id, 1),)
    )


@every_row(
    ("criterion", "words", "refusal"),
    [
        (GuidanceUsed, ("x", "y"), "'x' is no guidance. Known are: fluoroscopy, CT, ultrasound, none."),
        (GuidanceUsed, (), "no guidance is named."),
        (SedationLight, ("x",), "'x' is no sedation. Known are: none, minimal, moderate, deep or MAC."),
        (SedationLight, (), "no sedation is named."),
        (JointsLeftOut, (), "no joint is named."),
    ],
)
def test_what_a_rule_cannot_ask_for_is_refused_in_words(
    criterion: Callable[[tuple[str, ...]], Criterion], words: tuple[str, ...], refusal: str
) -> None:
    with pytest.raises(ValueError, match="is n") as refused:
        criterion(words)
    assert str(refused.value) == refusal
