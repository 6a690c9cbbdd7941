"""A verified backup of the whole vault, made while the window goes on, beside copying one file."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from benchmarks.gaps import BUDGET
from benchmarks.measure import Aim, Pairs, Plan, Row, Samples, against_floor, timed, within
from benchmarks.people import NOW
from benchmarks.window import at_work
from mbb_desktop.storage.backup import Backup, back_up
from mbb_desktop.storage.files import copy_durably
from mbb_desktop.storage.place import DATABASE
from mbb_desktop.storage.store import Store

_AIM = Aim("backup", "verified backup / cp and fsync", 20)
_GAP = Aim("window", "longest gap of the window's thread: backup", BUDGET)
_SECONDS = 15


def backup(plan: Plan) -> Iterator[Row]:
    """The floor copies the finished backup, which has the same size: nobody else may open the live file."""
    made: list[Backup] = []
    ours: list[float] = []
    floor: list[float] = []
    gaps: list[float] = []
    with at_work(plan) as running:
        store = running.desk.store
        while len(ours) < plan.rounds and sum(ours) < _SECONDS:
            at = NOW + timedelta(minutes=len(ours) + 1)
            worked = running.beside(partial(_keep_backup, made, store, at))
            ours.append(worked.seconds)
            gaps.append(worked.gaps.worst)
            source, target = made[-1].folder / DATABASE, plan.scratch / "copied.db"
            floor.append(timed(partial(copy_durably, source, target)))
        size = f"{target.stat().st_size / 2**20:.0f} MiB"
    yield against_floor(_AIM, Pairs(Samples(tuple(ours)), Samples(tuple(floor))), note=size)
    longest = Samples(tuple(gaps))
    yield within(_GAP, longest.worst, longest)


def _keep_backup(made: list[Backup], store: Store, at: datetime) -> None:
    made.append(back_up(store, at=at))
