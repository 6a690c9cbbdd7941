"""The screens look as they did when somebody last looked at them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).with_name("golden")
TILE, WHOLE_MOST, TILE_MOST = 20, 2.0, 24.0
"""How much of 255 greys a picture, and a part of it of 60 x 60 pixels of the screen, may differ."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pictures as the program draws them now."""
    folder = tmp_path_factory.mktemp("pictures")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.golden_pictures", str(folder)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return folder


def differences(ours: Path, golden: Path) -> tuple[float, dict[tuple[int, int], float]]:
    """The mean difference of the greys, and of each tile where it is too large."""
    with Image.open(ours) as new, Image.open(golden) as old:
        assert new.size == old.size, f"{ours.name}: {new.size} instead of {old.size}"
        apart = ImageChops.difference(new.convert("L"), old.convert("L"))
    whole = apart.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    tiles = apart.resize((apart.width // TILE, apart.height // TILE), Image.Resampling.BOX)
    found = {
        (x, y): float(tiles.getpixel((x, y)))  # type: ignore[arg-type]  # one grey
        for x in range(tiles.width)
        for y in range(tiles.height)
    }
    return float(whole), {at: by for at, by in found.items() if by > TILE_MOST}  # type: ignore[arg-type]


@pytest.mark.timeout(600)
def test_the_screens_look_as_they_did(made: Path) -> None:
    assert {path.name for path in made.iterdir()} == {path.name for path in GOLDEN.glob("*.png")}
    changed = []
    for path in sorted(made.iterdir()):
        whole, tiles = differences(path, GOLDEN / path.name)
        if whole > WHOLE_MOST or tiles:
            changed.append(
                f"{path.name}: {whole:.1f}, {len(tiles)} parts, the first at {min(tiles, default='')}"
            )
    assert changed == [], "Look at them; if they are right: make golden"


def test_a_list_that_moved_by_a_few_pixels_is_seen(tmp_path: Path) -> None:
    with Image.open(GOLDEN / "today-light.png") as golden:
        moved = golden.convert("L")
        part = moved.crop((110, 60, 320, 200))
        moved.paste(part, (110, 62))
        moved.save(tmp_path / "moved.png")
    _whole, tiles = differences(tmp_path / "moved.png", GOLDEN / "today-light.png")
    assert tiles
