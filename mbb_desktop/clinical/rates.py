"""How often a block was positive: by its number, region, anesthetic or physician."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.counted import CountedBlock, Result
from mbb_desktop.clinical.share import Share

_DECIDED = (Result.POSITIVE, Result.NEGATIVE)


class By(Enum):
    """What the blocks are told apart by."""

    NUMBER = "block number"
    REGION = "region"
    AGENT = "anesthetic"
    PHYSICIAN = "physician"


@dataclass(frozen=True, slots=True)
class Rate:
    """One group: positive of those that were positive or negative; `left_out` by what they were instead."""

    label: str
    positive: Share
    left_out: Mapping[Result, int]

    @property
    def all_blocks(self) -> int:
        """Positive, negative and left out together."""
        return self.positive.of + sum(self.left_out.values())


def overall_rate(blocks: Iterable[CountedBlock], label: str = "") -> Rate:
    """All blocks as one group."""
    results = Counter(block.result for block in blocks)
    decided = sum(results[each] for each in _DECIDED)
    left_out = {each: results[each] for each in Result if each not in _DECIDED and results[each]}
    return Rate(label, Share(results[Result.POSITIVE], decided), left_out)


def rates(blocks: Sequence[CountedBlock], by: By, physicians: Mapping[UUID, str]) -> tuple[Rate, ...]:
    """A rate for each group, every block in exactly one; `physicians` gives names by id."""
    of, label, order = _WAYS[by]
    found: dict[Hashable, list[CountedBlock]] = {}
    for block in blocks:
        found.setdefault(of(block), []).append(block)
    named = [(key, label(key, physicians), group) for key, group in found.items()]
    return tuple(overall_rate(group, name) for key, name, group in sorted(named, key=order))


def label_of(block: CountedBlock, by: By, physicians: Mapping[UUID, str]) -> str:
    """The name of the group that a block is in."""
    of, label, _ = _WAYS[by]
    return label(of(block), physicians)


_Named = tuple[Hashable, str, list[CountedBlock]]
_REGIONS = list(Region)
_THIRD = 3
_NUMBERS = {0: "No number", 1: "1st block", 2: "2nd block", _THIRD: "3rd or later"}


def _number(block: CountedBlock) -> Hashable:
    return min(block.number, _THIRD)


def _number_label(key: Hashable, _physicians: Mapping[UUID, str]) -> str:
    return _NUMBERS[key] if isinstance(key, int) else ""


def _region_label(key: Hashable, _physicians: Mapping[UUID, str]) -> str:
    return key.value.capitalize() if isinstance(key, Region) else ""


def _agent(block: CountedBlock) -> Hashable:
    return " + ".join(sorted(block.agents))


def _agent_label(key: Hashable, _physicians: Mapping[UUID, str]) -> str:
    return str(key) or "Not recorded"


def _physician_label(key: Hashable, physicians: Mapping[UUID, str]) -> str:
    return physicians.get(key, "") if isinstance(key, UUID) else "Not recorded"


def _by_number(named: _Named) -> tuple[int, str]:
    key = named[0]
    return (key or _THIRD + 1, "") if isinstance(key, int) else (0, "")


def _by_region(named: _Named) -> tuple[int, str]:
    key = named[0]
    return (_REGIONS.index(key), "") if isinstance(key, Region) else (0, "")


def _largest_first(named: _Named) -> tuple[int, str]:
    return -len(named[2]), named[1]


_WAYS: Mapping[
    By,
    tuple[
        Callable[[CountedBlock], Hashable],
        Callable[[Hashable, Mapping[UUID, str]], str],
        Callable[[_Named], tuple[int, str]],
    ],
] = {
    By.NUMBER: (_number, _number_label, _by_number),
    By.REGION: (lambda block: block.region, _region_label, _by_region),
    By.AGENT: (_agent, _agent_label, _largest_first),
    By.PHYSICIAN: (lambda block: block.physician_id, _physician_label, _largest_first),
}
