"""The five moments of a block as buttons, F5 to F9: what is stamped, what comes next, what has to wait."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mbb_desktop.clinical.block import Block, HowEntered, Item, Moment
from mbb_desktop.clinical.charting import Author, entered, not_entered
from mbb_desktop.clinical.shown import show_time
from mbb_desktop.ui import icons, theme
from mbb_desktop.ui.parts import line, paint_focus
from mbb_desktop.ui.room_tiles import Box, Lines, paint_box, paint_lines

translate = QCoreApplication.translate

KEYS = dict(zip(Moment, ("F5", "F6", "F7", "F8", "F9"), strict=True))

_NARROW_BELOW = 190

_STAMPED: Mapping[Moment, Callable[[Block, datetime | None], Block]] = {
    Moment.IN_ROOM: lambda block, at: replace(block, in_room=at),
    Moment.NEEDLE_IN: lambda block, at: replace(block, needle_in=at),
    Moment.NEEDLE_OUT: lambda block, at: replace(block, needle_out=at),
    Moment.LEFT_ROOM: lambda block, at: replace(block, left_room=at),
}


def stamp_of(block: Block, moment: Moment) -> datetime | None:
    """When a moment was; None while it is not stamped."""
    if moment is Moment.TIME_OUT:
        return block.time_out.at if block.time_out else None
    return {
        Moment.IN_ROOM: block.in_room,
        Moment.NEEDLE_IN: block.needle_in,
        Moment.NEEDLE_OUT: block.needle_out,
        Moment.LEFT_ROOM: block.left_room,
    }[moment]


def item_of(moment: Moment) -> Item:
    """Under which item the author of a stamp is kept."""
    return Item.NEEDLE_OUT if moment is Moment.NEEDLE_OUT else Item.TIMES


def with_stamp(block: Block, moment: Moment, at: datetime, author: Author) -> Block:
    """The block with one moment stamped by somebody; not for the time-out."""
    return entered(_STAMPED[moment](block, at), item_of(moment), author, HowEntered.STAMPED)


def with_stamp_from(block: Block, stored: Block, moment: Moment) -> Block:
    """The block being edited with the stamp and its author as they were stored."""
    at, entry = stamp_of(stored, moment), stored.entered(item_of(moment))
    if at is None or entry is None:
        return block
    return with_stamp(block, moment, at, Author(entry.by_id, entry.by, entry.at))


def without_stamp(block: Block, moment: Moment) -> Block:
    """The block with one stamp taken back; not for the time-out."""
    changed, item = _STAMPED[moment](block, None), item_of(moment)
    others = any(stamp_of(changed, each) for each in Moment if item_of(each) is item)
    return changed if others else not_entered(changed, item)


def moment_words(moment: Moment) -> str:
    """What a moment is called on the screen."""
    return {
        Moment.IN_ROOM: translate("room", "In room"),
        Moment.TIME_OUT: translate("room", "Time-out"),
        Moment.NEEDLE_IN: translate("room", "Needle in"),
        Moment.NEEDLE_OUT: translate("room", "Needle out"),
        Moment.LEFT_ROOM: translate("room", "Left room"),
    }[moment]


class State(Enum):
    DONE = "done"
    NEXT = "next"
    OPEN = "open"
    WAITS = "waits"
    STOPPED = "stopped"


_LOOK = {  # frame, ground, words, icon, its colour
    State.DONE: ("ok", "okSoft", "text", "circle-check", "ok"),
    State.NEXT: ("accent", "accentSoft", "text", "clock", "accent"),
    State.OPEN: ("border", "surface", "text", "clock", "text2"),
    State.WAITS: ("offEdge", "surface2", "off", "clock", "off"),
    State.STOPPED: ("field", "surface2", "off", "lock", "off"),
}


class StampButton(QAbstractButton):
    """One moment: its name, when and by whom it was stamped or what it waits for, and its key."""

    def __init__(self, moment: Moment) -> None:
        super().__init__()
        self.moment = moment
        self._state, self._below = State.OPEN, ""
        self.setText(moment_words(moment))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # each has its key; Tab stays with the answers
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_state(self, state: State, below: str) -> None:
        """Show how far this moment is."""
        self._state, self._below = state, below
        self.setAccessibleName(f"{self.text()}, {below}")
        self.setEnabled(state in (State.NEXT, State.OPEN))
        self.update()

    def state(self) -> State:
        """How it is shown."""
        return self._state

    def below(self) -> str:
        """The line below its name."""
        return self._below

    def sizeHint(self) -> QSize:
        return QSize(theme.px(210), theme.px(72))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(150), theme.px(56))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        frame, ground, front, icon, color = _LOOK[self._state]
        box, side = QRectF(self.rect()), theme.px(24)
        narrow = self.width() < theme.px(_NARROW_BELOW)
        with QPainter(self) as painter:
            wide = 2.0 if self._state is State.NEXT else 1.2
            paint_box(painter, box, Box(frame, ground, wide, dashed=self._state is State.STOPPED))
            left = theme.px(6 if narrow else 18)
            icons.paint(painter, icon, QRectF(left, (box.height() - side) / 2, side, side), color)
            if narrow:  # the key stands beside the name alone
                room, spared = box.adjusted(theme.px(35), 0, -theme.px(6), 0), theme.px(36)
            else:
                room, spared = box.adjusted(theme.px(55), 0, -theme.px(58), 0), 0
            paint_lines(painter, room, Lines(self.text(), self._below, front, size=16, spared=spared))
            _paint_key(painter, box, KEYS[self.moment], narrow)
            if self.hasFocus():
                paint_focus(painter, box, theme.px(7))


def _paint_key(painter: QPainter, box: QRectF, key: str, narrow: bool) -> None:
    right, down = (38, 21) if narrow else (49, 10)
    cap = QRectF(box.right() - theme.px(right), box.center().y() - theme.px(down), theme.px(32), theme.px(20))
    painter.setPen(theme.color("border"))
    painter.setBrush(theme.color("surface2"))
    painter.drawRoundedRect(cap, theme.px(4), theme.px(4))
    painter.setPen(theme.color("text2"))
    painter.setFont(theme.font(11))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


class Stamps(QWidget):
    """The row of the five moments."""

    pressed = Signal(object)

    def __init__(self, called: Mapping[str, str]) -> None:
        super().__init__()
        self._called = called
        self._by: dict[Moment, tuple[datetime, str]] = {}
        row = line(self, spacing=12, margins=(24, 17, 24, 0))
        self.buttons = {moment: StampButton(moment) for moment in Moment}
        for moment, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, moment=moment: self.pressed.emit(moment))
            row.addWidget(button)

    def show_block(self, block: Block, stopped: bool, may: bool) -> None:
        """Show the stamps of a block; `stopped` while a time-out that failed is not settled."""
        following = next((m for m in Moment if stamp_of(block, m) is None), None)
        for moment, button in self.buttons.items():
            at = stamp_of(block, moment)
            if at is not None:
                button.show_state(State.DONE, self._done_words(block, moment, at))
            elif stopped and moment in (Moment.TIME_OUT, Moment.NEEDLE_IN, Moment.NEEDLE_OUT):
                button.show_state(State.STOPPED, self.tr("stopped"))
            elif not may:
                button.show_state(State.WAITS, self.tr("not recorded"))
            else:
                button.show_state(*self._open_state(block, moment, moment is following))

    def _open_state(self, block: Block, moment: Moment, following: bool) -> tuple[State, str]:
        if moment in (Moment.NEEDLE_IN, Moment.NEEDLE_OUT) and block.time_out is None:
            return State.WAITS, self.tr("after the time-out")
        if moment is Moment.NEEDLE_OUT and block.needle_in is None:
            return State.WAITS, self.tr("after needle in")
        if moment is Moment.TIME_OUT:
            return (State.NEXT if following else State.OPEN), self.tr("after all answers")
        return (State.NEXT if following else State.OPEN), self.tr("not yet")

    def _done_words(self, block: Block, moment: Moment, at: datetime) -> str:
        by = self._author(block, moment, at)
        return self.tr("{0}  by {1}").format(show_time(at), by) if by else show_time(at)

    def _author(self, block: Block, moment: Moment, at: datetime) -> str:
        """Who stamped it. One entry is kept for several times: it speaks for the stamp of its own moment."""
        if moment is Moment.TIME_OUT:
            led_by = block.time_out.led_by if block.time_out else ""
            return self._called.get(led_by, led_by)
        entry = block.entered(item_of(moment))
        if entry is not None and entry.at == at:
            self._by[moment] = (at, entry.by)
        known_at, by = self._by.get(moment, (None, ""))
        return by if known_at == at else ""
