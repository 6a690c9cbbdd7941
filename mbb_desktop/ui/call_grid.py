"""The scores of a follow-up call: a column for each time at home, closed until it is known who speaks."""

from datetime import datetime

from PySide6.QtWidgets import QLabel

from mbb_desktop.clinical.call_script import rows_of
from mbb_desktop.clinical.calls import FIRST_AT_HOME
from mbb_desktop.clinical.response import BEFORE, SLOTS, Channel, Mode, Series
from mbb_desktop.clinical.scoring import is_due, when_due
from mbb_desktop.clinical.shown import listed, show_date, show_minutes, show_time
from mbb_desktop.ui import theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.folding_row import FoldingRow
from mbb_desktop.ui.pain_grid import GridFacts, Head, PainGrid
from mbb_desktop.ui.parts import stack, words
from mbb_desktop.ui.score_entry import Learned, ScoreEntry
from mbb_desktop.ui.sideways import Sideways

_BOX = 32
_HEADS, _COLUMN = 70, 42


class CallGrid(ScoreEntry):
    """`identified`, `mode` and `informant` are what the person at the telephone has said so far."""

    def __init__(self, draft: BlockDraft, *, blind: bool, half_points: bool) -> None:
        super().__init__(draft, blind=blind, half_points=half_points, grid=PainGrid(_BOX, 6))
        self.identified, self.informant = False, ""
        self.mode: Mode | None = None
        self._rows = rows_of(draft.block, draft.response)
        scored = {reading.slot for reading in draft.response.readings}
        self.slots = tuple(slot for slot in SLOTS if slot >= FIRST_AT_HOME or slot not in scored)
        self.grid.setMinimumWidth(theme.px(_HEADS + _COLUMN * len(self.slots)))  # else times touch
        self._next = words("", "help")
        column = stack(self, spacing=6)
        column.addWidget(Sideways(self.grid))
        column.addWidget(self._problem)
        column.addWidget(FoldingRow((self._hint(),), (self._next,)))
        self.refresh()

    def refresh(self) -> None:
        """Show what the draft has now; boxes open as their time comes."""
        now = self._draft.now()
        places = [(series, slot) for series in self._rows for slot in self.slots]
        cells = {place: self.cell(*place, now) for place in places}
        self.grid.show_facts(GridFacts(self._rows, tuple(map(self._head, self.slots)), cells))
        self._next.setText(self._opens(now))

    def closed(self, slot: int, now: datetime) -> str:
        if not self.identified:
            return self.tr("tick identity first")
        not_due = super().closed(slot, now)
        if not_due or self.mode is not None:
            return not_due
        return self.tr("choose recall or diary first")  # a score that is refused would leave its box behind

    def learned(self, series: Series, slot: int) -> Learned | str:
        if self.mode is None:
            return self.tr("Recalled or read from the diary? Choose it first.")
        return Learned(self.mode, Channel.TELEPHONE, self.informant)

    def slot_to_ask(self) -> int:
        """The time that the next question is about."""
        now, response = self._draft.now(), self._draft.response
        asked = {reading.slot for reading in response.readings}
        due = [slot for slot in self.slots if is_due(self._draft.block, slot, now)]
        return next((slot for slot in due if slot not in asked), (due or self.slots)[0])

    def entered_now(self) -> int:
        """How many scores were entered since this was opened, those not recalled among them."""
        return sum(not self._is_old(r.entered_at) for r in self._draft.response.readings)

    def lacks_baseline(self) -> bool:
        """Whether there is no score from before the block, with which the others are compared."""
        return not any(reading.slot == BEFORE for reading in self._draft.response.readings)

    def hidden_words(self) -> str:
        """What was scored before and is not shown; empty when nothing was, or it may be seen."""
        scored = {reading.slot for reading in self._draft.response.readings if self.is_hidden(reading)}
        names = {BEFORE: self.tr("Pre")} | {
            slot: show_minutes(slot) for slot in SLOTS if slot < FIRST_AT_HOME
        }
        told = [name for slot, name in names.items() if slot in scored]
        return self.tr("{0} scored in the clinic: hidden").format(listed(told)) if told else ""

    def _is_old(self, entered_at: datetime | None) -> bool:
        return entered_at is None or entered_at < self._opened_at

    def _head(self, slot: int) -> Head:
        due = when_due(self._draft.block, slot)
        after = f"({show_minutes(slot)})"
        if due is None:
            return Head(slot, "", after)
        other_day = due.date() != self._draft.block.performed_on
        return Head(slot, show_time(due), after, show_date(due.date())[:6] if other_day else "")

    def _opens(self, now: datetime) -> str:
        block = self._draft.block
        later = next((slot for slot in self.slots if not is_due(block, slot, now)), None)
        due = when_due(block, later) if later is not None else None
        if later is None or due is None:
            return ""
        day = "" if due.date() == now.date() else f"{show_date(due.date())[:6]} "
        return self.tr("{0} opens at {1}, now {2}").format(
            show_minutes(later), f"{day}{show_time(due)}", show_time(now)
        )

    def _hint(self) -> QLabel:
        hint = self.tr("Digit = next box.  1 waits for a possible 0 (10).  - cannot recall.")
        several = len(self._rows) > 1
        return words(hint + self.tr("  = same as the row above.") if several else hint, "help")
