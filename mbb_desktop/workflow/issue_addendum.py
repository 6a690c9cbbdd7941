"""An addendum: text that is added to a signed paper, signed by itself; the paper stays as it is."""

from uuid import UUID

from mbb_desktop.clinical.access import Permission, User
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.cosignature import Supervised
from mbb_desktop.clinical.paper import Meaning, PaperKind, SignedDocument
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.documents.addendum_facts import AddendumFacts
from mbb_desktop.storage import papers
from mbb_desktop.storage.store import Change
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.goes_together import ask_together, is_returned, may_attend_all, together, waits_for
from mbb_desktop.workflow.issue_paper import NotYours, Signing, attending_of, frozen, supervised_content
from mbb_desktop.workflow.signing import confirm_signer, signing_key


class NothingToAdd(ValueError):
    """An addendum needs its text and its reason; the message says which is missing."""


@needs(Permission.SIGN)
def sign_addendum(  # noqa: PLR0913 - each is one fact of the addendum
    desk: Desk,
    paper_id: UUID,
    text: str,
    reason: str,
    pin: str,
    *,
    supervised: Supervised | None = None,
    gaps_known: bool = False,
) -> SignedDocument:
    """Sign an addendum to a signed paper. A learner's awaits the attending, whom `supervised` names.

    With it a paper of a learner that is not final either goes to that attending, also one that was returned.

    Raises NothingToAdd, WrongPin, NotYours or Unprintable.
    """
    if not text.strip():
        raise NothingToAdd("Write what is to be added.")
    if not reason.strip():
        raise NothingToAdd("Write why it is added.")
    key = signing_key(desk)
    confirm_signer(desk, pin)
    with desk.store.look() as look:
        paper = papers.get(look, paper_id)
    with desk.change("addendum signed", paper.patient_id) as change:
        attending = attending_of(desk, change, supervised)
        facts = AddendumFacts(
            change.get(Patient, paper.patient_id),
            change.all(Clinic)[0],
            desk.now.date(),
            paper.kind,
            paper.number,
            paper.signed_at.date(),
            paper.code,
            text.strip(),
            reason.strip(),
        )
        signing = Signing(
            PaperKind.ADDENDUM,
            Meaning.SUPERVISED_ADDENDUM if attending else Meaning.ADDENDUM,
            paper.patient_id,
            _content(desk, facts, attending),
            block_id=paper.block_id,
            course_id=paper.course_id,
            adds_to=paper.id,
            gaps_known=gaps_known,
            attending=attending,
        )
        kept = frozen(desk, change, signing, facts, key)
        if attending is not None:
            _goes_back(desk, change, kept, attending)
        return papers.get(change, kept.id)


def _goes_back(desk: Desk, change: Change, addendum: SignedDocument, attending: User) -> None:
    """The paper it adds to waits for the same attending, also when it was returned. Raises NotYours."""
    first, *_ = together(change, addendum)
    if waits_for(first) == attending.id:
        return
    if first.signer_id != desk.user.id and not is_returned(first):
        known = first.cosigning.attending if first.cosigning else ""
        raise NotYours(f"{first.number} awaits the co-signature of {known}. Choose them for the addendum.")
    if not may_attend_all(change, attending, first):
        raise NotYours(f"{attending.signs_as} signed a part of this as a learner. Choose another attending.")
    ask_together(desk, change, first, attending)


def _content(desk: Desk, facts: AddendumFacts, attending: User | None) -> bytes:
    if attending is None:
        return canonical(facts)
    return supervised_content(desk, PaperKind.ADDENDUM, facts, attending)
