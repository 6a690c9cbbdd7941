"""Diaries and results that real people kept or published; skipped where the collection is not there."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from mbb_desktop.clinical.block_criteria import ReliefEachTime
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.response import BEFORE, Reading, Response, Series, StatedRelief
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, assess
from tests.clinical.invented import AGENTS, BOTH, EIGHTY, a_block, a_case, a_response

DAY = datetime(2022, 5, 3, tzinfo=UTC)


def read(corpus: Path, name: str) -> dict[str, object]:
    path = corpus / "diaries" / name
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    found: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return found


def when(words: str) -> datetime:
    hours, minutes = words.removeprefix("next day ").split(":")
    day = DAY + timedelta(days=words.startswith("next day"))
    return day.replace(hour=int(hours), minute=int(minutes))


def diary(corpus: Path, baseline: str | None) -> Assessed:
    """The entries as written; the index pain is the back, where no number was written there is none."""
    entries = read(corpus, "D01_real_first_block.json")["entries"]
    assert isinstance(entries, list)
    start = when("10:30")
    readings = [Reading(Series.OVERALL, BEFORE, start, None if baseline is None else Decimal(baseline))]
    for entry in entries:
        scores, at = entry["scores"], when(entry["time"])
        score = scores.get("back", scores.get("spine"))
        minutes = int((at - start).total_seconds()) // 60
        readings.append(Reading(Series.OVERALL, minutes, at, None if score is None else Decimal(score)))
    response = replace(a_response(None, ""), readings=tuple(readings))
    block = replace(a_block(BOTH), drugs=(), needle_out=start, performed_on=DAY.date())
    return assess(block, response, EIGHTY, AGENTS)


def test_a_diary_without_baseline_is_not_assessable_and_keeps_its_entries(corpus: Path) -> None:
    result = diary(corpus, None).overall
    assert result is not None
    assert (result.verdict, result.reason) == (
        BlockVerdict.NOT_ASSESSABLE,
        "no single score before the block",
    )
    assert len(result.measures.given) == 8


def test_the_same_diary_with_a_baseline_of_six(corpus: Path) -> None:
    result = diary(corpus, "6").overall
    assert result is not None
    measures = result.measures
    first = measures.given[0]
    assert first.relief is not None
    assert round(first.relief) == 17
    assert measures.peak is not None
    assert (measures.peak.minutes, measures.best) == (360, Fraction(100))
    assert measures.run is not None
    assert (measures.run.start, measures.run.end, measures.run.until) == (360, 420, 1320)
    assert "Relief began late, at 6 h." in result.cautions


def block_with(percent: Decimal, threshold: Threshold) -> Assessed:
    """A block of which both the scores and the patient say the same percentage."""
    best = 100 - percent
    words = " ".join([str(best)] * 4 + ["100"] * 8)
    response: Response = a_response("100", words, stated=str(percent))
    return assess(a_block(), response, threshold, AGENTS)


def test_results_are_classified_as_their_reviewers_did(corpus: Path) -> None:
    cases = {case["id"]: case for case in read(corpus, "response_statements.json")["cases"]}  # type: ignore[attr-defined] # a list of cases
    percent = Decimal(cases["R01"]["facts"]["relief_pct"])
    result = block_with(percent, Threshold(Decimal(70))).overall
    assert result is not None
    assert result.verdict is BlockVerdict.PARTIAL


def test_one_set_of_blocks_is_not_two(corpus: Path) -> None:
    read(corpus, "response_statements.json")
    response = a_response("10", "1 1 1 1 5 7 8 8 8 8 8 8")
    assert ReliefEachTime(2, Decimal(80)).find(a_case((a_block(), response))).verdict is Verdict.NOT_YET


@pytest.mark.parametrize("percent", [80, 75, 70, 50])
def test_the_thresholds_of_the_policies_are_exact(corpus: Path, percent: int) -> None:
    rules = read(corpus, "rules_and_schedules.json")["verdict_rules"]
    assert isinstance(rules, list)
    assert percent in {rule["pct"] for rule in rules if isinstance(rule["pct"], int)}
    threshold = Threshold(Decimal(percent))
    for said, positive in ((Decimal(percent), True), (Decimal(percent) - Decimal("0.1"), False)):
        result = block_with(said, threshold).overall
        assert result is not None
        assert result.positive is positive


def test_stated_relief_alone_is_no_verdict(corpus: Path) -> None:
    read(corpus, "response_statements.json")
    stated = StatedRelief(Series.OVERALL, Decimal(85), DAY)
    only = replace(a_response(None, ""), readings=a_response(None, "").readings[:1], stated=(stated,))
    found = ReliefEachTime(1, Decimal(80)).find(a_case((a_block(), only)))
    assert found.verdict is Verdict.UNKNOWN
