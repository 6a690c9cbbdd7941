"""Who did what with a chart, and the report of it for the patient."""

import pytest
from PySide6.QtWidgets import QApplication

from mbb_desktop.ui.chart_audit import AuditList
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.keep_patients import open_chart
from mbb_desktop.workflow.read_audit import access_report, chart_trail
from tests.documents.reading import text_of
from tests.ui.sample import SampleClinic


@pytest.fixture
def chart(clinic: SampleClinic) -> ChartPage:
    shown = clinic.open_chart("marsh eleanor")
    shown.show_tab("audit")
    QApplication.processEvents()
    return shown


def test_the_newest_line_is_that_the_chart_was_opened_and_the_report_opens_as_pages(
    clinic: SampleClinic, chart: ChartPage
) -> None:
    every = chart.audit.table.records()
    assert (every[0].event, every[0].user) == ("chart opened", "A. Okafor, MD")
    chart.audit.only_looks.setChecked(True)
    looks = chart.audit.table.records()
    assert 0 < len(looks) < len(every)
    assert not any("signed" in line.event or "course" in line.event for line in looks)
    chart.audit.make_report()
    QApplication.processEvents()
    shown = clinic.window.shown()
    assert isinstance(shown, PaperPreview)
    assert shown.title() == "Who saw this chart"


def test_the_report_names_who_looked_and_is_audited(clinic: SampleClinic) -> None:
    clinic.do(open_chart, clinic.patient("marsh eleanor").id)
    clinic.sign_in("nurse")
    clinic.do(open_chart, clinic.patient("marsh eleanor").id)
    text = text_of(clinic.do(access_report, clinic.patient("marsh eleanor").id))
    assert "Who saw this chart" in text
    assert "M. Diaz, RN" in text
    assert "A. Okafor, MD" in text
    assert "note signed" not in text.lower()
    assert clinic.events()[0] == "access report made"


def test_another_patients_lines_are_not_there(clinic: SampleClinic) -> None:
    other = clinic.patient("torres")
    clinic.do(open_chart, other.id)
    lines = clinic.do(chart_trail, clinic.patient("marsh eleanor").id)
    seen = clinic.do(chart_trail, other.id)
    assert {line.seq for line in lines}.isdisjoint(line.seq for line in seen)


def test_the_front_desk_reads_no_trail(clinic: SampleClinic) -> None:
    clinic.sign_in("front desk")
    patient = clinic.patient("marsh eleanor")
    with pytest.raises(NotAllowed):
        clinic.do(chart_trail, patient.id)
    assert not clinic.open_chart("marsh eleanor").findChildren(AuditList)
