"""Something on the screen that deserves a second look, with how much weight it has."""

from dataclasses import dataclass
from enum import Enum


class Weight(Enum):
    """INFORMATION is shown, CAUTION is amber, NEEDS_REASON asks for a reason before signing."""

    INFORMATION = "information"
    CAUTION = "caution"
    NEEDS_REASON = "needs a reason"


@dataclass(frozen=True, slots=True)
class Concern:
    """`about` names the field (`volume`, `dose`, `fluoroscopy`), `text` is the sentence for the user."""

    about: str
    text: str
    weight: Weight = Weight.CAUTION
