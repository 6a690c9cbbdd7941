"""Entering scores into a draft's response: the grid, what may be typed where, and why something may not."""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.response import Channel, Mode, Reading, Response, Series
from mbb_desktop.clinical.scoring import (
    BadScore,
    Scored,
    is_due,
    when_due,
    with_copied_row,
    with_reading,
    with_score,
    without_score,
)
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.pain_grid import PainGrid, score_text
from mbb_desktop.ui.parts import Notice
from mbb_desktop.ui.score_box import Cell


@dataclass(frozen=True, slots=True)
class Learned:
    """How a score was learned, over which way, and from whom."""

    mode: Mode
    channel: Channel = Channel.IN_PERSON
    informant: str = "patient"


class ScoreEntry(QWidget):
    """Holds the grid and writes into the draft; who uses it says which columns there are.

    Blind, nothing that was scored before it was opened is shown.
    """

    left_at_end = Signal()

    def __init__(
        self, draft: BlockDraft, *, blind: bool, half_points: bool, grid: PainGrid | None = None
    ) -> None:
        super().__init__()
        self._draft, self._blind, self._half_points = draft, blind, half_points
        self._opened_at = draft.now()
        self._erased: Reading | None = None  # in the box that has the keyboard, until it is left
        self._problem = Notice("", "warn", "info")
        self.grid = grid or PainGrid()
        self.grid.set_half_points(half_points)
        self.grid.typed.connect(self._on_typed)
        self.grid.erased.connect(self._on_erased)
        self.grid.left.connect(self._on_left)
        self.grid.copy_asked.connect(self._on_copy)
        self.grid.refused.connect(self._say_problem)
        self.grid.left_at_end.connect(self.left_at_end)

    def learned(self, series: Series, slot: int) -> Learned | str:
        """How a score typed now was learned, or the sentence that asks for it."""
        raise NotImplementedError

    def problem(self) -> str:
        """Why the last score was not taken."""
        return self._problem.text()

    def focus_grid(self) -> None:
        """To the first box that waits for a score."""
        box = self.grid.first_open()
        if box is not None:
            box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Showing

    def cell(self, series: Series, slot: int, now: datetime) -> Cell:
        """What the box of a reading shows."""
        reading = self._draft.response.reading(series, slot)
        if reading is not None and self.is_hidden(reading):
            return Cell("✓", hidden=True)
        text = "" if reading is None else score_text(reading.score)
        if not self._draft.scores_are_editable():
            return Cell(text, closed=self.tr("signed"))
        return Cell(text, closed=self.closed(slot, now))

    def closed(self, slot: int, now: datetime) -> str:
        """Why nothing may be entered there now; empty when it may."""
        block = self._draft.block
        if is_due(block, slot, now):
            return ""
        due = when_due(block, slot)
        if due is None:
            return self.tr("needs the needle-out time")
        day = "" if due.date() == now.date() else f"{show_date(due.date())[:6]} "
        return self.tr("due {0}").format(f"{day}{due:%H:%M}")

    def is_hidden(self, reading: Reading) -> bool:
        """Whoever collects scores does not see what was scored before."""
        return self._blind and (reading.entered_at is None or reading.entered_at < self._opened_at)

    # Changing

    def _on_typed(self, series: Series, slot: int, score: Decimal | None) -> None:
        learned = self.learned(series, slot)
        if isinstance(learned, str):
            self._say_problem(learned)
            return
        scored = Scored(series, slot, score, learned.mode, learned.channel, learned.informant)
        response, block = self._corrected(series, slot), self._draft.block
        try:
            changed = with_score(response, block, scored, self._draft.author(), half_points=self._half_points)
        except BadScore as wrong:
            self._say_problem(str(wrong))
            return
        self._say_problem("")
        self._draft.change_scores(changed)

    def _corrected(self, series: Series, slot: int) -> Response:
        """The scores with the one that was erased just now: what follows in its box corrects it."""
        response, erased = self._draft.response, self._erased
        here = erased is not None and (erased.series, erased.slot) == (series, slot)
        if not here or response.reading(series, slot) is not None:
            return response
        return with_reading(response, series, slot, erased)

    def _on_erased(self, series: Series, slot: int) -> None:
        self._erased = self._draft.response.reading(series, slot) or self._erased
        self._draft.change_scores(without_score(self._draft.response, series, slot))

    def _on_left(self) -> None:
        self._erased = None

    def _on_copy(self, to: Series) -> None:
        """The row above; for the first row the one below."""
        rows = self.grid.facts().rows
        at = rows.index(to)
        source = rows[at - 1] if at else rows[1] if len(rows) > 1 else None
        if source is None or not any(r.series is source for r in self._draft.response.readings):
            self._say_problem(self.tr("There is no other row with scores to copy."))
            return
        self._say_problem("")
        self._draft.change_scores(self._copied(source, to))

    def _copied(self, source: Series, to: Series) -> Response:
        """What may be seen of a row, entered for another."""
        response = self._draft.response
        seen = tuple(r for r in response.readings if r.series is not source or not self.is_hidden(r))
        author = self._draft.author()
        copied = with_copied_row(replace(response, readings=seen), source, to, author)
        hidden = tuple(r for r in response.readings if r not in seen)
        return replace(copied, readings=(*copied.readings, *hidden))

    def _say_problem(self, sentence: str) -> None:
        if sentence != self._problem.text():
            self._problem.show_text(sentence, "warn", "info")
