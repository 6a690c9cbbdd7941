"""Scans in a chart: added after a look whose they are, looked at, pointed at, struck, sent along."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mbb_desktop.clinical.enclosure import Described, Enclosure, EnclosureKind, SideMarker, View
from mbb_desktop.clinical.handout import diary_code
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.documents.packet import pages_in
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.enclosure_page import EnclosurePage
from mbb_desktop.ui.packet_card import PacketCard
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.strike_card import StrikeCard
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.keep_enclosures import (
    PaperRead,
    add_enclosure,
    enclosure_choices,
    enclosures_of,
    read_paper,
    strike_enclosure,
)
from mbb_desktop.workflow.make_packet import NotEnclosed, make_packet
from mbb_desktop.workflow.merge_patients import merge_patients
from tests.documents.reading import text_of
from tests.interop import paper_files as files
from tests.ui.conftest import NOW
from tests.ui.sample import SampleClinic, press
from tests.ui.test_merge_card import WHY, twin_of
from tests.ui.test_packet_card import sign_for_payer

STUDIED = date(2026, 9, 2)
"""When the sample's MRI was."""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place: Path = tmp_path_factory.mktemp("papers") / "paper.pdf"
    place.write_bytes(files.pdf(2))
    return place


@pytest.fixture(scope="module")
def scanned(paper: Path) -> PaperRead:
    """The paper after a process of its own has read it."""
    return read_paper(paper)


@pytest.fixture
def page(clinic: SampleClinic, scanned: PaperRead) -> EnclosurePage:
    """A paper is looked at; nothing is said of it yet."""
    choices = clinic.do(enclosure_choices, clinic.patient("marsh eleanor").id)
    shown = EnclosurePage(clinic.session, clinic.window, choices)
    clinic.window.open(shown, shown.title(), banner=shown.banner(), wide=True)
    shown.show_read(scanned)
    return shown


def kept(clinic: SampleClinic, scanned: PaperRead, **said: object) -> Enclosure:
    """A scan, without the window."""
    patient = clinic.patient("marsh eleanor")
    described = Described(patient.id, **{"kind": EnclosureKind.MRI_REPORT, "dated": STUDIED, **said})  # type: ignore[arg-type]
    return clinic.do(add_enclosure, described, scanned.scan, identified=True)


def scans(clinic: SampleClinic) -> tuple[Enclosure, ...]:
    return clinic.do(enclosures_of, clinic.patient("marsh eleanor").id).papers


def choose(page: EnclosurePage, **said: object) -> None:
    for name, value in said.items():
        editor = page.form.editor(name)
        editor.set_value(value)
        editor.edited.emit()


def test_a_scan_is_added_after_a_look_whose_it_is(clinic: SampleClinic, paper: Path) -> None:
    chart = clinic.open_chart("marsh eleanor")
    chart.show_tab("papers")
    press(chart, "Add a scan")
    page = clinic.window.shown()
    assert isinstance(page, EnclosurePage)
    page.read_file(paper)
    assert page.view.page_words() == "Page 1 of 2"
    choose(page, kind=EnclosureKind.MRI_REPORT, dated=STUDIED, sender="Harbor Imaging")
    press(page, "Keep this paper")
    assert "then tick the box" in page.said()
    assert scans(clinic) == ()
    page.same.click()
    assert page.same.isChecked()
    page.read_file(paper)
    assert not page.same.isChecked(), "another file takes the tick back"
    page.same.click()
    press(page, "Keep this paper")
    (found,) = scans(clinic)
    assert (found.named, found.sender, found.pages) == ("MRI report of 02-Sep-2026", "Harbor Imaging", 2)
    assert clinic.window.shown() is chart
    assert [each.id for each in chart.scans.table.records()] == [found.id]
    assert clinic.events()[0] == "enclosure added"


def test_two_identifiers_and_the_twin_stand_beside_the_pages(page: EnclosurePage) -> None:
    said = " ".join(label.text() for label in page.findChildren(QWidget) if hasattr(label, "text"))
    for words in ("MARSH, Eleanor", "Born 14-Mar-1961", "MRN 004 1187", "Nearly the same name: MARSH, Elena"):
        assert words in said


def test_only_an_image_is_asked_for_its_view_and_what_is_missing_is_said_there(
    clinic: SampleClinic, page: EnclosurePage
) -> None:
    assert page.form.field("view").isHidden()
    choose(page, kind=EnclosureKind.FLUOROSCOPY_IMAGE)
    assert not page.form.field("view").isHidden()
    choose(page, kind=EnclosureKind.CONSENT)
    assert page.form.field("view").isHidden()
    choose(page, kind=EnclosureKind.FLUOROSCOPY_IMAGE)
    page.same.click()
    page.keep()
    assert page.form.field("view").is_wrong()
    assert page.form.field("marker").is_wrong()
    choose(page, view=View.LATERAL, marker=SideMarker.LEFT)
    page.keep()
    assert scans(clinic)[0].named == "fluoroscopy image, lateral, L marker, undated"


def test_a_block_is_chosen_in_place_of_a_complaint(clinic: SampleClinic, page: EnclosurePage) -> None:
    block = clinic.block("marsh eleanor")
    choose(page, kind=EnclosureKind.PAIN_DIARY, block_id=block.id)
    assert page.form.field("course_id").isHidden()
    page.same.click()
    page.keep()
    assert (scans(clinic)[0].block_id, scans(clinic)[0].course_id) == (block.id, block.course_id)


def test_a_file_that_cannot_be_taken_is_refused_in_words_and_what_is_left_behind_is_said(
    page: EnclosurePage, tmp_path: Path
) -> None:
    bad, script = tmp_path / "bad.pdf", tmp_path / "script.pdf"
    bad.write_bytes(b"MZ")
    page.read_file(bad)
    assert page.said().startswith("Only PDF, PNG, JPEG and TIFF can be added.")
    assert page.view.pages.count() == 0
    page.read_file(tmp_path / "gone.pdf")
    assert "No such file" in page.said()
    script.write_bytes(files.pdf(1, files.with_script))
    page.read_file(script)
    assert page.left_behind() == "Not kept from this file: commands that run when it is opened."


def test_pages_are_turned_and_zoomed_with_keys(clinic: SampleClinic, page: EnclosurePage) -> None:
    clinic.window.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.view.page_words() == "Page 2 of 2"
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert page.view.page_words() == "Page 1 of 2"
    before = page.view.zoom_words()
    page.view.larger()
    assert page.view.zoom_words() != before
    page.view.fit_width()
    assert page.view.zoom_words() == before


def test_leaving_with_an_open_paper_asks_first_and_locking_lets_the_pages_go(
    clinic: SampleClinic, page: EnclosurePage, scanned: PaperRead
) -> None:
    for let_go in (page.discard, clinic.window.about_to_lock.emit):
        page.show_read(scanned)
        assert page.is_unfinished()
        let_go()
        assert not page.is_unfinished()
        assert page.view.pages.count() == 0


def drop(onto: QWidget, *places: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(place)) for place in places])
    action, button, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(onto, QDragEnterEvent(QPoint(9, 9), action, carried, button, held))
    QApplication.sendEvent(onto, QDropEvent(QPointF(9, 9), action, carried, button, held))


def test_one_file_dropped_onto_the_chart_is_looked_at(clinic: SampleClinic, paper: Path) -> None:
    chart = clinic.open_chart("marsh eleanor")
    drop(chart, paper, paper)
    assert clinic.window.shown() is chart
    drop(chart, paper)
    shown = clinic.window.shown()
    assert isinstance(shown, EnclosurePage)
    assert shown.view.page_words() == "Page 1 of 2"
    assert scans(clinic) == ()
    drop(shown, paper, paper)
    assert "one file at a time" in shown.said()


def test_a_scan_is_opened_printed_and_saved_with_a_line_each(
    clinic: SampleClinic, scanned: PaperRead, tmp_path: Path
) -> None:
    found = kept(clinic, scanned)
    chart = clinic.open_chart("marsh eleanor")
    chart.scans.opened.emit(found)
    preview = clinic.window.shown()
    assert isinstance(preview, PaperPreview)
    assert preview.page_words() == "Page 1 of 2"
    preview.save_as(tmp_path / preview.file_name())
    assert (tmp_path / preview.file_name()).name.startswith("scan-MRI-report-")
    assert clinic.events()[:2] == ["enclosure saved as a file", "enclosure opened"]


def test_a_scan_is_marked_as_entered_in_error_with_a_reason(clinic: SampleClinic, scanned: PaperRead) -> None:
    kept(clinic, scanned)
    chart = clinic.open_chart("marsh eleanor")
    chart.show_tab("papers")
    press(chart.scans, "Entered in error")
    card = clinic.card(StrikeCard)
    press(card, "Mark as entered in error")
    assert card.isVisible()
    QTest.keyClicks(card.reason.line, "of another patient")
    press(card, "Mark as entered in error")
    (found,) = scans(clinic)
    assert found.struck is not None
    assert found.struck.reason == "of another patient"
    assert chart.scans.strike.isHidden()
    assert clinic.events()[0] == "enclosure entered in error"


def test_the_front_desk_adds_and_opens_scans_and_the_mark_is_for_who_added_or_signs(
    clinic: SampleClinic, scanned: PaperRead
) -> None:
    clinic.sign_in("front desk")
    found = kept(clinic, scanned)
    chart = clinic.open_chart("marsh eleanor")
    assert [each.id for each in chart.scans.table.records()] == [found.id]
    clinic.sign_in("nurse")
    chart = clinic.open_chart("marsh eleanor")
    chart.show_tab("papers")
    assert chart.scans.strike.isHidden()
    clinic.sign_in("manager")
    with pytest.raises(NotAllowed):
        scans(clinic)


# The code of a diary


def coded(page: EnclosurePage, *codes: str) -> None:
    """The page shows a paper with these QR codes."""
    assert page.paper is not None
    page.show_read(replace(page.paper, scan=replace(page.paper.scan, codes=codes)))


def test_the_code_of_a_diary_proposes_its_block_and_warns_of_another_patients(
    clinic: SampleClinic, page: EnclosurePage
) -> None:
    block = clinic.block("marsh eleanor")
    coded(page, diary_code(UUID(int=7)))
    assert page.code_words() == "Its QR code is of no block in this chart. Look whose diary this is."
    coded(page)
    assert page.code_words() == ""
    coded(page, "WIFI:S:guests;;", diary_code(block.id))
    assert page.code_words().startswith("By its QR code this is the diary of the block 23-Nov-2026")
    assert page.form.record().block_id is None
    press(page, "Take this block")
    said = page.form.record()
    assert (said.kind, said.block_id) == (EnclosureKind.PAIN_DIARY, block.id)
    assert not page.same.isChecked()


# Criteria and packet


def pointed_at(chart: ChartPage) -> dict[str, str]:
    """The scans that criteria point at, by the id of the rule."""
    found = {}
    for line in chart.readiness.findings.lines():
        buttons = [b.accessibleName() for b in line.findChildren(QWidget) if "Scan: " in b.accessibleName()]
        if buttons:
            found[line.finding.rule_id] = buttons[0]
    return found


def test_criteria_point_at_the_reports_and_diaries_that_show_them(
    clinic: SampleClinic, scanned: PaperRead
) -> None:
    kept(clinic, scanned)
    diary = replace(scanned, scan=replace(scanned.scan, source_sha256=bytes(32)))
    kept(clinic, diary, kind=EnclosureKind.PAIN_DIARY, block_id=clinic.block("marsh eleanor").id)
    chart = clinic.open_chart("marsh eleanor")
    chart.show_tab("readiness")
    found = pointed_at(chart)
    assert found["IND-5"] == "Scan: MRI report of 02-Sep-2026"
    assert found["ASM-1"] == "Scan: pain diary of 02-Sep-2026"
    assert "IND-2" not in found
    line = next(each for each in chart.readiness.findings.lines() if each.finding.rule_id == "IND-5")
    press(line, "Scan: MRI report of 02-Sep-2026")
    assert isinstance(clinic.window.shown(), PaperPreview)


@pytest.fixture(scope="module")
def with_letter(
    sample_template: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> tuple[Path, SignedDocument]:
    """The sample clinic with a letter to the payer, closed."""
    folder = tmp_path_factory.mktemp("letter") / "vault"
    with SampleClinic.opened(sample_template, folder, NOW) as opened:
        return folder, sign_for_payer(opened.desk())


@pytest.fixture
def letter(with_letter: tuple[Path, SignedDocument]) -> SignedDocument:
    return with_letter[1]


@pytest.fixture
def sending(with_letter: tuple[Path, SignedDocument], tmp_path: Path) -> Iterator[SampleClinic]:
    """A clinic with that letter, for one test."""
    with SampleClinic.opened(with_letter[0], tmp_path / "sending", NOW) as opened:
        yield opened


def test_no_scan_goes_along_unless_it_is_ticked(
    sending: SampleClinic, letter: SignedDocument, scanned: PaperRead
) -> None:
    found = kept(sending, scanned)
    card = PacketCard(sending.session, sending.window, letter)
    made: list[object] = []
    card.made.connect(made.append)
    card.open()
    assert card.scans() == ()
    press_box(card, "MRI report of 02-Sep-2026, 2 pages")
    assert card.scans() == (found.id,)
    press(card, "Put it together")
    (packet,) = made
    assert packet.papers[-1] == ("MRI report of 02-Sep-2026", found.sha256.hex())  # type: ignore[attr-defined]


def press_box(card: PacketCard, words: str) -> None:
    box = next(box for box in card.boxes() if box.text() == words)
    box.click()


def test_a_criterion_leads_to_the_pages_of_its_report_and_to_none_of_another_day(
    sending: SampleClinic, letter: SignedDocument, scanned: PaperRead
) -> None:
    found = kept(sending, scanned)
    another = replace(scanned, scan=replace(scanned.scan, source_sha256=bytes(32)))
    older = kept(sending, another, dated=date(2025, 1, 7))
    packet = sending.do(make_packet, letter.id, scans=[found.id])
    without = text_of(sending.do(make_packet, letter.id, scans=[older.id]).pdf).replace("–", "-")
    alone = text_of(sending.do(make_packet, letter.id).pdf).replace("–", "-")
    assert shown_for(without, "IND-5") == shown_for(alone, "IND-5")
    last = pages_in(packet.pdf)
    shown = shown_for(text_of(packet.pdf).replace("–", "-"), "IND-5")
    assert shown == f"{shown_for(alone, 'IND-5')}, {last - 1}-{last}"


def shown_for(text: str, rule: str) -> str:
    """What stands in the last column of a criterion's row."""
    row = text.partition(f"{rule} ")[2]
    return row.partition(" Met ")[2].partition(" DX-1 ")[0]


def test_what_is_struck_or_of_another_patient_goes_into_no_packet(
    sending: SampleClinic, letter: SignedDocument, scanned: PaperRead
) -> None:
    struck = kept(sending, scanned)
    sending.do(strike_enclosure, struck, "of another patient")
    described = Described(sending.patient("marsh elena").id, EnclosureKind.CONSENT)
    other = sending.do(add_enclosure, described, scanned.scan, identified=True)
    for found in (struck, other):
        with pytest.raises(NotEnclosed):
            sending.do(make_packet, letter.id, scans=[found.id])
    card = PacketCard(sending.session, sending.window, letter)
    card.open()
    assert card.boxes() == []


def test_a_scan_of_the_merged_record_goes_into_the_packet_that_offers_it(
    sending: SampleClinic, letter: SignedDocument, scanned: PaperRead
) -> None:
    patient = sending.patient("marsh eleanor")
    twin = twin_of(sending, patient)
    described = Described(twin.id, EnclosureKind.MRI_REPORT, STUDIED)
    found = sending.do(add_enclosure, described, scanned.scan, identified=True)
    sending.do(merge_patients, patient, twin, WHY)
    assert scans(sending) == (found,)
    packet = sending.do(make_packet, letter.id, scans=[found.id])
    assert packet.papers[-1] == ("MRI report of 02-Sep-2026", found.sha256.hex())
