"""Letters that ask for an ablation, to who does it or who pays: what is missing, draft and signature."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import JointSide, Side, in_order
from mbb_desktop.clinical.authorization import AskedFor, Authorization
from mbb_desktop.clinical.authorized import Cover, PayerFile, answers
from mbb_desktop.clinical.block_state import BlockState
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.coded_block import preview_of_request
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.criteria import SETTLED
from mbb_desktop.clinical.earlier_ablation import earlier_at
from mbb_desktop.clinical.enclosure import EnclosureKind
from mbb_desktop.clinical.entered_in_error import EnteredInError
from mbb_desktop.clinical.free_words import unlike_record
from mbb_desktop.clinical.kept_judgement import WhyKept
from mbb_desktop.clinical.pairs import compare
from mbb_desktop.clinical.paper import LETTERS, Meaning, PaperKind, SignedDocument
from mbb_desktop.clinical.people import Clinic, Correspondent
from mbb_desktop.clinical.performed import joints_blocked
from mbb_desktop.clinical.rules import Finding
from mbb_desktop.clinical.scoring import lacks_baseline
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.clinical.verdict import Assessed
from mbb_desktop.documents.authorization_facts import AuthorizationFacts
from mbb_desktop.documents.authorization_gaps import not_in_record
from mbb_desktop.documents.letter_facts import LetterBlock, LetterFacts
from mbb_desktop.documents.make import Made
from mbb_desktop.storage import enclosures, entered_in_error, papers
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.authorizations import planned, read_files
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.issue_paper import Signing, draft, frozen, refuse_learner
from mbb_desktop.workflow.judgements import record_judgement
from mbb_desktop.workflow.knowledge import code_book
from mbb_desktop.workflow.review_course import CourseReview, concluded, reviewed, was_a_test
from mbb_desktop.workflow.signing import confirm_signer, signing_key
from mbb_desktop.workflow.wordings import wording_in_use

_TWO = 2
_TEMPLATE = {
    PaperKind.RFA_LETTER: TemplateKind.RFA_LETTER,
    PaperKind.AUTHORIZATION: TemplateKind.AUTHORIZATION,
}


class NotReady(Exception):
    """The letter cannot be signed yet; the message says what comes first."""


@dataclass(frozen=True, slots=True)
class LetterOrder:
    """What a person chooses for a letter; everything else comes from the record.

    `place_of_service` and `planned_for` are of the ablation; only the letter to a payer says them.
    """

    course_id: UUID
    recipient: Correspondent | None = None
    ablation_plan: str = ""
    earlier_ablation: str = ""
    paragraph: str = ""
    cc: tuple[str, ...] = ()
    place_of_service: str = ""
    planned_for: str = ""
    kind: PaperKind = PaperKind.RFA_LETTER


@dataclass(frozen=True, slots=True)
class LetterReadiness:
    """`before_signing` must be settled first; `gaps` print as not in our record.

    `payer_gaps` is what a letter to the payer will list besides, while nothing is typed for it. `undermined`
    has those of `signed` that rest on something entered in error. `reported` are the joints and sides of
    which the letter speaks: asked for, blocked or ablated.
    """

    requested: tuple[JointSide, ...]
    before_signing: tuple[str, ...]
    gaps: tuple[Finding, ...]
    signed: tuple[SignedDocument, ...]
    payer_gaps: tuple[str, ...] = ()
    undermined: Mapping[UUID, tuple[EnteredInError, ...]] = field(default_factory=dict)
    reported: tuple[JointSide, ...] = ()
    six_lumbar: bool = False

    def unlike(self, typed: str) -> tuple[str, ...]:
        """The sides and levels that a typed text names and the letter does not report."""
        return unlike_record(typed, self.reported, six_lumbar=self.six_lumbar)


@needs(Permission.OPEN_CHART)
def letter_ready(desk: Desk, course_id: UUID, review: CourseReview | None = None) -> LetterReadiness:
    """What keeps the letter of a course from being signed, and what it will name as missing.

    Whoever has just reviewed the course gives the review along.
    """
    order = LetterOrder(course_id, kind=PaperKind.AUTHORIZATION)
    with desk.store.look() as look:
        to_payer = facts_of_authorization(desk, look, order, review)
        facts = to_payer.letter
        signed = [p for p in papers.of_patient(look, facts.patient.id) if p.kind in LETTERS]
        gaps = tuple(f for f in facts.judgement.findings if f.verdict not in SETTLED)
        return LetterReadiness(
            facts.requested,
            _unsettled(facts),
            gaps,
            papers.standing(look, signed),
            tuple(not_in_record(to_payer)),
            entered_in_error.undermined(look, signed),
            _spoken_of(facts),
            facts.course.six_lumbar,
        )


def _spoken_of(facts: LetterFacts) -> tuple[JointSide, ...]:
    blocked = [place for each in facts.blocks for place in joints_blocked(each.assessed.block)]
    ablated = [
        JointSide(joint, side)
        for each in (*facts.course.ablations, *facts.ablated_beside)
        for joint in each.joints
        for side in each.sides or Side  # a side that nobody recorded may be either
    ]
    return in_order({*facts.requested, *blocked, *ablated})


def facts_of_order(
    desk: Desk, look: Look, order: LetterOrder, review: CourseReview | None = None
) -> LetterFacts | AuthorizationFacts:
    """The facts of the kind of letter that is ordered, inside an open transaction."""
    return _ordered(desk, look, order, review or reviewed(desk, look, order.course_id))


def facts_of_authorization(
    desk: Desk, look: Look, order: LetterOrder, review: CourseReview | None = None
) -> AuthorizationFacts:
    """The facts of a letter to the payer inside an open transaction."""
    review = review or reviewed(desk, look, order.course_id)
    return _to_payer(_shared(desk, look, order, review), review, order)


def _ordered(
    desk: Desk, look: Look, order: LetterOrder, review: CourseReview
) -> LetterFacts | AuthorizationFacts:
    own = _shared(desk, look, order, review)
    return _to_payer(own, review, order) if order.kind is PaperKind.AUTHORIZATION else own


def _to_payer(own: LetterFacts, review: CourseReview, order: LetterOrder) -> AuthorizationFacts:
    book = code_book()
    codes = preview_of_request(own.requested, own.on, book, book.style_of(review.payer), review.course)
    judged_by = tuple(review.rule_set_of_block(block.assessed.block.id) for block in own.blocks)
    return AuthorizationFacts(own, codes, judged_by, order.planned_for)


def _shared(desk: Desk, look: Look, order: LetterOrder, review: CourseReview) -> LetterFacts:
    two = _reported(review)
    clinic = look.all(Clinic)[0]
    blocks = tuple(_letter_block(look, review, assessed) for assessed in two)
    return LetterFacts(
        patient=review.patient,
        clinic=clinic,
        course=review.course,
        author=desk.user,
        on=desk.now.date(),
        blocks=blocks,
        requested=review.requested,
        judgement=review.judgement,
        rule_set=review.rule_set,
        compared=compare(*two) if len(two) == _TWO else review.compared,
        recipient=order.recipient,
        payer=review.payer,
        ablation_plan=order.ablation_plan,
        earlier_ablation=order.earlier_ablation,
        place_of_service=order.place_of_service,
        paragraph=order.paragraph,
        cc=order.cc,
        enclosed=_enclosed(blocks),
        ablated_beside=_ablated_beside(review),
        scans=_scanned(look, review),
        authorizations=_answered(look, review),
        wording=wording_in_use(look, _TEMPLATE[order.kind]),
    )


def _scanned(look: Look, review: CourseReview) -> tuple[EnclosureKind, ...]:
    """The kinds of papers from outside that stand in the chart for this complaint."""
    lying = enclosures.of_patient(look, review.patient.id)
    found = {each.kind for each in lying if not each.struck and each.course_id in (None, review.course.id)}
    return tuple(kind for kind in EnclosureKind if kind in found)


def _answered(look: Look, review: CourseReview) -> tuple[Authorization, ...]:
    """What today's payer said, or was asked, about an ablation of these joints and sides; with a number."""
    known, today = read_files(look, (review.patient,))[review.patient.id], review.case.today
    own = (a for a in known.authorizations if a.payer_id is not None and a.payer_id == known.payer_id)
    return tuple(a for a in own if a.number and _holds(a, review.requested, known, today))


def _holds(each: Authorization, joints: Sequence[JointSide], known: PayerFile, today: date) -> bool:
    """Whether an entry covers, or was asked for, the ablation of these joints, on its first day or today."""
    of_request = planned(AskedFor.ABLATION, joints, max(today, each.valid_from or today))
    found = answers(of_request, known)
    return any(one.by is each and one.cover in (Cover.COVERS, Cover.WAITING) for one in found)


def _ablated_beside(review: CourseReview) -> tuple[Treatment, ...]:
    """The ablations of the joints asked for that stand under the patient's other complaints."""
    every = earlier_at(review.case, review.requested)
    return tuple(each for each in every if each not in review.course.ablations)


def _reported(review: CourseReview) -> tuple[Assessed, ...]:
    """Every test of the joints asked for, also one that failed; without any every block there is."""
    asked = set(review.requested)
    there = [a for a in review.assessed if asked & set(joints_blocked(a.block))]
    return tuple(a for a in there if was_a_test(a) or concluded(a)) or review.assessed


def _letter_block(look: Look, review: CourseReview, assessed: Assessed) -> LetterBlock:
    signed = papers.standing(look, papers.of_block(look, assessed.block.id))
    numbers = {paper.kind: paper.number for paper in signed[::-1] if paper.final}
    return LetterBlock(
        assessed,
        review.number_of(assessed.block.id),
        numbers.get(PaperKind.PROCEDURE_NOTE, ""),
        numbers.get(PaperKind.RESPONSE, ""),
        tuple(paper.number for paper in signed[::-1] if paper.kind is PaperKind.ADDENDUM and paper.final),
    )


def _enclosed(blocks: tuple[LetterBlock, ...]) -> tuple[str, ...]:
    notes = [f"procedure note {b.note_number}" for b in blocks if b.note_number]
    responses = [f"diagnostic response {b.response_number}" for b in blocks if b.response_number]
    return (*notes, *responses, *(f"addendum {number}" for block in blocks for number in block.addenda))


def _unsettled(facts: LetterFacts) -> tuple[str, ...]:
    """Response signed, then letter signed, then ready: in this order."""
    found = []
    if not facts.blocks:
        found.append("No block is recorded yet. Plan the first one, or press New block.")
    for block in facts.blocks:
        day = show_date(block.assessed.block.performed_on)
        if block.assessed.block.state is BlockState.AWAITING:
            found.append(f"The attending has to co-sign the procedure note of {day}.")
        elif block.assessed.block.state is BlockState.RETURNED:
            found.append(f"The procedure note of {day} was returned: the learner has to correct it first.")
        elif not block.note_number:
            found.append(f"Sign the procedure note of {day}.")
        own = block.assessed
        if not block.response_number and not own.block.reported_by and lacks_baseline(own.response):
            found.append(f"Enter the score before the block of {day}: without it nothing can be judged.")
        if not block.response_number:
            found.append(f"Sign the diagnostic response of {day}.")
    if not facts.requested:
        blocks = "a block" if facts.rule_set.blocks == 1 else "two blocks"
        found.append(f"No joint and side is confirmed by {blocks}: there is nothing to ask for.")
    return tuple(found)


@needs(Permission.OPEN_CHART)
def draft_letter(desk: Desk, order: LetterOrder) -> Made:
    """The letter as PDF with DRAFT across it; audited."""
    with desk.store.look() as look:
        facts = facts_of_order(desk, look, order)
    return draft(desk, order.kind, facts)


def _own(facts: LetterFacts | AuthorizationFacts) -> LetterFacts:
    return facts.letter if isinstance(facts, AuthorizationFacts) else facts


@needs(Permission.SIGN)
def sign_letter(desk: Desk, order: LetterOrder, pin: str, *, gaps_known: bool = False) -> SignedDocument:
    """Freeze the letter. Raises NotReady, WrongPin or Unprintable. What is missing is named in the letter."""
    key = signing_key(desk)
    confirm_signer(desk, pin)
    with desk.store.look() as look:
        refuse_learner(desk, look, "A letter")
        patient_id = reviewed(desk, look, order.course_id).patient.id
    with desk.change("letter signed", patient_id) as change:
        review = reviewed(desk, change, order.course_id)
        facts = _ordered(desk, change, order, review)
        own = _own(facts)
        if order.recipient is None:
            raise NotReady("Choose whom the letter goes to.")
        if unsettled := _unsettled(own):
            raise NotReady(" ".join(unsettled))
        signing = Signing(
            order.kind,
            Meaning.AUTHOR,
            own.patient.id,
            _content(own, order, facts),
            course_id=order.course_id,
            gaps_known=gaps_known,
        )
        paper = frozen(desk, change, signing, facts, key)
        record_judgement(desk, change, review, WhyKept.LETTER, paper.id)
        return paper


def _content(own: LetterFacts, order: LetterOrder, facts: LetterFacts | AuthorizationFacts) -> bytes:
    blocks: list[dict[str, object]] = [
        {
            "block": each.assessed.block,
            "response": each.assessed.response,
            "note": each.note_number,
            "signed response": each.response_number,
        }
        for each in own.blocks
    ]
    content: dict[str, object] = {
        "paper": order.kind,
        "patient": own.patient,
        "course": own.course,
        "order": order,
        "requested": own.requested,
        "blocks": blocks,
        "ablated under other complaints": own.ablated_beside,
        "papers from outside": own.scans,
        "authorizations": own.authorizations,
        "judgement": own.judgement,
        "author": own.author,
        "on": own.on,
        "wording": own.wording.mark if own.wording else None,
    }
    if isinstance(facts, AuthorizationFacts):
        content |= {"clinic": own.clinic, "codes": facts.codes}
        content["judged by"] = [rules.named for rules in facts.judged_by]
    return canonical(content)
