"""What the patient said in the days before a block: typed during one telephone call; nothing is filled in."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.ahead import Checked, Ready
from mbb_desktop.clinical.asked_before import Arranged, AskedBefore
from mbb_desktop.ui.choices import ChoiceEditor, YesNoEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import DecimalEditor, TextEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body
from mbb_desktop.ui.person_words import capital, full_name, two_identifiers
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.safety_questions import SafetyQuestions
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.ahead import AheadRow, save_asked

translate = QCoreApplication.translate

_COLUMNS = 2


class AheadCard(DialogCard):
    """People who enter no scores see no pain."""

    kept = Signal(object)

    def __init__(self, session: Session, window: QWidget, row: AheadRow) -> None:
        super().__init__(window, window.tr("Asked before the block"), wide=620)
        self._session = session
        self.form: RecordForm[AskedBefore] = RecordForm(row.asked, columns=_COLUMNS)
        self._notice = Notice("", "danger", "circle-alert")
        who = f"{full_name(row.patient)}   {two_identifiers(row.patient, session.now().date())}"
        phone = row.patient.phone or self.tr("no telephone number")
        self.body.addWidget(body(f"{who}   {phone}"))
        if session.may(Permission.RECORD_SCORES):
            self._add_pain(any(check.what is Checked.PAIN_BACK for check in row.checks))
        _add_rest(self.form)
        unknown = [check.what for check in row.checks if check.ready is Ready.NOT_KNOWN]
        for part in (SafetyQuestions(session, window, row.patient, unknown), self.form, self._notice):
            self.body.addWidget(part)
        cancel, self.save = Button(self.tr("Cancel")), Button(self.tr("Save"), "primary")
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        for button in (cancel, self.save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self.save.setDefault(True)

    def is_unfinished(self) -> bool:
        return self.form.is_dirty()

    def _add_pain(self, tested_before: bool) -> None:
        if tested_before:
            asked = self.tr("Is the pain back since the block before?")
            self.form.add_field("pain_back", asked, YesNoEditor())
        scale = DecimalEditor(Decimal("0.5"), "", Decimal(0), Decimal(10))
        self.form.add_field("pain_now", self.tr("Usual pain now, 0 to 10"), scale)

    def _save(self) -> None:
        if self.form.show_problems():
            self.fit()
            return
        self.save.setEnabled(False)
        said = self.form.record()
        saving = self._session.do(save_asked, said).changes("asked", patient_id=said.patient_id)
        saving.then(self._on_kept).failed(self._on_failed)

    def _on_kept(self, kept: AskedBefore) -> None:
        self.accept()
        self.kept.emit(kept)

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        said = explain(error) or self.tr("It was not saved. Try again.")
        self._notice.show_text(said, "danger", "circle-alert")
        self.fit()


def _add_rest(form: RecordForm[AskedBefore]) -> None:
    ways = [(way, capital(way.value)) for way in Arranged]
    home: ChoiceEditor[Arranged] = ChoiceEditor(ways)
    form.add_field("driver", translate("ahead", "Who takes the patient home"), home, span=_COLUMNS)
    talk: ChoiceEditor[Arranged] = ChoiceEditor(ways)
    form.add_field("interpreter", translate("ahead", "Interpreter"), talk, span=_COLUMNS)
    form.add_field("note", translate("ahead", "Note"), TextEditor(max_length=300), span=_COLUMNS)
