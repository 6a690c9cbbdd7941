"""How sure a proportion is: the score interval of Wilson.

Sources: E. B. Wilson, Probable inference, the law of succession, and statistical inference, J Am Stat Assoc
1927;22:209; chosen over the simple interval as R. G. Newcombe, Stat Med 1998;17:857, compares them.
"""

from dataclasses import dataclass
from math import sqrt

_Z = 1.959963984540054  # the 97.5th percentile of the normal distribution: 95 % between both sides


@dataclass(frozen=True, slots=True)
class Interval:
    """Two proportions from 0 to 1."""

    low: float
    high: float


def wilson(count: int, of: int) -> Interval:
    """The 95 % interval of `count` in `of`. Raises ValueError unless 0 <= count <= of and of > 0."""
    if not 0 <= count <= of or of == 0:
        raise ValueError(f"{count} of {of} is no proportion")
    share, spread = count / of, _Z * _Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / of + spread / (4 * of)) / (1 + spread)
    low = 0.0 if count == 0 else max(0.0, middle - half)
    high = 1.0 if count == of else min(1.0, middle + half)
    return Interval(low, high)
