"""The demo at a fixed time: its papers are there, its screens look as they did, no name is anywhere else."""

import base64
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from mbb_desktop.workflow import sample_clinic
from mbb_desktop.workflow.sample_people import PEOPLE
from tests.documents.reading import pages_of
from tests.every_row import every_row
from tests.golden_pictures import compared, small
from tests.workflow.conftest import CHEAP, NOW

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).with_name("golden")
TILE, WHOLE_MOST, TILE_MOST = 20, 2.0, 24.0
"""How much of 255 greys a picture, and a part of it of 60 x 60 pixels of the screen, may differ."""

PROGRAM = """
import sys
from pathlib import Path
from mbb_desktop.__main__ import main
from tests.golden_pictures import show

place = Path(sys.argv[1])
assert main(["demo", "--out", str(place / "no-folder")]) == 2
sys.exit(show(place / "out"))
"""
Fact = Callable[[Path], None]


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """A folder with `home`, `temp` and `out` after `mbb-desktop demo --out out`."""
    for name in ("home", "temp"):
        (tmp_path / name).mkdir()
    (tmp_path / "no-folder").touch()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment = {
        **kept,
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "temp"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    (tmp_path / "printed.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    assert done.returncode == 0, done.stderr[-2000:]
    return tmp_path


def _spellings(word: str) -> Iterator[bytes]:
    for spelled in (word, word.upper()):
        for encoding in ("utf-8", "utf-16-le"):
            raw = spelled.encode(encoding)
            yield raw
            yield from (base64.b64encode(b"x" * shift + raw)[4:-4] for shift in range(3))


CANARIES = {spelling for person in PEOPLE for spelling in _spellings(person.family) if len(spelling) >= 6}


def _holding_a_name(folder: Path) -> list[Path]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(name in path.read_bytes() for name in CANARIES)]


STARTS = (
    "PN-",
    "DR-",
    "RL-",
    "PA-",
    "packet-",
    "handout-and-diary-es",
    "information-sheet-en",
    "screen-",
)


def papers_and_pictures_are_written_and_named(demo: Path) -> None:
    printed = (demo / "printed.txt").read_text(encoding="utf-8")
    for start in STARTS:
        made = [path.name for path in (demo / "out").iterdir() if path.name.startswith(start)]
        assert len(made) >= 1, start
        assert all(name in printed for name in made), start


def a_place_that_cannot_be_written_is_told(demo: Path) -> None:
    printed = (demo / "printed.txt").read_text(encoding="utf-8")
    assert "no-folder cannot be written" in printed


def no_patient_is_named_in_the_vault_the_logs_the_settings_or_the_temp_folder(demo: Path) -> None:
    assert _holding_a_name(demo / "out" / "sample-clinic") == []
    assert _holding_a_name(demo / "home") == []
    assert _holding_a_name(demo / "temp") == []
    assert [path for path in (demo / "out").glob("*.toml") if path in _holding_a_name(demo / "out")] == []


def every_paper_of_the_sample_says_sample(demo: Path) -> None:
    for path in (demo / "out").glob("*.pdf"):
        document = pypdfium2.PdfDocument(path.read_bytes())
        for page in document:
            assert "SAMPLE" in page.get_textpage().get_text_range()
        document.close()


def the_referral_letter_of_the_sample_clinic_keeps_to_two_pages(demo: Path) -> None:
    (letter,) = (demo / "out").glob("RL-*.pdf")
    _first, last = pages_of(letter.read_bytes())
    for fact in ("All criteria", "Formula", "Also met", "Not in our record", "Signed electronically"):
        assert fact in last


def the_screens_look_as_they_did(demo: Path) -> None:
    made = compared(demo / "out")
    assert set(made) == {path.name for path in GOLDEN.glob("*.png")}
    changed = []
    for name, path in sorted(made.items()):
        whole, tiles = differences(small(path), GOLDEN / name)
        if whole > WHOLE_MOST or tiles:
            changed.append(f"{name}: {whole:.1f}, {len(tiles)} parts, the first at {min(tiles, default='')}")
    assert changed == [], "Look at them; if they are right: make golden"


FACTS: tuple[Fact, ...] = (
    papers_and_pictures_are_written_and_named,
    a_place_that_cannot_be_written_is_told,
    no_patient_is_named_in_the_vault_the_logs_the_settings_or_the_temp_folder,
    every_paper_of_the_sample_says_sample,
    the_referral_letter_of_the_sample_clinic_keeps_to_two_pages,
    the_screens_look_as_they_did,
)


@pytest.mark.timeout(600)
@every_row("fact", FACTS, ids=lambda fact: fact.__name__)
def test_the_demo(demo: Path, fact: Fact) -> None:
    """All in one test: two workers would make it twice."""
    fact(demo)


def test_the_same_search_finds_the_names_in_a_plaintext_twin(tmp_path: Path) -> None:
    twin = sqlite3.connect(tmp_path / "twin.db")
    twin.execute("CREATE TABLE patient (family TEXT)")
    twin.executemany("INSERT INTO patient VALUES (?)", [(person.family,) for person in PEOPLE])
    twin.commit()
    twin.close()
    assert _holding_a_name(tmp_path) == [tmp_path / "twin.db"]


def differences(ours: Image.Image, golden: Path) -> tuple[float, dict[tuple[int, int], float]]:
    """The mean difference of the greys, and of each tile where it is too large."""
    with Image.open(golden) as old:
        assert ours.size == old.size, f"{golden.name}: {ours.size} instead of {old.size}"
        apart = ImageChops.difference(ours.convert("L"), old.convert("L"))
    whole = apart.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    tiles = apart.resize((apart.width // TILE, apart.height // TILE), Image.Resampling.BOX)
    found = {
        (x, y): float(tiles.getpixel((x, y)))  # type: ignore[arg-type]  # one grey
        for x in range(tiles.width)
        for y in range(tiles.height)
    }
    return float(whole), {at: by for at, by in found.items() if by > TILE_MOST}  # type: ignore[arg-type]


def test_a_list_that_moved_by_a_few_pixels_is_seen() -> None:
    with Image.open(GOLDEN / "today-light.png") as golden:
        moved = golden.convert("L")
    moved.paste(moved.crop((110, 60, 320, 200)), (110, 62))
    _whole, tiles = differences(moved, GOLDEN / "today-light.png")
    assert tiles


def test_the_sample_clinic_is_made_at_any_hour(tmp_path: Path) -> None:
    """The first command that anybody tries died from midnight to the morning, at the blocks of yesterday."""
    yesterday = [story for story in sample_clinic.STORIES if story.days_ago == 1]
    assert yesterday
    midnight = NOW.replace(hour=0, minute=5)
    sample_clinic.make_sample_clinic(tmp_path / "clinic", midnight, cost=CHEAP, stories=yesterday)
