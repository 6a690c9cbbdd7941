"""The papers of a chart: those signed here and those from outside, and what can be done with them."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.enclosure import Enclosure
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.people import Patient
from mbb_desktop.documents.make import Made
from mbb_desktop.settings import Settings
from mbb_desktop.ui.chart_banner import identity_banner
from mbb_desktop.ui.chart_lists import PapersList
from mbb_desktop.ui.enclosure_page import EnclosurePage
from mbb_desktop.ui.enclosures_list import EnclosuresList
from mbb_desktop.ui.file_drop import FileDrop
from mbb_desktop.ui.letter_card import LetterCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.packet_card import PacketCard
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.parts import stack
from mbb_desktop.ui.patient_banner import PatientBanner
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.ui.strike_card import StrikeCard
from mbb_desktop.workflow.keep_enclosures import (
    Enclosed,
    EnclosureChoices,
    enclosure_choices,
    enclosures_of,
)
from mbb_desktop.workflow.make_packet import Packet


class ChartPapers(QWidget):
    """The tab of the papers. `enclosures_read` gives what lies in the chart from outside."""

    enclosures_read = Signal(object)

    def __init__(self, session: Session, window: MainWindow, settings: Settings, patient_id: UUID) -> None:
        super().__init__()
        self._session, self._window, self._settings = session, window, settings
        self._patient_id = patient_id
        self.signed, self.scans = PapersList(session), EnclosuresList(session)
        self._patient: Patient | None = None
        self._column = stack(self, spacing=0)
        self._column.addWidget(self.signed, 1)
        self._column.addWidget(self.scans)
        self._connect()

    def take_drops(self, chart: QWidget) -> None:
        """A file dropped anywhere onto the chart is looked at, to be added."""
        if self._session.may(Permission.KEEP_ENCLOSURES):
            FileDrop(chart).dropped.connect(self._on_dropped)

    def _connect(self) -> None:
        self.signed.opened.connect(self.open_paper)
        self.signed.packet_asked.connect(self.ask_for_packet)
        self.scans.opened.connect(self.open_paper)
        self.scans.add_asked.connect(self.add_scan)
        self.scans.strike_asked.connect(self._on_strike)
        self._session.changed.connect(self._on_changed)

    def read(self) -> None:
        """Look what lies in the chart from outside; done again by itself when that changes."""
        self._session.do(enclosures_of, self._patient_id).then(self._show)

    def _show(self, found: Enclosed) -> None:
        self._patient = found.patient
        self.scans.show_enclosed(found)
        self._column.setStretchFactor(self.scans, 1 if found.papers else 0)
        self.enclosures_read.emit(found)

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("enclosure"):
            self.read()

    # Papers

    def open_paper(self, paper: SignedDocument | Packet | Enclosure) -> None:
        """Show a signed paper, a scan or a packet over the chart."""
        preview = PaperPreview(self._session, self._window, paper, self._settings)
        banner = self._banner() if isinstance(paper, Enclosure) else None
        self._window.open(preview, preview.title(), banner)

    def _banner(self) -> PatientBanner | None:
        """A scan says itself whose it is, or not: the name stands above it."""
        today = self._session.now().date()
        return identity_banner(self._patient, today) if self._patient else None

    def show_report(self, pdf: bytes) -> None:
        """Show who saw the chart."""
        title = self.tr("Who saw this chart")
        self._window.open(PaperPreview(self._session, self._window, pdf, self._settings, title=title), title)

    def ask_for_packet(self, letter: SignedDocument) -> None:
        """What goes out with a signed letter."""
        asking = PacketCard(self._session, self._window, letter)
        asking.made.connect(self.open_paper)
        asking.open()

    def write_letter(self, course_id: UUID) -> LetterCard:
        """The letter of a course."""
        writing = LetterCard(self._session, self._window, course_id)
        writing.patient_id = self._patient_id
        writing.signed.connect(self._on_letter_signed)
        writing.draft.connect(partial(self._show_draft, writing))
        writing.locked_out.connect(self._window.lock, Qt.ConnectionType.QueuedConnection)
        writing.open()
        return writing

    def _on_letter_signed(self, paper: SignedDocument) -> None:
        self._session.announce("paper", patient_id=self._patient_id)
        self._window.messages.toast(self.tr("{0} signed.").format(paper.number))
        self.open_paper(paper)

    def _show_draft(self, card: LetterCard, draft: Made) -> None:
        PaperPreview(self._session, self._window, draft, self._settings).open_instead_of(card)

    # Scans

    def add_scan(self, place: Path | None = None) -> None:
        """Look at a file that may be added; without one it is chosen there."""
        asking = self._session.do(enclosure_choices, self._patient_id)
        asking.then(partial(self._open_page, place), receiver=self)

    def _open_page(self, place: Path | None, choices: EnclosureChoices) -> None:
        page = EnclosurePage(self._session, self._window, choices)
        page.added.connect(self._on_added)
        self._window.open(page, page.title(), banner=page.banner(), wide=True)
        if place is not None:
            page.read_file(place)

    def _on_dropped(self, files: list[Path]) -> None:
        if len(files) > 1:
            self._window.messages.toast(self.tr("Drop one file at a time: each is looked at by itself."))
            return
        self.add_scan(files[0])

    def _on_added(self, kept: Enclosure) -> None:
        self._window.back()
        self._window.messages.toast(self.tr("Kept: {0}.").format(kept.named))

    def _on_strike(self, kept: Enclosure) -> None:
        asking = StrikeCard(self._session, self._window, kept)
        said = self.tr("Marked as entered in error.")
        asking.struck.connect(lambda: self._window.messages.toast(said))
        asking.open()
