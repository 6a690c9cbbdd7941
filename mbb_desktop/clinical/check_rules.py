"""Running a rule set's own examples, and saying a judgement as plain data."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mbb_desktop.clinical.block import DrugUse
from mbb_desktop.clinical.criteria import Case, Evidence
from mbb_desktop.clinical.data_file import DataFileError, text_of
from mbb_desktop.clinical.drugs import Agent
from mbb_desktop.clinical.phrases import of
from mbb_desktop.clinical.rule_examples import Example, Expected
from mbb_desktop.clinical.rules import Finding, RuleSet, judge, parse_rule_set
from mbb_desktop.clinical.toml_lines import lines_of

Plain = Mapping[str, object]
"""What JSON can hold."""


LARGEST = 1_000_000
"""Bytes of a rule file; the longest that comes with the program has 30,000."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A rule file as it was checked. With `problems` it must not judge anybody; `remarks` are only said."""

    text: str
    rule_set: RuleSet | None
    problems: tuple[str, ...]
    remarks: tuple[str, ...] = ()


def check_rule_file(name: str, data: bytes, agents: Mapping[str, Agent]) -> Checked:
    """Read a rule file and run its examples; every problem is one sentence with file and line."""
    if len(data) > LARGEST:
        return Checked("", None, (f"{name}: the file is larger than 1 MB. A rule file is a short text.",))
    try:
        text = text_of(name, data)
        rule_set = parse_rule_set(name, text)
    except DataFileError as refused:
        return Checked("", None, (refused.sentence,))
    problems = list(wrong_examples(rule_set, agents, name, text))
    if rule_set.threshold is None:
        problems.append(f"{name}: {NO_RELIEF}")
    remarks = [f"No example tries {', '.join(left)}."] if (left := untried(rule_set)) else []
    remarks += [
        f"The agent {name!r} of an example is not known." for name in _unknown_agents(rule_set, agents)
    ]
    remarks += [
        f"The agent {own.agent!r} of a window is not known."
        for own in rule_set.windows
        if own.agent not in agents
    ]
    return Checked(text, rule_set, tuple(problems), tuple(remarks))


def _unknown_agents(rule_set: RuleSet, agents: Mapping[str, Agent]) -> list[str]:
    blocks = (block for example in rule_set.examples for block, _ in example.written.blocks)
    named = (drug.agent for block in blocks for drug in block.drugs_for(DrugUse.TARGET))
    return [name for name in dict.fromkeys(named) if name not in agents]


NO_RELIEF = (
    "no rule says how much relief a block must give. "
    "Add one of the kind 'earlier_block_relieved' or 'relief_each_time': without it no block can be judged."
)


def wrong_examples(
    rule_set: RuleSet, agents: Mapping[str, Agent], name: str = "", text: str = ""
) -> Iterator[str]:
    """A sentence for each verdict that an example does not get, placed when the file's text is given."""
    for number, example in enumerate(rule_set.examples):
        judgement = judge(rule_set, example.case(agents))
        for rule_id, expected in example.expect.items():
            finding = judgement.finding(rule_id)
            if not _agrees(finding, expected):
                line = lines_of(text).get(("example", number, "expect", rule_id))
                place = f"{name}, line {line}: " if line else ""
                yield place + _wrong(example, finding, expected)


def _agrees(finding: Finding, expected: Expected) -> bool:
    cautioned = expected.caution is None or bool(finding.caution) is expected.caution
    return finding.verdict is expected.verdict and cautioned


def _wrong(example: Example, finding: Finding, expected: Expected) -> str:
    found = f"'{of(finding.verdict).lower()}'{' with caution' if finding.caution else ''}"
    wanted = f"'{of(expected.verdict).lower()}'{' with caution' if expected.caution else ''}"
    said = "; ".join(filter(None, [finding.said, finding.caution]))
    return f"Example {example.title!r}: {finding.rule_id} is {found}, expected {wanted}. It says: {said}"


def untried(rule_set: RuleSet) -> tuple[str, ...]:
    """The rules that no example of the set tries."""
    tried = {rule_id for example in rule_set.examples for rule_id in example.expect}
    return tuple(rule.id for rule in rule_set.rules if rule.id not in tried)


def told(rule_set: RuleSet, case: Case) -> Plain:
    """A judgement with every finding, its evidence and its source, ready for JSON."""
    judgement = judge(rule_set, case)
    return {
        "rule_set": rule_set.id,
        "version": rule_set.version,
        "sha256": rule_set.sha256,
        "in_force": rule_set.in_force_on(case.today),
        "judged_on": judgement.on.isoformat(),
        "source": rule_set.source.words,
        "counts": {of(verdict).lower(): count for verdict, count in judgement.counts().items()},
        "findings": [_finding(rule_set, each, case) for each in judgement.findings],
    }


def _finding(rule_set: RuleSet, finding: Finding, case: Case) -> Plain:
    rule = rule_set.rule(finding.rule_id)
    return {
        "rule": rule.id,
        "title": rule.title,
        "verdict": of(finding.verdict).lower(),
        "evidence": [_evidence(each, case) for each in finding.evidence],
        "missing": list(finding.missing),
        "caution": finding.caution,
        "source": rule.source.words,
        "effective": rule.effective,
        "confidence": rule.confidence.value,
    }


def _evidence(evidence: Evidence, case: Case) -> Plain:
    """`block` counts the blocks as they were given, from 1; null for facts of the course."""
    ids = [block.id for block, _ in case.blocks]
    number = None if evidence.number is None else str(evidence.number)
    return {
        "text": evidence.text,
        "number": number,
        "on": evidence.on.isoformat() if evidence.on else None,
        "block": ids.index(evidence.record_id) + 1 if evidence.record_id in ids else None,
    }
