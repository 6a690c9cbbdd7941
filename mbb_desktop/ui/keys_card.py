"""The keys of the screen that is shown, and those that work everywhere."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from mbb_desktop.ui import phrase_keys, theme
from mbb_desktop.ui.command import Command, WithKeys
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.parts import Button, body, keycap, line, section_title

_MOST_LETTERS = 60


def shortened(text: str) -> str:
    """The beginning of a phrase on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _MOST_LETTERS else f"{line[:_MOST_LETTERS].rstrip()} …"


class KeysCard(DialogCard):
    """Opened by F1."""

    def __init__(self, window: QWidget, shown: QWidget | None, commands: Sequence[Command]) -> None:
        super().__init__(window, window.tr("Keys"), wide=520)
        if isinstance(shown, WithKeys):
            self._add(self.tr("On this screen"), shown.keys())
        self._add(self.tr("Everywhere"), [(each.keys, each.words) for each in commands if each.keys])
        if book := phrase_keys.book():
            said = [(code, shortened(text)) for code, text in sorted(book.items())]
            self._add(self.tr("Phrases: the code, then Space or Tab"), said)
        close = Button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        self.buttons.addWidget(close)

    def _add(self, title: str, keys: Sequence[tuple[str, str]]) -> None:
        self.body.addWidget(section_title(title))
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, theme.px(8))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnMinimumWidth(0, theme.px(130))
        grid.setColumnStretch(1, 1)
        for at, (key, meaning) in enumerate(keys):
            held = line()
            held.addWidget(keycap(key))
            held.addStretch()
            grid.addLayout(held, at, 0)
            grid.addWidget(body(meaning), at, 1)
        self.body.addWidget(rows)
