"""A letter to the payer from the chart, and the packet that goes out with it."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.people import CorrespondentKind
from mbb_desktop.storage.audit import recent
from mbb_desktop.storage.keys import people
from mbb_desktop.storage.vault import open_vault
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.letter_card import LetterCard
from mbb_desktop.ui.packet_card import PacketCard
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.workflow.desk import Desk, NotAllowed
from mbb_desktop.workflow.issue_addendum import sign_addendum
from mbb_desktop.workflow.issue_letter import LetterOrder, sign_letter
from mbb_desktop.workflow.keep_clinic import directory
from mbb_desktop.workflow.keep_patients import find_patients, refresh_chart
from mbb_desktop.workflow.make_packet import LetterInError, NoLetter, Packet, make_packet
from mbb_desktop.workflow.mark_error import mark_in_error
from mbb_desktop.workflow.sample_people import PASSPHRASE, PIN
from tests.documents.reading import pages_of, text_of
from tests.ui.conftest import NOW
from tests.ui.sample import PEOPLE, SampleClinic, press


@pytest.fixture(scope="module")
def with_letter(sample_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The closed sample clinic with a signed letter to the payer."""
    folder: Path = shutil.copytree(sample_template, tmp_path_factory.mktemp("letter") / "vault")
    physician = next(each for each in people(folder) if each.name == PEOPLE["physician"])
    vault = open_vault(folder, physician.user_id, PASSPHRASE, at=NOW)
    sign_for_payer(Desk(vault.store, vault.user, NOW, "test", vault.signing_key))
    vault.close()
    return folder


def sign_for_payer(desk: Desk) -> SignedDocument:
    """A letter to the payer, without the window."""
    payer = next(e for e in directory(desk) if e.kind is CorrespondentKind.PAYER)
    person = find_patients(desk, "marsh eleanor").patients[0]
    course = refresh_chart(desk, person.id).courses[0].id
    return sign_letter(desk, LetterOrder(course, payer, kind=PaperKind.AUTHORIZATION), PIN)


@pytest.fixture
def lettered(with_letter: Path, tmp_path: Path) -> Iterator[SampleClinic]:
    """A copy of it with a window, a minute later."""
    with SampleClinic.opened(with_letter, tmp_path / "vault", NOW + timedelta(minutes=1)) as opened:
        yield opened


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
    """The letter to the payer."""
    return next(p for p in clinic.chart("marsh eleanor").papers if p.kind is PaperKind.AUTHORIZATION)


def first_note(clinic: SampleClinic) -> SignedDocument:
    return clinic.chart("marsh eleanor").papers[-1]


def test_a_letter_to_the_payer_goes_to_payers_only_and_says_what_they_will_miss(
    clinic: SampleClinic, chart: ChartPage
) -> None:
    card = to_the_payer(clinic, chart)
    assert {entry.kind for _, entry in card.entries()} == {CorrespondentKind.PAYER}
    assert not card.form.field("place_of_service").isHidden()
    assert "tax number (TIN)" in card.payer_gaps()
    clinic.hands().click(chosen(card, "Letter: Referral"))
    assert card.payer_gaps() == ""
    assert card.form.field("place_of_service").isHidden()
    assert len({entry.kind for _, entry in card.entries()}) > 1
    card.recipient.set_value(next(k for k, e in card.entries() if e.kind is CorrespondentKind.RFA_PROVIDER))
    clinic.hands().click(chosen(card, "Letter: Prior authorization"))
    assert card.order().recipient is None


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


def test_the_papers_list_offers_the_packet_of_a_letter_only(lettered: SampleClinic) -> None:
    letter = signed(lettered)
    chart = lettered.open_chart("marsh eleanor")
    asked: list[object] = []
    chart.papers.packet_asked.connect(asked.append)
    for paper in chart.papers.table.records():
        chart.papers.table.acted.emit(paper, "Packet" if paper.kind is PaperKind.AUTHORIZATION else "Open")
    assert asked == [letter]
    with pytest.raises(NoLetter, match="Only a referral"):
        lettered.do(make_packet, first_note(lettered).id)


def test_the_audit_trail_lists_the_papers_of_a_packet_with_their_hashes(lettered: SampleClinic) -> None:
    letter = signed(lettered)
    packet = lettered.do(make_packet, letter.id)
    with lettered.vault.store.look() as look:
        event = recent(look.connection)[0]
    told = event.detail.decode()
    assert event.event == "packet made"
    assert len(packet.papers) == 5
    for number, digest in packet.papers:
        assert number in told
        assert digest in told
    assert packet.pdf == lettered.do(make_packet, letter.id).pdf
    locking_lets_it_go(lettered, packet)


def locking_lets_it_go(clinic: SampleClinic, packet: Packet) -> None:
    preview = PaperPreview(clinic.session, clinic.window, packet, clinic.settings)
    clinic.window.open(preview, preview.title())
    QApplication.processEvents()
    clinic.window.about_to_lock.emit()
    assert preview.pages.count() == 0


def test_a_packet_holds_the_papers_that_the_letter_names_with_addenda_and_errors(
    lettered: SampleClinic,
) -> None:
    letter, note = signed(lettered), first_note(lettered)
    added = lettered.do(sign_addendum, note.id, "The lot was 4K1183.", "misread label", PIN)
    packet = lettered.do(make_packet, letter.id)
    numbers = [number for number, _ in packet.papers]
    assert numbers[0] == letter.number
    assert numbers[numbers.index(note.number) + 1] == added.number
    with pikepdf.open(BytesIO(packet.pdf)) as file, file.open_outline() as outline:
        assert len(outline.root) == 1 + len(numbers)
    lettered.do(mark_in_error, letter.id, "The wrong payer.", PIN)
    with pytest.raises(LetterInError, match="Sign a new letter"):
        lettered.do(make_packet, letter.id)


def test_a_packet_says_which_of_its_papers_was_entered_in_error(lettered: SampleClinic) -> None:
    note = first_note(lettered)
    notice = lettered.do(mark_in_error, note.id, "Another patient's block.", PIN)
    numbers = [number for number, _ in lettered.do(make_packet, signed(lettered).id).papers]
    assert numbers[numbers.index(note.number) + 1] == notice.number


def test_the_cover_alone_counts_the_letter_behind_it(lettered: SampleClinic) -> None:
    letter = signed(lettered)
    card = PacketCard(lettered.session, lettered.window, letter)
    made: list[object] = []
    card.made.connect(made.append)
    card.open()
    press(card, "Fax cover sheet alone")
    (cover,) = made
    assert f"{1 + len(pages_of(letter.pdf))} pages with this one" in text_of(cover.pdf)  # type: ignore[attr-defined]
    assert lettered.events()[0] == "fax cover made"


def test_the_front_desk_may_put_a_packet_together_and_the_manager_not(lettered: SampleClinic) -> None:
    letter = signed(lettered)
    lettered.sign_in("front desk")
    assert lettered.do(make_packet, letter.id).letter == letter.number
    lettered.sign_in("manager")
    with pytest.raises(NotAllowed):
        lettered.do(make_packet, letter.id)
