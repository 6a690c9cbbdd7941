"""Where authorizations and the planned blocks of the next days are found: in the rail, by key, by name."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.settings import Settings
from mbb_desktop.ui.authorization_words import ICON
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.denials import PayerList, payer_list

PAGE = "payers"


class PayerPlaces(QObject):
    """Adds what the person may see; `open_tab` shows a part of a patient's chart by its name."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        settings: Settings,
        open_tab: Callable[[UUID, str], object],
    ) -> None:
        super().__init__()  # who holds it lets it go: emergency access renews the pages
        self._session, self._window, self._settings = session, window, settings
        self._open_tab = open_tab
        if session.may(Permission.KEEP_AUTHORIZATIONS):
            window.add_page(PAGE, self.tr("Authorizations"), ICON, self._page, "Ctrl+7")
            session.changed.connect(self._on_changed)
            self._count()
        if session.may(Permission.FIND_PEOPLE):
            words = self.tr("Before the next blocks")
            window.add_shortcut("Ctrl+Shift+B", words, self.show_ahead, "calendar")

    def show_ahead(self) -> None:
        """The planned blocks of the next days, over whatever is shown."""
        from mbb_desktop.ui.ahead_page import AheadPage

        page = AheadPage(self._session, self._window, self._settings)
        page.open_chart.connect(lambda patient_id: self._open_tab(patient_id, "overview"))
        self._window.open(page, page.title())

    def open_details(self, patient_id: UUID) -> None:
        """The details of a patient, where the entries stand."""
        self._open_tab(patient_id, "details")

    def _page(self) -> QWidget:
        from mbb_desktop.ui.export_card import ExportCard, payer_offer
        from mbb_desktop.ui.payer_page import PayerPage

        session, window = self._session, self._window
        page = PayerPage(session, window)
        page.export_asked.connect(lambda: ExportCard(session, window, payer_offer(session, page)).open())
        page.open_chart.connect(self.open_details)
        page.counted.connect(partial(window.set_count, PAGE))
        return page

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("authorization"):
            self._count()

    def _count(self) -> None:
        self._session.do(payer_list).then(self._show_count)

    def _show_count(self, found: PayerList) -> None:
        self._window.set_count(PAGE, found.to_do)
