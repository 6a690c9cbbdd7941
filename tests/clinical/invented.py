"""Invented blocks, responses and courses for the tests; nobody in them exists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Region, Side, targets_of
from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    Drug,
    DrugUse,
    Epinephrine,
    Purpose,
    SedationLevel,
    Target,
)
from mbb_desktop.clinical.block_criteria import ReliefEachTime
from mbb_desktop.clinical.course import CareKind, CareOutcome, ConservativeCare, Course
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.drugs import Formulary, read_formulary
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.clinical.response import BEFORE, SLOTS, Reading, Response, Series, StatedRelief

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FORMULARY: Formulary = read_formulary(RESOURCES / "clinical" / "anesthetics.toml")
AGENTS = FORMULARY.agents
EIGHTY = Threshold(Decimal(80))
TWICE = ReliefEachTime(2, Decimal(80))
FIFTY = Threshold(Decimal(50))

PATIENT = Patient(
    UUID(int=1), "EXAMPLE", "Invented", date(1961, 3, 14), (Identifier(IdentifierKind.MRN, "1"),)
)
COURSE = Course(
    UUID(int=2),
    PATIENT.id,
    Region.LUMBAR,
    date(2026, 9, 1),
    axial=True,
    usual_score=Decimal(7),
    limits="cannot stand longer than 10 minutes",
    began_on=date(2026, 2, 16),
    conservative_care=(
        ConservativeCare(CareKind.PHYSICAL_THERAPY, started=date(2026, 4, 6), outcome=CareOutcome.NO_RELIEF),
    ),
    radiculopathy=False,
    claudication=False,
    other_cause=False,
)
DAY = date(2026, 11, 3)
RIGHT = (JointSide("L4-5", Side.RIGHT), JointSide("L5-S1", Side.RIGHT))
LEFT = (JointSide("L4-5", Side.LEFT), JointSide("L5-S1", Side.LEFT))
BOTH = (*LEFT, *RIGHT)
LIDOCAINE = Drug(DrugUse.TARGET, "lidocaine", Decimal(20), epinephrine=Epinephrine.NONE)
BUPIVACAINE = Drug(DrugUse.TARGET, "bupivacaine", Decimal(5), epinephrine=Epinephrine.NONE)


def needle_out(day: date) -> datetime:
    return datetime.combine(day, time(10, 30, tzinfo=UTC))


def a_block(
    joints: Iterable[JointSide] = RIGHT,
    drugs: Sequence[Drug] = (LIDOCAINE,),
    *,
    on: date = DAY,
    volume: str = "0.5",
    number: int = 1,
) -> Block:
    """A signed diagnostic block without steroid or sedation."""
    named = tuple(joints)
    return Block(
        UUID(int=100 + number),
        PATIENT.id,
        COURSE.id,
        on,
        BlockState.SIGNED,
        Purpose.DIAGNOSTIC,
        region=Region.LUMBAR,
        joints=named,
        targets=tuple(Target(t.nerve, t.side, volume=Decimal(volume)) for t in targets_of(named)),
        drugs=tuple(drugs),
        no_steroid=True,
        sedation=SedationLevel.NONE,
        needle_out=needle_out(on),
    )


def scores(words: str) -> dict[int, Decimal | None]:
    """Scores by slot: the words stand for 15 and 30 min, 1 to 8 h, 12 and 24 h; - is asked and not known."""
    by_slot = zip(SLOTS, words.split(), strict=False)
    return {slot: None if score == "-" else Decimal(score) for slot, score in by_slot}


def readings(
    day: date, series: Series, before: str | None, after: Mapping[int, Decimal | None]
) -> tuple[Reading, ...]:
    start = needle_out(day)
    first = Reading(series, BEFORE, start, None if before is None else Decimal(before))
    later = [Reading(series, slot, start + timedelta(minutes=slot), score) for slot, score in after.items()]
    return (first, *later)


def a_response(
    before: str | None,
    words: str,
    *,
    on: date = DAY,
    stated: str | None = None,
    series: Series = Series.OVERALL,
) -> Response:
    """A signed response of one series."""
    start = needle_out(on)
    said = () if stated is None else (StatedRelief(series, Decimal(stated), start + timedelta(days=1)),)
    return Response(
        UUID(int=200),
        PATIENT.id,
        UUID(int=101),
        "NRS 0 to 10",
        readings(on, series, before, scores(words)),
        said,
        no_other_medicine=True,
        signed_at=start + timedelta(days=1),
    )


def with_score(response: Response, slot: int, score: str, on: date = DAY) -> Response:
    """The response with one more overall score."""
    at = needle_out(on) + timedelta(minutes=slot)
    return replace(response, readings=(*response.readings, Reading(Series.OVERALL, slot, at, Decimal(score))))


def with_series(response: Response, series: Series, before: str, words: str, on: date = DAY) -> Response:
    """The response with a further series."""
    return replace(response, readings=(*response.readings, *readings(on, series, before, scores(words))))


def a_case(*blocks: tuple[Block, Response | None], today: date = date(2026, 12, 1)) -> Case:
    return Case(PATIENT, COURSE, blocks, today, AGENTS)


LASTING_2_H = "1 1 1 1 5 7 8 8 8 8 8 8"
LASTING_6_H = "1 1 1 1 1 1 1 1 4 5 7 7"
NO_RELIEF = "8 8 8 8 8 8 8 8 8 8 8 8"
NO_SCORES = "- - - - - - - - - - - -"


def two_blocks(days: int = 20) -> tuple[tuple[Block, Response], tuple[Block, Response]]:
    """Lidocaine 8 to 1 for 2 h, then bupivacaine 7 to 1 for 6 h, right L4-5 and L5-S1."""
    later = DAY + timedelta(days=days)
    first = a_block(drugs=(LIDOCAINE,)), a_response("8", LASTING_2_H, stated="90")
    second = (
        a_block(drugs=(BUPIVACAINE,), on=later, number=2),
        a_response("7", LASTING_6_H, on=later, stated="85"),
    )
    return first, second


def done(
    number: int,
    words: str,
    *,
    before: str | None = "8",
    drug: Drug = LIDOCAINE,
    joints: tuple[JointSide, ...] = RIGHT,
) -> tuple[Block, Response]:
    """Block `number` of a course, 20 days after the one before."""
    on = DAY + timedelta(days=20 * (number - 1))
    return a_block(joints, (drug,), on=on, number=number), a_response(before, words, on=on)
