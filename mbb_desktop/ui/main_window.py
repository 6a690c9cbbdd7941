"""The window: navigation rail, pages, what lies open over them, and the lock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QDialog, QFrame, QStackedWidget, QToolTip, QWidget

from mbb_desktop.ui import icons, theme
from mbb_desktop.ui.messages import Messages, NotSavedBar
from mbb_desktop.ui.nav_rail import NavRail
from mbb_desktop.ui.parts import Button, line, put, stack, words
from mbb_desktop.ui.patient_banner import PatientBanner
from mbb_desktop.ui.status_line import StatusLine
from mbb_desktop.ui.top_bar import PageAction, TopBar

__all__ = ["Entered", "Leaving", "MainWindow", "PageAction", "WithAction"]

_NARROW_BELOW = 1366
_CLOCK_MS = 10_000


@runtime_checkable
class Entered(Protocol):
    """A page that wants to know when it is shown (again)."""

    def entered(self) -> None: ...


@runtime_checkable
class Leaving(Protocol):
    """A page that wants to know before it is hidden or closed, to save what is typed."""

    def leaving(self) -> None: ...


@runtime_checkable
class WithAction(Protocol):
    """A page with one main action in the top bar."""

    def page_action(self) -> PageAction: ...


@dataclass(slots=True)
class _Page:
    title: str
    factory: Callable[[], QWidget]
    widget: QWidget | None = None


@dataclass(frozen=True, slots=True)
class _Layer:
    """Something opened over the pages: its frame, what is in it, and whether it wants the width."""

    frame: QWidget
    content: QWidget
    wide: bool


class MainWindow(QWidget):
    """Before unlocking it shows a cover; between `begin` and `lock` the pages that were added."""

    about_to_lock = Signal()
    locked = Signal()
    page_shown = Signal(str)
    closing = Signal()

    def __init__(self, clock: Callable[[], datetime], app_name: str = "MBB Desktop") -> None:
        super().__init__()
        self.setWindowTitle(app_name)  # never a patient's name
        self.setWindowIcon(QIcon(icons.pixmap("logo", "accent", 64)))
        self.setMinimumSize(1024, 640)
        self._clock = clock
        self._pages: dict[str, _Page] = {}
        self._layers: list[_Layer] = []
        self._current = ""
        self._cover: QWidget | None = None
        self._settle: Callable[[], bool] = _always_settled
        self.keys: list[tuple[str, str]] = []
        self._shortcuts: list[QShortcut] = []
        self.rail, self.top, self.status = NavRail(app_name), TopBar(), StatusLine()
        self._bar = NotSavedBar()
        self.messages = Messages(self, self._bar)
        self._stack, self._layered, self._paged = QStackedWidget(), QStackedWidget(), QStackedWidget()
        self._build()
        self._connect()

    @property
    def search_slot(self) -> QWidget:
        """The field in the top bar; its `asked` signal means the palette."""
        return self.top.search

    def show_cover(self, cover: QWidget) -> None:
        """Show the unlock page or the first steps, and nothing else."""
        self._drop_cover()
        self._cover = cover
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        cover.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, name: str, role: str, settle: Callable[[], bool], demo: bool = False) -> None:
        """Show the pages for a person. `settle` finishes all saving and says whether it could."""
        self._settle = settle
        self.rail.show_person(name, role)
        put(self._workplace, "demo", "true" if demo else "false")
        edge = 3 if demo else 0
        self._workplace_layout.setContentsMargins(edge, edge, edge, edge)
        if demo:
            self.status.show_source(self.tr("Demo clinic: sample patients only"))
        self._stack.setCurrentWidget(self._workplace)
        self._drop_cover()
        self._fit_rail()

    def add_page(
        self, key: str, title: str, icon: str, factory: Callable[[], QWidget], keys: str = ""
    ) -> None:
        """Add a page to the rail; it is made when it is shown first."""
        self._pages[key] = _Page(title, factory)
        self.rail.add_page(key, title, icon)
        if keys:
            self.add_shortcut(keys, title, lambda: self.show_page(key))

    def add_shortcut(self, keys: str, words: str, run: Callable[[], object]) -> QShortcut:
        """A key that works on every page while unlocked; listed in `keys` with its words."""
        shortcut = QShortcut(QKeySequence(keys), self._workplace)
        shortcut.activated.connect(run)
        self.keys.append((keys, words))
        self._shortcuts.append(shortcut)
        return shortcut

    def show_page(self, key: str) -> QWidget:
        """Show a page; everything that lies over the pages is closed."""
        while self._layers:
            self._close_layer()
        self._leave(self._shown_content())
        page = self._pages[key]
        if page.widget is None:
            page.widget = page.factory()
            self._paged.addWidget(page.widget)
        self._current = key
        self._paged.setCurrentWidget(page.widget)
        self.top.show_title(page.title)
        self._show_content(page.widget)
        self.page_shown.emit(key)
        return page.widget

    def page(self, key: str) -> QWidget | None:
        """A page that was already made."""
        return self._pages[key].widget

    def current_key(self) -> str:
        """The page that is shown, or lies under what is open."""
        return self._current

    def shown(self) -> QWidget | None:
        """What the person looks at: the open layer, else the page."""
        return self._shown_content()

    def open(
        self, widget: QWidget, title: str, banner: PatientBanner | None = None, wide: bool = False
    ) -> None:
        """Show a chart or an editor over the pages; Escape or Back closes it and deletes it."""
        self._leave(self._shown_content())
        layer = _Layer(self._layer_frame(widget, title, banner), widget, wide)
        self._layers.append(layer)
        self._layered.addWidget(layer.frame)
        self._show_content(widget)

    def back(self) -> None:
        """Close what was opened last."""
        if not self._layers:
            return
        self._leave(self._shown_content())
        self._close_layer()
        self._show_content(self._shown_content())

    def set_count(self, key: str, count: int) -> None:
        """How much waits on a page."""
        self.rail.show_count(key, count)

    def set_action(self, action: PageAction | None) -> None:
        """Replace the main action of the page that is shown."""
        self.top.show_action(action)

    def lock(self) -> None:
        """Save, then let every widget with patient data go; emits `locked` for the unlock page."""
        if self._stack.currentWidget() is not self._workplace:
            return
        self._leave(self._shown_content())
        self.about_to_lock.emit()
        self._settle()
        self._forget()
        self._stack.setCurrentWidget(self._blank)
        self.locked.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave(self._shown_content())
        self.about_to_lock.emit()
        if not self._settle():
            self.messages.tell(
                self.tr("Still saving"),
                self.tr("The last change is being written. Close the window again in a moment."),
            )
            event.ignore()
            return
        self._forget()
        self.closing.emit()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._layers:
            self.back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setWindowIcon(QIcon(icons.pixmap("logo", "accent", 64)))

    def _build(self) -> None:
        self._workplace = QFrame()
        self._workplace_layout = stack(self._workplace, spacing=0)
        self._workplace_layout.addWidget(self._workplace_parts())
        stack(self, spacing=0).addWidget(self._stack)
        self._stack.addWidget(self._workplace)
        self._blank = QWidget()
        self._stack.addWidget(self._blank)
        self._stack.setCurrentWidget(self._blank)

    def _workplace_parts(self) -> QWidget:
        parts = QFrame()
        parts.setObjectName("workplace")
        row = line(parts, spacing=0)
        row.addWidget(self.rail)
        column = stack(spacing=0)
        row.addLayout(column, 1)
        for part in (self._bar, self._layered, self.status):
            column.addWidget(part, 1 if part is self._layered else 0)
        self._layered.addWidget(self._ground())
        return parts

    def _ground(self) -> QWidget:
        ground = QFrame()
        ground.setObjectName("pages")
        column = stack(ground, spacing=0)
        column.addWidget(self.top)
        column.addWidget(self._paged, 1)
        return ground

    def _connect(self) -> None:
        self.rail.page_asked.connect(self.show_page)
        self.rail.lock_asked.connect(self.lock)
        self.add_shortcut("Ctrl+L", self.tr("Lock"), self.lock)
        self.add_shortcut("Ctrl+K", self.tr("Find a patient or a command"), self.top.search.click)
        self.add_shortcut("Alt+Left", self.tr("Back"), self.back)
        self._own_keys = len(self.keys)
        self._ticking = QTimer(self, interval=_CLOCK_MS)
        self._ticking.timeout.connect(self._on_tick)
        self._ticking.start()
        self._on_tick()

    def _layer_frame(self, widget: QWidget, title: str, banner: PatientBanner | None) -> QWidget:
        frame = QFrame()
        frame.setProperty("kind", "page")
        frame.setAccessibleName(title)
        column = stack(frame, spacing=0)
        back = Button(self.tr("Back"), "quiet", "arrow-left", "Esc")
        back.clicked.connect(self.back)
        column.addWidget(self._layer_head(title, banner, back))
        column.addWidget(widget, 1)
        return frame

    def _layer_head(self, title: str, banner: PatientBanner | None, back: Button) -> QWidget:
        if banner is not None:
            banner.insert_before(back)
            return banner
        head = QFrame()
        head.setObjectName("topBar")
        row = line(head, spacing=10, margins=(12, 8, 16, 8))
        row.addWidget(back)
        row.addWidget(words(title, "pageTitle"))
        row.addStretch()
        return head

    def _shown_content(self) -> QWidget | None:
        if self._layers:
            return self._layers[-1].content
        page = self._pages.get(self._current)
        return page.widget if page else None

    def _show_content(self, content: QWidget | None) -> None:
        self._layered.setCurrentIndex(self._layered.count() - 1)
        self.rail.show_current(self._current)
        self._fit_rail()
        if content is None:
            return
        if not self._layers:
            self.top.show_action(content.page_action() if isinstance(content, WithAction) else None)
        if isinstance(content, Entered):
            content.entered()

    def _leave(self, content: QWidget | None) -> None:
        if isinstance(content, Leaving):
            content.leaving()

    def _close_layer(self) -> None:
        layer = self._layers.pop()
        self._layered.removeWidget(layer.frame)
        _destroy(layer.frame)

    def _fit_rail(self) -> None:
        wants_width = bool(self._layers) and self._layers[-1].wide
        self.rail.narrow(wants_width or self.width() < max(_NARROW_BELOW, theme.px(_NARROW_BELOW)))

    def _forget(self) -> None:
        self.messages.clear()
        for dialog in self.findChildren(QDialog):
            dialog.blockSignals(True)
            dialog.done(0)
        while self._layers:
            self._close_layer()
        for page in self._pages.values():
            if page.widget is not None:
                self._paged.removeWidget(page.widget)
                _destroy(page.widget)
        self._pages.clear()
        self._current = ""
        self.rail.remove_pages()
        self._forget_traces()

    def _forget_traces(self) -> None:
        for shortcut in self._shortcuts[self._own_keys :]:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        del self.keys[self._own_keys :], self._shortcuts[self._own_keys :]
        self.top.show_title("")
        self.top.show_action(None)
        self.status.clear()
        self._settle = _always_settled
        QToolTip.hideText()
        QGuiApplication.clipboard().clear()

    def _drop_cover(self) -> None:
        if self._cover is not None:
            self._stack.removeWidget(self._cover)
            _destroy(self._cover)
            self._cover = None

    def _on_tick(self) -> None:
        self.top.show_now(self._clock())


def _always_settled() -> bool:
    return True


def _destroy(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
