"""What happens to the further people of the sample clinic: they come, are blocked, signed for and planned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.asked_before import Arranged
from mbb_desktop.clinical.block import (
    Block,
    Consent,
    ConsentKind,
    DrugUse,
    Fluoroscopy,
    Guidance,
    KermaUnit,
)
from mbb_desktop.clinical.charting import (
    AsListed,
    Author,
    accept_all,
    with_agent,
    with_fluoroscopy,
    with_levels,
    with_needle_out,
    with_time_out_afterwards,
)
from mbb_desktop.clinical.complication import Complication, ComplicationKind
from mbb_desktop.clinical.cosignature import Supervised
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.levels import Levels
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind, Patient
from mbb_desktop.clinical.response import BEFORE
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.workflow import sample_crowd
from mbb_desktop.workflow.ahead import blank, save_asked
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.follow_up import response_of, save_scores
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.issue_response import sign_response
from mbb_desktop.workflow.keep_clinic import save_correspondent
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.knowledge import presets
from mbb_desktop.workflow.record_block import begin, plan_block, save_draft, start_block
from mbb_desktop.workflow.sample_crowd import LOTS, PASTS, PLANS, Past, Planned
from mbb_desktop.workflow.sample_facts import (
    IN_CLINIC,
    Act,
    Cast,
    circumstances,
    due_of,
    levels_of,
    region_said,
    with_scores,
)
from mbb_desktop.workflow.sample_people import PIN, Person

_OPENS = timedelta(hours=8)
_BOOKED_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who acts, and what the further people have so far: the newest block and its note by family name."""

    cast: Cast
    learner: User
    learners_key: SigningKey
    keeper: User
    directory: dict[CorrespondentKind, Correspondent] = field(default_factory=dict)
    patients: dict[str, Patient] = field(default_factory=dict)
    courses: dict[str, Course] = field(default_factory=dict)
    blocks: dict[str, Block] = field(default_factory=dict)
    notes: dict[str, SignedDocument] = field(default_factory=dict)

    def physician(self, at: datetime) -> Desk:
        return self.cast.desk(self.cast.physician, min(at, self.cast.now))

    def nurse(self, at: datetime) -> Desk:
        return self.cast.desk(self.cast.nurse, min(at, self.cast.now))

    def learning(self, at: datetime) -> Desk:
        return replace(self.cast.desk(self.learner, min(at, self.cast.now)), signing_key=self.learners_key)

    def morning(self, days_ago: int) -> datetime:
        """When the clinic opens on a day."""
        return self.cast.day(days_ago) + _OPENS


def days(crowd: Crowd) -> Iterator[Act]:
    """They come to the clinic, have their blocks, and get their places on the next days."""
    yield Act(sample_crowd.OPEN_FOR - 1, partial(_write_to, crowd))
    for person in sample_crowd.PEOPLE:
        yield Act(sample_crowd.admitted(person.family), partial(_admit, crowd, person))
    for past in PASTS:
        yield Act(past.days_ago, partial(_treat, crowd, past))
    for plan in PLANS:
        yield Act(_BOOKED_BEFORE, partial(_book, crowd, plan))


def _write_to(crowd: Crowd) -> None:
    desk = crowd.physician(crowd.morning(sample_crowd.OPEN_FOR - 1))
    for entry in sample_crowd.directory(desk.now):
        crowd.directory[entry.kind] = save_correspondent(desk, entry)


def _admit(crowd: Crowd, person: Person) -> None:
    desk = crowd.physician(crowd.morning(sample_crowd.admitted(person.family)))
    payer = crowd.directory[CorrespondentKind.PAYER]
    referrer = crowd.directory[CorrespondentKind.REFERRER]
    record = sample_crowd.patient(person, payer.id, referrer.id, desk.now)
    known = crowd.patients[person.family] = save_patient(desk, record, although_known=True)
    crowd.courses[person.family] = save_course(desk, sample_crowd.course(person, known.id, desk.now))


# A block from its first needle to its papers


def _treat(crowd: Crowd, past: Past) -> None:
    at = crowd.morning(past.days_ago) + timedelta(minutes=12 * (PASTS.index(past) % 12))
    desk = crowd.learning(at) if past.learner else crowd.physician(at)
    block = start_block(desk, crowd.courses[past.family])
    block = crowd.blocks[past.family] = _documented(crowd, replace(desk, now=at + _LASTS), past, block)
    if past.scores is not None:
        _ask(crowd, past, block, (BEFORE, *IN_CLINIC), at + timedelta(minutes=55))
    if past.signed:
        signing = replace(desk, now=at + timedelta(minutes=60))
        supervised = Supervised(crowd.cast.physician.id) if past.learner else None
        crowd.notes[past.family] = sign_note(signing, block, PIN, supervised=supervised)
    if past.scores is not None:
        _ask(crowd, past, block, past.scores.keys() - {BEFORE, *IN_CLINIC}, at + timedelta(hours=26))
    if past.conclusion is not None:
        reader = crowd.physician(at + timedelta(hours=27))
        concluded = replace(response_of(reader, block), conclusion=past.conclusion)
        sign_response(reader, concluded, PIN)


_LASTS, _NEEDLE = timedelta(minutes=20), timedelta(minutes=5)


def _documented(crowd: Crowd, desk: Desk, past: Past, block: Block) -> Block:
    """The whole record in one go, as a physician documents without a screen in the room."""
    author = Author(desk.user.id, desk.user.called, desk.now)
    levels = levels_of(past.levels, crowd.courses[past.family].region)
    preset = presets()[region_said(levels)]
    charted = with_agent(with_levels(block, levels, past.levels, preset, author), past.agent, author)
    charted = _with_lot(charted, past)
    began = desk.now - _LASTS + _NEEDLE
    charted = with_time_out_afterwards(charted, crowd.cast.nurse.signs_as, began, author)
    charted = with_needle_out(replace(charted, needle_in=began), began + timedelta(minutes=7), author)
    if past.family == "Motif":
        charted = replace(charted, no_contrast=True, no_contrast_reason="hives after iohexol")
    charted = accept_all(charted, AsListed(preset, author))
    charted = with_fluoroscopy(charted, _fluoroscopy(charted, past, levels), author)
    charted = circumstances(charted, author)
    return save_draft(desk, block, _stopped(charted) if past.family == "Prologue" else charted)


def _fluoroscopy(block: Block, past: Past, levels: Levels) -> Fluoroscopy:
    return replace(
        block.fluoroscopy,
        guidance=Guidance.FLUOROSCOPY,
        seconds=14 * len(levels.targets) + PASTS.index(past) % 9,
        air_kerma=Decimal(len(levels.targets) * 2) + Decimal("0.4"),
        air_kerma_unit=KermaUnit.MGY,
        views="AP, oblique and lateral",
    )


def _with_lot(block: Block, past: Past) -> Block:
    """A lot has one expiry; one vial had expired when it was used, and one date was mistyped by a year."""
    today = block.performed_on + timedelta(days=past.days_ago)
    last = today + timedelta(days=LOTS[past.lot] + (365 if past.family == "Idyll" else 0))
    drugs = tuple(
        replace(drug, lot=past.lot, expires_on=last) if drug.use is DrugUse.TARGET else drug
        for drug in block.drugs
    )
    return replace(block, drugs=drugs)


def _stopped(block: Block) -> Block:
    """The patient felt faint after the first needle: the others stayed out."""
    first, *others = block.targets
    left_out = (replace(target, not_injected=True, volume=None) for target in others)
    faint = Complication(
        ComplicationKind.VASOVAGAL, "pale, pulse 44", block.needle_out, "laid flat, legs up", "well"
    )
    return replace(
        block,
        targets=(first, *left_out),
        stopped_because="vasovagal reaction after the first needle",
        counts_as_session=True,
        no_complication=False,
        complications=(faint,),
        tolerated="stopped",
    )


def _ask(crowd: Crowd, past: Past, block: Block, slots: Iterable[int], at: datetime) -> None:
    """Keep the answers of one talk."""
    desk = crowd.nurse(at)
    author, scores = Author(desk.user.id, desk.user.called, desk.now), past.scores or {}
    response = scored = response_of(desk, block)
    for slot in due_of(scores, slots, block, desk.now):
        scored = with_scores(scored, block, slot, scores[slot], author)
    if scored != response:
        save_scores(desk, response, scored)


# The next days


def _book(crowd: Crowd, plan: Planned) -> None:
    desk = crowd.nurse(crowd.morning(_BOOKED_BEFORE) + timedelta(hours=8))
    course = crowd.courses[plan.family]
    at = crowd.morning(-plan.in_days) + timedelta(minutes=20 * PLANS.index(plan))
    joints = levels_of(plan.levels, course.region).joints
    block = crowd.blocks[plan.family] = plan_block(desk, course, joints, at, room="Room 2")
    if plan.ready:
        _prepare(desk, block)
    elif plan.in_days == 0:
        _begin(crowd, plan, block)


def _prepare(desk: Desk, block: Block) -> None:
    """Everything that is asked before a block has its answer."""
    consent = Consent(ConsentKind.WRITTEN, desk.now.date())
    save_draft(desk, block, replace(block, consent=consent))
    asked = replace(blank(block), pain_back=True, pain_now=Decimal(7), driver=Arranged.ARRANGED)
    save_asked(desk, asked)


def _begin(crowd: Crowd, plan: Planned, block: Block) -> None:
    """A draft of today: levels are typed, and nothing else is said yet."""
    desk = crowd.physician(crowd.morning(0) + timedelta(hours=2))
    begun = begin(desk, block)
    author = Author(desk.user.id, desk.user.called, desk.now)
    levels = levels_of(plan.levels, crowd.courses[plan.family].region)
    preset = presets()[region_said(levels)]
    save_draft(desk, begun, with_levels(begun, levels, plan.levels, preset, author))
