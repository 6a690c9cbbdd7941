"""The attestation of recovery and discharge: who gave it and when, or the button that gives it."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.block import Discharge, Item
from mbb_desktop.clinical.charting import entered
from mbb_desktop.clinical.shown import show_time
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.editor import Editor
from mbb_desktop.ui.fact_field import Fact, FactField
from mbb_desktop.ui.parts import Button, appear, line, words
from mbb_desktop.ui.room_facts import discharge_missing

translate = QCoreApplication.translate


def attest(draft: BlockDraft) -> None:
    """Attest recovery and discharge as they are now, in the name of the person at the screen."""
    author = draft.author()
    left = replace(draft.block.discharge, attested_by=draft.signs_as(), attested_at=author.at)
    draft.change(entered(replace(draft.block, discharge=left), Item.RECOVERY, author), "attested")


class AttestEditor(Editor[Discharge]):
    """Nobody attests for somebody else: there is a button, and nothing to type."""

    def __init__(self) -> None:
        super().__init__()
        self._left = Discharge()
        self._said = words("", "body")
        self.button = Button(self.tr("I attest recovery and discharge"))
        row = line(self, spacing=8)
        row.addWidget(self._said)
        row.addWidget(self.button)
        row.addStretch()
        self.setFocusProxy(self.button)
        self.watch_leaving(self.button)
        self.set_value(self._left)

    def value(self) -> Discharge:
        return self._left

    def set_value(self, value: Discharge) -> None:
        self._left = value
        given = value.attested_at is not None
        at = show_time(value.attested_at) if value.attested_at else ""
        self._said.setText(self.tr("{0}  by {1}").format(at, value.attested_by) if given else "")
        appear(self._said, given)
        appear(self.button, not given)

    def text(self) -> str:
        """Who attested and when; empty when nobody did."""
        return self._said.text()

    def name(self, label: str) -> None:
        self._said.setAccessibleName(label)

    def inputs(self) -> list[QWidget]:
        return [self.button]


class AttestField(FactField):
    """Shows the attestation; the button waits until everything that is attested is recorded."""

    def __init__(self, draft: BlockDraft) -> None:
        self._attest = AttestEditor()
        label = translate("more", "Attested")
        super().__init__(draft, Fact("discharge", Item.RECOVERY, label), self._attest)
        self.setProperty("records", "discharge.attested_by discharge.attested_at")
        self._attest.button.clicked.connect(lambda: attest(draft))

    def text(self) -> str:
        """Who attested and when; empty when nobody did."""
        return self._attest.text()

    def refresh(self) -> None:
        """Show what the draft has now."""
        super().refresh()
        missing = discharge_missing(self._draft.block)
        self._attest.button.setEnabled(not missing)
        attested = self._draft.block.discharge.attested_at is not None
        told = translate("more", "Still missing: {0}.").format(", ".join(missing)) if missing else ""
        self.show_hint("" if attested else told)
