"""What cards have that decide about a signed paper: it is read first, then who it is about is asked."""

from abc import abstractmethod

from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.people import Patient
from mbb_desktop.ui.messages import announce, explain
from mbb_desktop.ui.parts import Notice, help_text
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.signing_card import SigningCard
from mbb_desktop.ui.twin_question import TwinQuestion, who_it_is


class PaperQuestionCard(SigningCard):
    """Nothing is chosen at the start; why it cannot be signed yet is said in `problem`."""

    def __init__(  # noqa: PLR0913, PLR0917  what the card shows, and where
        self,
        session: Session,
        window: QWidget,
        paper: SignedDocument,
        title: str,
        after: str,
        waiting: str,
        wide: int,
    ) -> None:
        """`waiting` is shown until the paper has been read."""
        super().__init__(session, window, title, after, wide)
        self._paper, self._read = paper, False
        self.twin: TwinQuestion | None = None
        self.problem = Notice("", "warn", "info")
        self._wait = help_text(waiting)
        for part in (self._wait, self.problem):
            self.body.addWidget(part)
        self.sign.setEnabled(False)

    @abstractmethod
    def _undecided(self) -> str:
        """What of the decision is missing; empty for nothing."""

    @abstractmethod
    def _tell(self) -> None:
        """Show what is missing, and whether it can be signed."""

    def missing(self) -> str:
        """Why nothing can be done yet; empty when it can."""
        if not self._read:
            return self.tr("The paper is being read.")
        if self.twin is not None and not self.twin.is_right():
            return self.tr("Answer the question about the patient first.")
        return self._undecided()

    def ready(self) -> bool:
        missing = self.missing()
        if missing:
            self.scroller.ensureWidgetVisible(self.problem)
            announce(self.problem, missing)
        return not missing

    def _on_unreadable(self, error: Exception) -> None:
        self._wait.hide()
        said = explain(error) or self.tr("The paper could not be read. Try again.")
        self.problem.show_text(said, "danger", "circle-alert")
        self.fit()

    def _identify(self, patient: Patient, similar: tuple[Patient, ...], about: str) -> None:
        """Who it is about, and the question that tells them from people with a similar name."""
        self._wait.hide()
        self._read = True
        if not similar:
            self.body.addWidget(who_it_is(patient, about))
            return
        self.twin = TwinQuestion(patient, similar, about, self._paper.kind.value)
        self.twin.answered.connect(lambda _right: self._tell())
        self.body.addWidget(self.twin)
