"""What the invented stories share: who acts, pain curves, and what a complete record holds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block, Discharge, Item, Vitals, VitalsWhen
from mbb_desktop.clinical.charting import Author, entered, region_of
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.other_causes import OtherCauses
from mbb_desktop.clinical.preset import AgentOffered
from mbb_desktop.clinical.response import BEFORE, Channel, Mode, Response, Series
from mbb_desktop.clinical.scoring import Scored, is_due, with_score
from mbb_desktop.storage.keys import SigningKey
from mbb_desktop.storage.store import Store
from mbb_desktop.workflow.desk import Desk

LIDOCAINE = AgentOffered("lidocaine", Decimal(20))
BUPIVACAINE = AgentOffered("bupivacaine", Decimal(5))

Scores = Mapping[int, tuple[int, ...]]
"""Slot -> one score (overall), or left, right and overall."""

FIRST: Scores = {
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
SECOND: Scores = {
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
NEGATIVE: Scores = {BEFORE: (7,), 15: (6,), 30: (5,), 60: (5,), 120: (6,), 180: (7,), 240: (7,), 480: (7,)}
ONE_SIDE: Scores = {BEFORE: (6,), 15: (2,), 30: (1,), 60: (1,), 120: (1,), 180: (3,), 240: (5,), 480: (6,)}
MISSING: Scores = {BEFORE: (6,), 15: (2,), 30: (1,)}

IN_CLINIC = (15, 30)


@dataclass(frozen=True, slots=True)
class Cast:
    """The people who act, and the store they act on."""

    store: Store
    physician: User
    nurse: User
    key: SigningKey
    now: datetime

    def desk(self, user: User, at: datetime) -> Desk:
        """Where somebody acts at a moment; only the physician has a signing key there."""
        key = self.key if user.id == self.physician.id else None
        return Desk(self.store, user, at, "Sample workstation", key)

    def day(self, days_ago: int) -> datetime:
        """The midnight with which a day began."""
        return (self.now - timedelta(days=days_ago)).replace(hour=0, minute=0, second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is done in the sample clinic, so many days ago."""

    days_ago: int
    do: Callable[[], object]


def levels_of(text: str, region: Region) -> Levels:
    levels = read_levels(text, region=region)
    assert isinstance(levels, Levels), text
    return levels


def region_said(levels: Levels) -> Region:
    region = region_of(levels.joints, levels.targets)
    assert region is not None
    return region


def circumstances(block: Block, author: Author) -> Block:
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


def due_of(scores: Scores, slots: Iterable[int], block: Block, now: datetime) -> list[int]:
    """Those of some slots that have a score and whose time has come: the clinic is made at any hour."""
    return [slot for slot in sorted(scores.keys() & {*slots}) if is_due(block, slot, now)]


def with_scores(
    response: Response, block: Block, slot: int, scores: tuple[int, ...], author: Author
) -> Response:
    rows = tuple(Series) if len(scores) > 1 else (Series.OVERALL,)
    by_phone = slot not in (BEFORE, *IN_CLINIC)
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
