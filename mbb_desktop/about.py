"""What this program is made of: versions, whose work is in it under which license, and a file for support."""

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path

from mbb_desktop import __version__
from mbb_desktop.log import last_lines
from mbb_desktop.paths import data_dir
from mbb_desktop.settings import PRINTER, Settings

LIBRARIES = (
    "PySide6-Essentials",
    "pypdfium2",
    "SQLAlchemy",
    "alembic",
    "sqlcipher3",
    "cryptography",
    "reportlab",
    "pillow",
    "uharfbuzz",
    "pikepdf",
    "zxing-cpp",
    "platformdirs",
)
"""What the program needs to run; these bring further ones."""

_QT = ("LGPL-3.0.txt", "GPL-3.0.txt")
_NAMED = {
    "pyside6-essentials": "LGPL-3.0",
    "shiboken6": "LGPL-3.0",
    "reportlab": "BSD-3-Clause",
    "sqlcipher3": "Zlib; SQLCipher BSD-3-Clause",
}
"""In short where the package says it in many words, and what we use it under where it offers several."""


@dataclass(frozen=True, slots=True)
class Work:
    """Somebody's work that is part of the program; `texts` are its licenses as files."""

    name: str
    version: str
    license: str
    texts: tuple[Path, ...]

    def text(self) -> str:
        """The licenses in full, one after the other."""
        return "\n\n".join(place.read_text(encoding="utf-8", errors="replace") for place in self.texts)


def works() -> tuple[Work, ...]:
    """Python, every library that is loaded or needed by one, the fonts and the icons, by name."""
    known: dict[str, Work] = {}
    for name in LIBRARIES:
        _add(known, name)
    found = [*known.values(), *_resources()]
    return tuple(sorted(found, key=lambda work: work.name.casefold()))


def _add(known: dict[str, Work], name: str) -> None:
    key = re.sub(r"[-_.]+", "-", name).lower()
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return
    if key in known:
        return
    known[key] = Work(found.metadata["Name"], found.version, _license(key, found), _texts(key, found))
    for need in found.requires or ():
        if "extra ==" not in need:
            _add(known, re.split(r"[ ;<>=!~\[(]", need, maxsplit=1)[0])


def _license(key: str, found: metadata.Distribution) -> str:
    about = found.metadata.json
    said = str(about.get("license_expression") or about.get("license") or "")
    return _NAMED.get(key) or said.partition("\n")[0]


def _texts(key: str, found: metadata.Distribution) -> tuple[Path, ...]:
    if key in {"pyside6-essentials", "shiboken6"}:  # their wheels hold no text
        return tuple(data_dir("resources") / "licenses" / name for name in _QT)
    files = [each for each in found.files or () if "licenses" in each.parts and ".dist-info" in each.parts[0]]
    return tuple(Path(str(each.locate())) for each in files)


def _resources() -> Iterator[Work]:
    fonts, icons = data_dir("resources") / "fonts", data_dir("resources") / "icons"
    for name, license in (("Inter", "OFL-1.1"), ("Noto", "OFL-1.1")):
        yield Work(f"{name} (font)", "", license, (fonts / f"LICENSE-{name}.txt",))
    yield Work("DejaVu Sans (font)", "", "Bitstream Vera", (fonts / "LICENSE-DejaVu.txt",))
    yield Work("Droid Sans Fallback (font)", "", "Apache-2.0", (fonts / "LICENSE-Droid.txt",))
    yield Work("Lucide (icons)", "", "ISC", (icons / "LICENSE",))


def support_text(folder: Path, settings: Settings, now: datetime) -> str:
    """What support needs to know, as text: versions, this computer's settings, the end of the log.

    It holds no patient data, because none of its sources does. `folder` is where the log lies.
    """
    lines = [
        f"MBB Desktop {__version__}",
        f"Made {now.isoformat(timespec='minutes')}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}, {platform.machine()}",
        "",
        *(f"{work.name} {work.version}" for work in works() if work.version),
        "",
        *(f"{name} = {value}" for name, value in settings.changed().items() if name != PRINTER.name),
        "",
        last_lines(folder) or "The log is empty.",
    ]
    return "\n".join(lines) + "\n"
