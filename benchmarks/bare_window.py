"""The floor: a bare PySide6 window that exits on its own first paint. Says its peak memory in MiB."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Bare(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt names it
        QTimer.singleShot(0, QApplication.quit)


def peak_mib() -> float:
    """The most memory that this process has had resident; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def main() -> int:
    application = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(1440, 900)
    window.show()
    code = application.exec()
    print(json.dumps({"peak": peak_mib()}))
    return code


if __name__ == "__main__":
    sys.exit(main())
