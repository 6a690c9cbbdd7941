"""The pages of a PDF from memory, to read: zoom, and a key for the next page."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from mbb_desktop.ui.page_stack import PageStack
from mbb_desktop.ui.parts import Button, line, muted, stack
from mbb_desktop.ui.pdf_pages import PageSize, page_sizes, render_page
from mbb_desktop.ui.session import Session

_STEPS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_PIXELS_PER_POINT = 96 / 72


class PagesView(QWidget):
    """Fits the width until somebody zooms. `failed` gives the error when a page cannot be shown."""

    failed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pdf = b""
        self._step: float | None = None
        self.pages = PageStack()
        self._area = QScrollArea()
        self._page, self._zoom = muted(""), muted("")
        column = stack(self, spacing=0)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName(self.tr("Pages"))
        self._area.setWidget(self.pages)
        self._area.viewport().installEventFilter(self)
        column.addWidget(self._area, 1)
        self._connect()

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages; nothing lets everything go."""
        self._pdf, self._step = pdf, None
        self.pages.show_sizes(())
        self._page.setText("")
        if pdf:
            self._session.work(page_sizes, pdf).then(self._lay_out).failed(self.failed.emit, self)

    def to_keys(self) -> None:
        """The arrows scroll at once."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def page_words(self) -> str:
        """`Page 1 of 2`."""
        return self._page.text()

    def zoom_words(self) -> str:
        """`100 %`."""
        return self._zoom.text()

    def turn(self, by: int) -> None:
        """Go so many pages on, or back."""
        count = self.pages.count()
        if count:
            to = min(max(self._shown() + by, 0), count - 1)
            self._area.verticalScrollBar().setValue(self.pages.top_of(to) if to else 0)

    def larger(self) -> None:
        self._take(next((step for step in _STEPS if step > self._share() + 0.01), _STEPS[-1]))

    def smaller(self) -> None:
        self._take(next((step for step in reversed(_STEPS) if step < self._share() - 0.01), _STEPS[0]))

    def fit_width(self) -> None:
        self._take(None)

    def tools(self) -> QHBoxLayout:
        """Page and zoom, for a bar above the pages."""
        row = line(spacing=8)
        smaller = Button(self.tr("Smaller"), "quiet", "minus", "Ctrl -")
        larger = Button(self.tr("Larger"), "quiet", "plus", "Ctrl +")
        fit = Button(self.tr("Fit the width"), "link")
        for button, run in ((smaller, self.smaller), (larger, self.larger), (fit, self.fit_width)):
            button.clicked.connect(run)
        row.addStretch()
        row.addWidget(self._page)
        for part in (smaller, self._zoom, larger, fit):
            row.addWidget(part)
        return row

    def _connect(self) -> None:
        self.pages.wanted.connect(self._render)
        self._area.verticalScrollBar().valueChanged.connect(self._say_page)
        for keys, run in (
            ("Ctrl++", self.larger),
            ("Ctrl+-", self.smaller),
            ("Ctrl+0", self.fit_width),
            ("PgDown", lambda: self.turn(1)),
            ("PgUp", lambda: self.turn(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _lay_out(self, sizes: tuple[PageSize, ...]) -> None:
        self.pages.show_sizes(sizes)
        self._apply_zoom()
        self._area.verticalScrollBar().setValue(0)
        self._say_page()

    def _render(self, at: int) -> None:
        if not self._pdf:
            return
        zoom = self.pages.zoom()
        rendering = self._session.work(render_page, self._pdf, at, zoom * self.devicePixelRatioF())
        rendering.then(partial(self._show_picture, self._pdf, at, zoom), receiver=self)

    def _show_picture(self, pdf: bytes, at: int, zoom: float, picture: QImage) -> None:
        if pdf is self._pdf and abs(zoom - self.pages.zoom()) < 0.001:
            self.pages.show_picture(at, picture)

    def _shown(self) -> int:
        return self.pages.page_at(
            self._area.verticalScrollBar().value() + self._area.viewport().height() // 3
        )

    def _say_page(self) -> None:
        count = self.pages.count()
        self._page.setText(self.tr("Page {0} of {1}").format(self._shown() + 1, count) if count else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self._apply_zoom()
        return False

    def _take(self, step: float | None) -> None:
        self._step = step
        self._apply_zoom()

    def _apply_zoom(self) -> None:
        self.pages.set_zoom(_PIXELS_PER_POINT * self._share())
        self._zoom.setText(f"{round(100 * self._share())} %" if self.pages.count() else "")

    def _share(self) -> float:
        """1 is the size of the paper."""
        if self._step is not None:
            return self._step
        room = self._area.viewport().width() - 48
        return max(0.3, min(1.2, room / (self.pages.widest() * _PIXELS_PER_POINT)))
