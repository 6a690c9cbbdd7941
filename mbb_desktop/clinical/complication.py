"""What went wrong in a block or after it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class ComplicationKind(Enum):
    VASOVAGAL = "vasovagal reaction"
    VASCULAR = "vascular needle position"
    BLEEDING = "local bleeding or hematoma"
    SORENESS = "prolonged soreness"
    ATAXIA = "ataxia or dizziness after the block"
    SPREAD = "motor or sensory spread to a nerve root"
    EPIDURAL = "epidural or intrathecal spread"
    DURAL_PUNCTURE = "dural puncture headache"
    PNEUMOTHORAX = "pneumothorax"
    LAST = "local anesthetic systemic toxicity"
    ALLERGIC = "allergic or contrast reaction"
    INFECTION = "infection"
    HYPERTENSIVE = "hypertensive or hyperglycemic episode"
    FALL = "syncope or fall"
    WRONG_SITE = "wrong level, side or patient"
    PHRENIC = "phrenic nerve block"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Complication:
    kind: ComplicationKind
    text: str = ""
    at: datetime | None = None
    treatment: str = ""
    outcome: str = ""
