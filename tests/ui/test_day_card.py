"""The day of a block: what else happened, entered beside the scores and never guessed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from mbb_desktop.clinical.response import Medicine, MedicineKind
from mbb_desktop.ui.day_card import Day, DayCard, ListEditor, TypedMedicine, day_of
from tests.ui.editing import Editing, editing
from tests.ui.sample import let_go


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editing]:
    with editing(tmp_path_factory.mktemp("day")) as made:
        made.begin("45 51 b", "enter", "2")
        yield made


@pytest.fixture
def at(opened: Editing) -> Iterator[Editing]:
    with opened.again() as begun:
        yield begun
        let_go()  # the card


def card_of(at: Editing) -> DayCard:
    at.editor.work.pain.day.click()
    (card,) = at.window.findChildren(DayCard)
    return card


def put(card: DayCard, **values: object) -> None:
    for name, value in values.items():
        card.form.editor(name).set_value(value)
        card.form.editor(name).edited.emit()


def test_nothing_is_said_about_the_day_before_somebody_asks(at: Editing) -> None:
    card = card_of(at)
    assert card.form.record() == Day() == day_of(at.editor.draft.response)
    assert not card.is_unfinished()
    card.dismiss()


def test_what_is_entered_about_the_day_is_in_the_record(at: Editing) -> None:
    card = card_of(at)
    taken = TypedMedicine("oxycodone", MedicineKind.RESCUE, dose="5 mg")
    put(card, others=True, medicines=(taken,), napped=False, side_effects="none", unmasked="groin, 4 of 10")
    put(card, movements_tried=("bending", "turning"), movements_regained=("turning",))
    card.save.click()
    stored = at.scores()
    assert stored.medicines == (Medicine("oxycodone", MedicineKind.RESCUE, dose="5 mg"),)
    assert (stored.napped, stored.side_effects, stored.unmasked) == (False, "none", "groin, 4 of 10")
    assert (stored.movements_tried, stored.movements_regained) == (("bending", "turning"), ("turning",))
    assert not stored.no_other_medicine


def test_no_other_medicine_is_said_only_when_it_was_said(at: Editing) -> None:
    card = card_of(at)
    put(card, others=False)
    card.save.click()
    assert at.scores().no_other_medicine
    assert day_of(replace(at.scores(), no_other_medicine=False)).others is None


def test_a_contradiction_is_not_saved(at: Editing) -> None:
    card = card_of(at)
    put(card, others=False, medicines=(TypedMedicine("oxycodone", MedicineKind.RESCUE),))
    card.save.click()
    assert card.isVisible()
    assert "A medicine is listed" in card.form.field("others").sentence()
    put(card, others=True, movements_regained=("turning",))
    card.save.click()
    assert "Name turning among those tried" in card.form.field("movements_regained").sentence()
    assert at.scores().medicines == ()
    card.dismiss()


def test_how_a_medicine_was_taken_is_never_assumed(at: Editing) -> None:
    card = card_of(at)
    put(card, others=True, medicines=(TypedMedicine("oxycodone"),))
    card.save.click()
    assert "usual medicine or an extra one" in card.form.problems()["medicines"]
    assert at.scores().medicines == ()
    card.dismiss()


def test_a_list_is_typed_with_commas() -> None:
    assert ListEditor("").read("bending, turning ,, bending") == ("bending", "turning")
