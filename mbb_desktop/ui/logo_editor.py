"""The picture on top of the clinic's papers: shown as it prints, chosen from a file, removed."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel

from mbb_desktop.documents.logo import LARGEST_FILE
from mbb_desktop.ui import theme
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Card, Notice, appear, help_text, line
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.svg_picture import is_svg, svg_as_png
from mbb_desktop.workflow.keep_clinic import clinic_logo, remove_logo, save_logo

translate = QCoreApplication.translate


class LogoEditor(Card):
    """What is chosen heads the papers at once; of a file that is refused the former picture stays."""

    def __init__(self, session: Session) -> None:
        super().__init__(translate("logo", "Picture on top of the papers"))
        self._session = session
        self._notice = Notice("", "danger", "circle-alert")
        self.shown = QLabel()
        self.choose = Button(self.tr("Choose a picture"), icon="upload")
        self.remove = Button(self.tr("Remove the picture"), "quiet", "trash-2")
        self._build()
        session.do(clinic_logo).then(self._show, self)

    def read_file(self, path: Path) -> None:
        """Take a picture from a file; what is wrong with it is said here."""
        self._notice.show_text("")
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
        except OSError as error:
            self._on_failed(error)
            return
        if is_svg(data):
            self._session.work(svg_as_png, data).then(self._keep, self).failed(self._on_failed)
        else:
            self._keep(data)

    def said(self) -> str:
        """Why the file was refused; empty while nothing is wrong."""
        return self._notice.text()

    def has_picture(self) -> bool:
        """Whether the papers have one."""
        return not self.shown.pixmap().isNull()

    def _build(self) -> None:
        self.body.addWidget(self._notice)
        row = line(spacing=14)
        self.shown.setAccessibleName(self.tr("Picture on top of the papers"))
        self.shown.setStyleSheet("background: #FFFFFF; padding: 6px; border: 1px solid #C9D1DB;")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (self.shown, self.choose, self.remove):
            row.addWidget(part)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addWidget(help_text(self.tr("PNG, JPEG, GIF or SVG, up to 5 MB. Clear parts print white.")))
        self.choose.clicked.connect(self._ask_for_file)
        self.remove.clicked.connect(self._on_remove)

    def _ask_for_file(self) -> None:
        asking = QFileDialog(self, self.tr("Choose a picture"))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setFileMode(QFileDialog.FileMode.ExistingFile)
        asking.setNameFilters(
            [self.tr("Pictures (*.png *.jpg *.jpeg *.gif *.svg)"), self.tr("All files (*)")]
        )
        asking.fileSelected.connect(lambda name: self.read_file(Path(name)))
        asking.open()

    def _keep(self, data: bytes) -> None:
        self._session.do(save_logo, data).then(self._show, self).failed(self._on_failed)

    def _on_remove(self) -> None:
        self._notice.show_text("")
        self._session.do(remove_logo).then(lambda _: self._show(b""), self).failed(self._on_failed)

    def _show(self, picture: bytes) -> None:
        found = QPixmap()
        if picture:
            found.loadFromData(picture)
            found = fitting(found, theme.px(240), theme.px(72), self.devicePixelRatioF())
        self.shown.setPixmap(found)
        appear(self.shown, bool(picture))
        appear(self.remove, bool(picture))

    def _on_failed(self, error: Exception) -> None:
        said = explain(error) or self.tr("The picture could not be kept. Try again.")
        self._notice.show_text(said, "danger", "circle-alert")


def fitting(picture: QPixmap, wide: int, high: int, ratio: float) -> QPixmap:
    """A picture that is no larger than `wide` x `high` pixels, with all the dots that the screen has."""
    if picture.width() <= wide and picture.height() <= high:
        return picture
    dots = QSize(round(wide * ratio), round(high * ratio))
    if picture.width() > dots.width() or picture.height() > dots.height():
        mode = Qt.TransformationMode.SmoothTransformation
        picture = picture.scaled(dots, Qt.AspectRatioMode.KeepAspectRatio, mode)
    picture.setDevicePixelRatio(max(picture.width() / wide, picture.height() / high))
    return picture
