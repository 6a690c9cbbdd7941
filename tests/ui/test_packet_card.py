"""A letter to the payer from the chart, and the packet that goes out with it."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.people import CorrespondentKind
from mbb_desktop.storage.audit import recent
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.letter_card import LetterCard
from mbb_desktop.ui.packet_card import PacketCard
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.issue_addendum import sign_addendum
from mbb_desktop.workflow.issue_letter import LetterOrder, sign_letter
from mbb_desktop.workflow.keep_clinic import directory
from mbb_desktop.workflow.make_packet import LetterInError, NoLetter, make_packet
from mbb_desktop.workflow.mark_error import mark_in_error
from mbb_desktop.workflow.sample_people import PIN
from tests.documents.reading import pages_of, text_of
from tests.ui.sample import SampleClinic, press


@pytest.fixture
def chart(clinic: SampleClinic) -> ChartPage:
    shown = clinic.open_chart("marsh eleanor")
    shown.show_tab("readiness")
    return shown


def to_the_payer(clinic: SampleClinic, chart: ChartPage) -> LetterCard:
    press(chart.readiness, "Write the letter")
    card = clinic.card(LetterCard)
    clinic.hands().click(chosen(card, "Letter: Prior authorization"))
    return card


def chosen(card: LetterCard, name: str):  # type: ignore[no-untyped-def] # whichever widget has the name
    return next(each for each in card.form.editor("kind").inputs() if each.accessibleName() == name)


def signed(clinic: SampleClinic) -> SignedDocument:
    """A letter to the payer, without the window."""
    payer = next(e for e in clinic.do(directory) if e.kind is CorrespondentKind.PAYER)
    course = clinic.chart("marsh eleanor").courses[0].id
    return clinic.do(sign_letter, LetterOrder(course, payer, kind=PaperKind.AUTHORIZATION), PIN)


def test_a_letter_to_the_payer_goes_to_payers_only(clinic: SampleClinic, chart: ChartPage) -> None:
    card = to_the_payer(clinic, chart)
    assert {entry.kind for _, entry in card.entries()} == {CorrespondentKind.PAYER}
    assert not card.form.field("place_of_service").isHidden()
    clinic.hands().click(chosen(card, "Letter: Referral"))
    assert card.form.field("place_of_service").isHidden()
    assert len({entry.kind for _, entry in card.entries()}) > 1


def test_a_receiver_who_is_no_payer_is_let_go(clinic: SampleClinic, chart: ChartPage) -> None:
    press(chart.readiness, "Write the letter")
    card = clinic.card(LetterCard)
    card.recipient.set_value(next(k for k, e in card.entries() if e.kind is CorrespondentKind.RFA_PROVIDER))
    clinic.hands().click(chosen(card, "Letter: Prior authorization"))
    assert card.order().recipient is None


def test_what_the_payer_will_miss_is_said_before_signing(clinic: SampleClinic, chart: ChartPage) -> None:
    card = to_the_payer(clinic, chart)
    assert "tax number (TIN)" in card.payer_gaps()
    clinic.hands().click(chosen(card, "Letter: Referral"))
    assert card.payer_gaps() == ""


def test_the_letter_is_signed_and_its_packet_opened_printed_and_saved(
    clinic: SampleClinic, chart: ChartPage, tmp_path: Path
) -> None:
    card = to_the_payer(clinic, chart)
    card.recipient.set_value(card.entries()[0][0])
    card.form.editor("place_of_service").set_value("office")
    QTest.keyClicks(card.pin.field.line, PIN)
    press(card, "Sign the letter")
    preview = clinic.window.shown()
    assert isinstance(preview, PaperPreview)
    assert preview.title() == "Prior-authorization letter PA-2026-000001"
    clinic.window.back()
    press(chart.readiness, "Packet for PA-2026-000001")
    asking = clinic.card(PacketCard)
    asking.cover.set_value(True)
    press(asking, "Put it together")
    preview = clinic.window.shown()
    assert isinstance(preview, PaperPreview)
    assert preview.title() == "Packet for PA-2026-000001"
    assert preview.page_words() == "Page 1 of 12"
    preview.save_as(tmp_path / preview.file_name())
    text = text_of((tmp_path / "packet-PA-2026-000001.pdf").read_bytes())
    assert "Fax cover sheet" in text
    assert "Place of service: office." in text
    assert clinic.events()[:2] == ["packet saved as a file", "packet made"]


def test_the_papers_list_offers_the_packet_of_a_letter_only(clinic: SampleClinic) -> None:
    letter = signed(clinic)
    chart = clinic.open_chart("marsh eleanor")
    asked: list[object] = []
    chart.papers.packet_asked.connect(asked.append)
    for paper in chart.papers.table.records():
        chart.papers.table.acted.emit(paper, "Packet" if paper.kind is PaperKind.AUTHORIZATION else "Open")
    assert asked == [letter]


def test_the_audit_trail_lists_the_papers_of_a_packet_with_their_hashes(clinic: SampleClinic) -> None:
    letter = signed(clinic)
    packet = clinic.do(make_packet, letter.id)
    with clinic.vault.store.look() as look:
        event = recent(look.connection)[0]
    told = event.detail.decode()
    assert event.event == "packet made"
    assert len(packet.papers) == 5
    for number, digest in packet.papers:
        assert number in told
        assert digest in told


def test_a_packet_holds_the_papers_that_the_letter_names_and_their_addenda(clinic: SampleClinic) -> None:
    note = clinic.chart("marsh eleanor").papers[-1]
    letter = signed(clinic)
    added = clinic.do(sign_addendum, note.id, "The lot was 4K1183.", "misread label", PIN)
    packet = clinic.do(make_packet, letter.id)
    numbers = [number for number, _ in packet.papers]
    assert numbers[0] == letter.number
    assert numbers[numbers.index(note.number) + 1] == added.number
    with pikepdf.open(BytesIO(packet.pdf)) as file, file.open_outline() as outline:
        assert len(outline.root) == 1 + len(numbers)


def test_a_packet_says_which_of_its_papers_was_entered_in_error(clinic: SampleClinic) -> None:
    letter = signed(clinic)
    note = clinic.chart("marsh eleanor").papers[-1]
    notice = clinic.do(mark_in_error, note.id, "Another patient's block.", PIN)
    numbers = [number for number, _ in clinic.do(make_packet, letter.id).papers]
    assert numbers[numbers.index(note.number) + 1] == notice.number


def test_a_letter_entered_in_error_has_no_packet(clinic: SampleClinic) -> None:
    letter = signed(clinic)
    clinic.do(mark_in_error, letter.id, "The wrong payer.", PIN)
    with pytest.raises(LetterInError, match="Sign a new letter"):
        clinic.do(make_packet, letter.id)


def test_a_packet_is_of_a_letter(clinic: SampleClinic) -> None:
    note = clinic.chart("marsh eleanor").papers[-1]
    with pytest.raises(NoLetter, match="Only a referral"):
        clinic.do(make_packet, note.id)


def test_the_same_day_gives_the_same_packet(clinic: SampleClinic) -> None:
    letter = signed(clinic)
    assert clinic.do(make_packet, letter.id).pdf == clinic.do(make_packet, letter.id).pdf


def test_the_cover_alone_counts_the_letter_behind_it(clinic: SampleClinic, chart: ChartPage) -> None:
    letter = signed(clinic)
    card = PacketCard(clinic.session, clinic.window, letter)
    made: list[object] = []
    card.made.connect(made.append)
    card.open()
    press(card, "Fax cover sheet alone")
    (cover,) = made
    assert f"{1 + len(pages_of(letter.pdf))} pages with this one" in text_of(cover.pdf)  # type: ignore[attr-defined]
    assert clinic.events()[0] == "fax cover made"


def test_the_front_desk_may_put_a_packet_together_and_the_manager_not(clinic: SampleClinic) -> None:
    letter = signed(clinic)
    clinic.sign_in("front desk")
    assert clinic.do(make_packet, letter.id).letter == letter.number
    clinic.sign_in("manager")
    with pytest.raises(NotAllowed):
        clinic.do(make_packet, letter.id)


def test_locking_lets_a_packet_go(clinic: SampleClinic) -> None:
    packet = clinic.do(make_packet, signed(clinic).id)
    preview = PaperPreview(clinic.session, clinic.window, packet, clinic.settings)
    clinic.window.open(preview, preview.title())
    QApplication.processEvents()
    clinic.window.about_to_lock.emit()
    assert preview.pages.count() == 0
