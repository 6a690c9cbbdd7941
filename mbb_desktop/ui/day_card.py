"""What else happened on the day of a block: medicines, movements, sleep, side effects, another pain."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.response import Medicine, MedicineKind, Response
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.choices import ChoiceEditor, YesNoEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import LineEditor, LongTextEditor, TextEditor
from mbb_desktop.ui.fact_field import PastMomentEditor
from mbb_desktop.ui.parts import Button, Notice
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.rows_editor import RowsEditor

translate = QCoreApplication.translate

_COLUMNS = 4


class ListEditor(LineEditor[tuple[str, ...]]):
    """Several short texts with commas between them."""

    def __init__(self, placeholder: str) -> None:
        super().__init__((), placeholder=placeholder)

    def read(self, text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))

    def written(self, value: tuple[str, ...]) -> str:
        return ", ".join(value)


@dataclass(frozen=True, slots=True)
class TypedMedicine:
    """A medicine as typed; how it was taken is not known before somebody says so."""

    name: str = ""
    kind: MedicineKind | None = None
    at: datetime | None = None
    dose: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """What the card holds; `others` is whether any other medicine was taken, None while nobody asked."""

    others: bool | None = None
    medicines: tuple[TypedMedicine, ...] = ()
    movements_tried: tuple[str, ...] = ()
    movements_regained: tuple[str, ...] = ()
    napped: bool | None = None
    side_effects: str = ""
    unmasked: str = ""


_SAME = tuple(name for name in Day.__dataclass_fields__ if name not in ("others", "medicines"))


def day_of(response: Response) -> Day:
    """The day as it is recorded."""
    others = True if response.medicines else False if response.no_other_medicine else None
    medicines = tuple(TypedMedicine(m.name, m.kind, m.at, m.dose) for m in response.medicines)
    return Day(others, medicines, **{name: getattr(response, name) for name in _SAME})


def with_day(response: Response, day: Day) -> Response:
    """The response with what was typed; what somebody else entered elsewhere in it stays."""
    same = {name: getattr(day, name) for name in _SAME}
    taken = tuple(Medicine(m.name, m.kind, m.at, m.dose) for m in day.medicines if m.kind)
    return replace(response, no_other_medicine=day.others is False, medicines=taken, **same)


class DayCard(DialogCard):
    """Nothing is filled in; what stays empty prints as not recorded."""

    kept = Signal(object)  # Day

    def __init__(self, window: QWidget, draft: BlockDraft) -> None:
        super().__init__(window, window.tr("The day of the block"), wide=760)
        self.form: RecordForm[Day] = RecordForm(day_of(draft.response), _problems, _COLUMNS)
        self._notice = Notice("", "danger", "circle-alert")
        self._add_fields(draft)
        for part in (self._notice, self.form):
            self.body.addWidget(part)
        back, self.save = Button(self.tr("Cancel"), "large"), Button(self.tr("Save"), "primary")
        back.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        for button in (back, self.save):
            self.buttons.addWidget(button)

    def is_unfinished(self) -> bool:
        return self.form.is_dirty()

    def _add_fields(self, draft: BlockDraft) -> None:
        form = self.form
        asked = YesNoEditor(self.tr("Yes"), self.tr("None"))
        form.add_field("others", self.tr("Other medicines that day"), asked, span=2)
        form.add_field("napped", self.tr("Napped"), YesNoEditor(), span=2)
        rows: RowsEditor[TypedMedicine] = RowsEditor(
            TypedMedicine(),
            lambda row: _add_medicine(row, draft),
            self.tr("Add a medicine"),
            _COLUMNS,
            medicine_lacks,
        )
        form.add_field("medicines", "", rows, span=_COLUMNS)
        example = self.tr("bending backward, turning")
        form.add_field("movements_tried", self.tr("Painful movements tried"), ListEditor(example), span=2)
        regained = self.tr("Of these possible again")
        form.add_field("movements_regained", regained, ListEditor(example), span=2)
        effects = TextEditor(self.tr("none, or which"), max_length=300)
        form.add_field("side_effects", self.tr("Side effects"), effects, span=_COLUMNS)
        other = self.tr("Pain in another area after the block (the index pain is scored apart)")
        form.add_field("unmasked", other, LongTextEditor(lines=2), span=_COLUMNS)

    def _save(self) -> None:
        if self.form.show_problems():
            self._notice.show_text(next(iter(self.form.problems().values())), "danger", "circle-alert")
            return
        self.kept.emit(self.form.record())
        self.accept()


def _add_medicine(row: RecordForm[TypedMedicine], draft: BlockDraft) -> None:
    kinds = [(kind, capital(kind.value)) for kind in MedicineKind]
    row.add_field("name", translate("day", "Medicine"), TextEditor())
    row.add_field("dose", translate("day", "Dose"), TextEditor())
    row.add_field("at", translate("day", "Time"), PastMomentEditor(draft))
    row.add_field("kind", translate("day", "Taken as"), ChoiceEditor(kinds, segmented=False))


def medicine_lacks(row: TypedMedicine) -> str:
    """What is missing of a medicine, as a sentence; empty for nothing."""
    if not row.name:
        return translate("day", "Name the medicine.")
    return "" if row.kind else translate("day", "Say whether it was a usual medicine or an extra one.")


def _problems(day: Day) -> dict[str, str]:
    if day.medicines and day.others is False:
        return {"others": translate("day", "A medicine is listed. Say yes, or remove it.")}
    new = [each for each in day.movements_regained if each not in day.movements_tried]
    if new:
        return {"movements_regained": translate("day", "Name {0} among those tried.").format(new[0])}
    return {}
