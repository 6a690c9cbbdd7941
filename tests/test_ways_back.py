"""Ways back to the record when something went wrong: from a backup, here or on a new computer."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from mbb_desktop.app import App
from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.settings import Settings
from mbb_desktop.storage.accounts import add_person, replace_recovery_code, set_pin
from mbb_desktop.storage.backup import Backup, back_up, backups_at
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.vault import create_vault, open_vault
from mbb_desktop.ui import theme
from mbb_desktop.ui.first_run import FirstRun
from mbb_desktop.ui.lock_page import LockPage
from mbb_desktop.ui.restore_card import RestoreCard
from mbb_desktop.ui.tasks import InlineTasks, Outcome
from tests.ui.driver import Driver, to_front
from tests.ui.hands import write
from tests.ui.sample import press
from tests.workflow.conftest import CHEAP, NOW, PASSPHRASE, PEOPLE, PIN, template  # noqa: F401  the vault to copy

CODE = new_recovery_code()
PHYSICIAN = PEOPLE["physician"]
T = TypeVar("T")


@pytest.fixture(scope="module")
def closed(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    """A vault with a known recovery code and one backup."""
    folder = tmp_path_factory.mktemp("backed up") / "clinic"
    shutil.copytree(template, folder)
    vault = open_vault(folder, PHYSICIAN.id, PASSPHRASE, at=NOW)
    replace_recovery_code(vault.store, CODE, by=vault.user, at=NOW, cost=CHEAP)
    back_up(vault.store, at=NOW)
    vault.close()
    return folder


@pytest.fixture
def backed_up(closed: Path, tmp_path: Path) -> Path:
    """A copy for one test."""
    return shutil.copytree(closed, tmp_path / "clinic")


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Path], App]]:
    theme.load_fonts()
    theme.apply(qapp)
    started: list[App] = []

    def start(folder: Path) -> App:
        app = App(
            folder, clock=lambda: NOW, tasks=InlineTasks(), settings=Settings(tmp_path / "settings.toml")
        )
        app.window.resize(1280, 720)
        app.window.show()
        started.append(app)
        return app

    yield start
    for app in started:
        app.window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def restore_card(app: App) -> RestoreCard:
    """The card that comes when somebody asks for a backup."""
    press(app.window, "Restore a backup")
    QApplication.processEvents()
    return app.window.findChildren(RestoreCard)[-1]


def words_of(card: RestoreCard) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel))


def unlocks(app: App) -> bool:
    app.unlock_as(PHYSICIAN.name, PASSPHRASE)
    return app.session is not None


def test_a_new_computer_comes_back_from_a_backup_and_the_recovery_code(
    backed_up: Path, tmp_path: Path, start: Callable[[Path], App]
) -> None:
    stick = tmp_path / "stick"
    shutil.move(backed_up / "backups", stick)
    app = start(tmp_path / "new computer")
    assert app.window.findChildren(FirstRun)
    card = restore_card(app)
    assert "no backup" in card.said()
    assert "no record on this computer yet" in words_of(card)
    card.look_in(stick)
    card.opened_with.set_value(True)
    card.opened_with.edited.emit()
    write(card.code.line, CODE.lower())
    press(card, "Restore")
    assert app.window.findChildren(LockPage)
    assert unlocks(app)


def test_a_damaged_key_file_is_replaced_from_the_backup(
    backed_up: Path, start: Callable[[Path], App]
) -> None:
    for copy in backed_up.glob("keys.json*"):
        copy.write_bytes(b"{")
    card = restore_card(app := start(backed_up))
    card.who.set_value(PHYSICIAN.id)
    write(card.passphrase.line, PASSPHRASE)
    press(card, "Restore")
    press(card, "Restore this backup")
    assert unlocks(app)


@pytest.mark.parametrize(
    ("secret", "said"),
    [("", "Enter the passphrase or the recovery code."), ("not it at all", "The passphrase is not right.")],
)
def test_nothing_is_touched_before_the_right_passphrase(
    backed_up: Path, start: Callable[[Path], App], secret: str, said: str
) -> None:
    card = restore_card(app := start(backed_up))
    card.who.set_value(PHYSICIAN.id)
    write(card.passphrase.line, secret)
    press(card, "Restore")
    assert card.said().startswith(said)
    card.reject()
    assert unlocks(app)


def test_enter_gives_the_passphrase_and_a_wrong_one_can_be_typed_over_at_once(
    backed_up: Path, start: Callable[[Path], App]
) -> None:
    card = restore_card(app := start(backed_up))
    to_front(app.window)
    card.who.set_value(PHYSICIAN.id)
    keys = Driver(app.window)
    card.passphrase.setFocus()
    before = card.geometry()
    for _ in range(3):
        keys.type("not it")
        keys.key("enter")
        assert card.said().startswith("The passphrase is not right.")
        assert (card.focusWidget(), card.geometry()) == (card.passphrase.line, before)
    keys.type(PASSPHRASE)
    keys.key("enter")
    assert card.compared()
    card.reject()


def test_a_record_that_the_secret_does_not_open_is_never_replaced_unasked(
    backed_up: Path, tmp_path: Path, start: Callable[[Path], App]
) -> None:
    here = tmp_path / "here"
    create_vault(here, PHYSICIAN, "another clinic altogether", CODE, at=NOW, cost=CHEAP).close()
    card = restore_card(app := start(here))
    card.look_in(backed_up)
    card.who.set_value(PHYSICIAN.id)
    write(card.passphrase.line, PASSPHRASE)
    press(card, "Restore")
    assert "cannot be opened with this" in card.said()
    assert card.focusWidget().accessibleName() == "Cancel"
    press(card, "Restore this backup")
    assert unlocks(app)


def test_a_restore_that_runs_cannot_be_cancelled_and_tells_its_end(
    backed_up: Path, start: Callable[[Path], App]
) -> None:
    card, tasks, _asked = comparing(app := start(backed_up), backed_up)
    tasks.answer()
    press(card, "Restore this backup")
    card.reject()
    assert "cannot be stopped" in card.said()
    tasks.answer()
    assert "The backup is restored" in lock_page(app).problem()


def test_an_older_backup_is_compared_with_the_present_record_before_it_takes_its_place(
    backed_up: Path, start: Callable[[Path], App]
) -> None:
    vault = open_vault(backed_up, PHYSICIAN.id, PASSPHRASE, at=NOW + timedelta(days=1))
    newcomer = Patient(
        new_id(NOW), "Invented", "Ada", date(1960, 1, 2), (Identifier(IdentifierKind.MRN, "1"),)
    )
    with vault.store.change(vault.user, "patient saved", at=NOW + timedelta(days=1)) as change:
        change.save(newcomer)
    vault.close()
    card = restore_card(app := start(backed_up))
    card.who.set_value(PHYSICIAN.id)
    write(card.passphrase.line, PASSPHRASE)
    press(card, "Restore")
    assert card.compared()[3:6] == ["Patient records", "1", "0"]
    assert "Accounts" in card.compared()
    assert "will not be in the record" in card.said()
    write(card.passphrase.line, "something else")
    assert card.compared() == []
    card.reject()
    assert unlocks(app)


class HeldTasks(InlineTasks):
    """Work that is begun and whose outcome comes when the test lets it."""

    def __init__(self) -> None:
        self.held: list[Callable[[], None]] = []

    def pool_work(self, work: Callable[[], T], deliver: Callable[[Outcome[T]], None]) -> None:
        self.held.append(lambda: deliver(Outcome(work)))

    def answer(self) -> None:
        self.held.pop()()


def comparing(app: App, folder: Path, secret: str = CODE) -> tuple[RestoreCard, HeldTasks, list[datetime]]:
    """A card whose newest backup is being compared with the record, and what it asked to restore."""
    app.tasks = tasks = HeldTasks()
    card, asked = restore_card(app), []
    card.chosen.connect(lambda backup, _who, _secret: asked.append(backup.made_at))
    card.look_in(folder)
    card.which.set_value(max(backups_at(folder), key=made_at))
    card.opened_with.set_value(True)
    write(card.code.line, secret)
    press(card, "Restore")
    return card, tasks, asked


def made_at(backup: Backup) -> datetime:
    return backup.made_at


@pytest.fixture
def twice(backed_up: Path) -> Path:
    """With a second backup, a day later."""
    vault = open_vault(backed_up, PHYSICIAN.id, PASSPHRASE, at=NOW + timedelta(days=1))
    back_up(vault.store, at=NOW + timedelta(days=1))
    vault.close()
    return backed_up


def test_what_was_compared_is_never_shown_for_another_backup(
    twice: Path, start: Callable[[Path], App]
) -> None:
    card, tasks, asked = comparing(start(twice), twice)
    oldest, newest = sorted(backups_at(twice), key=made_at)
    card.which.set_value(oldest)
    card.which.edited.emit()
    tasks.answer()
    assert (card.compared(), card.said(), asked) == ([], "", [])
    press(card, "Restore")
    tasks.answer()
    assert card.compared()
    press(card, "Restore this backup")
    assert asked == [oldest.made_at] != [newest.made_at]
    card.dismiss()


def test_on_a_new_computer_another_choice_meanwhile_is_not_restored_unasked(
    twice: Path, tmp_path: Path, start: Callable[[Path], App]
) -> None:
    stick = tmp_path / "stick"
    shutil.move(twice / "backups", stick)
    card, tasks, asked = comparing(start(tmp_path / "new computer"), stick)
    card.which.set_value(oldest := min(backups_at(stick), key=made_at))
    card.which.edited.emit()
    tasks.answer()
    assert asked == []
    press(card, "Restore")
    tasks.answer()
    assert asked == [oldest.made_at]
    card.dismiss()


def test_the_refusal_of_a_code_that_was_corrected_meanwhile_is_not_shown(
    twice: Path, start: Callable[[Path], App]
) -> None:
    card, tasks, _asked = comparing(start(twice), twice, "not it")
    card.code.line.clear()
    write(card.code.line, CODE)
    tasks.answer()
    assert card.said() == ""
    press(card, "Restore")
    tasks.answer()
    assert card.compared()
    card.dismiss()


def test_a_comparison_that_ends_after_cancel_restores_nothing(
    twice: Path, tmp_path: Path, start: Callable[[Path], App]
) -> None:
    stick = tmp_path / "stick"
    shutil.move(twice / "backups", stick)
    card, tasks, asked = comparing(start(tmp_path / "new computer"), stick)
    card.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tasks.answer()
    assert (asked, tasks.held) == ([], [])


def test_a_backup_of_another_clinic_chosen_after_a_comparison_is_named_as_such(
    twice: Path, start: Callable[[Path], App]
) -> None:
    card, tasks, _asked = comparing(start(twice), twice)
    tasks.answer()
    assert card.compared()
    oldest = min(backups_at(twice), key=made_at)
    card.which.offer([(foreign := replace(oldest, vault_id=new_id(NOW)), "from the other clinic")])
    card.which.set_value(foreign)
    card.which.edited.emit()
    assert (card.compared(), card.said().split(".")[0]) == ([], "This is the backup of another clinic")
    card.dismiss()


def test_who_has_no_pin_is_asked_for_the_passphrase_after_the_lock(
    backed_up: Path, start: Callable[[Path], App]
) -> None:
    newcomer = User(new_id(NOW), "N. Novak", "RN", (Role.NURSE,))
    vault = open_vault(backed_up, PHYSICIAN.id, PASSPHRASE, at=NOW)
    add_person(vault.store, newcomer, PASSPHRASE, by=vault.user, at=NOW, cost=CHEAP)
    vault.close()
    app = start(backed_up)
    app.unlock_as("N. Novak", PASSPHRASE)
    assert app.session is not None
    store = app.session.store
    app.window.lock()
    assert not lock_page(app).asks_for_pin()
    app.unlock_as("N. Novak", PASSPHRASE)
    set_pin(store, newcomer, PIN, at=NOW, cost=CHEAP)
    app.window.lock()
    assert lock_page(app).asks_for_pin()


def lock_page(app: App) -> LockPage:
    QApplication.processEvents()
    return next(page for page in app.window.findChildren(LockPage) if page.isVisible())
