"""The order in which Tab goes through parts that are made late: where they stand, not when they were made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(within: QWidget) -> list[QWidget]:
    """Every part inside that Tab stops at, in the order in which the parts were put there."""
    return [
        part
        for part in within.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and part.window() is within.window()  # the list of a combo box is a window of its own
    ]


def follow(before: QWidget, within: QWidget) -> None:
    """Have Tab go from `before` through everything inside `within`, and on to what came after `before`."""
    for stop in tab_stops(within):
        QWidget.setTabOrder(before, stop)
        before = stop
