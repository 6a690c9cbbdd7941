"""Measure and print the table: `python -m benchmarks`."""

import argparse
import compileall
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

import mbb_desktop
from benchmarks.measure import Plan, Row, print_row, print_table, skipped
from benchmarks.people import SEED
from benchmarks.vaults import FULL, USUAL, Size, make_vault
from mbb_desktop.storage.vault import is_vault

_GROUPS: dict[str, tuple[str, str]] = {
    "start": ("start_up", "unlock_window"),
    "unlock": ("start_up", "today_page"),  # and memory
    "search": ("search", "search_in_database"),
    "chart": ("chart", "chart"),
    "save": ("saving", "durable_saves"),
    "note": ("papers", "procedure_note"),
    "batch": ("batches", "print_batches"),  # and what it does to the window
    "backup": ("backups", "backup"),  # and what it does to the window
    "window": ("gaps", "gaps_of_window"),
    "typing": ("pages", "keystrokes"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the vault, measure group after group, print the table. Returns 0, whichever budgets are met."""
    chosen = _parser().parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    compileall.compile_dir(Path(mbb_desktop.__file__).parent, quiet=1)
    start = time.perf_counter()
    beside = chosen.vault and chosen.vault.absolute().parent  # the floors write to the same disk
    with tempfile.TemporaryDirectory(prefix="mbb-benchmark-", dir=beside) as scratch:
        os.environ["XDG_STATE_HOME"] = scratch  # not the settings of whoever runs this
        plan = Plan(chosen.vault or Path(scratch) / "vault", Path(scratch), chosen.rounds)
        size = FULL if chosen.full else Size(chosen.patients, USUAL.blocks_each)
        measured_on = _make_sure_of(plan.vault, size)
        rows = [row for name in chosen.only or _GROUPS for row in _measured(name, plan)]
    print()
    print_table(rows)
    print(f"\n{measured_on}; {time.perf_counter() - start:.0f} s. Medians, in brackets the p95.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measure speed against a floor in the same run."
    )
    parser.add_argument("--only", nargs="+", choices=_GROUPS, metavar="GROUP", help=", ".join(_GROUPS))
    parser.add_argument(
        "--patients", type=int, default=USUAL.patients, metavar="N", help="default: %(default)s"
    )
    parser.add_argument("--full", action="store_true", help=f"{FULL.said}; making them takes long")
    parser.add_argument(
        "--rounds", type=int, default=15, metavar="N", help="pairs per line (default: %(default)s)"
    )
    parser.add_argument(
        "--vault", type=Path, metavar="DIR", help="use the vault that an earlier run made there, or make it"
    )
    return parser


def _make_sure_of(vault: Path, size: Size) -> str:
    """Make the vault unless it is there; returns what it is in words."""
    if is_vault(vault):
        return f"The vault in {vault}"
    print(f"Making {size.said}", flush=True)
    start = time.perf_counter()
    make_vault(vault, size)
    print(f"made in {time.perf_counter() - start:.0f} s", flush=True)
    return f"Seed {SEED}, {size.said}"


def _measured(name: str, plan: Plan) -> Iterator[Row]:
    """The lines of a group, each printed as soon as it is there; a group that lacks a module is skipped."""
    module, function = _GROUPS[name]
    try:
        group: Callable[[Plan], Iterator[Row]] = getattr(import_module(f"benchmarks.{module}"), function)
    except ImportError as missing:
        rows: Iterator[Row] = iter([skipped(name, module, f"{missing.name or missing} is not there")])
    else:
        rows = group(plan)
    for row in rows:
        print_row(row)
        yield row


if __name__ == "__main__":
    sys.exit(main())
