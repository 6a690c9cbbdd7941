"""What the texts of letter and fax templates say, with their fields filled in from the record."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeVar

from mbb_desktop.clinical.data_file import delivered
from mbb_desktop.clinical.template import Wording, pieces, read_delivered
from mbb_desktop.clinical.template_fields import FIELDS, TemplateKind
from mbb_desktop.documents.amounts import NB, age, counted, day, full_name, joined, tied, whole
from mbb_desktop.documents.letter_facts import LetterFacts
from mbb_desktop.documents.packet_facts import Fax
from mbb_desktop.documents.places import joint_words, nerves_by_side
from mbb_desktop.documents.wording import Run, Words, bold, words

F = TypeVar("F")
_FILES = {
    TemplateKind.RFA_LETTER: "referral.toml",
    TemplateKind.AUTHORIZATION: "authorization.toml",
    TemplateKind.FAX_COVER: "fax.toml",
}


@cache
def delivered_wording(kind: TemplateKind) -> Wording:
    """The words of a letter or fax cover that came with the program. Raises DataFileError."""
    path = delivered("letters", f"en/{_FILES[kind]}")
    return Wording(read_delivered(path.name, path.read_bytes()))


def letter_text(facts: LetterFacts, kind: TemplateKind, key: str) -> Words:
    """A text of the letter; a field that the record does not have says so."""
    return _filled((facts.wording or delivered_wording(kind))[key], facts, LETTER_VALUES)


def fax_text(facts: Fax, key: str) -> Words:
    """A text of the fax cover."""
    return _filled((facts.wording or delivered_wording(TemplateKind.FAX_COVER))[key], facts, FAX_VALUES)


def _filled(text: str, facts: F, values: Mapping[str, Callable[[F], str | Words]]) -> Words:
    parts: list[str | Run | Words] = []
    for literal, name in pieces(text):
        parts.append(tied(literal))
        if name:
            parts.append(values[name](facts) or FIELDS[name].missing)
    return words(*parts)


def _name(facts: LetterFacts | Fax) -> str:
    to = facts.recipient
    return joined((whole(to.name), to.credentials)) if to else ""


def _organization(facts: LetterFacts | Fax) -> str:
    return facts.recipient.organization if facts.recipient else ""


def _levels(facts: LetterFacts) -> Words:
    levels = len({place.joint for place in facts.requested})
    return words(bold(counted(levels, "level"))) if levels else ()


LETTER_VALUES: Mapping[str, Callable[[LetterFacts], str | Words]] = {
    "patient.name": lambda facts: full_name(facts.patient),
    "patient.age": lambda facts: f"{age(facts.patient.born, facts.on)}{NB}years",
    "patient.born": lambda facts: day(facts.patient.born),
    "patient.phone": lambda facts: facts.patient.phone,
    "patient.member_id": lambda facts: facts.patient.member_id,
    "course.area": lambda facts: facts.course.pain_area,
    "course.movement": lambda facts: facts.course.provoked_by,
    "request.joints": lambda facts: joint_words(facts.requested) if facts.requested else "",
    "request.levels": _levels,
    "request.nerves": lambda facts: nerves_by_side(facts.requested, facts.course) if facts.requested else "",
    "rules.name": lambda facts: facts.rule_set.named.replace(" ", NB),
    "author.name": lambda facts: whole(facts.author.signs_as),
    "letter.date": lambda facts: day(facts.on),
    "recipient.name": _name,
    "recipient.organization": _organization,
    "clinic.name": lambda facts: facts.clinic.name,
    "clinic.telephone": lambda facts: facts.clinic.phone,
    "clinic.fax": lambda facts: facts.clinic.fax,
}
"""How the fields of both letters are filled in."""

FAX_VALUES: Mapping[str, Callable[[Fax], str | Words]] = {
    "recipient.name": _name,
    "recipient.organization": _organization,
    "clinic.name": lambda facts: facts.clinic.name,
    "clinic.telephone": lambda facts: facts.clinic.phone,
    "clinic.fax": lambda facts: facts.clinic.fax,
    "fax.sender": lambda facts: whole(facts.sender),
    "fax.date": lambda facts: day(facts.on),
    "fax.pages": lambda facts: counted(facts.pages, "page"),
    "fax.reference": lambda facts: facts.reference,
}
"""How the fields of the fax cover are filled in."""
