"""Inputs for one value each: text, date, time, number, secret; and the choices, under one roof."""

from datetime import date, time
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mbb_desktop.clinical.radiation import question_about
from mbb_desktop.clinical.text import clean_text
from mbb_desktop.ui import phrase_keys, theme, typed
from mbb_desktop.ui.choices import ChoiceEditor, Combo, MultiChoice, Segments, YesNoEditor
from mbb_desktop.ui.editor import Editor, LineEditor
from mbb_desktop.ui.parts import line
from mbb_desktop.ui.secret_editor import SecretEditor

translate = QCoreApplication.translate

__all__ = [
    "ChoiceEditor",
    "Combo",
    "DateEditor",
    "DecimalEditor",
    "Editor",
    "IntegerEditor",
    "LineEditor",
    "LongTextEditor",
    "MultiChoice",
    "SecondsEditor",
    "SecretEditor",
    "Segments",
    "TextEditor",
    "TimeEditor",
    "YesNoEditor",
]


class TextEditor(LineEditor[str]):
    """One line of text, without the spaces around it."""

    def __init__(self, placeholder: str = "", max_length: int = 200) -> None:
        super().__init__("", placeholder=placeholder)
        self.line.setMaxLength(max_length)

    def read(self, text: str) -> str:
        return _clean(text)

    def written(self, value: str) -> str:
        return value

    def expand(self, key: QEvent) -> bool:
        return phrase_keys.expand_line(self.line, key, self.stepped.emit)


class LongTextEditor(Editor[str]):
    """Several lines of text, up to a length that every paper can print."""

    def __init__(self, placeholder: str = "", lines: int = 3, max_length: int = 10_000) -> None:
        super().__init__()
        self._max_length = max_length
        self.area = QPlainTextEdit()
        self.area.setPlaceholderText(placeholder)
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(theme.px(18 * lines + 14))
        line(self).addWidget(self.area)
        self.setFocusProxy(self.area)
        self.watch_leaving(self.area)
        self.area.textChanged.connect(self._on_changed)
        self._showing = False

    def value(self) -> str:
        try:
            return self._read()
        except typed.NotUnderstood:
            return ""

    def _read(self) -> str:
        said = _clean(self.text())
        if (over := len(said) - self._max_length) > 0:
            raise typed.NotUnderstood(
                self.tr("The text is too long. Shorten it by {0} characters.").format(over)
            )
        return said

    def set_value(self, value: str) -> None:
        self._showing = True
        self.area.setPlainText(value)
        self._showing = False

    def problem(self) -> str:
        try:
            self._read()
        except typed.NotUnderstood as unclear:
            return str(unclear)
        return ""

    def text(self) -> str:
        """What was typed, as it was typed."""
        return self.area.toPlainText()

    def inputs(self) -> list[QWidget]:
        return [self.area]

    def expand(self, key: QEvent) -> bool:
        return phrase_keys.expand_area(self.area, key, self.stepped.emit)

    def _on_changed(self) -> None:
        if not self._showing:
            self.edited.emit()


def _clean(text: str) -> str:
    try:
        return clean_text(text).strip()
    except ValueError as unfit:
        raise typed.NotUnderstood(str(unfit)) from None


class DateEditor(LineEditor[date | None]):
    """A day between two bounds, typed in many ways, shown as `14-Mar-1961`."""

    def __init__(
        self, earliest: date | None = None, latest: date | None = None, placeholder: str = ""
    ) -> None:
        super().__init__(None, placeholder=placeholder or self.tr("dd mmm yyyy"))
        self._earliest, self._latest = earliest, latest

    def read(self, text: str) -> date | None:
        return typed.read_date(text, self._earliest, self._latest)

    def written(self, value: date | None) -> str:
        return typed.show_date(value)


class TimeEditor(LineEditor[time | None]):
    """A time of day, typed as `1031` or `10:31`, shown as `10:31`."""

    def __init__(self, placeholder: str = "") -> None:
        super().__init__(None, placeholder=placeholder or self.tr("hh:mm"))

    def read(self, text: str) -> time | None:
        return typed.read_time(text)

    def written(self, value: time | None) -> str:
        return typed.show_time(value)


class DecimalEditor(LineEditor[Decimal | None]):
    """An exact number no finer than `step`; the unit stands outside right."""

    def __init__(
        self,
        step: Decimal,
        unit: str = "",
        lowest: Decimal | None = Decimal(0),
        highest: Decimal | None = None,
    ) -> None:
        super().__init__(None, unit)
        self._step, self._lowest, self._highest = step, lowest, highest
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)

    def read(self, text: str) -> Decimal | None:
        return _number_between(text, self._step, self._lowest, self._highest)

    def written(self, value: Decimal | None) -> str:
        return typed.show_number(value)


class IntegerEditor(LineEditor[int | None]):
    """A whole number between two bounds."""

    def __init__(self, unit: str = "", lowest: int = 0, highest: int | None = None) -> None:
        super().__init__(None, unit)
        self._lowest = Decimal(lowest)
        self._highest = None if highest is None else Decimal(highest)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def read(self, text: str) -> int | None:
        number = _number_between(text, Decimal(1), self._lowest, self._highest)
        return None if number is None else int(number)

    def written(self, value: int | None) -> str:
        return "" if value is None else str(value)


def _number_between(
    text: str, step: Decimal, lowest: Decimal | None, highest: Decimal | None
) -> Decimal | None:
    number = typed.read_number(text)
    if number is None:
        return None
    if number % step:
        raise typed.NotUnderstood(_too_fine(step))
    if lowest is not None and number < lowest:
        raise typed.NotUnderstood(
            translate("editors", "Enter {0} or more.").format(typed.show_number(lowest))
        )
    if highest is not None and number > highest:
        raise typed.NotUnderstood(
            translate("editors", "Enter {0} or less.").format(typed.show_number(highest))
        )
    return number


def _too_fine(step: Decimal) -> str:
    if step == 1:
        return translate("editors", "Enter a whole number.")
    return translate("editors", "Enter it in steps of {0}.").format(typed.show_number(step))


class SecondsEditor(LineEditor[int | None]):
    """Seconds, typed as `42` or `1:12`; a bare number that may be minutes is asked about."""

    def __init__(self) -> None:
        super().__init__(None, "s")

    def read(self, text: str) -> int | None:
        seconds = typed.read_seconds(text)
        asked = "" if seconds is None or not text.strip().isdigit() else question_about(seconds)
        if asked:
            raise typed.NotUnderstood(asked)
        return seconds

    def written(self, value: int | None) -> str:
        if value is None:
            return ""
        return f"{value} s" if question_about(value) else str(value)
