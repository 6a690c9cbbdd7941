"""What a rule asks and how it is computed, in words filled with the parameters of its rule file."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from mbb_desktop.clinical.block_criteria import DaysBetweenBlocks
from mbb_desktop.clinical.course_criteria import months_later
from mbb_desktop.clinical.criteria import Criterion, Evidence
from mbb_desktop.clinical.kinds import fields_of_kind
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.phrases import known, phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.repeat_criteria import EarlyBlockExplained
from mbb_desktop.clinical.rules import Finding, Rule
from mbb_desktop.clinical.session_caps import YEAR, SessionsInAYear
from mbb_desktop.clinical.shown import listed, show_date

_ALL_OF = {"rules", "findings", "joints"}


def say_asked(rule: Rule) -> str:
    """When a rule is met: `at least 14 days from one block of a joint and side to the next`."""
    key = f"asked.{rule.kind}"
    given = dict(_given(rule.criterion))
    more = [phrase(f"{key}_{name}", **given) for name, value in given.items() if value and _adds(key, name)]
    return "".join([phrase(key, **given), *more])


def _adds(key: str, name: str) -> bool:
    return known(f"{key}_{name}")


def _given(criterion: Criterion) -> Iterator[tuple[str, str]]:
    """Each parameter in words; a flag that is off and a number that is not given are empty."""
    values = {field.name: getattr(criterion, field.name) for field in fields_of_kind(type(criterion))}
    for name, value in values.items():
        yield name, _words(name, value)
    asked = values.get("relief")
    if isinstance(asked, Decimal):
        yield "threshold", Threshold(asked, values.get("over") is True).words


def _words(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, tuple | Mapping):
        last = phrase("asked.and") if name in _ALL_OF else phrase("asked.or")
        return listed([_named(str(each)) for each in value], last)
    return str(value) if value else ""


def _named(name: str) -> str:
    return phrase(f"asked.{name}") if known(f"asked.{name}") else name


def say_formula(rule: Rule, finding: Finding) -> str:
    """How the rule computes, with the dates of the case where it has some; empty when it only looks."""
    criterion = rule.criterion
    if isinstance(criterion, DaysBetweenBlocks):
        return "; ".join(_intervals(finding, criterion.at_least))
    if isinstance(criterion, EarlyBlockExplained):
        return "; ".join(_intervals(finding, criterion.days))
    if isinstance(criterion, SessionsInAYear):
        return "; ".join(dict.fromkeys(_year(each.on) for each in finding.evidence if each.on))
    key = f"formula.{rule.kind}"
    return phrase(key, **dict(_given(criterion))) if known(key) else ""


def _intervals(finding: Finding, days: int) -> Iterator[str]:
    for each in finding.evidence:
        if each.on is not None:
            yield _interval(each, each.on, days)


def _interval(evidence: Evidence, on: date, days: int) -> str:
    """`27-Oct-2026 + 14 days = 10-Nov-2026; the later block was on 23-Nov-2026`."""
    wait = timedelta(days=days)
    if not isinstance(evidence.number, int):  # one block so far: the day is the first possible one
        return phrase("formula.wait", start=show_date(on - wait), days=days, due=show_date(on))
    start = on - timedelta(days=evidence.number)
    due = show_date(start + wait)
    return phrase("formula.interval", start=show_date(start), days=days, due=due, end=show_date(on))


def _year(end: date) -> str:
    before = months_later(end, -YEAR)
    first = show_date(before + timedelta(days=1))
    return phrase("formula.year", first=first, end=show_date(end), before=show_date(before))
