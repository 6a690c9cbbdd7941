"""Rule sets: dated, versioned files over a fixed vocabulary of criteria, and judging a case by one."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block_criteria import EarlierBlockRelieved, ReliefEachTime
from mbb_desktop.clinical.candidacy_criteria import DiagnosisListed
from mbb_desktop.clinical.covered_diagnoses import covered_list
from mbb_desktop.clinical.criteria import Case, Criterion, Evidence, Verdict
from mbb_desktop.clinical.data_file import DataFileError, Table, parse_table, text_of
from mbb_desktop.clinical.drugs import Agent, Confidence
from mbb_desktop.clinical.kinds import read_criterion
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.rule_examples import Example, read_examples
from mbb_desktop.clinical.rule_windows import OwnWindow, read_windows, with_windows
from mbb_desktop.clinical.shown import listed, show_date


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
    """One rule of a set. `title` is short words for paper, `effective` the policy revision it came with.

    A `brief` one is named without evidence and caution in a letter when it is met.
    """

    id: str
    title: str
    kind: str
    criterion: Criterion
    source: Source
    effective: str
    confidence: Confidence
    caution: str = ""
    brief: bool = False


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A rule file as read; a judgement keeps its id, version and hash.

    It judges dates of service from `effective_from` to `effective_to`; None is still in force. Without
    `regions` it is for every part of the spine, without `country` (`US`) for every country.
    """

    id: str
    version: str
    title: str
    payer: str
    effective_from: date
    source: Source
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...]
    sha256: str
    effective_to: date | None = None
    regions: tuple[Region, ...] = ()
    country: str = ""
    windows: tuple[OwnWindow, ...] = ()

    @property
    def named(self) -> str:
        """`US-MEDICARE-FACET 2026-05`."""
        return f"{self.id} {self.version}"

    def named_on(self, day: date) -> str:
        """`US-MEDICARE-FACET 2026-05`; for a date of service outside its time it says so."""
        if self.in_force_on(day):
            return self.named
        return phrase("source.not_in_force", named=self.named, on=show_date(day))

    def agents(self, known: Mapping[str, Agent]) -> Mapping[str, Agent]:
        """The anesthetics with the windows that this set judges by."""
        return with_windows(known, self.windows) if self.windows else known

    def case(self, case: Case) -> Case:
        """The case with the windows that this set judges by."""
        return replace(case, agents=self.agents(case.agents)) if self.windows else case

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

    @property
    def asked(self) -> ReliefEachTime | None:
        """The blocks that this set asks before an ablation, with the least relief that it accepts."""
        found = (r.criterion for r in self.rules if isinstance(r.criterion, ReliefEachTime))
        asked = next(found, None)
        if asked is None and self.threshold is not None:
            return ReliefEachTime(2, self.threshold.percent, self.threshold.over)
        if asked is None or asked.alternative is None:
            return asked
        return replace(asked, relief=asked.alternative, over=False, alternative=None)

    @property
    def blocks(self) -> int:
        """How many positive blocks of a joint this set asks before an ablation; 2 when it does not say."""
        return self.asked.blocks if self.asked else 2

    @property
    def asks_duration(self) -> bool:
        """Whether relief must last as the agent does."""
        return self.asked is not None and self.asked.lasting

    def relief_rule(self, number: int) -> str:
        """The id of the rule that asks the relief of block `number`; empty when none does."""
        first = [r.id for r in self.rules if isinstance(r.criterion, EarlierBlockRelieved)]
        each = [r.id for r in self.rules if isinstance(r.criterion, ReliefEachTime)]
        return next(iter(first + each if number == 1 else each + first), "")

    def fits(self, region: Region, country: str) -> bool:
        """Whether it is meant for a course in that part of the spine and a payer of that country."""
        here = not (country and self.country) or country == self.country
        return here and (not self.regions or region in self.regions)

    def in_force_on(self, day: date) -> bool:
        """Whether this version judges that date of service."""
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found in one case, with everything needed to say why."""

    rule_id: str
    title: str
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    caution: str
    brief: bool = False

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
        """How many rules got each verdict; every verdict is present."""
        number = Counter(finding.verdict for finding in self.findings)
        return {verdict: number[verdict] for verdict in Verdict}


def judge(rule_set: RuleSet, case: Case) -> Judgement:
    """Every rule of the set on the case, in the order of the file.

    The first one carries the caution that the set was written for another part of the spine.
    """
    first, own = other_region(rule_set, case), rule_set.case(case)
    findings = tuple(_finding(rule, own, "" if at else first) for at, rule in enumerate(rule_set.rules))
    return Judgement(rule_set.id, rule_set.version, rule_set.sha256, case.today, findings)


def other_region(rule_set: RuleSet, case: Case) -> str:
    """The caution that a set was written for other parts of the spine; empty when it fits."""
    region = case.course.region
    if not rule_set.regions or region in rule_set.regions:
        return ""
    names = listed([each.value for each in rule_set.regions])
    return phrase("caution.other_region", rule_set=rule_set.id, regions=names, region=region.value)


def _finding(rule: Rule, case: Case, beside: str) -> Finding:
    found = rule.criterion.find(case)
    caution = " ".join(filter(None, [beside, found.caution, rule.caution]))
    return Finding(rule.id, rule.title, found.verdict, found.evidence, found.missing, caution, rule.brief)


def read_rule_sets(folder: Path) -> tuple[RuleSet, ...]:
    """The rule files of a folder by id, older versions first.

    Raises DataFileError, also when two versions of one id are in force on the same day.
    """
    found = [(read_rule_set(path), path.name) for path in sorted(folder.glob("*.toml"))]
    found.sort(key=lambda each: (each[0].id, each[0].effective_from))
    for (older, _), (newer, name) in pairwise(found):
        if older.id == newer.id and older.in_force_on(newer.effective_from):
            begins = show_date(newer.effective_from)
            raise DataFileError(
                name,
                f"{older.named} is still in force on {begins}. Give it an effective_to before that day.",
            )
    return tuple(rule_set for rule_set, _ in found)


def version_on(versions: Iterable[RuleSet], rule_set_id: str, day: date) -> RuleSet | None:
    """The version of a rule set that is in force on a date of service; None when none is."""
    return next((each for each in versions if each.id == rule_set_id and each.in_force_on(day)), None)


def version_near(versions: Iterable[RuleSet], rule_set_id: str, day: date) -> RuleSet | None:
    """The version in force on a day, else the last one before it, else the first one after."""
    own = [each for each in versions if each.id == rule_set_id]
    before = [each for each in own if each.effective_from <= day]
    return version_on(own, rule_set_id, day) or next(iter(before[::-1] or own), None)


@cache
def read_rule_set(path: Path) -> RuleSet:
    """A rule file. Raises DataFileError naming file, rule and setting."""
    return parse_rule_set(path.name, text_of(path.name, path.read_bytes()))


def parse_rule_set(name: str, text: str) -> RuleSet:
    """The text of the rule file called `name`. Raises DataFileError."""
    if not text.strip():
        raise DataFileError(f"{name}, line 1", "the file is empty.")
    file = parse_table(name, text).only(*_FILE)
    rule_set_id, version, title, payer = (file.text(key) for key in ("id", "version", "title", "payer"))
    starts, ends = file.day("effective_from"), file.day("effective_to") if "effective_to" in file else None
    if ends is not None and ends < starts:
        raise file.wrong("'effective_to' lies before 'effective_from'.", "effective_to")
    documents = {document.key: document for document in map(_document, file.tables("document"))}
    source, rules = _source(file, documents), _rules(file, documents)
    return RuleSet(
        rule_set_id,
        version,
        title,
        payer,
        starts,
        source,
        tuple(rules.values()),
        read_examples(file, set(rules)),
        _hash(text, rules.values()),
        ends,
        _regions(file),
        file.text("country", ""),
        read_windows(file),
    )


def _regions(file: Table) -> tuple[Region, ...]:
    names = file.texts("regions") if "regions" in file else ()
    known = [region.value for region in Region]
    if odd := [name for name in names if name not in known]:
        raise file.wrong(f"{odd[0]!r} is no region. Known are: {', '.join(known)}.", "regions")
    return tuple(Region(name) for name in names)


def _hash(text: str, rules: Iterable[Rule]) -> str:
    """Of all that judges: the file, and the covered list when a rule names it instead of codes."""
    listed = covered_list()
    named = (rule.criterion for rule in rules if isinstance(rule.criterion, DiagnosisListed))
    all_of_it = text + listed.text if any(each.codes is listed.codes for each in named) else text
    return hashlib.sha256(all_of_it.encode()).hexdigest()


def _rules(file: Table, documents: Mapping[str, Document]) -> Mapping[str, Rule]:
    rules: dict[str, Rule] = {}
    earlier: dict[str, Criterion] = {}
    for row in file.tables("rule"):
        rule_id = row.text("id")
        if rule_id in rules:
            raise row.wrong(f"the rule {rule_id} stands there twice.", "id")
        rules[rule_id] = _rule(row.named(f"rule {rule_id}"), documents, earlier)
        earlier[rule_id] = rules[rule_id].criterion
    if not rules:
        raise file.wrong("no [[rule]] stands in the file.")
    return rules


def _document(row: Table) -> Document:
    row.only("key", "name", "version", "effective", "read", "read_in")
    effective = row.day("effective") if "effective" in row else None
    key, name, version = row.text("key"), row.text("name"), row.text("version", "")
    return Document(key, name, version, effective, row.day("read"), row.text("read_in", ""))


def _source(row: Table, documents: Mapping[str, Document]) -> Source:
    keys = row.texts("source")
    if unknown := [key for key in keys if key not in documents]:
        raise row.wrong(f"the source {unknown[0]!r} is not among the documents of the file.", "source")
    return Source(tuple(documents[key] for key in keys))


_FILE = (
    *("id", "version", "title", "payer", "effective_from", "effective_to", "regions", "country", "source"),
    *("window", "document", "rule", "example_course", "example_block", "example"),
)
_FRAME = ("id", "title", "kind", "source", "effective", "confidence", "caution", "brief")


def _rule(row: Table, documents: Mapping[str, Document], earlier: Mapping[str, Criterion]) -> Rule:
    return Rule(
        row.text("id"),
        row.text("title"),
        row.text("kind"),
        read_criterion(row, _FRAME, earlier),
        _source(row, documents),
        row.text("effective"),
        row.choice("confidence", Confidence),
        row.text("caution", ""),
        row.flag("brief", False),
    )
