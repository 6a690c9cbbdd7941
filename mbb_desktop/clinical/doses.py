"""What was drawn up, in mg: exact sums per agent over targets, skin and mixtures, against the limits."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from mbb_desktop.clinical.block import Block, Drug, DrugUse, Epinephrine, Exactly, Target, volume_given
from mbb_desktop.clinical.drugs import Agent, AgentKind, Cited, Maximum
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.shown import listed, show_amount, total
from mbb_desktop.clinical.volumes import place_of

_ANESTHETIC_USES = (DrugUse.TARGET, DrugUse.SKIN)
_MOST_NAMED = 2  # nerves without a volume; more are counted


@dataclass(frozen=True, slots=True)
class DosePart:
    """Some injections of one agent in one strength: `count` of `each` mL (None when volumes differ)."""

    use: DrugUse
    count: int
    each: Decimal | None
    volume: Fraction
    strength: Fraction
    at_most: bool = False

    @property
    def milligrams(self) -> Fraction:
        return self.volume * self.strength


@dataclass(frozen=True, slots=True)
class Limit:
    """The lower of the maximum by weight and the absolute one, in mg; `absolute` says which it is."""

    milligrams: Fraction
    absolute: bool
    by_weight: Fraction | None
    absolute_mg: Decimal | None
    epinephrine: bool
    cited: Cited


@dataclass(frozen=True, slots=True)
class NotCounted:
    """Something given that no sum holds: `L4 MB left (volume not recorded)`."""

    use: DrugUse
    words: str


@dataclass(frozen=True, slots=True)
class DoseLine:
    """One local anesthetic of the visit. `missing` is what is not in the sum because it is not recorded.

    `inert` is saline: it has no limit and takes no share of one.
    """

    agent: str
    parts: tuple[DosePart, ...]
    missing: tuple[NotCounted, ...]
    per_kg: Fraction | None
    limit: Limit | None
    inert: bool = False

    @property
    def milligrams(self) -> Fraction:
        """The sum of the recorded parts; an upper bound when `at_most`, incomplete when `missing`."""
        return total(part.milligrams for part in self.parts)

    @property
    def at_most(self) -> bool:
        return any(part.at_most for part in self.parts)

    @property
    def fraction(self) -> Fraction | None:
        """The share of the limit that is used; None without a limit."""
        return None if self.limit is None else self.milligrams / self.limit.milligrams

    @property
    def over(self) -> bool:
        return self.limit is not None and self.milligrams > self.limit.milligrams


@dataclass(frozen=True, slots=True)
class Iodine:
    """mg of iodine in the contrast; at least this much while a needle is not recorded: not `complete`."""

    milligrams: Fraction
    complete: bool


@dataclass(frozen=True, slots=True)
class SiteDose:
    """The steroid that one target received: mg in mL."""

    agent: str
    target: Target
    milligrams: Fraction
    volume: Decimal
    at_most: bool


def dose_lines(
    block: Block, weight: Decimal | None, agents: Mapping[str, Agent], others: Iterable[Block] = ()
) -> tuple[DoseLine, ...]:
    """The local anesthetics of a block, each summed over targets and skin, in the order drawn up.

    `weight` is in kg; None or zero leaves only the absolute limit. `others` are records summed with it.
    """
    given = [
        (record, drug) for record in (block, *others) for drug in record.drugs if drug.use in _ANESTHETIC_USES
    ]
    names = dict.fromkeys(drug.agent for _record, drug in given)
    return tuple(_line([each for each in given if each[1].agent == name], weight, agents) for name in names)


def _line(given: list[tuple[Block, Drug]], weight: Decimal | None, agents: Mapping[str, Agent]) -> DoseLine:
    name = given[0][1].agent
    parts = tuple(part for record, drug in given for part in _parts(record, drug))
    missing = tuple(dict.fromkeys(gap for record, drug in given if (gap := _gap(record, drug))))
    per_kg = total(part.milligrams for part in parts) / Fraction(weight) if weight else None
    agent = agents.get(name)
    limit = limit_of(agent, _all_with_epinephrine(drug for _record, drug in given), weight) if agent else None
    inert = agent is not None and agent.kind is AgentKind.NONE
    return DoseLine(name, parts, missing, per_kg, limit, inert)


def _all_with_epinephrine(drugs: Iterable[Drug]) -> bool:
    return all(drug.epinephrine not in {None, Epinephrine.NONE} for drug in drugs)


def limit_of(agent: Agent, epinephrine: bool, weight: Decimal | None) -> Limit | None:
    """The limit that applies, in mg; None when the agent has none that can be worked out."""
    maximum = agent.with_epinephrine if epinephrine else agent.plain
    by_weight = _by_weight(maximum, weight)
    absolute = maximum.absolute
    if absolute is not None and (by_weight is None or Fraction(absolute.value) <= by_weight):
        return Limit(Fraction(absolute.value), True, by_weight, absolute.value, epinephrine, absolute)
    if by_weight is None or maximum.per_kg is None:
        return None
    ceiling = None if absolute is None else absolute.value
    return Limit(by_weight, False, by_weight, ceiling, epinephrine, maximum.per_kg)


def _by_weight(maximum: Maximum, weight: Decimal | None) -> Fraction | None:
    return Fraction(maximum.per_kg.value) * Fraction(weight) if maximum.per_kg and weight else None


def strength_of(drug: Drug) -> Fraction | None:
    """mg per mL as injected: the stated strength, or a stated mass in its volume."""
    if drug.strength is not None:
        return Fraction(drug.strength)
    if drug.amount is not None and drug.mixed_in:
        return Fraction(drug.amount) / Fraction(drug.mixed_in)
    return None


def injected_from(block: Block, syringe: int) -> tuple[Target, ...]:
    """The targets that this syringe was injected at."""
    return tuple(t for t in block.targets if t.syringe == syringe and not t.not_injected)


def _parts(block: Block, drug: Drug) -> list[DosePart]:
    strength = strength_of(drug)
    if strength is None:
        return []
    if drug.use is DrugUse.SKIN:
        at_most = drug.given_is is not Exactly.EQUAL
        return [] if drug.given is None else [_part(DrugUse.SKIN, [drug.given], strength, at_most)]
    exact = _volumes(injected_from(block, drug.syringe), bounded=False)
    bounded = _volumes(injected_from(block, drug.syringe), bounded=True)
    return [
        _part(DrugUse.TARGET, volumes, strength, at_most)
        for volumes, at_most in ((exact, False), (bounded, True))
        if volumes
    ]


def _volumes(targets: Iterable[Target], *, bounded: bool) -> list[Decimal]:
    wanted = (t for t in targets if (t.volume_is is not Exactly.EQUAL) is bounded)
    return [volume for volume in map(volume_given, wanted) if volume is not None]


def _part(use: DrugUse, volumes: list[Decimal], strength: Fraction, at_most: bool) -> DosePart:
    each = volumes[0] if len(set(volumes)) == 1 else None
    return DosePart(use, len(volumes), each, total(volumes), strength, at_most)


def _gap(block: Block, drug: Drug) -> NotCounted | None:
    if strength_of(drug) is None:
        return NotCounted(drug.use, phrase("dose.strength_missing", agent=drug.agent, use=drug.use.value))
    if drug.use is DrugUse.SKIN:
        return None if drug.given is not None else NotCounted(drug.use, phrase("dose.skin_volume_missing"))
    empty = [place_of(target) for target in injected_from(block, drug.syringe) if target.volume is None]
    if not empty:
        return None
    nerves = listed(empty) if len(empty) <= _MOST_NAMED else phrase("dose.nerves", count=len(empty))
    return NotCounted(drug.use, phrase("dose.volume_missing", nerves=nerves))


def say_not_counted(missing: Iterable[NotCounted]) -> str:
    """`not counted: L4 MB left (volume not recorded)`; empty when everything is counted."""
    words = ", ".join(dict.fromkeys(gap.words for gap in missing))
    return phrase("dose.not_counted", what=words) if words else ""


def total_fraction(lines: Iterable[DoseLine]) -> Fraction | None:
    """The summed shares of the limits that are known (toxicity of mixed agents adds up); None without any.

    It is a lower bound while `not_summed` names something.
    """
    known = [line.fraction for line in lines if line.fraction is not None]
    return total(known) if known else None


def not_summed(lines: Iterable[DoseLine]) -> tuple[NotCounted, ...]:
    """What `total_fraction` cannot hold: what is not recorded, and agents whose limit is not known."""
    found: list[NotCounted] = []
    for line in lines:
        found += line.missing
        if line.limit is None and not line.inert:
            found.append(NotCounted(DrugUse.TARGET, phrase("dose.no_limit", agent=line.agent)))
    return tuple(dict.fromkeys(found))


def show_limit(milligrams: Fraction | Decimal) -> str:
    """A limit in mg, cut to one decimal: rounded up it would allow more than it does."""
    return show_amount(Fraction(math.floor(10 * milligrams), 10))


def say_limit(limit: Limit) -> str:
    """`limit 175 mg absolute (by weight 200)`, `limit 108 mg by weight (absolute 175)`."""
    fields = {"mg": show_limit(limit.milligrams)}
    other = limit.by_weight if limit.absolute else limit.absolute_mg
    kind = "absolute" if limit.absolute else "by_weight"
    if other is None:
        return phrase(f"dose.limit_{kind}_only", **fields)
    return phrase(f"dose.limit_{kind}", other=show_limit(other), **fields)


def say_arithmetic(line: DoseLine) -> tuple[str, ...]:
    """`6 × 0.5 mL = 3 mL of 5 mg/mL = 15 mg` for each part, the sum when there are several, and mg per kg."""
    sums = [_say_part(part) for part in line.parts]
    if len(sums) > 1:
        sums.append(phrase("dose.together", mg=_milligrams(line.milligrams, line.at_most)))
    if line.per_kg is not None and sums:
        per_kg = show_amount(line.per_kg, 2, up=line.at_most)
        sums.append(phrase("dose.per_kg", per_kg=per_kg))
    return (*sums, *filter(None, [say_not_counted(line.missing)]))


def _say_part(part: DosePart) -> str:
    volume = show_amount(part.volume, 3)
    if part.use is DrugUse.SKIN:
        volumes = phrase("dose.skin", mL=volume)
    elif part.each is None or part.count == 1:
        volumes = phrase("dose.volume", mL=volume)
    else:
        volumes = phrase("dose.times", count=part.count, each=show_amount(part.each, 3), mL=volume)
    strength = show_amount(part.strength, 3)
    key = "dose.part_at_most" if part.at_most else "dose.part"
    return phrase(key, volumes=volumes, strength=strength, mg=_milligrams(part.milligrams, part.at_most))


def _milligrams(amount: Fraction, at_most: bool) -> str:
    text = show_amount(amount, up=at_most)
    return phrase("dose.at_most", mg=text) if at_most else phrase("dose.mg", mg=text)


def steroid_per_site(block: Block) -> tuple[SiteDose, ...]:
    """What each target received of each steroid in its syringe, where strength and volume are known."""
    return tuple(
        SiteDose(
            drug.agent, target, strength * Fraction(volume), volume, target.volume_is is not Exactly.EQUAL
        )
        for drug in block.drugs_for(DrugUse.STEROID)
        for target in injected_from(block, drug.syringe)
        if (strength := strength_of(drug)) is not None and (volume := volume_given(target)) is not None
    )


def contrast_iodine(block: Block) -> Iodine | None:
    """The contrast of all needles; None while its strength or every amount is not recorded.

    The room screen records one amount for all needles, the editor one for each: the larger one counts.
    """
    drugs = block.drugs_for(DrugUse.CONTRAST)
    strength = strength_of(drugs[0]) if len(drugs) == 1 else None
    at_needles = [target.contrast for target in block.targets if target.contrast is not None]
    for_all = [drug.given for drug in drugs if drug.given is not None]
    if strength is None or not (at_needles or for_all):
        return None
    open_needles = any(target.contrast is None and not target.not_injected for target in block.targets)
    volume = max(total(at_needles), total(for_all))
    return Iodine(strength * volume, complete=bool(for_all) or not open_needles)
