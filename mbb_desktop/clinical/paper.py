"""Papers: what kind a document is, and what is kept of a signed one."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.cosignature import Cosigning, CosignStanding


class PaperKind(Enum):
    PROCEDURE_NOTE = "procedure note"
    RESPONSE = "diagnostic response"
    RFA_LETTER = "RFA referral letter"
    AUTHORIZATION = "prior-authorization letter"
    ADDENDUM = "addendum"
    ERROR_NOTICE = "notice of error"
    CORRECTION_NOTICE = "correction notice"


PREFIX = {
    PaperKind.PROCEDURE_NOTE: "PN",
    PaperKind.RESPONSE: "DR",
    PaperKind.RFA_LETTER: "RL",
    PaperKind.AUTHORIZATION: "PA",
    PaperKind.ADDENDUM: "AD",
    PaperKind.ERROR_NOTICE: "EN",
    PaperKind.CORRECTION_NOTICE: "CN",
}

LETTERS = (PaperKind.RFA_LETTER, PaperKind.AUTHORIZATION)
"""What asks for an ablation: the referral, and the letter to the payer."""


class Meaning(Enum):
    """What a signature says."""

    PERFORMED = "Performed"
    REVIEWED = "Reviewed and concluded"
    AUTHOR = "Author of this letter"
    ADDENDUM = "Addendum by"
    ERROR = "Entered in error, marked by"
    UNDER_SUPERVISION = "Performed under supervision"
    SUPERVISED_ADDENDUM = "Addendum, under supervision, by"


BY_LEARNER = (Meaning.UNDER_SUPERVISION, Meaning.SUPERVISED_ADDENDUM)
"""A learner signed; the paper is final only with the attending's co-signature."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A paper whose `content` is signed; its PDF, which shows the signature, is still to be made."""

    id: UUID
    kind: PaperKind
    number: str
    patient_id: UUID
    block_id: UUID | None
    course_id: UUID | None
    supersedes: UUID | None
    content: bytes
    content_sha256: bytes
    meaning: Meaning
    signer_id: UUID
    signer: str
    signed_at: datetime
    key_id: bytes
    signature: bytes

    @property
    def code(self) -> str:
        """The short code printed beside the signature."""
        return short_code(self.content_sha256)


@dataclass(frozen=True, slots=True)
class SignedDocument(Signed):
    """A signed paper, exactly as frozen: `content` is what was signed, `pdf` what was printed.

    Of a co-signed paper `pdf` is the one that carries both signatures, its version 2.
    """

    pdf: bytes
    pdf_sha256: bytes
    cosigning: Cosigning | None = None

    @property
    def final(self) -> bool:
        """Whether nobody's signature is missing any more."""
        if self.meaning not in BY_LEARNER:
            return True
        return self.cosigning is not None and self.cosigning.standing is CosignStanding.COSIGNED

    @property
    def version(self) -> int:
        return 2 if self.meaning in BY_LEARNER and self.final else 1


def short_code(digest: bytes) -> str:
    """The first four bytes of a hash, as `7F3A-91C2`."""
    text = digest[:4].hex().upper()
    return f"{text[:4]}-{text[4:]}"
