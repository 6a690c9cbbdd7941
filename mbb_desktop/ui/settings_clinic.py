"""The clinic's own details: its letterhead, its rule set, and how scores and locks work."""

from mbb_desktop.clinical.npi import npi_problem
from mbb_desktop.clinical.people import Clinic, Paper
from mbb_desktop.ui.check_editor import CheckEditor
from mbb_desktop.ui.details_form import DetailsForm
from mbb_desktop.ui.editors import ChoiceEditor, IntegerEditor, LongTextEditor, TextEditor
from mbb_desktop.ui.logo_editor import LogoEditor
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.rule_set_editor import RuleSetEditor
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.keep_clinic import clinic, save_clinic


class ClinicForm(DetailsForm[Clinic, Clinic]):
    """Shows the clinic as it was when the page opened; Ctrl+S saves."""

    def __init__(self, session: Session, window: MainWindow, kept: Clinic) -> None:
        form: RecordForm[Clinic] = RecordForm(kept, self.problems_of, columns=2)
        super().__init__(session, window, kept, form, self.tr("Save"))
        self._add_letterhead()
        self._add_rules()
        self._add_guards()
        self.logo = LogoEditor(session)
        self.add_card(self.logo)
        self.show_state()

    def details_of(self, record: Clinic | None) -> Clinic:
        assert record is not None
        return record

    def record_of(self, details: Clinic) -> Clinic:
        return details

    def keep(self, record: Clinic) -> Pending[Clinic]:
        return self.session.do(save_clinic, record).changes("clinic")

    def read_again(self) -> Pending[Clinic]:
        return self.session.do(clinic)

    def explained(self, error: Exception) -> bool:
        if type(error) is not ValueError:
            return False
        self.form.field("name").show_problem(str(error))
        self.say_problems()
        return True

    def problems_of(self, typed: Clinic) -> dict[str, str]:
        """What must be mended before the clinic can be saved, by field."""
        found = {}
        if not typed.name:
            found["name"] = self.tr("The name is missing. It heads every paper.")
        if problem := npi_problem(typed.npi):
            found["npi"] = problem
        for name in ("minutes_to_lock", "minutes_key_is_held"):
            if getattr(typed, name) is None:
                found[name] = self.tr("Enter the number of minutes.")
        if typed.paper is None:
            found["paper"] = self.tr("Choose the paper that your printer holds.")
        if not typed.rule_set:
            found["rule_set"] = self.tr("Choose the rule set for patients whose payer names none.")
        return found

    def _add_letterhead(self) -> None:
        form = self.form
        form.add_section(self.tr("Letterhead"))
        form.add_field("name", self.tr("Clinic name"), TextEditor(), span=2)
        form.add_field("address", self.tr("Address"), LongTextEditor(lines=2, max_length=300), span=2)
        form.add_field("phone", self.tr("Phone"), TextEditor())
        form.add_field("fax", self.tr("Fax"), TextEditor())
        form.add_field("after_hours_phone", self.tr("After-hours phone"), TextEditor())
        form.add_field("npi", self.tr("NPI of the clinic (optional)"), TextEditor(max_length=10))
        form.add_field("tin", self.tr("Tax number, TIN (optional)"), TextEditor())
        papers = [(size, size.value) for size in Paper]
        form.add_field("paper", self.tr("Paper size"), ChoiceEditor(papers))
        form.add_field("place_of_service", self.tr("Place of service"), TextEditor())
        form.add_field("room", self.tr("Procedure room"), TextEditor())

    def _add_rules(self) -> None:
        form = self.form
        form.add_section(self.tr("Rules and scores"))
        form.add_field(
            "rule_set",
            self.tr("Rule set where the payer names none"),
            RuleSetEditor(self.session),
            span=2,
        )
        form.add_field("half_points", "", CheckEditor(self.tr("Half points on the pain scale")), span=2)
        form.add_field(
            "blind_scoring",
            "",
            CheckEditor(self.tr("Threshold and verdict are hidden from whoever collects scores")),
            self.tr("Switching this off goes into the audit trail."),
            span=2,
        )

    def _add_guards(self) -> None:
        form = self.form
        form.add_section(self.tr("Lock"))
        form.add_field(
            "minutes_to_lock",
            self.tr("Lock after"),
            IntegerEditor(self.tr("min without a key or the mouse"), lowest=1, highest=30),
        )
        form.add_field(
            "minutes_key_is_held",
            self.tr("The PIN is enough for"),
            IntegerEditor(self.tr("min after a lock"), highest=240),
            self.tr("0: always ask for the passphrase."),
        )
        form.add_field(
            "sign_by_passphrase",
            "",
            CheckEditor(self.tr("Each signature asks for the passphrase, not for the PIN")),
            span=2,
        )
