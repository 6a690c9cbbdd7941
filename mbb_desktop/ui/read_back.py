"""What is read back before a note is signed: each fact in a few words, or that it is not recorded."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.anatomy import Side, listed, nerves_of_spine, say_joints_in_sentence
from mbb_desktop.clinical.block import Block, DrugUse, Item, WhereTimeOut
from mbb_desktop.clinical.charting import plan_differs, recorded
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.doses import dose_lines, say_arithmetic
from mbb_desktop.clinical.drugs import Formulary, show_percent_strength
from mbb_desktop.clinical.people import Allergy, AllergyState, Anticoagulant, AnticoagulantPlan, Patient
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.quantities import Kilograms, plain
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.clinical.time_out import agrees, corrected_at, kept_where
from mbb_desktop.ui.parts import Tone
from mbb_desktop.ui.performed_words import said
from mbb_desktop.ui.visit import Visit, tall_name

NOT_RECORDED = "not recorded"
NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: `Complications`, `none`."""

    label: str
    value: str

    @property
    def missing(self) -> bool:
        return self.value in (NOT_RECORDED, NOT_ASKED)


def facts(block: Block, patient: Patient) -> tuple[Fact, ...]:
    """The rows in reading order, two to a line."""
    return (
        Fact("Complications", _said(block, Item.COMPLICATIONS)),
        Fact("Allergy", allergy_words(patient)),
        Fact("Sedation", _said(block, Item.SEDATION)),
        Fact("Anticoagulant", anticoagulant_words(patient.anticoagulant)),
        Fact("Contrast", _contrast(block)),
        Fact("Steroid", _said(block, Item.STEROID)),
        Fact("Time-out", _time_out(block)),
        Fact("Needle out", f"{block.needle_out:%H:%M}" if block.needle_out else NOT_RECORDED),
        Fact("Fluoroscopy", _fluoroscopy(block)),
        Fact("Consent", _said(block, Item.CONSENT)),
    )


def _said(block: Block, item: Item) -> str:
    return said(block, item) if recorded(block, item) else NOT_RECORDED


def _contrast(block: Block) -> str:
    words = _said(block, Item.CONTRAST)
    amounts = [target.contrast for target in block.targets if target.contrast is not None]
    return (
        f"{words}, {plain(sum(amounts, Decimal()))} mL in all"
        if len(amounts) > 1 and "each" in words
        else words
    )


def _time_out(block: Block) -> str:
    held = block.time_out
    if held is None:
        return NOT_RECORDED
    where = "room screen" if held.where is WhereTimeOut.ROOM_SCREEN else kept_where(block, held)
    return f"{held.at:%H:%M}, {held.led_by}, {where}"


def _fluoroscopy(block: Block) -> str:
    seen = block.fluoroscopy
    if seen.none_used:
        return "none used"
    parts = [f"{seen.seconds} s"] if seen.seconds is not None else []
    if seen.air_kerma is not None:
        parts.append(f"{plain(seen.air_kerma)} mGy")
    return ", ".join(parts) or NOT_RECORDED


def allergy_words(patient: Patient) -> str:
    """`latex`, `none known`, `not asked`."""
    if patient.allergy_state is None:
        return NOT_ASKED
    if patient.allergy_state is AllergyState.NONE_KNOWN:
        return "none known"
    return listed([_allergy(allergy) for allergy in patient.allergies])


def _allergy(allergy: Allergy) -> str:
    return allergy.substance or allergy.kind.value


def anticoagulant_words(state: Anticoagulant) -> str:
    """`apixaban continued`, `apixaban stopped 21-Nov-2026`, `none taken`, `not asked`."""
    if state.plan is None:
        return NOT_ASKED
    if state.plan is AnticoagulantPlan.NOT_TAKEN:
        return "none taken"
    on = f" {show_date(state.stopped_on)}" if state.stopped_on else ""
    return f"{state.drug or 'anticoagulant'} {state.plan.value}{on}"


def not_asked(patient: Patient) -> str:
    """What nobody asked the patient, in a sentence; the note says the same."""
    if patient.allergy_state is not None:
        unasked = "Nobody asked the patient about a blood thinner. The note says so."
        return unasked if patient.anticoagulant.plan is None else ""
    if patient.anticoagulant.plan is not None:
        return "Nobody asked the patient about allergies. The note says so."
    return "Nobody asked the patient about allergies or a blood thinner. The note says so."


def sides(block: Block) -> tuple[Side, ...]:
    """The sides of the targets."""
    return tuple(side for side in Side if any(target.side is side for target in block.targets))


def place(block: Block) -> str:
    """`Bilateral L4-5 and L5-S1`: what was injected, as the note is headed; without a joint the nerves."""
    if not block.joints:
        return listed([f"{target.nerve} {target.side.value}" for target in block.targets])
    words = say_joints_in_sentence(joints_blocked(block) or block.joints)
    return words[:1].upper() + words[1:]


def nerves(block: Block) -> str:
    """`Nerves L3 MB, L4 MB, L5 DR on each side, 6 targets`."""
    table = nerves_of_spine(six_lumbar=block.vertebrae is Vertebrae.SIX)
    by_side = [[t.nerve for t in block.targets if t.side is side] for side in Side]
    names = [name for name in table if any(name in found for found in by_side)]
    each = " on each side" if by_side[0] == by_side[1] else ""
    left_out = [f"{target.side.value} {target.nerve}" for target in block.targets if target.not_injected]
    without = f", {len(left_out)} not injected: {', '.join(left_out)}" if left_out else ""
    count = len(block.targets)
    return f"Nerves {', '.join(names)}{each}, {count} {'target' if count == 1 else 'targets'}{without}"


def injectate(block: Block, visit: Visit) -> tuple[tuple[str, str], ...]:
    """Each anesthetic with strength and epinephrine, and its arithmetic."""
    return injectate_of(block, visit.patient.weight, visit.formulary)


def injectate_of(block: Block, weight: Kilograms | None, known: Formulary) -> tuple[tuple[str, str], ...]:
    """The same for a patient of this weight; agents are named as the formulary does."""
    found: list[tuple[str, str]] = []
    doses = {dose.agent: dose for dose in dose_lines(block, weight, known.agents)}
    for drug in block.drugs_for(DrugUse.TARGET):
        strength = f" {show_percent_strength(drug.strength)}" if drug.strength is not None else ""
        unsaid = "epinephrine not recorded"
        epinephrine = unsaid if drug.epinephrine is None else f"epinephrine {drug.epinephrine.value}"
        sums = ", ".join(say_arithmetic(doses[drug.agent])) if drug.agent in doses else ""
        found.append((f"{tall_name(known, drug.agent)}{strength}", f"{epinephrine}, {sums}"))
    return tuple(found)


def agreement(block: Block) -> tuple[Tone, str]:
    """Whether levels and side match the plan and the time-out in the room, in words."""
    plan = f"the plan of {show_date(block.planned_on)}" if block.planned_on else "the plan"
    plan = "the plan as corrected at the time-out" if corrected_at(block) else plan
    differs = []
    if plan_differs(block):
        differs.append(f"Differs from {plan}: {say_joints_in_sentence(block.planned_joints)} was planned")
    if agrees(block) is False and (held := block.time_out):
        named = f"Differs from the time-out: {listed(list(held.joints))} was named there"
        differs.append(named)
    if differs:
        return "warn", ". ".join([*differs, *_reason(block)])
    matched = [plan] if block.planned_joints else []
    matched += ["the room time-out"] if agrees(block) else []
    if matched:
        return "ok", f"Matches {listed(matched)}"
    return "neutral", "There is no plan and no room time-out to compare with"


def _reason(block: Block) -> list[str]:
    return [f"Reason: {block.levels_reason}"] if block.levels_reason else []


def attested(block: Block, signer: UUID) -> str:
    """`You attest the sections by RN Diaz: times, fluoroscopy`; empty when nobody else entered anything."""
    by: dict[str, list[str]] = {}
    for entry in block.entries:
        if entry.by_id != signer:
            by.setdefault(entry.by, []).append(entry.item.value)
    parts = [f"{who}: {listed(items)}" for who, items in by.items()]
    return f"You attest the sections by {'; '.join(parts)}" if parts else ""
