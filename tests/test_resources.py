"""The bundled fonts and icons."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
import uharfbuzz
from PySide6.QtSvg import QSvgRenderer

from mbb_desktop.paths import data_dir

FONTS = data_dir("resources") / "fonts"
ICONS = sorted((data_dir("resources") / "icons").glob("*.svg"))
INTER = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold")
SIGNS = "≥≤✓·²×µ–→"
SCRIPTS = {
    "DejaVuSans": "☐Łż",
    "DejaVuSans-Bold": "☐Łż",
    "NotoSansHebrew-Regular": "שלום",
    "NotoSansArabic-Regular": "مرحبا",
    "NotoSansDevanagari-Regular": "नमस्ते",
    "NotoSansThai-Regular": "สวัสดี",
    "DroidSansFallback": "漢字",
}


def _face(stem: str) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONTS / f"{stem}.ttf")))


def _postscript_name(stem: str) -> str | None:
    name: str | None = _face(stem).get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME)
    return name


@pytest.mark.parametrize("stem", [*INTER, *SCRIPTS])
def test_each_font_has_a_postscript_name_of_its_own(stem: str) -> None:
    assert _postscript_name(stem) == stem


@pytest.mark.parametrize("stem", INTER)
def test_inter_has_every_sign_that_a_note_needs(stem: str) -> None:
    assert set(map(ord, SIGNS)) <= set(_face(stem).unicodes)


@pytest.mark.parametrize(("stem", "text"), SCRIPTS.items())
def test_a_fallback_font_writes_its_script(stem: str, text: str) -> None:
    assert set(map(ord, text)) <= set(_face(stem).unicodes)


def test_every_font_has_its_licence_beside_it() -> None:
    licences = {path.stem.removeprefix("LICENSE-") for path in FONTS.glob("LICENSE-*.txt")}
    without = [font.name for font in FONTS.glob("*.ttf") if not font.name.startswith(tuple(licences))]
    assert without == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("icon", ICONS, ids=lambda path: path.stem)
def test_an_icon_takes_the_colour_it_is_given(icon: Path) -> None:
    source = icon.read_text(encoding="utf-8")
    colours = {
        value
        for shape in ElementTree.fromstring(source).iter()
        for name in ("fill", "stroke")
        if (value := shape.get(name))
    }
    assert colours <= {"none", "currentColor"}
    assert "currentColor" in colours
    assert QSvgRenderer(source.encode()).isValid()
