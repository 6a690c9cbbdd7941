"""Invented patients, courses, blocks and responses: the same for the same seed. None of them exists."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from itertools import accumulate
from uuid import UUID

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.anatomy import Region, Side
from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    Guidance,
    Item,
    KermaUnit,
    Purpose,
    Vitals,
    VitalsWhen,
)
from mbb_desktop.clinical.charting import (
    AsListed,
    Author,
    accept_all,
    entered,
    with_agent,
    with_fluoroscopy,
    with_levels,
    with_needle_out,
)
from mbb_desktop.clinical.course import CareKind, CareOutcome, ConservativeCare, Course, Diagnosis
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.people import (
    Allergy,
    AllergyKind,
    AllergyState,
    Clinic,
    Correspondent,
    CorrespondentKind,
    Identifier,
    IdentifierKind,
    Patient,
    Sex,
)
from mbb_desktop.clinical.preset import AgentOffered
from mbb_desktop.clinical.response import BEFORE, SLOTS, Conclusion, Response, Series
from mbb_desktop.clinical.scoring import Scored, with_score
from mbb_desktop.workflow.knowledge import presets

SEED = 20261122
NOW = datetime(2026, 11, 24, 9, 5, tzinfo=timezone(timedelta(hours=-8)))
PASSPHRASE = "four quiet herons wade at dusk"

_FAMILY_STARTS = "Mar Bran Lind Nak Tor Whe Kow Schu Oye Had Nov Fer Gar Pet Ric Sal Hol Ber And Cor Wil Tan"
_FAMILY_ENDS = "sh dt qvist gawa res lan ski lz laran dad ak nandez cia ers ter vador m ger erson tez son"
_GIVEN = (
    "Eleanor Elena Holger Funmi Per Camila Samir Yuki Aoife Ewa Petra Jan Maria Jose Anna Ian Ruth Omar "
    "Leila Hugo Nina Pavel Rosa Tomas Ines Karl Wei Lin Asha Ravi Dora Emil Greta Ivan Juno Kofi Lars Mona "
    "Nuno Olga Paul Quinn Rita Sven Tara Uma Vera Walt Xenia Yara Zoe"
)
_SCORES = (8, 3, 1, 1, 1, 4, 6, 7, 8, 8, 8, 8, 8)
_LEVELS = (("45 51 b", Region.LUMBAR), ("34 45 r", Region.LUMBAR), ("c45 c56 l", Region.CERVICAL))
_TIMES = ("scheduled_at", "started_at", "in_room", "needle_in", "needle_out", "left_room")
_LIDOCAINE, _BUPIVACAINE = AgentOffered("lidocaine", Decimal(20)), AgentOffered("bupivacaine", Decimal(5))
_DIAGNOSIS = Diagnosis("Spondylosis without myelopathy or radiculopathy, lumbar region", "M47.816")


def invented_id(chance: random.Random, at: datetime) -> UUID:
    """A UUID of version 7 whose random part comes from the seed."""
    high = (int(at.timestamp() * 1000) << 16) | 0x7000 | chance.getrandbits(12)
    return UUID(int=(high << 64) | (0b10 << 62) | chance.getrandbits(62))


def physician(chance: random.Random) -> User:
    roles = (Role.PHYSICIAN, Role.ADMINISTRATOR)
    return User(
        invented_id(chance, NOW), "A. Okafor", "MD", roles, specialty="pain medicine", npi="1234567893"
    )


def clinic(chance: random.Random) -> Clinic:
    return Clinic(
        invented_id(chance, NOW), "Riverside Pain Clinic", address="120 River Street", phone="(555) 010-0100"
    )


def directory(chance: random.Random) -> tuple[Correspondent, Correspondent]:
    """A payer and a referrer."""
    return (
        Correspondent(
            invented_id(chance, NOW), CorrespondentKind.PAYER, "Medicare", rule_set="US-MEDICARE-FACET"
        ),
        Correspondent(invented_id(chance, NOW), CorrespondentKind.REFERRER, "K. Sato", credentials="MD"),
    )


def patients(chance: random.Random, count: int, payer: UUID, referrer: UUID) -> Iterator[Patient]:
    """People whose family names are as unevenly spread as real ones; record numbers are unique."""
    families = _families(chance)
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(families))))
    given = _GIVEN.split()
    for number in range(count):
        yield Patient(
            invented_id(chance, NOW - timedelta(days=chance.randrange(1, 2000))),
            chance.choices(families, cum_weights=weights)[0],
            chance.choice(given) + (f" {chance.choice(given)}" if chance.random() < 0.2 else ""),
            date(1935, 1, 1) + timedelta(days=chance.randrange(25_000)),
            _identifiers(number),
            sex=chance.choice((Sex.FEMALE, Sex.MALE)),
            phone=f"(555) 01{number % 10}-{number % 10_000:04}",
            language="en",
            allergy_state=AllergyState.LISTED if number % 5 == 0 else AllergyState.NONE_KNOWN,
            allergies=(Allergy(AllergyKind.LATEX, "latex", "hives"),) if number % 5 == 0 else (),
            payer_id=payer,
            referrer_id=referrer,
        )


def _families(chance: random.Random) -> list[str]:
    names = [start + end for start in _FAMILY_STARTS.split() for end in _FAMILY_ENDS.split()]
    names += [f"{one}-{other}" for one, other in zip(names[::3], names[1::3], strict=False)]
    chance.shuffle(names)
    return names


def _identifiers(number: int) -> tuple[Identifier, ...]:
    text = f"{1_000_000 + number:07}"
    own = Identifier(IdentifierKind.MRN, f"{text[:3]} {text[3:]}")
    return (own, Identifier(IdentifierKind.MEMBER, f"1EG4-{number:06}")) if number % 2 else (own,)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A course with one complete, signed block and its response; every other block is a copy of one."""

    course: Course
    block: Block
    response: Response


def patterns(chance: random.Random, of: UUID, by: User) -> tuple[Pattern, ...]:
    """A few courses of one patient, charted as the program charts them."""
    return tuple(
        _pattern(chance, _course(chance, of, region), by, levels, agent)
        for levels, region in _LEVELS
        for agent in (_LIDOCAINE, _BUPIVACAINE)
    )


def _pattern(chance: random.Random, course: Course, by: User, levels: str, agent: AgentOffered) -> Pattern:
    block = replace(
        _charted(_empty_block(chance, course, by), by, levels, course.region, agent), state=BlockState.SIGNED
    )
    empty = Response(invented_id(chance, NOW), course.patient_id, block.id)
    return Pattern(course, block, _scored(empty, block, by))


def _course(chance: random.Random, patient_id: UUID, region: Region) -> Course:
    therapy = ConservativeCare(
        CareKind.PHYSICAL_THERAPY,
        started=NOW.date() - timedelta(days=400),
        ended=NOW.date() - timedelta(days=340),
        visits=14,
        outcome=CareOutcome.NO_RELIEF,
    )
    return Course(
        invented_id(chance, NOW),
        patient_id,
        region,
        opened_on=NOW.date() - timedelta(days=300),
        pain_area="axial low back, belt line to upper buttock",
        pain_sides=(Side.LEFT, Side.RIGHT),
        provoked_by="bending backward and turning",
        axial=True,
        usual_score=Decimal(7),
        diagnoses=(_DIAGNOSIS,),
        conservative_care=(therapy,),
    )


def _empty_block(chance: random.Random, course: Course, by: User) -> Block:
    start = NOW - timedelta(days=30)
    return Block(
        invented_id(chance, NOW),
        course.patient_id,
        course.id,
        performed_on=start.date(),
        purpose=Purpose.DIAGNOSTIC,
        physician_id=by.id,
        nurse="M. Diaz, RN",
        room="Room 2",
        started_at=start,
        scheduled_at=start,
        in_room=start,
        needle_in=start + timedelta(minutes=9),
        left_room=start + timedelta(minutes=20),
        diagnoses=(_DIAGNOSIS,),
    )


def _charted(block: Block, by: User, text: str, region: Region, agent: AgentOffered) -> Block:
    at = (block.started_at or NOW) + timedelta(minutes=15)
    author = Author(by.id, by.called, at)
    levels = read_levels(text, region=region)
    assert isinstance(levels, Levels)
    preset = presets()[region]
    block = with_agent(with_levels(block, levels, text, preset, author), agent, author)
    block = accept_all(block, AsListed(preset, author))
    block = with_needle_out(block, at, author)
    fluoroscopy = replace(
        block.fluoroscopy,
        guidance=Guidance.FLUOROSCOPY,
        seconds=42,
        air_kerma=Decimal("8.1"),
        air_kerma_unit=KermaUnit.MGY,
        views="AP, oblique and lateral",
    )
    return _circumstances(
        replace(with_fluoroscopy(block, fluoroscopy, author), planned_joints=levels.joints), author
    )


def _circumstances(block: Block, author: Author) -> Block:
    filled = replace(
        block,
        vitals=(Vitals(author.at, VitalsWhen.BEFORE, 132, 78, 74, 98, Decimal("36.6")),),
        level_count="Counted upward from the sacrum in AP, checked against the last rib",
        same_diagnosis_after=True,
        tolerated="well",
        findings="Needle position confirmed in AP and lateral views at all targets",
        blood_loss="none",
        specimens="none",
        plan="Pain diary given. Telephone call tomorrow.",
    )
    for item in (Item.TEAM, Item.VITALS, Item.LEVEL_COUNT, Item.DIAGNOSIS, Item.FINDINGS, Item.PLAN):
        filled = entered(filled, item, author)
    return filled


def _scored(response: Response, block: Block, by: User) -> Response:
    author = Author(by.id, by.called, NOW)
    for slot, score in zip((BEFORE, *SLOTS), _SCORES, strict=True):
        response = with_score(response, block, Scored(Series.OVERALL, slot, Decimal(score)), author)
    return replace(response, no_other_medicine=True, conclusion=Conclusion.POSITIVE, signed_at=NOW)


def day_of(
    chance: random.Random, pattern: Pattern, cases: Sequence[tuple[UUID, UUID]]
) -> list[Block | Response]:
    """What waits on this day, for patients with their courses: plans, drafts, responses to sign."""
    today, made = NOW.date(), _Made(chance, pattern)
    waiting = [made.block(case, today - timedelta(days=2), BlockState.SIGNED) for case in cases[16:21]]
    return [
        *(made.plan(case, place) for place, case in enumerate(cases[:10])),
        *(made.block(case, today, BlockState.DRAFT) for case in cases[10:13]),
        *(made.block(case, today - timedelta(days=3), BlockState.DRAFT) for case in cases[13:16]),
        *waiting,
        *(made.unsigned_response(block) for block in waiting),
    ]


@dataclass(frozen=True, slots=True)
class _Made:
    """Makes records after a pattern."""

    chance: random.Random
    pattern: Pattern

    def block(self, case: tuple[UUID, UUID], day: date, state: BlockState) -> Block:
        patient_id, course_id = case
        later = day - self.pattern.block.performed_on
        times = {name: getattr(self.pattern.block, name) + later for name in _TIMES}
        return replace(
            self.pattern.block,
            id=invented_id(self.chance, NOW),
            patient_id=patient_id,
            course_id=course_id,
            performed_on=day,
            state=state,
            **times,
        )

    def plan(self, case: tuple[UUID, UUID], place: int) -> Block:
        patient_id, course_id = case
        at = NOW.replace(hour=9, minute=30) + timedelta(minutes=20 * place)
        return Block(
            invented_id(self.chance, NOW),
            patient_id,
            course_id,
            performed_on=NOW.date(),
            state=BlockState.PLANNED,
            planned_joints=self.pattern.block.joints,
            scheduled_at=at,
            room="Room 2",
            diagnoses=(_DIAGNOSIS,),
        )

    def unsigned_response(self, block: Block) -> Response:
        return replace(
            self.pattern.response,
            id=invented_id(self.chance, NOW),
            patient_id=block.patient_id,
            block_id=block.id,
            conclusion=None,
            signed_at=None,
        )
