"""What the cards of authorizations and denials share: whose it is, the payers, two buttons, a refusal."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.authorization import Authorization
from mbb_desktop.clinical.denial import Denial
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.directory_editor import DirectoryEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body
from mbb_desktop.ui.person_words import full_name, two_identifiers
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.authorizations import BadAuthorization, PatientFile
from mbb_desktop.workflow.denials import BadDenial
from mbb_desktop.workflow.keep_clinic import directory

R = TypeVar("R", Authorization, Denial)


class PayerRecordCard(DialogCard, Generic[R]):
    """An entry about a patient and a payer; `kept` brings it as it is stored."""

    kept = Signal(object)

    def __init__(  # noqa: PLR0913, PLR0917  what the card shows, and where
        self,
        session: Session,
        window: QWidget,
        title: str,
        of: PatientFile,
        form: RecordForm[R],
        wide: int,
    ) -> None:
        super().__init__(window, title, wide)
        self._session = session
        self.form: RecordForm[R] = form
        self.payer = DirectoryEditor((CorrespondentKind.PAYER,), may_add=False)
        self._notice = Notice("", "danger", "circle-alert")
        self.body.addWidget(
            body(f"{full_name(of.patient)}   {two_identifiers(of.patient, session.now().date())}")
        )

    def _complete(self) -> None:
        """Put the filled form into the card, with its buttons, and begin at the first field."""
        for part in (self.form, self._notice):
            self.body.addWidget(part)
        cancel, self.save = Button(self.tr("Cancel")), Button(self.tr("Save"), "primary")
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        for button in (cancel, self.save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self.save.setDefault(True)
        self._session.do(directory).then(self._show_payers)
        self.form.editor("procedure").setFocus(Qt.FocusReason.OtherFocusReason)

    def is_unfinished(self) -> bool:
        return self.form.is_dirty()

    def resume(self, typed: object) -> None:
        """What was typed before a lock. A new entry stays the one that it was: it cannot be kept twice."""
        begun = self.form.record()
        if isinstance(typed, type(begun)):
            self.form.show_record(replace(begun, id=typed.id))
            self.form.fill(typed)

    def said(self) -> str:
        """What could not be kept."""
        return self._notice.text()

    @abstractmethod
    def _saving(self) -> Pending[R]:
        """Begin to save what the form holds."""

    def _show_payers(self, entries: tuple[Correspondent, ...]) -> None:
        known: Mapping[UUID, Correspondent] = {entry.id: entry for entry in entries}
        self.payer.show_entries(known)

    def _save(self) -> None:
        if self.form.show_problems():
            self.warn(next(iter(self.form.problems().values())))
            return
        self._busy = True
        self.save.setEnabled(False)
        self._saving().then(self._on_kept).failed(self._on_failed)

    def _on_kept(self, kept: R) -> None:
        self.accept()
        self.kept.emit(kept)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self.save.setEnabled(True)
        if isinstance(error, BadAuthorization | BadDenial):
            self.form.field(error.field).show_problem(str(error))
        self.warn(explain(error) or self.tr("It was not saved. Try again."))

    def warn(self, said: str) -> None:
        """Say it above the buttons."""
        self._notice.show_text(said, "danger", "circle-alert")
        self.fit()
