"""Analytics: what the clinic's blocks showed, how far patients came, doses, and what is missing."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.counted import Dose, Period, Stage
from mbb_desktop.clinical.counting import year_to
from mbb_desktop.clinical.figures import Figures, figures
from mbb_desktop.clinical.rates import By
from mbb_desktop.clinical.share import Share
from mbb_desktop.clinical.shown import show_date, show_time
from mbb_desktop.ui import figure_words, theme
from mbb_desktop.ui.choices import Combo
from mbb_desktop.ui.export_card import ExportCard, figures_offer
from mbb_desktop.ui.figure_card import FigureCard, Head, Row, figure_columns
from mbb_desktop.ui.figure_tile import Steps, Tile
from mbb_desktop.ui.figure_words import Shown
from mbb_desktop.ui.fitted_table import FittedTable
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.parts import (
    Button,
    Card,
    Notice,
    appear,
    card,
    grey,
    help_text,
    line,
    muted,
    scrolled,
    stack,
)
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.figures import Counts, count_records

_LOOK_MS = 100
_TWO_COLUMNS = 1020
_REGIONS: tuple[Region | None, ...] = (None, *Region)


class AnalyticsPage(QWidget):
    """Counts only: no name of a patient is read for this page."""

    lots_asked = Signal()

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._turn = self._picture = 0
        self._steps = Steps()
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(self._show_steps)
        self._counts: Counts | None = None
        self._figures: Figures | None = None
        self._by: tuple[By, ...] = ()
        self._columns = 0
        self.period, self.region = Combo(), Combo()
        self.export = Button(self.tr("Export"), icon="download")
        self.again = Button(self.tr("Count again"), icon="refresh-cw")
        self._said = muted("")
        self.progress = QProgressBar()
        self._notice = Notice("", "info", "info")
        self.tiles = [Tile(title) for title in self._tile_titles()]
        self._make_cards()
        self._build()
        self._connect()
        self.setFocusProxy(self.period)

    def entered(self) -> None:
        """Count when nothing is shown yet; what is shown stays until somebody asks again."""
        if self._counts is None and not self._looking.isActive():
            self.count()

    def count(self) -> None:
        """Count the records of the chosen period; a later choice makes an earlier reply void."""
        self._turn += 1
        turn, self._steps = self._turn, Steps()
        self._looking.start()
        self.progress.setRange(0, 0)
        self.progress.setVisible(True)
        self._said.setText(self.tr("Counting"))
        grey(self.export, self.tr("The figures are being counted."))
        counting = self._session.beside(count_records, self._chosen_period(), self._steps.tell)
        counting.then(lambda counts: self._on_counted(turn, counts), receiver=self).failed(self._on_failed)

    def figures(self) -> Figures | None:
        """What is shown."""
        return self._figures

    def chosen_region(self) -> Region | None:
        """The region that is shown; None for all."""
        return _REGIONS[self.region.currentIndex()]

    def ask_for_export(self) -> ExportCard | None:
        """Ask how the lists behind the figures are to be saved."""
        if self._counts is None:
            return None
        offer = figures_offer(self._session, self, self._counts, self.chosen_region())
        asking = ExportCard(self._session, self._window, offer)
        asking.open()
        return asking

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cards()

    # Building

    def _tile_titles(self) -> tuple[str, ...]:
        return (
            self.tr("Blocks signed"),
            self.tr("Positive 1st block"),
            self.tr("Confirmed by two"),
            self.tr("24 h score in time"),
            self.tr("Opening to signature"),
        )

    def _make_cards(self) -> None:
        tr = self.tr
        months = _heads(
            tr("Month"), (tr("Positive"), 76), (tr("Negative"), 80), (tr("Undecided"), 88), (tr("All"), 64)
        )
        self.months = FigureCard(tr("Blocks per month"), months, high=210)
        left = (
            (tr("Negative"), 76),
            (tr("Ended"), 62),
            (tr("Other way"), 82),
            (tr("Waiting"), 70),
            (tr("Lost"), 54),
        )
        stages = _heads(tr("Stage"), (tr("Reached"), 100), *left)
        self.funnel = FigureCard(tr("From first block to outcome"), stages, high=250)
        everybody = self._sees_everybody()
        self._by = tuple(by for by in By if everybody or by is not By.PHYSICIAN)
        shares = ((tr("Positive"), 96), (tr("Percent"), 66), (tr("95 % interval"), 98))
        groups = _heads(tr("Group"), *shares, (tr("Not assessable"), 108), (tr("Open"), 54))
        ways = [tr(_BY_WORDS[by]) for by in self._by]
        self.rates = FigureCard(tr("Positive rate"), groups, high=210, ways=ways)
        spread = ((tr("Median"), 76), (tr("Lowest"), 76), (tr("Highest"), 76))
        doses = _heads(tr("Month"), (tr("Recorded"), 104), *spread)
        self.doses = FigureCard(tr("Dose"), doses, high=210, ways=[tr(_DOSE_WORDS[which]) for which in Dose])
        sums = _heads(tr("Sum"), (tr("Every value"), 100), (tr("Value missing"), 112))
        self.sums = FigureCard(tr("Dose of 12 months per patient"), sums, high=170)
        slots = _heads(tr("Score"), (tr("Known"), 150), (tr("Asked, not known"), 130), (tr("Not asked"), 90))
        self.slots = FigureCard(tr("Scores after the block"), slots, high=190)
        self.times = FigureCard(tr("Time to document"), _heads(tr("Time"), (tr("Notes"), 88)), high=170)
        self.missing = card(tr("Missing data"), flush=True)
        heads = _heads(tr("Item"), (tr("Records"), 112), (tr("Percent"), 88))
        self.gaps: FittedTable[Row] = FittedTable(figure_columns(heads), tr("Missing data"), 34)

    def _sees_everybody(self) -> bool:
        return self._session.may(Permission.SEE_ALL_FIGURES)

    def _build(self) -> None:
        content = QWidget()
        column = stack(content, spacing=12, margins=(20, 16, 20, 16))
        column.addLayout(self._filters())
        column.addWidget(self.progress)
        column.addWidget(self._notice)
        self._tile_row = QWidget()
        self._tile_grid = _grid(self._tile_row)
        column.addWidget(self._tile_row)
        self._cards = QWidget()
        self._grid = _grid(self._cards)
        self._fill_missing()
        column.addWidget(self._cards)
        column.addStretch()
        stack(self, spacing=0).addWidget(scrolled(content))
        self._place_cards()
        for part in (self._tile_row, self._cards, self.progress):
            part.setVisible(False)

    def _filters(self) -> QHBoxLayout:
        self.period.addItems([words for words, _period in self._periods()])
        self.period.setAccessibleName(self.tr("Period"))
        self.region.addItems([self.tr("All regions"), *(self.tr(r.value.capitalize()) for r in Region)])
        self.region.setAccessibleName(self.tr("Region"))
        self._said.setWordWrap(True)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Counting"))
        row = line(spacing=8)
        for part in (self.period, self.region):
            row.addWidget(part)
        row.addSpacing(theme.px(6))
        row.addWidget(self._said, 1)
        lots = Button(self.tr("Lots and recalls"), icon="search")
        lots.clicked.connect(self.lots_asked)
        appear(lots, self._session.may(Permission.OPEN_CHART))
        for button in (lots, self.again, self.export):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        return row

    def _fill_missing(self) -> None:
        self._drafts = help_text("")
        self._gap_words = help_text("")
        self.missing.body.addWidget(self.gaps)
        below: QVBoxLayout = stack(spacing=6, margins=(16, 8, 16, 14))
        for part in (self._drafts, self._gap_words):
            below.addWidget(part)
        self.missing.body.addStretch()
        self.missing.body.addLayout(below)

    def _place_cards(self) -> None:
        """Two columns where there is room, else one; five tiles in a row, else three."""
        room = self.width() / theme.px(_TWO_COLUMNS)
        columns, in_row = (2, 5) if room >= 1 else (1, 3)
        if columns == self._columns:
            return
        self._columns = columns
        left: Sequence[Card] = (self.months, self.rates, self.slots, self.times)
        right: Sequence[Card] = (self.funnel, self.doses, self.sums, self.missing)
        every = [card for pair in zip(left, right, strict=True) for card in pair]
        for at, each in enumerate(every):
            self._grid.addWidget(each, at // columns, at % columns)
        for at, tile in enumerate(self.tiles):
            self._tile_grid.addWidget(tile, at // in_row, at % in_row)
        for column in (0, 1):
            self._grid.setColumnStretch(column, int(column < columns))
        for column in range(5):
            self._tile_grid.setColumnStretch(column, int(column < in_row))

    def _connect(self) -> None:
        self.period.activated.connect(self.count)
        self.region.activated.connect(self._work_out)
        self.again.clicked.connect(self.count)
        self.export.clicked.connect(self.ask_for_export)
        self.rates.way_chosen.connect(self._show_rates)
        self.doses.way_chosen.connect(self._show_dose)

    # Counting

    def _periods(self) -> tuple[tuple[str, Period], ...]:
        today = self._session.now().date()
        year = today.year
        return (
            (self.tr("Last 12 months"), year_to(today)),
            (self.tr("Last 3 months"), Period(today - timedelta(days=91), today)),
            (self.tr("This year"), Period(date(year, 1, 1), today)),
            (self.tr("Last year"), Period(date(year - 1, 1, 1), date(year - 1, 12, 31))),
            (self.tr("Last 5 years"), Period(date(year - 5, today.month, 1), today)),
        )

    def _chosen_period(self) -> Period:
        return self._periods()[max(0, self.period.currentIndex())][1]

    def _show_steps(self) -> None:
        self.progress.setRange(0, self._steps.of)
        self.progress.setValue(self._steps.done)

    def _on_counted(self, turn: int, counts: Counts) -> None:
        if turn != self._turn:
            return
        self._stop_looking()
        self._counts = counts
        self._work_out()

    def _on_failed(self, error: Exception) -> None:
        self._stop_looking()
        self._said.setText(self.tr("Not counted"))
        self._session.failed.emit(error)

    def _stop_looking(self) -> None:
        self._looking.stop()
        self.progress.setVisible(False)

    # Showing

    def _work_out(self) -> None:
        """Make the figures of the chosen region from what was counted."""
        counts = self._counts
        if counts is None:
            return
        self._picture += 1
        turn = self._picture
        working = self._session.work(figures, counts.counted, counts.physicians, self.chosen_region())
        working.then(lambda found: self._show_figures(turn, counts, found), receiver=self)

    def _show_figures(self, turn: int, counts: Counts, found: Figures) -> None:
        if turn != self._picture:
            return
        self._figures = found
        whose = self.tr("Own blocks") if counts.own else self.tr("All physicians")
        days = localized(f"{show_date(found.period.first)} to {show_date(found.period.last)}")
        self._said.setText(
            self.tr("{0}, {1}, counted {2}. No patient is named here.").format(
                whose, days, show_time(counts.at)
            )
        )
        some = found.everything.all_blocks > 0
        nothing = "" if some else self.tr("Figures appear after the first signed block of the period.")
        self._notice.show_text(nothing)
        for part in (self._tile_row, self._cards):
            part.setVisible(some)
        grey(self.export, nothing)
        if some:
            self._show_tiles(found)
            self._show_cards(found)

    def _show_tiles(self, found: Figures) -> None:
        signed, first, confirmed, called, signing = self.tiles
        blocks, second = found.everything, found.funnel[1]
        tests = sum(each.tests.all_blocks for each in found.months)
        signed.show_value(f"{blocks.all_blocks:,}", self.tr("{0} own diagnostic tests").format(f"{tests:,}"))
        firsts = next((rate for rate in found.rates[By.NUMBER] if rate.label == "1st block"), None)
        first.show_share(firsts.positive if firsts else Share(0, 0), self.tr("decided"))
        both = next(step for step in found.funnel if step.stage is Stage.CONFIRMED)
        assert second.reached.count == both.reached.of
        confirmed.show_share(both.reached, self.tr("with two blocks"))
        called.show_share(found.in_time, self.tr("due"))
        notes = self.tr("median of {0} notes").format(f"{found.times.notes:,}")
        few = self.tr("{0} notes").format(found.times.notes)
        signing.show_value(found.times.middle or self.tr("too few"), notes if found.times.middle else few)

    def _show_cards(self, found: Figures) -> None:
        self.months.show_figure(figure_words.months_shown(found))
        none = self.tr("No complaint had its first test in this period.")
        self.funnel.show_figure(
            figure_words.funnel_shown(found), "" if found.funnel[0].reached.count else none
        )
        self._show_rates()
        self._show_dose()
        self.slots.show_figure(figure_words.slots_shown(found))
        self._show_times(figure_words.times_shown(found), bool(found.times.bands))
        self.gaps.show_records(figure_words.missing_rows(found))
        self.gaps.fit()
        self._gap_words.setText(figure_words.missing_words(found))
        drafts = self.tr("Notes still drafts a day after the block: {0}, in any region and period.")
        self._drafts.setText(drafts.format(found.unsigned))

    def _show_times(self, shown: Shown, some: bool) -> None:
        self.times.show_figure(shown, "" if some else self.tr("Too few notes."))

    def _show_rates(self, _at: int = 0) -> None:
        if self._figures is not None and self.rates.ways is not None:
            by = self._by[self.rates.ways.chosen() or 0]
            self.rates.show_figure(figure_words.rates_shown(self._figures, by))

    def _show_dose(self, _at: int = 0) -> None:
        if self._figures is not None and self.doses.ways is not None:
            which = list(Dose)[self.doses.ways.chosen() or 0]
            self.doses.show_figure(figure_words.dose_shown(self._figures, which))
            none = "" if self._figures.year[which].highest is not None else self.tr("No value is recorded.")
            self.sums.show_figure(figure_words.sums_shown(self._figures, which), none)


def _heads(first: str, *others: Head) -> tuple[Head, ...]:
    return (first, None), *others


def _grid(on: QWidget) -> QGridLayout:
    grid = QGridLayout(on)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(theme.px(12))
    return grid


_BY_WORDS = {By.NUMBER: "Number", By.REGION: "Region", By.AGENT: "Anesthetic", By.PHYSICIAN: "Physician"}
_DOSE_WORDS = {Dose.SECONDS: "Time", Dose.KERMA: "Air kerma", Dose.DAP: "DAP"}
