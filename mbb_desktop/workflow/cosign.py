"""Learners' papers and their attendings: who is asked, what waits, the co-signature, and the return."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from mbb_desktop.clinical.access import Permission, User, may_attend
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.cosignature import OF_ADDENDUM, OF_PROCEDURE, Attestation, CosignStanding
from mbb_desktop.clinical.entered_in_error import EnteredInError
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import BY_LEARNER, PaperKind, SignedDocument
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.print_step import PrintOf, PrintStep, Step
from mbb_desktop.clinical.read_canonical import read_back
from mbb_desktop.documents.addendum_facts import AddendumFacts
from mbb_desktop.documents.issue import CoSign, Signature
from mbb_desktop.documents.make import Made, make
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.seal import sealed
from mbb_desktop.storage import (
    clinic_settings,
    cosignatures,
    entered_in_error,
    papers,
    print_steps,
    similar_people,
)
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.goes_together import (
    ask_together,
    give_back,
    is_returned,
    may_attend_all,
    now_is,
    together,
    waits_for,
)
from mbb_desktop.workflow.issue_paper import chain_code, is_learner, know_gaps
from mbb_desktop.workflow.signing import confirm_signer, signing_key

_NOT_ALL_READ = "An addendum goes with this paper. Read it, say that you agree, and co-sign both as one."
_UNREADABLE = "What the learner signed cannot be read any more. Check the record."


class CannotCosign(Exception):
    """The paper cannot be co-signed, returned or handed on; the message says why."""


@dataclass(frozen=True, slots=True)
class ToCosign:
    """A learner's paper that waits for this person: to be co-signed, or, returned, to be corrected.

    `addenda` go with it.
    """

    paper: SignedDocument
    patient: Patient
    addenda: tuple[SignedDocument, ...] = ()

    @property
    def returned(self) -> bool:
        return is_returned(self.paper)


@dataclass(frozen=True, slots=True)
class Added:
    """A standing addendum: its number, who signed it, what it says and why, and whether it is not final."""

    id: UUID
    number: str
    by: str
    said: str
    reason: str
    open: bool


@dataclass(frozen=True, slots=True)
class CosignQuestion:
    """What the attending reads before co-signing; `block` and `said` are what the learner's signature covers.

    `patient` is the person as recorded now, `similar` those with a similar name, `as_signed` the patient of
    the signed bytes. `notices` say of which joints it is no test, `addenda` what was added to it since.
    """

    paper: SignedDocument
    patient: Patient
    as_signed: Patient
    similar: tuple[Patient, ...]
    statements: tuple[Attestation, ...]
    block: Block | None = None
    said: str = ""
    reason: str = ""
    notices: tuple[EnteredInError, ...] = ()
    addenda: tuple[Added, ...] = ()

    @property
    def hindered(self) -> str:
        """Why it can only be returned; empty when it can be co-signed."""
        return _hindered(self.notices)


@needs(Permission.SIGN)
def attendings(desk: Desk) -> tuple[User, ...]:
    """Who can co-sign for the person at the desk, by name; empty for who is no learner."""
    with desk.store.look() as look:
        if not is_learner(desk, look):
            return ()
        return _attendings(look, desk.user.id)


@needs(Permission.SIGN)
def attendings_for(desk: Desk, paper_id: UUID) -> tuple[User, ...]:
    """Who can co-sign a learner's paper, by name."""
    with desk.store.look() as look:
        return _attendings(look, papers.get(look, paper_id).signer_id)


def _attendings(look: Look, learner_id: UUID) -> tuple[User, ...]:
    found = (user for user in look.all(User) if may_attend(user, learner_id))
    return tuple(sorted(found, key=lambda user: user.name.split()[-1]))


@needs(Permission.SIGN)
def to_cosign(desk: Desk) -> tuple[ToCosign, ...]:
    """What waits for the person at the desk, the oldest first."""
    with desk.store.look() as look:
        every = [(paper, together(look, paper)) for paper in papers.open_learners(look)]
        mine = [of for paper, of in every if of[0].id == paper.id and waits_for(paper) == desk.user.id]
        people = look.people(first.patient_id for first, *_ in mine)
        return tuple(ToCosign(first, people[first.patient_id], tuple(added)) for first, *added in mine)


@needs(Permission.SIGN)
def cosign_question(desk: Desk, paper_id: UUID) -> CosignQuestion:
    """Read what is to be co-signed, from the bytes that the learner signed. Raises CannotCosign.

    For an addendum whose own paper is not final either, that paper: both are co-signed as one.
    """
    with desk.store.look() as look:
        paper, *open_ = together(look, papers.get(look, paper_id))
        _may_cosign(desk, look, paper)
        patient = look.get(Patient, paper.patient_id)
        similar = similar_people.similar_names(look, patient)
        notices = entered_in_error.of_paper(look, paper.id)
        after = papers.standing(look, papers.named_after(look, paper.id))
    facts = signed_facts(paper).facts
    every = {each.id: each for each in (*after, *open_) if each.kind is PaperKind.ADDENDUM}
    added = tuple(_added(each) for each in every.values())
    question = CosignQuestion(
        paper, patient, facts.patient, similar, OF_ADDENDUM, notices=notices, addenda=added
    )
    if isinstance(facts, NoteFacts):
        return replace(question, statements=OF_PROCEDURE, block=facts.block)
    return replace(question, said=facts.text, reason=facts.reason)


def _added(addendum: SignedDocument) -> Added:
    try:
        content = json.loads(addendum.content)
        facts = content["facts"] if addendum.meaning in BY_LEARNER else content
        said, reason = str(facts["text"]), str(facts["reason"])
    except (KeyError, TypeError, ValueError):
        raise CannotCosign(_UNREADABLE) from None
    return Added(addendum.id, addendum.number, addendum.signer, said, reason, not addendum.final)


def _hindered(notices: Sequence[EnteredInError]) -> str:
    """What the attending would sign is no more what the record says: nobody co-signs it with a notice."""
    if not notices:
        return ""
    return (
        f"{notices[0].number} says that a part of it is an error. Return it: the learner marks all of it as "
        "entered in error and documents it anew."
    )


@dataclass(frozen=True, slots=True)
class SignedFacts:
    """All that a learner's paper is made of, and who signed it, as they were at that moment."""

    facts: NoteFacts | AddendumFacts
    learner: User


def signed_facts(paper: SignedDocument) -> SignedFacts:
    """What the learner signed, read from the signed bytes alone. Raises CannotCosign."""
    kind: type[NoteFacts | AddendumFacts] = (
        NoteFacts if paper.kind is PaperKind.PROCEDURE_NOTE else AddendumFacts
    )
    try:
        said = json.loads(paper.content)
        return SignedFacts(read_back(kind, said["facts"]), read_back(User, said["learner"]))
    except (KeyError, TypeError, ValueError):
        raise CannotCosign(_UNREADABLE) from None


def _may_cosign(desk: Desk, look: Look, paper: SignedDocument) -> None:
    known = paper.cosigning
    if paper.meaning not in BY_LEARNER or known is None:
        raise CannotCosign("Nobody's co-signature is missing on this paper.")
    if known.standing is CosignStanding.COSIGNED:
        raise CannotCosign(f"It was co-signed already, by {known.attending}.")
    if known.standing is CosignStanding.RETURNED:
        raise CannotCosign("It was returned to the learner. It can be co-signed when they ask again.")
    if papers.standing(look, (paper,)) == ():
        raise CannotCosign("This paper is marked as entered in error.")
    me = look.find(User, desk.user.id)
    if known.attending_id != desk.user.id or me is None or not may_attend(me, paper.signer_id):
        raise CannotCosign(f"{known.attending} was asked to co-sign it. Only they can.")


@needs(Permission.SIGN)
def cosign(  # noqa: PLR0913 - each is one fact of the co-signature
    desk: Desk,
    paper_id: UUID,
    attestation: Attestation,
    pin: str,
    *,
    reviewed: Sequence[UUID] = (),
    gaps_known: bool = False,
) -> SignedDocument:
    """Add the attending's signature to a paper and to the addenda that go with it, and freeze each with both.

    `reviewed` are those addenda: the attending has read each and agrees. All of it, or nothing. Gives the
    paper that was asked for. Raises CannotCosign, WrongPin or Unprintable.
    """
    key = signing_key(desk)
    with desk.store.look() as look:
        first, *_ = together(look, papers.get(look, paper_id))
        _may_cosign(desk, look, first)
    if attestation not in (OF_ADDENDUM if first.kind is PaperKind.ADDENDUM else OF_PROCEDURE):
        raise CannotCosign("Choose what you attest.")
    confirm_signer(desk, pin)
    with desk.change("paper co-signed", first.patient_id) as change:
        first, *addenda = together(change, papers.get(change, paper_id))
        _may_cosign(desk, change, first)
        if why_not := _hindered(entered_in_error.of_paper(change, first.id)):
            raise CannotCosign(why_not)
        if {each.id for each in addenda} != set(reviewed):
            raise CannotCosign(_NOT_ALL_READ)
        giving = _Giving(desk, change, key, gaps_known)
        _add_signature(giving, first, attestation, tuple(each.number for each in addenda))
        for each in addenda:
            _may_cosign(desk, change, each)
            _add_signature(giving, each, Attestation.ADDENDUM)
        return papers.get(change, paper_id)


@dataclass(frozen=True, slots=True)
class _Giving:
    """One attending at one desk who adds signatures in one transaction."""

    desk: Desk
    change: Change
    key: SigningKey
    gaps_known: bool


def _add_signature(
    giving: _Giving, paper: SignedDocument, attestation: Attestation, addenda: tuple[str, ...] = ()
) -> None:
    """`addenda` are the numbers of those that are co-signed with it."""
    desk, change, key = giving.desk, giving.change, giving.key
    vault_id = desk.store.vault_id
    given = cosignatures.sign(paper, attestation, desk.user, key, at=desk.now, vault_id=vault_id)
    made = _both_signatures(desk, change, paper, attestation, addenda)
    know_gaps(change, made, gaps_known=giving.gaps_known)
    pdf = sealed(made.pdf, key.public_bytes, papers.sealing(key))
    cosignatures.freeze(change, paper, given, pdf, key)
    _now_final(desk, change, paper)


def _both_signatures(
    desk: Desk,
    change: Change,
    paper: SignedDocument,
    attestation: Attestation,
    addenda: tuple[str, ...],
) -> Made:
    """The paper as the learner signed it, with both signatures: its version 2."""
    signed, me = signed_facts(paper), desk.user
    learner = signed.learner
    signature = Signature(
        learner.name,
        learner.credentials,
        learner.specialty,
        learner.npi,
        paper.signed_at,
        paper.meaning,
        paper.code,
    )
    return make(
        paper.kind,
        signed.facts,
        signature=signature,
        number=paper.number,
        chain_code=chain_code(desk),
        version=2,
        logo=clinic_settings.logo(change),
        cosign=CoSign(me.signs_as, me.specialty, me.npi, attestation.value, desk.now, addenda),
    )


def _now_final(desk: Desk, change: Change, paper: SignedDocument) -> None:
    """The block counts as signed, and the paper waits to be printed."""
    now_is(change, paper, BlockState.SIGNED)
    by = desk.user
    step = PrintStep(
        new_id(desk.now),
        paper.id,
        PrintOf.PAPER,
        "",
        0,
        paper.patient_id,
        paper.id,
        paper.block_id,
        Step.PUT_BACK,
        "",
        "",
        0,
        "co-signed",
        desk.workstation,
        desk.now,
        by.id,
        by.signs_as,
    )
    print_steps.keep(change, step)


@needs(Permission.SIGN)
def return_paper(desk: Desk, paper_id: UUID, reason: str, pin: str) -> SignedDocument:
    """Refuse the co-signature with a reason; the paper stays signed by the learner alone, and goes back.

    The addenda that go with it go back as well. Gives the paper that was asked for.

    Raises CannotCosign or WrongPin.
    """
    if not reason.strip():
        raise CannotCosign("Write why you return it.")
    confirm_signer(desk, pin)
    with desk.store.look() as look:
        patient_id = papers.get(look, paper_id).patient_id
    with desk.change("co-signature refused", patient_id) as change:
        first, *addenda = together(change, papers.get(change, paper_id))
        _may_cosign(desk, change, first)
        give_back(desk, change, first, reason.strip())
        change.tell(paper=first.number, reason=reason.strip(), **_with(addenda))
        return papers.get(change, paper_id)


def _with(addenda: Sequence[SignedDocument]) -> dict[str, str]:
    return {"with": ", ".join(each.number for each in addenda)} if addenda else {}


def may_ask(user: User, paper: SignedDocument) -> bool:
    """Whether a person may ask an attending again: the learner who signed, or any attending physician."""
    known = paper.cosigning
    open_ = known is not None and known.standing is not CosignStanding.COSIGNED
    return open_ and (paper.signer_id == user.id or may_attend(user, paper.signer_id))


def needs_reason(user: User, paper: SignedDocument) -> bool:
    """Whether a person is neither the paper's learner nor its attending: asking again then says why."""
    known = paper.cosigning
    return known is not None and user.id not in (paper.signer_id, known.attending_id)


@needs(Permission.SIGN)
def ask_again(desk: Desk, paper_id: UUID, attending_id: UUID, reason: str = "") -> SignedDocument:
    """Ask an attending for a paper that was returned, or another one than before; its addenda go with it.

    `reason` is why somebody does whom the paper does not wait for. Raises CannotCosign.
    """
    with desk.store.look() as look:
        patient_id = papers.get(look, paper_id).patient_id
    with desk.change("co-signature asked", patient_id) as change:
        paper, *addenda = together(change, papers.get(change, paper_id))
        attending = change.find(User, attending_id)
        if not may_ask(desk.user, paper) or papers.standing(change, (paper,)) == ():
            raise CannotCosign("Only the learner who signed, or an attending physician, can ask for this.")
        if attending is None or not may_attend_all(change, attending, paper):
            raise CannotCosign("This person cannot co-sign. Choose an attending physician who is no learner.")
        if needs_reason(desk.user, paper) and not reason.strip():
            raise CannotCosign("Write why another attending takes it over.")
        ask_together(desk, change, paper, attending, reason.strip())
        why = {"reason": reason.strip()} if reason.strip() else {}
        change.tell(paper=paper.number, **why, **_with(addenda))
        return papers.get(change, paper_id)
