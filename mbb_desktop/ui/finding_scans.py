"""Which scans of a chart show what a criterion is about."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.enclosure import IMAGING, Enclosure
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.rules import Finding, RuleSet
from mbb_desktop.documents.rule_topics import rules_shown_by


def scans_for(
    finding: Finding, rule_set: RuleSet, scans: Sequence[Enclosure], responses: Mapping[UUID, Response]
) -> list[Enclosure]:
    """Reports for rules about imaging; diaries and images of the blocks that the finding names.

    Where something is missing, also those of no block or of another one: it may be read there.
    """
    sources = {each.record_id for each in finding.evidence}
    return [
        scan
        for scan in scans
        if finding.rule_id in rules_shown_by(rule_set, scan.kind)
        and (
            scan.kind in IMAGING
            or finding.verdict is Verdict.UNKNOWN
            or bool(_records_of(scan, responses) & sources)
        )
    ]


def _records_of(scan: Enclosure, responses: Mapping[UUID, Response]) -> set[UUID | None]:
    if scan.block_id is None:
        return set()
    response = responses.get(scan.block_id)
    return {scan.block_id, response.id if response else scan.block_id}
