"""Back to the card that was open at a lock, with what was typed in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.authorization import Authorization
from mbb_desktop.clinical.denial import Denial
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.ui.addendum_card import AddendumCard
from mbb_desktop.ui.authorization_card import AuthorizationCard
from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.denial_card import DenialCard
from mbb_desktop.ui.dialog_card import CardPlace, DialogCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.paper_standing import PaperStanding
from mbb_desktop.ui.room_page import RoomPage
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.correct import Dispatch, dispatch_of
from mbb_desktop.workflow.denials import OpenEntry, payer_entries
from mbb_desktop.workflow.mark_error import ErrorQuestion, error_question

if TYPE_CHECKING:
    from mbb_desktop.ui.chart_page import ChartPage

NEEDS = {
    "letter": Permission.OPEN_CHART,
    "addendum": Permission.SIGN,
    "error": Permission.SIGN,
    "denial": Permission.KEEP_AUTHORIZATIONS,
    "authorization": Permission.KEEP_AUTHORIZATIONS,
}


def card_place(window: MainWindow) -> CardPlace | None:
    """The card on top with something typed in it that no record holds yet.

    A card that stepped aside gives way to a room or a block in front, which have their own place.
    """
    at_block = isinstance(window.shown(), BlockEditor | RoomPage)
    cards = (card for card in reversed(window.findChildren(DialogCard)) if not (at_block and card.is_aside))
    places = (card.place() for card in cards)
    return next((place for place in places if place is not None), None)


class KeptCards:
    """Opens the patient's chart and the card over it; who may not do it any more is told so and stays."""

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        open_chart: Callable[[UUID], ChartPage],
        add_to: Callable[[SignedDocument], AddendumCard],
    ) -> None:
        self._session, self._window = session, window
        self._open_chart, self._add_to = open_chart, add_to

    def come_back(self, place: CardPlace) -> None:
        """Only ids were kept, so everything else is read again."""
        if not self._session.may(NEEDS[place.kind]):
            self._say_it_is_gone()
            return
        chart, do = self._open_chart(place.patient_id), self._session.do
        if place.kind == "letter":
            chart.show_tab("readiness")
            chart.shelf.write_letter(place.about).resume(place.typed)
        elif place.kind == "addendum":
            do(dispatch_of, place.patient_id).then(partial(self._add, place), receiver=chart)
        elif place.kind == "error":
            asking = do(error_question, place.about)
            asking.then(lambda found: self._mark(chart, found, place), receiver=chart)
        else:
            chart.show_tab("details")
            asking_payer = do(payer_entries, place.patient_id)
            asking_payer.then(lambda found: self._show_payer_card(found, place), receiver=chart)

    def _add(self, place: CardPlace, known: Dispatch) -> None:
        if (paper := known.paper(place.about)) is not None:
            self._add_to(paper).resume(place.typed)

    def _say_it_is_gone(self) -> None:
        tr = self._window.tr
        said = tr("Your role was changed while the program was locked, so the card does not come back.")
        self._window.messages.tell(tr("What you typed is not kept"), said)

    def _mark(self, chart: ChartPage, found: ErrorQuestion, place: CardPlace) -> None:
        chart.shelf.open_paper(found.paper)
        shown = self._window.shown()
        standing = shown.findChild(PaperStanding) if shown else None
        if isinstance(standing, PaperStanding):
            standing.ask_to_mark().resume(place.typed)

    def _show_payer_card(self, found: OpenEntry, place: CardPlace) -> None:
        """Held against the entry as it was then, so that somebody else's change is a conflict."""
        known = found.of.known.authorizations
        if place.kind == "authorization":
            entry = place.known if isinstance(place.known, Authorization) else None
            card = AuthorizationCard(self._session, self._window, found.of, entry)
            self._resume(card, found, place)
            return
        denial = place.known if isinstance(place.known, Denial) else None
        answers = next((each for each in known if each.id == place.about), None)
        denied = DenialCard(self._session, self._window, found.of, denial, answers)
        self._resume(denied, found, place)

    def _resume(self, card: AuthorizationCard | DenialCard, found: OpenEntry, place: CardPlace) -> None:
        card.resume(place.typed)
        if found.of.patient.id != place.patient_id:
            said = self._window.tr(
                "This record was made one with another while the program was locked. "
                "Check that what you typed is about this person."
            )
            card.warn(said)
        card.open()
