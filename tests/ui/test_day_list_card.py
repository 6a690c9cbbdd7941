"""A day's list from a file through the card: looked at, mended, planned, and the rest saved with why."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.block import BlockState
from mbb_desktop.interop.day_list_file import Head
from mbb_desktop.ui.day_list_card import DayListCard
from mbb_desktop.ui.tasks import Deliver, InlineTasks, Outcome
from mbb_desktop.ui.today_page import TodayPage
from mbb_desktop.workflow.listed_rows import Act
from tests.ui.sample import SampleClinic, button, press

T = TypeVar("T")
HEADS = "MRN,family name,given name,birth date,levels,side,day,time"


@pytest.fixture
def opened(clinic: SampleClinic, tmp_path: Path) -> Callable[..., DayListCard]:
    def make(*lines: str) -> DayListCard:
        file = tmp_path / "list.csv"
        file.write_text("\n".join((HEADS, *lines)), encoding="utf-8")
        card = DayListCard(clinic.session, clinic.window)
        card.open_with(file)
        QApplication.processEvents()
        return card

    return make


def row_of(clinic: SampleClinic, words: str, levels: str, side: str = "", days: int = 7) -> str:
    patient = clinic.patient(words)
    day = (clinic.now + timedelta(days=days)).date()
    return f"{patient.mrn},{patient.family},{patient.given},{patient.born},{levels},{side},{day},10:20"


def states(card: DayListCard) -> list[bool]:
    return [row.is_good for row in card.rows()]


def test_good_rows_are_planned_and_the_others_come_back_with_what_is_wrong(
    clinic: SampleClinic, opened: Callable[..., DayListCard], tmp_path: Path
) -> None:
    good, asks = row_of(clinic, "marsh", "L45 L51", "b"), row_of(clinic, "kowalski", "L3 L4 L5", "r")
    card = opened(good, asks, row_of(clinic, "haddad", "L45", "b").replace("Haddad", "Nobody"))
    assert states(card) == [True, False, False]
    assert "L3 L4 L5: joints or nerves?" in card.row.problem()
    press(card, "Plan 1 block")
    assert clinic.events()[0] == "blocks planned from a list"
    assert card.said().startswith("1 block planned.")
    assert states(card) == [False, False]
    kept = tmp_path / "kept.csv"
    card.save_problems(kept)
    assert clinic.events()[0] == "rows of a list saved"
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("kept")] == ["kept.csv"]
    lines = kept.read_text("utf-8-sig").splitlines()
    assert lines[0] == f"{HEADS},problem"
    assert lines[1].startswith(asks)
    assert "another name" in lines[2]


def test_an_answer_makes_a_row_good_and_typing_is_looked_at_again(
    clinic: SampleClinic, opened: Callable[..., DayListCard]
) -> None:
    card = opened(row_of(clinic, "kowalski", "L3 L4 L5", "r"))
    assert not card.is_unfinished()
    press(card.row, card.row.chooser.labels()[0])
    assert states(card) == [True]
    assert card.is_unfinished()
    card.row.levels.line.selectAll()
    QTest.keyClicks(card.row.levels.line, "L45")
    assert states(card) == [False]
    assert card.row.levels.text() == "L45"
    QTest.keyClicks(card.row.levels.line, " r")
    assert states(card) == [True]


class _Held(InlineTasks):
    """The store answers when it is told to."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def store_work(self, work: Callable[[], T], deliver: Deliver[T]) -> None:
        self.waiting.append(lambda: deliver(Outcome(work)))

    def answer(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def test_what_is_typed_anew_is_never_planned_as_it_was(
    clinic: SampleClinic, opened: Callable[..., DayListCard], monkeypatch: pytest.MonkeyPatch
) -> None:
    day = (clinic.now + timedelta(days=7)).date()
    card, held = opened(f"665544,Held,Ida,1970-01-02,L45,l,{day},9:00"), _Held()
    card.row.say[Act.NEW_PERSON].click()
    assert card.plan.isEnabled()
    monkeypatch.setattr(clinic.session, "_tasks", held)
    card.row.levels.line.selectAll()
    QTest.keyClicks(card.row.levels.line, "L45 r")
    assert (states(card), card.plan.isEnabled(), card.save.isEnabled()) == ([False], False, False)
    held.waiting.pop(0)()  # about a text that has been typed further since
    assert not card.plan.isEnabled()
    for _twice in range(2):
        card.row.say[Act.NEW_PERSON].click()  # right after typing
    held.answer()
    assert card.row.levels.text() == card.rows()[0].wanted.listed.levels == "L45 r"
    monkeypatch.undo()
    press(card, "Plan 1 block")
    (block,) = clinic.chart("held").blocks
    assert {joint.side for joint in block.planned_joints} == {Side.RIGHT}


def test_a_wrong_number_day_or_time_is_mended_in_place(
    clinic: SampleClinic, opened: Callable[..., DayListCard]
) -> None:
    good = row_of(clinic, "marsh", "L45 L51", "b")
    mrn = clinic.patient("marsh").mrn
    twin = row_of(clinic, "kowalski", "L45", "r").replace(clinic.patient("kowalski").mrn, mrn)
    card = opened(good, twin.replace("10:20", "ten"))
    assert states(card) == [True, False]
    for head, text in ((Head.MRN, clinic.patient("kowalski").mrn), (Head.TIME, "10:40")):
        card.row.cells[head].line.selectAll()
        QTest.keyClicks(card.row.cells[head].line, text)
    assert states(card) == [True, True]
    card.row.levels.line.selectAll()
    QTest.keyClicks(card.row.levels.line, "L51 r")
    press(card, "Plan 2 blocks")
    block = next(b for b in clinic.chart("kowalski").blocks if b.state is BlockState.PLANNED)
    assert block.scheduled_at is not None
    assert f"{block.scheduled_at:%H:%M}" == "10:40"


def test_a_new_person_needs_a_tick(clinic: SampleClinic, opened: Callable[..., DayListCard]) -> None:
    day = (clinic.now + timedelta(days=7)).date()
    card = opened(f"998877,Stone,Ada,1970-01-02,L45,l,{day},9:00")
    assert states(card) == [False]
    card.row.say[Act.NEW_PERSON].click()
    assert states(card) == [True]
    press(card, "Plan 1 block")
    assert clinic.patient("stone").mrn == "998877"
    assert clinic.cards() == []


def test_the_order_of_a_date_is_asked_once_and_answers_are_kept(
    clinic: SampleClinic, opened: Callable[..., DayListCard]
) -> None:
    year = clinic.now.year + 1
    wanted = row_of(clinic, "kowalski", "L45").replace(
        str((clinic.now + timedelta(days=7)).date()), f"03/04/{year}"
    )
    card = opened(wanted)
    assert card.rows()[0].at is None
    QTest.keyClicks(card.row.levels.line, " r")
    first = card.order.inputs()[0]
    assert first.accessibleName() == "How is 03/04/2026 meant in this file?: Day first: 3 April"
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert states(card) == [True]
    assert str(card.rows()[0].wanted.listed.day) == f"{year}-04-03"


def test_a_file_that_is_no_list_is_said(clinic: SampleClinic, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(b"name\nx\n")
    card = DayListCard(clinic.session, clinic.window)
    card.open_with(file)
    assert card.said().startswith("A column is missing: MRN")
    assert button(card, "Choose a file").isEnabled()


def test_f7_goes_to_the_next_problem(clinic: SampleClinic, opened: Callable[..., DayListCard]) -> None:
    good = row_of(clinic, "marsh", "L45", "b")
    card = opened(row_of(clinic, "kowalski", "L45"), good, row_of(clinic, "haddad", "?"))
    button(card, "Next problem").click()
    assert card.table.currentIndex().row() == 2


def test_a_list_is_dropped_onto_today(clinic: SampleClinic, tmp_path: Path) -> None:
    page = clinic.page(lambda: TodayPage(clinic.session))
    asked: list[object] = []
    page.list_asked.connect(asked.append)
    file = tmp_path / "list.csv"
    file.touch()
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(50, 50), copy, carried, left, none))
    QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), copy, carried, left, none))
    assert asked == [file]


def test_who_may_not_plan_is_not_offered_it(clinic: SampleClinic) -> None:
    clinic.sign_in("manager")
    page = clinic.page(lambda: TodayPage(clinic.session))
    assert "Plan from a file" not in {
        b.accessibleName() for b in page.findChildren(type(page.handout)) if not b.isHidden()
    }
