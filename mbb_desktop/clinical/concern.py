"""Something on the screen that deserves a second look, with how much weight it has."""

from dataclasses import dataclass
from enum import Enum


class Weight(Enum):
    """INFORMATION is shown, CAUTION is amber, NEEDS_REASON asks for a reason before signing.

    MUST_AGREE: two facts contradict each other, and one is mended before signing.
    """

    INFORMATION = "information"
    CAUTION = "caution"
    NEEDS_REASON = "needs a reason"
    MUST_AGREE = "must agree"


@dataclass(frozen=True, slots=True)
class Concern:
    """`about` names the field (`volume`, `dose`, `fluoroscopy`), `text` is the sentence for the user."""

    about: str
    text: str
    weight: Weight = Weight.CAUTION


def needs_reason(concern: Concern) -> bool:
    """Whether a reason is asked for before signing."""
    return concern.weight is Weight.NEEDS_REASON
