"""Two records of one person: nothing of either is lost, and what nobody can decide is asked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.one_person import Difference, differences, joined, undecided
from mbb_desktop.clinical.people import (
    Allergy,
    AllergyKind,
    AllergyState,
    Anticoagulant,
    AnticoagulantPlan,
    Identifier,
    IdentifierKind,
    Patient,
    Sex,
)
from tests.clinical.invented import PATIENT
from tests.every_row import every_row

LATEX, IODINE = Allergy(AllergyKind.LATEX, "latex"), Allergy(AllergyKind.IODINE, "Betadine")
THINNER = Anticoagulant(
    AnticoagulantPlan.STOPPED, "apixaban", "5 mg", decided_by="K. Sato", decided_on=date(2026, 11, 20)
)
MEMBER = Identifier(IdentifierKind.MEMBER, "7XA1")
PAYER, REFERRER = UUID(int=31), UUID(int=32)
BARE = replace(PATIENT, id=UUID(int=9))
FULL = replace(
    BARE,
    family="EXEMPLAR",
    identifiers=(Identifier(IdentifierKind.MRN, "2"), MEMBER),
    sex=Sex.FEMALE,
    phone="(555) 010-0301",
    address="7 Quarry Road",
    language="es",
    weight=Decimal("68.50"),
    weighed_on=date(2026, 11, 3),
    allergy_state=AllergyState.LISTED,
    allergies=(LATEX, IODINE),
    anticoagulant=THINNER,
    implanted_device=True,
    implanted_device_text="pacemaker",
    pregnancy="not pregnant",
    referrer_id=REFERRER,
    payer_id=PAYER,
    member_id="7XA1",
    deceased_on=date(2026, 11, 30),
)


def test_what_differs_is_said_in_the_order_of_the_form() -> None:
    assert differences(PATIENT, BARE) == ()
    assert differences(BARE, FULL) == (
        Difference("family", "EXAMPLE", "EXEMPLAR"),
        Difference("sex", "", "female"),
        Difference("identifiers", "MRN 1", "MRN 2, member id 7XA1"),
        Difference("phone", "", "(555) 010-0301"),
        Difference("address", "", "7 Quarry Road"),
        Difference("language", "", "es"),
        Difference("member_id", "", "7XA1"),
        Difference("allergies", "", "latex, Betadine"),
        Difference("anticoagulant", "", "apixaban, 5 mg, stopped, 20-Nov-2026"),
        Difference("implanted_device", "", "pacemaker"),
        Difference("pregnancy", "", "not pregnant"),
        Difference("weight", "", "68.5 kg"),
        Difference("deceased_on", "", "30-Nov-2026"),
    )


@every_row(
    ("change", "field", "said"),
    [
        ({"allergy_state": AllergyState.NONE_KNOWN}, "allergies", "none known"),
        ({"implanted_device": False}, "implanted_device", "none"),
        ({"implanted_device": True}, "implanted_device", "yes"),
        ({"anticoagulant": Anticoagulant(AnticoagulantPlan.NOT_TAKEN)}, "anticoagulant", "none taken"),
        ({"born": date(1961, 3, 15)}, "born", "15-Mar-1961"),
    ],
)
def test_a_known_no_is_said_and_never_left_empty(change: dict[str, object], field: str, said: str) -> None:
    (found,) = differences(BARE, replace(BARE, **change))  # type: ignore[arg-type]
    assert (found.field, found.other) == (field, said)


def test_what_only_the_patient_can_decide_is_asked_when_both_records_say_it() -> None:
    other = replace(
        FULL,
        anticoagulant=replace(THINNER, plan=AnticoagulantPlan.CONTINUED),
        pregnancy="pregnant",
        implanted_device=False,
    )
    assert undecided(FULL, other) == ("anticoagulant", "pregnancy", "implanted_device")
    assert undecided(FULL, FULL) == ()
    assert undecided(FULL, BARE) == ()
    assert undecided(BARE, FULL) == ()


def test_the_record_that_stays_gets_what_it_lacks() -> None:
    found = joined(BARE, FULL)
    assert found == replace(
        FULL, family=BARE.family, identifiers=(*BARE.identifiers, *FULL.identifiers), version=BARE.version
    )
    assert joined(FULL, BARE) == replace(FULL, identifiers=(*FULL.identifiers, *BARE.identifiers))


def test_a_number_of_both_records_is_kept_once() -> None:
    assert joined(FULL, replace(BARE, identifiers=FULL.identifiers)).identifiers == FULL.identifiers


def test_an_allergy_of_either_record_stands() -> None:
    none_known = replace(BARE, allergy_state=AllergyState.NONE_KNOWN)
    listed = replace(BARE, allergy_state=AllergyState.LISTED, allergies=(LATEX,))
    for one, two in ((none_known, listed), (listed, none_known)):
        found = joined(one, two)
        assert (found.allergy_state, found.allergies) == (AllergyState.LISTED, (LATEX,))
    assert joined(listed, FULL).allergies == (LATEX, IODINE)
    assert joined(BARE, none_known).allergy_state is AllergyState.NONE_KNOWN
    assert joined(none_known, BARE).allergy_state is AllergyState.NONE_KNOWN
    assert joined(BARE, BARE).allergy_state is None


def test_a_member_number_stays_with_its_payer() -> None:
    own = replace(BARE, payer_id=UUID(int=33))
    assert (joined(own, FULL).payer_id, joined(own, FULL).member_id) == (UUID(int=33), "")
    numbered = replace(BARE, member_id="own")
    assert (joined(numbered, FULL).payer_id, joined(numbered, FULL).member_id) == (PAYER, "own")


def test_the_weight_taken_last_stands() -> None:
    def weighed(kilograms: str, on: date | None) -> Patient:
        return replace(BARE, weight=Decimal(kilograms), weighed_on=on)

    old, new = weighed("60", date(2026, 1, 2)), weighed("70", date(2026, 3, 4))
    assert joined(old, new).weight == joined(new, old).weight == Decimal(70)
    assert joined(old, new).weighed_on == date(2026, 3, 4)
    assert joined(weighed("65", None), old).weight == Decimal(60), "a day not known is the oldest"
    same_day = weighed("61", old.weighed_on)
    assert joined(old, same_day).weight == Decimal(60), "of one day that of the record that stays"


def test_that_there_is_no_device_is_known_from_either_record() -> None:
    denied = replace(BARE, implanted_device=False)
    assert joined(denied, BARE).implanted_device is joined(BARE, denied).implanted_device is False
    assert joined(BARE, BARE).implanted_device is None
