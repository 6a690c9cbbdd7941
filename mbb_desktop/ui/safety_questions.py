"""What nobody has asked a patient yet and somebody on the telephone can: each answer into the record."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.ahead import Checked
from mbb_desktop.clinical.people import Patient
from mbb_desktop.ui.asked_card import AllergyCard, AnticoagulantCard, AskedCard, PregnancyCard
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Button, line, stack, strong, words
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.session import Session

_CARDS: Mapping[Checked, Callable[[Session, QWidget, Patient], AskedCard]] = {
    Checked.ANTICOAGULANT: AnticoagulantCard,
    Checked.ALLERGY: AllergyCard,
    Checked.PREGNANCY: PregnancyCard,
}


class SafetyQuestions(QWidget):
    """A row for each that is not known, with a button that asks; none of the others."""

    def __init__(
        self, session: Session, window: QWidget, patient: Patient, unknown: Collection[Checked]
    ) -> None:
        super().__init__()
        self._session, self._window, self._patient = session, window, patient
        column = stack(self, spacing=4)
        asked = [each for each in _CARDS if each in unknown]
        if asked:
            column.addWidget(words(self.tr("Not asked yet"), "fieldLabel"))
        for each in asked:
            row = line(spacing=8)
            row.addWidget(strong(capital(each.value)))
            row.addStretch()
            ask = Button(self.tr("Record the answer"))
            ask.setAccessibleName(f"{localized(each.value)}: {ask.text()}")
            ask.clicked.connect(partial(self._ask, each, ask))
            row.addWidget(ask)
            column.addLayout(row)

    def _ask(self, what: Checked, button: Button) -> None:
        card = _CARDS[what](self._session, self._window, self._patient)
        card.saved.connect(partial(self._on_saved, button))
        card.open()

    def _on_saved(self, button: Button, patient: Patient) -> None:
        """The next answer is added to this one."""
        self._patient = patient
        button.say(self.tr("Recorded"))
        button.setEnabled(False)
