"""Typing in the open program: from the key to what it changed on the screen."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from benchmarks.measure import Aim, Pairs, Plan, Row, Samples, against_floor, within
from benchmarks.painted import PaintWatch, TookTooLong, pause, until_painted
from benchmarks.saving import draft_of
from benchmarks.search import some_people
from benchmarks.window import at_work
from mbb_desktop.app import App
from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.palette import Palette
from mbb_desktop.ui.patients_page import PatientsPage
from mbb_desktop.workflow.desk import Desk

_SEARCH = Aim("typing", "Patients: keystroke -> painted / repaint alone", 2)
_KEY = Aim("typing", "block editor: key -> painted, p95", 0.050)
_PALETTE = Aim("typing", "palette: key -> its rows painted, p95", 0.080)
_SWITCH = Aim("window", "switching the page: asked -> painted, p95", 0.150)
_PAGES = ("patients", "calls", "letters", "today")
_BETWEEN_KEYS_MS = 120  # 100 words a minute
_WORDS, _LETTERS, _TIMES = 12, 4, 4
_LEVELS = "45 51 b"


def keystrokes(plan: Plan) -> Iterator[Row]:
    """The pages, the Patients page, the palette, then the block editor."""
    with at_work(plan) as running:
        yield _page_switches(running.program)
        yield _search_keys(running.program, running.desk)
        yield _palette_keys(running.program, running.desk)
        yield _editor_keys(running.program, running.desk)


def _search_keys(program: App, desk: Desk) -> Row:
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


def _page_switches(program: App) -> Row:
    """Each page was opened once before: the first time it is made."""
    window, taken = program.window, []
    for at in range((_TIMES + 1) * len(_PAGES)):
        name = _PAGES[at % len(_PAGES)]
        watch = PaintWatch(window.frame)
        seconds = until_painted(watch, partial(window.show_page, name))
        pause(500)
        if at >= len(_PAGES):
            taken.append(seconds)
    samples = Samples(tuple(taken))
    return within(_SWITCH, samples.p95, samples)


def _palette_keys(program: App, desk: Desk) -> Row:
    assert program.workplace is not None
    taken: list[float] = []
    for person in some_people(desk, _WORDS):
        program.workplace.find()
        palette = program.window.findChildren(Palette)[-1]
        pause(300)
        watch = PaintWatch(palette.rows, partial(_has_answered, palette))
        for letter in person.family[:_LETTERS]:
            taken.append(until_painted(watch, partial(QTest.keyClick, palette.line, letter)))
            pause(_BETWEEN_KEYS_MS)
        palette.reject()
        pause(50)
    samples = Samples(tuple(taken))
    return within(_PALETTE, samples.p95, samples)


def _has_answered(palette: Palette) -> bool:
    return palette._shown_turn == palette._turn


def _editor_keys(program: App, desk: Desk) -> Row:
    editor = _open_editor(program, desk)
    entry = editor.levels.entry
    watch = PaintWatch(entry)
    taken = [seconds for _ in range(_TIMES) for seconds in _typed_over(entry, watch)]
    samples = Samples(tuple(taken))
    return within(_KEY, samples.p95, samples)


def _open_editor(program: App, desk: Desk) -> BlockEditor:
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
