"""Above every page: its title, the date, the way to find anything, and the page's one main action."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame

from mbb_desktop.ui import icons, theme
from mbb_desktop.ui.parts import Button, line, paint_focus, paint_keycap, words
from mbb_desktop.ui.typed import show_date


@dataclass(frozen=True, slots=True)
class PageAction:
    """What a page is mostly for: words, icon and what to run."""

    text: str
    run: Callable[[], object]
    icon: str = ""
    hint: str = ""


class SearchField(QAbstractButton):
    """Looks like a field; a click or Ctrl+K asks for the palette."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchField")
        self.setText(self.tr("Find a patient or a command"))
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.asked)

    def ask_for(self, words: str) -> None:
        """What can be found with it."""
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(330), theme.px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(34))

    def paintEvent(self, _event: QPaintEvent) -> None:
        box, side = QRectF(self.rect()), theme.px(15)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("field"), 1.0))
            painter.setBrush(theme.color("bg" if self.underMouse() else "surface2"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
            icons.paint(
                painter, "search", QRectF(theme.px(11), (box.height() - side) / 2, side, side), "text2"
            )
            painter.setPen(theme.color("muted"))
            painter.setFont(theme.font(13))
            room = box.adjusted(theme.px(32), 0, -theme.px(64), 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
            paint_keycap(painter, box.right() - theme.px(8), box.center().y(), self.tr("Ctrl K"))
            if self.hasFocus():
                paint_focus(painter, box, theme.px(6))


class TopBar(QFrame):
    """Title and date at the left, search and main action at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._title, self._date = words("", "pageTitle"), words("", "muted")
        self.search = SearchField()
        self._primary = Button("", "primary")
        self._primary.clicked.connect(self._on_primary)
        self._action: PageAction | None = None
        row = line(self, spacing=10, margins=(20, 9, 16, 8))
        for part in (self._title, self._date):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self.search)
        row.addWidget(self._primary)
        self.show_action(None)

    def show_title(self, title: str) -> None:
        """Name the page."""
        self._title.setText(title)

    def show_now(self, now: datetime) -> None:
        """The day and the time."""
        weekday = QLocale().dayName(now.isoweekday())
        self._date.setText(f"{weekday} {show_date(now.date())}, {now:%H:%M}")

    def show_action(self, action: PageAction | None) -> None:
        """The page's main action, or none."""
        self._action = action
        self._primary.setVisible(action is not None)
        if action is not None:
            self._primary.show_hint(action.hint)
            self._primary.say(action.text)
            self._primary.show_icon(action.icon)

    def _on_primary(self) -> None:
        if self._action is not None:
            self._action.run()
