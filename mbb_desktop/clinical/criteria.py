"""What a rule asks and answers: the case it looks at, four verdicts, and the evidence for them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.drugs import Agent
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.response import Response

if TYPE_CHECKING:
    from mbb_desktop.clinical.authorized import PayerFile
    from mbb_desktop.clinical.measures import Threshold
    from mbb_desktop.clinical.verdict import Assessed


class Verdict(Enum):
    """UNKNOWN is shown as Missing: something is not recorded. NOT_YET: the course has not come that far.

    DOES_NOT_APPLY: the rule is about something that did not happen, such as an earlier ablation.
    """

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"
    NOT_YET = "not yet"
    DOES_NOT_APPLY = "does not apply"


# What the joints of a request amount to together: one that fails fails the request.
WORST_FIRST = (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET, Verdict.MET, Verdict.DOES_NOT_APPLY)
SETTLED = (Verdict.MET, Verdict.DOES_NOT_APPLY)
"""Nothing is left to do for a rule with one of these."""


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict of several that must all be met; raises ValueError when there are none."""
    return min(verdicts, key=WORST_FIRST.index)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact of the record: in words, as a number or date when it has one, and where it stands."""

    text: str
    record_id: UUID | None = None
    number: Fraction | Decimal | int | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a criterion found. A caution stands beside any verdict."""

    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    caution: str = ""


def together(found: Sequence[Found]) -> Found:
    """Several findings that must all be met, as one."""
    return Found(
        worst(each.verdict for each in found),
        tuple(dict.fromkeys(evidence for each in found for evidence in each.evidence)),
        tuple(dict.fromkeys(gap for each in found for gap in each.missing)),
        " ".join(dict.fromkeys(each.caution for each in found if each.caution)),
    )


def not_yet(gap: str) -> Found:
    """The course has not come that far; `gap` is the key of what is awaited."""
    return Found(Verdict.NOT_YET, missing=(phrase(gap),))


@dataclass(frozen=True, slots=True)
class Case:
    """The records of one course as of `today`; the order of the blocks does not matter.

    `requested` are the joints and sides that the question is about. Empty: those of the latest diagnostic
    block that were blocked at least twice, on either side, or all of them after a single block. `others` are
    the patient's further blocks: planned ones, and those of other courses. `other_courses` are the
    patient's other courses: what was done to a joint counts, whatever complaint it was recorded under.
    `as_done` are the blocks, by id, that no longer test every joint they treated: sessions count them whole.
    `payer_file` is what the payer answered, as far as it is recorded.
    """

    patient: Patient
    course: Course
    blocks: tuple[tuple[Block, Response | None], ...]
    today: date
    agents: Mapping[str, Agent]
    requested: tuple[JointSide, ...] = ()
    others: tuple[Block, ...] = ()
    other_courses: tuple[Course, ...] = ()
    as_done: Mapping[UUID, Block] = field(default_factory=dict)
    payer_file: "PayerFile | None" = None
    assessed: dict["Threshold", tuple["Assessed", ...]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )
    """The diagnostic blocks as judged by each threshold that was asked for; many rules ask for the same."""

    @property
    def courses(self) -> tuple[Course, ...]:
        """All courses of the patient, this one first."""
        return (self.course, *self.other_courses)


class Criterion(Protocol):
    """A kind of criterion: its fields are the parameters in the rule file, `find` is the whole rule."""

    def find(self, case: Case) -> Found: ...
