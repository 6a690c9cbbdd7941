"""Make the pictures of the user guide anew: `python -m tests.ui.guide_pictures docs/pictures`."""

import sys
import tempfile
from pathlib import Path

from PIL import Image

from mbb_desktop.show import show_main_job

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
    with tempfile.TemporaryDirectory() as made:
        if show_main_job(Path(made)):
            raise SystemExit("The sample clinic could not be shown.")
        for name in SHOWN:
            with Image.open(Path(made) / f"screen-{name}-light.png") as picture:
                few = picture.convert("RGB").quantize(96, dither=Image.Dither.NONE)
                few.save(folder / f"{name}.png", optimize=True)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
