"""Printing through CUPS: hand a job to `lp`, then follow it in the queue until it has left it."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

_FIRST_POLL_S, _POLL_S = 0.02, 0.25
"""Most jobs are out at once; whoever waits for a slow one asks less and less often."""

_STUCK = ("job-completed-with-errors", "job-stopped", "aborted-by-system")
_BROKEN_OFF = ("aborted-by-system", "job-canceled")
_STATUS = re.compile(r"(?m)^\s*Status:(.*)$")
_REQUEST = re.compile(r"request id is (\S+)")


class PrintFailed(Exception):
    """The paper was not printed; the message says why and what to do."""


class OutcomeUnknown(Exception):
    """The printer has the paper, and nobody knows yet whether it comes out; the message says so."""


@dataclass(frozen=True, slots=True)
class LpJob:
    """What goes to which printer. `title` shows in queues: numbers only, never a person."""

    pdf: bytes
    printer: str
    copies: int
    both_sides: bool
    title: str


def has_lp() -> bool:
    """Whether this computer prints through `lp`."""
    return shutil.which("lp") is not None


def lp_command(job: LpJob) -> list[str]:
    """The command that takes the paper from its standard input."""
    sides = "two-sided-long-edge" if job.both_sides else "one-sided"
    about = ["-n", str(job.copies), "-t", job.title, "-o", f"sides={sides}"]
    return ["lp", "-d", job.printer, *about, "-"]


def print_with_lp(job: LpJob, patience: float, *, until_out: bool = True) -> None:
    """Print and, with `until_out`, wait up to `patience` seconds for the end.

    Raises PrintFailed or OutcomeUnknown.

    A job that cannot go on is taken back, so that printing it again does not print it twice.
    """
    if reason := _stopped(job.printer):
        raise PrintFailed(refused(job.printer, reason))
    end = time.monotonic() + patience
    request = _handed_over(job, patience)
    if request and until_out:
        _follow(job.printer, request, lambda: time.monotonic() > end)


def refused(printer: str, reason: str) -> str:
    """That a printer did not take a paper, with its own reason when it gave one."""
    if not reason:
        said = translate("printing", "{0} did not take the paper. Check it, then print again.")
        return said.format(printer)
    said = translate("printing", "{0} did not take the paper ({1}). Check it, then print again.")
    return said.format(printer, reason.rstrip("."))


def _handed_over(job: LpJob, patience: float) -> str:
    try:
        done = _run(lp_command(job), patience, job.pdf)
    except subprocess.TimeoutExpired:
        said = translate("printing", "{0} does not answer. Check it, then print again.")
        raise PrintFailed(said.format(job.printer)) from None
    if done.returncode != 0:
        reason = done.stderr.decode(errors="replace").strip().removeprefix("lp: ").splitlines()
        raise PrintFailed(refused(job.printer, reason[0] if reason else ""))
    found = _REQUEST.search(done.stdout.decode(errors="replace"))
    return found[1] if found else ""


def _follow(printer: str, request: str, late: Callable[[], bool]) -> None:
    pause = _FIRST_POLL_S
    while (said := _said_of(request, "not-completed", printer)) is not None:
        if reason := _stuck(said) or _stopped(printer):
            _ask(["cancel", request])
            raise PrintFailed(refused(printer, reason))
        if late():
            raise OutcomeUnknown(
                translate("printing", "{0} still has the paper in its queue. Look there.").format(printer)
            )
        time.sleep(pause)
        pause = min(2 * pause, _POLL_S)
    said = _said_of(request, "completed", printer) or ""
    if any(end in said for end in _BROKEN_OFF):
        raise PrintFailed(refused(printer, translate("printing", "the job was broken off")))


def _said_of(request: str, state: str, printer: str) -> str | None:
    """What the queue says of a job, its first line and what is indented below; None when it is not there."""
    lines = _ask(["lpstat", "-l", "-W", state, "-o", printer]).splitlines()
    heads = [at for at, said in enumerate(lines) if said.split()[:1] == [request]]
    if not heads:
        return None
    below = takewhile(lambda said: said[:1].isspace(), lines[heads[0] + 1 :])
    return "\n".join((lines[heads[0]], *below))


def _stuck(said: str) -> str:
    """Why a job in the queue will not go on; empty while it may."""
    if not any(alert in said for alert in _STUCK):
        return ""
    status = _STATUS.search(said)
    return (status[1].strip() if status else "") or translate("printing", "the job was stopped")


def _stopped(printer: str) -> str:
    """Why a printer does not print; empty while it does, or when it does not say."""
    lines = _ask(["lpstat", "-p", printer]).splitlines()
    if not lines or " disabled since " not in lines[0]:
        return ""
    reason = lines[1].strip() if len(lines) > 1 else ""
    stopped = translate("printing", "it is stopped")
    return stopped if not reason or "reason unknown" in reason.lower() else f"{stopped}: {reason}"


def _ask(command: Sequence[str]) -> str:
    """What a command of CUPS says; nothing when it cannot be asked."""
    try:
        return _run(command, 10).stdout.decode(errors="replace")
    except (OSError, subprocess.TimeoutExpired):
        return ""


def _run(
    command: Sequence[str], seconds: float, given: bytes | None = None
) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "LC_ALL": "C"}  # its words are read
    return subprocess.run(
        command, input=given, capture_output=True, timeout=seconds, check=False, env=environment
    )
