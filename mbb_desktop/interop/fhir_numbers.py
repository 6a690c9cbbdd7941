"""Which of a FHIR patient's identifiers is the record number, which are kept, and which are not."""

import re
from dataclasses import dataclass
from enum import Enum

from mbb_desktop.clinical.people import Identifier, IdentifierKind
from mbb_desktop.interop.fhir_fields import Resource, is_over, objects, text
from mbb_desktop.interop.offered import RecordNumber


class Standing(Enum):
    """What an identifier may become."""

    NOT_KEPT = "a social security or tax number"
    NEVER = "kept, but never a record number"
    MAYBE = "a record number if somebody confirms it"
    SURE = "the record number by its type"


@dataclass(frozen=True, slots=True)
class Number:
    """One identifier of the file with its standing."""

    value: str
    system: str
    given_by: str
    kind: IdentifierKind
    standing: Standing


_Meaning = tuple[IdentifierKind, Standing]
_NOT_KEPT = (IdentifierKind.OTHER, Standing.NOT_KEPT)
_MEMBER = (IdentifierKind.MEMBER, Standing.NEVER)
_NATIONAL = (IdentifierKind.NATIONAL, Standing.NEVER)
_OTHER = (IdentifierKind.OTHER, Standing.NEVER)
_MAYBE = (IdentifierKind.OTHER, Standing.MAYBE)
_SURE = (IdentifierKind.OTHER, Standing.SURE)

# HL7 table 0203 as FHIR R4 and R5, STU3, DSTU2 and its OID name it
_TABLES = (
    "http://terminology.hl7.org/CodeSystem/v2-0203",
    "http://hl7.org/fhir/v2/0203",
    "http://hl7.org/fhir/identifier-type",
    "urn:oid:2.16.840.1.113883.18.108",
)
# What each code means even where the table is not named; the rest of the table is never a record number
_CODES = (
    (re.compile("SS|SB|TAX"), _NOT_KEPT),
    (re.compile("MB|SN|MC|MA|HC"), _MEMBER),
    (re.compile("NI|NIIP|JHN|CZ|PRC|NN[A-Z]{0,3}"), _NATIONAL),
    (re.compile("DL|PPN|AN|VN|BC|EN|MI"), _OTHER),
)
_OPEN_CODES = frozenset({"MR", "MRT", "PI", "PT", "PN", "U"})
_SYSTEMS = (
    (re.compile(r".*/us-ssn|urn:oid:2\.16\.840\.1\.113883\.4\.1"), _NOT_KEPT),
    (re.compile(r".*/us-m(bi|edicare)|urn:oid:2\.16\.840\.1\.113883\.4\.(572|927)"), _MEMBER),
    (re.compile(r".*/nhs-number"), _NATIONAL),
    (re.compile(r".*/passport.*|urn:oid:2\.16\.840\.1\.113883\.4\.(3|330)\..*"), _OTHER),
)
_WORDS = (
    (re.compile(r".*(social.?security|\bssn\b|\btax).*", re.IGNORECASE), _NOT_KEPT),
    (re.compile(r".*(member|medicare|medicaid|insur|subscriber).*", re.IGNORECASE), _MEMBER),
    (re.compile(r".*(national|\bnhs\b).*", re.IGNORECASE), _NATIONAL),
    (re.compile(r".*(passport|driv|licen[cs]e|visit|account).*", re.IGNORECASE), _OTHER),
)
_LIKE_SOCIAL_SECURITY = re.compile(r"[0-9]{3}[- ][0-9]{2}[- ][0-9]{4}")


def numbers_of(patient: Resource) -> tuple[Number, ...]:
    """Every identifier with a value; raises ValueError for a value that cannot be kept as text."""
    return tuple(_number(one) for one in objects(patient, "identifier") if text(one, "value"))


def record_numbers(numbers: tuple[Number, ...], notes: list[str]) -> tuple[RecordNumber, ...]:
    """The one number typed as record number, or all that somebody must choose from."""
    if any(number.standing is Standing.NOT_KEPT for number in numbers):
        notes.append("A social security or tax number stands in the file. It is not kept.")
    typed = [number for number in numbers if number.standing is Standing.SURE]
    maybe = [number for number in numbers if number.standing is Standing.MAYBE]
    different = {(number.value, number.system) for number in typed}
    if len(different) > 1:
        notes.append("The file gives several record numbers. Choose the one of this clinic.")
    sure = len(different) == 1
    asked = typed if sure else typed + maybe
    return tuple(dict.fromkeys(RecordNumber(one.value, one.system, one.given_by, sure) for one in asked))


def kept(numbers: tuple[Number, ...], candidates: tuple[RecordNumber, ...]) -> tuple[Identifier, ...]:
    """The identifiers to keep; only a sure record number is called MRN."""
    sure = {(candidate.value, candidate.system) for candidate in candidates if candidate.sure}
    identifiers = (
        Identifier(
            IdentifierKind.MRN if (number.value, number.system) in sure else number.kind,
            number.value,
            number.system,
        )
        for number in numbers
        if number.standing is not Standing.NOT_KEPT
    )
    return tuple(dict.fromkeys(identifiers))


def _number(identifier: Resource) -> Number:
    kind, standing = _meaning(identifier)
    value = text(identifier, "value")
    if _LIKE_SOCIAL_SECURITY.fullmatch(value):
        standing = Standing.MAYBE if standing is Standing.SURE else Standing.NOT_KEPT
    elif identifier.get("use") == "old" and standing in (Standing.SURE, Standing.MAYBE):
        standing = Standing.NEVER
    elif standing is Standing.SURE and (is_over(identifier) or identifier.get("use") == "temp"):
        standing = Standing.MAYBE
    givers = (text(giver, "display") for giver in objects(identifier, "assigner"))
    return Number(value, text(identifier, "system"), next(givers, ""), kind, standing)


def _meaning(identifier: Resource) -> _Meaning:
    types = objects(identifier, "type")
    codings = [coding for one in types for coding in objects(one, "coding")]
    codes = [text(coding, "code").upper() for coding in codings]
    listed = {text(coding, "code").upper() for coding in codings if coding.get("system") in _TABLES}
    words = " ".join([text(one, "text") for one in types] + [text(coding, "display") for coding in codings])
    by_code = _first_match(_CODES, codes)
    by_words = _first_match(_WORDS, [words])
    by_system = _first_match(_SYSTEMS, [text(identifier, "system").lower()])
    if _NOT_KEPT in (by_code, by_words, by_system):
        return _NOT_KEPT
    if listed - _OPEN_CODES:
        return by_code or _OTHER
    by_type = _SURE if listed == {"MR"} else None
    return by_code or by_system or by_type or by_words or _MAYBE


def _first_match(rules: tuple[tuple[re.Pattern[str], _Meaning], ...], said: list[str]) -> _Meaning | None:
    return next((meaning for pattern, meaning in rules if any(map(pattern.fullmatch, said))), None)
