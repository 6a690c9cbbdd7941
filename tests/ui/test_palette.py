"""The palette and the keys card, opened by their keys over a real workplace."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.keys_card import KeysCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.palette import Palette
from mbb_desktop.ui.patient_form import PatientForm
from mbb_desktop.ui.settings_page import SettingsPage
from mbb_desktop.ui.workplace import Workplace
from tests.ui.sample import SampleClinic, let_go


@pytest.fixture
def work(clinic: SampleClinic) -> Iterator[Workplace]:
    made = Workplace(clinic.window, clinic.session, clinic.settings)
    made.begin(())
    QApplication.processEvents()
    yield made
    made.deleteLater()
    let_go()


def opened(clinic: SampleClinic, typed: str = "") -> Palette:
    hands = clinic.hands()
    hands.key("ctrl+k")
    palette = clinic.card(Palette)
    palette.line.setText(typed)
    QApplication.processEvents()
    return palette


@pytest.mark.usefixtures("work")
def test_a_patient_is_found_with_two_identifiers_and_opened(clinic: SampleClinic) -> None:
    palette = opened(clinic, "mars")
    first = palette.rows.current()
    assert first is not None
    assert first.title.startswith("MARSH, ")
    assert "Born " in first.second
    assert "MRN " in first.second
    clinic.hands().key("enter")
    assert isinstance(clinic.window.shown(), ChartPage)


@pytest.mark.usefixtures("work")
def test_similar_names_are_marked_after_a_pause(clinic: SampleClinic) -> None:
    palette = opened(clinic, "marsh")
    palette._look_for_similar()
    marked = palette.rows.current()
    assert marked is not None
    assert marked.chip is not None
    assert marked.chip.text == "Similar name"


@pytest.mark.usefixtures("work")
def test_commands_stand_behind_people_and_alone_after_a_sign(clinic: SampleClinic) -> None:
    palette = opened(clinic, "marsh eleanor")
    assert palette.rows.titles()[:2] == ["MARSH, Eleanor", "New block for MARSH, Eleanor"]
    palette.line.setText("> sett")
    assert palette.rows.titles() == ["Settings"]
    clinic.hands().key("enter")
    assert isinstance(clinic.window.shown(), SettingsPage)


@pytest.mark.usefixtures("work")
def test_the_arrows_go_around_and_a_click_opens(clinic: SampleClinic) -> None:
    palette = opened(clinic, "> ")
    count = palette.rows.count()
    clinic.hands().key("up")
    assert palette.rows.at == count - 1
    clinic.hands().key("down")
    assert palette.rows.at == 0
    clinic.hands().click(palette.rows)
    let_go()
    assert not clinic.window.findChildren(Palette)


@pytest.mark.usefixtures("work")
def test_ctrl_enter_documents_the_block_of_today(clinic: SampleClinic) -> None:
    opened(clinic, "haddad")
    clinic.hands().key("ctrl+enter")
    QApplication.processEvents()
    assert isinstance(clinic.window.shown(), BlockEditor)


@pytest.mark.usefixtures("work")
def test_nobody_found_offers_to_add_the_person(clinic: SampleClinic) -> None:
    palette = opened(clinic, "Quillfeather, Ada")
    assert palette.said() == "No match. Enter adds a patient named Quillfeather, Ada."
    clinic.hands().key("enter")
    form = clinic.window.shown()
    assert isinstance(form, PatientForm)
    assert form.form.editor("family").value() == "Quillfeather"
    assert form.form.editor("given").value() == "Ada"
    form.discard()


def test_a_manager_finds_no_people(clinic: SampleClinic) -> None:
    clinic.sign_in("manager")
    work = Workplace(clinic.window, clinic.session, clinic.settings)
    work.begin(())
    work.find()
    palette = clinic.card(Palette)
    palette.line.setText("marsh")
    assert palette.rows.count() == 0
    assert palette.said() == "No command is called that. Your role sees no patients."
    work.deleteLater()


@pytest.mark.usefixtures("work")
def test_locking_lets_the_found_people_go(clinic: SampleClinic) -> None:
    opened(clinic, "marsh")
    clinic.window.lock()
    let_go()
    assert not clinic.window.findChildren(Palette)


@pytest.mark.usefixtures("work")
def test_f1_shows_the_keys_of_the_screen_and_of_all(clinic: SampleClinic) -> None:
    clinic.hands().key("f1")
    card = clinic.card(KeysCard)
    said = [label.text() for label in card.findChildren(QLabel)]
    assert "handout and diary" in said
    assert "Find a patient or a command" in said
    assert said.index("On this screen") < said.index("Everywhere")
    card.reject()


def test_a_window_lists_its_commands_with_keys(clinic: SampleClinic) -> None:
    window: MainWindow = clinic.window
    assert ("Lock", "Ctrl L") in [(each.words, each.keys) for each in window.commands]
