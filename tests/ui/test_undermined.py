"""A paper that rests on something entered in error: not ready, and printed with a reason."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.letters_rows import Shown, status_chip
from mbb_desktop.ui.packet_card import PacketCard
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.paper_standing import PaperStanding
from mbb_desktop.ui.print_card import PrintCard
from mbb_desktop.ui.sent_card import SentCard
from mbb_desktop.ui.undermined import DespiteCard
from mbb_desktop.workflow.issue_letter import letter_ready
from mbb_desktop.workflow.make_packet import make_packet
from mbb_desktop.workflow.mark_error import mark_in_error
from mbb_desktop.workflow.print_papers import order_packet
from mbb_desktop.workflow.sample_people import PIN
from tests.ui.conftest import NOW
from tests.ui.sample import SampleClinic, press
from tests.ui.test_letters_page import choose, letters, lp, signed_letter, titles

__all__ = ["lp"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no lp")
WHY = "Written for the wrong visit."


@pytest.fixture(scope="module")
def after_it_fell(sample_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Closed: a signed letter with its packet on the list, and its response that was entered in error."""
    folder: Path = tmp_path_factory.mktemp("fallen") / "vault"
    with SampleClinic.opened(sample_template, folder, NOW) as clinic:
        clinic.do(order_packet, signed_letter(clinic).id)
        response = next(p for p in clinic.chart("marsh eleanor").papers if p.kind is PaperKind.RESPONSE)
        clinic.do(mark_in_error, response.id, WHY, PIN)
    return folder


@pytest.fixture
def clinic(after_it_fell: Path, tmp_path: Path) -> Iterator[SampleClinic]:
    with SampleClinic.opened(after_it_fell, tmp_path / "vault", NOW) as opened:
        yield opened


def fallen(clinic: SampleClinic) -> tuple[SignedDocument, SignedDocument]:
    papers = clinic.chart("marsh eleanor").papers
    letter, response = (
        next(paper for paper in papers if paper.kind is kind)
        for kind in (PaperKind.RFA_LETTER, PaperKind.RESPONSE)
    )
    return letter, response


def test_the_list_shows_it_as_not_ready_and_ticks_it_for_nobody(clinic: SampleClinic) -> None:
    letter, response = fallen(clinic)
    page = letters(clinic)
    assert page.table.checked() == []
    page._on_select_all()
    assert letter.id not in {row.item.paper.id for row in page.table.checked() if row.item and row.item.paper}
    rows = [
        row for row in page.table.records() if row.item and row.item.paper and row.item.paper.id == letter.id
    ]
    assert [status_chip(row).text for row in rows] == ["Not ready", "Not ready"]  # the letter and its packet
    for shown, there in ((Shown.READY, False), (Shown.UNFINISHED, True)):
        page.shown.set_value(shown)
        page._show_rows()
        assert (rows[0].key in [row.key for row in page.table.records()]) is there
    choose(page, rows[0].key)
    said = page.preview.notice.text()
    assert f"It rests on diagnostic response {response.number}" in said
    assert WHY.rstrip(".") in said
    assert "Sign a new letter." in said


def test_it_is_printed_from_the_list_only_with_a_reason(clinic: SampleClinic, lp: Path) -> None:
    letter, _response = fallen(clinic)
    page = letters(clinic, "front desk")
    row = choose(
        page, next(row.key for row in page.table.records() if row.item and row.item.item_id == letter.id)
    )
    clinic.hands().key("ctrl+p")
    assert not (lp / "titles").exists()
    press(page.preview, "Print nevertheless")
    card = clinic.card(DespiteCard)
    card.go_on.click()
    assert card.isVisible()
    assert not (lp / "titles").exists()
    card.reason.set_value("for the complaint file")
    card.go_on.click()
    assert titles(lp) == [f"MBB {letter.number}"]
    choose(page, row.key)
    assert status_chip(row).text == "Not ready"
    press(page.preview, "Mark this one as sent")  # what was sent is recorded all the same
    assert clinic.card(SentCard)


def test_the_chart_warns_and_asks_for_the_reason(clinic: SampleClinic, lp: Path, tmp_path: Path) -> None:
    letter, response = fallen(clinic)
    preview = PaperPreview(clinic.session, clinic.window, letter, clinic.settings)
    clinic.window.open(preview, preview.title())
    QApplication.processEvents()
    assert response.number in preview.undermined.text()
    preview.print_paper()
    card = clinic.card(DespiteCard)
    card.reason.set_value("for the complaint file")
    card.go_on.click()
    assert clinic.card(PrintCard)
    clinic.card(PrintCard).chosen.emit("Front desk", 1)
    assert titles(lp) == [f"MBB {letter.number}"]
    preview._despite = "for the insurer"
    preview.save_as(tmp_path / "out.pdf")
    assert clinic.events()[0] == "paper saved as a file"


def test_it_is_saved_only_once_its_standing_is_known_and_never_without_a_reason(
    clinic: SampleClinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter, response = fallen(clinic)
    with monkeypatch.context() as patched:
        patched.setattr(PaperStanding, "look", lambda standing: None)  # the answer is still to come
        preview = PaperPreview(clinic.session, clinic.window, letter, clinic.settings)
        clinic.window.open(preview, preview.title())
        assert not any(each.isEnabled() for each in (preview._save, preview._print, preview._lock))
        for way in (preview.print_paper, preview.print_with_dialog, preview._on_save, preview._on_lock):
            way()
        assert not clinic.window.findChildren(DialogCard)
        assert clinic.events()[0] == "paper opened"
    preview.save_as(tmp_path / "out.pdf")  # it fell after the preview knew
    preview.save_locked("violet otter ladder brine", tmp_path / "locked.pdf")
    assert not [*tmp_path.glob("*.pdf")]
    assert response.number in preview.said()
    assert response.number in preview.undermined.text()  # it is read again, so that a reason can be given
    assert preview._save.isEnabled()


def test_packet_and_readiness_say_so_too(clinic: SampleClinic) -> None:
    letter, response = fallen(clinic)
    asking = PacketCard(clinic.session, clinic.window, letter)
    asking.open()
    assert response.number in asking.undermined.text()
    assert not asking.later.isEnabled()
    asking.reject()
    packet = clinic.do(make_packet, letter.id)
    preview = PaperPreview(clinic.session, clinic.window, packet, clinic.settings)
    assert response.number in preview.undermined.text()
    assert letter.course_id is not None
    assert list(clinic.do(letter_ready, letter.course_id).undermined) == [letter.id]
    chart = clinic.open_chart("marsh eleanor")
    shown = [chip.text for chip in chart.papers._chips(letter)]  # type: ignore[union-attr]  # chips only
    assert shown == ["Not ready"]
    preview.close()
