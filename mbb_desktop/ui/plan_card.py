"""Plan a block: joints and sides typed as in the editor, a day and a time; never copied into the record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.authorization import AskedFor
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.levels import EXAMPLES, Levels, Question, Refusal, read_counted
from mbb_desktop.ui.authorization_words import ICON, cover_tone, nothing_entered
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import DateEditor, TextEditor, TimeEditor
from mbb_desktop.ui.levels_echo import Chooser, LevelsEcho
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.authorizations import PatientFile, payer_file
from mbb_desktop.workflow.record_block import plan_block

Concerns = Callable[[Sequence[JointSide]], tuple[str, ...]]
"""What speaks against levels, in sentences."""


@dataclass(frozen=True, slots=True)
class _Plan:
    levels: str = ""
    day: date | None = None
    at: time | None = None
    room: str = ""


class PlanCard(DialogCard):
    """`planned` gives the block as it stands on the day's list."""

    planned = Signal(object)

    def __init__(
        self, session: Session, window: QWidget, course: Course, concerns: Concerns, room: str = ""
    ) -> None:
        super().__init__(window, self.tr("Plan a block"), wide=560)
        self._session, self._course, self._concerns = session, course, concerns
        self._against = Notice("", "warn", "triangle-alert")
        self._payer = Notice("", "neutral", ICON)
        self._file: PatientFile | None = None
        self.form: RecordForm[_Plan] = RecordForm(_Plan(room=room), self._problems, columns=2)
        self._echo, self._chooser = LevelsEcho(), Chooser()
        self._notice = Notice("", "danger", "circle-alert")
        self._levels = TextEditor(EXAMPLES[course.region])
        self._build()

    def _build(self) -> None:
        form = self.form
        today = self._session.now().date()
        form.add_field("levels", self.tr("Joints and side"), self._levels, span=2)
        form.add_field("day", self.tr("Day"), DateEditor(earliest=today))
        form.add_field("at", self.tr("Time"), TimeEditor())
        form.add_field("room", self.tr("Room (optional)"), TextEditor(), span=2)
        self._levels.edited.connect(self._read)
        form.editor("day").edited.connect(self._compare)
        self._session.do(payer_file, self._course.patient_id).then(self._take_file)
        self._chooser.chosen.connect(self._take)
        for part in (self._notice, form, self._echo, self._against, self._payer, self._chooser):
            self.body.addWidget(part)
        cancel, plan = Button(self.tr("Cancel")), Button(self.tr("Plan"), "primary", "calendar")
        cancel.clicked.connect(self.reject)
        plan.clicked.connect(self._save)
        for button in (cancel, plan):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        plan.setDefault(True)
        self._levels.setFocus()
        self._read()

    def is_unfinished(self) -> bool:
        return self.form.is_dirty()

    def reading(self) -> object:
        """What the typed levels mean, asked back or refused."""
        return read_counted(self._levels.text(), region=self._course.region, vertebrae=self._course.vertebrae)

    def _read(self) -> None:
        reading = self.reading()
        choices = reading.choices if isinstance(reading, Question) else ()
        self._chooser.offer(choices, numbered=False)
        against = self._concerns(reading.joints) if isinstance(reading, Levels) else ()
        self._against.show_text("\n".join(against), "warn", "triangle-alert")
        if isinstance(reading, Levels):
            self._echo.show_levels(reading)
        elif isinstance(reading, Question | Refusal):
            self._echo.show_sentence(reading.sentence, "warn", "circle-alert")
        else:
            hint = self.tr("Type joints and side, for example {0}.").format(EXAMPLES[self._course.region])
            self._echo.show_sentence(hint, "neutral", "info")
        self._compare()
        self.fit()

    def _take_file(self, found: PatientFile) -> None:
        self._file = found
        self._compare()

    def _compare(self) -> None:
        """What the payer approved beside what is typed, as soon as joints and day are known."""
        reading, day = self.reading(), self.form.record().day
        if self._file is None or day is None or not isinstance(reading, Levels):
            self._payer.show_text("")
            return
        found = self._file.covers(AskedFor.BLOCK, reading.joints, day)
        tone = "neutral" if nothing_entered(found) else cover_tone(found)
        self._payer.show_text(found.sentence, tone, ICON)
        self.fit()

    def covered(self) -> str:
        """Whether the payer covers what is typed; empty until joints and day are known."""
        return self._payer.text()

    def against(self) -> str:
        """What speaks against the typed levels; empty when nothing does."""
        return self._against.text()

    def _take(self, text: str) -> None:
        self._levels.set_value(text)
        self._read()

    def _problems(self, plan: _Plan) -> dict[str, str]:
        found = {}
        if not isinstance(self.reading(), Levels):
            found["levels"] = self.tr("Type joints and side until they are spelled out below.")
        if plan.day is None:
            found["day"] = self.tr("Choose the day.")
        if plan.at is None:
            found["at"] = self.tr("Enter the time, for example 10:20.")
        return found

    def _save(self) -> None:
        plan, reading = self.form.record(), self.reading()
        if self.form.show_problems() or not isinstance(reading, Levels) or not plan.day or plan.at is None:
            return
        at = datetime.combine(plan.day, plan.at, self._session.now().tzinfo)
        planning = self._session.do(plan_block, self._course, reading.joints, at, room=plan.room)
        planning.changes("block", patient_id=self._course.patient_id)
        planning.then(self._on_planned).failed(self._on_failed)

    def _on_planned(self, block: Block) -> None:
        self.accept()
        self.planned.emit(block)

    def _on_failed(self, error: Exception) -> None:
        said = explain(error) or self.tr("It was not planned. Try again.")
        self._notice.show_text(said, "danger", "circle-alert")
