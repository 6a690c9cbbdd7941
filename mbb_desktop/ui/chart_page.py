"""One patient: what the blocks show, every criterion, the papers, and the details."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QTabBar, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.block_state import CLOSED
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.enclosure import Enclosure
from mbb_desktop.clinical.hardware import fused_levels
from mbb_desktop.clinical.installed import BrokenRules
from mbb_desktop.clinical.level_concerns import level_concerns
from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.clinical.room_part import awaits_recovery, is_open
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.clinical.verdict import Assessed
from mbb_desktop.settings import Settings
from mbb_desktop.ui.chart_audit import AuditList
from mbb_desktop.ui.chart_banner import ChartBanner
from mbb_desktop.ui.chart_facts import CourseFacts
from mbb_desktop.ui.chart_lists import BlocksList
from mbb_desktop.ui.chart_overview import ChartOverview
from mbb_desktop.ui.chart_papers import ChartPapers
from mbb_desktop.ui.choices import Combo
from mbb_desktop.ui.coding_view import CodingView
from mbb_desktop.ui.course_form import CourseForm
from mbb_desktop.ui.handout_card import ask_for_handout
from mbb_desktop.ui.late_stack import LateStack
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import Button, Notice, appear, line, stack
from mbb_desktop.ui.patient_form import PatientForm
from mbb_desktop.ui.person_words import banner_facts, identity_only
from mbb_desktop.ui.plan_card import PlanCard
from mbb_desktop.ui.readiness_view import ReadinessView
from mbb_desktop.ui.screen_keys import chart_keys
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.correct import dispatch_of
from mbb_desktop.workflow.issue_paper import signed_paper
from mbb_desktop.workflow.keep_clinic import clinic
from mbb_desktop.workflow.keep_patients import Chart, open_chart, open_papers, refresh_chart
from mbb_desktop.workflow.preview_codes import preview_codes
from mbb_desktop.workflow.review_course import CourseReview, counted_blocks, review_course

_RECOVERY_WITHIN = timedelta(days=1)
_WITH_NOTE = (*CLOSED, BlockState.ENTERED_IN_ERROR)
_SHOWN = ("patient", "course", "block", "response", "paper", "authorization", "clinic", "rule set")


class ChartPage(QWidget):
    """Open it with `window.open(chart, chart.title(), banner=chart.banner)`."""

    keys = chart_keys

    new_block = Signal(object)
    open_block = Signal(object)
    open_room = Signal(object)
    sign_response = Signal(object)
    open_chart = Signal(object)

    def __init__(self, session: Session, window: MainWindow, patient_id: UUID, settings: Settings) -> None:
        super().__init__()
        self._session, self._window, self._settings = session, window, settings
        self._patient_id = patient_id
        self._same: tuple[UUID, ...] = (patient_id,)
        self._full = session.may(Permission.OPEN_CHART)
        self.banner = ChartBanner()
        self._clinic: Clinic | None = None
        self._review: CourseReview | None = None
        self._chart: Chart | None = None
        self._patient: Patient | None = None
        self._course_id: UUID | None = None
        self._codes_read = False
        self._tabs, self._stack = QTabBar(), LateStack()
        self._names: list[str] = []
        self._courses = Combo()
        self.not_judged = Notice()
        self.shelf = ChartPapers(session, window, settings, patient_id)
        self.papers, self.scans = self.shelf.signed, self.shelf.scans
        self.coding = CodingView()
        self.details: PatientForm | None = None
        self.course_form: CourseForm | None = None
        self._add_tabs()
        self._build()
        self._connect()
        self._open()

    def title(self) -> str:
        """What is shown; never a name."""
        return self.tr("Chart")

    def leaving(self) -> None:
        """Save what is typed in the details."""
        for form in self._forms():
            form.leaving()

    def is_unfinished(self) -> bool:
        """Whether something is typed that cannot be saved as it is."""
        return any(form.is_unfinished() for form in self._forms())

    def discard(self) -> None:
        """Give up what is typed and cannot be saved."""
        for form in self._forms():
            if form.is_unfinished():
                form.discard()

    def _forms(self) -> list[PatientForm | CourseForm]:
        return [form for form in (self.details, self.course_form) if form is not None]

    def show_tab(self, name: str) -> None:
        """Show overview, blocks, readiness, papers, coding, details, course or audit."""
        if name in self._names:
            self._tabs.setCurrentIndex(self._names.index(name))

    def current_tab(self) -> str:
        """The name of the tab that is shown."""
        return self._names[self._tabs.currentIndex()]

    def course(self) -> Course | None:
        """The course that is shown."""
        if self._chart is None or self._course_id is None:
            return None
        return self._chart.course(self._course_id)

    # Building

    def _add_tabs(self) -> None:
        if self._full:
            self.overview = ChartOverview(self._session, self._window)
            self.blocks = BlocksList(self._session)
            self.readiness = ReadinessView(self._session, self._settings)
            self._add_tab("overview", self.tr("Overview"), self.overview)
            self._add_tab("blocks", self.tr("Blocks"), self.blocks)
            self._add_tab("readiness", self.tr("RFA readiness"), self.readiness)
        self._add_tab("papers", self.tr("Papers"), self.shelf)
        self._add_tab("coding", self.tr("Coding"), self.coding)
        if self._full or self._session.may(Permission.EDIT_PEOPLE):
            self._add_tab("details", self.tr("Details"), QWidget())
        if self._full:
            if self._session.may(Permission.RECORD_BLOCK):
                self._add_tab("course", self.tr("Complaint"), QWidget())
            self.audit = AuditList(self._session, self._patient_id)
            self._add_tab("audit", self.tr("Audit"), self.audit)

    def _add_tab(self, name: str, title: str, content: QWidget) -> None:
        self._names.append(name)
        self._tabs.addTab(title)
        self._stack.add(content)

    def _build(self) -> None:
        whole = stack(self, spacing=0)
        bar = QFrame()
        bar.setObjectName("topBar")
        row = line(bar, spacing=8, margins=(16, 0, 16, 0))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setAccessibleName(self.tr("Parts of the chart"))
        row.addWidget(self._tabs, 1, Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        self._courses.setAccessibleName(self.tr("Complaint"))
        row.addWidget(self._courses)
        self.handout = Button(self.tr("Handout and diary"), icon="printer", hint="Ctrl H")
        self.handout.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        appear(self.handout, self._session.may(Permission.ISSUE_PAPERS))
        if self._full:  # seven tabs leave no room beside them
            self.blocks.add_action(self.handout)
        else:
            row.addWidget(self.handout)
        self._new = Button(self.tr("New block"), icon="plus", hint="Ctrl N")
        self._new.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        appear(self._new, self._session.may(Permission.RECORD_BLOCK))
        row.addWidget(self._new)
        whole.addWidget(bar)
        self._around = line(spacing=0)
        self._around.addWidget(self.not_judged)
        whole.addLayout(self._around)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._on_tab)
        self._courses.activated.connect(self._on_course_chosen)
        self._courses.hide()
        self._new.clicked.connect(self._on_new_block)
        if self._session.may(Permission.ISSUE_PAPERS):
            self.handout.clicked.connect(self._on_handout)
            QShortcut(QKeySequence("Ctrl+H"), self).activated.connect(self._on_handout)
        self.shelf.take_drops(self)
        self.coding.copied.connect(self._on_codes_copied)
        self._session.changed.connect(self._on_changed)
        if self._session.may(Permission.RECORD_BLOCK):
            QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self._on_new_block)
        if self._full:
            self.overview.opened.connect(self._on_block)
            self.overview.readiness_asked.connect(lambda: self.show_tab("readiness"))
            self.blocks.opened.connect(self._on_block)
            self.blocks.sign_asked.connect(self.sign_response)
            self.blocks.plan_asked.connect(self._on_plan)
            self._window.about_to_lock.connect(self.readiness.forget)
            self.readiness.letter_asked.connect(self._on_letter)
            self.shelf.enclosures_read.connect(self.readiness.show_enclosed)
            self.readiness.paper_asked.connect(self.open_paper)
            self.readiness.scan_asked.connect(self.open_paper)
            self.readiness.packet_asked.connect(self.shelf.ask_for_packet)
            self.readiness.mend_asked.connect(self.show_tab)
            self.readiness.block_asked.connect(self._on_block)
            self.audit.report_made.connect(self.shelf.show_report)

    # Reading

    def _open(self) -> None:
        self.shelf.read()
        if self._full:
            self._session.do(clinic).then(self._take_clinic)
            self._session.do(open_chart, self._patient_id).then(self._show)
        else:
            self._session.do(open_papers, self._patient_id).then(self._show_papers)

    def _take_clinic(self, found: Clinic) -> None:
        self._clinic = found

    def _on_changed(self, changed: Changed) -> None:
        if self._touches(changed, "directory"):
            self._read_codes()
        if not self._touches(changed, *_SHOWN):
            return
        if self._full:
            self._session.do(clinic).then(self._take_clinic)
            self._session.do(refresh_chart, self._patient_id).then(self._show)
        elif self._touches(changed, "patient", "paper"):
            self._session.do(open_papers, self._patient_id).then(self._show_papers)

    def _touches(self, changed: Changed, *kinds: str) -> bool:
        return any(changed.touches(kind, one) for kind in kinds for one in self._same)

    def _show_papers(self, found: tuple[Patient, tuple[SignedDocument, ...]]) -> None:
        self._show_patient(found[0], ())
        self._list_papers(found[1])
        self._read_codes()

    def _show(self, chart: Chart) -> None:
        self._chart, self._patient_id, self._same = chart, chart.patient.id, chart.same_person
        self._show_patient(chart.patient, chart.similar)
        self._list_papers(chart.papers)
        self._read_codes()
        self._offer_courses(chart)
        course = self.course()
        if course is None:
            self._show_facts(CourseFacts(chart, None, None, self._is_blind()))
        else:
            self._session.do(review_course, course.id).then(self._show_review).failed(self._on_not_judged)
        if self.course_form is not None and course is not None:
            self.course_form.show_saved(course)

    def _read_codes(self) -> None:
        """They are previewed when they are looked at."""
        self._codes_read = self.current_tab() == "coding"
        if self._codes_read:
            self._session.do(preview_codes, self._patient_id).then(self.coding.show_blocks)

    def _show_patient(self, patient: Patient, similar: tuple[Patient, ...]) -> None:
        self._patient = patient
        facts = banner_facts(patient, self._session.now().date(), similar)
        self.banner.show_facts(facts if self._full else identity_only(facts))
        if self.details is not None:
            self.details.show_saved(patient)
        self._fill_tab()

    def _list_papers(self, papers: tuple[SignedDocument, ...]) -> None:
        self.papers.show_papers(papers)
        self._session.do(dispatch_of, self._patient_id).then(self.papers.show_dispatch)
        self._count("papers", self.tr("Papers"), len(papers))

    def _offer_courses(self, chart: Chart) -> None:
        known = [course.id for course in chart.courses]
        if self._course_id not in known:
            self._course_id = chart.first_course()
        self._courses.clear()
        for course in chart.courses:
            opened = self.tr("{0}, opened {1}").format(
                course.region.value.capitalize(), show_date(course.opened_on)
            )
            self._courses.addItem(opened, course.id)
        if self._course_id is not None:
            self._courses.setCurrentIndex(known.index(self._course_id))
        self._courses.setVisible(len(known) > 1)

    def _show_review(self, review: CourseReview) -> None:
        if self._chart is None or review.course.id != self._course_id:
            return
        self._show_problem(" ".join(review.stand_ins), stops=False)
        self._show_facts(CourseFacts(self._chart, review.course, review, self._is_blind()))

    def _on_not_judged(self, error: Exception) -> None:
        course = self.course()
        if not isinstance(error, BrokenRules) or course is None:
            self._window.messages.tell_error(error)
            return
        self._show_problem(error.sentence)
        self._session.do(counted_blocks, course.id).then(partial(self._show_unjudged, course))

    def _show_unjudged(self, course: Course, tests: tuple[Assessed, ...]) -> None:
        if self._chart is not None and course.id == self._course_id:
            self._show_facts(CourseFacts(self._chart, course, None, self._is_blind(), tests))

    def _show_problem(self, sentence: str, *, stops: bool = True) -> None:
        stopped = stops and bool(sentence)
        if stopped and self.current_tab() == "readiness":
            self.show_tab("overview")
        self._tabs.setTabEnabled(self._names.index("readiness"), not stopped)
        self.not_judged.show_text(sentence, "danger" if stops else "warn", "circle-alert")
        self._around.setContentsMargins(16, 12 if sentence else 0, 16, 0)

    def _is_blind(self) -> bool:
        blind = self._clinic is None or self._clinic.blind_scoring
        return blind and not self._session.may(Permission.DECIDE_BLOCK)

    def _show_facts(self, facts: CourseFacts) -> None:
        self._review = facts.review
        self.overview.show_facts(facts)
        self.blocks.show_facts(facts)
        self.readiness.show_facts(facts)
        self._count("blocks", self.tr("Blocks"), len(facts.lines()))
        self._fill_tab()

    def _count(self, name: str, title: str, count: int) -> None:
        at = self._names.index(name)
        self._tabs.setTabText(at, f"{title} ({count})" if count else title)

    # Doing

    def _on_tab(self, at: int) -> None:
        self._stack.show_page(at)
        if not self._codes_read:
            self._read_codes()
        self._fill_tab()

    def _fill_tab(self) -> None:
        """The forms are made when they are looked at first."""
        shown = self.current_tab()
        if shown == "details" and self.details is None and self._patient is not None:
            self.details = PatientForm(self._session, self._window, self._patient)
            self.details.open_known.connect(self.open_chart)
            self._put("details", self.details)
        if shown == "course" and self.course_form is None and self._chart is not None:
            self.course_form = self._make_course_form(self.course())
            self._put("course", self.course_form)

    def _put(self, name: str, content: QWidget) -> None:
        self._stack.put(self._names.index(name), content)

    def _make_course_form(self, course: Course | None) -> CourseForm:
        form = CourseForm(self._session, self._window, self._patient_id, course)
        form.saved.connect(self._on_course_saved)
        form.another_asked.connect(self._on_new_course)
        return form

    def _on_course_saved(self, course: Course) -> None:
        self._course_id = course.id

    def _on_new_course(self) -> None:
        form = CourseForm(self._session, self._window, self._patient_id, None)
        form.saved.connect(self._on_another_saved)
        form.closed.connect(self._window.back)
        self._window.open(form, form.title())

    def _on_another_saved(self, course: Course) -> None:
        self._window.back()
        self._choose_course(course.id)

    def _on_course_chosen(self, at: int) -> None:
        self._choose_course(self._courses.itemData(at))

    def _choose_course(self, course_id: UUID) -> None:
        if self.course_form is not None:
            self.course_form.leaving()
            self._put("course", QWidget())
            self.course_form = None
        self._course_id = course_id
        if self._chart is not None:
            self._session.do(refresh_chart, self._patient_id).then(self._show)

    def _on_new_block(self) -> None:
        course = self.course()
        if course is not None:
            self.new_block.emit(course)
            return
        self.show_tab("course")
        self._window.messages.toast(self.tr("Describe the complaint first; a block belongs to one."))

    def _on_block(self, block: Block) -> None:
        if not self._session.may(Permission.RECORD_BLOCK) and block.state not in _WITH_NOTE:
            self._window.messages.toast(self.tr("This block has no signed note to read."))
            return
        if block.state is BlockState.ENTERED_IN_ERROR or not self._session.may(Permission.RECORD_BLOCK):
            self._session.do(signed_paper, block.id, PaperKind.PROCEDURE_NOTE).then(self.open_paper)
            return
        decides = self._session.may(Permission.DECIDE_BLOCK)
        recent = self._session.now().date() - block.performed_on <= _RECOVERY_WITHIN
        in_work = is_open(block) or (recent and awaits_recovery(block))
        (self.open_room if in_work and not decides else self.open_block).emit(block)

    def _on_plan(self) -> None:
        course = self.course()
        if course is None:
            self._on_new_block()
            return
        room = self._clinic.room if self._clinic else ""
        planning = PlanCard(self._session, self._window, course, partial(self._concerns, course), room)
        planning.planned.connect(self._on_planned)
        planning.open()

    def _concerns(self, course: Course, levels: Sequence[JointSide]) -> tuple[str, ...]:
        """What speaks against levels, by the record and by today's payer."""
        review, chart = self._review, self._chart
        if review is None or chart is None or review.course.id != course.id:
            return fused_levels(course, [place.joint for place in levels])
        return level_concerns(levels, chart.patient, course, review.rule_set, self._session.now().date())

    def _on_planned(self, block: Block) -> None:
        self._window.messages.toast(self.tr("Planned for {0}.").format(show_date(block.performed_on)))

    def _on_codes_copied(self) -> None:
        self._window.messages.toast(self.tr("Copied. It is a preview, not a claim."))

    def _on_letter(self) -> None:
        if (course := self.course()) is not None:
            self.shelf.write_letter(course.id)

    def _on_handout(self) -> None:
        """For the block that is chosen in the list of blocks, else the newest."""
        chosen = self.blocks.table.current() if self.current_tab() == "blocks" else None
        block_id = chosen.block.id if chosen else None
        ask_for_handout(self._session, self._window, self._settings, self._patient_id, block_id)

    def open_paper(self, paper: SignedDocument | Enclosure) -> None:
        """Show a paper over the chart."""
        self.shelf.open_paper(paper)
