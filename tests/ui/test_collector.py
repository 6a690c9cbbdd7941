"""Garbage is collected on the GUI thread, and nowhere else; all of it after a lock."""

import gc
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.collector import Collector, hand_back


class Loop:
    """Garbage that only the collector can find."""

    def __init__(self, ended_on: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: ended_on.append(threading.get_ident()))


@pytest.fixture
def _left_to_python() -> Iterator[None]:
    gc.enable()
    yield
    gc.disable()


@pytest.mark.usefixtures("_left_to_python")
def test_a_worker_that_makes_much_garbage_never_collects_it(qtbot: QtBot) -> None:
    collector, ended_on = Collector(), list[int]()
    worker = threading.Thread(target=lambda: [Loop(ended_on) for _ in range(3000)])
    worker.start()
    worker.join()
    assert ended_on == []
    collector.collect()
    assert set(ended_on) == {threading.get_ident()}
    collector.stop()
    assert gc.isenabled()


def test_after_a_lock_everything_is_collected_without_waiting_for_the_thresholds(qtbot: QtBot) -> None:
    collector, ended_on = Collector(), list[int]()
    Loop(ended_on)
    collector.let_go_soon()
    qtbot.waitUntil(lambda: ended_on == [threading.get_ident()], timeout=20_000)
    collector.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc hands memory back when it is asked")
def test_what_is_free_between_used_pieces_goes_back_to_the_system() -> None:
    pieces = [bytes(600) for _ in range(60_000)]
    used, kept = _megabytes(), pieces[-1]
    del pieces
    hand_back()
    assert _megabytes() < used - 20
    assert len(kept) == 600


def _megabytes() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
