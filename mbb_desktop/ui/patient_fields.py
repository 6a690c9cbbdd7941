"""The fields of a patient's form: every input once, and which of them show when."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.people import (
    PREGNANT,
    AllergyKind,
    AllergyState,
    AnticoagulantPlan,
    CorrespondentKind,
    IdentifierKind,
    Sex,
)
from mbb_desktop.ui.directory_editor import DirectoryEditor
from mbb_desktop.ui.editors import (
    ChoiceEditor,
    DateEditor,
    DecimalEditor,
    LongTextEditor,
    TextEditor,
    YesNoEditor,
)
from mbb_desktop.ui.patient_details import OtherNumber, PatientDetails, TypedAllergy
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.rows_editor import RowsEditor

translate = QCoreApplication.translate

COLUMNS = 4
_LANGUAGES = {
    "en": "English",
    "es": "Spanish",
    "ar": "Arabic",
    "zh": "Chinese",
    "fr": "French",
    "de": "German",
    "hi": "Hindi",
    "ko": "Korean",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "so": "Somali",
    "tl": "Tagalog",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
}
PREGNANCY = ("not pregnant", PREGNANT, "not applicable")

Form = RecordForm[PatientDetails]


def add_person(form: Form, today: date) -> None:
    """Who it is."""
    form.add_section(translate("patient", "Person"))
    form.add_field("family", translate("patient", "Family name"), TextEditor())
    form.add_field("given", translate("patient", "Given names"), TextEditor())
    form.add_field("born", translate("patient", "Born"), DateEditor(latest=today))
    sexes = [(sex, sex.value.capitalize()) for sex in Sex]
    form.add_field("sex", translate("patient", "Sex"), ChoiceEditor(sexes))
    form.add_field("mrn", translate("patient", "Record number (MRN)"), TextEditor(max_length=60))
    form.add_field("deceased_on", translate("patient", "Died on"), DateEditor(latest=today))
    others: RowsEditor[OtherNumber] = RowsEditor(
        OtherNumber(), _add_number, translate("patient", "Add another number"), 3, _number_lacks
    )
    form.add_field("others", translate("patient", "Other numbers"), others, span=COLUMNS)


def _add_number(row: RecordForm[OtherNumber]) -> None:
    kinds = [(kind, capital(kind.value)) for kind in IdentifierKind]
    row.add_field("kind", translate("patient", "Kind"), ChoiceEditor(kinds, segmented=False))
    row.add_field("value", translate("patient", "Number"), TextEditor(max_length=60))
    row.add_field("system", translate("patient", "Given by"), TextEditor())


def _number_lacks(row: OtherNumber) -> str:
    return (
        "" if row.kind and row.value else translate("patient", "Choose the kind of the number and enter it.")
    )


def add_contact(form: Form) -> None:
    """Where to reach them."""
    form.add_section(translate("patient", "Contact"))
    form.add_field("phone", translate("patient", "Phone"), TextEditor(max_length=60))
    saved = form.record().language
    known = dict(_LANGUAGES) | ({saved: saved} if saved and saved not in _LANGUAGES else {})
    form.add_field(
        "language",
        translate("patient", "Language"),
        ChoiceEditor([(c, translate("patient", w)) for c, w in known.items()], segmented=False),
    )
    form.add_field("address", translate("patient", "Address"), LongTextEditor(lines=2), span=2)


def add_safety(form: Form, today: date) -> None:
    """What has to be minded before a block; each starts as not asked."""
    form.add_section(translate("patient", "Safety"))
    form.add_field(
        "weight",
        translate("patient", "Weight"),
        DecimalEditor(Decimal("0.1"), "kg", Decimal(2), Decimal(400)),
    )
    form.add_field("weighed_on", translate("patient", "Weighed on"), DateEditor(latest=today))
    saved = form.record().pregnancy
    said = (*PREGNANCY, saved) if saved and saved not in PREGNANCY else PREGNANCY
    pregnancy = ChoiceEditor(
        [(each, translate("patient", each.capitalize())) for each in said], segmented=False
    )
    form.add_field("pregnancy", translate("patient", "Pregnancy"), pregnancy, span=2)
    form.add_field(
        "implanted_device",
        translate("patient", "Implanted device"),
        YesNoEditor(),
        translate("patient", "Pacemaker, pump, stimulator"),
    )
    form.add_field("implanted_device_text", translate("patient", "Which device"), TextEditor(), span=3)
    states = [
        (AllergyState.NONE_KNOWN, translate("patient", "None known")),
        (AllergyState.LISTED, translate("patient", "Listed below")),
    ]
    form.add_field("allergy_state", translate("patient", "Allergies"), ChoiceEditor(states), span=COLUMNS)
    rows: RowsEditor[TypedAllergy] = RowsEditor(
        TypedAllergy(), _add_allergy, translate("patient", "Add an allergy"), 3, _allergy_lacks
    )
    form.add_field("allergies", "", rows, span=COLUMNS)


def _add_allergy(row: RecordForm[TypedAllergy]) -> None:
    kinds = [(kind, capital(kind.value)) for kind in AllergyKind]
    row.add_field("kind", translate("patient", "Kind"), ChoiceEditor(kinds, segmented=False))
    row.add_field("substance", translate("patient", "Substance"), TextEditor())
    row.add_field("reaction", translate("patient", "Reaction"), TextEditor())


def _allergy_lacks(row: TypedAllergy) -> str:
    if row.kind is None:
        return translate(
            "patient", "Choose the kind of the allergy. It decides which drugs are warned about."
        )
    return "" if row.substance else translate("patient", "Name the substance.")


def add_anticoagulant(form: Form, today: date) -> None:
    """A dated state with who decided; recorded, never advised."""
    form.add_section(translate("patient", "Anticoagulant or antiplatelet"))
    plans = [
        (AnticoagulantPlan.NOT_TAKEN, translate("patient", "None taken")),
        (AnticoagulantPlan.CONTINUED, translate("patient", "Continued")),
        (AnticoagulantPlan.STOPPED, translate("patient", "Stopped")),
    ]
    form.add_field("plan", translate("patient", "For the block"), ChoiceEditor(plans), span=2)
    form.add_field("decided_by", translate("patient", "Decided by"), TextEditor())
    form.add_field("decided_on", translate("patient", "Decided on"), DateEditor(latest=today))
    form.add_field("drug", translate("patient", "Drug"), TextEditor())
    form.add_field("dose", translate("patient", "Dose"), TextEditor())
    form.add_field("last_dose", translate("patient", "Last dose"), TextEditor(), span=2)
    form.add_field("stopped_on", translate("patient", "Stopped on"), DateEditor())
    form.add_field("restart_due", translate("patient", "Restart due"), DateEditor())
    form.add_field("restart_confirmed", translate("patient", "Restarted, confirmed"), YesNoEditor(), span=2)


def add_payer(form: Form, may_add: bool) -> tuple[DirectoryEditor, DirectoryEditor]:
    """Who sent them and who pays; gives the two inputs that choose from the directory."""
    form.add_section(translate("patient", "Referral and payer"))
    referrer = DirectoryEditor([CorrespondentKind.REFERRER, CorrespondentKind.PRESCRIBER], may_add)
    payer = DirectoryEditor([CorrespondentKind.PAYER], may_add)
    form.add_field("referrer_id", translate("patient", "Referred by"), referrer, span=2)
    form.add_field("payer_id", translate("patient", "Payer"), payer)
    form.add_field("member_id", translate("patient", "Member id"), TextEditor(max_length=60))
    return referrer, payer


_WHEN: dict[str, Callable[[PatientDetails], bool]] = {
    "allergies": lambda d: d.allergy_state is AllergyState.LISTED,
    "implanted_device_text": lambda d: d.implanted_device is True,
    "drug": lambda d: d.plan in (AnticoagulantPlan.CONTINUED, AnticoagulantPlan.STOPPED),
    "dose": lambda d: d.plan in (AnticoagulantPlan.CONTINUED, AnticoagulantPlan.STOPPED),
    "last_dose": lambda d: d.plan in (AnticoagulantPlan.CONTINUED, AnticoagulantPlan.STOPPED),
    "decided_by": lambda d: d.plan is not None,
    "decided_on": lambda d: d.plan is not None,
    "stopped_on": lambda d: d.plan is AnticoagulantPlan.STOPPED,
    "restart_due": lambda d: d.plan is AnticoagulantPlan.STOPPED,
    "restart_confirmed": lambda d: d.plan is AnticoagulantPlan.STOPPED,
}


def show_fitting(form: Form) -> None:
    """Show the fields that follow from what is entered; hidden ones keep what was typed."""
    details = form.record()
    for name, wanted in _WHEN.items():
        form.field(name).setVisible(wanted(details))
