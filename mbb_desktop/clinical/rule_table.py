"""Rule sets and the words they may use as Markdown tables, to be checked against the policies."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING
from decimal import Decimal
from functools import partial
from inspect import getdoc
from pathlib import Path

from mbb_desktop.clinical.criteria import Criterion
from mbb_desktop.clinical.kinds import KINDS, fields_of_kind
from mbb_desktop.clinical.phrases import of
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.rules import Rule, RuleSet
from mbb_desktop.clinical.shown import show_date

MARK = "<!-- `make docs` writes everything below from the rule files. -->"


Tests = Mapping[str, Sequence[str]]
"""Names of test files by the kind of rule that they try."""


def tried_kinds(folder: Path) -> Tests:
    """The test files of a folder in which the class of a kind is named."""
    files = sorted(folder.glob("test_*.py"))
    words = {path.stem: set(re.findall(r"\w+", path.read_text(encoding="utf-8"))) for path in files}
    return {
        kind: [name for name, named in words.items() if criterion.__name__ in named]
        for kind, criterion in KINDS.items()
    }


def written_below(page: str, rule_sets: Sequence[RuleSet], tests: Tests | None = None) -> str:
    """The page with its tables written anew below the mark. Raises ValueError without the mark."""
    if MARK not in page:
        raise ValueError(f"The page has no line {MARK}")
    head = page[: page.index(MARK)]
    return "\n".join([f"{head}{MARK}", "", *_all(rule_sets, tests or {})]).rstrip() + "\n"


def _all(rule_sets: Sequence[RuleSet], tests: Tests) -> Iterator[str]:
    yield "## Kinds of rules"
    yield ""
    yield from _table(("Kind", "Parameters", "What it asks"), _kinds())
    yield "## Rule sets"
    yield ""
    yield from _table(("Rule set", "In force", "For", "Rules", "Examples"), map(_set_row, rule_sets))
    for rule_set in rule_sets:
        yield f"### {rule_set.named}"
        yield ""
        yield f"{rule_set.title}. {rule_set.source.words}."
        yield ""
        heads = ("Rule", "Asks", "Kind", "Parameters", "Source", "Effective", "Confidence", "Tried by")
        yield from _table(heads, map(partial(_rule_row, rule_set, tests), rule_set.rules))
        yield "Examples of the file:"
        yield ""
        yield from (f"{number}. {each.title}" for number, each in enumerate(rule_set.examples, start=1))
        yield ""


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"
    yield ""


def _kinds() -> Iterator[tuple[str, str, str]]:
    for name, kind in KINDS.items():
        yield f"`{name}`", ", ".join(_parameters(kind)), " ".join((getdoc(kind) or "").split())


def _parameters(kind: type[Criterion]) -> Iterator[str]:
    for field in fields_of_kind(kind):
        if field.default is MISSING:
            yield f"`{field.name}`"
        else:
            yield f"`{field.name}` ({_value(field.default) or 'none'})"


def _set_row(rule_set: RuleSet) -> tuple[str, str, str, str, str]:
    ends = f" to {show_date(rule_set.effective_to)}" if rule_set.effective_to else ""
    in_force = f"from {show_date(rule_set.effective_from)}{ends}"
    counts = str(len(rule_set.rules)), str(len(rule_set.examples))
    return (rule_set.named, in_force, rule_set.payer, *counts)


def _rule_row(rule_set: RuleSet, tests: Tests, rule: Rule) -> tuple[str, ...]:
    asks = f"{rule.title}. {rule.caution}" if rule.caution else rule.title
    source, sure = rule.source.names, of(rule.confidence)
    tried = "; ".join(filter(None, [_examples_of(rule_set, rule), ", ".join(tests.get(rule.kind, ()))]))
    return rule.id, asks, f"`{rule.kind}`", ", ".join(_given(rule)), source, rule.effective, sure, tried


def _examples_of(rule_set: RuleSet, rule: Rule) -> str:
    """`examples 1, 4`: those of the file that expect something of the rule, by their number below."""
    numbers = [str(n) for n, each in enumerate(rule_set.examples, start=1) if rule.id in each.expect]
    return f"{'example' if len(numbers) == 1 else 'examples'} {', '.join(numbers)}" if numbers else ""


def _given(rule: Rule) -> Iterator[str]:
    """The parameters that the file sets; those left at their default are in the table of kinds."""
    for field in fields_of_kind(type(rule.criterion)):
        value = getattr(rule.criterion, field.name)
        if value != field.default:
            yield f"{field.name} {_value(value)}".rstrip()


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{code} ({words})" for code, words in value.items())
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
