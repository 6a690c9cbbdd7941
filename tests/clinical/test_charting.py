"""Writing into a block: every fact has an author, and nothing becomes a fact by itself."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import JointSide, NerveSide, Region, Side
from mbb_desktop.clinical.block import (
    Aspiration,
    Block,
    Drug,
    DrugUse,
    Epinephrine,
    Exactly,
    Fluoroscopy,
    HowEntered,
    Item,
    WhereTimeOut,
    volume_given,
)
from mbb_desktop.clinical.charting import (
    AsListed,
    Author,
    Volume,
    accept,
    accept_all,
    asked_again,
    late_entry,
    plan_differs,
    proposals,
    recorded,
    region_of,
    with_agent,
    with_epinephrine,
    with_fluoroscopy,
    with_levels,
    with_needle_out,
    with_time_out_afterwards,
    with_volume,
    withdraw,
    without_drugs,
    without_levels,
)
from mbb_desktop.clinical.checks import blocking, problems
from mbb_desktop.clinical.drugs import read_formulary
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.needle import LengthUnit, Needle
from mbb_desktop.clinical.preset import AgentOffered, read_presets
from mbb_desktop.clinical.time_out import entered_for_another
from mbb_desktop.paths import data_dir
from tests.every_row import every_row

NOW = datetime(2026, 11, 24, 18, 31, tzinfo=UTC)
AUTHOR = Author(new_id(NOW), "Dr Okafor", NOW)
PRESETS = read_presets(data_dir("resources") / "clinical" / "presets.toml")
FORMULARY = read_formulary(data_dir("resources") / "clinical" / "anesthetics.toml")
LUMBAR = PRESETS[Region.LUMBAR]
LISTED = AsListed(LUMBAR, AUTHOR)
LIDOCAINE, BUPIVACAINE = LUMBAR.agents[:2]


def empty() -> Block:
    return Block(new_id(NOW), new_id(NOW), new_id(NOW), date(2026, 11, 24))


def levels(text: str, region: Region = Region.LUMBAR) -> Levels:
    read = read_levels(text, region=region)
    assert isinstance(read, Levels)
    return read


def charted(text: str = "45 51 b", region: Region = Region.LUMBAR) -> Block:
    return with_levels(empty(), levels(text, region), text, PRESETS[region], AUTHOR)


def test_levels_bring_targets_with_a_preset_volume_and_no_other_fact() -> None:
    block = charted()
    assert [(t.nerve, t.side.value) for t in block.targets][:2] == [("L3 MB", "left"), ("L3 MB", "right")]
    assert {t.volume for t in block.targets} == {Decimal("0.5")}
    assert all(t.volume_from_preset and t.aspiration is None and t.contrast is None for t in block.targets)
    assert [entry.item for entry in block.entries] == [Item.LEVELS]


@every_row(
    ("text", "region", "volume"),
    [
        ("c45 r", Region.CERVICAL, "0.3"),
        ("c23 l", Region.CERVICAL, "0.9"),
        ("t78 r", Region.THORACIC, "0.5"),
        ("45 l", Region.LUMBAR, "0.5"),
    ],
)
def test_the_preset_volume_is_that_of_the_region(text: str, region: Region, volume: str) -> None:
    assert {t.volume for t in charted(text, region).targets} == {Decimal(volume)}


def test_a_target_that_stays_keeps_its_facts_when_a_level_is_added() -> None:
    place = NerveSide("L3 MB", Side.LEFT)
    block = with_volume(charted("45 l"), [place], Volume(Decimal("0.4")), AUTHOR)
    wider = with_levels(block, levels("45 51 l"), "45 51 l", LUMBAR, AUTHOR)
    assert next(t for t in wider.targets if t.place == place).volume == Decimal("0.4")
    assert len(wider.targets) == 3


def test_clearing_the_levels_keeps_what_was_typed() -> None:
    cleared = without_levels(charted(), "45 5")
    assert (cleared.joints, cleared.targets, cleared.levels_text) == ((), (), "45 5")
    assert cleared.entered(Item.LEVELS) is None


def test_a_lone_nerve_has_a_region_too() -> None:
    assert region_of((), (NerveSide("L4 MB", Side.LEFT),)) is Region.LUMBAR
    assert region_of((), ()) is None
    assert region_of((JointSide("L6-S1", Side.LEFT),), ()) is Region.LUMBAR


def test_a_new_agent_asks_for_epinephrine_again() -> None:
    block = with_epinephrine(with_agent(charted(), LIDOCAINE, AUTHOR), Epinephrine.ONE_IN_200_000, AUTHOR)
    assert recorded(block, Item.EPINEPHRINE)
    assert not recorded(with_agent(block, BUPIVACAINE, AUTHOR), Item.EPINEPHRINE)


def beside(block: Block, drug: Drug) -> Block:
    return replace(block, drugs=(*block.drugs, drug))


def test_the_lot_that_the_nurse_entered_stays_with_the_agent_that_the_physician_picks() -> None:
    vial = Drug(DrugUse.TARGET, "bupivacaine", lot="4J2291", expires_on=date(2027, 8, 31))
    on_the_table = beside(charted(), vial)
    picked = with_agent(on_the_table, BUPIVACAINE, AUTHOR).drugs_for(DrugUse.TARGET)
    assert [(d.agent, d.strength, d.lot) for d in picked] == [("bupivacaine", Decimal(5), "4J2291")]
    other = with_agent(on_the_table, LIDOCAINE, AUTHOR).drugs_for(DrugUse.TARGET)
    assert [(d.agent, d.lot) for d in other] == [("lidocaine", "")]


def test_a_second_drug_of_the_mixture_stays_beside_the_first() -> None:
    steroid = Drug(DrugUse.STEROID, "methylprednisolone acetate", amount=Decimal(50), mixed_in=Decimal(10))
    block = beside(with_agent(charted(), BUPIVACAINE, AUTHOR), steroid)
    assert {drug.use for drug in block.drugs} == {DrugUse.TARGET, DrugUse.STEROID}
    assert without_drugs(block, DrugUse.STEROID).drugs_for(DrugUse.STEROID) == ()


@every_row("item", [p.item for p in proposals(charted(), LUMBAR)])
def test_each_proposal_is_nothing_until_accepted_and_can_be_taken_back(item: Item) -> None:
    block = with_agent(charted(), LIDOCAINE, AUTHOR)
    assert not recorded(block, item)
    accepted = accept(block, item, LISTED)
    assert recorded(accepted, item)
    entry = accepted.entered(item)
    assert entry is not None
    assert (entry.by, entry.at, entry.how) == ("Dr Okafor", NOW, HowEntered.ACCEPTED)
    back = withdraw(accepted, item)
    assert not recorded(back, item)
    assert back == block


def test_one_deliberate_key_accepts_all_that_is_listed_and_says_so() -> None:
    block = accept_all(with_agent(charted(), LIDOCAINE, AUTHOR), LISTED)
    listed = [p.item for p in proposals(block, LUMBAR)]
    assert all(recorded(block, item) for item in listed)
    assert {e.how for e in block.entries if e.item in listed} == {HowEntered.ALL_AS_LISTED}


def test_accepting_all_leaves_what_was_entered_otherwise() -> None:
    block = with_agent(charted(), LIDOCAINE, AUTHOR)
    first, *rest = block.targets
    bloody = replace(block, targets=(replace(first, aspiration=Aspiration.BLOOD), *rest))
    done = accept_all(replace(bloody, no_contrast=True), LISTED)
    assert done.targets[0].aspiration is Aspiration.BLOOD
    assert {t.aspiration for t in done.targets[1:]} == {Aspiration.NEGATIVE}
    assert all(t.contrast is None for t in done.targets)


def test_a_contrast_that_was_drawn_up_is_kept_and_only_missing_amounts_are_filled() -> None:
    drug = Drug(DrugUse.CONTRAST, "iohexol", strength=Decimal(180))
    block = beside(charted("45 l"), drug)
    first, *rest = block.targets
    block = replace(block, targets=(replace(first, contrast=Decimal("0.4")), *rest))
    done = accept(block, Item.CONTRAST, LISTED)
    assert [d.strength for d in done.drugs_for(DrugUse.CONTRAST)] == [Decimal(180)]
    assert [t.contrast for t in done.targets] == [Decimal("0.4"), Decimal("0.2")]


def test_accepting_epinephrine_leaves_what_was_said_of_another_drug() -> None:
    block = with_epinephrine(with_agent(charted(), BUPIVACAINE, AUTHOR), Epinephrine.ONE_IN_200_000, AUTHOR)
    mixed = beside(block, Drug(DrugUse.TARGET, "lidocaine", Decimal(10)))
    said_of = {d.agent: d.epinephrine for d in accept_all(mixed, LISTED).drugs_for(DrugUse.TARGET)}
    assert said_of == {"bupivacaine": Epinephrine.ONE_IN_200_000, "lidocaine": Epinephrine.NONE}


def test_a_needle_and_a_prep_that_are_partly_recorded_stay_as_they_are() -> None:
    needle = Needle(length=Decimal(10), length_unit=LengthUnit.CM, kind="Quincke")
    block = replace(with_agent(charted(), LIDOCAINE, AUTHOR), needle=needle, prep_text="alcohol only")
    done = accept_all(block, LISTED)
    assert (done.needle, done.prep, done.prep_text) == (needle, None, "alcohol only")


def test_what_was_accepted_for_one_region_is_proposed_again_for_another() -> None:
    lumbar = accept_all(with_agent(charted("45 l"), LIDOCAINE, AUTHOR), LISTED)
    reading = read_levels("c34 l", region=Region.LUMBAR)
    assert isinstance(reading, Levels)
    cervical = with_levels(lumbar, reading, "c34 l", PRESETS[Region.CERVICAL], AUTHOR)
    again = (Item.NEEDLE, Item.POSITION, Item.IMAGES, Item.CONSENT, Item.COMPLICATIONS)
    assert not any(recorded(cervical, item) for item in again)
    assert recorded(cervical, Item.PREP)


@every_row("typed, holds", [("45 r", False), ("45 b", False), ("45 51 l", True)])
def test_a_consent_accepted_for_one_side_is_none_for_another(typed: str, holds: bool) -> None:
    left = accept_all(with_agent(charted("45 l"), LIDOCAINE, AUTHOR), LISTED)
    reading = read_levels(typed, region=Region.LUMBAR)
    assert isinstance(reading, Levels)
    changed = with_levels(left, reading, typed, LISTED.preset, AUTHOR)
    assert recorded(changed, Item.CONSENT) is holds
    assert recorded(changed, Item.IMAGES) is False
    assert asked_again(left, left) is left
    another = replace(left, performed_on=left.performed_on + timedelta(days=1))
    assert not recorded(asked_again(left, another), Item.CONSENT)


def test_what_was_accepted_for_a_target_is_not_said_of_one_that_was_not_injected() -> None:
    block = accept_all(with_agent(charted("45 b"), LIDOCAINE, AUTHOR), LISTED)
    left, *others = block.targets
    stopped = replace(block, targets=(replace(left, not_injected=True), *others))
    found = asked_again(block, stopped)
    assert (found.targets[0].aspiration, found.targets[0].contrast) == (None, None)
    assert found.targets[1:] == block.targets[1:]
    assert (recorded(found, Item.CONTRAST), recorded(found, Item.IMAGES)) == (True, False)
    typed = replace(stopped, entries=())
    assert asked_again(block, typed) == typed
    none = asked_again(
        block, replace(block, targets=tuple(replace(t, not_injected=True) for t in block.targets))
    )
    assert not none.drugs_for(DrugUse.CONTRAST)


def test_what_was_accepted_for_targets_that_nobody_remembers_is_proposed_again() -> None:
    left = accept_all(with_agent(charted("45 l"), LIDOCAINE, AUTHOR), LISTED)
    reading = read_levels("45 r", region=Region.LUMBAR)
    assert isinstance(reading, Levels)
    opened_again = without_levels(left, "45 ")  # somebody closed it while the text could not be read
    right = with_levels(opened_again, reading, "45 r", LISTED.preset, AUTHOR)
    former = (Item.CONSENT, Item.CONTRAST, Item.NEEDLE, Item.POSITION)
    assert not any(recorded(right, item) for item in former)
    assert recorded(right, Item.PREP)


def test_nothing_is_proposed_or_accepted_before_there_is_a_target() -> None:
    assert proposals(empty(), LUMBAR) == ()
    untouched = empty()
    assert accept_all(untouched, LISTED) == untouched
    without_drug = charted()
    assert accept(without_drug, Item.EPINEPHRINE, LISTED) == without_drug


def test_a_target_where_nothing_was_injected_gets_no_accepted_fact() -> None:
    block = charted("45 l")
    first, *rest = block.targets
    block = replace(block, targets=(replace(first, not_injected=True), *rest))
    done = accept(block, Item.ASPIRATION, LISTED)
    assert [t.aspiration for t in done.targets] == [None, Aspiration.NEGATIVE]
    assert volume_given(done.targets[0]) is None


@every_row(
    ("volume", "most"),
    [
        (Volume(Decimal("0.5")), "0.5"),
        (Volume(Decimal("0.5"), Exactly.LESS), "0.5"),
        (Volume(Decimal("0.3"), Exactly.RANGE, Decimal("0.5")), "0.5"),
    ],
)
def test_a_stated_volume_is_kept_as_stated_and_bounded_from_above(volume: Volume, most: str) -> None:
    block = with_volume(charted("45 l"), [NerveSide("L3 MB", Side.LEFT)], volume, AUTHOR)
    target = block.targets[0]
    assert (target.volume, target.volume_is, target.volume_to) == (volume.amount, volume.stated, volume.up_to)
    assert volume_given(target) == Decimal(most)
    assert not target.volume_from_preset


def test_needle_out_and_fluoroscopy_lose_their_author_when_emptied() -> None:
    block = with_needle_out(charted(), NOW, AUTHOR, HowEntered.STAMPED)
    assert block.entered(Item.NEEDLE_OUT) is not None
    assert with_needle_out(block, None, AUTHOR).entered(Item.NEEDLE_OUT) is None
    timed = with_fluoroscopy(block, Fluoroscopy(seconds=42), AUTHOR)
    assert timed.entered(Item.FLUOROSCOPY) is not None
    assert with_fluoroscopy(timed, Fluoroscopy(), AUTHOR).entered(Item.FLUOROSCOPY) is None


def test_a_time_out_entered_afterwards_says_so() -> None:
    block = with_time_out_afterwards(charted(), "M. Diaz, RN", NOW - timedelta(minutes=9), AUTHOR)
    assert block.time_out is not None
    assert block.time_out.where is WhereTimeOut.AFTERWARDS
    assert not entered_for_another(block)
    other = with_levels(block, levels("45 51 l"), "45 51 l", LUMBAR, AUTHOR)
    tomorrow = replace(block, performed_on=block.performed_on + timedelta(days=1))
    asked = [blocking(problems(each, None, NOW, FORMULARY)) for each in (block, other, tomorrow)]
    sentence = "The time-out was entered for other levels, another side or day. Enter it again."
    assert [sentence in {each.sentence for each in found} for found in asked] == [False, True, True]


def test_the_plan_differs_only_when_both_are_there_and_disagree() -> None:
    left, right = (JointSide("L4-5", side) for side in (Side.LEFT, Side.RIGHT))
    assert not plan_differs(charted())
    assert plan_differs(replace(empty(), planned_joints=(left,), joints=(right,)))
    assert not plan_differs(replace(empty(), planned_joints=(left, right), joints=(right, left)))


@every_row(("hours", "late"), [(23, False), (24, False), (25, True)])
def test_an_entry_over_a_day_later_is_late(hours: int, late: bool) -> None:
    assert late_entry(NOW, NOW + timedelta(hours=hours)) is late


@given(st.permutations([p.item for p in proposals(charted(), LUMBAR)]))
def test_the_order_of_accepting_does_not_matter(order: list[Item]) -> None:
    block = with_agent(charted(), AgentOffered("lidocaine", Decimal(20)), AUTHOR)
    for item in order:
        block = accept(block, item, LISTED, HowEntered.ALL_AS_LISTED)
    straight = accept_all(with_agent(charted(), AgentOffered("lidocaine", Decimal(20)), AUTHOR), LISTED)
    assert set(block.entries) == set(straight.entries)
    assert {drug.agent for drug in block.drugs} == {drug.agent for drug in straight.drugs}
    assert block.targets == straight.targets
