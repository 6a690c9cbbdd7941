"""The vault that everything is measured on: filled in bulk through the tables of the storage layer."""

import random
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path
from uuid import UUID

from benchmarks import people
from benchmarks.people import NOW, PASSPHRASE, Case
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage import audit, keys
from mbb_desktop.storage.backup import back_up
from mbb_desktop.storage.patient_words import sort_key, words_of
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.store import Change
from mbb_desktop.storage.tables import AUDIT_EVENT, PATIENT_PLACE, PATIENT_WORD, RECORDS
from mbb_desktop.storage.vault import Vault, create_vault, open_vault

_BATCH = 500  # patients in one transaction


@dataclass(frozen=True, slots=True)
class Size:
    """How much is in the vault."""

    patients: int
    blocks_each: int

    @property
    def said(self) -> str:
        return f"{self.patients:,} patients, {self.patients * self.blocks_each:,} blocks"


def make_vault(folder: Path, size: Size) -> None:
    """A closed vault of invented people with one verified backup; the backup of the day is not due."""
    chance = random.Random(people.SEED)
    vault = create_vault(
        folder,
        people.physician(chance),
        PASSPHRASE,
        new_recovery_code(),
        at=NOW - timedelta(days=900),
        clinic=people.clinic(chance),
    )
    try:
        _fill(vault, chance, size)
        vault.store.outside_transaction(lambda driver: driver.execute("ANALYZE").fetchall())
        vault.store.checkpoint()
        back_up(vault.store, at=NOW)
    finally:
        vault.close()


@contextmanager
def opened(folder: Path) -> Iterator[Vault]:
    """The vault opened by its physician; closed again whatever happens."""
    vault = open_vault(folder, keys.people(folder)[0].user_id, PASSPHRASE, at=NOW, workstation="benchmark")
    try:
        yield vault
    finally:
        vault.close()


def _fill(vault: Vault, chance: random.Random, size: Size) -> None:
    payer, referrer = people.directory(chance)
    with vault.store.change(vault.user, "directory changed", at=NOW - timedelta(days=900)) as change:
        change.save(payer)
        change.save(referrer)
    patterns = people.patterns(chance, vault.user)
    everybody = people.patients(chance, size.patients, payer.id, referrer.id)
    first: list[Case] = []
    while batch := list(islice(everybody, _BATCH)):
        cases = [people.case(chance, one, chance.choice(patterns), size.blocks_each) for one in batch]
        first = first or cases
        _write(vault, cases, with_people=True)
    _write(vault, [people.today(chance, first, patterns[0])], with_people=False)


def _write(vault: Vault, cases: Sequence[Case], *, with_people: bool) -> None:
    with vault.store.change(vault.user, "benchmark filled", at=NOW) as change:
        if with_people:
            _insert(change, [case.patient for case in cases])
            _insert_words(change, [case.patient for case in cases])
            _insert(change, [case.course for case in cases])
        _insert(change, [block for case in cases for block in case.blocks])
        _insert(change, [response for case in cases for response in case.responses])
        _tell(change, cases)


def _insert(change: Change, records: Sequence[object]) -> None:
    """Many records of one kind with their children, each table in one go."""
    if not records:
        return
    table = RECORDS[type(records[0])]
    change.connection.execute(table.table.insert(), [table.shape.row(record) for record in records])
    for child in table.children:
        rows = [
            {child.owner_id: record.id, "position": at, **child.shape.row(member)}  # type: ignore[attr-defined]
            for record in records
            for at, member in enumerate(getattr(record, child.field))
        ]
        if rows:
            change.connection.execute(child.table.insert(), rows)


def _insert_words(change: Change, patients: Iterable[Patient]) -> None:
    known = list(patients)
    places = [{"sort_key": sort_key(one), "patient_id": one.id} for one in known]
    words = [{"word": word, "patient_id": one.id} for one in known for word in sorted(words_of(one))]
    change.connection.execute(PATIENT_PLACE.insert(), places)
    change.connection.execute(PATIENT_WORD.insert(), words)


def _tell(change: Change, cases: Sequence[Case]) -> None:
    """One event per patient and four per block, chained as the program chains them."""
    head = audit.head(change.connection)
    rows: list[dict[str, object]] = []
    for event, patient_id in _events(cases):
        row = _event_row(change, event, patient_id, head)
        head = audit.Head(head.seq + 1, audit.chained_hash(row))
        rows.append({**row, "hash": head.hash})
    change.connection.execute(AUDIT_EVENT.insert(), rows)


def _events(cases: Sequence[Case]) -> Iterator[tuple[str, UUID]]:
    for case in cases:
        yield "patient changed", case.patient.id
        for block in case.blocks:
            for event in ("block planned", "draft started", "note signed", "response signed"):
                yield event, block.patient_id


def _event_row(change: Change, event: str, patient_id: UUID, head: audit.Head) -> dict[str, object]:
    told = {"kind": "block", "id": patient_id, "changes": {"state": ["draft", "signed"]}, "gone": False}
    return {
        "seq": head.seq + 1,
        "id": new_id(NOW),
        "at": NOW,
        "user_id": change.by.id,
        "user": change.by.signs_as,
        "workstation": "benchmark",
        "event": event,
        "patient_id": patient_id,
        "detail": canonical({"saved": [told]}),
        "previous": head.hash,
    }
