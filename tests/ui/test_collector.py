"""Garbage is collected on the GUI thread, and nowhere else."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.collector import Collector


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
