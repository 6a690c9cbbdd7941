"""Checking the record: the audit chain, the signed papers, their hashes and their signatures."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.storage import (
    audit,
    checked_cosignatures,
    checked_rows,
    cosignatures,
    entered_in_error,
    to_print,
)
from mbb_desktop.storage.audit import Event, Head
from mbb_desktop.storage.engine import checked_structure
from mbb_desktop.storage.guards import changed_guards
from mbb_desktop.storage.head_mark import Mark, read_mark
from mbb_desktop.storage.keys import public_id, signature_is_good
from mbb_desktop.storage.long_work import stopped_when
from mbb_desktop.storage.papers import pdf_bytes_signed, signed_bytes
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.tables import SIGNED_DOCUMENT

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection as Driver


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the record that is not as it was written. `place` names the entry or the paper."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Report:
    """What checking found; `intact` when there is no fault."""

    events: int
    documents: int
    head: Head
    faults: tuple[Fault, ...]

    @property
    def intact(self) -> bool:
        return not self.faults


@dataclass(frozen=True, slots=True)
class Frozen:
    """What the audit trail says about a signed paper."""

    number: str
    content_sha256: str
    pdf_sha256: str
    signature: str


@dataclass(slots=True)
class Chain:
    """What a walk along the audit chain found."""

    events: int
    head: Head
    faults: list[Fault]
    papers: dict[UUID, Frozen]
    keys: dict[bytes, tuple[UUID, bytes]]
    told: checked_rows.Told = field(default_factory=checked_rows.Told)


def verify(store: Store) -> Report:
    """Check everything that was ever signed or told, against itself and the note beside the database.

    Raises Stopped when the store is closed meanwhile.
    """
    mark = None if store.folder is None else read_mark(store.folder)
    with store.long_look() as look:
        return check_record(look.connection, store.vault_id, mark)


def check_file(store: Store) -> None:
    """Read every page of the file, or raise DamagedDatabase; takes seconds in a large store.

    Raises Stopped when the store is closed meanwhile.
    """
    if store.folder is None or not store.checkpoint():
        return
    with store.long_work.turn() as must_stop:

        def check(driver: "Driver") -> None:
            with stopped_when(driver, must_stop):
                checked_structure(driver)

        store.outside_transaction(check)


def check_record(connection: sa.Connection, vault_id: UUID, mark: Mark | None = None) -> Report:
    """Check an open database; `mark` is what was noted outside of it."""
    chain = walk_chain(connection, vault_id)
    faults = [
        *chain.faults,
        *_mark_faults(connection, chain.head, vault_id, mark),
        *_key_faults(connection, chain),
        *(Fault(place, text) for place, text in entered_in_error.disagreements(connection)),
        *(Fault(place, text) for place, text in to_print.disagreements(connection)),
        *(Fault(place, text) for place, text in cosignatures.disagreements(connection)),
        *(Fault(place, text) for place, text in checked_rows.faults(connection, chain.told)),
        *(
            Fault(name, "A guard of signed documents is missing or changed.")
            for name in changed_guards(connection)
        ),
    ]
    numbers: set[str] = set()
    cosigned = cosignatures.cosigned(connection)
    for number, found in _papers(connection):
        numbers.add(number)
        if found is None:
            faults.append(Fault(number, "It cannot be read any more."))
            continue
        pdf_signature = found.pop("pdf_signature")
        paper = SignedDocument(**found)
        faults += [Fault(number, text) for text in _paper_faults(paper, pdf_signature, chain, vault_id)]
        if paper.id.bytes in cosigned:
            place = cosignatures.place_of(number)
            found_there = checked_cosignatures.faults(connection, paper, chain.keys, vault_id)
            faults += [Fault(place, text) for text in found_there]
    gone = (told.number for told in chain.papers.values() if told.number not in numbers)
    faults += [Fault(number, "This signed paper was removed.") for number in gone]
    return Report(chain.events, len(numbers), chain.head, tuple(faults))


def walk_chain(connection: sa.Connection, vault_id: UUID) -> Chain:
    """Follow the audit events from the first to the last."""
    chain = Chain(0, Head(0, bytes(32)), [], {}, {})
    for head, event in audit.all_events(connection):
        chain.events += 1
        place = f"entry {head.seq}"
        if event is None:
            chain.faults.append(Fault(place, "It cannot be read any more."))
        else:
            chain.faults += [Fault(place, text) for text in _event_faults(event, chain.head, vault_id)]
            _remember(chain, event)
        chain.head = head
    if chain.events == 0:
        chain.faults.append(Fault("entry 1", "The audit trail is empty."))
    return chain


def newest_entry(connection: sa.Connection) -> Head:
    """The end of the chain in a store of any structure."""
    row = connection.execute(sa.text("SELECT seq, hash FROM audit_event ORDER BY seq DESC LIMIT 1")).first()
    return Head(0, bytes(32)) if row is None else Head(row.seq, row.hash)


def _event_faults(event: Event, before: Head, vault_id: UUID) -> Iterator[str]:
    if event.seq != before.seq + 1:
        yield f"Entries {before.seq + 1} to {event.seq - 1} are missing."
    if event.previous != before.hash:
        yield "It does not follow from the entry before: one of the two was changed, added or moved."
    if not _hash_fits(event):
        yield "Its content was changed after it was written."
    if event.seq == 1 and (event.event != audit.GENESIS or _detail(event).get("vault") != str(vault_id)):
        yield "The audit trail does not begin with this record store."


def _hash_fits(event: Event) -> bool:
    try:
        return audit.chained_hash({name: getattr(event, name) for name in Event.__slots__}) == event.hash
    except (TypeError, ValueError):
        return False


def _detail(event: Event) -> dict[str, object]:
    try:
        detail = json.loads(event.detail)
    except ValueError:
        return {}
    return detail if isinstance(detail, dict) else {}


def _remember(chain: Chain, event: Event) -> None:
    detail = _detail(event)
    try:
        for told in detail.get("frozen", ()):  # type: ignore[attr-defined]  # what is not ours raises and is skipped
            chain.papers[UUID(told["id"])] = Frozen(
                told["number"], told["content_sha256"], told["pdf_sha256"], told["signature"]
            )
        checked_rows.remember(chain.told, event, detail)
        if isinstance(key := detail.get("signing_key"), dict):
            key_id = bytes.fromhex(key["key_id"])
            if key_id in chain.keys:
                chain.faults.append(Fault(f"signing key {key_id.hex()}", "It was recorded twice."))
            chain.keys[key_id] = (UUID(key["user_id"]), bytes.fromhex(key["public"]))
    except (TypeError, ValueError, KeyError, AttributeError):
        chain.faults.append(Fault(f"entry {event.seq}", "Its content cannot be read."))


def _mark_faults(connection: sa.Connection, head: Head, vault_id: UUID, mark: Mark | None) -> Iterator[Fault]:
    if mark is None or mark.restored or mark.vault_id != vault_id:
        return
    if mark.head.seq > head.seq:
        yield Fault(f"entry {head.seq}", f"{mark.head.seq - head.seq} newer entries are missing.")
    elif (known := audit.event_at(connection, mark.head.seq)) is None or known.hash != mark.head.hash:
        yield Fault(f"entry {mark.head.seq}", "It differs from the one that was noted beside the database.")


def _key_faults(connection: sa.Connection, chain: Chain) -> Iterator[Fault]:
    every = connection.execute(sa.text("SELECT key_id, user_id, public FROM signing_key"))
    rows = {row.key_id: (row.user_id, row.public) for row in every}
    told = {key_id: (owner.bytes, public) for key_id, (owner, public) in chain.keys.items()}
    for key_id in rows.keys() | told.keys():
        if rows.get(key_id) != told.get(key_id) or public_id(told[key_id][1]) != key_id:
            name = key_id.hex() if isinstance(key_id, bytes) else str(key_id)
            yield Fault(f"signing key {name}", "It is not the one that the audit trail tells of.")


def _papers(connection: sa.Connection) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """The number and the facts of every signed paper; None for one that can no longer be read."""
    names = ", ".join(f'"{column.name}"' for column in SIGNED_DOCUMENT.columns)
    every = sa.text(f"SELECT {names} FROM signed_document ORDER BY number").execution_options(yield_per=50)
    for row in connection.execute(every):
        yield str(row.number), audit.read_row(SIGNED_DOCUMENT, row, connection.dialect)


def _paper_faults(paper: SignedDocument, pdf_signature: bytes, chain: Chain, vault_id: UUID) -> Iterator[str]:
    told = chain.papers.get(paper.id)
    facts = (paper.number, paper.content_sha256.hex(), paper.pdf_sha256.hex(), paper.signature.hex())
    if told is None:
        yield "The audit trail does not tell of this signed paper."
    elif (told.number, told.content_sha256, told.pdf_sha256, told.signature) != facts:
        yield "It is not the paper that the audit trail tells of."
    if hashlib.sha256(paper.content).digest() != paper.content_sha256:
        yield "Its content was changed after signing."
    if hashlib.sha256(paper.pdf).digest() != paper.pdf_sha256:
        yield "Its PDF was changed after signing."
    yield from _signature_faults(paper, pdf_signature, chain, vault_id)


def _signature_faults(
    paper: SignedDocument, pdf_signature: bytes, chain: Chain, vault_id: UUID
) -> Iterator[str]:
    owner, public = chain.keys.get(paper.key_id, (None, b""))
    if owner != paper.signer_id:
        yield "It was signed with a key that is not the signer's."
    elif not signature_is_good(public, paper.signature, signed_bytes(paper, vault_id)):
        yield "Its signature does not fit."
    elif not signature_is_good(
        public, pdf_signature, pdf_bytes_signed(paper.id, paper.content_sha256, paper.pdf_sha256)
    ):
        yield "The signature of its PDF does not fit."
