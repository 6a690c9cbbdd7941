"""Pain after the block: the grid, the curve and what both mean; blind for who only collects the scores."""

from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.performed import SERIES, sides_of, window_of
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.relief_words import say_run
from mbb_desktop.clinical.response import BEFORE, SLOTS, Mode, Reading, Response, Series
from mbb_desktop.clinical.scoring import (
    asked_at,
    is_due,
    is_late,
    when_due,
)
from mbb_desktop.clinical.shown import elapsed_minutes, listed, show_date, show_minutes, show_minutes_short
from mbb_desktop.clinical.verdict import BlockVerdict, assess
from mbb_desktop.drawing import relief_chart as chart
from mbb_desktop.drawing.chart_axes import AxisWords
from mbb_desktop.ui import theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.day_card import DayCard, with_day
from mbb_desktop.ui.elided import ElidedLabel
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.pain_grid import GridFacts, Head
from mbb_desktop.ui.parts import Button, body, keycap, line, section_title, stack, words
from mbb_desktop.ui.score_entry import Learned, ScoreEntry
from mbb_desktop.ui.spine_view import ThemedView
from mbb_desktop.ui.visit import Visit

_IN_CLINIC_UNTIL = 30
"""Minutes: the patient is there for the readings up to this one; later ones may come by telephone."""

_SERIES_WORDS = {Series.LEFT: "Left", Series.RIGHT: "Right", Series.OVERALL: "Overall"}
_MARKERS: dict[Series, chart.Marker] = {
    Series.LEFT: "square",
    Series.RIGHT: "circle",
    Series.OVERALL: "diamond",
}
_TOKENS = {Series.LEFT: "left", Series.RIGHT: "right", Series.OVERALL: "text2"}


class ReliefView(ThemedView):
    """The curve, as wide as there is room."""

    def __init__(self) -> None:
        self._shown: tuple[chart.Relief, bool] | None = None
        self._room = (0.0, 0.0)
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Pain against hours since needle-out"))
        self.room_changed.connect(self._on_room)

    def show_relief(self, relief: chart.Relief, *, blind: bool) -> None:
        """Draw these curves; nothing is done when they are the same."""
        if (relief, blind) != self._shown:
            self._shown = (relief, blind)
            self.draw_soon()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(96))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(96))

    def draw(self) -> None:
        if self._shown is None or min(self._room) < 15:
            return
        relief, blind = self._shown
        said = AxisWords(before=self.tr("Pre"), needle_out=self.tr("needle out"))
        self.set_drawing(chart.relief_chart(relief, size=self._room, blind=blind, words=said))

    def _on_room(self, width: float, height: float) -> None:
        self._room = (width, height)
        self.draw_soon()


class PainPanel(ScoreEntry):
    """Writes scores into the draft's response; times count from needle-out."""

    def __init__(self, draft: BlockDraft, visit: Visit, blind: bool) -> None:
        super().__init__(draft, blind=blind, half_points=visit.clinic.half_points)
        self._visit = visit
        column = stack(self, spacing=4)
        column.addLayout(head := self._head())
        self._source = self._source_row()
        column.addWidget(self._source)
        column.addWidget(self.grid)
        column.addWidget(self._problem)
        self.day = Button(self.tr("Medicines, movements"), "link", "list")
        self.day.setToolTip(self.tr("What else happened that day, and pain in another area"))
        self.day.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.day.clicked.connect(self._ask_day)
        head.insertWidget(2, self.day)
        self.curve = ReliefView()
        column.addWidget(self.curve, 100)
        self.verdict = body("")
        column.addWidget(self.verdict)
        column.addStretch()
        self._clock = QTimer(self, interval=20_000)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        self.refresh()

    def _head(self) -> QHBoxLayout:
        row = line(spacing=8)
        course = self._visit.course
        about = [
            "NRS",
            course.pain_area,
            self.tr("on {0}").format(course.provoked_by) if course.provoked_by else "",
        ]
        self._count = words("", "help")
        row.addWidget(section_title(self.tr("Pain")))
        row.addWidget(ElidedLabel(", ".join(filter(None, about))), 1)
        row.addWidget(self._count)
        row.addWidget(keycap("F5"))
        return row

    def _source_row(self) -> QWidget:
        holder = QWidget()
        row = line(holder, spacing=8)
        self.mode: ChoiceEditor[Mode] = ChoiceEditor([(mode, mode.value.capitalize()) for mode in Mode])
        self.mode.name(self.tr("How the scores were learned"))
        row.addWidget(words(self.tr("Scores entered late were learned"), "help"))
        row.addWidget(self.mode)
        row.addStretch()
        return holder

    # Showing

    def refresh(self) -> None:
        """Show what the draft has now; readings open as their time comes."""
        block, response, now = self._draft.block, self._draft.response, self._draft.now()
        rows = self._rows(block, response)
        places = [(series, slot) for series in rows for slot in (BEFORE, *SLOTS)]
        facts = GridFacts(
            rows,
            tuple(self._heads(block, response)),
            {place: self.cell(*place, now) for place in places},
            {} if self._blind else {series: self._end(response, series) for series in rows},
            "" if self._blind else self._end_title(),
        )
        self.grid.show_facts(facts)
        self._say_count(block, response, now)
        day_is_over = block.needle_out is not None and now - block.needle_out > timedelta(minutes=90)
        asked_late = day_is_over or any(
            is_late(block, slot, now) and response.reading(series, slot) is None for series, slot in places
        )
        self._source.setVisible(asked_late and self._draft.scores_are_editable())
        self._show_curve(block, response)
        self._say_verdict(block, response)

    def count_text(self) -> str:
        """`3 readings in, next due 11:31`."""
        return self._count.text()

    def _rows(self, block: Block, response: Response) -> tuple[Series, ...]:
        sides = {SERIES[side] for side in sides_of(block)}
        return tuple(s for s in Series if s is Series.OVERALL or s in sides or s in response.rated)

    def _heads(self, block: Block, response: Response) -> list[Head]:
        before = [r for r in response.readings if r.slot == BEFORE]
        heads = [Head(BEFORE, self.tr("Pre"), f"{before[0].at:%H:%M}" if before else "")]
        for slot in SLOTS:
            due = when_due(block, slot)
            asked = min((r for r in response.readings if r.slot == slot), key=lambda r: r.at, default=None)
            minutes = asked_at(block, asked) if asked else None
            if due is None:
                heads.append(Head(slot, show_minutes(slot), ""))
            elif asked is not None and minutes is not None:
                heads.append(Head(slot, f"{asked.at:%H:%M}", show_minutes_short(minutes)))
            else:
                other_day = due.date() != block.performed_on and slot == SLOTS[-1]
                above = show_date(due.date())[:6] if other_day else f"{due:%H:%M}"
                heads.append(Head(slot, above, show_minutes(slot)))
        return heads

    def _end_title(self) -> str:
        threshold = self._visit.threshold
        if threshold is None:
            return ""
        over = self.tr("over ") if threshold.over else ""
        return self.tr("{0}{1} % is").format(over, plain(threshold.percent))

    def _end(self, response: Response, series: Series) -> str:
        limit = self._limit(response, series)
        if limit is None:
            return ""
        return self.tr("{0} or less").format(plain(limit)) if limit else "0"

    def _limit(self, response: Response, series: Series) -> Decimal | None:
        baseline, threshold = response.baseline(series), self._visit.threshold
        if baseline is None or threshold is None:
            return None
        step = Decimal("0.5") if self._visit.clinic.half_points else Decimal(1)
        return threshold.highest_score(baseline, step)

    def _say_count(self, block: Block, response: Response, now: datetime) -> None:
        count = len({reading.slot for reading in response.readings})
        due = next((slot for slot in SLOTS if not is_due(block, slot, now)), None)
        at = None if due is None else when_due(block, due)
        said = [self.tr("{0} readings in").format(count) if count != 1 else self.tr("1 reading in")]
        if at is not None:
            said.append(self.tr("next due {0}").format(f"{at:%H:%M}"))
        if self._count.text() != ", ".join(said):
            self._count.setText(", ".join(said))

    # The curve and the verdict

    def _show_curve(self, block: Block, response: Response) -> None:
        self.curve.show_relief(
            chart.Relief(
                tuple(self._curve(block, response, series) for series in response.rated),
                self._windows(block),
                self._thresholds(response),
            ),
            blind=self._blind,
        )
        self._fit_curve()

    def _curve(self, block: Block, response: Response, series: Series) -> chart.Curve:
        readings = sorted((r for r in response.readings if r.series is series), key=lambda r: r.slot)
        points = tuple((_minutes(block, r), r.score) for r in readings if not self.is_hidden(r))
        dash = (1.2, 0.9) if series is Series.OVERALL else ()
        return chart.Curve(_SERIES_WORDS[series], points, _TOKENS[series], _MARKERS[series], dash)

    def _windows(self, block: Block) -> tuple[chart.Window, ...]:
        window = window_of(block, self._visit.agents)
        if window is None:
            return ()
        names = " + ".join(self._visit.tall_name(d.agent) for d in block.drugs if d.use.name == "TARGET")
        label = self.tr("{0} window {1}").format(names, localized(window.words))
        return (chart.Window(label, window.start, window.end, "accent"),)

    def _thresholds(self, response: Response) -> tuple[chart.Threshold, ...]:
        by_score: dict[Decimal, list[Series]] = {}
        for series in response.rated:
            limit = self._limit(response, series)
            if limit is not None:
                by_score.setdefault(limit, []).append(series)
        return tuple(self._threshold(score, rows) for score, rows in by_score.items())

    def _threshold(self, score: Decimal, rows: list[Series]) -> chart.Threshold:
        who = ", ".join(_SERIES_WORDS[series] for series in rows).capitalize()
        limit = self.tr("NRS {0} or less").format(plain(score)) if score else self.tr("NRS 0")
        token = _TOKENS[rows[0]] if len(rows) == 1 and rows[0] is not Series.OVERALL else "ok"
        return chart.Threshold(f"{who}: {limit}", score, token)

    def _say_verdict(self, block: Block, response: Response) -> None:
        said = "" if self._blind else self._verdict_text(block, response)
        if self.verdict.text() != said:
            self.verdict.setText(said)
        self.verdict.setVisible(bool(said))

    def _verdict_text(self, block: Block, response: Response) -> str:
        rules, threshold = self._visit.rule_set, self._visit.threshold
        scored = any(reading.slot != BEFORE for reading in response.readings)
        if rules is None or threshold is None or not scored:
            return ""
        assessed = assess(block, response, threshold, self._visit.agents)
        decided = [result for result in assessed.series if result.verdict is not BlockVerdict.INSUFFICIENT]
        if not decided:
            return ""
        parts = [
            f"{_SERIES_WORDS[result.series]}: {result.title.lower()}, {say_run(result.measures)}"
            for result in decided
        ]
        drug = listed([self._visit.tall_name(agent) for agent in assessed.agents])
        return "; ".join(parts) + f". {drug}, {rules.named}."

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_curve()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _fit_curve(self) -> None:
        """The curve gives way when the window is low; the grid never does."""
        roomy = self.window().height() >= theme.px(800)
        if self.curve.isHidden() is roomy:
            self.curve.setVisible(roomy)

    # Changing

    def learned(self, series: Series, slot: int) -> Learned | str:
        mode = self._mode_of(series, slot)
        if mode is None:
            return self.tr("How was this score learned? Choose it above, then enter the score.")
        return Learned(mode)

    def _mode_of(self, series: Series, slot: int) -> Mode | None:
        """Asked in the clinic when it is entered while it is due; else somebody has to say, or has said."""
        chosen = self.mode.value()
        if not is_late(self._draft.block, slot, self._draft.now()):
            told = self._source.isVisible() and slot > _IN_CLINIC_UNTIL
            return chosen if chosen and told else Mode.IN_CLINIC
        known = self._corrected(series, slot).reading(series, slot)
        return chosen or (known.mode if known else None)

    def _ask_day(self) -> None:
        card = DayCard(self.window(), self._draft)
        card.kept.connect(lambda day: self._draft.change_scores(with_day(self._draft.response, day)))
        card.open()


def _minutes(block: Block, reading: Reading) -> int | None:
    if reading.slot == BEFORE:
        return None
    return reading.slot if block.needle_out is None else elapsed_minutes(block.needle_out, reading.at)
