"""About the program, for everybody."""

from pathlib import Path

import pytest

from mbb_desktop.ui.settings_about import AboutSettings
from tests.ui.sample import SampleClinic


@pytest.fixture
def about(clinic: SampleClinic) -> AboutSettings:
    page = clinic.page(lambda: AboutSettings(clinic.session, clinic.window, clinic.settings))
    clinic.session.wait_until_idle()
    return page


def test_the_file_for_support_is_saved_and_holds_no_patient(about: AboutSettings, tmp_path: Path) -> None:
    about.save_support_file(tmp_path / "support.txt")
    about._session.wait_until_idle()
    text = (tmp_path / "support.txt").read_text(encoding="utf-8")
    assert text.startswith("MBB Desktop ")
    assert "MARSH" not in text.upper()
    assert about.said.text() == "Saved as support.txt."


def test_a_place_that_cannot_be_written_is_said(about: AboutSettings, tmp_path: Path) -> None:
    about.save_support_file(tmp_path / "no folder" / "support.txt")
    about._session.wait_until_idle()
    assert "could not be used" in about.said.text()


def test_every_license_opens_as_text(about: AboutSettings) -> None:
    works = about.table.records()
    card = about.show_license(next(work for work in works if work.name == "pikepdf"))
    assert "Mozilla Public License" in card.findChildren(type(about.log))[0].toPlainText()
    card.reject()
