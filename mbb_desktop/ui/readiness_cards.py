"""Beside the criteria: sessions of twelve months, the course under other rule sets, kept judgements."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.kept_judgement import KeptJudgement
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.readiness import SessionCount
from mbb_desktop.clinical.rules import Finding
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.settings import OTHER_PAYERS, Settings
from mbb_desktop.ui.chips import Chip, ChipLabel
from mbb_desktop.ui.findings import verdict_chip
from mbb_desktop.ui.flow import FlowLayout
from mbb_desktop.ui.parts import (
    Button,
    Card,
    IconLabel,
    Notice,
    appear,
    body,
    clear,
    help_text,
    line,
    muted,
    rule_line,
    stack,
    strong,
    words,
)
from mbb_desktop.workflow.judgements import BySet, SetView

_NAMED = 2


class SessionsCard(Card):
    """How many sessions of each kind, by both ways of counting the first day."""

    def __init__(self) -> None:
        super().__init__(self.tr("Sessions in any 12 months"))
        self._rows = stack(spacing=8)
        self.body.addWidget(help_text(phrase("counter.meaning")))
        self.body.addLayout(self._rows)

    def show_counts(self, counts: Sequence[SessionCount]) -> None:
        """Replace all rows."""
        clear(self._rows)
        for count in counts:
            self._rows.addLayout(self._row(count))

    def _row(self, count: SessionCount) -> QVBoxLayout:
        column = stack(spacing=1)
        head = line(spacing=8)
        head.addWidget(body(count.title), 1)
        number = strong(count.number)
        head.addWidget(number)
        column.addLayout(head)
        column.addWidget(help_text(count.words))
        for caution in count.cautions():
            column.addLayout(_caution(caution))
        return column


def _caution(text: str) -> QHBoxLayout:
    row = line(spacing=6)
    row.addWidget(IconLabel("triangle-alert", "warn", 14), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(help_text(text), 1)
    return row


class RuleSetsCard(Card):
    """The same records under other rule sets; `opened` gives the view to look at.

    `other_payers_asked` wants the views again, with those of other payers or without.
    """

    opened = Signal(object)
    other_payers_asked = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__(self.tr("By rule set"))
        self._settings = settings
        self._rows = stack(spacing=0)
        self._more = Button("", "link")
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.clicked.connect(self._on_more)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_views(self, found: BySet) -> None:
        """Replace all rows; guidelines always, other payers when somebody asked for them."""
        clear(self._rows)
        for at, view in enumerate(found.views):
            if at:
                self._rows.addWidget(rule_line())
            self._rows.addWidget(self._row(view))
        more = self.tr("Show {0} other payers").format(found.other_payers)
        self._more.say(self.tr("Hide other payers") if found.payers else more)
        self._more.setVisible(bool(found.other_payers))

    def wants_payers(self) -> bool:
        """Whether somebody asked for the rule sets of other payers."""
        return self._settings.get(OTHER_PAYERS)

    def rows(self) -> list["SetRow"]:
        """The rows, from top to bottom."""
        items = (self._rows.itemAt(at) for at in range(self._rows.count()))
        found = (item.widget() for item in items if item is not None)
        return [widget for widget in found if isinstance(widget, SetRow)]

    def _row(self, view: SetView) -> "SetRow":
        row = SetRow(view)
        row.opened.connect(self.opened)
        return row

    def _on_more(self) -> None:
        self._settings.put(OTHER_PAYERS, not self.wants_payers())
        self.other_payers_asked.emit()


class SetRow(QFrame):
    """One rule set: what it asks, how many criteria stand how, and which ones decide."""

    opened = Signal(object)

    def __init__(self, view: SetView) -> None:
        super().__init__()
        self.view = view
        column = stack(self, spacing=3, margins=(0, 8, 0, 8))
        head = line(spacing=8)
        head.addWidget(_wrapped(view.rule_set.named), 1)
        if view.judges:
            head.addWidget(ChipLabel(Chip(self.tr("In the letter"), "info", "mail")))
        else:
            look = Button(self.tr("Open"), "link")
            look.setAccessibleName(self.tr("Open {0}").format(view.rule_set.named))
            look.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            look.clicked.connect(lambda _on=False: self.opened.emit(self.view))
            head.addWidget(look)
        column.addLayout(head)
        self._said = [asks_words(view), *deciding_words(view)]
        column.addWidget(help_text(self._said[0]))
        chips = FlowLayout(across=6, down=4)
        counts = view.judgement.counts()
        for verdict in (Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET):
            if counts[verdict]:
                chips.addWidget(ChipLabel(verdict_chip(verdict, counts[verdict])))
        column.addLayout(chips)
        for sentence in self._said[1:]:
            column.addWidget(help_text(sentence))
        self.setAccessibleName(f"{view.rule_set.named}. {' '.join(self._said)}")

    def said(self) -> list[str]:
        """What it asks and what decides, as shown."""
        return self._said


def _wrapped(text: str) -> QWidget:
    label = strong(text)
    label.setWordWrap(True)
    return label


def asks_words(view: SetView) -> str:
    """`2 positive blocks, each 80 % or more`."""
    threshold = view.rule_set.threshold
    if threshold is None:
        return phrase("sets.no_relief")
    key = "sets.one_block" if view.rule_set.blocks == 1 else "sets.blocks"
    asks = phrase(key, blocks=view.rule_set.blocks, threshold=threshold.words)
    least = view.rule_set.asked
    if least is None or least.threshold == threshold:
        return asks
    return phrase("sets.alternative", asks=asks, percent=plain(least.relief))


def deciding_words(view: SetView) -> list[str]:
    """What keeps the criteria from being met, the rules that failed first."""
    said = []
    for verdict in (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET):
        found = view.decisive(verdict)
        if found:
            said.append(f"{of(verdict)}: {_named(found)}.")
            break
    said = said or [_all_met(view)]
    return said if view.elsewhere in " ".join(said) else [view.elsewhere, *said]


def _all_met(view: SetView) -> str:
    """A body that also accepts less, or a block that outlasted its window, must not look plain."""
    cautions = [f"{each.rule_id} {each.caution}" for each in view.judgement.findings if _minded(each)]
    if not cautions:
        return phrase("sets.all_met")
    return phrase("sets.all_met_caution", cautions=" ".join(cautions))


def _minded(finding: Finding) -> bool:
    return bool(finding.caution) and not finding.brief


def _named(found: Sequence[Finding]) -> str:
    named = [f"{each.rule_id} {each.title}" for each in found[:_NAMED]]
    if more := len(found) - len(named):
        named.append(phrase("kept.more", count=more))
    return "; ".join(named)


class KeptCard(Card):
    """The judgements that were kept, newest first; `opened` gives one, `keep_asked` keeps today's."""

    opened = Signal(object)
    keep_asked = Signal()

    def __init__(self, may_keep: bool) -> None:
        super().__init__(self.tr("Kept judgements"))
        self._changed = Notice("", "info", "info")
        self._none = muted(self.tr("None yet. Signing a letter keeps one."))
        self._none.setWordWrap(True)
        self._rows = stack(spacing=4)
        self._keep = Button(self.tr("Keep today's judgement"), icon="save")
        self._keep.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keep.clicked.connect(self.keep_asked)
        self.body.addWidget(self._changed)
        self.body.addWidget(self._none)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        appear(self._keep, may_keep)

    def show_kept(self, kept: Sequence[KeptJudgement], changed: str, letters: Mapping[UUID, str]) -> None:
        """Replace all rows; `changed` says how today's differs from the last one, `letters` are numbers."""
        self._changed.show_text(changed, "info", "info")
        self._none.setVisible(not kept)
        clear(self._rows)
        for each in kept:
            self._rows.addWidget(self._row(each, letters))

    def tell(self, sentence: str) -> None:
        """Say what came of keeping."""
        self._changed.show_text(sentence, "neutral", "info")

    def changed(self) -> str:
        """How today's judgement differs from the last kept one."""
        return self._changed.text()

    def _row(self, kept: KeptJudgement, letters: Mapping[UUID, str]) -> QWidget:
        row = QFrame()
        across = line(row, spacing=8)
        column = stack(spacing=0)
        on = show_date(kept.on)
        number = letters.get(kept.paper_id, "") if kept.paper_id else ""
        column.addWidget(body(" ".join(filter(None, [f"{on}, {of(kept.why)}", number]))))
        column.addWidget(words(kept.named, "help"))
        across.addLayout(column, 1)
        look = Button(self.tr("Open"), "link")
        look.setAccessibleName(self.tr("Open the judgement of {0}").format(on))
        look.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.clicked.connect(lambda _on=False: self.opened.emit(kept))
        across.addWidget(look)
        return row
