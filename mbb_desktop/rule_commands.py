"""The commands about rule files: check a clinic's own file, and explain what one says about a course."""

import json
import sys
from pathlib import Path

from mbb_desktop.clinical.check_rules import check_rule_file, told
from mbb_desktop.clinical.data_file import DataFileError, read_json
from mbb_desktop.clinical.rule_examples import CASE_KEYS, read_case
from mbb_desktop.clinical.rule_table import tried_kinds, written_below
from mbb_desktop.clinical.rules import RuleSet, read_rule_set
from mbb_desktop.workflow.knowledge import formulary, rule_set_versions


def check_rules(file: Path) -> int:
    """Read a rule file and run its examples; 0 when all is right, 1 when not, 2 when it cannot be opened."""
    try:
        data = file.read_bytes()
    except OSError as error:
        return _cannot_read(file, error)
    found = check_rule_file(file.name, data, formulary().agents)
    for sentence in found.problems:
        print(sentence, file=sys.stderr)
    for sentence in found.remarks:
        print(sentence)
    if found.rule_set is not None:
        print(_summary(found.rule_set, len(found.problems)))
    return 1 if found.problems else 0


def _summary(rule_set: RuleSet, wrong: int) -> str:
    tried = f"{len(rule_set.rules)} rules, {len(rule_set.examples)} examples"
    problems = "1 problem" if wrong == 1 else f"{wrong} problems"
    right = "every example gets the verdicts that it expects"
    if not rule_set.examples:
        right = "it can be read, and no example tries it"
    result = problems if wrong else right
    return f"{rule_set.named}: {tried}; {result}."


def write_tables(page: Path, tests: Path | None = None) -> int:
    """Write the tables of all rule sets below the mark in a Markdown page; 2 when that is not possible.

    With a folder of tests every rule names those that try its kind.
    """
    try:
        tried = tried_kinds(tests) if tests else {}
        text = written_below(page.read_text(encoding="utf-8"), rule_set_versions(), tried)
        page.write_text(text, encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return _cannot_read(page, error)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def explain_course(file: Path, course: Path) -> int:
    """Print as JSON what a rule file says about a course; 1 when a file is refused, 2 when not readable."""
    try:
        rule_set = read_rule_set(file)
        written = read_case(read_json(course).only(*CASE_KEYS))
    except DataFileError as refused:
        print(refused.sentence, file=sys.stderr)
        return 1
    except OSError as error:
        return _cannot_read(course if file.is_file() else file, error)
    print(json.dumps(told(rule_set, written.case(formulary().agents)), indent=2, ensure_ascii=False))
    return 0


def _cannot_read(file: Path, error: OSError | UnicodeDecodeError) -> int:
    why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
    print(f"{file} could not be read: {why}.", file=sys.stderr)
    return 2
