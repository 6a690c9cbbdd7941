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

from mbb_desktop.show import show_main_job
from mbb_desktop.storage.keys import Cost

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


def show(out: Path) -> int:
    """The demo of the told stories at a fixed time, with the screens in both looks and sizes of the text."""
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    cost = Cost(1024, 1, 1)
    return show_main_job(out, clock=lambda: NOW, cost=cost, everybody=False, percents=PERCENTS)


def make(folder: Path) -> None:
    """Write the small pictures of the screens."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        assert show(Path(place)) == 0
        for name, path in compared(Path(place)).items():
            small(path).save(folder / name, optimize=True)


def compared(out: Path) -> dict[str, Path]:
    """The screens among what the demo wrote that are compared, by the names of their small pictures."""
    names = [
        f"{name}-{look}{size}.png" for name in SHOWN for look in ("light", "dark") for size in ("", "-150")
    ]
    return {name: out / f"screen-{name}" for name in names}


def small(path: Path) -> Image.Image:
    """A picture of a screen at a third of its size, in 32 greys."""
    with Image.open(path) as picture:
        grey = picture.convert("L")
        return grey.resize((grey.width // 3, grey.height // 3), Image.Resampling.BOX).quantize(32)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
