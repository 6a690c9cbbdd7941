"""What a procedure note does not record, in one list: every field of a complete note that is empty."""

from collections.abc import Callable, Iterator, Mapping

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import (
    Block,
    Drug,
    DrugUse,
    Guidance,
    Item,
    Prep,
    SedationLevel,
    Target,
    TimeOut,
    VitalsWhen,
)
from mbb_desktop.clinical.charting import plan_differs
from mbb_desktop.clinical.people import AllergyState, Sex
from mbb_desktop.clinical.performed import session_undecided, stopped_before_needle
from mbb_desktop.clinical.shown import listed
from mbb_desktop.clinical.time_out import agrees
from mbb_desktop.documents.note_end import is_complete
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.note_room import vitals_words
from mbb_desktop.documents.places import ordered_targets, places_called
from mbb_desktop.documents.sentences import Gap
from mbb_desktop.documents.wording import plain_text


def not_recorded(facts: NoteFacts) -> tuple[Gap, ...]:
    """The gaps in the order of the note."""
    block = facts.block
    return (
        *_who(facts),
        *_why(facts),
        *_consent(block),
        *_time_out(block),
        *_safety(facts),
        *_before(facts),
        *_technique(block),
        *_drugs(block),
        *_targets(block),
        *_after(block),
        *_causes(facts),
    )


def _missing(empty: bool, label: str, source: str, item: Item | None = None) -> Iterator[Gap]:
    if empty:
        yield Gap(label, source, item)


def _who(facts: NoteFacts) -> Iterator[Gap]:
    block = facts.block
    yield from _missing(facts.physician is None, "physician", "block.physician_id", Item.TEAM)
    yield from _missing(block.purpose is None, "diagnostic or therapeutic", "block.purpose")
    yield from _missing(not block.nurse, "nurse", "block.nurse", Item.TEAM)
    yield from _missing(not block.radiographer, "radiographer", "block.radiographer", Item.TEAM)
    yield from _missing(not block.room, "room", "block.room", Item.TEAM)
    yield from _missing(facts.payer is None, "payer", "patient.payer_id")
    yield from _missing(
        not block.joints and not block.targets, "levels and side", "block.joints", Item.LEVELS
    )
    no_needle = stopped_before_needle(block)
    for name, missing in (
        ("in-room", block.in_room is None),
        ("needle-in", block.needle_in is None and not no_needle),
        ("left-room", block.left_room is None),
    ):
        yield from _missing(missing, f"{name} time", f"block.{name.replace('-', '_')}", Item.TIMES)
    out = block.needle_out is None and not no_needle
    yield from _missing(out, "needle-out time", "block.needle_out", Item.NEEDLE_OUT)


def _why(facts: NoteFacts) -> Iterator[Gap]:
    block, course = facts.block, facts.course
    after = block.diagnoses_after or block.same_diagnosis_after
    yield from _missing(not block.diagnoses, "diagnosis before", "block.diagnoses", Item.DIAGNOSIS)
    yield from _missing(not after, "diagnosis after", "block.diagnoses_after", Item.DIAGNOSIS)
    for label, field in _COMPLAINT:
        yield from _missing(course is None or not _said(getattr(course, field)), label, f"course.{field}")


_COMPLAINT = (
    ("index pain", "pain_area"),
    ("what provokes the pain", "provoked_by"),
    ("whether the pain is axial", "axial"),
    ("when the pain began", "began_on"),
    ("radiculopathy", "radiculopathy"),
    ("functional limits", "limits"),
    ("conservative care", "conservative_care"),
    ("imaging", "imaging"),
)


def _said(fact: object) -> bool:
    """Whether a fact is recorded: False is, None and empty are not."""
    return fact is not None and fact not in ("", ())


def _consent(block: Block) -> Iterator[Gap]:
    consent = block.consent
    if consent.kind is None:
        yield Gap("consent", "block.consent", Item.CONSENT)
        return
    yield from _missing(consent.signed_on is None, "date of consent", "block.consent.signed_on", Item.CONSENT)
    by = "who explained the block"
    yield from _missing(not consent.explained_by, by, "block.consent.explained_by", Item.CONSENT)
    yield from _missing(not consent.about, "what consent was about", "block.consent.about", Item.CONSENT)


_CHECKS: tuple[tuple[str, Callable[[TimeOut], object]], ...] = (
    ("who led it", lambda t: t.led_by),
    ("who was present", lambda t: t.present),
    ("side and levels", lambda t: t.joints),
    ("the patient's answer on the side", lambda t: t.patient_answer),
    ("full name", lambda t: t.name_said),
    ("date of birth", lambda t: t.born_said),
    ("procedure", lambda t: t.procedure_said),
    ("consent", lambda t: t.consent),
    ("skin mark", lambda t: t.site_mark),
    ("allergy", lambda t: t.allergy),
    ("anticoagulant", lambda t: t.anticoagulant),
    ("images up", lambda t: t.images_up),
    ("drug labelled", lambda t: t.drug_labelled),
)


def _time_out(block: Block) -> Iterator[Gap]:
    held = block.time_out
    if held is None:
        yield Gap("time-out", "block.time_outs", Item.TIMES)
        return
    if missing := [name for name, fact in _CHECKS if not fact(held)]:
        yield Gap(f"at the time-out: {', '.join(missing)}", "block.time_outs", Item.TIMES)


def _safety(facts: NoteFacts) -> Iterator[Gap]:
    patient = facts.patient
    listed = patient.allergy_state is AllergyState.LISTED and bool(patient.allergies)
    known = listed or patient.allergy_state is AllergyState.NONE_KNOWN
    yield from _missing(not known, "allergies (not asked)", "patient.allergy_state")
    unasked = patient.anticoagulant.plan is None
    yield from _missing(unasked, "anticoagulant (not asked)", "patient.anticoagulant")
    yield from _missing(
        patient.implanted_device is None, "implanted electrical device", "patient.implanted_device"
    )
    asked = patient.sex is Sex.MALE or patient.pregnancy
    yield from _missing(not asked, "pregnancy", "patient.pregnancy")


def _before(facts: NoteFacts) -> Iterator[Gap]:
    block = facts.block
    vitals = any(vitals_words(v, facts) for v in block.vitals if v.when is VitalsWhen.BEFORE)
    yield from _missing(not vitals, "vital signs before", "block.vitals", Item.VITALS)
    yield from _missing(facts.patient.weight is None, "weight", "patient.weight")
    scored = any(reading.score is not None and reading.score_to is None for reading in facts.before)
    yield from _missing(not scored, "pain score before", "response.readings")
    yield from _missing(not block.last_analgesic, "last pain medicine", "block.last_analgesic", Item.VITALS)
    yield from _missing(
        not block.level_count, "how levels were counted", "block.level_count", Item.LEVEL_COUNT
    )
    lumbar = block.region is Region.LUMBAR
    count = "number of lumbar vertebrae"
    yield from _missing(lumbar and block.vertebrae is None, count, "block.vertebrae", Item.LEVEL_COUNT)


def _technique(block: Block) -> Iterator[Gap]:
    seen = block.fluoroscopy
    yield from _missing(not block.position, "position", "block.position", Item.POSITION)
    yield from _missing(not block.monitoring, "monitoring", "block.monitoring", Item.POSITION)
    unnamed = block.prep is None or (block.prep is Prep.OTHER and not block.prep_text)
    yield from _missing(unnamed, "skin prep", "block.prep", Item.PREP)
    if not stopped_before_needle(block):
        yield from _lacking("", _needle(block), "block.needle", Item.NEEDLE, whole="needle")
    yield from _missing(
        seen.guidance is None, "image guidance", "block.fluoroscopy.guidance", Item.FLUOROSCOPY
    )
    views = "views used"
    imaged = seen.guidance not in (None, Guidance.NONE) and not seen.none_used
    yield from _missing(imaged and not seen.views, views, "block.fluoroscopy.views", Item.FLUOROSCOPY)
    yield from _sedation(block)
    steroid = block.no_steroid or block.drugs_for(DrugUse.STEROID)
    yield from _missing(not steroid, "steroid", "block.no_steroid", Item.STEROID)
    skin = block.no_skin_anesthetic or block.drugs_for(DrugUse.SKIN)
    yield from _missing(not skin, "skin anesthetic", "block.no_skin_anesthetic", Item.SKIN)


def _lacking(
    of: str, facts: Mapping[str, object], source: str, item: Item, *, whole: str = ""
) -> Iterator[Gap]:
    """One gap for all empty facts about a thing: `dose and route of midazolam`; `whole` when all are."""
    empty = [name for name, fact in facts.items() if not _said(fact)]
    if empty:
        named = whole if whole and len(empty) == len(facts) else f"{listed(empty)} {of}".strip()
        yield Gap(named, source, item)


def _needle(block: Block) -> dict[str, object]:
    needle = block.needle
    return {"needle gauge": needle.gauge, "needle length": needle.length, "needle tip": needle.bent_tip}


def _sedation(block: Block) -> Iterator[Gap]:
    yield from _missing(block.sedation is None, "sedation", "block.sedation", Item.SEDATION)
    asked = block.sedation not in (None, SedationLevel.NONE) and not block.sedation_reason
    yield from _missing(asked, "why sedation was given", "block.sedation_reason", Item.SEDATION)
    for drug in block.drugs_for(DrugUse.SEDATION):
        facts = {"dose": drug.amount, "route": drug.route, "time": drug.given_at}
        yield from _lacking(f"of {drug.agent}", facts, "block.sedation", Item.SEDATION)


def _drugs(block: Block) -> Iterator[Gap]:
    used = block.drugs_for(DrugUse.TARGET)
    yield from _missing(not used, "anesthetic", "block.drugs", Item.ANESTHETIC)
    for drug in used:
        unsaid = drug.epinephrine is None
        yield from _missing(
            unsaid, f"epinephrine in {drug.agent}", "block.drugs.epinephrine", Item.EPINEPHRINE
        )
    for drug in block.drugs:
        unknown = drug.strength is None and drug.amount is None and drug.use is not DrugUse.SEDATION
        strength = f"strength of {_named(drug, block)}"
        yield from _missing(unknown, strength, "block.drugs.strength", Item.ANESTHETIC)
    yield from _labels(block)
    for drug in block.drugs_for(DrugUse.SKIN):
        amount = f"volume of {drug.agent} for the skin"
        yield from _missing(drug.given is None, amount, "block.drugs.given", Item.SKIN)
    reason = block.no_contrast and not block.no_contrast_reason
    yield from _missing(reason, "why no contrast was used", "block.no_contrast_reason", Item.CONTRAST)


def _causes(facts: NoteFacts) -> Iterator[Gap]:
    found = facts.block.other_causes
    since = (found.steroid_since, found.epidural_since, found.trauma_since, found.surgery_since)
    between = "whether steroid, an epidural, an injury or an operation came since the block before"
    yield from _missing(bool(facts.prior) and None in since, between, "block.other_causes.steroid_since")
    device = bool(facts.patient.implanted_device) and found.device_on is None
    yield from _missing(device, "whether the implanted device was on", "block.other_causes.device_on")


def _labels(block: Block) -> Iterator[Gap]:
    """Lots and dates of expiry, once for all drugs that lack the same: they are read off one tray."""
    lacking: dict[str, list[str]] = {}
    for drug in block.drugs:
        empty = [name for name, fact in (("lot", drug.lot), ("expiry", drug.expires_on)) if not fact]
        if empty:
            lacking.setdefault(listed(empty), []).append(_named(drug, block))
    for what, drugs in lacking.items():
        yield Gap(f"{what} of {listed(drugs)}", "block.drugs.lot", Item.DRUG_LABEL)


def _named(drug: Drug, block: Block) -> str:
    """The drug's name, with its use where the same one stands in the table twice."""
    twice = sum(other.agent == drug.agent for other in block.drugs) > 1
    return f"{drug.agent} ({drug.use.value})" if twice else drug.agent


def _targets(block: Block) -> Iterator[Gap]:
    done = [target for target in ordered_targets(block) if not target.not_injected]
    if not done:
        return
    no_contrast = block.no_contrast
    contrast = "volume of contrast" if block.drugs_for(DrugUse.CONTRAST) else "contrast"
    asked: tuple[tuple[str, Callable[[Target], object], str, Item | None], ...] = (
        ("volume", lambda t: t.volume, "volume", Item.VOLUMES),
        ("aspiration", lambda t: t.aspiration, "aspiration", Item.ASPIRATION),
        (contrast, lambda t: t.contrast if not no_contrast else True, "contrast", Item.CONTRAST),
        ("spread of contrast", _spread, "contrast_pattern", Item.CONTRAST),
        ("bone contact", lambda t: t.bone_contact, "bone_contact", None),
        ("repositioning", lambda t: t.repositioned, "repositioned", None),
        ("pain reproduced at the needle", lambda t: t.pain_reproduced, "pain_reproduced", None),
    )
    for label, fact, field, item in asked:
        without = [target for target in done if fact(target) is None]
        where = (
            "" if len(without) == len(done) else f" at {plain_text(places_called(t.place for t in without))}"
        )
        yield from _missing(bool(without), f"{label}{where}", f"block.targets.{field}", item)


def _spread(target: Target) -> object:
    """Where the contrast went; nothing to ask while none is recorded."""
    return target.contrast_pattern if target.contrast is not None else True


def _after(block: Block) -> Iterator[Gap]:
    seen = block.fluoroscopy
    imaged = not seen.none_used and seen.guidance in (None, Guidance.FLUOROSCOPY)
    timed = seen.seconds is not None or seen.none_used
    yield from _missing(not timed, "fluoroscopy time", "block.fluoroscopy.seconds", Item.FLUOROSCOPY)
    yield from _missing(
        imaged and seen.air_kerma is None, "air kerma", "block.fluoroscopy.air_kerma", Item.FLUOROSCOPY
    )
    yield from _missing(imaged and seen.dap is None, "DAP", "block.fluoroscopy.dap", Item.FLUOROSCOPY)
    pulse = "C-arm pulse mode"
    yield from _missing(
        imaged and not seen.pulse_mode, pulse, "block.fluoroscopy.pulse_mode", Item.FLUOROSCOPY
    )
    yield from _missing(
        imaged and seen.images_saved is None, "images", "block.fluoroscopy.images_saved", Item.IMAGES
    )
    where = "where images are kept"
    kept = not seen.images_saved or seen.image_reference
    yield from _missing(not kept, where, "block.fluoroscopy.image_reference", Item.IMAGES)
    yield from _missing(not block.findings, "findings", "block.findings", Item.FINDINGS)
    said = block.no_complication or block.complications
    yield from _missing(not said, "complications", "block.no_complication", Item.COMPLICATIONS)
    yield from _missing(not block.blood_loss, "blood loss", "block.blood_loss")
    yield from _missing(not block.specimens, "specimens", "block.specimens")
    yield from _missing(not block.plan, "plan", "block.plan", Item.PLAN)
    unfinished = not is_complete(block.discharge)
    yield from _missing(unfinished, "recovery and discharge", "block.discharge", Item.RECOVERY)
    left_out = any(target.not_injected for target in block.targets)
    unsaid = not (block.levels_reason or block.stopped_because)
    other = "the time-out" if agrees(block) is False else "the plan" if plan_differs(block) else ""
    why = f"why what was blocked differs from {other}"
    yield from _missing(bool(other) and unsaid, why, "block.levels_reason", Item.LEVELS)
    reason = "why a target was not injected"
    as_planned = bool(other) and set(block.joints) == set(block.planned_joints)
    told = block.stopped_because or (as_planned and block.levels_reason)
    yield from _missing(left_out and not told, reason, "block.stopped_because")
    counts = "whether the stopped block counts as a session"
    yield from _missing(session_undecided(block), counts, "block.counts_as_session")
