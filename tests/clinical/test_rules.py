"""Rule files: what they carry, what they refuse, and their own worked examples."""

import hashlib
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block_criteria import DaysBetweenBlocks, EarlierBlockRelieved, ReliefEachTime
from mbb_desktop.clinical.candidacy_criteria import DiagnosisListed
from mbb_desktop.clinical.covered_diagnoses import covered_list
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.data_file import DataFileError
from mbb_desktop.clinical.drugs import Confidence
from mbb_desktop.clinical.kinds import KINDS
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.phrases import of
from mbb_desktop.clinical.rule_examples import Example
from mbb_desktop.clinical.rules import (
    RuleSet,
    judge,
    parse_rule_set,
    read_rule_set,
    read_rule_sets,
    version_near,
    version_on,
)
from tests.clinical.invented import AGENTS, RESOURCES, a_case, two_blocks
from tests.clinical.test_rule_properties import judged
from tests.every_row import every_row

FOLDER = RESOURCES / "rules"
FILE = FOLDER / "us-medicare-facet.toml"
TEXT = FILE.read_text(encoding="utf-8")
RULES = TEXT[: TEXT.index("# Worked examples")]
SHORT = TEXT[: TEXT.index("[[example]]", TEXT.index('joints = ["C5-6 left"]'))]
"""The rules alone, and with the first examples: the whole file takes thrice as long to read."""
_CHANGED = {
    *("IND-1", "IND-2", "IND-3", "IND-4", "IND-5", "DX-1", "ASM-1", "DX-2", "DX-3", "DX-CAP"),
    *("RF-1", "RF-2", "RF-4", "SED-1", "IMG-1", "DX-ICD"),
}
_HEAD, *_EACH = re.split(r"(?m)^(?=\[\[rule\]\]$)", RULES)
_FIRST, _SECOND = [each.start() for each in re.finditer(r"(?m)^\[\[example\]\]", SHORT)][:2]
FEW = "".join(
    [
        _HEAD,
        *(rule for rule in _EACH if re.findall(r'(?m)^id = "(.+)"', rule)[0] in _CHANGED),
        SHORT[len(RULES) : _FIRST],
        SHORT[_SECOND:],
    ]
)
"""The rules that are changed below, with examples of them: for what is read many times."""
MEDICARE = read_rule_set(FILE)
SETS = read_rule_sets(FOLDER)
EXAMPLES = list(enumerate(example for rule_set in SETS for example in rule_set.examples))
SETS_OF = [rule_set.named for rule_set in SETS for _ in rule_set.examples]


@every_row(("at", "example"), EXAMPLES, ids=[f"{SETS_OF[at]}, {each.title}" for at, each in EXAMPLES])
def test_the_worked_examples_of_the_rule_files(at: int, example: Example) -> None:
    judgement = judged(at)
    for rule_id, expected in example.expect.items():
        finding = judgement.finding(rule_id)
        assert (rule_id, finding.verdict) == (rule_id, expected.verdict)
        assert expected.caution is None or bool(finding.caution) is expected.caution, (
            rule_id,
            finding.caution,
        )


NEVER_MET = {"unrecorded"}
"""Kinds about facts that the record does not hold."""


@every_row("rule_set", SETS, ids=[each.named for each in SETS])
def test_every_rule_has_an_example_that_meets_it_and_one_that_does_not(rule_set: RuleSet) -> None:
    seen = {(rule_id, e.verdict) for ex in rule_set.examples for rule_id, e in ex.expect.items()}
    met = {rule_id for rule_id, verdict in seen if verdict is Verdict.MET}
    other = {rule_id for rule_id, verdict in seen if verdict is not Verdict.MET}
    assert other == {rule.id for rule in rule_set.rules}
    assert met == {rule.id for rule in rule_set.rules if rule.kind not in NEVER_MET}


def test_the_rules_that_are_shipped() -> None:
    assert [rule.id for rule in MEDICARE.rules] == [
        "IND-1", "IND-2", "IND-3", "IND-4", "IND-5", "DX-1", "ASM-1", "ASM-2", "ASM-3",
        "DX-2", "DX-3", "DX-4", "DX-5", "DX-6", "DX-7", "DX-CAP",
        "RF-1", "RF-2", "RF-3", "RF-4", "RF-CAP", "TX-1", "TX-2", "TX-3", "TX-CAP",
        "LVL-1", "LVL-2", "REG-1", "REG-2", "SES-1", "IMG-1", "SED-1", "EXC-1", "EXC-2", "EXC-3",
        "KX-1", "KX-2", "DOC-1", "DOC-2", "DX-ICD",
    ]  # fmt: skip


def test_the_numbers_of_the_policy() -> None:
    assert MEDICARE.rule("DX-2").criterion == EarlierBlockRelieved(Decimal(80), lasting=True, renewed_after=2)
    assert MEDICARE.rule("DX-3").criterion == DaysBetweenBlocks(14, unless_explained=True)
    assert MEDICARE.rule("RF-1").criterion == ReliefEachTime(2, Decimal(80), lasting=True, renewed_after=2)
    assert MEDICARE.threshold == Threshold(Decimal(80))


def test_the_set_is_named_dated_and_hashed() -> None:
    assert MEDICARE.named == "US-MEDICARE-FACET 2026-05"
    assert MEDICARE.effective_from == date(2026, 5, 21)
    assert MEDICARE.sha256 == hashlib.sha256((TEXT + covered_list().text).encode()).hexdigest()
    alone = re.sub(r"(?m)^not_alone = .*\n", "", RULES)
    plain = parse_rule_set("ours.toml", alone.replace('codes = "A58403"', "codes = { x = 'y' }"))
    assert plain.rule("DX-ICD").criterion == DiagnosisListed({"x": "y"})


def test_sources_are_printed_with_version_date_and_how_they_were_read() -> None:
    assert MEDICARE.source.names == "LCD L38801 v23 (16-Apr-2026), article A58403 v27 (21-May-2026)"
    assert MEDICARE.source.words == (
        "LCD L38801 v23 (16-Apr-2026), article A58403 v27 (21-May-2026): "
        "read from a secondary summary on 22-Nov-2026; check before use"
    )


def test_a_document_that_was_read_itself_says_so() -> None:
    words = MEDICARE.rule("ASM-1").source.words
    assert words.endswith("CGS questions and answers on facet interventions 2024-04-26: read on 22-Nov-2026")


def test_every_rule_says_how_sure_it_is() -> None:
    kinds = {Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW}
    assert {rule.confidence for rule in MEDICARE.rules} == kinds
    assert all(r.source.documents and r.effective and r.title for each in SETS for r in each.rules)


def test_a_judgement_keeps_id_version_hash_and_day() -> None:
    judgement = judge(MEDICARE, a_case(*two_blocks(), today=date(2026, 12, 1)))
    assert (judgement.rule_set_id, judgement.version, judgement.sha256, judgement.on) == (
        "US-MEDICARE-FACET",
        "2026-05",
        MEDICARE.sha256,
        date(2026, 12, 1),
    )
    assert judgement.counts() == {
        Verdict.MET: 24,
        Verdict.NOT_MET: 0,
        Verdict.UNKNOWN: 12,
        Verdict.NOT_YET: 0,
        Verdict.DOES_NOT_APPLY: 4,
    }


def test_a_rule_set_for_another_part_of_the_spine_says_so_once() -> None:
    uk = next(each for each in SETS if each.id == "UK-50X1")
    neck = a_case(*two_blocks())
    neck = replace(neck, course=replace(neck.course, region=Region.CERVICAL))
    cautions = [each.caution for each in judge(uk, neck).findings]
    assert cautions[0] == "UK-50X1 is about the lumbar spine; this complaint is cervical."
    assert not any("spine" in each for each in cautions[1:])
    assert "spine" not in judge(uk, a_case(*two_blocks())).findings[0].caution
    assert "spine" not in judge(MEDICARE, neck).findings[0].caution
    text = (FOLDER / "uk-50x1.toml").read_text(encoding="utf-8")
    with pytest.raises(DataFileError, match="'neck' is no region"):
        parse_rule_set("uk.toml", text.replace('regions = ["lumbar"]', 'regions = ["neck"]'))


@every_row(
    ("rule_set_id", "region", "country", "fits"),
    [
        ("UK-50X1", Region.LUMBAR, "UK", True),
        ("UK-50X1", Region.LUMBAR, "US", False),
        ("UK-50X1", Region.CERVICAL, "UK", False),
        ("UK-50X1", Region.LUMBAR, "", True),
        ("SIS-100X2", Region.LUMBAR, "US", True),
        ("US-MEDICARE-FACET", Region.CERVICAL, "US", True),
        ("US-MEDICARE-FACET", Region.CERVICAL, "NZ", False),
    ],
    ids=lambda each: each.value if isinstance(each, Region) else str(each),
)
def test_a_set_is_meant_for_its_part_of_the_spine_and_its_country(
    rule_set_id: str, region: Region, country: str, fits: bool
) -> None:
    found = next(each for each in SETS if each.id == rule_set_id)
    assert found.fits(region, country) is fits


def test_a_finding_says_its_evidence_or_what_is_missing() -> None:
    judgement = judge(MEDICARE, a_case(*two_blocks()))
    assert judgement.finding("IND-2").said == "since 16-Feb-2026, 8 months before the first block"
    unknown = judge(MEDICARE, replace(a_case(), course=replace(a_case().course, began_on=None)))
    assert unknown.finding("IND-2").said == "when the pain began"
    assert of(unknown.finding("IND-2").verdict) == "Missing"


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        MEDICARE.rule("XX-1")
    with pytest.raises(KeyError):
        judge(MEDICARE, a_case()).finding("XX-1")


@every_row(
    ("old", "new", "problem"),
    [
        ("months = 3", "month = 3", "rule IND-2: 'month' is not known here"),
        ('of = "diagnostic"', 'of = "diagnosis"', "rule DX-CAP: 'diagnosis' is no kind of session"),
        ('["none", "minimal"]', '["none", "mini"]', "rule SED-1: 'mini' is no sedation"),
        ('["none", "minimal"]', "[]", "rule SED-1: no sedation is named"),
        ('["fluoroscopy", "CT"]', '["xray"]', "rule IMG-1: 'xray' is no guidance"),
        ('["thermal radiofrequency"]', '["heat"]', "rule RF-4: 'heat' is no method"),
        ('"IND-4", "IND-5"]', '"IND-4", "IND-6"]', "rule DX-1: the rule 'IND-6' does not stand earlier"),
        ("months = 6", "", "rule RF-2: either 'months' or 'weeks' must be given"),
        (
            "effective_from = 2026-05-21",
            "effective_from = 2026-05-21\neffective_to = 2026-05-20",
            "lies before",
        ),
        (
            'codes = "A58403"',
            'codes = "A58404"',
            "rule DX-ICD: there is no list 'A58404'. Known is 'A58403'.",
        ),
        ("images = 4", "pictures = 4", "'pictures' is not known here"),
        ("months = 3", "", "rule IND-2: 'months' is missing"),
        ("months = 3", "months = -1", "rule IND-2: 'months' must be a whole number from 0 to 999."),
        ("months = 3", "months = 1000", "rule IND-2: 'months' must be a whole number from 0 to 999."),
        ("blocks = 2", "blocks = 0", "rule RF-1: 'blocks' must be a whole number from 1 to 999."),
        ("at_most = 4", "at_most = 0", "rule DX-CAP: 'at_most' must be a whole number from 1 to 999."),
        ("relief = 80", "relief = 101", "rule DX-2: 'relief' must be a percentage from 0 to 100."),
        ("relief = 80", "relief = -1", "rule DX-2: 'relief' must be a percentage from 0 to 100."),
        ("months = 3", "months = '3'", "rule IND-2: 'months' must be a whole number"),
        ('kind = "pain_lasts"', 'kind = "pain_last"', "rule IND-2: the kind 'pain_last' is not known"),
        ('findings = ["other_cause"]', 'findings = ["other"]', "rule IND-5: 'other' is no finding"),
        ('findings = ["other_cause"]', "findings = []", "rule IND-5: 'findings' names none"),
        ('id = "IND-2"', 'id = "IND-1"', "the rule IND-1 stands there twice"),
        ('source = ["lcd"]', 'source = ["lcdd"]', "the source 'lcdd' is not among the documents"),
        ('confidence = "high"', 'confidence = "quite"', "rule ASM-1: 'confidence' must be one of"),
        ("read = 2026-11-22", "reed = 2026-11-22", "'reed' is not known here"),
        ('version = "2026-05"', "", "'version' is missing"),
        ('DX-3 = "met"', 'DX-33 = "met"', "'DX-33' is not known here"),
        ('DX-3 = "met"', 'DX-3 = "fine"', "'fine' is no verdict"),
        ('agent = "lidocaine 20"', 'agent = "lidocaine"', "'agent' must be a name and mg/mL"),
        ('joints = ["C5-6 left"]', 'joints = ["C5-6"]', "'C5-6' is no joint with a side"),
        ('joints = ["C5-6 left"]', 'joints = ["C5-9 left"]', "'C5-9 left' is no joint with a side"),
        ('scores = "2 2 2 2 5', 'scores = "2 2 x 2 5', "'scores' must be 12 numbers"),
        ("[example_course]", "[example_curse]", "'example_curse' is not known here"),
        ("axial = true", "axiall = true", "'axiall' is not known here"),
    ],
)
def test_a_wrong_rule_file_is_refused_with_file_and_place(old: str, new: str, problem: str) -> None:
    assert old in FEW
    with pytest.raises(DataFileError) as refused:
        parse_rule_set("ours.toml", FEW.replace(old, new, 1))
    assert str(refused.value).startswith("ours.toml")
    assert problem in str(refused.value)


@every_row("text", ["", " \n\t\n"], ids=["nothing", "blanks"])
def test_an_empty_file_is_refused(text: str) -> None:
    with pytest.raises(DataFileError) as refused:
        parse_rule_set("ours.toml", text)
    assert str(refused.value).startswith("ours.toml, line 1: the file is empty.")


def test_a_file_without_a_rule_is_refused() -> None:
    head = TEXT[: TEXT.index("[[rule]]")]
    with pytest.raises(DataFileError, match=r"ours\.toml.*no \[\[rule\]\] stands in the file\."):
        parse_rule_set("ours.toml", head)


def test_an_example_needs_a_course() -> None:
    text = RULES + SHORT[SHORT.index("[[example]]") :]
    with pytest.raises(DataFileError, match="'course' is missing"):
        parse_rule_set("ours.toml", text)


def test_two_files_of_one_id_are_refused(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(RULES, encoding="utf-8")
    with pytest.raises(DataFileError, match=r"b\.toml: US-MEDICARE-FACET 2026-05 is still in force"):
        read_rule_sets(tmp_path)


@pytest.fixture(scope="module")
def two_versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[RuleSet, ...]:
    folder, begins = tmp_path_factory.mktemp("versions"), "effective_from = 2026-05-21"
    older = RULES.replace('version = "2026-05"', 'version = "2024-07"', 1)
    older = older.replace(begins, "effective_from = 2024-07-14\neffective_to = 2026-05-20", 1)
    for name, text in (("new.toml", RULES), ("old.toml", older)):
        (folder / name).write_text(text, encoding="utf-8")
    return read_rule_sets(folder)


@every_row(
    ("day", "in_force", "nearest"),
    [
        (date(2024, 7, 13), None, "2024-07"),
        (date(2024, 7, 14), "2024-07", "2024-07"),
        (date(2026, 5, 20), "2024-07", "2024-07"),
        (date(2026, 5, 21), "2026-05", "2026-05"),
        (date(2030, 1, 1), "2026-05", "2026-05"),
    ],
)
def test_the_version_in_force_on_the_date_of_service_is_chosen(
    two_versions: tuple[RuleSet, ...], day: date, in_force: str | None, nearest: str
) -> None:
    found = version_on(two_versions, MEDICARE.id, day)
    near = version_near(two_versions, MEDICARE.id, day)
    assert (found.version if found else None, near.version if near else None) == (in_force, nearest)
    assert version_near(two_versions, "NONE", day) is None


def test_a_wrong_rule_is_named_with_its_line() -> None:
    at = TEXT.splitlines().index("months = 3") + 1
    with pytest.raises(DataFileError, match=rf"ours\.toml, line {at}, rule IND-2:"):
        parse_rule_set("ours.toml", RULES.replace("months = 3", "months = '3'", 1))


def test_a_rule_may_carry_a_caution_and_ask_more_than_half() -> None:
    text = RULES.replace(
        "blocks = 2\nrelief = 80", "blocks = 1\nrelief = 50\nover = true\ncaution = 'Ours.'", 1
    )
    rules = parse_rule_set("ours.toml", text)
    assert rules.rule("RF-1").criterion == ReliefEachTime(
        1, Decimal(50), over=True, lasting=True, renewed_after=2
    )
    assert judge(rules, a_case(*two_blocks())).finding("RF-1").caution == "Ours."


def test_a_set_without_relief_has_no_threshold() -> None:
    before = RULES.index('[[rule]]\nid = "DX-2"')
    assert parse_rule_set("ours.toml", RULES[:before]).threshold is None


def test_every_kind_is_used_by_a_delivered_rule() -> None:
    assert {rule.kind for each in SETS for rule in each.rules} == set(KINDS)


@every_row("number", ["1", "999"])
def test_the_smallest_and_the_largest_number_of_a_rule_can_be_judged(number: str) -> None:
    text = re.sub(r"(?m)^(months|weeks|years|days|at_least|at_most|blocks) = \d+$", rf"\1 = {number}", RULES)
    rules = parse_rule_set("ours.toml", text)
    for example in MEDICARE.examples[::8]:  # courses of every kind: none, first and second blocks, ablations
        assert len(judge(rules, example.case(AGENTS)).findings) == len(MEDICARE.rules)
