"""The seal of a printed file: a signature over its bytes, in a comment that no reader shows.

A comment may stand anywhere between the parts of a PDF, also in an archive's PDF/A; it is put before the last
`startxref`, where it moves nothing that the file counts. Any other program that saves the file drops it.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

_LINE = re.compile(rb"%MBB-Desktop seal 1 ([0-9a-f]{64}) ([0-9a-f]{128})\n")
_END = b"startxref"


@dataclass(frozen=True, slots=True)
class Seal:
    """The public key and the signature of a file, and the hash of the file without its seal."""

    public: bytes
    signature: bytes
    digest: bytes


def sealed(pdf: bytes, public: bytes, sign: Callable[[bytes], bytes]) -> bytes:
    """The file with its seal. `sign` signs the SHA-256 of the file; raises ValueError for no PDF."""
    at = pdf.rindex(_END)
    signature = sign(hashlib.sha256(pdf).digest())
    line = f"%MBB-Desktop seal 1 {public.hex()} {signature.hex()}\n".encode()
    return pdf[:at] + line + pdf[at:]


def seal_of(pdf: bytes) -> Seal | None:
    """The seal of a file; None when it carries none, or several."""
    found = list(_LINE.finditer(pdf))
    if len(found) != 1:
        return None
    (line,) = found
    public, signature = (bytes.fromhex(part.decode()) for part in line.groups())
    rest = pdf[: line.start()] + pdf[line.end() :]
    return Seal(public, signature, hashlib.sha256(rest).digest())
