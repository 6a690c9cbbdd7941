"""What the audit trail tells about one patient: who looked, who changed, and the paper that says so."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.documents.access_facts import AccessFacts, AccessLine
from mbb_desktop.storage import audit, clinic_settings
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs

LISTS = (
    "patients exported",
    "day list exported",
    "figures exported",
    "authorizations exported",
    "planned blocks exported",
    "nurse list made",
    "lots searched",
    "lots exported",
    "rows of a list saved",
)
"""Told once for everybody in a list; with names the particulars hold whose."""

_TOLD_ONCE = (*LISTS, "blocks planned from a list")
_WENT_OUT = ("printed", "saved as a file", "saved as a locked copy")
LOOKED = frozenset(
    {
        *LISTS,
        *(f"{what} {how}" for what in ("paper", "packet", "handout", "enclosure") for how in _WENT_OUT),
        "access report made",
        "call opened",
        "chart opened",
        "draft shown",
        "enclosure opened",
        "fax cover made",
        "handout shown",
        "packet made",
        "paper file checked",
        "paper given",
        "paper opened",
        "paper sent to the printer",
        "papers opened",
        "two records compared",
    }
)
"""The events by which somebody saw or gave out instead of changing."""

_TOLD = ("paper", "packet", "reason", "how", "emergency")
_AT_ONCE = 5_000
_MOST = 5_000


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the trail in words. `about` are particulars such as a paper's number."""

    seq: int
    at: datetime
    user: str
    workstation: str
    event: str
    about: str

    @property
    def looked(self) -> bool:
        """Whether something was seen or given out, not changed."""
        return self.event in LOOKED


@needs(Permission.OPEN_CHART)
def chart_trail(desk: Desk, patient_id: UUID, before: int | None = None) -> tuple[Told, ...]:
    """The newest 200 lines about a patient, or those before one of them."""
    with desk.store.look() as look:
        found = _about_patient(look, patient_id, before, 200)
    return tuple(_told(event) for event in found)


@needs(Permission.OPEN_CHART)
def access_report(desk: Desk, patient_id: UUID) -> bytes:
    """Who saw or received what of the chart, as PDF for the patient; that it was made is audited."""
    from mbb_desktop.documents.access_report import access_report_pdf

    with desk.store.look() as look:
        looks = tuple(each for each in _everything(look, patient_id) if each.looked)
        facts = AccessFacts(
            look.all(Clinic)[0],
            look.get(Patient, patient_id),
            desk.now.date(),
            tuple(
                AccessLine(each.at.astimezone(desk.now.tzinfo), each.user, each.event, each.about)
                for each in looks[:_MOST]
            ),
            clinic_settings.logo(look),
            left_out=len(looks[_MOST:]),
        )
    desk.note("access report made", patient_id)
    return access_report_pdf(facts)


def _everything(look: Look, patient_id: UUID) -> Iterator[Told]:
    before: int | None = None
    while found := _about_patient(look, patient_id, before, _AT_ONCE):
        yield from map(_told, found)
        before = found[-1].seq


def _about_patient(look: Look, patient_id: UUID, before: int | None, limit: int) -> tuple[audit.Event, ...]:
    """The newest lines about a patient, also those of lists that the patient is in."""
    own = audit.recent(look.connection, patient_id=patient_id, before_seq=before, limit=limit)
    ids = [str(each).encode() for each in look.same_person(patient_id)]
    lists = (
        event
        for event in audit.named_after(
            look.connection, *_TOLD_ONCE, seq=own[-1].seq if len(own) == limit else 0
        )
        if (before is None or event.seq < before) and any(each in event.detail for each in ids)
    )
    return tuple(sorted((*own, *lists), key=lambda event: event.seq, reverse=True))


def _told(event: audit.Event) -> Told:
    try:
        detail = json.loads(event.detail)
    except ValueError:
        detail = {}
    said = ", ".join(dict.fromkeys(_particulars(detail)))
    return Told(event.seq, event.at, event.user, event.workstation, event.event, said)


def _particulars(detail: Mapping[str, object]) -> Iterator[str]:
    papers = detail.get("papers")
    for each in papers if isinstance(papers, list) else ():
        yield str(each["paper"] if isinstance(each, dict) else each)
    yield from (said for name in _TOLD if isinstance(said := detail.get(name), str) and said)
