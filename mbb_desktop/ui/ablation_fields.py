"""The fields about ablations in a complaint's form: earlier ones and the planned one."""

import re
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.anatomy import JOINTS, NERVES, SIX_LUMBAR_JOINTS, SIX_LUMBAR_NERVES, Side
from mbb_desktop.clinical.course import AblationMethod, Treatment
from mbb_desktop.ui import typed
from mbb_desktop.ui.course_details import CourseDetails
from mbb_desktop.ui.editors import (
    ChoiceEditor,
    DateEditor,
    DecimalEditor,
    IntegerEditor,
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
        lambda row: _add_ablation(row, today),
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


_NERVES = {**NERVES, **SIX_LUMBAR_NERVES}


class NerveNamesEditor(LineEditor[tuple[str, ...]]):
    """Nerves without sides, such as `L3 MB, L4 MB, L5 DR`; `L3` alone is its usual branch."""

    def __init__(self) -> None:
        super().__init__((), placeholder="L3, L4, L5")

    def read(self, text: str) -> tuple[str, ...]:
        typed_names = re.findall(r"[^\s,;]+(?:\s+(?:MB|DR)\b)?", text.upper())
        names = tuple(dict.fromkeys(_usual(" ".join(name.split())) for name in typed_names))
        if odd := [name for name in names if name not in _NERVES]:
            raise typed.NotUnderstood(self.tr("{0} is no nerve. Write L3, L4, L5.").format(odd[0]))
        return names

    def written(self, value: tuple[str, ...]) -> str:
        return ", ".join(value)


def _usual(name: str) -> str:
    """`L3 MB` for `L3`, `L5 DR` for `L5`; anything else as it is."""
    return next((known for known in NERVES if known.split()[0] == name), name)


def add_where(row: RecordForm[Treatment], today: date) -> None:
    """Day, joints and sides."""
    sides = [(side, side.value.capitalize()) for side in Side]
    row.add_field("on", translate("course", "Date"), DateEditor(latest=today))
    row.add_field("joints", translate("course", "Joints"), JointNamesEditor())
    row.add_field("sides", translate("course", "Sides"), MultiChoice(sides, columns=2), span=2)


def add_how(row: RecordForm[Treatment]) -> None:
    """Where and by whom it was done, at which nerves, with what, and the pain before it."""
    methods = [(method, capital(method.value)) for method in AblationMethod]
    places = [(False, translate("course", "Here")), (True, translate("course", "Elsewhere"))]
    here: ChoiceEditor[bool] = ChoiceEditor(places)
    celsius = DecimalEditor(Decimal("0.1"), "°C", Decimal(-100), Decimal(120))
    before = translate("course", "Usual pain before, NRS")
    row.add_field("elsewhere", translate("course", "Done"), here)
    row.add_field("nerves", translate("course", "Nerves"), NerveNamesEditor())
    row.add_field("by", translate("course", "By"), TextEditor())
    row.add_field("facility", translate("course", "Facility"), TextEditor())
    row.add_field("method", translate("course", "Method"), ChoiceEditor(methods, segmented=False))
    row.add_field("temperature", translate("course", "Lesion temperature"), celsius)
    row.add_field("seconds", translate("course", "Lesion time"), IntegerEditor("s", 0, 1200))
    row.add_field("score_before", before, DecimalEditor(Decimal("0.5"), "", Decimal(0), Decimal(10)))


def _add_ablation(row: RecordForm[Treatment], today: date) -> None:
    add_where(row, today)
    add_how(row)
    _add_effect(row, today)


def _add_row(row: RecordForm[Treatment], today: date) -> None:
    add_where(row, today)
    _add_effect(row, today)


def _add_effect(row: RecordForm[Treatment], today: date) -> None:
    percent = Decimal("0.1"), "%", Decimal(0), Decimal(100)
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
