"""Record that papers went out: how, when, and for a copy also to whom; and that one is not needed."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.receipt import HowSent
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import DateEditor, TextEditor, TimeEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body, line, strong
from mbb_desktop.ui.person_words import capital, full_name
from mbb_desktop.ui.receiver_fields import ReceiverFields
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.correct import Given
from mbb_desktop.workflow.print_list import PrintItem
from mbb_desktop.workflow.print_papers import record_sent, take_off

_MOST_NAMED = 6
translate = QCoreApplication.translate


class SentCard(DialogCard):
    """Nothing is chosen at the start but the moment, which is now."""

    recorded = Signal()

    def __init__(self, session: Session, window: QWidget, items: Sequence[PrintItem]) -> None:
        super().__init__(window, _title(items), wide=480)
        self._session, self._items = session, list(items)
        now = session.now()
        self.receiver = ReceiverFields(session) if not items[0].addressee.to else None
        self.how: ChoiceEditor[HowSent] = ChoiceEditor([(how, capital(how.value)) for how in HowSent])
        self.on, self.at = DateEditor(latest=now.date()), TimeEditor()
        self.on.set_value(now.date())
        self.at.set_value(now.time().replace(second=0, microsecond=0, tzinfo=None))
        self._problem = Notice("", "danger", "circle-alert")
        self._build()

    def _build(self) -> None:
        for words in self._said():
            self.body.addWidget(strong(words))
        self.body.addWidget(body(self.tr("The record keeps it for good, so that a correction can follow.")))
        if self.receiver is not None:
            self.body.addWidget(self.receiver)
            for editor in (self.receiver.to, self.receiver.how):
                editor.edited.connect(self.fit)
        else:
            self.body.addWidget(Field(self.tr("How"), self.how))
        row = line(spacing=12)
        row.addWidget(Field(self.tr("On"), self.on))
        row.addWidget(Field(self.tr("At"), self.at))
        self.body.addLayout(row)
        self.body.addWidget(self._problem)
        _add_buttons(self, self.tr("Record"), self._on_record)

    def _said(self) -> list[str]:
        named = [
            self.tr("{0} of {1} to {2}").format(i.number, full_name(i.patient), capital(i.addressee.to))
            if i.addressee.to
            else self.tr("{0} of {1}").format(i.number, full_name(i.patient))
            for i in self._items[:_MOST_NAMED]
        ]
        more = len(self._items) - _MOST_NAMED
        return [*named, self.tr("and {0} more").format(more)] if more > 0 else named

    def _moment(self) -> datetime | None:
        day, time = self.on.value(), self.at.value()
        if day is None or time is None:
            return None
        return datetime.combine(day, time, self._session.now().tzinfo)

    def _missing_moment(self) -> str:
        """A day that has not come is typed right, and cannot be the day."""
        return self.on.problem() or self.at.problem() or self.tr("Write the day and the time.")

    def _given(self, item: PrintItem, at: datetime) -> Given | None:
        if self.receiver is not None:
            return self.receiver.given(at)
        how = self.how.value()
        to = item.addressee
        return None if how is None else Given(to.to, how, at, to.correspondent_id)

    def _on_record(self) -> None:
        moment = self._moment()
        said = self.receiver.missing() if self.receiver is not None else ""
        if self.receiver is None and self.how.value() is None:
            said = self.tr("Choose how it went there.")
        if moment is None:
            said = said or self._missing_moment()
        if said or moment is None:
            self._say(said)
            return
        self._record_next(moment)

    def _record_next(self, moment: datetime) -> None:
        if not self._items:
            self.accept()
            self.recorded.emit()
            return
        item = self._items[0]
        given = self._given(item, moment)
        assert given is not None
        keeping = self._session.do(record_sent, item.key, given).changes("paper", patient_id=item.patient.id)
        keeping.then(lambda _kept: self._go_on(moment), receiver=self).failed(self._on_refused)

    def _go_on(self, moment: datetime) -> None:
        del self._items[0]
        self._record_next(moment)

    def _on_refused(self, error: Exception) -> None:
        self._say(explain(error) or self.tr("It was not recorded. Try again."))

    def _say(self, said: str) -> None:
        self._problem.show_text(said, "danger", "circle-alert")
        self.fit()


def _title(items: Sequence[PrintItem]) -> str:
    if len(items) == 1:
        return translate("sent", "Mark {0} as sent").format(items[0].number)
    return translate("sent", "Mark {0} papers as sent").format(len(items))


class NotNeededCard(DialogCard):
    """A paper leaves the list without being printed or sent; somebody says why."""

    recorded = Signal()

    def __init__(self, session: Session, window: QWidget, item: PrintItem) -> None:
        super().__init__(window, self.tr("Take {0} off the list?").format(item.number), wide=460)
        self._session, self._item = session, item
        self.reason = TextEditor(self.tr("for example: was given on paper in the room"))
        self._field = Field(self.tr("Why it is not needed"), self.reason)
        self.body.addWidget(strong(full_name(item.patient)))
        self.body.addWidget(body(self.tr("The paper itself stays. It can be put back from the list Sent.")))
        self.body.addWidget(self._field)
        _add_buttons(self, self.tr("Take off"), self._on_record)
        self.reason.setFocus()

    def is_unfinished(self) -> bool:
        return bool(self.reason.value())

    def _on_record(self) -> None:
        keeping = self._session.do(take_off, (self._item.key,), self.reason.value())
        keeping.changes("paper", patient_id=self._item.patient.id)
        keeping.then(self._on_kept, receiver=self).failed(self._on_refused)

    def _on_kept(self, _done: None) -> None:
        self.accept()
        self.recorded.emit()

    def _on_refused(self, error: Exception) -> None:
        self._field.show_problem(explain(error) or self.tr("It was not recorded. Try again."))
        self.fit()


def _add_buttons(card: DialogCard, verb: str, run: object) -> None:
    cancel, keep = Button(card.tr("Cancel")), Button(verb, "primary")
    cancel.clicked.connect(card.reject)
    keep.clicked.connect(run)
    for button in (cancel, keep):
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card.buttons.addWidget(button)
    keep.setDefault(True)
