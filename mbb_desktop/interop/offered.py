"""People whom a file offers: looked at first, kept only with a confirmed record number."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient, Sex
from mbb_desktop.clinical.text import clean_text

_OLDEST_YEARS = 130
_LONGEST_TEXT = 500  # characters of one field


@dataclass(frozen=True, slots=True)
class SaidName:
    """One name as the file gives it; `start` and `end` are FHIR dates, which may be a year alone."""

    use: str
    family: str
    given: str
    prefix: str = ""
    suffix: str = ""
    text: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class RecordNumber:
    """A number that may be the clinic's record number; sure only when the file says so, once."""

    value: str
    system: str
    given_by: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Offered:
    """A person as the file describes them, for somebody to look at; empty or None is not known."""

    where: str
    family: str
    given: str
    born: date | None
    names: tuple[SaidName, ...] = ()
    record_numbers: tuple[RecordNumber, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    sex: Sex | None = None
    phone: str = ""
    address: str = ""
    language: str = ""
    deceased: bool | None = None
    deceased_on: date | None = None
    notes: tuple[str, ...] = ()

    @property
    def needs_record_number(self) -> bool:
        """Whether somebody must confirm or type the record number."""
        return not self.record_number

    @property
    def record_number(self) -> str:
        """The record number when the file leaves no doubt, else empty."""
        return next((number.value for number in self.record_numbers if number.sure), "")


@dataclass(frozen=True, slots=True)
class Refused:
    """What was not offered, where it stands, and why; `started` holds what may be typed on from."""

    where: str
    sentence: str
    started: Offered | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring; `passed_over` counts records of other kinds beside the people."""

    people: tuple[Offered, ...]
    refused: tuple[Refused, ...]
    passed_over: int = 0


def as_patient(offered: Offered, record_number: str, now: datetime) -> Patient:
    """The person as a new record under a confirmed record number; raises ValueError with a sentence."""
    number = one_line(record_number)
    if not number:
        raise ValueError("The record number is missing. Type or confirm it.")
    born = offered.born
    if not offered.family or born is None:
        raise ValueError("The family name and the full birth date are needed. Type what is missing.")
    if not now.year - _OLDEST_YEARS <= born.year or born > now.date():
        raise ValueError("The birth date is in the future or too long ago. Type it again.")
    died = offered.deceased_on
    if offered.deceased and died is None:
        raise ValueError("The file says that this person has died, without a date. Type the date of death.")
    if died is not None and not born <= died <= now.date():
        raise ValueError("The date of death is before the birth or in the future. Type it again.")
    return Patient(
        id=new_id(now),
        family=offered.family,
        given=offered.given,
        born=born,
        identifiers=_identifiers_under(number, offered),
        sex=offered.sex,
        phone=offered.phone,
        address=offered.address,
        language=offered.language,
        deceased_on=died,
    )


def _identifiers_under(number: str, offered: Offered) -> tuple[Identifier, ...]:
    system = next((known.system for known in offered.record_numbers if known.value == number), "")
    others = (
        replace(other, kind=IdentifierKind.OTHER) if other.kind is IdentifierKind.MRN else other
        for other in offered.identifiers
        if (other.value, other.system) != (number, system)
    )
    return (Identifier(IdentifierKind.MRN, number, system), *others)


def one_line(text: str) -> str:
    """The text without line breaks; raises ValueError for a control character or over 500 characters."""
    if len(text) > _LONGEST_TEXT:
        raise ValueError("The text is far too long. Type it by hand.")
    return " ".join(clean_text(text).split())
