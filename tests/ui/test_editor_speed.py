"""What a key in the block editor may cost: counted in statements, widgets and layouts, never in time."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.laid_out import laid_out_once
from mbb_desktop.ui.parts import stack, words
from mbb_desktop.ui.score_box import ScoreBox
from tests.ui.editing import Editing, Scene, editing


class Counted(QObject):
    """How often each kind of event came to each widget."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[tuple[QEvent.Type, int]] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen[event.type(), id(watched)] += 1
        return False

    def most(self, kind: QEvent.Type) -> int:
        """The largest count of one kind at one widget."""
        return max((count for (each, _widget), count in self.seen.items() if each is kind), default=0)


def statements_of(at: Editing, work: Callable[[], object]) -> list[object]:
    asked: list[object] = []

    def keep(*told: object) -> None:
        asked.append(told)

    sa.event.listen(at.vault.store.engine, "before_cursor_execute", keep)
    try:
        work()
    finally:
        sa.event.remove(at.vault.store.engine, "before_cursor_execute", keep)
    return asked


def test_a_key_in_the_levels_costs_no_statement_no_new_widget_and_one_layout(tmp_path: Path) -> None:
    with editing(tmp_path, Scene(planned="")) as at:
        QApplication.processEvents()
        entry = at.editor.levels.entry
        QTest.keyClicks(entry, "45 51 b")  # what the first time makes is there
        before = at.editor.findChildren(QWidget)
        counted = Counted()
        for box in at.editor.findChildren(ScoreBox):
            box.installEventFilter(counted)

        def type_over() -> None:
            entry.selectAll()
            QTest.keyClick(entry, Qt.Key.Key_Backspace)
            QTest.keyClicks(entry, "45 51 ")
            QApplication.processEvents()
            counted.seen.clear()
            QTest.keyClick(entry, Qt.Key.Key_B)

        assert statements_of(at, type_over) == []
        assert at.editor.findChildren(QWidget) == before
        assert at.editor.levels.echo.text().startswith("Bilateral")
        assert at.editor.levels.sides.chosen() == 2
        assert counted.most(QEvent.Type.Show) == 1
        assert counted.most(QEvent.Type.Resize) <= 2


def test_parts_that_appear_together_are_placed_once(qtbot: QtBot) -> None:
    page, counted = QWidget(), Counted()
    column = stack(page)
    parts = [words(f"Part {at}", "body") for at in range(6)]
    for part in parts:
        column.addWidget(part)
        part.hide()
        part.installEventFilter(counted)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    with laid_out_once(page):
        for part in parts:
            part.show()
    QApplication.processEvents()
    assert [part.isVisible() for part in parts] == [True] * 6
    assert parts[-1].geometry().bottom() <= page.rect().bottom()
    assert counted.most(QEvent.Type.Resize) <= 2


def test_a_size_that_changed_meanwhile_is_heeded(qtbot: QtBot) -> None:
    page = QWidget()
    part = words("Part", "body")
    stack(page).addWidget(part)
    qtbot.addWidget(page)
    page.resize(200, 100)
    page.show()
    with laid_out_once(page):
        page.resize(400, 100)
    QApplication.processEvents()
    assert part.width() == 400
