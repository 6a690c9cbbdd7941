"""Whose record this is: name and identifiers at the left, what to mind at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Chip, paint_chip, width_of
from mbb_desktop.ui.parts import Button, body, clear, help_text, line, stack, strong, words
from mbb_desktop.ui.popover import Popover

_NO_END = 1 << 20


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
        self._chips, self._widest, self._alone = chips, widest, False
        self.setAccessibleName(", ".join(chip.text for chip in chips))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        rows = self._rows(self._most())
        wide = max((self._wide(row) for row in rows), default=0.0)
        return QSize(round(wide) + 1, self._high(rows))

    def minimumSizeHint(self) -> QSize:
        widest = max((width_of(chip) for chip in self._chips), default=0.0)
        return QSize(round(widest) + 1, self._high(self._rows(self._most())))

    def stand_alone(self, alone: bool) -> None:
        """Take the whole width, from the left, or share a row and stand at its right end."""
        if alone != self._alone:
            self._alone = alone
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        return self._high(self._rows(width))

    def _high(self, rows: Sequence[Sequence[Chip]]) -> int:
        return max(len(rows) * theme.px(28) - theme.px(4), 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self._high(self._rows(self.width())))  # a safety chip is never half visible

    def paintEvent(self, _event: QPaintEvent) -> None:
        rows = self._rows(self.width())
        top = (self.height() - len(rows) * theme.px(28) + theme.px(4)) / 2
        with QPainter(self) as painter:
            for row in rows:
                left = 0.0 if self._alone else self.width() - self._wide(row)
                for chip in row:
                    paint_chip(painter, QRectF(left, top, width_of(chip), theme.px(24)), chip)
                    left += width_of(chip) + theme.px(8)
                top += theme.px(28)

    def _wide(self, row: Sequence[Chip]) -> float:
        return sum(width_of(chip) for chip in row) + theme.px(8) * (len(row) - 1)

    def _most(self) -> int:
        return _NO_END if self._alone else theme.px(self._widest)

    def _rows(self, width: int) -> list[list[Chip]]:
        room = min(width, self._most())
        rows: list[list[Chip]] = []
        for chip in self._chips:
            if rows and self._wide([*rows[-1], chip]) <= room:
                rows[-1].append(chip)
            else:
                rows.append([chip])
        return rows


class Mind(QWidget):
    """What to mind, at the end of a row; it goes below the row where there is no room beside the rest."""

    def __init__(self, chips: ChipRows, why: QWidget | None = None) -> None:
        super().__init__()
        self._chips = chips
        inner = line(self, spacing=2)
        inner.addWidget(chips, 1)
        if why is not None:
            inner.addWidget(why)

    def place(self, row: QHBoxLayout, below: QHBoxLayout, room: int) -> None:
        """Stand at the end of the row when both fit into the room, else below it."""
        own = self.minimumSizeHint().width() + row.spacing()
        need = row.minimumSize().width() + (own if row.indexOf(self) < 0 else 0)
        fits = need <= room
        wanted = row if fits else below
        if wanted.indexOf(self) < 0:
            wanted.addWidget(self)
            below.setContentsMargins(0, 0 if fits else theme.px(6), 0, 0)
        self._chips.stand_alone(not fits)


class PatientBanner(QFrame):
    """Stands above everything that belongs to one patient. `large` is read from across a room."""

    def __init__(self, facts: BannerFacts, large: bool = False) -> None:
        super().__init__()
        self.setObjectName("patientBanner")
        self._large = large
        margins = (24, 18, 24, 16) if large else (20, 7, 16, 7)
        self._whole = stack(self, spacing=0, margins=margins)
        self._row, self._below = line(spacing=40 if large else 24), line()
        self._whole.addLayout(self._row)
        self._whole.addLayout(self._below)
        self._mind: Mind | None = None
        self.show_facts(facts)

    def show_facts(self, facts: BannerFacts) -> None:
        """Show the same person after a change, or another one."""
        clear(self._row)
        clear(self._below)
        self.setAccessibleName(", ".join([facts.name, *(f"{label} {value}" for label, value in facts.facts)]))
        name = words(facts.name, "patientLarge" if self._large else "patient")
        self._row.addWidget(name)
        for label, value in facts.facts:
            self._row.addLayout(self._fact(label, value))
        self._row.addStretch()
        why = None if facts.details is None else self._why(facts.details)
        self._mind = Mind(ChipRows(facts.chips, 440 if self._large else 560), why)
        self._row.addWidget(self._mind)
        if self.isVisible():
            self._place_mind()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_mind()

    def _place_mind(self) -> None:
        margins = self._whole.contentsMargins()
        if self._mind is not None:
            room = self.width() - margins.left() - margins.right()
            self._mind.place(self._row, self._below, room)

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
        if self.isVisible():
            self._place_mind()

    def take_out(self, widget: QWidget) -> None:
        """Take out what was put before the name, to keep it."""
        self._row.removeWidget(widget)

    def _fact(self, label: str, value: str) -> QVBoxLayout:
        column = stack(spacing=0)
        column.addStretch()
        column.addWidget(words(label, "help"))
        column.addWidget(words(value, "factLarge" if self._large else "fact"))
        column.addStretch()
        return column
