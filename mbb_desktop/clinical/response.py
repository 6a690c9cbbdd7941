"""The patient's pain after a block: timed scores, stated relief, and what else happened that day."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from uuid import UUID

from mbb_desktop.clinical.quantities import Percent, Score


class Series(Enum):
    """Which pain a score rates; without sides rated apart there is only OVERALL."""

    LEFT = "left"
    RIGHT = "right"
    OVERALL = "overall"


class Mode(Enum):
    IN_CLINIC = "in clinic"
    PAPER_DIARY = "paper diary"
    RECALL = "recalled"
    PORTAL = "portal"


class Channel(Enum):
    IN_PERSON = "in person"
    TELEPHONE = "by telephone"


BEFORE = -1
"""The slot of the score taken before the block."""

SLOTS: tuple[int, ...] = (15, 30, 60, 120, 180, 240, 300, 360, 420, 480, 720, 1440)
"""Minutes since needle-out at which the diary asks: 15 and 30 min, hourly from 1 to 8 h, 12 and 24 h."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One score. `slot` is the minute asked for (BEFORE for the baseline), `at` when it was true.

    `score` None means asked and not known; a slot never asked has no reading.
    """

    series: Series
    slot: int
    at: datetime
    score: Score | None
    score_to: Score | None = None
    mode: Mode = Mode.IN_CLINIC
    channel: Channel = Channel.IN_PERSON
    informant: str = "patient"
    entered_by_id: UUID | None = None
    entered_by: str = ""
    entered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StatedRelief:
    """What the patient says in percent, asked once; kept beside the calculated relief."""

    series: Series
    percent: Percent
    at: datetime
    by: str = ""


class MedicineKind(Enum):
    USUAL = "usual medicine at its usual time"
    RESCUE = "extra pain medicine"
    SEDATIVE = "sedative"


@dataclass(frozen=True, slots=True)
class Medicine:
    """Something taken on the day of the block."""

    name: str
    kind: MedicineKind
    at: datetime | None = None
    dose: str = ""


class Conclusion(Enum):
    """The physician's own; never computed."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    NOT_ASSESSABLE = "not assessable"


@dataclass(frozen=True, slots=True)
class Response:
    """The readings after one block; an aggregate of its own with its own signature.

    `unmasked` is pain felt in another area once the index pain was gone; it is no part of the scores.
    `computed` is what the readings computed when it was signed, as `computed_words` says it.
    """

    id: UUID
    patient_id: UUID
    block_id: UUID
    scale: str = ""
    readings: tuple[Reading, ...] = ()
    stated: tuple[StatedRelief, ...] = ()
    medicines: tuple[Medicine, ...] = ()
    no_other_medicine: bool = False
    movements_tried: tuple[str, ...] = ()
    movements_regained: tuple[str, ...] = ()
    napped: bool | None = None
    side_effects: str = ""
    unmasked: str = ""
    conclusion: Conclusion | None = None
    conclusion_reason: str = ""
    computed: tuple[str, ...] = ()
    signed_at: datetime | None = None
    note: str = ""
    version: int = 0

    def reading(self, series: Series, slot: int) -> Reading | None:
        return next((r for r in self.readings if r.series is series and r.slot == slot), None)

    def baseline(self, series: Series) -> Decimal | None:
        """The score before the block, when it is one known number."""
        before = self.reading(series, BEFORE)
        return None if before is None or before.score_to is not None else before.score

    @property
    def rated(self) -> tuple[Series, ...]:
        """The series that have at least one reading, in the order left, right, overall."""
        return tuple(s for s in Series if any(r.series is s for r in self.readings))


def reached(baseline: Decimal, score: Decimal, percent: Decimal | int) -> bool:
    """Whether a score is at least `percent` below the baseline; exact, never rounded first."""
    return 100 * (baseline - score) >= percent * baseline


@lru_cache(maxsize=1024)  # there are few scores, and a record is judged many times a second
def relief_percent(baseline: Decimal, score: Decimal) -> Fraction | None:
    """Relief in percent, negative when worse; None when there was no pain to relieve."""
    return None if baseline == 0 else Fraction(100 * (baseline - score)) / Fraction(baseline)


def show_percent(relief: Fraction) -> str:
    """A percentage cut toward the failing side: 79.6 prints as `79 %`, -12.5 as `-13 %`."""
    return f"{relief.numerator // relief.denominator} %"
