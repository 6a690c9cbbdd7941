"""Above a learner's paper: whose co-signature is missing, or what the attending attested."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.cosignature import Cosigning, CosignStanding
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.ask_attending_card import AskAttendingCard
from mbb_desktop.ui.cosign_card import CosignCard
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import Button, Notice, Tone, appear, line, stack
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.cosign import may_ask


class CosignRow(QFrame):
    """`renewed` with the paper as it stands after something was done."""

    renewed = Signal(object)

    def __init__(self, session: Session, window: MainWindow, paper: SignedDocument) -> None:
        super().__init__()
        self._session, self._window, self._paper = session, window, paper
        self.said = Notice()
        self.cosign = Button(self.tr("Co-sign or return"), "primary", "pencil")
        self.ask = Button(self.tr("Ask an attending"), icon="users")
        row = line(spacing=8)
        row.addWidget(self.said, 1)
        for button, run in ((self.cosign, self._on_cosign), (self.ask, self._on_ask)):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(run)
            row.addWidget(button)
        stack(self, spacing=0).addLayout(row)
        self.show_paper(paper)

    def show_paper(self, paper: SignedDocument, *, stands: bool = True) -> None:
        """Show how the paper stands; nothing can be done with one that was entered in error."""
        self._paper = paper
        known = paper.cosigning
        appear(self, known is not None)
        if known is None:
            return
        tone: Tone = "ok" if paper.final else "warn"
        self.said.show_text(self._words(known), tone, "circle-check" if paper.final else "users")
        signs = stands and not paper.final and self._session.may(Permission.SIGN)
        awaited = known.standing is CosignStanding.AWAITED
        appear(self.cosign, signs and awaited and known.attending_id == self._session.user.id)
        appear(self.ask, signs and may_ask(self._session.user, paper))

    def _words(self, known: Cosigning) -> str:
        at = known.at.astimezone(self._session.now().tzinfo)
        when = f"{show_date(at.date())} {at:%H:%M}"
        if known.standing is CosignStanding.AWAITED:
            said = self.tr("Not final: to be co-signed by {0}, asked {1}.")
            return said.format(known.attending, when)
        if known.standing is CosignStanding.RETURNED:
            said = self.tr("Not final: returned by {0}, {1}: {2}").format(known.attending, when, known.reason)
            return f"{said} {self._to_do()}"
        attested = localized(known.attestation.value) if known.attestation else ""
        return self.tr("Co-signed by {0}, {1}: {2}").format(known.attending, when, attested)

    def _to_do(self) -> str:
        """What becomes of a returned paper; to who did not sign it, what the learner does."""
        if self._paper.signer_id == self._session.user.id:
            return self.tr(
                "Add an addendum: it goes back with this paper, and both are co-signed as one. "
                "Or mark it as entered in error."
            )
        return self.tr(
            "The learner adds an addendum, which brings it back to be co-signed, or marks it as entered in "
            "error."
        )

    def _on_cosign(self) -> None:
        card = CosignCard(self._session, self._window, self._paper)
        card.signed.connect(self._on_done)
        card.locked_out.connect(self._window.lock, Qt.ConnectionType.QueuedConnection)
        card.open()

    def _on_ask(self) -> None:
        card = AskAttendingCard(self._session, self._window, self._paper)
        card.asked.connect(self._on_done)
        card.open()

    def _on_done(self, paper: SignedDocument) -> None:
        self.show_paper(paper)
        self._window.messages.toast(self._told(paper))
        self.renewed.emit(paper)

    def _told(self, paper: SignedDocument) -> str:
        known = paper.cosigning
        if paper.final or known is None:
            return self.tr("{0} is co-signed.").format(paper.number)
        if known.standing is CosignStanding.RETURNED:
            return self.tr("{0} was returned to {1}.").format(paper.number, paper.signer)
        return self.tr("{0} is to be co-signed by {1}.").format(paper.number, known.attending)
