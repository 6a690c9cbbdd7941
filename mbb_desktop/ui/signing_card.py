"""What every card that ends in a signature has: the PIN, the button, and what comes of them."""

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.pin_row import PinRow
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.signing import WrongPin


class SigningCard(DialogCard):
    """Signs once, with the PIN; a refusal is said beside it and the card stays."""

    signed = Signal(object)  # SignedDocument
    locked_out = Signal()
    """Five wrong PINs: the program has to lock."""

    def __init__(self, session: Session, window: QWidget, title: str, after: str, wide: int) -> None:
        """`after` says what the signature means for what is signed."""
        super().__init__(window, title, wide)
        self._session = session
        self._busy = False
        self.pin = PinRow(after)
        self.pin.entered.connect(self._on_pin)
        self.sign = Button(self.tr("Sign and lock"), "primary", "lock", self.tr("Enter"))
        self.sign.clicked.connect(lambda: self._on_pin(self.pin.pin()))

    @abstractmethod
    def ready(self) -> bool:
        """Whether it may be signed as it stands; leads to what is missing."""

    @abstractmethod
    def signing(self, pin: str) -> Pending[SignedDocument]:
        """Begin to sign."""

    def _on_pin(self, pin: str) -> None:
        if self._busy or not self.ready():
            return
        if not pin:
            self.pin.focus()
            return
        self._busy = True
        self.sign.setEnabled(False)
        self.signing(pin).then(self._on_signed).failed(self._on_refused)

    def _on_signed(self, paper: SignedDocument) -> None:
        self.pin.field.wipe()
        self.accept()
        self.signed.emit(paper)

    def _on_refused(self, error: Exception) -> None:
        self._busy = False
        self.sign.setEnabled(True)
        if not self.pin.refuse(error):
            self.reject()
            self._session.failed.emit(error)
        elif isinstance(error, WrongPin) and not error.left:
            self.locked_out.emit()
