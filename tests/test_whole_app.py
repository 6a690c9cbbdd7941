"""The clinic's main job through the real window: room, block, scores, verdict, letter, next morning."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from mbb_desktop.app import import_ahead
from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, BlockState, HowEntered, Item, PatientAnswer
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
from mbb_desktop.workflow.issue_paper import draft_note
from mbb_desktop.workflow.keep_clinic import clinic as find_clinic
from mbb_desktop.workflow.keep_clinic import save_clinic, save_correspondent
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import open_chart, save_patient
from mbb_desktop.workflow.record_block import begin, plan_block
from mbb_desktop.workflow.room import complete_time_out
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
    lumbar_course,
    somebody,
    template,
)
from tests.workflow.test_room import answers


@pytest.fixture
def clinic(template: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Clinic]:  # noqa: F811
    with at_work(template, tmp_path, qapp) as clinic:
        yield clinic


@pytest.fixture
def course(clinic: Clinic) -> Course:
    clinic.unlock("A. Okafor")
    desk = clinic.desk()
    provider = Correspondent(new_id(NOW), CorrespondentKind.RFA_PROVIDER, "R. Vance", credentials="MD")
    save_correspondent(desk, provider)
    save_clinic(desk, replace(find_clinic(desk), minutes_to_lock=30))
    return save_course(desk, lumbar_course(save_patient(desk, somebody())))


def stopped_block(clinic: Clinic, course: Course) -> Block:
    """Planned on both sides; the time-out of the nurse named the right side alone and was stopped."""
    both = tuple(JointSide(joint, side) for joint in ("L4-5", "L5-S1") for side in (Side.LEFT, Side.RIGHT))
    block = begin(clinic.desk(), plan_block(clinic.desk(), course, both, clinic.now))
    right = answers(tuple(each for each in both if each.side is Side.RIGHT), PatientAnswer.RIGHT)
    stopped = complete_time_out(replace(clinic.desk(), user=PEOPLE["nurse"]), block, right)
    assert stopped.time_outs[-1].stopped
    clinic.window.lock()  # half an hour until the next lock counts from here
    clinic.unlock("A. Okafor")
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


def test_a_block_is_recorded_and_signed_in_at_most_26_actions(clinic: Clinic, course: Course) -> None:
    room = after_the_room(clinic, course)
    driver = record_block(clinic)
    sign(driver)
    assert driver.n <= 26
    block = stored(clinic, room)
    assert block.state is BlockState.SIGNED
    assert [(t.nerve, t.side) for t in block.targets] == [
        (nerve, side) for nerve in ("L3 MB", "L4 MB", "L5 DR") for side in Side
    ]
    assert {t.volume for t in block.targets} == {Decimal("0.5")}
    assert [(d.agent, d.strength) for d in block.drugs][:1] == [("bupivacaine", Decimal(5))]
    assert (block.fluoroscopy.seconds, block.fluoroscopy.air_kerma) == (42, Decimal("8.1"))
    assert block.needle_out == room.needle_out
    assert all(entry.by for entry in block.entries)
    confirmed = {e.item for e in block.entries if e.how is HowEntered.ALL_AS_LISTED}
    assert {Item.ASPIRATION, Item.CONSENT, Item.COMPLICATIONS, Item.SEDATION} <= confirmed


def test_with_two_scores_it_takes_at_most_30_actions(clinic: Clinic, course: Course) -> None:
    room = after_the_room(clinic, course)
    clinic.wait(minutes=30)
    driver = record_block(clinic)
    driver.key("f5")
    driver.type("72")
    sign(driver)
    assert driver.n <= 30
    chart = open_chart(clinic.desk(), room.patient_id)
    assert len(chart.responses[room.id].readings) == 2
    assert stored(clinic, room).state is BlockState.SIGNED


def test_every_printed_sentence_of_an_unaccepted_block_is_backed_by_a_fact(
    clinic: Clinic, course: Course
) -> None:
    after_the_room(clinic, course)
    driver = Driver(clinic.window)
    driver.key("enter")
    driver.type("45 51 b")
    driver.key("enter")
    driver.type("2")
    editor = clinic.shown(BlockEditor)
    editor.draft.save_now()
    text = text_of(draft_note(clinic.desk(), editor.draft.block.id).pdf)
    said, gaps = text.split("Not recorded:")
    for word in ("chlorhexidine", "negative", "Written consent", "Complications None", "Sedation: none"):
        assert word not in said, word
    for gap in ("aspiration", "complications", "sedation", "consent"):
        assert gap in gaps.lower(), gap


def test_two_blocks_their_scores_the_verdict_the_letter_and_all_is_there_tomorrow(
    clinic: Clinic, course: Course
) -> None:
    for number, agent in ((1, "1"), (2, "2")):
        block = after_the_room(clinic, course)
        driver = record_block(clinic, agent)
        sign(driver)
        assert stored(clinic, block).state is BlockState.SIGNED
        enter_scores(clinic, block)
        conclude(clinic, block)
        if number == 1:
            clinic.wait(days=20)
            clinic.next_morning()
    write_letter(clinic, course)
    kinds = [paper.kind for paper in open_chart(clinic.desk(), course.patient_id).papers]
    assert sorted(kind.name for kind in kinds) == [
        "PROCEDURE_NOTE",
        "PROCEDURE_NOTE",
        "RESPONSE",
        "RESPONSE",
        "RFA_LETTER",
    ]
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


def test_nothing_but_the_window_its_cards_and_menus_ever_opens(
    clinic: Clinic, course: Course, qapp: QApplication
) -> None:
    watch = WindowsOpened()
    qapp.installEventFilter(watch)
    after_the_room(clinic, course)
    sign(record_block(clinic))
    assert clinic.app.workplace is not None
    clinic.app.workplace.open_chart(course.patient_id)
    for tab in ("overview", "blocks", "readiness", "papers", "details", "course"):
        clinic.shown(ChartPage).show_tab(tab)
    clinic.window.show_page("settings")
    qapp.removeEventFilter(watch)
    assert watch.opened == []


def test_locking_in_the_middle_of_a_word_loses_nothing_and_comes_back_to_the_place(
    clinic: Clinic, course: Course
) -> None:
    after_the_room(clinic, course)
    driver = Driver(clinic.window)
    driver.key("enter")
    driver.type("45 51")
    driver.key("ctrl+l")
    assert clinic.app.session is None
    clinic.unlock("A. Okafor")
    editor = clinic.shown(BlockEditor)
    assert editor.draft.block.levels_text == "45 51"
    driver.type(" b")
    assert editor.draft.block.levels_text == "45 51 b"
    driver.key("ctrl+z")
    assert editor.draft.block.levels_text != "45 51 b"


def test_after_a_lock_no_patient_is_in_any_widget_or_title(clinic: Clinic, course: Course) -> None:
    after_the_room(clinic, course)
    Driver(clinic.window).key("enter")
    clinic.window.lock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    texts: list[str] = []
    for widget in QApplication.allWidgets():
        for read in ("text", "windowTitle", "toolTip", "accessibleName", "toPlainText", "placeholderText"):
            method: Callable[[], str] | None = getattr(widget, read, None)
            if callable(method):
                texts.append(str(method()))
    assert not [text for text in texts if "marsh" in text.lower() or "004 1187" in text]
    assert "marsh" not in QApplication.clipboard().text().lower()


def test_an_addendum_is_signed_from_the_closed_record(clinic: Clinic, course: Course) -> None:
    block = after_the_room(clinic, course)
    driver = record_block(clinic)
    sign(driver)
    driver.click(named(clinic.shown(BlockEditor), "Addendum"))
    asking = card(clinic.window)
    assert isinstance(asking, AddendumCard)
    asking.text.set_value("The skin was also infiltrated on the right.")
    asking.reason.set_value("Omitted by mistake.")
    driver.click(named(asking, "Your signing PIN"))
    driver.type(PIN)
    driver.key("enter")
    papers = open_chart(clinic.desk(), block.patient_id).papers
    assert {paper.kind for paper in papers} == {PaperKind.PROCEDURE_NOTE, PaperKind.ADDENDUM}


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
