"""Volumes at a needle that deserve a second look: above the guard, or shifted by 10, 100 or 1,000."""

from collections.abc import Iterator
from decimal import Decimal

from mbb_desktop.clinical.block import Block, Target, volume_given
from mbb_desktop.clinical.concern import Concern
from mbb_desktop.clinical.drugs import Formulary
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import listed

_LEAST_ML = Decimal("0.1")  # no practice or trial injects less at a nerve
_MUCH_ML = Decimal(1)  # twice the lumbar guard: below, a volume may be meant
_MUCH_CONTRAST = Decimal(1)  # mL per needle; trials used 0.1 to 0.3, the bound is our own
_FACTORS = (Decimal(10), Decimal(100), Decimal(1000))  # 1,000: mcL for mL


def place_of(target: Target) -> str:
    """`L4 MB left`."""
    return f"{target.nerve} {target.side.value}"


def volume_meant(volume: Decimal, guard: Decimal) -> Decimal | None:
    """The mL that were probably meant, when 10, 100 or 1,000 times less or more is usual; else None."""
    if volume > _MUCH_ML:
        return next((volume / f for f in _FACTORS if _LEAST_ML <= volume / f <= guard), None)
    if 0 < volume < _LEAST_ML:
        return next((volume * f for f in _FACTORS if _LEAST_ML <= volume * f <= guard), None)
    return None


def volume_concerns(block: Block, formulary: Formulary) -> Iterator[Concern]:
    """What is odd about the volumes of anesthetic and contrast at each target."""
    for target in block.targets:
        yield from _anesthetic(target, formulary, block)
    much = [t for t in block.targets if t.contrast is not None and t.contrast > _MUCH_CONTRAST]
    for amount in dict.fromkeys(target.contrast for target in much if target.contrast is not None):
        places = listed([place_of(target) for target in much if target.contrast == amount])
        fields = {"places": places, "mL": plain(amount)}
        yield Concern("contrast volume", phrase("concern.contrast_volume", **fields))


def _anesthetic(target: Target, formulary: Formulary, block: Block) -> Iterator[Concern]:
    volume = volume_given(target)
    guard = formulary.guard_for(target.nerve, block.region)
    if volume is None or guard is None:
        return
    fields = {"place": place_of(target), "mL": plain(volume)}
    if volume > guard.guard:
        text = phrase("concern.volume", guard=plain(guard.guard), source=guard.source, **fields)
        yield Concern("volume", text)
    meant = volume_meant(volume, guard.guard)
    if meant is not None:
        key = "concern.volume_tenfold" if volume > guard.guard else "concern.volume_small"
        yield Concern("volume", phrase(key, mean=plain(meant), **fields))
    elif volume < _LEAST_ML:
        yield Concern("volume", phrase("concern.volume_least", least=plain(_LEAST_ML), **fields))
