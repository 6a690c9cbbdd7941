"""Doses in whole sentences, limits with all their parts, and each concern with its weight."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.block import Block, Drug, DrugUse, Exactly
from mbb_desktop.clinical.concern import Concern, Weight
from mbb_desktop.clinical.dose_concerns import dose_concerns
from mbb_desktop.clinical.doses import (
    Limit,
    NotCounted,
    SiteDose,
    dose_lines,
    limit_of,
    say_arithmetic,
    say_not_counted,
    steroid_per_site,
    strength_of,
)
from mbb_desktop.clinical.drugs import Agent, AgentKind, Cited, Confidence, Maximum
from tests.clinical.invented import AGENTS, BOTH, BUPIVACAINE, FORMULARY, LIDOCAINE, RIGHT, a_block
from tests.every_row import every_row

INFORMATION, CAUTION, REASON = Weight.INFORMATION, Weight.CAUTION, Weight.NEEDS_REASON
KG_72 = Decimal(72)


def with_strength(drug: Drug, strength: str) -> Drug:
    return replace(drug, strength=Decimal(strength))


def skin(strength: str | None, given: str | None, agent: str = "lidocaine") -> Drug:
    return Drug(
        *(DrugUse.SKIN, agent, None if strength is None else Decimal(strength)),
        given=None if given is None else Decimal(given),
    )


@every_row(
    ("drugs", "weight", "concerns"),
    [
        ((LIDOCAINE,), 72, []),
        (
            (replace(LIDOCAINE, epinephrine=None), replace(LIDOCAINE, epinephrine=None)),
            None,
            [
                ("weight", "No weight is recorded: only the absolute limit is used.", INFORMATION),
                (
                    "epinephrine",
                    "It is not recorded whether epinephrine was in the lidocaine: "
                    "the plain limit and window are used.",
                    INFORMATION,
                ),
            ],
        ),
        (
            (replace(LIDOCAINE, agent="articaine"),),
            72,
            [("dose", "No limit is known for articaine: it is in no sum.", CAUTION)],
        ),
        (
            (with_strength(LIDOCAINE, "15"),),
            72,
            [("strength", "lidocaine 1.5 % is not a usual strength.", INFORMATION)],
        ),
        (
            (with_strength(BUPIVACAINE, "7.5"),),
            72,
            [("strength", "0.75 % has a boxed warning against obstetric anesthesia.", INFORMATION)],
        ),
        (
            (with_strength(LIDOCAINE, "80"), with_strength(BUPIVACAINE, "40")),
            100,
            [
                (
                    "dose",
                    "All local anesthetics together use 149 % of their limits. "
                    "Reduce the dose, or give the reason.",
                    REASON,
                )
            ],
        ),
        (
            (LIDOCAINE, skin("10", "14"), skin("5", None, "bupivacaine")),
            72,
            [
                (
                    "dose",
                    "All local anesthetics together use 67 % of their limits "
                    "(not counted: skin anesthetic (volume not recorded)).",
                    INFORMATION,
                )
            ],
        ),
        (
            (Drug(DrugUse.STEROID, "dexamethasone"),),
            72,
            [
                (
                    "anesthetic",
                    "No anesthetic is recorded for L3 MB left, L3 MB right, L4 MB left, L4 MB right, "
                    "L5 DR left and L5 DR right.",
                    INFORMATION,
                ),
                ("steroid", "With steroid this is not a diagnostic block.", CAUTION),
            ],
        ),
    ],
)
def test_a_concern_is_said_with_its_place_and_weight(
    drugs: tuple[Drug, ...], weight: int | None, concerns: list[tuple[str, str, Weight]]
) -> None:
    found = dose_concerns(a_block(BOTH, drugs), None if weight is None else Decimal(weight), FORMULARY)
    assert list(found) == [Concern(*each) for each in concerns]


def given_on_skin(milligrams: str) -> Block:
    """Nothing but lidocaine 1 % under the skin; its limit at 100 kg is 300 mg."""
    return replace(a_block(), drugs=(skin("10", str(Decimal(milligrams) / 10)),), targets=())


@every_row(
    ("milligrams", "texts"),
    [
        ("150", []),
        ("150.1", ["All local anesthetics together use 51 % of their limits."]),
        ("300", ["All local anesthetics together use 100 % of their limits."]),
        (
            "300.01",
            [
                "300.1 mg of lidocaine is above the limit 300 mg absolute (by weight 450). "
                "Check volume and strength, or give the reason."
            ],
        ),
    ],
)
def test_half_and_the_whole_limit_are_not_yet_above_it(milligrams: str, texts: list[str]) -> None:
    found = dose_concerns(given_on_skin(milligrams), Decimal(100), FORMULARY)
    assert [each.text for each in found] == texts


def test_the_weight_decides_whether_a_dose_is_above_the_limit() -> None:
    light, heavy = (dose_concerns(given_on_skin("250"), Decimal(kg), FORMULARY) for kg in (50, 90))
    assert [each.weight for each in light] == [REASON]
    assert [each.weight for each in heavy] == [INFORMATION]


def cited(value: str) -> Cited:
    return Cited(Decimal(value), "invented", Confidence.OWN)


PER_KG, ABSOLUTE = cited("4.5"), cited("300")
AGENT = Agent(
    "x", "x", AgentKind.AMIDE, (), plain=Maximum(PER_KG, ABSOLUTE), with_epinephrine=Maximum(PER_KG)
)


@every_row(
    ("epinephrine", "weight", "limit"),
    [
        (False, "50", Limit(Fraction(225), False, Fraction(225), Decimal(300), False, PER_KG)),
        (False, "80", Limit(Fraction(300), True, Fraction(360), Decimal(300), False, ABSOLUTE)),
        (False, None, Limit(Fraction(300), True, None, Decimal(300), False, ABSOLUTE)),
        (True, "80", Limit(Fraction(360), False, Fraction(360), None, True, PER_KG)),
        (True, None, None),
    ],
)
def test_a_limit_carries_both_numbers_and_its_source(
    epinephrine: bool, weight: str | None, limit: Limit | None
) -> None:
    assert limit_of(AGENT, epinephrine, None if weight is None else Decimal(weight)) == limit


def test_two_limits_that_are_equal_are_named_absolute() -> None:
    equal = replace(AGENT, plain=Maximum(cited("3"), ABSOLUTE))
    found = limit_of(equal, False, Decimal(100))
    assert found is not None
    assert found.milligrams == 300
    assert found.absolute


@every_row(
    ("drug", "strength"),
    [
        (LIDOCAINE, Fraction(20)),
        (Drug(DrugUse.STEROID, "x", amount=Decimal(50), mixed_in=Decimal(10)), Fraction(5)),
        (Drug(DrugUse.STEROID, "x", amount=Decimal(50)), None),
        (Drug(DrugUse.STEROID, "x", mixed_in=Decimal(10)), None),
        (Drug(DrugUse.STEROID, "x", amount=Decimal(50), mixed_in=Decimal(0)), None),
    ],
)
def test_a_strength_is_stated_or_a_mass_in_its_volume(drug: Drug, strength: Fraction | None) -> None:
    assert strength_of(drug) == strength


def sums(*drugs: Drug, block: Block | None = None, weight: Decimal | None = None) -> tuple[str, ...]:
    (line, *_) = dose_lines(replace(block or a_block(), drugs=drugs), weight, AGENTS)
    return say_arithmetic(line)


def test_a_bound_is_rounded_up_everywhere_and_a_sum_to_the_nearest() -> None:
    third = replace(skin("10", "0.333"), given_is=Exactly.LESS)
    block = replace(a_block(), targets=a_block().targets[:1])
    assert sums(LIDOCAINE, third, block=block, weight=KG_72) == (
        "0.5 mL of 20 mg/mL = 10 mg",
        "at most skin 0.333 mL of 10 mg/mL = 3.4 mg at most",
        "together 13.4 mg at most",
        "0.19 mg/kg",
    )
    exact = replace(third, given_is=Exactly.EQUAL)
    assert sums(LIDOCAINE, exact, block=block, weight=KG_72)[1:] == (
        "skin 0.333 mL of 10 mg/mL = 3.3 mg",
        "together 13.3 mg",
        "0.19 mg/kg",
    )
    light = Decimal("70.1")
    assert sums(LIDOCAINE, third, block=block, weight=light)[-1] == "0.2 mg/kg"
    assert sums(LIDOCAINE, exact, block=block, weight=light)[-1] == "0.19 mg/kg"


def test_volumes_and_strengths_are_said_to_three_places() -> None:
    block = replace(a_block(), targets=tuple(replace(t, volume=Decimal("0.1255")) for t in a_block().targets))
    assert sums(with_strength(LIDOCAINE, "2.1255"), block=block) == (
        "3 × 0.126 mL = 0.377 mL of 2.126 mg/mL = 0.8 mg",
    )


def test_up_to_two_missing_volumes_are_named() -> None:
    block = a_block()
    targets = (*(replace(t, volume=None) for t in block.targets[:2]), block.targets[2])
    (line,) = dose_lines(replace(block, targets=targets), None, AGENTS)
    words = "L3 MB right and L4 MB right (volume not recorded)"
    assert line.missing == (NotCounted(DrugUse.TARGET, words),)


def test_what_is_not_counted_is_named_with_its_use() -> None:
    lines = dose_lines(
        replace(a_block(), drugs=(replace(LIDOCAINE, strength=None), skin("10", None))), None, AGENTS
    )
    missing = [gap for line in lines for gap in line.missing]
    assert [gap.use for gap in missing] == [DrugUse.TARGET, DrugUse.SKIN]
    assert say_not_counted([*missing, *missing]) == (
        "not counted: lidocaine for nerve targets (strength not recorded), "
        "skin anesthetic (volume not recorded)"
    )


def test_each_target_gets_its_own_steroid_dose() -> None:
    steroid = Drug(DrugUse.STEROID, "dexamethasone", Decimal(4))
    first, second, _ = a_block().targets
    bounded = replace(second, volume_is=Exactly.LESS, volume=Decimal("0.3"))
    block = replace(a_block(drugs=(steroid,)), targets=(first, bounded))
    assert steroid_per_site(block) == (
        SiteDose("dexamethasone", first, Fraction(2), Decimal("0.5"), False),
        SiteDose("dexamethasone", bounded, Fraction(6, 5), Decimal("0.3"), True),
    )


def test_one_unknown_contrast_hides_no_other() -> None:
    strange, strong = (Drug(DrugUse.CONTRAST, name, Decimal(350)) for name in ("another", "iohexol"))
    found = dose_concerns(a_block(RIGHT, (LIDOCAINE, strange, strong)), KG_72, FORMULARY)
    assert [each.about for each in found] == ["contrast"]


def test_one_unknown_drug_hides_no_other() -> None:
    strange = replace(LIDOCAINE, agent="articaine")
    found = dose_concerns(a_block(RIGHT, (strange, skin("15", "1"))), KG_72, FORMULARY)
    assert [each.about for each in found] == ["dose", "strength"]
    sedatives = tuple(Drug(DrugUse.SEDATION, n, amount=Decimal(20)) for n in ("something", "midazolam"))
    found = dose_concerns(a_block(RIGHT, (LIDOCAINE, *sedatives)), KG_72, FORMULARY)
    assert [each.about for each in found] == ["sedation"]


def test_only_drugs_of_the_same_syringe_make_a_dilution() -> None:
    apart = (with_strength(LIDOCAINE, "15"), replace(BUPIVACAINE, syringe=2))
    targets = tuple(replace(t, syringe=1 + (t.side is Side.LEFT)) for t in a_block(BOTH).targets)
    found = dose_concerns(replace(a_block(BOTH, apart), targets=targets), KG_72, FORMULARY)
    assert [each.text for each in found] == ["lidocaine 1.5 % is not a usual strength."]


def test_a_needle_without_injection_needs_no_drug() -> None:
    block = a_block(RIGHT, (replace(LIDOCAINE, syringe=2),))
    first, second, third = block.targets
    targets = (first, replace(second, syringe=2), replace(third, not_injected=True))
    found = dose_concerns(replace(block, targets=targets), KG_72, FORMULARY)
    assert [each.text for each in found] == ["No anesthetic is recorded for L3 MB right."]


@every_row(
    ("drug", "milligrams", "slip"),
    [
        ("midazolam", "10", None),
        ("midazolam", "11", False),
        ("midazolam", "100", False),
        ("midazolam", "101", True),
        ("midazolam", "10000", True),
        ("midazolam", "10001", False),
        ("fentanyl", "0.25", None),
        ("fentanyl", "2.5", False),
        ("fentanyl", "50", True),
        ("fentanyl", "250", True),
    ],
)
def test_a_sedative_far_above_its_bound_was_meant_in_micrograms(
    drug: str, milligrams: str, slip: bool | None
) -> None:
    given = Drug(DrugUse.SEDATION, drug, amount=Decimal(milligrams))
    found = dose_concerns(a_block(RIGHT, (LIDOCAINE, given)), KG_72, FORMULARY)
    assert ["mcg" in each.text for each in found] == ([] if slip is None else [slip])
