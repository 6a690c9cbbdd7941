"""Where the tour of the sample clinic goes: each stop on a page that the person may open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.letters_page import LettersPage
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.today_page import TodayPage
from mbb_desktop.ui.tour import Stop
from mbb_desktop.workflow.day_list import DayList, day_list
from mbb_desktop.workflow.keep_patients import find_patients
from mbb_desktop.workflow.sample_people import PEOPLE


@dataclass(frozen=True, slots=True)
class Ways:
    """How the workplace opens what the tour shows; `at` lives as long as the person is at work."""

    at: QObject
    session: Session
    window: MainWindow
    open_chart: Callable[[UUID], ChartPage]
    open_block: Callable[[Block], None]


def stops(ways: Ways) -> tuple[Stop, ...]:
    """Those that the person's roles allow."""
    return tuple(_stops(ways))


def _stops(ways: Ways) -> Iterator[Stop]:
    may, window = ways.session.may, ways.window
    if may(Permission.FIND_PEOPLE):
        said = _("The blocks of the day, with what may stop them. Enter opens the chosen one.")
        yield Stop(_("Today"), said, lambda: window.show_page("today"), lambda: _table(window.shown()))
    said = _("Ctrl+K finds every patient and every command.")
    yield Stop(_("Find anything"), said, _nothing, lambda: window.search_slot)
    if may(Permission.OPEN_CHART):
        said = _("The pain after each block, and the relief that follows from it.")
        yield Stop(_("Chart"), said, lambda: _open(ways, "overview"), lambda: _curve(window.shown()))
        said = _("Each criterion with its evidence. What is missing is named, and the letter follows.")
        yield Stop(
            _("RFA readiness"), said, lambda: _open(ways, "readiness"), lambda: _criteria(window.shown())
        )
    if may(Permission.DECIDE_BLOCK):
        said = _("Type levels and side, such as 45 51 b. The note follows as you type.")
        yield Stop(_("Block"), said, lambda: _open_draft(ways), lambda: _entry(window.shown()))
    if may(Permission.ISSUE_PAPERS):
        said = _("What is signed waits here to be printed and sent.")
        yield Stop(_("Letters"), said, lambda: window.show_page("letters"), lambda: _table(window.shown()))
    said = _("Ctrl+L locks at once. What is typed is saved first.")
    yield Stop(_("Lock"), said, _nothing, lambda: window.rail.lock_row)


def _(text: str) -> str:
    return QCoreApplication.translate("Tour", text)


def _nothing() -> None:
    """It is on every page."""


def _open(ways: Ways, tab: str) -> None:
    """The chart of the first told person, who has two blocks."""
    shown = ways.window.shown()
    if isinstance(shown, ChartPage):
        shown.show_tab(tab)
        return
    words = f"{PEOPLE[0].family} {PEOPLE[0].given}"

    def opened(found: tuple[UUID, ...]) -> None:
        if found:
            ways.open_chart(found[0]).show_tab(tab)

    finding = ways.session.do(find_patients, words)
    finding.then(lambda page: opened(tuple(each.id for each in page.patients)), receiver=ways.at)


def _open_draft(ways: Ways) -> None:
    """A draft that is open already: the tour changes no record."""

    def chosen(day: DayList) -> None:
        rows = (*day.board.blocks, *day.board.older_drafts)
        drafts = [row.block for row in rows if row.block.state is BlockState.DRAFT]
        if drafts:
            ways.open_block(drafts[0])

    ways.session.do(day_list).then(chosen, receiver=ways.at)


def _table(page: QWidget | None) -> QWidget | None:
    return page.table if isinstance(page, TodayPage | LettersPage) else None


def _curve(page: QWidget | None) -> QWidget | None:
    return page.overview.curve if isinstance(page, ChartPage) else None


def _criteria(page: QWidget | None) -> QWidget | None:
    return page.readiness.findings if isinstance(page, ChartPage) else None


def _entry(page: QWidget | None) -> QWidget | None:
    return page.levels.entry if isinstance(page, BlockEditor) else None
