"""A tool tip shows what was typed, whatever it looks like."""

import pytest
from PySide6.QtGui import Qt, QTextDocument
from pytestqt.qtbot import QtBot

from mbb_desktop.ui.elided import ElidedLabel
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.tool_tip import plain_tip

TYPED = ("<img src='/etc/hostname'>", "<b>M</b> Diaz", "BP <120 & stable", "&lt;b&gt;", "plain")


@pytest.mark.parametrize("text", TYPED, ids=range(len(TYPED)))
def test_markup_is_shown_as_typed(text: str) -> None:
    tip = plain_tip(text)
    shown = QTextDocument()
    if Qt.mightBeRichText(tip):
        shown.setHtml(tip)
    else:
        shown.setPlainText(tip)
    assert shown.toPlainText() == text


def test_words_that_do_not_fit_are_a_tool_tip_without_markup(qtbot: QtBot) -> None:
    label = ElidedLabel("<img src='/etc/hostname'> and more")
    qtbot.addWidget(label)
    label.resize(20, 20)
    label.show()
    assert label.toolTip() == "<qt>&lt;img src=&#x27;/etc/hostname&#x27;&gt; and more</qt>"


def test_a_quiet_button_says_what_it_is_called(qtbot: QtBot) -> None:
    button = Button("Remove <b>M. Diaz</b>", "quiet", "trash-2")
    qtbot.addWidget(button)
    assert button.toolTip() == "<qt>Remove &lt;b&gt;M. Diaz&lt;/b&gt;</qt>"
