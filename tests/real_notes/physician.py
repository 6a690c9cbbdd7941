"""A physician at the block editor: everything is typed, clicked or chosen in the window."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

from mbb_desktop.clinical.block import Block, Item
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.people import Patient
from mbb_desktop.settings import Settings
from mbb_desktop.storage.vault import Vault
from mbb_desktop.ui.block_editor import BlockEditor
from mbb_desktop.ui.chart_page import ChartPage
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.more_panel import GroupPanel
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.sign_card import SignCard
from mbb_desktop.ui.tasks import InlineTasks
from mbb_desktop.ui.workplace import Workplace
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.issue_paper import signed_paper
from tests.real_notes.hands import Place
from tests.real_notes.printed import PrintedNote, printed_note
from tests.ui.driver import Driver
from tests.ui.rooms import PHYSICIAN, PIN, Clock


@dataclass
class Physician:
    """In front of the window; `window` is the whole of it as a place for hands."""

    workplace: Workplace
    main: MainWindow
    hands: Driver
    session: Session

    @property
    def window(self) -> Place:
        return Place(self.main, self.hands)

    @property
    def editor(self) -> BlockEditor:
        shown = self.main.shown()
        assert isinstance(shown, BlockEditor)
        return shown

    # The chart

    @contextmanager
    def complaint(self) -> Iterator[Place]:
        """The complaint in the chart that is open, saved at the end."""
        chart = self.main.shown()
        assert isinstance(chart, ChartPage)
        tabs = self.window.find(QTabBar, "Parts of the chart")
        names = [tabs.tabText(at) for at in range(tabs.count())]
        self.hands.click(tabs, tabs.tabRect(names.index("Complaint")).center())
        form = Place(chart, self.hands)
        yield form
        form.press("Save")

    def starts_block(self) -> None:
        self.hands.key("ctrl+n")

    # Levels and anesthetic

    def types_levels(self, text: str) -> None:
        self.hands.key("f2")
        self.hands.key("ctrl+a")
        self.hands.type(text)
        self.hands.key("enter")

    def presses_anesthetic(self, number: str) -> None:
        self.hands.key("f3")
        self.hands.key(number)

    def enters_syringe(self, *drugs: tuple[str, str]) -> None:
        """Any drug and strength (in percent), or several that were mixed: the last of the anesthetics."""
        self.presses_anesthetic("4")
        with self.window.card() as card:
            for agent, percent in drugs:
                card.press("Add a drug to the mixture")
                card.fill("Drug", agent)
                card.fill("Strength as injected", f"{percent} %")

    def types_volume(self, volume: str) -> None:
        """The same volume at every nerve, in mL, such as `0.5` or `<0.5`."""
        table = Place(self.editor.work.anesthetic.volumes, self.hands)
        for cell in [each.accessibleName() for each in table.lines()]:
            table.fill(cell, volume)

    # As performed, and what is behind it

    def accepts(self, *items: Item) -> None:
        """What is proposed, one chip after the other."""
        for item in items:
            self.window.click(self.editor.work.strip.chips[item])

    def accepts_the_rest(self) -> None:
        self.hands.key("f9")

    @contextmanager
    def details(self, item: Item) -> Iterator[Place]:
        """The card of a chip, to record something else than is proposed: its right end opens it."""
        chip = self.editor.work.strip.chips[item]
        self.window.click(chip, chip.rect().center() + QPoint(chip.width() // 2 - 8, 0))
        with self.window.card() as card:
            yield card

    def enters_steroid(self, agent: str, milligrams: str, in_milliliters: str) -> None:
        with self.details(Item.STEROID) as card:
            card.press("Add a drug")
            card.fill("Drug", agent)
            card.fill("Amount", milligrams)
            card.fill("In a syringe of", in_milliliters)

    def enters_skin_anesthetic(self, agent: str, percent: str, *ticks: str) -> None:
        with self.details(Item.SKIN) as card:
            card.press("Add a drug")
            card.fill("Drug", agent)
            card.fill("Strength", f"{percent} %")
            for words in ticks:
                card.press(words)

    def enters_sedation(self, level: str, agent: str = "", milligrams: str = "") -> None:
        with self.details(Item.SEDATION) as card:
            card.press(f"Level: {level}")
            if agent:
                card.press("Add a drug")
                card.fill("Drug", agent)
                card.fill("Dose", milligrams)

    def enters_contrast(self, agent: str, iodine: str) -> None:
        """Which one, in mg of iodine per mL; nothing about its volume."""
        with self.details(Item.CONTRAST) as card:
            card.press("Add a drug")
            card.fill("Drug", agent)
            card.fill("Iodine", iodine)

    def enters_no_contrast(self, reason: str) -> None:
        with self.details(Item.CONTRAST) as card:
            card.press("No contrast was used")
            card.fill("Reason for no contrast", reason)

    def enters_needle(self, gauge: str, length: str = "", kind: str = "") -> None:
        """`length` with its unit, such as `3.5 in`."""
        with self.details(Item.NEEDLE) as card:
            card.fill("Gauge", gauge)
            if length:
                card.fill("Length", length.split()[0])
                card.press(f"Unit of length: {length.split()[1]}")
            if kind:
                card.fill("Type", kind)

    def enters_prep(self, prep: str, remark: str) -> None:
        with self.details(Item.PREP) as card:
            card.choose("Skin prep", prep)
            card.fill("Other prep, or a remark", remark)

    def enters_position(self, position: str) -> None:
        with self.details(Item.POSITION) as card:
            card.fill("Position", position)

    def enters_consent(self, kind: str, about: str = "") -> None:
        with self.details(Item.CONSENT) as card:
            card.press(f"Consent: {kind}")
            card.fill("Explained by", PHYSICIAN.signs_as)
            if about:
                card.fill("About", about)

    @contextmanager
    def more(self, title: str) -> Iterator[Place]:
        """A group of More facts."""
        self.window.click(self.editor.head.more)
        groups = self.main.findChildren(GroupPanel)
        group = next(each for each in groups if each.group.title == title)
        if not group.is_open():
            self.window.click(group.head)
        yield Place(group, self.hands)
        self.window.press("Back to the block")

    def enters_diagnoses(self, *before: str, code: str = "", after: str = "") -> None:
        """`after` is the same when it is left out."""
        with self.more("Diagnosis") as group:
            for each in before:
                group.press("Add a diagnosis before the block")
                group.fill("Diagnosis", each)
            if code:
                group.fill("ICD-10-CM", code)
            if after:
                group.press("Add a diagnosis after the block")
                group.fill("Diagnosis", after)
            else:
                group.press("After the block the same diagnosis: Yes")

    def enters_technique(self, **entered: str) -> None:
        """Fluoroscopy, and each input of its group by its label."""
        with self.more("Technique and fluoroscopy details") as group:
            group.choose("Guidance", "Fluoroscopy")
            for label, text in entered.items():
                group.fill(label.capitalize(), text)

    def enters_brand(self, drug: str, brand: str) -> None:
        with self.more("Drugs: lot, expiry, vial, discarded") as group:
            names = [line.text() for line in group.lines() if line.accessibleName().endswith("Drug")]
            group.fill("Brand", brand, row=names.index(drug))

    def enters_times(self, needle_out: str, seconds: str) -> None:
        self.window.fill("Needle out", needle_out)
        self.window.fill("Fluoroscopy time in seconds", seconds)

    def enters_time_out(self, led_by: str, at: str) -> None:
        self.window.fill("Who led the time-out", led_by)
        self.window.fill("Time of the time-out", at)

    def enters_tolerance(self, words: str) -> None:
        with self.more("Findings and course") as group:
            group.fill("Tolerated", words)

    def enters_landmark(self, landmark: str) -> None:
        """Another landmark than the usual one, at every target."""
        with self.more("Each target") as group:
            for row in range(len(self.editor.draft.block.targets)):
                group.fill("Landmark, if another", landmark, row=row)

    def writes_plan(self, text: str) -> None:
        with self.more("Plan") as group:
            group.write("Plan", text)

    def adds_text(self, text: str) -> None:
        """A sentence beside the generated note, marked as added: for a fact without an input of its own."""
        self.window.press("Add text")
        card = self.window.shown_card()
        card.write("Text to add", text)
        card.press("Add")

    # The end

    def signs(self, patient: Patient) -> PrintedNote:
        """Sign and lock with the PIN, then read the frozen paper."""
        missing = [each.sentence for each in self.editor.missing()]
        assert not missing, missing
        block: Block = self.editor.draft.block
        self.hands.key("ctrl+enter")
        (card,) = self.main.findChildren(SignCard)
        assert QTest.qWaitForWindowActive(card)
        self.hands.type(PIN)
        while not card.read.is_done():
            self.hands.key("space")
        self.hands.key("enter")
        return printed_note(self.paper_of(block), patient)

    def paper_of(self, block: Block) -> bytes:
        """The frozen note of a block."""
        desk = Desk(self.session.store, PHYSICIAN, self.session.now())
        return signed_paper(desk, block.id, PaperKind.PROCEDURE_NOTE).pdf


@contextmanager
def physician_at_work(vault: Vault, clock: Clock, settings: Settings) -> Iterator[Physician]:
    """The real window, unlocked for the physician; everything is done at once."""
    session = Session(vault.store, PHYSICIAN, clock, InlineTasks(), signing_key=vault.signing_key)
    window = MainWindow(clock)
    window.resize(1440, 900)
    workplace = Workplace(window, session, settings)
    window.show()
    window.activateWindow()
    workplace.begin(())
    QApplication.processEvents()
    try:
        yield Physician(workplace, window, Driver(window), session)
    finally:
        window.close()
        session.lock()
        window.deleteLater()
        QApplication.processEvents()
