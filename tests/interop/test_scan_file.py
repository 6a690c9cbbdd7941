"""Files from outside: what is taken comes as plain pictures, and what is not is refused with a sentence."""

import hashlib
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from mbb_desktop.clinical.enclosure import PageImage
from mbb_desktop.clinical.handout import HandoutKind, diary_code
from mbb_desktop.documents.handout import handout_pdf
from mbb_desktop.interop.scan_file import NotAScan, Scan, read_scan
from mbb_desktop.interop.scan_limits import LARGEST_FILE
from tests.documents.examples import FACTS
from tests.documents.test_handout import facts
from tests.interop import paper_files as files
from tests.interop.paper_files import pdf, photograph, png, saved, sheet, tiff


@cache
def read(data: bytes) -> Scan:
    """Read once, looked at by several tests."""
    return read_scan(data)


def opened(page: PageImage) -> Image.Image:
    with Image.open(BytesIO(page.jpeg)) as image:
        image.load()
        return image


def darkness(page: PageImage, box: tuple[float, float, float, float]) -> float:
    """How dark a part of a page is from 0 to 1; the box in shares of width and height."""
    grey = opened(page).convert("L")
    left, top, right, bottom = box
    part = grey.crop(
        (int(left * page.width), int(top * page.height), int(right * page.width), int(bottom * page.height))
    )
    pixels = part.tobytes()
    return 1 - sum(pixels) / len(pixels) / 255


UPPER_LEFT, UPPER_RIGHT, LOWER_RIGHT = (
    (0.05, 0.06, 0.2, 0.09),
    (0.91, 0.05, 0.94, 0.2),
    (0.8, 0.91, 0.95, 0.94),
)
GOOD: dict[str, tuple[Callable[[], bytes], int]] = {
    "PNG": (png, 1),
    "JPEG": (photograph, 1),
    "TIFF with three pages": (tiff, 3),
    "PDF": (pdf, 1),
    "PDF with five pages": (lambda: pdf(5), 5),
    "grey": (lambda: saved(sheet("L"), "PNG"), 1),
    "two levels": (lambda: saved(sheet("1"), "PNG"), 1),
    "palette": (lambda: saved(sheet().convert("P"), "PNG"), 1),
    "cyan to black": (lambda: saved(sheet("CMYK"), "JPEG"), 1),
    "PDF after some other bytes": (lambda: b"junk\n" * 20 + pdf(), 1),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_paper_comes_as_pictures_of_its_pages(name: str) -> None:
    make, count = GOOD[name]
    data = make()
    scan = read(data)
    assert len(scan.pages) == count
    assert scan.source_sha256 == hashlib.sha256(data).digest()
    assert scan.left_behind == ()
    for page in scan.pages:
        image = opened(page)
        assert image.format == "JPEG"
        assert (image.size, image.mode) == ((page.width, page.height), "L" if page.grey else "RGB")


@pytest.mark.parametrize(("turn", "corner"), [(1, UPPER_LEFT), (6, UPPER_RIGHT), (3, LOWER_RIGHT)])
def test_a_photograph_stands_upright_as_its_camera_noted(
    turn: int, corner: tuple[float, float, float, float]
) -> None:
    (page,) = read(photograph(turn)).pages
    assert (page.width > page.height) is (turn != 6)
    assert darkness(page, corner) > 0.9


def test_a_turned_tiff_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    (page,) = read_scan(saved(sheet(size=(800, 400)), "TIFF", exif=exif)).pages
    assert (page.width, page.height) == (400, 800)
    assert darkness(page, UPPER_RIGHT) > 0.9


@pytest.mark.parametrize("name", ["photograph", "script", "launch", "attachment"])
def test_nothing_but_what_can_be_seen_comes_along(name: str) -> None:
    made = {
        "photograph": photograph(),
        "script": pdf(1, files.with_script),
        "launch": pdf(1, files.with_launch),
        "attachment": pdf(1, files.with_attachment),
    }[name]
    if name == "photograph":
        assert b"ZQCANARY" in made
    for page in read(made).pages:
        assert b"ZQCANARY" not in page.jpeg
        assert "exif" not in opened(page).info
        assert "comment" not in opened(page).info


def test_what_is_left_behind_is_said() -> None:
    assert read(pdf(1, files.with_attachment)).left_behind == ("1 attached file",)
    assert read(pdf(1, files.with_script)).left_behind == ("commands that run when it is opened",)
    assert read(pdf(1, files.with_launch)).left_behind == ("commands that run when it is opened",)


def test_what_was_filled_into_a_form_is_seen() -> None:
    (page,) = read_scan(pdf(1, files.with_filled_form)).pages
    assert darkness(page, (0.52, 0.77, 0.78, 0.85)) > 0.9


def test_a_page_that_is_clear_stands_on_white() -> None:
    layer = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    (page,) = read_scan(saved(layer, "PNG")).pages
    assert darkness(page, (0, 0, 1, 1)) < 0.01


@pytest.mark.parametrize("bits", [8, 10, 12, 16])
def test_a_picture_of_a_device_is_as_bright_as_it_was(bits: int) -> None:
    """Ten or twelve of sixteen bits would be black if they were taken for sixteen."""
    full = 2**bits - 1
    image = Image.new("I;16", (64, 64), full)
    image.paste(Image.new("I;16", (32, 64), full // 2), (0, 0))
    (page,) = read_scan(saved(image, "PNG")).pages
    assert darkness(page, (0.6, 0, 1, 1)) < 0.02
    assert darkness(page, (0, 0, 0.4, 1)) == pytest.approx(0.5, abs=0.02)


def test_a_page_is_kept_no_larger_than_needed() -> None:
    (page,) = read_scan(png((1800, 2400))).pages
    assert (page.width, page.height) == (1650, 2200)
    (small,) = read_scan(png((512, 512))).pages
    assert (small.width, small.height) == (512, 512)


def test_a_page_without_colour_is_kept_in_grey_and_a_blue_pen_stays_blue() -> None:
    (plain,) = read(png()).pages
    image = sheet()
    image.paste((20, 40, 180), (400, 500, 600, 520))
    (signed,) = read_scan(saved(image, "PNG")).pages
    assert (plain.grey, signed.grey) == (True, False)
    red, _, blue = opened(signed).getpixel((500, 510))  # type: ignore[misc] # three channels
    assert blue > red + 100


def test_a_diary_that_was_printed_and_scanned_says_its_code() -> None:
    pdf_of_diary = handout_pdf(facts(FACTS, HandoutKind.DIARY))
    with pypdfium2.PdfDocument(pdf_of_diary) as document:
        printed = document[0].render(scale=150 / 72).to_pil()
    for turned in (0, 2, 90, 180):
        scanned = printed.rotate(turned, expand=True, fillcolor="white")
        assert read_scan(saved(scanned, "JPEG", quality=60)).codes == (diary_code(FACTS.block.id),)


def test_a_paper_without_a_code_says_none() -> None:
    assert read(png()).codes == ()


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "too large": (lambda: b"%PDF-1.4" + bytes(LARGEST_FILE), "larger than 50 MB"),
    "a program": (lambda: b"MZ" + bytes(1000), "Only PDF, PNG, JPEG and TIFF"),
    "a web page": (lambda: b"<html><script>", "Only PDF, PNG, JPEG and TIFF"),
    "a picture of a telephone": (lambda: b"\x00\x00\x00\x18ftypheic" + bytes(100), "Most compatible"),
    "half a PNG": (lambda: png()[:400], "damaged"),
    "half a JPEG": (lambda: photograph()[:2000], "damaged"),
    "half a TIFF": (lambda: tiff()[:600], "damaged"),
    "the head of a PDF": (lambda: b"%PDF-1.7\n" + bytes(500), "damaged"),
    "no pages": (lambda: pdf(0), "damaged"),
    "many pages": (lambda: pdf(41), "more than 40 pages"),
    "many pictures": (lambda: tiff(41), "more than 40 pages"),
    "a locked PDF": (
        lambda: pdf(encryption=pikepdf.Encryption(owner="otter", user="violet")),
        "locked with a password",
    ),
    "a folder of files": (lambda: pdf(1, files.as_folder), "folder of other files"),
    "a form for one program": (lambda: pdf(1, files.as_reader_form), "Adobe Reader"),
    "a bomb of pixels": (files.bomb_png, "more than 40 million pixels"),
    "measured values": (lambda: saved(Image.new("F", (9, 9)), "TIFF"), "measured values"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_taken_is_refused_with_a_sentence(name: str) -> None:
    make, said = BAD[name]
    with pytest.raises(NotAScan, match=said):
        read_scan(make())


def test_a_pdf_that_only_its_owner_may_change_is_taken() -> None:
    assert len(read_scan(pdf(encryption=pikepdf.Encryption(owner="otter", user=""))).pages) == 1


def test_a_huge_picture_in_a_page_is_read_within_bounds_or_refused() -> None:
    try:
        (page,) = read_scan(pdf(1, files.with_huge_picture)).pages
    except NotAScan:
        return
    assert page.height == 2200


def test_reading_ends_when_it_takes_too_long() -> None:
    with pytest.raises(NotAScan, match="takes too long"):
        read_scan(pdf(1, files.endless, compress_streams=True), patience=0.2)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems bound the memory of a process loosely")
def test_the_reader_gets_no_more_memory_than_a_paper_may_take_and_writes_no_file(tmp_path: Path) -> None:
    begin = "import sys; from mbb_desktop.interop.scan_pages import _bound; _bound();"
    for greedy in ("bytearray(500 * 2**20)", "open(sys.argv[1], 'wb', 0).write(b'x')"):
        done = subprocess.run(
            [sys.executable, "-c", begin + greedy, str(tmp_path / "file")], capture_output=True, check=False
        )
        assert done.returncode != 0
    assert (tmp_path / "file").read_bytes() == b""


@pytest.mark.skipif(shutil.which("echo") is None, reason="needs a program that answers nonsense")
def test_a_reader_that_answers_nonsense_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("echo"))
    with pytest.raises(NotAScan):
        read_scan(png())


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "PDF"])
def test_a_mutated_file_is_read_or_refused(kind: str) -> None:
    good = {"PNG": png(), "JPEG": photograph(), "TIFF": tiff(), "PDF": pdf(2, files.with_script)}[kind]
    for seed in range(6):
        chance = random.Random(f"{kind} {seed}")
        odd = bytearray(good)
        for _ in range(chance.choice([1, 4, 40])):
            odd[chance.randrange(8, len(odd))] = chance.randrange(256)
        assert read_scan_or_why(bytes(odd))


@pytest.mark.skipif("MBB_CORPUS" not in os.environ, reason="needs the real files")
def test_real_pictures_are_read_or_refused() -> None:
    folder = Path(os.environ["MBB_CORPUS"], "files", "logos")
    said = {path.name: read_scan_or_why(path.read_bytes()) for path in folder.iterdir()}
    refused = {name: why for name, why in said.items() if isinstance(why, str)}
    assert {Path(name).suffix for name in said.keys() - refused.keys()} == {".png", ".jpg"}
    assert "damaged" in refused.pop("truncated_jpeg.jpg")
    assert {Path(name).suffix for name in refused} == {".svg", ".json"}


def read_scan_or_why(data: bytes) -> tuple[PageImage, ...] | str:
    try:
        return read_scan(data).pages
    except NotAScan as why:
        return str(why)
