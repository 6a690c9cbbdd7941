"""A small rule file of our own: every setting lands in its field, every refusal names its line."""

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.candidacy_criteria import DiagnosisListed
from mbb_desktop.clinical.course_criteria import PainLasts
from mbb_desktop.clinical.covered_diagnoses import covered_list
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.data_file import DataFileError
from mbb_desktop.clinical.drugs import Confidence
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.rules import (
    Document,
    Finding,
    Rule,
    RuleSet,
    Source,
    judge,
    parse_rule_set,
    read_rule_sets,
    version_near,
    version_on,
)
from tests.clinical.invented import COURSE, a_case
from tests.every_row import every_row

TEXT = """\
id = "OWN"
version = "1"
title = "Our own"
payer = "Nobody"
effective_from = 2026-05-21
effective_to = 2027-05-20
regions = ["lumbar", "thoracic"]
country = "US"
source = ["page"]

[[document]]
key = "page"
name = "a page"
version = "v3"
effective = 2026-04-16
read = 2026-11-22
read_in = "a summary"

[[document]]
key = "talk"
name = "a talk"
read = 2026-11-21

[[rule]]
id = "A"
title = "Three months"
kind = "pain_lasts"
months = 3
source = ["talk", "page"]
effective = "2026"
confidence = "high"
caution = "Ask."
brief = true

[[rule]]
id = "B"
title = "Six months"
kind = "pain_lasts"
months = 6
source = ["talk"]
effective = "2025"
confidence = "low"
"""
PAGE = Document("page", "a page", "v3", date(2026, 4, 16), date(2026, 11, 22), "a summary")
TALK = Document("talk", "a talk", "", None, date(2026, 11, 21))
OWN = RuleSet(
    *("OWN", "1", "Our own", "Nobody", date(2026, 5, 21), Source((PAGE,))),
    rules=(
        Rule(
            *("A", "Three months", "pain_lasts", PainLasts(3), Source((TALK, PAGE)), "2026"),
            *(Confidence.HIGH, "Ask.", True),
        ),
        Rule("B", "Six months", "pain_lasts", PainLasts(6), Source((TALK,)), "2025", Confidence.LOW),
    ),
    examples=(),
    sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
    effective_to=date(2027, 5, 20),
    regions=(Region.LUMBAR, Region.THORACIC),
    country="US",
)
LISTED = '\n[[rule]]\nid = "C"\ntitle = "Codes"\nkind = "diagnosis_listed"\ncodes = {codes}\n' + (
    'source = ["talk"]\neffective = "2025"\nconfidence = "low"\n'
)


def read(old: str = "", new: str = "") -> RuleSet:
    assert old in TEXT
    return parse_rule_set("own.toml", TEXT.replace(old, new, 1) if old else TEXT)


def test_every_setting_lands_in_its_field() -> None:
    assert read() == OWN


@every_row(
    ("left_out", "field", "empty"),
    [
        ("effective_to = 2027-05-20\n", "effective_to", None),
        ('regions = ["lumbar", "thoracic"]\n', "regions", ()),
        ('country = "US"\n', "country", ""),
    ],
)
def test_what_may_be_left_out_is_empty(left_out: str, field: str, empty: object) -> None:
    found = read(left_out)
    assert found == replace(OWN, sha256=found.sha256, **{field: empty})  # type: ignore[arg-type] # by name


def test_a_set_may_be_in_force_on_a_single_day() -> None:
    found = read("2027-05-20", "2026-05-21")
    assert [found.in_force_on(date(2026, 5, day)) for day in (20, 21, 22)] == [False, True, False]


def test_the_hash_covers_the_codes_only_where_a_rule_names_their_list() -> None:
    named, own = (TEXT + LISTED.format(codes=codes) for codes in ('"A58403"', '{ "M47.816" = "wear" }'))
    assert isinstance(parse_rule_set("own.toml", named).rule("C").criterion, DiagnosisListed)
    for text, judged in ((named, named + covered_list().text), (own, own)):
        found = parse_rule_set("own.toml", text)
        assert found.sha256 == hashlib.sha256(judged.encode()).hexdigest()


MEND = "Correct the file, or put the delivered one back."
KNOWN = "cervical, thoracic, lumbar"


@every_row(
    ("old", "new", "sentence"),
    [
        (
            "2027-05-20",
            "2026-05-20",
            "own.toml, line 6: 'effective_to' lies before 'effective_from'.",
        ),
        ('"thoracic"', '"sacral"', f"own.toml, line 7: 'sacral' is no region. Known are: {KNOWN}."),
        ('id = "B"', 'id = "A"', "own.toml, line 36, rule 2: the rule A stands there twice."),
        (
            'source = ["page"]',
            'source = ["x", "y"]',
            "own.toml, line 9: the source 'x' is not among the documents of the file.",
        ),
        (
            'source = ["talk", "page"]',
            'source = ["x"]',
            "own.toml, line 29, rule A: the source 'x' is not among the documents of the file.",
        ),
    ],
    ids=["ends before", "region", "twice", "source of the file", "source of a rule"],
)
def test_a_refusal_names_the_line_and_what_is_wrong(old: str, new: str, sentence: str) -> None:
    with pytest.raises(DataFileError) as refused:
        read(old, new)
    assert str(refused.value) == f"{sentence} {MEND}"


def test_a_file_without_rules_is_refused_in_words() -> None:
    with pytest.raises(DataFileError) as refused:
        parse_rule_set("own.toml", TEXT[: TEXT.index("[[rule]]")])
    assert str(refused.value) == f"own.toml, line 1: no [[rule]] stands in the file. {MEND}"


def test_a_set_says_when_it_is_not_in_force() -> None:
    assert OWN.named_on(date(2026, 5, 21)) == "OWN 1"
    assert OWN.named_on(date(2026, 5, 20)) == "OWN 1, not in force on 20-May-2026"


def version(number: str, first: date, last: date | None) -> RuleSet:
    return replace(OWN, version=number, effective_from=first, effective_to=last)


VERSIONS = (
    version("1", date(2024, 1, 1), date(2024, 6, 30)),
    version("2", date(2024, 7, 1), date(2024, 12, 31)),
    version("3", date(2026, 1, 1), None),
    replace(version("9", date(2023, 1, 1), None), id="OTHER"),
)


@every_row(
    ("day", "on", "near"),
    [
        (date(2023, 5, 1), None, "1"),
        (date(2024, 1, 1), "1", "1"),
        (date(2024, 7, 1), "2", "2"),
        (date(2025, 6, 1), None, "2"),
        (date(2026, 1, 1), "3", "3"),
    ],
    ids=str,
)
def test_the_version_of_a_day_or_the_last_before_it_else_the_first(
    day: date, on: str | None, near: str | None
) -> None:
    found, nearest = version_on(VERSIONS, "OWN", day), version_near(VERSIONS, "OWN", day)
    assert (found and found.version, nearest and nearest.version) == (on, near)
    assert version_near(VERSIONS, "NONE", day) is None


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(KeyError, match="'Z'"):
        OWN.rule("Z")
    assert OWN.threshold is None
    assert OWN.relief_rule(1) == ""
    assert Decimal(3) == OWN.rules[0].criterion.months  # type: ignore[attr-defined] # PainLasts


def test_two_versions_in_force_on_one_day_are_refused_and_others_are_sorted(tmp_path: Path) -> None:
    newer = TEXT.replace('version = "1"', 'version = "2"').replace("2026-05-21", "2027-05-20", 1)
    newer = newer.replace("effective_to = 2027-05-20", "effective_to = 2028-05-20")
    other = TEXT.replace('id = "OWN"', 'id = "FIRST"', 1)
    for name, text in (("a.toml", newer), ("b.toml", TEXT), ("c.toml", other)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError) as refused:
        read_rule_sets(tmp_path)
    assert str(refused.value) == (
        f"a.toml: OWN 1 is still in force on 20-May-2027. Give it an effective_to before that day. {MEND}"
    )
    (tmp_path / "d.toml").write_text(newer.replace("2027-05-20", "2027-05-21", 1), encoding="utf-8")
    (tmp_path / "a.toml").unlink()
    assert [each.named for each in read_rule_sets(tmp_path)] == ["FIRST 1", "OWN 1", "OWN 2"]


def test_a_finding_carries_the_words_of_its_rule() -> None:
    neck = replace(a_case(), course=replace(COURSE, region=Region.CERVICAL, began_on=None))
    first, second = judge(OWN, neck).findings
    where = phrase("caution.other_region", rule_set="OWN", regions="lumbar and thoracic", region="cervical")
    lacks = ("when the pain began",)
    assert first == Finding("A", "Three months", Verdict.UNKNOWN, (), lacks, f"{where} Ask.", True)
    assert second == Finding("B", "Six months", Verdict.UNKNOWN, (), lacks, "", False)
    with pytest.raises(KeyError, match="'Z'"):
        judge(OWN, neck).finding("Z")
