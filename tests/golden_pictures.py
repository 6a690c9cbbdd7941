"""How the screens ought to look: `python -m tests.golden_pictures tests/golden` makes the pictures anew.

Each is a third of the screen's size and grey: enough to see that something moved, was cut off or is gone.
"""

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from mbb_desktop.show import screens
from mbb_desktop.storage.keys import Cost
from mbb_desktop.workflow.sample_clinic import make_sample_clinic

NOW = datetime(2026, 11, 24, 11, 5, tzinfo=UTC)
SHOWN = (
    "unlock",
    "today",
    "patients",
    "chart",
    "readiness",
    "block-editor",
    "room",
    "follow-up-calls",
    "letters",
    "analytics",
    "settings",
)
PERCENTS = (100, 150)


def make(folder: Path) -> None:
    """Write the small pictures of the screens at a fixed time, light and dark, at both sizes of the text."""
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        vault = Path(place) / "sample-clinic"
        make_sample_clinic(vault, NOW, cost=Cost(1024, 1, 1))
        for path in screens(vault, Path(place), lambda: NOW, PERCENTS):
            if path.stem.removeprefix("screen-").split("-light")[0].split("-dark")[0] in SHOWN:
                small(path).save(folder / path.name.removeprefix("screen-"), optimize=True)


def small(path: Path) -> Image.Image:
    """A picture of a screen at a third of its size, in 32 greys."""
    with Image.open(path) as picture:
        grey = picture.convert("L")
        return grey.resize((grey.width // 3, grey.height // 3), Image.Resampling.BOX).quantize(32)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
