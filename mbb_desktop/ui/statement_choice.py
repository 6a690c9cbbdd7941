"""One of several whole sentences, below each other; none is chosen at the start."""

from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from mbb_desktop.ui.editor import Editor
from mbb_desktop.ui.parts import CheckBox, stack

T = TypeVar("T")


class StatementChoice(Editor[T | None], Generic[T]):
    """Ticking one takes the tick from the other; ticking it again takes it back."""

    def __init__(self, statements: Sequence[tuple[T, str]]) -> None:
        super().__init__()
        self._values = [value for value, _ in statements]
        self.boxes = [CheckBox(said) for _, said in statements]
        column = stack(self, spacing=0)
        for at, box in enumerate(self.boxes):
            box.clicked.connect(partial(self._on_clicked, at))
            self.watch_leaving(box)
            column.addWidget(box)
        self.setFocusProxy(self.boxes[0])

    def value(self) -> T | None:
        return next((v for v, box in zip(self._values, self.boxes, strict=True) if box.isChecked()), None)

    def set_value(self, value: T | None) -> None:
        for own, box in zip(self._values, self.boxes, strict=True):
            box.setChecked(own == value)

    def name(self, label: str) -> None:
        self.setAccessibleName(label)
        for box in self.boxes:
            box.setAccessibleName(f"{label}: {box.text()}")

    def inputs(self) -> list[QWidget]:
        return [*self.boxes]

    def _on_clicked(self, at: int, _on: bool = False) -> None:
        for other, box in enumerate(self.boxes):
            if other != at:
                box.setChecked(False)
        self.edited.emit()
