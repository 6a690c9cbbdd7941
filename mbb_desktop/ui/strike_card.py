"""Mark a scan as entered in error: the reason stays with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.enclosure import Enclosure
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body, help_text
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.keep_enclosures import strike_enclosure


class StrikeCard(DialogCard):
    """`struck` when it is marked."""

    struck = Signal()

    def __init__(self, session: Session, window: QWidget, kept: Enclosure) -> None:
        super().__init__(window, self.tr("Entered in error"))
        self._session, self._kept = session, kept
        self.reason = TextEditor(max_length=200)
        self._field = Field(self.tr("Why"), self.reason)
        self._notice = Notice("", "danger", "circle-alert")
        self._mark = Button(self.tr("Mark as entered in error"), "danger")
        self._build()

    def is_unfinished(self) -> bool:
        return bool(self.reason.value())

    def _build(self) -> None:
        self.body.addWidget(body(self.tr("{0}.").format(capital(self._kept.named))))
        said = self.tr(
            "It stays in the chart with this reason and goes into no packet. What was sent before is not "
            "taken back: tell whoever received it."
        )
        self.body.addWidget(help_text(said))
        self.body.addWidget(self._field)
        self.body.addWidget(self._notice)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._mark.clicked.connect(self._on_mark)
        self.reason.line.entered.connect(cancel.setFocus)
        for button in (cancel, self._mark):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self.reason.setFocus()

    def _on_mark(self) -> None:
        if not self.reason.value():
            self._field.show_problem(self.tr("Say why this was entered in error."))
            return
        self._mark.setEnabled(False)
        marking = self._session.do(strike_enclosure, self._kept, self.reason.value())
        marking.changes("enclosure", patient_id=self._kept.patient_id)
        marking.then(self._on_done).failed(self._on_failed)

    def _on_done(self, _done: None) -> None:
        self.accept()
        self.struck.emit()

    def _on_failed(self, error: Exception) -> None:
        self._mark.setEnabled(True)
        said = explain(error) or self.tr("It was not marked. Try again.")
        self._notice.show_text(said, "danger", "circle-alert")
        self.fit()
