"""Two records of one person: what differs, what must be cleared up first, and the record that stays."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from mbb_desktop.clinical.people import AllergyState, Anticoagulant, Identifier, Patient
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import show_date


class MergeMark(Enum):
    """What somebody did with two records of a person."""

    MERGED = "merged"
    SEPARATED = "separated"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that the two records hold differently, in words; empty is not recorded."""

    field: str
    kept: str
    other: str


_SHOWN = (
    *("family", "given", "born", "sex", "identifiers", "phone", "address", "language", "member_id"),
    *("allergies", "anticoagulant", "implanted_device", "pregnancy", "weight", "deceased_on"),
)
_FROM_EITHER = ("sex", "phone", "address", "language", "referrer_id", "deceased_on", "pregnancy")


def differences(kept: Patient, other: Patient) -> tuple[Difference, ...]:
    """What the two records say differently, in the order of the form."""
    pairs = ((name, _said(kept, name), _said(other, name)) for name in _SHOWN)
    return tuple(Difference(name, one, two) for name, one, two in pairs if one != two)


def undecided(kept: Patient, other: Patient) -> tuple[str, ...]:
    """The safety facts that both records hold and that nobody but the patient can decide between."""
    found = []
    if _both_differ(kept.anticoagulant, other.anticoagulant, Anticoagulant()):
        found.append("anticoagulant")
    if _both_differ(kept.pregnancy, other.pregnancy, ""):
        found.append("pregnancy")
    if _both_differ(kept.implanted_device, other.implanted_device, None):
        found.append("implanted_device")
    return tuple(found)


def _both_differ(one: object, two: object, nothing: object) -> bool:
    return nothing not in (one, two) and one != two


def joined(kept: Patient, other: Patient) -> Patient:
    """The record that stays, with every number and allergy of both; what it lacks comes from the other."""
    found = replace(
        kept,
        identifiers=(*kept.identifiers, *(i for i in other.identifiers if i not in kept.identifiers)),
        anticoagulant=other.anticoagulant if kept.anticoagulant == Anticoagulant() else kept.anticoagulant,
        **{name: getattr(kept, name) or getattr(other, name) for name in _FROM_EITHER},
    )
    return _with_weight(_with_device(_with_payer(_with_allergies(found, other), other), other), other)


def _with_allergies(kept: Patient, other: Patient) -> Patient:
    """An allergy of either record stands, whatever the other one says."""
    both = tuple(dict.fromkeys((*kept.allergies, *other.allergies)))
    listed = AllergyState.LISTED in (kept.allergy_state, other.allergy_state)
    state = AllergyState.LISTED if listed else kept.allergy_state or other.allergy_state
    return replace(kept, allergies=both, allergy_state=state)


def _with_payer(kept: Patient, other: Patient) -> Patient:
    if kept.payer_id is not None:
        return kept
    return replace(kept, payer_id=other.payer_id, member_id=kept.member_id or other.member_id)


def _with_device(kept: Patient, other: Patient) -> Patient:
    known = kept if kept.implanted_device is not None else other
    text = kept.implanted_device_text or other.implanted_device_text
    return replace(kept, implanted_device=known.implanted_device, implanted_device_text=text)


def _with_weight(kept: Patient, other: Patient) -> Patient:
    """The one that was taken last."""
    if other.weight is None or (kept.weight is not None and _day(other) <= _day(kept)):
        return kept
    return replace(kept, weight=other.weight, weighed_on=other.weighed_on)


def _day(patient: Patient) -> date:
    return patient.weighed_on or date.min


def _said(patient: Patient, name: str) -> str:
    match name:
        case "identifiers":
            return ", ".join(map(_number, patient.identifiers))
        case "allergies":
            listed = ", ".join(allergy.substance for allergy in patient.allergies)
            return listed or (patient.allergy_state.value if patient.allergy_state else "")
        case "anticoagulant":
            return _anticoagulant(patient.anticoagulant)
        case "weight":
            return f"{plain(patient.weight)} kg" if patient.weight is not None else ""
        case "implanted_device":
            told = {True: patient.implanted_device_text or "yes", False: "none", None: ""}
            return told[patient.implanted_device]
    return _plain(getattr(patient, name))


def _number(identifier: Identifier) -> str:
    return f"{identifier.kind.value} {identifier.value}"


def _anticoagulant(found: Anticoagulant) -> str:
    if found.plan is None:
        return ""
    decided = show_date(found.decided_on) if found.decided_on else ""
    return ", ".join(filter(None, [found.drug, found.dose, found.plan.value, decided]))


def _plain(value: object) -> str:
    match value:
        case None:
            return ""
        case date():
            return show_date(value)
        case Enum():
            return str(value.value)
    return str(value)
