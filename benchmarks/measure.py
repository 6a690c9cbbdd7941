"""Timing in interleaved pairs, children in their own process, and the table that is printed."""

import json
import math
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run measures on: a closed vault, a folder to write in beside it, and how many rounds."""

    vault: Path
    scratch: Path
    rounds: int


@dataclass(frozen=True, slots=True)
class Samples:
    """What one side of a comparison took, once per round: seconds or MiB."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    @property
    def p95(self) -> float:
        """The smallest value that at least 95 % of the rounds do not exceed."""
        return sorted(self.values)[math.ceil(0.95 * len(self.values)) - 1]

    @property
    def worst(self) -> float:
        return max(self.values)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Ours and the floor, measured side by side in every round."""

    ours: Samples
    floor: Samples

    @property
    def ratio(self) -> float:
        """The median of the ratios of the rounds: a machine that drifts slows both sides of a round."""
        return statistics.median(
            ours / floor for ours, floor in zip(self.ours.values, self.floor.values, strict=True)
        )


def in_pairs(
    ours: Callable[[], float], floor: Callable[[], float], rounds: int, *, seconds: float = math.inf
) -> Pairs:
    """Run both in every round, in an order that alternates, after one round that does not count.

    After `seconds` no further round begins, but there are three at least.
    """
    end = time.perf_counter() + seconds
    floor(), ours()
    kept: list[tuple[float, float]] = []
    while len(kept) < rounds and (len(kept) < _LEAST or time.perf_counter() < end):
        if len(kept) % 2:
            of_floor, of_ours = floor(), ours()
        else:
            of_ours, of_floor = ours(), floor()
        kept.append((of_ours, of_floor))
    return Pairs(Samples(tuple(one for one, _ in kept)), Samples(tuple(other for _, other in kept)))


def timed(work: Callable[[], object]) -> float:
    """Seconds on the wall."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run_child(program: str, *arguments: str) -> tuple[float, dict[str, float]]:
    """Seconds of a whole process, and what it said about itself in its last line (JSON)."""
    command = [sys.executable, str(_HERE / program), *arguments]
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment())
    seconds = time.perf_counter() - start
    if done.returncode:
        raise RuntimeError(f"{program} ended with {done.returncode}: {done.stderr.strip()[-2000:]}")
    said = done.stdout.strip().splitlines()
    return seconds, json.loads(said[-1]) if said else {}


def _environment() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_HERE.parent)}


def fsync_once(folder: Path) -> float:
    """Seconds to append 4 KiB to a file and force it to disk."""
    with (folder / "fsync-floor").open("ab") as file:
        start = time.perf_counter()
        file.write(random.randbytes(4096))
        file.flush()
        os.fsync(file.fileno())
        return time.perf_counter() - start


class Met(Enum):
    """Whether a budget was kept."""

    YES = "met"
    NO = "NOT met"
    UNKNOWN = "skipped"


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal, what is measured for it, and its budget: times the floor, or seconds."""

    goal: str
    what: str
    most: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    goal: str
    what: str
    ours: str
    floor: str
    ratio: str
    budget: str
    met: Met
    note: str = ""


def against_floor(aim: Aim, pairs: Pairs, unit: str = "ms", note: str = "") -> Row:
    """At most so many times the floor."""
    met = Met.YES if pairs.ratio <= aim.most else Met.NO
    counted = f"{len(pairs.ours.values)} pairs"
    ratio, budget = f"{pairs.ratio:.2f}x", f"{aim.most:g}x"
    ours, floor = _both(pairs.ours, unit), _both(pairs.floor, unit)
    return Row(aim.goal, aim.what, ours, floor, ratio, budget, met, _notes(counted, note))


def within(aim: Aim, value: float, samples: Samples, note: str = "") -> Row:
    """One value of the samples, the p95 or the worst, in at most so many seconds."""
    met = Met.YES if value <= aim.most else Met.NO
    counted = f"{len(samples.values)} times, median {_show(samples.median, 'ms')} ms"
    shown, budget = f"{_show(value, 'ms')} ms", f"{_show(aim.most, 'ms')} ms"
    return Row(aim.goal, aim.what, shown, "", "", budget, met, _notes(counted, note))


def _both(samples: Samples, unit: str) -> str:
    return f"{_show(samples.median, unit)} ({_show(samples.p95, unit)}) {unit}"


def skipped(goal: str, what: str, reason: str) -> Row:
    """A goal that cannot be measured now, and why."""
    return Row(goal, what, "", "", "", "", Met.UNKNOWN, reason)


def _notes(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _show(value: float, unit: str) -> str:
    scaled = value * 1000 if unit == "ms" else value
    return f"{scaled:.3g}" if scaled < 100 else f"{scaled:,.0f}"


def print_row(row: Row) -> None:
    """One result as soon as it is there."""
    cells = (row.goal, row.what, row.ours, row.floor, row.ratio, row.budget, row.met.value, row.note)
    print("| " + " | ".join(cells) + " |", flush=True)


def print_table(rows: Sequence[Row]) -> None:
    """All results with their columns aligned."""
    head = ("goal", "what", "ours", "floor", "ratio", "budget", "", "how often")
    lines = [head, *((r.goal, r.what, r.ours, r.floor, r.ratio, r.budget, r.met.value, r.note) for r in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(head))]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
