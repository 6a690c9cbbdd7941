"""What was given within 24 h and what holds too much iodine: each concern with its field and its weight."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.block import Block, Drug, DrugUse
from mbb_desktop.clinical.concern import Concern, Weight
from mbb_desktop.clinical.dose_concerns import dose_concerns, too_much
from tests.clinical.invented import (
    AGENTS,
    BOTH,
    BUPIVACAINE,
    DAY,
    FORMULARY,
    LIDOCAINE,
    RIGHT,
    a_block,
)
from tests.every_row import every_row

KG_100 = Decimal(100)
HALF = Concern("dose", "All local anesthetics together use 58 % of their limits.", Weight.INFORMATION)


def given(milligrams: str, *, days: int = 0, number: int = 1) -> Block:
    """So many mg of bupivacaine in 1 mL at two nerves."""
    drug = replace(BUPIVACAINE, strength=Decimal(milligrams))
    return replace(a_block(RIGHT[:1], (drug,), on=DAY + timedelta(days=days), number=number), needle_out=None)


@every_row(
    ("yesterday", "concerns"),
    [
        ("300", (HALF,)),
        (
            "300.01",
            (
                HALF,
                Concern(
                    "dose",
                    "400.1 mg of bupivacaine within 24 h is above the limit of 400 mg in 24 h. "
                    "Check volume and strength, or give the reason.",
                    Weight.NEEDS_REASON,
                ),
            ),
        ),
    ],
)
def test_the_limit_of_a_day_is_not_above_itself(yesterday: str, concerns: tuple[Concern, ...]) -> None:
    before = given(yesterday, days=-1, number=2)
    assert too_much(given("100"), KG_100, AGENTS, (before,)) == concerns


NO_STRENGTH = replace(a_block(number=2), drugs=(replace(LIDOCAINE, strength=None),))
NO_DRUG = replace(a_block(number=3), drugs=())


def test_what_other_records_leave_open_is_one_caution() -> None:
    assert too_much(a_block(), KG_100, AGENTS, (NO_STRENGTH, NO_DRUG)) == (
        Concern(
            "dose",
            "Another record within 24 h is not wholly in the sum of anesthetics: lidocaine for nerve targets "
            "(strength not recorded), anesthetic not recorded. Complete it, or mind what was given.",
        ),
    )


def test_where_only_saline_is_given_no_sum_is_open() -> None:
    saline = replace(a_block(), drugs=(replace(LIDOCAINE, agent="saline"),))
    assert too_much(saline, KG_100, AGENTS, (NO_STRENGTH,)) == ()


def test_a_sum_says_which_records_and_drugs_it_holds() -> None:
    skin = Drug(DrugUse.SKIN, "lidocaine", Decimal(10))
    block = a_block(BOTH, (replace(BUPIVACAINE, strength=Decimal(20)), skin))
    other = a_block(BOTH, (replace(LIDOCAINE, strength=Decimal(50)),), number=9)
    assert too_much(block, KG_100, AGENTS, (other,)) == (
        Concern(
            "dose",
            "All local anesthetics together use 85 % of their limits (with the other records of this day; "
            "not counted: skin anesthetic (volume not recorded)).",
            Weight.INFORMATION,
        ),
    )


def test_the_other_records_of_the_day_are_among_all_that_is_odd() -> None:
    """Also one of a record that was merged into the patient's."""
    much = a_block(BOTH, (replace(BUPIVACAINE, strength=Decimal(35)),))
    again = replace(much, id=UUID(int=9), patient_id=UUID(int=77))
    over = "210 mg of bupivacaine in all records of this day is above the limit 175 mg absolute"
    found = dose_concerns(much, KG_100, FORMULARY, (again,))
    assert [each.text.startswith(over) for each in found][:1] == [True]
    assert not any(over in each.text for each in dose_concerns(much, KG_100, FORMULARY))


@every_row(
    ("milliliters", "texts"),
    [
        ("5.1", []),
        (
            "5.11",
            [
                "The contrast holds 3,066 mg of iodine, more than the intrathecal limit of 3,060 mg.",
            ],
        ),
    ],
)
def test_the_limit_of_iodine_is_not_above_itself(milliliters: str, texts: list[str]) -> None:
    block = a_block(RIGHT[:1], (LIDOCAINE, Drug(DrugUse.CONTRAST, "iohexol", Decimal(300))))
    shown = tuple(replace(t, contrast=Decimal(milliliters)) for t in block.targets)
    found = dose_concerns(replace(block, targets=shown), KG_100, FORMULARY)
    assert [each.text for each in found if each.about == "contrast"] == texts
