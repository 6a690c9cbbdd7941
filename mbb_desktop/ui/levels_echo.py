"""What the levels entry was understood as: spelled out with side chips, asked back, or refused."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.levels import Choice, Levels, Question, Refusal, Unfinished
from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import SideChipLabel
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import TONE_COLORS, Button, IconLabel, Tone, clear, line, put, stack

Reading = Levels | Question | Refusal | Unfinished


def sentence_label(kind: str = "body") -> QLabel:
    """A label that wraps and may hold bold words."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    return label


def bold_before_colon(text: str) -> str:
    """Markup for `Bilateral L4-5: nerves L3 L4` with what stands before the colon in bold."""
    head, colon, rest = text.partition(":")
    return f"<b>{escape(head)}</b>{colon}{escape(rest)}" if colon else escape(text)


def asks_for_side(reading: Reading) -> bool:
    """Whether the entry lacks only its side."""
    return isinstance(reading, Question) and {c.label for c in reading.choices} >= {
        side.value for side in Side
    }


class LevelsEcho(QFrame):
    """One line under the entry; sides as chips, the rest in words."""

    def __init__(self) -> None:
        super().__init__()
        row = line(self, spacing=8, margins=(10, 5, 10, 5))
        self._icon = IconLabel("check", "ok", 16)
        self._chips = {Side.LEFT: SideChipLabel("L", True), Side.RIGHT: SideChipLabel("R", True)}
        self._words = sentence_label()
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        for chip in self._chips.values():
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self._shown: tuple[object, ...] = ()
        self.setMinimumHeight(theme.px(28))

    def show_levels(self, levels: Levels) -> None:
        """Spell out what is recorded; amber when a joint is only half blocked."""
        sides = {target.side for target in levels.targets}
        tone: Tone = "warn" if levels.partly else "ok"
        self._show(levels.echo, tone, "triangle-alert" if levels.partly else "check", sides)

    def show_sentence(self, text: str, tone: Tone, icon: str) -> None:
        """A question, a refusal or a hint."""
        self._show(text, tone, icon, set())

    def text(self) -> str:
        """What it says."""
        return self.accessibleName()

    def _show(self, text: str, tone: Tone, icon: str, sides: set[Side]) -> None:
        shown = (text, tone, icon, frozenset(sides))
        if shown == self._shown:
            return
        self._shown = shown
        text = localized(text)
        self.setAccessibleName(text)
        short = text.replace(": nerves ", ": ").replace(": nerve ", ": ").replace(": nervios ", ": ")
        self._words.setText(bold_before_colon(short) if sides else escape(text))
        self._icon.show_icon(icon, TONE_COLORS[tone][0])
        for side, chip in self._chips.items():
            chip.setVisible(side in sides)
        put(self, "kind", "soft" if tone == "neutral" else tone)


class Chooser(QWidget):
    """Numbered answers, to click or to press by number."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = stack(self, spacing=4)
        self._choices: tuple[Choice, ...] = ()
        self.hide()

    def offer(self, choices: Sequence[Choice], *, numbered: bool) -> None:
        """Show these answers; none hides it."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        clear(self._column)
        for number, choice in enumerate(choices, 1):
            words = f"{number}   {choice.label}" if numbered else choice.label
            button = Button(words, "choice")
            button.clicked.connect(lambda _checked=False, text=choice.text: self.chosen.emit(text))
            self._column.addWidget(button)
        self.setVisible(bool(choices))

    def labels(self) -> tuple[str, ...]:
        """The answers offered."""
        return tuple(choice.label for choice in self._choices)

    def text_of(self, number: int) -> str | None:
        """The entry that answer 1, 2, ... writes; None when there is no such answer."""
        return self._choices[number - 1].text if 1 <= number <= len(self._choices) else None
