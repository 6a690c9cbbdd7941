"""The program as it is started, until its unlock window has been painted; then it exits."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from mbb_desktop import app
from mbb_desktop.ui.lock_page import LockPage


class Watched(LockPage):
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt names it
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


if __name__ == "__main__":
    setattr(app, "LockPage", Watched)  # noqa: B010  the program makes the page itself
    sys.exit(app.run(Path(sys.argv[1])))
