"""The time-out before the needle: what is still missing, and whether the answers agree."""

from collections.abc import Iterable
from dataclasses import dataclass

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, Item, PatientAnswer, TimeOut, WhereTimeOut
from mbb_desktop.clinical.performed import joints_blocked

_CHECKS = {
    "name_said": "full name",
    "born_said": "date of birth",
    "procedure_said": "procedure",
    "consent": "consent",
    "site_mark": "site mark",
    "allergy": "allergy",
    "anticoagulant": "anticoagulant",
    "images_up": "images up",
    "drug_labelled": "drug labelled",
}


def said(joint_sides: Iterable[JointSide]) -> tuple[str, ...]:
    """Joints in the words that a time-out keeps: `L4-5 left`."""
    return tuple(f"{each.joint} {each.side.value}" for each in joint_sides)


def unanswered(time_out: TimeOut) -> tuple[str, ...]:
    """What the circulator still has to answer or confirm, in the order of the screen."""
    missing = [words for field, words in _CHECKS.items() if not getattr(time_out, field)]
    if not time_out.joints:
        missing.insert(2, "side and levels")
    if time_out.patient_answer is None:
        missing.insert(3, "the patient's answer")
    if not time_out.present:
        missing.append("who is present")
    return tuple(missing)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Answers that do not agree: nothing may be injected before it is settled."""

    entered: tuple[str, ...]
    planned: tuple[str, ...]
    patient_answer: PatientAnswer | None
    headline: str


def unsettled_stop(block: Block) -> TimeOut | None:
    """The last time-out when it was stopped and no physician has settled it yet."""
    last = block.time_outs[-1] if block.time_outs else None
    return last if last is not None and last.stopped and not last.settled_by else None


def stands_for(block: Block) -> str:
    """What a time-out that is entered afterwards is entered for: the day, and joints or nerves with sides."""
    places = said(block.joints) or tuple(f"{target.nerve} {target.side.value}" for target in block.targets)
    return ", ".join((block.performed_on.isoformat(), *sorted(places))) if places else ""


def entered_for_another(block: Block) -> bool:
    """Whether the time-out entered afterwards was entered for other levels, another side or another day."""
    held = block.time_out
    if held is None or held.where is not WhereTimeOut.AFTERWARDS:
        return False
    now = stands_for(block)
    return bool(held.levels_text and now) and held.levels_text != now


def kept_where(block: Block, held: TimeOut) -> str:
    """Where a time-out was recorded: after the procedure only when it is known that this was over by then."""
    entry, out = block.entered(Item.TIMES), block.needle_out
    over = out is not None and (entry is None or entry.at >= out)
    if held.where is WhereTimeOut.AFTERWARDS and not over:
        return "not recorded on a room screen"
    return held.where.value


def corrected_at(block: Block) -> tuple[TimeOut, ...]:
    """The stopped time-outs after which a physician corrected the plan, the first one first."""
    return tuple(held for held in block.time_outs if held.was_planned)


def mismatch(time_out: TimeOut, block: Block) -> Mismatch | None:
    """The first disagreement between what was re-entered, the plan, and the patient; None when all agree."""
    planned = said(block.planned_joints)
    entered = time_out.joints
    headline = _disagreement(set(entered), set(planned), time_out.patient_answer)
    return Mismatch(entered, planned, time_out.patient_answer, headline) if headline else None


def _disagreement(entered: set[str], planned: set[str], answer: PatientAnswer | None) -> str:
    if planned and _sides(entered) != _sides(planned):
        return "STOP. The side does not match the plan."
    if planned and entered != planned:
        return "STOP. The levels do not match the plan."
    if answer in _ANSWERED and _ANSWERED[answer] != _sides(entered):
        return "STOP. The patient names another side."
    return ""


def _sides(words: set[str]) -> frozenset[str]:
    return frozenset(word.rsplit(" ", 1)[1] for word in words)


_ANSWERED = {
    PatientAnswer.LEFT: frozenset({Side.LEFT.value}),
    PatientAnswer.RIGHT: frozenset({Side.RIGHT.value}),
    PatientAnswer.BOTH: frozenset({Side.LEFT.value, Side.RIGHT.value}),
}


def agrees(block: Block) -> bool | None:
    """Whether what was blocked is what the time-out named; None without one or the other."""
    time_out = block.time_out
    if time_out is None or not block.joints or not time_out.joints:
        return None
    return set(said(joints_blocked(block))) == set(time_out.joints)
