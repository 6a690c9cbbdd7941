"""Which of a FHIR patient's identifiers is the record number, which are kept, and which are not."""

import re
from dataclasses import dataclass
from enum import Enum

from mbb_desktop.clinical.people import Identifier, IdentifierKind
from mbb_desktop.interop.fhir_fields import Resource, is_over, objects, text
from mbb_desktop.interop.offered import RecordNumber


class _Standing(Enum):
    NOT_KEPT = "a social security or tax number"
    NEVER = "kept, never a record number"
    MAYBE = "may be the record number"
    SURE = "typed as the record number"


@dataclass(frozen=True, slots=True)
class _Number:
    value: str
    system: str
    given_by: str
    kind: IdentifierKind
    standing: _Standing


# HL7 table 0203 as FHIR R4, STU3 and the OID name it
_TYPE_TABLES = (
    "http://terminology.hl7.org/CodeSystem/v2-0203",
    "http://hl7.org/fhir/v2/0203",
    "http://hl7.org/fhir/identifier-type",
    "urn:oid:2.16.840.1.113883.18.108",
)
_NOT_KEPT_TYPES = frozenset({"SS", "SB", "TAX"})
_MEMBER_TYPES = frozenset({"MB", "SN", "MC", "MA", "HC"})
_NATIONAL_TYPES = re.compile(r"NI|NIIP|JHN|CZ|PRC|NN[A-Z]{0,3}")
_OPEN_TYPES = frozenset({"MR", "MRT", "PI", "PT", "PN", "U"})  # the rest of the table is never a record number
_NEVER_TYPES = frozenset({"DL", "PPN", "AN", "VN", "BC", "EN", "MI"})  # also without naming the table
_NOT_KEPT_WORDS = re.compile(r"social.?security|\bssn\b|\btax|us-ssn|urn:oid:2\.16\.840\.1\.113883\.4\.1$", re.I)
_MEMBER_WORDS = re.compile(
    r"member|medicare|medicaid|insur|subscriber|us-mbi|2\.16\.840\.1\.113883\.4\.(927|572)$", re.I
)
_NATIONAL_WORDS = re.compile(r"national|nhs.?number", re.I)
_NEVER_WORDS = re.compile(r"passport|driver|licen[cs]e|2\.16\.840\.1\.113883\.4\.(3|330)\.|visit|account", re.I)
_LIKE_SOCIAL_SECURITY = re.compile(r"[0-9]{3}[- ][0-9]{2}[- ][0-9]{4}")


def _numbers(resource: Resource) -> tuple[_Number, ...]:
    return tuple(_number(one) for one in objects(resource, "identifier") if text(one, "value"))


def _number(identifier: Resource) -> _Number:
    kind, standing = _typed(identifier)
    value = text(identifier, "value")
    if standing is _Standing.SURE and (is_over(identifier) or identifier.get("use") == "temp"):
        standing = _Standing.MAYBE
    if identifier.get("use") == "old" and standing is _Standing.MAYBE:
        standing = _Standing.NEVER
    if _LIKE_SOCIAL_SECURITY.fullmatch(value):
        standing = _Standing.MAYBE if standing is _Standing.SURE else _Standing.NOT_KEPT
    givers = (text(giver, "display") for giver in objects(identifier, "assigner"))
    return _Number(value, text(identifier, "system"), next(givers, ""), kind, standing)


def _typed(identifier: Resource) -> tuple[IdentifierKind, _Standing]:
    types = objects(identifier, "type")
    codings = [coding for one in types for coding in objects(one, "coding")]
    codes = {text(coding, "code").upper() for coding in codings}
    listed = {text(coding, "code").upper() for coding in codings if coding.get("system") in _TYPE_TABLES}
    words = " ".join([text(one, "text") for one in types] + [text(coding, "display") for coding in codings])
    said = f"{words} {text(identifier, 'system')}"
    if codes & _NOT_KEPT_TYPES or _NOT_KEPT_WORDS.search(said):
        return IdentifierKind.OTHER, _Standing.NOT_KEPT
    if codes & _MEMBER_TYPES or _MEMBER_WORDS.search(said):
        return IdentifierKind.MEMBER, _Standing.NEVER
    if any(map(_NATIONAL_TYPES.fullmatch, codes)) or _NATIONAL_WORDS.search(said):
        return IdentifierKind.NATIONAL, _Standing.NEVER
    if codes & _NEVER_TYPES or listed - _OPEN_TYPES or _NEVER_WORDS.search(said):
        return IdentifierKind.OTHER, _Standing.NEVER
    if listed == {"MR"}:
        return IdentifierKind.MRN, _Standing.SURE
    return IdentifierKind.OTHER, _Standing.MAYBE


def _record_numbers(numbers: tuple[_Number, ...], notes: list[str]) -> tuple[RecordNumber, ...]:
    if any(number.standing is _Standing.NOT_KEPT for number in numbers):
        notes.append("A social security or tax number stands in the file. It is not kept.")
    typed = [number for number in numbers if number.standing is _Standing.SURE]
    maybe = [number for number in numbers if number.standing is _Standing.MAYBE]
    sure = len({(number.value, number.system) for number in typed}) == 1
    if len(typed) > 1 and not sure:
        notes.append("The file gives several record numbers. Choose the one of this clinic.")
    asked = typed if sure else [*typed, *maybe]
    return tuple(dict.fromkeys(RecordNumber(n.value, n.system, n.given_by, sure) for n in asked))


def _kept(numbers: tuple[_Number, ...], candidates: tuple[RecordNumber, ...]) -> tuple[Identifier, ...]:
    certain = any(candidate.sure for candidate in candidates)
    kept = (
        Identifier(IdentifierKind.OTHER if n.kind is IdentifierKind.MRN and not certain else n.kind, n.value, n.system)
        for n in numbers
        if n.standing is not _Standing.NOT_KEPT
    )
    return tuple(dict.fromkeys(kept))
