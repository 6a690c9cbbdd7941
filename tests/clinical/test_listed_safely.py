"""All as listed never takes what an allergy of the patient speaks against."""

from dataclasses import replace

from mbb_desktop.clinical.block import Item, Prep
from mbb_desktop.clinical.charting import AsListed, accept, accept_all, recorded
from mbb_desktop.clinical.listed_safely import safely
from mbb_desktop.clinical.people import Allergy, AllergyKind, AllergyState, Patient
from tests.clinical.invented import FORMULARY, PATIENT, a_block
from tests.clinical.test_charting import LISTED
from tests.every_row import every_row

BARE = replace(a_block(), no_steroid=False, sedation=None)


def allergic(kind: AllergyKind, substance: str) -> Patient:
    return replace(PATIENT, allergy_state=AllergyState.LISTED, allergies=(Allergy(kind, substance),))


def listed_for(patient: Patient) -> AsListed:
    return safely(LISTED, BARE, patient, FORMULARY)


@every_row(
    ("kind", "substance", "item"),
    [
        (AllergyKind.CHLORHEXIDINE, "chlorhexidine", Item.PREP),
        (AllergyKind.CONTRAST, "iohexol", Item.CONTRAST),
        (AllergyKind.AMIDE, "lidocaine", Item.SKIN),
    ],
)
def test_all_as_listed_leaves_out_what_an_allergy_speaks_against(
    kind: AllergyKind, substance: str, item: Item
) -> None:
    listed = listed_for(allergic(kind, substance))
    accepted = accept_all(BARE, listed)
    assert not recorded(accepted, item)
    assert not recorded(accept(BARE, item, listed), item)
    others = {Item.ASPIRATION, Item.PREP, Item.CONTRAST, Item.CONSENT, Item.SEDATION} - {item}
    assert all(recorded(accepted, each) for each in others)


def test_without_such_an_allergy_everything_is_accepted() -> None:
    for patient in (PATIENT, allergic(AllergyKind.LATEX, "latex")):
        assert accept_all(BARE, listed_for(patient)).prep is Prep.CHLORHEXIDINE
