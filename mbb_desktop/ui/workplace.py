"""The pages of an unlocked clinic, and what opens from what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.clinical.preset import Preset
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.rules import RuleSet
from mbb_desktop.documents.make import Made
from mbb_desktop.settings import Settings
from mbb_desktop.ui.addendum_card import AddendumCard
from mbb_desktop.ui.block_editor import BlockEditor, Practice
from mbb_desktop.ui.calls_page import CallsPage
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.command import Command
from mbb_desktop.ui.daily_backup import DailyBackup
from mbb_desktop.ui.dialog_card import CardPlace
from mbb_desktop.ui.emergency_access import EmergencyAccess
from mbb_desktop.ui.handout_card import ask_for_handout
from mbb_desktop.ui.kept_cards import KeptCards, card_place
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.letters_page import LettersPage
from mbb_desktop.ui.look import dress
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.palette import Offers, Palette
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.patients_page import PatientsPage
from mbb_desktop.ui.payer_places import PayerPlaces
from mbb_desktop.ui.person_words import full_name
from mbb_desktop.ui.places import EditorPlace, Place, RoomPlace
from mbb_desktop.ui.response_card import ResponseCard
from mbb_desktop.ui.room_page import RoomPage
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.ui.side_doors import SideDoors
from mbb_desktop.ui.today_page import TodayPage
from mbb_desktop.ui.tour import Tour
from mbb_desktop.ui.tour_stops import Ways, stops
from mbb_desktop.workflow.day_list import DayList, day_list
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.emergency import emergencies_to_tell
from mbb_desktop.workflow.follow_up import response_of
from mbb_desktop.workflow.issue_paper import draft_note, signed_paper
from mbb_desktop.workflow.keep_clinic import clinic
from mbb_desktop.workflow.keep_patients import Chart, open_chart, refresh_chart
from mbb_desktop.workflow.keep_presets import presets_for
from mbb_desktop.workflow.knowledge import formulary
from mbb_desktop.workflow.make_packet import Packet
from mbb_desktop.workflow.print_handout import PatientPaper
from mbb_desktop.workflow.print_list import Key, count_to_print
from mbb_desktop.workflow.record_block import begin, read_block, start_block
from mbb_desktop.workflow.review_course import rule_set_of_block

_ROOM_IS_OPEN = (BlockState.PLANNED, *DONE)


@dataclass(frozen=True, slots=True)
class _Given:
    """What judges a block, and what it starts from."""

    rules: RuleSet | None
    presets: Mapping[Region, Preset]


class Workplace(QObject):
    """Registers the pages that the person may see, and opens charts, blocks, rooms and papers."""

    begun = Signal()

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self.clinic: Clinic | None = None
        self._backup = DailyBackup(self, session, window)
        self._doors = SideDoors(self, session, window)
        self._doors.chart_asked.connect(self.open_chart)
        self.emergency = EmergencyAccess(self, session, window, self._renew_pages)
        ways = Ways(self, session, window, self.open_chart, self.open_block)
        self.tour = Tour(self, window, settings, partial(stops, ways))
        self._doors.tour_asked.connect(self.tour.begin)
        window.search_slot.asked.connect(self.find)
        session.failed.connect(window.messages.tell_error)
        session.changed.connect(self._on_changed)

    @property
    def minutes_key_is_held(self) -> int:
        """How long the PIN is enough after a lock."""
        return self.clinic.minutes_key_is_held if self.clinic else 0

    def begin(self, remarks: Sequence[str], back_to: Place | None = None) -> None:
        """Show the first page, or where the person was; `remarks` are sentences that must be seen."""
        self._session.do(clinic).then(lambda found: self._begin(found, remarks, back_to), receiver=self)

    def place(self) -> Place | None:
        """Where the person is now, to come back to after a lock; holds no identity."""
        shown = self._window.shown()
        if (typed := card_place(self._window)) is not None:
            return typed
        return shown.place() if isinstance(shown, BlockEditor | RoomPage) else None

    def _begin(self, found: Clinic, remarks: Sequence[str], back_to: Place | None) -> None:
        self._show_pages(found)
        self._session.do(emergencies_to_tell).then(
            lambda told: self._tell_all([*remarks, *told]), receiver=self
        )
        self._backup.begin()
        if isinstance(back_to, CardPlace):
            ways = KeptCards(self._session, self._window, self.open_chart, self._show_addendum_card)
            ways.come_back(back_to)
        elif back_to is not None and self._session.may(Permission.RECORD_BLOCK):
            self._come_back(back_to)
        self.begun.emit()

    def _show_pages(self, found: Clinic) -> None:
        self.clinic = found
        user = self._session.user
        roles = ", ".join(localized(role.value) for role in user.roles)
        self._window.begin(user.signs_as, roles, self._session.wait_until_idle, demo=found.sample)
        self._window.lock_when_idle(found.minutes_to_lock)
        self._add_pages()

    def _tell_all(self, remarks: Sequence[str]) -> None:
        """In one card: several would lie over each other."""
        if remarks:
            self._window.messages.tell(self.tr("Before you go on"), *remarks)

    def _renew_pages(self) -> None:
        """Let every page go and offer those that the person may see now."""
        assert self.clinic is not None
        self._window.frame.leave()
        self._window.forget_pages()
        self._show_pages(self.clinic)

    def _come_back(self, place: EditorPlace | RoomPlace) -> None:
        show = self._show_editor if isinstance(place, EditorPlace) else self._show_room

        def shown(chart: Chart, block: Block, response: Response, given: _Given) -> None:
            if isinstance(place, RoomPlace) and block.state not in _ROOM_IS_OPEN:
                return
            if block.state is BlockState.ENTERED_IN_ERROR:
                return
            show(chart, block, response, given)
            opened = self._window.shown()
            match opened, place:
                case BlockEditor() as editor, EditorPlace():
                    editor.come_back(place)
                case RoomPage() as room, RoomPlace():
                    room.come_back(place)

        self._session.do(read_block, place.block_id).then(self._with_records(shown), receiver=self)

    def _add_pages(self) -> None:
        may, window = self._session.may, self._window
        people = self.tr("Find a patient or a command")
        window.search_slot.ask_for(people if may(Permission.FIND_PEOPLE) else self.tr("Find a command"))
        first = ""
        if may(Permission.FIND_PEOPLE):
            window.add_page("today", self.tr("Today"), "house", self._today, "Ctrl+1")
            window.add_page("patients", self.tr("Patients"), "users", self._patients, "Ctrl+2")
            window.add_page("calls", self.tr("Follow-up calls"), "phone", self._follow_up_calls, "Ctrl+3")
            first = "today"
        if may(Permission.EDIT_PEOPLE):
            window.add_shortcut("Ctrl+Shift+N", self.tr("New patient"), self._new_patient, "plus")
        if may(Permission.EMERGENCY_ACCESS) and not may(Permission.OPEN_CHART):
            window.add_command(
                Command(self.tr("Emergency access"), self.emergency.ask, icon="triangle-alert")
            )
        if may(Permission.ISSUE_PAPERS):
            window.add_page("letters", self.tr("Letters"), "mail", self._letters, "Ctrl+4")
            self._count_letters()
        self._payers = PayerPlaces(self._session, window, self._settings, self._open_tab)
        if may(Permission.SEE_FIGURES):
            words = self.tr("Analytics")
            window.add_page("analytics", words, "chart-column", self._analytics, "Ctrl+5")
            first = first or "analytics"
        window.add_page("settings", self.tr("Settings"), "settings", self._settings_page, "Ctrl+6")
        self._doors.offer(sample=self.clinic is not None and self.clinic.sample)
        window.show_page(first or "settings")

    def _today(self) -> TodayPage:
        page = TodayPage(self._session)
        page.open_block.connect(self.open_block)
        page.open_room.connect(self.open_room)
        page.open_chart.connect(self.open_chart)
        page.ahead_asked.connect(self._payers.show_ahead)
        page.open_payer.connect(self._payers.open_details)
        page.sign_response.connect(self.sign_response)
        page.handout_asked.connect(self.ask_for_handout)
        page.open_paper.connect(self._show_paper)
        page.export_asked.connect(self._export_day)
        page.list_asked.connect(self._doors.plan_list)
        page.new_block_asked.connect(lambda: self._window.show_page("patients"))
        page.counted.connect(partial(self._window.set_count, "today"))
        page.calls_counted.connect(partial(self._window.set_count, "calls"))
        page.call_asked.connect(self.open_calls)
        return page

    def _follow_up_calls(self) -> CallsPage:
        page = CallsPage(self._session, self._window)
        page.counted.connect(partial(self._window.set_count, "calls"))
        page.open_chart.connect(self.open_chart)
        return page

    def open_calls(self, block_id: UUID | None) -> None:
        """Show the call about a block; None shows those about ablations."""
        page = self._window.show_page("calls")
        if isinstance(page, CallsPage):
            page.choose(block_id)

    def _export_day(self) -> None:
        from mbb_desktop.ui.export_card import ExportCard, day_offer

        ExportCard(self._session, self._window, day_offer(self._session, self._window)).open()

    def _patients(self) -> PatientsPage:
        page = PatientsPage(self._session, self._window)
        page.open_chart.connect(self.open_chart)
        return page

    def _analytics(self) -> QWidget:
        from mbb_desktop.ui.analytics_page import AnalyticsPage

        page = AnalyticsPage(self._session, self._window)
        page.lots_asked.connect(self._doors.find_lots)
        return page

    def _letters(self) -> LettersPage:
        page = LettersPage(self._session, self._window, self._settings)
        page.open_block.connect(self.open_block)
        page.open_chart.connect(self.open_chart)
        page.open_paper.connect(self._show_paper)
        page.counted.connect(partial(self._window.set_count, "letters"))
        return page

    def _count_letters(self) -> None:
        self._session.do(count_to_print).then(partial(self._window.set_count, "letters"), receiver=self)

    def _settings_page(self) -> QWidget:
        from mbb_desktop.ui.settings_page import SettingsPage

        tour = self.tour.begin if self.clinic is not None and self.clinic.sample else None
        page = SettingsPage(self._session, self._window, self._settings, tour)
        page.look_changed.connect(self._dress)
        page.emergency_asked.connect(self.emergency.ask)
        return page

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress(application, self._settings)

    def _new_patient(self, name: str = "") -> None:
        page = self._window.show_page("patients")
        if isinstance(page, PatientsPage):
            page.add_patient(name)

    def find(self) -> None:
        """Open the palette."""
        palette = Palette(self._session, self._window, Offers(self._window.commands, self._about))
        palette.chart_asked.connect(self.open_chart)
        palette.block_asked.connect(self._document)
        palette.patient_asked.connect(self._new_patient)
        palette.open()

    def _about(self, patient: Patient) -> Sequence[Command]:
        """What can be done for one patient, by name."""
        name, may = full_name(patient), self._session.may
        found = []
        if may(Permission.RECORD_BLOCK):
            words = self.tr("New block for {0}").format(name)
            found.append(Command(words, lambda: self._document(patient.id), "Ctrl Enter", "syringe"))
        if may(Permission.OPEN_CHART):
            words = self.tr("RFA readiness of {0}").format(name)
            found.append(Command(words, lambda: self._open_tab(patient.id, "readiness"), icon="square-check"))
        if may(Permission.ISSUE_PAPERS):
            words = self.tr("Papers of {0}").format(name)
            found.append(Command(words, lambda: self._open_tab(patient.id, "papers"), icon="file-text"))
        return found

    # What opens from what

    def open_chart(self, patient_id: UUID) -> ChartPage:
        """Show a patient's chart, or the papers alone to a person who may not read charts."""
        chart = ChartPage(self._session, self._window, patient_id, self._settings)
        chart.new_block.connect(self._new_block)
        chart.open_block.connect(self.open_block)
        chart.open_room.connect(self.open_room)
        chart.sign_response.connect(self.sign_response)
        chart.open_chart.connect(self.open_chart)
        self._window.open(chart, chart.title(), banner=chart.banner)
        return chart

    def _open_tab(self, patient_id: UUID, name: str) -> None:
        self.open_chart(patient_id).show_tab(name)

    def _document(self, patient_id: UUID) -> None:
        """Today's block of a patient, else a new one from the chart."""
        self._session.do(day_list).then(partial(self._document_in, patient_id), receiver=self)

    def _document_in(self, patient_id: UUID, day: DayList) -> None:
        mine = [row.block for row in day.board.blocks if row.patient.id == patient_id]
        waiting = [block for block in mine if block.state in (BlockState.PLANNED, BlockState.DRAFT)]
        if waiting:
            decides = self._session.may(Permission.DECIDE_BLOCK)
            (self.open_block if decides else self.open_room)(waiting[0])
        else:
            self._session.do(refresh_chart, patient_id).then(self._new_block_of, receiver=self)

    def _new_block_of(self, chart: Chart) -> None:
        """Of the only complaint; with several, or none, the chart asks."""
        if len(chart.courses) == 1:
            self._new_block(chart.courses[0])
        else:
            self._open_tab(chart.patient.id, "blocks" if chart.courses else "course")

    def _new_block(self, course: Course) -> None:
        self._session.do(start_block, course).changes("block", patient_id=course.patient_id).then(
            self.open_block, receiver=self
        )

    def open_block(self, block: Block) -> None:
        """Open the editor; a planned block becomes today's draft first."""
        if block.state in (BlockState.PLANNED, BlockState.DRAFT):
            opening = self._session.do(begin, block).changes("block", patient_id=block.patient_id)
        else:
            opening = self._session.do(read_block, block.id)
        opening.then(self._with_records(self._show_editor), receiver=self)

    def open_room(self, block: Block) -> None:
        """Open the circulator's screen."""
        self._session.do(read_block, block.id).then(self._with_records(self._show_room), receiver=self)

    def sign_response(self, block: Block) -> None:
        """Ask the physician for the conclusion on a block's response."""
        self._session.do(read_block, block.id).then(
            self._with_records(self._show_response_card), receiver=self
        )

    def ask_for_handout(self, block: Block) -> None:
        """Ask what the patient of a block takes home, and show it."""
        ask_for_handout(self._session, self._window, self._settings, block.patient_id, block.id)

    def _with_records(
        self, show: Callable[[Chart, Block, Response, _Given], None]
    ) -> Callable[[Block], None]:
        """Read the chart and the response of a block, then show it."""

        def read(block: Block) -> None:
            self._session.do(_records, block).then(lambda found: show(*found), receiver=self)

        return read

    def _show_editor(self, chart: Chart, block: Block, response: Response, given: _Given) -> None:
        assert self.clinic is not None
        practice = Practice(self.clinic, given.presets, formulary(), given.rules)
        editor = BlockEditor(self._session, self._window, chart, block, response, practice)
        editor.closed.connect(self._window.back)
        editor.signed.connect(lambda paper: self._signed(block, paper))
        editor.next_asked.connect(lambda: self._window.show_page("today"))
        editor.addendum_asked.connect(lambda: self._add_to_note(block))
        editor.room_asked.connect(lambda: self.open_room(editor.draft.block))
        editor.print_asked.connect(lambda kind, draft: self._print(editor.draft.block, kind, draft))
        self._window.open(editor, editor.title(), banner=editor.banner(), wide=True)

    def _show_room(self, chart: Chart, block: Block, response: Response, given: _Given) -> None:
        room = RoomPage(self._session, self._window, chart, block, response, offered=given.presets)
        self._window.open(room, room.title(), banner=room.banner(), wide=True)

    def _show_response_card(self, chart: Chart, block: Block, _response: Response, _given: _Given) -> None:
        card = ResponseCard(self._window, self._session, chart, block)
        card.signed.connect(lambda paper: self._signed(block, paper))
        card.draft.connect(lambda pdf: self._preview(pdf).open_instead_of(card))
        card.locked_out.connect(self._window.lock, Qt.ConnectionType.QueuedConnection)
        card.open()

    def _add_to_note(self, block: Block) -> None:
        self._session.do(signed_paper, block.id, PaperKind.PROCEDURE_NOTE).then(
            self._show_addendum_card, receiver=self
        )

    def _show_addendum_card(self, paper: SignedDocument) -> AddendumCard:
        card = AddendumCard(self._session, self._window, paper)
        card.signed.connect(self._show_paper)
        card.locked_out.connect(self._window.lock, Qt.ConnectionType.QueuedConnection)
        card.open()
        return card

    def _signed(self, block: Block, paper: SignedDocument) -> None:
        self._session.announce("block", "response", "paper", patient_id=block.patient_id)
        said = self.tr("{0} signed.") if paper.final else self.tr("{0} signed. It is to be co-signed.")
        self._window.messages.toast(said.format(paper.number))

    def _print(self, block: Block, kind: PaperKind, draft: bool) -> None:
        if draft:
            self._session.do(draft_note, block.id).then(self._show_paper, receiver=self)
        else:
            self._session.do(signed_paper, block.id, kind).then(self._show_paper, receiver=self)

    def _show_paper(
        self, paper: Made | SignedDocument | Packet | PatientPaper, key: Key | None = None
    ) -> None:
        preview = self._preview(paper)
        preview.listed = key
        self._window.open(preview, preview.title())

    def _preview(self, paper: Made | SignedDocument | Packet | PatientPaper) -> PaperPreview:
        return PaperPreview(self._session, self._window, paper, self._settings)

    # The clinic as it changes

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("paper") and self._session.may(Permission.ISSUE_PAPERS):
            self._count_letters()
        if changed.touches("clinic"):
            self._session.do(clinic).then(self._clinic_changed, receiver=self)

    def _clinic_changed(self, found: Clinic) -> None:
        self.clinic = found
        self._window.lock_when_idle(found.minutes_to_lock)


def _records(desk: Desk, block: Block) -> tuple[Chart, Block, Response, _Given]:
    given = _Given(rule_set_of_block(desk, block), presets_for(desk, block.physician_id))
    return open_chart(desk, block.patient_id), block, response_of(desk, block), given
