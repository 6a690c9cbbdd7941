"""Restore a backup before anybody is in: which one, and what opens it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QWidget

from mbb_desktop.clinical.shown import show_date, show_time
from mbb_desktop.storage.backup import Backup, Extent
from mbb_desktop.storage.restore import Compared
from mbb_desktop.ui import theme
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import SecretEditor, TextEditor
from mbb_desktop.ui.parts import Button, Notice, body, line, words
from mbb_desktop.ui.record_form import Field
from mbb_desktop.workflow.unlock import Doorkeeper

translate = QCoreApplication.translate
_ROOM_TO_SAY = 56

Choice = tuple[Backup, UUID | None, str]  # the backup, whose passphrase or None for the code, the secret


@dataclass(frozen=True, slots=True)
class Kept:
    """Where backups are looked for, who can open one, and whether it would take the place of a record."""

    folder: Path
    is_new: bool
    backups_of: Callable[[Path], Sequence[Backup]]
    people_of: Callable[[Backup], Sequence[Doorkeeper]]
    is_of_here: Callable[[Backup], bool]


class RestoreCard(DialogCard):
    """Asks to compare what was chosen with the present record, then emits it; nothing is touched before."""

    compare_asked = Signal(object, object, str)  # the same three
    chosen = Signal(object, object, str)  # backup, person's id or None, passphrase or recovery code

    def __init__(self, window: QWidget, kept: Kept) -> None:
        super().__init__(window, self.tr("Restore a backup"), 520)
        self._kept = kept
        none = self.tr("Choose")
        self.which: ChoiceEditor[Backup] = ChoiceEditor([], segmented=False, empty=none)
        self.opened_with: ChoiceEditor[bool] = ChoiceEditor(
            [(False, self.tr("Passphrase")), (True, self.tr("Recovery code"))]
        )
        self.who: ChoiceEditor[UUID] = ChoiceEditor([], segmented=False, empty=none)
        self.passphrase = SecretEditor()
        self.code = TextEditor(max_length=120)
        self._with_person = (
            Field(self.tr("Whose passphrase"), self.who),
            Field(self._which_passphrase(), self.passphrase),
        )
        self._with_code = Field(self.tr("Recovery code, eight groups and the check character"), self.code)
        self._says = Notice()
        self._beside: QWidget | None = None
        self._asked: Choice | None = None
        self._compared: Choice | None = None
        self._restoring = False
        self._restore, self._cancel = Button(self.tr("Restore"), "danger"), Button(self.tr("Cancel"))
        self._build()
        self._connect()
        self.opened_with.set_value(False)
        self._on_opened_with()
        self.look_in(kept.folder)

    def look_in(self, folder: Path) -> None:
        """Offer the backups that lie in a folder."""
        found = self._kept.backups_of(folder)
        self.which.offer([(backup, _said(backup)) for backup in found])
        self.which.set_value(found[0] if len(found) == 1 else None)
        self._forget_compared()
        self._on_which()
        if not found:
            said = self.tr("There is no backup in {0}. Choose the folder that holds it.").format(folder)
            self._says.show_text(said, "info", "info")
            self.fit()

    def show_problem(self, sentence: str) -> None:
        """Why it was not restored; the secret is ready to be typed over."""
        self._restoring = False
        self._allow(True)
        self._says.show_text(sentence, "danger", "circle-alert")
        secret = self.code if self.opened_with.value() else self.passphrase
        secret.setFocus()
        secret.line.selectAll()
        self.fit()

    def show_compared(self, found: Compared) -> None:
        """What is lost stands there before the same button is pressed again; without a record nothing is."""
        asked = self._answered()
        if asked is None:
            return
        if self._kept.is_new:
            self._go_on(asked)
            return
        self._forget_compared()
        self._compared = asked
        if found.present is not None:
            self._beside = _side_by_side(found.present, found.backup)
            self.body.insertWidget(self.body.indexOf(self._says), self._beside)
        self._allow(True)
        self._restore.say(self.tr("Restore this backup"))
        self._says.show_text(self._said_of(found), "warn", "triangle-alert")
        self.fit()
        ends_something = found.is_older or found.present is None  # then Enter pressed twice restores nothing
        (self._cancel if ends_something else self._restore).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_not_compared(self, sentence: str) -> None:
        """Why the two could not be compared."""
        if self._answered() is not None:
            self.show_problem(sentence)

    def reject(self) -> None:
        if not self._restoring:  # it cannot be stopped any more, and its end must be read by somebody
            super().reject()

    def done(self, result: int) -> None:
        self._asked = None  # an answer that comes later restores nothing
        super().done(result)

    def _answered(self) -> Choice | None:
        """What the answer is about; None when something else stands there by now, or the card is closed."""
        asked, self._asked = self._asked, None
        if asked is None or asked == self._chosen():
            return asked
        self._allow(True)
        self._say_whose()
        return None

    def _said_of(self, found: Compared) -> str:
        present = found.present
        if present is None:
            said = self.tr(
                "The present record cannot be opened with this, so the two cannot be compared. It will be "
                "gone from the program, and is kept as it is in {0}."
            )
            return said.format(self._kept.folder / "backups")
        if found.is_older and found.backup.newest and present.newest:
            said = self.tr(
                "The backup ends at {0}. What was entered after that, up to {1}, will not be in the record. "
                "It is kept beside it."
            )
            return said.format(_moment(found.backup.newest), _moment(present.newest))
        return self.tr("The present record holds nothing that is later than this backup.")

    def _forget_compared(self) -> None:
        """Something else was chosen or typed."""
        self._restore.say(self.tr("Restore"))
        if self._compared is None:
            return
        self._compared = None
        if self._beside is not None:
            self._beside.hide()
            self._beside.deleteLater()
            self._beside = None
        self._says.show_text("")
        self.fit()

    def said(self) -> str:
        """The sentence that is shown."""
        return self._says.text()

    def compared(self) -> list[str]:
        """The words that stand beside each other."""
        return [label.text() for label in self._beside.findChildren(QLabel)] if self._beside else []

    def _build(self) -> None:
        self.body.addWidget(body(self._begins_with()))
        row = line()
        row.addWidget(Field(self.tr("Backup"), self.which), 1)
        folder = Button(self.tr("Another folder"), icon="hard-drive")
        folder.clicked.connect(self._on_folder)
        row.addWidget(folder, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.body.addWidget(Field(self.tr("Opened with"), self.opened_with))
        for part in (*self._with_person, self._with_code, self._says):
            self.body.addWidget(part)
        self._says.setMinimumHeight(theme.px(_ROOM_TO_SAY))
        put_aside = self._says.sizePolicy()
        put_aside.setRetainSizeWhenHidden(True)  # nothing moves when there is something to say
        self._says.setSizePolicy(put_aside)
        self._cancel.clicked.connect(self.reject)
        for button in (self._cancel, self._restore):
            self.buttons.addWidget(button)
        for button in (folder, self._cancel, self._restore):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _which_passphrase(self) -> str:
        if self._kept.is_new:
            return self.tr("Passphrase of the time of the backup")
        return self.tr("Passphrase of now, or of the time of the backup")

    def _begins_with(self) -> str:
        if self._kept.is_new:
            said = self.tr(
                "There is no record on this computer yet. What the backup holds becomes the record in {0}."
            )
            return said.format(self._kept.folder)
        said = self.tr(
            "The backup takes the place of the present record. What is there now is kept beside it, in {0}."
        )
        return said.format(self._kept.folder / "backups")

    def _connect(self) -> None:
        for editor in (self.which, self.opened_with, self.who, self.passphrase, self.code):
            editor.edited.connect(self._forget_compared)  # first: what is said of the new choice stays
        self.which.edited.connect(self._on_which)
        self.opened_with.edited.connect(self._on_opened_with)
        self._restore.clicked.connect(self._on_restore)
        for secret in (self.passphrase, self.code):
            secret.line.entered.connect(self._on_restore)

    def _on_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("The folder with the backup"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.look_in(Path(path)))
        dialog.open()

    def _on_which(self) -> None:
        backup = self.which.value()
        people = self._kept.people_of(backup) if backup else ()
        self.who.offer([(one.user_id, one.name) for one in people])
        if len(people) == 1:
            self.who.set_value(people[0].user_id)
        if self._asked is None:
            self._say_whose()

    def _say_whose(self) -> None:
        backup = self.which.value()
        if backup and not self._kept.is_of_here(backup):
            said = self.tr("This is the backup of another clinic. It would take the place of the one here.")
            self._says.show_text(said, "warn", "triangle-alert")
        else:
            self._says.show_text("")
        self.fit()

    def _on_opened_with(self) -> None:
        by_code = bool(self.opened_with.value())
        for part in self._with_person:
            part.setVisible(not by_code)
        self._with_code.setVisible(by_code)
        self.fit()

    def _chosen(self) -> Choice | None:
        backup, by_code = self.which.value(), bool(self.opened_with.value())
        secret = self.code.text() if by_code else self.passphrase.text()
        return (backup, None if by_code else self.who.value(), secret) if backup else None

    def _allow(self, allowed: bool) -> None:
        """Whether something may be begun; meanwhile a second Enter does nothing."""
        if not allowed:
            self._says.setFocus()
        self._restore.setEnabled(allowed)
        self._cancel.setEnabled(allowed or not self._restoring)

    def _on_restore(self) -> None:
        chosen = self._chosen()
        if self._asked is not None or self._restoring:
            return
        if chosen is None:
            self.show_problem(self.tr("Choose a backup."))
        elif not self.opened_with.value() and chosen[1] is None:
            self.show_problem(self.tr("Choose whose passphrase it is."))
        elif not chosen[2]:
            self.show_problem(self.tr("Enter the passphrase or the recovery code."))
        elif chosen == self._compared:
            self._go_on(chosen)
        else:
            self._asked = chosen
            both = self.tr("Looking into the backup and the present record.")
            alone = self.tr("Looking into the backup.")
            self._says.show_text(alone if self._kept.is_new else both, "info", "clock")
            self._allow(False)
            self.fit()
            self.compare_asked.emit(*chosen)

    def _go_on(self, chosen: Choice) -> None:
        self._restoring = True
        self._says.show_text(
            self.tr("Restoring. This takes a moment and cannot be stopped."), "info", "clock"
        )
        self._allow(False)
        self.fit()
        self.chosen.emit(*chosen)


def _side_by_side(present: Extent, backup: Extent) -> QWidget:
    """Counts and the newest entry of both."""
    shown = QWidget()
    grid = QGridLayout(shown)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(16))
    heads = ("", translate("restore", "Present record"), translate("restore", "This backup"))
    rows = [
        (translate("restore", "Patient records"), f"{present.patients:,}", f"{backup.patients:,}"),
        (translate("restore", "Blocks"), f"{present.blocks:,}", f"{backup.blocks:,}"),
        (translate("restore", "Signed papers"), f"{present.papers:,}", f"{backup.papers:,}"),
        (translate("restore", "Accounts"), f"{present.accounts:,}", f"{backup.accounts:,}"),
        (translate("restore", "Newest entry"), _moment(present.newest), _moment(backup.newest)),
    ]
    for at, row in enumerate((heads, *rows)):
        for column, text in enumerate(row):
            grid.addWidget(words(text, "strong" if at and column else "small"), at, column)
    return shown


def _moment(at: datetime | None) -> str:
    if at is None:
        return translate("restore", "none")
    local = at.astimezone()
    return f"{show_date(local.date())} {show_time(local)}"


def _said(backup: Backup) -> str:
    made = backup.made_at.astimezone()
    patients = "1 patient" if backup.patients == 1 else f"{backup.patients:,} patients"
    return f"{show_date(made.date())} {show_time(made)}, {backup.reason}, {patients}"
