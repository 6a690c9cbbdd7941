"""Today's list in one reply: the board, which block each one is, and the drafts put away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from mbb_desktop.clinical.access import Permission, may
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.record_block import discarded_drafts
from mbb_desktop.workflow.review_course import CourseReview, reviewed
from mbb_desktop.workflow.today import Board, BoardRow, board

_NO_TEST = (BlockVerdict.NOT_DIAGNOSTIC, BlockVerdict.NOT_ASSESSABLE, BlockVerdict.INSUFFICIENT)


@dataclass(frozen=True, slots=True)
class DayList:
    """The board; `numbers` says the how manyeth test of its joints each block is or will be."""

    board: Board
    numbers: Mapping[UUID, int]
    discarded: tuple[BoardRow, ...]


@needs(Permission.FIND_PEOPLE)
def day_list(desk: Desk) -> DayList:
    """The day as it stands now; drafts put away only for people who may restore them."""
    day = board(desk)
    put_away = discarded_drafts(desk) if may(desk.user, Permission.RECORD_BLOCK) else ()
    rows = (*day.blocks, *day.older_drafts, *day.responses_to_sign)
    with desk.store.look() as look:
        discarded = tuple(_row(look, block) for block in put_away)
        return DayList(day, _numbers(desk, look, (row.block for row in rows)), discarded)


def _row(look: Look, block: Block) -> BoardRow:
    patient, course = look.get(Patient, block.patient_id), look.find(Course, block.course_id)
    return BoardRow(block, patient, course, None, ())


def _numbers(desk: Desk, look: Look, of: Iterable[Block]) -> dict[UUID, int]:
    numbers: dict[UUID, int] = {}
    reviews: dict[UUID, CourseReview] = {}
    for block in of:
        if block.course_id not in reviews:
            reviews[block.course_id] = reviewed(desk, look, block.course_id)
        numbers[block.id] = number_in(reviews[block.course_id], block)
    return numbers


def number_in(review: CourseReview, block: Block) -> int:
    """1 for the first test of these joints; a block that is only planned counts by its plan."""
    if any(known.id == block.id for known in review.blocks):
        return review.number_of(block.id)
    joints = set(block.joints or block.planned_joints)
    tests = zip(review.blocks, review.assessed, strict=True)
    return 1 + sum(bool(joints & set(done.joints)) and _was_a_test(assessed) for done, assessed in tests)


def _was_a_test(assessed: Assessed) -> bool:
    return any(result.verdict not in _NO_TEST for result in assessed.series)
