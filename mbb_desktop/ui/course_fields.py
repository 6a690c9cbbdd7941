"""The fields of a complaint's form: candidacy, index pain, what was tried and what was ruled out."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.anatomy import Region, Side
from mbb_desktop.clinical.course import (
    CareKind,
    CareOutcome,
    Diagnosis,
    Hardware,
    HardwareKind,
    Imaging,
    RootsExplained,
    Vertebrae,
)
from mbb_desktop.ui import typed
from mbb_desktop.ui.ablation_fields import JointNamesEditor
from mbb_desktop.ui.course_details import Began, CourseDetails, TypedCare
from mbb_desktop.ui.editors import (
    ChoiceEditor,
    DateEditor,
    DecimalEditor,
    IntegerEditor,
    LineEditor,
    LongTextEditor,
    MultiChoice,
    TextEditor,
    YesNoEditor,
)
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.rows_editor import RowsEditor
from mbb_desktop.ui.rule_set_editor import RuleSetEditor
from mbb_desktop.ui.session import Session

translate = QCoreApplication.translate

COLUMNS = 4
Form = RecordForm[CourseDetails]


class BeganEditor(LineEditor[Began | None]):
    """A day such as `16 Feb 2026`, or a month alone such as `Feb 2026`."""

    def __init__(self, today: date) -> None:
        super().__init__(None, placeholder=self.tr("16 Feb 2026, or Feb 2026"))
        self._today = today

    def read(self, text: str) -> Began | None:
        month = _read_month(text)
        if month is None:
            day = typed.read_date(text, latest=self._today)
            return Began(day) if day else None
        if month > self._today:
            raise typed.NotUnderstood(self.tr("That month has not come yet. Check the year."))
        return Began(month, month_only=True)

    def written(self, value: Began | None) -> str:
        if value is None:
            return ""
        shown = typed.show_date(value.on)
        return shown.split("-", 1)[1].replace("-", " ") if value.month_only else shown


def _read_month(text: str) -> date | None:
    """The first day of `Feb 2026`, `2026-02`, `02/2026`; None for anything else."""
    words = text.replace("-", " ").replace("/", " ").replace(".", " ").split()
    if len(words) != 2 or not any(len(word) == 4 and word.isdigit() for word in words):
        return None
    try:
        year = next(word for word in words if len(word) == 4 and word.isdigit())
        other = next(word for word in words if word is not year)
        return typed.read_date(f"{year}-{other}-01" if other.isdigit() else f"1 {other} {year}")
    except (StopIteration, typed.NotUnderstood):
        return None


def add_pain(form: Form, today: date) -> None:
    """The index pain: where, since when, how strong, and what it keeps from doing."""
    form.add_section(translate("course", "Index pain"))
    regions = [(region, region.value.capitalize()) for region in Region]
    form.add_field("region", translate("course", "Region"), ChoiceEditor(regions), span=2)
    axial = YesNoEditor(translate("course", "Axial"), translate("course", "Not axial"))
    form.add_field("axial", translate("course", "Pattern"), axial)
    form.add_field("began", translate("course", "Began"), BeganEditor(today))
    sides = [(side, side.value.capitalize()) for side in Side]
    form.add_field("pain_area", translate("course", "Area"), TextEditor(), span=2)
    form.add_field("pain_sides", translate("course", "Sides"), MultiChoice(sides, columns=2))
    form.add_field("usual_score", translate("course", "Usual score"), _score())
    form.add_field("provoked_by", translate("course", "Provoked by"), TextEditor(), span=2)
    form.add_field("limits", translate("course", "What it limits"), TextEditor(), span=2)
    form.add_field("disability_scale", translate("course", "Disability scale"), TextEditor("ODI, NDI"))
    form.add_field("disability_score", translate("course", "Score"), _percent())
    form.add_field("disability_on", translate("course", "Asked on"), DateEditor(latest=today))


def _score() -> DecimalEditor:
    return DecimalEditor(Decimal("0.5"), translate("course", "of 10"), Decimal(0), Decimal(10))


def _percent() -> DecimalEditor:
    return DecimalEditor(Decimal("0.1"), "%", Decimal(0), Decimal(100))


def add_care(form: Form, today: date) -> None:
    """What was tried before, with dates and effect."""
    form.add_section(translate("course", "Conservative care"))

    def add(row: RecordForm[TypedCare]) -> None:
        kinds = [(kind, capital(kind.value)) for kind in CareKind]
        outcomes = [(outcome, capital(outcome.value)) for outcome in CareOutcome]
        row.add_field("kind", translate("course", "Kind"), ChoiceEditor(kinds, segmented=False))
        row.add_field("what", translate("course", "What"), TextEditor(), span=2)
        row.add_field("outcome", translate("course", "Outcome"), ChoiceEditor(outcomes, segmented=False))
        row.add_field("started", translate("course", "From"), DateEditor(latest=today))
        row.add_field("ended", translate("course", "To"), DateEditor(latest=today))
        row.add_field("visits", translate("course", "Visits"), IntegerEditor(highest=500))
        row.add_field("reason", translate("course", "Why it ended"), TextEditor())

    rows: RowsEditor[TypedCare] = RowsEditor(
        TypedCare(), add, translate("course", "Add what was tried"), 4, _care_lacks
    )
    form.add_field("conservative_care", "", rows, span=COLUMNS)


def _care_lacks(row: TypedCare) -> str:
    if row.kind is None:
        return translate("course", "Choose what kind of care it was.")
    if row.started and row.ended and row.ended < row.started:
        return translate("course", "This care ends before it starts. Check the dates.")
    return ""


def add_findings(form: Form, today: date) -> None:
    """Examination, imaging, and what was ruled out."""
    form.add_section(translate("course", "Examination and imaging"))
    found = translate("course", "Found"), translate("course", "Ruled out")
    form.add_field("radiculopathy", translate("course", "Radiculopathy"), YesNoEditor(*found))
    form.add_field("claudication", translate("course", "Neurogenic claudication"), YesNoEditor(*found))
    why = [
        (RootsExplained.TREATED, translate("course", "Treated")),
        (RootsExplained.CYST, translate("course", "From a facet joint cyst")),
    ]
    form.add_field("roots_explained", translate("course", "The root signs are"), ChoiceEditor(why))
    form.add_field("other_cause", translate("course", "Other cause of the pain"), YesNoEditor(*found))
    form.add_field("neurology_on", translate("course", "Looked for on"), DateEditor(latest=today))
    form.add_field("exam", translate("course", "Examination"), LongTextEditor(lines=3), span=3)
    form.add_field("exam_on", translate("course", "Examined on"), DateEditor(latest=today))

    def add(row: RecordForm[Imaging]) -> None:
        row.add_field("modality", translate("course", "Study"), TextEditor("MRI lumbar spine"))
        row.add_field("on", translate("course", "Date"), DateEditor(latest=today))
        row.add_field("finding", translate("course", "Finding"), TextEditor(max_length=500), span=2)

    rows: RowsEditor[Imaging] = RowsEditor(
        Imaging(""), add, translate("course", "Add a study"), 4, _imaging_lacks
    )
    form.add_field("imaging", "", rows, span=COLUMNS)


def _imaging_lacks(row: Imaging) -> str:
    return "" if row.modality else translate("course", "Name the study, for example MRI lumbar spine.")


def add_spine(form: Form) -> None:
    """What the spine is like at the levels."""
    form.add_section(translate("course", "Spine"))
    yes_no = YesNoEditor(translate("course", "Yes"), translate("course", "None"))
    form.add_field("fusion", translate("course", "Fusion or hardware in this region"), yes_no, span=2)
    counts = [(count, capital(count.value)) for count in Vertebrae]
    form.add_field(
        "vertebrae",
        translate("course", "Lumbar vertebrae, once counted"),
        ChoiceEditor(counts, segmented=False),
        span=2,
    )
    named = translate("course", "The imaging report calls the last mobile level")
    form.add_field("last_level_imaged", named, TextEditor("L5-S1", max_length=40), span=2)
    add = translate("course", "Add a fusion or implant")
    rows: RowsEditor[Hardware] = RowsEditor(Hardware(), _add_hardware, add, COLUMNS, _hardware_lacks)
    form.add_field("hardware", "", rows, span=COLUMNS)
    words = translate("course", "More about it, in words")
    form.add_field("fused", words, TextEditor(), span=COLUMNS)


def _add_hardware(row: RecordForm[Hardware]) -> None:
    kinds = [(kind, capital(kind.value)) for kind in HardwareKind]
    row.add_field("joints", translate("course", "At the levels"), JointNamesEditor())
    row.add_field("kind", translate("course", "What"), ChoiceEditor(kinds, segmented=False))
    state = YesNoEditor(translate("course", "Yes"), translate("course", "Solid"))
    row.add_field("pseudarthrosis", translate("course", "Pseudarthrosis"), state, span=2)


def _hardware_lacks(row: Hardware) -> str:
    known = row.joints or row.kind
    return "" if known else translate("course", "Say what it is, or at which levels.")


def add_plan(form: Form, session: Session) -> RowsEditor[Diagnosis]:
    """Diagnoses and what is planned; gives the rows of the diagnoses."""
    form.add_section(translate("course", "Diagnoses and plan"))

    def add(row: RecordForm[Diagnosis]) -> None:
        row.add_field("text", translate("course", "Diagnosis"), TextEditor(max_length=300), span=3)
        row.add_field("code", translate("course", "ICD-10-CM"), TextEditor(max_length=10))

    rows: RowsEditor[Diagnosis] = RowsEditor(
        Diagnosis(""), add, translate("course", "Add a diagnosis"), 4, _diagnosis_lacks
    )
    form.add_field("diagnoses", "", rows, span=COLUMNS)
    planned = translate("course", "RFA planned if the blocks are positive")
    form.add_field("rfa_planned_if_positive", planned, YesNoEditor(), span=2)
    form.add_field(
        "rule_set",
        translate("course", "Rule set"),
        RuleSetEditor(session, translate("course", "The payer's, else the clinic's")),
        span=2,
    )
    return rows


def _diagnosis_lacks(row: Diagnosis) -> str:
    return "" if row.text else translate("course", "Write the diagnosis in words; the code stands beside it.")
