"""The sample clinic made without a window: its papers are there, and no name is anywhere else."""

import base64
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from mbb_desktop.workflow.sample_people import PEOPLE
from tests.documents.reading import pages_of

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `home`, `temp` and `out` after `mbb-desktop demo --out out`."""
    place = tmp_path_factory.mktemp("demo")
    for name in ("home", "temp"):
        (place / name).mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment = {
        **kept,
        "HOME": str(place / "home"),
        "TMPDIR": str(place / "temp"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-m", "mbb_desktop", "demo", "--out", str(place / "out")],
        env=environment,
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    (place / "printed.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    assert done.returncode == 0, done.stderr[-2000:]
    return place


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


@pytest.mark.parametrize(
    "start",
    ["PN-", "DR-", "RL-", "PA-", "packet-", "handout-and-diary-es", "information-sheet-en", "screen-"],
)
def test_papers_and_pictures_are_written_and_named(demo: Path, start: str) -> None:
    made = [path.name for path in (demo / "out").iterdir() if path.name.startswith(start)]
    printed = (demo / "printed.txt").read_text(encoding="utf-8")
    assert len(made) >= 1
    assert all(name in printed for name in made)


def test_no_patient_is_named_in_the_vault_the_logs_the_settings_or_the_temp_folder(demo: Path) -> None:
    assert _holding_a_name(demo / "out" / "sample-clinic") == []
    assert _holding_a_name(demo / "home") == []
    assert _holding_a_name(demo / "temp") == []
    assert [path for path in (demo / "out").glob("*.toml") if path in _holding_a_name(demo / "out")] == []


def test_the_same_search_finds_the_names_in_a_plaintext_twin(tmp_path: Path) -> None:
    twin = sqlite3.connect(tmp_path / "twin.db")
    twin.execute("CREATE TABLE patient (family TEXT)")
    twin.executemany("INSERT INTO patient VALUES (?)", [(person.family,) for person in PEOPLE])
    twin.commit()
    twin.close()
    assert _holding_a_name(tmp_path) == [tmp_path / "twin.db"]


def test_every_paper_of_the_sample_says_sample(demo: Path) -> None:
    for path in (demo / "out").glob("*.pdf"):
        document = pypdfium2.PdfDocument(path.read_bytes())
        for page in document:
            assert "SAMPLE" in page.get_textpage().get_text_range()
        document.close()


def test_the_referral_letter_of_the_sample_clinic_keeps_to_two_pages(demo: Path) -> None:
    (letter,) = (demo / "out").glob("RL-*.pdf")
    _first, last = pages_of(letter.read_bytes())
    for fact in ("All criteria", "Formula", "Also met", "Not in our record", "Signed electronically"):
        assert fact in last
