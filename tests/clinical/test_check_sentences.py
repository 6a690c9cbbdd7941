"""Every sentence of the checks, with its place, its field and whether it keeps the note from being signed."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Region, Side
from mbb_desktop.clinical.block import Block, Consent, Drug, DrugUse, Fluoroscopy, Item
from mbb_desktop.clinical.checks import Problem, problems
from mbb_desktop.clinical.complication import Complication, ComplicationKind
from mbb_desktop.clinical.course import Course, Diagnosis
from mbb_desktop.clinical.needle import LengthUnit, Needle
from mbb_desktop.clinical.people import PREGNANT, Patient
from tests.clinical.invented import COURSE
from tests.clinical.test_charting import NOW
from tests.clinical.test_checks import FORMULARY, PATIENT, complete, with_reason
from tests.every_row import every_row

WHOLE = complete()
WHOLE = replace(WHOLE, time_outs=(replace(WHOLE.time_outs[0], levels_text=""),))  # for any levels
LEFT_TARGETS = tuple(target for target in WHOLE.targets if target.side is Side.LEFT)
L45_R, L51_R = JointSide("L4-5", Side.RIGHT), JointSide("L5-S1", Side.RIGHT)
APART = "but not every nerve is a target on that side. Type the levels again."
TIME_OUT = replace(WHOLE.time_outs[0], joints=("L4-5 left",))
WIDE = replace(TIME_OUT, joints=("L4-5 left", "L4-5 right", "L5-S1 left", "L5-S1 right"))
HALF = tuple(replace(target, not_injected=target.nerve == "L5 DR") for target in WHOLE.targets)
OTHER_THAN_SAID = Problem(
    Item.LEVELS,
    "The levels differ from the time-out. Correct them, or give the reason.",
    path="levels_reason",
)
DIFFERS = "The levels differ from the plan:"
OTHER_THAN_PLANNED = Problem(
    Item.LEVELS,
    f"{DIFFERS} right L4-5 was planned. Correct them, or give the reason.",
    path="levels_reason",
)
SAID_AND_KNOWN = Problem(Item.LEVELS, "The levels differ from the time-out.", blocks_signing=False)
STOPPED = Problem(
    Item.FINDINGS,
    "The block was stopped. Record whether it counts as a session for the payer.",
    False,
    "counts_as_session",
)
NOT_IN_ORDER = Problem(
    Item.TIMES, "The times are not in order: in room, time-out, needle in, out, left room."
)
ANOTHER_DAY = Problem(Item.TIMES, "Needle out is on another day than the block. Correct one of them.")


def at(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def without_strength(drug: Drug) -> Drug:
    return replace(drug, strength=None) if drug.use is DrugUse.TARGET else drug


def expiring(on: date) -> tuple[Drug, ...]:
    return tuple(replace(d, expires_on=on) if d.use is DrugUse.TARGET else d for d in WHOLE.drugs)


@every_row(
    ("change", "found"),
    [
        ({}, []),
        (
            {"targets": ()},
            [Problem(Item.LEVELS, "Levels and side are missing. Type them, for example 45 51 b.")],
        ),
        (
            {"targets": LEFT_TARGETS, "joints": (L45_R,)},
            [Problem(Item.LEVELS, f"L4-5 right is named, {APART}")],
        ),
        (
            {"targets": LEFT_TARGETS, "joints": (L45_R, L51_R)},
            [Problem(Item.LEVELS, f"L4-5 right and L5-S1 right are named, {APART}")],
        ),
        (
            {"physician_id": None},
            [Problem(Item.TEAM, "The physician is missing. Choose who performed the block.")],
        ),
        ({"planned_joints": (L45_R,)}, [OTHER_THAN_PLANNED]),
        ({"planned_joints": (L45_R,), "levels_reason": " "}, [OTHER_THAN_PLANNED]),
        (
            {"planned_joints": (L45_R,), "levels_reason": "the left hurt as well"},
            [Problem(Item.LEVELS, f"{DIFFERS} right L4-5 was planned.", blocks_signing=False)],
        ),
        ({"planned_joints": WHOLE.joints}, []),
        ({"time_outs": (TIME_OUT,)}, [OTHER_THAN_SAID]),
        ({"time_outs": (TIME_OUT,), "levels_reason": "x"}, [SAID_AND_KNOWN]),
        ({"time_outs": (TIME_OUT,), "levels_reason": " "}, [OTHER_THAN_SAID]),
        ({"time_outs": (TIME_OUT,), "stopped_because": "pain"}, [OTHER_THAN_SAID, STOPPED]),
        ({"time_outs": (WIDE,)}, []),
        ({"time_outs": (WIDE,), "targets": HALF}, [OTHER_THAN_SAID]),
        (
            {"time_outs": (WIDE,), "targets": HALF, "stopped_because": "pain", "counts_as_session": True},
            [SAID_AND_KNOWN],
        ),
        (
            {"diagnoses": (Diagnosis("neck", "M47.812"),)},
            [
                Problem(
                    Item.DIAGNOSIS,
                    "The diagnosis M47.812 names another region than the levels. Check it.",
                    blocks_signing=False,
                )
            ],
        ),
        (
            {"drugs": ()},
            [Problem(Item.ANESTHETIC, "The anesthetic is missing. Press 1 to 4 in Anesthetic.")],
        ),
        (
            {"drugs": tuple(map(without_strength, WHOLE.drugs))},
            [Problem(Item.ANESTHETIC, "The strength of the anesthetic is missing.")],
        ),
        (
            {
                "drugs": (
                    Drug(
                        *(DrugUse.TARGET, "bupivacaine", Decimal(5)),
                        label="bupivacaine",
                        label_strength=Decimal(5),
                    ),
                ),
                "entries": tuple(e for e in WHOLE.entries if e.item is not Item.ANESTHETIC),
            },
            [
                Problem(
                    Item.ANESTHETIC,
                    "Nobody has chosen the anesthetic; the label on the table reads bupivacaine. "
                    "Press 1 to 4 for what was injected.",
                )
            ],
        ),
        (
            {"targets": (*(replace(t, volume=None) for t in WHOLE.targets[:2]), *WHOLE.targets[2:])},
            [Problem(Item.VOLUMES, "The volume is missing at L3 MB left, L3 MB right.")],
        ),
        (
            {"drugs": expiring(date(2026, 11, 23))},
            [
                Problem(
                    Item.DRUG_LABEL,
                    "Lidocaine had expired on the day of the block. Check the date on the vial.",
                )
            ],
        ),
        ({"drugs": expiring(date(2026, 11, 24))}, []),
        ({"consent": Consent()}, [Problem(Item.CONSENT, "Consent is not recorded.")]),
        ({"stopped_because": "pain"}, [STOPPED]),
        (
            {"time_outs": ()},
            [
                Problem(
                    Item.TIMES, "The time-out is not recorded. Enter who led it and when.", path="time_outs"
                )
            ],
        ),
        (
            {"no_complication": False},
            [Problem(Item.COMPLICATIONS, "Complications are not recorded. Enter none, or which.")],
        ),
        (
            {"complications": (Complication(ComplicationKind.FALL),)},
            [Problem(Item.COMPLICATIONS, "Complications say none and name one. Keep one of the two.")],
        ),
        (
            {"drugs": (*WHOLE.drugs, Drug(DrugUse.SEDATION, "midazolam", amount=Decimal(2)))},
            [Problem(Item.SEDATION, "Sedation says none and names a drug. Keep one of the two.")],
        ),
        (
            {"fluoroscopy": Fluoroscopy()},
            [Problem(Item.FLUOROSCOPY, "Fluoroscopy time is missing. Enter seconds, or 0 if none was used.")],
        ),
        ({"fluoroscopy": Fluoroscopy(none_used=True)}, []),
        (
            {"needle_out": None},
            [Problem(Item.NEEDLE_OUT, "Needle-out time is missing. Every reading counts from it.")],
        ),
        (
            {"needle_out": at(1)},
            [Problem(Item.NEEDLE_OUT, "Needle out lies in the future. Check the time.")],
        ),
        ({"needle_out": NOW}, []),
        ({"needle_out": NOW - timedelta(days=1)}, [ANOTHER_DAY, NOT_IN_ORDER]),
        ({"needle_in": at(-1)}, [NOT_IN_ORDER]),
        ({"in_room": at(-8)}, [NOT_IN_ORDER]),
        ({"left_room": at(-3)}, [NOT_IN_ORDER]),
        ({"in_room": at(-9), "needle_in": at(-2), "left_room": at(-2)}, []),
        (
            {"performed_on": date(2026, 11, 25)},
            [ANOTHER_DAY, Problem(Item.TIMES, "The block lies in the future. Check its date.")],
        ),
    ],
    ids=[
        *(
            "whole",
            "no targets",
            "one joint apart",
            "two joints apart",
            "physician",
            "plan",
            "plan and blank reason",
            "plan and reason",
        ),
        *("as planned", "time-out"),
        *("time-out and reason", "time-out and blank reason", "time-out and stopped", "same as time-out"),
        *("less than said", "less and stopped", "diagnosis", "no drug", "strength", "read off", "volume"),
        *("expired", "expires that day", "consent", "stopped", "no time-out", "no complications asked"),
        *("none and one", "sedation", "no fluoroscopy", "none used", "no needle out", "future", "now"),
        *("day before", "needle in late", "in room late", "left early", "all at once", "tomorrow"),
    ],
)
def test_each_problem_is_said_at_its_place(change: dict[str, Any], found: list[Problem]) -> None:
    assert problems(replace(WHOLE, **change), PATIENT, NOW, FORMULARY) == tuple(found)


@every_row(("minutes", "again"), [(2, False), (3, True)])
def test_complications_entered_before_needle_out_are_asked_for_again(minutes: int, again: bool) -> None:
    late = replace(WHOLE, needle_out=at(minutes))
    sentence = "Complications were entered before needle out. Confirm them again."
    expected = (Problem(Item.COMPLICATIONS, sentence),) if again else ()
    assert problems(late, PATIENT, at(60), FORMULARY) == expected


@every_row(("length", "odd"), [("19", True), ("20", False), ("200", False), ("201", True)])
def test_a_needle_is_from_20_to_200_millimeters_long(length: str, odd: bool) -> None:
    needle = Needle(length=Decimal(length), length_unit=LengthUnit.MM)
    sentence = f"A needle of {length} mm ({length} mm) is unusual. Check the length and its unit."
    expected = (Problem(Item.NEEDLE, sentence, blocks_signing=False),) if odd else ()
    assert problems(replace(WHOLE, needle=needle), PATIENT, NOW, FORMULARY) == expected


NECK = replace(COURSE, region=Region.CERVICAL)
IN_THE_NECK = "The complaint is cervical, the levels are lumbar."


@every_row(
    ("course", "reason", "found"),
    [
        (None, "", ()),
        (COURSE, "", ()),
        (
            NECK,
            "",
            (
                Problem(
                    Item.LEVELS,
                    f"{IN_THE_NECK} Correct the levels, or give the reason.",
                    path="levels_reason",
                ),
            ),
        ),
        (NECK, "x", (Problem(Item.LEVELS, IN_THE_NECK, False, "levels_reason"),)),
    ],
    ids=["no course", "there", "elsewhere", "with a reason"],
)
def test_levels_away_from_the_complaint_are_said(
    course: Course | None, reason: str, found: tuple[Problem, ...]
) -> None:
    block = replace(WHOLE, levels_reason=reason)
    assert problems(block, PATIENT, NOW, FORMULARY, course) == found


WARD = replace(PATIENT, born=date(2008, 11, 25))
PREGNANT_PATIENT = replace(PATIENT, pregnancy=PREGNANT)
OF_AGE_TODAY = replace(PATIENT, born=date(2008, 11, 24))
CONSENT_BY = Problem(
    Item.CONSENT,
    "The patient is 17 years old. Record who gave the consent.",
    False,
    "consent.given_by",
)
PREGNANCY = "The patient is recorded as pregnant."


@every_row(
    ("patient", "change", "found"),
    [
        (WARD, {}, (CONSENT_BY,)),
        (WARD, {"consent": replace(WHOLE.consent, given_by="her mother")}, ()),
        (WARD, {"consent": Consent()}, (Problem(Item.CONSENT, "Consent is not recorded."),)),
        (OF_AGE_TODAY, {}, ()),
        (
            PREGNANT_PATIENT,
            {},
            (Problem(Item.PLAN, f"{PREGNANCY} Record why it was done.", True, "pregnancy_reason"),),
        ),
        (
            PREGNANT_PATIENT,
            {"pregnancy_reason": "told, and wanted it"},
            (Problem(Item.PLAN, PREGNANCY, False, "pregnancy_reason"),),
        ),
        (PREGNANT_PATIENT, {"fluoroscopy": Fluoroscopy(none_used=True)}, ()),
    ],
    ids=["ward", "mother", "no consent", "of age", "pregnant", "with a reason", "without x-rays"],
)
def test_who_the_patient_is_matters(
    patient: Patient, change: dict[str, Any], found: tuple[Problem, ...]
) -> None:
    assert problems(replace(WHOLE, **change), patient, NOW, FORMULARY) == found


def strong(strength: int, block: Block = WHOLE) -> Block:
    """The block with so many mg/mL of lidocaine in its 3 mL."""
    drugs = (replace(d, strength=Decimal(strength)) if d.use is DrugUse.TARGET else d for d in block.drugs)
    return replace(block, drugs=tuple(drugs))


def over(block: Block, patient: Patient, *others: Block) -> list[bool]:
    """Whether each sentence about a limit blocks signing."""
    found = problems(block, patient, NOW, FORMULARY, None, others)
    return [each.blocks_signing for each in found if "above the limit" in each.sentence]


def test_the_weight_and_the_other_records_of_the_day_count_toward_the_limit() -> None:
    assert over(strong(60), PATIENT) == []
    assert over(strong(60), replace(PATIENT, weight=Decimal(30))) == [True]
    assert over(strong(60), PATIENT, replace(strong(60), id=UUID(int=9))) == [True]


def test_a_reason_that_was_given_before_asks_to_be_confirmed() -> None:
    again = "Its reason was given before this was so: press Enter in it to confirm, or change it."

    def about_dose(block: Block) -> list[tuple[bool, bool]]:
        found = problems(block, PATIENT, NOW, FORMULARY)
        texts = [each for each in found if "above the limit" in each.sentence]
        return [(each.blocks_signing, each.sentence.endswith(f" {again}")) for each in texts]

    assert about_dose(strong(200)) == [(True, False)]
    reasoned = with_reason(strong(200), dose_reason="weighed twice")
    assert about_dose(reasoned) == [(False, False)]
    assert about_dose(strong(210, reasoned)) == [(True, True)]
    sentences = [each.sentence for each in problems(reasoned, PATIENT, NOW, FORMULARY)]
    assert not any(sentence.endswith((" ", "XX")) for sentence in sentences)


def test_a_reason_stands_for_each_of_its_concerns_by_itself() -> None:
    second = Drug(DrugUse.TARGET, "bupivacaine", Decimal(90))
    two = replace(strong(200), drugs=(*strong(200).drugs, second))
    assert over(two, PATIENT) == [True, True]
    reasoned = with_reason(two, dose_reason="weighed twice")
    assert over(reasoned, PATIENT) == [False, False]
    assert sum("above the limit" in line for line in reasoned.dose_reason_for.splitlines()) == 2


def test_a_reason_that_was_given_for_nothing_asks_to_be_confirmed() -> None:
    (found,) = (
        each
        for each in problems(replace(strong(200), dose_reason="x"), PATIENT, NOW, FORMULARY)
        if "above the limit" in each.sentence
    )
    assert found.blocks_signing
    assert found.sentence.endswith("press Enter in it to confirm, or change it.")
