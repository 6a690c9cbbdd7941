"""As performed: nothing is a fact before somebody accepts it, and everything else can be recorded instead."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.block import Aspiration, DrugUse, HowEntered, Item, Route, SedationLevel
from mbb_desktop.clinical.charting import recorded
from mbb_desktop.ui import theme
from mbb_desktop.ui.performed_strip import PerformedStrip
from mbb_desktop.ui.performed_words import LABELS
from tests.ui.editing import Editing, Scene, editing
from tests.ui.rooms import NURSE, PHYSICIAN

pytestmark = pytest.mark.qt_log_ignore(
    "does not support grabbing the keyboard", extend=True
)  # a list of drugs


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editing]:
    with editing(tmp_path_factory.mktemp("strip")) as made:
        made.begin("45 51 b", "enter", "2")
        yield made


@pytest.fixture
def at(opened: Editing) -> Iterator[Editing]:
    with opened.again() as begun:
        yield begun
        if popover := strip(begun).popover:
            popover.close()


def strip(at: Editing) -> PerformedStrip:
    return at.editor.work.strip


def test_everything_is_proposed_and_nothing_is_recorded(at: Editing) -> None:
    assert strip(at).counts() == "0 accepted, 12 proposed from preset"
    assert strip(at).chips[Item.ASPIRATION].value() == "negative, all 6"
    assert not any(recorded(at.editor.draft.block, item) for item in LABELS)


def test_a_chip_says_whether_it_is_a_fact(at: Editing) -> None:
    chip = strip(at).chips[Item.STEROID]
    assert chip.accessibleName() == "Steroid: none, proposed, not recorded"
    at.hands.click(chip)
    assert chip.accessibleName() == "Steroid: none, recorded"
    assert at.stored().no_steroid


def test_space_accepts_and_space_takes_back(at: Editing) -> None:
    strip(at).chips[Item.ASPIRATION].setFocus()
    at.keys("space")
    entry = at.stored().entered(Item.ASPIRATION)
    assert entry is not None
    assert (entry.by, entry.how) == (PHYSICIAN.called, HowEntered.ACCEPTED)
    assert {target.aspiration for target in at.stored().targets} == {Aspiration.NEGATIVE}
    at.keys("space")
    assert {target.aspiration for target in at.stored().targets} == {None}


def test_a_chip_says_all_that_accepting_it_stores(at: Editing) -> None:
    chips = strip(at).chips
    assert chips[Item.CONTRAST].value() == "iohexol 240 mgI/mL, 0.2 mL each"
    assert chips[Item.PREP].value() == "chlorhexidine in alcohol"
    before = {item: chip.value() for item, chip in chips.items()}
    at.keys("f9")
    assert {item: chip.value() for item, chip in chips.items()} == before
    (contrast,) = at.stored().drugs_for(DrugUse.CONTRAST)
    assert (contrast.agent, contrast.strength) == ("iohexol", Decimal(240))


def test_the_words_of_a_chip_fit_in_it(at: Editing) -> None:
    for wide in (570, 700):
        strip(at).resize(wide, strip(at).height())
        QApplication.processEvents()
        for item in (Item.CONTRAST, Item.PREP, Item.SKIN):
            chip = strip(at).chips[item]
            label = QFontMetrics(theme.font(12)).horizontalAdvance(LABELS[item])
            value = QFontMetrics(theme.font(12, 600)).horizontalAdvance(chip.value())
            assert chip.width() >= label + value + theme.px(27 + 4 + 6), (wide, item)


def test_the_arrows_go_over_chips_of_two_widths(at: Editing) -> None:
    chips = strip(at).chips
    chips[Item.ASPIRATION].setFocus()
    for key, item in (
        *(("right", Item.CONTRAST), ("down", Item.PREP), ("down", Item.STEROID), ("up", Item.PREP)),
        *(("right", Item.SKIN), ("up", Item.CONTRAST), ("left", Item.ASPIRATION), ("left", Item.ASPIRATION)),
    ):
        at.keys(key)
        assert at.focused() is chips[item]


def test_one_key_confirms_what_is_still_only_listed(at: Editing) -> None:
    at.hands.click(strip(at).chips[Item.PREP])
    at.keys("f9")
    block = at.stored()
    assert all(recorded(block, item) for item in LABELS)
    prep, sedation = block.entered(Item.PREP), block.entered(Item.SEDATION)
    assert prep is not None
    assert prep.how is HowEntered.ACCEPTED
    assert sedation is not None
    assert sedation.how is HowEntered.ALL_AS_LISTED
    assert strip(at).counts() == "12 recorded"


def test_the_key_for_all_goes_to_the_next_missing_number_and_is_one_step_to_undo(at: Editing) -> None:
    at.keys("f9")
    assert at.focused() is at.editor.work.times.seconds.line
    at.keys("ctrl+z")
    assert not any(recorded(at.editor.draft.block, item) for item in LABELS)


def test_blood_at_one_target_is_recorded_instead_of_negative(at: Editing) -> None:
    chip = strip(at).chips[Item.ASPIRATION]
    chip.setFocus()
    at.keys("enter")
    popover = strip(at).popover
    assert popover is not None
    at.keys("right", "space", "esc")
    assert at.stored().targets[0].aspiration is Aspiration.BLOOD
    at.keys("f9")
    assert chip.value() == "blood at L3 MB left"
    assert at.stored().targets[1].aspiration is Aspiration.NEGATIVE
    assert at.focused() is not None


def test_escape_returns_to_the_chip_and_its_right_edge_opens_the_details_again(at: Editing) -> None:
    chip = strip(at).chips[Item.SEDATION]
    chip.setFocus()
    at.keys("enter", "esc")
    assert at.focused() is chip
    assert strip(at).popover is None
    at.hands.click(chip, QPoint(chip.width() - 8, chip.height() // 2))
    assert strip(at).popover is not None
    assert at.editor.draft.block.sedation is None


def test_sedation_with_drug_and_reason_is_recorded(at: Editing) -> None:
    strip(at).open_details(Item.SEDATION)
    at.keys("right", "right", "space", "tab")
    at.hands.type("asked for it")
    at.keys("tab", "space")
    at.hands.type("midazolam")
    at.keys("tab")
    at.hands.type("2")
    at.keys("tab", "down", "tab")
    at.hands.type("1028")
    at.keys("esc")
    block = at.stored()
    assert [drug.route for drug in block.drugs_for(DrugUse.SEDATION)] == [Route.INTRAVENOUS]
    assert block.sedation is SedationLevel.MODERATE
    assert block.sedation_reason == "asked for it"
    assert strip(at).chips[Item.SEDATION].value() == "moderate, midazolam 2 mg IV 10:28"


def test_a_steroid_is_recorded_in_milligrams(at: Editing) -> None:
    strip(at).open_details(Item.STEROID)
    at.keys("tab", "space")
    at.hands.type("dexamethasone")
    at.keys("tab")
    at.hands.type("4")
    at.keys("esc")
    (drug,) = at.stored().drugs[1:]
    assert (drug.agent, drug.amount) == ("dexamethasone", Decimal(4))


def test_no_contrast_keeps_its_reason(at: Editing) -> None:
    strip(at).open_details(Item.CONTRAST)
    at.keys("space", "tab")
    at.hands.type("allergy")
    at.keys("esc", "f9")
    assert at.stored().no_contrast_reason == "allergy"
    assert strip(at).chips[Item.CONTRAST].value() == "none, allergy"
    assert {target.contrast for target in at.stored().targets} == {None}


def test_a_complication_is_listed_with_time_and_treatment(at: Editing) -> None:
    strip(at).open_details(Item.COMPLICATIONS)
    at.keys("tab", "space", "down", "tab")
    at.hands.type("1040")
    at.keys("tab")
    at.hands.type("pale")
    at.keys("tab")
    at.hands.type("legs up")
    at.keys("esc")
    (found,) = at.stored().complications
    assert (found.text, found.treatment) == ("pale", "legs up")
    assert found.at is not None
    assert found.at.hour == 10
    assert strip(at).chips[Item.COMPLICATIONS].isChecked()


def test_before_levels_are_typed_there_is_nothing_to_confirm(tmp_path: Path) -> None:
    with editing(tmp_path) as at:
        assert at.editor.work.strip.counts() == "proposed once levels are typed"
        at.keys("f9")
        assert not any(recorded(at.stored(), item) for item in LABELS)


def test_a_nurse_confirms_only_what_a_circulator_may_record(opened: Editing, tmp_path: Path) -> None:
    targets = opened.stored().targets
    with editing(tmp_path, Scene(user=NURSE, targets=targets)) as at:
        at.keys("f9")
        stored = at.stored()
        assert stored.consent.kind is not None
        assert stored.prep is not None
        assert stored.sedation is None
        assert {target.aspiration for target in stored.targets} == {None}
