"""Which facts the circulator keeps, where each stands in the record, and whose item it is."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from mbb_desktop.clinical.block import (
    Block,
    Discharge,
    Drug,
    DrugUse,
    Item,
    KermaUnit,
    Vitals,
    VitalsWhen,
)
from mbb_desktop.clinical.room_part import RECOVERY_VITALS, only_read_off
from mbb_desktop.ui.room_fields import Live
from mbb_desktop.ui.room_inputs import Product


def fluoroscopy_fact(name: str) -> Live:
    """`seconds`, or `air_kerma` in mGy."""

    def write(block: Block, value: Any, _at: datetime) -> Block:
        changed = replace(block.fluoroscopy, **{name: value})
        unit = changed.air_kerma_unit or KermaUnit.MGY
        changed = replace(changed, air_kerma_unit=unit if changed.air_kerma is not None else None)
        return replace(block, fluoroscopy=changed)

    def holds(block: Block) -> bool:
        known = block.fluoroscopy
        return known.seconds is not None or known.none_used or known.air_kerma is not None

    return Live(
        f"fluoroscopy.{name}",
        Item.FLUOROSCOPY,
        "fluoroscopy",
        lambda block: getattr(block.fluoroscopy, name),
        write,
        holds,
    )


# What is on the table


def on_table(block: Block, use: DrugUse) -> Drug | None:
    """The first drug of a use: the vial on the table, or the contrast."""
    return next(iter(block.drugs_for(use)), None)


def product_fact(use: DrugUse, item: Item) -> Live:
    """Which product in which strength; its lot, expiry and amounts stay with it when it is corrected."""

    def read(block: Block) -> Product | None:
        drug = on_table(block, use)
        return (drug.agent, drug.strength) if drug else None

    def write(block: Block, value: Any, _at: datetime) -> Block:
        drug = on_table(block, use)
        if value is None:
            return _with_drug(block, drug, None)
        agent, strength = value
        known = drug or Drug(use, agent)
        return _with_drug(block, drug, replace(known, agent=agent, strength=strength))

    return Live(f"{use.value}.product", item, "drugs", read, write, _holds_drug(use))


def drug_fact(use: DrugUse, name: str, item: Item) -> Live:
    """`lot`, `expires_on`, `vial` or `given` (both mL) of the product on the table."""

    def write(block: Block, value: Any, _at: datetime) -> Block:
        drug = on_table(block, use)
        return block if drug is None else _with_drug(block, drug, replace(drug, **{name: value}))

    def read(block: Block) -> object:
        drug = on_table(block, use)
        value = getattr(drug, name) if drug else None
        return "" if value is None and name == "lot" else value

    return Live(f"{use.value}.{name}", item, "drugs", read, write, _holds_drug(use))


def _holds_drug(use: DrugUse) -> Callable[[Block], bool]:
    return lambda block: bool(block.drugs_for(use))


def _with_drug(block: Block, old: Drug | None, new: Drug | None) -> Block:
    """One drug in the place of another; both may be none."""
    if old is None:
        return block if new is None else replace(block, drugs=(*block.drugs, new))
    at = block.drugs.index(old)
    between = () if new is None else (new,)
    return replace(block, drugs=(*block.drugs[:at], *between, *block.drugs[at + 1 :]))


def label_fact() -> Live:
    """What the vial on the table says. Until the physician chooses the anesthetic, it stands for it."""
    use = DrugUse.TARGET

    def read(block: Block) -> Product | None:
        drug = on_table(block, use)
        return (drug.label, drug.label_strength) if drug and drug.label else None

    def write(block: Block, value: Any, _at: datetime) -> Block:
        drug = on_table(block, use)
        agent, strength = value or ("", None)
        free = block.entered(Item.ANESTHETIC) is None and (drug is None or only_read_off(drug))
        if free and not agent:
            return _with_drug(block, drug, None)
        known = drug or Drug(use, agent)
        changed = replace(known, label=agent, label_strength=strength)
        return _with_drug(block, drug, replace(changed, agent=agent, strength=strength) if free else changed)

    return Live(f"{use.value}.product", Item.DRUG_LABEL, "drugs", read, write, _holds_drug(use))


# Vital signs


def vital_fact(when: VitalsWhen, name: str) -> Live:
    """`pulse`, `spo2`, `temperature`, or `pressure` (both numbers), before the block or in recovery."""
    names = ("systolic", "diastolic") if name == "pressure" else (name,)
    item = Item.VITALS if when is VitalsWhen.BEFORE else Item.RECOVERY

    def read(block: Block) -> object:
        taken = vitals_taken(block, when)
        found = tuple(getattr(taken, each) for each in names) if taken else (None,)
        return None if None in found else found if len(names) > 1 else found[0]

    def write(block: Block, value: Any, at: datetime) -> Block:
        values = (None,) * len(names) if value is None else value if len(names) > 1 else (value,)
        taken = vitals_taken(block, when) or Vitals(at, when)
        return _with_vitals(block, when, replace(taken, **dict(zip(names, values, strict=True))))

    holds = _holds_recovery if when is VitalsWhen.RECOVERY else _holds_vitals
    field = "vitals" if when is VitalsWhen.BEFORE else RECOVERY_VITALS
    return Live(f"vitals.{when.value}.{name}", item, field, read, write, holds)


def vitals_taken(block: Block, when: VitalsWhen) -> Vitals | None:
    """The vital signs before the block, or those of the recovery."""
    return next((taken for taken in block.vitals if taken.when is when), None)


def _with_vitals(block: Block, when: VitalsWhen, taken: Vitals) -> Block:
    old = vitals_taken(block, when)
    kept = () if taken == Vitals(taken.at, when) else (taken,)
    if old is None:
        return replace(block, vitals=(*block.vitals, *kept))
    at = block.vitals.index(old)
    return replace(block, vitals=(*block.vitals[:at], *kept, *block.vitals[at + 1 :]))


def _holds_vitals(block: Block) -> bool:
    return vitals_taken(block, VitalsWhen.BEFORE) is not None or bool(block.last_analgesic)


def last_analgesic_fact() -> Live:
    """What was taken against pain last, and when, in words."""
    return Live(
        "last_analgesic",
        Item.VITALS,
        "last_analgesic",
        lambda block: block.last_analgesic,
        lambda block, value, _at: replace(block, last_analgesic=value),
        _holds_vitals,
    )


# Recovery and discharge

RECOVERY_ASKED: Mapping[str, str] = {
    "walking": "walking",
    "neurology": "strength and feeling",
    "instructions_given": "instructions",
    "diary_given": "diary",
    "escort": "escort",
    "at": "discharge time",
}
"""The parts of a discharge that must be there before somebody attests it, in the order of the screen."""


def discharge_fact(name: str) -> Live:
    """A part of the discharge."""

    def write(block: Block, value: Any, _at: datetime) -> Block:
        return replace(block, discharge=replace(block.discharge, **{name: value}))

    def read(block: Block) -> object:
        return getattr(block.discharge, name)

    return Live(f"discharge.{name}", Item.RECOVERY, "discharge", read, write, _holds_recovery)


def recovery_missing(block: Block) -> tuple[str, ...]:
    """What is not recorded yet before recovery and discharge can be attested in the room."""
    missing = discharge_missing(block)
    return missing if vitals_taken(block, VitalsWhen.RECOVERY) else ("vital signs", *missing)


def discharge_missing(block: Block) -> tuple[str, ...]:
    """What is not recorded yet of the discharge: the note prints it only when it is whole."""
    left = block.discharge
    return tuple(words for name, words in RECOVERY_ASKED.items() if getattr(left, name) in (None, ""))


def _holds_recovery(block: Block) -> bool:
    has_discharge = any(getattr(block.discharge, f.name) not in (None, "") for f in fields(Discharge))
    return has_discharge or vitals_taken(block, VitalsWhen.RECOVERY) is not None
