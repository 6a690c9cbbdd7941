"""Every screen of the sample clinic: what takes the keyboard has a name and a size to hit, nothing is cut."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from mbb_desktop.app import App, qt_application
from mbb_desktop.settings import APPEARANCE, LANGUAGE, TEXT_PERCENT, Settings
from mbb_desktop.show import walk
from mbb_desktop.ui import theme
from mbb_desktop.ui.sideways import Sideways
from mbb_desktop.ui.tasks import InlineTasks
from tests.ui.conftest import NOW, fonts, sample_template  # noqa: F401  fixtures
from tests.ui.sample import let_go

LEAST = 24


def takes_keyboard(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tab and widget.isVisible() and widget.focusProxy() is None:
            yield widget


def nameless(window: QWidget) -> list[str]:
    return [
        f"{type(each).__name__} in {type(each.parentWidget()).__name__}"
        for each in takes_keyboard(window)
        if not each.accessibleName() and not each.property("text")
    ]


def small(window: QWidget) -> list[str]:
    return [
        f"{type(each).__name__} {each.accessibleName()} {each.width()} x {each.height()}"
        for each in takes_keyboard(window)
        if min(each.width(), each.height()) < LEAST and not isinstance(each, QAbstractScrollArea)
    ]


def sideways(window: QWidget) -> list[str]:
    """Places that have to be scrolled to the side; a row of scores in order of time may be."""
    areas = [each for each in window.findChildren(QScrollArea) if each.isVisible()]
    return [
        type(each.widget()).__name__
        for each in areas
        if each.horizontalScrollBar().maximum() and not isinstance(each, Sideways)
    ]


@pytest.mark.parametrize("percent", [100, 150])
def test_every_screen_can_be_used_by_keyboard_and_hand(
    qapp: QApplication,
    sample_template: Path,  # noqa: F811
    tmp_path: Path,
    percent: int,
) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(sample_template, folder)
    chosen = {APPEARANCE.name: "light", LANGUAGE.name: "en", TEXT_PERCENT.name: percent}
    settings = Settings(tmp_path / "settings.toml", chosen)
    qt_application(settings)
    app = App(folder, clock=lambda: NOW, tasks=InlineTasks(), settings=settings, sample=True)
    app.window.resize(1440, 900)
    app.window.show()
    wrong: dict[str, list[str]] = {}
    for name in walk(app):
        QApplication.processEvents()
        wrong[name] = [*nameless(app.window), *small(app.window), *sideways(app.window)]
    app.window.close()
    let_go()
    theme.apply(qapp)
    assert {name: found for name, found in wrong.items() if found} == {}
