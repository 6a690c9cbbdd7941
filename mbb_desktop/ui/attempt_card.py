"""A try without an interview: what came of it, and when to call again."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.calls import CallOutcome, morning_after
from mbb_desktop.clinical.shown import show_time
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import DateEditor, TextEditor, TimeEditor
from mbb_desktop.ui.parts import Button, Notice, help_text, line
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_form import Field
from mbb_desktop.workflow.calls import Attempt

_ENDS = (CallOutcome.WRONG_NUMBER, CallOutcome.REFUSED)
_OFFERED = (CallOutcome.NO_ANSWER, CallOutcome.CALL_BACK, *_ENDS)


class AttemptCard(DialogCard):
    """Nothing is chosen at the start; `kept` brings the Attempt."""

    kept = Signal(object)

    def __init__(self, window: QWidget, now: datetime) -> None:
        super().__init__(window, window.tr("Call later"), wide=560)
        self._now = now
        self.outcome: ChoiceEditor[CallOutcome] = ChoiceEditor(
            [(each, capital(each.value)) for each in _OFFERED]
        )
        self.day = DateEditor(earliest=now.date(), latest=now.date() + timedelta(days=14))
        self.time = TimeEditor()
        self.note = TextEditor(self.tr("what was said, if anything"))
        self._notice, self._hint = Notice("", "danger", "circle-alert"), help_text("")
        self._when = QWidget()
        self._build()
        self.outcome.edited.connect(self._on_outcome)
        self._on_outcome()

    def is_unfinished(self) -> bool:
        return bool(self.note.value())

    def _build(self) -> None:
        self.body.addWidget(self._notice)
        self.body.addWidget(Field(self.tr("What came of it"), self.outcome))
        row = line(self._when, spacing=12)
        row.addWidget(Field(self.tr("Call again on"), self.day))
        row.addWidget(Field(self.tr("at"), self.time))
        column = line(spacing=6)
        for said, at in self._proposals():
            button = Button(said)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked=False, at=at: self.show_time(at))
            column.addWidget(button)
        column.addStretch()
        self.body.addWidget(self._when)
        self._quick = QWidget()
        self._quick.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._quick)
        self.body.addWidget(self._hint)
        self.body.addWidget(Field(self.tr("Remark"), self.note, optional=True))
        back, self.save = Button(self.tr("Cancel"), "large"), Button(self.tr("Save"), "primary")
        back.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        for button in (back, self.save):
            self.buttons.addWidget(button)

    def _proposals(self) -> list[tuple[str, datetime]]:
        now, tomorrow = self._now, morning_after(self._now)
        found = [
            (self.tr("In 1 hour"), now + timedelta(hours=1)),
            (self.tr("In 2 hours"), now + timedelta(hours=2)),
        ]
        evening = now.replace(hour=17, minute=30, second=0, microsecond=0)
        if now < evening:
            found.append((self.tr("Today {0}").format(show_time(evening)), evening))
        same_day = [(said, at) for said, at in found if at.date() == now.date()]
        return [*same_day, (self.tr("Tomorrow {0}").format(show_time(tomorrow)), tomorrow)]

    def show_time(self, at: datetime) -> None:
        """Take a proposed time; it can be changed."""
        self.day.set_value(at.date())
        self.time.set_value(at.time().replace(second=0, microsecond=0))

    def _on_outcome(self) -> None:
        ends = self.outcome.value() in _ENDS
        self._when.setVisible(not ends)
        self._quick.setVisible(not ends)
        said = {
            CallOutcome.WRONG_NUMBER: self.tr("It stays on the list until the chart has another number."),
            CallOutcome.REFUSED: self.tr("The patient is not called again about this block."),
        }
        chosen = self.outcome.value()
        self._hint.setText(said.get(chosen, "") if chosen else "")
        self._hint.setVisible(ends)
        self.fit()

    def _save(self) -> None:
        sentence = self._lacks()
        if sentence:
            self._notice.show_text(sentence, "danger", "circle-alert")
            self.fit()
            return
        outcome = self.outcome.value()
        assert outcome is not None
        self.kept.emit(Attempt(outcome, None if outcome in _ENDS else self._at(), self.note.value()))
        self.accept()

    def _lacks(self) -> str:
        if self.outcome.value() is None:
            return self.tr("Say what came of the call.")
        if self.outcome.value() in _ENDS:
            return ""
        if wrong := self.day.problem() or self.time.problem():
            return wrong
        at = self._at()
        if at is None:
            return self.tr("Say when to call again: day and time.")
        return self.tr("That time has passed. Enter a later one.") if at <= self._now else ""

    def _at(self) -> datetime | None:
        day, time = self.day.value(), self.time.value()
        if day is None or time is None:
            return None
        return datetime.combine(day, time, self._now.tzinfo)
