"""The letters page: what is ticked, what a batch prints, what becomes of a failed job, who received it."""

import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.handout import HandoutKind
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.print_step import Standing
from mbb_desktop.clinical.receipt import PATIENT, HowSent
from mbb_desktop.settings import BOTH_SIDES
from mbb_desktop.ui.given_card import GivenCard
from mbb_desktop.ui.letter_preview import LetterPreview
from mbb_desktop.ui.letters_page import LettersPage
from mbb_desktop.ui.letters_rows import LetterRow, Shown, story
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.print_batch import Printer, in_jobs
from mbb_desktop.ui.printer_card import PrinterCard
from mbb_desktop.ui.sent_card import NotNeededCard, SentCard
from mbb_desktop.ui.tasks import Tasks
from mbb_desktop.ui.workplace import Workplace
from mbb_desktop.workflow.correct import dispatch_of, recipients
from mbb_desktop.workflow.issue_letter import LetterOrder, sign_letter
from mbb_desktop.workflow.make_packet import make_packet
from mbb_desktop.workflow.print_handout import HandoutOrder, PatientPaper
from mbb_desktop.workflow.print_list import Key, print_list
from mbb_desktop.workflow.print_papers import begin_print, order_handout
from mbb_desktop.workflow.sample_people import PIN
from tests.ui.sample import SampleClinic, press

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no lp")
FRONT = Printer("Front desk")


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called lp that keeps the titles of its jobs, and fails while there is a file `broken`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "lp"
    program.write_text(
        f'#!/bin/sh\ncat > /dev/null\necho "$6" >> "{folder}/titles"\n'
        f"[ -e \"{folder}/broken\" ] && echo 'lp: out of paper' >&2 && exit 1\nexit 0\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setenv("CUPS_SERVER", str(folder / "no-server"))
    return folder


def letters(clinic: SampleClinic, who: str = "") -> LettersPage:
    if who:
        clinic.sign_in(who)
    page: LettersPage = clinic.page(lambda: LettersPage(clinic.session, clinic.window, clinic.settings))
    page._printer = FRONT
    return page


def signed_letter(clinic: SampleClinic) -> SignedDocument:
    chart = clinic.chart("marsh eleanor")
    to = clinic.do(recipients)[0]
    return clinic.do(sign_letter, LetterOrder(chart.courses[0].id, to), PIN)


def titles(lp: Path) -> list[str]:
    return (lp / "titles").read_text().splitlines()


def tick(page: LettersPage, count: int) -> None:
    page.table.check(range(count))


def standing_of(page: LettersPage, key: object) -> Standing:
    assert page._known is not None
    every = (*page._known.waiting, *page._known.done)
    return next(item.standing for item in every if item.key == key)


def choose(page: LettersPage, key: object) -> LetterRow:
    rows = page.table.records()
    at = next(at for at, row in enumerate(rows) if row.key == key)
    page.table.select(at)
    return rows[at]


def test_ready_letters_are_ticked_and_nothing_else(clinic: SampleClinic) -> None:
    earlier = signed_letter(clinic)
    key = next(item.key for item in clinic.do(print_list).waiting if item.item_id == earlier.id)
    begin_print(replace(clinic.desk(), workstation=""), (key,), "Front desk", 1)
    clinic.now += timedelta(minutes=1)
    letter = signed_letter(clinic)
    page = letters(clinic)
    assert [row.item.item_id for row in page.table.checked() if row.item] == [letter.id]
    assert page.table.currentIndex().row() > 0
    assert page.table.current() == page.table.checked()[0], "what is ticked is what is seen"


def test_out_of_an_open_chart_a_ready_letter_is_printed_in_two_actions(
    clinic: SampleClinic, lp: Path
) -> None:
    letter = signed_letter(clinic)
    work = Workplace(clinic.window, clinic.session, clinic.settings)
    work.begin(())
    work.open_chart(clinic.patient("marsh eleanor").id)
    QApplication.processEvents()
    clinic.hands().key("ctrl+4")
    page = clinic.window.shown()
    assert isinstance(page, LettersPage)
    page._printer = FRONT
    clinic.hands().key("ctrl+p")
    assert titles(lp) == [f"MBB {letter.number}"]
    work.deleteLater()


def test_what_is_not_complete_cannot_be_ticked(seen: SampleClinic) -> None:
    page = letters(seen)
    page.shown.set_value(Shown.UNFINISHED)
    page._show_rows()
    assert page.table.records()
    seen.hands().key("ctrl+a")
    page.table.check(range(len(page.table.records())))
    assert page.table.checked() == []
    assert not page.print.isEnabled()


def test_one_job_for_each_patient_in_the_order_of_the_list(clinic: SampleClinic, lp: Path) -> None:
    page = letters(clinic)
    tick(page, len(page.table.records()))
    items = page.ticked()
    people = list(dict.fromkeys(item.patient.id for item in items))
    assert len(in_jobs(items)) == len(people)
    page.print_ticked()
    first = {item.patient.id: item.number for item in reversed(items)}
    assert [title.split()[:2] for title in titles(lp)] == [["MBB", first[key]] for key in people]
    families = {item.patient.family.casefold() for item in items}
    assert not any(family in title.casefold() for family in families for title in titles(lp))
    assert "papers printed." in page.notice.text()
    assert page.nothing_said() == "Nothing to print."


def test_a_failed_job_stops_the_batch_and_stays_with_its_reason(clinic: SampleClinic, lp: Path) -> None:
    page = letters(clinic)
    (lp / "broken").touch()
    tick(page, 5)
    first = page.ticked()[0]
    page.print_ticked()
    assert standing_of(page, first.key) is Standing.FAILED
    assert "out of paper" in page.notice.text()
    assert "not begun; they stay on the list." in page.notice.text()
    page.shown.set_value(Shown.FAILED)
    page._show_rows()
    assert "out of paper" in page.preview.notice.text()
    (lp / "broken").unlink()
    choose(page, first.key)
    page.print_ticked()
    assert standing_of(page, first.key) is Standing.PRINTED


def test_a_lock_does_not_wait_for_the_printer_and_the_end_is_noted(
    clinic: SampleClinic, lp: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    (lp / "lp").write_text(
        f'#!/bin/sh\ncat > /dev/null\ntouch "{lp}/begun"\n'
        f'while [ ! -e "{lp}/go" ]; do sleep 0.05; done\nexit 0\n'
    )
    clinic.session._tasks = tasks
    clinic.window.begin("A. Okafor", "", clinic.session.wait_until_idle)
    page = letters(clinic)
    qtbot.waitUntil(lambda: bool(page.table.records()), timeout=20_000)
    tick(page, 1)
    page.print_ticked()
    qtbot.waitUntil((lp / "begun").exists, timeout=20_000)
    began = time.monotonic()
    clinic.window.lock()
    assert time.monotonic() - began < 9, "it gave up waiting after ten seconds"
    clinic.session.lock()
    # the preview may have opened its paper meanwhile, which is an event too
    assert "paper sent to the printer" in clinic.events()[:3]
    before = clinic.events().count("paper printed")
    (lp / "go").touch()
    qtbot.waitUntil(lambda: clinic.events().count("paper printed") > before, timeout=20_000)
    assert clinic.errors == []


def test_a_batch_can_be_stopped_between_two_jobs(clinic: SampleClinic, lp: Path) -> None:
    page = letters(clinic)
    tick(page, 6)

    def stop_after_two(done: int, _jobs: int) -> None:
        if done == 2:
            page.stop.click()

    page.batch.progressed.connect(stop_after_two)
    page.print_ticked()
    assert len(titles(lp)) == 2
    assert "4 not begun; they stay on the list." in page.notice.text()


def test_after_a_crash_it_asks_whether_it_came_out(clinic: SampleClinic, lp: Path) -> None:
    key = clinic.do(print_list).waiting[0].key
    begin_print(replace(clinic.desk(), workstation=""), (key,), "Front desk", 1)
    page = letters(clinic)
    choose(page, key)
    assert "Did it come out?" in page.preview.notice.text()
    tick(page, len(page.table.records()))
    assert key not in {item.key for item in page.ticked()}
    press(page.preview, "It did not")
    assert standing_of(page, key) is Standing.READY


def test_a_ready_letter_is_ticked_and_marked_as_faxed_with_when_and_whom(
    clinic: SampleClinic, lp: Path
) -> None:
    letter = signed_letter(clinic)
    page = letters(clinic)
    assert [row.item.item_id for row in page.table.checked() if row.item] == [letter.id]
    press(page, "Mark 1 as sent")
    card = clinic.card(SentCard)
    press(card, "Record")
    assert card.isVisible()
    card.how.set_value(HowSent.FAXED)
    card.on.line.setText("1 Dec 2099")
    press(card, "Record")
    assert card._problem.text() == "01-Dec-2099 is too late. The last possible day is 24-Nov-2026."
    card.on.set_value(clinic.now.date())
    press(card, "Record")
    item = next(i for i in clinic.do(print_list).done if i.item_id == letter.id)
    assert item.standing is Standing.FAXED
    assert "recorded by A. Okafor, MD" in story(item, clinic.now)[0]
    assert clinic.events()[0] in ("paper given", "paper opened")
    page.shown.set_value(Shown.FAXED)
    page._show_rows()
    assert [row.item.item_id for row in page.table.records() if row.item] == [letter.id]


def test_what_is_not_needed_needs_a_reason(clinic: SampleClinic) -> None:
    page = letters(clinic)
    before = len(page.table.records())
    press(page.preview, "Not needed")
    card = clinic.card(NotNeededCard)
    press(card, "Take off")
    assert card.isVisible()
    card.reason.set_value("given in the room")
    press(card, "Take off")
    assert len(page.table.records()) == before - 1


def test_the_front_desk_prints_and_sees_no_clinical_gap(clinic: SampleClinic, lp: Path) -> None:
    page = letters(clinic, "front desk")
    tick(page, 1)
    page.print_ticked()
    assert len(titles(lp)) == 1
    assert page._known is not None
    assert all(each.missing == ("signature",) for each in page._known.unfinished)


def test_an_ordered_handout_stands_on_the_list_until_it_is_printed_from_its_preview(
    clinic: SampleClinic, lp: Path
) -> None:
    block: Block = clinic.chart("marsh eleanor").blocks[0]
    clinic.do(order_handout, HandoutOrder(block.id, HandoutKind.DIARY, "en"))
    page = letters(clinic)
    row = next(row for row in page.table.records() if row.about.kind is HandoutKind.DIARY)
    opened: list[tuple[PatientPaper, Key]] = []
    page.open_paper.connect(lambda paper, key: opened.append((paper, key)))
    page._open(row)
    ((paper, key),) = opened
    assert key == row.key
    preview = PaperPreview(clinic.session, clinic.window, paper, clinic.settings)
    preview.listed = key
    clinic.window.open(preview, preview.title())
    preview.print_on("Front desk", 1)
    assert key not in {item.key for item in clinic.do(print_list).waiting}


def test_who_received_a_packet_has_received_every_paper_in_it(clinic: SampleClinic, tmp_path: Path) -> None:
    packet = clinic.do(make_packet, signed_letter(clinic).id)
    preview = PaperPreview(clinic.session, clinic.window, packet, clinic.settings)
    clinic.window.open(preview, preview.title())
    QApplication.processEvents()
    preview.save_as(tmp_path / preview.file_name())
    asking = clinic.card(GivenCard)
    asking.fields.to.set_value(PATIENT)
    asking.fields.how.set_value(HowSent.HANDED)
    press(asking, "Record")
    received = clinic.do(dispatch_of, packet.patient_id).receipts
    assert len([each for each in received if each.to == PATIENT]) == len(packet.papers)


def test_words_filter_the_list(seen: SampleClinic) -> None:
    page = letters(seen)
    seen.hands().key("ctrl+f")
    page.words.set_value("marsh PN-")
    page._show_rows()
    assert {row.patient.family for row in page.table.records()} == {"Marsh"}
    page.words.set_value("nobody at all")
    page._show_rows()
    assert page.nothing_said() == "Nothing here has these words."


def test_papers_are_saved_under_their_numbers(clinic: SampleClinic, tmp_path: Path) -> None:
    page = letters(clinic)
    tick(page, 2)
    out = tmp_path / "out"
    out.mkdir()
    page.save_into(out, [item.key for item in page.ticked()])
    numbers = {item.number for item in page.ticked()}
    assert {path.stem for path in out.iterdir()} == numbers


def test_without_a_printer_it_says_what_to_do(seen: SampleClinic) -> None:
    page = letters(seen)
    page._printer = Printer("")
    tick(page, 1)
    page.print_ticked()
    assert "no printer" in page.notice.text()


def test_the_preview_shows_the_frozen_paper_and_locking_clears_it(seen: SampleClinic, qtbot: object) -> None:
    page = letters(seen)
    page.preview._read()
    QApplication.processEvents()
    assert page.preview.pages.count() >= 1
    seen.window.about_to_lock.emit()
    assert page.preview.pages.count() == 0
    assert page.table.records() == []


def test_the_printer_card_says_that_there_is_none(seen: SampleClinic) -> None:
    card = PrinterCard(seen.window, seen.settings)
    card.open()
    press(card, "Cancel")
    assert seen.settings.get(BOTH_SIDES) is False


def test_while_nothing_is_read_yet_no_act_is_offered(seen: SampleClinic) -> None:
    preview = LetterPreview(seen.session)
    assert all(act.isHidden() for act in preview.acts.values())
    preview.deleteLater()
