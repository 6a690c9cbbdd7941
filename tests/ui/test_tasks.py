"""Work runs off the GUI thread, in order, and no reply is lost."""

import threading
import time
import weakref
from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.tasks import InlineTasks, Outcome, Tasks


def test_a_reply_comes_on_the_gui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[int, int]] = []
    tasks.store_work(threading.get_ident, lambda reply: seen.append((reply.value, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    worker, gui = seen[0]
    assert gui == threading.get_ident()
    assert worker != gui


def test_a_thread_never_is_the_last_to_hold_who_waited(tasks: Tasks) -> None:
    class Page:
        def show(self, reply: Outcome[None]) -> None:
            assert reply.error is None

    page, told, may_end = Page(), threading.Event(), threading.Event()
    alive = weakref.ref(page)

    def keep_the_thread_at_its_last_step() -> None:
        told.set()
        may_end.wait(20)

    tasks._arrived.connect(keep_the_thread_at_its_last_step, Qt.ConnectionType.DirectConnection)
    tasks.pool_work(lambda: None, page.show)
    del page
    assert told.wait(20)
    tasks._deliver_all()
    gone = alive() is None
    may_end.set()
    assert gone


def test_work_for_the_store_keeps_its_order(tasks: Tasks) -> None:
    done: list[int] = []
    first_may_end = threading.Event()

    def work(number: int) -> None:
        if number == 0:
            first_may_end.wait(0.2)
        done.append(number)

    for number in range(20):
        tasks.store_work(partial(work, number), lambda _reply: None)
    assert tasks.wait_until_idle()
    assert done == list(range(20))


def test_other_work_does_not_wait_for_the_store(qtbot: QtBot, tasks: Tasks) -> None:
    gate, made = threading.Event(), []
    tasks.store_work(gate.wait, lambda _reply: None)
    tasks.pool_work(lambda: "page", lambda reply: made.append(reply.value))
    qtbot.waitUntil(lambda: made == ["page"])
    assert not tasks.is_idle()
    gate.set()
    assert tasks.wait_until_idle()


def test_waiting_delivers_what_a_reply_asks_for_next(tasks: Tasks) -> None:
    seen: list[int] = []

    def again(reply: Outcome[int]) -> None:
        seen.append(reply.value)
        if reply.value < 3:
            tasks.store_work(lambda: reply.value + 1, again)

    tasks.store_work(lambda: 1, again)
    assert tasks.wait_until_idle()
    assert seen == [1, 2, 3]


def test_waiting_gives_up_when_work_takes_too_long(tasks: Tasks) -> None:
    gate = threading.Event()
    tasks.store_work(gate.wait, lambda _reply: None)
    began = time.monotonic()
    assert not tasks.wait_until_idle(0.05)
    assert time.monotonic() - began < 1
    gate.set()
    assert tasks.wait_until_idle()


def test_an_error_comes_back_whole(tasks: Tasks) -> None:
    errors: list[Exception | None] = []
    tasks.pool_work(lambda: 1 // 0, lambda reply: errors.append(reply.error))
    assert tasks.wait_until_idle()
    assert isinstance(errors[0], ZeroDivisionError)


def test_inline_tasks_answer_at_once() -> None:
    seen: list[int] = []
    InlineTasks().store_work(lambda: 4, lambda reply: seen.append(reply.value))
    assert seen == [4]


def test_nobody_waits_for_the_printer(qtbot: QtBot, tasks: Tasks) -> None:
    gate, made = threading.Event(), []
    for _ in range(3):
        tasks.print_work(gate.wait, lambda _reply: made.append("printed"))
    tasks.pool_work(lambda: "page", lambda reply: made.append(reply.value))
    assert tasks.wait_until_idle(2)
    assert made == ["page"]
    gate.set()
    qtbot.waitUntil(lambda: made == ["page", "printed", "printed", "printed"])
