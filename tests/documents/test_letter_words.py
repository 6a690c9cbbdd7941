"""A referral letter gives measured results and every criterion, and names what the record does not hold."""

from dataclasses import replace

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.course import Hardware, HardwareKind, Vertebrae
from mbb_desktop.clinical.criteria import SETTLED, Verdict
from mbb_desktop.clinical.people import CorrespondentKind
from mbb_desktop.clinical.response import Conclusion
from mbb_desktop.clinical.rules import judge
from mbb_desktop.documents.letter_facts import LetterFacts
from mbb_desktop.documents.letter_words import letter
from mbb_desktop.documents.wording import Mark, plain_text
from tests.documents.example_courses import FIRST, LETTER, RULES, VANCE, case
from tests.documents.examples import COURSE, JOINTS, MARSH


def opening(facts: LetterFacts) -> str:
    return " ".join(each.text for each in letter(facts).opening).replace("\u00a0", " ")


def last(facts: LetterFacts, title: str) -> str:
    return " ".join(s.text for s in letter(facts).last if s.title == title).replace("\u00a0", " ")


def test_the_subject_names_the_patient_the_joints_and_the_side() -> None:
    assert (
        plain_text(letter(LETTER).subject)
        == "Re: Eleanor Marsh. Radiofrequency ablation, bilateral L4-5 and L5-S1"
    )
    right = replace(LETTER, requested=(JointSide("L4-5", Side.RIGHT),))
    assert plain_text(letter(right).subject).endswith("right L4-5")
    assert [run.text for run in letter(right).subject if run.mark is Mark.RIGHT] == ["right"]


def test_nerves_codes_and_levels_follow_the_request() -> None:
    assert plain_text(letter(LETTER).nerves) == (
        "Nerves: L3 medial branch, L4 medial branch, L5 dorsal ramus, left and right. "
        "ICD-10-CM: M47.816, M47.817. Levels: 2."
    )
    mixed = replace(LETTER, requested=(JointSide("L4-5", Side.LEFT), JointSide("L5-S1", Side.RIGHT)))
    assert plain_text(letter(mixed).nerves).startswith(
        "Nerves: L3 medial branch, left; L4 medial branch, left and right; L5 dorsal ramus, right."
    )


def test_nothing_is_asked_for_when_nothing_is_confirmed() -> None:
    none = replace(LETTER, requested=())
    assert plain_text(letter(none).subject).endswith("joints to be agreed")
    assert "joints and sides requested" in letter(none).not_in_record
    assert "Assessment for" not in last(none, "Request")


@pytest.mark.parametrize(
    ("credentials", "kind", "greeting"),
    [
        ("MD", CorrespondentKind.RFA_PROVIDER, "Dear Dr. Vance,"),
        ("NP", CorrespondentKind.RFA_PROVIDER, "Dear R. Vance,"),
        ("MD", CorrespondentKind.PAYER, "To whom it may concern,"),
    ],
)
def test_nobody_is_given_a_title_that_is_not_known(
    credentials: str, kind: CorrespondentKind, greeting: str
) -> None:
    to = replace(VANCE, credentials=credentials, kind=kind)
    assert letter(replace(LETTER, recipient=to)).greeting == greeting


def test_the_patient_is_named_in_full_without_a_guessed_title() -> None:
    assert "I refer Eleanor Marsh, 65 years, for your assessment" in opening(LETTER)
    assert " Ms" not in opening(LETTER)


def test_two_blocks_and_one_are_told_in_their_own_grammar() -> None:
    assert (
        "Two diagnostic medial branch blocks were done 28 days apart at the same joints and sides; the"
        in opening(LETTER)
    )
    one = replace(LETTER, blocks=LETTER.blocks[:1], compared=None)
    assert (
        "One diagnostic medial branch block was done on 27-Oct-2026; the measured result follows."
        in opening(one)
    )
    assert "blocks" not in opening(replace(LETTER, blocks=(), compared=None))


def test_different_places_are_not_called_the_same() -> None:
    other = replace(FIRST, block=replace(FIRST.block, joints=JOINTS[:1]))
    moved = replace(LETTER, blocks=(replace(LETTER.blocks[0], assessed=other), LETTER.blocks[1]))
    assert "same joints" not in opening(moved)


def test_a_joint_whose_nerve_was_not_injected_is_not_the_same_place() -> None:
    last = replace(FIRST.block.targets[-1], not_injected=True)
    partly = replace(FIRST, block=replace(FIRST.block, targets=(*FIRST.block.targets[:-1], last)))
    part = replace(LETTER, blocks=(replace(LETTER.blocks[0], assessed=partly), LETTER.blocks[1]))
    assert "same joints" not in opening(part)


def test_facts_that_nobody_recorded_are_left_out_of_the_sentences_and_listed() -> None:
    bare = replace(
        LETTER,
        course=replace(COURSE, pain_area="", began_on=None, usual_score=None, provoked_by="", limits="",
                       radiculopathy=None, claudication=None, exam="", imaging=(), conservative_care=()),
        patient=replace(MARSH, phone="", address="", member_id="", implanted_device=None),
    )  # fmt: skip
    text = opening(bare)
    assert "pain" not in text
    assert "radiculopathy" not in text
    missing = letter(bare).not_in_record
    for gap in ("index pain", "exam", "imaging", "conservative care", "radiculopathy", "member id",
                "implanted electrical device", "when the pain began"):  # fmt: skip
        assert gap in missing


def test_what_is_missing_is_dated() -> None:
    assert letter(LETTER).not_in_record_title == "Not in our record on 25-Nov-2026:"
    assert "earlier ablation" in letter(LETTER).not_in_record


def test_all_criteria_are_printed_not_a_selection() -> None:
    said = letter(LETTER)
    rows, short = [row.rule for row in said.criteria], plain_text(said.also_met).replace("\u00a0", " ")
    for rule in RULES.rules:
        assert (rule.id in rows) is not (f"{rule.id} {rule.title}" in short.replace("\u00a0", " ")), rule.id
    assert all(row.verdict is Verdict.MET for row in said.criteria if row.rule in short)


def test_a_rule_that_is_not_met_is_never_only_named() -> None:
    nothing = replace(LETTER, judgement=judge(RULES, replace(case(), course=replace(COURSE, axial=None))))
    named = plain_text(letter(nothing).also_met)
    open_ones = [f.rule_id for f in nothing.judgement.findings if f.verdict not in SETTLED]
    assert open_ones
    assert not [rule for rule in open_ones if f"{rule} " in named]


def test_an_unknown_criterion_never_looks_met() -> None:
    unknown = replace(LETTER, judgement=judge(RULES, replace(case(), course=replace(COURSE, axial=None))))
    rows = [row for row in letter(unknown).criteria if row.verdict is Verdict.UNKNOWN]
    assert rows
    assert all(row.said.startswith("Not in our record on 25-Nov-2026") for row in rows)
    count = plain_text(letter(unknown).criteria_count)
    assert f"{len(rows)} not in our record on 25-Nov-2026" in count


def test_rule_set_version_and_source_are_named() -> None:
    said = letter(LETTER)
    assert said.criteria_title == "All criteria, US-MEDICARE-FACET 2026-05, computed 25-Nov-2026"
    assert "check before use" in said.criteria_source


def test_the_criterion_is_called_selected_without_a_you() -> None:
    text = plain_text(letter(LETTER).conclusion)
    assert "The criterion selected:" in text
    assert "you" not in text.split()


def test_conclusions_are_told_block_by_block() -> None:
    assert (
        plain_text(letter(LETTER).conclusion)
        .replace("\u00a0", " ")
        .startswith("Physician’s conclusion: block 1 and block 2 positive.")
    )
    response = FIRST.response
    assert response is not None
    changed = replace(FIRST, response=replace(response, conclusion=Conclusion.NOT_ASSESSABLE))
    other = replace(LETTER, blocks=(replace(LETTER.blocks[0], assessed=changed), LETTER.blocks[1]))
    text = plain_text(letter(other).conclusion).replace("\u00a0", " ")
    assert "block 1 not assessable; block 2 positive" in text


def test_safety_tells_allergy_anticoagulant_device_pregnancy_and_fusion() -> None:
    text = last(LETTER, "Safety")
    facts = (
        "Allergy: latex (hives).",
        "apixaban 5 mg twice daily continued",
        "No implanted electrical device.",
        "Pregnancy: not applicable.",
        "No fusion or hardware in this region.",
        "Weight 72 kg (24-Nov-2026).",
    )
    assert [fact for fact in facts if fact not in text] == []


def test_copies_and_enclosures_are_listed_only_when_there_are_any() -> None:
    assert letter(LETTER).copies[0] == "Cc: K. Sato, MD (primary care); Eleanor Marsh."
    assert letter(replace(LETTER, cc=(), enclosed=())).copies == ()


def findings_of(facts: LetterFacts) -> str:
    return " ".join(s.text for s in letter(facts).findings).replace("\u00a0", " ")


def test_the_letter_says_how_levels_were_counted_and_what_the_imaging_report_calls_them() -> None:
    odd = replace(COURSE, vertebrae=Vertebrae.SACRALISED_L5, last_level_imaged="L5-S1")
    said = findings_of(replace(LETTER, course=odd))
    assert "acralised L5." in said
    assert "The imaging report calls the last mobile level L5-S1." in said
    assert "Levels: counted upward from the sacrum in AP" in said
    unnamed = replace(LETTER, course=replace(odd, last_level_imaged=""))
    assert "last mobile level in the imaging report" in letter(unnamed).not_in_record
    assert "last mobile level in the imaging report" not in letter(LETTER).not_in_record


def test_the_letter_tells_hardware_by_level_and_asks_for_levels_that_are_missing() -> None:
    cage = Hardware(("L3-4",), HardwareKind.CAGE)
    fused = replace(LETTER, course=replace(COURSE, fusion=True, hardware=(cage,)))
    assert "Fusion or hardware: cage at L3-4." in last(fused, "Safety")
    nowhere = replace(LETTER, course=replace(COURSE, fusion=True))
    assert "levels of the fusion or hardware" in letter(nowhere).not_in_record


def test_the_letter_tells_pain_elsewhere_after_a_block() -> None:
    assert not [row for row in letter(LETTER).block_rows if row[0] == "Pain elsewhere after it"]
    first, *others = LETTER.blocks
    response = first.assessed.response
    assert response is not None
    moved = replace(first.assessed, response=replace(response, unmasked="groin"))
    told = replace(LETTER, blocks=(replace(first, assessed=moved), *others))
    assert ("Pain elsewhere after it", "groin", *["not recorded"] * len(others)) in letter(told).block_rows
