"""The name of somebody in the room who has no account."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from mbb_desktop.ui.editor import EntryLine


class NameLine(EntryLine):
    """Takes one name: Enter gives it, an empty line or Escape gives none."""

    given = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._radiographer = False
        self.setAccessibleName(self.tr("Name of somebody present"))
        self.setMaxLength(60)
        self.editingFinished.connect(self._on_finished)

    def ask(self, placeholder: str, radiographer: bool) -> None:
        self._radiographer = radiographer
        self.setPlaceholderText(placeholder)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._on_finished()
            return
        super().keyPressEvent(event)

    def _on_finished(self) -> None:
        name = self.text().strip()
        self.clear()
        self.hide()
        if name:
            self.given.emit(name, self._radiographer)
