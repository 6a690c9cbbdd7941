"""What the list of calls and a call's head say about a block, its tries and when to call."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.calls import Call, CallOutcome
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.shown import show_date, show_time
from mbb_desktop.ui import today_rows
from mbb_desktop.ui.chips import Chip
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.person_words import capital, similar_chip
from mbb_desktop.ui.today_rows import number_words
from mbb_desktop.workflow.ablations import OutcomeRow
from mbb_desktop.workflow.calls import CallRow

translate = QCoreApplication.translate

_OUTCOME_LATE = timedelta(days=14)


def when_words(at: datetime, now: datetime) -> str:
    """`09:30` today, `yesterday 09:30`, `20-Nov 09:30`."""
    days = (now.date() - at.date()).days
    named = {0: "", 1: translate("calls", "yesterday"), -1: translate("calls", "tomorrow")}
    day = named.get(days, show_date(at.date())[:6])
    return f"{day} {show_time(at)}".strip()


def levels_words(row: CallRow) -> str:
    """`L4-5, L5-S1`, `stopped: L3 MB right`."""
    return today_rows.levels_of(row.block, joints_blocked(row.block))


def second_line(row: CallRow, now: datetime) -> str:
    """`Block yesterday 09:30, L4-5`, by the time of needle-out; and how often somebody tried."""
    out = row.block.needle_out
    done = translate("calls", "Block {0}").format(when_words(out, now)) if out else ""
    if row.tries:
        done = translate("calls", "Block {0}").format(show_date(row.block.performed_on)[:6])
        tries = len(row.tries)
        said = translate("calls", "1 try") if tries == 1 else translate("calls", "{0} tries").format(tries)
        return ", ".join((done, said, levels_words(row)))
    return ", ".join(filter(None, (done, levels_words(row))))


def status_chips(row: CallRow, now: datetime) -> list[Chip]:
    """Due, late, when to try again, or what is in the way."""
    chips = [similar_chip()] if row.similar else []
    return [*chips, _status(row, now)]


def _status(row: CallRow, now: datetime) -> Chip:
    if row.number_is_wrong:
        return Chip(translate("calls", "Wrong number"), "danger", "triangle-alert")
    if row.due is None:
        return Chip(translate("calls", "Done"), "ok", "check")
    if row.due > now:
        return Chip(when_words(row.due, now).capitalize(), "neutral", "clock")
    if row.due.date() < now.date():
        return Chip(translate("calls", "Late"), "warn", "triangle-alert")
    return Chip(translate("calls", "Due"), "neutral", "clock")


def block_chip(row: CallRow) -> str:
    """`1st diagnostic block`."""
    return translate("calls", "{0} diagnostic block").format(number_words(row.number or 1))


def block_line(row: CallRow, today: date) -> str:
    """`23-Nov-2026, bilateral L4-5, L5-S1, needle out 09:30`."""
    block = row.block
    out = translate("calls", "needle out {0}").format(show_time(block.needle_out)) if block.needle_out else ""
    sides = today_rows.more_level_words(joints_blocked(block)) or sides_words(row)
    return ", ".join(filter(None, (show_date(block.performed_on), sides, out)))


def sides_words(row: CallRow) -> str:
    """`bilateral L4-5`, `left L4-5`."""
    sides = {place.side.value for place in joints_blocked(row.block)}
    side = translate("calls", "bilateral") if len(sides) > 1 else "".join(map(localized, sides))
    return f"{side} {levels_words(row)}".strip()


def outcome_line(row: OutcomeRow) -> str:
    """`6 months after RFA, 10-Feb-2026`."""
    on = show_date(row.done.on) if row.done.on else ""
    return translate("calls", "{0} months after RFA, {1}").format(row.months, on)


def outcome_chips(row: OutcomeRow, now: datetime) -> list[Chip]:
    """Due, late after two weeks, or that the number is wrong."""
    chips = [similar_chip()] if row.similar else []
    if row.number_is_wrong:
        return [*chips, Chip(translate("calls", "Wrong number"), "danger", "triangle-alert")]
    if now.date() - row.due > _OUTCOME_LATE:
        return [*chips, Chip(translate("calls", "Late"), "warn", "triangle-alert")]
    return [*chips, Chip(translate("calls", "Due"), "neutral", "clock")]


def tries_lines(row: CallRow, now: datetime) -> Iterator[str]:
    """Who tried when and what came of it, the newest first."""
    return tries_of(row.tries, now)


def tries_of(tries: Sequence[Call], now: datetime) -> Iterator[str]:
    """Who tried when and what came of it, the newest first."""
    for call in reversed(tries):
        parts = [f"{when_words(call.at, now)}, {call.by}: {localized(call.outcome.value)}"]
        if call.next_at is not None:
            parts.append(translate("calls", "again {0}").format(when_words(call.next_at, now)))
        if call.outcome is CallOutcome.WRONG_NUMBER and call.dialed:
            parts.append(call.dialed)
        if call.note:
            parts.append(call.note)
        yield capital(", ".join(parts)) + "."


def attempt_said(call: Call, name: str, now: datetime) -> str:
    """What a toast says of a try that was just noted."""
    if call.next_at is None:
        return translate("calls", "{0}: {1} noted.").format(name, localized(call.outcome.value))
    again = when_words(call.next_at, now)
    return translate("calls", "{0}: {1} noted. Again {2}.").format(name, localized(call.outcome.value), again)
