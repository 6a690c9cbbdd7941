"""Windows of anesthetics that a rule file sets in place of the delivered ones: a practice's convention."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mbb_desktop.clinical.data_file import Table
from mbb_desktop.clinical.drugs import Agent, Confidence, Window

_LATEST = 24 * 60  # minutes: the diary ends then


@dataclass(frozen=True, slots=True)
class OwnWindow:
    """When relief by an agent should end, plain or with epinephrine, for those judged by this rule set."""

    agent: str
    with_epinephrine: bool
    window: Window


def read_windows(file: Table) -> tuple[OwnWindow, ...]:
    """The `[[window]]` tables of a rule file, in minutes since needle-out. Raises DataFileError."""
    found: dict[tuple[str, bool], OwnWindow] = {}
    for row in file.tables("window"):
        own = _window(row.named(f"window of {row.text('agent')}"))
        key = (own.agent, own.with_epinephrine)
        if key in found:
            raise row.wrong(f"the window of {own.agent} stands there twice.", "agent")
        found[key] = own
    return tuple(found.values())


def _window(row: Table) -> OwnWindow:
    row.only("agent", "from", "to", "with_epinephrine", "source", "confidence")
    start, end = row.whole("from"), row.whole("to")
    if not 0 <= start < end <= _LATEST:
        raise row.wrong(f"'from' must lie before 'to', both from 0 to {_LATEST} minutes.", "from")
    window = Window(start, end, row.text("source"), row.choice("confidence", Confidence))
    return OwnWindow(row.text("agent"), row.flag("with_epinephrine", False), window)


def with_windows(agents: Mapping[str, Agent], own: tuple[OwnWindow, ...]) -> Mapping[str, Agent]:
    """The agents with these windows; an agent that is not known is left out."""
    found = dict(agents)
    for each in own:
        if agent := found.get(each.agent):
            found[each.agent] = (
                replace(agent, window_with_epinephrine=each.window)
                if each.with_epinephrine
                else replace(agent, window=each.window)
            )
    return found
