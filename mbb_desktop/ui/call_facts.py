"""What else is asked on a follow-up call: medicines, side effects, blood thinner, relief, movements."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QSizePolicy, QWidget

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.calls import Restart
from mbb_desktop.clinical.people import Anticoagulant, AnticoagulantPlan
from mbb_desktop.clinical.response import Medicine, Response, Series
from mbb_desktop.clinical.scoring import with_stated_relief
from mbb_desktop.ui import theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.call_inputs import MedicineLines, RecentMomentEditor, SideEffects
from mbb_desktop.ui.choices import ChoiceEditor, YesNoEditor
from mbb_desktop.ui.day_card import ListEditor, TypedMedicine
from mbb_desktop.ui.editors import DecimalEditor, Editor, LineEditor
from mbb_desktop.ui.folding_row import FoldingRow
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Notice, line, stack, words
from mbb_desktop.ui.person_words import anticoagulant_words

translate = QCoreApplication.translate

_LABELS = 152
_BESIDE_FROM = 560
_LIMB = {Region.CERVICAL: "arm", Region.THORACIC: "leg", Region.LUMBAR: "leg"}


def side_effects(region: Region) -> list[tuple[str, str]]:
    """The side effects that are asked by name: as they are kept, and as the button says them."""
    limb = _LIMB[region]
    weak = translate("call", "Numb or weak {0}").format(localized(limb))
    return [
        ("soreness", translate("call", "Soreness")),
        (f"numb or weak {limb}", weak),
        ("fever or chills", translate("call", "Fever or chills")),
    ]


class CallFacts(QWidget):
    """Writes into the draft's response as it is entered; the blood thinner is kept with the call."""

    edited = Signal()

    def __init__(self, draft: BlockDraft, region: Region, taken: Anticoagulant, *, blind: bool) -> None:
        super().__init__()
        self._draft, self._taken, self._blind = draft, taken, blind
        self._before = tuple(s for s in draft.response.stated if s.series is Series.OVERALL)
        self._known: tuple[object, ...] = ()
        self.taken: YesNoEditor = YesNoEditor(self.tr("Taken"), self.tr("None"))
        self.medicines = MedicineLines(draft)
        self.effects = SideEffects(side_effects(region))
        self.restart: ChoiceEditor[Restart] = ChoiceEditor(
            [
                (Restart.NONE_STOPPED, self.tr("None was stopped")),
                (Restart.RESTARTED, self.tr("Restarted at")),
                (Restart.NOT_YET, self.tr("Not yet")),
            ]
        )
        self.restarted_at = RecentMomentEditor(draft)
        self.restarted_at.set_width(110)
        self.relief = DecimalEditor(Decimal(1), "%", Decimal(-100), Decimal(100))
        self.relief.set_width(64)
        self.movements = ListEditor(self.tr("in the patient's words, with commas between them"))
        self.warning = Notice("", "danger", "triangle-alert")
        """What somebody has to be told at once; who uses this gives it a place that is always seen."""
        self._build()
        self._connect()
        self.show_recorded()

    def problems(self) -> list[tuple[Editor[Any], str]]:
        """What cannot be kept as it is, with the input that is meant, from top to bottom."""
        found: list[tuple[Editor[Any], str]] = [(e, e.problem()) for e in self._editors() if not e.isHidden()]
        if self.taken.value() is False and self.medicines.value():
            found.append((self.medicines, self.tr("A medicine is listed. Say taken, or remove it.")))
        if self.taken.value() is True and not self.medicines.value():
            found.append((self.medicines, self.tr("Name the medicine that was taken.")))
        return [(editor, said) for editor, said in found if said]

    def show_recorded(self) -> None:
        """Show what the draft has; what is being typed here stays as it is."""
        response = self._draft.response
        if _facts(response) == self._known:
            return
        self._known = _facts(response)
        meds = tuple(TypedMedicine(m.name, m.kind, m.at, m.dose) for m in response.medicines)
        self.taken.set_value(True if meds else False if response.no_other_medicine else None)
        self.medicines.set_value(meds)
        self.medicines.setEnabled(self.taken.value() is not False)
        self.effects.set_value(response.side_effects)
        self.movements.set_value(response.movements_regained)
        stated = next((s.percent for s in response.stated if s.series is Series.OVERALL), None)
        hidden = self._blind and bool(self._before)
        self.relief.set_value(None if hidden else stated)
        self.relief.line.setPlaceholderText(self.tr("hidden") if hidden else "")
        self._warn()

    # Building

    def _build(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("Other medicines"), self._medicine_row()),
            (self.tr("Side effects"), _row(self.effects)),
            (self.tr("Blood thinner"), self._thinner_row()),
            (self.tr("Relief the patient states"), _row(self.relief, self._question())),
            (self.tr("Movements regained"), _row(self.movements)),
        ]
        self._rows = [(_label(label), content) for label, content in rows]
        self._arrange(beside=True)
        named: dict[Editor[Any], str] = {
            self.taken: self.tr("Other medicines"),
            self.medicines: self.tr("Other medicines"),
            self.effects: self.tr("Side effects"),
            self.restart: self.tr("Blood thinner"),
            self.restarted_at: self.tr("Blood thinner restarted at"),
            self.relief: self.tr("Relief the patient states"),
            self.movements: self.tr("Movements regained"),
        }
        for editor, label in named.items():
            editor.name(label)
        self.restarted_at.setEnabled(False)

    def minimumSizeHint(self) -> QSize:
        widest = max(content.minimumSizeHint().width() for _label, content in self._rows[1:])
        widest = max(widest, self.medicines.minimumSizeHint().width())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE_FROM)
        if beside != self._beside:
            self._arrange(beside)

    def _arrange(self, beside: bool) -> None:
        """Labels stand beside what they name, or above it where there is little room."""
        self._beside = beside
        self._grid.setColumnMinimumWidth(0, theme.px(_LABELS) if beside else 0)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._medicine_box.setDirection(across if beside else down)
        for at, (label, content) in enumerate(self._rows):
            if beside:
                self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(content, at, 1)
            else:
                self._grid.addWidget(label, 2 * at, 0, 1, 2)
                self._grid.addWidget(content, 2 * at + 1, 0, 1, 2)

    def _medicine_row(self) -> QWidget:
        holder = QWidget()
        self._medicine_box = line(holder, spacing=12)
        self._medicine_box.addWidget(self.taken, 0, Qt.AlignmentFlag.AlignTop)
        self._medicine_box.addWidget(self.medicines, 1)
        return holder

    def _thinner_row(self) -> QWidget:
        self.restarted_at.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        known = anticoagulant_words(self._taken) if self._taken.drug else ""
        return FoldingRow((self.restart, self.restarted_at), (words(known, "help"),), apart=False)

    def _question(self) -> QLabel:
        return words(self.tr('"How much of that pain was gone at its best?"'), "help")

    def _editors(self) -> list[Editor[Any]]:
        return [self.medicines, self.effects, self.restarted_at, self.relief, self.movements]

    # Changing

    def _connect(self) -> None:
        self.taken.edited.connect(self._on_taken)
        self.medicines.edited.connect(self._on_medicines)
        self.effects.edited.connect(self._on_effects)
        self.restart.edited.connect(self._on_restart)
        self.restarted_at.edited.connect(self.edited)
        self.relief.edited.connect(self._on_relief)
        self.movements.edited.connect(self._on_movements)
        for editor in (self.medicines, self.effects, self.relief, self.movements):
            editor.left.connect(self._draft.end_step)
            editor.stepped.connect(self._draft.end_step)

    def _write(self, where: str, response: Response) -> None:
        self._known = _facts(response)
        self._draft.change_scores(response, where)
        self._warn()
        self.edited.emit()

    def _on_taken(self) -> None:
        self.medicines.setEnabled(self.taken.value() is not False)
        self._on_medicines()

    def _on_medicines(self) -> None:
        if self.medicines.value() and self.taken.value() is None:
            self.taken.set_value(True)
        kept = tuple(
            Medicine(m.name, m.kind, m.at, m.dose) for m in self.medicines.value() if m.kind and m.name
        )
        none = self.taken.value() is False
        response = replace(self._draft.response, medicines=kept, no_other_medicine=none)
        self._write("medicines", response)

    def _on_effects(self) -> None:
        self._write("side_effects", replace(self._draft.response, side_effects=self.effects.value()))

    def _on_restart(self) -> None:
        restarted = self.restart.value() is Restart.RESTARTED
        self.restarted_at.setEnabled(restarted)
        if not restarted:
            self.restarted_at.set_value(None)
        self._warn()
        self.edited.emit()

    def _on_relief(self) -> None:
        response, percent = self._draft.response, self.relief.value()
        kept = tuple(s for s in response.stated if s.series is not Series.OVERALL)
        if percent is None:
            before = self._before if self._blind else ()
            self._write("stated", replace(response, stated=(*kept, *before)))
        else:
            self._write("stated", with_stated_relief(response, Series.OVERALL, percent, self._draft.author()))

    def _on_movements(self) -> None:
        response, regained = self._draft.response, self.movements.value()
        before = tuple(m for m in response.movements_tried if m not in response.movements_regained)
        tried = tuple(dict.fromkeys((*before, *regained)))
        self._write("movements", replace(response, movements_tried=tried, movements_regained=regained))

    def _warn(self) -> None:
        effects = self.effects.value()
        if "fever" in effects or "weak" in effects:
            said = self.tr("Fever, chills, or new numbness or weakness: tell a physician now.")
        elif self.restart.value() is Restart.NOT_YET and self._taken.plan is AnticoagulantPlan.STOPPED:
            said = self.tr("The blood thinner is not restarted: tell the physician who decided to stop it.")
        else:
            said = ""
        self.warning.show_text(said, "danger", "triangle-alert")


def _facts(response: Response) -> tuple[object, ...]:
    regained = response.movements_regained
    return (response.medicines, response.no_other_medicine, response.side_effects, response.stated, regained)


def _label(text: str) -> QWidget:
    holder = QWidget()
    column = stack(holder, margins=(0, 7, 0, 0))
    column.addWidget(words(text, "fieldLabel"))
    return holder


def _row(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = line(holder, spacing=8)
    for part in parts:
        if isinstance(part, LineEditor) and not isinstance(part, ListEditor):
            part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(part, 1 if isinstance(part, SideEffects | ListEditor) else 0)
    row.addStretch()
    return holder
