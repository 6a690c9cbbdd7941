"""Settings, presets: changed for oneself or the clinic, refused beyond the formulary, used by blocks."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.ui.settings_page import SettingsPage
from mbb_desktop.ui.settings_presets import PresetSettings
from mbb_desktop.workflow.keep_presets import presets_for
from mbb_desktop.workflow.knowledge import presets
from tests.ui.sample import SampleClinic


@pytest.fixture
def page(seen: SampleClinic) -> PresetSettings:
    return presets_of(seen)


def presets_of(clinic: SampleClinic) -> PresetSettings:
    settings = clinic.page(lambda: SettingsPage(clinic.session, clinic.window, clinic.settings))
    shown = settings.show_section("presets")
    assert isinstance(shown, PresetSettings)
    QApplication.processEvents()
    return shown


def enter(page: PresetSettings, name: str, value: object) -> None:
    assert page.form is not None
    page.form.editor(name).set_value(value)


def press_save(page: PresetSettings) -> None:
    page.save.click()
    QApplication.processEvents()


def test_a_physician_s_own_volume_is_what_the_next_block_starts_from(
    clinic: SampleClinic,
) -> None:
    page = presets_of(clinic)
    enter(page, "volume", Decimal("0.3"))
    press_save(page)
    found = clinic.do(presets_for, clinic.session.user.id)
    lumbar = list(Region)[page.region.chosen() or 0]
    assert found[lumbar].volume == Decimal("0.3")
    assert "preset changed" in clinic.events()
    assert page.forget.isVisibleTo(page)
    assert not page.is_unfinished()
    enter(page, "volume", Decimal("0.4"))
    page.forget.click()
    QApplication.processEvents()
    assert clinic.do(presets_for, clinic.session.user.id) == presets()


def test_what_is_typed_for_one_region_stays_while_another_is_looked_at(page: PresetSettings) -> None:
    page.show_region(Region.LUMBAR, own=False)
    assert not page.is_unfinished()
    enter(page, "position", "prone on two pillows")
    page.show_region(Region.CERVICAL, own=False)
    assert page.is_unfinished()
    page.show_region(Region.LUMBAR, own=False)
    assert page.form is not None
    assert page.form.editor("position").value() == "prone on two pillows"
    enter(page, "position", presets()[Region.LUMBAR].position)
    assert not page.is_unfinished()


def test_too_much_is_said_beside_the_volume(seen: SampleClinic, page: PresetSettings) -> None:
    page.show_region(Region.LUMBAR, own=False)
    enter(page, "volume", Decimal(2))
    press_save(page)
    assert page.form is not None
    assert "0.1 to 0.5 mL" in page.form.field("volume").sentence()
    assert seen.do(presets_for, None) == presets()


def test_a_side_in_the_position_is_refused(page: PresetSettings) -> None:
    enter(page, "position", "prone, left arm down")
    press_save(page)
    assert page.form is not None
    assert "“left” is a side" in page.form.field("position").sentence()


def test_nothing_may_be_left_out(page: PresetSettings) -> None:
    enter(page, "agents", ())
    press_save(page)
    assert page.form is not None
    assert "Enter what blocks start from." in page.form.field("agents").sentence()


def test_only_the_neck_asks_for_the_third_occipital_nerve(page: PresetSettings) -> None:
    names = {}
    for region in Region:
        page.show_region(region, own=True)
        assert page.form is not None
        names[region] = "third_occipital_volume" in page.form._fields
    assert names == {region: region is Region.CERVICAL for region in Region}


def test_one_of_the_two_is_always_chosen(page: PresetSettings) -> None:
    page.whose.buttons[0].click()
    assert page.whose.chosen() == 0
    page.region.buttons[1].click()
    page.region.buttons[1].click()
    assert page.region.chosen() == 1
