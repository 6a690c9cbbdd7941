"""The sample clinic at work in a window: people who sign in, and the hands that use the pages."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.people import Patient
from mbb_desktop.settings import Settings
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.keys import people
from mbb_desktop.storage.vault import Vault, open_vault
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.tasks import InlineTasks
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_patients import Chart, find_patients, refresh_chart
from mbb_desktop.workflow.sample_people import PASSPHRASE
from tests.ui.driver import Driver, to_front

P = ParamSpec("P")
T = TypeVar("T")
W = TypeVar("W", bound=QWidget)

PEOPLE: Mapping[str, str] = {
    "physician": "A. Okafor",
    "nurse": "M. Diaz",
    "front desk": "J. Park",
    "manager": "S. Lund",
}


@dataclass
class SampleClinic:
    """The physician sits there until somebody else does."""

    folder: Path
    vault: Vault
    now: datetime
    window: MainWindow
    settings: Settings
    session: Session = field(init=False)
    errors: list[Exception] = field(default_factory=list)

    @classmethod
    @contextmanager
    def opened(
        cls, template: Path, folder: Path, now: datetime, who: str = "physician"
    ) -> Iterator["SampleClinic"]:
        """A copy of a sample with somebody at work in it."""
        shutil.copytree(template, folder)
        vault = _opened(folder, who, now)
        window = MainWindow(lambda: now)
        made = cls(folder, vault, now, window, Settings(folder / "settings.toml"))
        made._begin()
        yield made
        window.messages.clear()
        window.lock()
        window.close()
        made.vault.close()
        let_go()

    def _begin(self) -> None:
        key = self.vault.signing_key
        self.session = Session(
            self.vault.store, self.vault.user, lambda: self.now, InlineTasks(), signing_key=key
        )
        self.session.failed.connect(self.errors.append)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.begin(self.session.user.signs_as, "", self.session.wait_until_idle)

    def sign_in(self, who: str) -> None:
        """Somebody else sits down: `physician`, `nurse`, `front desk`, `manager`."""
        self.window.lock()
        self.vault.close()
        self.vault = _opened(self.folder, who, self.now)
        self._begin()

    def put_aside(self) -> None:
        """Close what a test opened; the next test of the file looks at the same records."""
        self.window.messages.clear()
        self.window.lock()
        self.window.hide()
        let_go()

    def bring_back(self) -> None:
        """The physician sits down at the window that was put aside."""
        if self.vault.user.name != PEOPLE["physician"]:
            self.sign_in("physician")
        else:
            self._begin()
        self.errors.clear()
        to_front(self.window)

    def desk(self) -> Desk:
        return Desk(self.vault.store, self.vault.user, self.now, "test", self.vault.signing_key)

    def do(self, action: Callable[Concatenate[Desk, P], T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a workflow function beside the window."""
        return action(self.desk(), *args, **kwargs)

    def patient(self, words: str) -> Patient:
        """The person whom these words find first."""
        return self.do(find_patients, words).patients[0]

    def chart(self, words: str) -> Chart:
        return self.do(refresh_chart, self.patient(words).id)

    def block(self, words: str) -> Block:
        """The newest block of a person."""
        return self.chart(words).blocks[0]

    def page(self, make: Callable[[], W]) -> W:
        """Show a page; gives it."""
        made: list[W] = []

        def factory() -> QWidget:
            made.append(make())
            return made[0]

        self.window.add_page("page", "Page", "house", factory)
        self.window.show_page("page")
        QApplication.processEvents()
        return made[0]

    def open_chart(self, words: str) -> ChartPage:
        """Show a chart over whatever is there."""
        chart = ChartPage(self.session, self.window, self.patient(words).id, self.settings)
        self.window.open(chart, chart.title(), banner=chart.banner)
        QApplication.processEvents()
        return chart

    def card(self, kind: type[W]) -> W:
        """The open card of a kind."""
        return next(card for card in self.window.findChildren(kind) if card.isVisible())

    def cards(self) -> list[DialogCard]:
        return [card for card in self.window.findChildren(DialogCard) if card.isVisible()]

    def hands(self) -> Driver:
        return Driver(self.window)

    def events(self) -> list[str]:
        """What the audit trail says, newest first."""
        with self.vault.store.look() as look:
            return [event.event for event in recent(look.connection)]


def _opened(folder: Path, who: str, now: datetime) -> Vault:
    person = next(each for each in people(folder) if each.name == PEOPLE[who])
    return open_vault(folder, person.user_id, PASSPHRASE, at=now)


def button(within: QWidget, words: str) -> Button:
    """The button with these words, or with this accessible name."""
    QApplication.processEvents()  # what was put into a layout is shown by the event loop
    found = [b for b in within.findChildren(Button) if b.accessibleName() == words and not b.isHidden()]
    assert found, [b.accessibleName() for b in within.findChildren(Button)]
    return found[0]


def press(within: QWidget, words: str) -> None:
    """Press a button."""
    button(within, words).click()
    QApplication.processEvents()


def let_go() -> None:
    """Let Qt delete what was closed."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
