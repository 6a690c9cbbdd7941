"""The bleeding-risk class of facet procedures in two guidelines: information, never advice about a drug."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from mbb_desktop.clinical.data_file import Table, read_table
from mbb_desktop.clinical.drugs import Confidence
from mbb_desktop.clinical.shown import show_date

_GRADES = ("low", "low to intermediate", "intermediate", "high")


@dataclass(frozen=True, slots=True)
class Guideline:
    """One guideline, and where its classes were read."""

    name: str
    source: str
    read_on: date
    confidence: Confidence

    @property
    def words(self) -> str:
        """`ASRA/ESRA 2018: ... (read on 22-Nov-2026)`."""
        return f"{self.name}: {self.source} (read on {show_date(self.read_on)})"


@dataclass(frozen=True, slots=True)
class BleedingRisk:
    """The classes by procedure and guideline key, with the guidelines and what to mind."""

    guidelines: Mapping[str, Guideline]
    procedures: Mapping[str, Mapping[str, str]]
    note: str

    def classes(self) -> tuple[tuple[str, str], ...]:
        """Each procedure with its class in every guideline, in words."""
        return tuple(
            (name, ", ".join(f"{self.guidelines[key].name}: {grade}" for key, grade in grades.items()))
            for name, grades in self.procedures.items()
        )

    def sources(self) -> tuple[str, ...]:
        """The guidelines by name, each with its source."""
        return tuple(guideline.words for guideline in self.guidelines.values())


@cache
def read_bleeding_risk(path: Path) -> BleedingRisk:
    """The data file, read once. Raises DataFileError with file, place and sentence."""
    file = read_table(path).only("note", "guideline", "procedure")
    table = file.table("guideline")
    guidelines = {key: _guideline(table.table(key)) for key in table}
    rows = [row.only("name", *guidelines) for row in file.tables("procedure")]
    procedures = {row.text("name"): {key: _grade(row, key) for key in guidelines} for row in rows}
    return BleedingRisk(
        MappingProxyType(guidelines),
        MappingProxyType({name: MappingProxyType(grades) for name, grades in procedures.items()}),
        file.text("note"),
    )


def _guideline(table: Table) -> Guideline:
    table.only("name", "source", "read_on", "confidence")
    return Guideline(
        table.text("name"),
        table.text("source"),
        table.day("read_on"),
        table.choice("confidence", Confidence),
    )


def _grade(row: Table, key: str) -> str:
    grade = row.text(key)
    if grade not in _GRADES:
        raise row.wrong(f"{key!r} must be one of {', '.join(_GRADES)}.")
    return grade
