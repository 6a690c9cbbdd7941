"""Volumes per nerve and side: a small table of cells to type in."""

import re
from decimal import Decimal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from mbb_desktop.clinical.anatomy import Nerve, NerveSide, Side, nerves_of_spine
from mbb_desktop.clinical.block import Exactly, Target, volume_given
from mbb_desktop.clinical.charting import Volume, with_volume
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.drugs import Formulary
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.shown import show_amount
from mbb_desktop.clinical.volumes import volume_meant
from mbb_desktop.ui import icons, theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.chips import SideChipLabel
from mbb_desktop.ui.compact import compact_field
from mbb_desktop.ui.editor import EntryLine
from mbb_desktop.ui.elided import ElidedLabel
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import appear, line, strong, words
from mbb_desktop.ui.typed import NotUnderstood, read_number, show_number

_USUAL_NERVES = 3
_RANGE = re.compile(r"\s*([\d.,]+)\s*(?:-|–|to)\s*([\d.,]+)\s*")


def read_volume(text: str, guard: Decimal | None = None) -> Volume:
    """`0.5`, `.5`, `0,5`, `<0.5`, `0.3-0.5`, `5 mL` in mL; no amount for nothing. Raises NotUnderstood.

    With a guard, a bare number that looks shifted by 10 or more is asked about; with its unit it is meant.
    """
    if found := _RANGE.fullmatch(text):
        least, most = read_number(found[1]), read_number(found[2])
        if least is None or most is None or least >= most:
            raise NotUnderstood("Write the smaller volume first, for example 0.3-0.5.")
        return Volume(_fine(least), Exactly.RANGE, _fine(most))
    written = text.strip()
    below = written.startswith("<")
    bare = re.sub(r"\s*ml$", "", written, flags=re.IGNORECASE)
    number = read_number(bare[1:] if below else bare)
    if number is None:
        if below:
            raise NotUnderstood("Write the number after the sign, for example <0.5.")
        return Volume(None)
    if bare == written and guard is not None and (meant := volume_meant(number, guard)) is not None:
        fields = {"mL": show_number(number), "mean": show_number(meant)}
        raise NotUnderstood(phrase("question.volume", **fields))
    return Volume(_fine(number), Exactly.LESS if below else Exactly.EQUAL)


def _fine(number: Decimal) -> Decimal:
    if number <= 0:
        raise NotUnderstood(
            "A volume is more than 0 mL. Leave it empty when it is not known. "
            "Where nothing was injected: F8, Each target, Not injected."
        )
    if number % Decimal("0.001"):
        raise NotUnderstood("Enter it in steps of 0.001 mL.")
    return number


def written_volume(target: Target, guard: Decimal | None = None) -> str:
    """A target's volume as it is typed; with its unit when the number alone would be asked about."""
    if target.volume is None:
        return ""
    if target.volume_is is Exactly.RANGE:
        return f"{show_number(target.volume)}-{show_number(target.volume_to)}"
    sign = "<" if target.volume_is is Exactly.LESS else ""
    asked = guard is not None and volume_meant(target.volume, guard) is not None
    return f"{sign}{show_number(target.volume)}{' mL' if asked else ''}"


class VolumeCell(EntryLine):
    """One volume in mL. Dotted: from the preset; bold edge: typed here; amber: above the guard."""

    moved = Signal(object, int, int)
    volume_typed = Signal(object, object)  # NerveSide, Volume
    left = Signal()

    def __init__(self, place: NerveSide) -> None:
        super().__init__()
        self.place = place
        self.over = False
        self._guard: Decimal | None = None
        self._from_preset = self._typed = False
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStyleSheet(compact_field())
        self.setFixedSize(theme.px(80), theme.px(26))
        self.setMaxLength(12)
        self.textEdited.connect(self._on_typed)
        self.entered.connect(self.left)

    def show_target(self, target: Target, guard: Decimal | None) -> None:
        """Show what is recorded; what was typed and not understood stays."""
        self._guard = guard
        text = self.tr("no drug") if target.not_injected else written_volume(target, guard)
        if not self.problem() and (not self.hasFocus() or not self._same(target)):
            self.setText(text)
        self._from_preset = target.volume_from_preset and target.volume is not None
        self._typed = target.volume is not None and not target.volume_from_preset
        given = volume_given(target)
        self.over = given is not None and guard is not None and given > guard
        self.setToolTip(self._tip(guard))
        self.setAccessibleDescription(self.toolTip())
        self.update()

    def belong_to(self, place: NerveSide, said: str) -> None:
        """Be the cell of a place; what stood there for another one goes."""
        if place != self.place:
            self.place = place
            self.setText("")
        self.setAccessibleName(f"{said}, {localized(place.side.value)}, mL")
        self.setObjectName(f"volume {place.nerve} {place.side.value}")

    def problem(self) -> str:
        """Why what is typed is no volume; empty when it is one."""
        try:
            read_volume(self.text(), self._guard)
        except NotUnderstood as unclear:
            return "" if self.isReadOnly() else str(unclear)
        return ""

    def is_from_preset(self) -> bool:
        """Whether the dotted mark is shown."""
        return self._from_preset

    def _same(self, target: Target) -> bool:
        try:
            volume = read_volume(self.text(), self._guard)
        except NotUnderstood:
            return False
        return (volume.amount, volume.stated) == (target.volume, target.volume_is)

    def _tip(self, guard: Decimal | None) -> str:
        if self.over and guard is not None:
            return self.tr("Above {0} mL the drug may reach other nerves").format(show_amount(guard, 3))
        return self.tr("From the preset") if self._from_preset else ""

    def _on_typed(self, text: str) -> None:
        try:
            self.volume_typed.emit(self.place, read_volume(text, self._guard))
        except NotUnderstood:
            self.volume_typed.emit(self.place, Volume(None))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}.get(Qt.Key(event.key()))
        whole = self.selectedText() == self.text()
        if whole and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            way = (-1, 0) if event.key() == Qt.Key.Key_Left else (1, 0)
        if way is not None:
            self.moved.emit(self.place, *way)
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        wrong = bool(self.problem())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.over or wrong or (self._typed and not self.hasFocus()):
                tone = "danger" if wrong else "warn" if self.over else "text"
                painter.setPen(QPen(theme.color(tone), 2.0))
                edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
                painter.drawRoundedRect(edge, theme.px(5), theme.px(5))
            if self.over:
                side = theme.px(13)
                box = QRectF(theme.px(7), (self.height() - side) / 2, side, side)
                icons.paint(painter, "triangle-alert", box, "warn")
            if self._from_preset:
                self._underline(painter)

    def _underline(self, painter: QPainter) -> None:
        wide = self.fontMetrics().horizontalAdvance(self.text())
        y = self.height() / 2 + theme.px(8)
        pen = QPen(theme.color("muted"), 1.2, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(
            round((self.width() - wide) / 2), round(y), round((self.width() + wide) / 2), round(y)
        )


class _NerveRow:
    """The widgets of one line, used again for whichever nerve stands there."""

    def __init__(self) -> None:
        self.name, self.landmark = strong(""), ElidedLabel("", "unit", least=40)
        self.cells = {side: VolumeCell(NerveSide("", side)) for side in Side}

    def show_nerve(self, nerve: Nerve, targets: dict[Side, Target]) -> None:
        """Name the nerve; a side that is not a target has no cell."""
        self.name.setText(nerve.words[:1].upper() + nerve.words[1:])
        own = next((target.landmark for target in targets.values() if target.landmark), "")
        self.landmark.setText(own or nerve.landmark.removesuffix(" vertebra"))
        for side, cell in self.cells.items():
            cell.belong_to(NerveSide(nerve.name, side), nerve.words)
            cell.setVisible(side in targets)
        self.name.show()
        self.landmark.show()

    def hide(self) -> None:
        for widget in (self.name, self.landmark, *self.cells.values()):
            widget.hide()


class VolumeTable(QWidget):
    """A row per nerve, a column per side."""

    def __init__(self, draft: BlockDraft, formulary: Formulary) -> None:
        super().__init__()
        self._draft, self._formulary = draft, formulary
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(1, 1)
        self._rows: list[_NerveRow] = []
        self._heads: dict[Side, QWidget] = {}
        self._before: QWidget | None = None
        self.cells: dict[NerveSide, VolumeCell] = {}
        self._problem = words("", "help", "danger")
        self._build_head()
        while len(self._rows) < _USUAL_NERVES:
            self._add_row()
        self.setProperty("records", "targets.volume targets.volume_to targets.volume_is")
        appear(self, bool(draft.block.targets))
        self.refresh()

    def refresh(self) -> None:
        """Show what the draft has now."""
        block = self._draft.block
        if tuple(self.cells) != tuple(target.place for target in block.targets):
            self._assign(block.targets)
        may = self._draft.may_enter("targets")
        for target in block.targets:
            cell = self.cells[target.place]
            cell.setReadOnly(target.not_injected or not may)
            guard = self._formulary.guard_for(target.nerve, block.region)
            cell.show_target(target, guard.guard if guard else None)
        self._show_problem()

    def first(self) -> VolumeCell | None:
        """Where typing begins."""
        return next(iter(self.cells.values()), None)

    def _assign(self, targets: tuple[Target, ...]) -> None:
        """Give each target a cell; the lines that are not needed are hidden."""
        table = nerves_of_spine(six_lumbar=self._draft.block.vertebrae is Vertebrae.SIX)
        nerves = list(dict.fromkeys(target.nerve for target in targets))
        while len(self._rows) < len(nerves):
            self._add_row()
        for name, row in zip(nerves, self._rows, strict=False):
            row.show_nerve(table[name], {t.side: t for t in targets if t.nerve == name})
        for row in self._rows[len(nerves) :]:
            row.hide()
        for side, head in self._heads.items():
            head.setVisible(any(target.side is side for target in targets))
        by_place = {cell.place: cell for row in self._rows for cell in row.cells.values()}
        self.cells = {target.place: by_place[target.place] for target in targets}
        appear(self, bool(targets))
        self._order_keyboard()

    def come_after(self, widget: QWidget) -> None:
        """Tab goes from this widget to the first cell, whatever cells there are."""
        self._before = widget
        self._order_keyboard()

    def _order_keyboard(self) -> None:
        before = self._before
        for cell in self.cells.values() if before is not None else ():
            if before is not None:
                QWidget.setTabOrder(before, cell)
            before = cell

    def _build_head(self) -> None:
        self._grid.addWidget(words(self.tr("Nerve"), "help"), 0, 0)
        self._grid.addWidget(words(self.tr("Target"), "help"), 0, 1)
        said = {Side.LEFT: self.tr("Left, mL"), Side.RIGHT: self.tr("Right, mL")}
        for column, side in enumerate(Side, 2):
            head = self._heads[side] = QWidget()
            row = line(head, spacing=6)
            row.addWidget(SideChipLabel("L" if side is Side.LEFT else "R", True))
            row.addWidget(words(said[side], "help"))
            row.addStretch()
            self._grid.addWidget(head, 0, column)
        self._grid.addWidget(self._problem, 100, 0, 1, 4)

    def _add_row(self) -> None:
        row, at = _NerveRow(), len(self._rows) + 1
        self._grid.addWidget(row.name, at, 0)
        self._grid.addWidget(row.landmark, at, 1)
        for column, cell in enumerate(row.cells.values(), 2):
            cell.moved.connect(self._on_moved)
            cell.volume_typed.connect(self._on_volume)
            cell.left.connect(self._on_left)
            self._grid.addWidget(cell, at, column)
        row.hide()
        self._rows.append(row)

    def _on_volume(self, place: NerveSide, volume: Volume) -> None:
        author = self._draft.author()
        where = f"volume {place.nerve} {place.side.value}"
        self._draft.change(with_volume(self._draft.block, [place], volume, author), where)

    def _on_left(self) -> None:
        self._draft.end_step()
        self.refresh()

    def _on_moved(self, place: NerveSide, across: int, down: int) -> None:
        nerves = list(dict.fromkeys(each.nerve for each in self.cells))
        side = place.side.other if across else place.side
        row = nerves.index(place.nerve) + down
        if 0 <= row < len(nerves) and (cell := self.cells.get(NerveSide(nerves[row], side))):
            cell.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_problem(self) -> None:
        said = next((p for cell in self.cells.values() if (p := cell.problem())), "")
        if self._problem.text() != said:
            self._problem.setText(said)
        self._problem.setVisible(bool(said))
