"""Needle-out time and fluoroscopy: two short rows of numbers that nothing is filled into by itself."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QPushButton, QWidget

from mbb_desktop.clinical.block import DapUnit, Fluoroscopy, HowEntered, Item, KermaUnit
from mbb_desktop.clinical.charting import with_fluoroscopy, with_needle_out
from mbb_desktop.clinical.radiation import from_mgy, from_mgy_cm2, to_mgy, to_mgy_cm2
from mbb_desktop.ui import theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.compact import compact, compact_field
from mbb_desktop.ui.editors import DecimalEditor, LineEditor, SecondsEditor
from mbb_desktop.ui.elided import ElidedLabel
from mbb_desktop.ui.fact_field import PastMomentEditor
from mbb_desktop.ui.parts import (
    Button,
    appear,
    body,
    keycap,
    line,
    muted,
    put,
    section_title,
    stack,
    words,
)

_AGO = re.compile(r"\s*-\s*(\d{1,3})\s*")
_NOW = ("n", "now")
_FORMS = (
    (700, ((0, 0, 1), (0, 1, 1), (0, 3, 1), (0, 4, 1), (0, 5, 1))),
    (525, ((0, 0, 2), (1, 0, 2), (0, 3, 1), (1, 3, 3), (0, 5, 1))),
    (0, ((0, 0, 5), (1, 0, 6), (2, 0, 5), (3, 0, 6), (0, 5, 1))),
)
"""From which width on (pixels at 100 percent) the two titles, their inputs and the key stand at these rows,
columns and columns taken: all in a row, each title above its inputs, or all below each other."""


class NeedleOutEditor(PastMomentEditor):
    """A time of day that has passed; `n` is now and `-5` five minutes ago."""

    def leaving(self) -> None:
        typed = self.text().strip().lower()
        ago = _AGO.fullmatch(typed)
        if typed in _NOW or ago:
            self.set_value(whole_minute(self._draft.now()) - timedelta(minutes=int(ago[1]) if ago else 0))
            self.edited.emit()
        super().leaving()

    def problem(self) -> str:
        typed = self.text().strip().lower()
        return "" if typed in _NOW or _AGO.fullmatch(typed) else super().problem()


def whole_minute(at: datetime) -> datetime:
    """The minute on the clock."""
    return at.replace(second=0, microsecond=0)


class UnitPicker(QPushButton):
    """The unit beside a number, picked from a list."""

    picked = Signal(object)

    def __init__(self, units: Sequence[DapUnit | KermaUnit], label: str) -> None:
        super().__init__()
        self.setProperty("kind", "link")
        self.setStyleSheet("QPushButton { padding: 4px 2px } QPushButton::menu-indicator { width: 0px }")
        self._label = label
        menu = QMenu(self)
        for unit in units:
            action = QAction(unit.value, menu)
            action.triggered.connect(lambda _checked=False, unit=unit: self.picked.emit(unit))
            menu.addAction(action)
        self.setMenu(menu)

    def show_unit(self, unit: DapUnit | KermaUnit | None) -> None:
        """Name the unit, or ask for it."""
        said = self.tr("unit?") if unit is None else unit.value
        if self.text() != said:
            self.setText(said)
            self.setAccessibleName(f"{self._label}: {said}")


class TimesPanel(QWidget):
    """Needle out at the left, fluoroscopy at the right, what is wrong below."""

    def __init__(self, draft: BlockDraft) -> None:
        super().__init__()
        self._draft = draft
        self._dap_unit: DapUnit | None = draft.remembered_dap_unit()
        self._ago: list[QPushButton] = []
        self._waiting: dict[LineEditor[Any], str] = {}  # what was typed and cannot be kept yet
        column = stack(self, spacing=4)
        self._parts = (self._needle_out_head(), self._needle_out_inputs(), self._fluoroscopy_head())
        self._inputs, self._key = self._fluoroscopy_inputs(), keycap("F4")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(6))
        self._grid.setVerticalSpacing(theme.px(3))
        self._grid.setColumnStretch(2, 1)
        self._form = -1
        self._lay_out(1)
        column.addLayout(self._grid)
        self._problem = words("", "help", "danger")
        self._problem.setWordWrap(True)
        self._problem.hide()
        column.addWidget(self._problem)
        column.addWidget(self._none_used_question())
        self.refresh()

    # Building

    def _lay_out(self, form: int) -> None:
        if form == self._form:
            return
        self._form = form
        parts = (*self._parts, self._inputs, self._key)
        for widget, (row, column, span) in zip(parts, _FORMS[form][1], strict=True):
            below_each_other = form > 1 and widget in (self._parts[1], self._inputs)
            at = Qt.AlignmentFlag.AlignLeft if below_each_other else Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(widget, row, column, 1, span, at)
        self._source.setVisible(form > 0)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrowest form: a pane that gets narrower can leave a wider one."""
        inputs = max(side.minimumSizeHint().width() for side in (self._parts[1], self._inputs))
        return QSize(inputs, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = [max(theme.px(wide), self._least(at)) for at, (wide, _places) in enumerate(_FORMS)]
        self._lay_out(next(at for at, wide in enumerate(least) if self.width() >= wide))

    def _least(self, form: int) -> int:
        """What the words of a form need; at another size of the text they are not quite in proportion."""
        shown = (*self._parts, self._inputs, self._key)
        out, out_inputs, dose, dose_inputs, key = (each.minimumSizeHint().width() for each in shown)
        if form == 0:
            return out + out_inputs + dose + dose_inputs + key + theme.px(6 * 5)
        return max(out, out_inputs) + max(dose + key, dose_inputs) + theme.px(6 * 4) if form == 1 else 0

    def _needle_out_head(self) -> QWidget:
        holder = QWidget()
        head = line(holder)
        self._source = ElidedLabel()
        head.addWidget(section_title(self.tr("Needle out")))
        head.addWidget(self._source, 1)
        return holder

    def _needle_out_inputs(self) -> QWidget:
        holder = QWidget()
        row = line(holder, spacing=6)
        self.needle_out = NeedleOutEditor(self._draft)
        self.needle_out.line.setObjectName("needle out")
        self.needle_out.name(self.tr("Needle out"))
        self.needle_out.setProperty("records", "needle_out")
        self.needle_out.line.setStyleSheet(compact_field())
        self.needle_out.set_width(62)
        self.needle_out.edited.connect(self._on_needle_out)
        self.needle_out.left.connect(self._on_left)
        row.addWidget(self.needle_out)
        row.addLayout(self._ago_buttons())
        row.addStretch()
        return holder

    def _ago_buttons(self) -> QHBoxLayout:
        row = line(spacing=0)
        choices = (
            (0, self.tr("now"), "first"),
            (5, self.tr("5 min ago"), "middle"),
            (10, self.tr("10 min ago"), "last"),
        )
        for minutes, said, place in choices:
            button = QPushButton(said)
            button.setProperty("kind", "segment")
            button.setProperty("place", place)
            button.setAutoDefault(False)
            button.setStyleSheet(compact())
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.setAccessibleName(self.tr("Needle out {0}").format(said))
            button.clicked.connect(lambda _checked=False, minutes=minutes: self.needle_out_ago(minutes))
            self._ago.append(button)
            row.addWidget(button)
        return row

    def _fluoroscopy_head(self) -> QWidget:
        holder = QWidget()
        head = line(holder)
        self._none_used = muted("")
        head.addWidget(section_title(self.tr("Fluoroscopy")))
        head.addWidget(self._none_used)
        head.addStretch()
        return holder

    def _fluoroscopy_inputs(self) -> QWidget:
        holder = QWidget()
        row = line(holder, spacing=5)
        self.seconds: LineEditor[Any] = SecondsEditor()
        self.kerma: LineEditor[Any] = DecimalEditor(Decimal("0.000001"))
        self.dap: LineEditor[Any] = DecimalEditor(Decimal("0.0001"))
        self.kerma_unit = UnitPicker(tuple(KermaUnit), self.tr("Unit of air kerma"))
        self.dap_unit = UnitPicker(tuple(DapUnit), self.tr("Unit of dose area product"))
        inputs = (
            (
                self.seconds,
                self.tr("Fluoroscopy time in seconds"),
                "fluoroscopy.seconds fluoroscopy.none_used",
            ),
            (self.kerma, self.tr("Air kerma"), "fluoroscopy.air_kerma fluoroscopy.air_kerma_unit"),
            (self.dap, self.tr("Dose area product"), "fluoroscopy.dap fluoroscopy.dap_unit"),
        )
        for editor, name, records in inputs:
            editor.name(name)
            editor.line.setObjectName(name)
            editor.setProperty("records", records)
            editor.line.setStyleSheet(compact_field())
            editor.set_width(46)
            editor.edited.connect(self._on_fluoroscopy)
            editor.left.connect(self._on_left)
        self.kerma_unit.picked.connect(self._on_kerma_unit)
        self.dap_unit.picked.connect(self._on_dap_unit)
        for part in (self.seconds, self.kerma, self.kerma_unit, self.dap, self.dap_unit):
            row.addWidget(part)
        return holder

    def _none_used_question(self) -> QFrame:
        self._question = QFrame()
        put(self._question, "kind", "warn")
        row = line(self._question, spacing=8, margins=(12, 6, 12, 6))
        row.addWidget(body(self.tr("0 seconds: was no fluoroscopy used at all?")), 1)
        self.none_used = Button(self.tr("None was used"))
        self.none_used.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.none_used.clicked.connect(self._on_none_used)
        row.addWidget(self.none_used)
        self._question.hide()
        return self._question

    # Showing

    def refresh(self) -> None:
        """Show what the draft has now."""
        block = self._draft.block
        if self.needle_out.value() != block.needle_out:
            self.needle_out.set_value(block.needle_out)
        self._show_source()
        self._show_fluoroscopy(block.fluoroscopy)
        self._mend_problem()
        may = self._draft.may_enter("needle_out")
        for editor in (self.needle_out, self.seconds, self.kerma, self.dap):
            editor.set_read_only(not may)
        for button in (*self._ago, self.kerma_unit, self.dap_unit):
            button.setEnabled(may)

    def source(self) -> str:
        """Who stamped needle-out in the room; empty when it was typed."""
        return self._source.text()

    def problem(self) -> str:
        """What is wrong with one of the numbers."""
        return self._problem.text()

    def _show_source(self) -> None:
        entry = self._draft.block.entered(Item.NEEDLE_OUT)
        stamped = entry is not None and entry.how is HowEntered.STAMPED
        said = self.tr("stamped in room, {0}").format(entry.by) if entry is not None and stamped else ""
        if self._source.text() != said:
            self._source.setText(said)

    def _show_fluoroscopy(self, seen: Fluoroscopy) -> None:
        kerma_unit = seen.air_kerma_unit or KermaUnit.MGY
        self._dap_unit = seen.dap_unit or self._dap_unit
        dap_unit = seen.dap_unit or DapUnit.MGY_CM2
        shown: dict[LineEditor[Any], object] = {
            self.seconds: seen.seconds,
            self.kerma: None if seen.air_kerma is None else from_mgy(seen.air_kerma, kerma_unit),
            self.dap: None if seen.dap is None else from_mgy_cm2(seen.dap, dap_unit),
        }
        for editor, value in shown.items():
            waits = value is None and self._waiting.get(editor) == editor.text()
            if editor.value() != value and not waits:
                editor.set_value(value)
        self.kerma_unit.show_unit(kerma_unit)
        self.dap_unit.show_unit(self._dap_unit)
        self._none_used.setText(self.tr("none used") if seen.none_used else "")
        appear(self._none_used, seen.none_used)

    def _show_problem(self) -> None:
        editors = (self.needle_out, self.seconds, self.kerma, self.dap)
        said = next((p for editor in editors if (p := editor.problem())), "")
        if not said and self.dap.value() is not None and self._dap_unit is None:
            said = self.tr("Pick the unit that the C-arm shows for the dose area product.")
        if self._problem.text() != said:
            self._problem.setText(said)
        self._problem.setVisible(bool(said))

    def _mend_problem(self) -> None:
        """While somebody types, what is wrong may go away; it is said anew when the field is left."""
        if self._problem.text():
            self._show_problem()

    # Changing

    def needle_out_ago(self, minutes: int) -> None:
        """Needle out was so many minutes ago, by the clock on the wall."""
        self._take_needle_out(whole_minute(self._draft.now()) - timedelta(minutes=minutes))

    def _take_needle_out(self, at: datetime | None) -> None:
        self._draft.change(with_needle_out(self._draft.block, at, self._draft.author()), "needle_out")

    def _on_needle_out(self) -> None:
        self._take_needle_out(self.needle_out.value())

    def _on_left(self) -> None:
        self._draft.end_step()
        self._show_problem()
        seen = self._draft.block.fluoroscopy
        asks = self.seconds.value() == 0 and not seen.none_used
        self._question.setVisible(asks)
        if asks:
            self.none_used.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_fluoroscopy(self) -> None:
        seen, kerma, dap = self._draft.block.fluoroscopy, self.kerma.value(), self.dap.value()
        seconds = self.seconds.value()
        kerma_unit = seen.air_kerma_unit or KermaUnit.MGY
        known_dap = dap if self._dap_unit is not None else None
        changed = replace(
            seen,
            seconds=seconds or (0 if seconds == 0 and seen.none_used else None),
            none_used=seen.none_used and seconds == 0,
            air_kerma=None if kerma is None else to_mgy(kerma, kerma_unit),
            air_kerma_unit=None if kerma is None else kerma_unit,
            dap=to_mgy_cm2(known_dap, self._dap_unit) if known_dap is not None and self._dap_unit else None,
            dap_unit=None if known_dap is None else self._dap_unit,
        )
        kept = {self.seconds: changed.seconds, self.kerma: changed.air_kerma, self.dap: changed.dap}
        self._waiting = {editor: editor.text() for editor, value in kept.items() if value is None}
        self._take_fluoroscopy(changed, "fluoroscopy")

    def _on_none_used(self) -> None:
        self._question.hide()
        self._take_fluoroscopy(replace(self._draft.block.fluoroscopy, seconds=0, none_used=True))
        self.kerma.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_kerma_unit(self, unit: KermaUnit) -> None:
        seen, number = self._draft.block.fluoroscopy, self.kerma.value()
        if number is not None:
            self._take_fluoroscopy(replace(seen, air_kerma=to_mgy(number, unit), air_kerma_unit=unit))

    def _on_dap_unit(self, unit: DapUnit) -> None:
        self._dap_unit = unit
        self._draft.remember_dap_unit(unit)
        seen, number = self._draft.block.fluoroscopy, self.dap.value()
        if number is not None:
            self._take_fluoroscopy(replace(seen, dap=to_mgy_cm2(number, unit), dap_unit=unit))
        self.refresh()

    def _take_fluoroscopy(self, seen: Fluoroscopy, where: str = "") -> None:
        self._draft.change(with_fluoroscopy(self._draft.block, seen, self._draft.author()), where)
