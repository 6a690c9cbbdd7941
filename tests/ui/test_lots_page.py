"""The page of lots: typed, found, opened, and saved by who may."""

from dataclasses import replace

from PySide6.QtTest import QTest

from mbb_desktop.clinical.block import Drug, DrugUse
from mbb_desktop.storage.lots import LotQuery
from mbb_desktop.ui.editors import DateEditor, TextEditor
from mbb_desktop.ui.export_card import ExportCard
from mbb_desktop.ui.lots_page import LotsPage
from mbb_desktop.workflow.find_lots import find_lots
from mbb_desktop.workflow.record_block import begin, save_draft
from tests.ui.sample import SampleClinic, button, press


def given(clinic: SampleClinic, words: str, lot: str) -> None:
    block = clinic.do(begin, clinic.block(words))
    clinic.do(save_draft, block, replace(block, drugs=(Drug(DrugUse.TARGET, "bupivacaine", lot=lot),)))


def type_lot(page: LotsPage, lot: str) -> None:
    editor = page.form.field("lot").editor
    assert isinstance(editor, TextEditor)
    editor.line.selectAll()
    QTest.keyClicks(editor.line, f"{lot}\r")


def test_a_lot_is_typed_and_leads_to_the_chart(clinic: SampleClinic) -> None:
    given(clinic, "haddad", "QX-77")
    page = clinic.page(lambda: LotsPage(clinic.session, clinic.window))
    opened: list[object] = []
    page.open_chart.connect(opened.append)
    press(page, "Search")
    assert page.notice.text() == "Type a lot or a drug, or tick one of the last two."
    type_lot(page, "qx7")
    assert page.said() == "1 patient, 1 use."
    assert page.notice.text() == ""
    QTest.keyClicks(page.table, "\r")
    assert opened == [clinic.patient("haddad").id]
    press(page, "Export")
    assert clinic.card(ExportCard)
    clinic.card(ExportCard).dismiss()
    days = page.form.field("first").editor
    assert isinstance(days, DateEditor)
    days.line.setText("sometime")
    type_lot(page, "nothing")
    assert page.said() == "1 patient, 1 use."
    days.line.clear()
    type_lot(page, "nothing")
    assert page.said() == "Nobody received what you are looking for."


def test_uses_without_a_lot_are_told_and_shown(clinic: SampleClinic) -> None:
    given(clinic, "haddad", "QX-77")
    page = clinic.page(lambda: LotsPage(clinic.session, clinic.window))
    type_lot(page, "qx")
    told, found = page.without.text(), clinic.do(find_lots, LotQuery("bupivacaine", unrecorded=True))
    assert told == f"{len(found.uses)} uses of bupivacaine have no lot recorded: each may be of any lot."
    press(page, "Show them")
    assert tuple(page.table.records()) == found.uses
    assert page.without.isHidden()


def test_a_nurse_searches_and_saves_nothing(clinic: SampleClinic) -> None:
    given(clinic, "haddad", "QX-77")
    clinic.sign_in("nurse")
    page = clinic.page(lambda: LotsPage(clinic.session, clinic.window))
    type_lot(page, "QX")
    assert len(page.table.records()) == 1
    assert page.export.isHidden()
    assert button(page, "Search").isEnabled()
