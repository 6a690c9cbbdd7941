"""Below a signed paper: the addenda to it, and for an addendum the paper that it adds to."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.chips import ChipLabel
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Button, appear, body, clear, line, stack
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.state_chips import paper_chip
from mbb_desktop.workflow.correct import Dispatch


class AddendaRows(QFrame):
    """`opened` with the paper whose button was pressed."""

    opened = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._said: tuple[str, ...] = ()
        self._numbers: tuple[str, ...] = ()
        self._column = stack(self, spacing=4)
        appear(self, False)

    def said(self) -> tuple[str, ...]:
        """The lines as they are shown."""
        return self._said

    def left_out(self) -> str:
        """That a print or file of the paper has its final addenda not with it; empty without any."""
        if not self._numbers:
            return ""
        told = self.tr("Its addenda are papers of their own: print or save them too. {0}")
        one = self.tr("Its addendum is a paper of its own: print or save it too. {0}")
        return (one if len(self._numbers) == 1 else told).format(", ".join(self._numbers))

    def show_paper(self, paper: SignedDocument, known: Dispatch) -> None:
        """Show what was added to a paper, and what it adds to."""
        clear(self._column)
        to = known.paper(paper.supersedes) if paper.supersedes else None
        self._said = ()
        if to is not None:
            self._add(to, self.tr("Adds to: {0}"))
        self._numbers = tuple(each.number for each in known.addenda_to(paper.id) if each.final)
        for each in known.addenda_to(paper.id):
            self._add(each, "{0}")
        appear(self, bool(self._said))

    def _add(self, other: SignedDocument, words: str) -> None:
        at = other.signed_at.astimezone(self._session.now().tzinfo)
        kind = f"{capital(localized(other.kind.value))} {other.number}"
        named = self.tr("{0} by {1}, {2}").format(kind, other.signer, f"{show_date(at.date())} {at:%H:%M}")
        said = words.format(named)
        row = line(spacing=8)
        row.addWidget(ChipLabel(paper_chip(other)))
        row.addWidget(body(said), 1)
        go = Button(self.tr("Open"), "link", "file-text")
        go.setAccessibleDescription(said)
        go.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        go.clicked.connect(partial(self.opened.emit, other))
        row.addWidget(go)
        self._column.addLayout(row)
        self._said = (*self._said, said)
