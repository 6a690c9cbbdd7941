"""The banner identifies the patient in words, on screen and to a screen reader."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.chips import Chip
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.patient_banner import BannerFacts, ChipRows, PatientBanner
from mbb_desktop.ui.person_words import banner_facts
from mbb_desktop.ui.popover import Popover
from tests.ui.sample import SampleClinic, let_go, press

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


def test_the_classes_behind_an_anticoagulant_are_shown_when_asked_for(clinic: SampleClinic) -> None:
    chart = clinic.open_chart("marsh eleanor")
    press(chart.banner, "Bleeding risk")
    popover = next(each for each in clinic.window.findChildren(Popover) if each.isVisible())
    said = " ".join(label.text() for label in popover.findChildren(QLabel))
    assert "ASRA/ESRA 2018: intermediate, SIS/IPSIS: low" in said
    assert "no advice" in said
    popover.shut()


def test_without_an_anticoagulant_there_is_nothing_to_ask(clinic: SampleClinic) -> None:
    facts = banner_facts(clinic.patient("lindqvist"), clinic.now.date())
    assert (facts.details is None) is (clinic.patient("lindqvist").anticoagulant.drug == "")


def test_the_front_desk_sees_no_clinical_details(clinic: SampleClinic) -> None:
    clinic.sign_in("front desk")
    banner = clinic.open_chart("marsh eleanor").banner
    assert [
        b.accessibleName() for b in banner.findChildren(Button) if b.accessibleName() == "Bleeding risk"
    ] == []


def test_on_the_smallest_window_no_chip_is_cut_by_the_button_beside_it(clinic: SampleClinic) -> None:
    clinic.window.resize(1280, 720)
    chart = clinic.open_chart("marsh eleanor")
    let_go()
    (chips,) = chart.banner.findChildren(ChipRows)
    assert chips.width() >= chips.minimumSizeHint().width() > 1
