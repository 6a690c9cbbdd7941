"""Diaries, results and rules that were kept or published; skipped where the collection is not there."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from mbb_desktop.clinical.block import Block, Drug, DrugUse
from mbb_desktop.clinical.block_criteria import DaysBetweenBlocks, EarlierBlockRelieved, ReliefEachTime
from mbb_desktop.clinical.criteria import Case, Verdict
from mbb_desktop.clinical.measures import Lasted, Threshold
from mbb_desktop.clinical.pairs import PairVerdict, compare
from mbb_desktop.clinical.response import BEFORE, SLOTS, Reading, Response, Series, StatedRelief
from mbb_desktop.clinical.rules import read_rule_set
from mbb_desktop.clinical.verdict import Assessed, BlockVerdict, SeriesResult, assess
from mbb_desktop.clinical.volumes import volume_concerns
from tests.clinical.invented import (
    AGENTS,
    BOTH,
    BUPIVACAINE,
    EIGHTY,
    FORMULARY,
    LIDOCAINE,
    RESOURCES,
    a_block,
    a_case,
    a_response,
    done,
    needle_out,
)
from tests.clinical.invented import DAY as FIRST_DAY
from tests.every_row import every_row

DAY = datetime(2022, 5, 3, tzinfo=UTC)

NOT_FOLLOWED = {
    "R01": "from half up to the rule it is called partial, not negative; a second block is refused too",
    "R06": "enough relief once is positive for this block; what is missing is the second one",
    "Q2": "no upper limit of days between the blocks: a late second block is no reason to refuse",
    "Q4": "no number of hours that bupivacaine must last longer: its window and the order say it",
    "Q10": "definite relief is no number; the threshold of the rule set in use stands for it",
    "S1": "45 min and the days after the first are not asked for, but kept when somebody enters them",
    "S2": "asking every 15 min until the pain is back ends at the first hour, but more may be entered",
    "S4": "one index pain and two sides, not several areas in columns; other areas are a note",
    "T10": "half a milliliter stays usual although it spreads more: the smaller volume missed nerves",
}
"""What the product deliberately does otherwise; each is shown below to do what is said here."""
FOLLOWED = {"D01", "R09", "Q1", "Q3", "S3", "T1", "T3", "T7"}


def read(corpus: Path, name: str) -> dict[str, object]:
    path = corpus / "diaries" / name
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    found: dict[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return found


def rows(corpus: Path, name: str, kind: str) -> dict[str, dict[str, object]]:
    found = read(corpus, name)[kind]
    assert isinstance(found, list)
    return {row["id"]: row for row in found}


def row(corpus: Path, case_id: str) -> dict[str, object]:
    name, kind = {
        "R": ("response_statements.json", "cases"),
        "T": ("published_tables.json", "tables"),
        "Q": ("rules_and_schedules.json", "verdict_rules"),
        "S": ("rules_and_schedules.json", "diary_schedules"),
    }[case_id[0]]
    return rows(corpus, name, kind)[case_id]


def inside(found: Mapping[str, object], key: str) -> Mapping[str, object]:
    part = found[key]
    assert isinstance(part, dict)
    return part


def number(found: Mapping[str, object], key: str) -> int:
    """The first whole number written there: 54 of `54 (52%)`, 80 of `>80`."""
    digits = re.search(r"\d+", str(found[key]))
    assert digits is not None
    return int(digits.group())


def test_no_case_is_left_out(corpus: Path) -> None:
    ids = {"D01"}
    for name, kind in (
        ("response_statements.json", "cases"),
        ("published_tables.json", "tables"),
        ("rules_and_schedules.json", "verdict_rules"),
        ("rules_and_schedules.json", "diary_schedules"),
    ):
        ids |= set(rows(corpus, name, kind))
    assert ids == {*FOLLOWED, *NOT_FOLLOWED}
    assert {path.name for path in (corpus / "diaries").iterdir()} == {
        "D01_real_first_block.json",
        "published_tables.json",
        "response_statements.json",
        "rules_and_schedules.json",
    }


# One person's diary --------------------------------------------------------------------------------


def when(words: str) -> datetime:
    hours, minutes = words.removeprefix("next day ").split(":")
    day = DAY + timedelta(days=words.startswith("next day"))
    return day.replace(hour=int(hours), minute=int(minutes))


def diary(corpus: Path, baseline: str | None) -> SeriesResult:
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
    return overall(assess(block, response, EIGHTY, AGENTS))


def overall(assessed: Assessed) -> SeriesResult:
    assert assessed.overall is not None
    return assessed.overall


def test_a_diary_without_baseline_is_not_assessable_and_keeps_its_entries(corpus: Path) -> None:
    result = diary(corpus, None)
    assert (result.verdict, result.reason) == (
        BlockVerdict.NOT_ASSESSABLE,
        "no single score before the block",
    )
    assert len(result.measures.given) == 8


def test_the_same_diary_with_a_baseline_of_six(corpus: Path) -> None:
    result = diary(corpus, "6")
    measures = result.measures
    first = measures.given[0]
    assert first.relief is not None
    assert round(first.relief) == 17
    assert measures.peak is not None
    assert (measures.peak.minutes, measures.best) == (360, Fraction(100))
    assert measures.run is not None
    assert (measures.run.start, measures.run.end, measures.run.until) == (360, 420, 1320)
    assert "Relief began late, at 6 h." in result.cautions


# Results as their reviewers classified them --------------------------------------------------------


def relieved(percent: Decimal | int, number: int = 1, drug: Drug = LIDOCAINE) -> tuple[Block, Response]:
    """A block after which scores and patient both say this percentage for 2 h."""
    block, _ = done(number, "", drug=drug)
    words = " ".join([str(100 - percent)] * 4 + ["100"] * 8)
    return block, a_response("100", words, on=block.performed_on, stated=str(percent))


def judged(percent: Decimal | int, threshold: Threshold) -> SeriesResult:
    return overall(assess(*relieved(percent), threshold, AGENTS))


def test_relief_below_the_rule_refuses_the_second_block(corpus: Path) -> None:
    case = row(corpus, "R01")
    percent, rule = number(inside(case, "facts"), "relief_pct"), Decimal(number(case, "rule"))
    assert str(case["classified"]).startswith("negative (second block refused)")
    assert judged(percent, Threshold(rule)).verdict is BlockVerdict.PARTIAL
    assert EarlierBlockRelieved(rule).find(a_case(relieved(percent))).verdict is Verdict.NOT_MET


def test_one_set_of_blocks_is_not_two(corpus: Path) -> None:
    case = row(corpus, "R06")
    rule = Decimal(number(case, "rule"))
    over = number(inside(case, "facts"), "relief_pct") + 1
    assert str(case["classified"]).startswith("insufficient")
    assert judged(over, Threshold(rule)).positive
    assert ReliefEachTime(2, rule).find(a_case(relieved(over))).verdict is Verdict.NOT_YET


def test_relief_by_steroid_and_volume_says_nothing_about_a_test(corpus: Path) -> None:
    case = row(corpus, "R09")
    assert "nothing about a diagnostic verdict" in str(case["classified"])
    block, response = relieved(100, drug=BUPIVACAINE)
    treated = replace(block, drugs=(*block.drugs, Drug(DrugUse.STEROID, "triamcinolone")))
    result = overall(assess(treated, response, EIGHTY, AGENTS))
    assert result.verdict is BlockVerdict.NOT_DIAGNOSTIC
    assert ReliefEachTime(1, Decimal(80)).find(a_case((treated, response))).verdict is Verdict.NOT_YET


def test_stated_relief_alone_is_no_verdict() -> None:
    stated = StatedRelief(Series.OVERALL, Decimal(85), DAY)
    only = replace(a_response(None, ""), readings=a_response(None, "").readings[:1], stated=(stated,))
    found = ReliefEachTime(1, Decimal(80)).find(a_case((a_block(), only)))
    assert found.verdict is Verdict.UNKNOWN


# Rules ---------------------------------------------------------------------------------------------


def blocks_apart(percent: Decimal | int, days: int, count: int = 2) -> Case:
    """`count` blocks with this relief, so many days apart, the second with the longer-acting agent."""
    pairs = []
    for at in range(count):
        block, response = relieved(percent, at + 1, (LIDOCAINE, BUPIVACAINE)[at])
        on = FIRST_DAY + timedelta(days=days * at)
        after = needle_out(on) - needle_out(block.performed_on)
        readings = tuple(replace(each, at=each.at + after) for each in response.readings)
        moved = replace(block, performed_on=on, needle_out=needle_out(on))
        pairs.append((moved, replace(response, readings=readings)))
    return a_case(*pairs)


@every_row("rule_id", ["Q1", "Q2", "Q3", "Q4"])
def test_a_published_rule_is_judged_exactly(corpus: Path, rule_id: str) -> None:
    rule = row(corpus, rule_id)
    percent, count = Decimal(number(rule, "pct")), number(rule, "blocks")
    criterion = ReliefEachTime(count, percent)
    assert criterion.find(blocks_apart(percent, 20, count)).verdict is Verdict.MET
    assert criterion.find(blocks_apart(percent - Decimal("0.1"), 20, count)).verdict is Verdict.NOT_MET
    if count > 1:
        assert criterion.find(blocks_apart(percent, 20, count - 1)).verdict is Verdict.NOT_YET


@every_row(("rule_id", "key"), [("Q1", "gap_days_min"), ("Q2", "gap_days")])
def test_the_days_between_blocks_are_counted_from_below_only(corpus: Path, rule_id: str, key: str) -> None:
    least = number(row(corpus, rule_id), key)
    apart = {days: DaysBetweenBlocks(least).find(blocks_apart(80, days)) for days in (least - 1, least, 200)}
    verdicts = [found.verdict for found in apart.values()]
    assert verdicts == [Verdict.NOT_MET, Verdict.MET, Verdict.MET]


def test_blocks_on_different_days_are_at_least_a_day_apart(corpus: Path) -> None:
    rule = row(corpus, "Q4")
    assert rule["different_days"] is True
    assert rule["agent"] == "local anesthetic only"
    assert DaysBetweenBlocks(1).find(blocks_apart(80, 1)).verdict is Verdict.MET
    assert DaysBetweenBlocks(1).find(blocks_apart(80, 0)).verdict is Verdict.NOT_MET


@every_row(("rule_id", "file"), [("Q1", "us-medicare-facet.toml"), ("Q4", "us-bcbs-north-dakota.toml")])
def test_the_delivered_rule_set_asks_what_the_policy_asks(corpus: Path, rule_id: str, file: str) -> None:
    rule = row(corpus, rule_id)
    criteria = [each.criterion for each in read_rule_set(RESOURCES / "rules" / file).rules]
    (asked,) = (each for each in criteria if isinstance(each, ReliefEachTime))
    (apart,) = (each for each in criteria if isinstance(each, DaysBetweenBlocks))
    assert (asked.blocks, asked.relief, asked.over) == (
        number(rule, "blocks"),
        Decimal(number(rule, "pct")),
        False,
    )
    assert apart.at_least == rule.get("gap_days_min", 1)


def test_without_a_number_the_order_of_the_two_agents_still_decides(corpus: Path) -> None:
    rule = row(corpus, "Q10")
    assert rule["duration"] == "bupivacaine longer than lidocaine"
    assert not re.search(r"\d", str(rule["pct"]))
    assert pair("1 1 1 1 9 9 9 9 9 9 9 9", "1 1 1 1 1 9 9 9 9 9 9 9") is PairVerdict.CONCORDANT
    assert pair("1 1 1 1 1 9 9 9 9 9 9 9", "1 1 1 1 1 9 9 9 9 9 9 9") is PairVerdict.DISCORDANT


# Published tables: made-up patients of each class come out as the authors counted them -------------


def pair(one: str, two: str, threshold: Threshold = EIGHTY) -> PairVerdict:
    """Lidocaine with the first scores after the block, bupivacaine with the second; 9 before both."""
    first, second = (
        assess(*done(at, words, before="9", drug=drug), threshold, AGENTS)
        for at, (words, drug) in enumerate(((one, LIDOCAINE), (two, BUPIVACAINE)), start=1)
    )
    (verdict,) = {found.verdict for found in compare(first, second).rows}
    return verdict


def lasting(hours: int, score: int = 1) -> str:
    """Relief with this score until so many hours, then the pain of before."""
    return " ".join(str(score if slot <= 60 * hours else 9) for slot in SLOTS)


def counted(pairs: Iterable[tuple[str, str, int]], threshold: Threshold = EIGHTY) -> Counter[PairVerdict]:
    found: Counter[PairVerdict] = Counter()
    for one, two, people in pairs:
        found[pair(one, two, threshold)] += people
    return found


def test_comparative_blocks_are_sorted_as_by_their_authors(corpus: Path) -> None:
    """However many of the prolonged responses were among the true positives."""
    table = row(corpus, "T1")
    counts, everybody = inside(table, "counts"), int(str(table["n"]))
    longer = number(counts, "of these longer with bupivacaine (true positive)")
    not_longer = number(counts, "of these not longer with bupivacaine")
    prolonged = number(counts, "prolonged response to one or both")
    both = number(counts, "relief from both blocks at one level")
    for true in range(prolonged - not_longer, prolonged + 1):
        found = counted(
            [
                (lasting(2), lasting(6), longer - true),
                (lasting(7), lasting(12), true),
                (lasting(4), lasting(3), not_longer - (prolonged - true)),
                (lasting(8), lasting(6), prolonged - true),
                (lasting(2), lasting(0), everybody - both),
            ]
        )
        assert found == Counter(
            {
                PairVerdict.CONCORDANT: longer - true,
                PairVerdict.CONCORDANT_PROLONGED: true,
                PairVerdict.DISCORDANT: not_longer - (prolonged - true),
                PairVerdict.DISCORDANT_PROLONGED: prolonged - true,
                PairVerdict.NOT_CONFIRMED: everybody - both,
            }
        )


def test_prevalence_and_false_positives_come_out_as_published(corpus: Path) -> None:
    table = row(corpus, "T3")
    everybody, results = int(str(table["n"])), inside(table, "results")
    half = Threshold(Decimal(number(table, "rule")))
    true = round(everybody * number(results, "prevalence") / 100)
    false = round((everybody - true) * number(results, "false positive of a single block") / 100)
    found = counted(
        [
            (lasting(2, 4), lasting(6, 4), true),
            (lasting(2, 4), lasting(0), false),
            (lasting(0), lasting(6, 4), everybody - true - false),
        ],
        half,
    )
    confirmed, refuted = found[PairVerdict.CONCORDANT], found[PairVerdict.NOT_CONFIRMED]
    assert round(100 * confirmed / everybody) == number(results, "prevalence")
    false_positive = 100 * refuted / (everybody - confirmed)
    assert round(false_positive) == number(results, "false positive of a single block")
    assert found[PairVerdict.NEGATIVE] == everybody - confirmed - refuted


def test_more_than_half_is_more_and_saline_is_no_test(corpus: Path) -> None:
    table = row(corpus, "T7")
    everybody, improved = int(str(table["n"])), number(inside(table, "results"), ">50% improvement")
    over = Threshold(Decimal(50), over=True)
    patients = [judged(51, over)] * improved + [judged(50, over)] * (everybody - improved)
    assert sum(each.positive for each in patients) == improved
    assert f"({round(100 * improved / everybody)}%)" in str(inside(table, "results")[">50% improvement"])
    block, response = relieved(60)
    sham = replace(block, drugs=(Drug(DrugUse.TARGET, "saline", Decimal(9)),))
    assert overall(assess(sham, response, over, AGENTS)).verdict is BlockVerdict.NOT_DIAGNOSTIC


def test_half_a_milliliter_is_usual_and_more_deserves_a_look(corpus: Path) -> None:
    results = inside(row(corpus, "T10"), "results")
    spread = [number(results, key) for key in ("aberrant spread, 0.5 mL", "aberrant spread, 0.25 mL")]
    assert spread[0] > spread[1] > 0
    asked = {
        volume: [c for c in volume_concerns(a_block(volume=volume), FORMULARY) if c.about == "volume"]
        for volume in ("0.25", "0.5", "0.6")
    }
    assert [bool(found) for found in asked.values()] == [False, False, True]


# Diary schedules -----------------------------------------------------------------------------------


STEPS = {"15 min": 15, "hourly": 60, "daily": 1440}


def minutes_of(grid: str) -> set[int]:
    """The minutes a published schedule asks for, during the first 6 h where it names no end."""
    if grid.startswith("every 15 min"):
        return set(range(15, 361, 15))
    parts = re.findall(r"(15 min|hourly|daily) x(\d+)", grid) or [("hourly", number({"grid": grid}, "grid"))]
    return {STEPS[step] * turn for step, times in parts for turn in range(1, int(times) + 1)}


NOT_ASKED = {
    "S1": {45, *(1440 * day for day in range(2, 15))},
    "S2": {15 * n for n in range(1, 25)} - set(SLOTS),
    "S3": set[int](),
    "S4": set[int](),
}


@every_row("schedule", sorted(NOT_ASKED))
def test_a_diary_on_a_published_schedule_is_kept_whole_and_judged_alike(corpus: Path, schedule: str) -> None:
    times = minutes_of(str(row(corpus, schedule)["grid"]))
    assert times - set(SLOTS) == NOT_ASKED[schedule]
    start = needle_out(FIRST_DAY)
    kept = [
        Reading(Series.OVERALL, at, start + timedelta(minutes=at), Decimal(1 if at <= 180 else 8))
        for at in sorted(times)
    ]
    response = a_response("8", "")
    result = overall(
        assess(a_block(), replace(response, readings=(*response.readings, *kept)), EIGHTY, AGENTS)
    )
    assert {point.minutes for point in result.measures.given} == times
    assert (result.verdict, result.measures.lasted) == (BlockVerdict.POSITIVE, Lasted.WITHIN)
