"""What is counted of signed records: a block, a complaint and a patient, reduced to what figures need."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.anatomy import Region


class Result(Enum):
    """What a signed block showed, by the physician's signed conclusion; every block has exactly one."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    NOT_ASSESSABLE = "not assessable"
    OPEN = "response not signed"
    NOT_A_TEST = "not a diagnostic test"
    ELSEWHERE = "done elsewhere, as reported"


class Gap(Enum):
    """What a signed record may lack."""

    BASELINE = "pain score before the block"
    EIGHT_HOURS = "8 h pain score"
    DAY = "24 h pain score"
    FLUOROSCOPY = "fluoroscopy time, or that none was used"
    KERMA = "air kerma"
    DAP = "dose area product"
    WEIGHT = "body weight"
    LOT = "lot of the anesthetic"
    PURPOSE = "purpose of the block"
    RESPONSE = "signed response"


class Dose(Enum):
    """A number of the C-arm, with its unit."""

    SECONDS = "s"
    KERMA = "mGy"
    DAP = "mGy·cm²"


@dataclass(frozen=True, slots=True)
class CountedBlock:
    """One signed block. `number` is 1 for the first test of its joints in its complaint, 0 for no test.

    `computed` is what the readings computed when the response was signed; `differs`: whether the physician
    concluded otherwise. `known` and `asked` are the slots with a score and those asked without an answer.
    `day_score_after` is how many days after the block the 24 h score was entered.
    `due`: whether two days have passed, so that the 24 h score can be there. `lacks` are its gaps.
    """

    id: UUID
    patient_id: UUID
    complaint_id: UUID
    physician_id: UUID | None
    on: date
    region: Region
    number: int
    result: Result
    computed: str = ""
    differs: bool = False
    agents: tuple[str, ...] = ()
    no_fluoroscopy: bool = False
    seconds: int | None = None
    kerma: Decimal | None = None
    dap: Decimal | None = None
    known: frozenset[int] = frozenset()
    asked: frozenset[int] = frozenset()
    day_score_after: int | None = None
    due: bool = True
    lacks: frozenset[Gap] = frozenset()

    @property
    def is_test(self) -> bool:
        """Whether the clinic did it to test something."""
        return self.result not in (Result.NOT_A_TEST, Result.ELSEWHERE)

    @property
    def elsewhere(self) -> bool:
        """Whether it was done elsewhere and only reported."""
        return self.result is Result.ELSEWHERE

    def dose(self, which: Dose) -> Decimal | None:
        """A dose number; 0 when it is recorded that no fluoroscopy was used, None when not recorded."""
        if self.no_fluoroscopy:
            return Decimal(0)
        if which is Dose.SECONDS:
            return None if self.seconds is None else Decimal(self.seconds)
        return self.kerma if which is Dose.KERMA else self.dap


class Stage(Enum):
    """How far a complaint came; each one needs all before it."""

    FIRST = "first block"
    SECOND = "second block"
    CONFIRMED = "confirmed"
    LETTER = "letter signed"
    ABLATION = "ablation"
    OUTCOME = "outcome recorded"


class Left(Enum):
    """Why a complaint came no further."""

    NEGATIVE = "test negative"
    ENDED = "ended by decision"
    OTHERWISE = "went on another way"
    WAITING = "still waiting"
    LOST = "lost to follow-up"


@dataclass(frozen=True, slots=True)
class CountedComplaint:
    """One complaint since its first signed test; `left` is None only when an outcome is recorded."""

    id: UUID
    patient_id: UUID
    physician_id: UUID | None
    region: Region
    first_on: date
    reached: Stage
    left: Left | None


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """Year and month of each month that it touches, in order."""
        start, end = _month(self.first), _month(self.last)
        return tuple((at // 12, at % 12 + 1) for at in range(start, end + 1))

    def place(self, day: date) -> int:
        """1 for the first month of the period."""
        return _month(day) - _month(self.first) + 1


def _month(day: date) -> int:
    return 12 * day.year + day.month - 1


@dataclass(frozen=True, slots=True)
class Counted:
    """All that figures are made of. `year` are the blocks of twelve months of the patients of `blocks`.

    `seconds_to_sign` are sorted, so that none can be traced to its record. `unsigned` are the notes that
    are still drafts a day after the block.
    """

    period: Period
    blocks: tuple[CountedBlock, ...] = ()
    complaints: tuple[CountedComplaint, ...] = ()
    year: tuple[CountedBlock, ...] = ()
    seconds_to_sign: Mapping[Region, tuple[int, ...]] = field(default_factory=dict)
    unsigned: int = 0


def in_region(counted: Counted, region: Region) -> Counted:
    """The same for one region of the spine; drafts have no region yet and stay."""
    blocks = tuple(block for block in counted.blocks if block.region is region)
    patients = {block.patient_id for block in blocks}
    return replace(
        counted,
        blocks=blocks,
        complaints=tuple(each for each in counted.complaints if each.region is region),
        year=tuple(block for block in counted.year if block.patient_id in patients),
        seconds_to_sign={region: counted.seconds_to_sign.get(region, ())},
    )
