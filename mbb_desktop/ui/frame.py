"""Everything behind the unlock page: rail, top bar, pages, what lies open over them, status line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QSizePolicy, QStackedWidget, QWidget

from mbb_desktop.ui import theme
from mbb_desktop.ui.command import Command
from mbb_desktop.ui.dialog_card import ask_to_discard
from mbb_desktop.ui.messages import NotSavedBar
from mbb_desktop.ui.nav_rail import NavRail
from mbb_desktop.ui.parts import Button, Notice, clear, line, put, stack, words
from mbb_desktop.ui.patient_banner import PatientBanner
from mbb_desktop.ui.status_line import StatusLine
from mbb_desktop.ui.top_bar import PageAction, TopBar

_NARROW_BELOW = 1366
_CLOCK_MS = 10_000
LAYERS_KEPT = 12
"""So many steps lead back: each is some megabytes, and looks again at every change."""


@runtime_checkable
class Entered(Protocol):
    """A page that wants to know when it is shown (again)."""

    def entered(self) -> None: ...


@runtime_checkable
class Leaving(Protocol):
    """A page that wants to know before it is hidden or closed, to save what is typed."""

    def leaving(self) -> None: ...


@runtime_checkable
class TypedIn(Protocol):
    """Something in which people type what leaving would lose."""

    def is_unfinished(self) -> bool: ...


@runtime_checkable
class Unfinished(TypedIn, Protocol):
    """Something opened over the pages that can let go of what was typed."""

    def discard(self) -> None: ...


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


class Frame(QFrame):
    """Pages are added to it; `forget` lets all of them go."""

    lock_asked = Signal()
    keys_asked = Signal()
    page_shown = Signal(str)

    def __init__(self, clock: Callable[[], datetime], app_name: str) -> None:
        super().__init__()
        self._clock = clock
        self._pages: dict[str, _Page] = {}
        self._layers: list[_Layer] = []
        self._current = ""
        self.commands: list[Command] = []
        self._shortcuts: list[QShortcut] = []
        self.rail, self.top, self.status = NavRail(app_name), TopBar(), StatusLine()
        self.bar = NotSavedBar()
        self.leaving_soon = Notice("", "warn", "clock")
        self._notices = stack(spacing=0)
        self._layered, self._paged = QStackedWidget(), QStackedWidget()
        self._edge = stack(self, spacing=0)
        self._edge.addWidget(self._parts())
        self._connect()

    def begin(self, name: str, role: str, demo: bool) -> None:
        """Show who is signed in; the sample clinic gets its amber edge."""
        self.rail.show_person(name, role)
        put(self, "demo", "true" if demo else "false")
        edge = 3 if demo else 0
        self._edge.setContentsMargins(edge, edge, edge, edge)
        if demo:
            self.status.show_source(self.tr("Demo clinic: sample patients only"))
        self._fit_rail()

    def add_page(self, key: str, title: str, icon: str, factory: Callable[[], QWidget], keys: str) -> None:
        """Add a page to the rail; it is made when it is shown first."""
        self._pages[key] = _Page(title, factory)
        self.rail.add_page(key, title, icon)
        if keys:
            self.add_shortcut(keys, title, lambda: self._go_to_page(key), icon)

    def add_shortcut(self, keys: str, words: str, run: Callable[[], object], icon: str = "zap") -> QShortcut:
        """A key that works on every page."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(run)
        self.commands.append(Command(words, run, keys.replace("+", " "), icon))
        self._shortcuts.append(shortcut)
        return shortcut

    def show_page(self, key: str) -> QWidget:
        """Show a page; everything that lies over the pages is closed."""
        self.leave()
        while self._layers:
            self._close_layer()
        page = self._pages[key]
        if page.widget is None:
            page.widget = page.factory()
            self._paged.addWidget(page.widget)
        self._current = key
        self._paged.setCurrentWidget(page.widget)
        self.top.show_title(page.title)
        self._show(page.widget)
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
        if self._layers:
            return self._layers[-1].content
        page = self._pages.get(self._current)
        return page.widget if page else None

    def open(self, widget: QWidget, title: str, banner: PatientBanner | None, wide: bool) -> None:
        """Show a chart or an editor over the pages."""
        self.leave()
        layer = _Layer(self._layer_frame(widget, title, banner), widget, wide)
        self._layers.append(layer)
        self._layered.addWidget(layer.frame)
        self._let_oldest_go()
        self._show(widget)

    def back(self) -> None:
        """Close what was opened last."""
        if not self._layers:
            return
        self.leave()
        self._close_layer()
        self._show(self.shown())

    def _go_back(self) -> None:
        """The person wants back; what is typed is never lost without a question."""
        self._when_finished(self._layers[-1:], self.back)

    def _go_to_page(self, key: str) -> None:
        self._when_finished(self._layers, lambda: self.show_page(key))

    def when_finished(self, run: Callable[[], object]) -> None:
        """Run what lets every page go; what is typed on one of them is never lost without a question."""
        pages = [page.widget for page in self._pages.values() if page.widget is not None]
        if any(map(_holds_words, [*pages, *(layer.content for layer in self._layers)])):
            ask_to_discard(self, run)
        else:
            run()

    def _when_finished(self, layers: list[_Layer], run: Callable[[], object]) -> None:
        contents = [layer.content for layer in layers]
        typed = [each for each in contents if isinstance(each, Unfinished) and each.is_unfinished()]
        if not typed:
            run()
            return

        def discard() -> None:
            for each in typed:
                each.discard()
            run()

        ask_to_discard(self, discard)

    def leave(self) -> None:
        """Tell what is shown that it is being left."""
        content = self.shown()
        if isinstance(content, Leaving):
            content.leaving()

    def show_seconds_left(self, seconds: int) -> None:
        """Say that the lock is near; 0 takes it back."""
        text = self.tr("Locks in {0} s. Press a key to stay.").format(seconds) if seconds else ""
        self.leaving_soon.show_text(text, "warn", "clock")

    def add_notice(self, notice: QWidget) -> None:
        """Show something above every page until all of them are let go."""
        self._notices.addWidget(notice)

    def forget(self) -> None:
        """Delete every page and every trace of the person."""
        clear(self._notices)
        while self._layers:
            self._close_layer()
        for page in self._pages.values():
            if page.widget is not None:
                self._paged.removeWidget(page.widget)
                destroy(page.widget)
        self._pages.clear()
        self._current = ""
        for shortcut in self._shortcuts[self._own_keys :]:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        del self.commands[self._own_keys :], self._shortcuts[self._own_keys :]
        self.rail.remove_pages()
        self.top.show_title("")
        self.top.show_action(None)
        self.status.clear()
        self.show_seconds_left(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._layers:
            self._go_back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def _parts(self) -> QWidget:
        parts = QFrame()
        parts.setObjectName("workplace")
        row = line(parts, spacing=0)
        row.addWidget(self.rail)
        column = stack(spacing=0)
        row.addLayout(column, 1)
        column.addLayout(self._notices)
        for part in (self.bar, self.leaving_soon, self._layered, self.status):
            column.addWidget(part, 1 if part is self._layered else 0)
        self._layered.addWidget(self._ground())
        return parts

    def _ground(self) -> QWidget:
        ground = QFrame()
        ground.setObjectName("pages")
        column = stack(ground, spacing=0)
        self.top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(self.top)
        column.addWidget(self._paged, 1)
        return ground

    def _connect(self) -> None:
        self.rail.page_asked.connect(self._go_to_page)
        self.rail.lock_asked.connect(self.lock_asked)
        self.add_shortcut("Ctrl+L", self.tr("Lock"), self.lock_asked.emit, "lock")
        self.add_shortcut("Ctrl+K", self.tr("Find a patient or a command"), self.top.search.click, "search")
        self.add_shortcut("Alt+Left", self.tr("Back"), self._go_back, "arrow-left")
        self.add_shortcut("F1", self.tr("Keys"), self.keys_asked.emit, "info")
        self._own_keys = len(self.commands)
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
        back.clicked.connect(self._go_back)
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

    def _show(self, content: QWidget | None) -> None:
        self._layered.setCurrentIndex(self._layered.count() - 1)
        self.rail.show_current(self._current)
        self._fit_rail()
        if content is None:
            return
        if not self._layers:
            self.top.show_action(content.page_action() if isinstance(content, WithAction) else None)
        content.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(content, Entered):
            content.entered()

    def _let_oldest_go(self) -> None:
        """Never an editor or a room, nor what a card that is open or aside may come back to."""
        if any(isinstance(each, QDialog) for each in self.window().children()):
            return
        old = [each for each in self._layers[:-LAYERS_KEPT] if not each.wide]
        for layer in old:
            if not _holds_words(layer.content):
                self._close_layer(self._layers.index(layer))

    def _close_layer(self, at: int = -1) -> None:
        layer = self._layers.pop(at)
        self._layered.removeWidget(layer.frame)
        destroy(layer.frame)

    def _fit_rail(self) -> None:
        wants_width = bool(self._layers) and self._layers[-1].wide
        self.rail.narrow(wants_width or self.width() < max(_NARROW_BELOW, theme.px(_NARROW_BELOW)))

    def _on_tick(self) -> None:
        self.top.show_now(self._clock())


def _holds_words(content: QWidget) -> bool:
    """Whether something is typed in it that is stored nowhere yet."""
    parts = (content, *content.findChildren(QWidget))
    return any(isinstance(each, TypedIn) and each.is_unfinished() for each in parts)


def destroy(widget: QWidget) -> None:
    """Hide it now; it is deleted when the event loop turns."""
    widget.hide()
    widget.deleteLater()
