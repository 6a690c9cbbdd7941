"""The diagnostic response: its draft, and the physician's conclusion and signature."""

from dataclasses import replace
from uuid import UUID

from mbb_desktop.clinical.access import Permission, User
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.block_state import NOT_FINAL
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.computed import computed_words, differs
from mbb_desktop.clinical.pairs import compare
from mbb_desktop.clinical.paper import Meaning, PaperKind, SignedDocument
from mbb_desktop.clinical.people import Clinic
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.scoring import NO_BASELINE, lacks_baseline
from mbb_desktop.clinical.verdict import Assessed
from mbb_desktop.documents.make import Made
from mbb_desktop.documents.response_facts import ResponseFacts
from mbb_desktop.storage import responses
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.issue_paper import (
    Signing,
    cosigned_by,
    draft,
    frozen,
    performed_here,
    refuse_learner,
    standing_of_block,
)
from mbb_desktop.workflow.record_block import AlreadySigned
from mbb_desktop.workflow.review_course import CourseReview, reviewed
from mbb_desktop.workflow.signing import confirm_signer, signing_key

_COSIGN_FIRST = "The attending has to co-sign the procedure note first."


class CannotConclude(Exception):
    """The response cannot be signed yet; the message says what is missing."""


@needs(Permission.OPEN_CHART)
def response_facts(desk: Desk, block_id: UUID) -> ResponseFacts:
    """What the response of a block says now. Raises CannotConclude while there is no score."""
    with desk.store.look() as look:
        block = look.get(Block, block_id)
        response = responses.of_block(look, block_id)
        if response is None:
            raise CannotConclude("No score is recorded. Enter the score before the block and one after it.")
        return facts_of_response(desk, look, block, response)


def facts_of_response(desk: Desk, look: Look, block: Block, response: Response) -> ResponseFacts:
    """The facts of a response inside an open transaction; `response` may hold an unsaved conclusion."""
    review = reviewed(desk, look, block.course_id)
    if all(block.id != each.id for each in review.blocks):
        raise CannotConclude("This block tests no joint any more: see the notice of error beside its note.")
    assessed = review.assessed_of(block.id)
    earlier = _earlier(review, assessed)
    notes = standing_of_block(look, block.id, PaperKind.PROCEDURE_NOTE)
    number = review.number_of(block.id)
    rule_set = review.rule_set_of_block(block.id)
    return ResponseFacts(
        patient=review.patient,
        clinic=look.all(Clinic)[0],
        response=response,
        assessed=assessed,
        course=review.course,
        physician=desk.user if response.signed_at else _physician(look, block),
        block_number=number,
        earlier_number=review.number_of(earlier.block.id) if earlier else None,
        compared=compare(earlier, assessed) if earlier else None,
        rule_set=rule_set,
        rule_id=rule_set.relief_rule(number),
        note_number=notes[0].number if notes else "",
        concluded_on=desk.now.date() if response.conclusion else None,
    )


def _physician(look: Look, block: Block) -> User | None:
    return look.find(User, block.physician_id) if block.physician_id else None


def _earlier(review: CourseReview, assessed: Assessed) -> Assessed | None:
    """The block before this one in the course that shares a joint and side."""
    place = review.assessed.index(assessed)
    joints = set(assessed.block.joints)
    shared = [a for a in review.assessed[:place] if joints & set(a.block.joints)]
    return shared[-1] if shared else None


@needs(Permission.OPEN_CHART)
def draft_response(desk: Desk, response: Response) -> Made:
    """The response with a conclusion that is not saved yet, as PDF with DRAFT across it; audited."""
    with desk.store.look() as look:
        facts = facts_of_response(desk, look, look.get(Block, response.block_id), response)
    return draft(desk, PaperKind.RESPONSE, facts)


@needs(Permission.SIGN)
def sign_response(desk: Desk, response: Response, pin: str, *, gaps_known: bool = False) -> SignedDocument:
    """Freeze the response with the own conclusion.

    Raises CannotConclude, WrongPin, AlreadySigned or Unprintable.
    """
    key = signing_key(desk)
    confirm_signer(desk, pin)
    with desk.change("response signed", response.patient_id) as change:
        stored, block = change.get(Response, response.id), change.get(Block, response.block_id)
        if stored.signed_at is not None:
            raise AlreadySigned
        if stored.version != response.version:
            raise CannotConclude("Scores were entered meanwhile. Close this, and look at them again.")
        refuse_learner(desk, change, "A diagnostic response")
        if block.state in NOT_FINAL:
            raise CannotConclude(_COSIGN_FIRST)
        if cosigned_by(change, block.id) != desk.user.id:
            performed_here(desk, block)
        concluded = replace(
            stored,
            conclusion=response.conclusion,
            conclusion_reason=response.conclusion_reason,
            signed_at=desk.now,
        )
        facts = facts_of_response(desk, change, block, concluded)
        concluded = replace(concluded, computed=computed_words(facts.assessed))
        if problem := conclusion_problem(block, concluded, facts.assessed):
            raise CannotConclude(problem)
        facts = replace(facts, response=change.save(concluded))
        signing = Signing(
            PaperKind.RESPONSE,
            Meaning.REVIEWED,
            response.patient_id,
            _content(facts),
            block_id=block.id,
            course_id=block.course_id,
            gaps_known=gaps_known,
        )
        return frozen(desk, change, signing, facts, key)


def conclusion_problem(block: Block, response: Response, assessed: Assessed) -> str:
    """Why a response cannot be signed; empty when it can."""
    if block.state in NOT_FINAL:
        return _COSIGN_FIRST
    if block.state is not BlockState.SIGNED:
        return "Sign the procedure note first."
    if lacks_baseline(response):
        return NO_BASELINE
    if response.conclusion is None:
        return "Choose your conclusion."
    if differs(response.conclusion, computed_words(assessed)) and not response.conclusion_reason.strip():
        return "Your conclusion differs from the computed value. Write why."
    return ""


def _content(facts: ResponseFacts) -> bytes:
    results = {
        result.series.value: {"verdict": result.verdict, "title": result.title, "reason": result.reason}
        for result in facts.assessed.series
    }
    rules = facts.rule_set
    return canonical(
        {
            "paper": PaperKind.RESPONSE,
            "patient": facts.patient,
            "block": facts.assessed.block,
            "response": facts.response,
            "computed": results,
            "rule": facts.rule_id,
            "rule set": rules.named if rules else "",
            "rule set sha256": rules.sha256 if rules else "",
            "note": facts.note_number,
        }
    )
