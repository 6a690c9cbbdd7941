"""Pictures of a paper's pages as a tagged PDF/A: each is a figure whose words say what it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

from mbb_desktop.clinical.enclosure import PageImage
from mbb_desktop.documents.archive import About, archived
from mbb_desktop.documents.tags import Node, Tags

Size = tuple[float, float]
_SHORT, _LONG = 612.0, 792.0  # points of the sheet that a page by itself fills in one direction
_SIDE, _ABOVE, _BELOW = 30.0, 34.0, 24.0  # room around a page on a sheet of ours, for the line in its margin


@dataclass(frozen=True, slots=True)
class _Place:
    """The size of a page, and where the picture stands on it: left, bottom, width, height in points."""

    page: Size
    box: tuple[float, float, float, float]


def scan_pdf(
    pages: Sequence[PageImage], named: Sequence[str], about: About, sheet: Size | None = None
) -> bytes:
    """The pictures, each under its words. With a `sheet` (points, upright) each stands within its margins.

    The same pictures give the same bytes.
    """
    tags = Tags()
    with pikepdf.new() as file:
        for number, (page, words) in enumerate(zip(pages, named, strict=True), start=1):
            place = _alone(page) if sheet is None else _on(sheet, page)
            _draw(file, page, place)
            left, bottom, width, height = place.box
            node = tags.root.adopt(
                Node("Figure", alt=words, bounds=(left, bottom, left + width, bottom + height))
            )
            node.marks.append((number, 0))
            tags.marks_on[number] = [node]
        kept = BytesIO()
        file.save(kept, deterministic_id=True)
    return archived(kept.getvalue(), tags, about)


def images_of(pdf: bytes) -> tuple[PageImage, ...]:
    """The pictures that a PDF of `scan_pdf` was made from, byte for byte."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return tuple(_image_of(page.obj.Resources.XObject.Scan) for page in file.pages)


def _image_of(kept: Object) -> PageImage:
    return PageImage(
        bytes(kept.read_raw_bytes()), int(kept.Width), int(kept.Height), kept.ColorSpace == Name.DeviceGray
    )


def _alone(page: PageImage) -> _Place:
    wide, high = (_LONG, _SHORT) if page.width > page.height else (_SHORT, _LONG)
    scale = min(wide / page.width, high / page.height)
    size = (round(page.width * scale, 2), round(page.height * scale, 2))
    return _Place(size, (0.0, 0.0, *size))


def _on(sheet: Size, page: PageImage) -> _Place:
    """In the middle of the room between the margins; a wide page lies on a sheet turned over."""
    wide, high = sheet if page.width <= page.height else (sheet[1], sheet[0])
    room = (wide - 2 * _SIDE, high - _ABOVE - _BELOW)
    scale = min(room[0] / page.width, room[1] / page.height)
    width, height = round(page.width * scale, 2), round(page.height * scale, 2)
    left, bottom = (wide - width) / 2, _BELOW + room[1] - height
    return _Place((wide, high), (round(left, 2), round(bottom, 2), width, height))


def _draw(file: Pdf, page: PageImage, place: _Place) -> None:
    left, bottom, width, height = place.box
    drawn = file.add_blank_page(page_size=place.page)
    picture = file.make_stream(page.jpeg)
    picture.Type, picture.Subtype, picture.Filter = Name.XObject, Name.Image, Name.DCTDecode
    picture.Width, picture.Height, picture.BitsPerComponent = page.width, page.height, 8
    picture.ColorSpace = Name.DeviceGray if page.grey else Name.DeviceRGB
    drawn.obj.Resources = Dictionary(XObject=Dictionary(Scan=picture))
    matrix = f"{width} 0 0 {height} {left} {bottom} cm"
    drawn.obj.Contents = file.make_stream(f"/Figure <</MCID 0>> BDC q {matrix} /Scan Do Q EMC".encode())
