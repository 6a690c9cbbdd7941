"""As performed: what the preset proposes, as chips that become facts only when somebody accepts them."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from mbb_desktop.clinical.block import Block, HowEntered, Item
from mbb_desktop.clinical.charting import AsListed, accept, accept_all, proposals, recorded, withdraw
from mbb_desktop.clinical.listed_safely import safely
from mbb_desktop.ui import icons, theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.fact_field import FactField
from mbb_desktop.ui.folding_row import FoldingRow
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Button, muted, paint_focus, section_title, stack
from mbb_desktop.ui.performed_details import details
from mbb_desktop.ui.performed_words import LABELS, notable, said
from mbb_desktop.ui.popover import Popover
from mbb_desktop.ui.tool_tip import plain_tip
from mbb_desktop.ui.visit import Visit

_WIDE: Mapping[int, tuple[Item, ...]] = {  # in so many columns
    2: (Item.CONTRAST, Item.PREP),
    3: (Item.CONTRAST, Item.PREP),
    4: (Item.CONTRAST, Item.PREP, Item.SKIN),
}
_MORE = 26  # the right part of a chip that opens its details
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PerformedChip(QAbstractButton):
    """Dashed with an empty circle while proposed, framed with a check once it is a fact."""

    moved = Signal(object, int, int)
    details_asked = Signal(object)

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item
        self.setObjectName(f"chip {item.value}")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._value, self._tone = "", "ok"

    def show_state(self, value: str, *, is_fact: bool, second_look: bool) -> None:
        """Show a value as a fact or as a proposal."""
        tone = "warn" if second_look else "ok"
        if (value, is_fact, tone) == (self._value, self.isChecked(), self._tone) and self.accessibleName():
            return
        self._value, self._tone = value, tone
        self.setChecked(is_fact)
        label, said = localized(LABELS[self.item]), localized(value)
        state = self.tr("recorded") if is_fact else self.tr("proposed, not recorded")
        self.setAccessibleName(f"{label}: {said or self.tr('nothing')}, {state}")
        self.setToolTip(plain_tip(f"{label}: {said}" if value else label))
        self.update()

    def value(self) -> str:
        """The words of the fact or the proposal."""
        return self._value

    def nextCheckState(self) -> None:
        """The record decides."""

    def sizeHint(self) -> QSize:
        return QSize(theme.px(150), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(90), theme.px(24))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        in_details = event.position().x() > self.width() - theme.px(_MORE)
        if in_details or event.button() == Qt.MouseButton.RightButton:
            self.setDown(False)
            self.details_asked.emit(self.item)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is not None:
            self.moved.emit(self.item, *way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _is_shortcut(event):
            self.details_asked.emit(self.item)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_frame(painter, box)
            self._paint_mark(painter)
            self._paint_words(painter)
            if self.hasFocus():
                paint_focus(painter, QRectF(self.rect()), theme.px(6))

    def _paint_frame(self, painter: QPainter, box: QRectF) -> None:
        if self.isChecked():
            painter.setPen(QPen(theme.color(self._tone), 1.0))
            painter.setBrush(theme.color(f"{self._tone}Soft"))
        else:
            painter.setPen(QPen(theme.color("field"), 1.0, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))

    def _paint_mark(self, painter: QPainter) -> None:
        side = theme.px(15)
        circle = QRectF(theme.px(7), (self.height() - side) / 2, side, side)
        more = QRectF(
            self.width() - theme.px(20), (self.height() - theme.px(12)) / 2, theme.px(12), theme.px(12)
        )
        if self.underMouse() or self.hasFocus():
            icons.paint(painter, "chevron-down", more, "text2")
        if not self.isChecked():
            painter.setPen(QPen(theme.color("field"), 1.5))
            painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        elif self._tone == "warn":
            icons.paint(painter, "triangle-alert", circle, "warn")
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ok"))
            painter.drawEllipse(circle)
            icons.paint(painter, "check", circle.adjusted(2, 2, -2, -2), "onSide")

    def _paint_words(self, painter: QPainter) -> None:
        left, right = theme.px(27), self.width() - theme.px(_MORE if self.underMouse() else 6)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        label = localized(LABELS[self.item])
        painter.drawText(QRectF(left, 0, right - left, self.height()), middle, label)
        left += painter.fontMetrics().horizontalAdvance(label) + theme.px(4)
        painter.setFont(theme.font(12, 600))
        painter.setPen(theme.color("text" if self.isEnabled() else "off"))
        value = painter.fontMetrics().elidedText(
            localized(self._value), Qt.TextElideMode.ElideRight, right - left
        )
        painter.drawText(QRectF(left, 0, right - left, self.height()), middle, value)


def _is_shortcut(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


class PerformedStrip(QWidget):
    """All chips, and the one key that confirms what is still only listed."""

    confirmed = Signal()
    """All as listed was pressed and the record now has it."""

    def __init__(self, draft: BlockDraft, visit: Visit, host: QWidget) -> None:
        super().__init__()
        self._draft, self._visit, self._host = draft, visit, host
        self.chips = {item: PerformedChip(item) for item in LABELS}
        self.popover: Popover | None = None
        self._columns = 0
        self._places: dict[Item, tuple[int, int, int]] = {}
        column = stack(self, spacing=4)
        column.addWidget(self._head())
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(3))
        column.addLayout(self._grid)
        for chip in self.chips.values():
            chip.clicked.connect(self._on_clicked)
            chip.moved.connect(self._on_moved)
            chip.details_asked.connect(self.open_details)
        self._lay_out(3)
        self.refresh()

    def _head(self) -> FoldingRow:
        self._counts = muted("")
        self.confirm = Button(self.tr("All as listed, I confirm"), "confirm", hint="F9")
        self.confirm.clicked.connect(self.accept_all)
        kept = self.confirm.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.confirm.setSizePolicy(kept)
        return FoldingRow((section_title(self.tr("As performed")), self._counts), (self.confirm,), down=4)

    # Showing

    def refresh(self) -> None:
        """Show what the draft has now."""
        block, listed = self._draft.block, self._listed()
        proposed = 0
        for item, chip in self.chips.items():
            is_fact = recorded(block, item)
            shown = block if is_fact else accept(block, item, listed)
            waiting = not is_fact and shown is not block
            proposed += waiting
            chip.show_state(said(shown, item), is_fact=is_fact, second_look=is_fact and notable(block, item))
            chip.setEnabled(self._draft.is_editable())
        facts = sum(chip.isChecked() for chip in self.chips.values())
        self._say_counts(facts, proposed, listed)
        self.confirm.setVisible(bool(proposed) and self._draft.is_editable())
        self._settle_tab_stop()

    def counts(self) -> str:
        """`6 accepted, 3 proposed from preset`."""
        return self._counts.text()

    def _say_counts(self, facts: int, proposed: int, listed: AsListed) -> None:
        if not proposals(self._draft.block, listed.preset):
            words = self.tr("proposed once levels are typed")
        elif proposed:
            words = self.tr("{0} accepted, {1} proposed from preset").format(facts, proposed)
        else:
            words = self.tr("{0} recorded").format(facts)
        if words != self._counts.text():
            self._counts.setText(words)

    def _settle_tab_stop(self, stop: Item | None = None) -> None:
        """Tab reaches the first chip that is still proposed; the arrows reach the others."""
        focused = next((item for item, chip in self.chips.items() if chip.hasFocus()), None)
        open_one = next((item for item, chip in self.chips.items() if not chip.isChecked()), Item.ASPIRATION)
        stop = stop or focused or open_one
        for item, chip in self.chips.items():
            policy = Qt.FocusPolicy.StrongFocus if item is stop else Qt.FocusPolicy.ClickFocus
            if chip.focusPolicy() is not policy:
                chip.setFocusPolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(next(n for n, least in ((4, 680), (3, 480), (2, 0)) if self.width() >= theme.px(least)))

    def _lay_out(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self._places = _places(columns)
        for item, (row, first, after) in self._places.items():
            self._grid.addWidget(self.chips[item], row, first, 1, after - first)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    # Changing

    def _listed(self) -> AsListed:
        block, visit = self._draft.block, self._visit
        listed = AsListed(visit.preset_for(block), self._draft.author())
        return safely(listed, block, visit.patient, visit.formulary)

    def accept_all(self) -> None:
        """All as listed, I confirm: one act for everything that is still only proposed."""
        block, listed = self._draft.block, self._listed()
        changed = accept_all(block, listed)
        if not self._draft.may_become(changed):
            changed = self._allowed(block, listed)
        self._draft.end_step()
        self._draft.change(changed)
        self.confirmed.emit()

    def _allowed(self, block: Block, listed: AsListed) -> Block:
        """Of what is listed, that which this person's role may record."""
        for item in self.chips:
            changed = accept(block, item, listed, HowEntered.ALL_AS_LISTED)
            block = changed if self._draft.may_become(changed) else block
        return block

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, PerformedChip):
            self.press(chip.item)

    def press(self, item: Item) -> None:
        """Accept a proposal, or take an accepted one back; what has no proposal opens its details."""
        block = self._draft.block
        changed = withdraw(block, item) if recorded(block, item) else accept(block, item, self._listed())
        if changed is block:
            self.open_details(item)
            return
        self._draft.end_step()
        self._draft.change(changed)

    def open_details(self, item: Item, path: str = "") -> None:
        """Let something else than the proposal be recorded; begin at the input of `path`."""
        if not self._draft.is_editable():
            return
        self.popover = Popover(self._host, self.chips[item], LABELS[item])
        parts = details(item, self._draft, self._visit)
        for part in parts:
            self.popover.add(part)
            self._draft.changed.connect(part.refresh)
        self._draft.changed.connect(self.popover.settle)
        self.popover.closed.connect(self._forget_popover)
        self.popover.open()
        wanted = [part for part in parts if part.property("records") == path]
        if wanted and isinstance(wanted[0], FactField):
            wanted[0].editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _forget_popover(self) -> None:
        self.popover = None

    def _on_moved(self, item: Item, across: int, down: int) -> None:
        items = list(self.chips)
        row, first, _after = self._places[item]
        below = [each for each, (r, a, z) in self._places.items() if r == row + down and a <= first < z]
        beside = items[max(0, items.index(item) + across) :][:1]
        for wanted in below if down else beside:
            self._settle_tab_stop(wanted)
            self.chips[wanted].setFocus(Qt.FocusReason.TabFocusReason)


def _places(columns: int) -> dict[Item, tuple[int, int, int]]:
    """Row, first column and the column after it; the last chip of a row fills it."""
    places: dict[Item, tuple[int, int, int]] = {}
    row = at = 0
    for item in LABELS:
        wide = 2 if item in _WIDE[columns] else 1
        if at + wide > columns:
            last = next(reversed(places))
            places[last] = (row, places[last][1], columns)
            row, at = row + 1, 0
        places[item] = (row, at, at + wide)
        at += wide
    return places
