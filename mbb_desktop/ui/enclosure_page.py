"""Add a scan: its pages at the left, at the right whose chart it goes into, and what it is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from mbb_desktop.clinical.enclosure import Described, Enclosure, EnclosureKind
from mbb_desktop.clinical.handout import is_diary_code
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui import theme
from mbb_desktop.ui.chart_banner import identity_banner
from mbb_desktop.ui.enclosure_fields import block_words, enclosure_form, show_fitting
from mbb_desktop.ui.file_drop import FileDrop
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.pages_view import PagesView
from mbb_desktop.ui.parts import (
    Button,
    CheckBox,
    Notice,
    appear,
    body,
    card,
    help_text,
    line,
    scrolled,
    section_title,
    stack,
    words,
)
from mbb_desktop.ui.patient_banner import PatientBanner
from mbb_desktop.ui.person_words import born_words, full_name
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.keep_enclosures import (
    BadEnclosure,
    BlockChoice,
    EnclosureChoices,
    PaperRead,
    add_enclosure,
    read_paper,
)

_BESIDE = 430


class EnclosurePage(QWidget):
    """`added` gives the enclosure. Nothing is kept before somebody said that the pages are this patient's."""

    added = Signal(object)

    def __init__(self, session: Session, window: MainWindow, choices: EnclosureChoices) -> None:
        super().__init__()
        self._session, self._window, self._choices = session, window, choices
        self.paper: PaperRead | None = None
        self.view = PagesView(session)
        self.form: RecordForm[Described] = enclosure_form(choices, session.now().date())
        self.same = CheckBox(self.tr("I compared them: the pages are this patient's"))
        self._notice = Notice("", "danger", "circle-alert")
        self._left = Notice("", "info", "info")
        self._code = Notice("", "info", "info")
        self._take = Button(self.tr("Take this block"), icon="check")
        self._coded: BlockChoice | None = None
        self._empty = body(self.tr("Choose a file, or drag it here: PDF, PNG, JPEG or TIFF."))
        self._choose = Button(self.tr("Choose a file"), "primary", "upload")
        self._keep = Button(self.tr("Keep this paper"), "primary", hint="Ctrl S")
        self._build()
        self._connect()
        self._show_state()

    def title(self) -> str:
        """What is shown; never a name."""
        return self.tr("Add a scan")

    def banner(self) -> PatientBanner:
        """Whose chart it goes into."""
        today = self._session.now().date()
        return identity_banner(self._choices.patient, today, self._choices.similar)

    def is_unfinished(self) -> bool:
        """Whether a paper is open that is not kept."""
        return self.paper is not None

    def discard(self) -> None:
        """Let the pages go."""
        self.clear()

    def clear(self) -> None:
        """Let the pages go, as locking does."""
        self.paper = None
        self.view.show_pdf(b"")

    def read_file(self, place: Path) -> None:
        """Look at a file; what keeps it from being taken is said here."""
        self.clear()
        self._say(self.tr("Reading the file."), "info")
        self._choose.setEnabled(False)
        self._session.work(read_paper, place).then(self.show_read).failed(self._on_not_read)

    def said(self) -> str:
        """What is wrong, or under way."""
        return self._notice.text()

    def code_words(self) -> str:
        """What the QR code of a diary says."""
        return self._code.text()

    def left_behind(self) -> str:
        """What of the file is not kept."""
        return self._left.text()

    def keep(self) -> None:
        """Keep the paper, or say what is missing."""
        wrong = self.form.show_problems()
        if self.paper is None or wrong:
            self._say(self.tr("Something is still missing beside the pages.") if self.paper else "", "danger")
            return
        if not self.same.isChecked():
            self._say(
                self.tr("Compare the name and a second identifier with the pages, then tick the box."),
                "danger",
            )
            self.same.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._keep.setEnabled(False)
        patient_id = self._choices.patient.id
        keeping = self._session.do(
            add_enclosure, self.form.record(), self.paper.scan, identified=self.same.isChecked()
        )
        keeping.changes("enclosure", patient_id=patient_id).then(self._on_kept).failed(self._on_failed)

    # Building

    def _build(self) -> None:
        row = line(self, spacing=0)
        left = stack(spacing=0)
        bar = QFrame()
        bar.setObjectName("topBar")
        tools = self.view.tools()
        tools.insertWidget(0, section_title(self.title()))
        tools.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        bar.setLayout(tools)
        left.addWidget(bar)
        left.addWidget(self._ground(), 1)
        left.addWidget(self.view, 1)
        row.addLayout(left, 1)
        row.addWidget(self._beside())

    def _ground(self) -> QWidget:
        """Where a file is dropped."""
        self._waiting = QWidget()
        column = stack(self._waiting, spacing=12)
        column.addStretch()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._empty)
        column.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return self._waiting

    def _beside(self) -> QWidget:
        content = QWidget()
        column = stack(content, spacing=12, margins=(16, 16, 16, 16))
        column.addWidget(self._whose())
        about = card(self.tr("What this paper is"))
        about.body.addWidget(self.form)
        column.addWidget(about)
        column.addStretch()
        whole = QWidget()
        whole.setFixedWidth(theme.px(_BESIDE))
        outer = stack(whole, spacing=0)
        outer.addWidget(scrolled(content), 1)
        foot = stack(spacing=8, margins=(16, 8, 16, 16))
        foot.addWidget(self._notice)
        buttons = line(spacing=8)
        another = Button(self.tr("Another file"), icon="upload")
        another.clicked.connect(self.ask_for_file)
        self._another = another
        for button in (another, self._keep):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons.addWidget(another)
        buttons.addStretch()
        buttons.addWidget(self._keep)
        foot.addLayout(buttons)
        outer.addLayout(foot)
        return whole

    def _whose(self) -> QWidget:
        """The two identifiers to be compared with the pages, and the word for it."""
        patient, today = self._choices.patient, self._session.now().date()
        frame = card(self.tr("Whose paper is this?"))
        frame.body.addWidget(words(full_name(patient), "patient"))
        frame.body.addWidget(words(self.tr("Born {0}").format(born_words(patient, today)), "strong"))
        mrn = patient.mrn or self.tr("not recorded")
        frame.body.addWidget(words(self.tr("MRN {0}").format(mrn), "strong"))
        for twin in self._choices.similar[:2]:
            said = self.tr("Nearly the same name: {0}, born {1}, MRN {2}.")
            other = said.format(full_name(twin), show_date(twin.born), twin.mrn or self.tr("not recorded"))
            frame.body.addWidget(Notice(other, "warn", "triangle-alert"))
        told = self.tr("Find the name and the birth date or the number on every page. They must be these.")
        frame.body.addWidget(help_text(told))
        frame.body.addWidget(self._code)
        frame.body.addWidget(self._take)
        frame.body.addWidget(self.same)
        frame.body.addWidget(self._left)
        return frame

    def _connect(self) -> None:
        self._choose.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._choose.clicked.connect(self.ask_for_file)
        self._keep.clicked.connect(self.keep)
        self._take.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._take.clicked.connect(self._on_take)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.keep)
        self.form.edited.connect(lambda _name: show_fitting(self.form))
        self.view.failed.connect(self._on_not_read)
        self._window.about_to_lock.connect(self.clear)
        FileDrop(self).dropped.connect(self._on_dropped)

    # Doing

    def ask_for_file(self) -> None:
        """Choose a file of this computer."""
        asking = QFileDialog(self, self.tr("Choose a scan"))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setFileMode(QFileDialog.FileMode.ExistingFile)
        kinds = self.tr("Papers and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff)")
        asking.setNameFilters([kinds, self.tr("All files (*)")])
        asking.fileSelected.connect(lambda name: self.read_file(Path(name)))
        asking.open()

    def _on_dropped(self, files: list[Path]) -> None:
        if len(files) > 1:
            self._say(self.tr("Drop one file at a time: each is looked at by itself."), "danger")
            return
        self.read_file(files[0])

    def show_read(self, read: PaperRead) -> None:
        """Show the pages of a file that can be kept."""
        self.paper = read
        self._say("", "info")
        left = self.tr("Not kept from this file: {0}.").format(", ".join(read.scan.left_behind))
        self._left.show_text(left if read.scan.left_behind else "", "info", "info")
        self.view.show_pdf(read.pdf)
        self._show_state()
        self._show_code([text for text in read.scan.codes if is_diary_code(text)])

    def _show_code(self, codes: Sequence[str]) -> None:
        """Whose diary it is by its code: a proposal, or a warning."""
        self._coded = next((each for each in self._choices.blocks if each.code in codes), None)
        appear(self._take, self._coded is not None)
        if self._coded is not None:
            said = self.tr("By its QR code this is the diary of the block {0}.").format(
                block_words(self._coded)
            )
            self._code.show_text(said, "ok", "circle-check")
            return
        strange = self.tr("Its QR code is of no block in this chart. Look whose diary this is.")
        self._code.show_text(strange if codes else "", "danger", "ban")

    def _on_take(self) -> None:
        if self._coded is not None:
            self.form.editor("kind").set_value(EnclosureKind.PAIN_DIARY)
            self.form.editor("block_id").set_value(self._coded.id)
            show_fitting(self.form)
            appear(self._take, False)
            self.same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_read(self, error: Exception) -> None:
        self.clear()
        self._say(explain(error) or self.tr("This file could not be read. Choose another one."), "danger")
        self._show_state()

    def _show_state(self) -> None:
        """A tick is for the pages that are shown: other pages take it back."""
        there = self.paper is not None
        self.same.setChecked(False)
        self.same.setEnabled(there)
        self._show_code(())
        self._keep.setEnabled(there)
        self._choose.setEnabled(True)
        appear(self._waiting, not there)
        appear(self.view, there)
        appear(self._another, there)
        show_fitting(self.form)

    def _on_kept(self, kept: Enclosure) -> None:
        self.clear()
        self.added.emit(kept)

    def _on_failed(self, error: Exception) -> None:
        self._keep.setEnabled(True)
        if isinstance(error, BadEnclosure):
            self.form.field(error.field).show_problem(str(error))
        self._say(explain(error) or self.tr("The paper was not kept. Try again."), "danger")

    def _say(self, sentence: str, tone: str) -> None:
        if tone == "danger":
            self._notice.show_text(sentence, "danger", "circle-alert")
        else:
            self._notice.show_text(sentence, "info", "clock")
