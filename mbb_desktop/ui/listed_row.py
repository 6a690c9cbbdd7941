"""A row of a day's list in the preview: what it says, what is wrong with it, what can be answered here."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from mbb_desktop.clinical.levels import Levels, Question
from mbb_desktop.interop.day_list_file import MENDABLE, Head
from mbb_desktop.ui.chips import Chip, Piece, SideChip
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.levels_echo import Chooser, LevelsEcho
from mbb_desktop.ui.parts import CheckBox, appear, body, line, muted, stack
from mbb_desktop.ui.person_words import full_name
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.record_table import Column
from mbb_desktop.ui.today_rows import level_words, side_chips
from mbb_desktop.ui.typed import show_date, show_time
from mbb_desktop.workflow.listed_rows import Act, OfferedPlan, Wanted


class ListedRow(QFrame):
    """The chosen row. `changed` gives the row with other levels, or with what somebody said for it."""

    changed = Signal(object)
    mended = Signal(object)  # what the cells say, by their heads

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "soft")
        self._wanted: Wanted | None = None
        self._wrong, self._holder = body(""), muted("")
        self.levels = TextEditor(max_length=300)
        self._field = Field(self.tr("Joints and side"), self.levels)
        self._echo, self.chooser = LevelsEcho(), Chooser()
        self.say = {act: CheckBox("") for act in Act}
        self.cells = {head: TextEditor(max_length=60) for head in MENDABLE}
        column = stack(self, spacing=8, margins=(14, 10, 14, 10))
        for part in (self._wrong, self._holder, *self.say.values(), self._cells(), self._field):
            column.addWidget(part)
        for part in (self._echo, self.chooser):
            column.addWidget(part)
        self.levels.edited.connect(lambda: self._retype(self.levels.text()))
        self.chooser.chosen.connect(self._choose)
        for act, box in self.say.items():
            box.clicked.connect(lambda ticked, act=act: self._on_said(act, ticked))

    def _cells(self) -> QWidget:
        """MRN, birth date, day and time as the file has them."""
        names = (self.tr("MRN"), self.tr("Birth date"), self.tr("Day"), self.tr("Time"))
        part = QWidget()
        row = line(part, spacing=12)
        for (head, editor), name in zip(self.cells.items(), names, strict=True):
            row.addWidget(Field(name, editor), 1)
            editor.edited.connect(lambda head=head: self.mended.emit({head: self.cells[head].text()}))
        return part

    def show_row(self, row: OfferedPlan, texts: Mapping[Head, str]) -> None:
        """Another row is chosen; `texts` are its cells that can be mended."""
        for head, editor in self.cells.items():
            editor.set_value(texts[head])
        self.levels.set_value(row.wanted.listed.levels)
        self.show_reading(row)

    def take(self, wanted: Wanted) -> None:
        """What is typed next belongs to the row as it was just mended."""
        self._wanted = wanted

    def show_reading(self, row: OfferedPlan) -> None:
        """What the same row means now; what is being typed stays as it is."""
        self._wanted = row.wanted
        self._wrong.setText("\n".join(row.sentences))
        self._wrong.setVisible(bool(row.sentences))
        self._show_holder(row)
        for act, box in self.say.items():
            box.setText(_say(box, act, row))
            box.setChecked(act in row.wanted.said)
            box.setVisible(act in row.asks)
        reading = row.reading
        somebody_else = row.holder is not None and row.patient is None  # whose complaint decides is open
        choices = reading.choices if isinstance(reading, Question) and not somebody_else else ()
        self.chooser.offer(choices, numbered=False)
        if isinstance(reading, Levels):
            self._echo.show_levels(reading)
        appear(self._echo, isinstance(reading, Levels))

    def problem(self) -> str:
        """What keeps the row from being planned, as it stands there."""
        return self._wrong.text()

    def _show_holder(self, row: OfferedPlan) -> None:
        other = row.holder if row.patient is None else None
        self._holder.setVisible(other is not None)
        if other is not None:
            said = self.tr("In the record under this MRN: {0}, born {1}")
            self._holder.setText(said.format(full_name(other), show_date(other.born)))

    def _retype(self, text: str) -> None:
        if self._wanted is not None:
            self._change(Wanted(self._wanted.listed.with_levels(text), self._wanted.said))

    def _choose(self, text: str) -> None:
        self.levels.set_value(text)
        self._retype(text)

    def _on_said(self, act: Act, ticked: bool) -> None:
        if self._wanted is not None:
            said = self._wanted.said | {act} if ticked else self._wanted.said - {act}
            self._change(Wanted(self._wanted.listed, said))

    def _change(self, wanted: Wanted) -> None:
        """Kept at once: what is ticked right after typing belongs to what was typed."""
        self._wanted = wanted
        self.changed.emit(wanted)


def _say(over: QWidget, act: Act, row: OfferedPlan) -> str:
    if act is Act.NEW_COMPLAINT or row.patient is None:
        region = localized(row.course.region.value) if row.course else ""
        return over.tr("Begin a complaint for these levels: {0}").format(region)
    who = f"{full_name(row.patient)}, {show_date(row.patient.born)}, MRN {row.patient.mrn}"
    return over.tr("Add as a new patient: {0}").format(who)


def columns(card: QWidget) -> list[Column[OfferedPlan]]:
    """The columns of the preview."""
    return [
        Column(card.tr("Line"), lambda row: str(row.wanted.listed.line), width=56),
        Column(card.tr("Patient"), _name, second=_identifiers, least=200),
        Column(card.tr("Planned levels"), _levels, second=_typed, chips=_sides, strong=True, width=210),
        Column(card.tr("Day"), _day, second=_time, width=110),
        Column(
            card.tr("State"),
            lambda _row: "",
            second=lambda row: "".join(row.sentences[:1]),
            chips=lambda row: _state(card, row),
            least=240,
        ),
    ]


def _name(row: OfferedPlan) -> str:
    listed = row.wanted.listed
    if row.patient is not None:
        return full_name(row.patient)
    return listed.name or ", ".join(filter(None, [listed.family.upper(), listed.given]))


def _identifiers(row: OfferedPlan) -> str:
    listed = row.wanted.listed
    return ", ".join(filter(None, [show_date(listed.born), listed.mrn and f"MRN {listed.mrn}"]))


def _levels(row: OfferedPlan) -> str:
    return level_words(row.reading.joints) if isinstance(row.reading, Levels) else row.wanted.listed.levels


def _typed(row: OfferedPlan) -> str:
    return row.wanted.listed.levels if isinstance(row.reading, Levels) else ""


def _sides(row: OfferedPlan) -> list[SideChip]:
    return list(side_chips(row.reading.joints, False)) if isinstance(row.reading, Levels) else []


def _day(row: OfferedPlan) -> str:
    return show_date(row.wanted.listed.day)


def _time(row: OfferedPlan) -> str:
    return show_time(row.wanted.listed.at)


def _state(card: QWidget, row: OfferedPlan) -> list[Piece]:
    if row.unchecked:
        return []
    if not row.is_good:
        return [Chip(card.tr("Problem"), "warn", "triangle-alert")]
    if row.asks:
        return [Chip(card.tr("New"), "info", "plus")]
    return [Chip(card.tr("Ready"), "ok", "check")]
