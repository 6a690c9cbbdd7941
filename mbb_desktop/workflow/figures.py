"""The figures of the clinic: own ones counted for a physician, all of them for a manager."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from mbb_desktop.clinical.access import Permission, User, may
from mbb_desktop.clinical.counted import Counted, Period
from mbb_desktop.clinical.counting import Asked, count
from mbb_desktop.storage.counted_rows import Told, complaints, signed_blocks, unsigned_after_a_day, wanted
from mbb_desktop.workflow.desk import Desk, needs


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted, when, and the names of the physicians that may be shown; `own`: of one alone."""

    counted: Counted
    physicians: Mapping[UUID, str]
    own: bool
    at: datetime


def _tell_nobody(_done: int, _of: int) -> None:
    """Nobody wants to hear of the progress."""


@needs(Permission.SEE_FIGURES)
def count_records(desk: Desk, period: Period, told: Told = _tell_nobody) -> Counts:
    """Count the signed records of a period: those of every physician, or the own ones.

    What was entered in error does not count; merged records count as one person. Takes seconds for tens of
    thousands of blocks; closing the store ends it with Stopped. `told` hears of the progress, on the thread
    that counts.
    """
    everybody = may(desk.user, Permission.SEE_ALL_FIGURES)
    asked = Asked(period, None if everybody else desk.user.id)
    today = desk.now.date()
    with desk.store.long_look() as look:
        which = wanted(look, asked, told)
        counted = count(asked, signed_blocks(look, which), complaints(look, which), today)
        unsigned = unsigned_after_a_day(look, which, today)
        users = look.all(User) if everybody else (desk.user,)
    names = {user.id: user.name for user in users}
    return Counts(replace(counted, unsigned=unsigned), names, not everybody, desk.now)
