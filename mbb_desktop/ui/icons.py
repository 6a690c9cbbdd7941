"""Line icons, drawn from their SVG in any colour of the theme and at any size."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mbb_desktop.paths import data_dir
from mbb_desktop.ui import theme

_STROKE = b'stroke-width="1.9"'


@lru_cache(maxsize=128)
def _source(name: str) -> bytes:
    path = data_dir("resources") / "icons" / f"{name}.svg"
    return path.read_bytes().replace(b'stroke-width="2"', _STROKE)


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    renderer = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", color.encode())))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer


def paint(painter: QPainter, name: str, box: QRectF, color: str = "text2") -> None:
    """Draw an icon into a box; `color` is a token, or `#RRGGBB` where the ground never changes."""
    _renderer(name, theme.tokens().get(color, color)).render(painter, box)


def pixmap(name: str, color: str = "text2", size: float = 16, ratio: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` pixels at 100 percent, for a screen with this pixel ratio."""
    return _pixmap(name, theme.tokens().get(color, color), theme.px(size), ratio)


def icon(name: str, color: str = "text2", size: float = 16, ratio: float = 1.0) -> QIcon:
    """An icon in the current look, greyed while its button cannot be used."""
    return _icon(name, theme.tokens().get(color, color), theme.tokens()["off"], theme.px(size), ratio)


@lru_cache(maxsize=256)
def _pixmap(name: str, color: str, side: int, ratio: float) -> QPixmap:
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        _renderer(name, color).render(painter, QRectF(0, 0, side, side))
    return made


@lru_cache(maxsize=256)
def _icon(name: str, color: str, faded: str, side: int, ratio: float) -> QIcon:
    made = QIcon(_pixmap(name, color, side, ratio))
    made.addPixmap(_pixmap(name, faded, side, ratio), QIcon.Mode.Disabled)
    return made
