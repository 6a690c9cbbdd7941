"""The planned blocks of the next days, what each still needs, and the answers given before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.ahead import OF_THE_DESK, Ahead, Check, Ready, checks, worst_of
from mbb_desktop.clinical.asked_before import AskedBefore
from mbb_desktop.clinical.authorized import Covered
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.installed import BrokenRules, Installed
from mbb_desktop.clinical.people import Clinic, Correspondent, Patient
from mbb_desktop.clinical.response import BEFORE, Response
from mbb_desktop.clinical.rules import RuleSet
from mbb_desktop.documents.ahead_facts import AheadFacts, AheadLine
from mbb_desktop.storage import asked_before, blocks, clinic_settings, courses, responses
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.authorizations import read_covered
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.installed_rules import installed
from mbb_desktop.workflow.knowledge import formulary
from mbb_desktop.workflow.record_block import Overtaken
from mbb_desktop.workflow.review_course import rule_set_of
from mbb_desktop.workflow.today import BoardRow, read_rows

MOST_DAYS = 14

_PAIN = ("pain_back", "pain_now")


class BadDays(ValueError):
    """The days ahead are not between 1 and 14."""

    def __init__(self) -> None:
        super().__init__(f"Choose 1 to {MOST_DAYS} days.")


@dataclass(frozen=True, slots=True)
class AheadRow:
    """A planned block with its checks. `asked` are the answers so far, empty ones when nobody asked.

    `whole`: whether these are all checks; people who do not read charts see a part.
    """

    of: BoardRow
    checks: tuple[Check, ...]
    asked: AskedBefore
    whole: bool = True

    @property
    def block(self) -> Block:
        return self.of.block

    @property
    def patient(self) -> Patient:
        return self.of.patient

    @property
    def ready(self) -> Ready:
        """The worst of the checks."""
        return worst_of(self.checks)


@dataclass(frozen=True, slots=True)
class AheadList:
    """The planned blocks from `first` to `last`, both included, in the order of their times."""

    clinic: Clinic
    first: date
    last: date
    rows: tuple[AheadRow, ...]


@needs(Permission.FIND_PEOPLE)
def ahead_list(desk: Desk, days: int) -> AheadList:
    """The planned blocks of today and the next `days`. Raises BadDays.

    People who do not read charts see what they can arrange, and nothing of pain and drugs.
    """
    if not 1 <= days <= MOST_DAYS:
        raise BadDays
    with desk.store.look() as look:
        return _read(desk, look, days)


def _read(desk: Desk, look: Look, days: int) -> AheadList:
    """The list inside an open transaction; a long one takes no more statements than a short one."""
    first, clinic = desk.now.date(), look.all(Clinic)[0]
    last = first + timedelta(days=days)
    planned = [b for b in blocks.between(look, first, last) if b.state is BlockState.PLANNED]
    rows = read_rows(desk, look, sorted(planned, key=_when))
    known = _Known.of(desk, look, rows, clinic)
    return AheadList(clinic, first, last, tuple(known.row(row) for row in rows))


def _when(block: Block) -> tuple[date, str, bytes]:
    at = block.scheduled_at
    return block.performed_on, at.strftime("%H:%M") if at else "24:00", block.id.bytes


@dataclass(frozen=True, slots=True)
class _Known:
    """What is read once for all rows of the list."""

    clinic: Clinic
    today: date
    rules: Installed
    payers: Mapping[UUID, Correspondent]
    blocks: Mapping[UUID, tuple[Block, ...]]
    courses: Mapping[UUID, tuple[Course, ...]]
    asked: Mapping[UUID, AskedBefore]
    scores: Mapping[UUID, Response]
    covered: Mapping[UUID, Covered]
    full: bool

    @classmethod
    def of(cls, desk: Desk, look: Look, rows: Iterable[BoardRow], clinic: Clinic) -> "_Known":
        rows = tuple(rows)
        people = {row.block.patient_id: row.patient for row in rows}
        ids, own = [*{p.id for p in people.values()}], [row.block.id for row in rows]
        payers = look.many(Correspondent, [*{p.payer_id for p in people.values() if p.payer_id}])
        return cls(
            clinic,
            desk.now.date(),
            installed(look),
            {payer.id: payer for payer in payers},
            blocks.of_people(look, ids),
            courses.of_people(look, ids),
            asked_before.of_blocks(look, own),
            responses.of_blocks(look, own),
            read_covered(look, [row.block for row in rows], people),
            desk.may(Permission.OPEN_CHART),
        )

    def row(self, of: BoardRow) -> AheadRow:
        found = checks(self._ahead(of))
        shown = found if self.full else tuple(each for each in found if each.what in OF_THE_DESK)
        asked = self.asked.get(of.block.id) or blank(of.block)
        told = asked if self.full else replace(asked, pain_back=None, pain_now=None)
        return AheadRow(of, shown, told, self.full)

    def _ahead(self, of: BoardRow) -> Ahead:
        block, patient = of.block, of.patient
        response = self.scores.get(block.id)
        before = [r.score for r in response.readings if r.slot == BEFORE] if response else []
        return Ahead(
            block,
            self._case(block, patient),
            self.covered[block.id],
            self._rule_set(block, patient),
            self.asked.get(block.id),
            tuple(score for score in before if score is not None),
            (self.clinic.language,),
        )

    def _case(self, block: Block, patient: Patient) -> Case:
        """Every block and complaint of the person, whichever record they stand in."""
        every = self.courses[patient.id]
        own = next(course for course in every if course.id == block.course_id)
        beside = tuple(course for course in every if course.id != own.id)
        agents = formulary().agents
        return Case(
            patient, own, (), self.today, agents, others=self.blocks[patient.id], other_courses=beside
        )

    def _rule_set(self, block: Block, patient: Patient) -> RuleSet | None:
        payer = self.payers.get(patient.payer_id) if patient.payer_id else None
        course = next(each for each in self.courses[patient.id] if each.id == block.course_id)
        try:
            return rule_set_of(self.rules, course, payer, self.clinic, block.performed_on)
        except BrokenRules:
            return None


def blank(block: Block) -> AskedBefore:
    """Nothing asked yet about a block; kept under the block's own key, so that there is one."""
    return AskedBefore(block.id, block.patient_id, block.id)


@needs(Permission.PLAN_BLOCK)
def save_asked(desk: Desk, said: AskedBefore) -> AskedBefore:
    """Keep what the patient answered, with who asked and when. Raises NotAllowed, Overtaken or Conflict.

    What the pain is like is asked by people who enter scores; others leave it as it is.
    """
    with desk.change("asked before a block", said.patient_id) as change:
        stored = change.find(AskedBefore, said.id) or blank(change.get(Block, said.block_id))
        if not desk.may(Permission.RECORD_SCORES):
            said = replace(said, **{name: getattr(stored, name) for name in _PAIN})
        if change.get(Block, said.block_id).state is not BlockState.PLANNED:
            raise Overtaken("This block is no longer planned. Look at the list again.")
        return change.save(
            replace(said, asked_at=desk.now, asked_by_id=desk.user.id, asked_by=desk.user.called)
        )


@needs(Permission.OPEN_CHART)
def nurse_list(desk: Desk, days: int) -> bytes:
    """The list as PDF to work through; audited for every patient on it. Raises BadDays."""
    from mbb_desktop.documents.ahead_list import ahead_list_pdf

    if not 1 <= days <= MOST_DAYS:
        raise BadDays
    with desk.store.look() as look:
        found, logo = _read(desk, look, days), clinic_settings.logo(look)
    people = list(dict.fromkeys(row.patient.id for row in found.rows))
    about = {"reason": "nurse list", "patients": people, **desk.why()}
    desk.store.note(desk.user, "nurse list made", at=desk.now, workstation=desk.workstation, about=about)
    return ahead_list_pdf(_facts(found, desk, logo))


def _facts(found: AheadList, desk: Desk, logo: bytes) -> AheadFacts:
    rows = tuple(AheadLine(row.block, row.patient, row.checks, row.asked) for row in found.rows)
    return AheadFacts(found.clinic, found.first, found.last, rows, desk.user.signs_as, desk.now, logo)
