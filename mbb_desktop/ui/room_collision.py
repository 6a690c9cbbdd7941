"""Two people entered the same fact differently: both values are shown, and one of them is chosen."""

from datetime import datetime
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.block import Drug, Vitals
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import show_time
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.parts import Button, body
from mbb_desktop.workflow.follow_up import ScoreChangedMeanwhile
from mbb_desktop.workflow.record_block import SomebodyElseChanged

Clash = SomebodyElseChanged | ScoreChangedMeanwhile


class CollisionCard(DialogCard):
    """Escape keeps what the other person saved; nothing is lost without being seen."""

    def __init__(self, window: QWidget, draft: BlockDraft, clash: Clash) -> None:
        super().__init__(window, self.tr("Somebody else changed the same field"))
        for collision in clash.collisions:
            told = self.tr("{0}: you entered {1}, saved meanwhile is {2}.")
            name = collision.field.rsplit(".", 1)[-1].replace("_", " ")
            told = told.format(name.capitalize(), _words(collision.mine), _words(collision.theirs))
            self.body.addWidget(body(told))
        theirs, mine = Button(self.tr("Keep what was saved")), Button(self.tr("Keep mine"), "primary")
        for button, run in ((theirs, self.reject), (mine, self.accept)):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(run)
            self.buttons.addWidget(button)
        self.accepted.connect(lambda: draft.keep_mine(clash))
        self.rejected.connect(lambda: draft.take_theirs(clash))
        theirs.setFocus()


def _words(value: object) -> str:
    if value in (None, "", ()):
        return "nothing"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, datetime):
        return show_time(value)
    if isinstance(value, tuple):
        return "; ".join(_part(part) for part in value)
    return str(getattr(value, "value", getattr(value, "score", value)))


def _part(part: object) -> str:
    if isinstance(part, Drug):
        lot = f", lot {part.lot}" if part.lot else ""
        return f"{part.agent}{lot}"
    if isinstance(part, Vitals):
        pressure = f"{part.systolic}/{part.diastolic}" if part.systolic and part.diastolic else "vital signs"
        return f"{pressure} {part.when.value}"
    return str(getattr(part, "value", "another entry"))
