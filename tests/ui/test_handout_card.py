"""The front desk prints what a patient takes home; what is not recorded, or not set, is said."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.block import Block, Moment
from mbb_desktop.clinical.handout import HandoutKind
from mbb_desktop.ui.handout_card import HandoutCard, ask_for_handout
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.today_page import TodayPage
from mbb_desktop.ui.workplace import Workplace
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.print_handout import HandoutOrder, make_handout
from mbb_desktop.workflow.room import stamp
from tests.documents.reading import text_of
from tests.ui.sample import SampleClinic, button, press


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A printer that keeps what it is sent."""
    if sys.platform == "win32":
        pytest.skip("there is no lp")
    kept = tmp_path / "printed.pdf"
    (tmp_path / "lp").write_text(f'#!/bin/sh\ncat > "{kept}"\n')
    (tmp_path / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return kept


def asked(clinic: SampleClinic, words: str, block: Block | None = None) -> HandoutCard:
    known = block.id if block else None
    ask_for_handout(clinic.session, clinic.window, clinic.settings, clinic.patient(words).id, known)
    QApplication.processEvents()
    return clinic.card(HandoutCard)


def finished(clinic: SampleClinic) -> Block:
    """The draft of Camila Torres after its needle-out; nobody has signed it."""
    return clinic.do(stamp, clinic.block("torres"), Moment.NEEDLE_OUT)


def choose(card: HandoutCard, **wanted: object) -> None:
    for name, value in wanted.items():
        editor = getattr(card, name)
        editor.set_value(value)
        editor.edited.emit()
    QApplication.processEvents()


def test_the_front_desk_prints_a_handout_from_a_draft_on_the_days_list(
    clinic: SampleClinic, printer: Path
) -> None:
    finished(clinic)
    clinic.sign_in("front desk")
    places = Workplace(clinic.window, clinic.session, clinic.settings)
    places.begin(())
    page = clinic.window.shown()
    assert isinstance(page, TodayPage)
    rows = [row.patient.family for row in page.table.records()]
    page.table.select(rows.index("Torres"))
    page.table.setFocus()
    clinic.hands().key("ctrl+h")
    QApplication.processEvents()
    card = clinic.card(HandoutCard)
    assert card.language.value() == "es"
    press(card, "Show the paper")
    preview = clinic.window.shown()
    assert isinstance(preview, PaperPreview)
    assert preview.page_words() == "Page 1 of 2"
    preview.print_on("Front desk", 1)
    text = text_of(printer.read_bytes())
    assert "Mitad de la espalda, lado derecho. Articulaciones T7-8 y T8-9." in text
    assert "Su diario de dolor" in text
    assert "DRAFT" not in text
    assert clinic.events()[:2] == ["handout printed", "handout shown"]
    assert clinic.errors == []


def test_the_chart_of_a_front_desk_offers_it_too(seen: SampleClinic) -> None:
    seen.sign_in("front desk")
    chart = seen.open_chart("marsh eleanor")
    press(chart, "Handout and diary")
    card = seen.card(HandoutCard)
    assert card.block.text() == "23-Nov-2026, Bilateral L4-5, L5-S1"
    assert card.kind.value() is HandoutKind.HANDOUT
    assert card.language.value() == "en"


def test_the_chosen_block_of_the_list_is_the_one_meant(seen: SampleClinic) -> None:
    chart = seen.open_chart("marsh eleanor")
    chart.show_tab("blocks")
    chart.blocks.table.select(1)
    press(chart, "Handout and diary")
    assert seen.card(HandoutCard).block.text().startswith("27-Oct-2026")


def test_what_is_not_recorded_stops_the_handout_and_not_the_sheet(seen: SampleClinic) -> None:
    card = asked(seen, "haddad")
    show = button(card, "Show the paper")
    assert not show.isEnabled()
    assert card._missing.text().startswith(
        "Not recorded yet: joints with their side and the needle-out time."
    )
    choose(card, kind=HandoutKind.INFORMATION)
    assert show.isEnabled()
    assert card._missing.text() == ""


def test_a_language_without_a_paper_is_asked_about(clinic: SampleClinic) -> None:
    clinic.do(save_patient, replace(clinic.patient("marsh eleanor"), language="vi"))
    card = asked(clinic, "marsh eleanor")
    assert card.language.value() is None
    assert not button(card, "Show the paper").isEnabled()
    assert "no paper in the patient's language" in card._missing.text()
    choose(card, language="en")
    assert button(card, "Show the paper").isEnabled()


def test_the_tested_pain_can_be_said_in_the_other_language(seen: SampleClinic) -> None:
    card = asked(seen, "marsh eleanor")
    assert card._own_words[0].isHidden()
    choose(card, language="es")
    assert not card._own_words[0].isHidden()
    assert card.movement.value() == ""
    choose(card, movement="doblarse hacia atrás y girar")
    papers: list[object] = []
    card.made.connect(papers.append)
    press(card, "Show the paper")
    assert len(papers) == 1
    assert "doblarse hacia atrás y girar" in text_of(papers[0].pdf)  # type: ignore[attr-defined]


def test_words_said_for_one_block_are_not_kept_for_another(seen: SampleClinic) -> None:
    first, *_rest = seen.chart("marsh eleanor").blocks
    card = asked(seen, "marsh eleanor", first)
    choose(card, language="es", area="cintura")
    other = card._choices.blocks[1]
    choose(card, block=other.id)
    assert card.area.value() == ""


def test_what_has_to_be_written_by_hand_is_said(clinic: SampleClinic) -> None:
    course = clinic.chart("marsh eleanor").courses[0]
    clinic.do(save_course, replace(course, provoked_by=""))
    card = asked(clinic, "marsh eleanor")
    assert "The tested pain is not described" in card._remark.text()
    assert "Nobody in the clinic has approved this wording yet." in card._remark.text()
    assert "after-hours" not in card._remark.text()


def test_a_saved_paper_has_a_name_without_a_person(clinic: SampleClinic, tmp_path: Path) -> None:
    block = finished(clinic)
    paper = clinic.do(make_handout, HandoutOrder(block.id, HandoutKind.DIARY, "en"))
    preview = PaperPreview(clinic.session, clinic.window, paper, clinic.settings)
    clinic.window.open(preview, preview.title())
    assert preview.title() == "Pain diary"
    assert preview.file_name() == f"pain-diary-{paper.code}.pdf"
    preview.save_as(tmp_path / preview.file_name())
    assert (tmp_path / preview.file_name()).read_bytes() == paper.pdf
    assert clinic.events()[0] == "handout saved as a file"
