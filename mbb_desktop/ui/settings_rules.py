"""The rule sets that judge: what each rests on, who reviewed it, and the clinic's own files."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from mbb_desktop.ui.chips import Chip, Piece
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, appear, body, card, help_text, line, stack, strong
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.rule_file_card import RuleFileCard
from mbb_desktop.ui.rule_set_words import (
    added,
    begins,
    count_of,
    ends,
    reviewed,
    say_document,
    sureness,
    title_of,
)
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.keep_rules import (
    InstalledSet,
    review_rules,
    rule_library,
    take_rules_back,
    withdraw_rules,
)


class RuleSettings(QWidget):
    """The list, and below it what the chosen one rests on."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session, self._window = session, window
        self.table: RecordTable[InstalledSet] = RecordTable(self._columns(), self.tr("Rule sets"))
        self.problem = Notice("", "danger", "circle-alert")
        self._named, self._payer, self.rests_on = strong(""), body(""), help_text("")
        self._review = Button(self.tr("Mark as reviewed"), icon="check")
        self._withdraw = Button(self.tr("Withdraw"), "link")
        self._take_back = Button(self.tr("Use again"), "link")
        self._build()
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self._session.do(rule_library).then(self._show)

    def _columns(self) -> list[Column[InstalledSet]]:
        return [
            Column(self.tr("Rule set"), title_of, second=lambda row: row.named, strong=True),
            Column(
                self.tr("In force"),
                lambda row: begins(row.rule_set),
                second=lambda row: ends(row.rule_set),
                width=140,
            ),
            Column(self.tr("Rules"), lambda row: count_of(row.rule_set), second=sureness, width=150),
            Column(
                self.tr("Reviewed"),
                lambda row: reviewed(row)[0],
                second=lambda row: reviewed(row)[1],
                width=150,
            ),
            Column("", lambda _row: "", chips=self._state, width=150),
        ]

    def _state(self, row: InstalledSet) -> list[Piece]:
        if row.withdrawn:
            return [Chip(self.tr("Withdrawn"), "neutral", "ban")]
        if row.problem:
            return [Chip(self.tr("Cannot be used"), "danger", "circle-alert")]
        if row.file is not None:
            return [Chip(self.tr("Own file"), "info", "file-text")]
        return [Chip(self.tr("Delivered"), "neutral", "check")]

    def _build(self) -> None:
        frame = card(self.tr("Rule sets"), flush=True)
        stack(self, margins=(20, 16, 20, 16)).addWidget(frame, 1)
        self._add = Button(self.tr("Add a rule file"), "primary", "plus")
        frame.head.addWidget(self._add)
        frame.body.addWidget(self.table, 1)
        self._detail = QFrame()
        self._detail.setProperty("kind", "soft")
        column = stack(self._detail, spacing=6, margins=(16, 10, 16, 10))
        for part in (self.problem, self._named, self._payer, self.rests_on):
            column.addWidget(part)
        row = line()
        row.addWidget(self._review)
        row.addStretch()
        row.addWidget(self._withdraw)
        row.addWidget(self._take_back)
        column.addLayout(row)
        frame.body.addWidget(self._detail)

    def _connect(self) -> None:
        for button in (self._add, self._review, self._withdraw, self._take_back):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._add.clicked.connect(lambda: RuleFileCard(self._session, self._window).open())
        self._review.clicked.connect(self._on_review)
        self._withdraw.clicked.connect(self._on_withdraw)
        self._take_back.clicked.connect(lambda: self._act(take_rules_back))
        self.table.picked.connect(self._on_picked)
        self._session.changed.connect(self._on_changed)

    def _show(self, found: tuple[InstalledSet, ...]) -> None:
        self.table.show_records(found, key=lambda row: row.named)
        if self.table.current() is None and found:
            self.table.select(0)
        chosen = self.table.current()
        if chosen is not None:
            self._on_picked(chosen)

    def _on_picked(self, row: InstalledSet) -> None:
        self.problem.show_text(row.problem, "danger", "circle-alert")
        self._named.setText(row.named)
        payer = self.tr("For {0}.").format(row.rule_set.payer) if row.rule_set else ""
        self._payer.setText(" ".join(filter(None, [payer, added(row)])))
        self.rests_on.setText("\n".join(map(say_document, row.documents)))
        appear(self.rests_on, bool(row.documents))
        appear(self._review, row.rule_set is not None)
        appear(self._withdraw, row.file is not None and not row.withdrawn)
        appear(self._take_back, row.withdrawn)
        QTimer.singleShot(0, self.table, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """The words below may have taken room from the list."""
        self.table.scrollTo(self.table.currentIndex())

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("rule set"):
            self.reload()

    def _on_review(self) -> None:
        row = self.table.current()
        if row is not None:
            said = self.tr(
                "You say that you have compared every rule of {0} with the policy of the payer. "
                "Your name and the day stand beside it."
            )
            self._window.messages.ask(
                self.tr("Mark as reviewed?"),
                said.format(row.named),
                self.tr("I have compared it"),
                lambda: self._act(review_rules),
            )

    def _on_withdraw(self) -> None:
        row = self.table.current()
        if row is not None:
            said = self.tr(
                "{0} cannot be chosen any more. Signed papers keep it, and a complaint or a payer that names "
                "it goes on with it until you choose another rule set there."
            )
            self._window.messages.ask(
                self.tr("Withdraw this rule set?"),
                said.format(row.named),
                self.tr("Withdraw"),
                lambda: self._act(withdraw_rules),
                danger=True,
            )

    def _act(self, action: Callable[..., None]) -> None:
        row = self.table.current()
        if row is not None:
            self._session.do(action, row).changes("rule set").failed(self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if explain(error) is None:
            self._window.messages.tell_error(error)
        else:
            self.problem.show_text(explain(error) or "", "danger", "circle-alert")
