"""Codes become phrases while somebody types, in one step to undo; an unknown one stays as typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.phrase_book import Phrase
from mbb_desktop.ui import phrase_keys
from mbb_desktop.ui.editors import LongTextEditor, TextEditor
from mbb_desktop.ui.keys_card import KeysCard
from mbb_desktop.ui.settings_page import SettingsPage
from mbb_desktop.ui.settings_phrases import PhraseSettings
from mbb_desktop.ui.side_doors import SideDoors
from mbb_desktop.workflow.keep_phrases import phrase_shelf
from tests.ui.editing import Scene, editing
from tests.ui.sample import SampleClinic, press

BOOK = {".lbp": "low back pain,\nfor years"}


@pytest.fixture(autouse=True)
def book() -> Iterator[None]:
    phrase_keys.use(BOOK)
    yield
    phrase_keys.use({})


def test_space_and_tab_expand_in_a_field_of_several_lines(qtbot: QtBot) -> None:
    editor = LongTextEditor()
    qtbot.addWidget(editor)
    QTest.keyClicks(editor.area, "known .lbp .xyz ")
    assert editor.text() == "known low back pain,\nfor years .xyz "
    QTest.keyClicks(editor.area, ".lbp")
    QTest.keyClick(editor.area, Qt.Key.Key_Tab)
    assert editor.text().endswith(".xyz low back pain,\nfor years")
    editor.area.undo()
    assert editor.text().endswith(".xyz .lbp")


def test_a_line_takes_the_phrase_as_one_line_and_undoes_it(qtbot: QtBot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    edits: list[None] = []
    editor.edited.connect(lambda: edits.append(None))
    QTest.keyClicks(editor.line, "a .LBP")
    before = len(edits)
    QTest.keyClick(editor.line, Qt.Key.Key_Space)
    assert editor.text() == "a low back pain, for years "
    assert len(edits) > before
    editor.line.undo()
    assert editor.text() == "a .LBP"


def test_a_phrase_that_finds_no_room_stays_a_code(qtbot: QtBot) -> None:
    editor = TextEditor(max_length=10)
    qtbot.addWidget(editor)
    QTest.keyClicks(editor.line, ".lbp ")
    assert editor.text() == ".lbp "


def test_in_the_record_the_phrase_is_a_step_of_its_own(tmp_path: Path) -> None:
    with editing(tmp_path, Scene()) as at:
        phrase_keys.use(BOOK)
        at.charted()
        line = at.editor.work.time_out.reason.editor.inputs()[0]
        QTest.keyClicks(line, ".lbp ")
        assert at.editor.draft.block.levels_reason == "low back pain, for years"
        at.editor.draft.undo()
        assert at.editor.draft.block.levels_reason == ".lbp"


def test_typed_phrases_are_kept_when_settings_are_left(clinic: SampleClinic) -> None:
    settings = clinic.page(lambda: SettingsPage(clinic.session, clinic.window, clinic.settings))
    page = settings.show_section("phrases")
    assert isinstance(page, PhraseSettings)
    page.rows.add_row(Phrase(".nap", "takes a nap"))
    clinic.open_chart("Haddad")
    assert clinic.do(phrase_shelf).own == (Phrase(".nap", "takes a nap"),)
    clinic.window.back()
    page.rows.add_row(Phrase(".half", ""))
    assert page.is_unfinished()
    settings.show_section("about")
    assert "text is missing" in clinic.window.messages._toast.text()
    settings.show_section("phrases")
    assert page.rows.value()[-1] == Phrase(".half", "")  # said to be not saved, and still typed
    page.rows.set_value(())
    settings.leaving()
    assert clinic.do(phrase_shelf).own == ()


def test_own_phrases_are_saved_and_work_at_once(clinic: SampleClinic, tmp_path: Path) -> None:
    doors = SideDoors(clinic.window, clinic.session, clinic.window)
    doors.offer(sample=True)
    page = clinic.page(lambda: PhraseSettings(clinic.session, clinic.window))
    page.rows.add_row(Phrase(".slp", "pain on the left"))
    press(page, "Save")
    assert "“left” is a side" in page.notice.text()
    page.rows.set_value((Phrase(".slp", "sleeps well"),))
    press(page, "Save")
    assert page.notice.text() == ""
    QTest.keyClicks(page.trial.area, ".slp ")
    assert page.trial.text() == "sleeps well "
    file = tmp_path / "phrases.csv"
    page.write_file(file)
    page.rows.set_value(())
    page.read_file(file)
    assert page.rows.value() == (Phrase(".slp", "sleeps well"),)
    keys = KeysCard(clinic.window, None, [])
    assert {"sleeps well"} <= {label.text() for label in keys.findChildren(QLabel)}
    keys.deleteLater()
    assert phrase_keys.book() == {".slp": "sleeps well"}
    clinic.window.lock()
    assert phrase_keys.book() == {}
