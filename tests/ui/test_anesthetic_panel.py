"""Which drug, how much at each nerve, and the arithmetic; nothing is chosen beforehand."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from mbb_desktop.clinical.anatomy import NerveSide, Side
from mbb_desktop.clinical.block import Drug, DrugUse, Epinephrine, Exactly, Item
from mbb_desktop.ui.typed import NotUnderstood
from mbb_desktop.ui.volume_table import VolumeCell, read_volume
from tests.ui.editing import Editing, Scene, editing

pytestmark = pytest.mark.qt_log_ignore(
    "does not support grabbing the keyboard", extend=True
)  # a list of drugs


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editing]:
    with editing(tmp_path_factory.mktemp("anesthetic")) as made:
        made.begin("45 51 b", "enter")
        yield made


@pytest.fixture
def at(opened: Editing) -> Iterator[Editing]:
    """The levels are said, and the drugs have the keyboard."""
    with opened.again() as begun:
        begun.editor.work.anesthetic.group.focus_group()
        yield begun
        if popover := begun.editor.work.anesthetic.popover:
            popover.close()


def drugs(at: Editing) -> tuple[Drug, ...]:
    return at.editor.draft.block.drugs_for(DrugUse.TARGET)


def cell(at: Editing, nerve: str, side: Side) -> VolumeCell:
    return at.editor.work.anesthetic.volumes.cells[NerveSide(nerve, side)]


def test_a_number_chooses_a_drug_only_while_the_group_has_the_keyboard(at: Editing) -> None:
    at.keys("2")
    assert [(drug.agent, drug.strength) for drug in drugs(at)] == [("bupivacaine", Decimal(5))]
    at.go(Item.NEEDLE_OUT)
    at.hands.type("3")
    assert [drug.agent for drug in drugs(at)] == ["bupivacaine"]


def test_a_number_pressed_twice_changes_no_volume(at: Editing) -> None:
    at.keys("2", "2")
    assert {target.volume for target in at.editor.draft.block.targets} == {Decimal("0.5")}


def test_a_second_block_names_the_drug_of_the_first_and_keeps_the_numbers(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(earlier="45 51 b")) as at:
        panel = at.editor.work.anesthetic
        assert panel.hint() == "1st block used lidocaine 2 %"
        assert panel.group.names() == (
            "2  BUPivacaine 0.5 %",
            "3  ROPivacaine 0.5 %",
            "1  Lidocaine 2 %",
            "4  Other",
        )
        assert drugs(at) == ()
        at.keys("45 51 b", "enter", "1")
        assert [drug.agent for drug in drugs(at)] == ["lidocaine"]


def test_another_drug_forgets_whether_epinephrine_was_in_it(at: Editing) -> None:
    at.keys("2")
    at.hands.click(at.editor.work.anesthetic.epinephrine.buttons[1])
    assert drugs(at)[0].epinephrine is Epinephrine.ONE_IN_200_000
    at.editor.work.anesthetic.group.focus_group()
    at.keys("1")
    assert drugs(at)[0].epinephrine is None
    assert at.editor.work.anesthetic.epinephrine.chosen() is None


def test_any_other_drug_and_a_mixture_can_be_entered(at: Editing) -> None:
    at.keys("4")
    popover = at.editor.work.anesthetic.popover
    assert popover is not None
    at.keys("space")
    at.hands.type("mepivacaine")
    at.keys("tab")
    at.hands.type("15")
    at.keys("esc")
    assert [(drug.agent, drug.strength) for drug in drugs(at)] == [("mepivacaine", Decimal(15))]
    assert at.editor.work.anesthetic.group.names()[-1] == "4  mepivacaine 1.5 %"
    assert at.focused() is at.editor.work.anesthetic.group.stop()


def test_a_percentage_without_its_sign_is_not_stored_as_milligrams(at: Editing) -> None:
    at.keys("4", "space")
    at.hands.type("lidocaine")
    at.keys("tab")
    at.hands.type("2")
    assert drugs(at)[0].strength is None
    at.hands.type(" %")
    assert drugs(at)[0].strength == Decimal(20)
    at.keys("esc")
    assert at.stored().drugs[0].strength == Decimal(20)


def test_a_dose_with_a_volume_missing_says_what_is_not_counted(at: Editing) -> None:
    at.keys("2")
    left = cell(at, "L3 MB", Side.LEFT)
    left.setFocus()
    left.selectAll()
    at.keys("delete")
    (said,) = at.editor.work.anesthetic.dose_texts()
    assert "0.17 mg/kg, not counted: L3 MB left (volume not recorded)." in said


def test_volumes_come_from_the_preset_with_a_mark_until_they_are_typed(at: Editing) -> None:
    left = cell(at, "L3 MB", Side.LEFT)
    assert left.text() == "0.5"
    assert left.is_from_preset()
    left.setFocus()
    left.selectAll()
    at.hands.type("0.3")
    assert not left.is_from_preset()
    assert cell(at, "L3 MB", Side.RIGHT).is_from_preset()
    assert at.stored().targets[0].volume == Decimal("0.3")


def test_a_volume_above_the_guard_is_amber_and_says_why(at: Editing) -> None:
    left = cell(at, "L3 MB", Side.LEFT)
    left.setFocus()
    left.selectAll()
    at.hands.type("0.7")
    assert left.over
    assert left.toolTip() == "Above 0.5 mL the drug may reach other nerves"


def test_the_arrows_go_through_the_table(at: Editing) -> None:
    cell(at, "L3 MB", Side.LEFT).setFocus()
    at.keys("down", "down", "up")
    assert at.focused() is cell(at, "L4 MB", Side.LEFT)
    cell(at, "L4 MB", Side.LEFT).selectAll()
    at.keys("right")
    assert at.focused() is cell(at, "L4 MB", Side.RIGHT)


@pytest.mark.parametrize(
    ("typed", "amount", "stated", "up_to"),
    [
        ("0.5", "0.5", Exactly.EQUAL, None),
        (".5", "0.5", Exactly.EQUAL, None),
        ("0,5", "0.5", Exactly.EQUAL, None),
        ("<0.5", "0.5", Exactly.LESS, None),
        ("0.3-0.5", "0.3", Exactly.RANGE, "0.5"),
        ("0.3 to 0.5", "0.3", Exactly.RANGE, "0.5"),
    ],
)
def test_volumes_are_read_as_people_write_them(
    typed: str, amount: str, stated: Exactly, up_to: str | None
) -> None:
    volume = read_volume(typed)
    assert (volume.amount, volume.stated) == (Decimal(amount), stated)
    assert volume.up_to == (Decimal(up_to) if up_to else None)


@pytest.mark.parametrize("typed", ["5", "500", "0.05"])
def test_a_shifted_volume_is_asked_about_before_it_is_kept(at: Editing, typed: str) -> None:
    left = cell(at, "L3 MB", Side.LEFT)
    left.setFocus()
    left.selectAll()
    at.keys(*typed)
    assert "did you mean 0.5 mL?" in left.problem()
    assert at.stored().targets[0].volume is None


def test_a_volume_with_its_unit_is_kept_as_it_was_meant(at: Editing) -> None:
    left = cell(at, "L3 MB", Side.LEFT)
    left.setFocus()
    left.selectAll()
    at.keys(*"5mL", "tab")
    assert at.stored().targets[0].volume == 5
    assert (left.text(), left.problem(), left.over) == ("5 mL", "", True)


@pytest.mark.parametrize("typed", ["abc", "0", "-1", "0.5-0.3", "<", "0.00001"])
def test_what_is_no_volume_is_explained(typed: str) -> None:
    with pytest.raises(NotUnderstood, match=r"\.$"):
        read_volume(typed)


def test_an_empty_volume_is_not_known_and_never_zero(at: Editing) -> None:
    left = cell(at, "L3 MB", Side.LEFT)
    left.setFocus()
    left.selectAll()
    at.keys("delete")
    assert at.stored().targets[0].volume is None


def test_the_arithmetic_is_spelled_out_with_the_limit_that_applies(at: Editing) -> None:
    at.keys("2")
    said = "6 × 0.5 mL = 3 mL of 5 mg/mL = 15 mg, 0.21 mg/kg"
    assert at.editor.work.anesthetic.dose_texts() == (f" {said}. limit 144 mg by weight (absolute 175)",)


def test_a_dose_above_the_limit_asks_for_a_reason_in_place(at: Editing) -> None:
    panel = at.editor.work.anesthetic
    at.keys("2")
    assert panel.dose_reason.isHidden()
    block = at.editor.draft.block
    much = tuple(replace(target, volume=Decimal(8)) for target in block.targets)
    at.editor.draft.change(replace(block, targets=much))
    assert not panel.dose_reason.isHidden()
    assert panel.allergy_reason.isHidden()
    blocking = [p.sentence for p in at.editor.missing()]
    assert any("limit" in sentence for sentence in blocking)
    panel.dose_reason.editor.setFocus()
    at.hands.type("agreed with the anesthetist")
    assert not any("limit" in p.sentence for p in at.editor.missing())
    more = tuple(replace(target, volume=Decimal(9)) for target in at.editor.draft.block.targets)
    at.editor.draft.change(replace(at.editor.draft.block, targets=more))
    assert any("limit" in p.sentence for p in at.editor.missing())
    at.keys("return")
    assert not any("limit" in p.sentence for p in at.editor.missing())
