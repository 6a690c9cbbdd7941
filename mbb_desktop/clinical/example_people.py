"""Invented people at the edges of what papers have to say, on whom a clinic's words are tried."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.data_file import Table, read_table
from mbb_desktop.clinical.people import (
    Anticoagulant,
    AnticoagulantPlan,
    Identifier,
    IdentifierKind,
    Patient,
    Sex,
)
from mbb_desktop.clinical.rule_examples import Written, read_case

_KEYS = (
    *("title", "family", "given", "born", "sex", "mrn", "phone", "address", "member_id", "weight"),
    *("blood_thinner", "area", "movement", "requested", "not_injected", "course", "but", "block"),
)


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """`title` says which edge; the records are invented."""

    title: str
    written: Written


@cache
def read_example_people(path: Path) -> tuple[ExamplePerson, ...]:
    """The people of a file. Raises DataFileError."""
    file = read_table(path).only("today", "course", "block", "person")
    return tuple(_person(row, file) for row in file.tables("person"))


def _person(row: Table, file: Table) -> ExamplePerson:
    row.only(*_KEYS)
    written = read_case(row.over(file), file.table("course"), file.table("block"))
    skipped = row.texts("not_injected") if "not_injected" in row else ()
    blocks = tuple((_skipping(block, skipped), response) for block, response in written.blocks)
    course = replace(written.course, pain_area=row.text("area"), provoked_by=row.text("movement"))
    return ExamplePerson(
        row.text("title"),
        replace(written, patient=_patient(row, written.patient), course=course, blocks=blocks),
    )


def _patient(row: Table, usual: Patient) -> Patient:
    taken = row.text("blood_thinner", "")
    return replace(
        usual,
        family=row.text("family"),
        given=row.text("given"),
        born=row.day("born"),
        identifiers=(Identifier(IdentifierKind.MRN, row.text("mrn")),),
        sex=row.choice("sex", Sex) if "sex" in row else None,
        phone=row.text("phone", ""),
        address=row.text("address", ""),
        member_id=row.text("member_id", ""),
        weight=row.number("weight") if "weight" in row else None,
        anticoagulant=Anticoagulant(AnticoagulantPlan.CONTINUED, taken) if taken else Anticoagulant(),
    )


def _skipping(block: Block, skipped: Iterable[str]) -> Block:
    """The block without a drug at the nerves named (`L4 MB right`)."""
    left_out = set(skipped)
    targets = (
        replace(each, volume=None, not_injected=True)
        if f"{each.nerve} {each.side.value}" in left_out
        else each
        for each in block.targets
    )
    return replace(block, targets=tuple(targets))
