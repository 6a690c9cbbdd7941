"""Several people at one workstation: each comes back to the own draft, and to nobody else's."""

from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.course import Course
from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.lock_page import LockPage
from mbb_desktop.ui.room_page import RoomPage
from mbb_desktop.ui.today_page import TodayPage
from mbb_desktop.workflow.record_block import start_block
from tests.at_work import Clinic, named, stored
from tests.test_whole_app import clinic, course, prepared  # noqa: F401  fixtures
from tests.ui.driver import Driver
from tests.workflow.conftest import PASSPHRASE, PEOPLE, PIN, template  # noqa: F401  the vault to copy

OKAFOR, DIAZ, PARK = PEOPLE["physician"].name, PEOPLE["nurse"].name, PEOPLE["front desk"].name


def lock_page(clinic: Clinic) -> LockPage:  # noqa: F811
    clinic.window.activateWindow()
    QApplication.processEvents()
    (page,) = [each for each in clinic.window.findChildren(LockPage) if each.isVisible()]
    return page


def switch_to(clinic: Clinic, name: str, secret: str) -> LockPage:  # noqa: F811
    """Ctrl+L, the arrow keys to the person, the secret, Enter: nothing else."""
    driver = Driver(clinic.window)
    if clinic.app.session is not None:
        driver.key("ctrl+l")
    page = lock_page(clinic)
    for _ in range(len(page._people)):
        if page._name.text() == name:
            break
        driver.key("down")
    assert page._name.text() == name
    page._focus()  # Enter goes on from a field that an answer without a thread gave back at once
    driver.type(secret)
    driver.key("enter")
    clinic.window.activateWindow()
    QApplication.processEvents()
    return page


def two_drafts(clinic: Clinic, course: Course) -> tuple[Block, Block]:  # noqa: F811
    return start_block(clinic.desk(), course), start_block(clinic.desk(), course)


def test_each_person_comes_back_to_the_own_draft(clinic: Clinic, course: Course) -> None:  # noqa: F811
    mine, hers = two_drafts(clinic, course)
    assert clinic.app.workplace is not None
    clinic.app.workplace.open_block(mine)
    driver = Driver(clinic.window)
    driver.type("45 51")
    switch_to(clinic, DIAZ, PASSPHRASE)
    clinic.shown(TodayPage)
    clinic.app.workplace.open_room(hers)
    driver.click(named(clinic.shown(RoomPage), "Full name"))
    switch_to(clinic, OKAFOR, PIN)
    editor = clinic.shown(BlockEditor)
    assert editor.draft.block.id == mine.id
    driver.type(" b")
    assert editor.draft.block.levels_text == "45 51 b"
    switch_to(clinic, DIAZ, PIN)
    room = clinic.shown(RoomPage)
    assert room.draft.block.id == hers.id
    assert room.unfinished().name_said
    assert stored(clinic, mine).levels_text == "45 51 b"
    switch_to(clinic, PARK, PASSPHRASE)
    clinic.shown(TodayPage)


def test_a_pin_is_enough_for_the_own_time_only(clinic: Clinic, course: Course) -> None:  # noqa: F811
    switch_to(clinic, DIAZ, PASSPHRASE)
    clinic.wait(minutes=31)
    clinic.window.lock()
    page = lock_page(clinic)
    known = {person.name: person.with_pin for person in page._people}
    assert (known[DIAZ], known[OKAFOR]) == (True, False)


def test_a_pin_that_is_typed_too_late_asks_for_the_passphrase(
    clinic: Clinic,  # noqa: F811
    course: Course,  # noqa: F811
) -> None:
    clinic.window.lock()
    page = lock_page(clinic)
    assert page.asks_for_pin()
    clinic.wait(minutes=31)
    switch_to(clinic, OKAFOR, PIN)
    assert clinic.app.session is None
    assert page.problem() == "A PIN is not enough any more. Type the passphrase."
    assert not page.asks_for_pin()
    switch_to(clinic, OKAFOR, PASSPHRASE)
    assert clinic.app.session is not None


def test_after_five_wrong_pins_of_one_nobody_comes_in_by_pin(clinic: Clinic, course: Course) -> None:  # noqa: F811
    switch_to(clinic, DIAZ, PASSPHRASE)
    clinic.window.lock()
    for _ in range(5):
        page = switch_to(clinic, DIAZ, "0000")
    switch_to(clinic, OKAFOR, PIN)
    assert clinic.app.session is None
    assert page.problem() == "A PIN is not enough any more. Type the passphrase."


def test_a_clock_that_is_put_back_makes_no_pin_last_longer(clinic: Clinic, course: Course) -> None:  # noqa: F811
    clinic.window.lock()
    clinic.wait(minutes=-120)
    switch_to(clinic, OKAFOR, PIN)
    assert clinic.app.session is None
