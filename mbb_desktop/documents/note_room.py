"""What happened in the room, in sentences: consent, time-out, safety, the state before, and the technique."""

from collections.abc import Iterator
from datetime import date

from mbb_desktop.clinical.anatomy import Region, Side, needs_thoracic_caution
from mbb_desktop.clinical.block import (
    Block,
    Drug,
    DrugUse,
    Guidance,
    Item,
    PatientAnswer,
    Prep,
    SedationLevel,
    TimeOut,
    Vitals,
    VitalsWhen,
    WhereTimeOut,
)
from mbb_desktop.clinical.charting import plan_differs
from mbb_desktop.clinical.complaint import against_complaint
from mbb_desktop.clinical.course import Course, Vertebrae
from mbb_desktop.clinical.needle import Needle
from mbb_desktop.clinical.people import Allergy, AllergyState, Anticoagulant, AnticoagulantPlan, Patient
from mbb_desktop.clinical.performed import joints_blocked, something_injected, stopped_before_needle
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import Reading, Series
from mbb_desktop.clinical.time_out import agrees, corrected_at, kept_where, said
from mbb_desktop.documents.amounts import NB, amount, clock, clock_on, day, joined, whole
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.places import joints_from_words
from mbb_desktop.documents.sentences import Section, Sentence, section, told
from mbb_desktop.documents.wording import Run, Words, bold, listed, side_run, words

_CONFIRMED = (
    ("name_said", "full name"),
    ("born_said", "date of birth"),
    ("procedure_said", "procedure"),
    ("consent", "consent"),
    ("site_mark", "skin mark"),
    ("allergy", "allergy"),
    ("anticoagulant", "anticoagulant"),
    ("images_up", "images up"),
    ("drug_labelled", "drug labelled"),
)


def room(facts: NoteFacts) -> list[Section]:
    """The sections from consent to technique, in the order of the day."""
    block, patient = facts.block, facts.patient
    return [
        section("Consent", _consent(block)),
        section("Time-out", _time_outs(block, facts.course)),
        section(
            "Safety",
            [*_allergies(patient), *_anticoagulant(patient), *_other_safety(patient), *_reason(block)],
        ),
        section("Before", _before(facts)),
        section("Level count", _level_count(block, facts.course)),
        section("Technique", _technique(block)),
        section("Caution", _caution(block)),
    ]


def _consent(block: Block) -> Iterator[Sentence]:
    consent = block.consent
    if consent.kind is not None:
        signed = f", signed {day(consent.signed_on)}" if consent.signed_on else ""
        given = f", given by {consent.given_by}" if consent.given_by else ""
        yield told("block.consent", consent.kind.value, " consent", signed, given, item=Item.CONSENT)
    if consent.explained_by or consent.about:
        by = f"Explained by {whole(consent.explained_by)}" if consent.explained_by else "Explained"
        about = f": {consent.about}" if consent.about else ""
        yield told("block.consent.explained_by", by, about, item=Item.CONSENT)
    if consent.interpreter:
        yield told("block.consent.interpreter", f"Interpreter: {consent.interpreter}", item=Item.CONSENT)


# Time-out


def _time_outs(block: Block, course: Course | None) -> Iterator[Sentence]:
    for attempt in block.time_outs:
        if attempt.stopped:
            yield _stopped(attempt)
    if block.time_out is not None:
        plan_was_shown = any(attempt.stopped for attempt in block.time_outs[:-1])
        other_plan = "corrected plan" if corrected_at(block) else ""
        yield from _time_out(block.time_out, kept_where(block, block.time_out), plan_was_shown, other_plan)
    if agrees(block) is False:
        yield told("block.joints", bold(_otherwise(block)), item=Item.LEVELS)
    for sentence in (elsewhere := against_complaint(block, course) if course else ()):
        yield told("block.targets", sentence.rstrip("."), item=Item.LEVELS)
    if block.levels_reason and (elsewhere or agrees(block) is False or plan_differs(block)):
        label = "Reason:" if agrees(block) is False and not elsewhere else "Reason for these levels:"
        yield told("block.levels_reason", bold(label), f" {block.levels_reason}", item=Item.LEVELS)


def _otherwise(block: Block) -> str:
    """How what was blocked differs from the time-out: less of it, or something else."""
    named = set(block.time_out.joints) if block.time_out else set()
    if not something_injected(block):
        return "Nothing of it was injected"
    less = set(said(joints_blocked(block))) <= named
    return "Not all of it was blocked" if less else "What was blocked differs from the time-out"


def _stopped(attempt: TimeOut) -> Sentence:
    entered = words(" (entered: ", joints_from_words(attempt.joints), ")") if attempt.joints else ()
    answer = f"; the patient stated “{attempt.patient_answer.value}”" if attempt.patient_answer else ""
    settled = f"; settled by {attempt.settled_by}" if attempt.settled_by else ""
    said = (
        bold(f"A time-out at {clock(attempt.at)} was stopped"),
        ": the answers did not agree",
        entered,
        answer,
        settled,
    )
    return told("block.time_outs", *said, item=Item.TIMES)


def _time_out(held: TimeOut, where: str, plan_was_shown: bool, other_plan: str) -> Iterator[Sentence]:
    others = [whole(name) for name in held.present if name != held.led_by]
    present = f", with {listed_text(others)}" if others else ""
    led = bold(f"{clock(held.at)}, led by {whole(held.led_by)}" if held.led_by else clock(held.at))
    after = words(". ", bold(where.capitalize())) if held.where is WhereTimeOut.AFTERWARDS else ()
    yield told("block.time_outs", led, present, after, item=Item.TIMES)
    if held.patient_answer is PatientAnswer.NOT_ABLE:
        yield told("block.time_outs.patient_answer", "The patient was not able to answer on the side")
    elif held.patient_answer is not None:
        answer = bold(f"“{held.patient_answer.value}”")
        yield told("block.time_outs.patient_answer", "The patient stated ", answer, item=Item.TIMES)
    if held.joints:
        yield told(
            "block.time_outs.joints", *_entered_again(held, plan_was_shown, other_plan), item=Item.TIMES
        )
    if done := [name for field, name in _CONFIRMED if getattr(held, field)]:
        yield told("block.time_outs.checks", f"Confirmed: {listed_text(done)}", item=Item.TIMES)


def _entered_again(held: TimeOut, plan_was_shown: bool, other_plan: str) -> tuple[str | Words, ...]:
    """A stop shows the plan, so that what is entered after it is no longer blind."""
    blind = held.where is WhereTimeOut.ROOM_SCREEN and not plan_was_shown
    seen = (
        "Side and levels entered again after the plan was shown: " if plan_was_shown else "Side and levels: "
    )
    how = "Side and levels entered again without seeing the plan: " if blind else seen
    as_planned = f"as the {other_plan}" if other_plan else "as planned"
    agreed = {True: f", {as_planned}", False: f", not {as_planned}", None: ""}[held.matched_plan]
    settled = f"; settled by {held.settled_by}" if held.settled_by else ""
    return how, joints_from_words(held.joints), agreed, settled


def listed_text(items: list[str]) -> str:
    return "".join(run.text for run in listed(items))


# Safety


def _allergies(patient: Patient) -> Iterator[Sentence]:
    if patient.allergy_state is AllergyState.NONE_KNOWN:
        yield told("patient.allergy_state", bold("Allergies:"), " none known")
    elif patient.allergy_state is AllergyState.LISTED and patient.allergies:
        each = "; ".join(map(allergy_words, patient.allergies))
        yield told(
            "patient.allergies", bold("Allergy:" if len(patient.allergies) == 1 else "Allergies:"), f" {each}"
        )


def allergy_words(allergy: Allergy) -> str:
    """`latex (hives)`, `articaine, an amide local anesthetic`."""
    name = allergy.substance or allergy.kind.value
    kind = f", {allergy.kind.value}" if allergy.kind.value not in {name.lower(), "other"} else ""
    return f"{name}{kind}" + (f" ({allergy.reaction})" if allergy.reaction else "")


def _anticoagulant(patient: Patient) -> Iterator[Sentence]:
    if said := anticoagulant_words(patient.anticoagulant):
        yield told("patient.anticoagulant", bold("Anticoagulant:"), " ", said)


def anticoagulant_words(taken: Anticoagulant) -> Words:
    """The dated state and who decided it; nothing when nobody asked."""
    if taken.plan is None:
        return ()
    if taken.plan is AnticoagulantPlan.NOT_TAKEN:
        return words("none taken")
    drug: list[str | Run] = [joined((taken.drug, taken.dose), " "), " ", bold(taken.plan.value)]
    stopped = taken.plan is AnticoagulantPlan.STOPPED
    if stopped and taken.stopped_on:
        drug.append(f" {day(taken.stopped_on)}")
    last = f"last dose {taken.last_dose}" if taken.last_dose else ""
    return words(
        *drug, *(f", {part}" for part in (last, _restart(taken) if stopped else "") if part), _decided(taken)
    )


def _restart(taken: Anticoagulant) -> str:
    due = f" due {day(taken.restart_due)}" if taken.restart_due else ""
    state = {True: "confirmed", False: "not done", None: "not confirmed"}[taken.restart_confirmed]
    return f"restart{due}, {state}"


def _decided(taken: Anticoagulant) -> str:
    when = day(taken.decided_on) if taken.decided_on else ""
    return (
        f"; decided {joined((taken.decided_by and f'by {whole(taken.decided_by)}', when))}"
        if taken.decided_by or when
        else ""
    )


def _other_safety(patient: Patient) -> Iterator[Sentence]:
    yield from device(patient)
    if patient.pregnancy:
        yield told("patient.pregnancy", f"Pregnancy: {patient.pregnancy}")


def device(patient: Patient) -> Iterator[Sentence]:
    if patient.implanted_device:
        what = f": {patient.implanted_device_text}" if patient.implanted_device_text else ""
        yield told("patient.implanted_device", bold("Implanted electrical device"), what)
    elif patient.implanted_device is False:
        yield told("patient.implanted_device", "No implanted electrical device")


def _reason(block: Block) -> Iterator[Sentence]:
    reasons = (
        ("dose_reason", "dose", Item.ANESTHETIC),
        ("allergy_reason", "drug against the allergy", Item.ANESTHETIC),
        ("pregnancy_reason", "block in pregnancy", Item.PLAN),
    )
    for field, label, item in reasons:
        if reason := getattr(block, field):
            yield told(f"block.{field}", bold(f"Reason for the {label}:"), f" {reason}", item=item)


# Before


def _before(facts: NoteFacts) -> Iterator[Sentence]:
    patient, block = facts.patient, facts.block
    for taken in block.vitals:
        if taken.when is VitalsWhen.BEFORE:
            yield told("block.vitals", vitals_words(taken, facts), item=Item.VITALS)
    if patient.weight is not None:
        when = f" ({day(patient.weighed_on)})" if patient.weighed_on else ""
        yield told("patient.weight", f"Weight {amount(patient.weight, 'kg')}{when}")
    if known := [r for r in facts.before if r.score is not None and r.score_to is None]:
        scores = listed([_score(reading, alone=len(known) == 1) for reading in known])
        at = clock_on(known[0].at, block.performed_on)
        scale = facts.scale or "pain score"
        yield told("response.readings", f"Index pain at {at}, {scale}: ", scores)
    if block.last_analgesic:
        yield told("block.last_analgesic", f"Last pain medicine: {block.last_analgesic}", item=Item.VITALS)


def vitals_words(taken: Vitals, facts: NoteFacts) -> str:
    """`10:14: BP 132/78 mmHg, pulse 74, SpO2 98 %, 36.6 °C`; empty without any of them."""
    both = [str(each) if each is not None else "–" for each in (taken.systolic, taken.diastolic)]
    pressure = f"BP {'/'.join(both)}{NB}mmHg" if both != ["–", "–"] else ""
    parts = (
        pressure,
        f"pulse {taken.pulse}" if taken.pulse is not None else "",
        f"SpO2 {amount(taken.spo2, '%')}" if taken.spo2 is not None else "",
        amount(taken.temperature, "°C") if taken.temperature is not None else "",
    )
    said = joined(parts)
    return f"{clock_on(taken.at, facts.block.performed_on)}: {said}" if said else ""


def _score(reading: Reading, *, alone: bool) -> Words:
    score = plain(reading.score) if reading.score is not None else ""
    if reading.series is Series.OVERALL:
        return words(bold(score)) if alone else words("overall ", bold(score))
    return words(side_run(Side(reading.series.value)), " ", bold(score))


# Level count and technique


def _level_count(block: Block, course: Course | None) -> Iterator[Sentence]:
    if block.level_count:
        yield told("block.level_count", block.level_count, item=Item.LEVEL_COUNT)
    if block.vertebrae is not None:
        odd = block.vertebrae is not Vertebrae.FIVE
        said = block.vertebrae.value[:1].upper() + block.vertebrae.value[1:]
        yield told("block.vertebrae", bold(said) if odd else said, item=Item.LEVEL_COUNT)
    if course is not None:
        yield from last_level_imaged(course)


def last_level_imaged(course: Course) -> Iterator[Sentence]:
    """Which number the imaging report uses, so that both papers mean the same level."""
    if course.last_level_imaged:
        said = f"The imaging report calls the last mobile level {course.last_level_imaged}"
        yield told("course.last_level_imaged", said)


def _technique(block: Block) -> Iterator[Sentence]:
    if block.position:
        yield told("block.position", block.position, item=Item.POSITION)
    if block.approach:
        yield told("block.approach", f"Approach: {block.approach}", item=Item.POSITION)
    if block.monitoring:
        yield told("block.monitoring", f"Monitoring: {block.monitoring}", item=Item.POSITION)
    yield from _prep(block)
    yield from _needle(block)
    yield from _guidance(block)
    yield from _none_given(block)
    yield from _sedation(block)


def _prep(block: Block) -> Iterator[Sentence]:
    kind = block.prep.value if block.prep not in (None, Prep.OTHER) else ""
    if said := joined((kind, block.prep_text)):
        yield told("block.prep", f"Skin: {said}", item=Item.PREP)


def _needle(block: Block) -> Iterator[Sentence]:
    """Before the first needle it was only chosen: the note claims none."""
    needle, called = block.needle, "Needle chosen" if stopped_before_needle(block) else "Needle"
    tip = {True: "bent tip", False: "straight tip", None: ""}[needle.bent_tip]
    if said := joined((joined((needle_words(needle), needle.kind), " "), tip)):
        yield told("block.needle", f"{called}: {said}", item=Item.NEEDLE)


def needle_words(needle: Needle) -> str:
    """`25 G 3.5 in`, as far as recorded."""
    length = amount(needle.length, needle.length_unit.value) if needle.length is not None else ""
    return joined((f"{needle.gauge}{NB}G" if needle.gauge is not None else "", length), " ")


def _guidance(block: Block) -> Iterator[Sentence]:
    seen = block.fluoroscopy
    if seen.guidance is Guidance.NONE:
        yield told("block.fluoroscopy.guidance", "No image guidance", item=Item.FLUOROSCOPY)
    elif seen.guidance is not None or seen.views:
        kind = seen.guidance.value if seen.guidance else "Imaging"
        views = f": {seen.views}" if seen.views else ""
        yield told("block.fluoroscopy.guidance", kind[:1].upper() + kind[1:], views, item=Item.FLUOROSCOPY)


def _none_given(block: Block) -> Iterator[Sentence]:
    if block.no_contrast:
        reason = f": {block.no_contrast_reason}" if block.no_contrast_reason else ""
        yield told("block.no_contrast", bold("No contrast"), reason, item=Item.CONTRAST)
    if block.no_skin_anesthetic:
        yield told("block.no_skin_anesthetic", "No skin anesthetic", item=Item.SKIN)
    if block.no_steroid:
        yield told("block.no_steroid", bold("Steroid: none"), item=Item.STEROID)


def _sedation(block: Block) -> Iterator[Sentence]:
    drugs = [sedative_words(drug, block.performed_on) for drug in block.drugs_for(DrugUse.SEDATION)]
    if block.sedation is None and not drugs:
        return
    level = block.sedation.value if block.sedation else "level not recorded"
    given = f", {listed_text(drugs)}" if drugs else ""
    none_given = block.sedation is SedationLevel.NONE
    reason = f"; reason: {block.sedation_reason}" if block.sedation_reason and not none_given else ""
    yield told("block.sedation", bold(f"Sedation: {level}"), given, reason, item=Item.SEDATION)


def sedative_words(drug: Drug, on: date) -> str:
    """`midazolam 2 mg IV at 10:35`, as far as recorded."""
    dose = amount(drug.amount, "mg") if drug.amount is not None else ""
    at = f"at {clock_on(drug.given_at, on)}" if drug.given_at else ""
    return joined((drug.agent, dose, drug.route.value if drug.route else "", at), " ")


def _caution(block: Block) -> Iterator[Sentence]:
    if block.region is Region.THORACIC or any(needs_thoracic_caution(each.joint) for each in block.joints):
        yield told("block.joints", bold("Thoracic levels:"), " ", _THORACIC, item=Item.LEVELS)


_THORACIC = (
    "at T4 to T8 most articular branches leave the dorsal ramus itself, so a medial branch block may not "
    "anesthetize the joint; the usual map of nerves is disputed (Joshi 2019, Talsma 2024)"
)
