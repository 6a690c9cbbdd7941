"""The Analytics page: figures with denominators, tables beside charts, own numbers, and the export."""

import csv
import importlib.util
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Clinic
from mbb_desktop.clinical.rates import By
from mbb_desktop.settings import Settings
from mbb_desktop.storage import accounts, audit
from mbb_desktop.storage.keys import people
from mbb_desktop.storage.recovery_code import new_recovery_code
from mbb_desktop.storage.vault import create_vault, open_vault
from mbb_desktop.ui import theme
from mbb_desktop.ui.analytics_page import AnalyticsPage
from mbb_desktop.ui.figure_card import FigureCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.tasks import InlineTasks, Tasks
from mbb_desktop.ui.workplace import Workplace
from mbb_desktop.workflow.export_figures import Form
from tests.ui.conftest import NOW, PASSPHRASE, QUICK
from tests.ui.sample import let_go
from tests.workflow.invented_year import InventedYear

OKAFOR = User(new_id(NOW), "A. Okafor", "MD", (Role.PHYSICIAN,))
LINDGREN = User(new_id(NOW), "K. Lindgren", "MD", (Role.PHYSICIAN,))
LUND = User(new_id(NOW), "S. Lund", "", (Role.MANAGER,))
DIAZ = User(new_id(NOW), "M. Diaz", "RN", (Role.NURSE,))
Work = Callable[[User], "Desktop"]


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with a year of blocks by two physicians."""
    folder = tmp_path_factory.mktemp("year") / "vault"
    code, here = new_recovery_code(), Clinic(new_id(NOW), "Riverside Pain Clinic")
    vault = create_vault(folder, OKAFOR, PASSPHRASE, code, at=NOW, cost=QUICK, clinic=here)
    for user in (LINDGREN, LUND, DIAZ):
        accounts.add_person(vault.store, user, PASSPHRASE, by=vault.user, at=NOW, cost=QUICK)
    InventedYear(vault.store, (OKAFOR, LINDGREN), vault.signing_key, NOW).save(90)
    vault.close()
    return folder


class Desktop:
    """Somebody at work on a vault in a real window."""

    def __init__(self, folder: Path, who: User, tasks: Tasks | InlineTasks) -> None:
        person = next(each for each in people(folder) if each.name == who.name)
        self.vault = open_vault(folder, person.user_id, PASSPHRASE, at=NOW)
        self.window = MainWindow(lambda: NOW)
        self.session = Session(
            self.vault.store, self.vault.user, lambda: NOW, tasks, signing_key=self.vault.signing_key
        )
        self.errors: list[Exception] = []
        self.session.failed.connect(self.errors.append)
        self.window.resize(1440, 900)
        self.window.show()
        Workplace(self.window, self.session, Settings(folder / "settings.toml")).begin(())

    def page(self) -> AnalyticsPage:
        shown = self.window.show_page("analytics")
        assert isinstance(shown, AnalyticsPage)
        self.session.wait_until_idle()
        QApplication.processEvents()
        return shown

    def newest(self) -> str:
        with self.vault.store.look() as look:
            return audit.recent(look.connection)[0].event

    def close(self) -> None:
        self.window.messages.clear()
        self.window.lock()
        self.window.close()
        self.vault.close()


@pytest.fixture
def work(year: Path, tmp_path: Path) -> Iterator[Work]:
    """Lets somebody sit down at a copy of the year."""
    opened: list[Desktop] = []

    def sit_down(who: User) -> Desktop:
        folder = shutil.copytree(year, tmp_path / f"vault{len(opened)}")
        opened.append(Desktop(folder, who, InlineTasks()))
        return opened[-1]

    yield sit_down
    while opened:
        opened.pop().close()
    let_go()


def said(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def rows(card: FigureCard) -> list[tuple[str, ...]]:
    return card.table.records()


def test_a_manager_begins_with_figures_that_have_captions_tables_and_denominators(work: Work) -> None:
    desktop = work(LUND)
    assert desktop.window.current_key() == "analytics"
    page = desktop.page()
    cards = page.findChildren(FigureCard)
    assert len(cards) == 7
    for card in cards:
        assert card.caption.text().startswith("Counted: "), card.accessibleName()
        assert card.view.accessibleName()
        assert rows(card)
        for row in rows(card):
            assert row[0] in card.view.accessibleDescription()
    found = page.figures()
    assert found is not None
    first = next(rate for rate in found.rates[By.NUMBER] if rate.label == "1st block")
    assert page.tiles[1].texts() == (first.positive.percent, f"{first.positive.words} decided")


def test_charts_tables_groups_regions_and_periods_are_a_click_away(work: Work) -> None:
    page = work(LUND).page()
    card = page.funnel
    card.as_table.click()
    assert (card.table.isVisible(), card.view.isVisible()) == (True, False)
    assert card.as_table.accessibleName() == "From first block to outcome: chart"
    card.as_table.click()
    assert (card.table.isVisible(), card.view.isVisible()) == (False, True)
    assert page.rates.ways is not None
    page.rates.ways.buttons[3].click()
    assert {row[0] for row in rows(page.rates)} == {"A. Okafor", "K. Lindgren"}
    page.rates.ways.buttons[0].click()
    few_are_told_as_counts_alone(page)
    page.region.setCurrentIndex(0)
    page.region.activated.emit(0)
    page.period.setCurrentIndex(3)
    page.period.activated.emit(3)  # last year has blocks of its end alone
    found = page.figures()
    assert found is not None
    assert found.period.last.year == NOW.year - 1


def few_are_told_as_counts_alone(page: AnalyticsPage) -> None:
    page.region.setCurrentIndex(2)
    page.region.activated.emit(2)
    assert page.chosen_region() is Region.THORACIC
    found = page.figures()
    assert found is not None
    assert 0 < found.everything.all_blocks < 10
    first = next(rate for rate in found.rates[By.NUMBER] if rate.label == "1st block")
    assert page.tiles[1].texts() == (first.positive.words, "decided")
    assert "%" not in "".join(cell for row in rows(page.rates) for cell in row)
    assert page.tiles[4].texts()[0] == "too few"


def test_a_physician_finds_no_colleague_on_the_page_and_names_need_a_reason(
    work: Work, tmp_path: Path
) -> None:
    page = work(OKAFOR).page()
    assert page.rates.ways is not None
    assert len(page.rates.ways.buttons) == 3
    assert "Lindgren" not in "".join(said(page))
    assert any(words.startswith("Own blocks") for words in said(page))
    asking = page.ask_for_export()
    assert asking is not None
    asking.names.setChecked(True)
    asking.save_to(tmp_path / "lists")
    assert asking.said().startswith("Write why the list needs names.")
    assert not (tmp_path / "lists").exists()
    asking.reason.set_value("recall of lot A17")
    asking.save_to(tmp_path / "lists")
    assert "MRN" in (tmp_path / "lists" / "blocks.csv").read_text(encoding="utf-8-sig").splitlines()[0]


def test_a_nurse_has_no_such_page(work: Work) -> None:
    desktop = work(DIAZ)
    assert "Analytics" not in [command.words for command in desktop.window.commands]


def test_the_page_fits_a_small_window_and_large_letters(work: Work, qapp: QApplication) -> None:
    theme.apply(qapp, theme.DARK, 150)
    desktop = work(OKAFOR)
    page = desktop.page()
    for size in ((1440, 900), (1280, 720)):
        desktop.window.resize(*size)
        QApplication.processEvents()
        for card in page.findChildren(FigureCard):
            right = card.mapTo(page, card.rect().topRight()).x()
            assert right <= page.width(), (size, card.accessibleName())


def test_the_lists_are_saved_as_files_and_not_into_a_folder_that_is_there(work: Work, tmp_path: Path) -> None:
    desktop = work(LUND)
    page = desktop.page()
    asking = page.ask_for_export()
    assert asking is not None
    asking.save_to(tmp_path)
    assert asking.said() == "A folder or file of this name is there already. Choose another name."
    assert asking.save.isEnabled()
    assert asking.names.isHidden()
    asking.save_to(tmp_path / "lists.csv")
    with (tmp_path / "lists" / "blocks.csv").open(encoding="utf-8-sig", newline="") as written:
        blocks = list(csv.DictReader(written))
    found = page.figures()
    assert found is not None
    assert len(blocks) == found.everything.all_blocks
    assert desktop.newest() == "figures exported"
    if importlib.util.find_spec("xlsxwriter"):
        asking = page.ask_for_export()
        assert asking is not None
        asking.form.set_value(Form.XLSX)
        asking.save_to(tmp_path / "lists.xlsx")
        assert (tmp_path / "lists.xlsx").read_bytes().startswith(b"PK")
    assert not desktop.errors


def test_counting_beside_the_window_tells_its_progress(
    year: Path, tmp_path: Path, tasks: Tasks, qtbot: QtBot
) -> None:
    desktop = Desktop(shutil.copytree(year, tmp_path / "vault"), LUND, tasks)
    try:
        desktop.session.wait_until_idle()
        page = desktop.page()
        qtbot.waitUntil(lambda: page.figures() is not None, timeout=20_000)
        page.count()
        assert page.progress.isVisible()
        assert not page.export.isEnabled()
        steps = page._steps
        qtbot.waitUntil(page.export.isEnabled, timeout=20_000)
        assert (steps.done, steps.of) == (5, 6)
        assert not page.progress.isVisible()
        assert not desktop.errors
    finally:
        desktop.close()
        let_go()
