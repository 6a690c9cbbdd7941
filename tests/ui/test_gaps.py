"""A character that cannot be printed is said before printing, saving and signing, and accepted knowingly."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.people import Clinic
from mbb_desktop.documents.make import Made
from mbb_desktop.storage.audit import recent
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.print_card import PrintCard
from mbb_desktop.ui.sign_card import SignCard
from mbb_desktop.workflow.issue_paper import draft_note
from mbb_desktop.workflow.keep_clinic import clinic as the_clinic
from mbb_desktop.workflow.keep_clinic import save_clinic
from tests.ui.editing import Editing, Scene, editing
from tests.ui.rooms import PIN
from tests.ui.sample import SampleClinic, button, let_go, press

BIRD = "\U00013171"
SAID = f"The field “clinic, address” holds a character that cannot be printed: {BIRD} (U+13171)."


@pytest.fixture
def gap(clinic: SampleClinic) -> PaperPreview:
    """The draft of a note under a letterhead with a gap."""
    clinic.do(save_clinic, replace(clinic.do(the_clinic), address=f"1 {BIRD} Street"))
    return shown(clinic, clinic.do(draft_note, clinic.block("torres").id))


def shown(clinic: SampleClinic, paper: Made | bytes) -> PaperPreview:
    preview = PaperPreview(clinic.session, clinic.window, paper, clinic.settings)
    clinic.window.open(preview, preview.title())
    QApplication.processEvents()
    return preview


def test_a_paper_without_gaps_says_nothing(clinic: SampleClinic) -> None:
    preview = shown(clinic, clinic.do(draft_note, clinic.block("torres").id))
    assert preview.gaps.text() == ""
    preview.print_paper()
    assert clinic.card(PrintCard).gaps.text() == ""


def test_printing_and_saving_a_paper_with_gaps_ask_first(clinic: SampleClinic, gap: PaperPreview) -> None:
    assert gap.gaps.text().startswith(SAID)
    assert gap.gaps.isVisible()
    press(gap, "Save as PDF")
    (asking,) = clinic.cards()
    assert isinstance(asking, DialogCard)
    press(asking, "Cancel")
    assert gap.findChildren(QFileDialog) == []
    let_go()
    press(gap, "Save as PDF")
    assert gap.findChildren(QFileDialog) == []
    (asking,) = clinic.cards()
    press(asking, "Save with the gaps")
    (dialog,) = gap.findChildren(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "draft.pdf"
    dialog.close()
    let_go()
    gap.print_paper()
    card = clinic.card(PrintCard)
    assert card.gaps.text().startswith(SAID)
    chosen: list[object] = []
    card.chosen.connect(lambda *_: chosen.append(1))
    clinic.window.activateWindow()
    clinic.hands().key("enter")
    assert chosen == []


def test_a_frozen_paper_says_on_which_page_it_has_gaps(clinic: SampleClinic, gap: PaperPreview) -> None:
    preview = shown(clinic, gap._pdf)
    assert preview.gaps.text().endswith("stands for each: page 1, 2.")


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Editing]:
    with editing(tmp_path, Scene(charted=True)) as opened:
        with opened.desk().change("clinic changed") as change:
            change.save(replace(change.all(Clinic)[0], address=f"1 {BIRD} Street"))
        yield opened


def test_a_paper_with_gaps_is_not_signed_before_they_are_accepted(at: Editing) -> None:
    at.keys("ctrl+enter", PIN, "enter")
    card = at.window.findChild(SignCard)
    assert card is not None
    assert card.unprintable is not None
    assert card.unprintable.notice.text().startswith(SAID)
    assert at.stored().state is BlockState.DRAFT
    card.pin.field.line.setText(PIN)
    button(card, "Sign and lock").click()
    assert at.stored().state is BlockState.DRAFT
    card.unprintable.box.setChecked(True)
    button(card, "Sign and lock").click()
    assert at.stored().state is BlockState.SIGNED
    with at.desk().store.look() as look:
        signed = next(event for event in recent(look.connection) if event.event == "note signed")
    assert "clinic, address" in str(signed)
