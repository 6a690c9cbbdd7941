"""More facts of a complete note, in groups that open one by one; each group says how much is recorded."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QWidget

from mbb_desktop.clinical.block import Item
from mbb_desktop.ui import theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.elided import ElidedLabel
from mbb_desktop.ui.fact_field import FactField, value_at
from mbb_desktop.ui.fact_rows import FactRows
from mbb_desktop.ui.more_groups import Group, groups
from mbb_desktop.ui.parts import Button, keycap, line, scrolled, section_title, stack
from mbb_desktop.ui.tab_order import follow
from mbb_desktop.ui.visit import Visit


class GroupPanel(QFrame):
    """One group: a head to press, and its inputs once it is open (they are made then)."""

    def __init__(self, draft: BlockDraft, visit: Visit, group: Group) -> None:
        super().__init__()
        self._draft, self._visit, self.group = draft, visit, group
        self.parts: list[FactField | FactRows] = []
        self.setProperty("kind", "card")
        column = stack(self, spacing=0, margins=(1, 1, 1, 1))
        self.head = Button("", "link", "chevron-right")
        self.head.setStyleSheet("text-align: left")
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.clicked.connect(self.toggle)
        column.addWidget(self.head)
        self._content = QWidget()
        self._grid = QGridLayout(self._content)
        margin = theme.px(12)
        self._grid.setContentsMargins(margin, 0, margin, margin)
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(8))
        self._content.hide()
        column.addWidget(self._content)
        self.refresh()

    def is_open(self) -> bool:
        """Whether the inputs are shown."""
        return not self._content.isHidden()

    def toggle(self) -> None:
        """Open or close."""
        if not self.parts:
            self._make()
        self._content.setVisible(not self.is_open())
        self.head.show_icon("chevron-down" if self.is_open() else "chevron-right")
        self.refresh()

    def open(self) -> None:
        """Show the inputs."""
        if not self.is_open():
            self.toggle()

    def recorded(self) -> int:
        """How many of its facts are in the record."""
        block = self._draft.block
        found = [value_at(block, path) for path in self.group.counted]
        return sum(len(value) if isinstance(value, tuple) else value not in (None, "") for value in found)

    def refresh(self) -> None:
        """Show what the draft has now."""
        count = self.recorded()
        said = (
            self.group.title if not count else self.tr("{0}   {1} recorded").format(self.group.title, count)
        )
        if self.head.accessibleName() != said:
            self.head.say(said)
        if self.is_open():
            for part in self.parts:
                part.refresh()

    def _make(self) -> None:
        self.parts = self.group.make(self._draft, self._visit)
        row = place = 0
        for part in self.parts:
            wide = 2 if isinstance(part, FactRows) or part.path in self.group.wide else 1
            if place + wide > 2:
                row, place = row + 1, 0
            self._grid.addWidget(part, row, place, 1, wide)
            place += wide
            if isinstance(part, FactRows):
                part.rebuilt.connect(self._order)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._order()

    def _order(self) -> None:
        follow(self.head, self._content)


class MorePanel(QWidget):
    """All groups in one column; Escape goes back to the work."""

    closed = Signal()

    def __init__(self, draft: BlockDraft, visit: Visit) -> None:
        super().__init__()
        column = stack(self, spacing=8, margins=(0, 0, 0, 0))
        head = line(spacing=8)
        back = Button(self.tr("Back to the block"), "link", "chevron-left", hint=self.tr("Esc"))
        back.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        back.clicked.connect(self.closed)
        head.addWidget(section_title(self.tr("More facts")))
        head.addWidget(ElidedLabel(self.tr("what is left empty prints as not recorded")), 1)
        head.addWidget(back)
        head.addWidget(keycap("F8"))
        column.addLayout(head)
        inner = QWidget()
        rows = stack(inner, spacing=6, margins=(0, 0, 6, 0))
        self.groups = [GroupPanel(draft, visit, group) for group in groups()]
        for panel in self.groups:
            rows.addWidget(panel)
        rows.addStretch()
        self._area: QScrollArea = scrolled(inner)
        column.addWidget(self._area, 1)

    def refresh(self) -> None:
        """Show what the draft has now."""
        for panel in self.groups:
            panel.refresh()

    def recorded(self) -> int:
        """How many facts are recorded in all groups."""
        return sum(panel.recorded() for panel in self.groups)

    def focus_first(self) -> None:
        """To the first group."""
        self.groups[0].head.setFocus(Qt.FocusReason.TabFocusReason)

    def go_back_to(self, path: str) -> bool:
        """As `go_to`, but typing goes on behind what is there already and does not replace it."""
        if not path or not self.go_to(None, path):
            return False
        if isinstance(line := self.focusWidget(), QLineEdit):
            line.deselect()
            line.end(False)
        return True

    def go_to(self, item: Item | None, path: str = "") -> bool:
        """Open the group of a field (or of an item) and put the keyboard there; False when it is not here."""
        for panel in self.groups:
            if path and any(_same(path, known) for known in panel.group.paths):
                return self._enter(panel, path)
        for panel in self.groups:
            if not path and item in panel.group.items:
                return self._enter(panel, "")
        return False

    def _enter(self, panel: GroupPanel, path: str) -> bool:
        panel.open()
        fields = [part for part in panel.parts if isinstance(part, FactField)]
        rows = [field for part in panel.parts if isinstance(part, FactRows) for field in part.fields]
        wanted = [f for f in (*fields, *rows) if any(_same(path, r) for r in f.property("records").split())]
        exact = panel.findChild(QWidget, path) if path else None  # a row of several
        other = wanted[0].editor if wanted else fields[0].editor if fields else panel.head
        target: QWidget = exact or other
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(target, 0, theme.px(60))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


def _same(path: str, known: str) -> bool:
    """Whether one names the other or a part of it: `needle` and `needle.bent_tip`."""
    return path == known or path.startswith(f"{known}.") or known.startswith(f"{path}.")
