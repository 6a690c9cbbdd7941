"""A person in words, the same on every screen: the name, two identifiers, and what to mind."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical import people
from mbb_desktop.clinical.people import AllergyState, Anticoagulant, AnticoagulantPlan, Patient
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.ui.chips import Chip
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.patient_banner import BannerDetails, BannerFacts
from mbb_desktop.ui.typed import show_date
from mbb_desktop.workflow.knowledge import bleeding_risk

translate = QCoreApplication.translate


def full_name(patient: Patient) -> str:
    """`MARSH, Eleanor`."""
    return f"{patient.family.upper()}, {patient.given}" if patient.given else patient.family.upper()


def age_on(patient: Patient, day: date) -> int:
    """Years that are complete on a day, or were on the day of death."""
    return people.age_on(patient.born, min(day, patient.deceased_on or day))


def born_words(patient: Patient, today: date) -> str:
    """`14-Mar-1961 (65 y)`."""
    age = translate("person", "{0} ({1} y)")
    return age.format(show_date(patient.born), age_on(patient, today))


def two_identifiers(patient: Patient, today: date) -> str:
    """`14-Mar-1961 (65 y)   004 1187`, the second line under a name."""
    return f"{born_words(patient, today)}   {patient.mrn or translate('person', 'no MRN')}"


def similar_chip() -> Chip:
    """Beside the name of somebody who may be taken for somebody else."""
    return Chip(translate("person", "Similar name"), "warn", "triangle-alert")


def banner_facts(patient: Patient, today: date, similar: Sequence[Patient] = ()) -> BannerFacts:
    """What stands above everything that belongs to one patient."""
    not_recorded = translate("person", "not recorded")
    weight = translate("person", "{0} kg").format(plain(patient.weight)) if patient.weight else not_recorded
    weighed = translate("person", "Weight, {0}").format(show_date(patient.weighed_on))
    facts = (
        (translate("person", "Born"), born_words(patient, today)),
        (translate("person", "Sex"), patient.sex.value.capitalize() if patient.sex else not_recorded),
        (translate("person", "MRN"), patient.mrn or not_recorded),
        (weighed if patient.weighed_on else translate("person", "Weight"), weight),
    )
    details = _bleeding_details() if _takes_one(patient.anticoagulant) else None
    return BannerFacts(full_name(patient), facts, tuple(_chips(patient, similar)), details)


def _takes_one(anticoagulant: Anticoagulant) -> bool:
    return anticoagulant.plan in (AnticoagulantPlan.CONTINUED, AnticoagulantPlan.STOPPED)


def _bleeding_details() -> BannerDetails:
    """How two guidelines class the procedures, for whoever decides about the drug."""
    risk = bleeding_risk()
    title = translate("person", "Anticoagulant: bleeding-risk class, information only")
    return BannerDetails(title, risk.classes(), risk.note, risk.sources())


def identity_only(facts: BannerFacts) -> BannerFacts:
    """Who it is, for people who print but do not read charts."""
    return BannerFacts(facts.name, facts.facts[:3])


def _chips(patient: Patient, similar: Sequence[Patient]) -> Iterator[Chip]:
    if patient.deceased_on is not None:
        died = translate("person", "Died {0}").format(show_date(patient.deceased_on))
        yield Chip(died, "neutral", "info")
    if similar:
        yield similar_chip()
    yield allergy_chip(patient)
    yield anticoagulant_chip(patient.anticoagulant)


def allergy_chip(patient: Patient) -> Chip:
    """What is listed, that there is none, or that nobody has asked."""
    if patient.allergy_state is AllergyState.LISTED:
        words = ", ".join(allergy.substance or localized(allergy.kind.value) for allergy in patient.allergies)
        return Chip(translate("person", "Allergy: {0}").format(words), "danger", "triangle-alert")
    if patient.allergy_state is AllergyState.NONE_KNOWN:
        return Chip(translate("person", "No known allergy"), "neutral", "check")
    return Chip(translate("person", "Allergies not asked"), "warn", "circle-alert")


def anticoagulant_chip(anticoagulant: Anticoagulant) -> Chip:
    """The dated state with who decided, or that nobody has asked."""
    plan = anticoagulant.plan
    if plan is None:
        return Chip(translate("person", "Anticoagulant not asked"), "warn", "circle-alert")
    if plan is AnticoagulantPlan.NOT_TAKEN:
        return Chip(translate("person", "No anticoagulant"), "neutral", "check")
    return Chip(anticoagulant_words(anticoagulant), "warn", "droplet")


def anticoagulant_words(anticoagulant: Anticoagulant) -> str:
    """`Apixaban continued (Dr Okafor, 24-Nov-2026)`, `Apixaban stopped 21-Nov-2026, not confirmed`."""
    drug = anticoagulant.drug or translate("person", "anticoagulant")
    said = f"{capital(drug)} {localized(anticoagulant.plan.value) if anticoagulant.plan else ''}".rstrip()
    if anticoagulant.plan is AnticoagulantPlan.STOPPED:
        return ", ".join([f"{said} {show_date(anticoagulant.stopped_on)}".rstrip(), *_restart(anticoagulant)])
    decided = [part for part in (anticoagulant.decided_by, show_date(anticoagulant.decided_on)) if part]
    return f"{said} ({', '.join(decided)})" if decided else said


def _restart(anticoagulant: Anticoagulant) -> Iterator[str]:
    if anticoagulant.restart_confirmed:
        yield translate("person", "restarted")
        return
    if anticoagulant.restart_due is not None:
        yield translate("person", "restart due {0}").format(show_date(anticoagulant.restart_due))
    yield translate("person", "not confirmed")


def capital(text: str) -> str:
    """The words with a large first letter; `NSAID` stays as it is."""
    return text[:1].upper() + text[1:]
