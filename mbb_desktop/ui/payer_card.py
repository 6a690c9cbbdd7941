"""In the details of a patient: what payers approved, and whether it covers what is planned."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import say_joints
from mbb_desktop.clinical.authorization import Authorization
from mbb_desktop.clinical.authorized import Covered
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.authorization_card import AuthorizationCard
from mbb_desktop.ui.authorization_words import ICON, about_words, cover_tone, state_chip
from mbb_desktop.ui.chips import ChipLabel
from mbb_desktop.ui.parts import Button, Card, Notice, appear, clear, help_text, line, muted, stack, words
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.authorizations import PatientFile, payer_file, planned_joints

_SHOWN = ("authorization", "block", "patient", "course")


class PayerCard(Card):
    """Reads itself again when something of the patient changes."""

    def __init__(self, session: Session, window: QWidget, patient_id: UUID) -> None:
        super().__init__(self.tr("Authorizations"))
        self._session, self._window_of, self._patient_id = session, window, patient_id
        self._file: PatientFile | None = None
        self._may = session.may(Permission.KEEP_AUTHORIZATIONS)
        self.add = Button(self.tr("Add authorization"), icon="plus")
        self.add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add.clicked.connect(lambda: self.edit(None))
        self.add.setEnabled(False)
        appear(self.add, self._may)
        self.head.addWidget(self.add)
        session.changed.connect(self._on_changed)
        self._read()

    def edit(self, known: Authorization | None) -> None:
        """Open the entry; None is a new one."""
        if self._file is not None:
            AuthorizationCard(self._session, self._window_of, self._file, known).open()

    def _read(self) -> None:
        self._session.do(payer_file, self._patient_id).then(self._show)

    def _on_changed(self, changed: Changed) -> None:
        if any(changed.touches(kind) for kind in _SHOWN):
            self._read()

    def _show(self, found: PatientFile) -> None:
        self._file = found
        clear(self.body)
        self.add.setEnabled(True)
        for block, covered in found.plans:
            self.body.addWidget(_plan(block, covered))
        for each in found.known.authorizations[::-1]:
            self.body.addLayout(self._row(each))
        if not found.known.authorizations:
            self.body.addWidget(muted(self.tr("None in our record. That is not the same as none needed.")))

    def _row(self, each: Authorization) -> QHBoxLayout:
        row, names = line(spacing=10), stack(spacing=2)
        head = line(spacing=8)
        for_what = each.procedure.value.capitalize() if each.procedure else ""
        head.addWidget(words(self.tr("{0}: {1}").format(for_what, each.named), "strong"))
        head.addWidget(ChipLabel(state_chip(each, self._session.now().date())))
        head.addStretch()
        names.addLayout(head)
        said = self.tr("{0} (entered by {1}, {2})")
        on = show_date(each.entered_at.date()) if each.entered_at else ""
        names.addWidget(help_text(said.format(about_words(each), each.entered_by, on).strip()))
        row.addLayout(names, 1)
        if self._may:
            change = Button(self.tr("Change"))
            change.setAccessibleName(self.tr("Change {0}").format(each.named))
            change.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            change.clicked.connect(partial(self.edit, each))
            row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _plan(block: Block, covered: Covered) -> Notice:
    on = show_date(block.performed_on)
    said = f"{on}, {say_joints(planned_joints(block))}: {covered.sentence}"
    return Notice(said, cover_tone(covered), ICON)
