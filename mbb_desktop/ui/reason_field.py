"""Why it was right nevertheless: a reason stands for what was known when it was typed or confirmed."""

from dataclasses import replace
from typing import Any

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.charting import entered
from mbb_desktop.clinical.checks import with_reasons_for
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.fact_field import Fact, FactField
from mbb_desktop.ui.visit import Visit


class ReasonField(FactField):
    """A reason; Enter confirms it for what has to be reasoned now."""

    def __init__(self, draft: BlockDraft, visit: Visit, fact: Fact) -> None:
        why = TextEditor(draft.tr("why it was right for this person"))
        self._visit = visit
        super().__init__(draft, fact, why)
        why.line.entered.connect(self._on_fact_edited)

    def _on_fact_edited(self) -> None:
        typed: dict[str, Any] = {self.path: self.editor.value()}
        open_: dict[str, Any] = {self.path: ""}
        block = self._for_now(replace(self._draft.block, **open_), replace(self._draft.block, **typed))
        if block != self._draft.block:
            self._draft.change(entered(block, self.item, self._draft.author()), self.path)

    def _for_now(self, before: Block, block: Block) -> Block:
        visit = self._visit
        return with_reasons_for(before, block, visit.patient, visit.formulary, visit.others, visit.course)
