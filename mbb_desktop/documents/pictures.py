"""The spine with marked joints and nerves, and the pain curves, as parts of a page."""

from collections.abc import Iterable, Mapping

from mbb_desktop.clinical.anatomy import JointSide, NerveSide, Region, say_joints_in_sentence, targets_of
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import show_minutes
from mbb_desktop.documents.amounts import volume
from mbb_desktop.documents.drawing import DrawingFlowable
from mbb_desktop.documents.places import joints_done, joints_served, six_lumbar
from mbb_desktop.drawing.relief_chart import Curve, Relief, relief_chart
from mbb_desktop.drawing.spine import paper_spine
from mbb_desktop.drawing.spine_marks import Marks

_MM = 72 / 25.4
_TEXT = 2.7  # millimetres


def block_picture(block: Block, width: float) -> DrawingFlowable | None:
    """What was injected, with volumes; None without a region or an injection. `width` in points."""
    done = [target for target in block.targets if not target.not_injected]
    if block.region is None or not done:
        return None
    blocked = joints_done(block)
    served = {JointSide(joint.name, target.side) for target in done for joint in joints_served(target, block)}
    reached = tuple(place for place in block.joints if place in served)
    stated: Mapping[NerveSide, str] = {
        t.place: volume(t.volume, t.volume_to, t.volume_is) for t in done if t.volume is not None
    }
    marks = Marks(reached, tuple(t.place for t in done), stated, six_lumbar=six_lumbar(block))
    said = say_joints_in_sentence(blocked) if blocked else "no joint fully"
    return _picture(block.region, marks, width, f"Spine seen from behind, blocked: {said}")


def request_picture(
    region: Region, joints: Iterable[JointSide], width: float, *, six: bool
) -> DrawingFlowable | None:
    """The joints that are asked for, with their nerves; None when nothing is asked for."""
    places = tuple(joints)
    if not places:
        return None
    marks = Marks(places, targets_of(places, six_lumbar=six), six_lumbar=six)
    return _picture(
        region, marks, width, f"Spine seen from behind, asked for: {say_joints_in_sentence(places)}"
    )


def _picture(region: Region, marks: Marks, width: float, alt: str) -> DrawingFlowable:
    return DrawingFlowable(paper_spine(region, marks, width=width / _MM), width, alt)


def chart_picture(relief: Relief, width: float, height: float) -> DrawingFlowable:
    """The chart, `width` by `height` points."""
    drawing = relief_chart(relief, size=(width / _MM, height / _MM), text=_TEXT)
    return DrawingFlowable(drawing, width, _told(relief))


def _told(relief: Relief) -> str:
    """The chart for whoever cannot see it: every score of every curve."""
    return ". ".join(["Pain scores from 0 to 10 after needle-out", *map(_curve, relief.curves)])


def _curve(curve: Curve) -> str:
    scores = [
        f"{'before' if minutes is None else show_minutes(minutes)} {plain(score)}"
        for minutes, score in curve.points
        if score is not None
    ]
    return f"{curve.label}: {', '.join(scores) or 'none'}"
