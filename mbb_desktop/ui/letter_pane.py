"""The letter as it would print now, beside the criteria: made off the window's thread, swapped when ready."""

from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.documents.lost import gap_words
from mbb_desktop.documents.make import Made
from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Chip, ChipLabel
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.page_stack import PageStack
from mbb_desktop.ui.parts import Button, Card, IconLabel, Notice, appear, help_text, line, stack
from mbb_desktop.ui.pdf_pages import PageSize, page_sizes, render_page
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.issue_letter import LetterOrder, LetterReadiness
from mbb_desktop.workflow.preview_letter import LetterDraft, draft_pages, preview_letter
from mbb_desktop.workflow.review_course import CourseReview

_WAIT_MS = 60
"""What changes together is drawn once, and the criteria are painted before the letter is asked for."""

_MARGIN = 36
_DRAWN_AHEAD = 8
_NAMED = 2


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pages with their pictures; `zoom` is pixels per point."""

    made: Made
    sizes: tuple[PageSize, ...]
    zoom: float
    pictures: dict[int, QImage]


class LetterPane(Card):
    """`letter_asked` opens the letter, `other_asked` what gave way to the draft."""

    letter_asked = Signal()
    other_asked = Signal()

    def __init__(self, session: Session, may_sign: bool) -> None:
        super().__init__(session.tr("Letter"))
        self._session = session
        self._course_id: UUID | None = None
        self._review: CourseReview | None = None
        self._ready: LetterReadiness | None = None
        self._noted: set[tuple[UUID, PaperKind]] = set()
        self._stale, self._turn, self._pdf = False, 0, b""
        self._state = ChipLabel(Chip(self.tr("Draft, not ready"), "warn", "pencil"))
        self.kind: ChoiceEditor[PaperKind] = ChoiceEditor(
            [
                (PaperKind.RFA_LETTER, self.tr("Referral")),
                (PaperKind.AUTHORIZATION, self.tr("Prior authorization")),
            ]
        )
        self.pages = PageStack()
        self._area = QScrollArea()
        self._instead = Notice("", "neutral", "file-text")
        self._notice = Notice("", "danger", "circle-alert")
        self._before, self._gaps = help_text(""), help_text("")
        self._said, self._nothing = QWidget(), QWidget()
        self.write = Button(self.tr("Write the letter"), "primary", "mail")
        self.other = Button(self.tr("Request and other rules"), icon="list")
        self.foot = QWidget()
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._may_sign = may_sign
        self._build()
        self._connect()

    def show_course(self, review: CourseReview | None, instead: str = "") -> None:
        """Draw the letter of a course again; `instead` is said where there can be no letter yet."""
        course_id = review.course.id if review else None
        if instead or course_id != self._course_id:
            self.forget()
        self._course_id = None if instead else course_id
        self._take_kind(course_id)
        self._review = None if instead else review
        self._instead.show_text(instead, "neutral", "file-text")
        appear(self._nothing, bool(instead))
        appear(self._area, not instead)
        appear(self.kind, not instead)
        appear(self.write, self._may_sign and not instead)
        self._stale = self._course_id is not None
        self._say()
        self._ask_soon()

    def show_ready(self, ready: LetterReadiness) -> None:
        """What keeps the letter from being signed, and what it will name as missing."""
        self._ready = ready
        self._say()

    def forget(self) -> None:
        """Let go of the pages and of the words about them; replies that come later are dropped."""
        self._waiting.stop()
        self._turn += 1
        self._course_id, self._review, self._ready, self._pdf = None, None, None, b""
        self.pages.show_sizes(())
        self._notice.show_text("")
        self._say()

    def holds_pages(self) -> bool:
        """Whether any byte or picture of a letter is held."""
        return bool(self._pdf) or self.pages.has_pictures()

    def said(self) -> str:
        """What stands above the pages, or instead of them."""
        shown = (self._notice.text(), self._instead.text(), self._before.text(), self._gaps.text())
        return "\n".join(filter(None, shown))

    # Building

    def _build(self) -> None:
        self.kind.set_value(PaperKind.RFA_LETTER)
        self.kind.name(self.tr("Kind of letter"))
        self.head.insertWidget(1, self._state)
        self.head.addWidget(self.kind)
        self._build_said()
        column = stack(self._nothing, spacing=0)
        column.addWidget(self._instead)
        column.addStretch()
        appear(self._nothing, False)
        self.body.addWidget(self._nothing, 1)
        self.body.addWidget(self._notice)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or the width would jump
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Pages of the draft"))
        self._area.setWidget(self.pages)
        self._area.viewport().installEventFilter(self)
        self.body.addWidget(self._area, 1)
        self._build_foot()
        self._say()

    def _build_said(self) -> None:
        row = line(self._said, spacing=8)
        self._icon = IconLabel("circle-check", "ok", 16)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = stack(spacing=2)
        column.addWidget(self._before)
        column.addWidget(self._gaps)
        row.addLayout(column, 1)
        self.body.addWidget(self._said)

    def _build_foot(self) -> None:
        row = line(self.foot, spacing=8)
        row.addWidget(self.other)
        row.addStretch()
        row.addWidget(self.write)
        for button in (self.write, self.other):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        appear(self.write, self._may_sign)
        self.body.addWidget(self.foot)

    def _connect(self) -> None:
        self.write.clicked.connect(self.letter_asked)
        self.other.clicked.connect(self.other_asked)
        self.kind.edited.connect(self._on_kind)
        self.pages.wanted.connect(self._render)
        self._waiting.timeout.connect(self._ask)

    # Saying

    def _say(self) -> None:
        ready = self._ready
        known = ready is not None and self._course_id is not None
        for part in (self._state, self._said):
            appear(part, known)
        if ready is None or not known:
            self._before.setText("")
            self._gaps.setText("")
            return
        waits = bool(ready.before_signing)
        not_ready, is_ready = self.tr("Draft, not ready"), self.tr("Draft, ready to sign")
        self._state.show_chip(
            Chip(not_ready, "warn", "pencil") if waits else Chip(is_ready, "info", "pencil")
        )
        self._icon.show_icon("triangle-alert" if waits else "circle-check", "warn" if waits else "ok")
        self._before.setText(self._said_before(ready.before_signing))
        self._gaps.setText(self._said_gaps(ready))

    def _said_before(self, before: tuple[str, ...]) -> str:
        if not before:
            return self.tr("Nothing keeps this letter from being signed.")
        more = len(before) - _NAMED
        rest = [self.tr("And {0} more.").format(more)] if more > 0 else []
        return self.tr("Before signing: {0}").format(" ".join([*before[:_NAMED], *rest]))

    def _said_gaps(self, ready: LetterReadiness) -> str:
        count = len(ready.gaps)
        if self.kind.value() is PaperKind.AUTHORIZATION:
            count += len(ready.payer_gaps)
        if not count:
            return self.tr("It prints no gap.")
        if count == 1:
            return self.tr("It prints 1 gap: not in our record, not yet, or not met.")
        return self.tr("It prints {0} gaps: not in our record, not yet, or not met.").format(count)

    # Drawing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_soon()

    def _take_kind(self, course_id: UUID | None) -> None:
        """A referral until somebody asked for another letter of this course."""
        if course_id is not None:
            self.kind.set_value(self._session.letter_kinds.get(course_id, PaperKind.RFA_LETTER))

    def _on_kind(self) -> None:
        kind = self.kind.value()
        if kind is not None and self._course_id is not None:
            self._session.letter_kinds[self._course_id] = kind
        self._stale = self._course_id is not None
        self._say()
        self._ask_soon()

    def _ask_soon(self) -> None:
        if self._stale and self.isVisible():
            self._waiting.start()

    def _ask(self) -> None:
        kind, course_id = self.kind.value(), self._course_id
        if kind is None or course_id is None or self._session.is_locked or not self.isVisible():
            return
        self._stale = False
        self._turn += 1
        shown = (course_id, kind)
        noted = shown in self._noted
        self._noted.add(shown)
        asking = self._session.do(
            preview_letter, LetterOrder(course_id, kind=kind), self._review, noted=noted
        )
        asking.then(partial(self._draw, self._turn), self)
        asking.failed(partial(self._on_unread, self._turn, None if noted else shown), self)

    def _draw(self, turn: int, draft: LetterDraft) -> None:
        if turn == self._turn:
            drawing = self._session.work(_drawn, draft, self._room(), self.devicePixelRatioF())
            drawing.then(partial(self._show, turn), self).failed(partial(self._on_failed, turn), self)

    def _show(self, turn: int, drawn: Drawn) -> None:
        if turn != self._turn:
            return
        self._notice.show_text(gap_words(drawn.made.lost), "warn", "triangle-alert")
        if drawn.made.pdf != self._pdf:
            self._pdf = drawn.made.pdf
            kept = self._area.verticalScrollBar().value()
            self.pages.show_pages(drawn.sizes, drawn.zoom, drawn.pictures)
            self._area.verticalScrollBar().setValue(kept)
            self._fit()

    def _render(self, at: int) -> None:
        if self._pdf:
            zoom = self.pages.zoom()
            rendering = self._session.work(render_page, self._pdf, at, zoom * self.devicePixelRatioF())
            rendering.then(partial(self._show_picture, self._pdf, at, zoom), receiver=self)

    def _show_picture(self, of: bytes, at: int, zoom: float, picture: QImage) -> None:
        if of is self._pdf and abs(zoom - self.pages.zoom()) < 0.001:
            self.pages.show_picture(at, picture)

    def _on_unread(self, turn: int, shown: tuple[UUID, PaperKind] | None, error: Exception) -> None:
        if shown is not None:
            self._noted.discard(shown)
        self._on_failed(turn, error)

    def _on_failed(self, turn: int, error: Exception) -> None:
        """Pages of before would say what is no longer so."""
        if turn != self._turn:
            return
        self._pdf = b""
        self.pages.show_sizes(())
        said = explain(error) or self.tr("The draft could not be made. Open the chart again.")
        self._notice.show_text(said, "danger", "circle-alert")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self._fit()
        return False

    def _fit(self) -> None:
        self.pages.set_zoom(_zoom(self._room(), self.pages.widest()))

    def _room(self) -> int:
        return self._area.viewport().width() - theme.px(_MARGIN)


def _zoom(room: int, widest: float) -> float:
    return max(0.2, room / widest)


def _drawn(draft: LetterDraft, room: int, ratio: float) -> Drawn:
    """The pages with the pictures that are seen first, so that nothing blank stands between two drafts."""
    made = draft_pages(draft)
    sizes = page_sizes(made.pdf)
    zoom = _zoom(room, max(size.width for size in sizes))
    ahead = range(min(len(sizes), _DRAWN_AHEAD))
    return Drawn(made, sizes, zoom, {at: render_page(made.pdf, at, zoom * ratio) for at in ahead})
