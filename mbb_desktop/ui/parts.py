"""Plain pieces that every page is made of: cards, words, buttons, keys, notices."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mbb_desktop.ui import icons, theme
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.tool_tip import plain_tip

Tone = Literal["ok", "warn", "danger", "info", "neutral"]
ButtonKind = Literal[
    "primary", "secondary", "large", "danger", "attention", "confirm", "link", "quiet", "choice"
]

TONE_COLORS: dict[Tone, tuple[str, str]] = {
    "ok": ("ok", "okSoft"),
    "warn": ("warn", "warnSoft"),
    "danger": ("danger", "dangerSoft"),
    "info": ("accent", "accentSoft"),
    "neutral": ("text2", "surface2"),
}
"""Each tone's foreground and soft ground, as tokens of the theme."""

_ON_BUTTON: dict[str, str] = {
    "primary": "onAccent",
    "danger": "surface",
    "attention": "warn",
    "confirm": "accent",
    "link": "accent",
    "quiet": "text2",
}


def put(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and let the widget show it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class _Words(QLabel):
    """Says what comes from a record in the language of the windows."""

    def setText(self, text: str) -> None:
        super().setText(localized(text))


def words(text: str, kind: str, tone: str = "") -> QLabel:
    """A label of one of the style sheet's kinds; plain text, never markup."""
    label = _Words()
    label.setText(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    label.setProperty("tone", tone)
    return label


def section_title(text: str) -> QLabel:
    """A card's title."""
    return words(text, "section")


def muted(text: str) -> QLabel:
    """Words beside a title."""
    return words(text, "muted")


def strong(text: str) -> QLabel:
    """A value heavier than its label."""
    return words(text, "strong")


def body(text: str) -> QLabel:
    """Running text that wraps."""
    label = words(text, "body")
    label.setWordWrap(True)
    return label


def typed(text: str) -> QLabel:
    """Running text that a person wrote: never in another language than theirs."""
    label = body("")
    QLabel.setText(label, text)
    return label


def help_text(text: str) -> QLabel:
    """Small running text that wraps."""
    label = words(text, "help")
    label.setWordWrap(True)
    return label


def keycap(text: str) -> QLabel:
    """A key as it is printed on a keyboard."""
    label = words(text, "keycap")
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def key_hints(pairs: Sequence[tuple[str, str]]) -> QWidget:
    """A row of keys and what each does."""
    row = QWidget()
    layout = line(row, spacing=6)
    for key, meaning in pairs:
        layout.addWidget(keycap(key))
        layout.addWidget(words(meaning, "small"))
        layout.addSpacing(theme.px(12))
    layout.addStretch()
    return row


Margins = tuple[int, int, int, int]


def line(parent: QWidget | None = None, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """A row; lengths are pixels at 100 percent."""
    layout = QHBoxLayout(parent) if parent else QHBoxLayout()
    _space(layout, spacing, margins)
    return layout


def stack(parent: QWidget | None = None, spacing: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """A column; lengths are pixels at 100 percent."""
    layout = QVBoxLayout(parent) if parent else QVBoxLayout()
    _space(layout, spacing, margins)
    return layout


def _space(layout: QLayout, spacing: int, margins: Margins) -> None:
    layout.setSpacing(theme.px(spacing) if spacing else 0)
    layout.setContentsMargins(*(theme.px(side) if side else 0 for side in margins))


def appear(widget: QWidget, wanted: bool) -> None:
    """Show or hide a part; one that has no place yet must never become a window of its own."""
    if not wanted or widget.parentWidget() is not None:
        widget.setVisible(wanted)


def grey(part: QWidget, why: str) -> None:
    """Grey what cannot be done now, with the reason; without one it can be done."""
    part.setEnabled(not why)
    part.setToolTip(plain_tip(why))
    part.setAccessibleDescription(why)


def clear(layout: QLayout) -> None:
    """Remove and delete everything that a layout holds."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := item.layout():
            clear(inner)


def rule_line() -> QFrame:
    """A thin line across."""
    rule = QFrame()
    rule.setProperty("kind", "rule")
    rule.setFixedHeight(1)
    return rule


def centered(content: QWidget) -> QHBoxLayout:
    """The content in the middle of a row; its height may follow its width."""
    row = line(spacing=0)
    row.addStretch()
    row.addWidget(content)
    row.addStretch()
    return row


def scrolled(content: QWidget) -> QScrollArea:
    """The content in an area that scrolls when the window is too small."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


class Card(QFrame):
    """A framed piece of a page. `head` is the row of its title, `body` holds the rest."""

    def __init__(self, title: str = "", note: str = "", *, flush: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        whole = stack(self, spacing=0, margins=(1, 1, 1, 1))
        row = QWidget()
        row.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        appear(row, bool(title))
        whole.addWidget(row)
        self.head = line(row, spacing=8, margins=(16, 11, 16, 8))
        self.body = stack(spacing=8, margins=(0, 0, 0, 0) if flush else (16, 10, 16, 14))
        self._note = muted(note)
        if title:
            self._add_head(title)
        whole.addLayout(self.body)

    def _add_head(self, title: str) -> None:
        self.setAccessibleName(title)
        self.head.addWidget(section_title(title))
        self.head.addWidget(self._note)
        self.head.addStretch()
        if self.body.contentsMargins().top():
            self.body.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(14))

    def show_note(self, note: str) -> None:
        """The muted words beside the title."""
        self._note.setText(note)


def card(title: str = "", note: str = "", *, flush: bool = False) -> Card:
    """A card; `flush` lets the body touch the frame, as a table does."""
    return Card(title, note, flush=flush)


def sharpest_ratio() -> float:
    """The pixel ratio of the sharpest screen: a part without a place cannot know which one it comes to."""
    application = QApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QApplication) else 1.0


class Button(QPushButton):
    """A button with its shortcut in its words: `Print   Ctrl P`. A quiet one shows only its icon."""

    def __init__(self, text: str, kind: ButtonKind = "secondary", icon: str = "", hint: str = "") -> None:
        super().__init__()
        self._kind, self._icon, self._hint = kind, icon, hint
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.say(text)
        self._draw_icon()

    def say(self, text: str) -> None:
        """Change the words; the shortcut stays."""
        self.setAccessibleName(text)
        if self._kind == "quiet":
            self.setToolTip(plain_tip(f"{text}  {self._hint}".strip()))
            return
        shown = f"{text}   {self._hint}" if self._hint else text
        shown = f" {shown}" if self._icon else shown  # a little more room beside the icon
        self.setText(shown.replace("&", "&&"))

    def show_hint(self, hint: str) -> None:
        """Change the shortcut that stands after the words."""
        self._hint = hint
        self.say(self.accessibleName())

    def show_icon(self, name: str) -> None:
        """Change the picture."""
        self._icon = name
        self.say(self.accessibleName())
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        if not self._icon:
            return
        color = _ON_BUTTON.get(self._kind, "text")
        drawn = icons.icon(self._icon, color, 16, sharpest_ratio())
        if drawn.cacheKey() != self.icon().cacheKey():
            self.setIcon(drawn)
            self.setIconSize(QSize(theme.px(16), theme.px(16)))


class IconLabel(QWidget):
    """An icon beside words; it is decoration, the words say it all."""

    def __init__(self, name: str, color: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._name, self._color, self._size = name, color, size
        self._fit()

    def show_icon(self, name: str, color: str) -> None:
        """Change the picture."""
        self._name, self._color = name, color
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self.setFixedSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            icons.paint(painter, self._name, QRectF(self.rect()), self._color)


class Notice(QFrame):
    """A tinted box with an icon and a sentence, at the place it is about."""

    def __init__(self, text: str = "", tone: Tone = "info", icon: str = "info", framed: bool = False) -> None:
        super().__init__()
        self.setProperty("framed", framed)
        layout = line(self, spacing=10, margins=(12, 9, 12, 9))
        self._icon = IconLabel(icon, TONE_COLORS[tone][0])
        self._words = body("")
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.show_text(text, tone, icon)

    def show_text(self, text: str, tone: Tone = "info", icon: str = "info") -> None:
        """Change everything; without words the box is hidden."""
        self._words.setText(text)
        text = self._words.text()
        self._icon.show_icon(icon, TONE_COLORS[tone][0])
        self.setAccessibleName(text)
        put(self, "kind", "soft" if tone == "neutral" else tone)
        appear(self, bool(text))

    def text(self) -> str:
        """The sentence."""
        return self._words.text()


class CheckBox(QCheckBox):
    """A box to tick, with a mark that can be seen and a whole row as its target."""

    def hitButton(self, position: object) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + theme.px(36), theme.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme.px(18)
        box = QRectF(theme.px(3), (self.height() - side) / 2, side, side)
        with QPainter(self) as painter:
            paint_check(painter, box, self.isChecked())
            painter.setPen(theme.color("text" if self.isEnabled() else "off"))
            room = QRectF(self.rect()).adjusted(theme.px(30), 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
            if self.hasFocus():
                paint_focus(painter, QRectF(self.rect()), 4)


def paint_keycap(painter: QPainter, right: float, middle: float, key: str) -> float:
    """A key as it is printed on a keyboard, up to the right edge given; its left edge."""
    font = theme.font(11)
    wide = QFontMetricsF(font).horizontalAdvance(key) + theme.px(14)
    cap = QRectF(right - wide, middle - theme.px(9), wide, theme.px(18))
    painter.setPen(QPen(theme.color("border"), 1.0))
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(cap, theme.px(4), theme.px(4))
    painter.setPen(theme.color("text2"))
    painter.setFont(font)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    return cap.left()


def paint_focus(painter: QPainter, box: QRectF, radius: float) -> None:
    """The ring that shows where the keyboard is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wide = theme.ring()
    painter.setPen(QPen(theme.color("accent"), wide))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), radius, radius)


def paint_check(painter: QPainter, box: QRectF, checked: bool) -> None:
    """A box, ticked or empty."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent" if checked else "field"), 2.0))
    painter.setBrush(theme.color("accent" if checked else "surface"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
    if checked:
        inset = box.width() * 0.14
        icons.paint(painter, "check", box.adjusted(inset, inset, -inset, -inset), "onAccent")
