"""The procedure note: its draft to look at, its signature, and reprints of signed papers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from mbb_desktop.clinical.access import Permission, User, may_attend
from mbb_desktop.clinical.block import Block, BlockState, DrugUse
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.checks import Problem, blocking, problems
from mbb_desktop.clinical.cosignature import Supervised
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.drugs import show_percent_strength
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.installed import BrokenRules, Installed
from mbb_desktop.clinical.paper import BY_LEARNER, Meaning, PaperKind, SignedDocument, short_code
from mbb_desktop.clinical.people import Clinic, Correspondent, Patient
from mbb_desktop.clinical.response import BEFORE
from mbb_desktop.clinical.room_part import with_recovery_of
from mbb_desktop.clinical.verdict import Assessed
from mbb_desktop.documents.issue import CoSign, Signature
from mbb_desktop.documents.lost import Lost, gap_words
from mbb_desktop.documents.make import Facts, Made, make
from mbb_desktop.documents.note_facts import NoteFacts, PriorBlock
from mbb_desktop.documents.seal import sealed
from mbb_desktop.storage import blocks, clinic_settings, cosignatures, papers, responses
from mbb_desktop.storage.errors import NotFound
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.store import Change, Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.goes_together import ask_for
from mbb_desktop.workflow.installed_rules import installed
from mbb_desktop.workflow.knowledge import formulary
from mbb_desktop.workflow.record_block import AlreadySigned
from mbb_desktop.workflow.review_course import number_in, read_tests, rule_set_for
from mbb_desktop.workflow.signing import confirm_signer, signing_key


class Incomplete(Exception):
    """Required facts are missing; `missing` says which, in the order of work."""

    def __init__(self, missing: tuple[Problem, ...]) -> None:
        count = len(missing)
        super().__init__(f"{count} {'item is' if count == 1 else 'items are'} missing to sign.")
        self.missing = missing


@needs(Permission.RECORD_BLOCK)
def note_facts(desk: Desk, block_id: UUID) -> NoteFacts:
    """What the note of a block says now, for the live note and the draft; a learner's signed one names who
    supervises."""
    with desk.store.look() as look:
        facts = facts_of_note(desk, look, look.get(Block, block_id))
        return replace(facts, attending=_named_attending(look, block_id))


def _named_attending(look: Look, block_id: UUID) -> User | None:
    """The attending whom the learner named when signing, as the paper names them."""
    notes = standing_of_block(look, block_id, PaperKind.PROCEDURE_NOTE)
    if not notes or notes[0].meaning not in BY_LEARNER:
        return None
    first = cosignatures.steps_of(look, [notes[0].id])[0]
    return look.find(User, first.to_id)


def facts_of_note(desk: Desk, look: Look, block: Block) -> NoteFacts:
    """The facts of a note inside an open transaction."""
    course, patient = look.get(Course, block.course_id), look.get(Patient, block.patient_id)
    payer = look.find(Correspondent, patient.payer_id) if patient.payer_id else None
    tests = read_tests(look, [patient], [course])[course.id]
    response = responses.of_block(look, block.id)
    clinic = look.all(Clinic)[0]
    return NoteFacts(
        patient=patient,
        block=block,
        clinic=clinic,
        course=course,
        physician=look.find(User, block.physician_id) if block.physician_id else None,
        block_number=block_number(tests, block),
        prior=_prior(look, tests, block),
        before=tuple(r for r in response.readings if r.slot == BEFORE) if response else (),
        scale=response.scale if response else "",
        agents=formulary().agents,
        rule_set=_judging(installed(look), block, course, payer, clinic)[1],
        payer=payer,
    )


def _judging(
    known: Installed, block: Block, course: Course, payer: Correspondent | None, clinic: Clinic
) -> tuple[str, str]:
    """Id and name of the rule set that judges the response later, also while its file is broken."""
    try:
        found = rule_set_for(known, block, course, payer, clinic)
    except BrokenRules as unread:
        return unread.broken.rule_set_id, unread.broken.named
    return found.id, found.named


def block_number(tests: Sequence[Assessed], block: Block) -> int:
    """1 for the first test of these joints in the course; also for a block that has no levels yet."""
    kept = next((done.block for done in tests if done.block.id == block.id), None)
    return 1 + len(tests) if kept is None else number_in(tests, kept)


def _prior(look: Look, tests: Sequence[Assessed], block: Block) -> tuple[PriorBlock, ...]:
    earlier = [t.block for t in tests if (t.block.performed_on, t.block.id) < (block.performed_on, block.id)]
    return tuple(_in_short(look, tests, known) for known in earlier if known.id != block.id)


def _in_short(look: Look, tests: Sequence[Assessed], block: Block) -> PriorBlock:
    signed = standing_of_block(look, block.id, PaperKind.RESPONSE)
    response = responses.of_block(look, block.id)
    concluded = response.conclusion.value if response and response.signed_at and response.conclusion else ""
    return PriorBlock(
        number_in(tests, block),
        block.performed_on,
        say_agents(block),
        concluded,
        signed[0].number if signed else "",
        block.reported_by,
    )


def say_agents(block: Block) -> str:
    """The anesthetics of a block: `lidocaine 2 %`."""
    drugs = block.drugs_for(DrugUse.TARGET)
    said = [
        f"{d.agent} {show_percent_strength(d.strength)}" if d.strength is not None else d.agent for d in drugs
    ]
    return " and ".join(said)


@needs(Permission.RECORD_BLOCK)
def draft_note(desk: Desk, block_id: UUID) -> Made:
    """The note as PDF with DRAFT across it; that it was made goes into the audit trail."""
    return draft(desk, PaperKind.PROCEDURE_NOTE, note_facts(desk, block_id))


def draft(desk: Desk, kind: PaperKind, facts: Facts) -> Made:
    """An unsigned paper; that it was made goes into the audit trail."""
    desk.note("draft shown", facts.patient.id, {"paper": kind.value})
    with desk.store.look() as look:
        return make(kind, facts, logo=clinic_settings.logo(look))


class NotYours(Exception):
    """Somebody else performed the block, or the signer is a learner; the message says who can sign."""


def is_learner(desk: Desk, look: Look) -> bool:
    """Whether the person at the desk is a learner, also one who was marked so since unlocking."""
    known = look.find(User, desk.user.id)
    return desk.user.learner or (known is not None and known.learner)


def refuse_learner(desk: Desk, look: Look, what: str) -> None:
    """Raises NotYours for a learner. `what` is what only an attending signs."""
    if is_learner(desk, look):
        raise NotYours(f"{what} is signed by the attending physician, not by a learner. Ask them to sign.")


def performed_here(desk: Desk, block: Block) -> None:
    """A block's note is signed by the physician who performed it. Raises NotYours."""
    if block.physician_id not in (None, desk.user.id):
        raise NotYours("Another physician performed this block. Only they can sign it.")


def attending_of(desk: Desk, look: Look, supervised: Supervised | None) -> User | None:
    """The attending whom a learner names; None for who needs none. Raises NotYours."""
    if not is_learner(desk, look):
        if supervised is not None:
            raise NotYours("Only a learner's paper waits for a co-signature. Sign it as your own.")
        return None
    if supervised is None:
        raise NotYours("A learner signs under supervision: say so, and choose the attending who co-signs.")
    attending = look.find(User, supervised.attending_id)
    if attending is None or not may_attend(attending, desk.user.id):
        raise NotYours("This person cannot co-sign. Choose an attending physician who is no learner.")
    return attending


class Unprintable(Exception):
    """The paper would have gaps; the message says which. It can be signed by somebody who knows of them."""

    def __init__(self, lost: tuple[Lost, ...]) -> None:
        super().__init__(gap_words(lost))
        self.lost = lost


@needs(Permission.SIGN)
def sign_note(
    desk: Desk, block: Block, pin: str, *, supervised: Supervised | None = None, gaps_known: bool = False
) -> SignedDocument:
    """Freeze the procedure note. A learner's awaits its attending, whom `supervised` names.

    Raises Incomplete, WrongPin, AlreadySigned, NotYours, Conflict or Unprintable.
    """
    key = signing_key(desk)
    confirm_signer(desk, pin)
    with desk.change("note signed", block.patient_id) as change:
        stored = change.get(Block, block.id)
        if stored.state is not BlockState.DRAFT:
            raise AlreadySigned
        performed_here(desk, stored)
        attending = attending_of(desk, change, supervised)
        state = BlockState.AWAITING if attending else BlockState.SIGNED
        last = with_recovery_of(block, block)  # recovery stands last, so that it can follow the signature
        facts = replace(facts_of_note(desk, change, replace(last, state=state)), attending=attending)
        others = blocks.of_patient(change, facts.patient.id)
        found = problems(block, facts.patient, desk.now, formulary(), facts.course, others)
        if missing := blocking(found):
            raise Incomplete(missing)
        assert facts.course is not None
        rules, _named = _judging(installed(change), stored, facts.course, facts.payer, facts.clinic)
        facts = replace(facts, block=change.save(replace(facts.block, rule_set=rules)))
        signing = Signing(
            PaperKind.PROCEDURE_NOTE,
            Meaning.UNDER_SUPERVISION if attending else Meaning.PERFORMED,
            facts.patient.id,
            _content(desk, facts),
            block_id=block.id,
            course_id=block.course_id,
            gaps_known=gaps_known,
            attending=attending,
        )
        return frozen(desk, change, signing, facts, key)


def _content(desk: Desk, facts: NoteFacts) -> bytes:
    """A learner's also holds all that the paper shows: the co-signed one is made of these bytes alone."""
    if facts.attending is not None:
        used = {drug.agent for drug in facts.block.drugs}
        agents = {name: agent for name, agent in facts.agents.items() if name in used}
        return supervised_content(
            desk, PaperKind.PROCEDURE_NOTE, replace(facts, agents=agents), facts.attending
        )
    return canonical(
        {
            "paper": PaperKind.PROCEDURE_NOTE,
            "patient": facts.patient,
            "block": facts.block,
            "course": facts.course,
            "clinic": facts.clinic,
            "physician": facts.physician,
            "block number": facts.block_number,
            "scores before": facts.before,
            "scale": facts.scale,
            "rule set": facts.rule_set,
        }
    )


@dataclass(frozen=True, slots=True)
class Signing:
    """What is being signed, as what, and what it belongs to; `content` are the bytes that are signed.

    `gaps_known`: the signer has seen which characters cannot be printed, and signs with the gaps.
    """

    kind: PaperKind
    meaning: Meaning
    patient_id: UUID
    content: bytes
    block_id: UUID | None = None
    course_id: UUID | None = None
    adds_to: UUID | None = None
    gaps_known: bool = False
    attending: User | None = None


def supervised_content(desk: Desk, kind: PaperKind, facts: Facts, attending: User) -> bytes:
    """What a learner signs; `facts` are all that the paper is made of."""
    return canonical({"paper": kind, "facts": facts, "learner": desk.user, "attending": attending})


def frozen(desk: Desk, change: Change, signing: Signing, facts: Facts, key: SigningKey) -> SignedDocument:
    """Number, sign, render and keep a paper inside an open transaction. Raises Unprintable."""
    signed = papers.sign(
        id=new_id(desk.now),
        kind=signing.kind,
        number=papers.next_number(change, signing.kind, desk.now.year),
        patient_id=signing.patient_id,
        block_id=signing.block_id,
        course_id=signing.course_id,
        supersedes=signing.adds_to,
        content=signing.content,
        meaning=signing.meaning,
        signer=desk.user,
        key=key,
        at=desk.now,
        vault_id=desk.store.vault_id,
    )
    user, attending = desk.user, signing.attending
    signature = Signature(
        user.name, user.credentials, user.specialty, user.npi, desk.now, signed.meaning, signed.code
    )
    paper = make(
        signing.kind,
        facts,
        signature=signature,
        number=signed.number,
        chain_code=chain_code(desk),
        logo=clinic_settings.logo(change),
        cosign=CoSign(attending.signs_as) if attending else None,
    )
    know_gaps(change, paper, gaps_known=signing.gaps_known)
    pdf = sealed(paper.pdf, key.public_bytes, papers.sealing(key))
    kept = papers.freeze(change, signed, pdf, key)
    if attending is not None:
        ask_for(desk, change, kept, attending)
        return papers.get(change, kept.id)
    return kept


def know_gaps(change: Change, paper: Made, *, gaps_known: bool) -> None:
    """Tell the gaps that the signer knows of. Raises Unprintable for those that nobody has seen."""
    if paper.lost and not gaps_known:
        raise Unprintable(paper.lost)
    if paper.lost:
        change.detail["signed with gaps"] = [lost.field or lost.words for lost in paper.lost]


def chain_code(desk: Desk) -> str:
    """The head of the audit chain before this paper, as its footer shows it: `5C1E-09BD-77A4`."""
    digest = desk.store.head.hash
    return f"{short_code(digest)}-{digest[4:6].hex().upper()}"


@needs(Permission.ISSUE_PAPERS)
def signed_paper(desk: Desk, block_id: UUID, kind: PaperKind) -> SignedDocument:
    """The signed paper of a kind for a block; one entered in error when there is no other.

    Raises NotFound when there is none.
    """
    with desk.store.look() as look:
        found = [paper for paper in papers.of_block(look, block_id) if paper.kind is kind]
        known = (*papers.standing(look, found), *found)
    if not known:
        raise NotFound("paper")
    return known[0]


def standing_of_block(look: Look, block_id: UUID, kind: PaperKind) -> tuple[SignedDocument, ...]:
    """The signed papers of a kind for a block that were not entered in error, newest first."""
    return papers.standing(look, [p for p in papers.of_block(look, block_id) if p.kind is kind])


def cosigned_by(look: Look, block_id: UUID) -> UUID | None:
    """The attending who co-signed the note of a block."""
    notes = standing_of_block(look, block_id, PaperKind.PROCEDURE_NOTE)
    given = notes[0].cosigning if notes and notes[0].final else None
    return given.attending_id if given else None


@needs(Permission.ISSUE_PAPERS)
def reprint(desk: Desk, document_id: UUID) -> bytes:
    """The frozen bytes of a signed paper, the same each time; that they were taken out is audited."""
    with desk.store.look() as look:
        paper = papers.get(look, document_id)
    desk.note("paper opened", paper.patient_id, {"paper": paper.number})
    return paper.pdf


@needs(Permission.ISSUE_PAPERS)
def note_printed(desk: Desk, paper: SignedDocument, how: str, despite: str = "") -> None:
    """Record that a signed paper was printed or saved, and how (`printed`, `saved as a file`).

    `despite` is why, when it rests on something entered in error.
    """
    why = {"despite_an_error": despite} if despite else {}
    desk.note(f"paper {how}", paper.patient_id, {"paper": paper.number, **why})
