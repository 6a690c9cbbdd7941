"""Actions run for the signed-in person; replies go to who asked, or nowhere once locked."""

import gc
import threading
import weakref
from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.access import Permission, Role, User
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.backup import backups
from mbb_desktop.storage.errors import DiskFull
from mbb_desktop.storage.vault import Vault
from mbb_desktop.ui.session import Changed, Locked, Session
from mbb_desktop.ui.tasks import Tasks
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_clinic import back_up_when_due
from mbb_desktop.workflow.keep_patients import find_patients
from tests.workflow.test_permissions import ACTIONS

from .conftest import NOW

MARSH, MARIN = UUID(int=1), UUID(int=2)


class Page(QObject):
    """Somebody who asks."""

    def __init__(self) -> None:
        super().__init__()
        self.replies: list[object] = []

    def take(self, reply: object) -> None:
        self.replies.append(reply)


def acting_person(desk: Desk) -> tuple[str, datetime]:
    return desk.user.name, desk.now


def full_disk(desk: Desk) -> None:
    raise DiskFull


def twice(desk: Desk, number: int, *, plus: int = 0) -> int:
    return 2 * number + plus


@pytest.fixture
def threaded(vault: Vault, clock: Callable[[], datetime], tasks: Tasks) -> Session:
    return Session(vault.store, vault.user, clock, tasks)


def test_an_action_gets_the_person_and_the_clock(session: Session) -> None:
    page = Page()
    session.do(acting_person).then(page.take)
    assert page.replies == [("A. Okafor", NOW)]


def test_arguments_reach_the_action(session: Session) -> None:
    page = Page()
    session.do(twice, 4, plus=1).then(page.take)
    assert page.replies == [9]


def test_replies_come_back_from_the_stores_thread(threaded: Session) -> None:
    page = Page()
    threaded.do(twice, 1).then(page.take)
    threaded.work(len, "page").then(page.take)
    assert page.replies == []
    assert threaded.wait_until_idle()
    assert sorted(map(str, page.replies)) == ["2", "4"]


def test_a_reply_to_a_deleted_page_is_dropped(threaded: Session, qtbot: QtBot) -> None:
    page, gate = Page(), threading.Event()
    threaded.do(lambda _desk: gate.wait()).then(page.take)
    replies = page.replies
    with qtbot.waitSignal(page.destroyed, timeout=20_000):
        page.deleteLater()
    gate.set()
    assert threaded.wait_until_idle()
    assert replies == []


def test_a_reply_after_locking_is_dropped(threaded: Session) -> None:
    page = Page()
    threaded.do(twice, 1).then(page.take).changes("block")
    threaded.lock()
    assert threaded.wait_until_idle()
    assert page.replies == []


def test_who_waits_for_long_work_is_let_go_at_a_lock(threaded: Session, qtbot: QtBot) -> None:
    """With a page goes all that it holds of patients, whatever a printer or a count still does."""
    page, gate, ended = Page(), threading.Event(), list[object]()
    asked = (
        threaded.beside(lambda _desk: gate.wait(20)),
        threaded.at_printer(lambda: gate.wait(20), lambda _desk, error: ended.append(error)),
    )
    for pending in asked:
        pending.then(partial(Page.take, page), receiver=page).failed(page.take)
    kept = weakref.ref(page)
    threaded.lock()
    del page, asked, pending
    gc.collect()
    assert kept() is None
    assert not ended
    gate.set()
    qtbot.waitUntil(lambda: ended == [None], timeout=20_000)


def test_nothing_can_be_asked_of_a_locked_session(session: Session) -> None:
    session.lock()
    with pytest.raises(Locked):
        session.do(acting_person)


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_no_action_is_taken_for_a_locked_session(session: Session, name: str) -> None:
    session.lock()
    for way in (session.do, session.beside):
        with pytest.raises(Locked):
            way(ACTIONS[name])


def test_an_error_goes_to_who_asked_for_it(session: Session, qtbot: QtBot) -> None:
    page = Page()
    with qtbot.assertNotEmitted(session.failed, wait=20):
        session.do(full_disk).failed(page.take)
    assert [type(error) for error in page.replies] == [DiskFull]


def test_an_error_that_nobody_takes_is_announced(session: Session, qtbot: QtBot) -> None:
    page = Page()
    with qtbot.waitSignal(session.failed, timeout=20_000) as announced:
        session.do(full_disk).then(page.take)
    assert isinstance(announced.args[0], DiskFull)
    assert page.replies == []


def test_a_success_announces_what_changed_after_the_reply(session: Session) -> None:
    told: list[object] = []
    session.changed.connect(told.append)
    session.do(twice, 1).then(told.append).changes("block", "response", patient_id=MARSH)
    assert told == [2, Changed(frozenset({"block", "response"}), MARSH)]


def test_a_failure_announces_no_change(session: Session, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(session.changed, wait=20):
        session.do(full_disk).failed(Page().take).changes("block")


def test_a_change_touches_its_kind_and_its_patient() -> None:
    changed = Changed(frozenset({"block"}), MARSH)
    assert changed.touches("block", MARSH)
    assert changed.touches("block")
    assert not changed.touches("block", MARIN)
    assert not changed.touches("patient", MARSH)


def test_a_nurse_is_not_offered_signing(vault: Vault, clock: Callable[[], datetime], tasks: Tasks) -> None:
    nurse = User(UUID(int=3), "M. Diaz", "RN", (Role.NURSE,))
    at_work = Session(vault.store, nurse, clock, tasks)
    assert at_work.may(Permission.RECORD_SCORES)
    assert not at_work.may(Permission.SIGN)


def test_a_save_does_not_wait_for_long_work(threaded: Session, qtbot: QtBot) -> None:
    page, gate = Page(), threading.Event()
    threaded.beside(lambda _desk: gate.wait(20)).then(page.take, receiver=page)
    threaded.do(twice, 4).then(page.take)
    qtbot.waitUntil(lambda: page.replies == [8])
    assert threaded.wait_until_idle()
    gate.set()
    qtbot.waitUntil(lambda: page.replies == [8, True])


def test_a_backup_does_not_need_the_stores_thread(vault: Vault, threaded: Session, qtbot: QtBot) -> None:
    page, gate = Page(), threading.Event()
    threaded.do(lambda _desk: gate.wait(20))
    threaded.beside(back_up_when_due).then(page.take)
    qtbot.waitUntil(lambda: bool(page.replies), timeout=20_000)
    assert page.replies == [*backups(vault.store.door.folder)]
    gate.set()
    assert threaded.wait_until_idle()


def test_a_lock_does_not_wait_for_the_printer_and_the_end_is_noted(
    vault: Vault, threaded: Session, qtbot: QtBot
) -> None:
    page, gate = Page(), threading.Event()
    ends: list[Exception | None] = []

    def end(desk: Desk, error: Exception | None) -> None:
        desk.store.note(desk.user, "printed after the lock", at=desk.now)
        ends.append(error)

    threaded.at_printer(lambda: gate.wait(20), end).then(page.take)
    assert threaded.wait_until_idle(2)
    threaded.lock()
    gate.set()
    qtbot.waitUntil(lambda: ends == [None])
    with vault.store.look() as look:
        assert recent(look.connection, limit=1)[0].event == "printed after the lock"
    assert page.replies == []


def test_a_print_that_fails_tells_its_end_why(session: Session) -> None:
    page, ends = Page(), list[Exception | None]()
    session.at_printer(lambda: 1 // 0, lambda _desk, error: ends.append(error)).failed(page.take)
    assert [type(each) for each in (*ends, *page.replies)] == [ZeroDivisionError, ZeroDivisionError]


def test_a_lock_forgets_what_was_searched_for(session: Session, vault: Vault) -> None:
    """SQLAlchemy keeps each statement with the values of its first use; here the tests share none."""
    engine = vault.store.engine
    kept = engine._compiled_cache
    assert kept is not None
    engine.update_execution_options(compiled_cache=kept)
    session.do(find_patients, "zebra")
    binds = [bind for each in kept.values() for bind in getattr(each, "binds", {}).values()]
    assert any("zebra" in str(bind.value) for bind in binds)
    session.lock()
    assert not kept


def test_a_lock_drops_the_key_before_it_forgets_words(
    session: Session, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault.store.engine, "clear_compiled_cache", lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        session.lock()
    assert session.is_locked
    assert session._signing_key is None
