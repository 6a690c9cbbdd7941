"""The two lists of a chart: its blocks and its signed papers."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.cosignature import CosignStanding
from mbb_desktop.clinical.entered_in_error import EnteredInError
from mbb_desktop.clinical.paper import LETTERS, SignedDocument
from mbb_desktop.clinical.performed import say_places
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.ui import theme, today_rows
from mbb_desktop.ui.chart_facts import BlockLine, CourseFacts
from mbb_desktop.ui.chart_overview import block_columns
from mbb_desktop.ui.chips import Chip, Piece
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Button, card, key_hints, line, muted, stack
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.state_chips import paper_chip
from mbb_desktop.ui.undermined import briefly
from mbb_desktop.workflow.correct import Dispatch


class BlocksList(QWidget):
    """Enter opens a block; a response that is complete can be signed from here."""

    opened = Signal(object)
    sign_asked = Signal(object)
    plan_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.table: RecordTable[BlockLine] = RecordTable(self._columns(), self.tr("Blocks"))
        self.table.opened.connect(lambda row: self.opened.emit(row.block))
        self.table.acted.connect(self._on_acted)
        self._empty = muted(self.tr("No blocks in this course yet. Plan one, or start one with Ctrl+N."))
        self._list = card(self.tr("Blocks of this course"), flush=True)
        self._build()

    def show_facts(self, facts: CourseFacts) -> None:
        """Show the blocks of a course, the newest first."""
        rows = facts.lines()[::-1]
        self.table.show_records(rows, key=lambda row: row.block.id)
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        if rows and self.table.current() is None:
            self.table.select(0)

    def add_action(self, button: Button) -> None:
        """A button beside the title."""
        self._list.head.addWidget(button)

    def _build(self) -> None:
        stack(self, margins=(20, 16, 20, 16)).addWidget(self._list, 1)
        if self._session.may(Permission.PLAN_BLOCK):
            plan = Button(self.tr("Plan a block"), icon="calendar")
            plan.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            plan.clicked.connect(self.plan_asked)
            self._list.head.addWidget(plan)
        self._empty.setContentsMargins(theme.px(16), theme.px(8), 0, theme.px(16))
        self._list.body.addWidget(self._empty)
        self._list.body.addWidget(self.table, 1)
        self._list.body.addLayout(_hints())

    def _columns(self) -> list[Column[BlockLine]]:
        columns = block_columns(self)
        status: Column[BlockLine] = Column(
            self.tr("Status"),
            lambda _row: "",
            chips=lambda row: [today_rows.status_chip(row.block)],
            width=136,
        )
        button: Column[BlockLine] = Column("", lambda _row: "", action=self._action, width=150)
        return [*columns, status, button]

    def _action(self, row: BlockLine) -> str:
        signed = row.response is not None and row.response.signed_at is not None
        ready = row.block.state is BlockState.SIGNED and row.assessed is not None and not signed
        return self.tr("Sign response") if ready and self._session.may(Permission.SIGN) else ""

    def _on_acted(self, row: BlockLine, _words: str) -> None:
        self.sign_asked.emit(row.block)


class PapersList(QWidget):
    """Signed papers, the newest first; Enter opens one exactly as it was signed. A letter has a packet."""

    opened = Signal(object)
    packet_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._known: Dispatch | None = None
        self.table: RecordTable[SignedDocument] = RecordTable(self._columns(), self.tr("Papers"))
        self.table.opened.connect(self.opened)
        self.table.acted.connect(self._on_acted)
        self._empty = muted(self.tr("Nothing is signed yet. A paper stands here as soon as it is."))
        self._build()

    def show_papers(self, papers: tuple[SignedDocument, ...]) -> None:
        """Show these papers."""
        self.table.show_records(papers, key=lambda paper: paper.id)
        self.table.setVisible(bool(papers))
        self._empty.setVisible(not papers)
        if papers and self.table.current() is None:
            self.table.select(0)

    def show_dispatch(self, known: Dispatch) -> None:
        """Strike what was entered in error, with its reason, and say who received what."""
        self._known = known
        self.table.viewport().update()

    def _error(self, paper: SignedDocument) -> EnteredInError | None:
        return self._known.error_of(paper.id) if self._known else None

    def _undermined(self, paper: SignedDocument) -> tuple[EnteredInError, ...]:
        return self._known.undermined.get(paper.id, ()) if self._known else ()

    def _is_struck(self, paper: SignedDocument) -> bool:
        error = self._error(paper)
        return error is not None and error.whole

    def _about(self, paper: SignedDocument) -> str:
        """Why it is an error, whose co-signature is missing, else who received it."""
        if (error := self._error(paper)) is not None:
            if error.whole:
                return self.tr("{0}: {1}").format(error.number, error.wrong.reason)
            joints = say_places(error.wrong.joints)
            return self.tr("{0}: not diagnostic for {1}").format(error.number, joints)
        if under := self._undermined(paper):
            return capital(briefly(under))
        if (cosigning := paper.cosigning) is not None and not paper.final:
            returned = cosigning.standing is CosignStanding.RETURNED
            said = self.tr("Returned by {0}") if returned else self.tr("To be co-signed by {0}")
            return said.format(cosigning.attending)
        received = self._known.received(paper.id) if self._known else ()
        to = listed(list(dict.fromkeys(each.to for each in received)))
        return self.tr("Received by {0}").format(to) if to else ""

    def _chips(self, paper: SignedDocument) -> list[Piece]:
        if self._is_struck(paper):
            return [Chip(self.tr("Entered in error"), "danger", "ban")]
        if self._undermined(paper):
            return [Chip(self.tr("Not ready"), "danger", "triangle-alert")]
        if not paper.final:
            return [paper_chip(paper)]
        if self._known and paper.id in {each.id for each in self._known.open}:
            return [Chip(self.tr("To be sent"), "warn", "clock")]
        return []

    def _build(self) -> None:
        frame = card(self.tr("Signed papers"), flush=True)
        stack(self, margins=(20, 16, 20, 16)).addWidget(frame, 1)
        self._empty.setContentsMargins(theme.px(16), theme.px(8), 0, theme.px(16))
        frame.body.addWidget(self._empty)
        frame.body.addWidget(self.table, 1)
        frame.body.addLayout(_hints())

    def _columns(self) -> list[Column[SignedDocument]]:
        return [
            Column(
                self.tr("Number"), lambda paper: paper.number, strong=True, width=170, struck=self._is_struck
            ),
            Column(
                self.tr("Paper"),
                lambda paper: capital(paper.kind.value),
                second=self._about,
                chips=self._chips,
                struck=self._is_struck,
            ),
            Column(self.tr("Signed by"), lambda paper: paper.signer, second=self._as_what),
            Column(self.tr("Signed"), self._when, width=170),
            Column(self.tr("Code"), lambda paper: paper.code, width=120),
            Column("", lambda _paper: "", action=self._packet, width=104),
            Column("", lambda _paper: "", action=lambda _paper: self.tr("Open"), width=104),
        ]

    def _as_what(self, paper: SignedDocument) -> str:
        if paper.cosigning is not None and paper.final:
            said = self.tr("{0}, co-signed by {1}")
            return said.format(localized(paper.meaning.value), paper.cosigning.attending)
        return paper.meaning.value

    def _packet(self, paper: SignedDocument) -> str:
        return self.tr("Packet") if paper.kind in LETTERS else ""

    def _on_acted(self, paper: SignedDocument, words: str) -> None:
        (self.packet_asked if words == self._packet(paper) else self.opened).emit(paper)

    def _when(self, paper: SignedDocument) -> str:
        at = paper.signed_at.astimezone(self._session.now().tzinfo)
        return f"{show_date(at.date())} {at:%H:%M}"


def _hints() -> QHBoxLayout:
    row = line(margins=(16, 8, 16, 12))
    row.addWidget(
        key_hints(
            [
                ("Enter", QCoreApplication.translate("keys", "open")),
                ("↑ ↓", QCoreApplication.translate("keys", "move")),
            ]
        )
    )
    return row
