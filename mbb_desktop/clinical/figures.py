"""Every figure of the clinic's work, from what was counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.completeness import Missing, SlotKnown, called_in_time, missing, slots_known
from mbb_desktop.clinical.counted import Counted, CountedBlock, Dose, Period, Result, in_region
from mbb_desktop.clinical.doses_given import MonthDose, YearDose, month_doses, year_doses
from mbb_desktop.clinical.funnel import Step, funnel
from mbb_desktop.clinical.rates import By, Rate, overall_rate, rates
from mbb_desktop.clinical.share import Share
from mbb_desktop.clinical.time_to_sign import TimesToSign, times_to_sign


@dataclass(frozen=True, slots=True)
class Month:
    """The tests of a month, and how many of them were positive."""

    month: tuple[int, int]
    tests: Rate


@dataclass(frozen=True, slots=True)
class Figures:
    """`differing`: in how many of the signed conclusions the physician concluded otherwise than computed."""

    period: Period
    everything: Rate
    differing: Share
    months: tuple[Month, ...]
    rates: Mapping[By, tuple[Rate, ...]]
    funnel: tuple[Step, ...]
    doses: Mapping[Dose, tuple[MonthDose, ...]]
    year: Mapping[Dose, YearDose]
    slots: tuple[SlotKnown, ...]
    in_time: Share
    missing: tuple[Missing, ...]
    times: TimesToSign
    unsigned: int


def figures(counted: Counted, physicians: Mapping[UUID, str], region: Region | None = None) -> Figures:
    """The figures of all regions, or of one; `physicians` gives the names that may be shown, by id."""
    chosen = counted if region is None else in_region(counted, region)
    blocks = chosen.blocks
    seconds = [each for times in chosen.seconds_to_sign.values() for each in times]
    return Figures(
        chosen.period,
        overall_rate(blocks),
        _differing(blocks),
        _months(blocks, chosen.period),
        {by: rates([block for block in blocks if block.is_test], by, physicians) for by in By},
        funnel(chosen.complaints),
        {which: month_doses(blocks, chosen.period, which) for which in Dose},
        {which: year_doses(chosen.year, which) for which in Dose},
        slots_known(blocks),
        called_in_time(blocks),
        missing(blocks),
        times_to_sign(seconds),
        chosen.unsigned,
    )


def _differing(blocks: tuple[CountedBlock, ...]) -> Share:
    concluded = [block for block in blocks if block.is_test and block.result is not Result.OPEN]
    return Share(sum(block.differs for block in concluded), len(concluded))


def _months(blocks: tuple[CountedBlock, ...], period: Period) -> tuple[Month, ...]:
    of: dict[tuple[int, int], list[CountedBlock]] = {month: [] for month in period.months}
    for block in blocks:
        if block.is_test:
            of[block.on.year, block.on.month].append(block)
    return tuple(Month(month, overall_rate(tests)) for month, tests in of.items())
