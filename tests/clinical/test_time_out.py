"""The time-out before the needle: what is open, what does not agree, and what was blocked after it."""

from dataclasses import replace
from datetime import UTC, datetime

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, PatientAnswer, TimeOut, WhereTimeOut
from mbb_desktop.clinical.time_out import agrees, mismatch, said, unanswered, unsettled_stop
from tests.clinical.invented import BOTH, LEFT, RIGHT, a_block
from tests.every_row import every_row

EMPTY = TimeOut(datetime(2026, 11, 3, 10, 0, tzinfo=UTC), "RN Diaz", WhereTimeOut.ROOM_SCREEN)
FULL = replace(
    EMPTY,
    joints=said(RIGHT),
    patient_answer=PatientAnswer.RIGHT,
    name_said=True,
    born_said=True,
    procedure_said=True,
    consent=True,
    site_mark=True,
    allergy=True,
    anticoagulant=True,
    images_up=True,
    drug_labelled=True,
    present=("A. Okafor",),
)
PLANNED = replace(a_block(), planned_joints=RIGHT)


def test_everything_is_open_at_first_in_the_order_of_the_screen() -> None:
    assert unanswered(EMPTY) == (
        "full name",
        "date of birth",
        "side and levels",
        "the patient's answer",
        "procedure",
        "consent",
        "site mark",
        "allergy",
        "anticoagulant",
        "images up",
        "drug labelled",
        "who is present",
    )


@every_row(
    ("change", "missing"),
    [
        ({}, ()),
        ({"joints": ()}, ("side and levels",)),
        ({"patient_answer": None}, ("the patient's answer",)),
        ({"present": ()}, ("who is present",)),
        ({"site_mark": False, "images_up": False}, ("site mark", "images up")),
    ],
)
def test_what_is_still_open_is_named(change: dict[str, object], missing: tuple[str, ...]) -> None:
    assert unanswered(replace(FULL, **change)) == missing  # type: ignore[arg-type] # fields of a time-out


ALSO_LEFT = (*RIGHT, JointSide("L4-5", Side.LEFT))


@every_row(
    ("entered", "planned", "answer", "headline"),
    [
        (RIGHT, RIGHT, PatientAnswer.RIGHT, None),
        (RIGHT, RIGHT, None, None),
        (RIGHT, RIGHT, PatientAnswer.NOT_ABLE, None),
        (RIGHT, (), PatientAnswer.RIGHT, None),
        (BOTH, BOTH, PatientAnswer.BOTH, None),
        (LEFT, RIGHT, PatientAnswer.LEFT, "STOP. The side does not match the plan."),
        (BOTH, RIGHT, PatientAnswer.RIGHT, "STOP. The side does not match the plan."),
        (RIGHT[:1], RIGHT, PatientAnswer.RIGHT, "STOP. The levels do not match the plan."),
        (ALSO_LEFT, BOTH, PatientAnswer.BOTH, "STOP. The levels do not match the plan."),
        (RIGHT, RIGHT, PatientAnswer.LEFT, "STOP. The patient names another side."),
        (RIGHT, RIGHT, PatientAnswer.BOTH, "STOP. The patient names another side."),
        (RIGHT, (), PatientAnswer.LEFT, "STOP. The patient names another side."),
        (LEFT, LEFT, PatientAnswer.RIGHT, "STOP. The patient names another side."),
    ],
)
def test_any_disagreement_stops(
    entered: tuple[JointSide, ...],
    planned: tuple[JointSide, ...],
    answer: PatientAnswer | None,
    headline: str | None,
) -> None:
    block = replace(PLANNED, planned_joints=planned)
    found = mismatch(replace(FULL, joints=said(entered), patient_answer=answer), block)
    assert (found.headline if found else None) == headline
    if found:
        assert (found.entered, found.planned, found.patient_answer) == (said(entered), said(planned), answer)


STOPPED = replace(FULL, stopped=True)


@every_row(
    ("time_outs", "open_stop"),
    [
        ((), None),
        ((FULL,), None),
        ((STOPPED,), STOPPED),
        ((STOPPED, FULL), None),
        ((FULL, STOPPED), STOPPED),
        ((replace(STOPPED, settled_by="A. Okafor"),), None),
    ],
)
def test_a_stop_is_open_until_somebody_settles_it(
    time_outs: tuple[TimeOut, ...], open_stop: TimeOut | None
) -> None:
    assert unsettled_stop(replace(PLANNED, time_outs=time_outs)) == open_stop


def blocked(block: Block, *time_outs: TimeOut) -> Block:
    return replace(block, time_outs=time_outs)


def test_what_was_blocked_agrees_with_what_the_time_out_named() -> None:
    assert agrees(blocked(a_block(RIGHT), FULL)) is True
    assert agrees(blocked(a_block(LEFT), FULL)) is False
    assert agrees(blocked(a_block(BOTH), FULL)) is False
    assert agrees(blocked(a_block(RIGHT), replace(FULL, joints=said(reversed(RIGHT))))) is True


def test_without_a_time_out_that_counts_nothing_is_known() -> None:
    assert agrees(a_block(RIGHT)) is None
    assert agrees(blocked(a_block(RIGHT), STOPPED)) is None
    assert agrees(blocked(a_block(RIGHT), replace(FULL, joints=()))) is None
    assert agrees(blocked(a_block(()), FULL)) is None
