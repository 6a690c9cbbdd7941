"""The palette and the keys card, opened by their keys over a real workplace."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.keys_card import KeysCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.palette import Offers, Palette
from mbb_desktop.ui.patient_form import PatientForm
from mbb_desktop.ui.settings_page import SettingsPage
from mbb_desktop.ui.workplace import Workplace
from tests.ui.sample import SampleClinic, let_go


@pytest.fixture
def work(seen: SampleClinic) -> Iterator[Workplace]:
    made = Workplace(seen.window, seen.session, seen.settings)
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
def test_a_patient_is_found_with_two_identifiers_and_opened(seen: SampleClinic) -> None:
    palette = opened(seen, "mars")
    first = palette.rows.current()
    assert first is not None
    assert first.title.startswith("MARSH, ")
    assert "Born " in first.second
    assert "MRN " in first.second
    seen.hands().key("enter")
    assert isinstance(seen.window.shown(), ChartPage)


@pytest.mark.usefixtures("work")
def test_commands_stand_behind_people_with_similar_names_marked_and_alone_after_a_sign(
    seen: SampleClinic,
) -> None:
    palette = opened(seen, "marsh")
    palette._look_for_similar()
    marked = palette.rows.current()
    assert marked is not None
    assert marked.chip is not None
    assert marked.chip.text == "Similar name"
    palette.line.setText("marsh eleanor")
    assert palette.rows.titles()[:2] == ["MARSH, Eleanor", "New block for MARSH, Eleanor"]
    palette.line.setText("> sett")
    assert palette.rows.titles() == ["Settings"]
    seen.hands().key("enter")
    assert isinstance(seen.window.shown(), SettingsPage)


@pytest.mark.usefixtures("work")
def test_the_arrows_go_around_and_a_click_opens(seen: SampleClinic) -> None:
    palette = opened(seen, "> ")
    count = palette.rows.count()
    seen.hands().key("up")
    assert palette.rows.at == count - 1
    seen.hands().key("down")
    assert palette.rows.at == 0
    seen.hands().click(palette.rows)
    let_go()
    assert not seen.window.findChildren(Palette)


def test_ctrl_enter_documents_the_block_of_today(clinic: SampleClinic) -> None:
    work = Workplace(clinic.window, clinic.session, clinic.settings)
    work.begin(())
    QApplication.processEvents()
    opened(clinic, "haddad")
    clinic.hands().key("ctrl+enter")
    QApplication.processEvents()
    assert isinstance(clinic.window.shown(), BlockEditor)
    work.deleteLater()


@pytest.mark.usefixtures("work")
def test_nobody_found_offers_to_add_the_person(seen: SampleClinic) -> None:
    palette = opened(seen, "Quillfeather, Ada")
    assert palette.said() == "No match. Enter adds a patient named Quillfeather, Ada."
    seen.hands().key("enter")
    form = seen.window.shown()
    assert isinstance(form, PatientForm)
    assert form.form.editor("family").value() == "Quillfeather"
    assert form.form.editor("given").value() == "Ada"
    form.discard()


def test_a_command_that_the_role_lacks_is_no_name_of_a_new_patient(clinic: SampleClinic) -> None:
    clinic.sign_in("front desk")
    palette = Palette(clinic.session, clinic.window, Offers((), lambda _person: ()))
    palette.open()
    palette.line.setText("lots")
    assert palette.said() == "Your role has no access to this command."
    palette.line.setText("Quillfeather")
    assert palette.said() == "No match. Enter adds a patient named Quillfeather."
    palette.reject()


@pytest.mark.usefixtures("work")
def test_a_command_called_by_its_first_word_stands_first(seen: SampleClinic) -> None:
    palette = opened(seen, "tour")
    assert palette.rows.titles()[0] == "Tour of the sample clinic"
    palette.line.setText("about")
    assert palette.rows.titles()[0] == "About MBB Desktop"
    palette.reject()


def test_a_manager_finds_no_people(seen: SampleClinic) -> None:
    seen.sign_in("manager")
    work = Workplace(seen.window, seen.session, seen.settings)
    work.begin(())
    work.find()
    palette = seen.card(Palette)
    palette.line.setText("marsh")
    assert palette.rows.count() == 0
    assert palette.said() == "No command is called that. Your role sees no patients."
    work.deleteLater()


@pytest.mark.usefixtures("work")
def test_locking_lets_the_found_people_go(seen: SampleClinic) -> None:
    opened(seen, "marsh")
    seen.window.lock()
    let_go()
    assert not seen.window.findChildren(Palette)


@pytest.mark.usefixtures("work")
def test_f1_shows_the_keys_of_the_screen_and_of_all(seen: SampleClinic) -> None:
    seen.hands().key("f1")
    card = seen.card(KeysCard)
    said = [label.text() for label in card.findChildren(QLabel)]
    assert "handout and diary" in said
    assert "Find a patient or a command" in said
    assert said.index("On this screen") < said.index("Everywhere")
    card.reject()


def test_a_window_lists_its_commands_with_keys(seen: SampleClinic) -> None:
    window: MainWindow = seen.window
    assert ("Lock", "Ctrl L") in [(each.words, each.keys) for each in window.commands]
