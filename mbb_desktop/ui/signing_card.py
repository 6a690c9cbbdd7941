"""What every card that ends in a signature has: the PIN, the button, and what comes of them."""

from abc import abstractmethod

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.storage.errors import TooManyTries
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.gaps import KnownGaps
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.pin_row import PinRow
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.issue_paper import Unprintable
from mbb_desktop.workflow.signing import WrongPin, signs_by_passphrase


class SigningCard(DialogCard):
    """Signs once, with the PIN; a refusal is said beside it and the card stays.

    A paper with characters that cannot be printed is signed only after they were shown and accepted.
    """

    signed = Signal(object)  # SignedDocument
    locked_out = Signal()
    """Five wrong PINs or passphrases: the program has to lock."""

    def __init__(self, session: Session, window: QWidget, title: str, after: str, wide: int) -> None:
        """`after` says what the signature means for what is signed."""
        super().__init__(window, title, wide)
        self._session = session
        self._called = ""  # what the button says when nothing is being signed
        self.unprintable: KnownGaps | None = None
        self.pin = PinRow(after)
        self.pin.entered.connect(self._on_pin)
        session.do(signs_by_passphrase).then(self._ask_for, receiver=self)
        self.sign = Button(self.tr("Sign and lock"), "primary", "lock", self.tr("Enter"))
        self.sign.clicked.connect(lambda: self._on_pin(self.pin.pin()))

    def _ask_for(self, passphrase: bool) -> None:
        if passphrase:
            self.pin.ask_passphrase()

    @abstractmethod
    def ready(self) -> bool:
        """Whether it may be signed as it stands; leads to what is missing."""

    @abstractmethod
    def signing(self, pin: str) -> Pending[SignedDocument]:
        """Begin to sign."""

    def gaps_known(self) -> bool:
        """Whether the signer has accepted the gaps that were shown."""
        return self.unprintable is not None and self.unprintable.accepted()

    def _on_pin(self, pin: str) -> None:
        if self._busy or not self.ready():
            return
        if self.unprintable is not None and not self.unprintable.accepted():
            self.unprintable.box.setFocus()
            return
        if not pin:
            self.pin.focus()
            return
        self._begin()
        self.signing(pin).then(self._on_signed).failed(self._on_refused)

    def _begin(self) -> None:
        """The cursor stays in the PIN: no other part may take the focus from the button that grows grey."""
        self._busy, self._called = True, self.sign.accessibleName()
        self.pin.focus()
        self.sign.setEnabled(False)
        self.sign.show_hint("")
        self.sign.say(self.tr("Signing..."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._busy and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            return
        super().keyPressEvent(event)

    def _on_signed(self, paper: SignedDocument) -> None:
        self.pin.field.wipe()
        self.accept()
        self.signed.emit(paper)

    def _on_refused(self, error: Exception) -> None:
        self._busy = False
        self.sign.setEnabled(True)
        self.sign.say(self._called)
        self.sign.show_hint(self.tr("Enter"))
        if isinstance(error, Unprintable):
            self._show_gaps(str(error))
        elif not self.pin.refuse(error):
            self.reject()
            self._session.failed.emit(error)
        elif _is_the_last(error):
            self.locked_out.emit()

    def _show_gaps(self, said: str) -> None:
        if self.unprintable is None:
            self.unprintable = KnownGaps()
            self.body.addWidget(self.unprintable)
        self.unprintable.show_gaps(said)
        self.pin.field.wipe()
        self.fit()
        self.unprintable.box.setFocus()
        QTimer.singleShot(0, self.unprintable, self._show_end)  # after it has its place

    def _show_end(self) -> None:
        bar = self.scroller.verticalScrollBar()
        bar.setValue(bar.maximum())


def _is_the_last(error: Exception) -> bool:
    return isinstance(error, TooManyTries) or (isinstance(error, WrongPin) and not error.left)
