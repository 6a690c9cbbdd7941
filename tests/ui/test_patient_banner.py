"""The banner identifies the patient in words, on screen and to a screen reader."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.chips import Chip
from mbb_desktop.ui.patient_banner import BannerFacts, ChipRows, PatientBanner

MARSH = BannerFacts(
    "MARSH, Eleanor",
    (("Born", "14-Mar-1961 (65 y)"), ("Sex", "Female"), ("MRN", "004 1187")),
    (
        Chip("Similar name: MARSH, Elena, born 14-May-1961", "warn", "users"),
        Chip("Allergy: latex", "danger", "triangle-alert"),
        Chip("Apixaban continued (Dr Okafor, 24-Nov-2026)", "warn", "info"),
    ),
)
MARIN = BannerFacts("MARIN, Ana", (("Born", "30-Sep-1970 (56 y)"), ("MRN", "003 7719")))


def shown(banner: PatientBanner) -> list[str]:
    return [label.text() for label in banner.findChildren(QLabel) if not label.isHidden()]


def test_every_identifier_is_there(qtbot: QtBot) -> None:
    banner = PatientBanner(MARSH)
    qtbot.addWidget(banner)
    assert shown(banner) == [
        "MARSH, Eleanor",
        "Born",
        "14-Mar-1961 (65 y)",
        "Sex",
        "Female",
        "MRN",
        "004 1187",
    ]
    assert banner.accessibleName() == "MARSH, Eleanor, Born 14-Mar-1961 (65 y), Sex Female, MRN 004 1187"


def test_another_patient_leaves_nothing_of_the_first(qtbot: QtBot) -> None:
    banner = PatientBanner(MARSH)
    qtbot.addWidget(banner)
    banner.show_facts(MARIN)
    assert shown(banner) == ["MARIN, Ana", "Born", "30-Sep-1970 (56 y)", "MRN", "003 7719"]


def test_chips_take_a_second_row_instead_of_being_cut(qtbot: QtBot) -> None:
    banner = PatientBanner(MARSH, large=True)
    qtbot.addWidget(banner)
    banner.resize(1440, banner.sizeHint().height())
    chips = banner.findChildren(ChipRows)[0]
    assert chips.sizeHint().height() > 40
    assert "Apixaban continued" in chips.accessibleName()
