"""The window: the unlock page first, then the pages of who is at work, and the lock between them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QDialog, QStackedLayout, QToolTip, QWidget

from mbb_desktop.clinical.remembered import forget_all
from mbb_desktop.ui import icons, phrase_keys, theme

if TYPE_CHECKING:  # made and imported when the unlock page has been painted
    from datetime import datetime

    from PySide6.QtGui import QShortcut

    from mbb_desktop.ui.command import Command
    from mbb_desktop.ui.frame import Frame
    from mbb_desktop.ui.idle import IdleWatch
    from mbb_desktop.ui.messages import Messages
    from mbb_desktop.ui.nav_rail import NavRail
    from mbb_desktop.ui.patient_banner import PatientBanner
    from mbb_desktop.ui.status_line import StatusLine
    from mbb_desktop.ui.top_bar import SearchField, TopBar


class MainWindow(QWidget):
    """Before unlocking it shows a cover; between `begin` and `lock` the pages that were added."""

    about_to_lock = Signal()
    locked = Signal()
    page_shown = Signal(str)
    closing = Signal()

    def __init__(self, clock: Callable[[], datetime], app_name: str = "MBB Desktop") -> None:
        super().__init__()
        theme.dress(self)
        self.setWindowTitle(app_name)  # never a patient's name
        self.setMinimumSize(1024, 640)
        self._clock = clock
        self._cover: QWidget | None = None
        self._working = False
        self._settle: Callable[[], bool] = _always_settled
        self.unsaved = ""
        """What the red bar said when it was locked; the unlock page must repeat it."""
        self._watch: IdleWatch | None = None
        self.slept: Callable[[], bool] = bool
        """Whether the computer slept since somebody looked; asked before a key or a painting is answered."""
        self._stack = QStackedLayout(self)

    @cached_property
    def frame(self) -> Frame:
        """Rail, top bar, pages and status line; made when first needed."""
        from mbb_desktop.ui.frame import Frame

        frame = Frame(self._clock, self.windowTitle())
        frame.lock_asked.connect(self.lock)
        frame.page_shown.connect(self.page_shown)
        frame.keys_asked.connect(self.show_keys)
        self._stack.addWidget(frame)
        self._show_icon()
        return frame

    def make_frame(self) -> None:
        """Make it now, before it is needed."""
        _made = self.frame

    @cached_property
    def messages(self) -> Messages:
        """Toast, red bar, questions and explanations of this window."""
        from mbb_desktop.ui.messages import Messages

        return Messages(self, self.frame.bar)

    @property
    def rail(self) -> NavRail:
        """The navigation at the left."""
        return self.frame.rail

    @property
    def top(self) -> TopBar:
        """Title, date, search and main action."""
        return self.frame.top

    @property
    def status(self) -> StatusLine:
        """The line at the bottom."""
        return self.frame.status

    @property
    def search_slot(self) -> SearchField:
        """The field in the top bar; its `asked` signal means the palette."""
        return self.frame.top.search

    @property
    def commands(self) -> list[Command]:
        """What works on every page, with its key."""
        return self.frame.commands

    def show_cover(self, cover: QWidget) -> None:
        """Show the unlock page or the first steps, and nothing else."""
        self._drop_cover()
        self._cover = cover
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        cover.setFocus()

    def begin(self, name: str, role: str, settle: Callable[[], bool], demo: bool = False) -> None:
        """Show the pages for a person. `settle` finishes all saving and says whether it could."""
        self._settle, self._working = settle, True
        self.frame.begin(name, role, demo)
        self._stack.setCurrentWidget(self.frame)
        self._drop_cover()

    def lock_when_idle(self, minutes: int) -> None:
        """Lock after so many minutes without a key or the mouse, with a warning 30 s before."""
        from mbb_desktop.ui.idle import IdleWatch

        self._watch_no_longer()
        self._watch = IdleWatch(self._clock, minutes, self, slept=lambda: self.slept())
        self._watch.warned.connect(self.frame.show_seconds_left)
        self._watch.due.connect(self.lock)

    def add_page(
        self, key: str, title: str, icon: str, factory: Callable[[], QWidget], keys: str = ""
    ) -> None:
        """Add a page to the rail; it is made when it is shown first."""
        self.frame.add_page(key, title, icon, factory, keys)

    def add_command(self, command: Command) -> None:
        """Something that the palette offers until the lock."""
        self.frame.commands.append(command)

    def add_shortcut(self, keys: str, words: str, run: Callable[[], object], icon: str = "zap") -> QShortcut:
        """A key that works on every page until the lock; listed in `commands` with its words."""
        return self.frame.add_shortcut(keys, words, run, icon)

    def show_keys(self) -> None:
        """Show the keys of what is shown, and those that work everywhere."""
        from mbb_desktop.ui.keys_card import KeysCard

        KeysCard(self, self.shown(), self.commands).open()

    def show_page(self, key: str) -> QWidget:
        """Show a page; everything that lies over the pages is closed."""
        return self.frame.show_page(key)

    def page(self, key: str) -> QWidget | None:
        """A page that was already made."""
        return self.frame.page(key)

    def current_key(self) -> str:
        """The page that is shown, or lies under what is open."""
        return self.frame.current_key()

    def shown(self) -> QWidget | None:
        """What the person looks at: the open layer, else the page."""
        return self.frame.shown()

    def open(
        self, widget: QWidget, title: str, banner: PatientBanner | None = None, wide: bool = False
    ) -> None:
        """Show a chart or an editor over the pages; Escape or Back closes it and deletes it."""
        self.frame.open(widget, title, banner, wide)

    def back(self) -> None:
        """Close what was opened last."""
        self.frame.back()

    def set_count(self, key: str, count: int) -> None:
        """How much waits on a page."""
        self.frame.rail.show_count(key, count)

    def lock(self) -> None:
        """Save, then let every widget with patient data go; emits `locked` for the unlock page."""
        if not self._working:
            return
        self._veil()
        self._save()
        self.unsaved = self.messages.bar.text()
        self._forget()
        self.show_cover(QWidget())
        self.locked.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._working and not self._save():
            self.messages.tell(
                self.tr("Still saving"),
                self.tr("The last change is being written. Close the window again in a moment."),
            )
            event.ignore()
            return
        self._forget()
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and "frame" in self.__dict__:
            self._show_icon()

    def _veil(self) -> None:
        """Nobody reads on while the last change is written: hide cards, and lie over the pages at once."""
        for dialog in self.findChildren(QDialog):
            dialog.hide()
        self._close_popups()
        veil = QWidget(self)
        veil.setAutoFillBackground(True)
        veil.setGeometry(self.rect())
        veil.show()
        veil.raise_()
        veil.repaint()
        self.locked.connect(veil.deleteLater)

    def _save(self) -> bool:
        self.frame.leave()
        self.about_to_lock.emit()
        return self._settle()

    def _forget(self) -> None:
        forget_all()
        if not self._working:
            return
        self._working, self._settle = False, _always_settled
        self._watch_no_longer()
        self.forget_pages()

    def forget_pages(self) -> None:
        """Delete every page, close what lies over it without acting, and empty the clipboard."""
        self._close_popups()
        self.messages.clear()
        for dialog in self.findChildren(QDialog):
            dialog.blockSignals(True)
            dialog.done(0)
        self.frame.forget()
        phrase_keys.use({})
        QToolTip.hideText()
        _empty_clipboard()

    def forget_words(self) -> None:
        """After a change of language: what holds words is made anew when it is next needed."""
        if self._working:
            return
        for name in ("messages", "frame"):
            if (made := self.__dict__.pop(name, None)) is not None:
                made.deleteLater()
        for toast in self.findChildren(QWidget, "toast"):
            toast.deleteLater()

    def _close_popups(self) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.hide()

    def _watch_no_longer(self) -> None:
        if self._watch is not None:
            self._watch.stop()
            self._watch.deleteLater()
            self._watch = None

    def _drop_cover(self) -> None:
        if self._cover is not None:
            self._stack.removeWidget(self._cover)
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None

    def _show_icon(self) -> None:
        self.setWindowIcon(QIcon(icons.pixmap("logo", "accent", 64)))


def _empty_clipboard() -> None:
    """Also of what was only selected with the mouse, which X11 pastes with the middle button."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def _always_settled() -> bool:
    return True
