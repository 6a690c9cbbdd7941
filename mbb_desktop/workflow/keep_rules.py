"""The clinic's rule sets: looked at, reviewed, added from a file, withdrawn and taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.check_rules import check_rule_file
from mbb_desktop.clinical.drugs import Confidence
from mbb_desktop.clinical.installed import Installed, RuleMarkKind, overlap, refusal
from mbb_desktop.clinical.rules import Document, RuleSet
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.storage import rule_files
from mbb_desktop.storage.rule_files import RuleFile
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.installed_rules import installed
from mbb_desktop.workflow.knowledge import formulary


class RefusedRules(ValueError):
    """A rule file that must not judge anybody; `problems` are sentences with file and line."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Offered:
    """A rule file that may be added, with what deserves a look before."""

    name: str
    text: str
    rule_set: RuleSet
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """That a person of the clinic has compared a version with the policy."""

    on: date
    by: str


@dataclass(frozen=True, slots=True)
class InstalledSet:
    """One version as the settings list it; `file` when it is the clinic's own.

    A broken one has no `rule_set` but a `problem`.
    """

    rule_set_id: str
    version: str
    rule_set: RuleSet | None
    file: RuleFile | None
    withdrawn: bool = False
    problem: str = ""
    review: Review | None = None

    @property
    def named(self) -> str:
        return f"{self.rule_set_id} {self.version}"

    @property
    def confidence(self) -> Confidence | None:
        """The lowest of its rules."""
        rules = self.rule_set.rules if self.rule_set else ()
        return max((rule.confidence for rule in rules), key=_SURENESS.index, default=None)

    @property
    def documents(self) -> tuple[Document, ...]:
        """What it rests on, as each rule names it."""
        if self.rule_set is None:
            return ()
        sources = (self.rule_set.source, *(rule.source for rule in self.rule_set.rules))
        return tuple(dict.fromkeys(document for source in sources for document in source.documents))


_SURENESS = (Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW, Confidence.OWN)


@needs(Permission.KEEP_CLINIC)
def rule_library(desk: Desk) -> tuple[InstalledSet, ...]:
    """Every version of every rule set: broken ones first, then by id, withdrawn ones last."""
    with desk.store.look() as look:
        known, files = installed(look), rule_files.files(look)
        reviews = {
            (m.rule_set, m.set_version, m.sha256): Review(m.at.date(), m.user)
            for m in rule_files.marks(look)
            if m.mark is RuleMarkKind.REVIEWED
        }
    own = {(file.rule_set, file.set_version): file for file in files}
    rows = [*_broken(known, own), *_readable(known, own, reviews)]
    return tuple(sorted(rows, key=lambda row: (row.withdrawn, not row.problem, row.rule_set_id)))


Files = dict[tuple[str, str], RuleFile]
Reviews = dict[tuple[str, str, bytes], Review]


def _broken(known: Installed, own: Files) -> Iterator[InstalledSet]:
    for each in known.broken:
        file = own[each.rule_set_id, each.version]
        yield InstalledSet(each.rule_set_id, each.version, None, file, each.withdrawn, each.problem)


def _readable(known: Installed, own: Files, reviews: Reviews) -> Iterator[InstalledSet]:
    broken = {each.named for each in known.broken}
    for each in (*known.in_use, *known.withdrawn):
        file = own.get((each.id, each.version)) if each.named not in broken else None
        review = reviews.get((each.id, each.version, bytes.fromhex(each.sha256)))
        yield InstalledSet(each.id, each.version, each, file, each in known.withdrawn, "", review)


@needs(Permission.KEEP_CLINIC)
def offer_rules(desk: Desk, name: str, data: bytes) -> Offered:
    """Check a file as `mbb-desktop rules check` does, and whether it fits beside what is installed.

    Nothing is kept. Raises RefusedRules.
    """
    with desk.store.look() as look:
        return _offered(look, name, data)


def _offered(look: Look, name: str, data: bytes) -> Offered:
    found = check_rule_file(name, data, formulary().agents)
    if found.rule_set is None or found.problems:
        raise RefusedRules(found.problems)
    known = installed(look)
    if why := refusal(known, found.rule_set):
        raise RefusedRules((f"{name}: {why}",))
    return Offered(name, found.text, found.rule_set, (*found.remarks, *_ends(known, found.rule_set)))


def _ends(known: Installed, new: RuleSet) -> Iterator[str]:
    """Which open-ended version it follows."""
    before = [each for each in known.in_use if each.id == new.id and each.in_force_on(new.effective_from)]
    for each in before:
        yield f"From {show_date(new.effective_from)} on it judges in place of {each.named}."


@needs(Permission.KEEP_CLINIC)
def add_rules(desk: Desk, name: str, text: str) -> RuleSet:
    """Keep a rule file for good and let it judge from now on; audited. Raises RefusedRules or Conflict."""
    with desk.change("rule set added") as change:
        offered = _offered(change, name, text.encode())
        new = offered.rule_set
        rule_files.add(change, name, new.id, new.version, offered.text.encode())
    return new


@needs(Permission.KEEP_CLINIC)
def withdraw_rules(desk: Desk, chosen: InstalledSet) -> None:
    """Take an own version out of what a person chooses from. Audited.

    Whoever names its id already is judged by it as long as no other version is there for the day.
    """
    with desk.change("rule set withdrawn") as change:
        _mark_file(change, chosen, RuleMarkKind.WITHDRAWN)


@needs(Permission.KEEP_CLINIC)
def take_rules_back(desk: Desk, chosen: InstalledSet) -> None:
    """Let a withdrawn version judge again. Raises RefusedRules when another one has its days now."""
    with desk.change("rule set taken back into use") as change:
        why = overlap(installed(change).in_use, chosen.rule_set) if chosen.rule_set else chosen.problem
        if why:
            raise RefusedRules((why,))
        _mark_file(change, chosen, RuleMarkKind.IN_USE)


def _mark_file(change: Change, chosen: InstalledSet, kind: RuleMarkKind) -> None:
    if chosen.file is None:
        raise ValueError("A rule set that came with the program cannot be withdrawn.")
    rule_files.mark(change, chosen.rule_set_id, chosen.version, chosen.file.sha256, kind)


@needs(Permission.KEEP_CLINIC)
def review_rules(desk: Desk, chosen: InstalledSet) -> None:
    """Note that the acting person has compared this version with the policy; audited."""
    if chosen.rule_set is None:
        raise ValueError("A rule set that cannot be read cannot be reviewed.")
    digest = bytes.fromhex(chosen.rule_set.sha256)
    with desk.change("rule set reviewed") as change:
        rule_files.mark(change, chosen.rule_set_id, chosen.version, digest, RuleMarkKind.REVIEWED)
