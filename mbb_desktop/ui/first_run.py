"""The first start: a new clinic in three steps, the sample clinic, or a backup that comes back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QWidget

from mbb_desktop.clinical.people import Paper
from mbb_desktop.ui import theme
from mbb_desktop.ui.first_run_steps import (
    ClinicStep,
    PhysicianStep,
    RecoveryStep,
    StartStep,
    Step,
)
from mbb_desktop.ui.language_link import LanguageLink
from mbb_desktop.ui.new_passphrase import PassphraseRule
from mbb_desktop.ui.parts import Button, IconLabel, Notice, centered, line, scrolled, stack, words
from mbb_desktop.workflow.unlock import NewClinic


class FirstRun(QFrame):
    """Emits what was entered once, at the end; nothing is made or stored here."""

    clinic_made = Signal(object)  # NewClinic
    sample_asked = Signal()
    restore_asked = Signal()
    language_asked = Signal(str)  # en or es; only while nothing is entered
    save_code_asked = Signal(str)
    print_code_asked = Signal(str)

    def __init__(
        self, rule: PassphraseRule, recovery_code: str, version: str, paper: Paper | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("firstRun")
        self._start, self._clinic = StartStep(), ClinicStep(paper)
        self._physician = PhysicianStep(rule, self._clinic.names)
        self._recovery = RecoveryStep(recovery_code)
        self._steps: list[Step] = [self._start, self._clinic, self._physician, self._recovery]
        self._titles = [
            self.tr("Welcome to MBB Desktop"),
            self.tr("Your clinic"),
            self.tr("The first physician"),
            self.tr("The recovery code"),
        ]
        self._pages = QStackedWidget()
        self._place, self._title = words("", "small"), words("", "dialogTitle")
        self._says = Notice()
        self._language = LanguageLink()
        self._back = Button(self.tr("Back"))
        self._next = Button("", "primary")
        self._next.setDefault(True)
        self._build(version)
        self._connect()
        self._show(0)

    def step(self) -> int:
        """0 is the choice, then 1 to 3."""
        return self._pages.currentIndex()

    def entered(self) -> NewClinic:
        """What was entered so far."""
        clinic = NewClinic()
        for step in self._steps:
            clinic = step.add_to(clinic)
        return clinic

    def show_problem(self, sentence: str) -> None:
        """Why the clinic could not be made."""
        self.set_busy("")
        self._says.show_text(sentence, "danger", "circle-alert")

    def set_busy(self, sentence: str) -> None:
        """What is being done; nothing is not busy any more."""
        for part in (self._pages, self._back, self._next):
            part.setEnabled(not sentence)
        self._says.show_text(sentence, "info", "clock")

    def wipe(self) -> None:
        """Forget passphrase, PIN and what was typed of the code."""
        for step in self._steps:
            step.wipe()

    def _build(self, version: str) -> None:
        column = stack(self, spacing=6, margins=(16, 16, 16, 16))
        column.addStretch(1)
        column.addLayout(centered(self._card()), 20)
        column.addStretch(1)
        foot: QLabel = words(self.tr("Version {0}").format(version), "small")
        column.addWidget(foot, 0, Qt.AlignmentFlag.AlignHCenter)
        self._language.chosen.connect(self.language_asked)
        column.addWidget(self._language, 0, Qt.AlignmentFlag.AlignHCenter)

    def _card(self) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "card")
        card.setFixedWidth(theme.px(560))
        card.setMaximumHeight(theme.px(640))
        column = stack(card, spacing=10, margins=(28, 20, 28, 20))
        column.addLayout(self._head())
        column.addSpacing(theme.px(4))
        for step in self._steps:
            self._pages.addWidget(scrolled(step))
        column.addWidget(self._pages, 1)
        self._says.hide()
        column.addWidget(self._says)
        column.addLayout(self._foot())
        return card

    def _head(self) -> QHBoxLayout:
        row = line(spacing=10)
        row.addWidget(IconLabel("logo", "accent", 24))
        row.addWidget(self._title)
        row.addStretch()
        row.addWidget(self._place)
        return row

    def _foot(self) -> QHBoxLayout:
        row = line()
        row.addWidget(self._back)
        row.addStretch()
        row.addWidget(self._next)
        for button in (self._back, self._next):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return row

    def _connect(self) -> None:
        self._start.new_asked.connect(self._on_next)
        self._start.sample_asked.connect(self.sample_asked)
        self._start.restore_asked.connect(self.restore_asked)
        self._recovery.fresh.save_asked.connect(self.save_code_asked)
        self._recovery.fresh.print_asked.connect(self.print_code_asked)
        self._back.clicked.connect(self._on_back)
        self._next.clicked.connect(self._on_next)

    def _show(self, step: int) -> None:
        last = len(self._steps) - 1
        self._pages.setCurrentIndex(step)
        self._title.setText(self._titles[step])
        self._place.setText(self.tr("Step {0} of {1}").format(step, last) if step else "")
        self._back.setVisible(step > 0)
        self._next.setVisible(step > 0)
        self._next.say(self.tr("Create clinic") if step == last else self.tr("Continue"))
        self._says.show_text("")
        self._steps[step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self._show(self.step() - 1)

    def _on_next(self) -> None:
        if not self._steps[self.step()].complete():
            return
        if self.step() < len(self._steps) - 1:
            self._show(self.step() + 1)
        else:
            self.clinic_made.emit(self.entered())
