"""What each role is offered on every screen: commands that are there, greyed with their reason, or hidden."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from mbb_desktop.clinical.access import Emergency, Role
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.people import Patient
from mbb_desktop.settings import Settings
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.findings import FindingsList
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.settings_page import SettingsPage
from mbb_desktop.ui.tasks import Deliver, InlineTasks
from mbb_desktop.ui.workplace import Workplace
from mbb_desktop.workflow.keep_patients import open_chart
from tests.ui.sample import let_go
from tests.workflow.conftest import NOW, Desks

T = TypeVar("T")

ROLES = {
    "P": Role.PHYSICIAN,
    "N": Role.NURSE,
    "F": Role.FRONT_DESK,
    "M": Role.MANAGER,
    "A": Role.ADMINISTRATOR,
    "E": Role.ADMINISTRATOR,
}
"""The columns of the table; E is the administrator in an emergency."""

_USER = {
    Role.PHYSICIAN: "physician",
    Role.NURSE: "nurse",
    Role.FRONT_DESK: "front desk",
    Role.MANAGER: "manager",
    Role.ADMINISTRATOR: "administrator",
}


class NoPages(InlineTasks):
    """Lays no page out: what is offered does not depend on it, and it takes most of the time."""

    def pool_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None:
        pass


Offered = dict[tuple[str, str], str]
"""By place and command: `+` there, `-` greyed with its reason, `!` greyed without one."""


def offered_to(column: str, desks: Desks, patient: Patient) -> Offered:
    """Everything that one role is offered, on every screen and about a block in every state."""
    role = ROLES[column]
    window = MainWindow(lambda: NOW)
    window.resize(1440, 900)
    window.setUpdatesEnabled(False)  # what is offered does not depend on the painting either
    window.show()
    desk = desks.of(_USER[role])
    session = Session(
        desk.store,
        replace(desk.user, roles=(role,)),
        lambda: NOW,
        NoPages(),
        signing_key=desk.signing_key if role is Role.PHYSICIAN else None,
    )
    errors: list[Exception] = []
    session.failed.connect(errors.append)
    work = Workplace(window, session, Settings(desk.store.door.folder / "settings"))
    if column == "E":
        session.emergency = Emergency(NOW + timedelta(minutes=30), "Transfer to hospital")
    work.begin(())
    QApplication.processEvents()
    window.messages.clear()
    found = dict(_walk(window, work, session, desks, patient))
    window.lock()
    window.close()
    work.deleteLater()
    window.deleteLater()
    let_go()
    assert errors == []
    return found


def _walk(
    window: MainWindow, work: Workplace, session: Session, desks: Desks, patient: Patient
) -> Iterator[tuple[tuple[str, str], str]]:
    for command in window.commands:
        yield ("palette", command.words), "+"
    for key in list(window.frame._pages):
        page = window.show_page(key)
        QApplication.processEvents()
        if isinstance(page, SettingsPage):
            if session.emergency is None:  # it changes no setting
                yield from _settings(page)
            continue
        yield from _marks(key, page)
        yield from _marks(key, window.top)
    if "patients" in window.frame._pages:
        yield from _chart(window, work, desks, patient)


def _settings(page: SettingsPage) -> Iterator[tuple[tuple[str, str], str]]:
    for name in page.sections():
        section = page.show_section(name)
        QApplication.processEvents()
        yield ("settings", name), "+"
        yield from _marks(f"settings {name}", section)


def _chart(
    window: MainWindow, work: Workplace, desks: Desks, patient: Patient
) -> Iterator[tuple[tuple[str, str], str]]:
    chart = work.open_chart(patient.id)
    QApplication.processEvents()
    for name in chart._names:
        chart.show_tab(name)
        QApplication.processEvents()
        for rows in chart.findChildren(FindingsList):
            rows.lines()  # those that would be made a moment later
        QApplication.processEvents()
        yield ("chart", name), "+"
        yield from _marks(f"chart {name}", chart._stack.currentWidget() or chart)
    yield from _marks("chart", chart._new.parentWidget() or chart)
    for key in _keys(chart):
        yield ("chart", f"key {key}"), "+"
    for about in work._about(patient):
        yield ("palette", about.words.split(" MARSH")[0].removesuffix(" for").removesuffix(" of")), "+"
    if "blocks" in chart._names:
        for block in sorted(open_chart(desks.of("physician"), patient.id).blocks, key=_in_order):
            yield from _block(window, chart, block)


def _in_order(block: Block) -> str:
    return block.state.value


def _block(window: MainWindow, chart: ChartPage, block: Block) -> Iterator[tuple[tuple[str, str], str]]:
    """What opens from the list of blocks, and what it offers."""
    state = block.state.value
    chart.blocks.opened.emit(block)
    QApplication.processEvents()
    shown = window.shown()
    if shown is None or shown is chart:
        yield ("block", f"open a block: {state}"), "."
        return
    kind = type(shown).__name__
    yield ("block", f"open a block: {state}"), kind[0]
    yield from _marks(f"{kind}, {state}", shown)
    window.back()
    let_go()


def _marks(place: str, within: QWidget) -> Iterator[tuple[tuple[str, str], str]]:
    for button in within.findChildren(Button):
        name = re.sub(r"\d+", "N", button.accessibleName().split(":")[0].split(",")[0]).strip()
        if button.isVisible() and name:
            yield (place, name), _mark(button)


def _mark(button: QWidget) -> str:
    if button.isEnabled():
        return "+"
    above: QWidget | None = button
    while above is not None and not above.toolTip():
        above = above.parentWidget()
    return "!" if above is None else "-"


def _keys(within: QWidget) -> list[str]:
    found = within.findChildren(QShortcut)
    return sorted({each.key().toString() for each in found if each.parent() is within})


def table(columns: Callable[[str], Offered]) -> dict[tuple[str, str], str]:
    """One row for each command: a mark for each role, `.` where it is hidden."""
    by_role = {column: columns(column) for column in ROLES}
    rows = sorted({row for found in by_role.values() for row in found})
    return {row: "".join(by_role[column].get(row, ".") for column in ROLES) for row in rows}
