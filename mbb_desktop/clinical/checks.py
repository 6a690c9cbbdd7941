"""What is missing or odd in a block before it can be signed, each with the place to mend it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from mbb_desktop.clinical.allergies import ABOUT_ALLERGY, ALLERGY_CONTRAST, ALLERGY_PREP, allergy_concerns
from mbb_desktop.clinical.anatomy import Region, say_joints_in_sentence
from mbb_desktop.clinical.block import Block, Drug, DrugUse, Item, SedationLevel, Target
from mbb_desktop.clinical.charting import plan_differs
from mbb_desktop.clinical.complaint import against_complaint, diagnosis_elsewhere
from mbb_desktop.clinical.concern import Concern, Weight, needs_reason
from mbb_desktop.clinical.consent_words import against_consent
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.dose_concerns import dose_concerns
from mbb_desktop.clinical.drugs import Formulary
from mbb_desktop.clinical.levels import EXAMPLES
from mbb_desktop.clinical.people import PREGNANT, Patient, age_on
from mbb_desktop.clinical.performed import (
    joints_blocked,
    joints_without_targets,
    say_places,
    session_undecided,
    stopped_before_needle,
)
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.radiation import fluoroscopy_concerns
from mbb_desktop.clinical.room_part import awaits_choice
from mbb_desktop.clinical.shown import listed
from mbb_desktop.clinical.time_out import agrees, entered_for_another, said

TIME_OUT = "time_outs"
_ONE_GO = timedelta(minutes=2)  # needle out may be typed right after "all as listed, I confirm"
_OF_AGE = 18  # in most US states
_SHORTEST, _LONGEST = 20, 200  # mm; spinal needles are sold from 1 to 7 in


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `item` is where, `path` the field when it is not the item's first one.

    `blocks_signing` is false for what is only worth a second look.
    """

    item: Item
    sentence: str
    blocks_signing: bool = True
    path: str = ""


def problems(  # noqa: PLR0913, PLR0917  what a block is held against
    block: Block,
    patient: Patient | None,
    now: datetime,
    formulary: Formulary,
    course: Course | None = None,
    others: Iterable[Block] = (),
) -> tuple[Problem, ...]:
    """Everything to mend, in the order of work. A note can be signed when none of them blocks it.

    `others` are the patient's other records: what was injected the same day counts toward the limits.

    Required are patient, date and needle-out, physician, at least one target with nerve, side, agent,
    strength and volume, consent, time-out, complications, and fluoroscopy time or that none was used. A block
    that was stopped before the needle has no needle-out.
    """
    found = [*_levels(block, course), *_elsewhere(block, course), *_anesthetic(block), *_performed(block)]
    found += _times(block, now)
    found += [] if patient is None else _about_patient(block, patient)
    return tuple(found + list(_concerns(block, patient, formulary, others)))


def called(problem: Problem) -> str:
    """What is missing, in a word or two for a list: `time-out`, `needle-out time`."""
    return "time-out" if problem.path == TIME_OUT else problem.item.value


def blocking(found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Those that keep a note from being signed."""
    return tuple(problem for problem in found if problem.blocks_signing)


def _levels(block: Block, course: Course | None) -> Iterator[Problem]:
    if not block.targets:
        example = EXAMPLES[course.region if course else Region.LUMBAR]
        yield Problem(Item.LEVELS, f"Levels and side are missing. Type them, for example {example}.")
    if apart := joints_without_targets(block):
        named = f"{say_places(apart)} {'is' if len(apart) == 1 else 'are'} named"
        sentence = f"{named}, but not every nerve is a target on that side. Type the levels again."
        yield Problem(Item.LEVELS, sentence)
    if block.physician_id is None:
        yield Problem(Item.TEAM, "The physician is missing. Choose who performed the block.")
    if plan_differs(block):
        yield _other_than_planned(block, course)
    if agrees(block) is False:
        yield _other_than_said(block, course)
    if sentence := against_consent(block):
        yield Problem(Item.CONSENT, sentence, blocks_signing=False, path="consent.about")


def _elsewhere(block: Block, course: Course | None) -> Iterator[Problem]:
    """A block where there is no complaint may be meant; a wrong side looks the same."""
    reason = _levels_reasoned(block, course)
    for sentence in against_complaint(block, course) if course else ():
        mend = "" if reason else _again(block) or " Correct the levels, or give the reason."
        yield Problem(Item.LEVELS, sentence + mend, blocks_signing=not reason, path="levels_reason")
    if code := diagnosis_elsewhere(block):
        sentence = f"The diagnosis {code} names another region than the levels. Check it."
        yield Problem(Item.DIAGNOSIS, sentence, blocks_signing=False)


def _other_than_planned(block: Block, course: Course | None) -> Problem:
    """An added side or another level may have been agreed with the patient; a wrong one looks the same.

    Where the time-out named something else as well, it asks for the reason, once.
    """
    sentence = f"The levels differ from the plan: {say_joints_in_sentence(block.planned_joints)} was planned."
    if agrees(block) is False:
        return Problem(Item.LEVELS, sentence, blocks_signing=False)
    return _with_reason(block, course, sentence, said(block.planned_joints))


def _other_than_said(block: Block, course: Course | None) -> Problem:
    named = block.time_out.joints if block.time_out else ()
    return _with_reason(block, course, "The levels differ from the time-out.", named)


def _with_reason(block: Block, course: Course | None, sentence: str, named: Collection[str]) -> Problem:
    """To be corrected or reasoned, unless only less was blocked and it is recorded why."""
    less = set(said(joints_blocked(block))) <= set(named)
    if _levels_reasoned(block, course) or (less and block.stopped_because.strip()):
        return Problem(Item.LEVELS, sentence, blocks_signing=False)
    mend = _again(block) or " Correct them, or give the reason."
    return Problem(Item.LEVELS, sentence + mend, path="levels_reason")


def _levels_reasoned(block: Block, course: Course | None) -> bool:
    """Whether a reason stands for these levels, this plan, time-out and complaint; one kept without does."""
    given_for = block.levels_reason_for
    return bool(block.levels_reason.strip()) and given_for in ("", _levels_now(block, course))


def _again(block: Block) -> str:
    return f" {REASON_AGAIN}" if block.levels_reason.strip() else ""


def _levels_now(block: Block, course: Course | None) -> str:
    """The joints blocked, planned and named at the time-out, the nerves, what speaks against; a line each."""
    named = block.time_out.joints if block.time_out else ()
    nerves = [f"{target.nerve} {target.side.value}" for target in block.targets if not target.not_injected]
    lines = (said(joints_blocked(block)), said(block.planned_joints), named, nerves)
    against = against_complaint(block, course) if course else ()
    return "\n".join([*(", ".join(sorted(places)) for places in lines), *against])


def _anesthetic(block: Block) -> Iterator[Problem]:
    done = [target for target in block.targets if not target.not_injected]
    drawn_up = block.drugs_for(DrugUse.TARGET)
    syringes = {drug.syringe for drug in drawn_up}
    if done and not all(target.syringe in syringes for target in done):
        yield Problem(Item.ANESTHETIC, "The anesthetic is missing. Press 1 to 4 in Anesthetic.")
    elif done and awaits_choice(block):
        yield Problem(Item.ANESTHETIC, f"{_label(drawn_up)} Press 1 to 4 for what was injected.")
    elif any(drug.strength is None for drug in drawn_up):
        yield Problem(Item.ANESTHETIC, "The strength of the anesthetic is missing.")
    if without := [target for target in done if target.volume is None]:
        yield Problem(Item.VOLUMES, f"The volume is missing at {_places(without)}.")
    expired = [d for d in block.drugs if d.expires_on is not None and d.expires_on < block.performed_on]
    for drug in expired:
        yield Problem(
            Item.DRUG_LABEL,
            f"{drug.agent.capitalize()} had expired on the day of the block. Check the date on the vial.",
        )


def _label(drawn_up: tuple[Drug, ...]) -> str:
    read = listed([drug.agent for drug in drawn_up])
    return f"Nobody has chosen the anesthetic; the label on the table reads {read}."


def _places(targets: list[Target]) -> str:
    return ", ".join(f"{target.nerve} {target.side.value}" for target in targets)


def _performed(block: Block) -> Iterator[Problem]:
    if block.consent.kind is None:
        yield Problem(Item.CONSENT, "Consent is not recorded.")
    if session_undecided(block):
        sentence = "The block was stopped. Record whether it counts as a session for the payer."
        yield Problem(Item.FINDINGS, sentence, blocks_signing=False, path="counts_as_session")
    yield from _time_out(block)
    if not block.no_complication and not block.complications:
        yield Problem(Item.COMPLICATIONS, "Complications are not recorded. Enter none, or which.")
    entry = block.entered(Item.COMPLICATIONS)
    if entry and block.needle_out and entry.at + _ONE_GO < block.needle_out:
        yield Problem(Item.COMPLICATIONS, "Complications were entered before needle out. Confirm them again.")
    if block.no_complication and block.complications:
        yield Problem(Item.COMPLICATIONS, "Complications say none and name one. Keep one of the two.")
    if (length := block.needle.millimeters) is not None and not _SHORTEST <= length <= _LONGEST:
        stated = f"{plain(block.needle.length or length)} {block.needle.length_unit.value}"
        odd = f"A needle of {stated} ({plain(length)} mm) is unusual. Check the length and its unit."
        yield Problem(Item.NEEDLE, odd, blocks_signing=False)
    if block.sedation is SedationLevel.NONE and block.drugs_for(DrugUse.SEDATION):
        yield Problem(Item.SEDATION, "Sedation says none and names a drug. Keep one of the two.")
    if block.fluoroscopy.seconds is None and not block.fluoroscopy.none_used:
        yield Problem(Item.FLUOROSCOPY, "Fluoroscopy time is missing. Enter seconds, or 0 if none was used.")


def _time_out(block: Block) -> Iterator[Problem]:
    last = block.time_outs[-1] if block.time_outs else None
    if last is None:
        yield Problem(Item.TIMES, "The time-out is not recorded. Enter who led it and when.", path=TIME_OUT)
    elif last.stopped:
        sentence = "The time-out was stopped. Settle and repeat it: open the room screen."
        yield Problem(Item.TIMES, sentence, path=TIME_OUT)
    elif entered_for_another(block):
        sentence = "The time-out was entered for other levels, another side or day. Enter it again."
        yield Problem(Item.TIMES, sentence, path=TIME_OUT)


def _about_patient(block: Block, patient: Patient) -> Iterator[Problem]:
    age = age_on(patient.born, block.performed_on)
    if age < _OF_AGE and block.consent.kind is not None and not block.consent.given_by.strip():
        sentence = f"The patient is {age} years old. Record who gave the consent."
        yield Problem(Item.CONSENT, sentence, blocks_signing=False, path="consent.given_by")
    if patient.pregnancy == PREGNANT and not block.fluoroscopy.none_used:
        reason = bool(block.pregnancy_reason.strip())
        sentence = "The patient is recorded as pregnant." + ("" if reason else " Record why it was done.")
        yield Problem(Item.PLAN, sentence, not reason, "pregnancy_reason")


def _times(block: Block, now: datetime) -> Iterator[Problem]:
    if block.needle_out is None and not stopped_before_needle(block):
        yield Problem(Item.NEEDLE_OUT, "Needle-out time is missing. Every reading counts from it.")
    elif block.needle_out is not None and block.needle_out > now:
        yield Problem(Item.NEEDLE_OUT, "Needle out lies in the future. Check the time.")
    elif block.needle_out is not None and block.needle_out.date() != block.performed_on:
        yield Problem(Item.TIMES, "Needle out is on another day than the block. Correct one of them.")
    moments = [
        block.in_room,
        block.time_out.at if block.time_out else None,
        block.needle_in,
        block.needle_out,
        block.left_room,
    ]
    known = [moment for moment in moments if moment is not None]
    if known != sorted(known):
        yield Problem(Item.TIMES, "The times are not in order: in room, time-out, needle in, out, left room.")
    if block.performed_on > now.date():
        yield Problem(Item.TIMES, "The block lies in the future. Check its date.")


def _concerns(
    block: Block, patient: Patient | None, formulary: Formulary, others: Iterable[Block]
) -> Iterator[Problem]:
    for concern in _all_concerns(block, patient, formulary, others):
        stands = concern.weight is Weight.NEEDS_REASON and not _is_reasoned(block, concern)
        if concern.weight is not Weight.INFORMATION:
            blocks = stands or concern.weight is Weight.MUST_AGREE
            again = f" {REASON_AGAIN}" if stands and _reason_about(block, concern)[0].strip() else ""
            yield Problem(_ABOUT.get(concern.about, Item.ANESTHETIC), concern.text + again, blocks)


REASON_AGAIN = "Its reason was given before this was so: press Enter in it to confirm, or change it."


def _all_concerns(
    block: Block, patient: Patient | None, formulary: Formulary, others: Iterable[Block]
) -> tuple[Concern, ...]:
    weight = patient.weight if patient else None
    return (
        *dose_concerns(block, weight, formulary, others),
        *fluoroscopy_concerns(block.fluoroscopy),
        *(allergy_concerns(patient, block, formulary) if patient else ()),
    )


def _reason_about(block: Block, concern: Concern) -> tuple[str, str]:
    """The reason for such a concern, and what it was given for."""
    if concern.about in ABOUT_ALLERGY:
        return block.allergy_reason, block.allergy_reason_for
    return block.dose_reason, block.dose_reason_for


def _is_reasoned(block: Block, concern: Concern) -> bool:
    reason, given_for = _reason_about(block, concern)
    return bool(reason.strip()) and concern.text in given_for.splitlines()


def with_reasons_for(  # noqa: PLR0913, PLR0917  what a block is held against
    before: Block,
    block: Block,
    patient: Patient | None,
    formulary: Formulary,
    others: Iterable[Block],
    course: Course | None = None,
) -> Block:
    """The block with what its reasons are given for, as far as they are other reasons than before."""
    concerns = [c for c in _all_concerns(block, patient, formulary, others) if needs_reason(c)]
    if block.dose_reason != before.dose_reason:
        block = replace(block, dose_reason_for=_lines(c for c in concerns if c.about not in ABOUT_ALLERGY))
    if block.levels_reason != before.levels_reason:
        block = replace(block, levels_reason_for=_levels_now(block, course))
    if block.allergy_reason != before.allergy_reason:
        block = replace(block, allergy_reason_for=_lines(c for c in concerns if c.about in ABOUT_ALLERGY))
    return block


def _lines(concerns: Iterable[Concern]) -> str:
    return "\n".join(dict.fromkeys(concern.text for concern in concerns))


_ABOUT = {
    "volume": Item.VOLUMES,
    "fluoroscopy": Item.FLUOROSCOPY,
    "contrast": Item.CONTRAST,
    "label": Item.DRUG_LABEL,
    "contrast volume": Item.CONTRAST,
    "sedation": Item.SEDATION,
    ALLERGY_PREP: Item.PREP,
    ALLERGY_CONTRAST: Item.CONTRAST,
}
