"""Patients, the clinic, and the people and payers it writes to."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.quantities import Kilograms


class Sex(Enum):
    FEMALE = "female"
    MALE = "male"
    OTHER = "other"


class IdentifierKind(Enum):
    MRN = "MRN"
    MEMBER = "member id"
    NATIONAL = "national id"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that a patient is known by, and who gave it."""

    kind: IdentifierKind
    value: str
    system: str = ""


class AllergyKind(Enum):
    AMIDE = "amide local anesthetic"
    ESTER = "ester local anesthetic"
    CONTRAST = "iodinated contrast"
    CHLORHEXIDINE = "chlorhexidine"
    IODINE = "povidone-iodine"
    LATEX = "latex"
    ADHESIVE = "adhesive"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Allergy:
    kind: AllergyKind
    substance: str
    reaction: str = ""


class AllergyState(Enum):
    """`None` on a patient means that nobody has asked."""

    NONE_KNOWN = "none known"
    LISTED = "listed"


class AnticoagulantPlan(Enum):
    """`None` on a patient means that nobody has asked."""

    NOT_TAKEN = "none taken"
    CONTINUED = "continued"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Anticoagulant:
    """A dated state, decided by somebody: recorded, never advised."""

    plan: AnticoagulantPlan | None = None
    drug: str = ""
    dose: str = ""
    decided_by: str = ""
    decided_on: date | None = None
    last_dose: str = ""
    stopped_on: date | None = None
    restart_due: date | None = None
    restart_confirmed: bool | None = None


PREGNANT = "pregnant"
"""What `Patient.pregnancy` says of somebody who is."""


@dataclass(frozen=True, slots=True)
class Patient:
    """A person; family name, birth date and one identifier are required, the rest may be unknown."""

    id: UUID
    family: str
    given: str
    born: date
    identifiers: tuple[Identifier, ...]
    sex: Sex | None = None
    phone: str = ""
    address: str = ""
    language: str = ""
    weight: Kilograms | None = None
    weighed_on: date | None = None
    allergy_state: AllergyState | None = None
    allergies: tuple[Allergy, ...] = ()
    anticoagulant: Anticoagulant = Anticoagulant()
    implanted_device: bool | None = None
    implanted_device_text: str = ""
    pregnancy: str = ""
    referrer_id: UUID | None = None
    payer_id: UUID | None = None
    member_id: str = ""
    deceased_on: date | None = None
    version: int = 0

    @property
    def mrn(self) -> str:
        """The record number shown beside the name; empty when the patient has none."""
        return next((i.value for i in self.identifiers if i.kind is IdentifierKind.MRN), "")


def age_on(born: date, day: date) -> int:
    """Years that are complete on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


class CorrespondentKind(Enum):
    REFERRER = "referrer"
    RFA_PROVIDER = "RFA provider"
    PRESCRIBER = "prescriber"
    PAYER = "payer"


class BothSides(Enum):
    """How a payer wants the codes of both sides of a level written."""

    ONE_LINE = "one line with 50"
    TWO_LINES = "two lines, LT and RT"
    TWO_UNITS = "one line, two units"


@dataclass(frozen=True, slots=True)
class Correspondent:
    """Somebody in the clinic's directory: a referrer, an RFA provider, a prescriber or a payer.

    `both_sides` and `add_ons` are a payer's way of writing both sides of a first level and of an add-on code.
    """

    id: UUID
    kind: CorrespondentKind
    name: str
    credentials: str = ""
    organization: str = ""
    address: str = ""
    phone: str = ""
    fax: str = ""
    rule_set: str = ""
    both_sides: BothSides | None = None
    add_ons: BothSides | None = None
    active: bool = True
    version: int = 0


class Paper(Enum):
    LETTER = "Letter"
    A4 = "A4"


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic of a vault; there is one. `npi` and `tin` are the numbers that payers know it by.

    With `sign_by_passphrase` every signature asks for the own passphrase instead of the PIN.
    """

    id: UUID
    name: str
    address: str = ""
    phone: str = ""
    fax: str = ""
    after_hours_phone: str = ""
    npi: str = ""
    tin: str = ""
    paper: Paper = Paper.LETTER
    rule_set: str = "US-MEDICARE-FACET"
    language: str = "en"
    place_of_service: str = ""
    room: str = ""
    half_points: bool = False
    blind_scoring: bool = True
    minutes_to_lock: int = 5
    minutes_key_is_held: int = 30
    sign_by_passphrase: bool = False
    sample: bool = False
    version: int = 0
