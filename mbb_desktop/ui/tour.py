"""A short tour of the sample clinic: a small panel beside one control after the other, left at any time."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from mbb_desktop.settings import TOUR_TOLD, Settings
from mbb_desktop.ui import theme
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import Button, body, line, stack, words

_WIDE, _GAP, _EDGE = 320, 12, 16
_CUTS = ((100, 40), (45, 40), (30, 20))
"""Percent of the window: of something larger only the upper left part is shown, so that room stays beside."""

_FOLLOW_MS = 120


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop: its title, what is said, how it is shown, and the control that it points to."""

    title: str
    said: str
    show: Callable[[], object]
    where: Callable[[], QWidget | None]


class Tour(QObject):
    """Offered once in a sample clinic; nothing of it keeps anybody from working."""

    def __init__(
        self, parent: QObject, window: MainWindow, settings: Settings, stops: Callable[[], Sequence[Stop]]
    ) -> None:
        super().__init__(parent)
        self._window, self._settings, self._find = window, settings, stops
        self._stops: Sequence[Stop] = ()
        self._at = -1
        self._offered_on: QWidget | None = None
        self._arrived = False
        self.panel: TourPanel | None = None
        self._ring: Ring | None = None
        self._following = QTimer(self, interval=_FOLLOW_MS)
        self._following.timeout.connect(self.follow)
        window.about_to_lock.connect(self._go)

    def offer(self) -> None:
        """Ask once on this computer whether somebody wants it; the keyboard stays where it is."""
        if not self._settings.get(TOUR_TOLD):
            self._at, self._offered_on = -1, self._window.shown()
            self._open()
            self._say()

    def begin(self) -> None:
        """Show the first stop."""
        self._open()
        self._ask_for(0)

    def leave(self) -> None:
        """The person has seen enough; it is not offered again."""
        with suppress(OSError):  # then it is offered once more, which hurts nobody
            self._settings.put(TOUR_TOLD, True)
        self._go()

    def follow(self) -> None:
        """Stay beside the control wherever it goes; on its arrival the keyboard comes to the panel.

        An open card comes first: the tour waits behind it. The offer stays on the page where it was made.
        """
        if self.panel is None or self._ring is None:
            return
        elsewhere = self._at < 0 and self._window.shown() is not self._offered_on
        asked = elsewhere or QApplication.activeModalWidget() is not None
        self.panel.setVisible(not asked)
        if asked:
            self._ring.hide()
            return
        target, at = self._placed()
        self.panel.move(at)
        self._ring.show_around(target)
        self.panel.raise_()
        if target is not None and not self._arrived:
            self._arrived = True
            self.panel.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        if self.panel is not None:
            return
        self._stops = self._find()
        self._ring, self.panel = Ring(self._window), TourPanel(self._window)
        self.panel.on.clicked.connect(lambda: self._ask_for(self._at + 1))
        self.panel.back.clicked.connect(lambda: self._ask_for(self._at - 1))
        self.panel.off.clicked.connect(self.leave)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self.panel).activated.connect(self.leave)
        self._following.start()

    def _ask_for(self, at: int) -> None:
        """What is typed on a page is never lost without a question."""
        if at < len(self._stops):
            self._window.frame.when_finished(partial(self._stop_at, at))
        else:
            self.leave()

    def _stop_at(self, at: int) -> None:
        self._at, self._arrived = at, False
        self._stops[at].show()
        self._say()

    def _say(self) -> None:
        """Put the words of the stop on the panel, or those of the offer."""
        if self.panel is None:
            return
        at, count = self._at, len(self._stops)
        if at < 0:
            said = self.tr("{0} stops show what this program is for.").format(count)
            self.panel.say(self.tr("A tour of the sample clinic?"), said, "")
            self.panel.name(self.tr("Show me"), self.tr("No, thanks"), back=False)
        else:
            stop = self._stops[at]
            self.panel.say(stop.title, stop.said, self.tr("{0} of {1}").format(at + 1, count))
            last = at + 1 == count
            self.panel.name(self.tr("Done") if last else self.tr("Next"), self.tr("Leave"), back=at > 0)
            self.panel.appear_last(last)
        self.follow()

    def _placed(self) -> tuple[QRect | None, QPoint]:
        """What to point to, and where the panel lies without covering it."""
        assert self.panel is not None
        edge, gap, size = theme.px(_EDGE), theme.px(_GAP), self.panel.size()
        room = self._window.rect().adjusted(edge, edge, -edge, -edge)
        for cut in _CUTS:
            target = self._target(*cut)
            at = place_beside(target, size, room, gap)
            if target is None or not QRect(at, size).intersects(target):
                break
        return target, at

    def _target(self, wide: int, high: int) -> QRect | None:
        """The part of the control that is seen, at most so much of the window; None while it is not there."""
        found = self._stops[self._at].where() if self._at >= 0 else None
        if found is None or not found.isVisible():
            return None
        if not self._arrived:
            _scroll_to(found)
        seen = _seen(found, self._window)
        most = QSize(self._window.width() * wide // 100, self._window.height() * high // 100)
        return None if seen.isEmpty() else QRect(seen.topLeft(), seen.size().boundedTo(most))

    def _go(self) -> None:
        self._following.stop()
        for part in (self.panel, self._ring):
            if part is not None:
                part.hide()
                part.deleteLater()
        self.panel, self._ring = None, None


class TourPanel(QFrame):
    """A title, a sentence, and the way on, back and out."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("kind", "tour")
        self.setFixedWidth(theme.px(_WIDE))
        self._title, self._count, self._said = words("", "section"), words("", "muted"), body("")
        self.on, self.back = Button("", "primary"), Button(self.tr("Back"))
        self.off = Button("", "link", hint=self.tr("Esc"))
        column = stack(self, spacing=8, margins=(16, 12, 16, 12))
        head = line()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        column.addLayout(head)
        column.addWidget(self._said)
        row = line(spacing=6)
        row.addWidget(self.off)
        row.addStretch()
        for button in (self.back, self.on):
            row.addWidget(button)
        for button in (self.off, self.back, self.on):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAutoDefault(True)
        column.addLayout(row)
        self.show()

    def say(self, title: str, said: str, count: str) -> None:
        """Show the words; a reader hears them with the button that has the keyboard."""
        self._title.setText(title)
        self._said.setText(said)
        self._count.setText(count)
        self.setAccessibleName(title)
        self.setAccessibleDescription(said)
        self.on.setAccessibleDescription(f"{title}. {said}")

    def name(self, on: str, off: str, *, back: bool) -> None:
        """What the buttons say; `back`: whether there is a stop before."""
        self.on.say(on)
        self.off.say(off)
        self.back.setVisible(back)
        self.adjustSize()

    def appear_last(self, last: bool) -> None:
        """At the last stop the way on is the way out."""
        self.off.setVisible(not last)
        self.adjustSize()


class Ring(QWidget):
    """A line around what is explained; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_around(self, target: QRect | None) -> None:
        """Lie around a part of the window; None hides it."""
        if target is None:
            self.hide()
            return
        more = theme.px(4)
        self.setGeometry(target.adjusted(-more, -more, more, more))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("accent"), theme.px(3)))
            half = theme.px(3) / 2
            box = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(box, theme.px(7), theme.px(7))


def place_beside(target: QRect | None, size: QSize, room: QRect, gap: int) -> QPoint:
    """Where a panel lies in the room without covering the target: beside it, below, above, or in a corner."""
    corner = QPoint(room.right() - size.width() + 1, room.bottom() - size.height() + 1)
    if target is None:
        return corner
    wanted = (
        QPoint(target.right() + gap, target.top()),
        QPoint(target.left(), target.bottom() + gap),
        QPoint(target.left() - gap - size.width(), target.top()),
        QPoint(target.left(), target.top() - gap - size.height()),
        corner,
        QPoint(room.left(), corner.y()),
        QPoint(corner.x(), room.top()),
        room.topLeft(),
    )
    inside = (
        QPoint(_within(at.x(), room.left(), corner.x()), _within(at.y(), room.top(), corner.y()))
        for at in wanted
    )
    return next((at for at in inside if not QRect(at, size).intersects(target)), corner)


def _seen(part: QWidget, window: QWidget) -> QRect:
    """What of a part is not cut off by what holds it, in the window."""
    seen = QRect(part.mapTo(window, QPoint()), part.size())
    holder = part.parentWidget()
    while holder is not None and holder is not window:
        seen &= QRect(holder.mapTo(window, QPoint()), holder.size())
        holder = holder.parentWidget()
    return seen & window.rect()


def _scroll_to(part: QWidget) -> None:
    holder = part.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(part)
        holder = holder.parentWidget()


def _within(at: int, least: int, most: int) -> int:
    return max(least, min(at, most))
