"""Below the timeline: record an ablation, and what came of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.ui.ablation_card import AblationCard
from mbb_desktop.ui.outcome_card import AskedOf, OutcomeCard
from mbb_desktop.ui.parts import Button, appear, line
from mbb_desktop.workflow.ablations import record_ablation, record_outcome

if TYPE_CHECKING:
    from mbb_desktop.ui.main_window import MainWindow
    from mbb_desktop.ui.session import Session


class AblationActions(QWidget):
    """Two buttons for the course that is shown; the second once there is an ablation with a date."""

    def __init__(self, session: "Session", window: "MainWindow") -> None:
        super().__init__()
        self._session, self._window = session, window
        self._course: Course | None = None
        self._blocks: Sequence[Block] = ()
        self.ablation, self.outcome = Button(self.tr("Record ablation")), Button(self.tr("Record outcome"))
        row = line(self, spacing=8)
        for button, ask in ((self.ablation, self._ask_ablation), (self.outcome, self._ask_outcome)):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(ask)
            row.addWidget(button)
        row.addStretch()

    def show_course(self, course: Course | None, blocks: Sequence[Block]) -> None:
        """Which course is shown, with its blocks."""
        self._course, self._blocks = course, blocks
        may = course is not None and self._session.may(Permission.RECORD_BLOCK)
        dated = course is not None and any(done.on is not None for done in course.ablations)
        appear(self.ablation, may)
        appear(self.outcome, may and dated)

    def _ask_ablation(self) -> None:
        if self._course is None:
            return
        today, region = self._session.now().date(), self._course.region
        card = AblationCard(self._window, self._blocks, today, region)
        card.kept.connect(self._keep_ablation)
        card.open()

    def _keep_ablation(self, done: Treatment) -> None:
        course = self._course
        if course is not None:
            keeping = self._session.do(record_ablation, course.id, done)
            keeping.changes("course", patient_id=course.patient_id)
            keeping.then(self._say_kept, receiver=self)

    def _ask_outcome(self) -> None:
        if self._course is not None:
            card = OutcomeCard(self._window, self._course, self._session.now().date())
            card.kept.connect(self._keep_outcome)
            card.open()

    def _keep_outcome(self, of: AskedOf) -> None:
        course = self._course
        if course is not None:
            keeping = self._session.do(record_outcome, course.id, of.done, of.months, of.asked)
            keeping.changes("course", patient_id=course.patient_id)
            keeping.then(self._say_kept, receiver=self)

    def _say_kept(self, _course: Course) -> None:
        self._window.messages.toast(self.tr("Saved."))
