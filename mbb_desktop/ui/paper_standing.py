"""Below a signed paper's bar: whether it stands, who received it, and what can be done about both."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.entered_in_error import FINAL, EnteredInError
from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.performed import say_places
from mbb_desktop.clinical.receipt import Receipt
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.addenda_rows import AddendaRows
from mbb_desktop.ui.addendum_card import AddendumCard
from mbb_desktop.ui.cosign_row import CosignRow
from mbb_desktop.ui.error_card import ErrorCard
from mbb_desktop.ui.given_card import GivenCard
from mbb_desktop.ui.late_notices_card import LateNoticesCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import Button, Notice, appear, help_text, line, stack
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.correct import Dispatch, dispatch_of, notices_of, say_to
from mbb_desktop.workflow.mark_error import may_mark


class PaperStanding(QFrame):
    """`read` gives the notices of error, and whether one is about the whole paper.

    `undermined` gives the notices of error about what the paper rests on. `settled` comes after both.
    """

    read = Signal(object, bool)
    undermined = Signal(object)
    settled = Signal()
    opened = Signal(object)
    renewed = Signal(object)

    def __init__(self, session: Session, window: MainWindow, paper: SignedDocument) -> None:
        super().__init__()
        self._session, self._window, self._paper = session, window, paper
        self._notices: tuple[SignedDocument, ...] = ()
        self._error: EnteredInError | None = None
        self.error = Notice("", "danger", "ban")
        self.cosigning = CosignRow(session, window, paper)
        self.added = AddendaRows(session)
        self._receivers = help_text("")
        self.open_notice = Button(self.tr("Notice of error"), icon="file-text")
        self.late = Button(self.tr("Sign correction notices"), icon="pencil")
        self.add = Button(self.tr("Addendum"), icon="plus")
        self.given = Button(self.tr("Given to"), icon="users")
        self.mark = Button(self.tr("Entered in error"), icon="ban")
        self._build()
        self._connect()

    def received(self) -> str:
        """Who received the paper, as it is shown."""
        return self._receivers.text()

    def _build(self) -> None:
        column = stack(self, spacing=6, margins=(16, 6, 16, 6))
        column.addWidget(self.error)
        column.addWidget(self.cosigning)
        column.addWidget(self.added)
        row = line(spacing=8)
        row.addWidget(self._receivers, 1)
        for button in (self.open_notice, self.late, self.add, self.given, self.mark):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        for button in (self.open_notice, self.late, self.add, self.mark):
            appear(button, False)
        appear(self.given, self._session.may(Permission.SEND_PAPERS))
        column.addLayout(row)

    def _connect(self) -> None:
        self.open_notice.clicked.connect(lambda: self.opened.emit(self._notices[-1]))
        self.added.opened.connect(self.opened)
        self.late.clicked.connect(self._on_late)
        self.add.clicked.connect(self._on_add)
        self.given.clicked.connect(self._on_given)
        self.mark.clicked.connect(lambda: self.ask_to_mark())
        self.cosigning.renewed.connect(self._on_renewed)
        self._session.changed.connect(self._on_changed)

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("paper"):
            self.look()

    def _on_renewed(self, paper: SignedDocument) -> None:
        self._paper = paper
        self.look()
        self.renewed.emit(paper)

    def look(self) -> None:
        """Read how the paper stands; done again by itself when that changes."""
        if self._session.may(Permission.ISSUE_PAPERS):
            self._session.do(dispatch_of, self._paper.patient_id).then(self._show)

    def _show(self, known: Dispatch) -> None:
        now = known.paper(self._paper.id) or self._paper
        if now.cosigning != self._paper.cosigning:
            self._paper = now
            self.renewed.emit(now)
        paper = self._paper
        self._error = known.error_of(paper.id)
        self._receivers.setText(self._say_receivers(known.received(paper.id)))
        self.error.show_text(self._say_error(self._error), "danger", "ban")
        stands = self._error is None or not self._error.whole
        self.cosigning.show_paper(paper, stands=stands)
        self.added.show_paper(paper, known)
        signs = stands and self._session.may(Permission.SIGN)
        self.add.setVisible(signs and paper.kind not in FINAL)
        self.mark.setVisible(
            stands and self._session.may(Permission.SIGN) and may_mark(self._session.user, paper)
        )
        self.undermined.emit(known.undermined.get(paper.id, ()))
        untold = any(each.paper_id == paper.id for each in known.untold)
        self.late.setVisible(untold and self._session.may(Permission.SIGN))
        if self._error is not None:
            self._session.do(notices_of, paper.id).then(self._on_notices)
        else:
            self.settled.emit()

    def _on_notices(self, notices: tuple[SignedDocument, ...]) -> None:
        self._notices = notices
        self.open_notice.setVisible(bool(notices))
        self.read.emit(notices, self._error is not None and self._error.whole)
        self.settled.emit()

    def _say_error(self, error: EnteredInError | None) -> str:
        if error is None:
            return ""
        on = show_date(error.at.date())
        if error.whole:
            told = self.tr("Entered in error: {0} ({1}, {2}, {3})")
            return told.format(error.wrong.reason, error.by, on, error.number)
        told = self.tr("Not diagnostic for {0}: {1} ({2}, {3}, {4})")
        return told.format(say_places(error.wrong.joints), error.wrong.reason, error.by, on, error.number)

    def _say_receivers(self, received: tuple[Receipt, ...]) -> str:
        if received:
            said = [f"{each.to} ({each.how.value}, {show_date(each.at.date())})" for each in received]
            return self.tr("Received by {0}").format(", ".join(said))
        if self._paper.kind is PaperKind.CORRECTION_NOTICE:
            return self.tr("Not sent yet: to {0}").format(say_to(self._paper))
        return self.tr("Nobody is recorded to have received it")

    def _on_given(self) -> None:
        GivenCard(self._session, self._window, self._paper).open()

    def ask_to_mark(self) -> ErrorCard:
        """Ask what is wrong with the paper."""
        card = ErrorCard(self._session, self._window, self._paper)
        card.signed.connect(self._on_marked)
        card.locked_out.connect(self._window.lock, Qt.ConnectionType.QueuedConnection)
        card.open()
        return card

    def _on_add(self) -> None:
        card = AddendumCard(self._session, self._window, self._paper)
        card.signed.connect(self._on_added)
        card.locked_out.connect(self._window.lock, Qt.ConnectionType.QueuedConnection)
        card.open()

    def _on_added(self, addendum: SignedDocument) -> None:
        known = addendum.cosigning
        said = self.tr("{0} signed.") if known is None else self.tr("{0} is to be co-signed by {1}.")
        self._window.messages.toast(said.format(addendum.number, known.attending if known else ""))

    def _on_marked(self, notice: SignedDocument) -> None:
        told = self.tr("{0} is marked as entered in error by {1}.")
        self._window.messages.toast(told.format(self._paper.number, notice.number))

    def _on_late(self) -> None:
        if self._error is None:
            return
        card = LateNoticesCard(self._session, self._window, self._error)
        card.locked_out.connect(self._window.lock, Qt.ConnectionType.QueuedConnection)
        card.open()
