"""What goes out with a signed letter: the whole packet, with or without a fax cover sheet, or that alone."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.enclosure import Enclosure
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.ui.check_editor import CheckEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, CheckBox, Notice, appear, help_text, stack, words
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.ui.undermined import why_not_ready
from mbb_desktop.workflow.correct import Dispatch, dispatch_of
from mbb_desktop.workflow.keep_enclosures import Enclosed, enclosures_of
from mbb_desktop.workflow.make_packet import Packet, make_fax_cover, make_packet
from mbb_desktop.workflow.print_papers import order_packet


class PacketCard(DialogCard):
    """`made` gives the packet, to be looked at, printed or saved."""

    made = Signal(object)

    def __init__(self, session: Session, window: QWidget, letter: SignedDocument) -> None:
        super().__init__(window, self.tr("Packet for {0}").format(letter.number), wide=560)
        self._session, self._letter = session, letter
        self._notice = Notice("", "danger", "circle-alert")
        self.cover = CheckEditor(self.tr("With a fax cover sheet"))
        self.cover.name("")
        said = self.tr(
            "The letter, where each criterion is shown, and every signed note and response that the letter "
            "names, in one PDF. The signed papers themselves stay as they are."
        )
        self.undermined = Notice("", "danger", "triangle-alert")
        self.body.addWidget(self._notice)
        self.body.addWidget(self.undermined)
        self.body.addWidget(help_text(said))
        self._scans = stack(spacing=2)
        self._ticked: dict[UUID, CheckBox] = {}
        self.body.addLayout(self._scans)
        self.body.addWidget(self.cover)
        self._add_buttons()
        session.do(enclosures_of, letter.patient_id).then(self._offer_scans)
        session.do(dispatch_of, letter.patient_id).then(self._show_standing)

    def scans(self) -> tuple[UUID, ...]:
        """The scans that go along."""
        return tuple(key for key, box in self._ticked.items() if box.isChecked())

    def boxes(self) -> list[CheckBox]:
        """A box for each scan, newest first."""
        return list(self._ticked.values())

    def _offer_scans(self, enclosed: Enclosed) -> None:
        """None is ticked: what leaves the house is chosen."""
        if not enclosed.standing:
            return
        self._scans.addWidget(words(self.tr("Scans that go along"), "fieldLabel"))
        for each in enclosed.standing:
            box = CheckBox(self._said(each))
            self._ticked[each.id] = box
            self._scans.addWidget(box)
        self.fit()

    def _show_standing(self, known: Dispatch) -> None:
        """The packet of a letter that is not ready can be looked at, and is not put on the list."""
        said = why_not_ready(known.undermined.get(self._letter.id, ()), self._letter.kind)
        self.undermined.show_text(said, "danger", "triangle-alert")
        self.later.setEnabled(not said)
        self.fit()

    def _said(self, each: Enclosure) -> str:
        """`MRI report of 12-Mar-2026, 2 pages, from Harbor Imaging`."""
        pages = self.tr("1 page") if each.pages == 1 else self.tr("{0} pages").format(each.pages)
        sender = [self.tr("from {0}").format(each.sender)] if each.sender else []
        return ", ".join([capital(each.named), pages, *sender])

    def _add_buttons(self) -> None:
        cancel = Button(self.tr("Cancel"))
        alone = Button(self.tr("Fax cover sheet alone"))
        self.later = later = Button(self.tr("Print later"), icon="mail")
        whole = Button(self.tr("Put it together"), "primary", "file-text")
        cancel.clicked.connect(self.reject)
        alone.clicked.connect(lambda: self._wait(self._session.do(make_fax_cover, self._letter.id)))
        later.clicked.connect(self._on_later)
        whole.clicked.connect(self._on_whole)
        for button in (cancel, alone, later, whole):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        appear(later, self._session.may(Permission.SEND_PAPERS))
        whole.setDefault(True)
        whole.setFocus()

    def _on_whole(self) -> None:
        self._wait(
            self._session.do(make_packet, self._letter.id, fax_cover=self.cover.value(), scans=self.scans())
        )

    def _on_later(self) -> None:
        ordering = self._session.do(
            order_packet, self._letter.id, fax_cover=self.cover.value(), scans=self.scans()
        )
        ordering.changes("paper", patient_id=self._letter.patient_id)
        ordering.then(lambda _done: self.accept(), receiver=self).failed(self._on_failed)

    def _wait(self, making: Pending[Packet]) -> None:
        making.then(self._on_made).failed(self._on_failed)

    def _on_made(self, packet: Packet) -> None:
        self.accept()
        self.made.emit(packet)

    def _on_failed(self, error: Exception) -> None:
        said = explain(error) or self.tr("The packet could not be put together. Try again.")
        self._notice.show_text(said, "danger", "circle-alert")
