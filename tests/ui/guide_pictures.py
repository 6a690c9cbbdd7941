"""Make the pictures of the user guide anew: `python -m tests.ui.guide_pictures docs/pictures`."""

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
    "today",
    "block-editor",
    "room",
    "chart",
    "readiness",
    "papers",
    "follow-up-calls",
    "letters",
    "analytics",
)


def make(folder: Path) -> None:
    """Write the pictures the guide shows, light, few colors, as small files."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    with tempfile.TemporaryDirectory() as made:
        if show_main_job(Path(made), clock=lambda: NOW, cost=Cost(1024, 1, 1)):
            raise SystemExit("The sample clinic could not be shown.")
        for name in SHOWN:
            with Image.open(Path(made) / f"screen-{name}-light.png") as picture:
                few = picture.convert("RGB").quantize(96, dither=Image.Dither.NONE)
                few.save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
