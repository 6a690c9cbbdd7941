"""Bringing a store to the structure of this version: all of it or nothing, and never a newer one back."""

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from mbb_desktop.paths import data_dir
from mbb_desktop.storage.audit import Line, append
from mbb_desktop.storage.engine import WRITING, connect_encrypted, explained, open_encrypted
from mbb_desktop.storage.errors import BrokenRule, DamagedDatabase, TooNew, UpgradeFailed
from mbb_desktop.storage.guards import changed_guards
from mbb_desktop.storage.tables import METADATA

if TYPE_CHECKING:
    from alembic.config import Config

REVISION = "0001"
"""The structure that this version writes; a test keeps it equal to the newest file in `alembic/versions`."""

_STAMP = "alembic_version"
_FAILURES = (BrokenRule, SQLAlchemyError, ArithmeticError, LookupError, RuntimeError, TypeError, ValueError)
_GROWS = frozenset({_STAMP, "audit_event"})  # the tables an upgrade itself writes to


def revision_of(path: Path, key: bytes) -> str:
    """The structure of the file, read without writing a byte of it."""
    driver = connect_encrypted(path, key, read_only=True)
    try:
        with explained():
            # the number in the file's header spares reading the whole structure: 10 ms of every start
            if driver.execute("PRAGMA user_version").fetchone()[0] == int(REVISION):
                return REVISION
            row = driver.execute(f"SELECT version_num FROM {_STAMP}").fetchone()
    except BrokenRule:  # the key fits, but this is no store of ours
        raise DamagedDatabase from None
    finally:
        driver.close()
    return str(row[0]) if row else ""


def is_behind(path: Path, key: bytes) -> bool:
    """Whether the file needs an upgrade; raises TooNew for a structure that this version does not know."""
    found = revision_of(path, key)
    if found == REVISION:
        return False
    if found not in _known_revisions():
        raise TooNew
    return True


def _known_revisions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(data_dir("alembic")).replace("%", "%%"))
    return config


def create_structure(path: Path, key: bytes) -> None:
    """Make the file of a new store and all its tables, by the same steps that upgrade an old one."""
    connect_encrypted(path, key, create=True).close()
    with _upgrading(path, key) as connection:
        _run_steps(connection)
        _check_structure(connection)


def upgrade(path: Path, key: bytes, at: datetime) -> None:
    """Run the missing steps in one transaction; any trouble leaves the file as it was: UpgradeFailed."""
    with _upgrading(path, key) as connection:
        former = connection.exec_driver_sql(f"SELECT version_num FROM {_STAMP}").scalar_one()
        before = _counts(connection)
        _run_steps(connection)
        _check_rows(before, _counts(connection))
        _check_structure(connection)
        append(connection, Line(None, "structure upgraded", at, detail={"from": former, "to": REVISION}))


@contextlib.contextmanager
def _upgrading(path: Path, key: bytes) -> Iterator[sa.Connection]:
    """An own engine without foreign keys: a rebuilt table would otherwise take its children with it."""
    engine = open_encrypted(path, key, pool=False, foreign_keys=False)
    try:
        with (
            explained(),
            engine.connect().execution_options(**{WRITING: True}) as connection,
            connection.begin(),
        ):
            yield connection
    except _FAILURES as problem:  # whatever it was, the transaction is rolled back
        raise UpgradeFailed from problem
    finally:
        engine.dispose()


def run_steps_on_server(engine: sa.Engine) -> None:
    """Create or upgrade the tables on PostgreSQL, in one transaction."""
    with engine.begin() as connection:
        _run_steps(connection)
        _check_structure(connection)


def _run_steps(connection: sa.Connection) -> None:
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version = {int(REVISION)}")


def _counts(connection: sa.Connection) -> dict[str, int]:
    names = set(sa.inspect(connection).get_table_names()) - _GROWS
    return {
        name: connection.execute(sa.select(sa.func.count()).select_from(sa.table(name))).scalar_one()
        for name in names
    }


def _check_rows(before: dict[str, int], after: dict[str, int]) -> None:
    """Every row of every table that is still there must still be there."""
    if any(after[name] != count for name, count in before.items() if name in after):
        raise UpgradeFailed


def _check_structure(connection: sa.Connection) -> None:
    """References whole, tables as the program expects them, guards in place."""
    sqlite = connection.dialect.name == "sqlite"
    if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise UpgradeFailed
    if structure_differences(connection) or changed_guards(connection):
        raise UpgradeFailed


def structure_differences(connection: sa.Connection) -> list[object]:
    """What differs between the open database and the tables of the program."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    return list(
        compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA)
    )
