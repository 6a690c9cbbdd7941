"""About the program: what it is for, how it was checked, its log, and whose work is in it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from mbb_desktop import __version__
from mbb_desktop.about import Work, support_text, works
from mbb_desktop.log import last_lines
from mbb_desktop.paths import log_dir
from mbb_desktop.settings import Settings
from mbb_desktop.ui import theme
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.paper_files import in_documents
from mbb_desktop.ui.parts import Button, Card, Notice, body, card, help_text, line, scrolled, stack
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.session import Session

_LINES = 200


class AboutSettings(QWidget):
    """For everybody. Nothing here is about a patient. `tour` begins that of the sample clinic."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        settings: Settings,
        tour: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._session, self._window, self._settings = session, window, settings
        self._tour = tour
        self.log = _plain_text(self.tr("Log"))
        self.said = Notice("", "ok", "circle-check")
        self.table: RecordTable[Work] = RecordTable(self._columns(), self.tr("Licenses"), row_height=36)
        inside = QWidget()
        column = stack(inside, spacing=12, margins=(20, 16, 20, 16))
        for part in (self._purpose(), self._checked(), self._log_card(), self._works_card()):
            column.addWidget(part)
        column.addStretch()
        stack(self, spacing=0).addWidget(scrolled(inside))
        session.work(last_lines, log_dir(), _LINES).then(self._show_log, self)
        session.work(works).then(self._show_works, self)

    def save_support_file(self, place: Path) -> None:
        """Write the file for support."""
        text = support_text(log_dir(), self._settings, self._session.now())
        writing = self._session.work(place.write_text, text, encoding="utf-8")
        writing.then(lambda _done: self._on_saved(place), self).failed(self._on_failed)

    def show_license(self, work: Work) -> DialogCard:
        """Open the full text of a license."""
        asking = DialogCard(self._window, work.name, wide=640)
        text = _plain_text(self.tr("License of {0}").format(work.name))
        text.setPlainText(work.text() or work.license)
        text.setMinimumHeight(theme.px(380))
        asking.body.addWidget(text)
        close = Button(self.tr("Close"), "primary")
        close.clicked.connect(asking.accept)
        close.setDefault(True)
        asking.buttons.addWidget(close)
        asking.open()
        return asking

    def _purpose(self) -> Card:
        frame = card(self.tr("MBB Desktop {0}").format(__version__))
        for said in (
            self.tr(
                "Intended use: to record diagnostic medial branch blocks, to calculate the pain "
                "relief that the recorded scores show, to compare it with criteria that the clinic has "
                "selected, and to print notes, letters and handouts."
            ),
            self.tr(
                "Users: physicians, nurses, front desk and managers of a pain clinic, each with an account "
                "of their own."
            ),
            self.tr(
                "Not for emergencies, not for monitoring a patient; its dose limits are those of adults. "
                "It does not diagnose and does not advise: it shows how a result was calculated, with the "
                "source, and the physician decides. It analyzes no images."
            ),
        ):
            frame.body.addWidget(body(said))
        if self._tour is not None:
            again = Button(self.tr("Tour of the sample clinic"), icon="eye")
            again.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            again.clicked.connect(self._tour)
            frame.body.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _checked(self) -> Card:
        frame = card(self.tr("How it was checked"))
        for said in (
            self.tr(
                "Rules, relief, doses and codes are tested against published cases, at every limit and in "
                "every region and side; each number names its source. Saving, signing and restoring are "
                "tested with the power cut at many points."
            ),
            self.tr(
                "Not checked: Windows and macOS, and use with patients. The windows of the anesthetics are "
                "marked as of low confidence and need your pharmacist. What can go wrong, and what stands "
                "against it, is in docs/risk.md."
            ),
            self.tr(
                "The Spanish of the screens is not yet approved by a translator; papers are not "
                "changed by it."
            ),
        ):
            frame.body.addWidget(body(said))
        return frame

    def _log_card(self) -> Card:
        frame = card(self.tr("Log"))
        frame.body.addWidget(
            help_text(
                self.tr(
                    "It says when the program ran and where it failed. Neither the log nor the file for "
                    "support holds names, record numbers or anything typed."
                )
            )
        )
        self.log.setFixedHeight(theme.px(140))
        frame.body.addWidget(self.log)
        row = line(spacing=12)
        save = Button(self.tr("Save a file for support"), icon="download")
        save.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        save.clicked.connect(self._ask_where)
        row.addWidget(save)
        row.addWidget(self.said)
        row.addStretch()
        frame.body.addLayout(row)
        return frame

    def _works_card(self) -> Card:
        frame = card(self.tr("Whose work is in it"), flush=True)
        head = stack(spacing=8, margins=(16, 0, 16, 12))
        head.addWidget(
            help_text(
                self.tr(
                    "MBB Desktop is under Apache-2.0. Qt and PySide6 are used under LGPL-3.0: you may put "
                    "your own build of them in their place. pikepdf is under MPL-2.0; its source is "
                    "published by its authors."
                )
            )
        )
        frame.body.addLayout(head)
        self.table.setMinimumHeight(theme.px(320))
        self.table.opened.connect(self.show_license)
        frame.body.addWidget(self.table)
        return frame

    def _columns(self) -> list[Column[Work]]:
        return [
            Column(self.tr("Work"), lambda work: work.name, strong=True),
            Column(self.tr("Version"), lambda work: work.version, width=110),
            Column(self.tr("License"), lambda work: work.license),
        ]

    def _show_log(self, text: str) -> None:
        self.log.setPlainText(text or self.tr("Nothing is logged yet."))
        self.log.moveCursor(self.log.textCursor().MoveOperation.End)

    def _show_works(self, found: tuple[Work, ...]) -> None:
        self.table.show_records(found, lambda work: work.name)

    def _ask_where(self) -> None:
        name = f"mbb-desktop-support-{self._session.now():%Y%m%d}.txt"
        asking = QFileDialog(self, self.tr("Save a file for support"), in_documents(name))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setDefaultSuffix("txt")
        asking.fileSelected.connect(lambda chosen: self.save_support_file(Path(chosen)))
        asking.open()

    def _on_saved(self, place: Path) -> None:
        self.said.show_text(self.tr("Saved as {0}.").format(place.name), "ok", "circle-check")

    def _on_failed(self, error: Exception) -> None:
        said = explain(error) or self.tr("The file could not be written.")
        self.said.show_text(said, "danger", "circle-alert")


def _plain_text(name: str) -> QPlainTextEdit:
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAccessibleName(name)
    return text
