"""The day's board: today's blocks, open drafts, and responses that wait for a signature."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mbb_desktop.clinical.access import Permission, may
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.response import BEFORE, SLOTS, Response
from mbb_desktop.storage import blocks, patients, responses
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
    """What a day holds; a row may stand in one list only."""

    day: date
    blocks: tuple[BoardRow, ...]
    older_drafts: tuple[BoardRow, ...]
    responses_to_sign: tuple[BoardRow, ...]
    signed: int
    drafts: int


@needs(Permission.FIND_PEOPLE)
def board(desk: Desk) -> Board:
    """Today's list in order of time; without the right to open charts no scores are in it."""
    day = desk.now.date()
    with desk.store.look() as look:
        of_day = [b for b in blocks.of_day(look, day) if b.state is not BlockState.DISCARDED]
        known = {block.id for block in of_day}
        unfinished = (*blocks.planned_before(look, day), *blocks.drafts(look))
        older = [b for b in unfinished if b.id not in known and b.performed_on < day]
        waiting = blocks.awaiting_response(look) if may(desk.user, Permission.OPEN_CHART) else ()
        return Board(
            day,
            _rows(desk, look, sorted(of_day, key=_time_of_day)),
            _rows(desk, look, older),
            tuple(row for row in _rows(desk, look, waiting) if row.response and _complete(row.response)),
            signed=sum(block.state is BlockState.SIGNED for block in of_day),
            drafts=sum(block.state is BlockState.DRAFT for block in of_day) + len(older),
        )


def _time_of_day(block: Block) -> tuple[str, str]:
    at = block.scheduled_at or block.in_room or block.started_at or block.needle_out
    return (at.strftime("%H:%M") if at else "24:00", block.id.hex)


def _rows(desk: Desk, look: Look, of: Iterable[Block]) -> tuple[BoardRow, ...]:
    wanted = tuple(of)
    known = responses.of_blocks(look, [b.id for b in wanted]) if may(desk.user, Permission.OPEN_CHART) else {}
    return tuple(_row(look, block, known.get(block.id)) for block in wanted)


def _row(look: Look, block: Block, response: Response | None) -> BoardRow:
    patient = look.get(Patient, block.patient_id)
    course = look.find(Course, block.course_id)
    return BoardRow(block, patient, course, response, patients.similar_names(look, patient))


def _complete(response: Response) -> bool:
    """Whether there is something to judge: a score before the block and one after it."""
    slots = {reading.slot for reading in response.readings}
    return BEFORE in slots and any(slot in slots for slot in SLOTS)
