"""Recording something else than what is proposed: the inputs of each item of the strip."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.block import (
    Aspiration,
    ConsentKind,
    ContrastPattern,
    Drug,
    DrugUse,
    Epinephrine,
    Exactly,
    Item,
    Prep,
    Route,
    SedationLevel,
    Target,
)
from mbb_desktop.clinical.complication import Complication, ComplicationKind
from mbb_desktop.clinical.needle import LengthUnit
from mbb_desktop.ui import fact_editors as make
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.editors import DateEditor, YesNoEditor
from mbb_desktop.ui.fact_field import Fact, FactField, PastMomentEditor, TickEditor
from mbb_desktop.ui.fact_rows import Column, FactRows, Rows
from mbb_desktop.ui.performed_words import place
from mbb_desktop.ui.visit import Visit

Part = FactField | FactRows


def _(words: str) -> str:
    return QCoreApplication.translate("details", words)


def details(item: Item, draft: BlockDraft, visit: Visit) -> list[Part]:
    """The inputs of one item, from the top; each has `refresh()`."""
    return _DETAILS[item](draft, visit)


def _field(draft: BlockDraft, item: Item, path: str, label: str, maker: make.Maker) -> FactField:
    return FactField(draft, Fact(path, item, label), maker())


def _tick(draft: BlockDraft, item: Item, path: str, words: str) -> FactField:
    return FactField(draft, Fact(path, item, ""), TickEditor(words))


def _per_target(draft: BlockDraft, item: Item, columns: list[Column]) -> FactRows:
    def title(target: Target) -> str:
        return place(target)

    return FactRows(draft, Rows("targets", item, columns, title=title, belongs=_injected, across=2))


def _injected(target: Target) -> bool:
    return not target.not_injected


def _aspiration(draft: BlockDraft, _visit: Visit) -> list[Part]:
    columns = [Column("aspiration", "", make.segment_choice(Aspiration), span=2)]
    return [_per_target(draft, Item.ASPIRATION, columns)]


def _contrast(draft: BlockDraft, visit: Visit) -> list[Part]:
    columns = [
        Column("contrast", _("Volume"), make.amount("mL")),
        Column("contrast_pattern", _("Spread"), make.listed_choice(ContrastPattern)),
    ]
    return [
        _tick(draft, Item.CONTRAST, "no_contrast", _("No contrast was used")),
        _field(draft, Item.CONTRAST, "no_contrast_reason", _("Reason for no contrast"), make.text()),
        _drugs(draft, visit, DrugUse.CONTRAST, [Column("strength", _("Iodine"), make.amount("mgI/mL"))]),
        _per_target(draft, Item.CONTRAST, columns),
    ]


def _drugs(draft: BlockDraft, visit: Visit, use: DrugUse, columns: list[Column]) -> FactRows:
    item = ITEM_OF[use]
    drug = Column("agent", _("Drug"), make.agent(visit, use), span=2)
    rows = Rows(
        "drugs",
        item,
        [drug, *columns],
        new=lambda: Drug(use, ""),
        add=_("Add a drug"),
        belongs=lambda drug: isinstance(drug, Drug) and drug.use is use,
    )
    return FactRows(draft, rows)


ITEM_OF: dict[DrugUse, Item] = {
    DrugUse.TARGET: Item.ANESTHETIC,
    DrugUse.SKIN: Item.SKIN,
    DrugUse.CONTRAST: Item.CONTRAST,
    DrugUse.SEDATION: Item.SEDATION,
    DrugUse.STEROID: Item.STEROID,
}


def _prep(draft: BlockDraft, _visit: Visit) -> list[Part]:
    return [
        _field(draft, Item.PREP, "prep", _("Skin prep"), make.listed_choice(Prep)),
        _field(draft, Item.PREP, "prep_text", _("Other prep, or a remark"), make.text()),
    ]


def _skin(draft: BlockDraft, visit: Visit) -> list[Part]:
    columns = [
        Column("strength", _("Strength"), make.strength(visit)),
        Column("given", _("In all"), make.amount("mL")),
        Column("given_is", _("Stated as"), make.listed_choice(Exactly), span=2),
        Column("buffered", "", lambda: TickEditor(_("Buffered")), span=2),
    ]
    return [
        _tick(draft, Item.SKIN, "no_skin_anesthetic", _("No skin anesthetic was given")),
        _drugs(draft, visit, DrugUse.SKIN, columns),
    ]


def _steroid(draft: BlockDraft, visit: Visit) -> list[Part]:
    columns = [
        Column("amount", _("Amount"), make.amount("mg")),
        Column("mixed_in", _("In a syringe of"), make.amount("mL")),
        Column("syringe", _("Syringe"), make.whole(lowest=1, highest=9)),
    ]
    return [
        _tick(draft, Item.STEROID, "no_steroid", _("No steroid was given")),
        _drugs(draft, visit, DrugUse.STEROID, columns),
    ]


def _sedation(draft: BlockDraft, visit: Visit) -> list[Part]:
    columns = [
        Column("amount", _("Dose"), make.amount("mg")),
        Column("route", _("Route"), make.listed_choice(Route)),
        Column("given_at", _("Given at"), lambda: PastMomentEditor(draft)),
    ]
    return [
        _field(draft, Item.SEDATION, "sedation", _("Level"), make.segment_choice(SedationLevel)),
        _field(draft, Item.SEDATION, "sedation_reason", _("Reason"), make.text()),
        _drugs(draft, visit, DrugUse.SEDATION, columns),
    ]


def _images(draft: BlockDraft, _visit: Visit) -> list[Part]:
    return [
        _field(draft, Item.IMAGES, "fluoroscopy.images_saved", _("Images saved"), make.whole(highest=999)),
        _field(
            draft, Item.IMAGES, "fluoroscopy.image_reference", _("Where, or under which number"), make.text()
        ),
    ]


def _complications(draft: BlockDraft, _visit: Visit) -> list[Part]:
    columns = [
        Column("kind", _("Which"), make.listed_choice(ComplicationKind), span=3),
        Column("at", _("Time"), lambda: PastMomentEditor(draft)),
        Column("text", _("What happened"), make.text(), span=4),
        Column("treatment", _("Treatment"), make.text(), span=2),
        Column("outcome", _("Outcome"), make.text(), span=2),
    ]
    rows = Rows(
        "complications",
        Item.COMPLICATIONS,
        columns,
        new=lambda: Complication(ComplicationKind.OTHER),
        add=_("Add a complication"),
    )
    return [
        _tick(draft, Item.COMPLICATIONS, "no_complication", _("No complication")),
        FactRows(draft, rows),
    ]


def _consent(draft: BlockDraft, _visit: Visit) -> list[Part]:
    item, today = Item.CONSENT, draft.now().date()
    return [
        _field(draft, item, "consent.kind", _("Consent"), make.segment_choice(ConsentKind)),
        _field(draft, item, "consent.signed_on", _("Signed on"), lambda: DateEditor(latest=today)),
        _field(draft, item, "consent.explained_by", _("Explained by"), make.text()),
        _field(draft, item, "consent.about", _("About"), make.text()),
        _field(draft, item, "consent.given_by", _("Given by, if not the patient"), make.text()),
        _field(draft, item, "consent.interpreter", _("Interpreter"), make.text()),
    ]


def _needle(draft: BlockDraft, _visit: Visit) -> list[Part]:
    item = Item.NEEDLE
    return [
        _field(draft, item, "needle.gauge", _("Gauge"), make.whole("G", 14, 34)),
        _field(draft, item, "needle.length", _("Length"), make.amount("", Decimal("0.001"))),
        _field(draft, item, "needle.length_unit", _("Unit of length"), make.unit_choice(LengthUnit)),
        _field(draft, item, "needle.kind", _("Type"), make.text(_("spinal, Quincke"))),
        _field(draft, item, "needle.bent_tip", _("Bent tip"), YesNoEditor),
    ]


def _position(draft: BlockDraft, _visit: Visit) -> list[Part]:
    return [_field(draft, Item.POSITION, "position", _("Position"), make.text(_("prone, lateral, supine")))]


def _epinephrine(draft: BlockDraft, _visit: Visit) -> list[Part]:
    def title(drug: Drug) -> str:
        return drug.agent

    columns = [Column("epinephrine", "", make.segment_choice(Epinephrine), span=4)]
    rows = Rows("drugs", Item.EPINEPHRINE, columns, title=title, belongs=_at_targets)
    return [FactRows(draft, rows)]


def _at_targets(drug: Drug) -> bool:
    return drug.use is DrugUse.TARGET


_DETAILS: dict[Item, Callable[[BlockDraft, Visit], list[Part]]] = {
    Item.ASPIRATION: _aspiration,
    Item.CONTRAST: _contrast,
    Item.PREP: _prep,
    Item.SKIN: _skin,
    Item.STEROID: _steroid,
    Item.SEDATION: _sedation,
    Item.IMAGES: _images,
    Item.COMPLICATIONS: _complications,
    Item.CONSENT: _consent,
    Item.NEEDLE: _needle,
    Item.POSITION: _position,
    Item.EPINEPHRINE: _epinephrine,
}
