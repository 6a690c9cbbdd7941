"""The rule sets that judge in a clinic: those that came with the program and the clinic's own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from itertools import starmap, zip_longest

from mbb_desktop.clinical.rules import RuleSet, version_near, version_on
from mbb_desktop.clinical.shown import show_date


class RuleMarkKind(Enum):
    """What somebody of the clinic said about a version of a rule set."""

    REVIEWED = "reviewed"
    WITHDRAWN = "withdrawn"
    IN_USE = "taken back into use"


@dataclass(frozen=True, slots=True)
class BrokenFile:
    """A rule file of the clinic that this version of the program does not understand, and why."""

    rule_set_id: str
    version: str
    problem: str
    withdrawn: bool = False

    @property
    def named(self) -> str:
        return f"{self.rule_set_id} {self.version}"


class BrokenRules(Exception):
    """The rule set that should judge cannot be read; none other judges in its place."""

    def __init__(self, broken: BrokenFile) -> None:
        self.broken = broken
        self.sentence = (
            f"The clinic's rule set {broken.named} should judge here and cannot be used. {broken.problem} "
            "Correct it in Settings, Rule sets, or choose another rule set for the payer or the complaint."
        )
        super().__init__(self.sentence)


@dataclass(frozen=True, slots=True)
class Installed:
    """Every version, older ones of an id first. Withdrawn ones are kept for what they judged before."""

    in_use: tuple[RuleSet, ...]
    withdrawn: tuple[RuleSet, ...] = ()
    broken: tuple[BrokenFile, ...] = ()

    @property
    def newest(self) -> Mapping[str, RuleSet]:
        """The newest version of each rule set in use, by id: what a person chooses from."""
        return {each.id: each for each in self.in_use}

    def for_service(self, rule_set_id: str, on: date) -> RuleSet | None:
        """The version that judges a date of service: one in use that is in force, else a withdrawn one,
        else the nearest one. None when no version is installed; raises BrokenRules for a broken one.
        """
        broken = [each for each in self.broken if each.rule_set_id == rule_set_id]
        if unread := [each for each in broken if not each.withdrawn]:
            raise BrokenRules(unread[0])
        found = version_on(self.in_use, rule_set_id, on) or version_on(self.withdrawn, rule_set_id, on)
        found = found or version_near(self.in_use, rule_set_id, on)
        found = found or version_near(self.withdrawn, rule_set_id, on)
        if found is None and broken:
            raise BrokenRules(broken[0])
        return found


def stand_in(asked: str, judges: RuleSet) -> str:
    """What to say when the rule set that a note, complaint or payer names is not installed, else empty."""
    if asked in ("", judges.id):
        return ""
    return (
        f"The rule set {asked} is named here and not installed. {judges.named} judges in its place. "
        "Add its file in Settings, Rule sets, or choose another one for the payer or the complaint."
    )


def refusal(known: Installed, new: RuleSet) -> str:
    """Why a version may not come beside what is installed; empty when it may."""
    taken = [each.named for each in (*known.in_use, *known.withdrawn)]
    if new.named in (*taken, *(each.named for each in known.broken)):
        return f"{new.named} is installed already. Give the file another 'version'."
    return overlap(known.in_use, new)


def overlap(others: Iterable[RuleSet], new: RuleSet) -> str:
    """Which other version of its id would judge some of the same days; empty when none would."""
    for other in (each for each in others if each.id == new.id):
        earlier, later = sorted((other, new), key=lambda each: each.effective_from)
        begins, ends = later.effective_from, earlier.effective_to
        if earlier.effective_from == begins:
            return f"{other.named} begins on {show_date(begins)} too. {_ONE_A_DAY}"
        if ends is not None and ends >= begins:
            return (
                f"{earlier.named} is in force until {show_date(ends)}, {later.named} from "
                f"{show_date(begins)}. {_ONE_A_DAY}"
            )
    return ""


_ONE_A_DAY = (
    "One day may have one version only. Change 'effective_from' or 'effective_to' of the file, "
    "or withdraw the other version if it is your own."
)


def in_order(rule_sets: Iterable[RuleSet]) -> tuple[RuleSet, ...]:
    """By id, older versions first; one without an end ends on the day before the next one begins."""
    ordered = sorted(rule_sets, key=lambda each: (each.id, each.effective_from))
    return tuple(starmap(_ended, zip_longest(ordered, ordered[1:])))


def _ended(rule_set: RuleSet, later: RuleSet | None) -> RuleSet:
    if rule_set.effective_to is not None or later is None or later.id != rule_set.id:
        return rule_set
    return replace(rule_set, effective_to=later.effective_from - timedelta(days=1))
