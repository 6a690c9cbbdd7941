"""The diagnosis codes that payers list for facet procedures, kept once: families, and a digit by region."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.data_file import Table, delivered, parse_table, text_of
from mbb_desktop.clinical.drugs import Confidence


@dataclass(frozen=True, slots=True)
class DiagnosisFamily:
    """A group of ICD-10-CM codes that differ by region: `stem` and a digit. `title` is the official one."""

    stem: str
    title: str
    words: str
    note: str = ""
    for_ablation: bool = True


@dataclass(frozen=True, slots=True)
class CodeRegion:
    """What the last digit of these codes says: `title` as in ICD-10-CM, `regions` of a complaint."""

    digit: str
    title: str
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class CoveredList:
    """The whole file. `codes` are all of it with short words, `text` is what a rule set's hash covers."""

    key: str
    families: tuple[DiagnosisFamily, ...]
    regions: Mapping[str, CodeRegion]
    codes: Mapping[str, str]
    source: str
    effective: date
    read_on: date
    confidence: Confidence
    text: str

    def regions_of(self, code: str) -> frozenset[Region]:
        """Where a code of one of the families lies, also one that is not listed; empty for any other."""
        known = code.startswith(tuple(family.stem for family in self.families))
        region = self.regions.get(code[-1:]) if known else None
        return frozenset(region.regions) if region else frozenset()


@cache
def covered_list() -> CoveredList:
    """The list that comes with the program."""
    return read_covered_list(delivered("clinical", "diagnoses.toml"))


@cache
def read_covered_list(path: Path) -> CoveredList:
    """The data file, read once. Raises DataFileError with file, line and sentence."""
    text = text_of(path.name, path.read_bytes())
    file = parse_table(path.name, text).only(
        *("key", "name", "version", "effective", "read", "source", "confidence", "region", "family")
    )
    families = tuple(map(_family, file.tables("family")))
    regions = {region.digit: region for region in map(_region, file.tables("region"))}
    codes = {f.stem + r.digit: _short(f, r) for f in families for r in regions.values()}
    return CoveredList(
        file.text("key"),
        families,
        MappingProxyType(regions),
        MappingProxyType(codes),
        file.text("source"),
        file.day("effective"),
        file.day("read"),
        file.choice("confidence", Confidence),
        text,
    )


def _short(family: DiagnosisFamily, region: CodeRegion) -> str:
    return f"{family.words}, {region.title}" + (f"; {family.note}" if family.note else "")


def _family(table: Table) -> DiagnosisFamily:
    table.only("stem", "title", "words", "note", "for_ablation")
    return DiagnosisFamily(
        table.text("stem"),
        table.text("title"),
        table.text("words"),
        table.text("note", ""),
        table.flag("for_ablation", True),
    )


def _region(table: Table) -> CodeRegion:
    table.only("digit", "title", "regions")
    named = {region.value: region for region in Region}
    if odd := [name for name in table.texts("regions") if name not in named]:
        raise table.wrong(f"{odd[0]!r} is no region. Known are: {', '.join(named)}.", "regions")
    return CodeRegion(
        table.text("digit"), table.text("title"), tuple(named[name] for name in table.texts("regions"))
    )
