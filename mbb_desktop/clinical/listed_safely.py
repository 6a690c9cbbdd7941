"""What a preset proposes against a recorded allergy: never accepted as listed, only chosen by itself."""

from dataclasses import replace

from mbb_desktop.clinical.allergies import allergy_concerns
from mbb_desktop.clinical.block import Block, Item
from mbb_desktop.clinical.charting import AsListed, accept
from mbb_desktop.clinical.concern import needs_reason
from mbb_desktop.clinical.drugs import Formulary
from mbb_desktop.clinical.people import Patient

_MAY_HARM = (Item.PREP, Item.CONTRAST, Item.SKIN)


def safely(listed: AsListed, block: Block, patient: Patient, formulary: Formulary) -> AsListed:
    """The same list without what an allergy of the patient speaks against."""
    if not patient.allergies:
        return listed
    blank = replace(block, drugs=(), prep=None, prep_text="", no_contrast=False, no_skin_anesthetic=False)
    found = [item for item in _MAY_HARM if _stops(accept(blank, item, listed), patient, formulary)]
    return replace(listed, left_out=frozenset(found))


def _stops(block: Block, patient: Patient, formulary: Formulary) -> bool:
    return any(map(needs_reason, allergy_concerns(patient, block, formulary)))
