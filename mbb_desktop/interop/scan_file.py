"""A file from outside as pictures of its pages: read by a process of its own, within bounds, or refused.

Pictures leave behind whatever a file carries besides what can be seen: programs, attached files, links,
what a camera noted of place and time.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO

import mbb_desktop
from mbb_desktop.clinical.enclosure import PageImage
from mbb_desktop.interop.scan_limits import DAMAGED, LARGEST_FILE, PATIENCE_S, START_S, TOO_MUCH

_LONGEST_HEAD = 4096
_BEGINS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+")
_HEIC = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}

_EMPTY = "The file is empty. Choose another one."
_TOO_LARGE = "The file is larger than 50 MB. Split it, or scan it at 200 dpi."
_PHONE = (
    "This is a picture in HEIC format, which only some programs read. On the telephone choose the format "
    "“Most compatible”, or share it as JPEG; then choose that file."
)
_OTHER = "Only PDF, PNG, JPEG and TIFF can be added. Save or print it as one of them, then choose that file."
_SLOW = "Reading this file takes too long. Scan the paper, or print it into a new PDF, then choose that one."


class NotAScan(ValueError):
    """The file cannot be taken; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The pages of a file, the SHA-256 of the file, and what it carried that is left behind, in words.

    `codes` are the texts of the QR codes on its pages.
    """

    pages: tuple[PageImage, ...]
    source_sha256: bytes
    left_behind: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


def read_scan(data: bytes, patience: float = PATIENCE_S) -> Scan:
    """Every page as a picture. Raises NotAScan. `patience`: seconds for opening, and for each page."""
    if why := _unfit(data):
        raise NotAScan(why)
    pages: list[PageImage] = []
    codes: list[str] = []
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "mbb_desktop.interop.scan_pages"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_surroundings(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as reading:
        try:
            for head, content in _frames(reading, data, patience):
                if "refused" in head:
                    raise NotAScan(str(head["refused"]))
                if "end" in head:
                    digest, left = hashlib.sha256(data).digest(), _texts(head, "remarks")
                    return Scan(tuple(pages), digest, tuple(left), tuple(dict.fromkeys(codes)))
                pages.append(_page(head, content))
                codes += _texts(head, "codes")
        finally:
            reading.kill()
    raise NotAScan(TOO_MUCH if reading.returncode else DAMAGED)


def _unfit(data: bytes) -> str:
    if not data:
        return _EMPTY
    if len(data) > LARGEST_FILE:
        return _TOO_LARGE
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return _PHONE
    known = data.startswith(_BEGINS) or b"%PDF-" in data[:1024]
    return "" if known else _OTHER


def _surroundings() -> dict[str, str]:
    """The program is found wherever it was found here, and nothing is written beside it."""
    home = str(Path(mbb_desktop.__file__).resolve().parent.parent)
    return {**os.environ, "PYTHONPATH": home, "PYTHONDONTWRITEBYTECODE": "1"}


Head = dict[str, object]


def _frames(reading: "subprocess.Popen[bytes]", data: bytes, patience: float) -> Iterator[tuple[Head, bytes]]:
    """What the process answers, until it ends. Raises NotAScan when it is silent for too long."""
    assert reading.stdin is not None
    assert reading.stdout is not None
    came: SimpleQueue[tuple[Head, bytes] | None] = SimpleQueue()
    Thread(target=_feed, args=(reading.stdin, data), daemon=True).start()
    Thread(target=_collect, args=(reading.stdout, came), daemon=True).start()
    wait = START_S
    while True:
        try:
            frame = came.get(timeout=wait)
        except Empty:
            raise NotAScan(_SLOW) from None
        if frame is None:
            return
        if "ready" not in frame[0]:
            yield frame
        wait = patience


def _feed(into: IO[bytes], data: bytes) -> None:
    try:
        into.write(data)
        into.close()
    except (OSError, ValueError):
        pass  # it has refused the file without reading it to its end


def _collect(out: IO[bytes], came: "SimpleQueue[tuple[Head, bytes] | None]") -> None:
    """Read frames into a queue; None at the end, and when something else than a frame comes."""
    try:
        while line := out.readline(_LONGEST_HEAD):
            head = json.loads(line)
            length = int(head["bytes"])
            if not 0 <= length <= LARGEST_FILE:
                break
            came.put((head, out.read(length)))
    except (OSError, ValueError, KeyError, TypeError):
        pass
    came.put(None)


def _page(head: Head, content: bytes) -> PageImage:
    width, height = head.get("width"), head.get("height")
    if not (isinstance(width, int) and isinstance(height, int) and width > 0 and height > 0 and content):
        raise NotAScan(DAMAGED)
    return PageImage(content, width, height, head.get("grey") is True)


def _texts(head: Head, name: str) -> list[str]:
    found = head.get(name, [])
    return [str(text) for text in found] if isinstance(found, list) else []
