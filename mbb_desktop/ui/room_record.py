"""The live record at the right of the room screen: what the circulator writes down while it happens."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QWidget

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block, DrugUse, Item, PatientAnswer, VitalsWhen
from mbb_desktop.clinical.drugs import Formulary, allergy_concerns, show_percent_strength
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.clinical.preset import Preset
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import BEFORE, Response, Series
from mbb_desktop.ui import theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.editors import DecimalEditor, IntegerEditor, SecondsEditor, TextEditor
from mbb_desktop.ui.parts import Card, Notice, help_text, rule_line, scrolled, stack
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.room_facts import (
    drug_fact,
    fluoroscopy_fact,
    last_analgesic_fact,
    on_table,
    product_fact,
    vital_fact,
)
from mbb_desktop.ui.room_fields import LiveField, ScoreField
from mbb_desktop.ui.room_inputs import (
    ExpiryEditor,
    PressureEditor,
    Product,
    ProductEditor,
    TemperatureEditor,
)

_MILLILITERS = Decimal("0.01")
_WIDE = 352


class LiveRecord(Card):
    """Fields for dose, drug, contrast, vital signs and pain before; each keeps its author."""

    def __init__(self, draft: BlockDraft, patient: Patient, formulary: Formulary, offered: Preset) -> None:
        super().__init__("", flush=True)
        self._draft, self._patient, self._formulary, self._offered = draft, patient, formulary, offered
        self._both_sides = False
        self.fields: list[LiveField] = []
        self.scores: list[ScoreField] = []
        self.setFixedWidth(theme.px(_WIDE))
        self._concern = Notice("", "danger", "triangle-alert")
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Show what the draft has now."""
        for field in (*self.fields, *self.scores):
            field.refresh()
        self._show_drug(self._draft.block)
        self._show_concerns(self._draft.block)
        self._show_sides()

    def show_clinic(self, clinic: Clinic) -> None:
        """The clinic's way to score."""
        for score in self.scores:
            score.allow_halves(clinic.half_points)

    def cover_scores(self, covered: bool) -> None:
        """Hide the score before the block from whoever collects the later ones."""
        for score in self.scores:
            score.cover(covered)

    def rate_sides(self, both: bool) -> None:
        """Whether left and right are scored apart: both sides were named at this screen."""
        self._both_sides = both
        self._show_sides()

    # Building

    def _build(self) -> None:
        content = QWidget()
        column = stack(content, spacing=9, margins=(20, 12, 20, 12))
        column.addWidget(self._concern)
        for part in self._parts():
            column.addWidget(part)
        column.addStretch(1)
        self.body.addWidget(scrolled(content), 1)
        footer = stack(spacing=0, margins=(20, 4, 20, 14))
        footer.addWidget(
            help_text(self.tr("Each field keeps who and when. The physician attests at signing."))
        )
        self.body.addLayout(footer)

    def _parts(self) -> Iterator[QWidget]:
        yield self._row(self._fluoroscopy())
        yield rule_line()
        yield self._row(self._drug(), (2, 1))
        yield self._row(self._label())
        yield self._row(self._contrast(), (2, 1))
        yield rule_line()
        yield self._row(self._vitals()[:2])
        yield self._row(self._more_vitals())
        yield self._row(self._pain(), (2, 1, 1))
        yield self._row([self._live(self.tr("Last pain medicine"), last_analgesic_fact(), self._analgesic())])
