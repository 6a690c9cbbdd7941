"""Who received which paper, and the notices to those who received one that was entered in error."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.entered_in_error import EnteredInError
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import Meaning, PaperKind, Signed, SignedDocument
from mbb_desktop.clinical.people import Clinic, Correspondent, Patient
from mbb_desktop.clinical.receipt import HowSent, Receipt
from mbb_desktop.documents.notice_facts import CorrectionFacts, ErrorFacts
from mbb_desktop.storage import entered_in_error, papers, receipts
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.issue_paper import Signing, frozen, refuse_learner
from mbb_desktop.workflow.signing import confirm_signer, signing_key


class NotReceived(ValueError):
    """The receipt cannot be kept; the message says what is missing."""


class NobodyToTell(Exception):
    """Every recipient has a correction notice already."""

    def __init__(self) -> None:
        super().__init__("Everybody who is recorded to have received it has a correction notice already.")


@dataclass(frozen=True, slots=True)
class Given:
    """What a person says about one paper that left the clinic; `to` is `patient` or a name."""

    to: str
    how: HowSent
    at: datetime
    correspondent_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Dispatch:
    """What is known of a patient's papers beside the papers: errors, receipts, and what is still open.

    `open` are correction notices that nobody has sent; `untold` are receipts of papers in error whose
    recipient has no correction notice yet. `undermined` has the papers that rest on one in error. `papers`
    are all of them, the newest first.
    """

    errors: tuple[EnteredInError, ...]
    receipts: tuple[Receipt, ...]
    open: tuple[SignedDocument, ...]
    untold: tuple[Receipt, ...]
    undermined: Mapping[UUID, tuple[EnteredInError, ...]]
    papers: tuple[SignedDocument, ...]

    def paper(self, paper_id: UUID) -> SignedDocument | None:
        return next((each for each in self.papers if each.id == paper_id), None)

    def addenda_to(self, paper_id: UUID) -> tuple[SignedDocument, ...]:
        """The addenda to a paper that stand, the oldest first."""
        gone = {error.wrong.paper_id for error in self.errors if error.whole}
        added = (p for p in self.papers if p.supersedes == paper_id and p.id not in gone)
        return tuple(each for each in added if each.kind is PaperKind.ADDENDUM)[::-1]

    def error_of(self, paper_id: UUID) -> EnteredInError | None:
        """The notice that takes a whole paper out; else the last one about some of its joints."""
        found = sorted((e for e in self.errors if e.wrong.paper_id == paper_id), key=lambda e: e.whole)
        return found[-1] if found else None

    def received(self, paper_id: UUID) -> tuple[Receipt, ...]:
        return tuple(each for each in self.receipts if each.paper_id == paper_id)


@needs(Permission.SEND_PAPERS)
def record_receipt(desk: Desk, paper_id: UUID, given: Given) -> Receipt:
    """Keep for good who received a signed paper. Raises NotReceived."""
    check_given(given, desk.now)
    with desk.store.look() as look:
        paper = papers.get(look, paper_id)
    with desk.change("paper given", paper.patient_id) as change:
        change.tell(paper=paper.number, how=given.how.value)
        return keep_receipt(desk, change, paper, given)


def check_given(given: Given, now: datetime) -> None:
    """Raises NotReceived when nobody is named or the time has not come."""
    if not given.to.strip():
        raise NotReceived("Choose or write who received it.")
    if given.at > now:
        raise NotReceived("It cannot have been sent at a time that has not come yet. Check the date.")


def keep_receipt(desk: Desk, change: Change, paper: Signed, given: Given) -> Receipt:
    """Keep it inside an open transaction."""
    if given.correspondent_id is not None:
        change.get(Correspondent, given.correspondent_id)
    receipt = Receipt(
        new_id(desk.now),
        paper.id,
        paper.patient_id,
        given.to.strip(),
        given.correspondent_id,
        given.how,
        given.at,
        desk.now,
        desk.user.id,
        desk.user.signs_as,
    )
    receipts.keep(change, receipt)
    return receipt


@needs(Permission.ISSUE_PAPERS)
def recipients(desk: Desk) -> tuple[Correspondent, ...]:
    """The directory, for choosing who receives a paper."""
    with desk.store.look() as look:
        return tuple(each for each in look.all(Correspondent) if each.active)


@needs(Permission.ISSUE_PAPERS)
def dispatch_of(desk: Desk, patient_id: UUID) -> Dispatch:
    """Errors, receipts and open correction notices of a patient."""
    with desk.store.look() as look:
        return _dispatch(look, papers.of_patient(look, patient_id), patient_id)


def _dispatch(look: Look, known: Collection[SignedDocument], patient_id: UUID) -> Dispatch:
    errors = entered_in_error.of_patient(look, patient_id)
    kept = receipts.of_patient(look, patient_id)
    given = {each.paper_id for each in kept}
    notices = [paper for paper in known if paper.kind is PaperKind.CORRECTION_NOTICE]
    told = {receipt_id for notice in notices for receipt_id in _answers(notice)}
    wrong = {error.wrong.paper_id for error in errors}
    untold = [each for each in kept if each.paper_id in wrong and each.id not in told]
    opened = tuple(notice for notice in notices if notice.id not in given)
    undermined = entered_in_error.undermined(look, known)
    return Dispatch(errors, kept, opened, tuple(untold), undermined, tuple(known))


def _answers(notice: SignedDocument) -> tuple[UUID, ...]:
    return tuple(UUID(each) for each in json.loads(notice.content)["receipts"])


@needs(Permission.ISSUE_PAPERS)
def notices_of(desk: Desk, paper_id: UUID) -> tuple[SignedDocument, ...]:
    """The notices of error that are printed and saved together with a paper, the first one first."""
    with desk.store.look() as look:
        return tuple(papers.get(look, each.notice_id) for each in entered_in_error.of_paper(look, paper_id))


@needs(Permission.SIGN)
def sign_late_corrections(desk: Desk, notice_id: UUID, pin: str) -> tuple[SignedDocument, ...]:
    """Sign the correction notices for whoever was recorded after the notice of error.

    Raises WrongPin or NobodyToTell.
    """
    key = signing_key(desk)
    confirm_signer(desk, pin)
    with desk.store.look() as look:
        refuse_learner(desk, look, "A correction notice")
        patient_id = papers.get(look, notice_id).patient_id
    with desk.change("correction notices signed", patient_id) as change:
        notice = papers.get(change, notice_id)
        error = next(e for e in entered_in_error.of_patient(change, patient_id) if e.notice_id == notice_id)
        wrong = papers.get(change, error.wrong.paper_id)
        facts = ErrorFacts(
            change.get(Patient, patient_id),
            change.all(Clinic)[0],
            desk.now.date(),
            error.wrong,
            wrong.signer,
            wrong.signed_at.date(),
        )
        if not (signed := sign_corrections_of(desk, change, notice, facts, key)):
            raise NobodyToTell
        return signed


def sign_corrections_of(
    desk: Desk, change: Change, notice: SignedDocument, facts: ErrorFacts, key: SigningKey
) -> tuple[SignedDocument, ...]:
    """A correction notice to each recipient of the paper who has none from this notice of error yet."""
    done = {
        receipt_id
        for paper in papers.of_patient(change, notice.patient_id)
        if paper.kind is PaperKind.CORRECTION_NOTICE and paper.supersedes == notice.id
        for receipt_id in _answers(paper)
    }
    received = receipts.of_papers(change, (facts.wrong.paper_id,))
    waiting = _by_recipient(each for each in received if each.id not in done)
    signed = []
    for to in waiting.values():
        person = change.find(Correspondent, to[-1].correspondent_id) if to[-1].correspondent_id else None
        said = CorrectionFacts(facts, notice.number, tuple(to), person)
        signed.append(_correction(desk, change, notice, said, key))
    return tuple(signed)


def _by_recipient(received: Iterable[Receipt]) -> Mapping[UUID | str, list[Receipt]]:
    found: dict[UUID | str, list[Receipt]] = {}
    for each in received:
        found.setdefault(each.recipient, []).append(each)
    return found


def _correction(
    desk: Desk, change: Change, notice: SignedDocument, facts: CorrectionFacts, key: SigningKey
) -> SignedDocument:
    content = {
        "paper": PaperKind.CORRECTION_NOTICE,
        "wrong": facts.error.wrong,
        "notice": notice.number,
        "receipts": [each.id for each in facts.receipts],
        "to": facts.correspondent or facts.receipts[-1].to,
    }
    signing = Signing(
        PaperKind.CORRECTION_NOTICE,
        Meaning.AUTHOR,
        notice.patient_id,
        canonical(content),
        block_id=notice.block_id,
        course_id=notice.course_id,
        adds_to=notice.id,
    )
    return frozen(desk, change, signing, facts, key)


@dataclass(frozen=True, slots=True)
class OpenNotice:
    """A correction notice that nobody has sent yet."""

    notice: SignedDocument
    patient: Patient
    to: str


@needs(Permission.ISSUE_PAPERS)
def open_notices(desk: Desk) -> tuple[OpenNotice, ...]:
    """Every correction notice that waits to be sent, the oldest first."""
    with desk.store.look() as look:
        waiting = papers.open_corrections(look)
        people = look.people(paper.patient_id for paper in waiting)
        return tuple(OpenNotice(paper, people[paper.patient_id], say_to(paper)) for paper in waiting)


def say_to(notice: SignedDocument) -> str:
    """To whom a correction notice is addressed."""
    to = json.loads(notice.content)["to"]
    return str(to["name"]) if isinstance(to, dict) else str(to)
