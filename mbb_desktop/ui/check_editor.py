"""One box to tick: for choices that are always either on or off, never for a clinical fact."""

from PySide6.QtWidgets import QWidget

from mbb_desktop.ui.editor import Editor
from mbb_desktop.ui.parts import CheckBox, line


class CheckEditor(Editor[bool]):
    """On or off."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._box = CheckBox(words)
        self._box.clicked.connect(lambda _on: self.edited.emit())
        self.watch_leaving(self._box)
        row = line(self)
        row.addWidget(self._box)
        row.addStretch()
        self.setFocusProxy(self._box)

    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, value: bool) -> None:
        self._box.setChecked(value)

    def name(self, label: str) -> None:
        super().name(label or self._box.text())

    def inputs(self) -> list[QWidget]:
        return [self._box]
