"""Ask why charts must be opened without the role for it, and say so as long as it lasts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from mbb_desktop.clinical.access import Emergency
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import LongTextEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body, line
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.emergency import MINUTES, begin_emergency


class EmergencyCard(DialogCard):
    """`begun` gives until when, and why."""

    begun = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window, window.tr("Emergency access"))
        self._session = session
        self.reason = LongTextEditor()
        self._field = Field(self.tr("Why must a chart be opened now?"), self.reason)
        said = self.tr(
            "For {0} minutes you can find patients, read their charts and print. You cannot change anything. "
            "Each chart you open is recorded with this reason, and every physician and administrator is told."
        )
        self.body.addWidget(body(said.format(MINUTES)))
        self.body.addWidget(self._field)
        cancel, begin = Button(self.tr("Cancel")), Button(self.tr("Open charts"), "danger")
        cancel.clicked.connect(self.reject)
        begin.clicked.connect(self.begin)
        for button in (cancel, begin):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self.reason.setFocus()

    def begin(self) -> None:
        """Begin, when a reason is given."""
        asked = self._session.do(begin_emergency, self.reason.value() or "")
        asked.then(self._on_begun, receiver=self).failed(self._on_failed)

    def is_unfinished(self) -> bool:
        return bool(self.reason.value())

    def said(self) -> str:
        """What is said under the reason."""
        return self._field.sentence()

    def _on_begun(self, emergency: Emergency) -> None:
        self.accept()
        self.begun.emit(emergency)

    def _on_failed(self, error: Exception) -> None:
        self._field.show_problem(explain(error) or self.tr("That did not work. Try again."))
        self.fit()


class EmergencyBar(QFrame):
    """Above every page while it lasts: until when, why, and the way out."""

    end_asked = Signal()

    def __init__(self, emergency: Emergency) -> None:
        super().__init__()
        said = self.tr("Emergency access until {0}: {1}. You can read and print, not change.")
        self.notice = Notice(
            said.format(f"{emergency.until:%H:%M}", emergency.reason), "danger", "triangle-alert"
        )
        end = Button(self.tr("End it now"))
        end.clicked.connect(self.end_asked)
        row = line(self, spacing=12, margins=(12, 6, 12, 6))
        row.addWidget(self.notice, 1)
        row.addWidget(end)
