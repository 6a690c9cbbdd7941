"""What must hold after every step: no error, nothing left behind, and the record as it was typed."""

import gc
import logging
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from mbb_desktop import log
from mbb_desktop.clinical.block import Block, BlockState, Item
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.response import Response
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.collector import hand_back
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.session import Session

_OF_THE_OFFSCREEN_SCREEN = ("propagateSizeHints", "does not support grabbing", "does not support raise")
_PAGE_BYTES = 4096
_ENOUGH_LOCKS = 60  # before that the pages are still being loaded for the first time
_RECORDS = (Patient, SignedDocument)  # the place to come back to holds neither
_WARM_UP = 5  # locks, before what is left behind is compared


class Found(Exception):
    """The monkey found a mistake."""


class Errors(logging.Handler):
    """Collects what goes wrong anywhere: exceptions, Qt's warnings and logged errors."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"logged by {record.name}: {record.getMessage()}")

    def take_exception(self, error: BaseException) -> None:
        self.seen.append(f"exception: {error!r}\n{log.crash_report(error)}")

    def take_qt(self, kind: QtMsgType, _about: QMessageLogContext, text: str | None) -> None:
        quiet = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if not quiet and not any(part in (text or "") for part in _OF_THE_OFFSCREEN_SCREEN):
            self.seen.append(f"Qt says: {text}")

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Hear everything until the end of the `with`."""
        hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = lambda _kind, error, _trace: self.take_exception(error)
        threading.excepthook = lambda found: self.take_exception(found.exc_value or KeyboardInterrupt())
        sys.unraisablehook = lambda found: self.take_exception(found.exc_value or KeyboardInterrupt())
        logging.getLogger().addHandler(self)
        former = qInstallMessageHandler(self.take_qt)
        try:
            yield
        finally:
            qInstallMessageHandler(former)
            logging.getLogger().removeHandler(self)
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def check_windows(window: MainWindow) -> None:
    """Only the window itself, and what it opened, may be seen. Raises Found."""
    for each in QApplication.topLevelWidgets():
        if each.isVisible() and each is not window and not _belongs(each, window):
            raise Found(f"a window of its own: {type(each).__name__}")
    titles = {each.windowTitle() for each in QApplication.topLevelWidgets() if each.isVisible()}
    for title in titles:
        if any(sign.isdigit() for sign in title):
            raise Found("a window title with a number")


def _belongs(widget: QWidget, window: QWidget) -> bool:
    if widget.windowType() == Qt.WindowType.Popup:  # Qt makes those of a completer without a parent
        return True
    above: QObject | None = widget
    while above is not None and above is not window:
        above = above.parent()
    return above is window or type(widget).__name__ in ("QTipLabel", "QShapedPixmapWindow")


# The record


def check_draft(session: Session, draft: BlockDraft, patience: float = 10.0) -> None:
    """What is on the screen is in the store, and no side or level without a person. Raises Found."""
    end = time.monotonic() + patience
    while not draft.is_saved() and time.monotonic() < end:
        QApplication.processEvents()
        session.wait_until_idle()
        time.sleep(0.01)
    check_levels(draft.block)
    if not draft.is_saved():
        raise Found("a draft is not saved long after the last change")
    with session.store.look() as look:
        block, response = look.get(Block, draft.block.id), look.find(Response, draft.response.id)
    if replace(block, version=0) != replace(draft.block, version=0):
        raise Found(f"the stored block differs from the screen in {_differing(block, draft.block)}")
    if response is not None and replace(response, version=0) != replace(draft.response, version=0):
        raise Found(f"the stored scores differ in {_differing(response, draft.response)}")


def check_levels(block: Block) -> None:
    """Joints and targets of a draft come from a person's entry. Raises Found."""
    filled = bool(block.joints or block.targets)
    if block.state is BlockState.DRAFT and filled and block.entered(Item.LEVELS) is None:
        raise Found("levels or a side that nobody entered")


def _differing(first: object, second: object) -> str:
    names = first.__dataclass_fields__  # type: ignore[attr-defined]  # records are dataclasses
    return ", ".join(name for name in names if getattr(first, name) != getattr(second, name))


# What is left behind


@dataclass(frozen=True, slots=True)
class Left:
    """What there is while it is locked."""

    widgets: Counter[str]
    timers: Counter[str]
    threads: int
    megabytes: float
    ours: Counter[str] = field(default_factory=Counter)


def _nothing_works() -> None:
    """No work goes on."""


def _let_go() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()


@dataclass
class Census:
    """Counts at every lock; after a few of them no count may grow."""

    counts: list[Left] = field(default_factory=list)

    def take(self, end_work: Callable[[], object] = _nothing_works) -> Left:
        """Count now, and records again after `end_work`. Raises Found when something was left behind.

        Work that a lock lets go on, such as a backup or a job at the printer, has its records until it ends;
        no part of a window waits for it.
        """
        for _turn in range(3):
            _let_go()
        hand_back()
        held = gc.get_objects()
        left = Left(_widgets(), _timers(held), threading.active_count(), megabytes(), _parts(held))
        del held
        end_work()
        _let_go()
        left.ours.update(_records(gc.get_objects()))
        self.counts.append(left)
        if len(self.counts) > _WARM_UP:
            self._compare(left)
        return left

    def _compare(self, left: Left) -> None:
        first = self.counts[:_WARM_UP]
        if left.threads > max(each.threads for each in first) + 2:
            raise Found(f"threads left behind: {left.threads}")
        for name, slack in (("widgets", 10), ("timers", 3), ("ours", 20)):
            most: Counter[str] = Counter()
            for each in first:
                most |= getattr(each, name)
            more = getattr(left, name) - most
            if more.total() > slack:
                raise Found(f"{name} left behind: {dict(more.most_common(8))}")

    def check_memory(self, most: float) -> str:
        """The last third may need `most` times what the second quarter needed. Raises Found."""
        sizes = [each.megabytes for each in self.counts]
        if len(sizes) < _ENOUGH_LOCKS:
            return f"too short to judge memory: {len(sizes)} locks of at least {_ENOUGH_LOCKS}"
        quarter, third = len(sizes) // 4, len(sizes) // 3
        warm, last = median(sizes[quarter : 2 * quarter]), median(sizes[-third:])
        said = f"{warm:.0f} MB in the second quarter of the locks, {last:.0f} MB in the last third"
        if last > warm * most:
            raise Found(f"memory grows: {said}")
        return f"memory is flat: {said}"


def _widgets() -> Counter[str]:
    return Counter(type(each).__name__ for each in QApplication.allWidgets())


def _timers(held: Iterable[object]) -> Counter[str]:
    timers = [each for each in held if type(each) is QTimer and isValid(each)]
    return Counter(type(each.parent()).__name__ for each in timers)


def _parts(held: Iterable[object]) -> Counter[str]:
    """Our parts of the windows, alive for Qt or not."""
    kinds = Counter(type(each) for each in held)
    return Counter({kind.__name__: many for kind, many in kinds.items() if _is_ours(kind)})


def _is_ours(kind: type) -> bool:
    return issubclass(kind, QObject) and "mbb_desktop" in repr(kind)


def _records(held: Iterable[object]) -> Counter[str]:
    """What holds an identity."""
    return Counter(type(each).__name__ for each in held if type(each) in _RECORDS)


def megabytes() -> float:
    """Resident memory; 0 where the system does not say."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE_BYTES / 1e6
    except OSError:
        return 0.0
