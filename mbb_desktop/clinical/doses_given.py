"""Fluoroscopy time, air kerma and dose area product: month by month, and summed for each patient."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.counted import CountedBlock, Dose, Period
from mbb_desktop.clinical.share import Share, middle_of


@dataclass(frozen=True, slots=True)
class MonthDose:
    """The doses of a month, ascending; `recorded` of its blocks have one. `middle` is None for too few."""

    month: tuple[int, int]
    values: tuple[Decimal, ...]
    recorded: Share

    @property
    def middle(self) -> Decimal | None:
        return middle_of(self.values)


@dataclass(frozen=True, slots=True)
class PatientDose:
    """What the blocks of twelve months gave one patient; without some of them the sum is a least one."""

    patient_id: UUID
    total: Decimal
    recorded: Share

    @property
    def is_whole(self) -> bool:
        """Whether every block has its dose."""
        return self.recorded.count == self.recorded.of


@dataclass(frozen=True, slots=True)
class YearDose:
    """The sums of all patients, highest first. `whole` are those of whom every dose is recorded."""

    patients: tuple[PatientDose, ...]
    whole: Share

    @property
    def middle(self) -> Decimal | None:
        """The median of the whole sums; None for too few."""
        return middle_of([each.total for each in self.patients if each.is_whole])

    @property
    def highest(self) -> Decimal | None:
        """The highest sum; None when none is recorded."""
        known = [each.total for each in self.patients if each.recorded.count]
        return max(known, default=None)


@dataclass(frozen=True, slots=True)
class SumBand:
    """The patients whose sum is at least `low` and below `high`: with every dose recorded, and with gaps."""

    low: int
    high: int
    whole: int
    least: int


def sum_bands(year: YearDose) -> tuple[SumBand, ...]:
    """The known sums in bands of equal width, from 0 to the highest; at most eleven."""
    known = [each for each in year.patients if each.recorded.count]
    if not known:
        return ()
    width = _width(max(each.total for each in known))
    found = [(int(each.total // width), each.is_whole) for each in known]
    return tuple(
        SumBand(at * width, (at + 1) * width, found.count((at, True)), found.count((at, False)))
        for at in range(max(at for at, _ in found) + 1)
    )


def _width(highest: Decimal) -> int:
    """1, 2 or 5 times a power of ten, so that ten of it reach the highest."""
    width = 1
    while highest > 10 * width:
        width = width * 5 // 2 if str(width)[0] == "2" else width * 2
    return width


def month_doses(blocks: Iterable[CountedBlock], period: Period, which: Dose) -> tuple[MonthDose, ...]:
    """The doses of the clinic's own blocks, for every month of the period."""
    months: dict[tuple[int, int], list[Decimal | None]] = {month: [] for month in period.months}
    for block in given_here(blocks):
        months[block.on.year, block.on.month].append(block.dose(which))
    return tuple(_month_dose(month, doses) for month, doses in months.items())


def _month_dose(month: tuple[int, int], doses: list[Decimal | None]) -> MonthDose:
    known = sorted(dose for dose in doses if dose is not None)
    return MonthDose(month, tuple(known), Share(len(known), len(doses)))


def year_doses(blocks: Iterable[CountedBlock], which: Dose) -> YearDose:
    """The sum of each patient over these blocks, those done elsewhere left out."""
    of: dict[UUID, list[Decimal | None]] = {}
    for block in given_here(blocks):
        of.setdefault(block.patient_id, []).append(block.dose(which))
    sums = [_sum(patient_id, doses) for patient_id, doses in of.items()]
    ordered = sorted(sums, key=lambda each: (-each.total, each.patient_id.bytes))
    return YearDose(tuple(ordered), Share(sum(each.is_whole for each in sums), len(sums)))


def _sum(patient_id: UUID, doses: list[Decimal | None]) -> PatientDose:
    known = [dose for dose in doses if dose is not None]
    return PatientDose(patient_id, sum(known, Decimal(0)), Share(len(known), len(doses)))


def given_here(blocks: Iterable[CountedBlock]) -> Iterable[CountedBlock]:
    """The blocks that the clinic gave itself, whatever they were for."""
    return (block for block in blocks if not block.elsewhere)
