"""The middle pane of the block editor: the work in its order, and More behind it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from mbb_desktop.clinical.block import Item
from mbb_desktop.clinical.checks import TIME_OUT, Problem
from mbb_desktop.ui import theme
from mbb_desktop.ui.anesthetic_panel import AnestheticPanel
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.laid_out import laid_out_once
from mbb_desktop.ui.more_panel import MorePanel
from mbb_desktop.ui.pain_panel import PainPanel
from mbb_desktop.ui.parts import rule_line, scrolled, stack
from mbb_desktop.ui.performed_strip import PerformedStrip
from mbb_desktop.ui.performed_words import LABELS
from mbb_desktop.ui.time_out_row import TimeOutRow
from mbb_desktop.ui.times_panel import TimesPanel
from mbb_desktop.ui.visit import Visit

_CHIPS: dict[str, Item] = {
    "targets.aspiration": Item.ASPIRATION,
    "targets.contrast": Item.CONTRAST,
    "targets.contrast_pattern": Item.CONTRAST,
    "no_contrast": Item.CONTRAST,
    "no_contrast_reason": Item.CONTRAST,
    "prep": Item.PREP,
    "prep_text": Item.PREP,
    "no_skin_anesthetic": Item.SKIN,
    "no_steroid": Item.STEROID,
    "sedation": Item.SEDATION,
    "sedation_reason": Item.SEDATION,
    "fluoroscopy.images_saved": Item.IMAGES,
    "fluoroscopy.image_reference": Item.IMAGES,
    "no_complication": Item.COMPLICATIONS,
    "complications": Item.COMPLICATIONS,
    "consent": Item.CONSENT,
    "needle": Item.NEEDLE,
    "position": Item.POSITION,
}
"""Which chip of the strip a field of the record belongs to."""


class WorkPane(QFrame):
    """Top to bottom is the order of work and of the keyboard."""

    more_closed = Signal()

    def __init__(self, draft: BlockDraft, visit: Visit, host: QWidget, *, blind: bool) -> None:
        super().__init__()
        self._draft = draft
        self.setProperty("kind", "card")
        self.time_out = TimeOutRow(draft, visit)
        self.anesthetic = AnestheticPanel(draft, visit, host)
        self.strip = PerformedStrip(draft, visit, host)
        self.times = TimesPanel(draft)
        self.pain = PainPanel(draft, visit, blind)
        self.more = MorePanel(draft, visit)
        self.more.closed.connect(self._on_more_closed)
        self._pages = QStackedWidget()
        stack(self, spacing=0, margins=(12, 7, 6, 5)).addWidget(self._pages)
        self._area = self._work_area()
        self._pages.addWidget(self._area)
        self._pages.addWidget(self.more)
        self._order_keyboard()

    def _work_area(self) -> QScrollArea:
        self._content = QWidget()
        column = stack(self._content, spacing=5, margins=(0, 0, 6, 0))
        parts = (self.time_out, self.anesthetic, self.strip, self.times, self.pain)
        for place, part in enumerate(parts):
            if place > 1:
                column.addWidget(rule_line())
            column.addWidget(part, 1 if part is self.pain else 0)
        return scrolled(self._content)

    def _order_keyboard(self) -> None:
        """Where Tab goes differs from where things stand: the drug before epinephrine."""
        group = self.anesthetic.group
        last: QWidget = group.last_button()
        for button in self.anesthetic.epinephrine.buttons:
            QWidget.setTabOrder(last, button)
            last = button
        self.anesthetic.volumes.come_after(last)
        times = self.times
        chain = [times.needle_out.line, times.seconds.line, times.kerma.line, times.dap.line]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)
        QWidget.setTabOrder(times.dap.line, times.dap_unit)
        QWidget.setTabOrder(times.dap_unit, times.kerma_unit)

    def refresh(self) -> None:
        """Show what the draft has now."""
        parts = (self.time_out, self.anesthetic, self.strip, self.times, self.pain)
        with laid_out_once(self._content, *parts, self.anesthetic.volumes, self.pain.grid):
            for part in parts:
                part.refresh()
        if self.is_more_open():
            self.more.refresh()

    def is_more_open(self) -> bool:
        """Whether More is in front."""
        return self._pages.currentWidget() is self.more

    def show_more(self, shown: bool) -> None:
        """Bring More to the front, or the work."""
        if shown:
            self.more.refresh()
        self._pages.setCurrentWidget(self.more if shown else self._area)
        if shown:
            self.more.focus_first()

    def _on_more_closed(self) -> None:
        self.show_more(False)
        self.more_closed.emit()

    def show_widget(self, widget: QWidget) -> None:
        """Scroll to a part of the work."""
        if self._area.isAncestorOf(widget):
            self._area.ensureWidgetVisible(widget, 0, theme.px(30))

    # Going to a field

    def go_to_item(self, item: Item) -> None:
        """Put the keyboard where an item is entered."""
        held = self.time_out.focus_first() if item is Item.TIMES else None
        if held is not None and self._draft.block.time_out is None:
            self._to(held)
        elif item in self._own_places():
            self._to(self._own_places()[item])
        elif item in LABELS:
            self._to(self.strip.chips[item])
        else:
            self._pages.setCurrentWidget(self.more)
            self.more.go_to(item)

    def _own_places(self) -> dict[Item, QWidget]:
        volumes = self.anesthetic.volumes.first()
        return {
            Item.ANESTHETIC: self.anesthetic.group.stop(),
            Item.EPINEPHRINE: self.anesthetic.epinephrine.stop(),
            Item.VOLUMES: volumes or self.anesthetic.group.stop(),
            Item.NEEDLE_OUT: self.times.needle_out.line,
            Item.FLUOROSCOPY: self.times.seconds.line,
        }

    def go_to_path(self, path: str) -> bool:
        """Put the keyboard on the input of a field of the block, such as `consent.about`."""
        own = self._own_input(path)
        item = _CHIPS.get(path) or _CHIPS.get(path.split(".")[0])
        if own is not None:
            self._to(own)
        elif item is not None:
            self._to(self.strip.chips[item])
            if path not in ("position",):
                self.strip.open_details(item, path)
        else:
            self._pages.setCurrentWidget(self.more)
            return self.more.go_to(None, path)
        return True

    def go_back_to(self, name: str, missing: Sequence[Problem] | None) -> bool:
        """To an input of the further facts, which are made when they are opened, else to what is missing."""
        if self.more.go_back_to(name):
            self._pages.setCurrentWidget(self.more)
            return True
        if missing is not None:
            self.go_to_first_open(missing)
        return missing is not None

    def _own_input(self, path: str) -> QWidget | None:
        volumes = self.anesthetic.volumes.first()
        known: dict[str, QWidget | None] = {
            "needle_out": self.times.needle_out.line,
            "fluoroscopy.seconds": self.times.seconds.line,
            "fluoroscopy.air_kerma": self.times.kerma.line,
            "fluoroscopy.dap": self.times.dap.line,
            "drugs": self.anesthetic.group.stop(),
            "drugs.epinephrine": self.anesthetic.epinephrine.stop(),
            "targets.volume": volumes,
            "targets": volumes,
            "time_outs": self.time_out.focus_first(),
            "dose_reason": self.anesthetic.dose_reason.editor,
            "allergy_reason": self.anesthetic.allergy_reason.editor,
            "levels_reason": self.time_out.reason.editor,
        }
        return known.get(path)

    def go_to_first_open(self, missing: Sequence[Problem]) -> None:
        """To the first missing item with an input here; levels are there, and no digit may fall into them."""
        plain = [each for each in missing if each.path in ("", TIME_OUT)]
        items = [each.item for each in plain if each.item is not Item.LEVELS]
        here = next((item for item in items if item in self._own_places() or item in LABELS), None)
        if here is None:
            self.go_on_after_strip()
        else:
            self.go_to_item(here)

    def go_on_after_strip(self) -> None:
        """To what is still to be entered, in the order of work."""
        block = self._draft.block
        if block.needle_out is None:
            self._to(self.times.needle_out.line)
        elif block.fluoroscopy.seconds is None:
            self._to(self.times.seconds.line)
        else:
            self.pain.focus_grid()

    def _to(self, widget: QWidget) -> None:
        if self._area.isAncestorOf(widget):
            self._pages.setCurrentWidget(self._area)
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.show_widget(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.focusNextPrevChild(True)
            return
        super().keyPressEvent(event)
