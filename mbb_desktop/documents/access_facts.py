"""What the report of who saw a chart is made from."""

from dataclasses import dataclass
from datetime import date, datetime

from mbb_desktop.clinical.people import Clinic, Patient


@dataclass(frozen=True, slots=True)
class AccessLine:
    """Somebody saw or gave out something; `at` in the clinic's time."""

    at: datetime
    user: str
    event: str
    about: str


@dataclass(frozen=True, slots=True)
class AccessFacts:
    """`lines` are the newest first; `left_out` older ones are not among them."""

    clinic: Clinic
    patient: Patient
    on: date
    lines: tuple[AccessLine, ...]
    logo: bytes = b""
    left_out: int = 0
