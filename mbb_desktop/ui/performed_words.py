"""What a chip of the As performed strip says about an item once it is a fact."""

from collections.abc import Callable
from decimal import Decimal

from mbb_desktop.clinical.block import (
    Aspiration,
    Block,
    ContrastPattern,
    Drug,
    DrugUse,
    Epinephrine,
    Item,
    Prep,
    SedationLevel,
    Target,
)
from mbb_desktop.clinical.drugs import show_percent_strength
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import listed, show_date, show_time

LABELS: dict[Item, str] = {
    Item.ASPIRATION: "Aspiration",
    Item.CONTRAST: "Contrast",
    Item.PREP: "Skin prep",
    Item.SKIN: "Skin anesth.",
    Item.STEROID: "Steroid",
    Item.SEDATION: "Sedation",
    Item.IMAGES: "Images",
    Item.COMPLICATIONS: "Complications",
    Item.CONSENT: "Consent",
    Item.NEEDLE: "Needle",
    Item.POSITION: "Position",
    Item.EPINEPHRINE: "Epinephrine",
}
"""The items of the strip, in its order, with the words of their chips."""


def said(block: Block, item: Item) -> str:
    """The value of a recorded item in a few words; empty when nothing is recorded."""
    return _SAID[item](block)


def notable(block: Block, item: Item) -> bool:
    """Whether it deserves a second look: blood, a vessel, a steroid, sedation, a complication."""
    return item in _NOTABLE and _NOTABLE[item](block)


def place(target: Target) -> str:
    """`L4 MB left`."""
    return f"{target.nerve} {target.side.value}"


def _done(block: Block) -> list[Target]:
    return [target for target in block.targets if not target.not_injected]


def _aspiration(block: Block) -> str:
    done = _done(block)
    odd = [t for t in done if t.aspiration not in (None, Aspiration.NEGATIVE)]
    if odd:
        return listed([f"{t.aspiration.value} at {place(t)}" for t in odd if t.aspiration])
    negative = sum(t.aspiration is Aspiration.NEGATIVE for t in done)
    if negative < len(done):
        return f"negative, {negative} of {len(done)}" if negative else ""
    return f"negative, all {negative}" if negative > 1 else "negative" if negative else ""


def _contrast(block: Block) -> str:
    if block.no_contrast:
        return ", ".join(filter(None, ["none", block.no_contrast_reason]))
    agents = listed([_iodine(drug) for drug in block.drugs_for(DrugUse.CONTRAST)])
    return ", ".join(filter(None, [agents, _spread(block)]))


def _iodine(drug: Drug) -> str:
    return f"{drug.agent} {plain(drug.strength)} mgI/mL" if drug.strength is not None else drug.agent


def _spread(block: Block) -> str:
    """How much, or where it went when it went somewhere else than along the bone."""
    odd = [t for t in _done(block) if t.contrast_pattern in _ODD_PATTERNS]
    if odd:
        return listed([f"{t.contrast_pattern.value} at {place(t)}" for t in odd if t.contrast_pattern])
    amounts = [target.contrast for target in _done(block) if target.contrast is not None]
    if not amounts:
        return ""
    if len(set(amounts)) == 1:
        each = " each" if len(amounts) > 1 else ""
        return f"{plain(amounts[0])} mL{each}"
    return f"{plain(Decimal(sum(amounts)))} mL in all"


_ODD_PATTERNS = (ContrastPattern.VASCULAR, ContrastPattern.FORAMINAL)


def _drugs(block: Block, use: DrugUse) -> str:
    return listed([_drug(drug) for drug in block.drugs_for(use)])


def _drug(drug: Drug) -> str:
    if drug.amount is not None:
        inside = f" in {plain(drug.mixed_in)} mL" if drug.mixed_in is not None else ""
        return f"{drug.agent} {plain(drug.amount)} mg{inside}{_given(drug)}"
    return f"{drug.agent} {show_percent_strength(drug.strength)}" if drug.strength is not None else drug.agent


def _given(drug: Drug) -> str:
    route = f" {drug.route.value}" if drug.route else ""
    return f"{route} {show_time(drug.given_at)}" if drug.given_at else route


def _prep(block: Block) -> str:
    if block.prep is Prep.OTHER:
        return block.prep_text or "other"
    return "" if block.prep is None else ", ".join(filter(None, [block.prep.value, block.prep_text]))


def _sedation(block: Block) -> str:
    if block.sedation is None:
        return ""
    return ", ".join(filter(None, [block.sedation.value, _drugs(block, DrugUse.SEDATION)]))


def _images(block: Block) -> str:
    count = block.fluoroscopy.images_saved
    return "" if count is None else "none saved" if not count else f"{count} saved"


def _complications(block: Block) -> str:
    return "none" if block.no_complication else listed([each.kind.value for each in block.complications])


def _consent(block: Block) -> str:
    kind, day = block.consent.kind, block.consent.signed_on
    return ", ".join(filter(None, [kind.value if kind else "", show_date(day)[:6] if day else ""]))


def _needle(block: Block) -> str:
    needle = block.needle
    length = f"{plain(needle.length)} {needle.length_unit.value}" if needle.length is not None else ""
    return " ".join(filter(None, [f"{needle.gauge} G" if needle.gauge else "", length, needle.kind]))


def _epinephrine(block: Block) -> str:
    said_of = {drug.epinephrine for drug in block.drugs_for(DrugUse.TARGET)}
    return listed([e.value for e in Epinephrine if e in said_of]) if None not in said_of else ""


_SAID: dict[Item, Callable[[Block], str]] = {
    Item.ASPIRATION: _aspiration,
    Item.CONTRAST: _contrast,
    Item.PREP: _prep,
    Item.SKIN: lambda b: "none" if b.no_skin_anesthetic else _drugs(b, DrugUse.SKIN),
    Item.STEROID: lambda b: "none" if b.no_steroid else _drugs(b, DrugUse.STEROID),
    Item.SEDATION: _sedation,
    Item.IMAGES: _images,
    Item.COMPLICATIONS: _complications,
    Item.CONSENT: _consent,
    Item.NEEDLE: _needle,
    Item.POSITION: lambda b: b.position,
    Item.EPINEPHRINE: _epinephrine,
}

_NOTABLE: dict[Item, Callable[[Block], bool]] = {
    Item.ASPIRATION: lambda b: any(t.aspiration not in (None, Aspiration.NEGATIVE) for t in _done(b)),
    Item.CONTRAST: lambda b: any(t.contrast_pattern in _ODD_PATTERNS for t in _done(b)),
    Item.STEROID: lambda b: bool(b.drugs_for(DrugUse.STEROID)),
    Item.SEDATION: lambda b: b.sedation not in (None, SedationLevel.NONE),
    Item.COMPLICATIONS: lambda b: bool(b.complications),
}
