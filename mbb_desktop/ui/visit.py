"""What surrounds the block being edited and is only read: the person, the course, what the practice uses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block, DrugUse, Purpose
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.drugs import Agent, Formulary, show_percent_strength
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.people import Clinic, Patient
from mbb_desktop.clinical.preset import Preset
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.rules import RuleSet
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.clinical.verdict import assess
from mbb_desktop.workflow.keep_patients import Chart


@dataclass(frozen=True, slots=True)
class Visit:
    """The chart as it was when the editor opened, and the practice's data.

    `earlier` are the blocks of the course, oldest first; `others` all other records of the person.
    """

    patient: Patient
    course: Course
    clinic: Clinic
    rule_set: RuleSet | None
    presets: Mapping[Region, Preset]
    formulary: Formulary
    earlier: tuple[Block, ...] = ()
    responses: Mapping[UUID, Response] = field(default_factory=dict)
    users: Mapping[UUID, User] = field(default_factory=dict)
    similar: tuple[Patient, ...] = ()
    others: tuple[Block, ...] = ()

    @property
    def threshold(self) -> Threshold | None:
        return self.rule_set.threshold if self.rule_set else None

    def preset_for(self, block: Block) -> Preset:
        """What the practice proposes in the region of the levels, or of the course while there are none."""
        return self.presets[block.region or self.course.region]

    @property
    def agents(self) -> Mapping[str, Agent]:
        """The anesthetics with the windows that the rule set of this visit judges by."""
        known = self.formulary.agents
        return self.rule_set.agents(known) if self.rule_set else known

    def physician_of(self, block: Block) -> User | None:
        return self.users.get(block.physician_id) if block.physician_id else None

    def physicians(self) -> tuple[User, ...]:
        """Who may have performed a block, by name."""
        found = [u for u in self.users.values() if Role.PHYSICIAN in u.roles and u.active]
        return tuple(sorted(found, key=lambda user: user.name))

    def blinded(self, user: User) -> bool:
        """Whether scores are collected without seeing threshold, verdict or earlier scores."""
        return self.clinic.blind_scoring and Role.PHYSICIAN not in user.roles

    def told(self, block: Block) -> str:
        """An earlier block in a line: `27-Oct-2026, lidocaine 2 %, positive`."""
        result = self.result_of(block)
        return ", ".join(filter(None, [show_date(block.performed_on), drug_words(block), result.lower()]))

    def result_of(self, block: Block) -> str:
        """The verdict on an earlier block, or empty while there is none."""
        if self.threshold is None:
            return ""
        assessed = assess(block, self.responses.get(block.id), self.threshold, self.agents)
        results = [assessed.overall] if assessed.overall else [*assessed.series]
        return ", ".join(dict.fromkeys(result.title for result in results))

    def tall_name(self, agent: str) -> str:
        """`BUPivacaine` for bupivacaine; an agent that is not in the list as it was written."""
        return tall_name(self.formulary, agent)


def tall_name(known: Formulary, agent: str) -> str:
    """`BUPivacaine` for bupivacaine; an agent that is not in the list as it was written."""
    found = known.agents.get(agent)
    name = found.tall_name if found else agent
    return name[:1].upper() + name[1:]


@dataclass(frozen=True, slots=True)
class Practice:
    """What the clinic works with; no rule set while the one that should judge cannot be read."""

    clinic: Clinic
    presets: Mapping[Region, Preset]
    formulary: Formulary
    rule_set: RuleSet | None


def visit_of(chart: Chart, block: Block, practice: Practice) -> Visit:
    """The surroundings of a block of this chart."""
    course = chart.course(block.course_id)
    return Visit(
        chart.patient,
        course,
        practice.clinic,
        practice.rule_set,
        practice.presets,
        practice.formulary,
        earlier=_earlier(chart.blocks_of(course.id), block),
        responses=chart.responses,
        users=chart.users,
        similar=chart.similar,
        others=tuple(other for other in chart.blocks if other.id != block.id),
    )


def _earlier(of_course: tuple[Block, ...], block: Block) -> tuple[Block, ...]:
    done = (b for b in of_course if b.state in DONE and b.targets)
    return tuple(b for b in done if (b.performed_on, b.id) < (block.performed_on, block.id))


def number_of(block: Block, earlier: tuple[Block, ...]) -> int | None:
    """1 for the first diagnostic block at these joints and sides, 2 for the next; None without levels."""
    if not block.joints:
        return None
    same = (b for b in earlier if b.purpose is not Purpose.THERAPEUTIC and set(b.joints) & set(block.joints))
    return 1 + sum(1 for _ in same)


def agent_of(block: Block) -> str:
    """The anesthetic at the targets, as recorded first; empty when none is."""
    drugs = block.drugs_for(DrugUse.TARGET)
    return drugs[0].agent if drugs else ""


def drug_words(block: Block) -> str:
    """`lidocaine 2 %`; empty while no anesthetic is recorded."""
    drugs = block.drugs_for(DrugUse.TARGET)
    return " with ".join(
        f"{d.agent} {show_percent_strength(d.strength)}" if d.strength is not None else d.agent for d in drugs
    )


def signature_of(chart: Chart, block: Block) -> tuple[datetime, str] | None:
    """When and by whom a block's note was signed; None while it is not."""
    notes = [p for p in chart.papers if p.block_id == block.id and p.kind is PaperKind.PROCEDURE_NOTE]
    return (notes[-1].signed_at, notes[-1].signer) if notes else None
