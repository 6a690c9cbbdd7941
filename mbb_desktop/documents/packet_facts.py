"""Everything that a packet is made from: signed papers as they are, and what leads through them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mbb_desktop.clinical.enclosure import Enclosure as Outside
from mbb_desktop.clinical.enclosure import PageImage
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.people import Clinic, Correspondent, Patient
from mbb_desktop.clinical.signed_letter import SignedCriterion
from mbb_desktop.clinical.template import Wording


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A signed paper; `records` are the records whose facts it states, `adds_to` the number of the paper
    that it is an addendum to or a notice of error about.
    """

    paper: SignedDocument
    records: tuple[UUID, ...] = ()
    adds_to: str = ""


@dataclass(frozen=True, slots=True)
class Scan:
    """A paper from outside with its pages; `rules` are those whose evidence it is."""

    about: Outside
    pages: tuple[PageImage, ...]
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fax:
    """What a cover sheet says: nothing about the patient. `sender` is the person who sends it.

    Without `wording` it says what came with the program.
    """

    clinic: Clinic
    recipient: Correspondent | None
    sender: str
    on: date
    pages: int
    reference: str
    logo: bytes = b""
    wording: Wording | None = None


@dataclass(frozen=True, slots=True)
class PacketFacts:
    """The letter first, then enclosures and scans in the given order. `on` is the day it is put together.

    With a `sender` a fax cover sheet to the `recipient` comes first.
    """

    clinic: Clinic
    patient: Patient
    on: date
    letter: SignedDocument
    rule_set: str
    criteria: tuple[SignedCriterion, ...]
    enclosures: tuple[Enclosure, ...]
    recipient: Correspondent | None = None
    sender: str = ""
    logo: bytes = b""
    scans: tuple[Scan, ...] = ()
    fax_wording: Wording | None = None
