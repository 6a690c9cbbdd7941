"""Rule sets: dated, versioned files over a fixed vocabulary of criteria, and judging a case by one."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import get_type_hints

from mbb_desktop.clinical.block_criteria import (
    DaysBetweenBlocks,
    EarlierBlockRelieved,
    ReliefEachTime,
    SameScale,
)
from mbb_desktop.clinical.course_criteria import AxialPainWithDeficit, CareFailed, PainLasts, RuledOut
from mbb_desktop.clinical.criteria import Case, Criterion, Evidence, Verdict
from mbb_desktop.clinical.data_file import DataFileError, Table, parse_table
from mbb_desktop.clinical.drugs import Confidence
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.rule_examples import Example, read_examples
from mbb_desktop.clinical.shown import show_date

_Kind = type[
    AxialPainWithDeficit
    | CareFailed
    | DaysBetweenBlocks
    | EarlierBlockRelieved
    | PainLasts
    | ReliefEachTime
    | RuledOut
    | SameScale
]

# The words a rule file may use; a new kind of rule is a new class here.
KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        "axial_pain_with_deficit": AxialPainWithDeficit,
        "pain_lasts": PainLasts,
        "care_failed": CareFailed,
        "ruled_out": RuledOut,
        "same_scale": SameScale,
        "earlier_block_relieved": EarlierBlockRelieved,
        "days_between_blocks": DaysBetweenBlocks,
        "relief_each_time": ReliefEachTime,
    }
)


@dataclass(frozen=True, slots=True)
class Document:
    """A policy document in one version; `read_in` is empty when it was read itself."""

    key: str
    name: str
    version: str
    effective: date | None
    read_on: date
    read_in: str = ""

    @property
    def words(self) -> str:
        """`LCD L38801 v23 (16-Apr-2026)`."""
        dated = [f"({show_date(self.effective)})"] if self.effective else []
        return " ".join([self.name, *filter(None, [self.version]), *dated])

    @property
    def how(self) -> str:
        """How we know it: `read from a secondary summary on 22-Nov-2026; check before use`."""
        if not self.read_in:
            return phrase("source.read", on=show_date(self.read_on))
        return phrase("source.read_in", read_in=self.read_in, on=show_date(self.read_on))


@dataclass(frozen=True, slots=True)
class Source:
    """The documents that a rule or a rule set rests on."""

    documents: tuple[Document, ...]

    @property
    def names(self) -> str:
        """`LCD L38801 v23 (16-Apr-2026), article A58403 v27 (21-May-2026)`."""
        return ", ".join(document.words for document in self.documents)

    @property
    def words(self) -> str:
        """The documents with how and when they were read, as printed."""
        groups: dict[str, list[str]] = {}
        for document in self.documents:
            groups.setdefault(document.how, []).append(document.words)
        return ". ".join(f"{', '.join(names)}: {how}" for how, names in groups.items())


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a set. `title` is short words for paper, `effective` the policy revision it came with."""

    id: str
    title: str
    kind: str
    criterion: Criterion
    source: Source
    effective: str
    confidence: Confidence
    caution: str = ""


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A rule file as read; a judgement keeps its id, version and hash."""

    id: str
    version: str
    title: str
    payer: str
    effective_from: date
    source: Source
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]
    sha256: str

    @property
    def named(self) -> str:
        """`US-MEDICARE-FACET 2026-05`."""
        return f"{self.id} {self.version}"

    def rule(self, rule_id: str) -> Rule:
        """Raises KeyError for a rule that the set does not have."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    @property
    def threshold(self) -> Threshold | None:
        """How much relief this set asks of a block; None when it asks none."""
        relieved = (rule.criterion for rule in self.rules)
        asked = (c.threshold for c in relieved if isinstance(c, ReliefEachTime | EarlierBlockRelieved))
        return next(asked, None)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found in one case, with everything needed to say why."""

    rule_id: str
    title: str
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    caution: str

    @property
    def said(self) -> str:
        """The evidence in words, or what is missing."""
        return "; ".join(each.text for each in self.evidence) or "; ".join(self.missing)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A case judged by a rule set on a day. Changing the set makes a new judgement; this one stays."""

    rule_set_id: str
    version: str
    sha256: str
    on: date
    findings: tuple[Finding, ...]

    def finding(self, rule_id: str) -> Finding:
        """Raises KeyError for a rule that was not judged."""
        for finding in self.findings:
            if finding.rule_id == rule_id:
                return finding
        raise KeyError(rule_id)

    def counts(self) -> Mapping[Verdict, int]:
        """How many rules got each verdict; all four are present."""
        number = Counter(finding.verdict for finding in self.findings)
        return {verdict: number[verdict] for verdict in Verdict}


def judge(rule_set: RuleSet, case: Case) -> Judgement:
    """Every rule of the set on the case, in the order of the file."""
    findings = tuple(_finding(rule, case) for rule in rule_set.rules)
    return Judgement(rule_set.id, rule_set.version, rule_set.sha256, case.today, findings)


def _finding(rule: Rule, case: Case) -> Finding:
    found = rule.criterion.find(case)
    caution = " ".join(filter(None, [found.caution, rule.caution]))
    return Finding(rule.id, rule.title, found.verdict, found.evidence, found.missing, caution)


def read_rule_sets(folder: Path) -> Mapping[str, RuleSet]:
    """The rule files of a folder by id. Raises DataFileError, also when two files have one id."""
    found: dict[str, RuleSet] = {}
    for path in sorted(folder.glob("*.toml")):
        rule_set = read_rule_set(path)
        if rule_set.id in found:
            raise DataFileError(path.name, f"the id {rule_set.id} is already used by another file.")
        found[rule_set.id] = rule_set
    return MappingProxyType(found)


@cache
def read_rule_set(path: Path) -> RuleSet:
    """A rule file. Raises DataFileError naming file, rule and setting."""
    return parse_rule_set(path.name, path.read_text(encoding="utf-8"))


def parse_rule_set(name: str, text: str) -> RuleSet:
    """The text of the rule file called `name`. Raises DataFileError."""
    file = parse_table(name, text).only(*_FILE)
    documents = {document.key: document for document in map(_document, file.tables("document"))}
    rules = tuple(_rule(row, name, documents) for row in file.tables("rule"))
    if twice := [rule_id for rule_id, count in Counter(rule.id for rule in rules).items() if count > 1]:
        raise file.wrong(f"the rule {twice[0]} stands there twice.")
    return RuleSet(
        file.text("id"),
        file.text("version"),
        file.text("title"),
        file.text("payer"),
        file.day("effective_from"),
        _source(file, documents),
        rules,
        read_examples(file, {rule.id for rule in rules}),
        hashlib.sha256(text.encode()).hexdigest(),
    )


def _document(row: Table) -> Document:
    row.only("key", "name", "version", "effective", "read", "read_in")
    effective = row.day("effective") if "effective" in row else None
    key, name, version = row.text("key"), row.text("name"), row.text("version", "")
    return Document(key, name, version, effective, row.day("read"), row.text("read_in", ""))


def _source(row: Table, documents: Mapping[str, Document]) -> Source:
    keys = row.texts("source")
    if unknown := [key for key in keys if key not in documents]:
        raise row.wrong(f"the source {unknown[0]!r} is not among the documents of the file.")
    return Source(tuple(documents[key] for key in keys))


_FILE = (
    *("id", "version", "title", "payer", "effective_from", "source"),
    *("document", "rule", "example_course", "example"),
)
_FRAME = ("id", "title", "kind", "source", "effective", "confidence", "caution")


def _rule(row: Table, file: str, documents: Mapping[str, Document]) -> Rule:
    rule_id = row.text("id")
    placed = row.at(f"{file}, rule {rule_id}")
    return Rule(
        rule_id,
        placed.text("title"),
        placed.text("kind"),
        _criterion(placed),
        _source(placed, documents),
        placed.text("effective"),
        placed.choice("confidence", Confidence),
        placed.text("caution", ""),
    )


def _criterion(row: Table) -> Criterion:
    kind = row.text("kind")
    if kind not in KINDS:
        raise row.wrong(f"the kind {kind!r} is not known. Known are: {', '.join(KINDS)}.")
    parameters = {field.name: field for field in fields(KINDS[kind])}
    row.only(*_FRAME, *parameters)
    values = {
        name: _parameter(row, KINDS[kind], name)
        for name, field in parameters.items()
        if name in row or _is_needed(field)
    }
    try:
        return KINDS[kind](**values)  # type: ignore[arg-type] # each read by the type of its field
    except ValueError as odd:
        raise row.wrong(str(odd)) from odd


def _is_needed(field: "Field[object]") -> bool:
    return field.default is MISSING


def _parameter(row: Table, kind: _Kind, name: str) -> object:
    return _READ[get_type_hints(kind)[name]](row, name)


_READ: Mapping[object, Callable[[Table, str], object]] = {
    int: Table.whole,
    Decimal: Table.number,
    bool: Table.flag,
    tuple[str, ...]: Table.texts,
}
