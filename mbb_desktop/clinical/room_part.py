"""Whose part of a block is whose: what a circulator may change, and what may follow the signature."""

from dataclasses import replace
from datetime import datetime

from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    Discharge,
    Drug,
    DrugUse,
    Entry,
    Item,
    Vitals,
    VitalsWhen,
)
from mbb_desktop.clinical.block_state import CLOSED

ROOM_FIELDS = frozenset(
    {
        "assistant",
        "nurse",
        "radiographer",
        "room",
        "drugs",
        "fluoroscopy",
        "consent",
        "time_outs",
        "in_room",
        "needle_in",
        "needle_out",
        "left_room",
        "vitals",
        "last_analgesic",
        "prep",
        "prep_text",
        "position",
        "monitoring",
        "discharge",
        "entries",
        "scheduled_at",
        "version",
    }
)
"""What a circulator may change in a block; levels, targets and conclusions are the physician's.

Of `drugs` it is the label, the amounts left over, and the contrast: see `injectate_kept`.
"""

LABEL_FACTS = frozenset(
    {"label", "label_strength", "lot", "expires_on", "vial", "discarded", "brand", "preservative_free"}
)
"""What a vial says of itself, and what was left in it: the circulator reads it off."""

RECOVERY_VITALS = "vitals.recovery"

# The circulator's part


def circulator_may_enter(block: Block, field: str) -> bool:
    """Whether a field of the record, such as `vitals` or `drugs.0.lot`, is the circulator's to enter."""
    name, *within = field.split(".")
    if name not in ROOM_FIELDS:
        return False
    if name != "drugs" or len(within) < 2:
        return True
    return within[1] in LABEL_FACTS or block.drugs[int(within[0])].use is DrugUse.CONTRAST


def circulator_may(before: Block, after: Block) -> bool:
    """Whether every difference between the two is the circulator's to make."""
    names = Block.__dataclass_fields__
    changed = {name for name in names if getattr(before, name) != getattr(after, name)}
    return changed <= ROOM_FIELDS and injectate_kept(before, after)


def injectate_kept(before: Block, after: Block) -> bool:
    """Whether what the physician decided about the drugs is the same in both.

    A drug that is only read off a vial at the nerve targets is nobody's decision yet.
    """
    return _decided(before, before) == _decided(after, before)


def _decided(block: Block, known: Block) -> list[object]:
    undecided = known.entered(Item.ANESTHETIC) is None
    found = (d for d in block.drugs if d.use is not DrugUse.CONTRAST)
    return [_physicians_part(d) for d in found if not (undecided and only_read_off(d))]


def only_read_off(drug: Drug) -> bool:
    """Whether a drug row holds nothing but what the label of a vial says."""
    return bool(drug.label) and drug == replace(as_read_off(drug, drug.label), strength=drug.label_strength)


def awaits_choice(block: Block) -> bool:
    """Whether what stands as the anesthetic was only read off a vial: nobody has chosen it to be injected."""
    unread = block.entered(Item.ANESTHETIC) is None
    return unread and any(only_read_off(drug) for drug in block.drugs_for(DrugUse.TARGET))


def as_read_off(drug: Drug, agent: str) -> Drug:
    """A drug for the nerve targets with nothing but the label facts of another."""
    empty = Drug(DrugUse.TARGET, agent)
    return replace(empty, **{name: getattr(drug, name) for name in LABEL_FACTS})


def _physicians_part(drug: Drug) -> Drug:
    empty = Drug(drug.use, drug.agent)
    return replace(drug, **{name: getattr(empty, name) for name in LABEL_FACTS})


# After the signature


def awaits_recovery(block: Block) -> bool:
    """Whether a block is signed and nobody has attested its recovery and discharge yet."""
    return block.state in CLOSED and block.discharge.attested_at is None


def attestation(block: Block) -> tuple[str, datetime | None]:
    """Who attested recovery and discharge, and when."""
    return block.discharge.attested_by, block.discharge.attested_at


def unattested(block: Block) -> Block:
    """A block whose recovery and discharge nobody attested."""
    return replace(block, discharge=replace(block.discharge, attested_by="", attested_at=None))


def same_recovery(one: Block, other: Block) -> bool:
    """Whether discharge and recovery vital signs, which an attestation is about, are the same in both."""
    return _attested_facts(one) == _attested_facts(other)


def _attested_facts(block: Block) -> tuple[Discharge, frozenset[Vitals]]:
    vitals = frozenset(v for v in block.vitals if v.when is VitalsWhen.RECOVERY)
    return unattested(block).discharge, vitals


def to_be_attested_again(before: Block, after: Block) -> Block:
    """`after`, without the attestation of `before` when what was attested is changed in it."""
    changed = not same_recovery(before, after) and attestation(before) == attestation(after)
    return unattested(after) if changed else after


def may_follow_signature(field: str) -> bool:
    """Whether a field of the record may still be entered when the note is signed."""
    return field.split(".")[0] == "discharge" or field == RECOVERY_VITALS


def only_recovery_differs(before: Block, after: Block) -> bool:
    """Whether two versions of a block are the same but for recovery and discharge."""
    return _without_recovery(before) == _without_recovery(after)


def with_recovery_of(block: Block, source: Block) -> Block:
    """A block with the recovery and discharge of another version of it, which stand last of their kind."""
    return replace(
        block,
        discharge=source.discharge,
        vitals=(*_before(block), *(v for v in source.vitals if v.when is VitalsWhen.RECOVERY)),
        entries=(*_others(block), *(e for e in source.entries if e.item is Item.RECOVERY)),
    )


def _without_recovery(block: Block) -> Block:
    return replace(block, discharge=Discharge(), vitals=_before(block), entries=_others(block), version=0)


def _before(block: Block) -> tuple[Vitals, ...]:
    return tuple(v for v in block.vitals if v.when is not VitalsWhen.RECOVERY)


def _others(block: Block) -> tuple[Entry, ...]:
    return tuple(e for e in block.entries if e.item is not Item.RECOVERY)


def is_closed(block: Block) -> bool:
    """Whether its note is signed, also when that was an error."""
    return block.state in (*CLOSED, BlockState.ENTERED_IN_ERROR)


def is_open(block: Block) -> bool:
    """Whether a block is still being worked on as a whole."""
    return block.state in (BlockState.DRAFT, BlockState.PLANNED)
