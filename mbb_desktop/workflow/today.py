"""The day's board: today's blocks, open drafts, and responses that wait for a signature."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.response import Response
from mbb_desktop.storage import blocks, responses, similar_people
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One block on the board with the person it belongs to."""

    block: Block
    patient: Patient
    course: Course | None
    response: Response | None
    similar: tuple[Patient, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """What a day holds; a row may stand in one list only. `signed` and `drafts` count the day's own."""

    day: date
    blocks: tuple[BoardRow, ...]
    older_drafts: tuple[BoardRow, ...]
    responses_to_sign: tuple[BoardRow, ...]
    signed: int
    drafts: int


@needs(Permission.FIND_PEOPLE)
def board(desk: Desk) -> Board:
    """Today's list in order of time; without the right to open charts no scores are in it."""
    with desk.store.look() as look:
        return read_board(desk, look)


def read_board(desk: Desk, look: Look) -> Board:
    """The board inside an open transaction."""
    day = desk.now.date()
    of_day = [b for b in blocks.of_day(look, day) if b.state is not BlockState.DISCARDED]
    known = {block.id for block in of_day}
    unfinished = (*blocks.planned_before(look, day), *blocks.drafts(look))
    older = [b for b in unfinished if b.id not in known and b.performed_on < day]
    waiting = blocks.with_response_to_sign(look) if desk.may(Permission.OPEN_CHART) else ()
    rows = {row.block.id: row for row in read_rows(desk, look, (*of_day, *older, *waiting))}
    return Board(
        day,
        tuple(rows[block.id] for block in sorted(of_day, key=_time_of_day)),
        tuple(rows[block.id] for block in older),
        tuple(rows[block.id] for block in waiting),
        signed=sum(block.state is BlockState.SIGNED for block in of_day),
        drafts=sum(block.state is BlockState.DRAFT for block in of_day),
    )


def _time_of_day(block: Block) -> tuple[str, str]:
    at = block.scheduled_at or block.in_room or block.started_at or block.needle_out
    return (at.strftime("%H:%M") if at else "24:00", block.id.hex)


def read_rows(desk: Desk, look: Look, of: Sequence[Block]) -> tuple[BoardRow, ...]:
    """The blocks with their people, inside an open transaction."""
    people = look.people(block.patient_id for block in of)
    known = {one.id: one for one in look.many(Course, [block.course_id for block in of])}
    may_see = desk.may(Permission.OPEN_CHART)
    scores = responses.of_blocks(look, [block.id for block in of]) if may_see else {}
    similar = similar_people.similar_people(look, people.values())
    return tuple(
        BoardRow(
            block,
            people[block.patient_id],
            known.get(block.course_id),
            scores.get(block.id),
            similar[people[block.patient_id].id],
        )
        for block in of
    )
