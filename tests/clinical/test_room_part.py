"""The circulator's part of a block, what follows its signature, and a label that reads otherwise."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    Discharge,
    Drug,
    DrugUse,
    Epinephrine,
    Item,
    Vitals,
    VitalsWhen,
)
from mbb_desktop.clinical.block_state import NOT_FINAL
from mbb_desktop.clinical.charting import entered, with_agent
from mbb_desktop.clinical.drug_concerns import label_concerns
from mbb_desktop.clinical.room_part import (
    ROOM_FIELDS,
    attestation,
    awaits_choice,
    awaits_recovery,
    circulator_may,
    circulator_may_enter,
    is_closed,
    is_open,
    may_follow_signature,
    only_recovery_differs,
    same_recovery,
    to_be_attested_again,
    unattested,
    with_recovery_of,
)
from tests.every_row import every_row

from .test_charting import AUTHOR, BUPIVACAINE, LIDOCAINE, NOW, charted

READ = Drug(DrugUse.TARGET, "bupivacaine", Decimal(5), label="bupivacaine", label_strength=Decimal(5))
CHOSEN = with_agent(charted(), BUPIVACAINE, AUTHOR)
SKIN = replace(CHOSEN, drugs=(*CHOSEN.drugs, Drug(DrugUse.SKIN, "lidocaine", Decimal(10))))


def changed(block: Block, at: int = 0, **facts: object) -> Block:
    drug = replace(block.drugs[at], **facts)  # type: ignore[arg-type]  # fields of a drug
    return replace(block, drugs=(*block.drugs[:at], drug, *block.drugs[at + 1 :]))


@every_row(
    "change",
    [
        lambda: changed(CHOSEN, agent="ropivacaine"),
        lambda: changed(CHOSEN, strength=Decimal("7.5")),
        lambda: changed(CHOSEN, syringe=2),
        lambda: changed(CHOSEN, epinephrine=Epinephrine.NONE),
        lambda: changed(CHOSEN, given=Decimal(3)),
        lambda: changed(SKIN, 1, agent="bupivacaine"),
        lambda: replace(CHOSEN, drugs=()),
        lambda: replace(CHOSEN, drugs=(*CHOSEN.drugs, Drug(DrugUse.STEROID, "dexamethasone"))),
        lambda: replace(CHOSEN, findings="none"),
    ],
    ids=["agent", "strength", "syringe", "epinephrine", "given", "skin", "removed", "steroid", "findings"],
)
def test_what_the_physician_decided_is_not_the_circulators(change: Callable[[], Block]) -> None:
    after = change()
    before = SKIN if len(after.drugs) > 1 and after.drugs[1].use is DrugUse.SKIN else CHOSEN
    assert not circulator_may(before, after)


def test_a_label_is_the_circulators_and_so_is_the_contrast() -> None:
    contrast = Drug(DrugUse.CONTRAST, "iohexol", Decimal(240), given=Decimal("1.2"))
    read = changed(CHOSEN, label="ropivacaine", lot="4J2291", vial=Decimal(10), brand="Naropin")
    assert circulator_may(CHOSEN, replace(read, drugs=(*read.drugs, contrast)))
    assert circulator_may_enter(CHOSEN, "drugs.0.lot")
    assert not circulator_may_enter(CHOSEN, "drugs.0.agent")


def test_before_the_physician_chose_the_vial_on_the_table_may_be_another() -> None:
    nothing = charted()
    read = replace(nothing, drugs=(READ,))
    other = Drug(DrugUse.TARGET, "lidocaine", Decimal(20), label="lidocaine", label_strength=Decimal(20))
    assert circulator_may(nothing, read)
    assert circulator_may(read, replace(read, drugs=(other,)))
    assert circulator_may(read, replace(read, drugs=()))
    decided = entered(read, Item.ANESTHETIC, AUTHOR)
    assert not circulator_may(decided, replace(decided, drugs=(other,)))


def test_a_label_that_names_another_drug_or_strength_is_a_concern() -> None:
    assert list(label_concerns(CHOSEN)) == []
    assert list(label_concerns(changed(CHOSEN, label="bupivacaine", label_strength=Decimal(5)))) == []
    (other,) = label_concerns(changed(CHOSEN, label="ropivacaine", label_strength=Decimal(5)))
    assert "reads ropivacaine 0.5 %; bupivacaine 0.5 % is recorded" in other.text
    (weaker,) = label_concerns(changed(CHOSEN, label="bupivacaine", label_strength=Decimal("2.5")))
    assert "reads bupivacaine 0.25 %" in weaker.text


def test_a_mixture_is_fine_when_the_label_names_one_of_its_drugs() -> None:
    lidocaine = Drug(DrugUse.TARGET, "lidocaine", Decimal(10), label="lidocaine", label_strength=Decimal(20))
    assert list(label_concerns(replace(CHOSEN, drugs=(*CHOSEN.drugs, lidocaine)))) == []


def test_a_label_stays_when_the_physician_chooses_another_drug() -> None:
    read = replace(charted(), drugs=(replace(READ, lot="4J2291"),))
    (drug,) = with_agent(read, LIDOCAINE, AUTHOR).drugs
    assert (drug.agent, drug.label, drug.lot) == ("lidocaine", "bupivacaine", "4J2291")
    assert len(list(label_concerns(with_agent(read, LIDOCAINE, AUTHOR)))) == 1


# After the signature


def test_only_recovery_follows_the_signature() -> None:
    before, later = Vitals(NOW, VitalsWhen.BEFORE), Vitals(NOW, VitalsWhen.RECOVERY, pulse=72)
    signed = replace(CHOSEN, vitals=(before,), state=BlockState.SIGNED)
    home = entered(
        replace(signed, vitals=(later, before), discharge=Discharge(NOW, "husband")), Item.RECOVERY, AUTHOR
    )
    assert only_recovery_differs(signed, home)
    assert with_recovery_of(signed, home).vitals == (before, later)
    assert not only_recovery_differs(signed, replace(home, vitals=()))
    assert not only_recovery_differs(signed, entered(home, Item.PLAN, AUTHOR))
    assert awaits_recovery(home)
    assert not awaits_recovery(replace(home, discharge=Discharge(attested_by="RN", attested_at=NOW)))


HOME = replace(CHOSEN, discharge=Discharge(NOW, "husband", attested_by="RN Diaz", attested_at=NOW))


def test_what_was_attested_and_then_changed_is_to_be_attested_again() -> None:
    walks = replace(HOME, discharge=replace(HOME.discharge, walking="with a stick"))
    recovered = replace(HOME, vitals=(Vitals(NOW, VitalsWhen.RECOVERY, pulse=72),))
    for changed_after in (walks, recovered):
        assert not same_recovery(HOME, changed_after)
        assert to_be_attested_again(HOME, changed_after) == unattested(changed_after)
    assert attestation(unattested(HOME)) == ("", None)


def test_an_attestation_stays_while_what_it_is_about_stays() -> None:
    earlier = replace(HOME, vitals=(Vitals(NOW, VitalsWhen.BEFORE, pulse=72),), findings="none")
    assert same_recovery(HOME, earlier)
    assert to_be_attested_again(HOME, earlier) == earlier
    walks = replace(HOME.discharge, walking="alone", attested_by="RN Other")
    again = replace(HOME, discharge=walks)
    assert to_be_attested_again(HOME, again) == again


@every_row(
    ("field", "may"),
    [
        ("vitals", True),
        ("findings", False),
        ("drugs", True),
        ("drugs.0", True),
        ("drugs.0.label_strength", True),
        ("drugs.0.strength", False),
        ("drugs.1.strength", True),
        ("drugs.1.given", True),
    ],
)
def test_a_field_is_the_circulators_or_the_physicians(field: str, may: bool) -> None:
    contrast = Drug(DrugUse.CONTRAST, "iohexol", Decimal(240))
    assert circulator_may_enter(replace(CHOSEN, drugs=(*CHOSEN.drugs, contrast)), field) is may


@every_row(
    ("field", "may"),
    [("discharge.escort", True), ("discharge", True), ("vitals.recovery", True), ("vitals", False)],
)
def test_only_recovery_may_follow_the_signature(field: str, may: bool) -> None:
    assert may_follow_signature(field) is may


def test_a_drug_that_was_only_read_off_a_vial_awaits_the_choice() -> None:
    read = replace(charted(), drugs=(READ,))
    assert awaits_choice(read)
    assert not awaits_choice(entered(read, Item.ANESTHETIC, AUTHOR))
    assert not awaits_choice(charted())
    assert not awaits_choice(replace(read, drugs=(replace(READ, label=""),)))
    assert not awaits_choice(replace(read, drugs=(replace(READ, strength=Decimal("2.5")),)))


@every_row("state", BlockState)
def test_a_block_is_open_until_it_is_signed_or_taken_back(state: BlockState) -> None:
    assert is_open(replace(CHOSEN, state=state)) is (state in {BlockState.PLANNED, BlockState.DRAFT})
    assert awaits_recovery(replace(CHOSEN, state=state)) is (state in {*NOT_FINAL, BlockState.SIGNED})


def test_recovery_is_put_on_another_version_whole() -> None:
    levels = CHOSEN.entries
    home = entered(replace(CHOSEN, discharge=Discharge(NOW, "husband")), Item.RECOVERY, AUTHOR)
    signed = entered(replace(CHOSEN, findings="none"), Item.PLAN, AUTHOR)
    joined = with_recovery_of(signed, home)
    assert (joined.discharge, joined.findings) == (Discharge(NOW, "husband"), "none")
    assert joined.entries == (*levels, signed.entries[-1], home.entries[-1])
    assert only_recovery_differs(signed, replace(joined, version=signed.version + 3))


def test_a_circulator_may_change_all_of_the_room_at_once() -> None:
    rest = ROOM_FIELDS - {"drugs", "entries"}
    facts: dict[str, object] = {**dict.fromkeys(rest, "another"), "entries": ()}
    after = replace(changed(CHOSEN, lot="4J2291"), **facts)  # type: ignore[arg-type]  # only compared
    assert circulator_may(CHOSEN, after)


@every_row("state", BlockState)
def test_a_signed_note_is_closed_also_when_it_was_an_error(state: BlockState) -> None:
    assert is_closed(replace(CHOSEN, state=state)) is (
        state in {*NOT_FINAL, BlockState.SIGNED, BlockState.ENTERED_IN_ERROR}
    )
