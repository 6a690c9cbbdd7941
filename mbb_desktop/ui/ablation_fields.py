"""The fields about ablations in a complaint's form: earlier ones and the planned one."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.anatomy import JOINTS, SIX_LUMBAR_JOINTS, Side
from mbb_desktop.clinical.course import AblationMethod, Treatment
from mbb_desktop.ui import typed
from mbb_desktop.ui.course_details import CourseDetails
from mbb_desktop.ui.editors import (
    ChoiceEditor,
    DateEditor,
    DecimalEditor,
    LineEditor,
    MultiChoice,
    TextEditor,
    YesNoEditor,
)
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.rows_editor import RowsEditor
from mbb_desktop.workflow.keep_courses import treatment_problem

translate = QCoreApplication.translate

_COLUMNS = 4


class JointNamesEditor(LineEditor[tuple[str, ...]]):
    """Joints without sides, such as `L4-5, L5-S1`."""

    def __init__(self) -> None:
        super().__init__((), placeholder="L4-5, L5-S1")

    def read(self, text: str) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(text.upper().replace(",", " ").replace(";", " ").split()))
        if odd := [name for name in names if name not in JOINTS and name not in SIX_LUMBAR_JOINTS]:
            raise typed.NotUnderstood(self.tr("{0} is no joint. Write L4-5, L5-S1.").format(odd[0]))
        return names

    def written(self, value: tuple[str, ...]) -> str:
        return ", ".join(value)


def add_ablation(form: RecordForm[CourseDetails], today: date) -> None:
    """Earlier ablations with their effect, and what is planned."""
    form.add_section(translate("course", "Ablation"))
    before = translate("course", "Ablated here before")
    form.add_field("ablated_before", before, YesNoEditor(), span=2)
    methods = [(method, capital(method.value)) for method in AblationMethod]
    planned = ChoiceEditor(methods, segmented=False)
    form.add_field("rfa_method", translate("course", "Planned method"), planned)
    celsius = DecimalEditor(Decimal("0.1"), "°C", Decimal(-100), Decimal(120))
    form.add_field("rfa_temperature", translate("course", "Planned temperature"), celsius)
    rows: RowsEditor[Treatment] = RowsEditor(
        Treatment(),
        lambda row: _add_row(row, today),
        translate("course", "Add an earlier ablation"),
        _COLUMNS,
        _lacks,
    )
    form.add_field("ablations", "", rows, span=_COLUMNS)
    form.add_section(translate("course", "Relief after therapeutic blocks"))
    add = translate("course", "Add a therapeutic block and how long it helped")
    helped: RowsEditor[Treatment] = RowsEditor(
        Treatment(), lambda row: _add_row(row, today), add, _COLUMNS, _therapy_lacks
    )
    form.add_field("therapies", "", helped, span=_COLUMNS)
    why = translate("course", "Why no ablation is possible, if so")
    form.add_field("no_rfa_because", why, TextEditor(), span=_COLUMNS)


def _add_row(row: RecordForm[Treatment], today: date) -> None:
    percent = Decimal("0.1"), "%", Decimal(0), Decimal(100)
    sides = [(side, side.value.capitalize()) for side in Side]
    row.add_field("on", translate("course", "Date"), DateEditor(latest=today))
    row.add_field("joints", translate("course", "Joints"), JointNamesEditor())
    row.add_field("sides", translate("course", "Sides"), MultiChoice(sides, columns=2), span=2)
    row.add_field("relief", translate("course", "Relief"), DecimalEditor(*percent))
    row.add_field("function", translate("course", "Better movement or activity"), DecimalEditor(*percent))
    back = translate("course", "Pain back on, says the patient")
    row.add_field("pain_back_on", back, DateEditor(latest=today))
    still = translate("course", "Pain not back yet, asked on")
    row.add_field("not_back_on", still, DateEditor(latest=today))


def _lacks(row: Treatment) -> str:
    return treatment_problem(row)


def _therapy_lacks(row: Treatment) -> str:
    if row.on is None:
        return translate("course", "Enter the day of the therapeutic block.")
    return treatment_problem(row)
