"""Beside and below today's list: what is unfinished, what waits for a signature, what was put away."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui import call_words, theme, today_rows
from mbb_desktop.ui.authorization_words import ICON, cover_tone
from mbb_desktop.ui.elided import ElidedLabel
from mbb_desktop.ui.parts import Button, Card, IconLabel, Notice, clear, line, stack, words
from mbb_desktop.ui.person_words import full_name
from mbb_desktop.ui.today_rows import DayRow, number_words
from mbb_desktop.workflow.ablations import OutcomeRow
from mbb_desktop.workflow.calls import CallRow
from mbb_desktop.workflow.correct import OpenNotice
from mbb_desktop.workflow.cosign import ToCosign

_WIDE = 288
_NO_END = (1 << 24) - 1  # what Qt takes for no limit
_NARROWEST = 60


class AttentionCard(Card):
    """Drafts with what is missing to sign them, and plans that no payer covers; hidden when there is none."""

    asked = Signal(object)
    payer_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Needs your attention"))
        self._pin, self._drafts = Notice("", "warn", "lock"), stack(spacing=8)
        self.body.addWidget(self._pin)
        self.body.addLayout(self._drafts)

    def say_no_pin(self, lacking: bool) -> None:
        """Say it before the first signature is asked for, not at it."""
        said = self.tr("You have no PIN yet, and sign nothing without it. Set one in Settings, My account.")
        self._pin.show_text(said if lacking else "", "warn", "lock")
        self.setVisible(lacking or self._drafts.count() > 0)

    def show_rows(self, rows: Sequence[DayRow], uncovered: Sequence[DayRow] = ()) -> None:
        """Show these drafts, and the blocks that an authorization does not cover."""
        clear(self._drafts)
        self.setVisible(bool(rows) or bool(uncovered) or bool(self._pin.text()))
        for row in rows:
            self._drafts.addLayout(self._row(row))
        for row in uncovered:
            self._drafts.addLayout(self._uncovered(row))

    def _uncovered(self, row: DayRow) -> QHBoxLayout:
        layout = line(spacing=10)
        layout.addWidget(IconLabel(ICON, cover_tone(row.covered), 18))
        layout.addWidget(words(self.tr("{0}: authorization").format(full_name(row.patient)), "strong"))
        layout.addWidget(ElidedLabel(row.covered.sentence, "muted", _NARROWEST), 1)
        layout.addWidget(_button(self.tr("Open"), row, lambda: self.payer_asked.emit(row)))
        return layout

    def _row(self, row: DayRow) -> QHBoxLayout:
        count = len(row.missing)
        layout = line(spacing=10)
        icon, color = ("triangle-alert", "warn") if count else ("circle-half", "accent")
        layout.addWidget(IconLabel(icon, color, 18))
        layout.addWidget(words(self._said(row), "strong"))
        layout.addWidget(ElidedLabel(today_rows.missing_words(row), "muted", _NARROWEST), 1)
        layout.addWidget(_button(self.tr("Open draft"), row, lambda: self.asked.emit(row)))
        return layout

    def _said(self, row: DayRow) -> str:
        name, count = full_name(row.patient), len(row.missing)
        if not count:
            return self.tr("{0}: ready to sign").format(name)
        items = self.tr("1 item") if count == 1 else self.tr("{0} items").format(count)
        return self.tr("{0}: {1} missing to sign").format(name, items)


class CountedCard(Card):
    """A title with its icon at the left and the count at the right."""

    def __init__(self, title: str, icon: str) -> None:
        super().__init__(title)
        self._count = words("", "count")
        self.head.insertWidget(0, IconLabel(icon, "accent", 18))
        self.head.addWidget(self._count)

    def count(self) -> int:
        """How many rows there are."""
        return int(self._count.text() or 0)

    def show_rows(self, rows: Sequence[QHBoxLayout], count: int | None = None) -> None:
        """Replace the rows; `count` when there are more than these."""
        clear(self.body)
        self._count.setText(str(len(rows) if count is None else count))
        self.setVisible(bool(rows))
        for row in rows:
            self.body.addLayout(row)


_CALLS_SHOWN = 5


class CallsCard(CountedCard):
    """The first calls that are due, with the way to all of them."""

    asked = Signal(object)  # the block's id; None for an ablation

    def __init__(self, may_call: bool) -> None:
        super().__init__(self.tr("Calls due"), "phone")
        self._verb = self.tr("Call") if may_call else self.tr("Open")

    def show_calls(self, due: Sequence[CallRow], outcomes: Sequence[OutcomeRow], now: datetime) -> None:
        """Show these calls, the longest waiting first; those about ablations come after."""
        about = [self._line(row, now) for row in due[:_CALLS_SHOWN]]
        after = [self._outcome(row) for row in outcomes[: max(0, _CALLS_SHOWN - len(about))]]
        self.show_rows([*about, *after], len(due) + len(outcomes))

    def _outcome(self, row: OutcomeRow) -> QHBoxLayout:
        layout = line(spacing=8)
        layout.addLayout(_two_lines(full_name(row.patient), call_words.outcome_line(row)), 1)
        layout.addWidget(_named_button(self._verb, row.patient, lambda: self.asked.emit(None)))
        return layout

    def _line(self, row: CallRow, now: datetime) -> QHBoxLayout:
        layout = line(spacing=8)
        layout.addLayout(_two_lines(full_name(row.patient), call_words.second_line(row, now)), 1)
        layout.addWidget(_named_button(self._verb, row.patient, lambda: self.asked.emit(row.block.id)))
        return layout


class SideCards(QWidget):
    """Lists at the right; each is hidden when it is empty, and all of them together."""

    asked = Signal(object)
    call_asked = Signal(object)
    sign_asked = Signal(object)
    restore_asked = Signal(object)
    notice_asked = Signal(object)
    cosign_asked = Signal(object)

    def __init__(self, verb: Callable[[DayRow], str], may_call: bool) -> None:
        super().__init__()
        self._verb = verb
        self.calls = CallsCard(may_call)
        self.calls.asked.connect(self.call_asked)
        self.responses = CountedCard(self.tr("Responses to sign"), "pencil")
        self.older = CountedCard(self.tr("Older drafts"), "clock")
        self.discarded = CountedCard(self.tr("Discarded drafts"), "trash-2")
        self.notices = CountedCard(self.tr("Correction notices to send"), "mail")
        self.cosign = CountedCard(self.tr("Co-signatures"), "users")
        self._lists = (self.calls, self.cosign, self.responses, self.notices, self.older, self.discarded)
        column = stack(self, spacing=12)
        for part in self._lists:
            column.addWidget(part)
        column.addStretch()
        self.stand_beside(True)

    def stand_beside(self, beside: bool) -> None:
        """Stand at the right of the list, or take the whole width below it."""
        if beside:
            self.setFixedWidth(theme.px(_WIDE))
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_NO_END)

    def show_rows(
        self, waiting: Sequence[DayRow], older: Sequence[DayRow], discarded: Sequence[DayRow]
    ) -> None:
        """Show what waits for a signature, unfinished drafts of earlier days, and what was put away."""
        self.responses.show_rows([self._response(row) for row in waiting])
        self.older.show_rows([self._older(row) for row in older])
        self.discarded.show_rows([self._discarded(row) for row in discarded])
        self._show_all()

    def show_calls(self, due: Sequence[CallRow], outcomes: Sequence[OutcomeRow], now: datetime) -> None:
        """Show the calls that are due."""
        self.calls.show_calls(due, outcomes, now)
        self._show_all()

    def show_notices(self, open_: Sequence[OpenNotice]) -> None:
        """Show the correction notices that nobody has sent yet."""
        self.notices.show_rows([self._notice(each) for each in open_])
        self._show_all()

    def show_cosign(self, waiting: Sequence[ToCosign]) -> None:
        """Show learners' papers to co-sign, and own papers that an attending returned."""
        self.cosign.show_rows([self._to_cosign(each) for each in waiting])
        self._show_all()

    def _to_cosign(self, waiting: ToCosign) -> QHBoxLayout:
        paper, layout = waiting.paper, line(spacing=8)
        known = paper.cosigning
        said = self.tr("{0} by {1}").format(paper.number, paper.signer)
        if waiting.addenda:
            said = self.tr("With addendum, by {0}").format(paper.signer)
        if waiting.returned and known is not None:
            said = self.tr("Returned: {0}").format(known.reason)
        layout.addLayout(_two_lines(full_name(waiting.patient), said), 1)
        asked = partial(self.cosign_asked.emit, paper)
        layout.addWidget(_named_button(self.tr("Read"), waiting.patient, asked))
        return layout

    def _show_all(self) -> None:
        self.setVisible(any(part.count() for part in self._lists))

    def _notice(self, waiting: OpenNotice) -> QHBoxLayout:
        layout = line(spacing=8)
        to = self.tr("{0} to {1}").format(waiting.notice.number, waiting.to)
        layout.addLayout(_two_lines(full_name(waiting.patient), to), 1)
        asked = partial(self.notice_asked.emit, waiting.notice)
        layout.addWidget(_named_button(self.tr("Open"), waiting.patient, asked))
        return layout

    def _response(self, row: DayRow) -> QHBoxLayout:
        day = show_date(row.block.performed_on)
        second = self.tr("{0} block, {1}").format(number_words(row.number), day)
        return _side_row(row, second, self.tr("Sign"), lambda: self.sign_asked.emit(row))

    def _older(self, row: DayRow) -> QHBoxLayout:
        return _side_row(row, self._of(row), self._verb(row), lambda: self.asked.emit(row))

    def _discarded(self, row: DayRow) -> QHBoxLayout:
        return _side_row(row, self._of(row), self.tr("Restore"), lambda: self.restore_asked.emit(row))

    def _of(self, row: DayRow) -> str:
        return self.tr("Draft of {0}").format(show_date(row.block.performed_on))


def _side_row(row: DayRow, second: str, verb: str, run: Callable[[], object]) -> QHBoxLayout:
    layout = line(spacing=8)
    layout.addLayout(_two_lines(full_name(row.patient), second), 1)
    layout.addWidget(_button(verb, row, run))
    return layout


def _two_lines(first: str, second: str) -> QVBoxLayout:
    column = stack(spacing=0)
    name = words(first, "strong")
    name.setMinimumWidth(theme.px(_NARROWEST))
    column.addWidget(name)
    column.addWidget(ElidedLabel(second, "small", _NARROWEST))
    return column


def _button(verb: str, row: DayRow, run: Callable[[], object]) -> Button:
    return _named_button(verb, row.patient, run)


def _named_button(verb: str, patient: Patient, run: Callable[[], object]) -> Button:
    button = Button(verb)
    button.setAccessibleName(f"{verb}: {full_name(patient)}")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda _checked=False: run())
    return button
