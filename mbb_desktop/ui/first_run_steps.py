"""The steps of the first start: clinic, first physician, recovery code."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.npi import npi_problem
from mbb_desktop.clinical.people import Paper
from mbb_desktop.ui import theme
from mbb_desktop.ui.editors import ChoiceEditor, LongTextEditor, SecretEditor, TextEditor
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.new_code import NewCode
from mbb_desktop.ui.new_passphrase import NewPassphrase, PassphraseRule
from mbb_desktop.ui.parts import Button, help_text, stack
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.workflow.unlock import NewClinic

translate = QCoreApplication.translate


class Step(QWidget):
    """One page of the first start."""

    def complete(self) -> bool:
        """Whether it can be left forwards; says what is missing."""
        return True

    def add_to(self, clinic: NewClinic) -> NewClinic:
        """What was entered so far, with what was entered here."""
        return clinic

    def wipe(self) -> None:
        """Forget secrets."""


class StartStep(Step):
    """A new clinic, the sample clinic, or one that comes back from its backup."""

    new_asked = Signal()
    sample_asked = Signal()
    restore_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = stack(self, spacing=4)
        new = Button(self.tr("New clinic"), "primary", "plus")
        sample = Button(self.tr("Open the sample clinic"), "large", "users")
        restore = Button(self.tr("Restore a backup"), "large", "upload")
        for button, meaning, asked in (
            (
                new,
                self.tr("Makes an encrypted record store on this computer. Takes two minutes."),
                self.new_asked,
            ),
            (
                sample,
                self.tr("Invented patients, to try everything. Nothing mixes with real records."),
                self.sample_asked,
            ),
            (restore, self.tr("Brings a clinic back from its backup folder."), self.restore_asked),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(asked)
            column.addWidget(button)
            column.addWidget(help_text(meaning))
            column.addSpacing(theme.px(10))
        column.addStretch()
        self.setFocusProxy(new)


class ClinicStep(Step):
    """Name, address and paper of the clinic, as its letterhead will print them."""

    def __init__(self, paper: Paper | None) -> None:
        super().__init__()
        self.form: RecordForm[NewClinic] = RecordForm(NewClinic(paper=paper), _clinic_problems, columns=2)
        self.form.add_field("clinic_name", self.tr("Clinic name"), TextEditor(), span=2)
        self.form.add_field("address", self.tr("Address"), LongTextEditor(lines=2), span=2)
        self.form.add_field("phone", self.tr("Phone"), TextEditor())
        self.form.add_field("fax", self.tr("Fax (optional)"), TextEditor())
        papers = [(size, size.value) for size in Paper]
        self.form.add_field("paper", self.tr("Paper size"), ChoiceEditor(papers), span=2)
        self.form.add_end()
        stack(self).addWidget(self.form)
        self.setFocusProxy(self.form.editor("clinic_name"))

    def complete(self) -> bool:
        return not self.form.show_problems()

    def add_to(self, clinic: NewClinic) -> NewClinic:
        own = self.form.record()
        return replace(
            clinic,
            clinic_name=own.clinic_name,
            address=own.address,
            phone=own.phone,
            fax=own.fax,
            paper=own.paper,
        )

    def names(self) -> list[str]:
        """Words that the passphrase must not lean on."""
        return [self.form.record().clinic_name]


def _clinic_problems(clinic: NewClinic) -> dict[str, str]:
    missing = {
        "clinic_name": translate("first_run", "The name is missing. Letters and notes are headed with it."),
        "phone": translate("first_run", "The phone number is missing. Patients are told to call it."),
    }
    found = {name: sentence for name, sentence in missing.items() if not getattr(clinic, name)}
    if clinic.paper is None:
        found["paper"] = translate("first_run", "Choose the paper that your printer holds.")
    return found


class PhysicianStep(Step):
    """The first account, physician and administrator."""

    def __init__(self, rule: PassphraseRule, clinic_names: Callable[[], list[str]]) -> None:
        super().__init__()
        self.form: RecordForm[NewClinic] = RecordForm(NewClinic(), _physician_problems, columns=2)
        self.form.add_field("name", self.tr("Name, as printed"), TextEditor(self.tr("A. Okafor")))
        self.form.add_field("credentials", self.tr("Credentials"), TextEditor(self.tr("MD")))
        self.form.add_field("specialty", self.tr("Specialty (optional)"), TextEditor())
        self.form.add_field("npi", self.tr("NPI (optional)"), TextEditor())
        self._clinic_names = clinic_names
        self.secret = NewPassphrase(rule, self._names)
        self.form.add_field(
            "pin", self.tr("Signing PIN"), SecretEditor(digits_only=True), self.tr("4 to 8 digits."), span=2
        )
        column = stack(self, spacing=12)
        column.addWidget(self.form)
        column.addWidget(self.secret)
        column.addStretch()
        self.setFocusProxy(self.form.editor("name"))

    def complete(self) -> bool:
        wrong = self.form.show_problems()
        return not self.secret.show_problems() and not wrong

    def add_to(self, clinic: NewClinic) -> NewClinic:
        own = self.form.record()
        return replace(
            clinic,
            name=own.name,
            credentials=own.credentials,
            specialty=own.specialty,
            npi=own.npi,
            pin=own.pin,
            passphrase=self.secret.passphrase(),
        )

    def wipe(self) -> None:
        self.secret.wipe()
        self.form.editor("pin").set_value("")

    def _names(self) -> list[str]:
        return [*self._clinic_names(), self.form.record().name]


def _physician_problems(clinic: NewClinic) -> dict[str, str]:
    from mbb_desktop.workflow.signing import pin_problem

    found = {}
    if not clinic.name:
        found["name"] = translate("first_run", "The name is missing. It stands under every note.")
    if wrong := npi_problem(clinic.npi):
        found["npi"] = localized(wrong)
    if problem := pin_problem(clinic.pin):
        found["pin"] = localized(problem)
    return found


class RecoveryStep(Step):
    """The code that opens the data without the passphrase."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.fresh = NewCode(code)
        stack(self).addWidget(self.fresh)
        self.setFocusProxy(self.fresh)

    def complete(self) -> bool:
        return self.fresh.typed_back()

    def add_to(self, clinic: NewClinic) -> NewClinic:
        return replace(clinic, recovery_code=self.fresh.code)

    def wipe(self) -> None:
        self.fresh.wipe()
