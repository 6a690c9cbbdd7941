"""What the audit trail tells about one patient: who looked, who changed, and the paper that says so."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.documents.access_facts import AccessFacts, AccessLine
from mbb_desktop.storage import audit, clinic_settings
from mbb_desktop.workflow.desk import Desk, needs

LOOKED = ("opened", "shown", "printed", "saved as a file", "made", "given", "exported", "checked")
"""How an event ends when somebody saw or gave out instead of changing."""

_A_CHANGE = "course opened"
_TOLD = ("paper", "packet", "reason", "how")
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
        return self.event != _A_CHANGE and self.event.endswith(LOOKED)


@needs(Permission.OPEN_CHART)
def chart_trail(desk: Desk, patient_id: UUID, before: int | None = None) -> tuple[Told, ...]:
    """The newest 200 lines about a patient, or those before one of them."""
    with desk.store.look() as look:
        found = audit.recent(look.connection, patient_id=patient_id, before_seq=before)
    return tuple(_told(event) for event in found)


@needs(Permission.OPEN_CHART)
def access_report(desk: Desk, patient_id: UUID) -> bytes:
    """Who saw or received what of the chart, as PDF for the patient; that it was made is audited."""
    from mbb_desktop.documents.access_report import access_report_pdf

    with desk.store.look() as look:
        found = audit.recent(look.connection, patient_id=patient_id, limit=_MOST)
        told = [_told(event) for event in found]
        facts = AccessFacts(
            look.all(Clinic)[0],
            look.get(Patient, patient_id),
            desk.now.date(),
            tuple(
                AccessLine(each.at.astimezone(desk.now.tzinfo), each.user, each.event, each.about)
                for each in told
                if each.looked
            ),
            clinic_settings.logo(look),
        )
    desk.note("access report made", patient_id)
    return access_report_pdf(facts)


def _told(event: audit.Event) -> Told:
    try:
        detail = json.loads(event.detail)
    except ValueError:
        detail = {}
    said = [str(detail[name]) for name in _TOLD if isinstance(detail.get(name), str)]
    return Told(event.seq, event.at, event.user, event.workstation, event.event, ", ".join(said))
