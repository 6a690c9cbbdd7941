"""Denials and appeals, and the list of everything that is open with payers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.authorization import Authorization, AuthorizationState
from mbb_desktop.clinical.denial import Closed, Denial, Due, NextStep, next_step, problems
from mbb_desktop.clinical.people import Correspondent, Patient
from mbb_desktop.storage import authorizations
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.authorizations import PatientFile, read_file
from mbb_desktop.workflow.desk import Desk, needs


class BadDenial(ValueError):
    """A denial cannot be kept; `field` names where, the message says what to do."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class PayerRow:
    """A denial, or an authorization, with what is to be done about it and until when.

    `on` of an authorization is its last day; `denied_without` says that a denial has no entry of its own.
    """

    patient: Patient
    step: NextStep
    denial: Denial | None = None
    authorization: Authorization | None = None
    denied_without: bool = False

    @property
    def id(self) -> UUID:
        """What tells rows apart."""
        found = self.denial or self.authorization
        assert found is not None
        return found.id


@dataclass(frozen=True, slots=True)
class PayerList:
    """What is open first, by its deadline; what is settled last."""

    rows: tuple[PayerRow, ...]

    @property
    def overdue(self) -> int:
        """How many deadlines have passed."""
        return sum(row.step.due is Due.OVERDUE for row in self.rows)

    @property
    def to_do(self) -> int:
        """How many rows wait for the clinic, not for the payer."""
        return sum(row.step.due in (Due.OVERDUE, Due.OPEN, Due.UNDATED) for row in self.rows)


@needs(Permission.KEEP_AUTHORIZATIONS)
def payer_list(desk: Desk, *, everything: bool = False) -> PayerList:
    """What is open with payers in the whole clinic; with `everything` also what is settled."""
    with desk.store.look() as look:
        return read_payer_list(look, desk.now.date(), everything=everything)


def read_payer_list(look: Look, today: date, *, everything: bool) -> PayerList:
    """The list inside an open transaction; a long one takes no more statements than a short one."""
    if everything:
        known, denials = authorizations.every_one(look)
    else:
        known, denials = authorizations.open_ones(look, today), authorizations.open_denials(look)
    people = look.people([*(a.patient_id for a in known), *(d.patient_id for d in denials)])
    told = authorizations.denials_of_people(look, {people[a.patient_id].id for a in known if _denied(a)})
    rows = (*_denials(denials, people, today), *_answers(known, people, told, today))
    kept = (row for row in rows if everything or row.step.due is not Due.SETTLED)
    return PayerList(tuple(sorted(kept, key=_urgency)))


def _urgency(row: PayerRow) -> tuple[int, date, bytes]:
    return list(Due).index(row.step.due), row.step.on or date.max, row.id.bytes


def _denials(of: Sequence[Denial], people: Mapping[UUID, Patient], today: date) -> Iterator[PayerRow]:
    for each in of:
        yield PayerRow(people[each.patient_id], next_step(each, today), denial=each)


def _answers(
    of: Sequence[Authorization],
    people: Mapping[UUID, Patient],
    told: Mapping[UUID, tuple[Denial, ...]],
    today: date,
) -> Iterator[PayerRow]:
    for each in of:
        patient = people[each.patient_id]
        alone = _denied(each) and not any(_tells_of(denial, each) for denial in told.get(patient.id, ()))
        yield PayerRow(patient, _step(each, today, alone), authorization=each, denied_without=alone)


def _tells_of(denial: Denial, each: Authorization) -> bool:
    """Whether a denial is the entry of what was denied; a closed one of an earlier letter is not."""
    if denial.procedure is not each.procedure or denial.closed is Closed.IN_ERROR:
        return False
    if denial.authorization_id is not None:
        return denial.authorization_id == each.id
    on, dated = each.decided_on, denial.dated
    return denial.closed is None or (on is not None and dated is not None and dated >= on)


def _denied(each: Authorization) -> bool:
    return each.state is AuthorizationState.DENIED


def _step(each: Authorization, today: date, denied_without: bool) -> NextStep:
    """A request waits for the payer; a denial without an entry has a deadline that nobody knows."""
    if denied_without:
        return NextStep(Due.UNDATED, each.decided_on)
    if each.state is AuthorizationState.REQUESTED:
        return NextStep(Due.WAITING, each.requested_on)
    if each.granted and not each.expired(today):
        return NextStep(Due.IN_FORCE, each.valid_to)
    return NextStep(Due.SETTLED, each.valid_to)


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """Whose an entry is, with the person's other entries."""

    of: PatientFile
    denials: tuple[Denial, ...]


@needs(Permission.OPEN_PAPERS)
def payer_entries(desk: Desk, patient_id: UUID) -> OpenEntry:
    """Authorizations, plans and denials of one person."""
    with desk.store.look() as look:
        patient = look.get(Patient, patient_id)
        denials = authorizations.denials_of_people(look, (patient.id,))[patient.id]
        return OpenEntry(read_file(look, patient), denials)


@needs(Permission.KEEP_AUTHORIZATIONS)
def save_denial(desk: Desk, said: Denial) -> Denial:
    """Keep a denial with its deadlines and appeals. Raises BadDenial or Conflict."""
    for field, sentence in problems(said, desk.now.date()).items():
        raise BadDenial(field, sentence)
    event = "denial changed" if said.version else "denial entered"
    with desk.change(event, said.patient_id) as change:
        payer = change.find(Correspondent, said.payer_id) if said.payer_id else None
        closed_on = (said.closed_on or desk.now.date()) if said.closed else None
        return change.save(
            replace(
                said,
                payer=payer.name if payer else said.payer,
                closed_on=closed_on,
                entered_at=desk.now,
                entered_by_id=desk.user.id,
                entered_by=desk.user.called,
            )
        )
