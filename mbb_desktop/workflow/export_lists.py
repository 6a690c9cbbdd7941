"""The lists of people and of a day as files: always with names, so always with a reason, and audited."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import say_joints
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.shown import show_time
from mbb_desktop.interop.sheets import Sheet, Value, csv_bytes, xlsx_bytes
from mbb_desktop.storage import patients
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.ahead import AheadRow, ahead_list
from mbb_desktop.workflow.denials import PayerRow, read_payer_list
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.export_figures import Exported, Form, NoReason
from mbb_desktop.workflow.today import BoardRow, read_board

_AT_ONCE = 500


@needs(Permission.EXPORT_NAMED)
def export_people(desk: Desk, text: str, form: Form, reason: str) -> Exported:
    """Everybody whom the typed words find, or everybody; audited. Raises NoReason."""
    need(reason)
    with desk.store.long_look() as look:
        found = tuple(_everybody(look, text))
    columns = ("family", "given", "born", "MRN", "sex", "phone", "address", "language")
    sheet = Sheet("patients", columns, tuple(_of_person(patient) for patient in found))
    return exported(desk, sheet, form, "patients exported", _about(reason, (each.id for each in found)))


def _everybody(look: Look, text: str) -> Iterator[Patient]:
    page = patients.search(look, text, limit=_AT_ONCE)
    yield from page.patients
    while page.next is not None:
        page = patients.search(look, text, after=page.next, limit=_AT_ONCE)
        yield from page.patients


def _of_person(patient: Patient) -> tuple[Value, ...]:
    sex = patient.sex.value if patient.sex else None
    told = (patient.phone, patient.address, patient.language)
    return patient.family, patient.given, patient.born, patient.mrn, sex, *told


@needs(Permission.EXPORT_NAMED)
def export_day(desk: Desk, form: Form, reason: str) -> Exported:
    """Today's blocks in the order of their times; audited. Raises NoReason."""
    need(reason)
    with desk.store.look() as look:
        rows = read_board(desk, look).blocks
    columns = ("time", "family", "given", "born", "MRN", "joints", "state", "room")
    sheet = Sheet(f"blocks {desk.now.date().isoformat()}", columns, tuple(map(_of_row, rows)))
    about = _about(reason, (row.patient.id for row in rows))
    return exported(desk, sheet, form, "day list exported", about)


def _of_row(row: BoardRow) -> tuple[Value, ...]:
    block, patient = row.block, row.patient
    at: datetime | None = block.scheduled_at or block.in_room or block.started_at or block.needle_out
    return (
        show_time(at) if at else None,
        patient.family,
        patient.given,
        patient.born,
        patient.mrn,
        say_joints(block.joints or block.planned_joints),
        block.state.value,
        block.room,
    )


@needs(Permission.EXPORT_NAMED)
def export_payers(desk: Desk, form: Form, reason: str) -> Exported:
    """Authorizations and denials, settled ones too, the most urgent first; audited. Raises NoReason."""
    need(reason)
    with desk.store.look() as look:
        rows = read_payer_list(look, desk.now.date(), everything=True).rows
    columns = ("what", "state", "due", "level", "family", "given", "born", "MRN", "payer", "number")
    more = ("procedure", "joints", "sides", "codes", "sessions", "valid from", "valid to", "reason", "words")
    sheet = Sheet("authorizations and denials", (*columns, *more), tuple(map(_of_payer, rows)))
    about = _about(reason, (row.patient.id for row in rows))
    return exported(desk, sheet, form, "authorizations exported", about)


def _of_payer(row: PayerRow) -> tuple[Value, ...]:
    person, step = row.patient, row.step
    head = (step.on, step.level.value if step.level else None)
    who = (person.family, person.given, person.born, person.mrn)
    if (denial := row.denial) is not None:
        told = (denial.payer, denial.reference, denial.procedure.value if denial.procedure else None)
        why = (denial.reason.value if denial.reason else None, denial.words)
        return "denial", step.due.value, *head, *who, *told, *([None] * 6), *why
    each = row.authorization
    assert each is not None
    where = (
        ", ".join(each.pairs or each.joints),
        ", ".join(side.value for side in each.sides),
        ", ".join(each.codes),
    )
    state, what = each.state.value if each.state else None, each.procedure.value if each.procedure else None
    until = (each.sessions, each.valid_from, each.valid_to)
    return "authorization", state, *head, *who, each.payer, each.number, what, *where, *until, None, each.note


@needs(Permission.EXPORT_NAMED)
def export_ahead(desk: Desk, days: int, form: Form, reason: str) -> Exported:
    """A line for each check of the planned blocks of the next days; audited. Raises NoReason or BadDays."""
    need(reason)
    rows = ahead_list(desk, days).rows
    columns = ("day", "time", "family", "given", "born", "MRN", "joints", "check", "state", "fact")
    lines = tuple(line for row in rows for line in _of_ahead(row))
    sheet = Sheet(f"planned blocks {desk.now.date().isoformat()}", (*columns, "to do", "who"), lines)
    about = _about(reason, (row.patient.id for row in rows))
    return exported(desk, sheet, form, "planned blocks exported", about)


def _of_ahead(row: AheadRow) -> Iterator[tuple[Value, ...]]:
    block, person = row.block, row.patient
    at = show_time(block.scheduled_at) if block.scheduled_at else None
    who = (person.family, person.given, person.born, person.mrn)
    where = say_joints(block.planned_joints or block.joints)
    for check in row.checks:
        told = (check.what.value, check.ready.value, check.said, check.todo, check.who)
        yield (block.performed_on, at, *who, where, *told)


def _about(reason: str, ids: Iterable[UUID]) -> Mapping[str, object]:
    return {"reason": reason.strip(), "patients": list(dict.fromkeys(ids))}


def need(reason: str) -> None:
    """Raises NoReason when nobody said why names are to leave the house."""
    if not reason.strip():
        raise NoReason


def exported(desk: Desk, sheet: Sheet, form: Form, event: str, about: Mapping[str, object]) -> Exported:
    """A list as a file, told in the audit trail with its hash; for actions that have asked for permission."""
    data = xlsx_bytes([sheet], desk.now) if form is Form.XLSX else csv_bytes(sheet)
    files = [{"name": sheet.name, "sha256": hashlib.sha256(data).hexdigest()}]
    told = {**about, "files": files}
    desk.store.note(desk.user, event, at=desk.now, workstation=desk.workstation, about=told)
    return Exported(((f"{sheet.name}.{form.value.lower()}", data),), len(sheet.rows))
