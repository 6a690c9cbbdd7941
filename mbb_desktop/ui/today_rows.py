"""What a row of today's list says: time, levels, what to mind, how far it is, and what can be done."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.ahead import LEAST_PAIN, pain_too_low
from mbb_desktop.clinical.anatomy import JointSide, Side, in_order, say_joints
from mbb_desktop.clinical.asked_before import AskedBefore
from mbb_desktop.clinical.authorized import NONE_KNOWN, Covered
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.checks import Problem, blocking, called, problems
from mbb_desktop.clinical.drugs import Formulary
from mbb_desktop.clinical.people import AllergyState, AnticoagulantPlan, Patient, Sex
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.response import BEFORE, Response
from mbb_desktop.ui.authorization_words import ICON, cover_mark, cover_tone, cover_words
from mbb_desktop.ui.chips import Chip, Mark, Piece, SideChip
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.person_words import allergy_chip, anticoagulant_words
from mbb_desktop.ui.state_chips import state_chip
from mbb_desktop.workflow.day_list import DayList
from mbb_desktop.workflow.today import BoardRow

translate = QCoreApplication.translate

_MOST_JOINTS = 3


@dataclass(frozen=True, slots=True)
class DayRow:
    """One block of the list with its number and what is missing to sign it."""

    of: BoardRow
    number: int
    missing: tuple[Problem, ...]
    covered: Covered = NONE_KNOWN
    asked: AskedBefore | None = None

    @property
    def block(self) -> Block:
        return self.of.block

    @property
    def patient(self) -> Patient:
        return self.of.patient


def day_rows(
    rows: Iterable[BoardRow], day: DayList, now: datetime, formulary: Formulary
) -> tuple[DayRow, ...]:
    """The rows with their numbers and, for drafts, what keeps them from being signed."""
    of: dict[UUID, list[Block]] = {}
    for row in (*day.board.blocks, *day.board.older_drafts):
        of.setdefault(row.patient.id, []).append(row.block)
    return tuple(
        DayRow(
            row,
            day.numbers.get(row.block.id, 1),
            _missing(row, of.get(row.patient.id, ()), now, formulary),
            day.authorized.get(row.block.id, NONE_KNOWN),
            day.asked.get(row.block.id),
        )
        for row in rows
    )


def _missing(row: BoardRow, own: Sequence[Block], now: datetime, formulary: Formulary) -> tuple[Problem, ...]:
    if row.block.state is not BlockState.DRAFT:
        return ()
    return blocking(problems(row.block, row.patient, now, formulary, row.course, own))


def missing_words(row: DayRow) -> str:
    """`Needle-out time, complications`."""
    items = list(dict.fromkeys(called(problem) for problem in row.missing))
    said = ", ".join(items)
    return said[:1].upper() + said[1:]


def time_words(block: Block) -> str:
    """When it is planned, or when it began."""
    at = block.scheduled_at or block.in_room or block.started_at
    return f"{at:%H:%M}" if at else ""


def number_words(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in (11, 12, 13) else 0, "th")
    return localized(f"{number}{ending}")


def level_words(joints: tuple[JointSide, ...]) -> str:
    """`L4-5, L5-S1` where every joint has the same sides; else a count, and the joints below it."""
    if not joints:
        return translate("today", "Not planned")
    names = list(dict.fromkeys(each.joint for each in in_order(joints)))
    if not _same_sides(joints):
        return translate("today", "Sides differ")
    return (
        ", ".join(names)
        if len(names) <= _MOST_JOINTS
        else translate("today", "{0} joints").format(len(names))
    )


def levels_of(block: Block, joints: tuple[JointSide, ...]) -> str:
    """`L4-5`; without a complete joint the nerves where something went in: `stopped: L3 MB right`."""
    if joints or not block.targets:
        return level_words(joints)
    nerves = [f"{t.nerve} {localized(t.side.value)}" for t in block.targets if not t.not_injected]
    said = ", ".join(nerves) or translate("today", "nothing injected")
    return translate("today", "stopped: {0}").format(said) if block.stopped_because.strip() else said


def more_level_words(joints: tuple[JointSide, ...]) -> str:
    """The joints with their sides where they do not fit on one line beside the side marks."""
    short = len({each.joint for each in joints}) <= _MOST_JOINTS
    return "" if not joints or (short and _same_sides(joints)) else say_joints(joints)


def side_chips(joints: tuple[JointSide, ...], recorded: bool) -> tuple[SideChip, ...]:
    """L and R, filled when recorded, hollow while planned."""
    sides = {each.side for each in joints}
    return tuple(SideChip("L" if side is Side.LEFT else "R", recorded) for side in Side if side in sides)


def _same_sides(joints: tuple[JointSide, ...]) -> bool:
    sides: dict[str, set[Side]] = {}
    for each in joints:
        sides.setdefault(each.joint, set()).add(each.side)
    return len({frozenset(found) for found in sides.values()}) == 1


def day_joints(block: Block) -> tuple[JointSide, ...]:
    """On the day's list the plan stands until other levels are signed: a typing error is no plan."""
    return block.planned_joints if _differs_from_plan(block) else shown_joints(block)


def day_second(block: Block) -> str:
    """What the draft has instead of the plan, else the joints that found no room."""
    if _differs_from_plan(block):
        return translate("today", "Draft: {0}").format(say_joints(block.joints))
    return more_level_words(shown_joints(block))


def _differs_from_plan(block: Block) -> bool:
    draft = block.state is BlockState.DRAFT and bool(block.joints)
    return draft and bool(block.planned_joints) and set(block.joints) != set(block.planned_joints)


def shown_joints(block: Block) -> tuple[JointSide, ...]:
    """What was recorded, else what is planned."""
    return block.joints or block.planned_joints


def status_chip(block: Block) -> Chip:
    """How far a block is, as icon and word."""
    open_ = block.state in (BlockState.PLANNED, BlockState.DRAFT)
    if open_ and block.in_room is not None and block.needle_out is None:
        return Chip(translate("today", "In room"), "info", "circle-half")
    return state_chip(block.state)


def safety_marks(row: DayRow) -> tuple[Piece, ...]:
    """Allergy, anticoagulant, pain today, consent, authorization; dashed while nobody has asked."""
    return (*_marks(row.patient, row.block, row.of.response), *payer_marks(row))


def payer_marks(row: DayRow) -> tuple[Piece, ...]:
    """Whether the payer covers the plan; nothing about a block that is signed."""
    return () if row.block.state is BlockState.SIGNED else (cover_mark(row.covered),)


def not_covered(row: DayRow) -> bool:
    """Whether somebody entered something that does not let a block go on."""
    open_ = row.block.state in (BlockState.PLANNED, BlockState.DRAFT)
    return open_ and not row.covered.settled and row.covered.by is not None


def _marks(patient: Patient, block: Block, response: Response | None) -> Iterator[Mark]:
    listed = patient.allergy_state is AllergyState.LISTED
    asked = patient.allergy_state is not None
    yield Mark("triangle-alert", "danger" if listed else "neutral", allergy_chip(patient).text, asked)
    yield _anticoagulant_mark(patient)
    yield _pain_mark(response)
    yield _consent_mark(block)


def _anticoagulant_mark(patient: Patient) -> Mark:
    plan = patient.anticoagulant.plan
    if plan is None:
        return Mark("droplet", "neutral", translate("today", "Anticoagulant not asked"), asked=False)
    if plan is AnticoagulantPlan.NOT_TAKEN:
        return Mark("droplet", "neutral", translate("today", "No anticoagulant"))
    return Mark("droplet", "warn", anticoagulant_words(patient.anticoagulant))


def _pain_mark(response: Response | None) -> Mark:
    before = [r.score for r in response.readings if r.slot == BEFORE] if response else []
    known = [score for score in before if score is not None]
    if not known:
        return Mark("zap", "neutral", translate("today", "Pain today not asked"), asked=False)
    said = translate("today", "Pain {0} today").format(plain(max(known)))
    if pain_too_low(known):
        return Mark("zap", "danger", translate("today", "{0}, less than {1}").format(said, LEAST_PAIN))
    return Mark("zap", "neutral", said)


def _consent_mark(block: Block) -> Mark:
    kind = block.consent.kind
    if kind is None:
        return Mark("file-text", "neutral", translate("today", "Consent not recorded"), asked=False)
    return Mark("file-text", "neutral", translate("today", "Consent {0}").format(localized(kind.value)))


def safety_words(row: DayRow) -> tuple[tuple[str, str, str], ...]:
    """Icon, colour and words of everything to mind about one row."""
    colors = {"danger": "danger", "warn": "warn"}
    marks = _marks(row.patient, row.block, row.of.response)
    said = ((mark.icon, colors.get(mark.tone, "text2"), mark.tip) for mark in marks)
    return (*said, *_payer(row), *_pregnancy(row), *_asked(row))


def _asked(row: DayRow) -> Iterator[tuple[str, str, str]]:
    """What was asked by telephone in the days before, while the block is still planned."""
    if row.block.state is not BlockState.PLANNED:
        return
    if row.number > 1:
        back = row.asked.pain_back if row.asked else None
        known = {True: translate("today", "Pain back"), False: translate("today", "Pain not back")}
        said = known[back] if back is not None else translate("today", "Pain back not asked")
        yield "undo-2", "danger" if back is False else "text2", said
    if row.asked and row.asked.driver:
        yield "users", "text2", translate("today", "Way home {0}").format(localized(row.asked.driver.value))
    if row.asked and row.asked.interpreter:
        said = translate("today", "Interpreter {0}")
        yield "user", "text2", said.format(localized(row.asked.interpreter.value))


def _payer(row: DayRow) -> Iterator[tuple[str, str, str]]:
    if row.block.state is not BlockState.SIGNED:
        color = {"danger": "danger", "warn": "warn"}.get(cover_tone(row.covered), "text2")
        yield ICON, color if row.covered.by else "text2", cover_words(row.covered)


def _pregnancy(row: DayRow) -> Iterator[tuple[str, str, str]]:
    said = row.patient.pregnancy
    if said:
        yield "info", "text2", translate("today", "Pregnancy: {0}").format(said)
    elif row.patient.sex is not Sex.MALE:
        yield "info", "text2", translate("today", "Pregnancy not asked")
