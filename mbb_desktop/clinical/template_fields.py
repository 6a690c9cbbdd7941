"""The fields of templates: one registry of every name in braces that a paper can fill in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType


class TemplateKind(Enum):
    """The papers whose words a clinic may change."""

    RFA_LETTER = "RFA referral letter"
    AUTHORIZATION = "prior-authorization letter"
    FAX_COVER = "fax cover"
    HANDOUT = "papers for patients"


_LETTERS = frozenset({TemplateKind.RFA_LETTER, TemplateKind.AUTHORIZATION})
_FAX = frozenset({TemplateKind.FAX_COVER})
_PATIENTS = frozenset({TemplateKind.HANDOUT})
BY_HAND = "a line to fill in by hand"


@dataclass(frozen=True, slots=True)
class Field:
    """`missing` is what is printed when the record holds nothing; `papers` know the field."""

    name: str
    says: str
    example: str
    missing: str
    papers: frozenset[TemplateKind]

    @property
    def braced(self) -> str:
        """As it stands in a text: `{patient.name}`."""
        return f"{{{self.name}}}"


def _letter(name: str, says: str, example: str, missing: str) -> Field:
    return Field(name, says, example, f"({missing} not in our record)", _LETTERS)


def _posted(name: str, says: str, example: str, missing: str) -> Field:
    return Field(name, says, example, f"({missing} not in our record)", _LETTERS | _FAX)


def _fax(name: str, says: str, example: str) -> Field:
    return Field(name, says, example, "(not in our record)", _FAX)


def _patient(name: str, says: str, example: str, papers: frozenset[TemplateKind] = _PATIENTS) -> Field:
    return Field(name, says, example, BY_HAND, papers)


_ALL = (
    _letter("patient.name", "the patient's given and family name", "Eleanor Marsh", "patient’s name"),
    _letter("patient.age", "the age on the day of the letter", "65 years", "age"),
    _letter("patient.born", "the date of birth", "14-Mar-1961", "date of birth"),
    _letter("patient.phone", "the patient's telephone", "(555) 010-0142", "patient’s telephone"),
    _letter("patient.member_id", "the number of the insured person", "1EG4-TE5-MK73", "member id"),
    _letter("course.area", "where the index pain is", "low back to upper buttock", "index pain"),
    _letter("course.movement", "what brings the pain on", "bending backward", "provoking movement"),
    _letter("request.joints", "joints and sides asked for", "L4-5 and L5-S1, left", "joints requested"),
    _letter("request.levels", "how many levels are asked for", "2 levels", "number of levels"),
    _letter("request.nerves", "nerves and sides asked for", "L3 medial branch, left", "nerves requested"),
    _letter("rules.name", "the rule set with its version", "US-MEDICARE-FACET 2026-05", "rule set"),
    _letter("author.name", "who signs, with credentials", "A. Okafor, MD", "author"),
    _letter("letter.date", "the day of the letter", "24-Nov-2026", "date"),
    _posted("recipient.name", "whom the letter or fax goes to", "R. Vance, MD", "receiver’s name"),
    _posted("recipient.organization", "where it goes to", "Spine Intervention Center", "organization"),
    _posted("clinic.name", "the clinic's name", "Riverside Pain Clinic", "clinic’s name"),
    _posted("clinic.telephone", "the clinic's telephone", "(555) 010-0100", "clinic’s telephone"),
    _posted("clinic.fax", "the clinic's fax", "(555) 010-0101", "clinic’s fax"),
    _fax("fax.sender", "who sends the fax", "J. Park"),
    _fax("fax.date", "the day of the fax", "24-Nov-2026"),
    _fax("fax.pages", "how many pages, with the cover", "4 pages"),
    _fax("fax.reference", "the number of the letter", "RL-2026-000612"),
    _patient("block.place", "the part of the spine in plain words", "lower back"),
    _patient("block.side", "the side or sides", "left side and right side"),
    _patient("block.joints", "the exact joints, with sides where they differ", "Joints L4-5 and L5-S1"),
    _patient("block.limb", "what may feel weak, by region", "legs"),
    _patient("pain.area", "where the tested pain is", "low back, belt line"),
    _patient("pain.movement", "what brings the tested pain on", "bending backward"),
    _patient("when.day", "the day the needles were out, or of the visit", "Tuesday 24-Nov-2026"),
    _patient("when.time", "the time the needles were out, or of the visit", "10:31 am"),
    _patient("patient.blood_thinner", "the blood thinner as recorded", "apixaban"),
    _patient("clinic.phone", "the clinic's phone", "(555) 010-0100"),
    _patient("clinic.after_hours_phone", "the phone after hours", "(555) 010-0199"),
    _patient("clinic.emergency_number", "the emergency number of these words", "911"),
    _patient("clinic.return_address", "where the diary goes back to", "120 River Street, Springfield"),
)
FIELDS: Mapping[str, Field] = MappingProxyType({field.name: field for field in _ALL})
"""Every field by its name."""


def fields_for(kind: TemplateKind) -> tuple[Field, ...]:
    """What a paper can fill in, in the order of the registry."""
    return tuple(field for field in FIELDS.values() if kind in field.papers)
