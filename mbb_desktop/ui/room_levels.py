"""Levels and side entered from the consent form, without any help from the plan."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from mbb_desktop.clinical.anatomy import JointSide, Region, Side, in_order, say_joints
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.levels import Choice, Levels, Question, Refusal, chosen_nerves, read_counted
from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import SideChipLabel
from mbb_desktop.ui.level_text import nerve_text
from mbb_desktop.ui.levels_echo import Chooser, Reading, asks_for_side
from mbb_desktop.ui.parts import Button, IconLabel, line, put, stack, words
from mbb_desktop.ui.room_tiles import Option, TileChoice

Sides = tuple[Side, ...]
LEFT, RIGHT, BOTH = (Side.LEFT,), (Side.RIGHT,), (Side.LEFT, Side.RIGHT)
_WORDS = {LEFT: "left", RIGHT: "right", BOTH: "bilateral"}


class LevelLine(QLineEdit):
    """The line for the levels; Enter goes on once they are understood."""

    entered = Signal()
    number_typed = Signal(int)

    def __init__(self, placeholder: str, high: int) -> None:
        super().__init__()
        self._high = high
        self.takes_numbers = False
        self.setProperty("kind", "entry")
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(self._high))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.text()
        at_end = self.cursorPosition() == len(self.text())
        if event.text() in ("\r", "\n"):
            self.entered.emit()
        elif self.takes_numbers and at_end and number.isdigit() and not self.hasSelectedText():
            self.number_typed.emit(int(number))
        else:
            super().keyPressEvent(event)


class SiteEntry(QWidget):
    """Levels and side as one answer: typed with the usual grammar, the side typed or pressed."""

    edited = Signal()

    def __init__(self, region: Region, vertebrae: Vertebrae | None, high: int = 62) -> None:
        super().__init__()
        self._region, self._vertebrae = region, vertebrae
        self._pressed: Sides = ()
        self.line = LevelLine(self.tr("Levels, for example L34 or C56"), high)
        self.line.setAccessibleName(self.tr("Levels"))
        self._icon, self._echo = IconLabel("check", "ok", 18), words("", "pageTitle")
        self._chips = {Side.LEFT: SideChipLabel("L", True), Side.RIGHT: SideChipLabel("R", True)}
        self._chooser = Chooser()
        self.sides: TileChoice[Sides] = TileChoice(
            self.tr("Side"),
            [
                Option(LEFT, self.tr("Left"), ("L",), "l"),
                Option(RIGHT, self.tr("Right"), ("R",), "r"),
                Option(BOTH, self.tr("Bilateral"), ("L", "R"), "b"),
            ],
            high,
        )
        self._build()
        self._connect()
        self._show()

    def hasHeightForWidth(self) -> bool:
        """A sentence that wraps must not keep the targets from getting smaller in a low window."""
        return False

    def joints(self) -> tuple[JointSide, ...]:
        """The joints with their sides; empty while anything is unclear."""
        reading = self.reading()
        return reading.joints if isinstance(reading, Levels) else ()

    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def spelling(self) -> str:
        """Levels and side as one text that reads the same again; while unclear what was typed."""
        reading = self.reading()
        return reading.spelling if isinstance(reading, Levels) else self.text()

    def sides_entered(self) -> Sides:
        """Every side that was typed or pressed, also while the levels are not clear yet."""
        found = {joint.side for joint in self.joints()} or {*self._pressed}
        return tuple(side for side in Side if side in found)

    def show_answer(self, text: str, sides: Iterable[Side] = ()) -> None:
        """Show what was answered before; a side that the text does not name may be given."""
        self.line.setText(text)
        self._pressed = tuple(side for side in Side if side in {*sides})
        self._show()

    def clear(self) -> None:
        """Forget the answer."""
        self.show_answer("")

    def enter(self) -> None:
        """Put the keyboard on what is missing: the levels, else the side."""
        if asks_for_side(self.reading()):
            self.sides.enter()
        else:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def freeze(self, frozen: bool) -> None:
        """Show the answer without letting it be changed."""
        self.line.setReadOnly(frozen)
        self.sides.setEnabled(not frozen)
        self._chooser.setEnabled(not frozen)

    def show_wrong(self, side: bool, levels: bool) -> None:
        """Mark in red what does not agree."""
        self.sides.show_wrong(side)
        put(self.line, "wrong", "true" if levels else "false")

    def reading(self) -> Reading:
        """How the answer is understood, with the side that was pressed where the text names none."""
        reading = self._read(self.text())
        if not (self._pressed and isinstance(reading, Question) and asks_for_side(reading)):
            return reading
        wanted = _WORDS[self._pressed]
        return self._read(next(choice.text for choice in reading.choices if choice.label == wanted))

    def echo(self) -> str:
        """What stands below the line."""
        return self._echo.text()

    def _read(self, text: str) -> Reading:
        return read_counted(text, region=self._region, vertebrae=self._vertebrae)

    # Building and showing

    def _build(self) -> None:
        column = stack(self, spacing=8)
        column.addWidget(self.line)
        row = line(spacing=8)
        row.addWidget(self._icon)
        for chip in self._chips.values():
            row.addWidget(chip)
        row.addWidget(self._echo, 1)
        self._echo.setWordWrap(True)
        column.addLayout(row)
        column.addWidget(self._chooser)
        column.addWidget(self.sides)

    def _connect(self) -> None:
        self.line.textEdited.connect(self._on_typed)
        self.line.entered.connect(self._on_enter)
        self.line.number_typed.connect(self._on_number)
        self._chooser.chosen.connect(self._on_choice)
        self.sides.chosen.connect(self._on_side)

    def _show(self) -> None:
        reading = self.reading()
        named = isinstance(self._read(self.text()), Levels)
        self.sides.set_value(self._one_side(reading) if named else self._pressed or None)
        self._show_echo(reading)
        choices = self._choices(reading)
        asked = isinstance(reading, Question)
        self._chooser.offer(choices, numbered=asked)
        self.line.takes_numbers = bool(choices) and asked
        self._order_chooser()

    def _order_chooser(self) -> None:
        """Answers that appear come after the line in the Tab order, not after everything."""
        before: QWidget = self.line
        for button in self._chooser.findChildren(Button):
            QWidget.setTabOrder(before, button)
            before = button

    def _one_side(self, reading: Reading) -> Sides | None:
        by_joint: dict[str, set[Side]] = {}
        for joint in reading.joints if isinstance(reading, Levels) else ():
            by_joint.setdefault(joint.joint, set()).add(joint.side)
        kinds = {tuple(side for side in Side if side in sides) for sides in by_joint.values()}
        return kinds.pop() if len(kinds) == 1 else None

    def _show_echo(self, reading: Reading) -> None:
        text, tone, icon = self._echo_words(reading)
        sides = {joint.side for joint in self.joints()}
        self._echo.setText(text)
        put(self._echo, "tone", tone)
        self._icon.show_icon(icon, tone or "ok")
        for side, chip in self._chips.items():
            chip.setVisible(side in sides)
        for part in (self._icon, self._echo):
            part.setVisible(bool(text))

    def _echo_words(self, reading: Reading) -> tuple[str, str, str]:
        if isinstance(reading, Levels) and reading.joints:
            return say_joints(reading.joints), "", "check"
        if isinstance(reading, Levels):
            return self.tr("Name the joints, as on the consent form."), "warn", "circle-alert"
        if isinstance(reading, Refusal):
            return reading.sentence, "danger", "circle-alert"
        if isinstance(reading, Question) and not asks_for_side(reading):
            return reading.sentence, "warn", "circle-alert"
        return "", "", "check"

    def _choices(self, reading: Reading) -> tuple[Choice, ...]:
        if isinstance(reading, Refusal):
            return tuple(Choice(text, text) for text in reading.suggestions)
        if isinstance(reading, Question) and not asks_for_side(reading):
            return reading.choices
        return ()

    # What the person does

    def _on_typed(self, _text: str) -> None:
        if isinstance(self._read(self.text()), Levels):
            self._pressed = ()  # the text names its own side now
        self._show()
        self.edited.emit()

    def _on_enter(self) -> None:
        if isinstance(self.reading(), Levels) or asks_for_side(self.reading()):
            self.sides.enter()

    def _on_number(self, number: int) -> None:
        text = self._chooser.text_of(number)
        if text is None:
            self.line.insert(str(number))
        else:
            self.line.setText(text)
        self._on_typed("")

    def _on_choice(self, text: str) -> None:
        self.line.setText(text)
        self.line.setFocus()
        self._on_typed(text)

    def _on_side(self) -> None:
        pressed = self.sides.value() or ()
        typed = self._read(self.text())
        if isinstance(typed, Levels):
            self.line.setText(_without_side(typed, self._vertebrae))
        self._pressed = pressed
        self._show()
        self.edited.emit()


def _without_side(levels: Levels, vertebrae: Vertebrae | None) -> str:
    """The same joints and single nerves, their side left open; nerves that were chosen stay chosen."""
    chosen = {place: chosen_nerves(place, vertebrae) for place in in_order(levels.joints)}
    names = dict.fromkeys(place.joint for place, nerves in chosen.items() if not nerves)
    alone = levels.targets if not levels.joints else [n for nerves in chosen.values() for n in nerves]
    nerves = dict.fromkeys(nerve_text(place.nerve) for place in alone)
    return " ".join([*names, *nerves])
