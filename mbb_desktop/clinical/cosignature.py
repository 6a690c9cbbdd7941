"""A learner's paper and its attending: who is asked, what the attending attests, and how the paper stands."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID


class Attestation(Enum):
    """What a co-signature says about the attending's part; each is chosen, none is the default.

    In our own words after 42 CFR 415.172(a): the teaching physician is present during the key portions and
    immediately available during the whole of a procedure; short ones ask for presence from begin to end
    (Medicare Claims Processing Manual, chapter 12, section 100.1.2). Absence is a statement of its own.
    """

    THROUGHOUT = "I was present for the entire procedure."
    KEY_PORTIONS = "I was present for the key portions and immediately available throughout."
    TOGETHER = "I performed the key portions together with the learner."
    REVIEWED = "I was not present. I reviewed this record and agree with it."
    ADDENDUM = "I reviewed this addendum and agree with it."


OF_PROCEDURE = (
    Attestation.THROUGHOUT,
    Attestation.KEY_PORTIONS,
    Attestation.TOGETHER,
    Attestation.REVIEWED,
)
OF_ADDENDUM = (Attestation.ADDENDUM,)


class Asked(Enum):
    """What happened to a learner's paper before its co-signature."""

    ASKED = "asked"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class CosignStep:
    """An attending was asked (`to` is the attending), or returned the paper (`to` is its learner).

    Kept for good; `place` counts the steps of a paper from 1. A return has its
    `reason`, and so has an attending who takes over unasked.
    """

    id: UUID
    paper_id: UUID
    place: int
    step: Asked
    to_id: UUID
    to: str
    reason: str
    at: datetime
    by_id: UUID
    by: str


@dataclass(frozen=True, slots=True)
class CoSignature:
    """The attending's signature on a learner's paper, and the PDF that carries both signatures."""

    paper_id: UUID
    attestation: Attestation
    signer_id: UUID
    signer: str
    signed_at: datetime
    key_id: bytes
    signature: bytes
    pdf: bytes
    pdf_sha256: bytes
    pdf_signature: bytes


class CosignStanding(Enum):
    AWAITED = "to be co-signed"
    RETURNED = "returned"
    COSIGNED = "co-signed"


@dataclass(frozen=True, slots=True)
class Cosigning:
    """How a learner's paper stands with its attending; `at` is when it came to stand so."""

    standing: CosignStanding
    attending_id: UUID
    attending: str
    at: datetime
    attestation: Attestation | None = None
    reason: str = ""
    pdf_sha256: bytes = b""


@dataclass(frozen=True, slots=True)
class Supervised:
    """What a learner says when signing: performed under supervision, and by whom it is to be co-signed."""

    attending_id: UUID


def standing_by(steps: tuple[CosignStep, ...]) -> Cosigning | None:
    """How a paper without a co-signature stands after its steps; None when nobody was asked."""
    if not steps:
        return None
    last = max(steps, key=lambda each: each.place)
    if last.step is Asked.RETURNED:
        return Cosigning(CosignStanding.RETURNED, last.by_id, last.by, last.at, reason=last.reason)
    return Cosigning(CosignStanding.AWAITED, last.to_id, last.to, last.at)
