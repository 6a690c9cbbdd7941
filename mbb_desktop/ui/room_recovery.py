"""After the room: vital signs, pain, walking, strength, what was given, who takes the patient home."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mbb_desktop.clinical.block import VitalsWhen
from mbb_desktop.clinical.people import Clinic
from mbb_desktop.clinical.response import Mode, Series
from mbb_desktop.clinical.shown import show_time
from mbb_desktop.ui.attest_field import attest
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Button, Card, line, muted, rule_line, stack
from mbb_desktop.ui.room_facts import discharge_fact, recovery_missing
from mbb_desktop.ui.room_fields import Live, LiveField, RecordField, ScoreField, write
from mbb_desktop.ui.room_inputs import LeavingEditor
from mbb_desktop.ui.room_record import row_of, vital_field
from mbb_desktop.ui.room_tiles import BigButton, Option, StepHead, TileChoice, Tone, step_card

WALKING = ("as before", "steady with help", "not steady")
NEUROLOGY = (
    "no new weakness or numbness",
    "new weakness",
    "new numbness",
    "new weakness and numbness",
)
_SHORT = {
    "no new weakness or numbness": "None new",
    "new weakness": "Weakness",
    "new numbness": "Numbness",
    "new weakness and numbness": "Both new",
}
_SLOTS = (15, 30)
_SERIES = (Series.OVERALL, Series.LEFT, Series.RIGHT)
_IN_WORDS = ("discharge.walking", "discharge.neurology")


class RecoveryPanel(QWidget):
    """Two cards with numbered steps; the last act is the attestation."""

    closed = Signal()

    def __init__(self, draft: BlockDraft) -> None:
        super().__init__()
        self._draft = draft
        self.fields: dict[str, LiveField] = {}
        self.scores: dict[tuple[int, Series], ScoreField] = {}
        self.choices: dict[str, TileChoice[Any]] = {}
        self.attest = BigButton(self.tr("I attest recovery and discharge"))
        self._missing, self._close = muted(""), Button(self.tr("Close this screen"))
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.clicked.connect(self.closed)
        row = line(self, spacing=16)
        row.addWidget(self._first_card(), 53)
        row.addWidget(self._second_card(), 47)
        self.attest.clicked.connect(self._on_attest)
        self.refresh()

    def refresh(self) -> None:
        """Show what the draft has now."""
        inputs: list[RecordField] = [*self.fields.values(), *self.scores.values()]
        for field in inputs:
            field.refresh()
        for name, choice in self.choices.items():
            recorded = getattr(self._draft.block.discharge, name)
            choice.set_value(None if recorded == "" else recorded)
            choice.setEnabled(self._draft.may_enter("discharge"))
        self._show_attested()
        self._show_late()

    def show_due(self) -> None:
        """Open the scores whose time has come."""
        for score in self.scores.values():
            score.refresh()
        self._show_late()

    def show_clinic(self, clinic: Clinic) -> None:
        """The clinic's way to score."""
        for score in self.scores.values():
            score.allow_halves(clinic.half_points)

    def cover_scores(self, covered: bool) -> None:
        """Hide earlier scores from whoever collects the later ones."""
        for score in self.scores.values():
            score.cover(covered)

    def rate_sides(self, both: bool) -> None:
        """Whether left and right are scored apart."""
        for (_slot, series), score in self.scores.items():
            score.setVisible(both or series is Series.OVERALL or score.reading() is not None)
        self._show_late()

    def enter(self) -> None:
        """Put the keyboard on the first input."""
        self.fields[f"vitals.{VitalsWhen.RECOVERY.value}.pressure"].editor.setFocus()

    # Building

    def _first_card(self) -> Card:
        content = QWidget()
        column = stack(content, spacing=8, margins=(20, 12, 20, 12))
        column.addWidget(StepHead(1, self.tr("Vital signs")))
        vitals = {"pressure": self.tr("BP"), "pulse": self.tr("Pulse"), "spo2": self.tr("SpO2")}
        column.addWidget(row_of([self._vital(name, label) for name, label in vitals.items()], (5, 4, 3)))
        column.addWidget(rule_line())
        column.addWidget(StepHead(2, self.tr("Pain, NRS"), self.tr("counted from needle out")))
        column.addWidget(row_of([*(self._score(slot, series) for slot in _SLOTS for series in _SERIES)]))
        column.addWidget(self._late_row())
        for number, name, title, values in (
            (3, "walking", self.tr("Walking"), WALKING),
            (4, "neurology", self.tr("Strength and feeling"), NEUROLOGY),
        ):
            column.addWidget(rule_line())
            options = [Option(value, _SHORT.get(value, value.capitalize())) for value in values]
            self._choice(column, StepHead(number, title), name, options)
        column.addStretch(1)
        return step_card(self.tr("Recovery, steps 1 to 4"), content)

    def _second_card(self) -> Card:
        content = QWidget()
        column = stack(content, spacing=10, margins=(20, 14, 20, 8))
        given = [Option(True, self.tr("Given and understood")), Option(False, self.tr("Not given"))]
        for number, name, title in (
            (5, "instructions_given", self.tr("Instructions")),
            (6, "diary_given", self.tr("Pain diary")),
        ):
            self._choice(column, StepHead(number, title), name, given)
            column.addWidget(rule_line())
        column.addWidget(StepHead(7, self.tr("Leaves for home")))
        column.addWidget(row_of([self._escort(), self._leaving()], (3, 2)))
        column.addStretch(1)
        card = step_card(self.tr("Recovery, steps 5 to 7"), content)
        end = stack(spacing=8, margins=(20, 0, 20, 12))
        end.addWidget(self.attest)
        below = line(spacing=8)
        self._missing.setWordWrap(True)
        below.addWidget(self._missing, 1)
        below.addWidget(self._close)
        end.addLayout(below)
        card.body.addLayout(end)
        return card

    def _keep(self, field: LiveField) -> LiveField:
        self.fields[field.editor.objectName()] = field
        return field

    def _vital(self, name: str, label: str) -> LiveField:
        return self._keep(vital_field(self._draft, VitalsWhen.RECOVERY, name, label))

    def _score(self, slot: int, series: Series) -> ScoreField:
        minutes = self.tr("{0} min").format(slot)
        labels = {
            Series.OVERALL: minutes,
            Series.LEFT: self.tr("left"),
            Series.RIGHT: self.tr("right"),
        }
        field = ScoreField(self._draft, labels[series], series, slot)
        field.editor.name(self.tr("Pain at {0}, {1}").format(minutes, localized(series.value)))
        self.scores[slot, series] = field
        return field

    def _late_row(self) -> QWidget:
        """Shown when a score is missing although its time has gone by."""
        self._late = QWidget()
        row = line(self._late, spacing=8)
        modes = [(mode, mode.value.capitalize()) for mode in Mode]
        self.mode: ChoiceEditor[Mode] = ChoiceEditor(modes, segmented=False)
        self.mode.name(self.tr("How the scores were learned"))
        row.addWidget(muted(self.tr("Scores entered late were learned")))
        row.addWidget(self.mode, 1)
        for score in self.scores.values():
            score.learn_late_by(self.mode.value)
            self.mode.edited.connect(score.try_again)
        self._late.hide()
        return self._late

    def _show_late(self) -> None:
        missing = (score for score in self.scores.values() if score.reading() is None)
        may = self._draft.scores_are_editable()
        self._late.setVisible(may and any(score.is_late() for score in missing))

    def _choice(self, column: QVBoxLayout, head: StepHead, name: str, options: Sequence[Option[Any]]) -> None:
        choice: TileChoice[Any] = TileChoice(head.accessibleName(), options, high=54)
        live = discharge_fact(name)
        choice.chosen.connect(lambda: self._on_chosen(live, choice))
        self.choices[name] = choice
        column.addWidget(head)
        column.addWidget(choice)

    def _on_chosen(self, live: Live, choice: TileChoice[Any]) -> None:
        value = choice.value()
        nothing = "" if live.name in _IN_WORDS else None
        write(self._draft, live, nothing if value is None else value)

    def _escort(self) -> LiveField:
        editor = TextEditor(self.tr("who, or none"), 80)
        return self._keep(LiveField(self._draft, self.tr("Escort"), discharge_fact("escort"), editor))

    def _leaving(self) -> LiveField:
        field = LiveField(
            self._draft, self.tr("Discharged at"), discharge_fact("at"), LeavingEditor(self._draft)
        )
        return self._keep(field)

    # Showing

    def _show_attested(self) -> None:
        left = self._draft.block.discharge
        self._close.setVisible(left.attested_at is not None)
        missing = recovery_missing(self._draft.block)
        if left.attested_at is not None:
            text = self.tr("Attested {0}  by {1}").format(show_time(left.attested_at), left.attested_by)
            self.attest.show_state(text, Tone.DONE)
            self._missing.setText(self.tr("A later change has to be attested again."))
            return
        may = self._draft.may_enter("discharge")
        ready = Tone.READY if may and not missing else Tone.WAITING
        self.attest.show_state(self.tr("I attest recovery and discharge"), ready)
        text = self.tr("1 answer missing: {1}") if len(missing) == 1 else self.tr("{0} answers missing: {1}")
        self._missing.setText(
            text.format(len(missing), ", ".join(map(localized, missing))) if missing else ""
        )

    def _on_attest(self) -> None:
        if recovery_missing(self._draft.block):
            return
        attest(self._draft)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)
