"""Where authorizations and the planned blocks of the next days are found: in the rail, by key, by name."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mbb_desktop.settings import Settings
from mbb_desktop.ui.authorization_words import ICON
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.denials import payer_list

translate = QCoreApplication.translate

PAGE = "payers"


def add_payer_pages(session: Session, window: MainWindow, open_details: Callable[[UUID], object]) -> None:
    """Add the page; `open_details` shows the details of a patient."""
    title = translate("payers", "Authorizations")
    window.add_page(PAGE, title, ICON, partial(_page, session, window, open_details), "Ctrl+7")
    count_payers(session, window)


def count_payers(session: Session, window: MainWindow) -> None:
    """Show in the rail how much there is to do."""
    counting = session.do(payer_list)
    counting.then(lambda found: window.set_count(PAGE, found.to_do), receiver=window)


def add_ahead(
    session: Session, window: MainWindow, settings: Settings, open_chart: Callable[[UUID], object]
) -> Callable[[], None]:
    """A key, and words in the palette, for the planned blocks of the next days; gives what shows them."""

    def show() -> None:
        from mbb_desktop.ui.ahead_page import AheadPage

        page = AheadPage(session, window, settings)
        page.open_chart.connect(open_chart)
        window.open(page, page.title())

    window.add_shortcut("Ctrl+Shift+B", translate("payers", "Before the next blocks"), show, "calendar")
    return show


def _page(session: Session, window: MainWindow, open_details: Callable[[UUID], object]) -> QWidget:
    from mbb_desktop.ui.export_card import ExportCard, payer_offer
    from mbb_desktop.ui.payer_page import PayerPage

    page = PayerPage(session, window)
    page.export_asked.connect(lambda: ExportCard(session, window, payer_offer(session, page)).open())
    page.open_chart.connect(open_details)
    page.counted.connect(partial(window.set_count, PAGE))
    return page
