"""Sign the correction notices of whoever was recorded after a paper was marked."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.entered_in_error import EnteredInError
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.ui.parts import Button, body
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.ui.signing_card import SigningCard
from mbb_desktop.workflow.correct import sign_late_corrections
from mbb_desktop.workflow.desk import Desk


class LateNoticesCard(SigningCard):
    """One notice for each recipient who has none yet."""

    def __init__(self, session: Session, window: QWidget, error: EnteredInError) -> None:
        super().__init__(
            session,
            window,
            window.tr("Correction notices for {0}").format(error.wrong.number),
            window.tr("Each is signed, and stays open until it is sent."),
            wide=520,
        )
        self._error = error
        self.body.addWidget(body(self.tr("Somebody was recorded as having received it after it was marked.")))
        self.body.addWidget(self.pin)
        back = Button(self.tr("Cancel"), "large")
        back.clicked.connect(self.reject)
        self.sign.say(self.tr("Sign the notices"))
        for button in (back, self.sign):
            self.buttons.addWidget(button)

    def ready(self) -> bool:
        return True

    def signing(self, pin: str) -> Pending[SignedDocument]:
        return self._session.do(_sign, self._error.notice_id, pin).changes("paper")


def _sign(desk: Desk, notice_id: UUID, pin: str) -> SignedDocument:
    return sign_late_corrections(desk, notice_id, pin)[-1]
