"""The invented people of the sample clinic. None of them exists."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.anatomy import Region, Side
from mbb_desktop.clinical.course import (
    AblationMethod,
    CareKind,
    CareOutcome,
    ConservativeCare,
    Course,
    Diagnosis,
    Imaging,
    Vertebrae,
)
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import (
    Allergy,
    AllergyKind,
    AllergyState,
    Anticoagulant,
    AnticoagulantPlan,
    Clinic,
    Correspondent,
    CorrespondentKind,
    Identifier,
    IdentifierKind,
    Patient,
    Sex,
)

PASSPHRASE = "sample clinic, invented people"
PIN = "4711"


def staff(now: datetime) -> tuple[User, User, User, User]:
    """Physician and administrator, circulator, front desk, practice manager."""
    return (
        User(
            new_id(now),
            "A. Okafor",
            "MD",
            (Role.PHYSICIAN, Role.ADMINISTRATOR),
            specialty="pain medicine",
            npi="1234567893",
        ),
        User(new_id(now), "M. Diaz", "RN", (Role.NURSE,)),
        User(new_id(now), "J. Park", "", (Role.FRONT_DESK,)),
        User(new_id(now), "S. Lund", "", (Role.MANAGER,)),
    )


def clinic(now: datetime) -> Clinic:
    return Clinic(
        new_id(now),
        "Riverside Pain Clinic",
        address="120 River Street, Springfield",
        phone="(555) 010-0100",
        fax="(555) 010-0101",
        after_hours_phone="(555) 010-0109",
        place_of_service="office",
        room="Procedure room 2",
        sample=True,
    )


def directory(now: datetime) -> tuple[Correspondent, Correspondent, Correspondent]:
    """A payer, an RFA provider and a prescriber."""
    return (
        Correspondent(
            new_id(now),
            CorrespondentKind.PAYER,
            "Medicare Part B",
            organization="Noridian JF",
            rule_set="US-MEDICARE-FACET",
        ),
        Correspondent(
            new_id(now),
            CorrespondentKind.RFA_PROVIDER,
            "R. Vance",
            credentials="MD",
            organization="Spine Intervention Center",
            address="8 Hospital Road, Springfield",
            fax="(555) 010-0199",
        ),
        Correspondent(
            new_id(now),
            CorrespondentKind.REFERRER,
            "K. Sato",
            credentials="MD",
            organization="Primary care",
            address="14 Mill Lane, Springfield",
            phone="(555) 010-0177",
        ),
    )


@dataclass(frozen=True, slots=True)
class Person:
    """One invented patient with the complaint that brought them."""

    family: str
    given: str
    born: date
    mrn: str
    sex: Sex
    region: Region
    sides: tuple[Side, ...]
    language: str = "en"


_BOTH = (Side.LEFT, Side.RIGHT)
_LEFT, _RIGHT = (Side.LEFT,), (Side.RIGHT,)

PEOPLE: tuple[Person, ...] = (
    Person("Marsh", "Eleanor", date(1961, 3, 14), "004 1187", Sex.FEMALE, Region.LUMBAR, _BOTH),
    Person("Marsh", "Elena", date(1961, 5, 14), "004 0655", Sex.FEMALE, Region.CERVICAL, _LEFT),
    Person("Brandt", "Holger", date(1957, 6, 2), "004 0932", Sex.MALE, Region.LUMBAR, _BOTH),
    Person("Oyelaran", "Funmi", date(1971, 11, 19), "004 1010", Sex.FEMALE, Region.CERVICAL, _RIGHT),
    Person("Lindqvist", "Per", date(1949, 8, 30), "003 8871", Sex.MALE, Region.LUMBAR, _LEFT),
    Person("Torres", "Camila", date(1983, 1, 8), "004 1173", Sex.FEMALE, Region.THORACIC, _RIGHT, "es"),
    Person("Haddad", "Samir", date(1966, 7, 27), "004 1142", Sex.MALE, Region.LUMBAR, _BOTH),
    Person("Nakagawa", "Yuki", date(1978, 12, 11), "004 1191", Sex.FEMALE, Region.LUMBAR, _RIGHT),
    Person("Whelan", "Aoife", date(1954, 10, 5), "003 9960", Sex.FEMALE, Region.LUMBAR, _BOTH),
    Person("Nowak", "Ewa", date(1969, 4, 23), "004 1102", Sex.FEMALE, Region.LUMBAR, _LEFT),
    Person("Schulz", "Petra", date(1962, 9, 17), "004 1088", Sex.FEMALE, Region.CERVICAL, _BOTH),
    Person("Kowalski", "Jan", date(1975, 2, 3), "004 1055", Sex.MALE, Region.LUMBAR, _RIGHT),
)


def patient(person: Person, payer_id: UUID, referrer_id: UUID, now: datetime) -> Patient:
    """The record of an invented person; only Eleanor Marsh has a full history."""
    plain = Patient(
        new_id(now),
        person.family,
        person.given,
        person.born,
        (Identifier(IdentifierKind.MRN, person.mrn),),
        sex=person.sex,
        phone=f"(555) 010-0{person.mrn[-3:]}",
        language=person.language,
        payer_id=payer_id,
        referrer_id=referrer_id,
    )
    return _eleanor(plain, now) if person.given == "Eleanor" else plain


def _eleanor(plain: Patient, now: datetime) -> Patient:
    return replace(
        plain,
        address="41 Orchard Lane, Springfield",
        member_id="1EG4-TE5-MK73",
        weight=Decimal(72),
        weighed_on=now.date(),
        allergy_state=AllergyState.LISTED,
        allergies=(Allergy(AllergyKind.LATEX, "latex", "hives"),),
        anticoagulant=Anticoagulant(
            plan=AnticoagulantPlan.CONTINUED,
            drug="apixaban",
            dose="5 mg twice daily",
            decided_by="A. Okafor, MD with K. Sato, MD",
            decided_on=now.date() - timedelta(days=7),
        ),
        implanted_device=False,
        pregnancy="not applicable",
    )


_AREA = {
    Region.LUMBAR: ("axial low back, belt line to upper buttock", "bending backward and turning"),
    Region.CERVICAL: ("neck to shoulder blade", "looking up and turning the head"),
    Region.THORACIC: ("between the shoulder blades", "turning the trunk"),
}
_DIAGNOSES = {
    Region.LUMBAR: (
        Diagnosis("Spondylosis without myelopathy or radiculopathy, lumbar region", "M47.816"),
        Diagnosis("Spondylosis without myelopathy or radiculopathy, lumbosacral region", "M47.817"),
    ),
    Region.CERVICAL: (
        Diagnosis("Spondylosis without myelopathy or radiculopathy, cervical region", "M47.812"),
    ),
    Region.THORACIC: (
        Diagnosis("Spondylosis without myelopathy or radiculopathy, thoracic region", "M47.814"),
    ),
}


def course(person: Person, patient_id: UUID, now: datetime) -> Course:
    """The complaint of an invented person, with its candidacy as far as it was asked."""
    area, provoked_by = _AREA[person.region]
    day = now.date()
    plain = Course(
        new_id(now),
        patient_id,
        person.region,
        opened_on=day - timedelta(days=49),
        pain_area=area,
        pain_sides=person.sides,
        provoked_by=provoked_by,
        axial=True,
        began_on=day - timedelta(days=270),
        usual_score=Decimal(7),
        diagnoses=_DIAGNOSES[person.region],
        conservative_care=(_therapy(day),),
    )
    return _full(plain, day) if person.given == "Eleanor" else plain


def _therapy(day: date) -> ConservativeCare:
    return ConservativeCare(
        CareKind.PHYSICAL_THERAPY,
        started=day - timedelta(days=230),
        ended=day - timedelta(days=174),
        visits=14,
        outcome=CareOutcome.NO_RELIEF,
    )


def _full(plain: Course, day: date) -> Course:
    return replace(
        plain,
        limits="standing to 10 minutes",
        disability_scale="ODI",
        disability_score=Decimal(42),
        disability_on=day - timedelta(days=67),
        conservative_care=(
            _therapy(day),
            ConservativeCare(
                CareKind.NSAID,
                "naproxen 500 mg twice daily",
                day - timedelta(days=204),
                day - timedelta(days=162),
                outcome=CareOutcome.PARTIAL,
                reason="stopped before apixaban was begun",
            ),
            ConservativeCare(
                CareKind.HOME_EXERCISE, started=day - timedelta(days=174), outcome=CareOutcome.CONTINUES
            ),
        ),
        radiculopathy=False,
        claudication=False,
        neurology_on=day - timedelta(days=40),
        other_cause=False,
        exam="Pain on extension and rotation, both sides; tender beside L4 to S1. "
        "Strength, reflexes and feeling normal; straight-leg raise negative both sides.",
        exam_on=day - timedelta(days=40),
        imaging=(
            Imaging(
                "MRI lumbar spine",
                day - timedelta(days=83),
                "facet arthropathy L4-5 and L5-S1, both sides; no fracture, tumor, infection or compression",
            ),
        ),
        fusion=False,
        vertebrae=Vertebrae.FIVE,
        rfa_planned_if_positive=True,
        ablated_before=False,
        rfa_method=AblationMethod.THERMAL,
        rfa_temperature=Decimal(85),
    )
