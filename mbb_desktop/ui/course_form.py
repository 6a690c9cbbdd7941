"""Open or change a complaint: candidacy with its dates, every fact unknown until somebody enters it."""

from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from mbb_desktop.clinical.course import Course, Diagnosis
from mbb_desktop.storage.errors import Conflict
from mbb_desktop.ui import course_fields
from mbb_desktop.ui.course_details import (
    CourseDetails,
    course_of,
    covered_diagnoses,
    details_of,
    details_problems,
)
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body, card, line, muted, scrolled, stack
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.keep_courses import BadCourse, save_course
from mbb_desktop.workflow.keep_patients import refresh_chart
from mbb_desktop.workflow.knowledge import rule_sets


class CourseForm(QWidget):
    """For a new complaint `course` is None. Ctrl+S saves; leaving saves what nothing stands against."""

    saved = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, window: MainWindow, patient_id: UUID, course: Course | None) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._patient_id, self._course = patient_id, course
        start = details_of(course) if course else CourseDetails()
        self.form: RecordForm[CourseDetails] = RecordForm(
            start, lambda details: details_problems(details, session.now()), course_fields.COLUMNS
        )
        self._notice = Notice("", "danger", "circle-alert")
        self._state = muted("")
        self._save = Button(
            self.tr("Save") if course else self.tr("Open the course"), "primary", hint="Ctrl S"
        )
        self._cancel = Button(self.tr("Cancel"))
        self._suggest = Button(self.tr("Codes of this region"), icon="list")
        self._add_fields()
        self._build()
        self._connect()

    def title(self) -> str:
        """What the form is for."""
        return self.tr("Complaint and candidacy") if self._course else self.tr("New complaint")

    def leaving(self) -> None:
        """Save changes when nothing stands against it; else say that they are not kept."""
        if not self.form.is_dirty() or self._course is None:
            return
        problems = self.form.problems()
        if not problems:
            self.save()
            return
        lost = self.tr("The changes to the complaint were not saved. {0}")
        self._window.messages.toast(lost.format(next(iter(problems.values()))))

    def show_course(self, course: Course) -> None:
        """Show the course as saved elsewhere, unless something is being typed here."""
        if not self.form.is_dirty():
            self._take(course)

    def save(self) -> None:
        """Save, or say beside the fields what is missing."""
        if self.form.show_problems():
            self._say_problems()
            return
        course = course_of(self.form.record(), self._course, self._patient_id, self._session.now())
        self._save.setEnabled(False)
        saving = self._session.do(save_course, course).changes("course", patient_id=self._patient_id)
        saving.then(self._on_saved).failed(self._on_failed)

    def _add_fields(self) -> None:
        today = self._session.now().date()
        course_fields.add_pain(self.form, today)
        course_fields.add_care(self.form, today)
        course_fields.add_findings(self.form, today)
        course_fields.add_spine(self.form)
        self._diagnoses = course_fields.add_plan(self.form, tuple(rule_sets().values()))
        self._show_fitting()

    def _build(self) -> None:
        content = QWidget()
        column = stack(content, spacing=12, margins=(20, 16, 20, 16))
        frame = card()
        frame.body.addWidget(self.form)
        column.addWidget(frame)
        column.addStretch()
        suggesting = self._diagnoses.layout()
        if suggesting is not None:
            suggesting.addWidget(self._suggest)
        whole = stack(self, spacing=0)
        whole.addWidget(scrolled(content), 1)
        whole.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setObjectName("topBar")
        column = stack(foot, spacing=8, margins=(20, 10, 20, 10))
        column.addWidget(self._notice)
        row = line(spacing=8)
        row.addWidget(self._state, 1)
        for button in (self._cancel, self._save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        column.addLayout(row)
        return foot

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edited)
        self._save.clicked.connect(lambda: self.save())
        self._cancel.clicked.connect(self._on_cancel)
        self._suggest.clicked.connect(self._offer_codes)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(lambda: self.save())
        self._show_state()

    def _on_edited(self, _name: str) -> None:
        self._show_fitting()
        self._show_state()

    def _show_fitting(self) -> None:
        details = self.form.record()
        self.form.field("fused").setVisible(details.fusion is True)
        self._suggest.setVisible(details.region is not None)

    def _show_state(self) -> None:
        dirty = self.form.is_dirty()
        self._cancel.setVisible(dirty or self._course is None)
        self._save.setEnabled(dirty)
        self._state.setText(self.tr("Not saved yet") if dirty and self._course else "")
        if not dirty:
            self._notice.show_text("")

    def _offer_codes(self) -> None:
        """Only when somebody asks: the region's codes, none of them chosen."""
        region = self.form.record().region
        if region is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for diagnosis in covered_diagnoses(region):
            action = QAction(f"{diagnosis.code}   {diagnosis.text}", menu)
            action.triggered.connect(lambda _on=False, chosen=diagnosis: self._add_diagnosis(chosen))
            menu.addAction(action)
        menu.popup(self._suggest.mapToGlobal(QPoint(0, self._suggest.height())))

    def _add_diagnosis(self, diagnosis: Diagnosis) -> None:
        if diagnosis not in self._diagnoses.value():
            self._diagnoses.add_row(diagnosis)

    def _say_problems(self) -> None:
        count = len(self.form.problems())
        said = self.tr("1 field needs a look.") if count == 1 else self.tr("{0} fields need a look.")
        self._notice.show_text(said.format(count), "danger", "circle-alert")

    def _take(self, course: Course) -> None:
        self._course = course
        self.form.show_record(details_of(course))
        self._show_fitting()
        self._show_state()

    def _on_saved(self, course: Course) -> None:
        self._take(course)
        self.saved.emit(course)

    def _on_failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        if isinstance(error, BadCourse):
            self.form.field("began" if error.field == "began_on" else error.field).show_problem(str(error))
            self._say_problems()
        elif isinstance(error, Conflict) and self._course is not None:
            course_id = self._course.id
            reading = self._session.do(refresh_chart, self._patient_id)
            reading.then(lambda chart: self._ask_which(chart.course(course_id)), self)
        else:
            said = explain(error) or self.tr("It was not saved. Try again.")
            self._notice.show_text(said, "danger", "circle-alert")

    def _ask_which(self, theirs: Course) -> None:
        asking = DialogCard(self._window, self.tr("Somebody else changed this complaint"))
        asking.body.addWidget(
            body(self.tr("Your entries are still here. They can be put on top of what was saved meanwhile."))
        )
        show, keep = Button(self.tr("Show theirs")), Button(self.tr("Save mine on top"), "primary")
        show.clicked.connect(lambda: (self._take(theirs), asking.accept()))
        keep.clicked.connect(lambda: (asking.accept(), self._save_on_top(theirs)))
        for button in (show, keep):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            asking.buttons.addWidget(button)
        asking.open()

    def _save_on_top(self, theirs: Course) -> None:
        if self._course is None:
            return
        before, mine = details_of(self._course), self.form.record()
        names = [n for n in CourseDetails.__dataclass_fields__ if getattr(mine, n) != getattr(before, n)]
        self._course = theirs
        self.form.show_record(details_of(theirs))
        for name in names:
            self.form.editor(name).set_value(getattr(mine, name))
        self.save()

    def _on_cancel(self) -> None:
        if self._course is None:
            self.form.show_record(CourseDetails())
            self.closed.emit()
            return
        self._take(self._course)
