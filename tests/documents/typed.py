"""Every field that a person types into, on every paper, and how to fill it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from mbb_desktop.clinical.block import Addition
from mbb_desktop.clinical.complication import Complication, ComplicationKind
from mbb_desktop.clinical.handout import HandoutKind, diary_times
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.people import Identifier, IdentifierKind
from mbb_desktop.documents.fax_cover import fax_cover_pdf
from mbb_desktop.documents.handout import handout_pdf
from mbb_desktop.documents.handout_facts import HandoutFacts
from mbb_desktop.documents.make import Facts, Made, make
from mbb_desktop.documents.packet_facts import Fax
from mbb_desktop.workflow.knowledge import handout_books
from tests.documents.example_courses import FACTS as RESPONSE
from tests.documents.example_courses import LETTER
from tests.documents.example_requests import OWN, REQUEST, REVIEWERS
from tests.documents.examples import DAY, SIGNED, at
from tests.documents.examples import FACTS as NOTE
from tests.documents.test_papers import ADDENDUM, CORRECTION, ERROR

_PERSON = ("patient.family", "patient.given", "patient.identifiers.0.value")
_CLINIC = ("clinic.name", "clinic.address", "clinic.phone", "clinic.fax")
_COURSE = (
    "course.pain_area", "course.provoked_by", "course.limits", "course.disability_scale",
    "course.conservative_care.0.what", "course.conservative_care.0.reason", "course.imaging.0.modality",
    "course.imaging.0.finding", "course.fused",
)  # fmt: skip
_BLOCK = (
    "assistant", "supervision", "nurse", "radiographer", "room", "prep_text", "position", "approach",
    "monitoring", "needle.kind", "level_count", "fluoroscopy.views", "fluoroscopy.image_reference",
    "fluoroscopy.pulse_mode", "consent.explained_by", "consent.about", "consent.given_by",
    "consent.interpreter", "time_outs.0.led_by", "time_outs.0.present.0", "last_analgesic", "blood_loss",
    "specimens", "tolerated", "findings", "diagnoses.0.text", "diagnoses.0.code", "stopped_because",
    "early_because", "reported_by", "discharge.escort", "discharge.walking", "discharge.neurology",
    "discharge.attested_by", "plan", "dose_reason", "allergy_reason", "drugs.0.brand",
    "drugs.0.lot", "targets.0.landmark", "additions.0.text", "additions.0.by", "complications.0.text",
    "complications.0.treatment", "complications.0.outcome",
)  # fmt: skip
_NOTE = (
    "patient.identifiers.0.system",
    *(f"block.{name}" for name in _BLOCK),
    "patient.allergies.0.substance", "patient.allergies.0.reaction", "patient.anticoagulant.drug",
    "patient.anticoagulant.dose", "patient.anticoagulant.decided_by", "patient.anticoagulant.last_dose",
    "clinic.place_of_service", "physician.name", "physician.credentials", "physician.specialty",
    "physician.npi", "payer.name", "payer.organization", "prior.0.agents", "prior.0.result",
    "prior.0.response_number", "prior.0.reported_by", "rule_set",
)  # fmt: skip
_RESPONSE = (
    "response.readings.0.entered_by", "response.medicines.0.name", "response.medicines.0.dose",
    "response.movements_tried.0", "response.side_effects", "response.unmasked",
    "response.conclusion_reason", "response.note",
)  # fmt: skip
_LETTER = (
    "recipient.name", "recipient.credentials", "recipient.organization", "recipient.address",
    "recipient.fax", "payer.name", "payer.organization", "course.exam", "codes", "ablation_plan",
    "earlier_ablation", "paragraph", "cc.0", "enclosed.0", "patient.member_id", "patient.address",
    "patient.phone",
)  # fmt: skip
_SIGNATURE = ("signature.name", "signature.credentials", "signature.specialty", "signature.npi")
_ADDENDUM = ("text", "reason", "about", "to_number", "to_code")
_REQUEST = (
    *(f"letter.{name}" for name in (*_PERSON, *_CLINIC, *_COURSE)), "letter.clinic.npi", "letter.clinic.tin",
    "letter.recipient.name", "letter.recipient.credentials", "letter.recipient.organization",
    "letter.recipient.address", "letter.recipient.fax", "letter.payer.name", "letter.payer.organization",
    "letter.course.exam", "letter.ablation_plan", "letter.place_of_service", "letter.paragraph",
    "letter.cc.0", "letter.enclosed.0", "letter.patient.member_id", "letter.patient.address",
    "letter.patient.phone", "letter.author.name", "letter.author.credentials", "letter.author.specialty",
    "letter.author.npi", "planned_for",
)  # fmt: skip
_WRONG = ("wrong.number", "wrong.code", "wrong.reason", "signed_by")
_CORRECTED = (
    *(f"error.{name}" for name in (*_PERSON, *_CLINIC, *_WRONG)), "notice_number", "correspondent.name",
    "correspondent.credentials", "correspondent.organization", "correspondent.address",
)  # fmt: skip
_DIARY = (*_PERSON, *_CLINIC, "area", "movement")
_HANDOUT = (*_DIARY, "clinic.after_hours_phone", "patient.anticoagulant.drug")
_FAX = (
    *_CLINIC, "recipient.name", "recipient.credentials", "recipient.organization", "recipient.fax", "sender",
    "reference",
)  # fmt: skip

NOT_ON_THIS_PAPER = {
    "block.dose_reason_for": "the program's own words: what the reason was typed for",
    "block.allergy_reason_for": "as dose_reason_for",
    "block.levels_reason_for": "as dose_reason_for",
    "block.no_contrast_reason": "the example gave contrast",
    "block.sedation_reason": "the example gave no sedation",
    "block.levels_reason": "the example did what the time-out said",
    "block.pregnancy_reason": "the example is not pregnant",
    "patient.implanted_device_text": "the example has no device",
}
"""Typed texts that no paper of these tests prints, and why."""

_UNNUMBERED = (Identifier(IdentifierKind.OTHER, "77"),)
_MEMBER = replace(NOTE.patient, identifiers=_UNNUMBERED)
_EVENTFUL = replace(
    NOTE.block,
    additions=(Addition("text", "by", at(11, 2)),),
    complications=(Complication(ComplicationKind.OTHER, "bruise", at(10, 50), "ice", "gone"),),
)

PAPERS: Mapping[str, tuple[PaperKind, Facts]] = {
    "note": (
        PaperKind.PROCEDURE_NOTE,
        replace(NOTE, block=_EVENTFUL, patient=replace(NOTE.patient, identifiers=_UNNUMBERED)),
    ),
    "response": (PaperKind.RESPONSE, RESPONSE),
    "letter": (PaperKind.RFA_LETTER, LETTER),
    "addendum": (PaperKind.ADDENDUM, ADDENDUM),
    "authorization": (PaperKind.AUTHORIZATION, replace(REQUEST, letter=replace(OWN, cc=("K. Sato",)))),
    "notice of error": (PaperKind.ERROR_NOTICE, ERROR),
    "correction": (PaperKind.CORRECTION_NOTICE, CORRECTION),
}
_GIVEN = HandoutFacts(
    HandoutKind.HANDOUT,
    NOTE.patient,
    NOTE.block,
    replace(NOTE.clinic, after_hours_phone="(555) 010-0199"),
    handout_books()["en"],
    DAY,
    NOTE.course,
    diary_times(at(10, 31), at(10, 40), lambda moment: moment),
    "area",
    "movement",
)
UNSIGNED: Mapping[str, Any] = {
    "handout": _GIVEN,
    "diary": replace(_GIVEN, kind=HandoutKind.DIARY),
    "information": replace(_GIVEN, kind=HandoutKind.INFORMATION),
    "fax cover": Fax(NOTE.clinic, REVIEWERS, "J. Park", DAY, 4, "RL-2026-000612"),
}
"""Papers that nobody signs: whoever looks at one is told of the pages on which U+FFFD stands."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "note": (*_PERSON, *_CLINIC, *_SIGNATURE, *_COURSE, *_NOTE),
    "response": (*_PERSON, *_CLINIC, *_SIGNATURE, *_RESPONSE),
    "letter": (*_PERSON, *_CLINIC, *_SIGNATURE, *_COURSE, *_LETTER),
    "addendum": (*_PERSON, *_CLINIC, *_SIGNATURE, *_ADDENDUM),
    "authorization": (*_SIGNATURE, *_REQUEST),
    "notice of error": (*_PERSON, *_CLINIC, *_SIGNATURE, *_WRONG),
    "correction": (*_SIGNATURE, *_CORRECTED),
    "handout": _HANDOUT,
    "diary": (*_DIARY,),
    "information": (*_PERSON, *_CLINIC, "clinic.after_hours_phone"),
    "fax cover": _FAX,
}


def paper(name: str, texts: Mapping[str, str]) -> Made:
    """The paper with the texts in its fields; `signature.name` and so on are the signer's."""
    if name in UNSIGNED:
        facts = filled(UNSIGNED[name], texts)
        return Made(fax_cover_pdf(facts) if isinstance(facts, Fax) else handout_pdf(facts))
    kind, facts = PAPERS[name]
    assert SIGNED.signature is not None
    signer: dict[str, Any] = {
        path.split(".")[1]: text for path, text in texts.items() if path.startswith("signature.")
    }
    signature = replace(SIGNED.signature, **signer)
    typed = {path: text for path, text in texts.items() if not path.startswith("signature.")}
    return make(kind, filled(facts, typed), signature=signature)


def filled(record: Any, texts: Mapping[str, str]) -> Any:
    """The record with the texts at their paths; a path that leads nowhere is left out."""
    for path, text in texts.items():
        record = _put(record, path.split("."), text)
    return record


def _put(record: Any, path: Sequence[str], text: str) -> Any:
    if not path:
        return text
    name, *rest = path
    if isinstance(record, tuple):
        at = int(name)
        return (*record[:at], _put(record[at], rest, text), *record[at + 1 :]) if at < len(record) else record
    if record is None or not hasattr(record, name):
        return record
    return replace(record, **{name: _put(getattr(record, name), rest, text)})
