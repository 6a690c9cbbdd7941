"""The clinic's main job through the real window: room, block, scores, verdict, letter, next morning."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from mbb_desktop.app import import_ahead
from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, BlockState, HowEntered, Item, Moment, PatientAnswer
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.clinical.response import Series
from mbb_desktop.storage.signed import verify
from mbb_desktop.ui.addendum_card import AddendumCard
from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.room_page import RoomPage
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.issue_paper import draft_note
from mbb_desktop.workflow.keep_clinic import back_up_when_due, save_clinic, save_correspondent
from mbb_desktop.workflow.keep_clinic import clinic as find_clinic
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import open_chart, save_patient
from mbb_desktop.workflow.record_block import begin, plan_block, start_block
from mbb_desktop.workflow.room import complete_time_out, stamp
from tests.at_work import (
    Clinic,
    after_the_room,
    at_work,
    card,
    conclude,
    enter_scores,
    give_time_out,
    named,
    record_block,
    sign,
    stored,
    text_of,
    write_letter,
)
from tests.ui.driver import Driver
from tests.workflow.conftest import (  # noqa: F401  the vault to copy
    NOW,
    PEOPLE,
    PIN,
    Desks,
    Prepared,
    lumbar_course,
    prepare,
    somebody,
    template,
)
from tests.workflow.test_room import answers

BOTH = tuple(JointSide(joint, side) for joint in ("L4-5", "L5-S1") for side in (Side.LEFT, Side.RIGHT))


def opened_clinic(desks: Desks) -> Course:
    """A patient with a complaint, somebody for the letter, and half an hour until the window locks."""
    desk = desks.of("physician")
    provider = Correspondent(new_id(NOW), CorrespondentKind.RFA_PROVIDER, "R. Vance", credentials="MD")
    save_correspondent(desk, provider)
    save_clinic(desk, replace(find_clinic(desk), minutes_to_lock=30))
    course = save_course(desk, lumbar_course(save_patient(desk, somebody())))
    assert back_up_when_due(desk) is not None
    return course


def out_of_the_room(physician: Desk, course: Course) -> Block:
    """Without a plan: in the room, time-out, needle in, needle out, as the nurse stamped them."""

    def nurse(minutes: int) -> Desk:
        return replace(physician, user=PEOPLE["nurse"], now=physician.now + timedelta(minutes=minutes))

    block = stamp(nurse(0), start_block(physician, course), Moment.IN_ROOM)
    block = complete_time_out(nurse(8), block, replace(answers(BOTH), levels_text="45 51"))
    block = stamp(nurse(9), block, Moment.NEEDLE_IN)
    return stamp(nurse(15), block, Moment.NEEDLE_OUT)


@pytest.fixture(scope="module")
def prepared(
    template: Path,  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
) -> Prepared[Course]:
    return prepare(template, tmp_path_factory, opened_clinic)


@pytest.fixture(scope="module")
def after_room(prepared: Prepared[Course], tmp_path_factory: pytest.TempPathFactory) -> Prepared[Block]:
    """A minute later the physician sits down to document it."""
    return prepare(
        prepared.folder, tmp_path_factory, lambda desks: out_of_the_room(desks.of("physician"), prepared.made)
    )


@pytest.fixture
def clinic(prepared: Prepared[Course], tmp_path: Path, qapp: QApplication) -> Iterator[Clinic]:
    with at_work(prepared.folder, tmp_path, qapp) as clinic:
        yield clinic


@pytest.fixture
def course(clinic: Clinic, prepared: Prepared[Course]) -> Course:
    clinic.unlock("A. Okafor")
    return prepared.made


@pytest.fixture
def seated(after_room: Prepared[Block], tmp_path: Path, qapp: QApplication) -> Iterator[Clinic]:
    """The physician in front of today's list, with a block to document."""
    with at_work(after_room.folder, tmp_path, qapp) as clinic:
        clinic.wait(minutes=16)
        clinic.unlock("A. Okafor")
        yield clinic


def stopped_block(clinic: Clinic, course: Course) -> Block:
    """Planned on both sides; the time-out of the nurse named the right side alone and was stopped."""
    block = begin(clinic.desk(), plan_block(clinic.desk(), course, BOTH, clinic.now))
    right = answers(tuple(each for each in BOTH if each.side is Side.RIGHT), PatientAnswer.RIGHT)
    stopped = complete_time_out(replace(clinic.desk(), user=PEOPLE["nurse"]), block, right)
    assert stopped.time_outs[-1].stopped
    return stopped


def test_a_physician_alone_settles_a_stop_from_the_editor_and_comes_back(
    clinic: Clinic, course: Course
) -> None:
    block = stopped_block(clinic, course)
    clinic.app.workplace.open_block(block)  # type: ignore[union-attr]  # it is unlocked
    editor = clinic.shown(BlockEditor)
    driver = Driver(clinic.window)
    driver.key("f5")
    driver.type("6")
    driver.click(named(editor, "Open room screen"))
    assert editor.draft.is_saved(), "what was typed is saved first"
    clinic.shown(RoomPage)
    driver.key("space")
    driver.key("space")
    driver.type(PIN)
    driver.key("enter")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    clinic.window.activateWindow()
    give_time_out(clinic)
    score = clinic.shown(RoomPage).record.scores[Series.RIGHT]
    score.editor.setFocus()
    driver.type("5")
    clinic.window.back()
    assert clinic.shown(BlockEditor) is editor
    assert editor.work.time_out.text().endswith("side and levels match the plan")
    seen = [widget for widget in editor.findChildren(QWidget) if widget.isVisible()]
    assert "Open room screen" not in [widget.accessibleName() for widget in seen]
    assert editor.draft.response.baseline(Series.RIGHT) == 5
    assert editor.draft.block.needle_out == clinic.now
    assert editor.draft.is_saved()


class WindowsOpened(QObject):
    """A part that is shown before it has its place flashes as a window and takes the focus away."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if shown and not isinstance(watched, MainWindow | QDialog | QMenu):
            self.opened.append(type(watched).__name__)
        return False


def recorded_in_at_most_26_actions(clinic: Clinic, room: Block) -> None:
    driver = record_block(clinic, "1")
    sign(driver)
    assert driver.n <= 26
    block = stored(clinic, room)
    assert block.state is BlockState.SIGNED
    assert [(t.nerve, t.side) for t in block.targets] == [
        (nerve, side) for nerve in ("L3 MB", "L4 MB", "L5 DR") for side in Side
    ]
    assert {t.volume for t in block.targets} == {Decimal("0.5")}
    assert [(d.agent, d.strength) for d in block.drugs][:1] == [("lidocaine", Decimal(20))]
    assert (block.fluoroscopy.seconds, block.fluoroscopy.air_kerma) == (42, Decimal("8.1"))
    assert block.needle_out == room.needle_out
    assert all(entry.by for entry in block.entries)
    confirmed = {e.item for e in block.entries if e.how is HowEntered.ALL_AS_LISTED}
    assert {Item.ASPIRATION, Item.CONSENT, Item.COMPLICATIONS, Item.SEDATION} <= confirmed


def add_something(clinic: Clinic, block: Block) -> None:
    """An addendum, from the closed record."""
    assert clinic.app.workplace is not None
    clinic.app.workplace.open_block(stored(clinic, block))
    QApplication.processEvents()
    driver = Driver(clinic.window)
    driver.click(named(clinic.shown(BlockEditor), "Addendum"))
    asking = card(clinic.window)
    assert isinstance(asking, AddendumCard)
    asking.text.set_value("The skin was also infiltrated on the right.")
    asking.reason.set_value("Omitted by mistake.")
    driver.click(named(asking, "Your signing PIN"))
    driver.type(PIN)
    driver.key("enter")


def look_around(clinic: Clinic, course: Course) -> None:
    """Every part of the chart, and the settings."""
    assert clinic.app.workplace is not None
    clinic.app.workplace.open_chart(course.patient_id)
    for tab in ("overview", "blocks", "readiness", "papers", "details", "course"):
        clinic.shown(ChartPage).show_tab(tab)
    clinic.window.show_page("settings")


def test_two_blocks_their_scores_the_verdict_the_letter_and_all_is_there_tomorrow(
    clinic: Clinic, course: Course, qapp: QApplication
) -> None:
    """The first through the room screen, with an addendum; no part ever opens as a window of its own."""
    watch = WindowsOpened()
    qapp.installEventFilter(watch)
    first = after_the_room(clinic, course)
    recorded_in_at_most_26_actions(clinic, first)
    enter_scores(clinic, first)
    conclude(clinic, first)
    clinic.wait(days=20)
    second = out_of_the_room(clinic.desk(), course)
    clinic.wait(minutes=16)
    clinic.window.lock()
    clinic.unlock("A. Okafor")
    sign(record_block(clinic, "2"))
    enter_scores(clinic, second)
    conclude(clinic, second)
    add_something(clinic, second)
    write_letter(clinic, course)
    kinds = [paper.kind for paper in open_chart(clinic.desk(), course.patient_id).papers]
    assert sorted(kind.name for kind in kinds) == [
        "ADDENDUM",
        "PROCEDURE_NOTE",
        "PROCEDURE_NOTE",
        "RESPONSE",
        "RESPONSE",
        "RFA_LETTER",
    ]
    look_around(clinic, course)
    qapp.removeEventFilter(watch)
    assert watch.opened == []
    clinic.close()
    clinic.wait(days=1)
    clinic.start()
    clinic.unlock("A. Okafor")
    again = open_chart(clinic.desk(), course.patient_id)
    assert [paper.kind for paper in again.papers] == kinds
    letter = next(paper for paper in again.papers if paper.kind is PaperKind.RFA_LETTER)
    assert "bilateral L4-5 and L5-S1" in text_of(letter.pdf)
    assert "R. Vance" in text_of(letter.pdf)
    assert verify(clinic.desk().store).intact


def test_with_two_scores_it_takes_at_most_30_actions(seated: Clinic, after_room: Prepared[Block]) -> None:
    seated.window.lock()
    seated.wait(minutes=30)
    seated.unlock("A. Okafor")
    driver = record_block(seated)
    driver.key("f5")
    driver.type("72")
    sign(driver)
    assert driver.n <= 30
    room = after_room.made
    chart = open_chart(seated.desk(), room.patient_id)
    assert len(chart.responses[room.id].readings) == 2
    block = stored(seated, room)
    assert block.state is BlockState.SIGNED
    assert [(d.agent, d.strength) for d in block.drugs][:1] == [("bupivacaine", Decimal(5))]


def test_every_printed_sentence_of_an_unaccepted_block_is_backed_by_a_fact(seated: Clinic) -> None:
    driver = Driver(seated.window)
    driver.key("enter")
    driver.type("45 51 b")
    driver.key("enter")
    driver.type("2")
    editor = seated.shown(BlockEditor)
    editor.draft.save_now()
    text = text_of(draft_note(seated.desk(), editor.draft.block.id).pdf)
    said, gaps = text.split("Not recorded:")
    for word in ("chlorhexidine", "negative", "Written consent", "Complications None", "Sedation: none"):
        assert word not in said, word
    for gap in ("aspiration", "complications", "sedation", "consent"):
        assert gap in gaps.lower(), gap


def test_locking_in_the_middle_of_a_word_shows_nobody_loses_nothing_and_comes_back_to_the_place(
    seated: Clinic,
) -> None:
    driver = Driver(seated.window)
    driver.key("enter")
    driver.type("45 51")
    driver.key("ctrl+l")
    assert seated.app.session is None
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [text for text in every_text() if "marsh" in text.lower() or "004 1187" in text]
    assert "marsh" not in QApplication.clipboard().text().lower()
    seated.unlock("A. Okafor")
    editor = seated.shown(BlockEditor)
    assert editor.draft.block.levels_text == "45 51"
    driver.type(" b")
    assert editor.draft.block.levels_text == "45 51 b"
    driver.key("ctrl+z")
    assert editor.draft.block.levels_text != "45 51 b"


def every_text() -> list[str]:
    """What any widget says, shown or not."""
    texts: list[str] = []
    for widget in QApplication.allWidgets():
        for read in ("text", "windowTitle", "toolTip", "accessibleName", "toPlainText", "placeholderText"):
            method: Callable[[], str] | None = getattr(widget, read, None)
            if callable(method):
                texts.append(str(method()))
    return texts


@pytest.fixture
def _thawed() -> Iterator[None]:
    gc.unfreeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("_thawed")
def test_only_what_was_loaded_before_unlocking_is_kept_from_the_collector(clinic: Clinic) -> None:
    clinic.unlock("A. Okafor")
    import_ahead(clinic.app)
    assert gc.get_freeze_count() == 0
    clinic.window.close()
    import_ahead(clinic.app)
    assert gc.get_freeze_count() > 10_000
