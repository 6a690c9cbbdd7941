"""Fluoroscopy numbers: one canonical unit each, other units exactly converted, and what looks like a slip."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from mbb_desktop.clinical.block import DapUnit, Fluoroscopy, KermaUnit
from mbb_desktop.clinical.concern import Concern
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain

# 1 Gy·cm² = 1,000 mGy·cm² = 100 cGy·cm² = 10 dGy·cm² = 100 µGy·m²
DAP_TO_MGY_CM2: Mapping[DapUnit, Decimal] = MappingProxyType(
    {
        DapUnit.MGY_CM2: Decimal(1),
        DapUnit.GY_CM2: Decimal(1000),
        DapUnit.CGY_CM2: Decimal(10),
        DapUnit.DGY_CM2: Decimal(100),
        DapUnit.UGY_M2: Decimal(10),
    }
)
KERMA_TO_MGY: Mapping[KermaUnit, Decimal] = MappingProxyType(
    {KermaUnit.MGY: Decimal(1), KermaUnit.GY: Decimal(1000)}
)

# Lumbar blocks took 28 to 46 s and 66 to 109 mGy on average in 180 patients (Bakir 2024), 7.5 to 12 s in
# experienced hands (2003); the bounds beyond which to look twice are our own.
_SHORT, _LONG, _MUCH = 3, 300, Decimal(500)
# Dose area product over air kerma is about the area of the field in cm²; a C-arm's lies between these.
_SMALLEST_FIELD, _LARGEST_FIELD = Decimal(20), Decimal(1000)
# mGy per second. US fluoroscopes may give 88 mGy/min, 176 with high-level control (21 CFR 1020.32), measured
# elsewhere than the displayed reference point; so the upper bound is about three times that, and our own.
_FASTEST, _SLOWEST = Decimal(10), Decimal("0.002")
# mGy·cm²: the bounds of air kerma above times the smallest and a usual field; our own.
_MOST_DAP, _LEAST_DAP = Decimal(100_000), Decimal(10)
_TIME = re.compile(r"(?:(\d{1,3}):)?(\d{1,5})", re.ASCII)


def to_mgy_cm2(value: Decimal, unit: DapUnit) -> Decimal:
    """A dose area product in mGy·cm², exactly."""
    return value * DAP_TO_MGY_CM2[unit]


def from_mgy_cm2(value: Decimal, unit: DapUnit) -> Decimal:
    """A dose area product of so many mGy·cm² in the unit that the C-arm shows, exactly."""
    return value / DAP_TO_MGY_CM2[unit]


def to_mgy(value: Decimal, unit: KermaUnit) -> Decimal:
    """An air kerma in mGy, exactly."""
    return value * KERMA_TO_MGY[unit]


def from_mgy(value: Decimal, unit: KermaUnit) -> Decimal:
    return value / KERMA_TO_MGY[unit]


def read_seconds(text: str) -> int:
    """Seconds from `42` or `1:10` (minutes and seconds). Raises ValueError with a sentence."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        raise ValueError(phrase("problem.seconds"))
    minutes, seconds = found.groups()
    if minutes is not None and (len(seconds) != 2 or int(seconds) > 59):
        raise ValueError(phrase("problem.seconds_minutes"))
    return int(minutes or 0) * 60 + int(seconds)


def fluoroscopy_concerns(fluoroscopy: Fluoroscopy) -> tuple[Concern, ...]:
    """Times and doses outside the usual, and doses that look shifted by 10, 100 or 1,000."""
    seconds = None if fluoroscopy.none_used else fluoroscopy.seconds
    return (
        *_time_concerns(seconds),
        *_kerma_concerns(fluoroscopy),
        *_rate_concerns(fluoroscopy, seconds),
        *_dap_concerns(fluoroscopy),
    )


def question_about(seconds: int) -> str:
    """What to ask before a time is kept that was typed as bare seconds; empty for a usual one and for 0."""
    if 0 < seconds < _SHORT:
        return phrase("question.seconds_short", seconds=seconds)
    if seconds > _LONG:
        return phrase("question.seconds_long", seconds=seconds, minutes=_minutes(seconds))
    return ""


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


def _time_concerns(seconds: int | None) -> Iterator[Concern]:
    if seconds is None:
        return
    if seconds < _SHORT:
        yield Concern("fluoroscopy", phrase("concern.time_short", seconds=seconds))
    if seconds > _LONG:
        minutes = _minutes(seconds)
        yield Concern("fluoroscopy", phrase("concern.time_long", seconds=seconds, minutes=minutes))


def _kerma_concerns(fluoroscopy: Fluoroscopy) -> Iterator[Concern]:
    kerma = fluoroscopy.air_kerma
    if kerma is not None and kerma > _MUCH:
        slips = [kerma / factor for factor in (10, 100, 1000) if kerma / factor <= _MUCH]
        yield Concern(
            "fluoroscopy",
            phrase("concern.kerma", mGy=plain(kerma), mean=plain(slips[0]) if slips else "less"),
        )


def _rate_concerns(fluoroscopy: Fluoroscopy, seconds: int | None) -> Iterator[Concern]:
    kerma = fluoroscopy.air_kerma
    if not kerma or not seconds or kerma > _MUCH:
        return
    fields = {"mGy": plain(kerma), "seconds": seconds}
    if kerma > _FASTEST * seconds:
        yield Concern("fluoroscopy", phrase("concern.kerma_fast", **fields))
    if kerma < _SLOWEST * seconds:
        yield Concern("fluoroscopy", phrase("concern.kerma_slow", **fields))


def _dap_concerns(fluoroscopy: Fluoroscopy) -> Iterator[Concern]:
    """A dose area product that does not fit the air kerma: the unit is then probably another one."""
    kerma, dap = fluoroscopy.air_kerma, fluoroscopy.dap
    if dap and not kerma:
        yield from _dap_alone(dap)
    if not kerma or not dap or _fits(dap, kerma):
        return
    shown = from_mgy_cm2(dap, fluoroscopy.dap_unit or DapUnit.MGY_CM2)
    likely = [unit.value for unit in DapUnit if _fits(to_mgy_cm2(shown, unit), kerma)]
    key = "concern.dap_unit" if likely else "concern.dap"
    text = phrase(key, dap=plain(dap), kerma=plain(kerma), units=" or ".join(likely))
    yield Concern("fluoroscopy", text)


def _dap_alone(dap: Decimal) -> Iterator[Concern]:
    if dap > _MOST_DAP:
        yield Concern("fluoroscopy", phrase("concern.dap_much", dap=plain(dap)))
    if dap < _LEAST_DAP:
        yield Concern("fluoroscopy", phrase("concern.dap_little", dap=plain(dap)))


def _fits(dap: Decimal, kerma: Decimal) -> bool:
    return _SMALLEST_FIELD <= dap / kerma <= _LARGEST_FIELD
