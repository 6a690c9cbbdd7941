"""An invented clinic to try the program with: made through the same actions that people use."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from uuid import UUID

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.block import (
    Block,
    Guidance,
    KermaUnit,
    Moment,
    PatientAnswer,
    TimeOut,
    WhereTimeOut,
)
from mbb_desktop.clinical.charting import (
    AsListed,
    Author,
    accept_all,
    with_agent,
    with_fluoroscopy,
    with_levels,
)
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.levels import Levels
from mbb_desktop.clinical.people import AllergyState, Anticoagulant, AnticoagulantPlan, Patient
from mbb_desktop.clinical.preset import AgentOffered
from mbb_desktop.clinical.response import BEFORE, Conclusion, Response, Series
from mbb_desktop.clinical.scoring import with_stated_relief
from mbb_desktop.clinical.time_out import said
from mbb_desktop.storage import accounts
from mbb_desktop.storage.keys import STANDARD, Cost
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.vault import create_vault
from mbb_desktop.workflow import sample_crowd, sample_desk_work, sample_people
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
from mbb_desktop.workflow.sample_facts import (
    BUPIVACAINE,
    FIRST,
    IN_CLINIC,
    LIDOCAINE,
    MISSING,
    NEGATIVE,
    ONE_SIDE,
    SECOND,
    Act,
    Cast,
    Scores,
    circumstances,
    due_of,
    levels_of,
    region_said,
    with_scores,
)
from mbb_desktop.workflow.sample_people import PASSPHRASE, PEOPLE, PIN, Person

Told = Callable[[int, int], None]
"""Is called with how many acts of how many are done."""

_PIN_COST = Cost(1024, 1, 1)
"""This PIN stands on the unlock screen: nothing is gained by making it dear to guess."""


def _tell_nobody(_done: int, _of: int) -> None:
    pass


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


STORIES: tuple[Story, ...] = (
    Story("Marsh", "Eleanor", 28, "45 51 b", LIDOCAINE, FIRST, 90, True, Conclusion.POSITIVE),
    Story("Marsh", "Eleanor", 1, "45 51 b", BUPIVACAINE, SECOND, 95, True, Conclusion.POSITIVE),
    Story("Marsh", "Elena", 0, "c23 c34 l"),
    Story("Brandt", "Holger", 21, "34 45 b", LIDOCAINE, FIRST, 85, True, Conclusion.POSITIVE),
    Story("Oyelaran", "Funmi", 16, "c45 c56 r", LIDOCAINE, ONE_SIDE, 80, True, Conclusion.POSITIVE),
    Story("Lindqvist", "Per", 9, "51 l", BUPIVACAINE, NEGATIVE, 20, True, Conclusion.NEGATIVE),
    Story("Torres", "Camila", 0, "t78 t89 r", BUPIVACAINE),
    Story("Haddad", "Samir", 0, "45 51 b"),
    Story("Nakagawa", "Yuki", 0, "34 45 r"),
    Story("Whelan", "Aoife", 30, "45 51 b", LIDOCAINE, MISSING, None, True),
    Story("Nowak", "Ewa", 2, "45 51 l", BUPIVACAINE, ONE_SIDE, 85, True),
    Story("Schulz", "Petra", 1, "c56 c67 b", LIDOCAINE, MISSING, None, True),
    Story("Kowalski", "Jan", 3, "51 r", LIDOCAINE, None, None, True),
)


def make_sample_clinic(  # noqa: PLR0913  which people, and who is told
    folder: Path,
    now: datetime,
    *,
    cost: Cost = STANDARD,
    stories: Sequence[Story] = STORIES,
    everybody: bool = False,
    told: Told = _tell_nobody,
) -> None:
    """Make the sample vault in an empty folder; its passphrase and PIN are on its unlock screen.

    With the told `stories` alone it is made quickly; `everybody` adds the rest of the sixty people, with
    every state that the program knows. `told` hears how many acts of how many are done.
    """
    physician, *others = sample_people.staff(now)
    since = now - timedelta(days=sample_crowd.OPEN_FOR if everybody else 60)
    vault = create_vault(
        folder,
        physician,
        PASSPHRASE,
        new_recovery_code(),
        at=since,
        cost=cost,
        clinic=sample_people.clinic(now),
    )
    try:
        store, people = vault.store, [vault.user]
        for user in (*others, *(sample_crowd.staff(now) if everybody else ())):
            people.append(accounts.add_person(store, user, PASSPHRASE, by=vault.user, at=since, cost=cost))
        for user in people:
            accounts.set_pin(store, user, PIN, at=since, cost=_PIN_COST)
        cast = Cast(store, people[0], people[1], vault.signing_key, now)
        acts = [*_Stories(cast, stories).acts()] if stories else []
        if everybody:
            acts += sample_desk_work.acts(cast, *people[-2:])
        _play(acts, told)
    finally:
        vault.close()


def _play(acts: list[Act], told: Told) -> None:
    """One after the other, as the days passed."""
    for done, act in enumerate(sorted(acts, key=lambda act: -act.days_ago)):
        told(done, len(acts))
        act.do()


@dataclass(frozen=True, slots=True)
class _Stories:
    """The told stories."""

    cast: Cast
    stories: Sequence[Story]
    courses: dict[tuple[str, str], Course] = field(default_factory=dict)

    def acts(self) -> Iterator[Act]:
        yield Act(59, self._admit_all)
        for story in self.stories:
            yield Act(story.days_ago, partial(self._tell, story))

    def _admit_all(self) -> None:
        start = self.desk(self.cast.physician, self.cast.now - timedelta(days=59))
        payer, _provider, referrer = (
            save_correspondent(start, e) for e in sample_people.directory(self.cast.now)
        )
        for person in PEOPLE:
            self.courses[person.family, person.given] = self._admit(start, person, payer.id, referrer.id)

    def desk(self, user: User, at: datetime) -> Desk:
        return self.cast.desk(user, at)

    def _admit(self, desk: Desk, person: Person, payer_id: UUID, referrer_id: UUID) -> Course:
        record: Patient = sample_people.patient(person, payer_id, referrer_id, desk.now)
        known = save_patient(desk, record, although_known=True)
        return save_course(desk, sample_people.course(person, known.id, self.cast.now))

    def _tell(self, story: Story) -> None:
        course = self.courses[story.family, story.given]
        minutes = 8 * 60 + 20 * (STORIES.index(story) + 1)
        at = self.cast.day(story.days_ago) + timedelta(minutes=minutes)
        levels = levels_of(story.levels, course.region)
        block = plan_block(
            self.desk(self.cast.nurse, at - timedelta(days=3)), course, levels.joints, at, room="Room 2"
        )
        if story.agent is None:
            return
        if at + timedelta(minutes=50 if story.sign_note else 20) > self.cast.now:
            return  # it is early in the day: still planned
        block = self._perform(block, story, levels, at)
        if story.sign_note:
            sign_note(self.desk(self.cast.physician, at + timedelta(minutes=30)), block, PIN)
        if story.scores:
            self._score(block, story)

    def _perform(self, block: Block, story: Story, levels: Levels, at: datetime) -> Block:
        block = begin(self.desk(self.cast.physician, at), block)
        block = stamp(self.desk(self.cast.nurse, at), block, Moment.IN_ROOM)
        self._score_at(block, story, (BEFORE,), at + timedelta(minutes=5))
        self._ask(block.patient_id, at + timedelta(minutes=6))
        block = complete_time_out(
            self.desk(self.cast.nurse, at + timedelta(minutes=8)), block, self._answers(levels, at)
        )
        block = stamp(self.desk(self.cast.nurse, at + timedelta(minutes=9)), block, Moment.NEEDLE_IN)
        desk = self.desk(self.cast.physician, at + timedelta(minutes=14))
        author = Author(self.cast.physician.id, self.cast.physician.called, desk.now)
        region = region_said(levels)
        preset = presets()[region]
        charted = with_agent(with_levels(block, levels, story.levels, preset, author), _agent(story), author)
        if not story.sign_note:
            return save_draft(desk, block, charted)
        block = save_draft(desk, block, charted)
        block = stamp(self.desk(self.cast.nurse, at + timedelta(minutes=15)), block, Moment.NEEDLE_OUT)
        desk = self.desk(self.cast.physician, at + timedelta(minutes=16))
        author = Author(self.cast.physician.id, self.cast.physician.called, desk.now)
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
        block = save_draft(desk, block, circumstances(charted, author))
        return stamp(self.desk(self.cast.nurse, at + timedelta(minutes=20)), block, Moment.LEFT_ROOM)

    def _ask(self, patient_id: UUID, at: datetime) -> None:
        """What nobody has asked before is asked at the time-out."""
        desk = self.desk(self.cast.nurse, at)
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
            present=(self.cast.physician.signs_as, self.cast.nurse.signs_as, "T. Lindgren, RT(R)"),
        )

    def _score(self, block: Block, story: Story) -> None:
        assert block.needle_out is not None
        assert story.scores is not None
        for slot in IN_CLINIC:
            self._score_at(block, story, (slot,), block.needle_out + timedelta(minutes=slot))
        desk = self.desk(self.cast.nurse, min(self.cast.now, block.needle_out + timedelta(hours=25)))
        response = self._score_at(block, story, set(story.scores) - {BEFORE, *IN_CLINIC}, desk.now)
        author, scored = Author(self.cast.nurse.id, self.cast.nurse.called, desk.now), response
        if story.stated is not None:
            scored = with_stated_relief(scored, Series.OVERALL, Decimal(story.stated), author)
            scored = replace(
                scored, no_other_medicine=True, movements_regained=("bending backward", "turning")
            )
        response = save_scores(desk, response, scored)
        if story.conclusion is not None:
            concluded = replace(response, conclusion=story.conclusion)
            sign_response(self.desk(self.cast.physician, desk.now), concluded, PIN)

    def _score_at(self, block: Block, story: Story, slots: Iterable[int], at: datetime) -> Response:
        """Those of the story's scores that are asked at one time."""
        desk = self.desk(self.cast.nurse, min(self.cast.now, at))
        response = scored = response_of(desk, block)
        author = Author(self.cast.nurse.id, self.cast.nurse.called, desk.now)
        for slot in due_of(story.scores or {}, slots, block, desk.now):
            scored = with_scores(scored, block, slot, (story.scores or {})[slot], author)
        return response if scored == response else save_scores(desk, response, scored)


def _agent(story: Story) -> AgentOffered:
    assert story.agent is not None
    return story.agent
