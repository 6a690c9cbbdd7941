"""Above the room screen: room, person and clock in a dark bar, the red STOP, the patient in large type."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.shown import show_time
from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Chip
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.levels_echo import sentence_label
from mbb_desktop.ui.parts import IconLabel, clear, line, stack, words
from mbb_desktop.ui.patient_banner import BannerFacts, ChipRows, Mind, PatientBanner
from mbb_desktop.ui.person_words import age_on, allergy_chip, anticoagulant_chip, full_name
from mbb_desktop.ui.room_tiles import Fitted
from mbb_desktop.ui.typed import show_date

translate = QCoreApplication.translate

_TWINS_SHOWN = 2
_SIZES = (35, 18)  # the name, in pixels at 100 percent
_RED, _WHITE = theme.LIGHT["danger"], theme.LIGHT["surface"]  # STOP looks the same in every theme


def room_facts(patient: Patient, today: date, similar: Sequence[Patient]) -> BannerFacts:
    """Who lies there, and what to mind; people with a similar name are spelled out."""
    unknown = translate("room", "not recorded")
    age = translate("room", "{0} y").format(age_on(patient, today))
    facts = (
        (translate("room", "Born"), show_date(patient.born)),
        (translate("room", "Age, sex"), f"{age}, {localized(patient.sex.value) if patient.sex else unknown}"),
        (translate("room", "MRN"), patient.mrn or unknown),
    )
    twins = tuple(_twin_chip(twin) for twin in similar[:_TWINS_SHOWN])
    if len(similar) > _TWINS_SHOWN:
        more = translate("room", "{0} more with a similar name").format(len(similar) - _TWINS_SHOWN)
        twins = (*twins, Chip(more, "warn", "users"))
    chips = (*twins, allergy_chip(patient), anticoagulant_chip(patient.anticoagulant))
    return BannerFacts(full_name(patient), facts, chips)


def _twin_chip(twin: Patient) -> Chip:
    words_ = translate("room", "Similar name: {0}, born {1}")
    return Chip(words_.format(full_name(twin), show_date(twin.born)), "warn", "users")


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a time-out was stopped; `sentences` may hold bold words, `settle` offers the way on."""

    headline: str
    sentences: str
    settle: str
    has_plan: bool


class RoomHead(PatientBanner):
    """Takes the place of the usual banner above the page."""

    lock_asked = Signal()
    settle_asked = Signal()

    def __init__(self, facts: BannerFacts, person: str) -> None:
        QFrame.__init__(self)  # it is laid out differently: the name gives way before anything is cut
        self._bar, self._patient = _Bar(person), QFrame()
        self._patient.setObjectName("patientBanner")
        self._whole = stack(self._patient, spacing=0, margins=(24, 16, 24, 16))
        self._row, self._below = line(spacing=8), line()
        self._whole.addLayout(self._row)
        self._whole.addLayout(self._below)
        self.stop = _StopStrip()
        column = stack(self, spacing=0)
        for part in (self._bar, self.stop, self._patient):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            column.addWidget(part)
        self.show_facts(facts)
        self._bar.lock.clicked.connect(self.lock_asked)
        self.stop.settle.clicked.connect(self.settle_asked)

    def show_facts(self, facts: BannerFacts) -> None:
        """Show the same person after a change."""
        clear(self._row)
        clear(self._below)
        self.setAccessibleName(", ".join([facts.name, *(f"{label} {value}" for label, value in facts.facts)]))
        self._row.addWidget(Fitted(facts.name, _SIZES, weight=700))
        for label, value in facts.facts:
            gap = QSizePolicy.Policy.Maximum  # gives way in a narrow window
            self._row.addItem(QSpacerItem(theme.px(24), 1, gap, QSizePolicy.Policy.Minimum))
            self._row.addLayout(self._fact(label, value))
        self._row.addStretch()
        self._mind = Mind(ChipRows(facts.chips, 440))
        self._row.addWidget(self._mind)
        if self.isVisible():
            self._place_mind()

    def _fact(self, label: str, value: str) -> QVBoxLayout:
        column = stack(spacing=0)
        column.addStretch()
        column.addWidget(words(label, "help"))
        column.addWidget(Fitted(value, (22, 15)))
        column.addStretch()
        return column

    def insert_before(self, widget: QWidget) -> None:
        """The way back stands in the dark bar, as light words."""
        if isinstance(widget, QAbstractButton):
            self._bar.back.clicked.connect(widget.click)
        widget.setParent(self)
        widget.hide()

    def show_room(self, room: str, stage: str) -> None:
        """Where this is, and how far."""
        self._bar.room.setText(room)
        self._bar.stage.setText(stage)

    def show_now(self, now: datetime) -> None:
        """The clock on the wall."""
        self._bar.clock.setText(show_time(now))

    def show_stop(self, stop: Stop | None) -> None:
        """Turn the screen red, or back."""
        self.stop.show_stop(stop)


class _Bar(QFrame):
    def __init__(self, person: str) -> None:
        super().__init__()
        self.setObjectName("roomBar")
        row = line(self, spacing=14, margins=(24, 12, 24, 12))
        self.room, self.stage = words("", "figure"), words("", "pageTitle")
        self.person, self.clock = words(person, "strong"), words("", "figure")
        self.back, self.lock = QPushButton(self.tr("Back   Esc")), QPushButton(self.tr("Lock   Ctrl L"))
        self.back.setAccessibleName(self.tr("Back"))
        self.lock.setAccessibleName(self.tr("Lock"))
        row.addWidget(IconLabel("logo", theme.DARK["accent"], 24))
        for part in (self.room, self.stage):
            row.addWidget(part)
        row.addStretch()
        for part in (self.person, self.clock):
            row.addWidget(part)
        for button in (self.back, self.lock):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        self._worn = -1
        self._wear()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._wear()

    def _wear(self) -> None:
        """The bar is dark in every look, and its words are larger than elsewhere."""
        if self._worn == theme.generation():
            return
        self._worn = theme.generation()
        bright, pale, edge = _WHITE, theme.tokens()["navText"], theme.tokens()["navActiveBg"]
        edge = pale if theme.is_high_contrast() else edge
        for label, size, color in (
            (self.room, 20, bright),
            (self.stage, 18, pale),
            (self.person, 15, bright),
            (self.clock, 24, bright),
        ):
            weight = 400 if label is self.stage else 700
            label.setStyleSheet(f"color: {color}; font-size: {theme.px(size)}px; font-weight: {weight};")
        for button in (self.back, self.lock):
            button.setStyleSheet(
                f"background: transparent; color: {pale}; border: 1px solid {edge};"
                f" padding: {theme.px(5)}px {theme.px(14)}px;"
            )


class _StopStrip(QWidget):
    """White on red: what was entered, what was planned, what the patient said, and the only way on."""

    def __init__(self) -> None:
        super().__init__()
        self.headline, self.sentences = words("", "figure"), sentence_label()
        self.settle = QPushButton()
        self._icon = IconLabel("triangle-alert", _WHITE, 54)
        row = line(self, spacing=20, margins=(24, 12, 24, 12))
        row.addWidget(self._icon)
        text = stack(spacing=2)
        text.addWidget(self.headline)
        text.addWidget(self.sentences)
        row.addLayout(text, 1)
        row.addWidget(self.settle)
        self._worn = -1
        self._wear()
        self.hide()

    def show_stop(self, stop: Stop | None) -> None:
        """Show why, or forget it."""
        self.headline.setText(stop.headline if stop else "")
        self.sentences.setText(stop.sentences if stop else "")
        self.settle.setText(stop.settle if stop else "")
        self.setAccessibleName(stop.headline if stop else "")
        self.setVisible(stop is not None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(QRectF(self.rect()), QColor(_RED))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._wear()

    def _wear(self) -> None:
        if self._worn == theme.generation():
            return
        self._worn = theme.generation()
        self.headline.setStyleSheet(f"color: {_WHITE}; font-size: {theme.px(26)}px; font-weight: 700;")
        self.sentences.setStyleSheet(f"color: {_WHITE}; font-size: {theme.px(15)}px;")
        self.settle.setStyleSheet(_stop_button())


def _stop_button() -> str:
    common = (
        f"border-radius: {theme.px(6)}px; padding: {theme.px(10)}px {theme.px(14)}px;"
        f" font-size: {theme.px(14)}px; font-weight: 600;"
    )
    ring = theme.LIGHT["text"]
    return (
        f"QPushButton {{ color: {_RED}; background: {_WHITE}; border: 2px solid {_WHITE}; {common} }}"
        f"QPushButton:focus {{ border: 2px solid {ring}; }}"
    )
