"""A procedure note says what somebody asserted, nothing else, and lists what nobody recorded."""

import re
import subprocess
import sys
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import (
    Block,
    Drug,
    DrugUse,
    Fluoroscopy,
    Guidance,
    PatientAnswer,
    Prep,
    Target,
    WhereTimeOut,
)
from mbb_desktop.clinical.course import CareKind, ConservativeCare, Vertebrae
from mbb_desktop.clinical.needle import LengthUnit, Needle
from mbb_desktop.clinical.other_causes import OtherCauses
from mbb_desktop.clinical.people import AllergyState, Anticoagulant, AnticoagulantPlan
from mbb_desktop.clinical.time_out import said as said_of
from mbb_desktop.documents.note_drugs import drug_rows, sums, target_rows
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.note_words import Note, note
from mbb_desktop.documents.sentences import Sentence
from mbb_desktop.documents.wording import Mark, plain_text
from tests.documents.examples import (
    BLOCK,
    COURSE,
    EMPTY,
    FACTS,
    JOINTS,
    LESS_THAN,
    MARSH,
    MIXED,
    STOPPED,
    THORACIC,
    TIME_OUT,
    TON,
    TWELVE,
    D,
    at,
    one_sided,
    target,
    with_block,
)

EVERY = {
    "bilateral": FACTS,
    "TON": TON,
    "thoracic": THORACIC,
    "stopped": STOPPED,
    "twelve": TWELVE,
    "mixed": MIXED,
    "less than": LESS_THAN,
    "left": one_sided(Side.LEFT),
}


def section(facts: NoteFacts, title: str) -> str:
    found = [each.text for each in note(facts).sections if each.title == title]
    return " ".join(found).replace("\u00a0", " ")


def everything(said: Note) -> str:
    rows = [f"{row.use} {row.given} {row.limit} {plain_text(row.name)}" for row in said.drugs]
    places = [f"{plain_text(r.side)} {plain_text(r.nerve)} {plain_text(r.volume)}" for r in said.targets]
    parts = [said.title, plain_text(said.place), *(each.text for each in said.sections), *rows, *places]
    return " ".join(parts).replace("\u00a0", " ")


def sentences(facts: NoteFacts) -> list[Sentence]:
    said = note(facts)
    return [sentence for each in said.sections for sentence in each.sentences] + list(said.accepted)


# Nothing unearned


def test_an_almost_empty_block_says_nothing_about_what_was_done() -> None:
    said = note(EMPTY)
    assert said.sections == ()
    assert [said.drugs, said.targets, said.sums, said.limits, said.accepted] == [()] * 5
    assert said.recovery is None
    assert plain_text(said.place) == "Levels and side not recorded"
    assert all(mark.at == "–" for mark in said.times)
    assert not re.search(r"negative|none|consent|no |denied|confirmed", everything(said), re.IGNORECASE)


def test_what_is_empty_stands_in_one_list() -> None:
    text = note(EMPTY).not_recorded_text
    assert [label for label in _ASKED if label not in text] == []


_ASKED = (
    *("physician", "payer", "levels and side", "needle-out time", "diagnosis before", "diagnosis after"),
    *("consent", "time-out", "allergies (not asked)", "anticoagulant (not asked)", "pregnancy", "weight"),
    "pain score before",
    *("how levels were counted", "skin prep", "sedation", "steroid", "anesthetic", "fluoroscopy time"),
    *("air kerma", "images", "findings", "complications", "blood loss", "specimens", "plan"),
    "recovery and discharge",
)


def test_a_full_record_leaves_only_what_is_really_missing() -> None:
    assert note(FACTS).not_recorded_text == (
        "Not recorded: monitoring; needle tip; bone contact; pain reproduced at the needle; C-arm pulse mode."
    )


def test_why_a_planned_joint_was_not_blocked_is_not_asked_twice() -> None:
    *injected, last = BLOCK.targets
    partly = (*injected, replace(last, not_injected=True))
    told: dict[str, object] = {
        "targets": partly,
        "joints": JOINTS,
        "levels_reason": "no safe way to the bone",
    }
    reason = "why a target was not injected"
    assert reason not in note(with_block(planned_joints=JOINTS, **told)).not_recorded_text
    assert reason in note(with_block(planned_joints=JOINTS[:1], **told)).not_recorded_text


@pytest.mark.parametrize("facts", EVERY.values(), ids=EVERY.keys())
def test_a_sentence_goes_when_its_fact_goes(facts: NoteFacts) -> None:
    for sentence in sentences(facts):
        if sentence.text.startswith("Thoracic levels:"):  # a caution about the region, nobody's statement
            continue
        left = {each.text for each in sentences(_without(facts, sentence.source))}
        assert sentence.text not in left, sentence.source


def _without(facts: NoteFacts, source: str) -> NoteFacts:
    """The facts with the field of a sentence not recorded."""
    record, _, path = source.partition(".")
    if source in _ELSEWHERE:
        return replace(facts, **_ELSEWHERE[source])  # type: ignore[arg-type] # fields of NoteFacts
    assert record in {"block", "patient", "course"}, source
    return replace(facts, **{record: _blanked(getattr(facts, record), path)})  # type: ignore[arg-type]


_ELSEWHERE: dict[str, dict[str, object]] = {
    "response.readings": {"before": ()},
    "course.blocks": {"prior": ()},
    "course.rule_set": {"rule_set": ""},
    "patient.payer_id": {"payer": None},
    "block.physician_id": {"physician": None},
}


def _blanked(record: object, path: str) -> object:
    """The record with the field at `path` as it was before anybody entered it."""
    first, _, rest = path.partition(".")
    value = getattr(record, first)
    blank = Block(BLOCK.id, BLOCK.patient_id, BLOCK.course_id, BLOCK.performed_on)
    if isinstance(value, tuple) or not rest:
        defaults = {field.name: field.default for field in fields(record)}  # type: ignore[arg-type]
        kept = getattr(blank, first) if isinstance(record, Block) else defaults[first]
        return replace(record, **{first: kept})  # type: ignore[type-var]
    return replace(record, **{first: _blanked(value, rest)})  # type: ignore[type-var]


def test_every_sentence_leads_to_a_field_that_exists() -> None:
    for facts in EVERY.values():
        for source in {each.source for each in sentences(facts)} | {
            gap.source for gap in note(EMPTY).not_recorded
        }:
            record, first = source.split(".")[:2]
            assert record in {"block", "patient", "course", "response"}
            if source not in _ELSEWHERE and record != "response":
                assert hasattr(getattr(FACTS, record), first), source


# The words


def test_the_head_names_region_joints_and_sides() -> None:
    said = note(FACTS)
    assert said.title == "Lumbar medial branch block"
    assert plain_text(said.place) == "Bilateral L4-5 and L5-S1 facet joints"
    assert said.occasion.replace("\u00a0", " ") == "Diagnostic block 2, Tuesday 24-Nov-2026"


def test_sides_are_marked_in_their_colours() -> None:
    place = note(one_sided(Side.LEFT)).place
    assert [run.text for run in place if run.mark is Mark.LEFT] == ["Left"]
    assert plain_text(place) == "Left L4-5 and L5-S1 facet joints"


def test_a_right_sided_note_differs_from_a_left_sided_one_only_in_the_side() -> None:
    left, right = everything(note(one_sided(Side.LEFT))), everything(note(one_sided(Side.RIGHT)))
    assert left != right
    assert re.sub(r"\b[Ll]eft\b", "SIDE", left) == re.sub(r"\b[Rr]ight\b", "SIDE", right)


def test_the_plan_is_named_when_something_else_was_done() -> None:
    other = with_block(planned_joints=(JointSide("L4-5", Side.LEFT),), planned_by="A. Okafor, MD")
    assert section(other, "Planned") == (
        "Planned: left L4-5 (A. Okafor, MD, 20-Nov-2026). Performed: bilateral L4-5 and L5-S1."
    )
    assert section(FACTS, "Planned") == "Performed as planned (A. Okafor, MD, 20-Nov-2026)."
    begun = replace(FACTS, block=replace(FACTS.block, needle_out=None))
    assert section(begun, "Planned").startswith("Planned: ")
    assert "Performed" not in section(begun, "Planned")
    assert section(with_block(planned_joints=()), "Planned") == ""


def test_a_plan_corrected_at_the_time_out_stands_beside_what_was_planned_first() -> None:
    left = tuple(joint for joint in JOINTS if joint == JointSide("L4-5", Side.LEFT))
    held = replace(BLOCK.time_outs[-1], joints=said_of(left))
    stop = replace(held, stopped=True, matched_plan=False, settled_by="A. Okafor, MD")
    stop = replace(
        stop, was_planned=said_of(JOINTS), was_planned_by="B. Ito", was_planned_on=date(2026, 11, 20)
    )
    facts = with_block(joints=left, planned_joints=left, time_outs=(stop, held))
    assert section(facts, "Planned") == (
        "Planned: bilateral L4-5 and L5-S1 (B. Ito, 20-Nov-2026), corrected at the time-out at 10:24 to "
        "left L4-5 (A. Okafor, MD). Performed: left L4-5."
    )
    assert "as planned" not in everything(note(facts))


def test_the_time_out_says_who_held_it_and_that_it_was_blind() -> None:
    text = section(FACTS, "Time-out")
    assert text.startswith("10:24, led by M. Diaz, RN, with A. Okafor, MD and T. Lindqvist, RT(R).")
    assert "without seeing the plan: bilateral L4-5 and L5-S1, as planned" in text
    assert "The patient stated “both sides”." in text
    assert "Recorded after" not in text


def test_a_time_out_entered_later_says_so_and_claims_no_blind_entry() -> None:
    late = with_block(time_outs=(replace(TIME_OUT, where=WhereTimeOut.AFTERWARDS),))
    text = section(late, "Time-out")
    assert "Recorded after the procedure." in text
    unknown = replace(late, block=replace(late.block, needle_in=None, needle_out=None))
    assert "Not recorded on a room screen." in section(unknown, "Time-out")
    assert "without seeing" not in text


def test_a_stopped_time_out_stays_in_the_note() -> None:
    text = section(STOPPED, "Time-out")
    assert "A time-out at 10:20 was stopped: the answers did not agree (entered: left L4-5 and L5-S1)" in text
    assert "settled by A. Okafor, MD" in text
    only = with_block(time_outs=(STOPPED.block.time_outs[0],))
    assert "time-out;" in note(only).not_recorded_text


def test_unticked_checks_are_listed_and_never_confirmed() -> None:
    half = with_block(time_outs=(replace(TIME_OUT, images_up=False, allergy=False),))
    assert "images up" not in section(half, "Time-out")
    assert "at the time-out: allergy, images up" in note(half).not_recorded_text


@pytest.mark.parametrize(("state", "text"), [(AllergyState.NONE_KNOWN, "Allergies: none known."), (None, "")])
def test_allergies_have_three_states(state: AllergyState | None, text: str) -> None:
    facts = replace(FACTS, patient=replace(MARSH, allergy_state=state, allergies=()))
    assert section(facts, "Safety").startswith(text)
    assert ("allergies" in note(facts).not_recorded_text) is (state is None)
    assert "Allergy: latex (hives)." in section(FACTS, "Safety")


@pytest.mark.parametrize(
    ("taken", "text"),
    [
        (Anticoagulant(AnticoagulantPlan.NOT_TAKEN), "Anticoagulant: none taken."),
        (
            Anticoagulant(
                AnticoagulantPlan.STOPPED,
                "apixaban",
                stopped_on=BLOCK.performed_on - timedelta(days=3),
                restart_due=BLOCK.performed_on,
            ),
            "Anticoagulant: apixaban stopped 21-Nov-2026, restart due 24-Nov-2026, not confirmed.",
        ),
        (Anticoagulant(), ""),
    ],
)
def test_an_anticoagulant_is_a_dated_state(taken: Anticoagulant, text: str) -> None:
    facts = replace(FACTS, patient=replace(MARSH, anticoagulant=taken))
    assert text in section(facts, "Safety")
    assert ("anticoagulant (not asked);" in note(facts).not_recorded_text) is (taken.plan is None)


def test_the_thoracic_caution_stands_on_every_thoracic_block() -> None:
    assert "may not anesthetize the joint" in section(THORACIC, "Caution")
    assert section(FACTS, "Caution") == ""


def test_no_contrast_is_printed_with_its_reason() -> None:
    assert "No contrast: iodinated contrast allergy." in section(THORACIC, "Technique")
    silent = with_block(no_contrast=True)
    assert "No contrast." in section(silent, "Technique")
    assert "why no contrast was used" in note(silent).not_recorded_text


def test_a_gap_names_only_what_is_missing_of_a_thing() -> None:
    assert "; needle tip;" in note(FACTS).not_recorded_text
    cm = Needle(22, D(10), LengthUnit.CM)
    assert "Needle: 22 G 10 cm." in section(with_block(needle=cm), "Technique")
    assert "; needle length and needle tip;" in note(with_block(needle=Needle(25))).not_recorded_text
    assert "; needle;" in note(with_block(needle=Needle())).not_recorded_text
    assert "Needle: Quincke, bent tip." in section(
        with_block(needle=Needle(kind="Quincke", bent_tip=True)), "Technique"
    )


def test_a_lot_is_asked_for_once_and_with_its_use_when_the_drug_was_used_twice() -> None:
    twice = (Drug(DrugUse.TARGET, "lidocaine", D(20)), Drug(DrugUse.SKIN, "lidocaine", D(10), lot="A1"))
    text = note(with_block(drugs=twice)).not_recorded_text
    assert "lot and expiry of lidocaine (nerve targets); expiry of lidocaine (skin anesthetic);" in text
    assert (
        "lot and expiry of bupivacaine, methylprednisolone, lidocaine and midazolam;"
        in note(MIXED).not_recorded_text
    )


def test_another_prep_without_a_name_is_not_recorded() -> None:
    other = with_block(prep=Prep.OTHER, prep_text="")
    assert "Skin:" not in section(other, "Technique")
    assert "; skin prep;" in note(other).not_recorded_text
    assert "Skin: sterile." in section(with_block(prep=None, prep_text="sterile"), "Technique")


def test_half_a_set_of_vital_signs_is_printed_and_an_empty_one_is_missing() -> None:
    half = replace(BLOCK.vitals[0], diastolic=None, pulse=None, spo2=None, temperature=None)
    assert "10:14: BP 132/– mmHg." in section(with_block(vitals=(half,)), "Before")
    empty = with_block(vitals=(replace(half, systolic=None),))
    assert "10:14" not in section(empty, "Before")
    assert " vital signs before;" in note(empty).not_recorded_text


def test_an_ultrasound_has_no_air_kerma() -> None:
    guided = with_block(fluoroscopy=Fluoroscopy(Guidance.ULTRASOUND, views="short axis", images_saved=2))
    assert "air kerma" not in note(guided).not_recorded_text
    assert "C-arm" not in note(guided).not_recorded_text


def test_a_sedative_is_printed_with_dose_route_and_time() -> None:
    text = section(MIXED, "Technique")
    assert "Sedation: moderate, midazolam 1.5 mg IV at 10:20; reason: needle phobia." in text
    bare = (*BLOCK.drugs, Drug(DrugUse.SEDATION, "midazolam"))
    assert "dose, route and time of midazolam" in note(with_block(drugs=bare)).not_recorded_text
    unsaid = with_block(drugs=bare, sedation=None)
    assert "Sedation: level not recorded, midazolam." in section(unsaid, "Technique")


def test_each_reason_is_printed_where_it_belongs() -> None:
    named = (replace(TIME_OUT, joints=("L4-5 left",)),)
    other = with_block(time_outs=named, levels_reason="both sides agreed", allergy_reason="a rash in 1990")
    assert "differs from the time-out. Reason: both sides agreed." in section(other, "Time-out")
    assert "Reason for the drug against the allergy: a rash in 1990." in section(other, "Safety")
    assert "both sides agreed" not in section(with_block(levels_reason="both sides agreed"), "Time-out")


def test_six_lumbar_vertebrae_stand_out() -> None:
    six = with_block(vertebrae=Vertebrae.SIX, joints=(JointSide("L6-S1", Side.LEFT),), planned_joints=())
    runs = [run for each in note(six).sections if each.title == "Level count" for run in each.said]
    assert any(run.mark is Mark.BOLD and "Six lumbar vertebrae" in run.text for run in runs)


def test_late_entries_are_labelled() -> None:
    entries = (replace(BLOCK.entries[0], at=at(10, 35) + timedelta(days=2)),)
    text = section(with_block(entries=entries), "Late entry")
    assert text == "Entered late by A. Okafor, MD, 26-Nov-2026 10:35: levels and side."


def test_all_as_listed_is_named_with_its_author_and_minute() -> None:
    text = " ".join(each.text for each in note(FACTS).accepted).replace("\u00a0", " ")
    assert text.startswith("Accepted by A. Okafor, MD, 24-Nov-2026 10:38 (“all as listed, I confirm”):")
    assert "aspiration" in text


def test_ranges_and_missing_scores_before_are_not_printed_as_a_baseline() -> None:
    ranged = replace(FACTS, before=(replace(FACTS.before[0], score_to=D(8)),))
    assert "Index pain at" not in section(ranged, "Before")
    assert "pain score before" in note(ranged).not_recorded_text


def test_care_is_told_with_dates_and_outcome() -> None:
    text = section(FACTS, "Indication")
    assert "Physical therapy 06-Apr-2026 to 01-Jun-2026 (8 weeks), 14 visits: no lasting relief." in text
    bare = replace(
        FACTS, course=replace(COURSE, conservative_care=(ConservativeCare(CareKind.OTHER, "cupping"),))
    )
    assert "Cupping." in section(bare, "Indication")


# Doses


def test_equal_volumes_are_multiplied() -> None:
    assert _sums(FACTS) == ["6 × 0.5 mL = 3 mL (15 mg) of bupivacaine 0.5 %, limit 144 mg."]


def test_a_sum_says_what_is_not_counted_and_never_that_it_is_all() -> None:
    first, *others = BLOCK.targets
    facts = with_block(targets=(replace(first, volume=None), *others))
    said = [each.text.replace("\u00a0", " ") for each in note(facts).limits]
    without = "not counted: L3 MB left (volume not recorded)."
    assert said[0].endswith(f"used 0.18 mg/kg at 72 kg; {without}")
    assert said[-1] == f"Local anesthetic as far as recorded: 19 % of the limits, rounded up; {without}"
    assert note(FACTS).limits[-1].text.startswith("All local anesthetic together:")


def test_an_anesthetic_without_a_known_limit_is_named_beside_the_sum() -> None:
    skin = replace(BLOCK.drugs[1], agent="articaine")
    said = note(with_block(drugs=(BLOCK.drugs[0], skin))).limits[-1].text.replace("\u00a0", " ")
    assert said == (
        "Local anesthetic as far as recorded: 11 % of the limits, rounded up; "
        "not counted: articaine (no limit is known)."
    )


def test_an_anesthetic_without_any_volume_is_not_left_out_in_silence() -> None:
    skin = replace(BLOCK.drugs[1], given=None)
    said = note(with_block(drugs=(BLOCK.drugs[0], skin))).limits[-1].text
    assert said.endswith("not counted: skin anesthetic (volume not recorded).")


def test_the_third_occipital_nerve_has_its_own_volume_and_three_points() -> None:
    assert _sums(TON) == ["1 × 0.9 mL + 2 × 0.3 mL = 1.5 mL (7.5 mg) of bupivacaine 0.5 %, limit 144 mg."]
    row = target_rows(TON.block)[0]
    assert plain_text(row.nerve) == "third occipital nerve"
    assert "three points" in row.landmark


def test_a_room_that_is_a_number_is_called_a_room() -> None:
    bare = replace(
        with_block(nurse="", radiographer="", room="1"), clinic=replace(FACTS.clinic, place_of_service="")
    )
    for typed, said in (("1", "Room 1."), ("2B", "Room 2B."), ("OR 3", "OR 3."), ("Procedure room 2", None)):
        section = next(
            s
            for s in note(replace(bare, block=replace(bare.block, room=typed))).sections
            if s.title == "Team and room"
        )
        assert [plain_text(each.said) for each in section.sentences] == [
            (said or f"{typed}.").replace("Room ", "Room\u00a0")
        ]


def test_less_than_and_ranges_stay_what_they_are() -> None:
    assert _sums(LESS_THAN) == [
        "4 × less than 0.5 mL + 2 × 0.3 to 0.5 mL, at most 3 mL (15 mg) of bupivacaine 0.5 %, limit 144 mg."
    ]
    assert plain_text(target_rows(LESS_THAN.block)[0].volume) == "less than 0.5\u00a0mL"


def test_a_mixture_gives_the_steroid_per_site() -> None:
    assert "Methylprednisolone: 2.5 mg per site at 6 sites." in _sums(MIXED)
    one_ml = replace(
        MIXED, block=replace(MIXED.block, targets=tuple(replace(t, volume=D(1)) for t in MIXED.block.targets))
    )
    assert "Methylprednisolone: 5 mg per site at 6 sites." in _sums(one_ml)


def test_a_target_without_injection_counts_for_nothing() -> None:
    assert _sums(STOPPED) == ["3 × 0.5 mL = 1.5 mL (7.5 mg) of bupivacaine 0.5 %, limit 144 mg."]
    rows = [plain_text(row.volume) for row in target_rows(STOPPED.block)]
    assert rows.count("not injected") == 3


def test_a_stopped_block_never_names_the_side_without_drug_in_its_head() -> None:
    said = note(STOPPED)
    assert said.title == "Lumbar medial branch block, stopped"
    assert plain_text(said.place) == "Left L4-5 and L5-S1 facet joints"
    assert "vasovagal reaction after the left side" in said.stopped.text


def test_an_unknown_volume_makes_the_sum_incomplete() -> None:
    some = with_block(targets=(target("L3 MB", Side.LEFT), replace(target("L4 MB", Side.LEFT), volume=None)))
    assert ", not complete of bupivacaine" in _sums(some)[0]
    assert "volume at left L4 medial branch" in note(some).not_recorded_text


def test_the_limit_names_what_decides() -> None:
    text = " ".join(each.text for each in note(FACTS).limits).replace("\u00a0", " ")
    assert "Bupivacaine: limit 144 mg by weight (absolute 175)" in text
    assert "21 % of the limits, rounded up" in text


def test_contrast_is_counted_in_iodine() -> None:
    assert [row.given.replace("\u00a0", " ") for row in drug_rows(FACTS)][-1] == "1.2 mL (288 mgI)"


def test_blood_on_aspiration_stands_out() -> None:
    row = target_rows(TON.block)[2]
    assert [(run.text, run.mark) for run in row.aspiration] == [("blood", Mark.BOLD)]
    assert any(run.mark is Mark.BOLD and run.text == "vascular" for run in row.contrast)


def _sums(facts: NoteFacts) -> list[str]:
    return [each.text.replace("\u00a0", " ") for each in sums(facts)]


# Recovery


def test_recovery_is_a_section_only_when_it_is_complete() -> None:
    assert note(FACTS).recovery is not None
    unfinished = with_block(discharge=replace(BLOCK.discharge, walking=""))
    assert note(unfinished).recovery is None
    assert "recovery and discharge" in note(unfinished).not_recorded_text


def test_recovery_says_what_was_not_given() -> None:
    none_given = with_block(discharge=replace(BLOCK.discharge, diary_given=False))
    recovery = note(none_given).recovery
    assert recovery is not None
    assert "Given: instructions." in recovery.section.text
    assert "Not given: pain diary." in recovery.section.text


def test_the_note_carries_no_relief() -> None:
    assert not re.search(r"relief of|positive|percent relief", everything(note(FACTS)), re.IGNORECASE)


# Odd records


def test_nerves_without_joints_are_named_as_nerves() -> None:
    nerves = with_block(joints=(), planned_joints=(), targets=(Target("L3 MB", Side.LEFT),))
    assert plain_text(note(nerves).place) == "left L3 medial branch"


def test_a_block_without_fluoroscopy_says_so() -> None:
    none = with_block(
        fluoroscopy=replace(BLOCK.fluoroscopy, guidance=Guidance.NONE, none_used=True, seconds=None,
                            air_kerma=None, dap=None, views="", images_saved=None, image_reference="")
    )  # fmt: skip
    assert section(none, "Radiation").startswith("No fluoroscopy used.")
    assert "fluoroscopy time" not in note(none).not_recorded_text


def test_a_mixed_set_of_facts_is_told_target_by_target() -> None:
    some = with_block(
        targets=(
            target("L3 MB", Side.LEFT, bone_contact=True),
            target("L4 MB", Side.LEFT, bone_contact=False, repositioned=2),
        )
    )
    text = section(some, "At the needle")
    assert "Bone contact: left L3 medial branch." in text
    assert "No bone contact: left L4 medial branch." in text
    assert "Needle repositioned 2 times: left L4 medial branch." in text


def test_words_load_no_pdf_library() -> None:
    code = (
        "import sys, mbb_desktop.documents.note_words, mbb_desktop.documents.make;"
        "import mbb_desktop.documents.response_words, mbb_desktop.documents.letter_words;"
        "print('reportlab' in sys.modules, 'PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False False"


def test_a_bare_target_shows_dashes_for_all_that_was_not_recorded() -> None:
    bare = with_block(targets=(Target("L3 MB", Side.LEFT),), needle=Needle(), drugs=(), no_contrast=False)
    row = target_rows(bare.block)[0]
    shown = (
        plain_text(row.aspiration),
        plain_text(row.contrast),
        row.agent,
        row.needle,
        plain_text(row.volume),
    )
    assert shown == ("–",) * 5


def test_a_drug_without_facts_shows_dashes() -> None:
    bare = with_block(drugs=(Drug(DrugUse.SKIN, "lidocaine"),))
    row = drug_rows(bare)[0]
    assert (row.lot, row.expires, row.given, row.discarded) == ("–",) * 4
    assert "lot and expiry of lidocaine" in note(bare).not_recorded_text
    assert "volume of lidocaine for the skin" in note(bare).not_recorded_text


def test_epinephrine_is_said_or_listed_as_missing() -> None:
    assert "no epinephrine" in plain_text(drug_rows(FACTS)[0].name)
    unsaid = with_block(drugs=(replace(BLOCK.drugs[0], epinephrine=None),))
    assert "epinephrine" not in plain_text(drug_rows(unsaid)[0].name)
    assert "epinephrine in bupivacaine" in note(unsaid).not_recorded_text


def test_a_time_out_given_again_after_a_stop_is_not_called_blind() -> None:
    stopped = replace(TIME_OUT, stopped=True, patient_answer=PatientAnswer.RIGHT)
    block = replace(BLOCK, time_outs=(stopped, TIME_OUT))
    said = " ".join(section.text for section in note(replace(FACTS, block=block)).sections)
    assert "the patient stated “right”" in said
    assert "entered again after the plan was shown" in said
    assert "without seeing the plan" not in said


def test_levels_that_are_not_those_of_the_time_out_are_said_to_differ() -> None:
    elsewhere = replace(TIME_OUT, joints=("L3-4 left",))
    said = note(replace(FACTS, block=replace(BLOCK, time_outs=(elsewhere,)))).sections
    assert "What was blocked differs from the time-out" in " ".join(section.text for section in said)
    agreed = " ".join(section.text for section in note(FACTS).sections)
    assert "differs from the time-out" not in agreed


def test_the_note_says_whether_a_stopped_block_counts() -> None:
    assert (
        "It does not count as a session."
        in note(
            replace(FACTS, block=replace(BLOCK, stopped_because="vasovagal", counts_as_session=False))
        ).stopped.text
    )
    undecided = note(replace(FACTS, block=replace(BLOCK, stopped_because="vasovagal")))
    assert "as a session" not in undecided.stopped.text
    assert "whether the stopped block counts as a session" in undecided.not_recorded_text


def test_the_note_tells_other_causes_only_as_they_were_asked() -> None:
    asked = OtherCauses(steroid_since=False, epidural_since=True, device_on=False)
    text = section(with_block(other_causes=asked), "Findings")
    assert "Since the block before: no steroid, epidural injection." in text
    assert "Implanted stimulator or pump: off." in text
    assert "Since the block before" not in section(with_block(other_causes=OtherCauses()), "Findings")


def test_the_note_names_what_the_imaging_report_calls_the_last_level() -> None:
    facts = replace(FACTS, course=replace(COURSE, last_level_imaged="L6-S1"))
    assert "The imaging report calls the last mobile level L6-S1." in section(facts, "Level count")


def test_the_reason_for_a_block_in_pregnancy_is_in_the_note() -> None:
    text = section(with_block(pregnancy_reason="decided together"), "Safety")
    assert "Reason for the block in pregnancy: decided together." in text
