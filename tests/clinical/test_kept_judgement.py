"""A kept judgement reads back as it was written, and says what has changed since."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from uuid import UUID

from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.kept_judgement import (
    KeptFindings,
    KeptJudgement,
    WhyKept,
    read_back,
    say_changes,
    written,
)
from mbb_desktop.clinical.rules import Finding, Judgement, judge, read_rule_set
from tests.clinical.invented import RESOURCES, RIGHT, a_case, two_blocks

RULES = read_rule_set(RESOURCES / "rules" / "us-medicare-facet.toml")
FOUND = judge(RULES, a_case(*two_blocks()))


def with_verdict(judgement: Judgement, rule_id: str, verdict: Verdict) -> Judgement:
    findings = tuple(replace(f, verdict=verdict) if f.rule_id == rule_id else f for f in judgement.findings)
    return replace(judgement, findings=findings)


def test_what_was_written_is_read_back_but_for_the_bare_numbers() -> None:
    kept = KeptFindings(FOUND, RIGHT, {"RF-1": (("Met when", "two blocks"),)})
    again = read_back(written(kept))
    assert again.requested == RIGHT
    assert again.reasons == kept.reasons
    bare = [
        replace(each, evidence=tuple(replace(e, number=None) for e in each.evidence))
        for each in FOUND.findings
    ]
    assert list(again.judgement.findings) == bare
    assert (again.judgement.sha256, again.judgement.on) == (FOUND.sha256, FOUND.on)
    assert (again.judgement.rule_set_id, again.judgement.version) == (FOUND.rule_set_id, FOUND.version)


def test_a_kept_judgement_is_named_by_its_rule_set_and_version() -> None:
    one, content = UUID(int=1), written(KeptFindings(FOUND, RIGHT, {}))
    at = datetime(2026, 12, 1, 10, 40, tzinfo=UTC)
    kept = KeptJudgement(
        *(one, one, one, FOUND.on, at, one, "Rao", WhyKept.AGAIN, None),
        *(FOUND.rule_set_id, FOUND.version, bytes.fromhex(FOUND.sha256), content, sha256(content).digest()),
    )
    assert kept.named == "US-MEDICARE-FACET 2026-05"


def test_the_same_judgement_is_the_same_bytes() -> None:
    assert written(KeptFindings(FOUND, RIGHT, {})) == written(KeptFindings(FOUND, RIGHT, {}))


def test_nothing_is_said_while_every_rule_stands_as_before() -> None:
    assert say_changes(FOUND, replace(FOUND, on=date(2027, 1, 1))) == ""


def test_the_rules_that_changed_are_named_with_both_verdicts_and_the_day() -> None:
    worse = with_verdict(FOUND, "DX-CAP", Verdict.NOT_MET)
    assert say_changes(FOUND, worse) == "Since 01-Dec-2026: DX-CAP met, now not met."


def test_another_version_is_named_and_so_are_rules_that_come_and_go() -> None:
    newer = replace(
        FOUND,
        version="2027-01",
        findings=(*FOUND.findings[1:], Finding("NEW-1", "New", Verdict.UNKNOWN, (), ("x",), "")),
    )
    assert say_changes(FOUND, newer) == (
        "Since 01-Dec-2026, then judged by US-MEDICARE-FACET 2026-05 and now by US-MEDICARE-FACET 2027-01: "
        "NEW-1 is new: missing; IND-1 is no longer asked."
    )


def test_many_changes_are_counted() -> None:
    worse = replace(FOUND, findings=tuple(replace(f, verdict=Verdict.NOT_MET) for f in FOUND.findings))
    assert re.search(r"; [1-9][0-9]* more\.$", say_changes(FOUND, worse))
