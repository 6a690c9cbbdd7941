"""Colours, sizes and fonts of the windows: light, dark and high contrast, from one root size."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from mbb_desktop.paths import data_dir
from mbb_desktop.ui.style_sheet import RING, RING_OF_HIGH_CONTRAST, high_contrast, style_sheet

SMALLEST_PERCENT, LARGEST_PERCENT = 90, 150

LIGHT: dict[str, str] = {
    "bg": "#F4F6F8",
    "surface": "#FFFFFF",
    "surface2": "#EDF0F4",
    "border": "#D6DCE4",
    "field": "#7F8A99",
    "text": "#16202C",
    "text2": "#465364",
    "muted": "#5F6C7D",
    "accent": "#0B5F73",
    "onAccent": "#FFFFFF",
    "accentSoft": "#E1F0F3",
    "left": "#1B5FC4",
    "leftSoft": "#E4EDFB",
    "right": "#B34700",
    "rightSoft": "#FCEBDD",
    "onSide": "#FFFFFF",
    "ok": "#146C43",
    "okSoft": "#E2F3EA",
    "warn": "#7A5200",
    "warnSoft": "#FFF3D1",
    "danger": "#B3261E",
    "dangerSoft": "#FDE9E7",
    "series1": "#5B3FA8",
    "series2": "#0B5F73",
    "boneHi": "#FBF6EA",
    "boneLo": "#EADFC8",
    "boneLine": "#8F7E62",
    "nav": "#12232E",
    "navText": "#C6D3DC",
    "navActiveBg": "#1F3A49",
    "off": "#5F6C7D",
    "offEdge": "#D6DCE4",
}

DARK: dict[str, str] = {
    "bg": "#10161C",
    "surface": "#182028",
    "surface2": "#222C36",
    "border": "#33404D",
    "field": "#748394",
    "text": "#E9EEF3",
    "text2": "#BAC6D1",
    "muted": "#9AA8B6",
    "accent": "#5CC3D3",
    "onAccent": "#06262C",
    "accentSoft": "#12343C",
    "left": "#82B4FF",
    "leftSoft": "#1A2F4D",
    "right": "#FFA866",
    "rightSoft": "#45290F",
    "onSide": "#0E1620",
    "ok": "#63D19E",
    "okSoft": "#143427",
    "warn": "#EFC258",
    "warnSoft": "#3A2E0E",
    "danger": "#FF938A",
    "dangerSoft": "#44201D",
    "series1": "#B9A5FF",
    "series2": "#5CC3D3",
    "boneHi": "#4A525B",
    "boneLo": "#353D46",
    "boneLine": "#7F8B97",
    "nav": "#0B1116",
    "navText": "#A9B7C4",
    "navActiveBg": "#1D2B36",
    "off": "#9AA8B6",
    "offEdge": "#33404D",
}


def _high_contrast(tokens: Mapping[str, str], deeper: Mapping[str, str]) -> dict[str, str]:
    """The same colours, some of them `deeper`, with strong edges and no soft fills: words have 7 to 1.

    What cannot be used now keeps the faint edges, and is fainter than any word that can be read elsewhere.
    """
    soft = {name: tokens["surface"] for name in tokens if name.endswith("Soft")}
    edges = {"border": tokens["text2"], "field": tokens["text2"], "muted": tokens["text2"]}
    grounds = {"bg": tokens["surface"], "surface2": tokens["surface"]}
    off = {"off": tokens["field"], "offEdge": tokens["border"]}
    return {**tokens, **deeper, **soft, **edges, **grounds, **off}


_DEEPER = {"left": "#154C9E", "right": "#8F3900", "ok": "#0F5535", "warn": "#664400", "danger": "#9C1E17"}
HIGH_CONTRAST = _high_contrast(LIGHT, _DEEPER)
HIGH_CONTRAST_DARK = _high_contrast(DARK, {})


@dataclass(slots=True)
class _Look:
    """What the windows wear now; like QApplication.palette(), one for the whole program."""

    tokens: Mapping[str, str] = field(default_factory=lambda: LIGHT)
    percent: int = 100
    generation: int = 0


_look = _Look()


def apply(app: QApplication, tokens: Mapping[str, str] = LIGHT, percent: int = 100) -> None:
    """Dress every window in these colours at this root size (90 to 150 percent); also at run time."""
    if not QFontDatabase.hasFamily("Inter"):
        load_fonts()
    _look.tokens = tokens
    _look.percent = max(SMALLEST_PERCENT, min(LARGEST_PERCENT, percent))
    _look.generation += 1
    if sys.platform != "linux":  # there Qt takes Fusion by itself, and asking costs 10 ms of the start
        app.setStyle("Fusion")
    app.setPalette(_palette(tokens))
    app.setFont(font())
    for window in app.topLevelWidgets():
        if window.property("dressed"):
            window.setStyleSheet(style_sheet(tokens, _look.percent))


def dress(window: QWidget) -> None:
    """Let a window wear the style sheet, now and after every change of the look.

    Were it the application's, Qt would look through it anew for all that a part holds each time that part
    is put into a larger one: opening a chart took 1.6 times as long.
    """
    window.setProperty("dressed", True)
    window.setStyleSheet(style_sheet(_look.tokens, _look.percent))


def color(name: str) -> QColor:
    """The colour of a token in the current look."""
    return QColor(_look.tokens[name])


def tokens() -> Mapping[str, str]:
    """The colours in use, by name."""
    return _look.tokens


def is_high_contrast() -> bool:
    """Whether edges have to say what soft fills say in the other looks."""
    return high_contrast(_look.tokens)


def ring() -> int:
    """How wide the focus ring is, in pixels."""
    return RING_OF_HIGH_CONTRAST if is_high_contrast() else RING


def percent() -> int:
    """The root size in use, in percent."""
    return _look.percent


def generation() -> int:
    """Grows by one with every change of the look."""
    return _look.generation


def px(size: float) -> int:
    """A length that is `size` pixels at 100 percent."""
    return max(1, round(size * _look.percent / 100))


def font(size: float = 13, weight: int = 400, figures: bool = False) -> QFont:
    """The program's font; with `figures` all digits are equally wide, for columns of numbers."""
    made = QFont("Inter")
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight))
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def load_fonts() -> None:
    """Make the four weights of Inter known to Qt."""
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(data_dir("resources") / "fonts" / f"Inter-{weight}.ttf"))


def load_fallback_fonts() -> None:
    """Make the fonts for other scripts known; several megabytes, so after the first window is painted."""
    for path in sorted((data_dir("resources") / "fonts").glob("*.ttf")):
        if not path.name.startswith("Inter-"):
            QFontDatabase.addApplicationFont(str(path))


_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "surface2",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "field",
    QPalette.ColorRole.Shadow: "text2",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onAccent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
}
_FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def _palette(tokens: Mapping[str, str]) -> QPalette:
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(tokens[name]))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["off"]))
    return made
