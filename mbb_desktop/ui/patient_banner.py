"""Whose record this is: name and identifiers at the left, what to mind at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Chip, paint_chip, width_of
from mbb_desktop.ui.parts import Button, body, clear, help_text, line, stack, strong, words
from mbb_desktop.ui.popover import Popover


@dataclass(frozen=True, slots=True)
class BannerDetails:
    """What stands behind a chip: rows of labels and words, then sources."""

    title: str
    rows: tuple[tuple[str, str], ...]
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BannerFacts:
    """The banner's words: `MARSH, Eleanor`, labels with their values, what to mind, and why."""

    name: str
    facts: tuple[tuple[str, str], ...]
    chips: tuple[Chip, ...] = ()
    details: BannerDetails | None = None


class ChipRows(QWidget):
    """Chips at the right edge, in as many rows as they need: none is ever cut off."""

    def __init__(self, chips: Sequence[Chip], widest: int) -> None:
        super().__init__()
        self._chips, self._widest = chips, widest
        self.setAccessibleName(", ".join(chip.text for chip in chips))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        rows = self._rows(theme.px(self._widest))
        wide = max((self._wide(row) for row in rows), default=0.0)
        return QSize(round(wide) + 1, self._high(rows))

    def minimumSizeHint(self) -> QSize:
        widest = max((width_of(chip) for chip in self._chips), default=0.0)
        return QSize(round(widest) + 1, self._high(self._rows(theme.px(self._widest))))

    def heightForWidth(self, width: int) -> int:
        return self._high(self._rows(width))

    def _high(self, rows: Sequence[Sequence[Chip]]) -> int:
        return len(rows) * theme.px(28) - theme.px(4)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        rows = self._rows(self.width())
        top = (self.height() - len(rows) * theme.px(28) + theme.px(4)) / 2
        with QPainter(self) as painter:
            for row in rows:
                left = self.width() - self._wide(row)
                for chip in row:
                    paint_chip(painter, QRectF(left, top, width_of(chip), theme.px(24)), chip)
                    left += width_of(chip) + theme.px(8)
                top += theme.px(28)

    def _wide(self, row: Sequence[Chip]) -> float:
        return sum(width_of(chip) for chip in row) + theme.px(8) * (len(row) - 1)

    def _rows(self, width: int) -> list[list[Chip]]:
        room = min(width, theme.px(self._widest))
        rows: list[list[Chip]] = []
        for chip in self._chips:
            if rows and self._wide([*rows[-1], chip]) <= room:
                rows[-1].append(chip)
            else:
                rows.append([chip])
        return rows


class PatientBanner(QFrame):
    """Stands above everything that belongs to one patient. `large` is read from across a room."""

    def __init__(self, facts: BannerFacts, large: bool = False) -> None:
        super().__init__()
        self.setObjectName("patientBanner")
        self._large = large
        margins = (24, 18, 24, 16) if large else (20, 7, 16, 7)
        self._row = line(self, spacing=40 if large else 24, margins=margins)
        self.show_facts(facts)

    def show_facts(self, facts: BannerFacts) -> None:
        """Show the same person after a change, or another one."""
        clear(self._row)
        self.setAccessibleName(", ".join([facts.name, *(f"{label} {value}" for label, value in facts.facts)]))
        name = words(facts.name, "patientLarge" if self._large else "patient")
        self._row.addWidget(name)
        for label, value in facts.facts:
            self._row.addLayout(self._fact(label, value))
        self._row.addStretch()
        chips = line(spacing=2)
        chips.addWidget(ChipRows(facts.chips, 440 if self._large else 560))
        if facts.details is not None:
            chips.addWidget(self._why(facts.details))
        self._row.addLayout(chips)

    def _why(self, details: BannerDetails) -> Button:
        button = Button(self.tr("Bleeding risk"), "quiet", "info")
        button.setAccessibleDescription(details.title)
        button.clicked.connect(lambda: self._open(button, details))
        return button

    def _open(self, anchor: QWidget, details: BannerDetails) -> None:
        popover = Popover(self.window(), anchor, details.title, wide=520)
        for label, said in details.rows:
            popover.add(strong(label))
            popover.add(body(said))
        popover.add(help_text(details.note))
        for source in details.sources:
            popover.add(help_text(source))
        popover.open()

    def insert_before(self, widget: QWidget) -> None:
        """Put a widget, such as the way back, before the name."""
        self._row.insertWidget(0, widget)

    def _fact(self, label: str, value: str) -> QVBoxLayout:
        column = stack(spacing=0)
        column.addStretch()
        column.addWidget(words(label, "help"))
        column.addWidget(words(value, "factLarge" if self._large else "fact"))
        column.addStretch()
        return column
