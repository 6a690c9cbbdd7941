"""Backups in truth: when the last one was made and checked, where they lie, and one more now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.storage.backup import Backup
from mbb_desktop.storage.signed import Report
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Card, Notice, body, card, help_text, line, stack
from mbb_desktop.ui.record_table import RIGHT, Column, RecordTable
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.keep_clinic import back_up_now, backups, check_record


class BackupSettings(QWidget):
    """For administrators, with what opens a backup when a passphrase is forgotten."""

    code_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.table: RecordTable[Backup] = RecordTable(self._columns(), self.tr("Backups"), row_height=40)
        self._last = Notice("", "neutral", "shield-check")
        self._failed = Notice("", "danger", "circle-alert")
        self._place = help_text("")
        self._now = Button(self.tr("Back up now"), "primary", "hard-drive")
        self._busy = QProgressBar()
        self._build()
        session.changed.connect(self._on_changed)
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self._session.do(backups).then(self._show)

    def last_words(self) -> str:
        """What is said about the last backup."""
        return self._last.text()

    def failure(self) -> str:
        """Why the last try failed; empty when it did not."""
        return self._failed.text()

    def _build(self) -> None:
        frame = card(self.tr("Backups"), flush=True)
        column = stack(self, spacing=12, margins=(20, 16, 20, 16))
        column.addWidget(frame, 1)
        if self._session.may(Permission.KEEP_USERS):
            column.addWidget(self._recovery_card())
        head = stack(spacing=8, margins=(16, 0, 16, 12))
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Backing up"))
        self._busy.hide()
        for part in (self._last, self._failed, self._busy):
            head.addWidget(part)
        row = line(spacing=12)
        self._now.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._now.clicked.connect(self._on_now)
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._place.setAccessibleName(self.tr("Where the backups lie"))
        row.addWidget(self._now)
        row.addWidget(self._place, 1)
        head.addLayout(row)
        frame.body.addLayout(head)
        frame.body.addWidget(self.table, 1)
        frame.body.addStretch()

    def _recovery_card(self) -> Card:
        frame = card(self.tr("Recovery code"))
        said = self.tr(
            "It opens the record and every backup without a passphrase. Make a new one when the paper is "
            "lost, or when somebody has seen it who should not; backups made until then still open with "
            "the former one."
        )
        make = Button(self.tr("Make a new recovery code"), icon="lock")
        make.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        make.clicked.connect(self.code_asked)
        row = line()
        row.addWidget(make)
        row.addStretch()
        frame.body.addWidget(body(said))
        frame.body.addLayout(row)
        return frame

    def _columns(self) -> list[Column[Backup]]:
        return [
            Column(self.tr("Made"), self._when, strong=True, width=180),
            Column(self.tr("Reason"), lambda backup: backup.reason, width=150),
            Column(self.tr("Patient records"), lambda backup: f"{backup.patients:,}", align=RIGHT, width=124),
            Column(self.tr("Events"), lambda backup: f"{backup.seq:,}", align=RIGHT, width=90),
            Column(self.tr("Folder"), lambda backup: backup.folder.name),
        ]

    def _when(self, backup: Backup) -> str:
        at = backup.made_at.astimezone(self._session.now().tzinfo)
        return f"{show_date(at.date())} {at:%H:%M}"

    def _show(self, made: tuple[Backup, ...]) -> None:
        self.table.show_records(made, key=lambda backup: backup.folder)
        self.table.setVisible(bool(made))
        if not made:
            self._last.show_text(self.tr("No backup yet. Make one now."), "warn", "triangle-alert")
            self._place.setText("")
            return
        self._place.setText(self.tr("They lie in {0}").format(made[0].folder.parent))
        if made[0].chain_faults:
            said = self.tr("Last backup: {0}. The record that it copied has faults; see Record.")
            self._last.show_text(said.format(self._when(made[0])), "danger", "triangle-alert")
            return
        old = (self._session.now() - made[0].made_at).days >= 2
        said = self.tr("Last verified backup: {0}. It was reopened and checked after it was written.")
        icon = "triangle-alert" if old else "shield-check"
        self._last.show_text(said.format(self._when(made[0])), "warn" if old else "ok", icon)

    def _on_now(self) -> None:
        self._now.setEnabled(False)
        self._busy.show()
        self._failed.show_text("")
        doing = self._session.beside(back_up_now).changes("backup")
        doing.then(self._on_made).failed(self._on_failed)

    def _on_made(self, _made: Backup) -> None:
        self._done()

    def _on_failed(self, error: Exception) -> None:
        self._done()
        said = explain(error) or self.tr("The backup failed. Try again, or free some space on the disk.")
        self._failed.show_text(said, "danger", "circle-alert")

    def _done(self) -> None:
        self._now.setEnabled(True)
        self._busy.hide()

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("backup"):
            self.reload()


class RecordSettings(QWidget):
    """Checks the audit chain, every hash and every signature when asked."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._result = Notice("", "ok", "shield-check")
        self._faults: list[QLabel] = []
        self._busy = QProgressBar()
        self._run = Button(self.tr("Verify the record now"), "primary", "shield-check")
        self._frame = card(self.tr("The record"))
        self._build()

    def result(self) -> str:
        """What the last check found."""
        return self._result.text()

    def _build(self) -> None:
        stack(self, margins=(20, 16, 20, 16)).addWidget(self._frame, 0, Qt.AlignmentFlag.AlignTop)
        said = self.tr(
            "Every change and every signed paper stands in a chain that shows when something was altered. "
            "Verifying reads all of it."
        )
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Verifying"))
        self._busy.hide()
        self._run.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._run.clicked.connect(self._on_run)
        row = line()
        row.addWidget(self._run)
        row.addStretch()
        for part in (body(said), self._result, self._busy):
            self._frame.body.addWidget(part)
        self._frame.body.addLayout(row)

    def _on_run(self) -> None:
        self._run.setEnabled(False)
        self._busy.show()
        self._result.show_text("")
        self._session.beside(check_record).then(self._show).failed(self._on_failed)

    def _show(self, report: Report) -> None:
        self._done()
        counted = self.tr("{0} events, {1} signed papers").format(
            f"{report.events:,}", f"{report.documents:,}"
        )
        if report.intact:
            said = self.tr("Record intact, {0}.").format(counted)
            self._result.show_text(said, "ok", "shield-check")
            return
        said = self.tr("{0} faults in {1}. Keep the latest backups and ask for help before going on.")
        self._result.show_text(said.format(len(report.faults), counted), "danger", "triangle-alert")
        for fault in report.faults[:20]:
            label = help_text(f"{fault.place}: {fault.sentence}")
            self._faults.append(label)
            self._frame.body.addWidget(label)

    def _on_failed(self, error: Exception) -> None:
        self._done()
        said = explain(error) or self.tr("The record could not be read. Try again.")
        self._result.show_text(said, "danger", "circle-alert")

    def _done(self) -> None:
        self._run.setEnabled(True)
        self._busy.hide()
        for label in self._faults:
            label.hide()
            label.deleteLater()
        self._faults = []
