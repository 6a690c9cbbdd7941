"""The picture on top of every paper: any PNG, JPEG or GIF made small, upright, opaque and free of metadata.

Decoding is bounded: the size is read from the head of the file before any pixel is.
"""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

LARGEST_FILE = 5_000_000
MOST_PIXELS = 16_000_000
LARGEST_KEPT = 150_000
_BOX = (900, 360)
_PALEST = 235  # of 255: nothing darker is no picture on white paper
_FORMATS = ("PNG", "JPEG", "GIF")
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, struct.error, zlib.error)


class NotALogo(ValueError):
    """The file cannot head a paper; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture in sRGB without transparency: PNG or JPEG bytes, and its size in pixels."""

    picture: bytes
    width: int
    height: int


def prepared(data: bytes) -> Logo:
    """The picture as it is kept and printed, at most 900 x 360 pixels and 150 kB. Raises NotALogo.

    The same file gives the same bytes.
    """
    if not data:
        raise NotALogo("The file is empty. Choose another picture.")
    if len(data) > LARGEST_FILE:
        raise NotALogo("The file is larger than 5 MB. Save the picture smaller, then choose it again.")
    try:
        small = _small(data)
    except NotALogo:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise NotALogo(_TOO_MANY) from None
    except _BROKEN:
        raise NotALogo(
            "The picture is damaged, or it is neither PNG, JPEG, GIF nor SVG. Choose another file."
        ) from None
    darkest, _ = small.convert("L").getextrema()
    if isinstance(darkest, int | float) and darkest > _PALEST:
        raise NotALogo("The picture would be white on white paper. Choose one that is made for paper.")
    return Logo(_kept(small), small.width, small.height)


_TOO_MANY = "The picture has more than 16 million pixels. Save it smaller, then choose it again."


def _small(data: bytes) -> Image.Image:
    with Image.open(BytesIO(data), formats=_FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise NotALogo(_TOO_MANY)
        opened.draft(None, _BOX)
        opened.load()
        profile = opened.info.get("icc_profile")
        upright = ImageOps.exif_transpose(opened)
    image = _on_white(_in_srgb(upright, profile))
    image.thumbnail(_BOX, Image.Resampling.LANCZOS, reducing_gap=3)
    return image


def _in_srgb(image: Image.Image, profile: object) -> Image.Image:
    """The colours as they are meant, when the file says so in a way that can be read."""
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")
    if isinstance(profile, bytes) and image.mode in {"RGB", "CMYK"}:
        try:
            meant = ImageCms.ImageCmsProfile(BytesIO(profile))
            ours = ImageCms.createProfile("sRGB")
            changed = ImageCms.profileToProfile(image, meant, ours, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            return image
        return changed or image
    return image


def _on_white(image: Image.Image) -> Image.Image:
    """Archives allow no transparency (PDF/A-1)."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    ground = Image.new("RGB", image.size, "white")
    ground.paste(layer, mask=layer.getchannel("A"))
    return ground


def _kept(image: Image.Image) -> bytes:
    """PNG when that is small, as line art is; else JPEG as good as fits."""
    if len(lossless := _saved(image, "PNG", optimize=True)) <= LARGEST_KEPT:
        return lossless
    for quality in (92, 85, 75, 60):
        if len(made := _saved(image, "JPEG", quality=quality, subsampling=0)) <= LARGEST_KEPT:
            return made
    return _saved(image.reduce(2), "JPEG", quality=60)


def _saved(image: Image.Image, kind: str, **how: object) -> bytes:
    plain = Image.frombytes("RGB", image.size, image.tobytes())  # leaves profile and text behind
    file = BytesIO()
    plain.save(file, kind, **how)
    return file.getvalue()


def read(picture: bytes) -> Logo:
    """A kept picture with its size."""
    with Image.open(BytesIO(picture), formats=_FORMATS) as opened:
        return Logo(picture, opened.width, opened.height)
