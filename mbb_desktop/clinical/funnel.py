"""From the first block to the outcome of the ablation: how many came how far, and what became of the rest."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mbb_desktop.clinical.counted import CountedComplaint, Left, Stage
from mbb_desktop.clinical.share import Share


@dataclass(frozen=True, slots=True)
class Step:
    """`reached` of those that reached the stage before; `left` of them went no further, by reason."""

    stage: Stage
    reached: Share
    left: Mapping[Left, int]


def funnel(complaints: Iterable[CountedComplaint]) -> tuple[Step, ...]:
    """Every stage in order. What reached a stage is what left there and what reached the next one."""
    stages = list(Stage)
    left = Counter((each.reached, each.left) for each in complaints)
    steps: list[Step] = []
    for place, stage in enumerate(stages):
        count = sum(times for (reached, _), times in left.items() if stages.index(reached) >= place)
        before = steps[-1].reached.count if steps else count
        reasons = {why: left[stage, why] for why in Left if left[stage, why]}
        steps.append(Step(stage, Share(count, before), reasons))
    return tuple(steps)
