"""Bringing an older store to this version: all of it or nothing, and a newer one is not touched."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from mbb_desktop.clinical.block import Block
from mbb_desktop.paths import data_dir
from mbb_desktop.storage import audit, migrate
from mbb_desktop.storage.backup import backups
from mbb_desktop.storage.engine import connect_encrypted
from mbb_desktop.storage.errors import DamagedDatabase, TooNew, UpgradeFailed
from mbb_desktop.storage.guards import changed_guards
from mbb_desktop.storage.keys import open_as_person, read_keys
from mbb_desktop.storage.migrate import REVISION, create_structure, is_behind, structure_differences, upgrade
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.tables import METADATA
from mbb_desktop.storage.vault import open_vault
from tests.storage.builders import AT, PASSPHRASE, PHYSICIAN, saved_block

pytestmark = pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # fork is what these need
KEY = bytes(range(32))
NEXT = '''
"""A step of a later version."""
import sqlalchemy as sa
from alembic import op
revision = "0002"
down_revision = "0001"
def upgrade() -> None:
    {body}
'''
REBUILD = """with op.batch_alter_table("block", recreate="always") as table:
        table.add_column(sa.Column("later", sa.Text(), nullable=True))"""


@pytest.fixture(scope="module")
def with_a_block(template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Block]:
    folder = Path(shutil.copytree(template, tmp_path_factory.mktemp("older") / "clinic"))
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    draft = saved_block(vault.store, vault.user)
    vault.close()
    return folder, draft


@pytest.fixture
def older(with_a_block: tuple[Path, Block], tmp_path: Path) -> tuple[Path, Block]:
    """A closed vault with a block in it, and the block."""
    folder, draft = with_a_block
    return Path(shutil.copytree(folder, tmp_path / "clinic")), draft


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migrations of a later version, which has a step more; the test writes it."""
    scripts = Path(shutil.copytree(data_dir("alembic"), tmp_path / "alembic"))
    monkeypatch.setattr(migrate, "REVISION", "0002")
    monkeypatch.setattr(migrate, "data_dir", lambda _: scripts)
    return scripts / "versions" / "0002_later.py"


def data_key(folder: Path) -> bytes:
    return open_as_person(read_keys(folder), PHYSICIAN.id, PASSPHRASE)[0]


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_tables_of_the_program_are_those_of_its_migrations(store: Store) -> None:
    with store.look() as look:
        assert structure_differences(look.connection) == []
        assert changed_guards(look.connection) == ()


def test_every_table_has_the_same_text_from_both_sides(store: Store) -> None:
    """Stricter than the comparison of Alembic: checks, keys and partial indexes count too."""
    plain = sa.create_engine("sqlite://")
    METADATA.create_all(plain)
    with plain.connect() as made, store.look() as look:
        assert structure(look.connection) == structure(made)
    plain.dispose()


def structure(connection: sa.Connection) -> dict[str, list[str]]:
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master"
        " WHERE sql IS NOT NULL AND type <> 'trigger' AND name <> 'alembic_version'"
    )
    return {
        name: sorted(line.strip(" ,\t") for line in sql.replace('"', "").splitlines()) for name, sql in rows
    }


def test_the_shipped_revision_is_the_newest_step() -> None:
    steps = sorted(path.name for path in (data_dir("alembic") / "versions").glob("*.py"))
    assert steps[-1].startswith(f"{REVISION}_")


def test_migrations_never_import_the_product() -> None:
    for path in (data_dir("alembic") / "versions").glob("*.py"):
        assert "mbb_desktop" not in path.read_text(encoding="utf-8")


def test_a_current_store_opens_without_alembic(older: tuple[Path, Block]) -> None:
    program = (
        "import sys; from pathlib import Path; from tests.storage.builders import *;"
        "from mbb_desktop.storage.vault import open_vault;"
        "open_vault(Path(sys.argv[1]), UUID(sys.argv[2]), PASSPHRASE, at=AT).close();"
        "heavy = ('alembic', 'reportlab', 'PySide6', 'psycopg');"
        "print([name for name in sys.modules if name.startswith(heavy)])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(older[0]), str(PHYSICIAN.id)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.stdout.strip() == "[]", ran.stderr


def test_an_upgrade_is_backed_up_keeps_every_row_and_is_told(older: tuple[Path, Block], later: Path) -> None:
    folder, draft = older
    later.write_text(NEXT.format(body='op.execute("UPDATE setting SET value = value")'))
    said: list[str] = []
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT, progress=said.append)
    with vault.store.look() as look:
        assert look.get(Block, draft.id) == draft
        events = [event.event for event in audit.recent(look.connection, limit=2)]
    assert events == ["unlocked", "structure upgraded"]
    assert verify(vault.store).intact
    vault.close()
    assert [backup.reason for backup in backups(folder)] == ["before upgrade"]
    assert [backup.revision for backup in backups(folder)] == ["0001"]
    assert said == ["Making a backup before the upgrade", "Upgrading the record store"]
    assert not is_behind(folder / "clinic.db", data_key(folder))


def test_a_rebuilt_table_keeps_its_children(older: tuple[Path, Block], later: Path) -> None:
    """With foreign keys on, a rebuilt table would take its children with it and nothing would notice."""
    folder, draft = older
    later.write_text(NEXT.format(body=REBUILD))
    key = data_key(folder)
    with pytest.raises(UpgradeFailed):  # the column is none of this program's
        upgrade(folder / "clinic.db", key, AT)
    path = folder / "clinic.db"
    with migrate._upgrading(path, key) as connection:
        migrate._run_steps(connection)
        count = connection.exec_driver_sql("SELECT count(*) FROM block_targets").scalar()
    assert count == len(draft.targets)


@pytest.mark.parametrize(
    "body",
    [
        'op.execute("UPDATE patient SET phone = \'x\'"); raise RuntimeError("half way")',
        'op.create_table("half", sa.Column("id", sa.Integer)); op.execute("SELECT nonsense FROM nowhere")',
        REBUILD + '\n    op.execute("DELETE FROM block_targets")',
        'op.execute("DELETE FROM block_targets WHERE position = 2")',
        'op.execute("UPDATE block_targets SET block_id = zeroblob(16)")',
        'op.drop_index("ix_patient_born", "patient")',
        'op.execute("DROP TRIGGER signed_document_keep_delete")',
        'op.drop_column("clinic", "room")',
    ],
    ids=[
        "raises",
        "bad sql",
        "loses children",
        "loses a row",
        "orphan",
        "lost index",
        "lost guard",
        "lost column",
    ],
)
def test_a_failed_upgrade_leaves_every_row_as_it_was(
    older: tuple[Path, Block], later: Path, body: str
) -> None:
    folder, _ = older
    later.write_text(NEXT.format(body=body))
    before = rows(folder)
    with pytest.raises(UpgradeFailed):
        upgrade(folder / "clinic.db", data_key(folder), AT)
    assert rows(folder) == before


def test_after_a_failed_upgrade_the_store_opens_as_it_was(older: tuple[Path, Block], later: Path) -> None:
    folder, draft = older
    later.write_text(NEXT.format(body='op.create_table("half", sa.Column("id")); raise ValueError'))
    for _ in range(2):  # and again, for a half step would now stand in the way
        with pytest.raises(UpgradeFailed):
            open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    later.unlink()
    migrate.REVISION = "0001"
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    with vault.store.look() as look:
        assert look.get(Block, draft.id) == draft
    assert verify(vault.store).intact
    vault.close()


@pytest.mark.parametrize(
    "moment", ["Making a backup", "UPDATE block SET plan", "INSERT INTO audit_", "COMMIT"]
)
def test_an_upgrade_killed_at_any_moment_leaves_the_old_or_the_new(
    older: tuple[Path, Block], later: Path, moment: str
) -> None:
    folder, draft = older
    later.write_text(NEXT.format(body="op.execute(\"UPDATE block SET plan = 'later'\")"))
    child = os.fork()
    if child == 0:
        sa.event.listen(sa.Engine, "after_cursor_execute", lambda *given: die_at(moment, given[2]))
        sa.event.listen(sa.Engine, "commit", lambda _: die_at(moment, "COMMIT"))
        open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT, progress=lambda said: die_at(moment, said))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)  # resumes
    with vault.store.look() as look:
        assert look.get(Block, draft.id) == replace(draft, plan="later")
    assert verify(vault.store).intact
    vault.close()


def die_at(moment: str, now: str) -> None:
    if now.startswith(moment):
        os.kill(os.getpid(), signal.SIGKILL)


def rows(folder: Path) -> list[object]:
    """Every row and every definition of the database."""
    driver = connect_encrypted(folder / "clinic.db", data_key(folder), read_only=True)
    master = driver.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
    tables = [row[0] for row in driver.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = [driver.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(tables)]
    driver.close()
    return [master, found]


def test_a_newer_store_is_refused_without_changing_a_byte(older: tuple[Path, Block]) -> None:
    folder, _ = older
    path, key = folder / "clinic.db", data_key(folder)
    driver = connect_encrypted(path, key)
    driver.execute("UPDATE alembic_version SET version_num = '0099'")
    driver.execute("PRAGMA user_version = 99")
    driver.close()
    before = sha256(path)
    with pytest.raises(TooNew):
        open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    assert sha256(path) == before
    assert all(p.stat().st_size == 0 for p in folder.glob("clinic.db-wal"))


def test_a_newer_store_with_a_journal_is_refused_without_changing_a_byte(older: tuple[Path, Block]) -> None:
    folder, _ = older
    path, key = folder / "clinic.db", data_key(folder)
    child = os.fork()
    if child == 0:
        driver = connect_encrypted(path, key)
        driver.execute("UPDATE alembic_version SET version_num = '0099'")
        driver.execute("PRAGMA user_version = 99")
        os._exit(0)
    os.waitpid(child, 0)
    before = sha256(path), sha256(folder / "clinic.db-wal")
    with pytest.raises(TooNew):
        open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)
    assert (sha256(path), sha256(folder / "clinic.db-wal")) == before


def test_an_encrypted_file_without_our_tables_is_called_damaged(older: tuple[Path, Block]) -> None:
    folder, _ = older
    key = data_key(folder)
    (folder / "clinic.db").unlink()
    driver = connect_encrypted(folder / "clinic.db", key, create=True)
    driver.execute("CREATE TABLE thing (id INTEGER)")
    driver.close()
    with pytest.raises(DamagedDatabase):
        open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=AT)


def test_the_structure_is_created_by_the_same_steps(tmp_path: Path) -> None:
    create_structure(tmp_path / "clinic.db", KEY)
    assert not is_behind(tmp_path / "clinic.db", KEY)
    driver = connect_encrypted(tmp_path / "clinic.db", KEY)
    assert driver.execute("SELECT version_num FROM alembic_version").fetchall() == [(REVISION,)]
    driver.close()
