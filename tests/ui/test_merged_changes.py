"""What is shown of a person with two records looks again, under whichever of them a change is announced."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.enclosure import Described, EnclosureKind
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.response import Mode, Series
from mbb_desktop.clinical.scoring import Scored, with_score
from mbb_desktop.workflow.follow_up import save_scores
from mbb_desktop.workflow.keep_enclosures import add_enclosure, read_paper
from mbb_desktop.workflow.merge_patients import merge_patients
from mbb_desktop.workflow.record_block import save_draft
from tests.interop import paper_files as files
from tests.ui.editing import editing
from tests.ui.sample import SampleClinic
from tests.ui.test_error_card import given, note_of, shown
from tests.ui.test_merge_card import WHY, twin_of


def test_a_paper_that_was_given_is_said_when_the_other_record_is_announced(clinic: SampleClinic) -> None:
    patient = clinic.patient("marsh eleanor")
    twin = twin_of(clinic, patient)
    clinic.do(merge_patients, twin, patient, WHY)
    note = note_of(clinic, "990 4321")
    preview = shown(clinic, note)
    given(clinic, note)
    clinic.session.announce("paper", patient_id=twin.id)
    QApplication.processEvents()
    assert (note.patient_id, preview.standing.received().startswith("Received by ")) == (patient.id, True)


def test_a_scan_of_the_other_record_appears_in_the_chart(clinic: SampleClinic, tmp_path: Path) -> None:
    patient = clinic.patient("marsh eleanor")
    twin = twin_of(clinic, patient)
    clinic.do(merge_patients, patient, twin, WHY)
    chart = clinic.open_chart("marsh eleanor")
    chart.show_tab("papers")
    place = tmp_path / "paper.pdf"
    place.write_bytes(files.pdf(1))
    described = Described(twin.id, EnclosureKind.CONSENT)
    kept = clinic.do(add_enclosure, described, read_paper(place).scan, identified=True)
    clinic.session.announce("enclosure", patient_id=twin.id)
    QApplication.processEvents()
    assert [each.id for each in chart.scans.table.records()] == [kept.id]


def test_a_draft_takes_what_was_announced_under_the_record_that_stays(tmp_path: Path) -> None:
    with editing(tmp_path) as at:
        at.charted()
        block, response = at.stored(), at.scores()
        scored = Scored(Series.OVERALL, 15, Decimal(2), Mode.IN_CLINIC)
        save_draft(at.desk(), block, replace(block, findings="facet pain"))
        save_scores(at.desk(), response, with_score(response, block, scored, at.editor.draft.author()))
        at.session.announce("block", "response", patient_id=new_id(at.clock()))
        QApplication.processEvents()
        assert at.editor.draft.block.findings == "facet pain"
        assert at.editor.draft.response.readings[-1].score == Decimal(2)
