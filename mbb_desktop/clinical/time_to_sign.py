"""How long notes took from opening to signature: as a distribution only, never for one record."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mbb_desktop.clinical.share import FEWEST

_EDGES = (30, 60, 120, 300, 600, 1800, 3600)
_WORDS = (
    "up to 30 s",
    "30 s to 1 min",
    "1 to 2 min",
    "2 to 5 min",
    "5 to 10 min",
    "10 to 30 min",
    "30 to 60 min",
    "over 1 h",
)


@dataclass(frozen=True, slots=True)
class TimeBand:
    """How many notes took so long; an upper edge belongs to its band."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class TimesToSign:
    """`bands` and `middle` (the band that holds the median) are empty while there are too few notes."""

    notes: int
    bands: tuple[TimeBand, ...] = ()
    middle: str = ""


def times_to_sign(seconds: Sequence[int]) -> TimesToSign:
    """The distribution of these times, in seconds."""
    if len(seconds) < FEWEST:
        return TimesToSign(len(seconds))
    counts = Counter(bisect_left(_EDGES, each) for each in seconds)
    bands = tuple(TimeBand(words, counts[at]) for at, words in enumerate(_WORDS))
    return TimesToSign(len(seconds), bands, middle_band(bands))


def middle_band(bands: Sequence[TimeBand]) -> str:
    """The band that holds the median, of two in the middle the lower one."""
    half, passed = (sum(band.count for band in bands) + 1) // 2, 0
    for band in bands:
        passed += band.count
        if passed >= half:
            return band.words
    return ""
