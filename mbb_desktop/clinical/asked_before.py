"""What the patient was asked in the days before a block: the pain, the way home, an interpreter."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.quantities import Score


class Arranged(Enum):
    ARRANGED = "arranged"
    NOT_YET = "not arranged yet"
    NOT_NEEDED = "not needed"


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """The answers about one planned block; None is not asked. `pain_now` is the index pain, 0 to 10.

    `pain_back`: whether the pain that the block before took away has returned.
    """

    id: UUID
    patient_id: UUID
    block_id: UUID
    pain_back: bool | None = None
    pain_now: Score | None = None
    driver: Arranged | None = None
    interpreter: Arranged | None = None
    note: str = ""
    asked_at: datetime | None = None
    asked_by_id: UUID | None = None
    asked_by: str = ""
    version: int = 0
