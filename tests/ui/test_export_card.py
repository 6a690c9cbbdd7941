"""Saving lists from the pages where they stand: offered to who may, named only for a reason."""

from pathlib import Path

from mbb_desktop.ui.export_card import ExportCard, day_offer
from mbb_desktop.ui.paper_files import in_documents
from mbb_desktop.ui.patients_page import PatientsPage
from mbb_desktop.ui.today_page import TodayPage
from tests.ui.sample import SampleClinic, button, let_go


def test_the_patients_that_are_shown_are_saved(clinic: SampleClinic, tmp_path: Path) -> None:
    page = clinic.page(lambda: PatientsPage(clinic.session, clinic.window))
    page.line.setText("Marsh")
    button(page, "Export").click()
    asking = clinic.card(ExportCard)
    assert asking.names.isHidden()
    asking.save_to(tmp_path / "none.csv")
    assert asking.said().startswith("Write why")
    asking.reason.set_value("letters")
    asking.save_to(tmp_path / "list.csv")
    written = (tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(written) == 3
    assert all("Marsh" in line for line in written[1:])
    assert clinic.events()[0] == "patients exported"
    assert not (tmp_path / "none.csv").exists()
    let_go()


def test_the_block_list_of_the_day_is_saved(clinic: SampleClinic, tmp_path: Path) -> None:
    asking = ExportCard(clinic.session, clinic.window, day_offer(clinic.session, clinic.window))
    asking.open()
    asking.reason.set_value("downtime")
    asking.save_to(tmp_path / "day.csv")
    assert "Elena" in (tmp_path / "day.csv").read_text(encoding="utf-8-sig")
    assert clinic.events()[0] == "day list exported"
    assert Path(in_documents("day.csv")).is_absolute()
    let_go()


def test_a_nurse_is_offered_no_export(clinic: SampleClinic) -> None:
    clinic.sign_in("nurse")
    today = clinic.page(lambda: TodayPage(clinic.session))
    assert today.export.isHidden()
