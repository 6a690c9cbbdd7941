"""Milligrams: exact sums against the lower of two limits."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import JointSide, Region, Side
from mbb_desktop.clinical.block import Block, BlockState, Drug, DrugUse, Epinephrine, Exactly, Target
from mbb_desktop.clinical.concern import Concern, Weight, needs_reason
from mbb_desktop.clinical.dose_concerns import dose_concerns, too_much
from mbb_desktop.clinical.doses import (
    DoseLine,
    Iodine,
    contrast_iodine,
    dose_lines,
    limit_of,
    say_arithmetic,
    say_limit,
    say_not_counted,
    steroid_per_site,
    total_fraction,
)
from tests.clinical.invented import (
    AGENTS,
    BOTH,
    BUPIVACAINE,
    DAY,
    FORMULARY,
    LIDOCAINE,
    RIGHT,
    a_block,
    needle_out,
)
from tests.every_row import every_row

KG_72 = Decimal(72)


def said(line: DoseLine) -> str:
    return ", ".join(say_arithmetic(line))


def only_line(block: Block, weight: Decimal | None = KG_72) -> DoseLine:
    (line,) = dose_lines(block, weight, AGENTS)
    return line


def concerns_about(about: str, block: Block, weight: Decimal | None = KG_72) -> list[Concern]:
    return [concern for concern in dose_concerns(block, weight, FORMULARY) if concern.about == about]


def one_nerve(volume: str, strength: str, nerve: str = "L4 MB") -> Block:
    target = Target(nerve, Side.LEFT, volume=Decimal(volume))
    return replace(a_block(), targets=(target,), drugs=(replace(LIDOCAINE, strength=Decimal(strength)),))


@every_row(
    ("volume", "strength", "milligrams"),
    [("0.5", "20", "10"), ("0.5", "5", "2.5"), ("0.3", "40", "12"), ("0.25", "2.5", "0.625")],
)
def test_volume_times_strength_is_milligrams(volume: str, strength: str, milligrams: str) -> None:
    assert only_line(one_nerve(volume, strength)).milligrams == Fraction(milligrams)


def test_six_nerves_of_half_a_milliliter() -> None:
    line = only_line(a_block(BOTH, (BUPIVACAINE,)))
    assert said(line) == "6 × 0.5 mL = 3 mL of 5 mg/mL = 15 mg, 0.21 mg/kg"


def test_without_weight_there_is_no_dose_per_kilogram() -> None:
    line = only_line(a_block(BOTH, (BUPIVACAINE,)), None)
    assert said(line) == "6 × 0.5 mL = 3 mL of 5 mg/mL = 15 mg"


def test_the_skin_counts_with_the_same_agent() -> None:
    skin = Drug(DrugUse.SKIN, "lidocaine", Decimal(10), given=Decimal(3))
    line = only_line(a_block(BOTH, (LIDOCAINE, skin)), None)
    assert line.milligrams == 90
    assert said(line) == (
        "6 × 0.5 mL = 3 mL of 20 mg/mL = 60 mg, skin 3 mL of 10 mg/mL = 30 mg, together 90 mg"
    )


def test_a_shared_nerve_is_counted_once() -> None:
    assert only_line(a_block(RIGHT, (LIDOCAINE,))).parts[0].count == 3


def test_what_was_not_injected_does_not_count() -> None:
    block = a_block(RIGHT)
    first, *rest = block.targets
    assert only_line(replace(block, targets=(replace(first, not_injected=True), *rest))).milligrams == 20


def test_different_volumes_are_summed() -> None:
    block = a_block(RIGHT)
    first, *rest = block.targets
    line = only_line(replace(block, targets=(replace(first, volume=Decimal("0.3")), *rest)), None)
    assert said(line) == "1.3 mL of 20 mg/mL = 26 mg"


def test_syringes_keep_their_agents_apart() -> None:
    block = a_block(BOTH, (LIDOCAINE, replace(BUPIVACAINE, syringe=2)))
    targets = tuple(replace(t, syringe=2) if t.side is Side.RIGHT else t for t in block.targets)
    lines = dose_lines(replace(block, targets=targets), None, AGENTS)
    assert [(line.agent, line.milligrams) for line in lines] == [
        ("lidocaine", 30),
        ("bupivacaine", Fraction(15, 2)),
    ]


@every_row(
    ("stated", "upper", "words"),
    [
        (Exactly.LESS, None, "at most 3 × 0.5 mL = 1.5 mL of 20 mg/mL = 30 mg at most"),
        (Exactly.RANGE, Decimal("0.7"), "at most 3 × 0.7 mL = 2.1 mL of 20 mg/mL = 42 mg at most"),
    ],
)
def test_an_uncertain_volume_gives_an_upper_bound(stated: Exactly, upper: Decimal | None, words: str) -> None:
    block = a_block(RIGHT)
    targets = tuple(replace(t, volume_is=stated, volume_to=upper) for t in block.targets)
    line = only_line(replace(block, targets=targets), None)
    assert line.at_most
    assert said(line) == words


def test_a_missing_volume_is_named_not_guessed() -> None:
    block = a_block(RIGHT)
    line = only_line(
        replace(block, targets=(replace(block.targets[0], volume=None), *block.targets[1:])), None
    )
    assert (
        said(line) == "2 × 0.5 mL = 1 mL of 20 mg/mL = 20 mg, not counted: L3 MB right (volume not recorded)"
    )


def test_a_needle_that_did_not_inject_misses_no_volume() -> None:
    block = a_block(RIGHT)
    dry = replace(block.targets[0], volume=None, not_injected=True)
    assert only_line(replace(block, targets=(dry, *block.targets[1:]))).missing == ()


def test_a_missing_strength_and_skin_volume_are_named() -> None:
    drugs = (Drug(DrugUse.TARGET, "lidocaine"), Drug(DrugUse.SKIN, "lidocaine", Decimal(10)))
    line = only_line(a_block(RIGHT, drugs), None)
    assert [gap.words for gap in line.missing] == [
        "lidocaine for nerve targets (strength not recorded)",
        "skin anesthetic (volume not recorded)",
    ]


def test_many_missing_volumes_are_counted_instead_of_named() -> None:
    block = a_block(RIGHT)
    line = only_line(replace(block, targets=tuple(replace(t, volume=None) for t in block.targets)))
    assert say_not_counted(line.missing) == "not counted: 3 nerves (volume not recorded)"


@every_row(
    ("agent", "epinephrine", "weight", "milligrams", "words"),
    [
        ("bupivacaine", False, "100", 175, "limit 175 mg absolute (by weight 200)"),
        ("bupivacaine", False, "72", 144, "limit 144 mg by weight (absolute 175)"),
        ("bupivacaine", False, "54", 108, "limit 108 mg by weight (absolute 175)"),
        ("bupivacaine", False, None, 175, "limit 175 mg absolute"),
        ("bupivacaine", True, "100", 200, "limit 200 mg by weight (absolute 225)"),
        ("bupivacaine", True, "120", 225, "limit 225 mg absolute (by weight 240)"),
        ("lidocaine", False, "100", 300, "limit 300 mg absolute (by weight 450)"),
        ("lidocaine", False, "50", 225, "limit 225 mg by weight (absolute 300)"),
        ("lidocaine", True, "50", 350, "limit 350 mg by weight (absolute 500)"),
    ],
)
def test_the_lower_limit_applies_and_is_named(
    agent: str, epinephrine: bool, weight: str | None, milligrams: int, words: str
) -> None:
    limit = limit_of(AGENTS[agent], epinephrine, Decimal(weight) if weight else None)
    assert limit is not None
    assert limit.milligrams == milligrams
    assert say_limit(limit) == words


def test_a_limit_is_cut_never_rounded_up() -> None:
    limit = limit_of(AGENTS["lidocaine"], False, Decimal("61.5"))  # 276.75 mg
    assert limit is not None
    assert say_limit(limit) == "limit 276.7 mg by weight (absolute 300)"


def test_saline_has_no_limit() -> None:
    assert limit_of(AGENTS["saline"], False, KG_72) is None


@every_row(
    ("epinephrine", "milligrams"),
    [(Epinephrine.ONE_IN_200_000, 500), (Epinephrine.NONE, 300), (None, 300)],
)
def test_epinephrine_raises_the_limit_only_when_it_was_said(
    epinephrine: Epinephrine | None, milligrams: int
) -> None:
    line = only_line(a_block(RIGHT, (replace(LIDOCAINE, epinephrine=epinephrine),)), Decimal(100))
    assert line.limit is not None
    assert line.limit.milligrams == milligrams


def test_one_plain_syringe_keeps_the_plain_limit() -> None:
    with_it = replace(LIDOCAINE, epinephrine=Epinephrine.ONE_IN_200_000)
    skin = Drug(DrugUse.SKIN, "lidocaine", Decimal(10), given=Decimal(1), epinephrine=Epinephrine.NONE)
    line = only_line(a_block(RIGHT, (with_it, skin)), Decimal(100))
    assert line.limit is not None
    assert line.limit.milligrams == 300


def test_shares_of_mixed_agents_add_up() -> None:
    lines = dose_lines(a_block(BOTH, (LIDOCAINE, BUPIVACAINE)), Decimal(100), AGENTS)
    assert total_fraction(lines) == Fraction(60, 300) + Fraction(15, 175)


def test_saline_takes_no_share() -> None:
    saline = Drug(DrugUse.TARGET, "saline", Decimal(9))
    lines = dose_lines(a_block(BOTH, (LIDOCAINE, saline)), Decimal(100), AGENTS)
    assert total_fraction(lines) == Fraction(60, 300)


def test_an_agent_without_limit_leaves_the_sum_unknown() -> None:
    lines = dose_lines(a_block(BOTH, (Drug(DrugUse.TARGET, "articaine", Decimal(40)),)), KG_72, AGENTS)
    assert total_fraction(lines) is None


def test_an_agent_without_limit_is_named_and_the_others_are_summed() -> None:
    much = replace(LIDOCAINE, strength=Decimal(80))
    strong, unknown = (
        replace(BUPIVACAINE, strength=Decimal(50)),
        Drug(DrugUse.TARGET, "articaine", Decimal(40)),
    )
    block = a_block(BOTH, (much, strong, unknown))
    assert total_fraction(dose_lines(block, Decimal(100), AGENTS)) == Fraction(240, 300) + Fraction(150, 175)
    said = [(concern.text, concern.weight) for concern in concerns_about("dose", block, Decimal(100))]
    assert said[0] == ("No limit is known for articaine: it is in no sum.", Weight.CAUTION)
    assert "166 % of their limits (not counted: articaine (no limit is known))" in said[1][0]
    assert said[1][1] is Weight.NEEDS_REASON


MUCH = replace(a_block(BOTH, (replace(BUPIVACAINE, strength=Decimal(35)),)), needle_out=needle_out(DAY))
"""105 mg: below every limit of one block."""


def said_with(other: Block, block: Block = MUCH) -> list[str]:
    found = too_much(block, Decimal(100), AGENTS, (block, other))
    return [each.text for each in found if needs_reason(each)]


def test_what_was_given_the_same_day_counts_toward_the_limit() -> None:
    assert said_with(MUCH) == [], "a record is no other record of itself"
    (over,) = said_with(replace(MUCH, id=UUID(int=9)))
    assert over.startswith("210 mg of bupivacaine in all records of this day is above the limit 175 mg")


def test_shares_of_another_record_of_the_day_add_up() -> None:
    other = replace(a_block(BOTH, (replace(LIDOCAINE, strength=Decimal(50)),)), id=UUID(int=9))
    (found,) = said_with(other)
    assert "110 % of their limits (with the other records of this day)" in found


@every_row(("hours", "over"), [(23, True), (24, False), (-23, True), (None, True), (48, False)], ids=str)
def test_within_24_hours_the_limit_of_a_day_holds(hours: int | None, over: bool) -> None:
    first = replace(MUCH, drugs=(replace(BUPIVACAINE, strength=Decimal("58")),))  # 174 mg
    at = needle_out(DAY) + timedelta(hours=hours if hours is not None else 24)
    other = replace(
        first, id=UUID(int=9), performed_on=at.date(), needle_out=at if hours is not None else None
    )
    heavy = replace(other, drugs=(replace(BUPIVACAINE, strength=Decimal("80")),))  # 240 mg
    found = said_with(heavy, first)
    limit = "414 mg of bupivacaine within 24 h is above the limit of 400 mg in 24 h."
    assert any(limit in text for text in found) is over


@every_row(
    "change",
    [{"state": BlockState.ENTERED_IN_ERROR}, {"state": BlockState.PLANNED}],
    ids=["error", "plan"],
)
def test_records_that_gave_this_person_nothing_do_not_count(change: dict[str, Any]) -> None:
    assert said_with(replace(MUCH, id=UUID(int=9), **change)) == []


def test_steroid_per_site_follows_the_mixture() -> None:
    steroid = Drug(DrugUse.STEROID, "triamcinolone acetonide", amount=Decimal(50), mixed_in=Decimal(10))
    doses = steroid_per_site(a_block(RIGHT, (LIDOCAINE, steroid), volume="1"))
    assert [(dose.milligrams, dose.volume) for dose in doses] == [(Fraction(5), Decimal(1))] * 3


IOHEXOL = Drug(DrugUse.CONTRAST, "iohexol", Decimal(240))


def with_contrast(volume: str, drug: Drug = IOHEXOL, needles: int = 6) -> Block:
    block = a_block(BOTH, (drug,))
    shown = [replace(t, contrast=Decimal(volume)) for t in block.targets[:needles]]
    return replace(block, targets=(*shown, *block.targets[needles:]))


def test_contrast_is_counted_in_iodine() -> None:
    assert contrast_iodine(with_contrast("0.2")) == Iodine(Fraction(288), complete=True)
    assert contrast_iodine(with_contrast("0.2", needles=0)) is None
    assert contrast_iodine(with_contrast("0.2", replace(IOHEXOL, strength=None))) is None


def test_a_needle_whose_contrast_is_not_recorded_makes_the_sum_a_least_one() -> None:
    block = with_contrast("0.2", needles=5)
    assert contrast_iodine(block) == Iodine(Fraction(240), complete=False)
    dry = replace(block, targets=(*block.targets[:5], replace(block.targets[5], not_injected=True)))
    assert contrast_iodine(dry) == Iodine(Fraction(240), complete=True)


def test_contrast_recorded_for_all_needles_together_is_the_sum() -> None:
    whole = replace(IOHEXOL, given=Decimal(2))
    assert contrast_iodine(with_contrast("0.2", whole, needles=0)) == Iodine(Fraction(480), complete=True)
    assert contrast_iodine(with_contrast("0.2", whole, needles=3)) == Iodine(Fraction(480), complete=True)
    assert contrast_iodine(with_contrast("0.5", whole)) == Iodine(Fraction(720), complete=True)


def test_too_much_iodine_at_some_needles_is_said_as_at_least() -> None:
    (found,) = concerns_about("contrast", with_contrast("5", needles=3))
    assert "at least 3,600 mg of iodine (not every needle is recorded)" in found.text


@every_row(
    ("drugs", "weight", "texts"),
    [
        ((replace(LIDOCAINE, strength=Decimal(200)),), 72, ["600 mg of lidocaine is above the limit 300 mg"]),
        ((replace(LIDOCAINE, strength=Decimal(60)),), 72, ["use 60 % of their limits"]),
        (
            (replace(LIDOCAINE, strength=Decimal(80)), replace(BUPIVACAINE, strength=Decimal(40))),
            100,
            ["use 149 % of their limits. Reduce the dose"],
        ),
        ((LIDOCAINE,), 72, []),
    ],
)
def test_a_dose_near_or_above_the_limit_is_said(
    drugs: tuple[Drug, ...], weight: int, texts: list[str]
) -> None:
    found = concerns_about("dose", a_block(BOTH, drugs), Decimal(weight))
    assert all(text in concern.text for text, concern in zip(texts, found, strict=True))


def test_above_the_limit_a_reason_is_needed() -> None:
    (over,) = concerns_about("dose", a_block(BOTH, (replace(LIDOCAINE, strength=Decimal(200)),)))[:1]
    assert over.weight is Weight.NEEDS_REASON


@every_row(
    ("nerve", "volume", "texts"),
    [
        ("L4 MB", "0.5", []),
        ("L4 MB", "0.6", ["more than 0.5 mL"]),
        ("C5 MB", "0.4", ["more than 0.3 mL"]),
        ("TON", "0.9", []),
        ("TON", "1", ["more than 0.9 mL"]),
        ("L4 MB", "5", ["more than 0.5 mL", "did you mean 0.5 mL?"]),
        ("L4 MB", "0.05", ["did you mean 0.5 mL?"]),
        ("C5 MB", "3", ["more than 0.3 mL", "did you mean 0.3 mL?"]),
    ],
)
def test_a_volume_beyond_the_regional_guard_is_amber(nerve: str, volume: str, texts: list[str]) -> None:
    found = concerns_about("volume", one_nerve(volume, "10", nerve))
    assert len(found) == len(texts)
    assert all(text in concern.text for text, concern in zip(texts, found, strict=True))
    assert all(concern.weight is Weight.CAUTION for concern in found)


def test_a_nerve_or_volume_that_is_not_known_has_no_guard() -> None:
    block = one_nerve("5", "1")
    unknown, empty = replace(block.targets[0], nerve="X9"), replace(block.targets[0], volume=None)
    assert concerns_about("volume", replace(block, targets=(unknown, empty))) == []


def test_an_agent_without_a_limit_is_said() -> None:
    (concern,) = concerns_about("dose", a_block(RIGHT, (replace(LIDOCAINE, agent="articaine"),)))
    assert concern.text == "No limit is known for articaine: it is in no sum."


def test_less_than_the_guard_is_within_it() -> None:
    block = one_nerve("0.5", "10")
    target = replace(block.targets[0], volume_is=Exactly.LESS)
    assert concerns_about("volume", replace(block, targets=(target,))) == []


@every_row(
    ("drug", "texts"),
    [
        (replace(BUPIVACAINE, strength=Decimal(50)), ["bupivacaine 5 %: did you mean 0.5 %?"]),
        (replace(LIDOCAINE, strength=Decimal(2)), ["lidocaine 0.2 %: did you mean 2 %?"]),
        (replace(BUPIVACAINE, strength=Decimal(500)), ["bupivacaine 50 %: did you mean 0.5 %?"]),
        (replace(BUPIVACAINE, strength=Decimal("0.005")), ["bupivacaine 0.0005 %: did you mean 0.5 %?"]),
        (replace(LIDOCAINE, strength=Decimal(15)), ["lidocaine 1.5 % is not a usual strength."]),
        (replace(BUPIVACAINE, strength=Decimal("7.5")), ["0.75 % has a boxed warning"]),
        (BUPIVACAINE, []),
    ],
)
def test_a_slipped_strength_is_asked_about(drug: Drug, texts: list[str]) -> None:
    found = concerns_about("strength", a_block(RIGHT, (drug,)))
    assert all(text in concern.text for text, concern in zip(texts, found, strict=True))


def test_a_dilution_in_a_mixed_syringe_is_usual() -> None:
    mixed = (replace(LIDOCAINE, strength=Decimal(15)), BUPIVACAINE)
    assert concerns_about("strength", a_block(RIGHT, mixed)) == []


def test_epinephrine_that_nobody_mentioned_is_said() -> None:
    assert concerns_about("epinephrine", a_block(RIGHT, (replace(LIDOCAINE, epinephrine=None),)))
    assert not concerns_about("epinephrine", a_block(RIGHT, (LIDOCAINE,)))


def test_a_target_without_a_drug_is_said() -> None:
    assert concerns_about("anesthetic", a_block(RIGHT, ()))[0].text == (
        "No anesthetic is recorded for L3 MB right, L4 MB right and L5 DR right."
    )


def test_no_weight_is_said() -> None:
    assert concerns_about("weight", a_block(), None)
    assert not concerns_about("weight", a_block())


@every_row(
    ("drug", "volume", "texts"),
    [
        (Drug(DrugUse.CONTRAST, "iohexol", Decimal(350)), "0.2", ["must never reach the intrathecal space"]),
        (Drug(DrugUse.CONTRAST, "iohexol", Decimal(300)), "5", ["9,000 mg of iodine, more than"]),
        (Drug(DrugUse.CONTRAST, "gadobutrol"), "0.2", ["Gadolinium near the dural sac"]),
        (Drug(DrugUse.CONTRAST, "iohexol", Decimal(240)), "0.2", []),
        (Drug(DrugUse.CONTRAST, "another", Decimal(240)), "0.2", []),
    ],
)
def test_contrast_that_may_harm_is_said(drug: Drug, volume: str, texts: list[str]) -> None:
    block = a_block(BOTH, (drug,))
    targets = tuple(replace(t, contrast=Decimal(volume)) for t in block.targets)
    found = concerns_about("contrast", replace(block, targets=targets))
    assert all(text in concern.text for text, concern in zip(texts, found, strict=True))


def test_steroid_is_said() -> None:
    assert concerns_about("steroid", a_block(RIGHT, (LIDOCAINE, Drug(DrugUse.STEROID, "dexamethasone"))))


@given(
    st.decimals("0.1", "2", places=2),
    st.decimals("1", "40", places=1),
    st.integers(1, 8),
    st.decimals("40", "150", places=1),
)
def test_the_sum_is_exact_and_the_limit_never_exceeds_either(
    volume: Decimal, strength: Decimal, count: int, weight: Decimal
) -> None:
    joints = [JointSide(f"T{n}-{n + 1}", Side.LEFT) for n in range(1, count + 1)]
    block = replace(a_block(joints, volume=str(volume)), region=Region.THORACIC)
    line = only_line(replace(block, drugs=(replace(LIDOCAINE, strength=strength),)), weight)
    assert line.milligrams == (count + 1) * Fraction(volume) * Fraction(strength)
    assert line.limit is not None
    assert line.limit.milligrams <= 300
    assert line.limit.milligrams <= Fraction(weight) * Fraction(9, 2)


NO_VOLUME = tuple(replace(target, volume=None) for target in a_block().targets)


@every_row(
    ("changed", "open_"),
    [
        ({"targets": NO_VOLUME}, "3 nerves (volume not recorded)"),
        ({"targets": ()}, "lidocaine (volume not recorded)"),
        (
            {"drugs": (replace(LIDOCAINE, strength=None),)},
            "lidocaine for nerve targets (strength not recorded)",
        ),
        ({"drugs": ()}, "anesthetic not recorded"),
    ],
)
def test_what_another_record_leaves_open_is_never_silent(changed: dict[str, Any], open_: str) -> None:
    block, other = a_block(), replace(a_block(number=2), **changed)
    (found,) = too_much(block, Decimal(100), AGENTS, (block, other))
    assert (found.weight, open_ in found.text) == (Weight.CAUTION, True)


def test_a_whole_record_of_the_same_day_is_no_caution() -> None:
    other = a_block(number=2)
    stopped = tuple(replace(target, not_injected=True) for target in NO_VOLUME)
    saline = replace(other, drugs=(replace(LIDOCAINE, agent="saline"),), targets=NO_VOLUME)
    for near in (other, replace(other, targets=stopped), saline):
        assert too_much(a_block(), Decimal(100), AGENTS, (near,)) == ()
