"""At 150 percent nothing that has to be read is cut: what has no room goes into a further row."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.ui import theme
from mbb_desktop.ui.calls_page import CallsPage
from mbb_desktop.ui.chips import Chip
from mbb_desktop.ui.editor_footer import EditorFooter
from mbb_desktop.ui.parts import stack
from mbb_desktop.ui.patient_banner import BannerFacts, ChipRows, PatientBanner
from tests.ui.editing import editing
from tests.ui.sample import SampleClinic

MARSH = BannerFacts(
    "MARSH, Eleanor",
    (("Born", "14-Mar-1961 (65 y)"), ("Sex", "Female"), ("MRN", "004 1187"), ("Weight", "72 kg")),
    (
        Chip("Similar name", "warn", "triangle-alert"),
        Chip("Allergy: latex", "danger", "triangle-alert"),
        Chip("Apixaban continued (A. Okafor, MD with K. Sato, MD, 19-Sep-2026)", "warn", "droplet"),
    ),
)


def cut(within: QWidget) -> list[str]:
    """The words of visible labels and buttons that have less room than they need."""
    labels, buttons = within.findChildren(QLabel), within.findChildren(QPushButton)
    parts: list[QLabel | QPushButton] = [*labels, *buttons]
    plain = [part for part in parts if part.isVisible() and part.text()]
    firm = [part for part in plain if not (isinstance(part, QLabel) and part.wordWrap())]
    return [part.text() for part in firm if part.width() < part.minimumSizeHint().width()]


@pytest.fixture
def large(qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT, 150)


def shown(qtbot: QtBot, widget: QWidget, wide: int) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(wide, widget.heightForWidth(wide) if widget.hasHeightForWidth() else 120)
    widget.show()
    QApplication.processEvents()
    return widget


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("wide", [1340, 900])
def test_no_safety_chip_is_half_visible(qtbot: QtBot, wide: int) -> None:
    holder = QWidget()
    banner = PatientBanner(MARSH)
    column = stack(holder)
    column.addWidget(banner)
    column.addWidget(QWidget(), 1)
    qtbot.addWidget(holder)
    holder.resize(wide + theme.px(20), 500)
    holder.show()
    QApplication.processEvents()
    (chips,) = banner.findChildren(ChipRows)
    assert chips.height() >= chips.heightForWidth(chips.width())
    assert chips.width() >= chips.minimumSizeHint().width()
    assert cut(banner) == []


@pytest.mark.usefixtures("large")
def test_the_foot_of_the_editor_goes_into_two_rows(qtbot: QtBot) -> None:
    foot = EditorFooter()
    foot.show_missing(3, may_sign=True, failing=False)
    shown(qtbot, foot, 1340)
    assert cut(foot) == []
    assert foot.missing.mapTo(foot, foot.missing.rect().topLeft()).y() > foot.undo.y()


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("page", [CallsPage])
def test_no_words_of_a_page_are_cut(clinic: SampleClinic, page: type[CallsPage]) -> None:
    made: CallsPage = clinic.page(lambda: page(clinic.session, clinic.window))
    QApplication.processEvents()
    assert cut(made) == []


@pytest.mark.usefixtures("large")
def test_the_editor_scrolls_down_only(tmp_path: Path) -> None:
    """On a screen of 1440 x 900 at 150 percent, as wide as 960 pixels at 100."""
    with editing(tmp_path) as at:
        at.charted()
        QApplication.processEvents()
        assert at.editor.work.findChildren(QScrollArea)[0].horizontalScrollBar().maximum() == 0
        panel = at.editor.levels
        assert panel.minimumSizeHint().width() <= panel.width()
        assert cut(panel) == []
        assert cut(at.editor.work.anesthetic) == [], "a strength must be read whole"
