"""The coding preview of a recorded block, and diagnosis codes from the covered list."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    Drug,
    DrugUse,
    Fluoroscopy,
    Guidance,
    Purpose,
)
from mbb_desktop.clinical.coded_block import (
    copy_text,
    diagnosis_remarks,
    preview_of,
    preview_of_request,
    suggested_diagnoses,
    work_of,
)
from mbb_desktop.clinical.coding import Preview, Procedure, Work
from mbb_desktop.clinical.course import AblationMethod, Diagnosis, Vertebrae
from tests.clinical.invented import BOTH, COURSE, DAY, RIGHT, a_block
from tests.clinical.test_coding import BOOK, MEDICARE
from tests.every_row import every_row

SEEN = Fluoroscopy(Guidance.FLUOROSCOPY, seconds=42)
BLOCK = replace(a_block(BOTH), fluoroscopy=SEEN)


def found_for(block: Block) -> Preview:
    return preview_of(block, BOOK, MEDICARE)


def words(block: Block) -> list[str]:
    return [line.words for line in found_for(block).lines]


def test_a_bilateral_diagnostic_block() -> None:
    assert words(BLOCK) == ["64493-50-KX", "64494-50-KX"]


def test_a_joint_with_a_nerve_that_was_not_injected_is_no_level() -> None:
    block = replace(a_block(RIGHT), fluoroscopy=SEEN)
    dry = replace(block.targets[-1], not_injected=True)
    found = found_for(replace(block, targets=(*block.targets[:-1], dry)))
    assert [line.code for line in found.lines] == ["64493"]
    assert "Not fully blocked, not counted: L5-S1 right." in found.sentences


def test_steroid_takes_the_kx_away() -> None:
    block = replace(BLOCK, drugs=(*BLOCK.drugs, Drug(DrugUse.STEROID, "dexamethasone", amount=Decimal(4))))
    assert words(block) == ["64493-50", "64494-50"]
    assert "Steroid was injected: not a diagnostic block, so no KX." in found_for(block).sentences


def test_a_therapeutic_block_has_no_kx() -> None:
    assert words(replace(BLOCK, purpose=Purpose.THERAPEUTIC)) == ["64493-50", "64494-50"]


@every_row(
    ("seen", "guidance"),
    [
        (Fluoroscopy(), None),
        (Fluoroscopy(seconds=0), None),
        (Fluoroscopy(none_used=True), None),
        (Fluoroscopy(seconds=42), Guidance.FLUOROSCOPY),
        (Fluoroscopy(air_kerma=Decimal(12)), Guidance.FLUOROSCOPY),
        (Fluoroscopy(Guidance.CT), Guidance.CT),
        (Fluoroscopy(Guidance.ULTRASOUND, none_used=True), Guidance.ULTRASOUND),
    ],
)
def test_guidance_is_what_is_recorded(seen: Fluoroscopy, guidance: Guidance | None) -> None:
    assert work_of(replace(BLOCK, fluoroscopy=seen)).guidance is guidance


@every_row(
    "block",
    [
        replace(BLOCK, state=BlockState.PLANNED),
        replace(BLOCK, state=BlockState.DISCARDED),
        replace(BLOCK, state=BlockState.ENTERED_IN_ERROR),
        replace(BLOCK, reported_by="Invented Clinic"),
    ],
)
def test_what_was_not_done_here_has_no_line(block: Block) -> None:
    found = found_for(block)
    assert found.lines == ()
    assert found.sentences


UPPER = replace(
    a_block((JointSide("L2-3", Side.RIGHT), JointSide("L3-4", Side.RIGHT)), number=2), fluoroscopy=SEEN
)
LOWER = replace(a_block(RIGHT), fluoroscopy=SEEN)


def test_two_records_of_one_day_are_one_session() -> None:
    first = preview_of(LOWER, BOOK, MEDICARE, (UPPER, LOWER))
    assert [line.words for line in first.lines] == ["64493-KX", "64494-KX", "64495-KX"]
    assert first.level_count == 4
    assert "4 levels were treated; Medicare covers 2 in a session." in first.sentences
    second = preview_of(UPPER, BOOK, MEDICARE, (UPPER, LOWER))
    assert second.lines == ()
    assert "Another record of this day carries the lines of the session: none here." in second.sentences


def test_a_record_that_was_merged_into_the_patients_is_of_the_same_session() -> None:
    merged = replace(UPPER, patient_id=UUID(int=77))
    assert preview_of(LOWER, BOOK, MEDICARE, (merged,)) == preview_of(LOWER, BOOK, MEDICARE, (UPPER,))


def test_a_joint_completed_by_another_record_of_the_day_counts_once() -> None:
    one = replace(LOWER, joints=(), targets=LOWER.targets[:2])
    two = replace(UPPER, joints=(), targets=LOWER.targets[1:])
    found = preview_of(one, BOOK, MEDICARE, (two,))
    assert [line.words for line in found.lines] == ["64493-KX", "64494-KX"]


@every_row(
    ("change", "why"),
    [
        ({"state": BlockState.DRAFT}, "not all are signed"),
        ({"purpose": Purpose.THERAPEUTIC}, "with another purpose, guidance"),
        ({"fluoroscopy": Fluoroscopy()}, "with another purpose, guidance"),
    ],
    ids=["draft", "purpose", "guidance"],
)
def test_records_of_a_day_that_do_not_fit_together_have_no_line(change: dict[str, Any], why: str) -> None:
    other = replace(UPPER, **change)
    for own, its in ((LOWER, other), (other, LOWER)):
        found = preview_of(own, BOOK, MEDICARE, (its,))
        assert found.lines == ()
        assert any(why in sentence for sentence in found.sentences)


@every_row(
    "change",
    [
        {"performed_on": DAY + timedelta(days=1)},
        {"state": BlockState.PLANNED},
        {"state": BlockState.ENTERED_IN_ERROR},
        {"reported_by": "Invented Clinic"},
        {"joints": (), "targets": ()},
    ],
    ids=["day", "plan", "error", "elsewhere", "empty"],
)
def test_what_is_no_other_record_of_the_session_changes_nothing(change: dict[str, Any]) -> None:
    assert preview_of(LOWER, BOOK, MEDICARE, (replace(UPPER, **change),)) == found_for(LOWER)


def test_an_empty_record_of_the_day_never_carries_its_lines() -> None:
    empty = replace(UPPER, joints=(), targets=())
    assert preview_of(empty, BOOK, MEDICARE, (LOWER,)).lines == ()


def test_a_stopped_procedure_is_the_coders_question() -> None:
    assert any("stopped" in each for each in found_for(replace(BLOCK, stopped_because="vasovagal")).sentences)


def test_diagnoses_follow_the_region_of_each_joint() -> None:
    levels = (JointSide("L4-5", Side.LEFT), JointSide("L4-5", Side.RIGHT), JointSide("L5-S1", Side.LEFT))
    found = suggested_diagnoses(levels, BOOK)
    assert [(each.code, each.joints) for each in found[:2]] == [
        ("M47.816", ("L4-5",)),
        ("M47.817", ("L5-S1",)),
    ]
    assert {each.code for each in found} == {
        *("M47.816", "M47.817", "M47.896", "M47.897", "M48.16", "M48.17", "M53.86", "M53.87")
    }


def test_a_code_that_is_listed_for_cysts_alone_is_not_offered_for_an_ablation() -> None:
    codes = [each.code for each in suggested_diagnoses(RIGHT, BOOK, ablation=True)]
    assert "M47.816" in codes
    assert "M53.86" not in codes


@every_row(
    ("joint", "code"),
    [
        ("C2-3", "M47.812"),
        ("C7-T1", "M47.813"),
        ("T1-2", "M47.814"),
        ("T12-L1", "M47.815"),
        ("L1-2", "M47.816"),
        ("L5-S1", "M47.817"),
    ],
)
def test_the_digit_of_a_joint(joint: str, code: str) -> None:
    assert suggested_diagnoses((JointSide(joint, Side.LEFT),), BOOK)[0].code == code


def test_the_covered_list_has_24_codes() -> None:
    stems = [family.stem for family in BOOK.covered.families]
    assert sum(BOOK.lists(stem + digit) for stem in stems for digit in "0123456789") == 24


@every_row("code", ["M54.50", "M54.2", "M47.81", "M47.811", "M47.819", "M54.16"])
def test_a_code_that_is_not_on_the_list_is_said(code: str) -> None:
    (said,) = diagnosis_remarks((Diagnosis("back pain", code),), BOOK)
    assert said == f"{code} is not on the covered list read on 22-Nov-2026."


def test_listed_codes_and_words_without_a_code_need_no_remark() -> None:
    assert diagnosis_remarks((Diagnosis("a", "M47.816"), Diagnosis("back pain")), BOOK) == ()
    assert diagnosis_remarks((Diagnosis("a", "m47.816 "), Diagnosis("a", "  ")), BOOK) == ()
    assert len(diagnosis_remarks((), BOOK, radiculopathy=True)) == 1


def test_an_ablation_that_is_asked_for_names_its_conditions() -> None:
    found = preview_of_request(BOTH, DAY, BOOK, MEDICARE, COURSE)
    assert [line.words for line in found.lines] == ["64635-50", "64636-50"]
    assert "on condition of thermal ablation under fluoroscopy" in found.sentences[0]
    assert "two blocks" not in found.sentences[0], "some rule sets ask for one"


@every_row("method", [each for each in AblationMethod if each is not AblationMethod.THERMAL])
def test_an_ablation_that_is_not_thermal_gets_no_thermal_code(method: AblationMethod) -> None:
    found = preview_of_request(BOTH, DAY, BOOK, MEDICARE, replace(COURSE, rfa_method=method))
    assert found.lines == ()
    assert ("cooled" if method is AblationMethod.COOLED else "thermal") in found.sentences[-1]


def test_the_copy_says_that_it_is_a_preview_and_nothing_about_the_patient() -> None:
    text = copy_text(found_for(BLOCK), "03-Nov-2026")
    assert text.startswith("Coding preview, not a claim. 03-Nov-2026.")
    assert "64493-50-KX x1\tL4-5 left and L4-5 right" in text
    assert "EXAMPLE" not in text


@every_row(
    ("block", "levels", "sentence"),
    [
        (replace(BLOCK, state=BlockState.PLANNED), (), "Only a block that was done is coded."),
        (replace(LOWER, reported_by="Invented Clinic"), RIGHT, "Done elsewhere: not coded here."),
    ],
    ids=["plan", "elsewhere"],
)
def test_why_a_block_is_not_coded_is_the_only_sentence(
    block: Block, levels: tuple[JointSide, ...], sentence: str
) -> None:
    assert found_for(block) == Preview((), levels, (sentence,))


def test_a_record_that_carries_no_lines_still_says_its_levels() -> None:
    second = preview_of(UPPER, BOOK, MEDICARE, (LOWER,))
    assert second == Preview(
        (), UPPER.joints, ("Another record of this day carries the lines of the session: none here.",)
    )


def test_records_that_are_coded_together_say_how_many() -> None:
    together = "2 records of this day are coded together as one session; these lines stand here only."
    assert together in preview_of(LOWER, BOOK, MEDICARE, (UPPER,)).sentences
    assert not any("coded together" in each for each in found_for(LOWER).sentences)


def test_the_work_is_what_the_record_says() -> None:
    work = Work(
        Procedure.INJECTION, DAY, RIGHT, diagnostic=True, guidance=Guidance.FLUOROSCOPY, six_lumbar=False
    )
    assert work_of(LOWER) == work
    assert work_of(replace(LOWER, vertebrae=Vertebrae.SIX)).six_lumbar
    assert work_of(replace(LOWER, purpose=None)).diagnostic is None
    nerves = tuple(target.place for target in LOWER.targets)
    assert work_of(replace(LOWER, joints=())) == replace(work, nerves=nerves)
    dry = (replace(LOWER.targets[0], not_injected=True), *LOWER.targets[1:])
    assert work_of(replace(LOWER, joints=(), targets=dry)).nerves == nerves[1:]
    dose_only = Fluoroscopy(dap=Decimal(2))
    assert work_of(replace(LOWER, fluoroscopy=dose_only)).guidance is Guidance.FLUOROSCOPY


def test_nerves_of_two_records_make_one_joint() -> None:
    one = replace(LOWER, joints=(), targets=LOWER.targets[:1])
    two = replace(UPPER, joints=(), targets=LOWER.targets[1:2])
    assert [line.words for line in preview_of(one, BOOK, MEDICARE, (two,)).lines] == ["64493-KX"]
    assert found_for(one).lines == ()


def test_a_suggested_code_is_said_in_short_words_with_its_region() -> None:
    levels = (JointSide("L5-6", Side.LEFT), JointSide("L6-S1", Side.LEFT))
    found = suggested_diagnoses(levels, BOOK, six_lumbar=True)
    assert [(each.code, each.words, each.joints) for each in (*found[:2], *found[-2:])] == [
        ("M47.816", "facet wear without cord or root signs, lumbar", ("L5-6",)),
        ("M47.817", "facet wear without cord or root signs, lumbosacral", ("L6-S1",)),
        (
            "M53.86",
            "other named back disorder, lumbar; listed for a facet cyst, not for ablation",
            ("L5-6",),
        ),
        (
            "M53.87",
            "other named back disorder, lumbosacral; listed for a facet cyst, not for ablation",
            ("L6-S1",),
        ),
    ]


NOT_THERMAL = (
    "Only thermal ablation has these codes. Other kinds are reported as unlisted, 64999, "
    "which many payers do not cover."
)


@every_row(
    ("method", "sentence"),
    [
        (
            AblationMethod.COOLED,
            "No source that was read says which code a cooled ablation has: no code. Ask the payer.",
        ),
        (AblationMethod.PULSED, NOT_THERMAL),
    ],
    ids=lambda each: each.value if isinstance(each, AblationMethod) else "",
)
def test_why_an_ablation_has_no_code_is_said(method: AblationMethod, sentence: str) -> None:
    found = preview_of_request(RIGHT, DAY, BOOK, MEDICARE, replace(COURSE, rfa_method=method))
    assert (found.lines, found.sentences) == ((), (sentence,))


def test_a_request_knows_the_sixth_lumbar_vertebra_and_asks_nothing_without_joints() -> None:
    six = replace(COURSE, vertebrae=Vertebrae.SIX)
    found = preview_of_request((JointSide("L6-S1", Side.LEFT),), DAY, BOOK, MEDICARE, six)
    assert [line.code for line in found.lines] == ["64635"]
    none = preview_of_request((), DAY, BOOK, MEDICARE, COURSE)
    assert (none.lines, none.sentences) == ((), ("No facet joint was fully treated: no code.",))


def test_a_copy_that_was_written_anew_is_still_called_a_preview() -> None:
    assert copy_text(found_for(LOWER), "03-Nov-2026", " 64493-RT x1\n").splitlines() == [
        "Coding preview, not a claim. 03-Nov-2026.",
        "64493-RT x1",
    ]


def test_the_copy_has_a_line_for_each_sentence() -> None:
    lines = copy_text(found_for(LOWER), "03-Nov-2026").splitlines()
    assert lines[:3] == [
        "Coding preview, not a claim. 03-Nov-2026.",
        "64493-KX x1\tL4-5 right",
        "64494-KX x1\tL5-S1 right",
    ]
    assert tuple(lines[3:]) == found_for(LOWER).sentences
