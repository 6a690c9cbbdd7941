"""Who receives a paper and how: the patient, somebody of the directory, or a name."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.people import Correspondent
from mbb_desktop.clinical.receipt import PATIENT, HowSent
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.directory_editor import called
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.parts import appear, stack
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.correct import Given, recipients

_OTHER = "other"
Choice = UUID | str


class ReceiverFields(QWidget):
    """Nothing is chosen at the start, and then nothing is recorded."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._directory: Mapping[UUID, Correspondent] = {}
        self.to: ChoiceEditor[Choice] = ChoiceEditor(
            self._choices(), segmented=False, empty=self.tr("Not recorded")
        )
        self.name = TextEditor(self.tr("name and place"), max_length=120)
        self.how: ChoiceEditor[HowSent] = ChoiceEditor([(how, capital(how.value)) for how in HowSent])
        self.to_field = Field(self.tr("Who receives it"), self.to)
        self._name_field = Field(self.tr("Name"), self.name)
        self._how_field = Field(self.tr("How"), self.how)
        column = stack(self, spacing=8)
        for part in (self.to_field, self._name_field, self._how_field):
            column.addWidget(part)
        appear(self._name_field, False)
        appear(self._how_field, False)
        self.to.edited.connect(self._on_chosen)
        session.do(recipients).then(self._show_directory, receiver=self)

    def _choices(self) -> list[tuple[Choice, str]]:
        known = sorted(self._directory.values(), key=lambda entry: called(entry).casefold())
        return [
            (PATIENT, self.tr("The patient")),
            *((entry.id, called(entry)) for entry in known),
            (_OTHER, self.tr("Somebody else")),
        ]

    def _show_directory(self, entries: tuple[Correspondent, ...]) -> None:
        self._directory = {entry.id: entry for entry in entries}
        self.to.offer(self._choices())

    def _on_chosen(self) -> None:
        chosen = self.to.value()
        self._name_field.setVisible(chosen == _OTHER)
        self._how_field.setVisible(chosen is not None)
        self.to_field.show_problem("")

    def is_empty(self) -> bool:
        """Whether nobody is chosen."""
        return self.to.value() is None

    def missing(self) -> str:
        """What is not said yet; empty when all is."""
        chosen = self.to.value()
        if chosen is None:
            return self.tr("Choose who receives it.")
        if chosen == _OTHER and not self.name.value().strip():
            return self.tr("Write who receives it.")
        return "" if self.how.value() is not None else self.tr("Choose how it goes there.")

    def given(self, at: datetime) -> Given | None:
        """What to record as of a moment; None while nothing is chosen, or not all is said."""
        chosen, how = self.to.value(), self.how.value()
        if self.missing() or how is None or chosen is None:
            return None
        if isinstance(chosen, UUID):
            return Given(self._directory[chosen].name, how, at, chosen)
        return Given(PATIENT if chosen == PATIENT else self.name.value(), how, at)
