"""The draft of a letter beside the criteria: made again when the record changes, noted once."""

from dataclasses import dataclass

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.documents.authorization_facts import AuthorizationFacts
from mbb_desktop.documents.letter_facts import LetterFacts
from mbb_desktop.documents.make import Made, make
from mbb_desktop.storage import clinic_settings
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.issue_letter import LetterOrder, facts_of_order
from mbb_desktop.workflow.review_course import CourseReview


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """What the pages are made of; making them needs no store."""

    kind: PaperKind
    facts: LetterFacts | AuthorizationFacts
    logo: bytes = b""


@needs(Permission.OPEN_CHART)
def preview_letter(
    desk: Desk, order: LetterOrder, review: CourseReview | None = None, *, noted: bool = False
) -> LetterDraft:
    """What the record says for a letter now; audited, unless `noted` says that this chart was before."""
    with desk.store.look() as look:
        found = LetterDraft(order.kind, facts_of_order(desk, look, order, review), clinic_settings.logo(look))
    if not noted:
        about = {"paper": order.kind.value, "where": "beside the criteria"}
        desk.note("draft shown", found.facts.patient.id, about)
    return found


def draft_pages(draft: LetterDraft) -> Made:
    """The letter as PDF with DRAFT across it; the same draft gives the same bytes."""
    return make(draft.kind, draft.facts, logo=draft.logo)
