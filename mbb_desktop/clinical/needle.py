"""The needle of a block, as the person who held it says it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from mbb_desktop.clinical.quantities import NeedleLength


class LengthUnit(Enum):
    IN = "in"
    MM = "mm"
    CM = "cm"


_MILLIMETERS = {LengthUnit.IN: Decimal("25.4"), LengthUnit.MM: Decimal(1), LengthUnit.CM: Decimal(10)}


@dataclass(frozen=True, slots=True)
class Needle:
    """`length` is as stated, in its `length_unit`: 10 cm stay 10 cm."""

    gauge: int | None = None
    length: NeedleLength | None = None
    length_unit: LengthUnit = LengthUnit.IN
    kind: str = ""
    bent_tip: bool | None = None

    @property
    def millimeters(self) -> Decimal | None:
        """The length in mm, exactly."""
        return None if self.length is None else self.length * _MILLIMETERS[self.length_unit]
