"""A day of three blocks, one of them all through the real window, to the printed letters and the figures."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.counted import Stage
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind, Patient
from mbb_desktop.clinical.print_step import Standing
from mbb_desktop.clinical.rates import By
from mbb_desktop.clinical.response import BEFORE, Conclusion, Series
from mbb_desktop.clinical.share import Share
from mbb_desktop.storage.vault import Vault
from mbb_desktop.ui.analytics_page import AnalyticsPage
from mbb_desktop.ui.call_sheet import CallSheet
from mbb_desktop.ui.calls_page import CallsPage
from mbb_desktop.ui.letters_page import LettersPage
from mbb_desktop.ui.plan_card import PlanCard
from mbb_desktop.ui.print_batch import Printer
from mbb_desktop.ui.room_page import RoomPage
from mbb_desktop.ui.today_page import TodayPage
from mbb_desktop.workflow.issue_paper import sign_note
from mbb_desktop.workflow.issue_response import sign_response
from mbb_desktop.workflow.keep_clinic import clinic as find_clinic
from mbb_desktop.workflow.keep_clinic import save_clinic, save_correspondent
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import open_chart, save_patient
from tests.at_work import (
    Clinic,
    at_work,
    card,
    give_time_out,
    named,
    record_block,
    sign,
    stored,
    text_of,
    write_letter,
)
from tests.ui.driver import Driver
from tests.ui.hands import press
from tests.ui.sample import let_go
from tests.workflow.conftest import (  # noqa: F401  the vault to copy
    NOW,
    PEOPLE,
    PIN,
    Desks,
    lumbar_course,
    somebody,
    template,
    vault,
)
from tests.workflow.test_signing import POSITIVE, performed, scored

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no lp")
THREE_WEEKS_AGO = NOW - timedelta(days=21)
BEFORE_IT = "7"
HELPED, NOT_HELPED = ("1", "21111113567"), ("6", "76677777777")
"""The score at 30 min in the clinic, then those at 15 min and from 1 h to 24 h as told on the telephone."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A patient of the day with the complaint, and the scores."""

    patient: Patient
    course: Course
    in_recovery: str
    tells: str


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called lp that keeps every paper it is given."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "lp"
    program.write_text(f'#!/bin/sh\ncat > "{folder}/$$.pdf"\necho $$.pdf >> "{folder}/jobs"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setenv("CUPS_SERVER", str(folder / "no-server"))
    return folder


@pytest.fixture
def visitors(vault: Vault) -> tuple[Visitor, ...]:  # noqa: F811
    """Three patients and whom their letters go to; two had a block that helped three weeks ago."""
    desks = Desks(vault)
    desk = desks.of("physician", THREE_WEEKS_AGO)
    provider = Correspondent(new_id(NOW), CorrespondentKind.RFA_PROVIDER, "R. Vance", credentials="MD")
    save_correspondent(desk, provider)
    save_clinic(desk, replace(find_clinic(desk), minutes_to_lock=60))
    visits = (
        ("Marsh", "Eleanor", "004 1187", HELPED),
        ("Ortiz", "Ramon", "004 2203", HELPED),
        ("Bauer", "Ilse", "004 3310", NOT_HELPED),
    )
    found = []
    for number, (family, given, mrn, scores) in enumerate(visits):
        born = date(1950 + number, 3, 14 + number)
        patient = save_patient(desk, replace(somebody(family, given, mrn), born=born))
        found.append(Visitor(patient, save_course(desk, lumbar_course(patient)), *scores))
    for each in found[:2]:
        block = performed(desks, each.course, THREE_WEEKS_AGO, "45 51 r")
        sign_note(desk, block, PIN)
        told = replace(scored(desks, block, POSITIVE, days=-20), conclusion=Conclusion.POSITIVE)
        sign_response(desks.of("physician", NOW - timedelta(days=20)), told, PIN)
    vault.close()
    return tuple(found)


@pytest.fixture
def clinic(visitors: tuple[Visitor, ...], tmp_path: Path, qapp: QApplication) -> Iterator[Clinic]:
    assert visitors
    with at_work(tmp_path / "vault", tmp_path / "day", qapp) as clinic:
        yield clinic


def sit_down(clinic: Clinic, name: str) -> None:
    """Somebody else takes the place at the same window."""
    clinic.window.lock()
    clinic.unlock(name)


def plan(clinic: Clinic, visitor: Visitor, at: time) -> None:
    """From the chart, with both sides of two joints."""
    assert clinic.app.workplace is not None
    chart = clinic.app.workplace.open_chart(visitor.patient.id)
    chart._on_plan()
    planning = card(clinic.window)
    assert isinstance(planning, PlanCard)
    driver = Driver(clinic.window)
    for typed in ("45 51 r", f"{clinic.now:%d.%m.%Y}", f"{at:%H:%M}", "2"):
        driver.type(typed)
        driver.key("enter")
    driver.key("enter")
    assert card_is_gone(clinic)


def card_is_gone(clinic: Clinic) -> bool:
    """No question lies over the window."""
    return not any(each.isVisible() for each in clinic.window.findChildren(QDialog))


def list_row(clinic: Clinic, visitor: Visitor) -> TodayPage:
    page = clinic.window.show_page("today")
    assert isinstance(page, TodayPage)
    clinic.window.activateWindow()  # after a card the offscreen screen gives the focus back to nobody
    families = [row.patient.family for row in page.table.records()]
    page.table.select(families.index(visitor.patient.family))
    page.table.setFocus()
    return page


def block_of(clinic: Clinic, visitor: Visitor) -> Block:
    return open_chart(clinic.desk(), visitor.patient.id).blocks[0]


def in_the_room(clinic: Clinic, visitor: Visitor) -> None:
    """The nurse opens the row of the list, asks for the pain before, and stamps the times."""
    list_row(clinic, visitor)
    driver = Driver(clinic.window)
    driver.key("enter")
    room = clinic.shown(RoomPage)
    room.record.scores[Series.OVERALL].editor.setFocus()
    driver.type(BEFORE_IT)
    give_time_out(clinic, "Right", "Right")
    clinic.window.back()


def in_recovery(clinic: Clinic, visitor: Visitor) -> None:
    """Half an hour later the nurse asks again."""
    list_row(clinic, visitor)
    driver = Driver(clinic.window)
    driver.key("enter")
    recovery = clinic.shown(RoomPage)
    driver.click(named(recovery, "Pain at 30 min, overall"))
    driver.type(visitor.in_recovery)
    driver.key("enter")
    clinic.window.back()


def document(clinic: Clinic, visitor: Visitor) -> Block:
    """The physician records and signs what was done."""
    list_row(clinic, visitor)
    sign(record_block(clinic, levels="45 51 r"))
    block = block_of(clinic, visitor)
    assert block.state is BlockState.SIGNED
    clinic.window.show_page("today")
    let_go()
    return stored(clinic, block)


def an_hour_before(clinic: Clinic, visitor: Visitor) -> None:
    """Done and signed at another computer, with the pain before and after half an hour."""
    desks = Desks(clinic.app._came_in[PEOPLE["physician"].id])
    then = NOW - timedelta(hours=1)
    block = performed(desks, visitor.course, then, "45 51 r")
    sign_note(desks.of("physician", then), block, PIN)
    scored(desks, block, {BEFORE: int(BEFORE_IT), 30: int(visitor.in_recovery)}, days=0)


def call(clinic: Clinic, visitor: Visitor) -> None:
    """The nurse calls: identity, by recall, one digit a score, and on to the next."""
    page = clinic.window.show_page("calls")
    assert isinstance(page, CallsPage)
    clinic.window.activateWindow()
    families = [row.patient.family for row in page.table.records()]
    page.table.select(families.index(visitor.patient.family))
    QApplication.processEvents()
    assert isinstance(page.sheet, CallSheet)
    driver = Driver(clinic.window)
    driver.key("f2")
    driver.key("f3")
    driver.type(visitor.tells)
    driver.key("ctrl+enter")


def scores(clinic: Clinic, visitor: Visitor) -> list[int | None]:
    """Every score of the newest block in the order of its time."""
    chart = open_chart(clinic.desk(), visitor.patient.id)
    readings = chart.responses[chart.blocks[0].id].readings
    in_order = sorted(readings, key=lambda each: each.slot)
    return [None if each.score is None else int(each.score) for each in in_order]


def conclude(clinic: Clinic, visitor: Visitor, said: str) -> None:
    """The physician's own conclusion, and the signature on the response."""
    assert clinic.app.workplace is not None
    clinic.app.workplace.sign_response(block_of(clinic, visitor))
    asking = card(clinic.window)
    driver = Driver(clinic.window)
    driver.click(named(asking, said))
    driver.click(named(asking, "Your signing PIN"))
    driver.type(PIN)
    driver.key("enter")
    let_go()


def print_all(clinic: Clinic) -> LettersPage:
    """The front desk prints every letter that is ready."""
    page = clinic.window.show_page("letters")
    assert isinstance(page, LettersPage)
    page._printer = Printer("Front desk")
    press(page, page.print.accessibleName())
    return page


@pytest.mark.timeout(600)
def test_a_day_from_the_plan_to_the_figures(clinic: Clinic, visitors: tuple[Visitor, ...], lp: Path) -> None:
    marsh, ortiz, bauer = visitors
    clinic.unlock("A. Okafor")
    for each in (ortiz, bauer):
        an_hour_before(clinic, each)
    plan(clinic, marsh, time(11, 0))
    sit_down(clinic, "M. Diaz")
    in_the_room(clinic, marsh)
    sit_down(clinic, "A. Okafor")
    document(clinic, marsh)
    sit_down(clinic, "M. Diaz")
    clinic.wait(minutes=30)
    in_recovery(clinic, marsh)
    clinic.wait(hours=25)
    sit_down(clinic, "M. Diaz")
    for each in visitors:
        call(clinic, each)
    assert [scores(clinic, each) for each in visitors] == [
        [7, 2, 1, 1, 1, 1, 1, 1, 1, 3, 5, 6, 7],
        [7, 2, 1, 1, 1, 1, 1, 1, 1, 3, 5, 6, 7],
        [7, 7, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7],
    ]
    sit_down(clinic, "A. Okafor")
    for each, said in ((marsh, "Positive"), (ortiz, "Positive"), (bauer, "Negative")):
        conclude(clinic, each, said)
    for each in (marsh, ortiz):
        write_letter(clinic, each.course)
        clinic.wait(minutes=1)
        clinic.window.show_page("today")
        let_go()
    sit_down(clinic, "J. Park")
    page = print_all(clinic)
    printed = [text_of((lp / job).read_bytes()) for job in (lp / "jobs").read_text().split()]
    assert [("MARSH" in text, "ORTIZ" in text) for text in printed] == [(True, False), (False, True)]
    assert all("right L4-5 and L5-S1" in text and "left L4-5" not in text for text in printed)
    assert page._known is not None
    every = (*page._known.waiting, *page._known.done)
    assert [each.standing for each in every].count(Standing.PRINTED) == 2
    sit_down(clinic, "S. Lund")
    counted_by_hand(clinic)


def counted_by_hand(clinic: Clinic) -> None:
    """Five blocks: two people with two that helped, one with one that did not; two letters, no ablation."""
    page = clinic.window.show_page("analytics")
    assert isinstance(page, AnalyticsPage)
    shown = page.figures()
    assert shown is not None
    assert shown.everything.positive == Share(4, 5)
    assert shown.in_time == Share(0, 2), "the two of three weeks ago; of yesterday's none is due"
    assert [rate.positive for rate in shown.rates[By.NUMBER]] == [Share(2, 3), Share(2, 2)]
    reached = {step.stage: step.reached for step in shown.funnel}
    assert reached[Stage.SECOND] == Share(2, 3)
    assert reached[Stage.CONFIRMED] == Share(2, 2)
    assert reached[Stage.LETTER] == Share(2, 2)
    assert reached[Stage.ABLATION] == Share(0, 2)
    assert [rate.label for rate in shown.rates[By.AGENT]] == ["lidocaine", "bupivacaine"]
    assert shown.unsigned == 0
