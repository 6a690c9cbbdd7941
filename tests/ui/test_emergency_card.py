"""Emergency access through the window: the reason, the bar, the pages that come and go."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.storage.keys import people
from mbb_desktop.storage.patients import Page
from mbb_desktop.storage.vault import open_vault
from mbb_desktop.ui.emergency_card import EmergencyBar, EmergencyCard
from mbb_desktop.ui.letters_page import LettersPage
from mbb_desktop.ui.palette import Palette
from mbb_desktop.ui.workplace import Workplace
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_clinic import add_user
from mbb_desktop.workflow.keep_patients import find_patients
from mbb_desktop.workflow.sample_people import PASSPHRASE
from tests.ui import sample
from tests.ui.conftest import NOW
from tests.ui.sample import SampleClinic, let_go, press

REASON = "Transfer to hospital, blood thinner unknown"


@pytest.fixture(scope="module")
def with_administrator(sample_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The closed sample clinic with somebody who is administrator and nothing else."""
    folder: Path = shutil.copytree(sample_template, tmp_path_factory.mktemp("administrator") / "vault")
    physician = next(each for each in people(folder) if each.name == sample.PEOPLE["physician"])
    vault = open_vault(folder, physician.user_id, PASSPHRASE, at=NOW)
    user = User(new_id(NOW), "T. Blum", "", (Role.ADMINISTRATOR,))
    add_user(Desk(vault.store, vault.user, NOW, "test", vault.signing_key), user, PASSPHRASE)
    vault.close()
    return folder


@pytest.fixture
def clinic(
    with_administrator: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SampleClinic]:
    """The administrator at work."""
    monkeypatch.setattr(sample, "PEOPLE", {**sample.PEOPLE, "administrator": "T. Blum"})
    with SampleClinic.opened(with_administrator, tmp_path / "vault", NOW, "administrator") as opened:
        yield opened


@pytest.fixture
def work(clinic: SampleClinic) -> Iterator[Workplace]:
    made = Workplace(clinic.window, clinic.session, clinic.settings)
    made.begin(())
    QApplication.processEvents()
    yield made
    made.deleteLater()
    let_go()


class HalfTyped(QWidget):
    def is_unfinished(self) -> bool:
        return True


def begun(clinic: SampleClinic, work: Workplace) -> None:
    work.emergency.ask()
    card = clinic.card(EmergencyCard)
    card.reason.set_value(REASON)
    press(card, "Open charts")


def commands(clinic: SampleClinic) -> list[str]:
    return [each.words for each in clinic.window.commands]


def test_without_it_there_are_no_patients_and_a_reason_is_asked_for(
    clinic: SampleClinic, work: Workplace
) -> None:
    assert "Patients" not in commands(clinic)
    assert "Emergency access" in commands(clinic)
    work.find()
    palette = clinic.card(Palette)
    assert clinic.window.search_slot.accessibleName() == "Find a command"
    assert palette.line.placeholderText() == "Find a command"
    palette.line.setText("marsh")
    assert "Your role sees no patients. The command Emergency access" in palette.said()
    palette.reject()
    work.emergency.ask()
    card = clinic.card(EmergencyCard)
    press(card, "Open charts")
    assert "at least ten characters" in card.said()
    card.reason.set_value("")
    card.reject()


def test_the_bar_says_until_when_and_ends_it_and_nobody_is_added_meanwhile(
    clinic: SampleClinic, work: Workplace
) -> None:
    begun(clinic, work)
    assert "Patients" in commands(clinic)
    assert "New patient" not in commands(clinic)
    (bar,) = clinic.window.findChildren(EmergencyBar)
    assert REASON in bar.notice.text()
    press(bar, "End it now")
    let_go()
    assert "Patients" not in commands(clinic)
    assert not clinic.window.findChildren(EmergencyBar)
    assert clinic.events()[:2] == ["emergency access ended", "emergency access begun"]


def test_charts_details_and_letters_are_read_and_offer_nothing_to_change(
    clinic: SampleClinic, work: Workplace
) -> None:
    begun(clinic, work)
    found: list[Page] = []
    clinic.session.do(find_patients, "marsh").then(found.append)
    patient = found[0].patients[0]
    chart = work.open_chart(patient.id)
    QApplication.processEvents()
    assert "course" not in chart._names
    assert chart._new.isHidden()
    chart.show_tab("details")
    QApplication.processEvents()
    assert chart.details is not None
    phone = chart.details.form.editor("phone")
    assert phone.value() == patient.phone
    assert not phone.isEnabled()
    assert not chart.details.save_button.isVisible()
    assert clinic.window.search_slot.accessibleName() == "Find a patient or a command"
    chart.details.save()
    page = clinic.window.show_page("letters")
    assert isinstance(page, LettersPage)
    QApplication.processEvents()
    assert page.sent.isHidden()
    assert not page.print.isHidden()
    assert [name for name, act in page.preview.acts.items() if not act.isHidden()] == ["open"]
    assert clinic.errors == []


def test_its_end_closes_what_lies_over_the_pages(clinic: SampleClinic, work: Workplace) -> None:
    begun(clinic, work)
    work.find()
    palette = clinic.card(Palette)
    QGuiApplication.clipboard().setText("MARSH, Eleanor")
    clinic.window.messages.toast("Draft of MARSH, Eleanor discarded.")
    work.emergency.end()
    assert not palette.isVisible()
    assert clinic.window.messages._toast.isHidden()
    assert QGuiApplication.clipboard().text() == ""


def test_a_lock_is_its_end_and_is_noted(clinic: SampleClinic, work: Workplace) -> None:
    begun(clinic, work)
    clinic.window.lock()
    assert clinic.events()[:2] == ["emergency access ended", "emergency access begun"]


def test_what_was_typed_is_asked_about_before_the_pages_go(clinic: SampleClinic, work: Workplace) -> None:
    page = clinic.page(HalfTyped)
    assert page.is_unfinished()
    work.emergency.ask()
    assert not [card for card in clinic.cards() if isinstance(card, EmergencyCard)]
    press(clinic.cards()[0], "Discard")
    assert clinic.card(EmergencyCard).isVisible()
