"""What to say on a follow-up call: which pain, on which side, on which movement, at which time."""

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.performed import sides_of
from mbb_desktop.clinical.response import Response, Series
from mbb_desktop.clinical.scoring import when_due
from mbb_desktop.clinical.shown import listed, show_minutes, show_time

WHO = "Please tell me your full name and date of birth."


def tested_pain(course: Course, block: Block) -> str:
    """`low back, left and right`; without an area the sides alone, without sides nothing of them."""
    sides = listed([side.value for side in sides_of(block)])
    return ", ".join(filter(None, (course.pain_area, sides)))


def question(course: Course, block: Block, slot: int) -> tuple[tuple[str, bool], ...]:
    """The question about one time, in pieces; True marks what must not be changed.

    What is not recorded about the complaint is left out, never guessed.
    """
    pieces = [("Think only of the pain we tested", False)]
    if pain := tested_pain(course, block):
        pieces += [(": ", False), (pain, True)]
    if course.provoked_by:
        pieces += [(", on ", False), (course.provoked_by, True)]
    pieces += [(". From 0 to 10, how was it at ", False), *_time(block, slot)]
    return (*pieces, (f"? {rows_asked(block)}".rstrip(), False))


def _time(block: Block, slot: int) -> list[tuple[str, bool]]:
    due, after = when_due(block, slot), f", {show_minutes(slot)} after the injection"
    return [(show_time(due), True), (after, False)] if due else [(show_minutes(slot), True)]


def rows_asked(block: Block) -> str:
    """In which order the sides are asked."""
    sides = [side.value for side in sides_of(block)]
    if len(sides) > 1:
        return f"First the {sides[0]}, then the {sides[1]}, then overall."
    return ""


def rows_of(block: Block, response: Response) -> tuple[Series, ...]:
    """What is asked for on a call: each side of a bilateral block and overall, else what was rated before.

    A side that was rated overall before the block must be rated overall after it to be compared.
    """
    if len(sides_of(block)) > 1:
        return (Series.LEFT, Series.RIGHT, Series.OVERALL)
    return response.rated or (Series.OVERALL,)
