"""Pages over each other, each of them dressed and laid out when it is looked at first."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class LateStack(QStackedWidget):
    """Dressing a chart takes as long as reading it, and most of its parts are not looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting = QWidget()  # never shown; what lies in it wears no style sheet
        self._late: dict[int, QWidget] = {}
        self.destroyed.connect(self._waiting.deleteLater)

    def add(self, content: QWidget) -> None:
        """Put a page behind the others; the first one is shown."""
        if self.count() == 0:
            self.addWidget(content)
            return
        content.setParent(self._waiting)
        self._late[self.addWidget(QWidget())] = content

    def show_page(self, at: int) -> None:
        """Bring a page to the front."""
        if (content := self._late.pop(at, None)) is not None:
            self.put(at, content)
        self.setCurrentIndex(at)

    def put(self, at: int, content: QWidget) -> None:
        """Let another widget be the page of this place."""
        self._late.pop(at, None)
        shown, old = self.currentIndex(), self.widget(at)
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()
        self.insertWidget(at, content)
        self.setCurrentIndex(shown)
