"""A second look at how much was given: limits of one agent, of all together, of a day, and contrast."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from mbb_desktop.clinical.block import Block, DrugUse
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.concern import Concern, Weight
from mbb_desktop.clinical.doses import (
    DoseLine,
    contrast_iodine,
    dose_lines,
    not_summed,
    say_limit,
    say_not_counted,
    total_fraction,
)
from mbb_desktop.clinical.drug_concerns import drug_concerns, sedation_concerns
from mbb_desktop.clinical.drugs import Agent, Formulary
from mbb_desktop.clinical.performed import says_where, something_injected
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import show_amount
from mbb_desktop.clinical.volumes import volume_concerns

_HALF = Fraction(1, 2)
_DAY = timedelta(days=1)


def dose_concerns(
    block: Block, weight: Decimal | None, formulary: Formulary, others: Iterable[Block] = ()
) -> tuple[Concern, ...]:
    """Everything odd about the drugs and volumes of a block; `weight` in kg.

    `others` are the patient's other records of any day, also those of a merged record, and nobody else's:
    what was given that day and within 24 h counts.
    """
    return (
        *too_much(block, weight, formulary.agents, others),
        *volume_concerns(block, formulary),
        *_contrast_concerns(block, formulary),
        *drug_concerns(block, formulary.agents),
        *sedation_concerns(block, formulary.sedatives),
    )


def too_much(
    block: Block, weight: Decimal | None, agents: Mapping[str, Agent], others: Iterable[Block] = ()
) -> tuple[Concern, ...]:
    """Local anesthetic above its limits, or of which nobody knows whether it is."""
    near = [each for each in others if _counts(each, block)]
    same_day = [each for each in near if each.performed_on == block.performed_on]
    own, lines = dose_lines(block, weight, agents), dose_lines(block, weight, agents, same_day)
    return (
        *_limit_concerns(lines, weight, bool(same_day)),
        *_sum_concerns(lines, bool(same_day)),
        *_day_concerns(dose_lines(block, weight, agents, near), agents),
        *(_not_known_elsewhere(near, agents) if any(not line.inert for line in own) else ()),
    )


def _counts(other: Block, block: Block) -> bool:
    """Whether another record of the person was given within 24 h; without a time by its date."""
    given = other.id != block.id and other.state in DONE
    if not given or abs(other.performed_on - block.performed_on) > _DAY:
        return False
    one, two = other.needle_out, block.needle_out
    if other.performed_on == block.performed_on or one is None or two is None:
        return True
    return abs(one - two) < _DAY


def _limit_concerns(lines: tuple[DoseLine, ...], weight: Decimal | None, several: bool) -> Iterator[Concern]:
    for line in lines:
        if line.over and line.limit is not None:
            key = "concern.over_limit_records" if several else "concern.over_limit"
            dose, limit = show_amount(line.milligrams, up=True), say_limit(line.limit)
            yield Concern("dose", phrase(key, agent=line.agent, mg=dose, limit=limit), Weight.NEEDS_REASON)
        if line.limit is None and not line.inert:
            yield Concern("dose", phrase("concern.no_limit", agent=line.agent))
    if lines and not weight:
        yield Concern("weight", phrase("concern.no_weight"), Weight.INFORMATION)


def _sum_concerns(lines: tuple[DoseLine, ...], several: bool) -> Iterator[Concern]:
    share = total_fraction(lines)
    if share is None or share <= _HALF:
        return
    notes = [phrase("concern.all_records")] if several else []
    notes += filter(None, [say_not_counted(not_summed(lines))])
    more = f" ({'; '.join(notes)})" if notes else ""
    percent = show_amount(share * 100, 0, up=True)
    if share <= 1:
        text = phrase("concern.over_half", percent=percent, more=more)
        yield Concern("dose", text, Weight.INFORMATION)
    elif not any(line.over for line in lines):
        yield Concern("dose", phrase("concern.over_sum", percent=percent, more=more), Weight.NEEDS_REASON)


def _day_concerns(lines: tuple[DoseLine, ...], agents: Mapping[str, Agent]) -> Iterator[Concern]:
    for line in lines:
        agent = agents.get(line.agent)
        most = agent.per_day if agent else None
        if most is not None and line.milligrams > most.value:
            fields = {"mg": show_amount(line.milligrams, up=True), "limit": plain(most.value)}
            text = phrase("concern.over_day", agent=line.agent, **fields)
            yield Concern("dose", text, Weight.NEEDS_REASON)


def _not_known_elsewhere(near: Iterable[Block], agents: Mapping[str, Agent]) -> Iterator[Concern]:
    """What other records leave open: whether the sums are above a limit is then not known."""
    gaps = dict.fromkeys(gap for record in near for gap in _open_in(record, agents))
    if gaps:
        yield Concern("dose", phrase("concern.other_record_open", what=", ".join(gaps)))


def _open_in(record: Block, agents: Mapping[str, Agent]) -> Iterator[str]:
    lines = [line for line in dose_lines(record, None, agents) if not line.inert]
    for line in lines:
        yield from (gap.words for gap in line.missing)
        if not line.parts and not line.missing and something_injected(record):
            yield phrase("dose.volume_missing", nerves=line.agent)
    if not record.drugs_for(DrugUse.TARGET) and says_where(record) and something_injected(record):
        yield phrase("dose.agent_missing")


def _contrast_concerns(block: Block, formulary: Formulary) -> Iterator[Concern]:
    iodine = contrast_iodine(block)
    for drug in block.drugs_for(DrugUse.CONTRAST):
        contrast = formulary.contrasts.get(drug.agent)
        if contrast is None:
            continue
        notes = [strength.note for strength in contrast.strengths if strength.mg_per_ml == drug.strength]
        for note in filter(None, [contrast.note, *notes]):
            yield Concern("contrast", note)
        limit = contrast.intrathecal_limit
        if iodine is not None and limit is not None and iodine.milligrams > limit.value:
            key = "concern.iodine" if iodine.complete else "concern.iodine_at_least"
            fields = {"mg": show_amount(iodine.milligrams), "limit": plain(limit.value)}
            yield Concern("contrast", phrase(key, **fields))
