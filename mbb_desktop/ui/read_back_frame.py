"""A block read back in a frame: side, joints, nerves, what was injected, and the facts around it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QFrame, QGridLayout

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.block import Block
from mbb_desktop.ui import read_back, theme
from mbb_desktop.ui.chips import SideChipLabel
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.levels_echo import sentence_label
from mbb_desktop.ui.parts import body, line, rule_line, stack, strong, words


def read_back_frame(
    block: Block, injectate: Sequence[tuple[str, str]], facts: Sequence[read_back.Fact]
) -> QFrame:
    """`injectate` and `facts` as `read_back` gives them."""
    frame = QFrame()
    frame.setProperty("kind", "soft")
    column = stack(frame, spacing=5, margins=(14, 8, 14, 10))
    head = line(spacing=8)
    for side in read_back.sides(block):
        head.addWidget(SideChipLabel("L" if side is Side.LEFT else "R", True))
    place = words(read_back.place(block), "dialogTitle")
    place.setWordWrap(True)
    head.addWidget(place, 1)
    column.addLayout(head)
    column.addWidget(body(read_back.nerves(block)))
    for drug, sums in injectate:
        label = sentence_label()
        label.setText(f"<b>{escape(drug)}</b>, {escape(', '.join(map(localized, sums.split(', '))))}")
        column.addWidget(label)
    column.addWidget(rule_line())
    column.addLayout(_facts(facts))
    return frame


def _facts(facts: Sequence[read_back.Fact]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(2))
    for place, fact in enumerate(facts):
        row, column = place // 2, place % 2 * 2
        grid.addWidget(words(fact.label, "unit"), row, column)
        value = strong(fact.value)
        value.setWordWrap(True)
        value.setProperty("tone", "warn" if fact.missing else "")
        grid.addWidget(value, row, column + 1)
    grid.setColumnStretch(1, 5)
    grid.setColumnStretch(3, 4)
    return grid
