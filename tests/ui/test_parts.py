"""Buttons, boxes and notices: what they say and where they can be hit."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.parts import Button, CheckBox, Notice, card, clear, line, section_title

from .hands import click


def test_a_button_names_its_shortcut_but_is_called_by_its_verb(qtbot: QtBot) -> None:
    button = Button("Print", hint="Ctrl P")
    qtbot.addWidget(button)
    assert button.text() == "Print   Ctrl P"
    assert button.accessibleName() == "Print"


def test_a_quiet_button_has_a_name_and_a_tip(qtbot: QtBot) -> None:
    button = Button("Back", "quiet", "arrow-left", "Esc")
    qtbot.addWidget(button)
    assert (button.text(), button.accessibleName(), button.toolTip()) == ("", "Back", "Back  Esc")


def test_an_ampersand_in_a_name_is_no_shortcut(qtbot: QtBot) -> None:
    button = Button("Vance & Imai")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()


def test_a_box_is_ticked_anywhere_in_its_row(qtbot: QtBot) -> None:
    box = CheckBox("Full name")
    qtbot.addWidget(box)
    box.resize(400, 30)
    for place in (QPoint(8, 15), QPoint(200, 15), QPoint(395, 4)):
        before = box.isChecked()
        click(box, place)
        assert box.isChecked() is not before


def test_a_notice_without_words_is_not_there(qtbot: QtBot) -> None:
    notice = Notice("Nothing to print.")
    qtbot.addWidget(notice)
    notice.show_text("")
    assert notice.isHidden()


def test_targets_are_large_enough(qtbot: QtBot) -> None:
    for widget in (Button("Call"), Button("Close", "quiet", "x"), Button("All", "link"), CheckBox("Latex")):
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() >= 24
        assert widget.sizeHint().width() >= 24


def test_a_card_has_its_title_for_screen_readers(qtbot: QtBot) -> None:
    block_list = card("Block list", "9 patients")
    qtbot.addWidget(block_list)
    assert block_list.accessibleName() == "Block list"


def test_clearing_a_layout_removes_everything(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row, inner = line(holder), line()
    inner.addWidget(section_title("MARSH, Eleanor"))
    row.addLayout(inner)
    clear(row)
    qtbot.waitUntil(lambda: not holder.findChildren(QWidget))
    assert row.count() == 0
