"""Whether what was blocked, and its diagnosis, is where the complaint is."""

from dataclasses import replace

from mbb_desktop.clinical.anatomy import JointSide, Region, Side
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.complaint import against_complaint, diagnosis_elsewhere, joints_elsewhere
from mbb_desktop.clinical.course import Course, Diagnosis, Hardware, HardwareKind, Vertebrae
from tests.clinical.invented import BOTH, COURSE, RIGHT, a_block
from tests.every_row import every_row

LUMBAR_LEFT = replace(COURSE, pain_sides=(Side.LEFT,))
NECK = replace(COURSE, region=Region.CERVICAL)


def at(*joints: str) -> Block:
    return a_block(tuple(JointSide(joint, Side.LEFT) for joint in joints))


@every_row(
    ("block", "course", "words"),
    [
        (a_block(RIGHT), LUMBAR_LEFT, ("The complaint is on the left, the block on the right.",)),
        (a_block(BOTH), LUMBAR_LEFT, ()),
        (a_block(RIGHT), COURSE, ()),
        (
            a_block(RIGHT),
            replace(NECK, pain_sides=(Side.LEFT,)),
            (
                "The complaint is on the left, the block on the right.",
                "The complaint is cervical, the levels are lumbar.",
            ),
        ),
        (at("C7-T1"), NECK, ()),
        (at("C7-T1"), replace(COURSE, region=Region.THORACIC), ()),
        (at("C7-T1"), COURSE, ("The complaint is lumbar, the levels are cervical and thoracic.",)),
        (at("T12-L1"), COURSE, ()),
        (at("T11-12"), COURSE, ("The complaint is lumbar, the levels are thoracic.",)),
        (at("L4-5", "C5-6"), COURSE, ("The complaint is lumbar, but C5-6 is cervical.",)),
        (at("C2-3", "L2-3", "L3-4"), NECK, ("The complaint is cervical, but L2-3 and L3-4 are lumbar.",)),
        (at("C6-7", "C7-T1"), NECK, ()),
        (replace(at("C5-6"), joints=()), COURSE, ("The complaint is lumbar, the levels are cervical.",)),
        (replace(a_block(RIGHT), targets=()), LUMBAR_LEFT, ()),
    ],
)
def test_another_side_or_region_than_the_complaint_is_said(
    block: Block, course: Course, words: tuple[str, ...]
) -> None:
    assert against_complaint(block, course) == words


def test_a_sixth_lumbar_vertebra_is_lumbar() -> None:
    block = replace(a_block(RIGHT), joints=(JointSide("L5-6", Side.RIGHT),))
    assert against_complaint(block, NECK) == ("The complaint is cervical, the levels are lumbar.",)


def test_a_nerve_that_is_no_target_has_no_region() -> None:
    block = replace(a_block(RIGHT), joints=())
    strange = replace(block, targets=tuple(replace(each, nerve="S9 MB") for each in block.targets))
    assert against_complaint(strange, NECK) == ()
    assert diagnosis_elsewhere(replace(strange, diagnoses=(Diagnosis("", "M47.812"),))) == ""


@every_row(
    ("code", "elsewhere"),
    [
        ("M47.812", "M47.812"),
        (" m47.813 ", "M47.813"),
        ("M47.814", "M47.814"),
        ("M47.815", ""),
        ("M47.816", ""),
        ("M47.817", ""),
        ("M48.12", "M48.12"),
        ("M53.86", ""),
        ("M47.81", ""),
        ("M54.2", ""),
        ("G89.4", ""),
        ("", ""),
    ],
)
def test_a_code_of_another_region_is_named(code: str, elsewhere: str) -> None:
    before = replace(a_block(RIGHT), diagnoses=(Diagnosis("words", code),))
    after = replace(a_block(RIGHT), diagnoses_after=(Diagnosis("words", code),))
    assert (diagnosis_elsewhere(before), diagnosis_elsewhere(after)) == (elsewhere, elsewhere)


def test_a_border_code_fits_both_of_its_regions() -> None:
    thoracic = replace(at("T6-7"), diagnoses=(Diagnosis("", "M47.813"),))
    assert diagnosis_elsewhere(thoracic) == ""
    assert diagnosis_elsewhere(replace(thoracic, joints=(), targets=())) == ""


SACRALISED = Vertebrae.SACRALISED_L5
LAST_MOBILE = ("With a sacralised L5 the last mobile level is L4-5.",)


@every_row(
    ("block", "course", "words"),
    [
        (replace(a_block(RIGHT), vertebrae=SACRALISED), COURSE, LAST_MOBILE),
        (a_block(RIGHT), replace(COURSE, vertebrae=SACRALISED), LAST_MOBILE),
        (replace(a_block(RIGHT[:1]), vertebrae=SACRALISED), COURSE, ()),
        (replace(a_block(RIGHT), joints=(), vertebrae=SACRALISED), COURSE, LAST_MOBILE),
    ],
    ids=["block", "course", "above", "nerves alone"],
)
def test_with_a_sacralised_l5_its_joint_is_no_mobile_level(
    block: Block, course: Course, words: tuple[str, ...]
) -> None:
    assert against_complaint(block, course) == words


def test_a_fused_level_is_said_where_it_is_named_though_a_nerve_is_missing() -> None:
    half = replace(a_block(RIGHT), targets=a_block(RIGHT).targets[:1])
    fused = replace(COURSE, fusion=True, hardware=(Hardware(("L4-5",), HardwareKind.CAGE),))
    assert against_complaint(half, fused) == ("L4-5 is fused or carries hardware (cage at L4-5).",)


def test_a_joint_between_two_regions_belongs_to_both() -> None:
    names = ("C7-T1", "T12-L1", "L6-S1", "L5-S1", "C5-6")
    assert joints_elsewhere(names, Region.LUMBAR) == ("C7-T1", "C5-6")
    assert joints_elsewhere(names, Region.THORACIC) == ("L6-S1", "L5-S1", "C5-6")
