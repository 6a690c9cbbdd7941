"""Inputs that only a follow-up call needs: medicines in a row each, side effects, a moment just past."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from mbb_desktop.clinical.response import MedicineKind
from mbb_desktop.clinical.shown import show_date, show_time
from mbb_desktop.ui import typed
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.day_card import TypedMedicine, medicine_lacks
from mbb_desktop.ui.editors import Editor, LineEditor, TextEditor
from mbb_desktop.ui.fact_field import PastMomentEditor
from mbb_desktop.ui.parts import appear, line, stack

_MOST = 6


class MedicineLine(Editor[TypedMedicine]):
    """What and how much, when, and whether it was a usual or an extra medicine."""

    def __init__(self, draft: BlockDraft, number: int) -> None:
        super().__init__()
        self._draft_dose = ""
        self.what = TextEditor(self.tr("what and dose"))
        self.when = PastMomentEditor(draft)
        self.when.line.setPlaceholderText(self.tr("when"))
        self.when.set_width(76)
        kinds = [(MedicineKind.USUAL, self.tr("usual")), (MedicineKind.RESCUE, self.tr("extra"))]
        self.kind: ChoiceEditor[MedicineKind] = ChoiceEditor(
            [*kinds, (MedicineKind.SEDATIVE, self.tr("sedative"))]
        )
        row = line(self, spacing=6)
        row.addWidget(self.what, 1)
        for editor, said in ((self.when, self.tr("when")), (self.kind, self.tr("taken as"))):
            row.addWidget(editor)
            editor.name(self.tr("Medicine {0}, {1}").format(number, said))
        self.what.name(self.tr("Medicine {0}, what and dose").format(number))
        for part in (self.what, self.when, self.kind):
            part.edited.connect(self.edited)
            part.left.connect(self.left)
        self.setFocusProxy(self.what)

    def value(self) -> TypedMedicine:
        return TypedMedicine(self.what.value(), self.kind.value(), self.when.value(), self._draft_dose)

    def set_value(self, value: TypedMedicine) -> None:
        self._draft_dose = value.dose
        self.what.set_value(value.name)
        self.kind.set_value(value.kind)
        self.when.set_value(value.at)

    def problem(self) -> str:
        own = self.value()
        return self.when.problem() or ("" if own == TypedMedicine() else medicine_lacks(own))

    def inputs(self) -> list[QWidget]:
        return [*self.what.inputs(), *self.when.inputs(), *self.kind.inputs()]


class MedicineLines(Editor[tuple[TypedMedicine, ...]]):
    """A line for each medicine, and an empty one after the last."""

    def __init__(self, draft: BlockDraft) -> None:
        super().__init__()
        self._draft = draft
        self.lines: list[MedicineLine] = []
        self._column = stack(self, spacing=6)
        self._add_line()

    def value(self) -> tuple[TypedMedicine, ...]:
        return tuple(own for each in self.lines if (own := each.value()) != TypedMedicine())

    def set_value(self, value: tuple[TypedMedicine, ...]) -> None:
        while len(self.lines) < min(len(value) + 1, _MOST):
            self._add_line()
        for at, each in enumerate(self.lines):
            each.set_value(value[at] if at < len(value) else TypedMedicine())

    def problem(self) -> str:
        return next((said for each in self.lines if (said := each.problem())), "")

    def inputs(self) -> list[QWidget]:
        return [inner for each in self.lines for inner in each.inputs()]

    def name(self, label: str) -> None:
        self.setAccessibleName(label)

    def _add_line(self) -> None:
        added = MedicineLine(self._draft, len(self.lines) + 1)
        added.edited.connect(self._on_edited)
        added.left.connect(self.left)
        self.lines.append(added)
        self._column.addWidget(added)

    def _on_edited(self) -> None:
        if self.lines[-1].value() != TypedMedicine() and len(self.lines) < _MOST:
            self._add_line()
        self.edited.emit()


class SideEffects(Editor[str]):
    """None, or any of a few in fixed words, and others in the patient's words; empty is not asked."""

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._words = [word for word, _said in choices]
        self._none = self._button(self.tr("None"), "first")
        self.buttons = [self._button(said, "middle") for _word, said in choices]
        self._more = self._button(self.tr("Other"), "last")
        self.other = TextEditor(self.tr("which"), max_length=200)
        row = line(self, spacing=0)
        for button in (self._none, *self.buttons, self._more):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.other, 1)
        row.addStretch()
        self.other.edited.connect(self.edited)
        self.watch_leaving(self.other)
        self.other.hide()
        self.setFocusProxy(self._none)

    def value(self) -> str:
        if self._none.isChecked():
            return "none"
        pairs = zip(self.buttons, self._words, strict=True)
        found = [word for button, word in pairs if button.isChecked()]
        if self._more.isChecked() and self.other.value():
            found.append(self.other.value())
        return ", ".join(found)

    def set_value(self, value: str) -> None:
        parts = [part.strip() for part in value.split(",") if part.strip()]
        self._none.setChecked(parts == ["none"])
        for button, word in zip(self.buttons, self._words, strict=True):
            button.setChecked(word in parts)
        rest = [part for part in parts if part not in (*self._words, "none")]
        self._more.setChecked(bool(rest))
        self.other.set_value(", ".join(rest))
        appear(self.other, bool(rest))

    def problem(self) -> str:
        empty = self._more.isChecked() and not self.other.value()
        return self.tr("Say which other side effect.") if empty else ""

    def inputs(self) -> list[QWidget]:
        return [self._none, *self.buttons, self._more, *self.other.inputs()]

    def name(self, label: str) -> None:
        self.setAccessibleName(label)
        for button in (self._none, *self.buttons, self._more):
            button.setAccessibleName(f"{label}: {button.text()}")
        self.other.name(self.tr("{0}, others").format(label))

    def _button(self, text: str, place: str) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("kind", "segment")
        button.setProperty("place", place)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self._on_clicked(button))
        self.watch_leaving(button)
        return button

    def _on_clicked(self, pressed: QPushButton) -> None:
        for each in (self._none, *self.buttons, self._more):
            against = each is self._none or pressed is self._none
            if each is not pressed and against:
                each.setChecked(False)
        self.other.setVisible(self._more.isChecked())
        if pressed is self._more and pressed.isChecked():
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()


class RecentMomentEditor(LineEditor[datetime | None]):
    """A time of day: the last moment when the clock showed it, today or yesterday."""

    def __init__(self, draft: BlockDraft) -> None:
        super().__init__(None, placeholder=draft.tr("time"))
        self._draft = draft

    def read(self, text: str) -> datetime | None:
        at = typed.read_time(text.split()[-1]) if text.split() else None
        return None if at is None else _last(at, self._draft.now())

    def written(self, value: datetime | None) -> str:
        if value is None:
            return ""
        today = value.date() == self._draft.now().date()
        return show_time(value) if today else f"{show_date(value.date())[:6]} {show_time(value)}"


def _last(at: time, now: datetime) -> datetime:
    today = datetime.combine(now.date(), at, now.tzinfo)
    return today if today <= now else today - timedelta(days=1)
