"""The one style sheet of the program, made from colour tokens and a root size."""

import re
from collections.abc import Mapping

_WINDOW = """
QWidget { color: $text; }
QToolTip { background: $text; color: $surface; border: 0px; padding: 4px 8px; font-size: 12px; }
#workplace, #pages, QWidget[kind="page"] { background: $bg; }
#topBar { background: $surface; border-bottom: 1px solid $border; }
#statusLine { background: $surface2; }
QFrame[demo="true"] { border: 3px solid $demo; }
#backdrop { background: rgba(10, 16, 22, 150); }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0px; }
QFrame[kind="card"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[kind="dialogCard"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[kind="tour"] { background: $surface; border: 2px solid $accent; border-radius: 8px; }
QFrame[kind="soft"] { background: $surface2; border: $edge solid $border; border-radius: 6px; }
QFrame[kind="rule"] { background: $border; border: 0px; }
QFrame[kind="info"] { background: $accentSoft; border: $edge solid $accent; border-radius: 6px; }
QFrame[kind="info"][framed="true"] { border: 1px solid $accent; }
QFrame[kind="ok"] { background: $okSoft; border: $edge solid $ok; border-radius: 6px; }
QFrame[kind="ok"][framed="true"] { border: 1px solid $ok; }
QFrame[kind="warn"] { background: $warnSoft; border: $edge solid $warn; border-radius: 6px; }
QFrame[kind="warn"][framed="true"] { border: 1px solid $warn; }
QFrame[kind="danger"] { background: $dangerSoft; border: $edge solid $danger; border-radius: 6px; }
QFrame[kind="danger"][framed="true"] { border: 1px solid $danger; }
QFrame[kind="toast"] { background: $text; border: 0px; border-radius: 8px; }
QFrame[kind="toast"] QLabel { color: $surface; }
QFrame[kind="toast"] QPushButton { color: $surface; background: transparent; border: 1px solid $surface; }
QFrame[kind="notSaved"] { background: $danger; border: 0px; }
QFrame[kind="notSaved"] QLabel { color: $surface; font-weight: 600; }
QFrame[kind="notSaved"] QPushButton { color: $surface; background: transparent;
    border: 1px solid $surface; }
"""

_WORDS = """
QLabel { background: transparent; }
QLabel[kind="pageTitle"] { font-size: 17px; font-weight: 600; }
QLabel[kind="section"] { font-size: 15px; font-weight: 600; }
QLabel[kind="dialogTitle"] { font-size: 20px; font-weight: 600; }
QLabel[kind="patient"] { font-size: 18px; font-weight: 700; }
QLabel[kind="patientLarge"] { font-size: 34px; font-weight: 700; }
QLabel[kind="factLarge"] { font-size: 22px; font-weight: 600; }
QLabel[kind="figure"] { font-size: 26px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="fieldLabel"] { font-size: 12px; color: $text2; }
QLabel[kind="help"] { font-size: 12px; color: $text2; }
QLabel[kind="muted"] { font-size: 13px; color: $muted; }
QLabel[kind="small"] { font-size: 12px; color: $muted; }
QLabel[kind="unit"] { font-size: 13px; color: $text2; }
QLabel[kind="count"] { font-size: 15px; font-weight: 600; color: $accent; }
QLabel[kind="code"] { font-size: 17px; font-weight: 600; }
QLabel[kind="fact"] { font-size: 14px; font-weight: 600; }
QLabel[kind="status"] { font-size: 12px; color: $text2; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="info"] { color: $accent; }
QLabel[kind="keycap"] { font-size: 11px; color: $text2; background: $surface2; border: 1px solid $border;
    border-bottom: 2px solid $border; border-radius: 4px; padding: 1px 7px; }
"""

_BUTTONS = """
QPushButton { background: $surface; color: $text; border: 1px solid $field; border-radius: 6px;
    padding: 5px 11px; min-height: 18px; font-size: 13px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border: $focus solid $accent; padding: $padFocus; }
QPushButton:disabled { background: $surface2; color: $off; border: 1px solid $offEdge; }
QPushButton[kind="primary"] { background: $accent; color: $onAccent; border: 1px solid $accent;
    padding: 6px 15px; min-height: 20px; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accentHover; border-color: $accentHover; }
QPushButton[kind="primary"]:focus { border: $focus solid $text; padding: $padPrimary; }
QPushButton[kind="primary"]:disabled { background: $surface2; color: $off; border: 1px solid $offEdge; }
QPushButton[kind="large"] { padding: 6px 15px; min-height: 20px; font-weight: 600; }
QPushButton[kind="large"]:focus { padding: $padPrimary; }
QPushButton[kind="danger"] { background: $danger; color: $surface; border: 1px solid $danger;
    font-weight: 600; }
QPushButton[kind="danger"]:focus { border: $focus solid $text; }
QPushButton[kind="danger"]:disabled { background: $surface2; color: $off; border: 1px solid $offEdge; }
QPushButton[kind="attention"] { background: $warnSoft; color: $warn; border: 1px solid $warn;
    padding: 6px 15px; min-height: 20px; font-weight: 600; }
QPushButton[kind="confirm"] { background: $surface; color: $accent; border: 2px solid $accent;
    padding: 2px 11px;
    min-height: 20px; font-weight: 600; }
QPushButton[kind="link"] { background: transparent; color: $accent; border: 1px solid transparent;
    padding: 4px 8px;
    min-height: 18px; font-weight: 500; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: $focus solid $accent; padding: $padLink; }
QPushButton[kind="link"]:disabled { color: $off; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; padding: 4px;
    min-height: 20px;
    min-width: 20px; }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:focus { border: $focus solid $accent; padding: $padQuiet; }
QPushButton[kind="segment"] { border-radius: 0px; padding: 5px 12px; margin-left: -1px; }
QPushButton[kind="segment"][place="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px;
    margin-left: 0px; }
QPushButton[kind="segment"][place="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[kind="segment"][place="only"] { border-radius: 6px; margin-left: 0px; }
QPushButton[kind="segment"]:focus { border: $focus solid $accent; padding: $padSegment; }
QPushButton[kind="segment"]:checked { background: $text; color: $surface; border-color: $text;
    font-weight: 600; }
QPushButton[kind="segment"]:checked:focus { background: $accent; color: $onAccent;
    border: $focus solid $text; }
QPushButton[kind="choice"] { text-align: left; padding: 5px 11px; min-height: 20px; font-weight: 500; }
QPushButton[kind="choice"]:checked { background: $accentSoft; color: $accent; border: 2px solid $accent;
    padding: 4px 10px; font-weight: 600; }
QPushButton[kind="choice"]:checked:focus { border: 3px solid $accent; padding: 3px 9px; }
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox { background: $surface; color: $text;
    border: 1px solid $field;
    border-radius: 6px; padding: 5px 11px; font-size: 13px; selection-background-color: $accent;
    selection-color: $onAccent; placeholder-text-color: $muted; }
QLineEdit, QComboBox { min-height: 20px; }
QPlainTextEdit, QTextEdit { padding: 4px 7px; }
QLineEdit:focus, QComboBox:focus { border: $focus solid $accent; padding: $padInput; }
QPlainTextEdit:focus, QTextEdit:focus { border: $focus solid $accent; padding: $padText; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: $danger; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $surface2; color: $off;
    border-color: $offEdge; placeholder-text-color: $off; }
QLineEdit[readOnly="true"] { background: $surface2; border-color: $offEdge; }
QLineEdit[kind="large"] { min-height: 26px; font-size: 15px; }
QLineEdit[kind="entry"] { min-height: 30px; font-size: 18px; }
QLineEdit[kind="entry"]:focus { border: $focus solid $accent; }
QLineEdit#paletteLine, QLineEdit#paletteLine:focus { border: 0px; background: $surface; font-size: 16px;
    min-height: 36px; padding: 2px 8px; }
QComboBox::drop-down { border: 0px; width: 26px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $field; padding: 4px;
    selection-background-color: $chosen; selection-color: $onChosen; outline: 0px; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0px 6px; }
#searchField { background: $surface2; min-height: 20px; padding-left: 11px; }
#searchField:hover { background: $bg; }
QCheckBox { background: transparent; spacing: 10px; min-height: 24px; }
"""

_LISTS = """
QTableView { background: $surface; border: 0px; gridline-color: transparent;
    selection-background-color: $chosen;
    selection-color: $onChosen; outline: 0px; }
QHeaderView { background: transparent; border: 0px; }
QHeaderView::section { background: $surface; color: $text2; border: 0px; border-bottom: 1px solid $border;
    padding: 4px 8px; font-size: 12px; font-weight: 500; }
QListView { background: $surface; border: 0px; outline: 0px; }
QTabBar { background: transparent; border: 0px; }
QTabBar::tab { background: transparent; color: $text2; font-weight: 500; padding: 12px 13px 10px 13px;
    border: 0px; border-bottom: 3px solid transparent; margin-right: 4px; }
QTabBar::tab:selected { color: $accent; font-weight: 600; border-bottom: 3px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::scroller { width: 56px; }
QTabBar::tab:focus { background: $chosen; color: $onChosenTab; }
QTabWidget::pane { border: 0px; border-top: 1px solid $border; background: transparent; }
QMenu { background: $surface; color: $text; border: 1px solid $field; border-radius: 6px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $chosen; color: $onChosen; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0px; }
QScrollBar::handle { background: $field; border-radius: 4px; margin: 2px; min-height: 24px;
    min-width: 24px; }
QScrollBar::handle:hover { background: $text2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $surface2; border: $edge solid $field; border-radius: 4px;
    max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QProgressBar[tone="warn"]::chunk { background: $warn; }
QProgressBar[tone="ok"]::chunk { background: $ok; }
QProgressBar[tone="danger"]::chunk { background: $danger; }
"""

_FRAME = """
#navRail { background: $nav; border: 0px; border-right: $edge solid $border; }
#navRail QLabel { color: $navText; }
#navRail QLabel[kind="appName"] { color: $navBright; font-size: 15px; font-weight: 600; }
#navRail QLabel[kind="who"] { color: $navBright; font-size: 13px; font-weight: 600; }
#navRail QLabel[kind="role"] { color: $navText; font-size: 12px; }
#navRail QPushButton { background: transparent; color: $navText; border: 1px solid $navEdge;
    border-radius: 6px;
    text-align: left; padding: 6px 10px; }
#navRail QPushButton:hover { background: $navActiveBg; }
#navRail QPushButton:focus { border: $focus solid $navFocus; padding: $padNav; }
#patientBanner { background: $surface; border: 0px; border-bottom: 2px solid $accent; }
#lockPage, #firstRun { background: $bg; }
#roomBar { background: $nav; }
#roomBar QLabel { color: $navText; }
#roomBar QLabel[kind="pageTitle"] { color: $navBright; }
#avatar { background: $accent; color: $onAccent; font-size: 17px; font-weight: 600; border-radius: 22px; }
"""

RING, RING_OF_HIGH_CONTRAST = 2, 3
_TEMPLATE = _WINDOW + _WORDS + _BUTTONS + _INPUTS + _LISTS + _FRAME
_PADDINGS = {  # what is left of the padding when the edge grows from 1 px to the focus ring
    "padFocus": (5, 11),
    "padPrimary": (6, 15),
    "padLink": (4, 8),
    "padQuiet": (4, 4),
    "padSegment": (5, 12),
    "padInput": (5, 11),
    "padText": (4, 7),
    "padNav": (6, 10),
}


def style_sheet(tokens: Mapping[str, str], percent: int) -> str:
    """The style sheet for these colours, every length scaled by `percent` (1 px lines stay 1 px)."""
    strong = high_contrast(tokens)
    ring = RING_OF_HIGH_CONTRAST if strong else RING
    words = {**tokens, **_under_the_hand(tokens, strong)}
    words |= {name: f"{down - ring + 1}px {side - ring + 1}px" for name, (down, side) in _PADDINGS.items()}
    words |= {"focus": f"{ring}px", "edge": "1px" if strong else "0px"}
    words |= {"accentHover": mixed(tokens["accent"], tokens["text"], 0.18)}
    words |= {"demo": "#EFC258"}  # amber in every look
    words |= {"navBright": "#FFFFFF", "navFocus": "#FFFFFF"}
    words |= {"navEdge": mixed(tokens["nav"], tokens["navText"], 0.35)}
    filled = re.sub(r"\$(\w+)", lambda found: words[found[1]], _TEMPLATE)
    return re.sub(r"(-?\d+)px", lambda found: _scaled(int(found[1]), percent), filled)


def high_contrast(tokens: Mapping[str, str]) -> bool:
    """Whether these colours have no soft fills, so that edges must say it."""
    return tokens["accentSoft"] == tokens["surface"]


def _under_the_hand(tokens: Mapping[str, str], strong: bool) -> dict[str, str]:
    """The grounds of what is pointed at, pressed or chosen; never the ground around it."""
    if strong:
        ground, ink = tokens["surface"], tokens["text"]
        found = {"hover": mixed(ground, ink, 0.12), "pressed": mixed(ground, ink, 0.2)}
        chosen = ("accent", "onAccent", "onAccent")
    else:
        found = {"hover": tokens["surface2"], "pressed": tokens["border"]}
        chosen = ("accentSoft", "text", "accent")
    names = ("chosen", "onChosen", "onChosenTab")
    return found | {name: tokens[token] for name, token in zip(names, chosen, strict=True)}


def mixed(first: str, second: str, share: float) -> str:
    """A colour between two, `share` of the way from the first to the second."""
    pairs = zip(_parts(first), _parts(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _parts(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _scaled(size: int, percent: int) -> str:
    return f"{size if abs(size) <= 1 else round(size * percent / 100)}px"
