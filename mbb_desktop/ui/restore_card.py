"""Restore a backup from the unlock screen: which one, and whose passphrase opens it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.shown import show_date, show_time
from mbb_desktop.storage.backup import Backup
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import SecretEditor
from mbb_desktop.ui.parts import Button, Notice, body
from mbb_desktop.ui.record_form import Field
from mbb_desktop.workflow.unlock import Doorkeeper

Restore = Callable[[Backup, UUID, str], None]


class RestoreCard(DialogCard):
    """Emits what was chosen; `show_problem` says why it did not work. Nothing is touched before."""

    chosen = Signal(object, object, str)  # backup, person's id, passphrase

    def __init__(
        self, window: QWidget, folder: Path, backups: Sequence[Backup], people: Sequence[Doorkeeper]
    ) -> None:
        super().__init__(window, "", 520)
        self.setAccessibleName(self.tr("Restore a backup"))
        self._which: ChoiceEditor[Backup] = ChoiceEditor([(b, _said(b)) for b in backups], segmented=False)
        self._who: ChoiceEditor[UUID] = ChoiceEditor([(p.user_id, p.name) for p in people], segmented=False)
        self._passphrase = SecretEditor()
        self._says = Notice()
        self._restore = Button(self.tr("Restore"), "danger")
        self._build(folder, bool(backups))
        if len(people) == 1:
            self._who.set_value(people[0].user_id)

    def _build(self, folder: Path, any_backup: bool) -> None:
        self.body.addWidget(
            body(
                self.tr(
                    "The backup takes the place of the present record. What is there now is kept beside "
                    "it, in {0}."
                ).format(folder / "backups")
            )
            if any_backup
            else body(self.tr("There is no backup in {0}.").format(folder / "backups"))
        )
        for label, editor in (
            (self.tr("Backup"), self._which),
            (self.tr("Whose passphrase"), self._who),
            (self.tr("Passphrase at the time of the backup"), self._passphrase),
        ):
            self.body.addWidget(Field(label, editor))
        self.body.addWidget(self._says)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._restore.setEnabled(any_backup)
        self._restore.clicked.connect(self._on_restore)
        self.buttons.addStretch()
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self._restore)

    def show_problem(self, sentence: str) -> None:
        """Why it was not restored."""
        self._restore.setEnabled(True)
        self._says.show_text(sentence, "danger", "circle-alert")

    def _on_restore(self) -> None:
        backup, person = self._which.value(), self._who.value()
        if backup is None or person is None or not self._passphrase.text():
            self.show_problem(self.tr("Choose a backup and a person, and enter the passphrase."))
            return
        self._restore.setEnabled(False)
        self._says.show_text(self.tr("Restoring. This takes a moment."), "info", "clock")
        self.chosen.emit(backup, person, self._passphrase.text())


def _said(backup: Backup) -> str:
    return f"{show_date(backup.made_at.date())} {show_time(backup.made_at)}, {backup.reason}"
