"""The room screen of the circulating nurse: stamps, the time-out, the live record, recovery and discharge."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from mbb_desktop.clinical.access import Permission, Role, User
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.authorized import Covered
from mbb_desktop.clinical.block import Block, Item, Moment, TimeOut
from mbb_desktop.clinical.block_state import CLOSED
from mbb_desktop.clinical.charting import entered
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.clinical.preset import Preset
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.time_out import mismatch
from mbb_desktop.ui.asked_card import AllergyCard, AnticoagulantCard
from mbb_desktop.ui.authorization_words import short_chip
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.chips import Chip
from mbb_desktop.ui.collision_bar import CollisionBar
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import line, stack
from mbb_desktop.ui.patient_banner import PatientBanner
from mbb_desktop.ui.places import RoomPlace, focused_place
from mbb_desktop.ui.room_acts import RoomActs
from mbb_desktop.ui.room_head import RoomHead, room_facts
from mbb_desktop.ui.room_levels import BOTH
from mbb_desktop.ui.room_plan_card import Asked, PlanCard, plan_site
from mbb_desktop.ui.room_record import LiveRecord, anesthetics_offered
from mbb_desktop.ui.room_recovery import RecoveryPanel
from mbb_desktop.ui.room_saving import Saving
from mbb_desktop.ui.room_stamps import KEYS, Stamps
from mbb_desktop.ui.room_time_out import Setting, TimeOutPanel
from mbb_desktop.ui.room_words import check_details, people_of, physicians_of, stop_of, unasked
from mbb_desktop.ui.screen_keys import room_keys
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.authorizations import block_covered
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.keep_clinic import clinic
from mbb_desktop.workflow.keep_patients import Chart
from mbb_desktop.workflow.knowledge import formulary, presets
from mbb_desktop.workflow.room import who_can_settle

LOOK_AGAIN_MS = 5_000


class RoomPage(QWidget):
    """One block in the room. Nothing on it names the plan before the time-out has compared the answers."""

    keys = room_keys

    closed = Signal()

    def __init__(  # noqa: PLR0913 - what is shown, and where
        self,
        session: Session,
        window: MainWindow,
        chart: Chart,
        block: Block,
        response: Response,
        *,
        offered: Mapping[Region, Preset] | None = None,
    ) -> None:
        super().__init__()
        if not session.may(Permission.RECORD_BLOCK):
            raise NotAllowed(Permission.RECORD_BLOCK)
        self._session, self._window, self._chart = session, window, chart
        self._presets = presets() if offered is None else offered
        self._clinic: Clinic | None = None
        self._stop_shown = False
        self._called = {user.signs_as: user.called for user in chart.users.values()}
        self._physicians = physicians_of(block, chart.users)
        self.draft = BlockDraft(session, block, response, self)
        self._bar = CollisionBar()
        self._saving = Saving(self.draft, window, session, self._bar)
        self.acts = RoomActs(self.draft, session, window, self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.refresh()
        session.do(clinic).then(self._show_clinic)
        session.do(block_covered, block).then(self._show_covered)

    def title(self) -> str:
        """What the page is called."""
        return self.tr("Procedure room")

    def banner(self) -> PatientBanner:
        """What stands above the page: room, clock, STOP, patient."""
        return self.head

    def unfinished(self) -> TimeOut:
        """The answers given so far."""
        return self.time_out.answers(self._session.now())

    def place(self) -> RoomPlace:
        """The answers given so far and the input with the cursor, to be kept while the program is locked."""
        return RoomPlace(self.draft.block.id, self.unfinished(), focused_place(self))

    def come_back(self, place: RoomPlace) -> None:
        """Go on with answers that were kept, in the same input."""
        open_still = self.draft.block.time_out is None and self.acts.stopped() is None
        if place.answers is not None and open_still:
            self.time_out.show_answers(place.answers)
            self.refresh()
        found = self.findChild(QWidget, place.focused) if place.focused else None
        if found is not None and found.isVisibleTo(self):
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def entered(self) -> None:
        """The page is shown: the whole window is the room's."""
        self._window.rail.hide()
        self._tick()
        self._saving.show_state()
        self._enter()

    def leaving(self) -> None:
        """Save before the page is hidden, closed or locked away."""
        self.draft.save_at_once()
        self._window.rail.show()

    # Building

    def _make_parts(self) -> None:
        block, patient, me = self.draft.block, self._chart.patient, self._session.user
        course = self._chart.course(block.course_id)
        facts = room_facts(patient, self._session.now().date(), self._chart.similar)
        self._covered: tuple[Chip, ...] = ()
        role = self.tr("circulator") if Role.NURSE in me.roles else self.tr("physician")
        self.head = RoomHead(facts, f"{me.called}, {role}")
        self.stamps = Stamps(self._called)
        self._setting = Setting(
            course.region,
            block.vertebrae or course.vertebrae,
            check_details(patient, block),
            people_of(block, self._physicians, me),
            has_radiographer=bool(block.radiographer),
            unasked=unasked(patient),
        )
        self.time_out = TimeOutPanel(self._setting)
        offered = anesthetics_offered(self._presets[course.region].agents, formulary())
        self.record = LiveRecord(self.draft, patient, formulary(), offered)

    def _lay_out(self) -> None:
        self._steps = QStackedWidget()
        self._steps.addWidget(self.time_out)
        column = stack(self, spacing=16)
        column.addWidget(self._bar)
        column.addWidget(self.stamps)
        row = line(spacing=16, margins=(24, 0, 24, 16))
        row.addWidget(self._steps, 1)
        row.addWidget(self.record)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.draft.changed.connect(self.refresh)
        self.stamps.pressed.connect(self.press)
        self.time_out.complete_asked.connect(partial(self.press, Moment.TIME_OUT))
        self.time_out.edited.connect(self._show_scoring)
        self.time_out.asking.connect(self._ask_patient)
        self.time_out.name_added.connect(self._on_name_added)
        self.acts.answers_missing.connect(self.time_out.insist)
        self.head.lock_asked.connect(self._window.lock)
        self.head.settle_asked.connect(self._ask_physician)
        self._session.changed.connect(self._on_changed)
        for moment, key in KEYS.items():
            self._add_key(key, partial(self.press, moment))
        self._add_key("Ctrl+Z", self.acts.undo)
        self._add_key("Ctrl+Shift+Z", self.acts.redo)
        self._watch_undo(self)
        self._ticking = QTimer(self, interval=LOOK_AGAIN_MS)
        self._ticking.timeout.connect(self._tick)

    def _ask_patient(self, check: str) -> None:
        """Nobody has asked about it: the answer goes into the patient's record first."""
        ask = AllergyCard if check == "allergy" else AnticoagulantCard
        card = ask(self._session, self._window, self._chart.patient)
        card.saved.connect(partial(self._on_asked, check))
        card.open()

    def _on_asked(self, check: str, patient: Patient) -> None:
        self._chart = replace(self._chart, patient=patient)
        self._show_head()
        self.record.show_patient(patient)
        self.time_out.show_asked(check, check_details(patient, self.draft.block)[check])

    def _show_covered(self, found: Covered) -> None:
        """In few words: nothing here may give away the plan before the time-out."""
        self._covered = (short_chip(found),)
        self._show_head()

    def _show_head(self) -> None:
        facts = room_facts(self._chart.patient, self._session.now().date(), self._chart.similar)
        self.head.show_facts(replace(facts, chips=(*facts.chips, *self._covered)))

    def _add_key(self, keys: str, run: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(run)

    @cached_property
    def recovery(self) -> RecoveryPanel:
        """The steps after the room; made when the patient has left it."""
        panel = RecoveryPanel(self.draft)
        panel.closed.connect(self._close)
        if self._clinic is not None:
            panel.show_clinic(self._clinic)
        self._watch_undo(panel)
        self._steps.addWidget(panel)
        return panel

    def _watch_undo(self, part: QWidget) -> None:
        for entry in part.findChildren(QLineEdit):
            entry.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo belongs to the record, not to the text of one input."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoing = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in undoing):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.record.fit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ticking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticking.stop()

    # Showing

    def refresh(self) -> None:
        """Show what the draft has now."""
        block, stopped = self.draft.block, self.acts.stopped()
        is_settled = self._stop_shown and stopped is None
        if is_settled:
            self.time_out.forget_all()
        self.stamps.show_block(block, stopped is not None, self.draft.is_editable())
        self._show_time_out(block, stopped)
        self.head.show_stop(stop_of(block, self._physicians) if stopped else None)
        if is_settled or (stopped is not None and not self._stop_shown):
            self._enter()
        self._stop_shown = stopped is not None
        self.head.show_room(self._room(), self._stage_words(block))
        self.record.refresh()
        if self._in_recovery():
            self.recovery.refresh()
        self._show_scoring()
        self._steps.setCurrentWidget(self.recovery if self._in_recovery() else self.time_out)

    def _enter(self) -> None:
        """Put the keyboard where the work goes on."""
        if self.acts.stopped() is not None:
            self.head.stop.settle.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._in_recovery():
            self.recovery.enter()
        elif self.draft.block.time_out is not None:
            self.record.enter()
        else:
            self.time_out.enter()

    def _show_time_out(self, block: Block, stopped: TimeOut | None) -> None:
        if block.time_out is not None:
            self.time_out.show_answers(block.time_out)
            led_by = block.time_out.led_by
            self.time_out.show_done(block.time_out, self._called.get(led_by, led_by))
        elif stopped is not None:
            self.time_out.show_answers(stopped)
            self.time_out.show_stopped(stopped, mismatch(stopped, block))
        else:
            self.time_out.show_open(self.draft.is_editable())

    def _show_scoring(self) -> None:
        """Sides are scored apart when both were named here; later scores are given without seeing these."""
        block = self.draft.block
        named = {word.rsplit(" ", 1)[1] for word in block.time_out.joints} if block.time_out else set()
        both = len(named) == len(BOTH) or self.time_out.site.sides_entered() == BOTH
        blind = self._clinic is None or self._clinic.blind_scoring
        covered = blind and Role.PHYSICIAN not in self._session.user.roles and block.needle_out is not None
        for part in (self.record, self.recovery) if self._in_recovery() else (self.record,):
            part.rate_sides(both)
            part.cover_scores(covered)

    def _show_clinic(self, found: Clinic) -> None:
        self._clinic = found
        self.record.show_clinic(found)
        if self._in_recovery():
            self.recovery.show_clinic(found)
        self.refresh()

    def _room(self) -> str:
        known = self._clinic.room if self._clinic else ""
        return self.draft.block.room or known or self.title()

    def _stage_words(self, block: Block) -> str:
        if block.left_room is not None:
            return self.tr("Recovery and discharge")
        if block.needle_out is not None:
            return self.tr("After the needle")
        if block.time_out is not None:
            return self.tr("Time-out complete")
        return self.tr("Time-out before the needle")

    def _in_recovery(self) -> bool:
        return self.draft.block.left_room is not None or self.draft.block.state in CLOSED

    def _tick(self) -> None:
        """The clock goes on, scores become due, and others may have written something."""
        self.head.show_now(self._session.now())
        if self._session.is_locked:
            return
        if self._in_recovery():
            self.recovery.show_due()
        self.draft.look_again()

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("block"):
            self.draft.look_again()

    # Acting

    def press(self, moment: Moment) -> None:
        """A moment was asked for by its key or its button."""
        if moment is Moment.TIME_OUT and self.draft.block.time_out is None:
            if self.acts.stopped() is None:
                self.acts.complete_time_out(self.unfinished())
            else:
                self._enter()
        else:
            self.acts.stamp(moment)

    def _close(self) -> None:
        self.closed.emit()
        self._window.back()

    def _ask_physician(self) -> None:
        shown = self.draft.block
        self._session.do(who_can_settle, shown).then(partial(self._ask_one_of, shown), receiver=self)

    def _ask_one_of(self, shown: Block, able: tuple[User, ...]) -> None:
        if not able:
            said = self.tr("No physician can settle it: none has a signing PIN. They set one in Settings.")
            self._window.messages.toast(said)
            return
        stop = stop_of(shown, self._physicians)
        site = plan_site(self._setting.region, self._setting.vertebrae)
        card = PlanCard(self._window, able, Asked(stop.sentences, site, stop.has_plan))
        card.decided.connect(partial(self.acts.settle, card, shown))
        card.open()

    def _on_name_added(self, name: str, is_radiographer: bool) -> None:
        if is_radiographer:
            block = replace(self.draft.block, radiographer=name)
            self.draft.change(entered(block, Item.TEAM, self.draft.author()))
