"""What came with the program, read once from `resources/`: drugs, presets, rule sets, words for patients."""

from collections.abc import Mapping
from functools import cache

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.bleeding_risk import BleedingRisk, read_bleeding_risk
from mbb_desktop.clinical.code_book import CodeBook, read_code_book
from mbb_desktop.clinical.drugs import Formulary, read_formulary
from mbb_desktop.clinical.handout_book import HandoutBook, read_handout_book
from mbb_desktop.clinical.preset import Preset, read_presets
from mbb_desktop.clinical.rules import RuleSet, read_rule_sets
from mbb_desktop.paths import data_dir


@cache
def formulary() -> Formulary:
    """Agents, strengths, windows, limits and volume guards, each with its source."""
    return read_formulary(data_dir("resources") / "clinical" / "anesthetics.toml")


@cache
def presets() -> Mapping[Region, Preset]:
    """What the practice offers and proposes, per region."""
    return read_presets(data_dir("resources") / "clinical" / "presets.toml")


@cache
def bleeding_risk() -> BleedingRisk:
    """The class of facet procedures in two guidelines: information, never advice."""
    return read_bleeding_risk(data_dir("resources") / "clinical" / "bleeding_risk.toml")


@cache
def code_book() -> CodeBook:
    """Code numbers, payers' ways of writing them, and the covered diagnoses."""
    return read_code_book(data_dir("resources") / "clinical" / "coding.toml")


@cache
def rule_set_versions() -> tuple[RuleSet, ...]:
    """Every version of every rule set that came with the program, older ones first."""
    return read_rule_sets(data_dir("resources") / "rules")


@cache
def handout_books() -> Mapping[str, HandoutBook]:
    """The words of the papers for patients, by language code."""
    files = sorted((data_dir("resources") / "handouts").glob("*.toml"))
    return {book.language: book for book in map(read_handout_book, files)}
