"""What a learner says when signing: under whose supervision. Nobody is chosen at the start."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.cosignature import Supervised
from mbb_desktop.ui.check_editor import CheckEditor
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.parts import help_text, stack
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.cosign import attendings


class SupervisionField(QWidget):
    """The tick and the attending; `edited` when either is changed."""

    edited = Signal()

    def __init__(self, session: Session, statement: str) -> None:
        super().__init__()
        self.said = CheckEditor(statement)
        self.attending: ChoiceEditor[UUID] = ChoiceEditor([], False, self.tr("Choose the attending"))
        column = stack(self, spacing=6)
        column.addWidget(self.said)
        column.addWidget(Field(self.tr("To be co-signed by"), self.attending))
        column.addWidget(
            help_text(self.tr("It is not final, and says so, until the attending has co-signed."))
        )
        for part in (self.said, self.attending):
            part.edited.connect(self.edited)
        self.setFocusProxy(self.said)
        session.do(attendings).then(self._offer, receiver=self)

    def supervised(self) -> Supervised | None:
        """What was said; None while something is missing."""
        chosen = self.attending.value()
        return Supervised(chosen) if chosen is not None and self.said.value() else None

    def missing(self) -> str:
        """What is still to be said; empty when nothing is."""
        if not self.said.value():
            return self.tr("Say that it was under supervision.")
        if self.attending.value() is None:
            return self.tr("Choose the attending who is to co-sign.")
        return ""

    def _offer(self, found: Sequence[User]) -> None:
        self.attending.offer([(user.id, user.signs_as) for user in found])


def supervision_field(session: Session, statement: str) -> SupervisionField | None:
    """The field for a learner; nothing for anybody else."""
    return SupervisionField(session, statement) if session.user.learner else None
