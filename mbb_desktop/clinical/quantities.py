"""Exact amounts: which unit a record's number has and how finely it is kept."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Scaled:
    """Marks a Decimal that is stored as a whole number of `1 / per_unit` of its unit."""

    per_unit: int
    unit: str


Milliliters = Annotated[Decimal, Scaled(1_000, "mL")]
Milligrams = Annotated[Decimal, Scaled(1_000, "mg")]
MilligramsPerMilliliter = Annotated[Decimal, Scaled(1_000, "mg/mL")]
Kilograms = Annotated[Decimal, Scaled(1_000, "kg")]
Milligray = Annotated[Decimal, Scaled(1_000_000, "mGy")]
MilligraySquareCentimeters = Annotated[Decimal, Scaled(10_000, "mGy.cm2")]
Score = Annotated[Decimal, Scaled(10, "points")]
Percent = Annotated[Decimal, Scaled(10, "%")]
Celsius = Annotated[Decimal, Scaled(10, "degrees Celsius")]
NeedleLength = Annotated[Decimal, Scaled(1_000, "the unit stated beside it")]


def plain(amount: Decimal) -> str:
    """The number without trailing zeros or exponent: `0.5`, `3`, `1,215`; never `.5` or `3.0`."""
    text = f"{amount.normalize():,f}"
    return "0" if text in {"-0", "0"} else text
