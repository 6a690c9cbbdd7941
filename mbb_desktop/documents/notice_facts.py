"""Everything that a notice of error and a correction notice are made from."""

from dataclasses import dataclass
from datetime import date

from mbb_desktop.clinical.entered_in_error import Wrong
from mbb_desktop.clinical.people import Clinic, Correspondent, Patient
from mbb_desktop.clinical.receipt import Receipt


@dataclass(frozen=True, slots=True)
class ErrorFacts:
    """`signed_by` and `signed_on` are those of the paper that is wrong."""

    patient: Patient
    clinic: Clinic
    on: date
    wrong: Wrong
    signed_by: str
    signed_on: date


@dataclass(frozen=True, slots=True)
class CorrectionFacts:
    """To one recipient of a paper: when and how it went there; `correspondent` is None for the patient."""

    error: ErrorFacts
    notice_number: str
    receipts: tuple[Receipt, ...]
    correspondent: Correspondent | None

    @property
    def patient(self) -> Patient:
        """Whom the notice is about."""
        return self.error.patient
