"""The rail at the left: the pages, who is signed in, and the lock."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from mbb_desktop.ui import icons, theme
from mbb_desktop.ui.parts import IconLabel, line, stack, words
from mbb_desktop.ui.tool_tip import plain_tip

WIDE, NARROW = 200, 60
_WHITE, _LOGO, _BADGE = "#FFFFFF", "#5CC3D3", "#2B7789"  # the rail is dark in every look


class RailButton(QAbstractButton):
    """One row of the rail: icon, words, and a count or key at the right."""

    def __init__(self, text: str, icon: str, framed: bool = False) -> None:
        super().__init__()
        self._icon, self._framed = icon, framed
        self._count, self._key, self._narrow = 0, "", False
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_count(self, count: int) -> None:
        """How much waits on that page; 0 shows nothing."""
        self._count = count
        self.setAccessibleDescription(self.tr("%n waiting", "", count) if count else "")
        self.update()

    def show_key(self, key: str) -> None:
        """Its shortcut, at the right."""
        self._key = key
        self.update()

    def count(self) -> int:
        """How much waits on that page."""
        return self._count

    def narrow(self, narrow: bool) -> None:
        """Only the icon, or icon and words."""
        self._narrow = narrow
        self.setToolTip(plain_tip(self.text()) if narrow else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px((NARROW if self._narrow else WIDE) - 24), theme.px(38))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            side = theme.px(18)
            left = (self.width() - side) / 2 if self._narrow else theme.px(10)
            color = _WHITE if self.isChecked() else "navText"
            icons.paint(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), color)
            if not self._narrow:
                self._paint_words(painter)
            elif self._count:
                self._paint_dot(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = theme.color("navText")
        edge.setAlpha(255 if theme.is_high_contrast() else 90)
        painter.setPen(QPen(edge, 1.0) if self._framed else Qt.PenStyle.NoPen)
        lit = self.isChecked() or self.underMouse()
        painter.setBrush(theme.color("navActiveBg") if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        if self.isChecked() and theme.is_high_contrast():
            painter.fillRect(QRectF(0, box.top(), theme.px(5), box.height()), Qt.GlobalColor.white)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(Qt.GlobalColor.white, theme.ring()))
            painter.drawRoundedRect(box, theme.px(6), theme.px(6))

    def _paint_words(self, painter: QPainter) -> None:
        room = QRectF(self.rect()).adjusted(theme.px(40 if not self._framed else 34), 0, -theme.px(10), 0)
        painter.setPen(Qt.GlobalColor.white if self.isChecked() else theme.color("navText"))
        painter.setFont(theme.font(13, 600 if self.isChecked() else 500))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._key:
            painter.setFont(theme.font(11))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._key)
        if self._count:
            self._paint_badge(painter, room)

    def _paint_badge(self, painter: QPainter, room: QRectF) -> None:
        wide, high = theme.px(22 if self._count < 10 else 30), theme.px(18)
        badge = QRectF(room.right() - wide + theme.px(4), room.center().y() - high / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        strong = theme.is_high_contrast()
        painter.setBrush(Qt.GlobalColor.white if strong else QColor(_BADGE))
        painter.drawRoundedRect(badge, high / 2, high / 2)
        painter.setPen(theme.color("nav") if strong else Qt.GlobalColor.white)
        painter.setFont(theme.font(11, 600))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(self._count))

    def _paint_dot(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(_LOGO))
        side = theme.px(7)
        painter.drawEllipse(QRectF(self.width() / 2 + theme.px(8), theme.px(7), side, side))


class NavRail(QFrame):
    """Emits the key of the page that was asked for."""

    page_asked = Signal(str)
    lock_asked = Signal()

    def __init__(self, app_name: str) -> None:
        super().__init__()
        self.setObjectName("navRail")
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, RailButton] = {}
        self._name, self._role = words("", "who"), words("", "role")
        self._lock = RailButton(self.tr("Lock"), "lock", framed=True)
        self._lock.show_key(self.tr("Ctrl L"))
        self._lock.clicked.connect(self.lock_asked)
        self._app_name = words(app_name, "appName")
        self._logo = IconLabel("logo", _LOGO, 20)
        self._rows = stack(spacing=4)
        self._build()
        self.narrow(False)

    @property
    def lock_row(self) -> RailButton:
        """The row that locks."""
        return self._lock

    def add_page(self, key: str, title: str, icon: str) -> None:
        """Add a row for a page."""
        button = RailButton(title, icon)
        button.setCheckable(True)
        button.setObjectName(f"nav_{key}")
        button.clicked.connect(lambda: self._on_clicked(key))
        button.narrow(self._is_narrow)
        self._buttons[key] = button
        self._rows.addWidget(button)

    def remove_pages(self) -> None:
        """Forget every page and who was signed in."""
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        self.show_person("", "")

    def show_person(self, name: str, role: str) -> None:
        """Who is signed in."""
        self._name.setText(name)
        self._role.setText(role)

    def show_current(self, key: str) -> None:
        """Mark the page that is shown."""
        for own, button in self._buttons.items():
            button.setChecked(own == key)

    def show_count(self, key: str, count: int) -> None:
        """How much waits on a page; a page that is not there is no error."""
        if key in self._buttons:
            self._buttons[key].show_count(count)

    def narrow(self, narrow: bool) -> None:
        """60 px with icons, or 200 px with words."""
        self._is_narrow = narrow
        self.setFixedWidth(theme.px(NARROW if narrow else WIDE))
        for button in (*self._buttons.values(), self._lock):
            button.narrow(narrow)
        for label in (self._app_name, self._name, self._role):
            label.setVisible(not narrow)

    def is_narrow(self) -> bool:
        """Whether only icons show."""
        return self._is_narrow

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_is_narrow"):
            self.setFixedWidth(theme.px(NARROW if self._is_narrow else WIDE))

    def _build(self) -> None:
        column = stack(self, spacing=0, margins=(12, 14, 12, 12))
        column.addWidget(self._brand())
        column.addSpacing(theme.px(18))
        column.addLayout(self._rows)
        column.addStretch()
        column.addLayout(self._person())
        column.addSpacing(theme.px(8))
        column.addWidget(self._lock)

    def _brand(self) -> QWidget:
        brand = QWidget()
        row = line(brand, spacing=9)
        row.addWidget(self._logo)
        row.addWidget(self._app_name, 1)
        return brand

    def _person(self) -> QVBoxLayout:
        column = stack(spacing=2)
        column.addWidget(self._name)
        column.addWidget(self._role)
        return column

    def _on_clicked(self, key: str) -> None:
        self.page_asked.emit(key)
