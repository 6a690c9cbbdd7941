"""Colours can be told apart and read, sizes follow one root, and a new look reaches every widget."""

import re
from collections.abc import Mapping

import pytest
from PySide6.QtGui import QFontInfo, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mbb_desktop.ui import theme
from mbb_desktop.ui.look import tokens_of
from mbb_desktop.ui.parts import Button, IconLabel, words
from mbb_desktop.ui.style_sheet import style_sheet

LOOKS = {
    "light": theme.LIGHT,
    "dark": theme.DARK,
    "high contrast": theme.HIGH_CONTRAST,
    "high contrast, dark": theme.HIGH_CONTRAST_DARK,
}

READABLE = [
    ("text", "surface"),
    ("text2", "surface"),
    ("text2", "surface2"),
    ("muted", "surface"),
    ("muted", "bg"),
    ("muted", "surface2"),
    ("accent", "surface"),
    ("accent", "accentSoft"),
    ("onAccent", "accent"),
    ("left", "surface"),
    ("left", "leftSoft"),
    ("right", "surface"),
    ("right", "rightSoft"),
    ("onSide", "left"),
    ("onSide", "right"),
    ("ok", "okSoft"),
    ("warn", "warnSoft"),
    ("danger", "dangerSoft"),
    ("danger", "surface"),
    ("surface", "danger"),
    ("navText", "nav"),
    ("navText", "navActiveBg"),
    ("text", "boneLo"),
    ("surface", "text"),
]
VISIBLE = [
    ("field", "surface"),
    ("field", "bg"),
    ("left", "boneLo"),
    ("right", "boneLo"),
    ("boneLine", "surface"),
    ("series1", "surface"),
    ("series2", "surface"),
    ("accent", "bg"),
]


def contrast(first: str, second: str) -> float:
    """The ratio of WCAG 2.2."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("front", "ground"), READABLE)
def test_words_can_be_read(look: str, front: str, ground: str) -> None:
    least = 7 if look.startswith("high contrast") and not ground.startswith("bone") else 4.5
    assert contrast(LOOKS[look][front], LOOKS[look][ground]) >= least


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("front", "ground"), VISIBLE)
def test_edges_and_marks_can_be_seen(look: str, front: str, ground: str) -> None:
    assert contrast(LOOKS[look][front], LOOKS[look][ground]) >= 3


@pytest.mark.parametrize("tokens", LOOKS.values(), ids=LOOKS)
def test_every_look_has_every_colour(tokens: Mapping[str, str]) -> None:
    assert tokens.keys() == theme.LIGHT.keys()
    assert all(re.fullmatch("#[0-9A-F]{6}", color) for color in tokens.values())


@pytest.mark.parametrize("look", ["high contrast", "high contrast, dark"])
def test_without_soft_fills_what_is_chosen_and_what_is_off_still_differ(look: str) -> None:
    tokens = LOOKS[look]
    sheet = style_sheet(tokens, 100)
    (chosen,) = set(re.findall(r"QMenu::item:selected { background: (#\w+)", sheet))
    assert contrast(chosen, tokens["surface"]) >= 4.5
    (pressed,) = re.findall(r"QPushButton:pressed { background: (#\w+)", sheet)
    assert contrast(tokens["text"], pressed) >= 7
    assert 3 <= contrast(tokens["off"], tokens["surface"]) < 4.5
    assert contrast(tokens["offEdge"], tokens["field"]) >= 3


@pytest.mark.parametrize(
    ("chosen", "dark", "high", "shown"),
    [
        ("system", False, False, "light"),
        ("system", True, False, "dark"),
        ("system", False, True, "high contrast"),
        ("system", True, True, "high contrast, dark"),
        ("light", True, True, "light"),
        ("dark", False, True, "dark"),
        ("high contrast", False, False, "high contrast"),
        ("high contrast", True, False, "high contrast, dark"),
        ("high contrast dark", False, False, "high contrast, dark"),
    ],
)
def test_the_look_is_as_chosen_or_as_the_system_asks(chosen: str, dark: bool, high: bool, shown: str) -> None:
    assert tokens_of(chosen, dark=dark, high_contrast=high) is LOOKS[shown]


def test_side_colours_are_used_for_nothing_else() -> None:
    for tokens in (theme.LIGHT, theme.DARK):
        others = [color for name, color in tokens.items() if name not in ("left", "right")]
        assert tokens["left"] not in others
        assert tokens["right"] not in others


def test_every_length_follows_the_root_size_but_lines_stay_thin() -> None:
    normal, large = (re.findall(r"(-?\d+)px", style_sheet(theme.LIGHT, percent)) for percent in (100, 150))
    for before, after in zip(map(int, normal), map(int, large), strict=True):
        assert after == (before if abs(before) <= 1 else round(before * 1.5))


def test_the_root_size_stays_between_90_and_150_percent(qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT, 400)
    assert theme.percent() == 150
    theme.apply(qapp, theme.LIGHT, 10)
    assert theme.percent() == 90


def test_the_fonts_of_the_program_are_used(qtbot: QtBot) -> None:
    label = words("MARSH, Eleanor", "patient")
    qtbot.addWidget(label)
    label.ensurePolished()
    font = QFontInfo(label.font())
    assert font.family() == "Inter"
    assert (font.pixelSize(), font.weight()) == (18, 700)


def test_a_new_look_recolours_icons_that_are_already_there(qtbot: QtBot, qapp: QApplication) -> None:
    label, button = IconLabel("check", "text"), Button("Print", "quiet", "printer")
    for widget in (label, button):
        qtbot.addWidget(widget)
    label.grab()
    button.grab()
    assert ink(button.icon()) == theme.LIGHT["text2"]
    theme.apply(qapp, theme.DARK)
    assert ink(button.icon()) == theme.DARK["text2"]
    assert ink(QIcon(label.grab())) != theme.LIGHT["text"]


def ink(icon: QIcon) -> str:
    """The colour of the pixel that is covered most."""
    image = icon.pixmap(16, 16).toImage()
    colors = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
    return max(colors, key=lambda color: color.alpha()).name().upper()
