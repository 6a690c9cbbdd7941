"""A signed paper that was entered in error: who may say so, its notice, and what stands no more."""

from dataclasses import dataclass, replace
from uuid import UUID

from mbb_desktop.clinical.access import Permission, Role, User
from mbb_desktop.clinical.anatomy import JointSide, in_order
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.cosignature import CosignStanding
from mbb_desktop.clinical.entered_in_error import FINAL, Wrong, joints_withdrawn, written
from mbb_desktop.clinical.paper import Meaning, PaperKind, SignedDocument
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.receipt import Receipt
from mbb_desktop.documents.notice_facts import ErrorFacts
from mbb_desktop.storage import entered_in_error, papers, receipts, responses, similar_people
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.workflow.correct import sign_corrections_of
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.goes_together import together
from mbb_desktop.workflow.issue_paper import Signing, frozen, standing_of_block
from mbb_desktop.workflow.signing import confirm_signer, signing_key


class CannotMark(Exception):
    """The paper cannot be marked as entered in error; the message says why."""


@dataclass(frozen=True, slots=True)
class ErrorQuestion:
    """What is looked at before a paper is marked.

    `joints` are those that its block still tests; none for other papers than a procedure note. `with_it` are
    papers that fall with the whole of it, `resting` letters that may rest on it and stay.
    """

    paper: SignedDocument
    patient: Patient
    similar: tuple[Patient, ...]
    joints: tuple[JointSide, ...]
    with_it: tuple[SignedDocument, ...]
    resting: tuple[SignedDocument, ...]
    received: tuple[Receipt, ...]


@needs(Permission.SIGN)
def error_question(desk: Desk, paper_id: UUID) -> ErrorQuestion:
    """Read what marking a paper means. Raises CannotMark."""
    with desk.store.look() as look:
        paper = papers.get(look, paper_id)
        _may_mark(desk, look, paper)
        patient = look.get(Patient, paper.patient_id)
        with_it = _with_it(look, paper)
        return ErrorQuestion(
            paper,
            patient,
            similar_people.similar_names(look, patient),
            _joints_left(look, paper),
            with_it,
            _resting(look, paper),
            receipts.of_papers(look, [each.id for each in (paper, *with_it)]),
        )


def may_mark(user: User, paper: SignedDocument) -> bool:
    """Whether a person may mark a paper: who signed or co-signed it, or a physician who is administrator.

    A learner may only mark an own paper that no attending has co-signed; an attending who was merely asked
    returns it.
    """
    if user.learner:
        return paper.signer_id == user.id and not paper.final
    attended = paper.cosigning is not None and paper.cosigning.standing is CosignStanding.COSIGNED
    own = paper.signer_id == user.id or (
        attended and paper.cosigning is not None and paper.cosigning.attending_id == user.id
    )
    return (own or Role.ADMINISTRATOR in user.roles) and paper.kind not in FINAL


@needs(Permission.SIGN)
def mark_in_error(
    desk: Desk, paper_id: UUID, reason: str, pin: str, joints: tuple[JointSide, ...] = ()
) -> SignedDocument:
    """Sign the notice of error of a paper, or that a procedure note is no test of some `joints`.

    The response of a procedure note and the addenda to it that are not final fall with it, each with a notice
    of its own; everybody who received one
    of them gets a correction notice. Nothing takes this back. Raises CannotMark or WrongPin.
    """
    if not reason.strip():
        raise CannotMark("Write why it is an error.")
    key = signing_key(desk)
    with desk.store.look() as look:
        paper = papers.get(look, paper_id)
        _may_mark(desk, look, paper)
    confirm_signer(desk, pin)
    with desk.change("entered in error", paper.patient_id) as change:
        _may_mark(desk, change, paper)
        left = _joints_left(change, paper)
        if not set(joints) <= set(left):
            raise CannotMark("This block does not test all of these joints. Look at its notices of error.")
        with_it = () if joints else _with_it(change, paper)
        notice = _notice(desk, change, paper, _wrong(change, paper, reason, in_order(joints)), key)
        for other in with_it:
            why = f"{reason.strip()} (with {paper.number})"
            _notice(desk, change, other, _wrong(change, other, why), key)
        if not joints:
            _close_block(change, paper)
        return notice


def _may_mark(desk: Desk, look: Look, paper: SignedDocument) -> None:
    if paper.kind in FINAL:
        raise CannotMark("A notice stays. Mark the paper itself, or sign an addendum to it.")
    if not may_mark(desk.user, paper):
        raise CannotMark(
            "Only who signed this paper, or a physician who is administrator, can mark it; "
            "a learner only before it is co-signed."
        )
    if papers.standing(look, (paper,)) == ():
        raise CannotMark("This paper is marked as entered in error already.")


def _joints_left(look: Look, paper: SignedDocument) -> tuple[JointSide, ...]:
    if paper.kind is not PaperKind.PROCEDURE_NOTE or paper.block_id is None:
        return ()
    block = look.get(Block, paper.block_id)
    gone = joints_withdrawn(entered_in_error.of_blocks(look, (block.id,)), block)
    return tuple(place for place in joints_blocked(block) if place not in gone)


def _with_it(look: Look, paper: SignedDocument) -> tuple[SignedDocument, ...]:
    if paper.kind is not PaperKind.PROCEDURE_NOTE or paper.block_id is None:
        return ()
    response = standing_of_block(look, paper.block_id, PaperKind.RESPONSE)
    open_ = together(look, paper)[1:] if not paper.final else ()
    return (*response, *open_)


def _resting(look: Look, paper: SignedDocument) -> tuple[SignedDocument, ...]:
    """Letters of the course that were signed later."""
    if paper.course_id is None or paper.block_id is None:
        return ()
    later = [each for each in papers.of_course(look, paper.course_id) if _may_rest(each, paper)]
    return papers.standing(look, later)


def _may_rest(other: SignedDocument, paper: SignedDocument) -> bool:
    known = FINAL | {PaperKind.ADDENDUM}
    return other.block_id is None and other.kind not in known and other.signed_at >= paper.signed_at


def _wrong(look: Look, paper: SignedDocument, reason: str, joints: tuple[JointSide, ...] = ()) -> Wrong:
    response = _response_id(look, paper)
    return Wrong(paper.id, paper.kind, paper.number, paper.code, reason.strip(), joints, response)


def _notice(
    desk: Desk, change: Change, paper: SignedDocument, wrong: Wrong, key: SigningKey
) -> SignedDocument:
    facts = ErrorFacts(
        change.get(Patient, paper.patient_id),
        change.all(Clinic)[0],
        desk.now.date(),
        wrong,
        paper.signer,
        paper.signed_at.date(),
    )
    signing = Signing(
        PaperKind.ERROR_NOTICE,
        Meaning.ERROR,
        paper.patient_id,
        written(wrong),
        block_id=paper.block_id,
        course_id=paper.course_id,
        adds_to=paper.id,
    )
    notice = frozen(desk, change, signing, facts, key)
    sign_corrections_of(desk, change, notice, facts, key)
    return notice


def _response_id(look: Look, paper: SignedDocument) -> UUID | None:
    if paper.kind is not PaperKind.RESPONSE or paper.block_id is None:
        return None
    response = responses.of_block(look, paper.block_id)
    return response.id if response is not None and response.signed_at is not None else None


def _close_block(change: Change, paper: SignedDocument) -> None:
    if paper.kind is PaperKind.PROCEDURE_NOTE and paper.block_id is not None:
        change.save(replace(change.get(Block, paper.block_id), state=BlockState.ENTERED_IN_ERROR))
