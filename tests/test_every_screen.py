"""Every screen of the sample clinic: what takes the keyboard has a name and a size to hit, nothing is cut."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QPushButton, QScrollArea, QWidget

from mbb_desktop.app import App, qt_application
from mbb_desktop.settings import APPEARANCE, LANGUAGE, TEXT_PERCENT, Settings
from mbb_desktop.show import walk
from mbb_desktop.ui import theme
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.settings_page import SettingsPage
from mbb_desktop.ui.sideways import Sideways
from mbb_desktop.ui.tasks import InlineTasks
from mbb_desktop.ui.workplace import Workplace
from tests.ui.conftest import NOW, fonts, sample_template  # noqa: F401  fixtures
from tests.ui.sample import let_go, press

LEAST = 24
PADDING = 8
CARDS: dict[str, Callable[[MainWindow, Workplace], object]] = {
    "palette": lambda _window, workplace: workplace.find(),
    "keys": lambda window, _workplace: window.show_keys(),
    "next days": lambda window, _workplace: press(window, "Next days"),
    "handout": lambda window, _workplace: press(window.show_page("today"), "Handout and diary"),
    "list": lambda window, _workplace: press(window, "Plan from a file"),
}


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


def cut(window: QWidget) -> list[str]:
    """Words with less room than they need; a button has a little room beside them."""
    parts: list[QLabel | QPushButton] = [*window.findChildren(QLabel), *window.findChildren(QPushButton)]
    shown = [each for each in parts if each.isVisible() and each.text()]
    lines = [each for each in shown if not (isinstance(each, QLabel) and each.wordWrap())]
    return [
        f"{each.text()}: {each.width()} of {each.minimumSizeHint().width()}"
        for each in lines
        if each.width() + theme.px(PADDING if isinstance(each, QPushButton) else 0)
        < each.minimumSizeHint().width()
    ]


def more(app: App) -> Iterator[str]:
    """All that the pictures show, then the other parts of the pages and some cards."""
    yield from walk(app)
    assert app.workplace is not None
    settings = app.window.page("settings")
    assert isinstance(settings, SettingsPage)
    for section in settings.sections():
        settings.show_section(section)
        yield f"settings, {section}"
    app.window.show_page("today")
    for name, ask in CARDS.items():
        ask(app.window, app.workplace)
        yield name
        for card in app.window.findChildren(DialogCard):
            card.dismiss()


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
    for name in more(app):
        for _turn in range(3):  # a row that folds is laid out anew
            QApplication.processEvents()
        wrong[name] = [*nameless(app.window), *small(app.window), *sideways(app.window), *cut(app.window)]
    app.window.close()
    let_go()
    theme.apply(qapp)
    assert {name: found for name, found in wrong.items() if found} == {}
