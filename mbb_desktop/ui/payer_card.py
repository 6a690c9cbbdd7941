"""In the details of a patient: what payers approved and denied, and whether it covers what is planned."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import say_joints
from mbb_desktop.clinical.authorization import Authorization
from mbb_desktop.clinical.authorized import Covered
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.denial import Denial, next_step
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.authorization_card import AuthorizationCard
from mbb_desktop.ui.authorization_words import ICON, about_words, cover_tone, named_words, state_chip
from mbb_desktop.ui.chips import Chip, ChipLabel
from mbb_desktop.ui.denial_card import DenialCard
from mbb_desktop.ui.denial_words import due_words, more_words, sent_words, step_chip, step_words, what_words
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Button, Card, Notice, appear, clear, help_text, line, muted, stack, words
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.authorizations import PatientFile, compared_joints
from mbb_desktop.workflow.denials import OpenEntry, PayerRow, payer_entries

translate = QCoreApplication.translate

_SHOWN = ("authorization", "block", "patient", "course")


class PayerCard(Card):
    """Reads itself again when something of the patient changes."""

    def __init__(self, session: Session, window: QWidget, patient_id: UUID) -> None:
        super().__init__(self.tr("Authorizations and denials"))
        self._session, self._window_of, self._patient_id = session, window, patient_id
        self._file: PatientFile | None = None
        self.deny = Button(self.tr("Add denial"), icon="plus")
        self._may = session.may(Permission.KEEP_AUTHORIZATIONS)
        self.add = Button(self.tr("Add authorization"), icon="plus")
        self.add.clicked.connect(lambda: self.edit(None))
        self.deny.clicked.connect(lambda: self.edit_denial(None))
        for button in (self.add, self.deny):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setEnabled(False)
            appear(button, self._may)
            self.head.addWidget(button)
        session.changed.connect(self._on_changed)
        self._read()

    def edit(self, known: Authorization | None) -> None:
        """Open the entry; None is a new one."""
        if self._file is not None:
            AuthorizationCard(self._session, self._window_of, self._file, known).open()

    def edit_denial(self, known: Denial | None) -> None:
        """Open a denial; None is a new one."""
        if self._file is not None:
            DenialCard(self._session, self._window_of, self._file, known).open()

    def _read(self) -> None:
        self._session.do(payer_entries, self._patient_id).then(self._show)

    def _on_changed(self, changed: Changed) -> None:
        if any(changed.touches(kind) for kind in _SHOWN):
            self._read()

    def _show(self, found: OpenEntry) -> None:
        self._file = found.of
        clear(self.body)
        self.add.setEnabled(True)
        self.deny.setEnabled(True)
        for block, covered in found.of.plans:
            self.body.addWidget(_plan(block, covered))
        for denial in found.denials[::-1]:
            self.body.addLayout(self._denial(denial))
        for each in found.of.known.authorizations[::-1]:
            self.body.addLayout(self._answer(each))
        if not found.of.known.authorizations:
            none = self.tr("No authorization in our record. That is not the same as none needed.")
            self.body.addWidget(muted(none))

    def _answer(self, each: Authorization) -> QHBoxLayout:
        for_what = localized(each.procedure.value.capitalize()) if each.procedure else ""
        title = self.tr("{0}: {1}").format(for_what, named_words(each))
        chip = state_chip(each, self._session.now().date())
        said = _entered(about_words(each), each.entered_by, each.entered_at)
        return self._row(title, chip, said, partial(self.edit, each))

    def _denial(self, each: Denial) -> QHBoxLayout:
        today = self._session.now().date()
        row = PayerRow(self._file_of().patient, next_step(each, today), denial=each)
        title = what_words(row)
        more = "; ".join(filter(None, (step_words(row), due_words(row), more_words(row), sent_words(each))))
        said = _entered(more, each.entered_by, each.entered_at)
        return self._row(title, step_chip(row.step), said, partial(self.edit_denial, each))

    def _file_of(self) -> PatientFile:
        assert self._file is not None
        return self._file

    def _row(self, title: str, chip: Chip, said: str, change: Callable[[], None]) -> QHBoxLayout:
        row, names = line(spacing=10), stack(spacing=2)
        head = line(spacing=8)
        head.addWidget(words(title, "strong"))
        head.addWidget(ChipLabel(chip))
        head.addStretch()
        names.addLayout(head)
        names.addWidget(help_text(said))
        row.addLayout(names, 1)
        if self._may:
            button = Button(self.tr("Change"))
            button.setAccessibleName(self.tr("Change {0}").format(title))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda: change())
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _entered(said: str, by: str, at: datetime | None) -> str:
    told = translate("authorization", "{0} (entered by {1}, {2})")
    return told.format(said, by, show_date(at.date()) if at else "").strip()


def _plan(block: Block, covered: Covered) -> Notice:
    on = show_date(block.performed_on)
    said = f"{on}, {say_joints(compared_joints(block))}: {covered.sentence}"
    return Notice(said, cover_tone(covered), ICON)
