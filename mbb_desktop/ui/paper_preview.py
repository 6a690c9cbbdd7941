"""A paper on the screen exactly as it prints: zoom, save as PDF, print."""

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.enclosure import Enclosure
from mbb_desktop.clinical.entered_in_error import EnteredInError
from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.print_step import addressees
from mbb_desktop.documents.locked import NotLocked
from mbb_desktop.documents.lost import gap_words
from mbb_desktop.documents.make import Made
from mbb_desktop.settings import BOTH_SIDES, PRINTER, Settings
from mbb_desktop.ui.chips import Chip, ChipLabel
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.elided import ElidedLabel
from mbb_desktop.ui.folding_row import FoldingRow
from mbb_desktop.ui.gaps import ask_with_gaps
from mbb_desktop.ui.given_card import GivenCard
from mbb_desktop.ui.locked_copy_card import LockedCopyCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.pages_view import PagesView
from mbb_desktop.ui.paper_files import ask_place, write_all, write_locked
from mbb_desktop.ui.paper_given_out import keep_received, note_one, note_out
from mbb_desktop.ui.paper_standing import PaperStanding
from mbb_desktop.ui.paper_words import Shown, chip_of, file_name_of, origin_of, title_of
from mbb_desktop.ui.parts import Button, Notice, appear, line, stack
from mbb_desktop.ui.pdf_pages import NotAPdf, pages_with_gaps
from mbb_desktop.ui.print_batch import BatchEnd, PrintBatch, Printer
from mbb_desktop.ui.print_card import PrintCard
from mbb_desktop.ui.printer_card import stored_printer
from mbb_desktop.ui.printing import OutcomeUnknown, PrintFailed, PrintJob, no_printer, print_all, printers
from mbb_desktop.ui.receiver_fields import ReceiverFields
from mbb_desktop.ui.screen_keys import paper_keys
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.system_print import ask_system
from mbb_desktop.ui.undermined import ask_despite, why_not_ready
from mbb_desktop.workflow.correct import Given
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.issue_paper import reprint
from mbb_desktop.workflow.keep_enclosures import open_enclosure
from mbb_desktop.workflow.make_packet import Packet
from mbb_desktop.workflow.print_handout import PatientPaper
from mbb_desktop.workflow.print_list import Key
from mbb_desktop.workflow.print_papers import check_leaves


class PaperPreview(QWidget):
    """Shows a signed paper or a scan, read through what is audited, a packet, a patient's paper, or a draft.

    What of it cannot be printed is said above the pages, and asked before it is printed or saved.
    """

    keys = paper_keys

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        paper: Shown,
        settings: Settings,
        *,
        title: str = "",
    ) -> None:
        super().__init__()
        self._session, self._window, self._settings = session, window, settings
        self._shown = paper
        self._paper = paper if isinstance(paper, SignedDocument) else None
        self._packet = paper if isinstance(paper, Packet) else None
        self._given = paper if isinstance(paper, PatientPaper) else None
        self._scan = paper if isinstance(paper, Enclosure) else None
        self._title = title
        self.listed: Key | None = None  # its place on the list of what waits, which printing tells
        self._pdf = b""
        self._beside: tuple[SignedDocument, ...] = ()
        self._in_error = False
        self._settled = self._paper is None  # a signed paper leaves only once it is known how it stands
        self._received: Given | None = None
        self._despite = ""
        self.view = PagesView(session)
        self.pages = self.view.pages
        self._notice = Notice("", "danger", "printer")
        self.gaps = Notice("", "warn", "triangle-alert")
        self.undermined = Notice("", "danger", "triangle-alert")
        self._print = Button(self.tr("Print"), "primary", "printer", "Ctrl P")
        self._save = Button(self.tr("Save as PDF"), icon="download")
        self._lock = Button(self.tr("Locked copy"), icon="lock")
        self._build()
        self._connect()
        self._let_leave()
        if self._paper is not None:
            self.standing.look()
        if self._packet is not None:
            self._on_undermined(self._packet.undermined)
        self._read(paper)

    def title(self) -> str:
        """The paper's number, the packet's letter, what the patient is given, or that it is a draft."""
        return title_of(self._shown, self._title)

    def entered(self) -> None:
        """The arrows scroll at once."""
        self.view.to_keys()

    def open_instead_of(self, card: DialogCard) -> None:
        """The card steps aside while its draft is looked at, and comes back with what was typed."""
        card.step_aside()
        self.destroyed.connect(partial(_come_back, card, self._session))
        self._window.open(self, self.title())

    def file_name(self) -> str:
        """What a saved file is called: never a person's name."""
        return file_name_of(self._shown)

    def clear(self) -> None:
        """Let go of the pages and of the paper itself."""
        self._pdf, self._given, self._packet, self._shown = b"", None, None, b""
        self.view.show_pdf(b"")

    def page_words(self) -> str:
        """`Page 1 of 2`."""
        return self.view.page_words()

    def said(self) -> str:
        """What went wrong; empty when nothing did."""
        return self._notice.text()

    def print_paper(self) -> None:
        """Ask for the printer, then print; a paper that is not ready only with a reason."""
        if self._pdf and self._settled:
            said = self.undermined.text()
            ask_despite(self._window, said, self.tr("Print nevertheless"), self._ask_printer)

    def print_with_dialog(self) -> None:
        """Print on the printer chosen in the system's dialog, this once; asked about as for every print."""
        if self._pdf and self._settled:
            said, verb = self.undermined.text(), self.tr("Print nevertheless")
            ask_despite(self._window, said, verb, partial(self._ask_gaps, self._ask_system))

    def _ask_system(self) -> None:
        usual = stored_printer(self._settings)
        if not usual.name:
            self._notice.show_text(no_printer(), "warn", "printer")
            return
        ask_system(self._window, usual, lambda to: self._send(to.name, to.copies, to.both_sides))

    def _ask_printer(self, despite: str) -> None:
        self._despite = despite
        receiver = ReceiverFields(self._session) if self._may_keep_receiver() else None
        count, stored = self.pages.count() + len(self._beside), self._settings.get(PRINTER)
        asking = PrintCard(
            self._window,
            count,
            printers(),
            stored,
            gaps=self.gaps.text(),
            left_out=self._left_out(),
            receiver=receiver,
        )
        asking.chosen.connect(partial(self._on_printer, receiver))
        asking.open()

    def _left_out(self) -> str:
        """The addenda to a signed paper, which do not go along with it."""
        return self.standing.added.left_out() if self._paper is not None else ""

    def _on_printer(self, receiver: ReceiverFields | None, printer: str, copies: int) -> None:
        self._received = receiver.given(self._session.now()) if receiver is not None else None
        self.print_on(printer, copies)

    def _sent(self) -> SignedDocument | Packet | None:
        """What is recorded as received: a signed paper, or a packet that holds some."""
        packet = self._packet
        return self._paper or (packet if packet is not None and packet.papers else None)

    def save_as(self, place: Path) -> None:
        """Write the paper into a file."""
        self._leave(partial(write_all, self._files(place)), partial(self._on_saved, place))

    def save_locked(self, password: str, place: Path) -> None:
        """Write a copy that opens with the password only."""
        files = self._files(place, "-locked")
        self._leave(partial(write_locked, files, password), partial(self._on_locked, place))

    def _leave(self, write: Callable[[], None], then: Callable[[None], object]) -> None:
        """Write files once the vault has said that the paper may leave."""
        self._allowed(lambda: self._session.work(write).then(then).failed(self._on_failed))

    def _allowed(self, go_on: Callable[[], object]) -> None:
        number = self._paper.number if self._paper else self._packet.letter if self._packet else ""
        if not number:
            go_on()
            return
        asking = self._session.do(check_leaves, number, self._despite)
        asking.then(lambda _: go_on(), self).failed(self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        self._on_failed(error)
        if self._paper is not None:
            self.standing.look()

    def _files(self, place: Path, ending: str = "") -> dict[Path, bytes]:
        """The paper at its place, and the notices of error about it beside it."""
        beside = {place.with_name(f"{each.number}{ending}.pdf"): each.pdf for each in self._beside}
        return {**beside, place: self._pdf}

    def _build(self) -> None:
        whole = stack(self, spacing=0)
        whole.addWidget(self._bar())
        if self._paper is not None:
            self.standing = PaperStanding(self._session, self._window, self._paper)
            self.standing.read.connect(self._on_standing)
            self.standing.settled.connect(self._on_settled)
            self.standing.opened.connect(self._open_other)
            self.standing.undermined.connect(self._on_undermined)
            self.standing.renewed.connect(self._renew)
            whole.addWidget(self.standing)
        whole.addWidget(self._notice)
        for notice in (self.undermined, self.gaps):
            whole.addWidget(notice)
        whole.addWidget(self.view, 1)

    def _bar(self) -> QWidget:
        bar = QFrame()
        bar.setObjectName("topBar")
        row, tools = self.view.tools(), QWidget()
        tools.setLayout(row)
        self._state = ChipLabel(chip_of(self._shown, self._title))
        origin = ElidedLabel(origin_of(self._shown, self._session.now().tzinfo), least=60)
        for part in (self._lock, self._save, self._print):
            row.addWidget(part)
        line(bar, margins=(16, 8, 16, 8)).addWidget(FoldingRow((self._state, origin), (tools,)))
        appear(self._lock, any((self._paper, self._packet, self._given, self._scan)))  # no draft goes out
        return bar

    def _on_standing(self, notices: tuple[SignedDocument, ...], whole: bool) -> None:
        """A paper that does not stand is printed and saved with its notices of error."""
        self._beside, self._in_error = notices, whole
        if notices:
            said = self.tr("Entered in error") if whole else self.tr("Partly in error")
            self._state.show_chip(Chip(said, "danger", "ban"))

    def _on_settled(self) -> None:
        if not self._settled:  # later, a print may be on its way
            self._settled = True
            self._let_leave()

    def _let_leave(self) -> None:
        for button in (self._print, self._save, self._lock):
            button.setEnabled(self._settled)

    def _on_undermined(self, errors: tuple[EnteredInError, ...]) -> None:
        """A paper in error goes out with its own notice; one that rests on an error only with a reason."""
        kind = self._paper.kind if self._paper is not None else PaperKind.RFA_LETTER
        self.undermined.show_text(why_not_ready(errors, kind), "danger", "triangle-alert")
        if errors:
            self._state.show_chip(Chip(self.tr("Not ready"), "danger", "triangle-alert"))

    def _renew(self, paper: SignedDocument) -> None:
        """It was co-signed or returned: show it as it is now."""
        self._shown = self._paper = paper
        self._state.show_chip(chip_of(paper, self._title))
        self._read(paper)

    def _open_other(self, paper: SignedDocument) -> None:
        other = PaperPreview(self._session, self._window, paper, self._settings)
        self._window.open(other, other.title())

    def _connect(self) -> None:
        self.view.failed.connect(self._on_failed)
        self._print.clicked.connect(self.print_paper)
        self._save.clicked.connect(self._on_save)
        self._lock.clicked.connect(self._on_lock)
        self._window.about_to_lock.connect(self.clear)
        for keys, run in (
            ("Ctrl+P", self.print_paper),
            ("Ctrl+Shift+P", self.print_with_dialog),
            ("Ctrl+S", self._on_save),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _read(self, paper: Shown) -> None:
        if isinstance(paper, SignedDocument):
            self._session.do(reprint, paper.id).then(self._show_with_gaps)
        elif isinstance(paper, Enclosure):
            self._session.do(open_enclosure, paper.id).then(self._show)
        elif isinstance(paper, Made):
            self.gaps.show_text(gap_words(paper.lost), "warn", "triangle-alert")
            self._show(paper.pdf)
        else:
            self._show_with_gaps(paper if isinstance(paper, bytes) else paper.pdf)

    def _show_with_gaps(self, pdf: bytes) -> None:
        self._show(pdf)
        self._session.work(pages_with_gaps, pdf).then(self._say_gaps, self).failed(self._on_failed)

    def _say_gaps(self, pages: tuple[int, ...]) -> None:
        where = ", ".join(str(at + 1) for at in pages)
        said = self.tr(
            "This paper holds characters that could not be printed. \ufffd stands for each: page {0}."
        )
        self.gaps.show_text(said.format(where) if pages else "", "warn", "triangle-alert")

    def _show(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.view.show_pdf(pdf)

    def _on_save(self) -> None:
        self._with_gaps(self._ask_where)

    def _on_lock(self) -> None:
        self._with_gaps(self._ask_password)

    def _with_gaps(self, then: Callable[[], object]) -> None:
        if self._pdf and self._settled:
            said, verb = self.undermined.text(), self.tr("Save nevertheless")
            ask_despite(self._window, said, verb, partial(self._ask_gaps, then))

    def _ask_gaps(self, then: Callable[[], object], despite: str) -> None:
        self._despite = despite
        ask_with_gaps(self._window, self.gaps.text(), self.tr("Save with the gaps"), then)

    def _ask_password(self) -> None:
        asking = LockedCopyCard(self._window, self._session.user.name)
        asking.chosen.connect(self._ask_where_locked)
        asking.open()

    def _ask_where_locked(self, password: str) -> None:
        name = self.file_name().replace(".pdf", "-locked.pdf")
        ask_place(self, name, partial(self.save_locked, password))

    def _ask_where(self) -> None:
        ask_place(self, self.file_name(), self.save_as)

    def print_on(self, printer: str, copies: int) -> None:
        """Print on a printer, remember it, and note it."""
        with contextlib.suppress(OSError):  # remembering the printer is a convenience
            self._settings.put(PRINTER, printer)
        self._send(printer, copies, self._settings.get(BOTH_SIDES))

    def _send(self, printer: str, copies: int, both: bool) -> None:
        self._print.setEnabled(False)
        self._print.say(self.tr("Printing"))
        self._notice.show_text("")
        if (key := self._key()) is not None:
            batch = PrintBatch(self._session, self._window)  # whoever goes back still gets its end noted
            batch.ended.connect(partial(self._on_batch_ended, printer))
            batch.ended.connect(batch.deleteLater)
            self._window.locked.connect(batch.deleteLater)
            batch.start([(key,)], Printer(printer, copies, both), despite=self._despite)
            return
        pages = [*(each.pdf for each in self._beside), self._pdf]
        jobs = [PrintJob(pdf, printer, copies, both) for pdf in pages]
        noting = partial(note_out, self._given_out(), self._despite)
        self._allowed(lambda: self._at_printer(partial(print_all, jobs), noting, printer))

    def _at_printer(
        self, print_it: Callable[[], None], noting: Callable[[Desk, Exception | None], None], printer: str
    ) -> None:
        printing = self._session.at_printer(print_it, noting)
        printing.then(lambda _done: self._on_printed(printer), self).failed(self._on_failed)

    def _key(self) -> Key | None:
        """Its place on the list; for whom a signed paper is: who receives it, else its one addressee."""
        paper = self._paper
        if paper is None or self._in_error:
            return None if paper else self.listed
        known = [each.to for each in addressees(paper.kind, paper.content)]
        if self._received is not None and self._received.to in known:
            return paper.id, self._received.to
        if self.listed is not None:
            return self.listed
        return paper.id, known[0] if len(known) == 1 else ""

    def _on_batch_ended(self, printer: str, end: BatchEnd) -> None:
        if end.reason:
            self._ready_again()
            self._notice.show_text(end.reason, "warn" if end.unknown else "danger", "circle-alert")
        else:
            self._on_printed(printer)
        self._session.announce("paper")

    def _on_printed(self, printer: str) -> None:
        self._ready_again()
        self._tell_gone(self.tr("Sent to {0}.").format(printer))
        if self._received is not None and (sent := self._sent()) is not None:
            keep_received(self._session, sent, self._received, self.listed)
        self._received = None

    def _on_saved(self, place: Path, _done: None) -> None:
        self._tell_gone(self.tr("Saved as {0}.").format(place.name))
        self._note("saved as a file")
        self._ask_who_received()

    def _tell_gone(self, said: str) -> None:
        self._window.messages.toast(f"{said} {self._left_out()}".strip())

    def _ask_who_received(self) -> None:
        sent = self._sent()
        if sent is not None and self._session.may(Permission.SEND_PAPERS):
            GivenCard(self._session, self._window, sent).open()

    def _may_keep_receiver(self) -> bool:
        return self._sent() is not None and self._session.may(Permission.SEND_PAPERS)

    def _on_locked(self, place: Path, _done: None) -> None:
        self._tell_gone(self.tr("Locked copy saved as {0}.").format(place.name))
        self._note("saved as a locked copy")
        self._ask_who_received()

    def _note(self, how: str) -> None:
        for each in self._given_out():
            self._session.do(note_one, each, how, self._despite)

    def _given_out(self) -> list[Shown]:
        """This paper and what lies beside it; a draft is told of when it is shown."""
        known = (*self._beside, self._paper, self._packet, self._given, self._scan)
        return [each for each in known if each is not None]

    def _ready_again(self) -> None:
        self._print.setEnabled(self._settled)
        self._print.say(self.tr("Print"))

    def _on_failed(self, error: Exception) -> None:
        self._ready_again()
        told = PrintFailed | OutcomeUnknown | NotAPdf | NotLocked
        own = str(error) if isinstance(error, told) else None
        said = own or explain(error) or self.tr("The paper could not be shown or printed. Try again.")
        self._notice.show_text(said, "danger", "circle-alert")


def _come_back(card: DialogCard, session: Session, *_: object) -> None:
    if shiboken6.isValid(card) and not session.is_locked:
        card.open()
