"""Everything that an addendum is made from."""

from dataclasses import dataclass
from datetime import date

from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.people import Clinic, Patient


@dataclass(frozen=True, slots=True)
class AddendumFacts:
    """`to_number` and `to_code` are those of the signed document it adds to; `about` says of what."""

    patient: Patient
    clinic: Clinic
    on: date
    to_kind: PaperKind
    to_number: str
    to_signed_on: date
    to_code: str
    text: str
    reason: str = ""
    about: str = ""
