"""What the settings say about a rule set: days, counts, sources, review."""

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.drugs import Confidence
from mbb_desktop.clinical.rules import Document, RuleSet
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.person_words import capital
from mbb_desktop.workflow.keep_rules import InstalledSet

translate = QCoreApplication.translate


def title_of(listed: InstalledSet) -> str:
    """The title of a rule set; for one that cannot be read the name of its file."""
    if listed.rule_set is not None:
        return listed.rule_set.title
    return listed.file.name if listed.file else listed.named


def begins(rule_set: RuleSet | None) -> str:
    """`from 21-May-2026`."""
    if rule_set is None:
        return "–"
    return translate("rules", "from {0}").format(show_date(rule_set.effective_from))


def ends(rule_set: RuleSet | None) -> str:
    """`to 31-Dec-2026`, `no end`."""
    if rule_set is None:
        return ""
    if rule_set.effective_to is None:
        return translate("rules", "no end")
    return translate("rules", "to {0}").format(show_date(rule_set.effective_to))


def count_of(rule_set: RuleSet | None) -> str:
    """`40 rules`."""
    if rule_set is None:
        return "–"
    count = len(rule_set.rules)
    return translate("rules", "1 rule") if count == 1 else translate("rules", "{0} rules").format(count)


def sureness(listed: InstalledSet) -> str:
    """`least sure: medium`; how well its weakest rule is known."""
    if listed.confidence is None:
        return ""
    words = {
        Confidence.HIGH: translate("rules", "high"),
        Confidence.MEDIUM: translate("rules", "medium"),
        Confidence.LOW: translate("rules", "low"),
        Confidence.OWN: translate("rules", "own inference"),
    }
    return translate("rules", "least sure: {0}").format(words[listed.confidence])


def reviewed(listed: InstalledSet) -> tuple[str, str]:
    """Day and person of the clinic's last review."""
    if listed.review is None:
        return translate("rules", "Not reviewed here"), ""
    return show_date(listed.review.on), listed.review.by


def say_document(document: Document) -> str:
    """`LCD L38801 v23 (16-Apr-2026): read from a secondary summary on 22-Nov-2026; check before use`."""
    return f"{capital(document.words)}: {document.how}."


def added(listed: InstalledSet) -> str:
    """Where the clinic's own file came from; empty for one that came with the program."""
    if listed.file is None:
        return ""
    said = translate("rules", "Added from {0} on {1} by {2}.")
    return said.format(listed.file.name, show_date(listed.file.added_at.date()), listed.file.added_by)
