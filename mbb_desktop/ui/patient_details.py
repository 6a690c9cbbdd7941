"""A patient's record as it is typed: everything may still be missing, nothing is assumed."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import (
    Allergy,
    AllergyKind,
    AllergyState,
    Anticoagulant,
    AnticoagulantPlan,
    Identifier,
    IdentifierKind,
    Patient,
    Sex,
)
from mbb_desktop.workflow.keep_patients import patient_problems

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """A number besides the record number, as typed."""

    kind: IdentifierKind | None = None
    value: str = ""
    system: str = ""


@dataclass(frozen=True, slots=True)
class TypedAllergy:
    """One allergy, as typed."""

    kind: AllergyKind | None = None
    substance: str = ""
    reaction: str = ""


@dataclass(frozen=True, slots=True)
class PatientDetails:
    """What the form holds; its names are those of Patient and Anticoagulant where they mean the same."""

    family: str = ""
    given: str = ""
    born: date | None = None
    sex: Sex | None = None
    mrn: str = ""
    others: tuple[OtherNumber, ...] = ()
    phone: str = ""
    address: str = ""
    language: str | None = None
    weight: Decimal | None = None
    weighed_on: date | None = None
    allergy_state: AllergyState | None = None
    allergies: tuple[TypedAllergy, ...] = ()
    plan: AnticoagulantPlan | None = None
    drug: str = ""
    dose: str = ""
    decided_by: str = ""
    decided_on: date | None = None
    last_dose: str = ""
    stopped_on: date | None = None
    restart_due: date | None = None
    restart_confirmed: bool | None = None
    implanted_device: bool | None = None
    implanted_device_text: str = ""
    pregnancy: str | None = None
    referrer_id: UUID | None = None
    payer_id: UUID | None = None
    member_id: str = ""
    deceased_on: date | None = None


_SAME = (
    *("family", "given", "sex", "phone", "address", "weight", "weighed_on", "deceased_on"),
    *("implanted_device", "implanted_device_text", "referrer_id", "payer_id", "member_id", "allergy_state"),
)
_ANTICOAGULANT = tuple(Anticoagulant.__dataclass_fields__)
_DECIDED = ("decided_by", "decided_on")
_TAKEN = (*_DECIDED, "drug", "dose", "last_dose")
_FITTING = {
    None: (),
    AnticoagulantPlan.NOT_TAKEN: _DECIDED,
    AnticoagulantPlan.CONTINUED: _TAKEN,
    AnticoagulantPlan.STOPPED: (*_TAKEN, "stopped_on", "restart_due", "restart_confirmed"),
}


def details_of(patient: Patient) -> PatientDetails:
    """The record as the form shows it."""
    others = tuple(i for i in patient.identifiers if i is not _mrn_of(patient))
    anticoagulant = {name: getattr(patient.anticoagulant, name) for name in _ANTICOAGULANT}
    return PatientDetails(
        born=patient.born,
        mrn=patient.mrn,
        language=patient.language or None,
        pregnancy=patient.pregnancy or None,
        others=tuple(OtherNumber(i.kind, i.value, i.system) for i in others),
        allergies=tuple(TypedAllergy(a.kind, a.substance, a.reaction) for a in patient.allergies),
        **{name: getattr(patient, name) for name in _SAME},
        **anticoagulant,
    )


def patient_of(details: PatientDetails, saved: Patient | None, now: datetime) -> Patient:
    """The record that was typed, on top of the saved one. The birth date must be there."""
    assert details.born is not None
    known = saved or Patient(new_id(now), "", "", details.born, ())
    listed = details.allergy_state is AllergyState.LISTED
    return replace(
        known,
        born=details.born,
        identifiers=_identifiers(details, known),
        allergies=tuple(_allergy(typed) for typed in details.allergies) if listed else (),
        anticoagulant=_anticoagulant(details),
        language=details.language or "",
        pregnancy=details.pregnancy or "",
        **{name: getattr(details, name) for name in _SAME},
    )


def _anticoagulant(details: PatientDetails) -> Anticoagulant:
    """Only what fits the plan; what was typed for another plan stays in the form."""
    names = _FITTING[details.plan]
    return Anticoagulant(details.plan, **{name: getattr(details, name) for name in names})


def _mrn_of(patient: Patient) -> Identifier | None:
    return next((i for i in patient.identifiers if i.kind is IdentifierKind.MRN), None)


def _identifiers(details: PatientDetails, known: Patient) -> tuple[Identifier, ...]:
    before = _mrn_of(known)
    system = before.system if before and before.value == details.mrn else ""
    own = (Identifier(IdentifierKind.MRN, details.mrn, system),) if details.mrn else ()
    typed = (Identifier(o.kind, o.value, o.system) for o in details.others if o.kind and o.value)
    return (*own, *typed)


def _allergy(typed: TypedAllergy) -> Allergy:
    return Allergy(typed.kind or AllergyKind.OTHER, typed.substance, typed.reaction)


def details_problems(details: PatientDetails, now: datetime) -> dict[str, str]:
    """What must be mended before the details can be kept, by field of the form."""
    found: dict[str, str] = {}
    if details.born is None:
        found["born"] = translate(
            "patient", "The birth date is missing. It tells people with one name apart."
        )
    if not details.family:
        found["family"] = translate("patient", "The family name is missing.")
    if not details.mrn and not any(other.value for other in details.others):
        found["mrn"] = translate("patient", "A record number is missing. Enter the one your clinic uses.")
    if details.allergy_state is AllergyState.LISTED and not details.allergies:
        found["allergies"] = translate("patient", "Name the allergy, or choose none known.")
    if details.weight is not None and details.weighed_on is None:
        found["weighed_on"] = translate("patient", "When was this weight taken?")
    if not found and details.born is not None:
        found = patient_problems(patient_of(details, None, now), now.date())
    return {"mrn" if name == "identifiers" else name: sentence for name, sentence in found.items()}
