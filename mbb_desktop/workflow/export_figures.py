"""The counted records as lists: with random codes instead of people, or with names for a stated reason."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from random import Random, SystemRandom
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.counted import Counted, CountedBlock, Dose, Gap, in_region
from mbb_desktop.clinical.doses_given import YearDose, year_doses
from mbb_desktop.clinical.figures import Figures, figures
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.rates import By, label_of
from mbb_desktop.clinical.response import BEFORE, SLOTS
from mbb_desktop.clinical.shown import show_minutes
from mbb_desktop.interop.sheets import Sheet, Value, csv_bytes, xlsx_bytes
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.figures import Counts


class Form(Enum):
    CSV = "CSV"
    XLSX = "XLSX"


class NoReason(Exception):
    """Names were asked for without saying why."""

    def __init__(self) -> None:
        super().__init__("Write why the list needs names. The reason is kept in the audit trail.")


@dataclass(frozen=True, slots=True)
class Exported:
    """Files by name, ready to be written where somebody wants them."""

    files: tuple[tuple[str, bytes], ...]
    rows: int


@needs(Permission.SEE_FIGURES)
def export_counts(
    desk: Desk, counts: Counts, form: Form, region: Region | None = None, chance: Random | None = None
) -> Exported:
    """The lists behind the figures, without any person: random codes, months counted from 1; audited."""
    codes = _Codes(chance or SystemRandom())
    exported = _written(_sheets(counts, region, codes, {}), form, _NO_DAY)
    _note(desk, counts, region, exported, {"names": False})
    return exported


@needs(Permission.EXPORT_NAMED)
def export_counts_with_names(
    desk: Desk, counts: Counts, form: Form, reason: str, region: Region | None = None
) -> Exported:
    """The same lists with names, numbers and days; audited with the reason and every patient.

    Raises NoReason.
    """
    if not reason.strip():
        raise NoReason
    ids = dict.fromkeys(block.patient_id for block in _chosen(counts, region).blocks)
    with desk.store.look() as look:
        people = look.people(ids)
    exported = _written(_sheets(counts, region, _Codes(SystemRandom()), people), form, desk.now)
    about = {"names": True, "reason": reason.strip(), "patients": list(ids)}
    _note(desk, counts, region, exported, about)
    return exported


def _chosen(counts: Counts, region: Region | None) -> Counted:
    return counts.counted if region is None else in_region(counts.counted, region)


_NO_DAY = datetime(2000, 1, 1)
"""Stands in a workbook without names: the day of an export would tell which months it holds."""


def _written(sheets: Sequence[Sheet], form: Form, made: datetime) -> Exported:
    rows = len(sheets[0].rows)
    if form is Form.XLSX:
        return Exported((("analytics.xlsx", xlsx_bytes(sheets, made)),), rows)
    return Exported(tuple((f"{sheet.name}.csv", csv_bytes(sheet)) for sheet in sheets), rows)


def _note(
    desk: Desk, counts: Counts, region: Region | None, exported: Exported, about: Mapping[str, object]
) -> None:
    period = counts.counted.period
    facts = {
        "from": period.first,
        "to": period.last,
        "region": region,
        "blocks": exported.rows,
        "files": [{"name": n, "sha256": hashlib.sha256(d).hexdigest()} for n, d in exported.files],
    }
    desk.store.note(
        desk.user, "figures exported", at=desk.now, workstation=desk.workstation, about={**facts, **about}
    )


class _Codes:
    """Numbers in an order that says nothing of the records."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def of(self, letter: str, ids: Iterable[UUID]) -> dict[UUID, str]:
        """`B00017` for each id; sorted by code the rows are shuffled."""
        known = list(dict.fromkeys(ids))
        places = self._chance.sample(range(1, len(known) + 1), len(known))
        return {key: f"{letter}{place:05}" for key, place in zip(known, places, strict=True)}


def _sheets(
    counts: Counts, region: Region | None, codes: _Codes, people: Mapping[UUID, Patient]
) -> tuple[Sheet, ...]:
    chosen = _chosen(counts, region)
    shown = figures(counts.counted, counts.physicians, region)
    patients = codes.of("P", sorted({block.patient_id for block in (*chosen.blocks, *chosen.year)}))
    cases = codes.of("C", sorted({each.id for each in chosen.complaints} | _cases(chosen)))
    return (
        _block_sheet(counts, chosen, codes, (patients, cases), people),
        _complaint_sheet(chosen, patients, cases),
        _patient_sheet(chosen, patients),
        _time_sheet(shown),
        _about_sheet(shown, named=bool(people)),
    )


def _cases(chosen: Counted) -> set[UUID]:
    return {block.complaint_id for block in chosen.blocks}


_Codebook = Mapping[UUID, str]
_PERSON = ("family", "given", "born", "MRN", "day of the block")
_BLOCK_COLUMNS = (
    "block",
    "complaint",
    "patient",
    "month of the period",
    "region",
    "block number",
    "anesthetic",
    "physician",
    "result",
    "computed",
    "concluded otherwise",
    "24 h score due",
    "24 h score entered after days",
    "no fluoroscopy",
    "fluoroscopy s",
    "air kerma mGy",
    "dose area product mGy·cm²",
)


def _slot_words(slot: int) -> str:
    return "before" if slot == BEFORE else show_minutes(slot)


def _block_sheet(
    counts: Counts,
    chosen: Counted,
    codes: _Codes,
    known: tuple[_Codebook, _Codebook],
    people: Mapping[UUID, Patient],
) -> Sheet:
    patients, cases = known
    blocks = codes.of("B", (block.id for block in chosen.blocks))
    named = bool(people)
    staff = counts.physicians if named else _staff(chosen, codes)
    rows = [
        (
            blocks[block.id],
            cases[block.complaint_id],
            patients[block.patient_id],
            chosen.period.place(block.on),
            block.region.value,
            block.number or None,
            label_of(block, By.AGENT, staff),
            label_of(block, By.PHYSICIAN, staff),
            *_of_block(block),
            *(_person(people[block.patient_id], block) if named else ()),
        )
        for block in chosen.blocks
    ]
    slots = [f"score {_slot_words(slot)}" for slot in (BEFORE, *SLOTS)]
    gaps = [f"lacks {gap.value}" for gap in Gap]
    columns = (*_BLOCK_COLUMNS, *slots, *gaps, *(_PERSON if named else ()))
    return Sheet("blocks", columns, tuple(sorted(rows, key=lambda row: str(row[0]))))


def _staff(chosen: Counted, codes: _Codes) -> Mapping[UUID, str]:
    drawn = codes.of("", (block.physician_id for block in chosen.blocks if block.physician_id))
    return {key: f"Physician {int(place)}" for key, place in drawn.items()}


def _of_block(block: CountedBlock) -> tuple[Value, ...]:
    return (
        block.result.value,
        block.computed,
        block.differs,
        block.due,
        block.day_score_after,
        block.no_fluoroscopy,
        block.seconds,
        block.kerma,
        block.dap,
        *(_slot(block, slot) for slot in (BEFORE, *SLOTS)),
        *(gap in block.lacks for gap in Gap),
    )


def _slot(block: CountedBlock, slot: int) -> str:
    if slot in block.known:
        return "known"
    return "asked, not known" if slot in block.asked else "not asked"


def _person(patient: Patient, block: CountedBlock) -> tuple[Value, ...]:
    return patient.family, patient.given, patient.born, patient.mrn, block.on


def _complaint_sheet(chosen: Counted, patients: _Codebook, cases: _Codebook) -> Sheet:
    rows = [
        (
            cases[each.id],
            patients[each.patient_id],
            each.region.value,
            each.reached.value,
            each.left.value if each.left else "",
        )
        for each in chosen.complaints
    ]
    columns = ("complaint", "patient", "region", "reached", "left because")
    return Sheet("complaints", columns, tuple(sorted(rows)))


def _patient_sheet(chosen: Counted, patients: _Codebook) -> Sheet:
    """The doses of twelve months; a sum without all its blocks is a least one."""
    sums = {which: _by_patient(year_doses(chosen.year, which)) for which in Dose}
    ids = list(sums[Dose.SECONDS])
    rows = [(patients[key], *(cell for which in Dose for cell in sums[which][key])) for key in ids]
    heads = [f"{_DOSE_WORDS[which]} {what}" for which in Dose for what in ("sum", "recorded", "blocks")]
    return Sheet("twelve months", ("patient", *heads), tuple(sorted(rows, key=lambda row: str(row[0]))))


_DOSE_WORDS = {
    Dose.SECONDS: "fluoroscopy s",
    Dose.KERMA: "air kerma mGy",
    Dose.DAP: "dose area product mGy·cm²",
}


def _by_patient(year: YearDose) -> dict[UUID, tuple[Value, ...]]:
    return {each.patient_id: (each.total, each.recorded.count, each.recorded.of) for each in year.patients}


def _time_sheet(shown: Figures) -> Sheet:
    rows = tuple((band.words, band.count) for band in shown.times.bands)
    return Sheet("time to sign", ("from opening to signature", "notes"), rows)


def _about_sheet(shown: Figures, *, named: bool) -> Sheet:
    """What somebody needs to know who finds the file later."""
    period = shown.period
    what = (
        (f"Signed blocks from {period.first.isoformat()} to {period.last.isoformat()}, with names.",)
        if named
        else (
            "Signed blocks without names, numbers and days. Codes are random and new in every export.",
            "Month 1 is the first month of the period, which this file does not name.",
            "Few blocks, or rare ones, may still point to a person: give the file to nobody else.",
        )
    )
    notes: tuple[tuple[Value, ...], ...] = (("notes still drafts a day after the block", shown.unsigned),)
    return Sheet("about", ("what", "number"), (*((line, None) for line in what), *notes))
