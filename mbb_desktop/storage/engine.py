"""Opening the encrypted database (or a PostgreSQL server): every setting is set, then checked."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import NullPool, QueuePool

from mbb_desktop.storage.errors import (
    BrokenRule,
    Busy,
    CannotEncrypt,
    DamagedDatabase,
    Frozen,
    MissingDatabase,
    ServerGone,
    for_sqlite_code,
)
from mbb_desktop.storage.files import explained_files, new_file

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection as Driver

WRITING = "mbb_writing"
"""Execution option of a connection whose transactions begin with the right to write."""

_OLDEST_SQLITE = (3, 51, 3)  # 3.7.0 to 3.51.2 can corrupt a WAL database that two connections use
REFUSAL = "signed"  # what the guards of signed things say, and nothing else
_CACHE_KIB = 64 * 1024
_BUSY_MS = 5_000
_STATEMENTS = (
    256  # kept ready; the driver's own number is used up by opening, and each new one ousts the last
)

_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("cipher_memory_security", "ON", "1"),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),  # otherwise INSERT OR REPLACE walks past the guards of signed rows
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", "0", 0),
    ("busy_timeout", str(_BUSY_MS), _BUSY_MS),
)
_WORKING_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("cache_size", f"-{_CACHE_KIB}", -_CACHE_KIB),  # reads the whole structure, which a glance can spare
)
_MAC_SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
)


def open_encrypted(
    path: Path, key: bytes, *, pool: bool = True, foreign_keys: bool = True, read_only: bool = False
) -> sa.Engine:
    """An engine on an existing SQLCipher file; `key` is 32 bytes. Raises StoreUnavailable errors only.

    `pool=False` keeps no connection open; `foreign_keys=False` is for upgrades, where a rebuilt table
    would otherwise empty its children; `read_only=True` is for copies that must not change.
    """
    if not path.exists():
        raise MissingDatabase

    def connect() -> "Driver":
        driver = connect_encrypted(path, key, read_only=read_only)
        if not foreign_keys:
            driver.execute("PRAGMA foreign_keys = OFF")
        return driver

    # the connection used last comes back first: its page cache is warm
    kept = {"poolclass": QueuePool, "pool_size": 3, "max_overflow": 5, "pool_use_lifo": True}
    engine = sa.create_engine(
        "sqlite://",
        module=_driver_module(),
        creator=connect,
        hide_parameters=True,
        **(kept if pool else {"poolclass": NullPool}),
    )
    event.listen(engine, "begin", _begin)
    return engine


def _driver_module() -> object:
    try:
        import sqlcipher3.dbapi2 as module
    except ImportError as problem:
        raise CannotEncrypt from problem
    return module


def connect_encrypted(path: Path, key: bytes, *, create: bool = False, read_only: bool = False) -> "Driver":
    """One connection with every setting made and checked; a file is created only when asked for."""
    module = _driver_module()
    if not create:
        _refuse_nothing(path)
    mode = "ro" if read_only else "rwc" if create else "rw"
    if create and not path.exists():
        with explained_files():
            new_file(path).close()  # for this account's eyes only; the engine would let everybody read it
    with explained():
        driver: Driver = module.connect(  # type: ignore[attr-defined]
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=_BUSY_MS / 1000,
            cached_statements=_STATEMENTS,
            check_same_thread=False,
        )
        try:
            _unlock(driver, key)
            _settle(driver, read_only)
        except BaseException:
            driver.close()
            raise
    return driver


def _refuse_nothing(path: Path) -> None:
    """A missing or empty file would be taken for a new database."""
    if not path.exists():
        raise MissingDatabase
    if path.stat().st_size == 0:
        raise DamagedDatabase


def _unlock(driver: "Driver", key: bytes) -> None:
    if len(key) != 32:
        raise ValueError("the data key has 32 bytes")
    driver.execute("PRAGMA cipher_log_level = NONE")
    driver.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    driver.execute("PRAGMA cipher_compatibility = 4")
    if _value(driver, "cipher_status") != "1" or _driver_version() < _OLDEST_SQLITE:
        raise CannotEncrypt
    driver.execute("PRAGMA schema_version").fetchone()  # the first read shows whether the key fits


def _driver_version() -> tuple[int, ...]:
    import sqlcipher3.dbapi2

    return tuple(sqlcipher3.dbapi2.sqlite_version_info)


def _settle(driver: "Driver", read_only: bool) -> None:
    settings = _SETTINGS + (_MAC_SETTINGS if sys.platform == "darwin" else ())
    for name, wanted, expected in settings if read_only else settings + _WORKING_SETTINGS:
        driver.execute(f"PRAGMA {name} = {wanted}").fetchall()
        if _value(driver, name) != expected:
            raise CannotEncrypt(f"The database engine refused the setting {name}. Install MBB Desktop again.")
    if not read_only:
        _settle_journal(driver)


def _settle_journal(driver: "Driver") -> None:
    """WAL with FULL keeps every acknowledged save through a power cut; else DELETE with EXTRA does."""
    wal = driver.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal"
    if not wal and driver.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
        raise CannotEncrypt("The database engine refused its journal. Install MBB Desktop again.")
    level = 2 if wal else 3
    driver.execute(f"PRAGMA synchronous = {level}")
    if _value(driver, "synchronous") != level:
        raise CannotEncrypt("The database engine refused to save durably. Install MBB Desktop again.")


def _value(driver: "Driver", pragma: str) -> object:
    row = driver.execute(f"PRAGMA {pragma}").fetchone()
    return None if row is None else row[0]


def _begin(connection: sa.Connection) -> None:
    writing = connection.get_execution_options().get(WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def open_server(url: sa.URL) -> sa.Engine:
    """An engine on PostgreSQL (psycopg 3) for the same tables, with limits so that nothing waits for ever."""
    limits = "-c statement_timeout=15000 -c lock_timeout=5000 -c TimeZone=UTC"
    return sa.create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        connect_args={"connect_timeout": 5, "options": limits, "tcp_user_timeout": 15000},
    )


@contextlib.contextmanager
def explained() -> Iterator[None]:
    """Turn what the driver or SQLAlchemy raises into a sentence, or BrokenRule when it is our mistake."""
    try:
        yield
    except DBAPIError as problem:
        raise _sorted(problem.orig, problem.connection_invalidated) from None
    except StatementError as problem:
        raise (ValueError(str(problem.orig)) if isinstance(problem.orig, ValueError) else problem) from None
    except PoolTimeout:
        raise Busy from None
    except _driver_errors() as problem:
        raise _sorted(problem, False) from None


def _driver_errors() -> tuple[type[Exception], ...]:
    module = sys.modules.get("sqlcipher3.dbapi2")  # asked only when something was raised
    return () if module is None else (module.Error,)


def _sorted(problem: BaseException | None, lost: bool) -> Exception:
    code = getattr(problem, "sqlite_errorcode", None)
    if str(problem) == REFUSAL or getattr(problem, "sqlstate", None) == "MB001":
        return Frozen("record")
    if isinstance(code, int):
        return for_sqlite_code(code) or BrokenRule(getattr(problem, "sqlite_errorname", "SQLite"))
    state = getattr(problem, "sqlstate", None)
    if (
        lost
        or (state is None and type(problem).__name__ == "OperationalError")
        or str(state)[:2] in ("57", "08")
    ):
        return ServerGone()
    if state in ("55P03", "40001", "40P01"):
        return Busy()
    return BrokenRule(str(state or type(problem).__name__))


def checked_structure(driver: "Driver") -> None:
    """Raise DamagedDatabase unless every page, index and reference is whole; a checkpoint must come first."""
    with explained():
        pages = driver.execute("PRAGMA cipher_integrity_check").fetchall()
        trees = driver.execute("PRAGMA integrity_check").fetchall()
        orphans = driver.execute("PRAGMA foreign_key_check").fetchall()
    if pages or trees != [("ok",)] or orphans:
        raise DamagedDatabase
