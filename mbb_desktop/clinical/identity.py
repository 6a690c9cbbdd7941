"""Keys of records: made by the program before saving, so that saving twice is saving once."""

import os
from datetime import UTC, datetime
from uuid import UUID

_BY_TIME = 7


def new_id(now: datetime) -> UUID:
    """A UUID of version 7 (RFC 9562): sorts by the moment it was made."""
    milliseconds = int(now.timestamp() * 1000)
    noise = int.from_bytes(os.urandom(10), "big")
    high = (milliseconds << 16) | 0x7000 | (noise >> 68 & 0x0FFF)
    low = (0b10 << 62) | (noise & 0x3FFF_FFFF_FFFF_FFFF)
    return UUID(int=(high << 64) | low)


def made_at(key: UUID) -> datetime | None:
    """The moment a key was made; None when the key does not say it."""
    return datetime.fromtimestamp((key.int >> 80) / 1000, UTC) if key.version == _BY_TIME else None
