"""What was really injected: sides, joints, agents, and the window in which their relief should end."""

from collections.abc import Iterable, Mapping

from mbb_desktop.clinical.anatomy import (
    JOINTS,
    SIX_LUMBAR_JOINTS,
    JointSide,
    NerveSide,
    Side,
    in_order,
    joints_covered_by_targets,
)
from mbb_desktop.clinical.block import Block, BlockState, DrugUse, Epinephrine, Purpose, Target
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.drugs import Agent, Window
from mbb_desktop.clinical.response import Series
from mbb_desktop.clinical.shown import listed

SERIES = {Side.LEFT: Series.LEFT, Side.RIGHT: Series.RIGHT}


def sides_of(block: Block) -> tuple[Side, ...]:
    """The sides of the block's targets, or of its joints when there are no targets; left first."""
    found = {target.side for target in block.targets} or {joint.side for joint in block.joints}
    return tuple(side for side in Side if side in found)


def something_injected(block: Block) -> bool:
    """Whether a drug went in at a nerve at all; a block reported without targets is taken at its word."""
    return not block.targets or any(not target.not_injected for target in block.targets)


def session_undecided(block: Block) -> bool:
    """Whether a block was stopped after something was injected, and nobody said if that is a session."""
    stopped = bool(block.stopped_because.strip()) and something_injected(block)
    return stopped and block.counts_as_session is None


def not_a_session(block: Block) -> bool:
    """Whether a block was stopped and somebody said that it is no session."""
    return bool(block.stopped_because.strip()) and block.counts_as_session is False


def says_where(block: Block) -> bool:
    """Whether the record says where needles were: its targets, or the joints that were reported to us."""
    return bool(block.targets or (block.reported_by and block.joints))


def may_have_begun(block: Block) -> bool:
    """Whether a draft without a target may be of a block that takes or took place, by its stamps."""
    if block.state is not BlockState.DRAFT or says_where(block):
        return False
    return any(at is not None for at in (block.in_room, block.needle_in, block.needle_out))


def kind_of(block: Block) -> Purpose | None:
    """What a block counts as: with steroid as therapeutic, whatever it was meant for.

    None while its purpose, or whether a block that was done was without steroid, is not recorded.
    """
    if block.drugs_for(DrugUse.STEROID):
        return Purpose.THERAPEUTIC
    open_ = block.purpose is Purpose.DIAGNOSTIC and not block.no_steroid
    return None if open_ and block.state is not BlockState.PLANNED else block.purpose


def joints_blocked(block: Block) -> tuple[JointSide, ...]:
    """The joints that were blocked: named ones whose nerves were all injected.

    Without named joints all that the targets cover; without targets (reported from elsewhere) all named.
    """
    if not block.targets:
        return in_order(block.joints)
    covered = joints_covered_by_targets(
        [target.place for target in block.targets if not target.not_injected],
        six_lumbar=block.vertebrae is Vertebrae.SIX,
    )
    return tuple(place for place in covered if place in block.joints) if block.joints else covered


def joints_without_targets(block: Block) -> tuple[JointSide, ...]:
    """The named joints of which a nerve is no target on that side, injected or left out.

    None while there are no targets at all.
    """
    targets, tables = {target.place for target in block.targets}, {**JOINTS, **SIX_LUMBAR_JOINTS}
    return tuple(
        place
        for place in in_order(block.joints)
        if targets and not targets.issuperset(NerveSide(n, place.side) for n in tables[place.joint].nerves)
    )


def stopped_before_needle(block: Block) -> bool:
    """Whether the block was stopped with nothing injected and no needle time: there is no needle-out."""
    no_needle = block.needle_in is None and block.needle_out is None
    return bool(block.stopped_because.strip()) and not something_injected(block) and no_needle


def say_places(places: Iterable[JointSide]) -> str:
    """`L4-5 left and L4-5 right`: each joint with its side."""
    return listed([f"{place.joint} {place.side.value}" for place in places])


def agents_of(block: Block, series: Series = Series.OVERALL) -> tuple[str, ...]:
    """The anesthetics injected at the targets of a series, in the order drawn up."""
    syringes = {target.syringe for target in targets_of_series(block, series)}
    everywhere = not block.targets
    drugs = block.drugs_for(DrugUse.TARGET)
    return tuple(dict.fromkeys(d.agent for d in drugs if everywhere or d.syringe in syringes))


def targets_of_series(block: Block, series: Series) -> list[Target]:
    injected = [target for target in block.targets if not target.not_injected]
    sides = [side for side, own in SERIES.items() if own is series]
    return [target for target in injected if target.side in sides] if sides else injected


def window_of(block: Block, agents: Mapping[str, Agent], series: Series = Series.OVERALL) -> Window | None:
    """The window of the longest-acting agent at the targets of a series; None when an agent is not known."""
    names = agents_of(block, series)
    windows = [_window(block, agents[name]) for name in names if name in agents]
    known = [window for window in windows if window is not None]
    if len(windows) < len(names):
        return None
    return max(known, key=lambda window: (window.end, window.start), default=None)


def _window(block: Block, agent: Agent) -> Window | None:
    if has_epinephrine(block, agent.name) and agent.window_with_epinephrine is not None:
        return agent.window_with_epinephrine
    return agent.window


def has_epinephrine(block: Block, agent: str) -> bool:
    drugs = [drug for drug in block.drugs_for(DrugUse.TARGET) if drug.agent == agent]
    return any(drug.epinephrine not in {None, Epinephrine.NONE} for drug in drugs)
