"""The numbers and payers' habits of the coding preview, read from the data file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from mbb_desktop.clinical.covered_diagnoses import CoveredList, read_covered_list
from mbb_desktop.clinical.data_file import Table, read_table
from mbb_desktop.clinical.drugs import Confidence
from mbb_desktop.clinical.people import BothSides, Correspondent


@dataclass(frozen=True, slots=True)
class PayerStyle:
    """A payer's way of writing lines. None is not known: it is asked, never assumed."""

    name: str = ""
    first: BothSides = BothSides.ONE_LINE
    add_on: BothSides | None = None
    side_on_one_side: bool = True
    kx_when_diagnostic: bool | None = None
    levels_covered: int | None = None
    ultrasound_covered: bool | None = None
    source: str = ""
    confidence: Confidence = Confidence.OWN
    rule_set: str = ""


@dataclass(frozen=True, slots=True)
class CodeNotice:
    """What a payer wants asked before the work with some codes: information, never a verdict."""

    rule_set: str
    codes: frozenset[str]
    since: date
    words: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Ladder:
    """The codes of one family from the first level on; `last_once`: the last is one unit for all further."""

    codes: tuple[str, ...]
    last_once: bool
    in_force_since: date
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class CodeBook:
    """The whole file. `ladders` by `injection_LS` and the like, `styles` by rule set."""

    ladders: Mapping[str, Ladder]
    styles: Mapping[str, PayerStyle]
    covered: CoveredList
    read_on: date
    source: str
    notices: tuple[CodeNotice, ...] = ()

    def style_for(self, rule_set: str) -> PayerStyle:
        """How the payer of a rule set wants its lines; almost nothing known without an entry."""
        return replace(self.styles.get(rule_set, PayerStyle()), rule_set=rule_set)

    def style_of(self, payer: Correspondent | None) -> PayerStyle:
        """How a payer of the directory wants its lines: its rule set's way, and what was set for itself."""
        if payer is None:
            return PayerStyle()
        base = self.style_for(payer.rule_set)
        return replace(
            base,
            name=base.name or payer.name,
            first=payer.both_sides or base.first,
            add_on=payer.add_ons or base.add_on,
        )

    def lists(self, code: str) -> bool:
        """Whether a diagnosis code is on the covered list, however it was typed: `m47.816 `."""
        return code.strip().upper() in self.covered.codes


@cache
def read_code_book(path: Path) -> CodeBook:
    """The data file, read once. Raises DataFileError with file, place and sentence."""
    file = read_table(path).only("code_set", "ladder", "payer", "notice")
    code_set = file.table("code_set").only("name", "read_on", "source")
    ladders, payers = file.table("ladder"), file.table("payer")
    return CodeBook(
        MappingProxyType({name: _ladder(ladders.table(name)) for name in ladders}),
        MappingProxyType({name: _style(payers.table(name)) for name in payers}),
        read_covered_list(path.with_name("diagnoses.toml")),
        code_set.day("read_on"),
        code_set.text("source"),
        tuple(_notice(each) for each in file.tables("notice")),
    )


def _notice(table: Table) -> CodeNotice:
    table.only("rule_set", "codes", "since", "words", "source", "confidence")
    return CodeNotice(
        table.text("rule_set"),
        frozenset(table.texts("codes")),
        table.day("since"),
        table.text("words"),
        table.text("source"),
        table.choice("confidence", Confidence),
    )


def _ladder(table: Table) -> Ladder:
    table.only("codes", "last_once", "in_force_since", "source", "confidence")
    codes = table.texts("codes")
    if len(codes) < 2:
        raise table.wrong("'codes' must name a first and a further code.")
    return Ladder(
        codes,
        table.flag("last_once"),
        table.day("in_force_since"),
        table.text("source"),
        table.choice("confidence", Confidence),
    )


def _style(table: Table) -> PayerStyle:
    table.only(
        *("name", "first_of_both_sides", "add_on_of_both_sides", "side_on_one_side", "kx_when_diagnostic"),
        *("levels_covered", "ultrasound_covered", "source", "confidence"),
    )
    return PayerStyle(
        table.text("name"),
        table.choice("first_of_both_sides", BothSides),
        table.choice("add_on_of_both_sides", BothSides) if "add_on_of_both_sides" in table else None,
        table.flag("side_on_one_side"),
        _flag(table, "kx_when_diagnostic"),
        table.whole("levels_covered") if "levels_covered" in table else None,
        _flag(table, "ultrasound_covered"),
        table.text("source"),
        table.choice("confidence", Confidence),
    )


def _flag(table: Table, key: str) -> bool | None:
    return table.flag(key) if key in table else None
