"""Today's list in one reply: the board, which block each one is, and the drafts put away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.asked_before import AskedBefore
from mbb_desktop.clinical.authorized import Covered
from mbb_desktop.storage import asked_before
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.authorizations import read_covered
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.record_block import read_discarded
from mbb_desktop.workflow.review_course import number_in, read_tests
from mbb_desktop.workflow.today import Board, BoardRow, read_board, read_rows


@dataclass(frozen=True, slots=True)
class DayList:
    """The board; `numbers` says the how manyeth test of its joints each block is or will be.

    `authorized` compares each block with what the payer approved; `asked` are the answers given before
    it, only for people who read charts.
    """

    board: Board
    numbers: Mapping[UUID, int]
    discarded: tuple[BoardRow, ...]
    authorized: Mapping[UUID, Covered] = field(default_factory=dict)
    asked: Mapping[UUID, AskedBefore] = field(default_factory=dict)


@needs(Permission.FIND_PEOPLE)
def day_list(desk: Desk) -> DayList:
    """The day as it stands now; drafts put away only for people who may restore them.

    A long list takes no more statements than a short one.
    """
    with desk.store.look() as look:
        day = read_board(desk, look)
        put_away = read_discarded(desk, look) if desk.may(Permission.RECORD_BLOCK) else ()
        rows = (*day.blocks, *day.older_drafts, *day.responses_to_sign)
        people = {row.block.patient_id: row.patient for row in rows}
        authorized = read_covered(look, [row.block for row in rows], people)
        own = [row.block.id for row in day.blocks] if desk.may(Permission.OPEN_CHART) else []
        asked = asked_before.of_blocks(look, own)
        return DayList(day, _numbers(look, rows), read_rows(desk, look, put_away), authorized, asked)


def _numbers(look: Look, rows: Sequence[BoardRow]) -> dict[UUID, int]:
    people = {row.patient.id: row.patient for row in rows}
    courses = {row.course.id: row.course for row in rows if row.course is not None}
    tests = read_tests(look, people.values(), courses.values())
    return {row.block.id: number_in(tests[row.block.course_id], row.block) for row in rows}
