"""One FHIR Patient as a person to look at; `contact` is somebody else and is never read."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from mbb_desktop.clinical.people import Sex
from mbb_desktop.interop.budget import Json
from mbb_desktop.interop.fhir_fields import Resource, holds_more_than, is_over, joined, limit, objects, text
from mbb_desktop.interop.fhir_numbers import kept, numbers_of, record_numbers
from mbb_desktop.interop.offered import Offered, Refused, SaidName

T = TypeVar("T")
D = TypeVar("D")

_TYPE_IT = "Ask for it and type this person by hand."
_MOST_VALUES = 5_000  # a full US Core patient has some 150


def read_person(patient: Resource, where: str) -> Offered | Refused:
    """The person of one Patient resource, refused when something required is missing or unclear."""
    if holds_more_than(_MOST_VALUES, patient):
        return Refused(where, "This record is far too large for one person. Ask the sender for it again.")
    lacks: list[str] = []
    notes: list[str] = []
    names = _read(_names, patient, "name", lacks, None)
    numbers = _read(numbers_of, patient, "identifier", lacks, ())
    name = _chosen_name(names or (), notes)
    if names is not None and not any(map(str.isalpha, name.family)):
        lacks.append(f"The family name is missing. {_TYPE_IT}")
    candidates = record_numbers(numbers, notes)
    offered = Offered(
        where=where,
        family=name.family,
        given=name.given,
        born=_birth_date(patient, lacks),
        names=names or (),
        record_numbers=candidates,
        identifiers=kept(numbers, candidates),
        sex=_sex(patient, notes),
        phone=_read(_phone, patient, "phone number", notes, ""),
        address=_read(_address, patient, "address", notes, ""),
        language=_read(_language, patient, "language", notes, ""),
        deceased=_deceased(patient, notes),
        deceased_on=_day_of(patient.get("deceasedDateTime")),
        notes=(*notes, *_warnings(patient)),
    )
    lacks += _obstacles(patient)
    return Refused(where, " ".join(lacks), offered) if lacks else offered


def _obstacles(patient: Resource) -> Iterator[str]:
    if "modifierExtension" in patient:
        yield f"The record carries a modifierExtension, which may change what it means. {_TYPE_IT}"
    if any(link.get("type") in ("replaced-by", "replace") for link in objects(patient, "link")):
        yield "The sender has replaced this record by another one. Import the other one."


def _warnings(patient: Resource) -> Iterator[str]:
    if patient.get("active") is False:
        yield "The sender marks this record as no longer in use."
    meta = patient.get("meta")
    labels = objects(meta, "security") if isinstance(meta, dict) else []
    if any(label.get("code") == "HTEST" for label in labels):
        yield "The sender marks this record as test data."


def _read(
    read: Callable[[Resource], T], patient: Resource, field: str, faults: list[str], otherwise: D
) -> T | D:
    try:
        return read(patient)
    except ValueError:
        faults.append(f"The {field} holds a control character or is far too long. Type it by hand.")
        return otherwise


_LANGUAGE_TAG = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_NAME_USES = ("official", "", "usual", "temp", "nickname", "anonymous", "maiden", "old")


def _names(patient: Resource) -> tuple[SaidName, ...]:
    return tuple(
        SaidName(
            use=text(name, "use"),
            family=joined(name, "family"),
            given=joined(name, "given"),
            prefix=joined(name, "prefix"),
            suffix=joined(name, "suffix"),
            text=text(name, "text"),
            start=limit(name, "start"),
            end=limit(name, "end"),
        )
        for name in objects(patient, "name")
    )


def _name_order(name: SaidName) -> tuple[bool, int]:
    use = name.use if name.use in _NAME_USES else ""
    return bool(name.end) or use in ("maiden", "old"), _NAME_USES.index(use)


def _chosen_name(names: tuple[SaidName, ...], notes: list[str]) -> SaidName:
    ordered = sorted((name for name in names if name.family), key=_name_order)
    if not ordered:
        return SaidName("", "", next((name.given for name in names if name.given), ""))
    chosen = ordered[0]
    if _name_order(chosen) >= (False, _NAME_USES.index("temp")):
        notes.append("The file gives only a temporary, assumed or former name. Check it.")
    rivals = {(name.family, name.given) for name in ordered if _name_order(name) == _name_order(chosen)}
    if len(rivals) > 1:
        notes.append("The file gives two current names. Check which one is right.")
    elif len(names) > 1:
        notes.append("The file also gives other names, shown here only.")
    if chosen.suffix:
        notes.append("The name has a suffix such as Jr. or III, shown here only. Add it if you keep it.")
    return chosen


def _day_of(said: Json) -> date | None:
    """The day of a FHIR date or dateTime as written, without moving it between time zones."""
    whole = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(T.*)?", said) if isinstance(said, str) else None
    try:
        return date.fromisoformat(whole[1]) if whole else None
    except ValueError:
        return None


def _birth_date(patient: Resource, lacks: list[str]) -> date | None:
    said = patient.get("birthDate")
    born = _day_of(said) if isinstance(said, str) and len(said) == len("1974-12-25") else None
    if said is None:
        lacks.append(f"The birth date (birthDate) is missing. {_TYPE_IT}")
    elif born is None and isinstance(said, str) and re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", said):
        lacks.append(f"The birth date (birthDate) needs day, month and year. {_TYPE_IT}")
    elif born is None:
        lacks.append(f"The birth date (birthDate) is not a date. {_TYPE_IT}")
    return born


def _deceased(patient: Resource, notes: list[str]) -> bool | None:
    said, moment = patient.get("deceasedBoolean"), patient.get("deceasedDateTime")
    if moment is None and (said is None or said is False):
        return said
    notes.append("The file says that this person has died.")
    return True


def _sex(patient: Resource, notes: list[str]) -> Sex | None:
    said = patient.get("gender")
    known = next((sex for sex in Sex if sex.value == said), None)
    if known is None and said not in (None, "unknown"):
        notes.append("The sex (gender) is given in a way that is not known here and is left open.")
    return known


def _phone(patient: Resource) -> str:
    uses = ("mobile", "home", "", "work", "temp")
    phones = [
        phone
        for phone in objects(patient, "telecom")
        if phone.get("system") in ("phone", None) and text(phone, "value") and not is_over(phone)
    ]

    def order(phone: Resource) -> tuple[float, int]:
        rank, use = phone.get("rank"), phone.get("use")
        return rank if isinstance(rank, float) else 1e9, uses.index(use) if use in uses else 2

    return next((text(phone, "value") for phone in sorted(phones, key=order)), "")


def _address(patient: Resource) -> str:
    uses = ("home", "", "temp", "billing", "work")

    def order(address: Resource) -> tuple[bool, int]:
        use = address.get("use")
        return address.get("type") == "postal", uses.index(use) if use in uses else 1

    current = [address for address in objects(patient, "address") if not is_over(address)]
    return next(filter(None, map(_written, sorted(current, key=order))), "")


def _written(address: Resource) -> str:
    region = " ".join(filter(None, (text(address, "state"), text(address, "postalCode"))))
    parts = (joined(address, "line", ", "), text(address, "city"), region, text(address, "country"))
    return ", ".join(filter(None, parts)) or text(address, "text")


def _language(patient: Resource) -> str:
    """The language asked for, or the only one given, as its plain code (`es` for `es-MX`); else not known."""
    spoken = objects(patient, "communication")
    wanted = [one for one in spoken if one.get("preferred") is True] or spoken
    if len(wanted) != 1 or wanted[0].get("preferred") is False:
        return ""
    concepts = objects(wanted[0], "language")
    codes = [text(coding, "code") for concept in concepts for coding in objects(concept, "coding")]
    plain = [code.split("-")[0].lower() for code in codes if _LANGUAGE_TAG.fullmatch(code)]
    return next(filter(None, [*plain, *(text(concept, "text") for concept in concepts)]), "")
