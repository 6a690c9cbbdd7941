"""Opening the database: every setting as wanted, errors sorted, nothing created by accident."""

import os
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2

from mbb_desktop.storage.engine import WRITING, connect_encrypted, explained, open_encrypted
from mbb_desktop.storage.errors import (
    BrokenRule,
    Busy,
    DamagedDatabase,
    DiskFull,
    DiskTrouble,
    MissingDatabase,
    ReadOnlyFolder,
    StoreUnavailable,
    for_sqlite_code,
    for_system_error,
)
from mbb_desktop.storage.store import Store

KEY = os.urandom(32)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small encrypted file with one row."""
    driver = connect_encrypted(tmp_path / "clinic.db", KEY, create=True)
    driver.execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT)")
    driver.execute("INSERT INTO thing VALUES (1, 'ZQCANARY')")
    driver.close()
    return tmp_path / "clinic.db"


SETTINGS = {
    "cipher_status": "1",
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "mmap_size": 0,
    "cache_size": -65536,
    "busy_timeout": 5000,
    "cipher_memory_security": "1",
    "cipher_log_level": "NONE",
}


def test_every_connection_has_every_setting(store: Store) -> None:
    with store.look() as look, store.look() as other:
        for connection in (look.connection, other.connection):
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in SETTINGS}
            assert found == SETTINGS


def test_the_file_is_encrypted(path: Path) -> None:
    content = path.read_bytes()
    assert b"ZQCANARY" not in content
    assert not content.startswith(b"SQLite format 3")
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(path).execute("SELECT * FROM thing")


def test_a_missing_file_is_not_created(tmp_path: Path) -> None:
    with pytest.raises(MissingDatabase):
        open_encrypted(tmp_path / "clinic.db", KEY)
    with pytest.raises(MissingDatabase):
        connect_encrypted(tmp_path / "clinic.db", KEY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"x" * 5000, b"SQLite format 3\x00" + bytes(5000)])
def test_a_file_that_is_none_of_ours_is_called_damaged(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "clinic.db"
    file.write_bytes(content)
    with pytest.raises(StoreUnavailable) as refusal:
        connect_encrypted(file, KEY)
    assert isinstance(refusal.value, DamagedDatabase)
    assert file.read_bytes() == content


def test_another_key_is_called_damage_and_prints_nothing(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DamagedDatabase):
        connect_encrypted(path, bytes(32))
    assert capfd.readouterr().err == ""


def test_a_key_of_another_length_is_our_mistake(path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        connect_encrypted(path, b"short")


def test_a_reader_cannot_write(path: Path) -> None:
    driver = connect_encrypted(path, KEY, read_only=True)
    with pytest.raises(ReadOnlyFolder), explained():
        driver.execute("DELETE FROM thing")
    driver.close()


def test_a_second_writer_waits_and_is_told_that_the_store_is_busy(path: Path) -> None:
    one, other = connect_encrypted(path, KEY), connect_encrypted(path, KEY)
    other.execute("PRAGMA busy_timeout = 50")
    one.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy), explained():
        other.execute("BEGIN IMMEDIATE")
    one.close()
    other.close()


def test_a_writing_transaction_has_the_right_from_its_first_word(path: Path) -> None:
    engine = open_encrypted(path, KEY)
    with engine.connect().execution_options(**{WRITING: True}) as writer, writer.begin():
        other = connect_encrypted(path, KEY)
        other.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(Busy), explained():
            other.execute("BEGIN IMMEDIATE")
        other.close()
    engine.dispose()


def test_errors_carry_no_values_and_no_key(path: Path) -> None:
    engine = open_encrypted(path, KEY)
    thing = sa.table("thing", sa.column("id"), sa.column("name"))
    with pytest.raises(sa.exc.IntegrityError) as bare, engine.begin() as connection:
        connection.execute(thing.insert(), {"id": 1, "name": "ZQCANARY"})
    with pytest.raises(BrokenRule) as refusal, explained(), engine.begin() as connection:
        connection.execute(thing.insert(), {"id": 1, "name": "ZQCANARY"})
    for text in (str(bare.value), repr(refusal.value), repr(engine), str(engine.url)):
        assert "ZQCANARY" not in text
        assert KEY.hex() not in text
    engine.dispose()


CODES: dict[int, type[StoreUnavailable] | None] = {
    1: None,
    5: Busy,
    8: ReadOnlyFolder,
    10: DiskTrouble,
    11: DamagedDatabase,
    13: DiskFull,
    19: None,
    21: None,
    26: DamagedDatabase,
    266: DiskTrouble,
}


@pytest.mark.parametrize(("code", "kind"), CODES.items())
def test_result_codes_are_ours_or_not_ours(code: int, kind: type[StoreUnavailable] | None) -> None:
    found = for_sqlite_code(code)
    assert found is None if kind is None else type(found) is kind


@pytest.mark.parametrize("name", ["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EIO"])
def test_every_system_error_has_a_sentence(name: str) -> None:
    import errno

    sentence = for_system_error(OSError(getattr(errno, name), "text")).sentence
    assert sentence.endswith(".")
    assert "text" not in sentence


def test_the_library_is_one_without_the_known_corruption() -> None:
    assert sqlcipher3.dbapi2.sqlite_version_info >= (3, 51, 3)
