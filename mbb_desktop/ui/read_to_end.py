"""Whether everything in an area that scrolls was shown, and the keys that show it from a field beside it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from mbb_desktop.ui import theme
from mbb_desktop.ui.secret_editor import SecretEditor

_ALMOST = 8  # px; less than half a line, so that no word is below it
_DOWN = (Qt.Key.Key_Space, Qt.Key.Key_PageDown)


class ReadToEnd(QObject):
    """What needs no scrolling is read; what grows below its end is not read any more."""

    changed = Signal()

    def __init__(self, area: QScrollArea, secret: SecretEditor, part: QWidget | None = None) -> None:
        """Space and the page keys in `secret` scroll the area; Home and End while nothing is typed in it.

        `part`: what has to be read where that is not all; what grows or goes above it changes nothing.
        A passphrase may hold spaces: once one is begun, or all is read, Space belongs to it.
        """
        super().__init__(area)
        self._area, self._part, self._lowest = area, part, 0
        self._bar, self._secret, self._field = area.verticalScrollBar(), secret, secret.line
        self._bar.valueChanged.connect(self._on_moved)
        self._bar.rangeChanged.connect(lambda *_: self.changed.emit())
        self._field.installEventFilter(self)

    def is_done(self) -> bool:
        """Whether the end was shown."""
        bar, part = self._bar, self._part
        if part is not None and not bar.maximum():
            return True
        end = bar.maximum() + bar.pageStep() if part is None else part.height()
        return max(self._lowest, self._shown_to()) >= end - theme.px(_ALMOST)

    def go_on(self) -> None:
        """Show the next part."""
        self._bar.setValue(self._bar.value() + self._bar.pageStep())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field or not isinstance(event, QKeyEvent):
            return False
        return event.type() == QEvent.Type.KeyPress and self._scrolls(Qt.Key(event.key()))

    def _scrolls(self, key: Qt.Key) -> bool:
        bar = self._bar
        if not bar.maximum() or (key == Qt.Key.Key_Space and self._is_a_sign()):
            return False
        if key in _DOWN:
            self.go_on()
        elif key == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - bar.pageStep())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not self._field.text():
            bar.setValue(bar.maximum() if key == Qt.Key.Key_End else 0)
        else:
            return False
        return True

    def _is_a_sign(self) -> bool:
        return self._secret.takes_any_sign() and (bool(self._field.text()) or self.is_done())

    def _on_moved(self) -> None:
        self._lowest = max(self._lowest, self._shown_to())
        self.changed.emit()

    def _shown_to(self) -> int:
        """The lower edge of what is shown, in pixels from the top of what has to be read; less room below
        it is no new content."""
        content, part = self._area.widget(), self._part
        above = part.mapTo(content, QPoint(0, 0)).y() if part is not None and content is not None else 0
        return self._bar.value() + self._bar.pageStep() - above
