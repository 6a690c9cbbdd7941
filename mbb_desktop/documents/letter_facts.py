"""Everything that an RFA referral letter is made from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.authorization import Authorization
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.clinical.enclosure import EnclosureKind
from mbb_desktop.clinical.pairs import Compared
from mbb_desktop.clinical.people import Clinic, Correspondent, Patient
from mbb_desktop.clinical.rules import Judgement, RuleSet
from mbb_desktop.clinical.template import Wording
from mbb_desktop.clinical.verdict import Assessed
from mbb_desktop.documents.amounts import NB, day


@dataclass(frozen=True, slots=True)
class LetterBlock:
    """One block that the letter reports, with the numbers of its signed papers and of their final addenda."""

    assessed: Assessed
    number: int | None = None
    note_number: str = ""
    response_number: str = ""
    addenda: tuple[str, ...] = ()


def block_named(blocks: Sequence[LetterBlock], block: LetterBlock, place: int) -> str:
    """By number; by day where a block that tested nothing shares its number with the next."""
    shared = block.number is not None and [each.number for each in blocks].count(block.number) > 1
    on = block.assessed.block.performed_on
    return f"block of {day(on)}" if shared else f"block{NB}{block.number or place}"


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """`requested` are the joints and sides asked for; `on` is the day of the letter.

    `codes` are the procedure codes in words, `ablation_plan` temperature, guidance and sedation as the author
    states them, `earlier_ablation` an ablation before this one; empty means not in the record. The
    ablations of these joints under the patient's other complaints are `ablated_beside`, the kinds of papers
    from outside that lie in the chart `scans`. `authorizations` are the payer's answers about the ablation
    that stand. Without `wording` the letter says what came with the program.
    """

    patient: Patient
    clinic: Clinic
    course: Course
    author: User
    on: date
    blocks: tuple[LetterBlock, ...]
    requested: tuple[JointSide, ...]
    judgement: Judgement
    rule_set: RuleSet
    compared: Compared | None = None
    recipient: Correspondent | None = None
    payer: Correspondent | None = None
    codes: str = ""
    ablation_plan: str = ""
    earlier_ablation: str = ""
    place_of_service: str = ""
    paragraph: str = ""
    cc: tuple[str, ...] = ()
    enclosed: tuple[str, ...] = ()
    ablated_beside: tuple[Treatment, ...] = ()
    scans: tuple[EnclosureKind, ...] = ()
    authorizations: tuple[Authorization, ...] = ()
    wording: Wording | None = None

    @property
    def authorized(self) -> tuple[str, ...]:
        """`Authorization AB-1204 (approved, to 31-Dec-2026)`."""
        return tuple(f"Authorization {each.number}{_answer(each)}" for each in self.authorizations)


def _answer(each: Authorization) -> str:
    last = f", to {day(each.valid_to)}" if each.granted and each.valid_to else ""
    return f" ({each.state.value}{last})" if each.state else ""
