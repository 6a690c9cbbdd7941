"""What the rules found in a course: every criterion with its evidence, its rule, and why."""

import re
from collections import deque
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from mbb_desktop.clinical.criteria import WORST_FIRST, Verdict
from mbb_desktop.clinical.enclosure import Enclosure
from mbb_desktop.clinical.explain import say_finding
from mbb_desktop.clinical.phrases import of
from mbb_desktop.clinical.rules import Finding, Judgement
from mbb_desktop.documents.amounts import tied
from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Chip
from mbb_desktop.ui.finding_words import FindingWords
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import (
    Button,
    Tone,
    appear,
    clear,
    help_text,
    line,
    put,
    rule_line,
    stack,
    words,
)

Reasons = Callable[[Finding], Sequence[tuple[str, str]]]
"""Gives labels and words of what a finding rests on; asked when somebody opens it."""
Source = Callable[[Finding], str]
"""Names the record that a finding was read in, for the link to it; empty without one."""
Scans = Callable[[Finding], Sequence[Enclosure]]
"""Gives the scans that show what a finding is about."""

_LONG = 100
_AT_FIRST = 12
"""More than a window shows; whoever scrolls at once does so slower than the others are made."""

_AT_ONCE = 7
_DATE = re.compile(r"(\d\d)-([A-Z][a-z]{2})-(\d{4})")

LOOKS: dict[Verdict, tuple[Tone, str]] = {
    Verdict.MET: ("ok", "circle-check"),
    Verdict.NOT_MET: ("danger", "circle-x"),
    Verdict.UNKNOWN: ("warn", "triangle-alert"),
    Verdict.NOT_YET: ("neutral", "clock"),
    Verdict.DOES_NOT_APPLY: ("neutral", "minus"),
}
"""The tone and the icon of each verdict; the word comes from the phrases."""


def verdict_chip(verdict: Verdict, count: int | None = None) -> Chip:
    """`Met`, or `2 missing`."""
    tone, icon = LOOKS[verdict]
    return Chip(of(verdict) if count is None else f"{count} {of(verdict).lower()}", tone, icon)


class FindingLine(QFrame):
    """One criterion; Why opens what it rests on."""

    mend_asked = Signal(object)
    source_asked = Signal(object)
    scan_asked = Signal(object)

    def __init__(  # noqa: PLR0913  what a line shows
        self,
        finding: Finding,
        on: date,
        why: Reasons | None = None,
        source: str = "",
        mendable: bool = False,
        *,
        scans: Sequence[Enclosure] = (),
    ) -> None:
        super().__init__()
        self.finding = finding
        self._sentences = say_finding(finding, on)
        self._reasons = why
        tone, icon = LOOKS[finding.verdict]
        grounds = {Verdict.UNKNOWN: "warn", Verdict.NOT_MET: "danger", Verdict.NOT_YET: "soft"}
        put(self, "kind", grounds.get(finding.verdict, ""))
        column = stack(self, spacing=4, margins=(10, 7, 10, 7))
        row = line(spacing=12)
        said = [_tied(localized(_one_a_line(sentence, finding))) for sentence in self._sentences]
        color = "text2" if tone == "neutral" else tone
        row.addWidget(FindingWords(icon, color, localized(finding.title), of(finding.verdict), said), 1)
        self._why = Button(self.tr("Why"), "link", "chevron-down")
        self._why.setAccessibleDescription(finding.title)
        self._why.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._why.clicked.connect(self._on_why)
        appear(self._why, why is not None)
        if mendable and finding.verdict is Verdict.UNKNOWN:
            row.addWidget(self._mend(), 0, Qt.AlignmentFlag.AlignTop)
        elif source:
            row.addWidget(self._link(source), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop)
        rule = words(finding.rule_id, "muted")
        rule.setFixedWidth(theme.px(58))
        rule.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        row.addWidget(rule, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        for scan in scans:
            column.addLayout(self._scan(scan))
        self._column = column
        self._details: _Details | None = None
        self.setAccessibleName(f"{finding.title}: {of(finding.verdict)}. {'. '.join(self._sentences)}")

    def _mend(self) -> Button:
        button = Button(self.tr("Enter it"), icon="plus")
        button.setAccessibleName(self.tr("Enter what is missing: {0}").format(self.finding.title))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _on=False: self.mend_asked.emit(self.finding))
        return button

    def is_open(self) -> bool:
        """Whether the reasons are shown."""
        return self._details is not None and self._details.isVisibleTo(self)

    def sentences(self) -> tuple[str, ...]:
        """What the record shows, what it lacks and what to mind, as shown."""
        return self._sentences

    def reasons(self) -> list[tuple[str, str]]:
        """What is unfolded."""
        return list(self._details.rows) if self._details is not None else []

    def _link(self, source: str) -> Button:
        button = Button(source, "link")
        button.setAccessibleName(self.tr("{0}, source of: {1}").format(source, self.finding.title))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _on=False: self.source_asked.emit(self.finding))
        return button

    def _scan(self, scan: Enclosure) -> QHBoxLayout:
        """A paper in the chart that shows it, whatever the verdict is."""
        row = line(spacing=4, margins=(30, 0, 0, 0))
        button = Button(self.tr("Scan: {0}").format(scan.named), "link", "file-text")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _on=False: self.scan_asked.emit(scan))
        row.addWidget(button)
        row.addStretch()
        return row

    def _on_why(self) -> None:
        if self._details is None:
            self._details = _Details(self._reasons(self.finding) if self._reasons else ())
            self._column.addWidget(self._details)
        else:
            self._details.setVisible(not self.is_open())
        self._why.show_icon("chevron-up" if self.is_open() else "chevron-down")


def _one_a_line(sentence: str, finding: Finding) -> str:
    """Long evidence of several blocks, each on a line of its own."""
    if len(sentence) > _LONG:
        for each in finding.evidence[1:]:
            sentence = sentence.replace(f"; {each.text}", f";\n{each.text}")
    return sentence


def _tied(text: str) -> str:
    """No line ends within a date, or between a number and its unit."""
    return _DATE.sub("\\1\u2011\\2\u2011\\3", tied(text))


class _Details(QWidget):
    """Labels and words of the reasons."""

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.rows = rows
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.px(30), theme.px(4), 0, theme.px(4))
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(3))
        for at, (label, said) in enumerate(rows):
            name = words(label, "fieldLabel")
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(help_text(_tied(said)), at, 1)
        grid.setColumnStretch(1, 1)


class FindingsList(QWidget):
    """Every criterion of a judgement: what fails first, then what is missing, awaited and met."""

    mend_asked = Signal(object)
    source_asked = Signal(object)
    scan_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = stack(self, spacing=0)
        self._to_make: deque[Callable[[], None]] = deque()
        self._going_on = QTimer(self, interval=0)
        self._going_on.timeout.connect(self._make_more)

    def show_judgement(
        self,
        judgement: Judgement,
        why: Reasons,
        source: Source,
        *,
        mendable: bool = True,
        scans: Scans = lambda _finding: (),
    ) -> None:
        """Replace all rows: as many as can be seen at once, the others right after they were painted."""
        clear(self._column)
        self._to_make.clear()

        def make(finding: Finding, first: bool) -> None:
            if not first:
                self._column.addWidget(rule_line())
            self._add(
                FindingLine(finding, judgement.on, why, source(finding), mendable, scans=scans(finding))
            )

        for verdict in WORST_FIRST:
            group = [finding for finding in judgement.findings if finding.verdict is verdict]
            if group:
                self._to_make.append(partial(self._add_title, verdict, len(group)))
            self._to_make += [partial(make, finding, finding is group[0]) for finding in group]
        self._make(_AT_FIRST)
        self._going_on.start()

    def _make(self, most: int) -> None:
        for _ in range(min(most, len(self._to_make))):
            self._to_make.popleft()()

    def _make_more(self) -> None:
        self._make(_AT_ONCE)
        if not self._to_make:
            self._going_on.stop()

    def _add(self, row: FindingLine) -> None:
        row.mend_asked.connect(self.mend_asked)
        row.source_asked.connect(self.source_asked)
        row.scan_asked.connect(self.scan_asked)
        self._column.addWidget(row)

    def _add_title(self, verdict: Verdict, count: int) -> None:
        self._column.addWidget(self._title(verdict, count))

    def _title(self, verdict: Verdict, count: int) -> QLabel:
        title = words(self.tr("{0}: {1}").format(of(verdict), count), "fieldLabel")
        title.setContentsMargins(theme.px(10), theme.px(10), 0, theme.px(4))
        return title

    def lines(self) -> list[FindingLine]:
        """Every row, from top to bottom."""
        self._make(len(self._to_make))
        items = (self._column.itemAt(at) for at in range(self._column.count()))
        found = (item.widget() for item in items if item is not None)
        return [widget for widget in found if isinstance(widget, FindingLine)]
