"""The rule sets of the open vault: those that came with the program and the clinic's own files."""

import hashlib

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.check_rules import NO_RELIEF
from mbb_desktop.clinical.data_file import DataFileError, text_of
from mbb_desktop.clinical.installed import BrokenFile, Installed, in_order, overlap
from mbb_desktop.clinical.rules import RuleSet, parse_rule_set
from mbb_desktop.storage import rule_files
from mbb_desktop.storage.rule_files import RuleFile
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.knowledge import rule_set_versions

_read: dict[tuple[str, bytes], RuleSet | str] = {}
"""Files by name and hash as this version of the program understands them, or why it does not."""


def installed(look: Look) -> Installed:
    """What may judge now; one statement, and one more for each file that was never read before."""
    known = rule_files.files(look)
    if not known:
        return Installed(rule_set_versions())
    in_use = [*rule_set_versions()]
    withdrawn: list[RuleSet] = []
    broken: list[BrokenFile] = []
    for file in known:
        found = _understood(look, file)
        problem = found if isinstance(found, str) else "" if file.withdrawn else _clash(in_use, found)
        if problem or isinstance(found, str):
            broken.append(BrokenFile(file.rule_set, file.set_version, problem, file.withdrawn))
        else:
            (withdrawn if file.withdrawn else in_use).append(found)
    return Installed(in_order(in_use), in_order(withdrawn), tuple(broken))


def _understood(look: Look, file: RuleFile) -> RuleSet | str:
    key = (file.name, file.sha256)
    if key not in _read:
        _read[key] = _parsed(file, rule_files.content(look, file.id))
    return _read[key]


def _parsed(file: RuleFile, content: bytes) -> RuleSet | str:
    if hashlib.sha256(content).digest() != file.sha256:
        return f"{file.name}: its text is not the one that was added."
    try:
        found = parse_rule_set(file.name, text_of(file.name, content))
    except DataFileError as refused:
        return refused.sentence
    return found if found.threshold is not None else f"{file.name}: {NO_RELIEF}"


def _clash(in_use: list[RuleSet], own: RuleSet) -> str:
    """A later program may bring what the clinic had added itself."""
    if any(each.named == own.named for each in in_use):
        return f"{own.named} has come with the program as well. Withdraw one's own."
    return overlap(in_use, own)


@needs(Permission.SEE_RULES)
def rule_set_choices(desk: Desk) -> tuple[RuleSet, ...]:
    """The newest version of each rule set in use: what a person chooses from."""
    with desk.store.look() as look:
        return tuple(installed(look).newest.values())
