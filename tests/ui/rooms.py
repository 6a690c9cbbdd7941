"""An invented clinic with a room: people, a planned block, and the circulator's screen opened on it."""

import atexit
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QApplication, QWidget

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.levels import Levels, read_levels
from mbb_desktop.clinical.people import (
    Allergy,
    AllergyKind,
    AllergyState,
    Anticoagulant,
    AnticoagulantPlan,
    Clinic,
    Identifier,
    IdentifierKind,
    Patient,
    Sex,
)
from mbb_desktop.clinical.response import Response
from mbb_desktop.storage import accounts
from mbb_desktop.storage.keys import Cost
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.vault import Vault, create_vault, open_vault
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.room_page import RoomPage
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.tasks import InlineTasks, Worker
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.follow_up import response_of
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import open_chart, save_patient
from mbb_desktop.workflow.record_block import begin, plan_block, read_block
from tests.ui.driver import Driver

START = datetime(2026, 11, 24, 10, 16, tzinfo=UTC)
PLANNED = START - timedelta(days=49)
CHEAP = Cost(1024, 1, 1)
PIN = "4711"
_PASSPHRASE = "four quiet herons wade"
_CONNECTIONS = 4  # as many as the store keeps open


def _person(name: str, credentials: str, *roles: Role) -> User:
    return User(new_id(START), name, credentials, roles)


PHYSICIAN = _person("A. Okafor", "MD", Role.PHYSICIAN, Role.ADMINISTRATOR)
NURSE = _person("M. Diaz", "RN", Role.NURSE)
FRONT_DESK = _person("J. Park", "", Role.FRONT_DESK)


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def forward(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)


def make_vault(folder: Path) -> Vault:
    """A clinic with a physician, a nurse and a front desk; made once and copied."""
    return open_vault(shutil.copytree(_made(), folder), PHYSICIAN.id, _PASSPHRASE, at=PLANNED)


@cache
def _made() -> Path:
    folder = Path(mkdtemp(prefix="clinic-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    here, code = Clinic(new_id(START), "Riverside Pain Clinic", room="Room 2"), new_recovery_code()
    vault = create_vault(folder / "c", PHYSICIAN, _PASSPHRASE, code, at=PLANNED, cost=CHEAP, clinic=here)
    for user in (NURSE, FRONT_DESK):
        accounts.add_person(vault.store, user, "five loud herons sing", by=PHYSICIAN, at=PLANNED, cost=CHEAP)
    accounts.set_pin(vault.store, PHYSICIAN, PIN, at=PLANNED, cost=CHEAP)
    vault.close()
    return folder / "c"


@dataclass
class Room:
    """The screen on a block, with hands at it."""

    vault: Vault
    clock: Clock
    session: Session
    window: MainWindow
    page: RoomPage
    hands: Driver

    def stored(self) -> Block:
        """The block as it is in the vault, after everything was saved."""
        self.page.draft.save_now()
        self.session.wait_until_idle()
        return read_block(self.desk(NURSE), self.page.draft.block.id)

    def scores(self) -> Response:
        """The response as it is in the vault."""
        self.page.draft.save_now()
        self.session.wait_until_idle()
        return response_of(self.desk(NURSE), self.page.draft.block)

    def desk(self, user: User) -> Desk:
        return Desk(self.vault.store, user, self.clock(), "Room 2")

    def keys(self, *keys: str) -> None:
        """Press named keys; anything else is typed."""
        for key in keys:
            if key in ("enter", "tab", "space", "esc", "left", "right") or key[0] == "f" or "+" in key:
                self.hands.key(key)
            else:
                self.hands.type(key)

    def answer(self, levels: str = "45 51", side: str = "b", own: str = "b") -> None:
        """Everything of the time-out but its completion, by keyboard."""
        self.keys("f5")
        self.page.time_out.enter()
        self.clock.forward(8)
        self.keys("space", "space", levels, "enter", side, own, *["space"] * 7)
        for tile in self.page.time_out.people.values():
            tile.click()

    def time_out(self) -> None:
        """A time-out that agrees with the plan."""
        self.answer()
        self.keys("f6")

    def leave(self) -> None:
        """Until the patient has left the room."""
        self.time_out()
        for key in ("f7", "f8", "f9"):
            self.clock.forward(5)
            self.keys(key)

    def words(self) -> str:
        """Everything that any widget of the window says or could say."""
        return " | ".join(word for widget in self.window.findChildren(QWidget) for word in _said(widget))


def _said(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
    yield from (widget.windowTitle(), widget.statusTip(), widget.whatsThis())
    for name in ("text", "placeholderText", "detail", "below", "echo", "currentText"):
        say = getattr(widget, name, None)
        if callable(say):
            yield str(say())


def planned_block(vault: Vault, levels: str = "45 51 b", *, asked: bool = True) -> Block:
    """A new patient's block, planned for today and begun by the physician."""
    desk = Desk(vault.store, PHYSICIAN, PLANNED)
    number = str(new_id(START).int % 10_000_000)
    patient = Patient(
        new_id(START),
        "Marsh",
        "Eleanor",
        date(1961, 3, 14),
        (Identifier(IdentifierKind.MRN, number),),
        sex=Sex.FEMALE,
        allergy_state=AllergyState.LISTED,
        allergies=(Allergy(AllergyKind.LATEX, "latex"), Allergy(AllergyKind.CONTRAST, "iohexol")),
        anticoagulant=Anticoagulant(AnticoagulantPlan.NOT_TAKEN) if asked else Anticoagulant(),
    )
    saved = save_patient(desk, patient, although_known=True)
    course = save_course(desk, Course(new_id(desk.now), saved.id, Region.LUMBAR, opened_on=desk.now.date()))
    reading = read_levels(levels, region=Region.LUMBAR) if levels else None
    joints = reading.joints if isinstance(reading, Levels) else ()
    return begin(replace(desk, now=START), plan_block(desk, course, joints, START))


@contextmanager
def opened(
    vault: Vault, block: Block, user: User = NURSE, tasks: Worker | None = None, clock: Clock | None = None
) -> Iterator[Room]:
    """The room screen in a real window, in front of a person."""
    clock = clock or Clock()
    session = Session(vault.store, user, clock, tasks or InlineTasks(), workstation="Room 2")
    chart = open_chart(Desk(vault.store, PHYSICIAN, clock()), block.patient_id)
    response = response_of(Desk(vault.store, PHYSICIAN, clock()), block)
    window = MainWindow(clock)
    window.resize(1440, 900)
    window.begin(user.signs_as, "nurse", session.wait_until_idle)
    page = RoomPage(session, window, chart, block, response)
    window.open(page, page.title(), banner=page.banner(), wide=True)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    try:
        yield Room(vault, clock, session, window, page, Driver(window))
    finally:
        window.close()
        session.lock()
        window.deleteLater()
        QApplication.processEvents()


@contextmanager
def read_only(room: Room) -> Iterator[None]:
    """Nothing can be written, as on a disk that was taken away."""
    engine = room.vault.store.engine
    with ExitStack() as held:
        for connection in [held.enter_context(engine.connect()) for _ in range(_CONNECTIONS)]:
            connection.exec_driver_sql("PRAGMA query_only = ON")
    try:
        yield
    finally:
        engine.dispose()  # and with these connections goes the setting
