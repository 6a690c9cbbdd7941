"""Invented papers as files: pictures and PDFs, good, odd and hostile."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image, ImageDraw


def sheet(mode: str = "RGB", size: tuple[int, int] = (850, 1100), words: str = "PAIN DIARY") -> Image.Image:
    """A white sheet with black words at its upper left corner."""
    made = Image.new(mode, size, 1 if mode == "1" else "white")
    draw = ImageDraw.Draw(made)
    draw.rectangle((20, 20, size[0] // 4, size[1] // 10), fill=0 if mode in {"1", "L"} else "black")
    draw.text((40, size[1] // 5), words, fill=0 if mode in {"1", "L"} else "black")
    return made


def saved(image: Image.Image, kind: str, **how: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def png(size: tuple[int, int] = (850, 1100)) -> bytes:
    return saved(sheet(size=size), "PNG")


def tiff(pages: int = 3) -> bytes:
    first, *rest = [sheet("1", words=f"page {at + 1}") for at in range(pages)]
    return saved(first, "TIFF", save_all=True, append_images=rest, compression="group4")


def photograph(turn: int = 1) -> bytes:
    """A JPEG as a telephone takes it: with its place, its maker and the turn of the camera."""
    exif = Image.Exif()
    exif[0x0112] = turn
    exif[0x010F] = "ZQCANARY camera"
    exif.get_ifd(0x8825)[1] = "N"
    return saved(sheet(size=(800, 400)), "JPEG", exif=exif, comment=b"ZQCANARY comment")


def bomb_png(side: int = 30_000) -> bytes:
    """A few bytes that say that they are 900 million pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(9)))
        + chunk(b"IEND", b"")
    )


def pdf(pages: int = 1, change: Callable[[Pdf], None] = lambda _file: None, **how: Any) -> bytes:
    """A PDF whose pages hold a black square; `change` makes it odd, `how` is how it is saved."""
    with pikepdf.new() as file:
        for _ in range(pages):
            page = file.add_blank_page(page_size=(612, 792))
            page.Contents = file.make_stream(b"0 g 72 600 100 100 re f")
        change(file)
        kept = BytesIO()
        file.save(kept, **how)
    return kept.getvalue()


def with_script(file: Pdf) -> None:
    """JavaScript at opening, in the names, and on a page."""
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('ZQCANARY')"))
    file.Root.OpenAction = script
    file.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    file.pages[0].obj.AA = Dictionary(O=script)


def with_launch(file: Pdf) -> None:
    file.Root.OpenAction = Dictionary(S=Name.Launch, F=String("ZQCANARY.exe"))


def with_attachment(file: Pdf) -> None:
    file.attachments["ZQCANARY.txt"] = b"ZQCANARY"


def as_folder(file: Pdf) -> None:
    with_attachment(file)
    file.Root.Collection = Dictionary(Type=Name.Collection)


def as_reader_form(file: Pdf) -> None:
    file.Root.NeedsRendering = True


def with_filled_form(file: Pdf) -> None:
    """A text field that somebody filled in: black all over, so that a test can see it."""
    look = file.make_stream(b"0 g 0 0 200 100 re f")
    look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 100])
    field = file.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("approved"),
            V=String("yes"),
            F=4,
            Rect=Array([300, 100, 500, 200]),
            AP=Dictionary(N=look),
        )
    )
    file.pages[0].obj.Annots = Array([field])
    file.Root.AcroForm = Dictionary(Fields=Array([field]))


def with_huge_picture(file: Pdf) -> None:
    """A page that holds a picture of 256 million grey pixels in a few kilobytes."""
    packed = zlib.compressobj(1)
    rows = b"".join([packed.compress(bytes(16_000)) for _ in range(16_000)]) + packed.flush()
    picture = file.make_stream(rows)
    picture.Type, picture.Subtype, picture.ColorSpace = Name.XObject, Name.Image, Name.DeviceGray
    picture.Width = picture.Height = 16_000
    picture.BitsPerComponent, picture.Filter = 8, Name.FlateDecode
    page = file.pages[0]
    page.Resources = Dictionary(XObject=Dictionary(P=picture))
    page.Contents = file.make_stream(b"612 0 0 792 0 0 cm /P Do")


def endless(file: Pdf) -> None:
    """A page that draws a form that draws itself, very often."""
    page = file.pages[0]
    page.Contents = file.make_stream(b"0 0 1 1 re f " * 3_000_000)
