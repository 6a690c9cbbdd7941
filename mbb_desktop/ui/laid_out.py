"""Change many children of a widget with one layout: Qt lays out anew, up to the window, for each it shows."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def laid_out_once(*around: QWidget) -> Iterator[None]:
    """Whatever is shown or hidden directly in these widgets, outer before inner, is placed at the end."""
    found = [(each, layout, each.size()) for each in around if (layout := each.layout()) is not None]
    free = [each for each in found if each[1].isEnabled()]
    for _widget, layout, _size in free:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for widget, layout, size in free:
            layout.setEnabled(True)
            if widget.size() != size:  # it was not told meanwhile
                layout.invalidate()
