"""What opens beside the pages of the workplace: a day's list from a file, phrases, lots."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.phrase_book import as_book
from mbb_desktop.ui import phrase_keys
from mbb_desktop.ui.command import Command
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.keep_phrases import PhraseShelf, phrase_shelf


class SideDoors(QObject):
    """Offers them in the palette; the cards are imported when they are asked for."""

    chart_asked = Signal(object)
    tour_asked = Signal()

    def __init__(self, parent: QObject, session: Session, window: MainWindow) -> None:
        super().__init__(parent)
        self._session, self._window = session, window
        session.changed.connect(self._on_changed)

    def offer(self, *, sample: bool) -> None:
        """Add the commands that the person may use, and read what the person types by code."""
        if sample:
            words = self.tr("Tour of the sample clinic")
            self._window.add_command(Command(words, self.tour_asked.emit, icon="eye"))
        for words, section in ((self.tr("About MBB Desktop"), "about"), (self.tr("My account"), "account")):
            self._window.add_command(Command(words, partial(self._show_section, section), icon="settings"))
        if self._session.may(Permission.PLAN_BLOCK):
            words = self.tr("Plan a day's list from a file")
            self._window.add_command(Command(words, self.plan_list, icon="upload"))
        if self._session.may(Permission.OPEN_CHART):
            self._window.add_command(Command(self.tr("Lots and recalls"), self.find_lots, icon="search"))
        words = self.tr("Phrases: list of codes")
        self._window.add_command(Command(words, self.show_phrases, icon="pencil"))
        self._read_phrases()

    def plan_list(self, file: Path | None = None) -> None:
        """Ask for a day's list, or look at this file."""
        from mbb_desktop.ui.day_list_card import DayListCard

        card = DayListCard(self._session, self._window)
        card.planned.connect(self._tell_planned)
        card.open_with(file)

    def _tell_planned(self, count: int) -> None:
        said = self.tr("1 block planned.") if count == 1 else self.tr("{0} blocks planned.")
        self._window.messages.toast(said.format(count))

    def find_lots(self) -> None:
        """Who received which vial."""
        from mbb_desktop.ui.lots_page import LotsPage

        page = LotsPage(self._session, self._window)
        page.open_chart.connect(self.chart_asked)
        self._window.open(page, page.title())
        page.setFocus()

    def show_phrases(self) -> None:
        """Settings, where phrases are listed and changed."""
        self._show_section("phrases")

    def _show_section(self, name: str) -> None:
        from mbb_desktop.ui.settings_page import SettingsPage

        page = self._window.show_page("settings")
        if isinstance(page, SettingsPage):
            page.show_section(name)

    def _read_phrases(self) -> None:
        self._session.do(phrase_shelf).then(self._use)

    def _use(self, shelf: PhraseShelf) -> None:
        phrase_keys.use(as_book(shelf.clinic, shelf.own))

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("phrases"):
            self._read_phrases()
