"""A signed letter read back from what was signed: to whom, about which blocks, and every criterion."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind


@dataclass(frozen=True, slots=True)
class ReportedBlock:
    """A block of a letter: the ids that evidence names, and the numbers of its signed papers."""

    records: tuple[UUID, ...]
    note: str
    response: str


@dataclass(frozen=True, slots=True)
class SignedCriterion:
    """A rule as it was judged when the letter was signed; `records` are where its evidence stands.

    `days` are those of the evidence.
    """

    rule: str
    asks: str
    verdict: Verdict
    records: tuple[UUID, ...]
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class SignedLetter:
    recipient: Correspondent | None
    rule_set: str
    blocks: tuple[ReportedBlock, ...]
    criteria: tuple[SignedCriterion, ...]


def read_signed_letter(content: bytes) -> SignedLetter:
    """What a letter's signature covers. Raises KeyError, TypeError or ValueError for anything else."""
    letter = _record(json.loads(content))
    judged = _record(letter["judgement"])
    to = _record(letter["order"])["recipient"]
    return SignedLetter(
        None if to is None else _recipient(_record(to)),
        f"{_text(judged['rule_set_id'])} {_text(judged['version'])}",
        tuple(_block(each) for each in _records(letter["blocks"])),
        tuple(_criterion(each) for each in _records(judged["findings"])),
    )


_Record = dict[str, object]


def _block(kept: _Record) -> ReportedBlock:
    records = [_record(kept[name]) for name in ("block", "response") if kept[name] is not None]
    ids = tuple(UUID(_text(record["id"])) for record in records)
    return ReportedBlock(ids, _text(kept["note"]), _text(kept["signed response"]))


def _criterion(kept: _Record) -> SignedCriterion:
    found = dict.fromkeys(_evidence(kept))
    days = [each["on"] for each in _records(kept["evidence"])]
    return SignedCriterion(
        _text(kept["rule_id"]),
        _text(kept["title"]),
        Verdict(kept["verdict"]),
        tuple(found),
        tuple(date.fromisoformat(_text(on)) for on in days if on is not None),
    )


def _evidence(kept: _Record) -> Iterator[UUID]:
    for each in _records(kept["evidence"]):
        if each["record_id"] is not None:
            yield UUID(_text(each["record_id"]))


def _recipient(kept: _Record) -> Correspondent:
    words = ("name", "credentials", "organization", "address", "phone", "fax")
    name, credentials, organization, address, phone, fax = (_text(kept[word]) for word in words)
    return Correspondent(
        UUID(_text(kept["id"])),
        CorrespondentKind(kept["kind"]),
        name,
        credentials,
        organization,
        address,
        phone,
        fax,
    )


def _record(value: object) -> _Record:
    if not isinstance(value, dict):
        raise TypeError("This is no record.")
    return value


def _records(value: object) -> list[_Record]:
    if not isinstance(value, list):
        raise TypeError("This is no list.")
    return [_record(each) for each in value]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("This is no text.")
    return value
