"""What nobody has asked the patient yet, asked at the time-out: allergies, anticoagulants."""

from abc import abstractmethod
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.people import (
    Allergy,
    AllergyKind,
    AllergyState,
    Anticoagulant,
    AnticoagulantPlan,
    Patient,
)
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice
from mbb_desktop.ui.patient_fields import PREGNANCY
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.keep_patients import save_patient


class AskedCard(DialogCard):
    """Nothing is chosen at the start; the answer goes into the patient's record, not into the time-out."""

    saved = Signal(object)  # Patient

    def __init__(self, session: Session, window: QWidget, title: str, patient: Patient) -> None:
        super().__init__(window, title, wide=520)
        self._session, self._patient = session, patient
        self.substance = TextEditor(max_length=80)
        self._substance = Field(self.tr("Which"), self.substance)
        self._notice = Notice("", "danger", "circle-alert")
        cancel, self._save = Button(self.tr("Cancel"), "large"), Button(self.tr("Keep the answer"), "primary")
        cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save)
        for button in (cancel, self._save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)

    @abstractmethod
    def answered(self) -> Patient | None:
        """The patient with the answer; None while it is incomplete, which is then said."""

    def lacks(self, sentence: str) -> None:
        """Say what is missing."""
        self._notice.show_text(sentence, "warn", "info")
        self.fit()

    def _on_save(self) -> None:
        patient = self.answered()
        if patient is None:
            return
        self._save.setEnabled(False)
        saving = self._session.do(save_patient, patient).changes("patient", patient_id=patient.id)
        saving.then(self._on_saved).failed(self._on_failed)

    def _on_saved(self, patient: Patient) -> None:
        self.accept()
        self.saved.emit(patient)

    def _on_failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        self.lacks(explain(error) or self.tr("It was not kept. Try again."))


class PregnancyCard(AskedCard):
    """Asked of everybody who is not recorded as male; never inferred."""

    def __init__(self, session: Session, window: QWidget, patient: Patient) -> None:
        super().__init__(session, window, window.tr("Pregnant?"), patient)
        said = [(each, QCoreApplication.translate("patient", each.capitalize())) for each in PREGNANCY]
        self.told: ChoiceEditor[str] = ChoiceEditor(said)
        for part in (Field(self.tr("The patient says"), self.told), self._notice):
            self.body.addWidget(part)
        self.told.setFocus()

    def answered(self) -> Patient | None:
        told = self.told.value()
        if told is None:
            self.lacks(self.tr("Choose what the patient says."))
            return None
        return replace(self._patient, pregnancy=told)


class AllergyCard(AskedCard):
    """None known, or one to begin with; the rest is added in the patient's details."""

    def __init__(self, session: Session, window: QWidget, patient: Patient) -> None:
        super().__init__(session, window, window.tr("Any allergy?"), patient)
        self.known: ChoiceEditor[AllergyState] = ChoiceEditor(
            [(AllergyState.NONE_KNOWN, self.tr("None known")), (AllergyState.LISTED, self.tr("Yes"))]
        )
        kinds = [(kind, kind.value.capitalize()) for kind in AllergyKind]
        self.kind: ChoiceEditor[AllergyKind] = ChoiceEditor(kinds, segmented=False, empty=self.tr("Choose"))
        self._kind = Field(self.tr("To what"), self.kind)
        says = Field(self.tr("The patient says"), self.known)
        for part in (says, self._kind, self._substance, self._notice):
            self.body.addWidget(part)
        self.known.edited.connect(self._on_known)
        self._on_known()
        self.known.setFocus()

    def answered(self) -> Patient | None:
        state = self.known.value()
        if state is None:
            self.lacks(self.tr("Choose what the patient says."))
            return None
        if state is AllergyState.NONE_KNOWN:
            return replace(self._patient, allergy_state=state, allergies=())
        kind = self.kind.value()
        if kind is None:
            self.lacks(self.tr("Choose to what the patient is allergic."))
            return None
        allergy = Allergy(kind, self.substance.value() or kind.value)
        return replace(self._patient, allergy_state=state, allergies=(allergy,))

    def _on_known(self) -> None:
        listed = self.known.value() is AllergyState.LISTED
        self._kind.setVisible(listed)
        self._substance.setVisible(listed)
        self.fit()


class AnticoagulantCard(AskedCard):
    """What is taken and whether it is continued: recorded, never advised."""

    def __init__(self, session: Session, window: QWidget, patient: Patient) -> None:
        super().__init__(session, window, window.tr("Any blood thinner?"), patient)
        plans = [(plan, plan.value.capitalize()) for plan in AnticoagulantPlan]
        self.plan: ChoiceEditor[AnticoagulantPlan] = ChoiceEditor(plans)
        for part in (Field(self.tr("The patient says"), self.plan), self._substance, self._notice):
            self.body.addWidget(part)
        self.plan.edited.connect(self._on_plan)
        self._on_plan()
        self.plan.setFocus()

    def answered(self) -> Patient | None:
        plan, drug = self.plan.value(), self.substance.value()
        if plan is None:
            self.lacks(self.tr("Choose what the patient says."))
            return None
        if plan is not AnticoagulantPlan.NOT_TAKEN and not drug:
            self.lacks(self.tr("Name the blood thinner."))
            return None
        drug = "" if plan is AnticoagulantPlan.NOT_TAKEN else drug
        return replace(self._patient, anticoagulant=Anticoagulant(plan, drug))

    def _on_plan(self) -> None:
        self._substance.setVisible(self.plan.value() not in (None, AnticoagulantPlan.NOT_TAKEN))
        self.fit()
