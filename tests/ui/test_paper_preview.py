"""A paper on screen: exactly the frozen bytes, printed and saved with a note, and gone when locked."""

import sys
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.documents.make import Made
from mbb_desktop.settings import PRINTER
from mbb_desktop.storage.audit import recent
from mbb_desktop.ui.locked_copy_card import LockedCopyCard
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.print_card import PrintCard
from mbb_desktop.workflow.issue_addendum import sign_addendum
from mbb_desktop.workflow.issue_paper import draft_note
from mbb_desktop.workflow.sample_people import PIN
from tests.ui.sample import SampleClinic, button, press

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="there is no lp")


def signed(clinic: SampleClinic) -> SignedDocument:
    return next(p for p in clinic.chart("marsh eleanor").papers if p.kind is PaperKind.PROCEDURE_NOTE)


def shown(clinic: SampleClinic, paper: bytes | Made | SignedDocument) -> PaperPreview:
    preview = PaperPreview(clinic.session, clinic.window, paper, clinic.settings)
    clinic.window.open(preview, preview.title())
    QApplication.processEvents()
    return preview


def test_a_signed_paper_is_shown_page_by_page_with_its_number_and_no_name(seen: SampleClinic) -> None:
    paper = signed(seen)
    preview = shown(seen, paper)
    assert preview.pages.count() == 2
    assert preview.page_words() == "Page 1 of 2"
    assert preview.pages.has_pictures()
    assert seen.events()[0] == "paper opened"
    assert preview.title() == f"Procedure note {paper.number}"
    assert preview.file_name() == f"{paper.number}.pdf"
    assert "Marsh" not in preview.title() + preview.file_name()


def test_a_saved_file_is_the_frozen_paper_and_is_noted(clinic: SampleClinic, tmp_path: Path) -> None:
    paper = signed(clinic)
    shown(clinic, paper).save_as(tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == paper.pdf
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["out.pdf"]
    assert clinic.events()[0] == "paper saved as a file"


def test_a_paper_that_leaves_without_its_addendum_says_so(clinic: SampleClinic, tmp_path: Path) -> None:
    paper = signed(clinic)
    added = clinic.do(sign_addendum, paper.id, "The right side was rested.", "said on the phone", PIN)
    preview = shown(clinic, paper)
    preview.print_paper()
    asking = clinic.card(PrintCard)
    assert added.number in asking.left_out.text()
    asking.reject()
    preview.save_as(tmp_path / "out.pdf")
    assert clinic.window.messages._toast.text().endswith(added.number)


def test_a_file_that_cannot_be_written_is_explained(clinic: SampleClinic, tmp_path: Path) -> None:
    preview = shown(clinic, signed(clinic))
    preview.save_as(tmp_path / "no such folder" / "out.pdf")
    assert "could not be used" in preview.said()
    assert clinic.events()[0] == "paper opened"


@posix_only
def test_a_printed_paper_is_noted_and_the_printer_remembered(
    clinic: SampleClinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lp").write_text("#!/bin/sh\ncat > /dev/null\n")
    (tmp_path / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    preview = shown(clinic, signed(clinic))
    preview.print_on("Front desk", 1)
    assert clinic.events()[0] == "paper printed"
    assert clinic.settings.get(PRINTER) == "Front desk"
    assert button(preview, "Print").isEnabled()


@posix_only
def test_a_failed_print_is_explained_and_noted_as_failed(
    clinic: SampleClinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lp").write_text("#!/bin/sh\necho 'lp: out of paper' >&2\nexit 1\n")
    (tmp_path / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    preview = shown(clinic, signed(clinic))
    preview.print_on("Front desk", 1)
    assert preview.said() == "Front desk did not take the paper (out of paper). Check it, then print again."
    assert clinic.events()[0] == "paper not printed"


def test_a_draft_says_so_and_leaves_no_print_note(seen: SampleClinic, tmp_path: Path) -> None:
    pdf = seen.do(draft_note, seen.block("torres").id)
    preview = shown(seen, pdf)
    assert preview.title() == "Draft, not signed"
    assert preview.file_name() == "draft.pdf"
    (lock,) = (b for b in preview.findChildren(Button) if b.accessibleName() == "Locked copy")
    assert lock.isHidden()
    before = seen.events()
    preview.save_as(tmp_path / "draft.pdf")
    assert seen.events() == before


def test_zooming_and_scrolling_change_what_is_seen_and_locking_lets_the_pages_go(seen: SampleClinic) -> None:
    preview = shown(seen, signed(seen))
    fitted = preview.pages.zoom()
    seen.hands().key("ctrl+-")
    assert preview.pages.zoom() < fitted
    seen.hands().key("ctrl+0")
    assert preview.pages.zoom() == fitted
    bar = preview.view._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert preview.page_words() == "Page 2 of 2"
    seen.window.about_to_lock.emit()
    assert not preview.pages.has_pictures()
    assert preview.pages.count() == 0


def test_bytes_that_are_no_paper_are_explained(seen: SampleClinic) -> None:
    assert "cannot be shown" in shown(seen, b"junk").said()


def test_a_locked_copy_is_saved_with_a_password_that_nobody_keeps(
    clinic: SampleClinic, tmp_path: Path
) -> None:
    password = "violet otter ladder brine"
    preview = shown(clinic, signed(clinic))
    press(preview, "Locked copy")
    card = clinic.card(LockedCopyCard)
    chosen: list[str] = []
    card.chosen.disconnect()
    card.chosen.connect(chosen.append)
    QTest.keyClicks(card.password.first.line, password)
    press(card, "Choose where")
    assert chosen == []
    QTest.keyClicks(card.password.second.line, password)
    press(card, "Choose where")
    assert chosen == [password]
    place = tmp_path / "copy.pdf"
    preview.save_locked(password, place)
    with pypdfium2.PdfDocument(place, password=password) as document:
        assert len(document) > 0
    assert clinic.events()[0] == "paper saved as a locked copy"
    with clinic.vault.store.look() as look:
        assert all(b"otter" not in event.detail for event in recent(look.connection))
