"""Volumes and amounts that look like slips of the decimal point or of the unit, each at its boundary."""

from dataclasses import replace
from decimal import Decimal

from mbb_desktop.clinical.anatomy import Region, Side
from mbb_desktop.clinical.block import Block, Drug, DrugUse, Target
from mbb_desktop.clinical.dose_concerns import dose_concerns
from mbb_desktop.clinical.volumes import volume_concerns, volume_meant
from tests.clinical.invented import FORMULARY, a_block
from tests.every_row import every_row


def said(block: Block, about: str) -> list[str]:
    return [each.text for each in dose_concerns(block, None, FORMULARY) if each.about == about]


def at(nerve: str, volume: str | None = None, contrast: str | None = None) -> Block:
    target = Target(
        nerve,
        Side.LEFT,
        volume=None if volume is None else Decimal(volume),
        contrast=None if contrast is None else Decimal(contrast),
    )
    return replace(a_block(), region=Region.LUMBAR, targets=(target,))


@every_row(
    ("volume", "guard", "meant"),
    [
        ("0.5", "0.5", None),
        ("0.6", "0.5", None),
        ("1", "0.5", None),
        ("5", "0.5", "0.5"),
        ("5.1", "0.5", None),
        ("50", "0.5", "0.5"),
        ("500", "0.5", "0.5"),
        ("300", "0.3", "0.3"),
        ("9", "0.9", "0.9"),
        ("0.1", "0.5", None),
        ("0.09", "0.5", None),
        ("0.05", "0.5", "0.5"),
        ("0.005", "0.5", "0.5"),
    ],
)
def test_a_shifted_volume_is_recognised(volume: str, guard: str, meant: str | None) -> None:
    assert volume_meant(Decimal(volume), Decimal(guard)) == (None if meant is None else Decimal(meant))


def test_microliters_typed_for_milliliters_are_asked_about() -> None:
    (over, slip) = said(at("L4 MB", "500"), "volume")
    assert "more than 0.5 mL" in over
    assert slip == "500 mL at L4 MB left: did you mean 0.5 mL?"


def test_a_volume_below_any_practice_that_is_no_slip_is_said() -> None:
    (text,) = said(at("L4 MB", "0.09"), "volume")
    assert "less than the 0.1 mL" in text


@every_row(("volume", "warned"), [("0.9", False), ("0.91", True)])
def test_the_third_occipital_nerve_takes_nine_tenths_in_all(volume: str, warned: bool) -> None:
    assert bool(list(volume_concerns(at("TON", volume), FORMULARY))) is warned


@every_row(("contrast", "warned"), [("1", False), ("1.1", True), ("2", True)])
def test_much_contrast_at_one_needle_is_asked_about(contrast: str, warned: bool) -> None:
    assert bool(said(at("L4 MB", "0.5", contrast), "contrast volume")) is warned


@every_row(("per_needle", "warned"), [("2.125", False), ("2.126", True)])
def test_the_iodine_of_all_needles_together_has_its_ceiling(per_needle: str, warned: bool) -> None:
    """3,060 mg of iodine: 6 needles of 240 mg/mL."""
    targets = tuple(
        Target(nerve, side, volume=Decimal("0.5"), contrast=Decimal(per_needle))
        for side in Side
        for nerve in ("L3 MB", "L4 MB", "L5 DR")
    )
    iohexol = Drug(DrugUse.CONTRAST, "iohexol", Decimal(240))
    block = replace(a_block(), targets=targets, drugs=(*a_block().drugs, iohexol))
    assert any("mg of iodine" in text for text in said(block, "contrast")) is warned


@every_row(
    ("drug", "milligrams", "words"),
    [
        ("fentanyl", "0.25", ""),
        ("fentanyl", "0.26", "is above a usual dose"),
        ("fentanyl", "50", "Did you mean mcg?"),
        ("midazolam", "2", ""),
        ("midazolam", "10", ""),
        ("midazolam", "11", "is above a usual dose"),
        ("midazolam", "2000", "Did you mean mcg?"),
        ("ketamine", "5000", ""),
    ],
)
def test_a_sedative_in_the_wrong_unit_is_asked_about(drug: str, milligrams: str, words: str) -> None:
    given = Drug(DrugUse.SEDATION, drug, amount=Decimal(milligrams))
    found = said(replace(a_block(), drugs=(*a_block().drugs, given)), "sedation")
    assert len(found) == bool(words)
    assert all(words in text for text in found)
