"""What keeps a note from being signed, and what is only worth a second look."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from mbb_desktop.clinical.anatomy import JointSide, Region, Side
from mbb_desktop.clinical.block import (
    Block,
    Consent,
    Drug,
    DrugUse,
    Fluoroscopy,
    Item,
    Prep,
    SedationLevel,
    TimeOut,
    WhereTimeOut,
)
from mbb_desktop.clinical.charting import (
    accept_all,
    entered,
    with_agent,
    with_levels,
    with_needle_out,
    with_time_out_afterwards,
)
from mbb_desktop.clinical.checks import REASON_AGAIN, blocking, problems, with_reasons_for
from mbb_desktop.clinical.complication import Complication, ComplicationKind
from mbb_desktop.clinical.course import Course, Diagnosis
from mbb_desktop.clinical.drugs import read_formulary
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.needle import LengthUnit, Needle
from mbb_desktop.clinical.people import (
    Allergy,
    AllergyKind,
    AllergyState,
    Identifier,
    IdentifierKind,
    Patient,
)
from mbb_desktop.clinical.preset import AgentOffered
from mbb_desktop.clinical.time_out import agrees, said, unanswered
from mbb_desktop.paths import data_dir
from tests.every_row import every_row

from .test_charting import AUTHOR, LIDOCAINE, LISTED, NOW, charted

FORMULARY = read_formulary(data_dir("resources") / "clinical" / "anesthetics.toml")
PATIENT = Patient(
    AUTHOR.id,
    "Marsh",
    "Eleanor",
    date(1961, 3, 14),
    (Identifier(IdentifierKind.MRN, "4"),),
    allergy_state=AllergyState.NONE_KNOWN,
)


def complete() -> Block:
    block = accept_all(with_agent(charted("45 51 b"), LIDOCAINE, AUTHOR), LISTED)
    block = with_time_out_afterwards(block, "M. Diaz, RN", NOW - timedelta(minutes=9), AUTHOR)
    block = with_needle_out(block, NOW - timedelta(minutes=2), AUTHOR)
    return replace(block, physician_id=AUTHOR.id, fluoroscopy=replace(block.fluoroscopy, seconds=42))


def with_reason(block: Block, patient: Patient = PATIENT, **reason: str) -> Block:
    return with_reasons_for(block, replace(block, **reason), patient, FORMULARY, ())  # type: ignore[arg-type]


def missing(block: Block, patient: Patient = PATIENT) -> set[Item]:
    return {problem.item for problem in blocking(problems(block, patient, NOW, FORMULARY))}


def test_a_complete_block_can_be_signed() -> None:
    assert missing(complete()) == set()


def test_a_named_joint_with_its_targets_on_the_other_side_cannot_be_signed() -> None:
    block = complete()
    left = tuple(target for target in block.targets if target.side is Side.LEFT)
    unsaid = (replace(block.time_outs[-1], levels_text=""),)  # for which levels
    block = replace(block, time_outs=unsaid, levels_reason="the chart")
    apart = replace(block, targets=left, joints=(JointSide("L4-5", Side.RIGHT),))
    assert missing(apart) == {Item.LEVELS}
    (found,) = [p for p in blocking(problems(apart, PATIENT, NOW, FORMULARY)) if "named" in p.sentence]
    assert found.sentence.startswith("L4-5 right is named, but not every nerve is a target on that side.")
    assert missing(replace(apart, joints=(JointSide("L4-5", Side.LEFT),))) == set()


@every_row(
    ("change", "item"),
    [
        ({"targets": ()}, Item.LEVELS),
        ({"physician_id": None}, Item.TEAM),
        ({"drugs": ()}, Item.ANESTHETIC),
        ({"consent": Consent()}, Item.CONSENT),
        ({"time_outs": ()}, Item.TIMES),
        ({"no_complication": False}, Item.COMPLICATIONS),
        ({"complications": (Complication(ComplicationKind.FALL),)}, Item.COMPLICATIONS),
        ({"fluoroscopy": Fluoroscopy()}, Item.FLUOROSCOPY),
        ({"needle_out": None}, Item.NEEDLE_OUT),
        ({"needle_out": NOW + timedelta(minutes=1)}, Item.NEEDLE_OUT),
        ({"needle_in": NOW - timedelta(minutes=1)}, Item.TIMES),
        ({"needle_out": NOW - timedelta(days=1)}, Item.TIMES),
        ({"performed_on": NOW.date() + timedelta(days=1)}, Item.TIMES),
    ],
)
def test_each_required_fact_is_asked_for_at_its_place(change: dict[str, Any], item: Item) -> None:
    assert item in missing(replace(complete(), **change))


def test_a_stopped_time_out_does_not_count() -> None:
    stopped = TimeOut(NOW, "M. Diaz, RN", WhereTimeOut.ROOM_SCREEN, stopped=True)
    assert Item.TIMES in missing(replace(complete(), time_outs=(stopped,)))


def test_a_volume_or_a_strength_that_is_missing_is_named_with_its_place() -> None:
    block = complete()
    first, *rest = block.targets
    without = replace(block, targets=(replace(first, volume=None), *rest))
    sentence = next(p.sentence for p in problems(without, PATIENT, NOW, FORMULARY) if p.item is Item.VOLUMES)
    assert "L3 MB left" in sentence
    weak = replace(block, drugs=tuple(replace(d, strength=None) for d in block.drugs))
    assert Item.ANESTHETIC in missing(weak)


READ = Drug(
    DrugUse.TARGET, "bupivacaine", Decimal(5), label="bupivacaine", label_strength=Decimal(5), lot="4J2291"
)


def test_a_vial_that_was_read_is_no_choice_of_the_anesthetic() -> None:
    read = accept_all(replace(charted("45 51 b"), drugs=(READ,)), LISTED)
    assert read.entered(Item.EPINEPHRINE) is None
    assert Item.ANESTHETIC in missing(read)
    chosen = with_agent(read, AgentOffered("bupivacaine", Decimal(5)), AUTHOR)
    assert Item.ANESTHETIC not in missing(chosen)


def test_a_label_of_another_drug_is_settled_before_signing() -> None:
    (drug,) = complete().drugs_for(DrugUse.TARGET)
    others = tuple(d for d in complete().drugs if d is not drug)
    other = replace(
        complete(), drugs=(replace(drug, label="bupivacaine", label_strength=Decimal(5)), *others)
    )
    assert missing(other) == {Item.DRUG_LABEL}
    right = replace(drug, label=drug.agent, label_strength=drug.strength)
    assert missing(replace(other, drugs=(right, *others))) == set()


COURSE = Course(new_id(NOW), PATIENT.id, Region.LUMBAR, opened_on=NOW.date(), pain_sides=(Side.LEFT,))


def levels_problems(typed: str, **changed: Any) -> list[tuple[str, bool]]:
    block = replace(complete(), joints=(), targets=(), **changed)
    reading = read_levels(typed, region=Region.LUMBAR)
    assert isinstance(reading, Levels)
    block = with_levels(block, reading, typed, LISTED.preset, AUTHOR)
    found = problems(block, PATIENT, NOW, FORMULARY, COURSE)
    return [(p.sentence, p.blocks_signing) for p in found if p.path == "levels_reason"]


def test_a_block_on_the_other_side_than_the_complaint_needs_a_reason() -> None:
    assert levels_problems("45 51 l") == []
    assert levels_problems("45 51 b") == []
    (wrong,) = levels_problems("45 51 r")
    assert wrong == (
        "The complaint is on the left, the block on the right. Correct the levels, or give the reason.",
        True,
    )
    assert levels_problems("45 51 r", levels_reason="control side, as discussed")[0][1] is False


def test_a_reason_for_some_levels_is_none_for_other_ones() -> None:
    planned = replace(complete(), planned_joints=(JointSide("L4-5", Side.LEFT),))
    reasoned = with_reason(planned, levels_reason="the right side hurt as well")
    assert Item.LEVELS not in missing(reasoned)
    reading = read_levels("45 51 r", region=Region.LUMBAR)
    assert isinstance(reading, Levels)
    right = with_levels(reasoned, reading, "45 51 r", LISTED.preset, AUTHOR)
    (found,) = [p for p in problems(right, PATIENT, NOW, FORMULARY) if p.path == "levels_reason"]
    assert REASON_AGAIN in found.sentence
    assert found.blocks_signing
    confirmed = with_reasons_for(replace(right, levels_reason=""), right, PATIENT, FORMULARY, ())
    assert Item.LEVELS not in missing(confirmed)


def test_a_reason_for_a_nerve_on_one_side_is_none_for_the_other_side() -> None:
    left, right = read_levels("l3mb l", region=Region.LUMBAR), read_levels("l3mb r", region=Region.LUMBAR)
    assert isinstance(left, Levels)
    assert isinstance(right, Levels)
    block = with_levels(complete(), left, "l3mb l", LISTED.preset, AUTHOR)
    reasoned = with_reason(block, levels_reason="one nerve only, as agreed")
    found = with_levels(reasoned, right, "l3mb r", LISTED.preset, AUTHOR)
    (wrong,) = [p for p in problems(found, PATIENT, NOW, FORMULARY, COURSE) if p.path == "levels_reason"]
    assert wrong.blocks_signing


def test_a_consent_typed_for_the_other_side_is_worth_a_second_look() -> None:
    """Typed words are taken back by no edit of the levels."""
    block = complete()
    about = replace(block, consent=replace(block.consent, about="left L4-5 and L5-S1"))
    (found,) = (p for p in problems(about, PATIENT, NOW, FORMULARY) if p.item is Item.CONSENT)
    assert found.sentence == "The consent does not name right, which is in the levels. Check both."
    assert (found.blocks_signing, found.path) == (False, "consent.about")


def test_a_reason_given_before_the_complaint_was_known_is_asked_again() -> None:
    right = read_levels("45 r", region=Region.LUMBAR)
    assert isinstance(right, Levels)
    block = with_levels(complete(), right, "45 r", LISTED.preset, AUTHOR)
    unknown = replace(COURSE, pain_sides=())
    for course, asked in ((unknown, True), (COURSE, False)):
        reasoned = replace(block, levels_reason="named the other way round at the time-out")
        reasoned = with_reasons_for(block, reasoned, PATIENT, FORMULARY, (), course)
        (found,) = [
            p for p in problems(reasoned, PATIENT, NOW, FORMULARY, COURSE) if p.path == "levels_reason"
        ]
        assert found.blocks_signing is asked


def test_a_block_in_another_region_than_the_complaint_needs_a_reason() -> None:
    (wrong,) = levels_problems("c34 c45 l")
    assert wrong[0].startswith("The complaint is lumbar, the levels are cervical.")
    assert levels_problems("t12l1 l") == []


@every_row(
    ("code", "typed", "odd"),
    [("M47.816", "c34 l", True), ("M47.816", "51 l", False), ("M54.50", "c34 l", False), ("", "45 l", False)],
)
def test_a_diagnosis_of_another_region_is_asked_about(code: str, typed: str, odd: bool) -> None:
    reading = read_levels(typed, region=Region.LUMBAR)
    assert isinstance(reading, Levels)
    block = replace(complete(), diagnoses=(Diagnosis("spondylosis", code),))
    block = with_levels(block, reading, typed, LISTED.preset, AUTHOR)
    found = [p for p in problems(block, PATIENT, NOW, FORMULARY) if p.item is Item.DIAGNOSIS]
    assert bool(found) is odd


def test_complications_entered_well_before_needle_out_are_asked_for_again() -> None:
    late = with_needle_out(complete(), NOW, AUTHOR)
    early = replace(AUTHOR, at=NOW - timedelta(minutes=5))
    block = entered(replace(late, entries=()), Item.COMPLICATIONS, early)
    assert Item.COMPLICATIONS in missing(block)
    assert Item.COMPLICATIONS not in missing(entered(block, Item.COMPLICATIONS, AUTHOR))


def test_an_expired_drug_is_refused() -> None:
    drugs = tuple(replace(d, expires_on=date(2026, 11, 23)) for d in complete().drugs)
    assert Item.DRUG_LABEL in missing(replace(complete(), drugs=drugs))
    good = tuple(replace(d, expires_on=date(2026, 11, 24)) for d in complete().drugs)
    assert missing(replace(complete(), drugs=good)) == set()


def test_a_dose_over_the_maximum_needs_a_reason() -> None:
    block = complete()
    much = replace(block, targets=tuple(replace(t, volume=Decimal(5)) for t in block.targets))
    assert missing(much)
    reasoned = with_reason(much, dose_reason="Two regions, split doses.")
    assert missing(reasoned) == set()
    more = replace(reasoned, targets=tuple(replace(t, volume=Decimal(6)) for t in much.targets))
    found = blocking(problems(more, PATIENT, NOW, FORMULARY))
    assert found
    assert all(REASON_AGAIN in problem.sentence for problem in found)
    confirmed = with_reasons_for(replace(more, dose_reason=""), more, PATIENT, FORMULARY, ())
    assert missing(confirmed) == set()


def test_each_concern_has_its_own_reason() -> None:
    amide = (Allergy(AllergyKind.AMIDE, "lidocaine"),)
    patient = replace(PATIENT, allergy_state=AllergyState.LISTED, allergies=amide)
    block = replace(complete(), dose_reason="Two regions, split doses.")
    assert missing(block, patient) == {Item.ANESTHETIC}
    assert missing(with_reason(block, patient, allergy_reason="A rash from another drug."), patient) == set()


def test_a_reason_for_the_prep_is_none_for_a_drug() -> None:
    prep = Allergy(AllergyKind.IODINE, "Betadine")
    patient = replace(PATIENT, allergy_state=AllergyState.LISTED, allergies=(prep,))
    used = replace(complete(), prep=Prep.POVIDONE_IODINE)
    reasoned = with_reason(used, patient, allergy_reason="tolerated in March")
    assert missing(reasoned, patient) == set()
    both = replace(patient, allergies=(prep, Allergy(AllergyKind.AMIDE, "lidocaine, anaphylaxis")))
    assert missing(reasoned, both) == {Item.ANESTHETIC}


def test_no_sedation_and_a_sedative_cannot_both_be_signed() -> None:
    block = complete()
    given = replace(block, drugs=(*block.drugs, Drug(DrugUse.SEDATION, "midazolam")))
    assert missing(given) == {Item.SEDATION}
    assert missing(replace(given, sedation=SedationLevel.MINIMAL)) == set()


@every_row(
    ("length", "unit", "odd"),
    [("10", LengthUnit.CM, ""), ("3.5", LengthUnit.IN, ""), ("10", LengthUnit.IN, "10 in (254 mm)")],
)
def test_a_needle_in_another_unit_than_meant_is_shown(length: str, unit: LengthUnit, odd: str) -> None:
    block = replace(complete(), needle=Needle(22, Decimal(length), unit))
    said = [p.sentence for p in problems(block, PATIENT, NOW, FORMULARY) if p.item is Item.NEEDLE]
    assert said == ([f"A needle of {odd} is unusual. Check the length and its unit."] if odd else [])


def test_levels_against_the_plan_are_shown_and_against_the_time_out_need_a_reason() -> None:
    left = (JointSide("L4-5", Side.LEFT),)
    block = replace(complete(), planned_joints=left)
    time_out = TimeOut(NOW - timedelta(minutes=9), "RN", WhereTimeOut.ROOM_SCREEN, joints=said(left))
    block = replace(block, time_outs=(time_out,))
    assert missing(block) == {Item.LEVELS}
    block = replace(block, levels_reason="the right side as well, agreed with the patient")
    found = problems(block, PATIENT, NOW, FORMULARY)
    assert sum(not p.blocks_signing and p.item is Item.LEVELS for p in found) == 2
    assert missing(block) == set()
    assert agrees(block) is False


def test_a_block_that_was_stopped_has_its_reason_already() -> None:
    block = complete()
    time_out = TimeOut(NOW - timedelta(minutes=9), "RN", WhereTimeOut.ROOM_SCREEN, joints=said(block.joints))
    targets = tuple(replace(t, not_injected=t.side is Side.RIGHT) for t in block.targets)
    block = replace(block, time_outs=(time_out,), targets=targets)
    assert missing(block) == {Item.LEVELS}
    assert missing(replace(block, stopped_because="vasovagal")) == set()
    more = replace(block, time_outs=(replace(time_out, joints=("L4-5 right",)),))
    assert missing(replace(more, stopped_because="vasovagal")) == {Item.LEVELS}


def test_an_allergy_against_what_is_drawn_up_is_shown() -> None:
    allergic = replace(
        PATIENT,
        allergy_state=AllergyState.LISTED,
        allergies=(Allergy(AllergyKind.CONTRAST, "iohexol", "hives"),),
    )
    more = problems(complete(), allergic, NOW, FORMULARY)
    assert len(more) > len(problems(complete(), PATIENT, NOW, FORMULARY))


def test_without_a_patient_the_block_can_still_be_checked() -> None:
    assert blocking(problems(complete(), None, NOW, FORMULARY)) == ()


def test_an_empty_time_out_names_everything_that_is_missing() -> None:
    names = unanswered(TimeOut(NOW, "", WhereTimeOut.ROOM_SCREEN))
    assert len(names) == 12
    assert "side and levels" in names


def test_a_drug_of_another_syringe_does_not_stand_for_the_targets() -> None:
    other = Drug(DrugUse.TARGET, "lidocaine", strength=Decimal(10), syringe=2)
    assert Item.ANESTHETIC in missing(replace(complete(), drugs=(other,)))


def test_a_strength_ten_times_too_high_stops_signing_until_it_is_reasoned() -> None:
    def asked(block: Block) -> list[Item]:
        found = blocking(problems(block, PATIENT, NOW, FORMULARY))
        return [each.item for each in found if "did you mean" in each.sentence]

    block = complete()
    high = tuple(replace(d, strength=d.strength and d.strength * 10) for d in block.drugs_for(DrugUse.TARGET))
    ten = replace(block, drugs=high)
    assert asked(block) == []
    assert asked(ten) == [Item.ANESTHETIC]
    reasoned = with_reasons_for(ten, replace(ten, dose_reason="a new vial"), PATIENT, FORMULARY, ())
    assert asked(reasoned) == []
