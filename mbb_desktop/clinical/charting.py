"""Writing into a block's record: each function returns the record with one thing entered by somebody."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.anatomy import (
    JOINTS,
    NERVES,
    JointSide,
    NerveSide,
    Region,
    joints_of_spine,
    nerves_of_spine,
)
from mbb_desktop.clinical.block import (
    Aspiration,
    Block,
    Consent,
    ConsentKind,
    Drug,
    DrugUse,
    Entry,
    Epinephrine,
    Exactly,
    Fluoroscopy,
    HowEntered,
    Item,
    SedationLevel,
    Target,
    TimeOut,
    WhereTimeOut,
)
from mbb_desktop.clinical.drugs import show_percent_strength
from mbb_desktop.clinical.levels import Levels
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.preset import AgentOffered, Preset
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.room_part import as_read_off, awaits_choice
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.clinical.time_out import stands_for


@dataclass(frozen=True, slots=True)
class Author:
    """Who enters a fact, and when."""

    id: UUID
    name: str
    at: datetime


def entered(block: Block, item: Item, author: Author, how: HowEntered = HowEntered.TYPED) -> Block:
    """The block with its author for an item; a later entry takes the place of an earlier one."""
    entry = Entry(item, author.id, author.name, author.at, how)
    others = tuple(e for e in block.entries if e.item is not item)
    return replace(block, entries=(*others, entry))


def not_entered(block: Block, item: Item) -> Block:
    return replace(block, entries=tuple(e for e in block.entries if e.item is not item))


# Levels, agents and volumes


def with_levels(block: Block, levels: Levels, text: str, preset: Preset, author: Author) -> Block:
    """Joints and targets as read. A target that stays keeps its facts; a new one has only a preset volume.

    What was accepted for another region or other targets is proposed again, and a consent that did not name
    the side. Unread text has no region: that of its targets counts; without any, all is proposed again.
    """
    kept = {target.place: target for target in block.targets}
    targets = tuple(kept.get(place) or _new_target(place, preset) for place in levels.targets)
    region = region_of(levels.joints, levels.targets)
    changed = replace(block, joints=levels.joints, targets=targets, levels_text=text, region=region)
    changed = for_its_levels(block, changed)
    if changed.fluoroscopy.images_saved != _images(changed, preset) or not kept.keys() >= _places(changed):
        changed = proposed_again(changed, Item.IMAGES)
    return entered(changed, Item.LEVELS, author)


def for_its_levels(before: Block, block: Block) -> Block:
    """`block` with levels, without what was accepted in `before` for another region, side or no target."""
    places = tuple(target.place for target in before.targets)
    if not places:  # nothing can be accepted without a target, so these are gone
        return without_former_contrast(without_region(block))
    now = tuple(target.place for target in block.targets)
    if (before.region or region_of((), places)) is not (block.region or region_of((), now)):
        return without_region(block)
    if {place.side for place in now} - {place.side for place in places}:
        return proposed_again(block, Item.CONSENT)
    return block


_OF_REGION = (Item.NEEDLE, Item.POSITION, Item.IMAGES, Item.CONSENT, Item.COMPLICATIONS)
"""What hangs on the region, with the consent to it: accepted for one, it is nothing for another."""


def _with_one_key(block: Block, item: Item) -> bool:
    entry = block.entered(item)
    return entry is not None and entry.how in (HowEntered.ACCEPTED, HowEntered.ALL_AS_LISTED)


def proposed_again(block: Block, item: Item) -> Block:
    """The block without an item that was accepted with one key; what was typed stays."""
    return withdraw(block, item) if _with_one_key(block, item) else block


def without_former_contrast(block: Block) -> Block:
    """No contrast agent that was accepted for other targets; one with a lot or a volume was really there."""
    accepted = _with_one_key(block, Item.CONTRAST)
    drugs = block.drugs_for(DrugUse.CONTRAST)
    bare = all(drug == Drug(drug.use, drug.agent, strength=drug.strength) for drug in drugs)
    used = any(target.contrast is not None for target in block.targets)
    return withdraw(block, Item.CONTRAST) if accepted and drugs and bare and not used else block


def _places(block: Block) -> set[NerveSide]:
    return {target.place for target in block.targets}


def once_left(block: Block, target: Target) -> Target:
    """A target of a block as it comes back after the levels left it out: what was accepted is proposed."""
    aspirated = not _with_one_key(block, Item.ASPIRATION)
    contrasted = not _with_one_key(block, Item.CONTRAST)
    return replace(
        target,
        aspiration=target.aspiration if aspirated else None,
        contrast=target.contrast if contrasted else None,
    )


def asked_again(before: Block, block: Block) -> Block:
    """What was accepted with one key and no longer fits: a consent for another day, and at a target that is
    said not to be injected aspiration and contrast, with the number of images."""
    if block.performed_on != before.performed_on:
        block = proposed_again(block, Item.CONSENT)
    injected = {target.place for target in before.targets if not target.not_injected}
    left_out = {target.place for target in block.targets if target.not_injected} & injected
    if not left_out:
        return block

    def emptied(target: Target) -> Target:
        gone = target.place in left_out and target.not_injected
        return once_left(block, target) if gone else target

    block = replace(block, targets=tuple(map(emptied, block.targets)))
    return without_former_contrast(proposed_again(block, Item.IMAGES))


def without_region(block: Block) -> Block:
    """What was accepted for a region is proposed again: the levels were taken away for good."""
    for item in _OF_REGION:
        block = proposed_again(block, item)
    return block


def without_levels(block: Block, text: str = "") -> Block:
    """No joint and no target; what was typed stays, so that it can be mended."""
    return not_entered(replace(block, joints=(), targets=(), levels_text=text, region=None), Item.LEVELS)


def region_of(joints: tuple[JointSide, ...], places: tuple[NerveSide, ...]) -> Region | None:
    """The region of the first joint, or of the first nerve when no joint is complete."""
    six_joints, six_nerves = joints_of_spine(six_lumbar=True), nerves_of_spine(six_lumbar=True)
    for joint in joints:
        return (JOINTS.get(joint.joint) or six_joints[joint.joint]).region
    for place in places:
        return (NERVES.get(place.nerve) or six_nerves[place.nerve]).region
    return None


def _new_target(place: NerveSide, preset: Preset) -> Target:
    return Target(place.nerve, place.side, volume=preset.volume_for(place.nerve), volume_from_preset=True)


def with_agent(block: Block, offered: AgentOffered, author: Author) -> Block:
    """The anesthetic of the targets; volumes stay as they are, epinephrine has to be said again.

    Lot, expiry and vial that the circulator entered for this agent stay with it, and so does a label that
    was read, also when it names another drug.
    """
    drawn_up = block.drugs_for(DrugUse.TARGET)
    same = next((d for d in drawn_up if d.agent == offered.agent), None)
    read = next((d for d in drawn_up if d.syringe == 1 and d.label), None)
    drug = same or (as_read_off(read, offered.agent) if read else Drug(DrugUse.TARGET, offered.agent))
    drug = replace(drug, strength=offered.strength, syringe=1, epinephrine=None)
    others = tuple(d for d in block.drugs if d.use is not DrugUse.TARGET or d.syringe != 1)
    changed = replace(block, drugs=(drug, *others))
    return not_entered(entered(changed, Item.ANESTHETIC, author), Item.EPINEPHRINE)


def with_epinephrine(block: Block, epinephrine: Epinephrine, author: Author) -> Block:
    """Says for every anesthetic at the targets whether epinephrine was in it."""
    drugs = tuple(replace(d, epinephrine=epinephrine) if d.use is DrugUse.TARGET else d for d in block.drugs)
    return entered(replace(block, drugs=drugs), Item.EPINEPHRINE, author)


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume as stated, in mL: `0.5`, `less than 0.5`, `0.3 to 0.5`."""

    amount: Decimal | None
    stated: Exactly = Exactly.EQUAL
    up_to: Decimal | None = None


def with_volume(block: Block, places: Iterable[NerveSide], volume: Volume, author: Author) -> Block:
    """One volume for some targets."""
    chosen = set(places)

    def filled(target: Target) -> Target:
        if target.place not in chosen:
            return target
        return replace(
            target,
            volume=volume.amount,
            volume_is=volume.stated,
            volume_to=volume.up_to,
            volume_from_preset=False,
        )

    return entered(replace(block, targets=tuple(map(filled, block.targets))), Item.VOLUMES, author)


def without_drugs(block: Block, use: DrugUse) -> Block:
    return replace(block, drugs=tuple(d for d in block.drugs if d.use is not use))


# Times and dose


def with_needle_out(
    block: Block, at: datetime | None, author: Author, how: HowEntered = HowEntered.TYPED
) -> Block:
    """When the last needle came out; every reading time counts from it."""
    changed = replace(block, needle_out=at)
    return (
        not_entered(changed, Item.NEEDLE_OUT)
        if at is None
        else entered(changed, Item.NEEDLE_OUT, author, how)
    )


def with_fluoroscopy(block: Block, fluoroscopy: Fluoroscopy, author: Author) -> Block:
    changed = replace(block, fluoroscopy=fluoroscopy)
    said = fluoroscopy.seconds is not None or fluoroscopy.none_used or fluoroscopy.air_kerma is not None
    return entered(changed, Item.FLUOROSCOPY, author) if said else not_entered(changed, Item.FLUOROSCOPY)


# As performed: what the preset proposes, accepted one by one or all together


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact that the preset proposes: nothing until `accept` makes it one."""

    item: Item
    label: str
    value: str


def proposals(block: Block, preset: Preset) -> tuple[Proposal, ...]:
    """What may be accepted as performed, in the order of the strip; empty before there is a target."""
    if not block.targets:
        return ()
    count = sum(not target.not_injected for target in block.targets)
    day = show_date(block.performed_on).rsplit("-", 1)[0]
    strength = show_percent_strength(preset.skin_strength)
    return (
        Proposal(Item.ASPIRATION, "Aspiration", f"negative, all {count}" if count > 1 else "negative"),
        Proposal(Item.CONTRAST, "Contrast", _contrast_proposed(preset)),
        Proposal(Item.PREP, "Skin prep", preset.prep.value),
        Proposal(Item.SKIN, "Skin anesthetic", f"{preset.skin_agent} {strength}"),
        Proposal(Item.STEROID, "Steroid", "none"),
        Proposal(Item.SEDATION, "Sedation", "none"),
        Proposal(Item.IMAGES, "Images", f"{preset.images_per_target * count} saved"),
        Proposal(Item.COMPLICATIONS, "Complications", "none"),
        Proposal(Item.CONSENT, "Consent", f"written, {day}"),
        Proposal(Item.NEEDLE, "Needle", f"{preset.needle_gauge} G {preset.needle_length} in"),
        Proposal(Item.POSITION, "Position", preset.position),
        Proposal(Item.EPINEPHRINE, "Epinephrine", "none"),
    )


def _contrast_proposed(preset: Preset) -> str:
    strength, volume = plain(preset.contrast_strength), plain(preset.contrast_volume)
    return f"{preset.contrast_agent} {strength} mgI/mL, {volume} mL each"


def recorded(block: Block, item: Item) -> bool:
    """Whether an item of the strip is a fact for every target, whoever entered it."""
    return item in _RECORDED and _RECORDED[item](block)


_RECORDED: dict[Item, Callable[[Block], bool]] = {
    Item.ASPIRATION: lambda b: _every(b, lambda t: t.aspiration is not None),
    Item.CONTRAST: lambda b: b.no_contrast or _every(b, lambda t: t.contrast is not None),
    Item.PREP: lambda b: b.prep is not None or bool(b.prep_text),
    Item.SKIN: lambda b: b.no_skin_anesthetic or bool(b.drugs_for(DrugUse.SKIN)),
    Item.STEROID: lambda b: b.no_steroid or bool(b.drugs_for(DrugUse.STEROID)),
    Item.SEDATION: lambda b: b.sedation is not None,
    Item.IMAGES: lambda b: b.fluoroscopy.images_saved is not None,
    Item.COMPLICATIONS: lambda b: b.no_complication or bool(b.complications),
    Item.CONSENT: lambda b: b.consent.kind is not None,
    Item.NEEDLE: lambda b: b.needle != type(b.needle)(),
    Item.POSITION: lambda b: bool(b.position),
    Item.EPINEPHRINE: lambda b: (
        bool(b.drugs_for(DrugUse.TARGET))
        and all(d.epinephrine is not None for d in b.drugs_for(DrugUse.TARGET))
    ),
}


def _every(block: Block, said: Callable[[Target], bool]) -> bool:
    done = [target for target in block.targets if not target.not_injected]
    return bool(done) and all(said(target) for target in done)


@dataclass(frozen=True, slots=True)
class AsListed:
    """What a preset proposes, and who accepts it; `left_out` must be chosen by itself."""

    preset: Preset
    author: Author
    left_out: frozenset[Item] = frozenset()


def accept(block: Block, item: Item, listed: AsListed, how: HowEntered = HowEntered.ACCEPTED) -> Block:
    """The proposal for one item becomes a fact; what is already recorded stays as it is."""
    if recorded(block, item) or not block.targets or item in listed.left_out:
        return block
    if item is Item.EPINEPHRINE and (not block.drugs_for(DrugUse.TARGET) or awaits_choice(block)):
        return block
    return entered(_ACCEPTED[item](block, listed.preset), item, listed.author, how)


def accept_all(block: Block, listed: AsListed) -> Block:
    """All as listed, I confirm: one deliberate act for everything that is still only proposed."""
    for proposal in proposals(block, listed.preset):
        block = accept(block, proposal.item, listed, HowEntered.ALL_AS_LISTED)
    return block


def withdraw(block: Block, item: Item) -> Block:
    """Takes an item of the strip back to not recorded."""
    return not_entered(_WITHDRAWN[item](block), item)


def _targets(block: Block, change: Callable[[Target], Target]) -> Block:
    return replace(block, targets=tuple(t if t.not_injected else change(t) for t in block.targets))


def _accept_contrast(block: Block, preset: Preset) -> Block:
    def filled(target: Target) -> Target:
        if target.contrast is not None:
            return target
        return replace(target, contrast=preset.contrast_volume)

    changed = _targets(block, filled)
    if changed.drugs_for(DrugUse.CONTRAST):
        return changed
    drug = Drug(DrugUse.CONTRAST, preset.contrast_agent, strength=preset.contrast_strength)
    return replace(changed, drugs=(*changed.drugs, drug))


def _accept_skin(block: Block, preset: Preset) -> Block:
    drug = Drug(DrugUse.SKIN, preset.skin_agent, strength=preset.skin_strength)
    return replace(block, drugs=(*block.drugs, drug))


def _accept_consent(block: Block, _preset: Preset) -> Block:
    consent = Consent(ConsentKind.WRITTEN, signed_on=block.performed_on)
    return replace(block, consent=consent)


def _accept_images(block: Block, preset: Preset) -> Block:
    return replace(block, fluoroscopy=replace(block.fluoroscopy, images_saved=_images(block, preset)))


def _images(block: Block, preset: Preset) -> int:
    return preset.images_per_target * sum(not target.not_injected for target in block.targets)


def _without_epinephrine(drug: Drug) -> Drug:
    unsaid = drug.use is DrugUse.TARGET and drug.epinephrine is None
    return replace(drug, epinephrine=Epinephrine.NONE) if unsaid else drug


_ACCEPTED: dict[Item, Callable[[Block, Preset], Block]] = {
    Item.ASPIRATION: lambda b, _p: _targets(
        b, lambda t: t if t.aspiration else replace(t, aspiration=Aspiration.NEGATIVE)
    ),
    Item.CONTRAST: _accept_contrast,
    Item.PREP: lambda b, p: replace(b, prep=p.prep),
    Item.SKIN: _accept_skin,
    Item.STEROID: lambda b, _p: replace(b, no_steroid=True),
    Item.SEDATION: lambda b, _p: replace(b, sedation=SedationLevel.NONE),
    Item.IMAGES: _accept_images,
    Item.COMPLICATIONS: lambda b, _p: replace(b, no_complication=True),
    Item.CONSENT: _accept_consent,
    Item.NEEDLE: lambda b, p: replace(b, needle=p.needle),
    Item.POSITION: lambda b, p: replace(b, position=p.position),
    Item.EPINEPHRINE: lambda b, _p: replace(b, drugs=tuple(map(_without_epinephrine, b.drugs))),
}

_WITHDRAWN: dict[Item, Callable[[Block], Block]] = {
    Item.ASPIRATION: lambda b: _targets(b, lambda t: replace(t, aspiration=None)),
    Item.CONTRAST: lambda b: without_drugs(
        replace(
            _targets(b, lambda t: replace(t, contrast=None, contrast_pattern=None)),
            no_contrast=False,
            no_contrast_reason="",
        ),
        DrugUse.CONTRAST,
    ),
    Item.PREP: lambda b: replace(b, prep=None, prep_text=""),
    Item.SKIN: lambda b: without_drugs(replace(b, no_skin_anesthetic=False), DrugUse.SKIN),
    Item.STEROID: lambda b: without_drugs(replace(b, no_steroid=False), DrugUse.STEROID),
    Item.SEDATION: lambda b: without_drugs(replace(b, sedation=None, sedation_reason=""), DrugUse.SEDATION),
    Item.IMAGES: lambda b: replace(b, fluoroscopy=replace(b.fluoroscopy, images_saved=None)),
    Item.COMPLICATIONS: lambda b: replace(b, no_complication=False, complications=()),
    Item.CONSENT: lambda b: replace(b, consent=Consent()),
    Item.NEEDLE: lambda b: replace(b, needle=type(b.needle)()),
    Item.POSITION: lambda b: replace(b, position=""),
    Item.EPINEPHRINE: lambda b: replace(
        b, drugs=tuple(replace(d, epinephrine=None) if d.use is DrugUse.TARGET else d for d in b.drugs)
    ),
}


def plan_differs(block: Block) -> bool:
    """Whether what was blocked is not what was planned; False without a plan or without levels."""
    if not block.planned_joints or not block.joints:
        return False
    return set(block.planned_joints) != set(joints_blocked(block))


def with_time_out_afterwards(block: Block, led_by: str, at: datetime, author: Author) -> Block:
    """Without a room screen: who led the time-out and when; the note says that it was recorded later."""
    recorded = TimeOut(at, led_by, WhereTimeOut.AFTERWARDS, levels_text=stands_for(block))
    return entered(replace(block, time_outs=(*block.time_outs, recorded)), Item.TIMES, author)


def late_entry(happened: datetime, entered_at: datetime) -> bool:
    """Whether an entry came over 24 hours after the fact and must be labelled late."""
    return entered_at - happened > timedelta(hours=24)
