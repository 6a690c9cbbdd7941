"""Triggers that refuse a change of signed things: a net under the program, no lock for a key holder."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from mbb_desktop.storage.codec import RecordTable
from mbb_desktop.storage.tables import BLOCKS, RESPONSES

# After signing, only these may follow: recovery and discharge come later, and a block may turn out an error.
_FREE_BLOCK_COLUMNS = ("state", "version")
_FREE_BLOCK_PREFIX = "discharge_"
_FREE_ROWS = {
    "block_vitals": "\"when\" <> 'recovery'",
    "block_entries": "\"item\" <> 'recovery and discharge'",
}
_INSERT_ONLY = {
    "signed_document": "id = NEW.id OR number = NEW.number",
    "cosign_step": "id = NEW.id OR (paper_id = NEW.paper_id AND place = NEW.place)",
    "cosignature": "paper_id = NEW.paper_id",
    "kept_judgement": "id = NEW.id",
    "receipt": "id = NEW.id",
    "enclosure": "id = NEW.id",
    "enclosure_struck": "enclosure_id = NEW.enclosure_id",
    "print_step": "id = NEW.id",
    "audit_event": "seq = NEW.seq",
    "signing_key": "key_id = NEW.key_id",
    "rule_file": "id = NEW.id OR (rule_set = NEW.rule_set AND set_version = NEW.set_version)",
    "rule_mark": "seq = NEW.seq",
    "patient_merge": "seq = NEW.seq",
    "template_version": "id = NEW.id OR "
    "(kind = NEW.kind AND language = NEW.language AND number = NEW.number)",
}
# a learner's note becomes the attending's, too, by the co-signature alone
_COSIGNED = (
    "OLD.state = 'to be co-signed' AND NEW.state = 'signed' AND EXISTS (SELECT 1 FROM cosignature "
    "JOIN signed_document ON id = paper_id WHERE block_id = OLD.id AND kind = 'procedure note')"
)
# before that its state says whether the attending was asked last, or returned it
_ASKED = (
    "OLD.state IN ('to be co-signed', 'returned') AND NEW.state = coalesce((SELECT CASE step "
    "WHEN 'returned' THEN 'returned' ELSE 'to be co-signed' END FROM cosign_step JOIN signed_document "
    "ON signed_document.id = paper_id WHERE block_id = OLD.id AND kind = 'procedure note' "
    "ORDER BY place DESC LIMIT 1), '')"
)
_GOES_ON = f"({_COSIGNED}) OR ({_ASKED})"
# a block whose signed response was entered in error gets another one beside it
_OWN_BLOCK = "(SELECT block_id FROM response WHERE id = {} AND signed_at IS NOT NULL)"


@cache
def sqlite_guards() -> Mapping[str, str]:
    """Every trigger of an SQLite store by name, as `sqlite_master` shows it."""
    return MappingProxyType(dict(_sqlite()))


def _sqlite() -> Iterator[tuple[str, str]]:
    for table, same in _INSERT_ONLY.items():
        exists = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"
        yield _refusal(f"{table}_keep_insert", f"BEFORE INSERT ON {table}", exists)
        yield _refusal(f"{table}_keep_update", f"BEFORE UPDATE ON {table}", "")
        yield _refusal(f"{table}_keep_delete", f"BEFORE DELETE ON {table}", "")
    yield from _sqlite_record(BLOCKS, "{}", "procedure note", _frozen_columns())
    yield _refusal(
        "block_keep_state",
        "BEFORE UPDATE OF state ON block",
        f"NEW.state <> 'entered in error' AND NEW.state <> OLD.state AND NOT ({_GOES_ON}) AND "
        + _signed("OLD.id", "procedure note"),
    )
    response = ", ".join(f'"{c.name}"' for c in RESPONSES.table.columns if c.name != "version")
    yield from _sqlite_record(RESPONSES, _OWN_BLOCK, "diagnostic response", response)


def _sqlite_record(
    record: RecordTable[Any], block_of: str, paper: str, columns: str
) -> Iterator[tuple[str, str]]:
    """`block_of` gives the block of a record's key."""
    name, own = record.name, _signed(block_of.format("OLD.id"), paper)
    yield _refusal(f"{name}_keep_update", f"BEFORE UPDATE OF {columns} ON {name}", own)
    yield _refusal(f"{name}_keep_delete", f"BEFORE DELETE ON {name}", own)
    for child in record.children:
        table = child.table.name
        for when, row in (("insert", "NEW"), ("update", "NEW"), ("update_of", "OLD"), ("delete", "OLD")):
            block = block_of.format(f"{row}.{child.owner_id}")
            free = f" AND {row}.{_FREE_ROWS[table]}" if table in _FREE_ROWS else ""
            event = when.partition("_")[0].upper()
            yield _refusal(f"{table}_keep_{when}", f"BEFORE {event} ON {table}", _signed(block, paper) + free)


def _frozen_columns() -> str:
    names = (column.name for column in BLOCKS.table.columns)
    kept = (n for n in names if n not in _FREE_BLOCK_COLUMNS and not n.startswith(_FREE_BLOCK_PREFIX))
    return ", ".join(f'"{name}"' for name in kept)


def _signed(block: str, paper: str) -> str:
    return f"EXISTS (SELECT 1 FROM signed_document WHERE block_id = {block} AND kind = '{paper}')"


def _refusal(name: str, when: str, condition: str) -> tuple[str, str]:
    only = f" WHEN {condition}" if condition else ""
    return name, f"CREATE TRIGGER {name} {when}{only} BEGIN SELECT RAISE(ABORT, 'signed'); END"


def changed_guards(connection: sa.Connection) -> tuple[str, ...]:
    """The names of the guards that are missing, foreign or reworded in the open store."""
    if connection.dialect.name != "sqlite":
        return _missing_on_server(connection)
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    found: Mapping[str, str] = {name: sql for name, sql in rows}
    expected = sqlite_guards()
    names = found.keys() | expected.keys()
    return tuple(sorted(name for name in names if found.get(name) != expected.get(name)))


def _missing_on_server(connection: sa.Connection) -> tuple[str, ...]:
    rows = connection.exec_driver_sql(
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'"
    )
    return tuple(sorted(server_guards() - {name for (name,) in rows}))


def server_guards() -> frozenset[str]:
    """The names of the triggers of a PostgreSQL store; their texts stand in its migration."""
    records = {name for name in sqlite_guards() if not name.startswith(tuple(_INSERT_ONLY))}
    return frozenset(
        records | {f"{table}_keep_{what}" for table in _INSERT_ONLY for what in ("rows", "table")}
    )
