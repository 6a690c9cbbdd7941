"""The drugs and targets of a block: rows for the tables, sums, limits, and what happened at each needle."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from mbb_desktop.clinical.block import (
    Aspiration,
    Block,
    ContrastPattern,
    Drug,
    DrugUse,
    Epinephrine,
    Exactly,
    Item,
    Target,
    volume_given,
)
from mbb_desktop.clinical.doses import (
    DoseLine,
    dose_lines,
    injected_from,
    not_summed,
    say_limit,
    say_not_counted,
    show_limit,
    steroid_per_site,
    strength_of,
    total_fraction,
)
from mbb_desktop.clinical.shown import show_amount
from mbb_desktop.documents.amounts import NB, amount, counted, day, joined, percent_strength, volume
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.note_room import needle_words
from mbb_desktop.documents.places import joints_served, nerve, nerve_called, ordered_targets, places_called
from mbb_desktop.documents.sentences import Section, Sentence, section, told
from mbb_desktop.documents.wording import Run, Words, bold, side_run, words

EMPTY = "–"
_USE = {
    DrugUse.TARGET: "nerve targets",
    DrugUse.SKIN: "skin anesthetic",
    DrugUse.CONTRAST: "contrast",
    DrugUse.STEROID: "steroid, nerve targets",
    DrugUse.SEDATION: "sedation",
}


@dataclass(frozen=True, slots=True)
class DrugRow:
    """One drug of the table; an empty fact is a dash."""

    name: Words
    use: str
    lot: str
    expires: str
    given: str
    discarded: str
    limit: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One needle position of the table."""

    target: Target
    side: Words
    nerve: Words
    landmark: str
    joints: str
    needle: str
    aspiration: Words
    contrast: Words
    agent: str
    volume: Words


# The drugs


def drug_rows(facts: NoteFacts) -> tuple[DrugRow, ...]:
    """The drugs in the order drawn up; an agent's limit stands in its first row."""
    limits = {line.agent: line for line in doses(facts) if line.limit is not None}
    rows: list[DrugRow] = []
    for drug in facts.block.drugs:
        line = limits.pop(drug.agent, None) if drug.use in {DrugUse.TARGET, DrugUse.SKIN} else None
        rows.append(_drug_row(drug, facts.block, line))
    return tuple(rows)


def doses(facts: NoteFacts) -> tuple[DoseLine, ...]:
    return dose_lines(facts.block, facts.patient.weight, facts.agents)


def _drug_row(drug: Drug, block: Block, line: DoseLine | None) -> DrugRow:
    times = _times(drug, block)
    return DrugRow(
        name=_drug_name(drug),
        use=joined((_USE[drug.use], times)),
        lot=drug.lot or EMPTY,
        expires=day(drug.expires_on) if drug.expires_on else EMPTY,
        given=_given(drug, block) or EMPTY,
        discarded=amount(drug.discarded, "mL") if drug.discarded is not None else EMPTY,
        limit=f"{show_limit(line.limit.milligrams)}{NB}mg" if line and line.limit else "",
    )


def drug_called(drug: Drug) -> str:
    """`bupivacaine 0.5 %`, `iohexol 240 mgI/mL`, `methylprednisolone 50 mg in 10 mL`."""
    if drug.amount is not None and drug.mixed_in is not None:
        return f"{drug.agent} {amount(drug.amount, 'mg')} in {amount(drug.mixed_in, 'mL')}"
    if drug.use is DrugUse.CONTRAST and drug.strength is not None:
        return f"{drug.agent} {amount(drug.strength, 'mgI/mL')}"
    if drug.use in {DrugUse.STEROID, DrugUse.SEDATION} and drug.strength is not None:
        return f"{drug.agent} {amount(drug.strength, 'mg/mL')}"
    return f"{drug.agent} {percent_strength(drug.strength)}" if drug.strength is not None else drug.agent


def _drug_name(drug: Drug) -> Words:
    called = drug_called(drug)
    more = (
        drug.brand,
        _epinephrine(drug.epinephrine),
        "buffered" if drug.buffered else "",
        {True: "preservative-free", False: "with preservative", None: ""}[drug.preservative_free],
        amount(drug.vial, "mL vial") if drug.vial is not None else "",
    )
    return words(bold(called[:1].upper() + called[1:]), "".join(f", {part}" for part in more if part))


def _epinephrine(epinephrine: Epinephrine | None) -> str:
    if epinephrine is None:
        return ""
    none = epinephrine is Epinephrine.NONE
    return "no epinephrine" if none else f"with epinephrine {epinephrine.value.replace(' ', NB)}"


def _times(drug: Drug, block: Block) -> str:
    if drug.use is DrugUse.CONTRAST:
        each = [t.contrast for t in block.targets if t.contrast is not None]
        return " + ".join(
            f"{each.count(v)}{NB}×{NB}{amount(v, 'mL')}" for v in dict.fromkeys(each) if each.count(v) > 1
        )
    if drug.use in {DrugUse.TARGET, DrugUse.STEROID}:
        return volumes_words(injected_from(block, drug.syringe))
    return ""


def volumes_words(targets: Iterable[Target]) -> str:
    """`6 × 0.5 mL`, `4 × 0.5 mL + 2 × 0.3 mL`, `6 × less than 0.5 mL`; unknown volumes are left out."""
    stated = [
        volume(target.volume, target.volume_to, target.volume_is)
        for target in targets
        if target.volume is not None
    ]
    return " + ".join(f"{stated.count(each)}{NB}×{NB}{each}" for each in dict.fromkeys(stated))


def _given(drug: Drug, block: Block) -> str:
    if drug.use is DrugUse.SEDATION:
        return amount(drug.amount, "mg") if drug.amount is not None else ""
    total, at_most, complete = _total(drug, block)
    if total is None:
        return ""
    up_to = "at most " if at_most else ""
    strength = strength_of(drug)
    unit = "mgI" if drug.use is DrugUse.CONTRAST else "mg"
    mass = (
        f"{NB}({show_amount(strength * Fraction(total), up=at_most)}{NB}{unit})"
        if strength is not None
        else ""
    )
    return f"{up_to}{amount(total, 'mL')}{mass}{'' if complete else ', not complete'}"


def _total(drug: Drug, block: Block) -> tuple[Decimal | None, bool, bool]:
    """mL given, whether that is an upper bound, and whether every part of it is recorded."""
    if drug.use is DrugUse.SKIN:
        return drug.given, drug.given_is is not Exactly.EQUAL, True
    if drug.use is DrugUse.CONTRAST:
        each = [t.contrast for t in block.targets if t.contrast is not None or not t.not_injected]
        at_most = False
    else:
        used = injected_from(block, drug.syringe)
        each = [volume_given(target) for target in used]
        at_most = any(target.volume_is is not Exactly.EQUAL for target in used)
    known = [value for value in each if value is not None]
    return (sum(known, Decimal()) if known else None), at_most, len(known) == len(each)


# Sums and limits


def sums(facts: NoteFacts) -> tuple[Sentence, ...]:
    """The sum of each syringe: `6 × 0.5 mL = 3 mL (15 mg) of bupivacaine 0.5 %`, and the steroid per site."""
    block = facts.block
    lines = {line.agent: line for line in doses(facts)}
    found = [
        told("block.targets.volume", *_sum(drug, block, lines.get(drug.agent)), item=Item.VOLUMES)
        for drug in block.drugs_for(DrugUse.TARGET)
        if _total(drug, block)[0] is not None
    ]
    return (*found, *_steroid(block))


def _sum(drug: Drug, block: Block, line: DoseLine | None) -> tuple[str, ...]:
    many = volumes_words(injected_from(block, drug.syringe))
    given = _given(drug, block)
    equal = (
        ""
        if many == f"1{NB}×{NB}{given.split(f'{NB}(')[0]}"
        else f"{many}{', ' if given.startswith('at most') else ' = '}"
    )
    limit = f", limit {show_limit(line.limit.milligrams)}{NB}mg" if line and line.limit else ""
    return (
        f"{equal}{given} of {drug_called(drug)}{limit}",
        "" if line is None or not line.over else ", above the limit",
    )


def _steroid(block: Block) -> Iterator[Sentence]:
    sites = steroid_per_site(block)
    for agent in dict.fromkeys(site.agent for site in sites):
        here = [site for site in sites if site.agent == agent]
        each = {(site.milligrams, site.at_most) for site in here}
        if len(each) == 1:
            milligrams, at_most = each.pop()
            said = f"{'at most ' if at_most else ''}{show_amount(milligrams)}{NB}mg per site"
        else:
            most = max(site.milligrams for site in here)
            said = (
                f"{show_amount(min(site.milligrams for site in here))} to {show_amount(most)}{NB}mg per site"
            )
        yield told("block.drugs", f"{agent}: {said} at {counted(len(here), 'site')}", item=Item.STEROID)


def limit_notes(facts: NoteFacts) -> tuple[Sentence, ...]:
    """How the limits were found, and the share used by all local anesthetic together."""
    lines = doses(facts)
    found = [
        told("block.drugs", *_limit(line, facts), item=Item.ANESTHETIC)
        for line in lines
        if line.parts and line.limit is not None
    ]
    share = total_fraction(lines)
    if share and len(lines) > 1:
        percent = -(-share.numerator * 100 // share.denominator)
        without = say_not_counted(not_summed(lines))
        who = "Local anesthetic as far as recorded" if without else "All local anesthetic together"
        said = f"{who}: {amount(percent, '%')} of the limits, rounded up"
        found.append(told("block.drugs", said, _missing(without), item=Item.ANESTHETIC))
    return tuple(found)


def _limit(line: DoseLine, facts: NoteFacts) -> tuple[str | Words, ...]:
    used = ""
    if line.limit is not None and line.per_kg is not None and facts.patient.weight is not None:
        per_kg = show_amount(line.per_kg, 2, up=True)
        used = f"; used {per_kg}{NB}mg/kg at {amount(facts.patient.weight, 'kg')}"
    limit = say_limit(line.limit) if line.limit is not None else ""
    return f"{line.agent}: {limit}{used}", _missing(say_not_counted(line.missing))


def _missing(without: str) -> Words:
    return words("; ", bold(without)) if without else ()


# The targets


def target_rows(block: Block) -> tuple[TargetRow, ...]:
    """One row per needle position, by nerve from cranial to caudal, left before right."""
    return tuple(_target_row(target, block) for target in ordered_targets(block))


def _target_row(target: Target, block: Block) -> TargetRow:
    known = nerve(target.nerve)
    return TargetRow(
        target,
        side=words(side_run(target.side, target.side.value.capitalize())),
        nerve=words(bold(nerve_called(target.nerve))),
        landmark=(target.landmark or (known.landmark if known else EMPTY)).replace(
            " vertebra", f"{NB}vertebra"
        ),
        joints=joined(joint.name for joint in joints_served(target, block)) or EMPTY,
        needle=(needle_words(block.needle) if _had_a_needle(target) else "") or EMPTY,
        aspiration=_aspiration(target),
        contrast=_contrast(target, block),
        agent=EMPTY if target.not_injected else " + ".join(_agents(target, block)) or EMPTY,
        volume=_volume(target),
    )


def _had_a_needle(target: Target) -> bool:
    """Whether anything recorded says so: what was not injected may never have had a needle."""
    seen = (target.aspiration, target.contrast, target.contrast_pattern, target.repositioned)
    return not target.not_injected or any(fact is not None for fact in seen)


def _aspiration(target: Target) -> Words:
    if target.aspiration is None:
        return words(EMPTY)
    negative = target.aspiration is Aspiration.NEGATIVE
    return words("negative" if negative else bold(target.aspiration.value))


def _contrast(target: Target, block: Block) -> Words:
    if target.contrast is None and target.contrast_pattern is None:
        return words("none" if block.no_contrast else EMPTY)
    given = amount(target.contrast, "mL") if target.contrast is not None else ""
    pattern: str | Run = ""
    if target.contrast_pattern is not None:
        usual = target.contrast_pattern in {ContrastPattern.ALONG_BONE, ContrastPattern.MUSCLE}
        pattern = target.contrast_pattern.value if usual else bold(target.contrast_pattern.value)
    return words(given, ", " if given and pattern else "", pattern)


def _agents(target: Target, block: Block) -> list[str]:
    used = [
        d for d in block.drugs if d.use in {DrugUse.TARGET, DrugUse.STEROID} and d.syringe == target.syringe
    ]
    return [drug_called(drug) if drug.use is DrugUse.TARGET else drug.agent for drug in used]


def _volume(target: Target) -> Words:
    if target.not_injected:
        return words(bold("not injected"))
    if target.volume is None:
        return words(EMPTY)
    return words(volume(target.volume, target.volume_to, target.volume_is))


def at_the_needle(block: Block) -> Section:
    """Contact, repositioning and reproduced pain, summed up over the targets where they are recorded."""
    facts: list[Sentence] = [
        *_by_value(block, lambda t: t.bone_contact, _contact, "block.targets.bone_contact"),
        *_by_value(block, lambda t: t.repositioned, _moved, "block.targets.repositioned"),
        *_by_value(block, lambda t: t.pain_reproduced, _pain, "block.targets.pain_reproduced"),
    ]
    return section("At the needle", facts)


def _by_value(
    block: Block, value: Callable[[Target], Hashable], say: Callable[[Hashable], str], source: str
) -> Iterator[Sentence]:
    targets = ordered_targets(block)
    known = [(target, value(target)) for target in targets if value(target) is not None]
    for each in dict.fromkeys(found for _, found in known):
        here = [target for target, found in known if found == each]
        if len(here) == len(targets) and len(here) > 1:
            at = words(f"all {counted(len(here), 'target')}")
        else:
            at = places_called(target.place for target in here)
        yield told(source, f"{say(each)}: ", at)


def _moved(times: Hashable) -> str:
    return "Not repositioned" if times == 0 else f"Needle repositioned {counted(int(str(times)), 'time')}"


def _contact(touched: Hashable) -> str:
    return "Bone contact" if touched else "No bone contact"


def _pain(reproduced: Hashable) -> str:
    return "Index pain reproduced" if reproduced else "Index pain not reproduced"
