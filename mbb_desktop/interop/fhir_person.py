"""One FHIR Patient as a person to look at; `contact` is somebody else and is never read."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from mbb_desktop.clinical.people import Sex
from mbb_desktop.interop.fhir_fields import Resource, is_over, joined, objects, period, text
from mbb_desktop.interop.fhir_numbers import identifiers, kept, record_numbers
from mbb_desktop.interop.offered import Offered, Refused, SaidName

T = TypeVar("T")

_TYPE_IT = "Ask for it and type this person by hand."


def _person(resource: Resource, where: str) -> Offered | Refused:
    lacks: list[str] = []
    notes: list[str] = []
    names = _read(_names, resource, "name", lacks, ())
    numbers = _read(_numbers, resource, "identifier", lacks, ())
    name = _chosen_name(names, notes)
    candidates = _record_numbers(numbers, notes)
    offered = Offered(
        where=where,
        family=name.family,
        given=name.given,
        born=_birth_date(resource, lacks),
        names=names,
        record_numbers=candidates,
        identifiers=_kept(numbers, candidates),
        sex=_sex(resource, notes),
        phone=_read(_phone, resource, "phone number", notes, ""),
        address=_read(_address, resource, "address", notes, ""),
        language=_read(_language, resource, "language", notes, ""),
        deceased=_deceased(resource, notes),
        deceased_on=_whole_date(str(resource.get("deceasedDateTime"))[:10]),
        notes=(*notes, *_warnings(resource)),
    )
    lacks += _reasons(resource, name)
    return Refused(where, " ".join(lacks), offered) if lacks else offered


def _reasons(resource: Resource, name: SaidName) -> Iterator[str]:
    if not any(character.isalpha() for character in name.family):
        yield f"The family name is missing. {_TYPE_IT}"
    if "modifierExtension" in resource:
        yield f"The record carries a modifierExtension that changes its meaning in an unknown way. {_TYPE_IT}"
    if any(link.get("type") in ("replaced-by", "replace") for link in objects(resource, "link")):
        yield "The sender has replaced this record by another one. Import the other one."


def _warnings(resource: Resource) -> Iterator[str]:
    if resource.get("active") is False:
        yield "The sender marks this record as no longer in use."
    meta = resource.get("meta")
    labels = objects(meta, "security") if isinstance(meta, dict) else []
    if any(label.get("code") == "HTEST" for label in labels):
        yield "The sender marks this record as test data."


def _read(read: Callable[[Resource], T], resource: Resource, field: str, faults: list[str], otherwise: T) -> T:
    try:
        return read(resource)
    except ValueError:
        faults.append(f"The {field} is left out: it holds a control character or is far too long.")
        return otherwise


_NAME_USES = ("official", "", "usual", "temp", "nickname", "anonymous", "maiden", "old")


def _names(resource: Resource) -> tuple[SaidName, ...]:
    return tuple(
        SaidName(
            use=text(name, "use"),
            family=joined(name, "family"),
            given=joined(name, "given"),
            prefix=joined(name, "prefix"),
            suffix=joined(name, "suffix"),
            text=text(name, "text"),
            start=period(name, "start"),
            end=period(name, "end"),
        )
        for name in objects(resource, "name")
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
    if any(_name_order(o) == _name_order(chosen) and o.family != chosen.family for o in ordered):
        notes.append("The file gives two current names. Check which one is right.")
    elif len(names) > 1:
        notes.append("The file also gives other names, shown here only.")
    if chosen.suffix:
        notes.append("The name has a suffix such as Jr. or III, shown here only. Add it if the clinic keeps it.")
    return chosen


def _whole_date(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _birth_date(resource: Resource, lacks: list[str]) -> date | None:
    said = resource.get("birthDate")
    born = _whole_date(said) if isinstance(said, str) else None
    if said is None:
        lacks.append(f"The birth date (birthDate) is missing. {_TYPE_IT}")
    elif born is None and isinstance(said, str) and re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", said):
        lacks.append(f"The birth date (birthDate) is not complete; day, month and year are needed. {_TYPE_IT}")
    elif born is None:
        lacks.append(f"The birth date (birthDate) is not a date. {_TYPE_IT}")
    return born


def _deceased(resource: Resource, notes: list[str]) -> bool | None:
    said, moment = resource.get("deceasedBoolean"), resource.get("deceasedDateTime")
    if moment is None and (said is None or said is False):
        return said
    notes.append("The file says that this person has died.")
    return True


def _sex(resource: Resource, notes: list[str]) -> Sex | None:
    said = resource.get("gender")
    known = next((sex for sex in Sex if sex.value == said), None)
    if known is None and said not in (None, "unknown"):
        notes.append("The sex (gender) is given in a way that is not known here and is left open.")
    return known


def _phone(resource: Resource) -> str:
    uses = ("mobile", "home", "", "work", "temp")
    phones = [
        phone
        for phone in objects(resource, "telecom")
        if phone.get("system") in ("phone", None) and text(phone, "value") and not is_over(phone)
    ]

    def order(phone: Resource) -> tuple[float, int]:
        rank, use = phone.get("rank"), phone.get("use")
        return rank if isinstance(rank, float) else 1e9, uses.index(use) if use in uses else 2

    return next((text(phone, "value") for phone in sorted(phones, key=order)), "")


def _address(resource: Resource) -> str:
    uses = ("home", "", "temp", "billing", "work")

    def order(address: Resource) -> tuple[bool, int]:
        use = address.get("use")
        return address.get("type") == "postal", uses.index(use) if use in uses else 1

    current = [address for address in objects(resource, "address") if not is_over(address)]
    return next(filter(None, map(_written, sorted(current, key=order))), "")


def _written(address: Resource) -> str:
    region = " ".join(filter(None, (text(address, "state"), text(address, "postalCode"))))
    parts = (joined(address, "line", ", "), text(address, "city"), region, text(address, "country"))
    return ", ".join(filter(None, parts)) or text(address, "text")


def _language(resource: Resource) -> str:
    """The language asked for, or the only one given; of several without a preference none."""
    spoken = objects(resource, "communication")
    wanted = [one for one in spoken if one.get("preferred") is True] or spoken
    if len(wanted) != 1 or wanted[0].get("preferred") is False:
        return ""
    concepts = objects(wanted[0], "language")
    codes = [text(coding, "code") for concept in concepts for coding in objects(concept, "coding")]
    return next(filter(None, [*codes, *(text(concept, "text") for concept in concepts)]), "")
