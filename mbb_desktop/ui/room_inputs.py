"""Inputs that only the room needs: blood pressure, temperature, a vial's expiry, a product, a blind score."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox, QWidget

from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.written_dates import MONTH_WORDS
from mbb_desktop.ui import typed
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.choices import Combo
from mbb_desktop.ui.editors import DateEditor, DecimalEditor, Editor, LineEditor
from mbb_desktop.ui.fact_field import PastMomentEditor
from mbb_desktop.ui.parts import line

Pressure = tuple[int, int]
Product = tuple[str, Decimal | None]


class PressureEditor(LineEditor[Pressure | None]):
    """Systolic and diastolic pressure in mmHg, typed as `142/84`."""

    def __init__(self) -> None:
        super().__init__(None, "mmHg")

    def read(self, text: str) -> Pressure | None:
        if not text.strip():
            return None
        found = re.fullmatch(r"\s*(\d{2,3})\s*[/ ]\s*(\d{2,3})\s*", text, re.ASCII)
        if found is None:
            raise typed.NotUnderstood(self.tr("Write both numbers, for example 142/84."))
        systolic, diastolic = int(found[1]), int(found[2])
        if not 40 <= systolic <= 300 or not 20 <= diastolic < systolic:
            raise typed.NotUnderstood(self.tr("Check both numbers: the upper one first, for example 142/84."))
        return systolic, diastolic

    def written(self, value: Pressure | None) -> str:
        return "" if value is None else f"{value[0]}/{value[1]}"


class TemperatureEditor(DecimalEditor):
    """Degrees Celsius, 30 to 43."""

    def __init__(self) -> None:
        super().__init__(Decimal("0.1"), "°C", Decimal(30), Decimal(43))

    def read(self, text: str) -> Decimal | None:
        number = typed.read_number(text)
        if number is not None and 86 <= number <= 110:
            celsius = ((number - 32) * 5 / 9).quantize(Decimal("0.1"), ROUND_HALF_UP)
            told = self.tr("Enter degrees Celsius. {0} °F is {1} °C.")
            raise typed.NotUnderstood(told.format(plain(number), plain(celsius)))
        return super().read(text)


class ExpiryEditor(DateEditor):
    """The expiry on a vial, `31 Aug 2027` or `08/2027` for the end of that month; a past one is refused."""

    def __init__(self, today: date) -> None:
        super().__init__(placeholder="mmm yyyy")
        self._today = today

    def read(self, text: str) -> date | None:
        expires_on = _end_of_month(text) or typed.read_date(text)
        if expires_on is not None and expires_on < self._today:
            told = self.tr("Expired {0}. Take another vial.")
            raise typed.NotUnderstood(told.format(typed.show_date(expires_on)))
        return expires_on


def _end_of_month(text: str) -> date | None:
    """The last day of a month written without a day; None when it is written in any other way."""
    number = re.fullmatch(r"\s*(\d{1,2})\s*[/.\- ]\s*(20\d{2})\s*", text, re.ASCII)
    name = re.fullmatch(r"\s*([^\W\d_]{3,10})[\s.\-/]*(20\d{2})\s*", text)
    if number is not None:
        year, month = int(number[2]), int(number[1])
    elif name is not None and (named := MONTH_WORDS.get(name[1][:3].lower())) is not None:
        year, month = int(name[2]), named
    else:
        return None
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None


class LeavingEditor(PastMomentEditor):
    """When the patient left for home: passed, and not before the last score or the last stamp."""

    def read(self, text: str) -> datetime | None:
        at = super().read(text)
        last = last_moment(self._draft)
        if at is not None and last is not None and at < last.replace(second=0, microsecond=0):
            told = self.tr("The last score or stamp is from {0}. Discharge follows it.")
            raise typed.NotUnderstood(told.format(f"{last:%H:%M}"))
        return at


def last_moment(draft: BlockDraft) -> datetime | None:
    """The latest of the stamps and of the scores taken in the clinic."""
    block = draft.block
    readings = [r.at for r in draft.response.readings if r.at.date() == block.performed_on]
    here = [at for at in readings if at <= draft.now() and _in_clinic(draft, at)]
    stamps = [at for at in (block.needle_out, block.left_room) if at is not None]
    return max([*here, *stamps], default=None)


def _in_clinic(draft: BlockDraft, at: datetime) -> bool:
    return any(r.at == at and r.mode.value == "in clinic" for r in draft.response.readings)


class ProductEditor(Editor[Product | None]):
    """A product in a strength, from a list; one that is recorded and not in the list is added to it."""

    def __init__(self, offered: Sequence[tuple[Product, str]], empty: str) -> None:
        super().__init__()
        self._products: list[Product] = []
        self.combo = Combo()
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(6)
        self.combo.addItem(empty)
        for product, words in offered:
            self._add(product, words)
        line(self).addWidget(self.combo, 1)
        self.setFocusProxy(self.combo)
        self.watch_leaving(self.combo)
        self.combo.activated.connect(self._on_activated)

    def value(self) -> Product | None:
        at = self.combo.currentIndex() - 1
        return self._products[at] if at >= 0 else None

    def set_value(self, value: Product | None) -> None:
        if value is not None and value not in self._products:
            self._add(value, value[0] if value[1] is None else f"{value[0]}, {plain(value[1])} mg/mL")
        self.combo.setCurrentIndex(0 if value is None else self._products.index(value) + 1)

    def text(self) -> str:
        """The words of what is chosen."""
        return self.combo.currentText()

    def inputs(self) -> list[QWidget]:
        return [self.combo]

    def _add(self, product: Product, words: str) -> None:
        self._products.append(product)
        self.combo.addItem(words)

    def _on_activated(self, _row: int) -> None:
        self.edited.emit()


class ScoreEditor(DecimalEditor):
    """A number from 0 to 10. While it is covered it shows that there is a score, not which."""

    def __init__(self) -> None:
        super().__init__(Decimal(1), "", Decimal(0), Decimal(10))
        self._cover, self._when_empty = "", ""
        self._covered: Decimal | None = None

    def allow_halves(self, allowed: bool) -> None:
        """Whether scores may be given in half points."""
        self._step = Decimal("0.5") if allowed else Decimal(1)

    def say_when_empty(self, words: str) -> None:
        """Words in the empty input, such as when the score is due."""
        self._when_empty = words
        self._hint()

    def cover(self, words: str) -> None:
        """Show these words instead of the score until the input is entered; empty shows the score."""
        self._cover = words
        if not self.line.hasFocus():
            self.set_value(self.value())

    def is_covered(self) -> bool:
        """Whether a score is there and not shown."""
        return self._covered is not None

    def value(self) -> Decimal | None:
        return self._covered if self._covered is not None else super().value()

    def set_value(self, value: Decimal | None) -> None:
        hide = bool(self._cover) and value is not None and not self.line.hasFocus()
        self._covered = value if hide else None
        self.line.setText("" if hide else self.written(value))
        self._hint()

    def problem(self) -> str:
        return "" if self.is_covered() else super().problem()

    def leaving(self) -> None:
        super().leaving()
        if not self.problem():
            self.set_value(self.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self._covered is not None:
            self.line.setText(self.written(self._covered))
            self._covered = None
        return super().eventFilter(watched, event)

    def _hint(self) -> None:
        self.line.setPlaceholderText(self._cover if self.is_covered() else self._when_empty)
