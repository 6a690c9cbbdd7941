"""Typing in the open program: from the key to what it changed on the screen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from benchmarks.measure import Aim, Pairs, Plan, Row, Samples, against_floor, within
from benchmarks.painted import PaintWatch, TookTooLong, pause, until, until_painted
from benchmarks.people import NOW, PASSPHRASE
from benchmarks.saving import draft_of
from benchmarks.search import some_people
from mbb_desktop import app
from mbb_desktop.settings import Settings
from mbb_desktop.storage import keys
from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.patients_page import PatientsPage
from mbb_desktop.ui.tasks import Tasks
from mbb_desktop.workflow.desk import Desk

_SEARCH = Aim("G5", "Patients: keystroke -> painted / repaint alone", 2)
_KEY = Aim("G13", "block editor: key -> painted, p95", 0.050)
_BETWEEN_KEYS_MS = 120  # 100 words a minute
_WORDS, _LETTERS, _TIMES = 12, 4, 4
_LEVELS = "45 51 b"


@contextmanager
def at_work(plan: Plan) -> Iterator[tuple[app.App, Desk]]:
    """The program on its Today page, with its real threads, and the desk of who unlocked it."""
    settings = Settings(plan.scratch / "settings.toml")
    app.qt_application(settings)
    tasks = Tasks()
    program = app.App(plan.vault, clock=lambda: NOW, tasks=tasks, settings=settings)
    program.window.resize(1440, 900)
    program.window.show()
    name = keys.people(plan.vault)[0].name

    def unlock(done: Callable[[], None]) -> None:
        program.window.page_shown.connect(lambda _key: done())
        program.unlock_as(name, PASSPHRASE)

    try:
        until(unlock)
        tasks.wait_until_idle(60)
        assert program.session is not None
        yield program, Desk(program.session.store, program.session.user, NOW, "benchmark")
    finally:
        program.window.close()
        tasks.close()


def keystrokes(plan: Plan) -> Iterator[Row]:
    """The Patients page, then the block editor."""
    with at_work(plan) as (program, desk):
        yield _search_keys(program, desk)
        yield _editor_keys(program, desk)


def _search_keys(program: app.App, desk: Desk) -> Row:
    page = program.window.show_page("patients")
    assert isinstance(page, PatientsPage)
    viewport, resets = page.table.viewport(), [0]
    page.table.records_model.modelReset.connect(lambda: resets.append(1))
    filled, repainted = PaintWatch(viewport, lambda: bool(resets)), PaintWatch(viewport)
    ours: list[float] = []
    floor: list[float] = []
    for person in some_people(desk, _WORDS):
        page.line.selectAll()
        for letter in person.family[:_LETTERS]:
            pause(_BETWEEN_KEYS_MS)
            resets.clear()
            ours.append(until_painted(filled, partial(QTest.keyClick, page.line, letter)))
            floor.append(until_painted(repainted, viewport.update))
    pairs = Pairs(Samples(tuple(ours)), Samples(tuple(floor)))
    return against_floor(_SEARCH, pairs)


def _editor_keys(program: app.App, desk: Desk) -> Row:
    editor = _open_editor(program, desk)
    entry = editor.levels.entry
    watch = PaintWatch(entry)
    taken = [seconds for _ in range(_TIMES) for seconds in _typed_over(entry, watch)]
    samples = Samples(tuple(taken))
    return within(_KEY, samples.p95, samples)


def _open_editor(program: app.App, desk: Desk) -> BlockEditor:
    assert program.workplace is not None
    program.workplace.open_block(draft_of(desk))
    for _ in range(1_000):
        pause(20)
        shown = program.window.shown()
        if isinstance(shown, BlockEditor):
            pause(500)
            return shown
    raise TookTooLong


def _typed_over(entry: QLineEdit, watch: PaintWatch) -> Iterator[float]:
    entry.selectAll()
    for key in (Qt.Key.Key_Backspace, *_LEVELS):
        pause(_BETWEEN_KEYS_MS)
        yield until_painted(watch, partial(QTest.keyClick, entry, key))
