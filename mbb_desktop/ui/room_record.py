"""The live record at the right of the room screen: what the circulator writes down while it happens."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from mbb_desktop.clinical.allergies import allergy_concerns
from mbb_desktop.clinical.block import Block, DrugUse, Item, VitalsWhen
from mbb_desktop.clinical.concern import Weight
from mbb_desktop.clinical.drug_concerns import label_concerns
from mbb_desktop.clinical.drugs import Formulary, Strength, show_percent_strength
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.clinical.preset import AgentOffered
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import BEFORE, Series
from mbb_desktop.ui import theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.editors import DecimalEditor, Editor, IntegerEditor, SecondsEditor, TextEditor
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import (
    Card,
    Notice,
    help_text,
    line,
    muted,
    rule_line,
    scrolled,
    section_title,
    stack,
)
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.room_facts import (
    drug_fact,
    fluoroscopy_fact,
    label_fact,
    last_analgesic_fact,
    on_table,
    product_fact,
    vital_fact,
)
from mbb_desktop.ui.room_fields import LiveField, RecordField, ScoreField
from mbb_desktop.ui.room_inputs import (
    ExpiryEditor,
    PressureEditor,
    Product,
    ProductEditor,
    TemperatureEditor,
)

_WIDE, _NARROW, _NARROW_BELOW = 352, 320, 1366
_NARROWEST = 46  # an input: two digits
_HUNDREDTH, _MICRO = Decimal("0.01"), Decimal("0.000001")

Offered = Sequence[tuple[Product, str]]


class LiveRecord(Card):
    """Fields for dose, drug, contrast, vital signs and pain before; each keeps its author."""

    def __init__(self, draft: BlockDraft, patient: Patient, formulary: Formulary, offered: Offered) -> None:
        super().__init__(flush=True)
        self._draft, self._patient, self._formulary, self._offered = draft, patient, formulary, offered
        self._both_sides = False
        self.fields: dict[str, LiveField] = {}
        self.scores: dict[Series, ScoreField] = {}
        self.setAccessibleName(self.tr("Live record"))
        self.fit(_NARROW_BELOW)
        self._concern = Notice("", "danger", "triangle-alert")
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Show what the draft has now."""
        inputs: list[RecordField] = [*self.fields.values(), *self.scores.values()]
        for field in inputs:
            field.refresh()
        self._open_fields(self._draft.block)
        self._show_concerns(self._draft.block)
        self.rate_sides(self._both_sides)

    def enter(self) -> None:
        """Put the keyboard on the first input."""
        self.fields["fluoroscopy.seconds"].editor.setFocus()

    def fit(self, window_wide: int) -> None:
        """Take less of a narrow window."""
        narrow = window_wide < theme.px(_NARROW_BELOW)
        self.setFixedWidth(theme.px(_NARROW if narrow else _WIDE))

    def show_clinic(self, clinic: Clinic) -> None:
        """The clinic's way to score."""
        for score in self.scores.values():
            score.allow_halves(clinic.half_points)

    def cover_scores(self, covered: bool) -> None:
        """Hide the score before the block from whoever collects the later ones."""
        for score in self.scores.values():
            score.cover(covered)

    def rate_sides(self, both: bool) -> None:
        """Whether left and right are scored apart: both sides were named at this screen, or scored before."""
        self._both_sides = both
        for series in (Series.LEFT, Series.RIGHT):
            score = self.scores[series]
            score.setVisible(both or score.reading() is not None)

    # Building

    def _build(self) -> None:
        head = line(spacing=8, margins=(20, 14, 20, 0))
        head.addWidget(section_title(self.tr("Live record")))
        head.addStretch()
        head.addWidget(muted(self.tr("author {0}").format(self._draft.author().name)))
        self.body.setSpacing(0)
        self.body.addLayout(head)
        content = QWidget()
        column = stack(content, spacing=9, margins=(20, 8, 20, 10))
        column.addWidget(self._concern)
        for part in self._parts():
            column.addWidget(part)
        column.addStretch(1)
        area = scrolled(content)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area, 1)
        footer = stack(spacing=0, margins=(20, 4, 20, 14))
        footer.addWidget(
            help_text(self.tr("Each field keeps who and when. The physician attests at signing."))
        )
        self.body.addLayout(footer)

    def _parts(self) -> Iterator[QWidget]:
        yield row_of(self._dose())
        yield rule_line()
        yield row_of(self._drug(), (5, 2))
        yield row_of(self._label())
        yield row_of(self._contrast(), (5, 2))
        yield rule_line()
        yield row_of([self._vital("pressure", self.tr("BP")), self._vital("spo2", self.tr("SpO2"))], (4, 3))
        yield row_of(
            [self._vital("pulse", self.tr("Pulse")), self._vital("temperature", self.tr("Temperature"))]
        )
        yield row_of(self._pain(), (3, 2, 2))
        yield row_of([self._analgesic()])

    def _keep(self, field: LiveField) -> LiveField:
        self.fields[field.editor.objectName()] = field
        return field

    def _dose(self) -> list[Field]:
        kerma = DecimalEditor(_MICRO, "mGy")
        return [
            self._keep(
                LiveField(self._draft, self.tr("Fluoroscopy"), fluoroscopy_fact("seconds"), SecondsEditor())
            ),
            self._keep(LiveField(self._draft, self.tr("Air kerma"), fluoroscopy_fact("air_kerma"), kerma)),
        ]

    def _drug(self) -> list[Field]:
        use, item = DrugUse.TARGET, Item.DRUG_LABEL
        choice = ProductEditor(self._offered, self.tr("not recorded"))
        vial = DecimalEditor(_HUNDREDTH, "mL")
        return [
            self._keep(LiveField(self._draft, self.tr("Drug on the table"), label_fact(), choice)),
            self._keep(LiveField(self._draft, self.tr("Vial"), drug_fact(use, "vial", item), vial)),
        ]

    def _label(self) -> list[Field]:
        use, item = DrugUse.TARGET, Item.DRUG_LABEL
        expiry = ExpiryEditor(self._draft.now().date())
        return [
            self._keep(
                LiveField(self._draft, self.tr("Lot"), drug_fact(use, "lot", item), TextEditor("", 40))
            ),
            self._keep(LiveField(self._draft, self.tr("Expiry"), drug_fact(use, "expires_on", item), expiry)),
        ]

    def _contrast(self) -> list[Field]:
        use, item = DrugUse.CONTRAST, Item.CONTRAST
        choice = ProductEditor(contrasts_offered(self._formulary), self.tr("not recorded"))
        volume = DecimalEditor(_HUNDREDTH, "mL")
        return [
            self._keep(LiveField(self._draft, self.tr("Contrast"), product_fact(use, item), choice)),
            self._keep(LiveField(self._draft, self.tr("Volume"), drug_fact(use, "given", item), volume)),
        ]

    def _vital(self, name: str, label: str) -> LiveField:
        return self._keep(vital_field(self._draft, VitalsWhen.BEFORE, name, label))

    def _pain(self) -> list[Field]:
        labels = {
            Series.OVERALL: self.tr("Pain before, NRS"),
            Series.LEFT: self.tr("Left"),
            Series.RIGHT: self.tr("Right"),
        }
        for series, label in labels.items():
            self.scores[series] = ScoreField(self._draft, label, series, BEFORE)
            self.scores[series].editor.name(self.tr("Pain before, {0}").format(localized(series.value)))
        return [*self.scores.values()]

    def _analgesic(self) -> LiveField:
        what = TextEditor(self.tr("what and when, or none"), 120)
        return self._keep(LiveField(self._draft, self.tr("Last pain medicine"), last_analgesic_fact(), what))

    # Showing

    def _open_fields(self, block: Block) -> None:
        """What belongs to a product waits for the product; below stands what the physician chose."""
        for use, parts in ((DrugUse.TARGET, ("vial", "lot", "expires_on")), (DrugUse.CONTRAST, ("given",))):
            for part in parts:
                self.fields[f"{use.value}.{part}"].shut(on_table(block, use) is None)
        self.fields[f"{DrugUse.TARGET.value}.product"].show_hint(self._chosen(block))
        self.fields[f"{DrugUse.CONTRAST.value}.product"].shut(block.no_contrast)

    def _chosen(self, block: Block) -> str:
        """Which anesthetic the physician entered; empty before that."""
        entry, drugs = block.entered(Item.ANESTHETIC), block.drugs_for(DrugUse.TARGET)
        named = " + ".join(_anesthetic_words((d.agent, d.strength), self._formulary) for d in drugs)
        told = self.tr("{0} entered {1}").format(entry.by, named) if entry and named else ""
        return told.replace(" %", "\N{NO-BREAK SPACE}%")

    def show_patient(self, patient: Patient) -> None:
        """What was asked meanwhile counts for the drugs on the table."""
        self._patient = patient
        self._show_concerns(self._draft.block)

    def _show_concerns(self, block: Block) -> None:
        concerns = [*label_concerns(block), *allergy_concerns(self._patient, block, self._formulary)]
        text = " ".join(concern.text for concern in concerns)
        if text != self._concern.text():
            stops = any(concern.weight is not Weight.CAUTION for concern in concerns)
            self._concern.show_text(text, "danger" if stops else "warn", "triangle-alert")
        self._concern.setVisible(bool(text))


def vital_field(draft: BlockDraft, when: VitalsWhen, name: str, label: str) -> LiveField:
    """One vital sign: `pressure`, `spo2`, `pulse` or `temperature`."""
    editors: Mapping[str, Callable[[], Editor[Any]]] = {
        "pressure": PressureEditor,
        "spo2": lambda: IntegerEditor("%", 50, 100),
        "pulse": lambda: IntegerEditor("/min", 20, 250),
        "temperature": TemperatureEditor,
    }
    return LiveField(draft, label, vital_fact(when, name), editors[name]())


def anesthetics_offered(agents: Sequence[AgentOffered], formulary: Formulary) -> Offered:
    """`BUPivacaine 0.5 %`: what the practice uses first, then every other strength that is known."""
    first: list[Product] = [(each.agent, each.strength) for each in agents]
    known: list[Product] = [
        (name, strength.mg_per_ml) for name, agent in formulary.agents.items() for strength in agent.strengths
    ]
    return [(product, _anesthetic_words(product, formulary)) for product in dict.fromkeys([*first, *known])]


def _anesthetic_words(product: Product, formulary: Formulary) -> str:
    agent, strength = product
    known = formulary.agents.get(agent)
    name = known.tall_name if known else agent
    shown = f" {show_percent_strength(strength)}" if strength is not None else ""
    return f"{name[:1].upper()}{name[1:]}{shown}"


def contrasts_offered(formulary: Formulary) -> Offered:
    """`Iohexol 240 mg I/mL`: every contrast in every strength that is known."""
    return [
        ((name, strength.mg_per_ml if strength else None), _contrast_words(name, strength))
        for name, contrast in formulary.contrasts.items()
        for strength in contrast.strengths or (None,)
    ]


def _contrast_words(name: str, strength: Strength | None) -> str:
    shown = f" {plain(strength.mg_per_ml)} mg I/mL" if strength else ""
    return f"{name[:1].upper()}{name[1:]}{shown}"


def row_of(fields: Sequence[Field], shares: Sequence[int] = ()) -> QWidget:
    """Fields beside each other, with their shares of the width."""
    row = QWidget()
    layout = line(row, spacing=12)
    for at, field in enumerate(fields):
        for entry in field.findChildren(QLineEdit):
            entry.setMinimumWidth(theme.px(_NARROWEST))
        layout.addWidget(field, shares[at] if shares else 1)
    return row
