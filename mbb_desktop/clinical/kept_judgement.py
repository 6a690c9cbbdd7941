"""A judgement as it was kept on a day: never changed, with every word that was shown then."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.criteria import Evidence, Verdict
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.rules import Finding, Judgement
from mbb_desktop.clinical.shown import show_date

Reasons = tuple[tuple[str, str], ...]
"""Labels and words of what a finding rests on."""

_MOST_NAMED = 4


class WhyKept(Enum):
    LETTER = "letter signed"
    FIRST = "kept"
    AGAIN = "judged again"


@dataclass(frozen=True, slots=True)
class KeptJudgement:
    """What was found on `on`, and who kept it why; `content` is what `written` wrote.

    `paper_id` is the letter that was signed with it; None when somebody only kept it.
    """

    id: UUID
    patient_id: UUID
    course_id: UUID
    on: date
    kept_at: datetime
    kept_by_id: UUID
    kept_by: str
    why: WhyKept
    paper_id: UUID | None
    rule_set_id: str
    rule_set_version: str
    rule_set_sha256: bytes
    content: bytes
    content_sha256: bytes

    @property
    def named(self) -> str:
        """`US-MEDICARE-FACET 2026-05`."""
        return f"{self.rule_set_id} {self.rule_set_version}"


@dataclass(frozen=True, slots=True)
class KeptFindings:
    """The content of a kept judgement, read back; `reasons` by rule."""

    judgement: Judgement
    requested: tuple[JointSide, ...]
    reasons: Mapping[str, Reasons]


def written(found: KeptFindings) -> bytes:
    """The bytes that are kept."""
    judgement = found.judgement
    return canonical(
        {
            "rule set": judgement.rule_set_id,
            "version": judgement.version,
            "sha256": judgement.sha256,
            "on": judgement.on,
            "requested": found.requested,
            "findings": judgement.findings,
            "reasons": found.reasons,
        }
    )


def read_back(content: bytes) -> KeptFindings:
    """What was kept. Evidence has its words, day and source; its number is kept as text only."""
    kept = json.loads(content)
    judgement = Judgement(
        kept["rule set"],
        kept["version"],
        kept["sha256"],
        date.fromisoformat(kept["on"]),
        tuple(_finding(row) for row in kept["findings"]),
    )
    requested = tuple(JointSide(row["joint"], Side(row["side"])) for row in kept["requested"])
    reasons = {rule: tuple((label, said) for label, said in rows) for rule, rows in kept["reasons"].items()}
    return KeptFindings(judgement, requested, reasons)


def _finding(row: Mapping[str, object]) -> Finding:
    evidence = row["evidence"]
    missing = row["missing"]
    assert isinstance(evidence, list)
    assert isinstance(missing, list)
    return Finding(
        str(row["rule_id"]),
        str(row["title"]),
        Verdict(row["verdict"]),
        tuple(_evidence(each) for each in evidence),
        tuple(str(each) for each in missing),
        str(row["caution"]),
        row["brief"] is True,
    )


def _evidence(row: Mapping[str, str | None]) -> Evidence:
    record, on = row["record_id"], row["on"]
    return Evidence(
        str(row["text"]),
        UUID(record) if record else None,
        on=date.fromisoformat(on) if on else None,
    )


def say_changes(old: Judgement, new: Judgement) -> str:
    """`Since 12-Oct-2026: DX-CAP met, now not met.`; empty when every rule stands as before."""
    changes = list(_changes(old.findings, new.findings))
    if not changes:
        return ""
    named = changes[:_MOST_NAMED]
    if more := len(changes) - len(named):
        named.append(phrase("kept.more", count=more))
    same = (old.rule_set_id, old.version) == (new.rule_set_id, new.version)
    key = "kept.changed" if same else "kept.changed_set"
    return phrase(
        key,
        on=show_date(old.on),
        old=f"{old.rule_set_id} {old.version}",
        new=f"{new.rule_set_id} {new.version}",
        changes="; ".join(named),
    )


def _changes(old: Sequence[Finding], new: Sequence[Finding]) -> Iterator[str]:
    before = {finding.rule_id: finding for finding in old}
    after = {finding.rule_id: finding for finding in new}
    for rule in dict.fromkeys([*after, *before]):
        was, now = before.get(rule), after.get(rule)
        if was is None and now is not None:
            yield phrase("kept.rule_new", rule=rule, now=of(now.verdict).lower())
        elif now is None:
            yield phrase("kept.rule_gone", rule=rule)
        elif was is not None and was.verdict is not now.verdict:
            yield phrase("kept.rule", rule=rule, was=of(was.verdict).lower(), now=of(now.verdict).lower())
