"""Who received a paper: on paper, by fax or otherwise, when, and who says so."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID


class HowSent(Enum):
    HANDED = "handed over"
    FAXED = "faxed"
    MAILED = "mailed"
    ELECTRONIC = "sent electronically"


PATIENT = "the patient"
"""The recipient who is no entry of the directory."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One paper that went to one recipient; kept for good.

    `to` is the name as it was then; `correspondent_id` is None for the patient and for anybody who is not in
    the directory. `at` is when it went, `kept_at` when somebody said so.
    """

    id: UUID
    paper_id: UUID
    patient_id: UUID
    to: str
    correspondent_id: UUID | None
    how: HowSent
    at: datetime
    kept_at: datetime
    kept_by_id: UUID
    kept_by: str

    @property
    def recipient(self) -> UUID | str:
        """What tells recipients apart."""
        return self.correspondent_id or self.to.casefold()
