"""The chosen row of the letters page: its paper as it prints, how far it is, and what can be done with it."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.print_step import PrintOf, Standing
from mbb_desktop.ui import theme
from mbb_desktop.ui.flow import FlowLayout
from mbb_desktop.ui.letters_rows import LetterRow, kind_words, said_of, story, when
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.page_stack import PageStack
from mbb_desktop.ui.parts import Button, Card, Notice, appear, clear, help_text, line, muted, stack, words
from mbb_desktop.ui.pdf_pages import NotAPdf, PageSize, page_sizes, render_page
from mbb_desktop.ui.person_words import capital, full_name, two_identifiers
from mbb_desktop.ui.print_batch import Printer
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.print_papers import look_at

_WAIT_MS = 200
"""Whoever runs down the list with the arrows opens only the paper where they stop."""

_TOLD = 4


class LetterPreview(Card):
    """Asks with signals; the page does what is asked."""

    outcome_said = Signal(bool)
    sent_asked = Signal()
    not_needed_asked = Signal()
    again_asked = Signal()
    open_asked = Signal()
    despite_asked = Signal()
    printer_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session.tr("Preview"))
        self._session = session
        self._row: LetterRow | None = None
        self._pdf = b""
        self._who, self._count = muted(""), muted("")
        self._identity = words("", "small")
        self.notice = Notice("", "warn", "circle-alert")
        self._story = stack(spacing=2)
        self._missing = stack(spacing=4)
        self.pages = PageStack()
        self._area = QScrollArea()
        self._printer = words("", "strong")
        self.acts = {
            "came out": Button(self.tr("It came out"), "confirm", "check"),
            "did not": Button(self.tr("It did not"), icon="x"),
            "open": Button(self.tr("Open")),
            "sent": Button(self.tr("Mark this one as sent"), icon="mail"),
            "again": Button(self.tr("Put back on the list"), icon="undo-2"),
            "despite": Button(self.tr("Print nevertheless"), icon="printer"),
            "not needed": Button(self.tr("Not needed"), "link"),
        }
        self._waiting = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._waiting.timeout.connect(self._read)
        self._build()
        self._connect()
        self._say()  # with no row nothing can be done

    def show_row(self, row: LetterRow | None, place: str = "") -> None:
        """Show a row; `place` is where it stands in the list: `1 of 3`."""
        same = row is not None and self._row is not None and row.key == self._row.key and bool(self._pdf)
        self._row = row
        self._count.setText(place)
        self._say()
        if not same:
            self._drop()
            if row is not None and row.item is not None:
                self._waiting.start()

    def show_printer(self, printer: Printer) -> None:
        """Where it would be printed."""
        both = self.tr("both sides") if printer.both_sides else self.tr("one side")
        parts = [printer.name or self.tr("No printer"), *([both] if printer.name else [])]
        if printer.copies > 1:
            parts.append(self.tr("{0} copies").format(printer.copies))
        self._printer.setText(", ".join(parts))

    def clear_pages(self) -> None:
        """Let go of the paper and of its words, as locking does."""
        self._row = None
        self._drop()
        self._say()

    def _drop(self) -> None:
        self._waiting.stop()
        self._pdf = b""
        self.pages.show_sizes(())

    def _build(self) -> None:
        self.head.insertWidget(1, self._who)
        self.head.addWidget(self._count)
        self.body.addWidget(self._identity)
        self.body.addWidget(self.notice)
        for layout in (self._missing, self._story):
            self.body.addLayout(layout)
        acts = FlowLayout(across=8, down=8)
        for button in self.acts.values():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            acts.addWidget(button)
        self.body.addLayout(acts)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(self.tr("Pages"))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setWidget(self.pages)
        self._area.viewport().installEventFilter(self)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._printer_row())

    def _printer_row(self) -> QWidget:
        part = QWidget()
        row = line(part, spacing=8)
        row.addWidget(muted(self.tr("Printer")))
        self._printer.setMinimumWidth(theme.px(60))
        row.addWidget(self._printer, 1)
        change = Button(self.tr("Change"))
        change.clicked.connect(self.printer_asked)
        row.addWidget(change)
        return part

    def _connect(self) -> None:
        self.pages.wanted.connect(self._render)
        self.acts["came out"].clicked.connect(lambda: self.outcome_said.emit(True))
        self.acts["did not"].clicked.connect(lambda: self.outcome_said.emit(False))
        self.acts["sent"].clicked.connect(self.sent_asked)
        self.acts["again"].clicked.connect(self.again_asked)
        self.acts["not needed"].clicked.connect(self.not_needed_asked)
        self.acts["despite"].clicked.connect(self.despite_asked)
        self.acts["open"].clicked.connect(self.open_asked)

    def _say(self) -> None:
        row = self._row
        self._who.setText(full_name(row.patient) if row else "")
        clear(self._story)
        clear(self._missing)
        self.notice.show_text("")
        self._identity.setText("")
        for name, button in self.acts.items():
            appear(button, name in self._offered())
        if row is None:
            return
        today = self._session.now()
        self._identity.setText(two_identifiers(row.patient, today.date()))
        if row.unfinished is not None:
            said = self.tr("{0} is not ready. It becomes ready by its signature alone. Missing:")
            self.notice.show_text(said.format(kind_words(row)), "warn", "triangle-alert")
            for each in row.unfinished.missing:
                self._missing.addWidget(help_text(f"\u2022 {capital(each)}"))
        else:
            self._say_item(row, today)

    def _say_item(self, row: LetterRow, now: datetime) -> None:
        item = row.item
        assert item is not None
        for said in story(item, now)[:_TOLD]:
            self._story.addWidget(help_text(said))
        last = item.last
        if item.standing is Standing.UNKNOWN and last is not None:
            asked = self.tr(
                "Printing, outcome unknown: it went to {0} at {1}, and nobody noted the end. "
                "Look at the printer. Did it come out?"
            )
            self.notice.show_text(asked.format(last.printer, when(last.at, now)), "warn", "circle-alert")
        elif item.undermined:
            self.notice.show_text(said_of(item), "danger", "triangle-alert")
        elif item.standing is Standing.FAILED and last is not None:
            self.notice.show_text(last.reason, "danger", "circle-x")

    def _offered(self) -> set[str]:
        row = self._row
        if row is None:
            return set()
        despite = row.item is not None and bool(row.item.undermined)
        standing = row.item.standing if row.item is not None else Standing.READY
        found = {"open", "despite"} if despite and standing is not Standing.PRINTING else {"open"}
        if row.item is None or not self._session.may(Permission.SEND_PAPERS):
            return found
        if standing is Standing.UNKNOWN:
            return {"came out", "did not"}
        if row.item.of is not PrintOf.HANDOUT:
            found.add("sent")
        if standing in (Standing.READY, Standing.FAILED) or row.not_ready:
            found.add("not needed")
        if standing is Standing.TAKEN_OFF:
            found.add("again")
        return found

    def _read(self) -> None:
        if self._row is not None and self._row.item is not None:
            key = self._row.item.key
            self._session.do(look_at, key).then(partial(self._show, key), self).failed(self._on_failed)

    def _show(self, key: object, pdf: bytes) -> None:
        if self._row is None or self._row.key != key:
            return
        self._pdf = pdf
        self._session.work(page_sizes, pdf).then(self._lay_out).failed(self._on_failed)

    def _lay_out(self, sizes: tuple[PageSize, ...]) -> None:
        self.pages.show_sizes(sizes if self._pdf else ())
        self._fit()
        self._area.verticalScrollBar().setValue(0)

    def _render(self, at: int) -> None:
        if self._pdf:
            zoom = self.pages.zoom()
            rendering = self._session.work(render_page, self._pdf, at, zoom * self.devicePixelRatioF())
            rendering.then(partial(self._show_picture, at, self._pdf), receiver=self)

    def _show_picture(self, at: int, of: bytes, picture: QImage) -> None:
        if self._pdf is of:
            self.pages.show_picture(at, picture)

    def _on_failed(self, error: Exception) -> None:
        own = str(error) if isinstance(error, NotAPdf) else None
        said = own or explain(error) or self.tr("The paper could not be shown. Try again.")
        self.notice.show_text(said, "danger", "circle-alert")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self._fit()
        return False

    def _fit(self) -> None:
        room = self._area.viewport().width() - theme.px(36)
        self.pages.set_zoom(max(0.2, room / self.pages.widest()))
