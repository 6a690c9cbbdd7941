"""Above the block editor: what is being recorded, its state, and what came before it in the course."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.block import Block, BlockState, Purpose
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.chips import Chip, ChipLabel
from mbb_desktop.ui.elided import ElidedLabel
from mbb_desktop.ui.folding_row import FoldingRow
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Button, Tone, appear, grey, muted, stack, words
from mbb_desktop.ui.state_chips import state_chip
from mbb_desktop.ui.visit import Visit, drug_words, number_of


class EditorHead(QWidget):
    """Title, day and room, chips, and the buttons for what is rarely used: in one row where it has room."""

    copy_asked = Signal()
    preset_asked = Signal()
    more_asked = Signal()

    def __init__(self, draft: BlockDraft, visit: Visit) -> None:
        super().__init__()
        self._draft, self._visit = draft, visit
        self._when = muted("")
        self._state, self._number = ChipLabel(Chip("")), ChipLabel(Chip("", "info"))
        self._before = ElidedLabel(self._earlier_words())
        self.copy = Button(self._copy_words(), icon="undo-2", hint="Ctrl D")
        self.copy.clicked.connect(self.copy_asked)
        appear(self.copy, bool(visit.earlier))
        self.preset = Button(self.tr("Preset"), icon="list")
        self.preset.clicked.connect(self.preset_asked)
        self.more = Button(self.tr("More facts"), icon="plus", hint="F8")
        self.more.clicked.connect(self.more_asked)
        what = (words(self.tr("Medial branch block"), "dialogTitle"), self._when)
        chips, buttons = (self._state, self._number, self._before), (self.copy, self.preset, self.more)
        stack(self, spacing=0).addWidget(FoldingRow(what, chips, buttons, spacing=10, down=6))
        self.refresh(0)

    def refresh(self, more: int) -> None:
        """Show what the draft has now; `more` facts are recorded behind the last button."""
        block = self._draft.block
        room = f", {block.room[:1].lower()}{block.room[1:]}" if block.room else ""
        self._set(self._when, f"{show_date(block.performed_on)}{room}")
        self._chip(self._state, _state_chip(block))
        number = self._number_words(block)
        self._chip(self._number, Chip(number, "info"))
        appear(self._number, bool(number))
        said = self.tr("More facts ({0})").format(more) if more else self.tr("More facts")
        if self.more.accessibleName() != said:
            self.more.say(said)
        shut = not self._draft.may_enter("joints")
        grey(self.copy, self.tr("The levels can no longer be changed.") if shut else "")

    def _set(self, label: QWidget, text: str) -> None:
        if label is self._when and self._when.text() != text:
            self._when.setText(text)

    def _chip(self, label: ChipLabel, chip: Chip) -> None:
        if label.chip() != chip:
            label.show_chip(chip)

    def _number_words(self, block: Block) -> str:
        if block.purpose is Purpose.THERAPEUTIC:
            return self.tr("Therapeutic block")
        number = number_of(block, self._visit.earlier)
        if number is None:
            return ""
        return self.tr("{0} diagnostic block").format(ordinal(number))

    def _earlier_words(self) -> str:
        if not self._visit.earlier:
            return ""
        last = self._visit.earlier[-1]
        drug = drug_words(last)
        said = f"{ordinal(len(self._visit.earlier))}: {show_date(last.performed_on)}"
        return f"{said}, {drug}" if drug else said

    def _copy_words(self) -> str:
        return self.tr("Copy {0} block levels").format(ordinal(max(1, len(self._visit.earlier))))


def _state_chip(block: Block) -> Chip:
    """Here most blocks are drafts, so one stands back, and an error stands out."""
    chip = state_chip(block.state)
    tone: dict[BlockState, Tone] = {BlockState.DRAFT: "neutral", BlockState.ENTERED_IN_ERROR: "danger"}
    return replace(chip, tone=tone.get(block.state, chip.tone))


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`."""
    return localized({1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th"))
