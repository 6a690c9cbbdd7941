"""Facts of the live record with their inputs: each change is written with its author."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.block import Block, Item
from mbb_desktop.clinical.block_state import CLOSED
from mbb_desktop.clinical.charting import entered, not_entered
from mbb_desktop.clinical.response import BEFORE, Mode, Reading, Response, Series
from mbb_desktop.clinical.scoring import (
    Scored,
    asked_at,
    is_due,
    is_late,
    when_due,
    with_reading,
    with_score,
    without_score,
)
from mbb_desktop.clinical.shown import show_minutes, show_time
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.editors import Editor
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.room_inputs import ScoreEditor
from mbb_desktop.ui.tool_tip import plain_tip

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Live:
    """Where a fact stands: how it is read and written, whose item it is, in which field of the record.

    `write` gets the record, the value and the time; `holds` says whether the item has anything left.
    """

    name: str
    item: Item
    field: str
    read: Callable[[Block], Any]
    write: Callable[[Block, Any, datetime], Block]
    holds: Callable[[Block], bool]


def write(draft: BlockDraft, live: Live, value: object) -> None:
    """Put a value into the record; whoever does it becomes the author of its item."""
    author, item = draft.author(), live.item
    block = live.write(draft.block, value, author.at)
    draft.change(entered(block, item, author) if live.holds(block) else not_entered(block, item), live.name)


class RecordField(Field):
    """A labelled input that shows what the draft has."""

    label = ""

    def refresh(self) -> None:
        """Show what the draft has now; what was typed and not understood stays."""
        raise NotImplementedError


class LiveField(RecordField):
    """A labelled input; whoever changes it becomes the author of its item."""

    def __init__(self, draft: BlockDraft, label: str, live: Live, editor: Editor[Any]) -> None:
        super().__init__(label, editor)
        self._draft, self._live, self._shut = draft, live, False
        self.label = label
        editor.setObjectName(live.name)
        editor.edited.connect(self._on_live_edited)
        editor.left.connect(draft.end_step)
        editor.stepped.connect(draft.end_step)
        self.refresh()

    def recorded(self, block: Block) -> object:
        """The fact as a record has it."""
        found: object = self._live.read(block)
        return found

    def shut(self, shut: bool) -> None:
        """Keep the input closed although the person might use it."""
        self._shut = shut
        self.refresh()

    def refresh(self) -> None:
        """Show what the draft has now; what was typed and not understood stays."""
        value = self._live.read(self._draft.block)
        if self.editor.value() != value:
            self.editor.set_value(value)
        self.editor.setEnabled(self._draft.may_enter(self._live.field) and not self._shut)
        entry = self._draft.block.entered(self._live.item)
        known = value not in (None, "")
        self.setToolTip(plain_tip(f"{entry.by}, {show_time(entry.at)}" if entry and known else ""))

    def _on_live_edited(self) -> None:
        write(self._draft, self._live, self.editor.value())


class ScoreField(RecordField):
    """One pain score. Collected blind, an earlier one is not shown while it is left alone."""

    def __init__(self, draft: BlockDraft, label: str, series: Series, slot: int) -> None:
        self._score = ScoreEditor()
        super().__init__(label, self._score)
        self._draft, self.series, self.slot = draft, series, slot
        self.label = label
        self._half_points = False
        self._first = self._written = self.reading()
        self._typing = False
        self._late_mode: Callable[[], Mode | None] = lambda: None
        self._score.setObjectName(f"score.{series.value}.{slot}")
        self._score.edited.connect(self._on_score_edited)
        self._score.left.connect(self._on_score_left)
        self.refresh()

    def reading(self) -> Reading | None:
        """What is recorded."""
        return self._draft.response.reading(self.series, self.slot)

    def allow_halves(self, allowed: bool) -> None:
        """Whether the clinic scores in half points."""
        self._half_points = allowed
        self._score.allow_halves(allowed)

    def learn_late_by(self, mode: Callable[[], Mode | None]) -> None:
        """Where to read how a score was learned that is entered after its time."""
        self._late_mode = mode

    def is_late(self) -> bool:
        """Whether its time has gone by: whoever enters it now has to say how it was learned."""
        return is_late(self._draft.block, self.slot, self._draft.now()) and not self.isHidden()

    def try_again(self) -> None:
        """Take what was typed and waits for the way it was learned."""
        reading = self.reading()
        if self._score.value() != (reading.score if reading else None):
            self._on_score_edited()

    def cover(self, covered: bool) -> None:
        """Show only that there is a score."""
        self._score.cover(translate("room", "given") if covered else "")

    def refresh(self) -> None:
        """Show what the draft has now, and whether the score may be asked already."""
        reading, block = self.reading(), self._draft.block
        score = reading.score if reading else None
        if self._score.value() != score and not (self._typing and self._score.problem()):
            self._score.set_value(score)
        due, at = is_due(block, self.slot, self._draft.now()), when_due(block, self.slot)
        in_note = self.slot == BEFORE
        block_open = self._draft.is_editable() or (block.state in CLOSED and not in_note)
        self._score.setEnabled(due and block_open and self._draft.scores_are_editable())
        self._score.say_when_empty("" if due or at is None else show_time(at))
        told = (
            f"{reading.entered_by}, {show_time(reading.entered_at)}" if reading and reading.entered_at else ""
        )
        self.setToolTip(plain_tip(told))
        minutes = asked_at(block, reading) if reading else None
        self.show_hint("" if minutes is None else translate("room", "at {0}").format(show_minutes(minutes)))

    def _on_score_edited(self) -> None:
        """What is typed replaces the reading as it was when typing began; half a number changes nothing."""
        self._begin_typing()
        score, mode = self._score.value(), self._mode()
        response = with_reading(self._draft.response, self.series, self.slot, self._first)
        if score is not None and mode is None:
            self.show_problem(translate("room", "Choose below how it was learned, then enter it."))
            return
        self.show_problem("")
        if score is not None and mode is not None:
            response = self._scored(response, score, mode)
        elif not self._score.problem():
            response = without_score(response, self.series, self.slot)
        self._written = response.reading(self.series, self.slot)
        self._draft.change_scores(response, self._score.objectName())

    def _scored(self, response: Response, score: Decimal, mode: Mode) -> Response:
        if self._first is not None and (self._first.score, self._first.mode) == (score, mode):
            return response
        scored = Scored(self.series, self.slot, score, mode)
        author, halves = self._draft.author(), self._half_points
        return with_score(response, self._draft.block, scored, author, half_points=halves)

    def _begin_typing(self) -> None:
        """Remember the reading that is being corrected, also while its line is empty for a moment."""
        if not self._typing or self.reading() != self._written:
            self._first = self.reading()
        self._typing = True

    def _on_score_left(self) -> None:
        self._typing = False
        self._draft.end_step()

    def _mode(self) -> Mode | None:
        if not self.is_late():
            return Mode.IN_CLINIC
        return self._late_mode() or (self._first.mode if self._first else None)
