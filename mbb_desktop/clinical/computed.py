"""What the readings computed, kept in words with the signed response; and whether it was followed."""

from collections.abc import Mapping
from functools import lru_cache

from mbb_desktop.clinical.response import Conclusion
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict

_AGREE: Mapping[Conclusion, tuple[BlockVerdict, ...]] = {
    Conclusion.POSITIVE: (BlockVerdict.POSITIVE,),
    Conclusion.NEGATIVE: (BlockVerdict.NEGATIVE, BlockVerdict.PARTIAL),
    Conclusion.NOT_ASSESSABLE: (
        BlockVerdict.NOT_ASSESSABLE,
        BlockVerdict.INSUFFICIENT,
        BlockVerdict.NOT_DIAGNOSTIC,
        BlockVerdict.CONFLICT,
    ),
}


def computed_words(assessed: Assessed) -> tuple[str, ...]:
    """`left: positive`, `overall: partial`: each rated series with its verdict."""
    return tuple(f"{result.series.value}: {result.verdict.value}" for result in assessed.series)


@lru_cache(256)
def verdicts_in(words: tuple[str, ...]) -> tuple[BlockVerdict, ...]:
    """The verdicts of `computed_words`, each once, in the order of BlockVerdict."""
    found = {BlockVerdict(each.partition(": ")[2]) for each in words}
    return tuple(verdict for verdict in BlockVerdict if verdict in found)


def differs(conclusion: Conclusion, computed: tuple[str, ...]) -> bool:
    """Whether the physician concludes otherwise than the readings of any series compute."""
    return any(verdict not in _AGREE[conclusion] for verdict in verdicts_in(computed))
