"""One pain score: one key each, `1` waits for a possible `0`, and nothing may be scored too early."""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mbb_desktop.clinical.response import Series
from mbb_desktop.ui import theme
from mbb_desktop.ui.parts import paint_focus

Place = tuple[Series, int]
"""Which pain, and for which minute it was asked."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_COMMIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ERASE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_DOTS = (".", ",")
_LONGEST = 5
"""As much of an unreadable number is shown."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One box. `closed` says why nothing can be entered, such as `due 11:31`; `hidden` shows no number."""

    text: str = ""
    closed: str = ""
    hidden: bool = False


class ScoreBox(QWidget):
    """One score. It shows a waiting digit until the next key tells what it was.

    What is no score, such as `0.5` where half points are not used, stays in the box as text and counts for
    nothing until it is taken away.
    """

    typed = Signal(object, object)  # Place, Decimal or None
    erased = Signal(object)
    copy_asked = Signal(object)
    moved = Signal(object, int, int)
    done = Signal(object, str)
    """This box is settled: go on to the next. The digits, when they settled it by themselves."""
    passed_on = Signal(object, str)
    """A digit that belongs to the next box."""
    taken_back = Signal(object, str)
    """The score of this place was only the beginning of these signs."""
    refused = Signal(str)
    """Why a sign cannot be a score; empty when that is over."""
    left = Signal()

    def __init__(self, place: Place, name: str) -> None:
        super().__init__()
        self.place, self._name = place, name
        self.setObjectName(f"score {place[0].value} {place[1]}")
        self.half_points = False
        self.high = 24
        """Pixels at 100 percent."""
        self._cell, self._when, self._waiting, self._resting = Cell(), "", "", False
        self._unread, self._refusing = "", False
        self._just_filled: tuple[Place, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(34), theme.px(self.high))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(22, theme.px(21)), theme.px(self.high))

    def show_cell(self, cell: Cell, when: str = "") -> None:
        """Show a score, a closed box or a hidden score; `when` it was asked for is said aloud."""
        if (cell, when) == (self._cell, self._when) and self.accessibleName():
            return
        self._cell, self._when = cell, when
        self.setEnabled(not cell.closed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if cell.closed else Qt.FocusPolicy.StrongFocus)
        self.setToolTip(cell.closed)
        self._show()

    def _show(self) -> None:
        cell, name = self._cell, f"{self._name}, {self._when}" if self._when else self._name
        said = self.tr("scored, hidden") if cell.hidden else cell.text or cell.closed or self.tr("empty")
        if self._unread:
            said = self.tr("{0}, cannot be read").format(self._unread)
        self.setAccessibleName(f"{name}: {said}")
        self.update()

    def cell(self) -> Cell:
        """What it shows."""
        return self._cell

    def shown(self) -> str:
        """The words in the box, a waiting digit included."""
        return self._unread or self._waiting or ("✓" if self._cell.hidden else self._cell.text)

    def take(self, key: str) -> None:
        """A digit arrives, typed here or passed on by the box before."""
        if self._cell.hidden or self._resting:
            return
        if self._waiting:
            self._take_second(key)
        elif key == "1" or self.half_points:
            self._waiting = key
            self.update()
        else:
            self._commit(Decimal(key), key)

    def rest(self) -> None:
        """There is no further box: a digit too many changes nothing until the box is entered again."""
        self._resting = True

    def comes_after(self, place: Place, digits: str) -> None:
        """These digits have just filled a place: a decimal point that follows belongs to them.

        So does Tab or Enter of a hand that ends each number with it: the digit has moved on already, and a
        second step would put the next score under a later time.
        """
        self._just_filled = (place, digits) if digits else None

    def hold(self, text: str) -> None:
        """Keep signs that are no score, and say why."""
        self._waiting, self._unread = "", text[:_LONGEST]
        self._resting = False
        self._show()
        self._refuse()

    def _refuse(self) -> None:
        self._refusing = True
        half = self.tr("Whole and half numbers from 0 to 10, such as 3.5.")
        self.refused.emit(half if self.half_points else self.tr("Whole numbers from 0 to 10."))

    def _forget_unread(self) -> None:
        self._unread = ""
        self._show()
        self._be_quiet()

    def _be_quiet(self) -> None:
        if self._refusing:
            self._refusing = False
            self.refused.emit("")

    def settle(self) -> None:
        """What waits is a score by itself."""
        if self._waiting:
            number, self._waiting = self._waiting.rstrip("."), ""
            self.typed.emit(self.place, Decimal(number))
            self.update()

    def _take_second(self, key: str) -> None:
        if self._waiting == "1" and key == "0":
            self._waiting = ""
            self._commit(Decimal(10), "10")
        elif self._waiting.endswith(".") and key in "05":
            number, self._waiting = self._waiting[:-1], ""
            self._commit(Decimal(number) + (Decimal("0.5") if key == "5" else 0), f"{number}.{key}")
        elif self._waiting.endswith("."):
            self.hold(self._waiting + key)
        else:
            self.settle()
            self.passed_on.emit(self.place, key)

    def _commit(self, score: Decimal | None, digits: str = "") -> None:
        self.typed.emit(self.place, score)
        self.update()
        self.done.emit(self.place, digits)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        just_filled, self._just_filled = self._just_filled, None
        if event.modifiers() & ~_HARMLESS:
            super().keyPressEvent(event)
            return
        sign, key = event.text(), Qt.Key(event.key())
        if just_filled is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return
        if self._unread:
            taken = self._on_more(sign) or self._on_way_out(key)
        else:
            self._be_quiet()
            taken = self._on_dot(sign, just_filled) or self._on_sign(sign) or self._on_key(key, sign)
        if not taken:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        if next and self._just_filled is not None:
            self._just_filled = None
            return True
        return super().focusNextPrevChild(next)

    def _on_more(self, sign: str) -> bool:
        """Whatever is typed on after an unreadable beginning belongs to it; Enter leaves it where it is."""
        if not sign or not (sign.isprintable() or sign in "\r\n"):
            return False
        self.hold(self._unread + sign.strip())
        return True

    def _on_way_out(self, key: Qt.Key) -> bool:
        if key in (*_ERASE, Qt.Key.Key_Escape):
            self._forget_unread()
            return True
        return key in _ARROWS and self._on_key(key, "")

    def _on_dot(self, sign: str, just_filled: tuple[Place, str] | None) -> bool:
        if sign not in _DOTS or self._cell.hidden:
            return False
        if just_filled is not None:
            place, digits = just_filled
            self.taken_back.emit(place, digits + sign)
        elif self.half_points and self._waiting.isdigit():
            self._waiting += "."
            self.update()
        elif not self._resting:
            self.hold(self._waiting + sign)
        return True

    def _on_sign(self, sign: str) -> bool:
        if sign.isascii() and sign.isdigit():
            self.take(sign)
        elif sign == "-" and not self._cell.hidden:
            self._waiting = ""
            self._commit(None)
        elif sign == "=":
            self._waiting = ""
            self.copy_asked.emit(self.place)
        else:
            return False
        return True

    def _on_key(self, key: Qt.Key, sign: str) -> bool:
        self._resting = False
        if key in _COMMIT:
            self.settle()
            self.done.emit(self.place, "")
        elif key in _ERASE:
            self._erase()
        elif key in _ARROWS:
            self.moved.emit(self.place, *_ARROWS[key])
        elif sign and sign.isprintable():
            self._refuse()
        else:
            return False
        return True

    def _erase(self) -> None:
        if self._waiting:
            self._waiting = ""
            self.update()
        elif not self._cell.hidden:
            self.erased.emit(self.place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._resting = False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        self.left.emit()
        self._just_filled = None
        self._forget_unread()
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._resting = False
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._cell.closed:
                painter.setPen(QPen(theme.color("offEdge"), 1.0, Qt.PenStyle.DashLine))
                painter.setBrush(theme.color("bg"))
            else:
                painter.setPen(QPen(theme.color("field"), 1.0))
                painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(box, theme.px(5), theme.px(5))
            if self.hasFocus():
                paint_focus(painter, QRectF(self.rect()), theme.px(5))
            painter.setFont(theme.font(13, 600))
            painter.setPen(theme.color(self._ink()))
            shown = f"{self._waiting}_" if self._waiting else self.shown()
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)

    def _ink(self) -> str:
        if self._unread:
            return "danger"
        if self._cell.closed:
            return "off"
        return "muted" if self._cell.hidden else "text"
