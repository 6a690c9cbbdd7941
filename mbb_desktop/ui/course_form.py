"""Open or change a complaint: candidacy with its dates, every fact unknown until somebody enters it."""

from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from mbb_desktop.clinical.course import Course, Diagnosis
from mbb_desktop.ui import ablation_fields, course_fields
from mbb_desktop.ui.course_details import (
    CourseDetails,
    course_of,
    covered_diagnoses,
    details_of,
    details_problems,
)
from mbb_desktop.ui.details_form import DetailsForm
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_courses import BadCourse, save_course
from mbb_desktop.workflow.keep_patients import refresh_chart


class CourseForm(DetailsForm[Course, CourseDetails]):
    """For a new complaint `course` is None; its region is chosen, never guessed."""

    another_asked = Signal()

    def __init__(self, session: Session, window: MainWindow, patient_id: UUID, course: Course | None) -> None:
        form: RecordForm[CourseDetails] = RecordForm(
            details_of(course) if course else CourseDetails(),
            lambda details: details_problems(details, session.now()),
            course_fields.COLUMNS,
        )
        super().__init__(
            session, window, course, form, self.tr("Save") if course else self.tr("Open the course")
        )
        self._patient_id = patient_id
        self._suggest = Button(self.tr("Codes of this region"), icon="list")
        self._suggest.clicked.connect(self._offer_codes)
        self._add_fields()
        if course is not None:
            another = Button(self.tr("New complaint"), "link", "plus")
            another.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            another.clicked.connect(self.another_asked)
            self.add_to_foot(another)
        self.show_fitting()
        self.show_state()

    def title(self) -> str:
        """What the form is for."""
        return self.tr("Complaint and candidacy") if self.kept else self.tr("New complaint")

    def details_of(self, record: Course | None) -> CourseDetails:
        return details_of(record) if record else CourseDetails()

    def record_of(self, details: CourseDetails) -> Course:
        return course_of(details, self.kept, self._patient_id, self.session.now())

    def keep(self, record: Course) -> Pending[Course]:
        return self.session.do(save_course, record).changes("course", patient_id=self._patient_id)

    def read_again(self) -> Pending[Course]:
        assert self.kept is not None
        return self.session.do(_as_kept, self._patient_id, self.kept.id)

    def explained(self, error: Exception) -> bool:
        if not isinstance(error, BadCourse):
            return False
        self.form.field("began" if error.field == "began_on" else error.field).show_problem(str(error))
        self.say_problems()
        return True

    def show_fitting(self) -> None:
        details = self.form.record()
        for name in ("fused", "hardware"):
            self.form.field(name).setVisible(details.fusion is True)
        self.form.field("roots_explained").setVisible(bool(details.radiculopathy or details.claudication))
        self.form.field("ablations").setVisible(details.ablated_before is True)
        self._suggest.setVisible(details.region is not None)

    def _add_fields(self) -> None:
        today = self.session.now().date()
        course_fields.add_pain(self.form, today)
        course_fields.add_care(self.form, today)
        course_fields.add_findings(self.form, today)
        course_fields.add_spine(self.form)
        ablation_fields.add_ablation(self.form, today)
        self._diagnoses = course_fields.add_plan(self.form, self.session)
        self._diagnoses.add_beside(self._suggest)

    def _offer_codes(self) -> None:
        """Only when somebody asks: the region's codes, none of them chosen."""
        region = self.form.record().region
        if region is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for diagnosis in covered_diagnoses(region):
            action = QAction(f"{diagnosis.code}   {diagnosis.text}", menu)
            action.triggered.connect(lambda _on=False, chosen=diagnosis: self.add_diagnosis(chosen))
            menu.addAction(action)
        menu.popup(self._suggest.mapToGlobal(QPoint(0, self._suggest.height())))

    def add_diagnosis(self, diagnosis: Diagnosis) -> None:
        """Put a diagnosis among the others, once."""
        if diagnosis not in self._diagnoses.value():
            self._diagnoses.add_row(diagnosis)


def _as_kept(desk: Desk, patient_id: UUID, course_id: UUID) -> Course:
    return refresh_chart(desk, patient_id).course(course_id)
