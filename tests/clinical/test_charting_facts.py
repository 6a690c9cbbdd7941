"""Each way to write into a block, with the whole fact that it leaves and whose entry it is."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from mbb_desktop.clinical.anatomy import JointSide, NerveSide, Region, Side
from mbb_desktop.clinical.block import (
    Aspiration,
    Block,
    Consent,
    ConsentKind,
    Drug,
    DrugUse,
    Entry,
    Epinephrine,
    Fluoroscopy,
    HowEntered,
    Item,
    SedationLevel,
    TimeOut,
    WhereTimeOut,
)
from mbb_desktop.clinical.charting import (
    Proposal,
    Volume,
    accept,
    proposals,
    region_of,
    with_agent,
    with_epinephrine,
    with_fluoroscopy,
    with_levels,
    with_needle_out,
    with_time_out_afterwards,
    with_volume,
    without_levels,
)
from mbb_desktop.clinical.time_out import stands_for
from tests.clinical.test_charting import (
    AUTHOR,
    BUPIVACAINE,
    LIDOCAINE,
    LISTED,
    LUMBAR,
    NOW,
    PRESETS,
    charted,
    levels,
)
from tests.every_row import every_row

LEFT = NerveSide("L3 MB", Side.LEFT)


def last_entry(block: Block) -> Entry:
    return block.entries[-1]


def by_author(item: Item, how: HowEntered = HowEntered.TYPED) -> Entry:
    return Entry(item, AUTHOR.id, AUTHOR.name, AUTHOR.at, how)


def test_what_is_proposed_is_said_in_words() -> None:
    told = [(each.item, each.label, each.value) for each in proposals(charted(), LUMBAR)]
    assert told == [
        (Item.ASPIRATION, "Aspiration", "negative, all 6"),
        (Item.CONTRAST, "Contrast", "iohexol 240 mgI/mL, 0.2 mL each"),
        (Item.PREP, "Skin prep", "chlorhexidine in alcohol"),
        (Item.SKIN, "Skin anesthetic", "lidocaine 1 %"),
        (Item.STEROID, "Steroid", "none"),
        (Item.SEDATION, "Sedation", "none"),
        (Item.IMAGES, "Images", "6 saved"),
        (Item.COMPLICATIONS, "Complications", "none"),
        (Item.CONSENT, "Consent", "written, 24-Nov"),
        (Item.NEEDLE, "Needle", "25 G 3.5 in"),
        (Item.POSITION, "Position", "prone"),
        (Item.EPINEPHRINE, "Epinephrine", "none"),
    ]


@every_row(
    ("injected", "aspiration", "images"), [(1, "negative", "2 saved"), (2, "negative, all 2", "4 saved")]
)
def test_only_what_was_injected_is_counted(injected: int, aspiration: str, images: str) -> None:
    block = charted()
    stopped = tuple(replace(t, not_injected=n >= injected) for n, t in enumerate(block.targets))
    told = proposals(replace(block, targets=stopped), replace(LUMBAR, images_per_target=2))
    assert Proposal(Item.ASPIRATION, "Aspiration", aspiration) in told
    assert Proposal(Item.IMAGES, "Images", images) in told
    listed = replace(LISTED, preset=replace(LUMBAR, images_per_target=2))
    kept = accept(replace(block, targets=stopped), Item.IMAGES, listed)
    assert kept.fluoroscopy.images_saved == 2 * injected


CONTRAST = Drug(DrugUse.CONTRAST, "iohexol", strength=Decimal(240))
SKIN = Drug(DrugUse.SKIN, "lidocaine", strength=Decimal(10))


@every_row(
    ("item", "fact"),
    [
        (Item.PREP, {"prep": LUMBAR.prep}),
        (Item.SKIN, {"drugs": (SKIN,)}),
        (Item.STEROID, {"no_steroid": True}),
        (Item.SEDATION, {"sedation": SedationLevel.NONE}),
        (Item.COMPLICATIONS, {"no_complication": True}),
        (Item.CONSENT, {"consent": Consent(ConsentKind.WRITTEN, signed_on=date(2026, 11, 24))}),
        (Item.NEEDLE, {"needle": LUMBAR.needle}),
        (Item.POSITION, {"position": "prone"}),
        (
            Item.ASPIRATION,
            {"targets": tuple(replace(t, aspiration=Aspiration.NEGATIVE) for t in charted().targets)},
        ),
        (
            Item.CONTRAST,
            {
                "drugs": (CONTRAST,),
                "targets": tuple(replace(t, contrast=Decimal("0.2")) for t in charted().targets),
            },
        ),
    ],
    ids=lambda each: each.value if isinstance(each, Item) else "",
)
def test_what_is_accepted_becomes_this_fact_and_no_other(item: Item, fact: dict[str, object]) -> None:
    block = charted()
    changed = replace(block, **fact)  # type: ignore[arg-type] # fields by name
    accepted = by_author(item, HowEntered.ACCEPTED)
    assert accept(block, item, LISTED) == replace(changed, entries=(*block.entries, accepted))


def test_levels_are_kept_as_read_and_as_typed() -> None:
    block = charted("45 r")
    joints = (JointSide("L4-5", Side.RIGHT),)
    assert (block.joints, block.levels_text, block.region) == (joints, "45 r", Region.LUMBAR)
    assert block.entries == (by_author(Item.LEVELS),)
    assert charted("l4mb r").region is Region.LUMBAR
    assert without_levels(block) == replace(empty_of(block), levels_text="", region=None)


def empty_of(block: Block) -> Block:
    return replace(block, joints=(), targets=(), entries=())


@every_row(
    ("joints", "nerves", "region"),
    [
        (("C4-5",), (), Region.CERVICAL),
        (("L5-6",), (), Region.LUMBAR),
        ((), ("T7 MB",), Region.THORACIC),
        ((), ("L6 DR",), Region.LUMBAR),
        ((), ("L5 DR",), Region.LUMBAR),
        ((), ("TON",), Region.CERVICAL),
    ],
)
def test_joints_and_nerves_have_their_region(
    joints: tuple[str, ...], nerves: tuple[str, ...], region: Region
) -> None:
    places = tuple(NerveSide(name, Side.LEFT) for name in nerves)
    assert region_of(tuple(JointSide(name, Side.LEFT) for name in joints), places) is region


@every_row(
    ("how", "text", "kept"),
    [
        (HowEntered.ACCEPTED, "51 l", True),
        (HowEntered.ACCEPTED, "c34 l", False),
        (HowEntered.ALL_AS_LISTED, "c34 l", False),
        (HowEntered.TYPED, "c34 l", True),
    ],
)
def test_only_what_was_accepted_for_another_region_is_proposed_again(
    how: HowEntered, text: str, kept: bool
) -> None:
    lumbar = accept(charted("45 l"), Item.POSITION, LISTED, how)
    changed = with_levels(lumbar, levels(text), text, PRESETS[Region.CERVICAL], AUTHOR)
    assert (changed.position, changed.entered(Item.POSITION) is not None) == ("prone" if kept else "", kept)


def test_what_was_accepted_for_targets_that_nobody_remembers_is_proposed_again() -> None:
    unplaced = without_levels(accept(charted("45 l"), Item.POSITION, LISTED))
    for text in ("c34 l", "45 l"):
        assert with_levels(unplaced, levels(text), text, LUMBAR, AUTHOR).position == ""


VIAL = Drug(DrugUse.TARGET, "bupivacaine", label="bupivacaine", label_strength=Decimal(5), lot="4J2291")


def test_an_agent_takes_the_label_that_was_read_with_it() -> None:
    block = replace(charted(), drugs=(replace(VIAL, strength=Decimal(5)),))
    picked = with_agent(block, LIDOCAINE, AUTHOR)
    assert picked.drugs == (replace(VIAL, agent="lidocaine", strength=Decimal(20)),)
    assert picked.entries == (by_author(Item.LEVELS), by_author(Item.ANESTHETIC))


def test_a_label_of_the_second_syringe_is_not_that_of_the_first() -> None:
    second = replace(VIAL, syringe=2)
    picked = with_agent(replace(charted(), drugs=(SKIN, second)), LIDOCAINE, AUTHOR)
    assert picked.drugs == (Drug(DrugUse.TARGET, "lidocaine", Decimal(20)), SKIN, second)


def test_an_agent_of_the_second_syringe_that_is_picked_comes_into_the_first() -> None:
    second = Drug(DrugUse.TARGET, "bupivacaine", Decimal(5), epinephrine=Epinephrine.NONE, syringe=2)
    skin = replace(SKIN, syringe=2)
    first, *others = with_agent(replace(charted(), drugs=(skin, second)), BUPIVACAINE, AUTHOR).drugs
    assert first == Drug(DrugUse.TARGET, "bupivacaine", Decimal(5), syringe=1)
    assert others == [skin, second]


def test_epinephrine_is_said_for_the_targets_and_of_nothing_else() -> None:
    block = replace(with_agent(charted(), LIDOCAINE, AUTHOR))
    both = replace(block, drugs=(*block.drugs, SKIN))
    said = with_epinephrine(both, Epinephrine.ONE_IN_200_000, AUTHOR)
    assert said.drugs == (replace(both.drugs[0], epinephrine=Epinephrine.ONE_IN_200_000), SKIN)
    assert last_entry(said) == by_author(Item.EPINEPHRINE)
    assert with_agent(said, BUPIVACAINE, AUTHOR).entered(Item.EPINEPHRINE) is None


def test_a_volume_is_no_longer_that_of_the_preset() -> None:
    first = with_volume(charted("45 l"), [LEFT], Volume(Decimal("0.4")), AUTHOR)
    assert [(t.volume, t.volume_from_preset) for t in first.targets] == [
        (Decimal("0.4"), False),
        (Decimal("0.5"), True),
    ]
    assert last_entry(first) == by_author(Item.VOLUMES)


def test_times_and_doses_are_kept_with_who_entered_them() -> None:
    stamped = with_needle_out(charted(), NOW, AUTHOR, HowEntered.STAMPED)
    assert (stamped.needle_out, last_entry(stamped)) == (NOW, by_author(Item.NEEDLE_OUT, HowEntered.STAMPED))
    assert with_needle_out(stamped, None, AUTHOR).needle_out is None


@every_row(
    ("dose", "said"),
    [
        (Fluoroscopy(seconds=42), True),
        (Fluoroscopy(none_used=True), True),
        (Fluoroscopy(air_kerma=Decimal(3)), True),
        (Fluoroscopy(images_saved=2), False),
    ],
    ids=["seconds", "none used", "air kerma", "images"],
)
def test_a_dose_is_somebodys_entry_once_it_says_something(dose: Fluoroscopy, said: bool) -> None:
    block = with_fluoroscopy(charted(), dose, AUTHOR)
    assert block.fluoroscopy == dose
    assert block.entered(Item.FLUOROSCOPY) == (by_author(Item.FLUOROSCOPY) if said else None)


def test_a_time_out_entered_afterwards_keeps_its_leader_and_its_time() -> None:
    at = NOW - timedelta(minutes=9)
    block = with_time_out_afterwards(charted(), "M. Diaz, RN", at, AUTHOR)
    held = TimeOut(at, "M. Diaz, RN", WhereTimeOut.AFTERWARDS, levels_text=stands_for(block))
    assert block.time_outs == (held,)
    assert last_entry(block) == by_author(Item.TIMES)
