"""A drawing in SVG as a picture in PNG. A file that refers to anything outside of itself is refused."""

import re
from xml.parsers import expat

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from mbb_desktop.documents.logo import NotALogo

LARGEST_SVG = 1_000_000
_MOST_ELEMENTS, _DEEPEST = 20_000, 60
_REFUSED = {"image", "feImage", "foreignObject", "script", "iframe", "audio", "video", "animate", "set"}
_BOX = QSize(1800, 720)
_PIXELS = {
    "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "em": 16, "ex": 8, "ch": 8
}  # fmt: skip
_LENGTH = re.compile(
    rb"""(\s(?:[xy][12]?|[cdr][xy]|r|width|height|stroke-width|font-size)\s*=\s*["'])\s*"""
    rb"""([-+]?(?:\d+\.?\d*|\.\d+))(px|pt|pc|mm|cm|in|em|ex|ch)(?=\s*["'])"""
)


def is_svg(data: bytes) -> bool:
    """Whether the file begins as text with markup does."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"


def svg_as_png(data: bytes) -> bytes:
    """The drawing as large as a paper's head needs, on a clear ground. Raises NotALogo."""
    if len(data) > LARGEST_SVG:
        raise NotALogo("The SVG file is larger than 1 MB. Save it as PNG, then choose that.")
    _Guard().read(data)
    renderer = QSvgRenderer(QByteArray(_in_pixels(data)))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise NotALogo("The SVG file is damaged. Save it as PNG, then choose that.")
    picture = QImage(size.scaled(_BOX, Qt.AspectRatioMode.KeepAspectRatio), QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        renderer.render(painter, QRectF(picture.rect()))
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(file, "PNG")  # type: ignore[call-overload] # the stubs want bytes
    return bytes(file.data().data())


def _in_pixels(data: bytes) -> bytes:
    """The same drawing with every length in pixels: Qt leaves units out of account inside of the drawing."""
    return _LENGTH.sub(lambda found: found[1] + b"%g" % (float(found[2]) * _PIXELS[found[3].decode()]), data)


class _Guard:
    """Reads the elements before Qt does: no entities, nothing from elsewhere, copies of copies neither."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._count = 0
        self._copies: set[str] = set()
        self._holding_copies: set[str] = set()

    def read(self, data: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator="|")
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = lambda _name: self._open.pop()
        parser.EntityDeclHandler = lambda *_: _refuse()
        parser.CharacterDataHandler = self._take_text
        try:
            parser.Parse(data, True)
        except expat.ExpatError:
            raise NotALogo("The SVG file is damaged. Save it as PNG, then choose that.") from None
        if self._copies & self._holding_copies:
            _refuse()

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition("|")[2]
        self._count += 1
        self._open.append(attributes.get("id", ""))
        if tag in _REFUSED or self._count > _MOST_ELEMENTS or len(self._open) > _DEEPEST:
            _refuse()
        for key, value in attributes.items():
            target = key.rpartition("|")[2] == "href" and tag != "a"
            if (target and not value.startswith("#")) or _goes_out(value):
                _refuse()
            if target and tag == "use":
                self._copies.add(value.removeprefix("#"))
                self._holding_copies.update(filter(None, self._open))

    def _take_text(self, text: str) -> None:
        if _goes_out(text):
            _refuse()


def _goes_out(text: str) -> bool:
    """A style that fetches something: `url(` of anything but a part of the same file, `@import`."""
    plain = text.replace(" ", "").replace("'", "").replace('"', "").lower()
    return "@import" in plain or plain.count("url(") != plain.count("url(#")


def _refuse() -> None:
    raise NotALogo(
        "The SVG file holds more than a drawing: pictures, scripts or other files. Save it as PNG."
    )
