"""Groups of widgets in a row, the last at the right end; where they do not fit they go into further rows."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mbb_desktop.ui import theme
from mbb_desktop.ui.parts import Margins, line, stack


class FoldingRow(QWidget):
    """Each group stays together; none is ever narrower than its words."""

    def __init__(
        self,
        *groups: Sequence[QWidget],
        spacing: int = 8,
        margins: Margins = (0, 0, 0, 0),
        down: int = 8,
        apart: bool = True,
    ) -> None:
        """Without `apart` the last group follows the others instead of standing at the right end."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._whole = stack(self, spacing=0, margins=margins)
        self._rows: list[QHBoxLayout] = []
        self._groups = [_together(widgets, spacing) for widgets in groups]
        self._down, self._apart = down, apart
        self._plan: tuple[int, ...] = ()
        for _group in groups:
            row = line(spacing=spacing)
            self._whole.addLayout(row)
            self._rows.append(row)
        self._place(tuple(0 for _ in groups))

    def minimumSizeHint(self) -> QSize:
        margins = self._whole.contentsMargins()
        widest = max((group.minimumSizeHint().width() for group in self._groups), default=0)
        return QSize(widest + margins.left() + margins.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        margins = self._whole.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        plan, at, used = [], 0, 0
        for group in self._groups:
            wide = group.minimumSizeHint().width()
            if used and wide and used + self._rows[0].spacing() + wide > room:
                at, used = at + 1, 0
            plan.append(at)
            used += wide + (self._rows[0].spacing() if used and wide else 0)
        self._place(tuple(plan))

    def _place(self, plan: tuple[int, ...]) -> None:
        if plan == self._plan:
            return
        self._plan = plan
        for row_at, row in enumerate(self._rows):
            while row.takeAt(0):
                pass
            row.setContentsMargins(0, theme.px(self._down) if 0 < row_at <= plan[-1] else 0, 0, 0)
        last = len(plan) - 1
        for at, (row_at, group) in enumerate(zip(plan, self._groups, strict=True)):
            if at == last and self._apart:
                self._rows[row_at].addStretch(1)
            self._rows[row_at].addWidget(group)
        for row in self._rows if not self._apart else self._rows[: plan[last]]:
            row.addStretch(1)
        self.updateGeometry()


def _together(widgets: Sequence[QWidget], spacing: int) -> QWidget:
    group = QWidget()
    row = line(group, spacing=spacing)
    for widget in widgets:
        row.addWidget(widget)
    return group
