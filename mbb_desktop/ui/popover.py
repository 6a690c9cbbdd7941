"""A small card beside the thing it is about; Escape or a click elsewhere closes it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QWidget

from mbb_desktop.ui import theme
from mbb_desktop.ui.parts import Button, keycap, line, scrolled, stack, words


class Popover(QFrame):
    """Lives inside `host` and goes with it. The keyboard stays inside until it is closed."""

    closed = Signal()

    def __init__(self, host: QWidget, anchor: QWidget, title: str, wide: int = 440) -> None:
        super().__init__(host)
        self._host, self._anchor = host, anchor
        anchor.destroyed.connect(self._leave)
        self.setProperty("kind", "dialogCard")
        self.setAccessibleName(title)
        self.setFixedWidth(theme.px(wide))
        self.setAutoFillBackground(True)
        column = stack(self, spacing=8, margins=(16, 12, 16, 12))
        head = line()
        head.addWidget(words(title, "section"))
        head.addStretch()
        head.addWidget(keycap(self.tr("Esc")))
        column.addLayout(head)
        self._content = QWidget()
        self.body = stack(self._content, spacing=8)
        self._area: QScrollArea = scrolled(self._content)
        column.addWidget(self._area, 1)
        self._done = Button(self.tr("Done"), "secondary")
        self._done.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._done.clicked.connect(self.shut)
        column.addWidget(self._done, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def add(self, widget: QWidget | str) -> None:
        """Put something below what is there; words become a small label."""
        self.body.addWidget(_small(widget) if isinstance(widget, str) else widget)

    def open(self) -> None:
        """Show it beside its anchor and put the keyboard into its first input."""
        self.setStyleSheet(f"Popover, MissingList {{ border: 1px solid {theme.tokens()['field']} }}")
        self.settle()
        self.show()
        self.raise_()
        first = next(iter(self._inputs()), self._done)
        first.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]  # a window is open

    def shut(self) -> None:
        """Close it; the keyboard returns to the anchor."""
        self._leave()
        self._anchor.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Fit size and place into the host, below the anchor or above it."""
        self._content.ensurePolished()
        wide = self.width() - theme.px(34)
        high = max(self.body.totalHeightForWidth(wide), self._content.sizeHint().height())
        host = self._host.rect()
        self.setFixedHeight(min(high + theme.px(100), host.height() - theme.px(16)))
        corner = self._anchor.mapTo(self._host, QPoint(0, self._anchor.height() + theme.px(4)))
        lowest = host.height() - theme.px(8) - self.height()
        if corner.y() > lowest:
            above = corner.y() - self._anchor.height() - theme.px(8) - self.height()
            corner.setY(above if above >= theme.px(8) else max(theme.px(8), lowest))
        corner.setX(max(theme.px(8), min(corner.x(), host.width() - self.width() - theme.px(8))))
        self.move(corner)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._done.hasFocus()
        if ends or event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside."""
        inputs = [*self._inputs(), self._done]
        now = QApplication.focusWidget()
        at = inputs.index(now) if now in inputs else -1
        step = inputs[(at + (1 if forward else -1)) % len(inputs)]
        step.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self._area.ensureWidgetVisible(step)
        return True

    def _inputs(self) -> list[QWidget]:
        """What Tab reaches, in the order in which it is shown."""
        found = [w for w in self._content.findChildren(QWidget) if self._takes_tab(w)]
        return sorted(found, key=self._reading_order)

    def _reading_order(self, widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(self._content, QPoint(0, 0))
        return corner.y(), corner.x()

    def _takes_tab(self, widget: QWidget) -> bool:
        tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        on_its_own = widget.focusProxy() is None and widget.isEnabled()
        return tab and on_its_own and widget.isVisibleTo(self._content)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        while now is not None:
            if now is self:
                self.settle()  # what was left may say what is wrong with it
                return
            now = now.parentWidget()
        if self._host.window().isActiveWindow():
            self._leave()

    def _leave(self) -> None:
        if not self.isHidden():
            QApplication.instance().focusChanged.disconnect(self._on_focus)  # type: ignore[union-attr]  # see open
            self.hide()
            self.closed.emit()
            self.deleteLater()


def _small(text: str) -> QLabel:
    label = words(text, "help")
    label.setWordWrap(True)
    return label
