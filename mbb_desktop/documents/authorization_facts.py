"""Everything that a prior-authorization letter is made from."""

from dataclasses import dataclass

from mbb_desktop.clinical.coding import Preview
from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.rules import RuleSet
from mbb_desktop.documents.letter_facts import LetterFacts


@dataclass(frozen=True, slots=True)
class AuthorizationFacts:
    """`letter` is what both letters are made from; its recipient is the payer or who decides for it.

    `codes` is the coding preview of the request, `judged_by` the rule set of each reported block's date of
    service, `planned_for` when the ablation is planned, in the author's words.
    """

    letter: LetterFacts
    codes: Preview
    judged_by: tuple[RuleSet, ...]
    planned_for: str = ""

    @property
    def patient(self) -> Patient:
        """Whom the letter is about."""
        return self.letter.patient
