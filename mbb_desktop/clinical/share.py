"""Counts with their denominators, and percentages only where there are enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mbb_desktop.clinical.wilson import Interval, wilson

FEWEST = 10
"""Below so many no percentage, no interval and no median is given; a clinic's own choice of caution."""


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of`; raises ValueError when that cannot be."""

    count: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.count <= self.of:
            raise ValueError(f"{self.count} of {self.of} cannot be")

    @property
    def is_enough(self) -> bool:
        """Whether there are enough for a percentage."""
        return self.of >= FEWEST

    @property
    def percent(self) -> str:
        """`64 %`; never 0 % or 100 % unless that is exact; empty for too few."""
        if not self.is_enough:
            return ""
        whole = (200 * self.count + self.of) // (2 * self.of)
        if whole == 0 and self.count:
            return "under 1 %"
        return "over 99 %" if whole == 100 and self.count < self.of else f"{whole} %"

    @property
    def words(self) -> str:
        """`263 of 412`."""
        return f"{self.count:,} of {self.of:,}"

    @property
    def interval(self) -> Interval | None:
        """Wilson's 95 % interval; None for too few."""
        return wilson(self.count, self.of) if self.is_enough else None

    @property
    def between(self) -> str:
        """`59 to 68 %`; empty for too few."""
        interval = self.interval
        return f"{round(100 * interval.low)} to {round(100 * interval.high)} %" if interval else ""


def middle_of(values: Sequence[Decimal] | Sequence[int]) -> Decimal | None:
    """The median, of two in the middle their mean; None for too few."""
    ordered = sorted(Decimal(value) for value in values)
    if len(ordered) < FEWEST:
        return None
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
