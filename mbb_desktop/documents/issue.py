"""What a paper carries besides its content: number, signature and stamp."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from mbb_desktop.clinical.paper import Meaning


class Stamp(Enum):
    """A word across every page. A paper without one is a signed, valid one."""

    DRAFT = "DRAFT"
    SAMPLE = "SAMPLE"
    COPY = "COPY"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, when and as what; `code` is the short code of the signed content."""

    name: str
    credentials: str
    specialty: str
    npi: str
    signed_at: datetime
    meaning: Meaning
    code: str

    @property
    def signs_as(self) -> str:
        return f"{self.name}, {self.credentials}" if self.credentials else self.name


@dataclass(frozen=True, slots=True)
class CoSign:
    """The attending of a learner's paper: `said` is attested, and `signed_at` None while that is missing.

    `addenda` are the numbers of those that were co-signed with it.
    """

    signs_as: str
    specialty: str = ""
    npi: str = ""
    said: str = ""
    signed_at: datetime | None = None
    addenda: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """How one paper is issued. `number` and `chain_code` are empty while it is a draft.

    `logo` is the clinic's picture, as PNG or JPEG; empty without one. `cosign` is of a learner's paper only.
    """

    number: str = ""
    chain_code: str = ""
    version: int = 1
    signature: Signature | None = None
    stamps: tuple[Stamp, ...] = ()
    logo: bytes = b""
    cosign: CoSign | None = None

    @property
    def lacks_cosign(self) -> bool:
        """Whether a learner signed and the attending has not."""
        return self.cosign is not None and self.cosign.signed_at is None
