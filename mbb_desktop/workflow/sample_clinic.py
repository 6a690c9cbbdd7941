"""An invented clinic to try the program with: made through the same actions that people use."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import (
    Block,
    Discharge,
    Guidance,
    Item,
    KermaUnit,
    Moment,
    PatientAnswer,
    TimeOut,
    Vitals,
    VitalsWhen,
    WhereTimeOut,
)
from mbb_desktop.clinical.charting import (
    AsListed,
    Author,
    accept_all,
    entered,
    region_of,
    with_agent,
    with_fluoroscopy,
    with_levels,
)
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.other_causes import OtherCauses
from mbb_desktop.clinical.people import AllergyState, Anticoagulant, AnticoagulantPlan, Patient
from mbb_desktop.clinical.preset import AgentOffered
from mbb_desktop.clinical.response import BEFORE, Channel, Conclusion, Mode, Response, Series
from mbb_desktop.clinical.scoring import Scored, with_score, with_stated_relief
from mbb_desktop.clinical.time_out import said
from mbb_desktop.storage import accounts
from mbb_desktop.storage.keys import STANDARD, Cost, SigningKey
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.store import Store
from mbb_desktop.storage.vault import create_vault
from mbb_desktop.workflow import sample_people
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.follow_up import response_of, save_scores
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.issue_response import sign_response
from mbb_desktop.workflow.keep_clinic import save_correspondent
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import refresh_chart, save_patient
from mbb_desktop.workflow.knowledge import presets
from mbb_desktop.workflow.record_block import begin, plan_block, save_draft
from mbb_desktop.workflow.room import complete_time_out, stamp
from mbb_desktop.workflow.sample_people import PASSPHRASE, PEOPLE, PIN, Person

LIDOCAINE = AgentOffered("lidocaine", Decimal(20))
BUPIVACAINE = AgentOffered("bupivacaine", Decimal(5))

Scores = Mapping[int, tuple[int, ...]]
"""Slot -> one score (overall), or left, right and overall."""


@dataclass(frozen=True, slots=True)
class Story:
    """One block of one invented person: how long ago, where, with what, and what came of it."""

    family: str
    given: str
    days_ago: int
    levels: str
    agent: AgentOffered | None = None
    scores: Scores | None = None
    stated: int | None = None
    sign_note: bool = False
    conclusion: Conclusion | None = None


_FIRST: Scores = {
    BEFORE: (8, 7, 8),
    15: (3, 3, 3),
    30: (1, 1, 1),
    60: (1, 1, 1),
    120: (1, 1, 1),
    180: (4, 4, 4),
    240: (6, 5, 6),
    300: (7, 6, 7),
    360: (8, 7, 8),
    420: (8, 7, 8),
    480: (8, 7, 8),
}
_SECOND: Scores = {
    BEFORE: (7, 6, 7),
    15: (1, 1, 1),
    30: (1, 0, 1),
    60: (0, 0, 0),
    120: (0, 0, 0),
    180: (1, 0, 1),
    240: (1, 0, 1),
    300: (1, 1, 1),
    360: (1, 1, 1),
    420: (3, 2, 3),
    480: (5, 4, 5),
    1440: (6, 5, 6),
}
_NEGATIVE: Scores = {BEFORE: (7,), 15: (6,), 30: (5,), 60: (5,), 120: (6,), 180: (7,), 240: (7,), 480: (7,)}
_ONE_SIDE: Scores = {BEFORE: (6,), 15: (2,), 30: (1,), 60: (1,), 120: (1,), 180: (3,), 240: (5,), 480: (6,)}
_MISSING: Scores = {BEFORE: (6,), 15: (2,), 30: (1,)}

STORIES: tuple[Story, ...] = (
    Story("Marsh", "Eleanor", 28, "45 51 b", LIDOCAINE, _FIRST, 90, True, Conclusion.POSITIVE),
    Story("Marsh", "Eleanor", 1, "45 51 b", BUPIVACAINE, _SECOND, 95, True, Conclusion.POSITIVE),
    Story("Marsh", "Elena", 0, "c23 c34 l"),
    Story("Brandt", "Holger", 21, "34 45 b", LIDOCAINE, _FIRST, 85, True, Conclusion.POSITIVE),
    Story("Oyelaran", "Funmi", 16, "c45 c56 r", LIDOCAINE, _ONE_SIDE, 80, True, Conclusion.POSITIVE),
    Story("Lindqvist", "Per", 9, "51 l", BUPIVACAINE, _NEGATIVE, 20, True, Conclusion.NEGATIVE),
    Story("Torres", "Camila", 0, "t78 t89 r", BUPIVACAINE),
    Story("Haddad", "Samir", 0, "45 51 b"),
    Story("Nakagawa", "Yuki", 0, "34 45 r"),
    Story("Whelan", "Aoife", 30, "45 51 b", LIDOCAINE, _MISSING, None, True),
    Story("Nowak", "Ewa", 2, "45 51 l", BUPIVACAINE, _ONE_SIDE, 85, True),
    Story("Schulz", "Petra", 1, "c56 c67 b", LIDOCAINE, _MISSING, None, True),
    Story("Kowalski", "Jan", 3, "51 r", LIDOCAINE, None, None, True),
)


def make_sample_clinic(folder: Path, now: datetime, *, cost: Cost = STANDARD) -> None:
    """Make the sample vault in an empty folder; its passphrase and PIN are on its unlock screen."""
    physician, *others = sample_people.staff(now)
    vault = create_vault(
        folder,
        physician,
        PASSPHRASE,
        new_recovery_code(),
        at=now - timedelta(days=60),
        cost=cost,
        clinic=sample_people.clinic(now),
    )
    try:
        people = [vault.user]
        for user in others:
            people.append(
                accounts.add_person(
                    vault.store, user, PASSPHRASE, by=vault.user, at=now - timedelta(days=60), cost=cost
                )
            )
        for user in people:
            accounts.set_pin(vault.store, user, PIN, at=now - timedelta(days=60), cost=cost)
        _Cast(vault.store, people[0], people[1], vault.signing_key, now).play()
    finally:
        vault.close()


@dataclass(frozen=True, slots=True)
class _Cast:
    """The people who act, and the store they act on."""

    store: Store
    physician: User
    nurse: User
    key: SigningKey
    now: datetime

    def play(self) -> None:
        start = self.desk(self.physician, self.now - timedelta(days=59))
        payer, _provider, referrer = (save_correspondent(start, e) for e in sample_people.directory(self.now))
        courses: dict[tuple[str, str], Course] = {}
        for person in PEOPLE:
            courses[person.family, person.given] = self._admit(start, person, payer.id, referrer.id)
        for story in sorted(STORIES, key=lambda story: -story.days_ago):
            self._tell(story, courses[story.family, story.given])

    def desk(self, user: User, at: datetime) -> Desk:
        key = self.key if user.id == self.physician.id else None
        return Desk(self.store, user, at, "Sample workstation", key)

    def _admit(self, desk: Desk, person: Person, payer_id: UUID, referrer_id: UUID) -> Course:
        record: Patient = sample_people.patient(person, payer_id, referrer_id, desk.now)
        known = save_patient(desk, record, although_known=True)
        return save_course(desk, sample_people.course(person, known.id, self.now))

    def _tell(self, story: Story, course: Course) -> None:
        minutes = 8 * 60 + 20 * (STORIES.index(story) + 1)
        day = (self.now - timedelta(days=story.days_ago)).replace(hour=0, minute=0, second=0, microsecond=0)
        at = day + timedelta(minutes=minutes)
        levels = _read(story.levels, course.region)
        block = plan_block(
            self.desk(self.nurse, at - timedelta(days=3)), course, levels.joints, at, room="Room 2"
        )
        if story.agent is None:
            return
        if at + timedelta(minutes=50) > self.now and story.sign_note:
            return
        block = self._perform(block, story, levels, at)
        if story.sign_note:
            sign_note(self.desk(self.physician, at + timedelta(minutes=30)), block, PIN)
        if story.scores:
            self._score(block, story)

    def _perform(self, block: Block, story: Story, levels: Levels, at: datetime) -> Block:
        block = begin(self.desk(self.physician, at), block)
        block = stamp(self.desk(self.nurse, at), block, Moment.IN_ROOM)
        self._score_at(block, story, (BEFORE,), at + timedelta(minutes=5))
        self._ask(block.patient_id, at + timedelta(minutes=6))
        block = complete_time_out(
            self.desk(self.nurse, at + timedelta(minutes=8)), block, self._answers(levels, at)
        )
        block = stamp(self.desk(self.nurse, at + timedelta(minutes=9)), block, Moment.NEEDLE_IN)
        desk = self.desk(self.physician, at + timedelta(minutes=14))
        author = Author(self.physician.id, self.physician.called, desk.now)
        region = _region(levels)
        preset = presets()[region]
        charted = with_agent(with_levels(block, levels, story.levels, preset, author), _agent(story), author)
        if not story.sign_note:
            return save_draft(desk, block, charted)
        block = save_draft(desk, block, charted)
        block = stamp(self.desk(self.nurse, at + timedelta(minutes=15)), block, Moment.NEEDLE_OUT)
        desk = self.desk(self.physician, at + timedelta(minutes=16))
        author = Author(self.physician.id, self.physician.called, desk.now)
        charted = accept_all(block, AsListed(preset, author))
        charted = with_fluoroscopy(
            charted,
            replace(
                charted.fluoroscopy,
                guidance=Guidance.FLUOROSCOPY,
                seconds=42,
                air_kerma=Decimal("8.1"),
                air_kerma_unit=KermaUnit.MGY,
                views="AP, oblique and lateral",
            ),
            author,
        )
        block = save_draft(desk, block, _circumstances(charted, author))
        return stamp(self.desk(self.nurse, at + timedelta(minutes=20)), block, Moment.LEFT_ROOM)

    def _ask(self, patient_id: UUID, at: datetime) -> None:
        """What nobody has asked before is asked at the time-out."""
        desk = self.desk(self.nurse, at)
        patient = refresh_chart(desk, patient_id).patient
        taken = patient.anticoagulant
        if taken.plan is None:
            taken = Anticoagulant(AnticoagulantPlan.NOT_TAKEN)
        known = patient.allergy_state or AllergyState.NONE_KNOWN
        asked = replace(patient, allergy_state=known, anticoagulant=taken)
        if asked != patient:
            save_patient(desk, asked)

    def _answers(self, levels: Levels, at: datetime) -> TimeOut:
        sides = {each.side for each in levels.joints}
        answer = PatientAnswer.BOTH if len(sides) > 1 else PatientAnswer(next(iter(sides)).value)
        return TimeOut(
            at,
            "",
            WhereTimeOut.ROOM_SCREEN,
            levels_text=levels.spelling,
            joints=said(levels.joints),
            patient_answer=answer,
            name_said=True,
            born_said=True,
            procedure_said=True,
            consent=True,
            site_mark=True,
            allergy=True,
            anticoagulant=True,
            images_up=True,
            drug_labelled=True,
            present=(self.physician.signs_as, self.nurse.signs_as, "T. Lindgren, RT(R)"),
        )

    def _score(self, block: Block, story: Story) -> None:
        assert block.needle_out is not None
        assert story.scores is not None
        for slot in _IN_CLINIC:
            self._score_at(block, story, (slot,), block.needle_out + timedelta(minutes=slot))
        desk = self.desk(self.nurse, min(self.now, block.needle_out + timedelta(hours=25)))
        response = self._score_at(block, story, set(story.scores) - {BEFORE, *_IN_CLINIC}, desk.now)
        author, scored = Author(self.nurse.id, self.nurse.called, desk.now), response
        if story.stated is not None:
            scored = with_stated_relief(scored, Series.OVERALL, Decimal(story.stated), author)
            scored = replace(
                scored, no_other_medicine=True, movements_regained=("bending backward", "turning")
            )
        response = save_scores(desk, response, scored)
        if story.conclusion is not None:
            concluded = replace(response, conclusion=story.conclusion)
            sign_response(self.desk(self.physician, desk.now), concluded, PIN)

    def _score_at(self, block: Block, story: Story, slots: Iterable[int], at: datetime) -> Response:
        """Those of the story's scores that are asked at one time."""
        desk = self.desk(self.nurse, min(self.now, at))
        response = scored = response_of(desk, block)
        author = Author(self.nurse.id, self.nurse.called, desk.now)
        for slot in sorted(set(slots) & (story.scores or {}).keys()):
            scored = _with_scores(scored, block, slot, (story.scores or {})[slot], author)
        return response if scored == response else save_scores(desk, response, scored)


_IN_CLINIC = (15, 30)


def _agent(story: Story) -> AgentOffered:
    assert story.agent is not None
    return story.agent


def _read(text: str, region: Region) -> Levels:
    levels = read_levels(text, region=region)
    assert isinstance(levels, Levels), text
    return levels


def _region(levels: Levels) -> Region:
    region = region_of(levels.joints, levels.targets)
    assert region is not None
    return region


def _circumstances(block: Block, author: Author) -> Block:
    """What else a complete record holds: diagnosis after, findings, vital signs, plan."""
    before = Vitals(block.in_room or author.at, VitalsWhen.BEFORE, 132, 78, 74, 98, Decimal("36.6"))
    filled = replace(
        block,
        radiographer="T. Lindgren, RT(R)",
        monitoring="NIBP, SpO2",
        level_count="Counted upward from the sacrum in AP, checked against the last rib",
        vitals=(before,),
        same_diagnosis_after=True,
        tolerated="well",
        findings="Needle position confirmed in AP and lateral views at all targets",
        blood_loss="none",
        specimens="none",
        other_injection=False,
        other_causes=OtherCauses(
            steroid_since=False, epidural_since=False, trauma_since=False, surgery_since=False
        ),
        plan="Pain diary given. Telephone call tomorrow.",
        discharge=Discharge(),
    )
    for item in (Item.TEAM, Item.VITALS, Item.LEVEL_COUNT, Item.DIAGNOSIS, Item.FINDINGS, Item.PLAN):
        filled = entered(filled, item, author)
    return filled


def _with_scores(
    response: Response, block: Block, slot: int, scores: tuple[int, ...], author: Author
) -> Response:
    rows = tuple(Series) if len(scores) > 1 else (Series.OVERALL,)
    by_phone = slot not in (BEFORE, *_IN_CLINIC)
    for series, score in zip(rows, scores, strict=True):
        scored = Scored(
            series,
            slot,
            Decimal(score),
            Mode.PAPER_DIARY if by_phone else Mode.IN_CLINIC,
            Channel.TELEPHONE if by_phone else Channel.IN_PERSON,
        )
        response = with_score(response, block, scored, author)
    return response
