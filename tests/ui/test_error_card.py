"""A paper that was entered in error, at the window: marked once, struck everywhere, its readers told."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.receipt import PATIENT, HowSent
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.error_card import ErrorCard
from mbb_desktop.ui.given_card import GivenCard
from mbb_desktop.ui.late_notices_card import LateNoticesCard
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.print_card import PrintCard
from mbb_desktop.ui.today_page import TodayPage
from mbb_desktop.workflow.correct import Given, open_notices, record_receipt
from mbb_desktop.workflow.follow_up import response_of, save_scores
from mbb_desktop.workflow.record_block import AlreadySigned
from mbb_desktop.workflow.sample_people import PIN
from tests.ui.sample import SampleClinic, button, press

TWIN = "marsh eleanor"


def note_of(clinic: SampleClinic, who: str = TWIN) -> SignedDocument:
    return next(p for p in clinic.chart(who).papers if p.kind is PaperKind.PROCEDURE_NOTE)


def shown(clinic: SampleClinic, paper: SignedDocument) -> PaperPreview:
    preview = PaperPreview(clinic.session, clinic.window, paper, clinic.settings)
    clinic.window.open(preview, preview.title())
    QApplication.processEvents()
    return preview


def answer(card: ErrorCard, clinic: SampleClinic) -> None:
    assert card.twin is not None
    born = clinic.patient(TWIN).born
    card.twin.day.setText(f"{born.day:02}")
    card.twin.month.setText(f"{born.month:02}")
    card.twin.day.textEdited.emit(card.twin.day.text())
    card.twin.month.textEdited.emit(card.twin.month.text())


def asked(clinic: SampleClinic, preview: PaperPreview) -> ErrorCard:
    press(preview, "Entered in error")
    card = clinic.card(ErrorCard)
    answer(card, clinic)
    return card


def marked(clinic: SampleClinic, preview: PaperPreview, *, joint: bool = False) -> None:
    card = asked(clinic, preview)
    card.extent.set_value(not joint)
    card.extent.edited.emit()
    if joint:
        assert card.joints is not None
        card.joints.inputs()[0].click()  # type: ignore[attr-defined]
    card.reason.set_value("Written for the wrong visit.")
    card.reason.edited.emit()
    card.pin.field.line.setText(PIN)
    press(card, "Mark as entered in error")


def given(clinic: SampleClinic, paper: SignedDocument) -> None:
    clinic.do(record_receipt, paper.id, Given(PATIENT, HowSent.HANDED, clinic.now))


def test_a_marked_note_says_so_and_is_struck_wherever_it_stands(clinic: SampleClinic) -> None:
    note = note_of(clinic)
    preview = shown(clinic, note)
    marked(clinic, preview)
    assert clinic.errors == []
    assert preview.standing.error.text().startswith("Entered in error: Written for the wrong visit.")
    assert not preview.standing.mark.isVisible()
    assert clinic.events()[0] in {"entered in error", "paper opened"}
    block = next(b for b in clinic.chart(TWIN).blocks if b.id == note.block_id)
    assert block.state is BlockState.ENTERED_IN_ERROR
    fresh = clinic.do(response_of, block)
    with pytest.raises(AlreadySigned):
        clinic.do(save_scores, fresh, fresh)
    chart = clinic.open_chart(TWIN)
    the_papers_list_strikes_it(chart, note)
    (row,) = [row for row in chart.blocks.table.records() if row.block.id == block.id]
    levels = chart.blocks.table.records_model.columns[2]
    assert levels.struck is not None
    assert levels.struck(row)
    assert levels.second is not None
    assert levels.second(row) == "Written for the wrong visit."
    chart.blocks.table.opened.emit(row)
    QApplication.processEvents()
    opened = clinic.window.shown()
    assert isinstance(opened, PaperPreview)
    assert opened.title().endswith(note.number)


def the_papers_list_strikes_it(chart: ChartPage, note: SignedDocument) -> None:
    number, paper, *_ = chart.papers.table.records_model.columns
    rows = {row.number: row for row in chart.papers.table.records()}
    assert number.struck is not None
    assert number.struck(rows[note.number])
    assert paper.second is not None
    assert paper.second(rows[note.number]) == "EN-2026-000001: Written for the wrong visit."
    assert not number.struck(rows["EN-2026-000001"])


def test_nothing_is_chosen_and_the_twin_is_asked_first_and_a_wrong_level_leaves_the_note(
    clinic: SampleClinic,
) -> None:
    preview = shown(clinic, note_of(clinic))
    press(preview, "Entered in error")
    card = clinic.card(ErrorCard)
    assert card.missing() == "Answer the question about the patient first."
    answer(card, clinic)
    assert card.missing() == "Choose what is wrong."
    assert not card.sign.isEnabled()
    card.extent.set_value(False)
    card.extent.edited.emit()
    assert card.missing() == "Choose the joints that were not tested."
    card.reject()
    marked(clinic, preview, joint=True)
    assert preview.standing.error.text().startswith("Not diagnostic for ")
    assert preview.standing.mark.isVisible()
    assert clinic.chart(TWIN).blocks[-1].state is BlockState.SIGNED


def test_who_gets_a_copy_is_asked_recorded_and_shown(clinic: SampleClinic) -> None:
    preview = shown(clinic, note_of(clinic))
    preview.print_paper()
    printing = clinic.card(PrintCard)
    assert printing.receiver is not None
    assert printing.receiver.is_empty()
    assert printing.receiver.given(clinic.now) is None
    printing.receiver.to.set_value(PATIENT)
    assert printing.receiver.missing() == "Choose how it goes there."
    printing.receiver.how.set_value(HowSent.HANDED)
    assert printing.receiver.given(clinic.now) == Given(PATIENT, HowSent.HANDED, clinic.now)
    printing.reject()
    assert preview.standing.received() == "Nobody is recorded to have received it"
    press(preview, "Given to")
    card = clinic.card(GivenCard)
    press(card, "Record")
    assert card.fields.to_field.sentence() == "Choose who receives it."
    card.fields.to.set_value(next(iter(card.fields._directory)))
    card.fields.how.set_value(HowSent.FAXED)
    press(card, "Record")
    assert preview.standing.received().startswith("Received by ")
    assert "faxed" in preview.standing.received()


def test_a_saved_paper_in_error_comes_with_its_notice_and_later_receivers_are_told_too(
    clinic: SampleClinic, tmp_path: Path
) -> None:
    note = note_of(clinic)
    preview = shown(clinic, note)
    marked(clinic, preview)
    assert not preview.standing.late.isVisible()
    preview.save_as(tmp_path / "note.pdf")
    assert (tmp_path / "note.pdf").read_bytes() == note.pdf
    assert (tmp_path / "EN-2026-000001.pdf").read_bytes().startswith(b"%PDF")
    clinic.card(GivenCard).reject()
    given(clinic, note)
    clinic.session.announce("paper", patient_id=note.patient_id)
    press(preview, "Sign correction notices")
    card = clinic.card(LateNoticesCard)
    card.pin.field.line.setText(PIN)
    press(card, "Sign the notices")
    assert len(clinic.do(open_notices)) == 1
    assert not preview.standing.late.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no lp")
def test_a_printed_paper_in_error_comes_after_its_notice(
    clinic: SampleClinic, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lp").write_text(f"#!/bin/sh\ncat > {tmp_path}/$$.pdf\necho $$ >> {tmp_path}/jobs\n")
    (tmp_path / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    note = note_of(clinic)
    preview = shown(clinic, note)
    marked(clinic, preview)
    preview.print_on("Front desk", 1)
    first, second = (tmp_path / "jobs").read_text().split()
    assert (tmp_path / f"{second}.pdf").read_bytes() == note.pdf
    assert (tmp_path / f"{first}.pdf").read_bytes() != note.pdf


def test_a_correction_notice_waits_on_today_until_it_is_sent(clinic: SampleClinic) -> None:
    note = note_of(clinic)
    given(clinic, note)
    marked(clinic, shown(clinic, note))
    page = clinic.page(lambda: TodayPage(clinic.session))
    assert page.sides.notices.count() == 1
    opened: list[SignedDocument] = []
    page.open_paper.connect(opened.append)
    button(page.sides.notices, "Open: MARSH, Eleanor").click()
    assert [paper.kind for paper in opened] == [PaperKind.CORRECTION_NOTICE]
    preview = shown(clinic, opened[0])
    assert preview.standing.received() == "Not sent yet: to the patient"
    given(clinic, opened[0])
    assert clinic.do(open_notices) == ()
    page.reload()
    assert page.sides.notices.count() == 0


def test_only_a_physician_is_offered_to_mark(clinic: SampleClinic) -> None:
    note = note_of(clinic)
    clinic.sign_in("front desk")
    preview = shown(clinic, note)
    assert not preview.standing.mark.isVisible()
    assert preview.standing.given.isVisible()
