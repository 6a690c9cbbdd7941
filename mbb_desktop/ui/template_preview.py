"""The pages of a template for an invented person, beside the words while they are typed."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from mbb_desktop.clinical.handout import HandoutKind
from mbb_desktop.clinical.template import Template
from mbb_desktop.ui import theme
from mbb_desktop.ui.choices import Combo
from mbb_desktop.ui.page_stack import PageStack
from mbb_desktop.ui.parts import Notice, line, muted, stack
from mbb_desktop.ui.pdf_pages import PageSize, page_sizes, render_page
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.try_template import Head, example_people, pages_of

_PIXELS_PER_POINT = 96 / 72


class TemplatePreview(QWidget):
    """Choose a person above; the newest words win when several papers are being made."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._head: Head | None = None
        self._asked: tuple[Template, HandoutKind] | None = None
        self._turn = 0
        self._pdf = b""
        self.person = Combo()
        self.pages = PageStack()
        self._area = QScrollArea()
        self._notice = Notice("", "danger", "circle-alert")
        self._count = muted("")
        self._build()

    def show_head(self, head: Head) -> None:
        """Whose letterhead the pages carry."""
        self._head = head
        self._make()

    def show_template(self, template: Template, paper: HandoutKind) -> None:
        """Make the pages of these words."""
        self._asked = (template, paper)
        self._make()

    def hold(self) -> None:
        """Keep the pages of the last words that were not refused."""
        said = self.tr("Refused words are never printed. The pages show the words before them.")
        self._notice.show_text(said, "warn", "triangle-alert")

    def clear(self) -> None:
        """Let the pages go."""
        self._pdf = b""
        self.pages.show_sizes(())

    def _build(self) -> None:
        column = stack(self, spacing=8)
        row = line()
        self.person.addItems([person.title for person in example_people()])
        self.person.setAccessibleName(self.tr("Invented person"))
        self.person.activated.connect(lambda _at: self._make())
        row.addWidget(muted(self.tr("Tried on")))
        row.addWidget(self.person, 1)
        row.addWidget(self._count)
        column.addLayout(row)
        column.addWidget(self._notice)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Pages for an invented person"))
        self._area.setWidget(self.pages)
        self._area.viewport().installEventFilter(self)
        self.pages.wanted.connect(self._render)
        column.addWidget(self._area, 1)

    def _make(self) -> None:
        if self._head is None or self._asked is None:
            return
        self._turn += 1
        template, paper = self._asked
        making = self._session.work(pages_of, template, self.person.currentText(), self._head, paper)
        making.then(partial(self._show, self._turn), self).failed(self._on_failed)

    def _show(self, turn: int, pdf: bytes) -> None:
        if turn != self._turn:
            return
        self._pdf = pdf
        self._notice.show_text("")
        self._session.work(page_sizes, pdf).then(self._lay_out).failed(self._on_failed)

    def _lay_out(self, sizes: tuple[PageSize, ...]) -> None:
        kept = self._area.verticalScrollBar().value()
        self.pages.show_sizes(sizes)
        self._fit()
        self._area.verticalScrollBar().setValue(kept)
        count = len(sizes)
        self._count.setText(self.tr("1 page") if count == 1 else self.tr("{0} pages").format(count))

    def _on_failed(self, _error: Exception) -> None:
        said = self.tr("The pages could not be made with these words. Change the last text, or discard it.")
        self._notice.show_text(said, "danger", "circle-alert")

    def _render(self, at: int) -> None:
        if self._pdf:
            zoom, pdf = self.pages.zoom(), self._pdf
            rendering = self._session.work(render_page, pdf, at, zoom * self.devicePixelRatioF())
            rendering.then(partial(self._show_picture, at, pdf), receiver=self)

    def _show_picture(self, at: int, pdf: bytes, picture: QImage) -> None:
        if pdf is self._pdf:
            self.pages.show_picture(at, picture)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self._fit()
        return False

    def _fit(self) -> None:
        room = self._area.viewport().width() - theme.px(40)
        self.pages.set_zoom(max(0.3, min(_PIXELS_PER_POINT, room / self.pages.widest())))
