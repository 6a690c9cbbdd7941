"""Lots and recalls: who received which vial; a look into many charts, and audited as one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.interop.sheets import Sheet, Value
from mbb_desktop.storage import lots
from mbb_desktop.storage.lots import LotQuery, LotUse
from mbb_desktop.storage.patient_words import compact
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.export_figures import Exported, Form
from mbb_desktop.workflow.export_lists import exported, need

_COLUMNS = ("date", "family", "given", "born", "MRN", "drug", "use", "lot", "expiry", "physician", "record")


class NothingAsked(Exception):
    """A search for lots that names nothing would be a list of every chart."""

    def __init__(self) -> None:
        super().__init__("Type a lot or a drug, or tick one of the last two.")


@dataclass(frozen=True, slots=True)
class LotsFound:
    """The uses, the newest first; `more` when there are others that did not fit.

    `unrecorded` is the query of the uses without a lot that may be of this lot too, and `without` how many.
    """

    query: LotQuery
    uses: tuple[LotUse, ...]
    more: bool
    unrecorded: LotQuery
    without: int

    @property
    def people(self) -> int:
        """How many patients they are."""
        return len({use.patient.id for use in self.uses})

    def several_expiries(self) -> Mapping[str, tuple[date, ...]]:
        """The lots of which more than one expiry date was recorded, in any spelling: one of them is wrong."""
        dates: dict[tuple[str, str], set[date]] = {}
        spelled: dict[tuple[str, str], str] = {}
        for use in self.uses:
            if use.expires_on is not None and (lot := compact(use.lot)):
                dates.setdefault((use.agent, lot), set()).add(use.expires_on)
                spelled[use.agent, lot] = use.lot
        return {spelled[key]: tuple(sorted(days)) for key, days in dates.items() if len(days) > 1}


@needs(Permission.OPEN_CHART)
def find_lots(desk: Desk, query: LotQuery) -> LotsFound:
    """Everybody who received what is asked; the audit trail names them all. Raises NothingAsked."""
    if not (query.lot.strip() or query.agent.strip() or query.expired or query.unrecorded):
        raise NothingAsked
    with desk.store.long_look() as look:
        found = lots.uses_of(look, query)
        unrecorded = _perhaps(query, found)
        without = lots.without_lot(look, unrecorded)
    uses, more = found[: lots.MOST], len(found) > lots.MOST
    people = list(dict.fromkeys(use.patient.id for use in uses))
    about = {"how": said(query), "patients": people}
    desk.store.note(
        desk.user, "lots searched", at=desk.now, workstation=desk.workstation, about={**about, **desk.why()}
    )
    return LotsFound(query, uses, more, unrecorded, without)


def _perhaps(query: LotQuery, found: tuple[LotUse, ...]) -> LotQuery:
    """Uses without a lot, of the drug that this lot is of; of any drug while that is not known."""
    agents = {use.agent for use in found}
    agent = query.agent.strip() or (agents.pop() if len(agents) == 1 else "")
    return LotQuery(agent, first=query.first, last=query.last, unrecorded=True)


def said(query: LotQuery) -> str:
    """`lot B123…, bupivacaine, from 01-Nov-2026`, as the audit trail and the export say it."""
    lot = query.lot.strip() + ("" if query.whole else "…")
    parts = [
        f"lot {lot}" if query.lot.strip() else "",
        query.agent.strip(),
        f"from {_day(query.first)}" if query.first else "",
        f"to {_day(query.last)}" if query.last else "",
        "expired when used" if query.expired else "",
        "no lot recorded" if query.unrecorded else "",
    ]
    return ", ".join(filter(None, parts))


def _day(day: date | None) -> str:
    return show_date(day) if day else ""


@needs(Permission.EXPORT_NAMED)
def export_lots(desk: Desk, found: LotsFound, form: Form, reason: str) -> Exported:
    """The list as it was found, with names; audited. Raises NoReason."""
    need(reason)
    sheet = Sheet("lots", _COLUMNS, tuple(map(_of_use, found.uses)))
    about = {
        "reason": reason.strip(),
        "how": said(found.query),
        "patients": list(dict.fromkeys(use.patient.id for use in found.uses)),
    }
    return exported(desk, sheet, form, "lots exported", about)


def _of_use(use: LotUse) -> tuple[Value, ...]:
    patient = use.patient
    of_patient = (patient.family, patient.given, patient.born, patient.mrn)
    of_drug = (use.agent, use.use.value, use.lot, use.expires_on)
    return (use.on, *of_patient, *of_drug, use.whose, use.state.value)
