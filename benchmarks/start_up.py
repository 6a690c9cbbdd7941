"""Starting: the unlock window, and from the passphrase to the Today page in time and memory."""

from collections.abc import Iterator
from itertools import cycle

from benchmarks.measure import Aim, Pairs, Plan, Row, Samples, against_floor, in_pairs, run_child, skipped
from benchmarks.people import NOW, PASSPHRASE

_UNLOCK = Aim("start", "unlock window painted / bare window", 1.25)
_TODAY = Aim("unlock", "passphrase entered -> Today page / Argon2id call alone", 1.3)
_MEMORY = Aim("memory", "peak memory at the Today page / bare window", 2.2)
_SECONDS = 30


def unlock_window(plan: Plan) -> Iterator[Row]:
    """A whole process from start to exit, ours after painting its unlock window."""
    vault = str(plan.vault)
    pairs = in_pairs(
        lambda: run_child("unlock_window.py", vault)[0], lambda: run_child("bare_window.py")[0], plan.rounds
    )
    yield against_floor(_UNLOCK, pairs)


def today_page(plan: Plan) -> Iterator[Row]:
    """A new process for each round; every import is done before the passphrase is entered."""
    order = cycle(("first", "last"))
    told: list[dict[str, float]] = []

    def ours() -> float:
        told.append(
            run_child("today_window.py", str(plan.vault), PASSPHRASE, NOW.isoformat(), next(order))[1]
        )
        return told[-1]["peak"]

    memory = in_pairs(ours, lambda: run_child("bare_window.py")[1]["peak"], plan.rounds, seconds=_SECONDS)
    counted = told[1:]
    speed = Pairs(
        Samples(tuple(one["unlock"] for one in counted)), Samples(tuple(one["kdf"] for one in counted))
    )
    yield against_floor(_TODAY, speed)
    if memory.floor.median:
        note = "64 MiB of it are Argon2id's"
        yield against_floor(_MEMORY, memory, "MiB", note)
    else:
        reason = "this system does not tell a process's peak memory"
        yield skipped(_MEMORY.goal, _MEMORY.what, reason)
