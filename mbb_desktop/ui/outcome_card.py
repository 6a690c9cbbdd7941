"""What the patient says of an ablation after 3, 6 or 12 months, by telephone or at a visit."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.ablation_outcome import MONTHS
from mbb_desktop.clinical.call_script import WHO
from mbb_desktop.clinical.course import Course, Outcome, Treatment
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import DateEditor, DecimalEditor
from mbb_desktop.ui.fact_field import TickEditor
from mbb_desktop.ui.informants import informants
from mbb_desktop.ui.parts import Button, Notice, body, keycap, line
from mbb_desktop.ui.record_form import Field
from mbb_desktop.workflow.ablations import Asked, outcome_problem

_PERCENT = Decimal(1), "%", Decimal(-100), Decimal(100)


@dataclass(frozen=True, slots=True)
class AskedOf:
    """Of which ablation, after how many months, and what was said."""

    done: Treatment
    months: int
    asked: Asked


def ablation_words(done: Treatment) -> str:
    """`10-Feb-2026, L4-5 and L5-S1 left`."""
    where = listed(done.joints), listed([side.value for side in done.sides])
    return ", ".join(filter(None, (show_date(done.on) if done.on else "", " ".join(where).strip())))


class OutcomeCard(DialogCard):
    """Scores that were given before are not shown: who asks is blind. `kept` brings an AskedOf."""

    kept = Signal(object)

    def __init__(
        self, window: QWidget, course: Course, today: date, of: tuple[Treatment, int] | None = None
    ) -> None:
        """`of` is the ablation and the months when somebody is called about them; else they are chosen."""
        super().__init__(window, window.tr("Outcome of an ablation"), wide=640)
        self._course, self._today, self.telephone = course, today, of is not None
        known = [done for done in course.ablations if done.on is not None]
        self.which: ChoiceEditor[Treatment] = ChoiceEditor(
            [(done, ablation_words(done)) for done in known], segmented=False, empty=self.tr("Choose")
        )
        self.months: ChoiceEditor[int] = ChoiceEditor([(m, self.tr("{0} months").format(m)) for m in MONTHS])
        self.identity = TickEditor(self.tr("Patient gave name and date of birth, both match"))
        self.on = DateEditor(latest=today)
        self.informant: ChoiceEditor[str] = ChoiceEditor(
            informants(), segmented=False, empty=self.tr("Choose")
        )
        self.score = DecimalEditor(Decimal("0.5"), "", Decimal(0), Decimal(10))
        self.stated, self.function = DecimalEditor(*_PERCENT), DecimalEditor(*_PERCENT)
        self.back: ChoiceEditor[bool] = ChoiceEditor(
            [(False, self.tr("Not back")), (True, self.tr("Back on"))]
        )
        self.back_on = DateEditor(latest=today)
        self._notice = Notice("", "danger", "circle-alert")
        self._fields: list[Field] = []
        self._build()
        self._begin(of, known)

    def is_unfinished(self) -> bool:
        typed = (self.score, self.stated, self.function, self.back_on)
        return any(editor.text() for editor in typed)

    def _build(self) -> None:
        self.body.addWidget(self._notice)
        if self.telephone:
            self.body.addWidget(body(f'"{WHO}"'))
            row = line(spacing=8)
            row.addWidget(self.identity)
            row.addWidget(keycap("F2"))
            row.addStretch()
            self.body.addLayout(row)
            QShortcut(QKeySequence("F2"), self).activated.connect(self._tick)
        self._row((self.tr("Ablation"), self.which, 3), (self.tr("Asked after"), self.months, 2))
        self._row((self.tr("Asked on"), self.on, 1), (self.tr("Informant"), self.informant, 1))
        self.body.addWidget(body(self._question()))
        self._row(
            (self.tr("Pain now, NRS"), self.score, 1),
            (self.tr("Relief the patient states"), self.stated, 1),
            (self.tr("Better movement or activity"), self.function, 1),
        )
        self._row((self.tr("Is the pain back?"), self.back, 1), (self.tr("Back on"), self.back_on, 1))
        back, self.save = Button(self.tr("Cancel"), "large"), Button(self.tr("Save"), "primary")
        back.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        for button in (back, self.save):
            self.buttons.addWidget(button)

    def _row(self, *fields: tuple[str, QWidget, int]) -> None:
        row = line(spacing=12)
        for label, editor, stretch in fields:
            field = Field(label, editor)  # type: ignore[arg-type]  # every one is an editor
            self._fields.append(field)
            row.addWidget(field, stretch)
        self.body.addLayout(row)

    def _question(self) -> str:
        course = self._course
        pain = course.pain_area or self.tr("the pain that was treated")
        moved = self.tr(" on {0}").format(course.provoked_by) if course.provoked_by else ""
        return self.tr('"Think only of this pain: {0}{1}. From 0 to 10, how is it now?"').format(pain, moved)

    def _begin(self, of: tuple[Treatment, int] | None, known: list[Treatment]) -> None:
        if of is not None:
            self.which.set_value(of[0])
            self.months.set_value(of[1])
            self.on.set_value(self._today)
            for fixed in (self.which, self.months, self.on):
                fixed.setEnabled(False)
            self._on_identity()
        elif len(known) == 1:
            self.which.set_value(known[0])
        self.identity.edited.connect(self._on_identity)
        self.back.edited.connect(self._on_back)
        self.back_on.setEnabled(False)

    def _tick(self) -> None:
        self.identity.set_value(not self.identity.value())
        self._on_identity()

    def _on_identity(self) -> None:
        """By telephone nothing can be entered before it is known who speaks."""
        known = self.identity.value() or not self.telephone
        for editor in (self.score, self.stated, self.function, self.back):
            editor.setEnabled(known)
        if known and self.telephone:
            following = self.score if self.informant.value() else self.informant
            following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self.back_on.setEnabled(self.back.value() is True)
        if self.back.value() is not True:
            self.back_on.set_value(None)

    def _save(self) -> None:
        if wrong := self._lacks():
            self._notice.show_text(wrong, "danger", "circle-alert")
            self.fit()
            return
        done, months = self.which.value(), self.months.value()
        assert done is not None
        assert months is not None
        self.kept.emit(AskedOf(done, months, self._asked()))
        self.accept()

    def _lacks(self) -> str:
        unread = next((f.named(said) for f in self._fields if (said := f.editor.problem())), "")
        done = self.which.value()
        if unread or done is None or self.months.value() is None:
            return unread or self.tr("Say which ablation, and after how many months.")
        if self.back.value() is True and self.back_on.value() is None:
            return self.tr("Enter the day on which the pain was back.")
        return outcome_problem(done, self._asked(), self._today)

    def _asked(self) -> Asked:
        outcome = Outcome(
            self.on.value(),
            self.score.value(),
            self.stated.value(),
            self.function.value(),
            self.informant.value() or "",
        )
        not_back = self.back.value() is False
        return Asked(outcome, self.back_on.value(), not_back, self.telephone, self.identity.value())
