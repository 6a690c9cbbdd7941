"""A program of its own that turns one file into pictures of its pages: `python -m`, file in, frames out.

Whatever is wrong with a file stays in this process, which has little memory, writes no file and is ended
when it takes too long. A frame is a line of JSON and as many bytes as it says.
"""

import contextlib
import json
import struct
import sys
import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from types import ModuleType

import zxingcpp
from PIL import Image, ImageChops, ImageOps

from mbb_desktop.interop.scan_limits import (
    DAMAGED,
    LARGEST_FILE,
    LARGEST_KEPT,
    LONGEST_SIDE,
    MEMORY,
    MOST_PAGES,
    MOST_PIXELS,
    TOO_MANY,
    TOO_MUCH,
    Refused,
)

_PICTURES = ("PNG", "JPEG", "TIFF")
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, struct.error, zlib.error)
_QUALITY = 85
_COLOURED = 32  # steps between two channels that make a pixel one of colour
_CPU_SECONDS = 300
_LONGEST_CODE, _MOST_CODES = 40, 8


TOO_LARGE = (
    "A picture in this file has more than 40 million pixels. Scan it at 300 dpi, then choose it again."
)
TOO_HEAVY = "The pages of this file are too large together. Split it, or scan it at 200 dpi."
_FLOATING = "This picture holds measured values instead of grey levels. Save it as PNG with 8 or 16 bits."


def main() -> int:
    """Read a file from standard input, write its pages to standard output; a frame before and one after."""
    data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    pdf = _for_pdf() if data[:1024].find(b"%PDF-") >= 0 else None
    _bound()
    _frame({"ready": True})
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        remarks = pdf.remarks(data) if pdf else []
        kept = 0
        for page in pdf.pages(data) if pdf else _of_picture(data):
            kept += _write(page)
            if kept > LARGEST_KEPT:
                raise Refused(TOO_HEAVY)
        _frame({"end": True, "remarks": remarks})
    except Refused as why:
        _frame({"refused": str(why)})
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        _frame({"refused": TOO_LARGE})
    except MemoryError:
        _frame({"refused": TOO_MUCH})
    except _BROKEN:
        _frame({"refused": DAMAGED})
    return 0


def _for_pdf() -> ModuleType:
    """What only a PDF needs: without it a photograph is read in a third of the time."""
    from mbb_desktop.interop import pdf_pages

    return pdf_pages


def _bound() -> None:
    """As little memory, time and disk as the system lets us ask for; Windows has no such bounds."""
    if sys.platform == "win32":
        return
    import resource

    bounds = (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, _CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for what, most in bounds:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def _write(page: Image.Image) -> int:
    """Write a page out small, upright and without anything but its pixels; its length in bytes."""
    page.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=3)
    plain = page if page.mode == "L" else _without_colour(page)
    plain.info.clear()  # or a comment would be written along
    file = BytesIO()
    plain.save(file, "JPEG", quality=_QUALITY, optimize=True)
    grey = plain.mode == "L"
    head = {"width": plain.width, "height": plain.height, "grey": grey, "codes": _codes(plain)}
    _frame(head, file.getvalue())
    return file.tell()


def _codes(page: Image.Image) -> list[str]:
    """The texts of the QR codes on a page, short ones only: a diary of ours bears one."""
    wanted = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = [code.text for code in zxingcpp.read_barcodes(page, formats=wanted)]
    return [text for text in found if len(text) <= _LONGEST_CODE][:_MOST_CODES]


def _without_colour(page: Image.Image) -> Image.Image:
    """In grey when next to nothing of it has a colour."""
    red, green, blue = page.split()
    for one, other in ((red, green), (green, blue)):
        if sum(ImageChops.difference(one, other).histogram()[_COLOURED:]) > page.width * page.height // 5000:
            return page
    return page.convert("L")


def _frame(head: dict[str, object], content: bytes = b"") -> None:
    out = sys.stdout.buffer
    out.write(json.dumps({**head, "bytes": len(content)}).encode() + b"\n" + content)
    out.flush()


# Pictures


def _of_picture(data: bytes) -> Iterator[Image.Image]:
    with Image.open(BytesIO(data), formats=_PICTURES) as opened:
        count = getattr(opened, "n_frames", 1) if opened.format == "TIFF" else 1
        if count > MOST_PAGES:
            raise Refused(TOO_MANY)
        for at in range(count):
            if count > 1:
                opened.seek(at)
            if opened.width * opened.height > MOST_PIXELS:
                raise Refused(TOO_LARGE)
            opened.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
            opened.load()
            yield ImageOps.exif_transpose(_flat(opened))


def _flat(image: Image.Image) -> Image.Image:
    """Grey or red, green and blue in eight bits, on white; the turn that the camera noted is kept."""
    if image.mode == "F":
        raise Refused(_FLOATING)
    if image.mode.startswith("I"):
        made = _eight_bits(image)
    elif image.has_transparency_data:
        layer = image.convert("RGBA")
        made = Image.new("RGB", image.size, "white")
        made.paste(layer, mask=layer.getchannel("A"))
    else:
        made = image.convert("L" if image.mode in {"1", "L"} else "RGB")
    turned = image.getexif().get(0x0112, 1)
    if turned != 1:
        made.getexif()[0x0112] = turned
    return made


def _eight_bits(image: Image.Image) -> Image.Image:
    """By the bits that the picture uses: images of medical devices often have 10 or 12 of 16."""
    _, brightest = image.getextrema()
    assert isinstance(brightest, int | float)
    step = next((2 ** (bits - 8) for bits in (8, 10, 12, 14) if brightest < 2**bits), 256)
    return image.point(lambda value: value * (1 / step)).convert("L")


if __name__ == "__main__":
    sys.exit(main())
