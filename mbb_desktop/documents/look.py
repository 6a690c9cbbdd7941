"""Colours and type of the papers. Side colours are used for sides only; every colour also has its word."""

from dataclasses import dataclass, replace
from enum import Enum

from mbb_desktop.documents.wording import Mark

TEXT = 0x16202C
TEXT2 = 0x465364
ACCENT = 0x0B5F73
ACCENT_SOFT = 0xD6EAEE
LEFT = 0x1B5FC4
RIGHT = 0xB34700
OK = 0x146C43
OK_SOFT = 0xDCEFE4
WARN = 0x7A5200
WARN_SOFT = 0xFCF3DC
DANGER = 0xB3261E
DANGER_SOFT = 0xFCEDEC
LEFT_SOFT = 0xF1F5FD
RIGHT_SOFT = 0xFDF3EC
SERIES1 = 0x5B3FA8
SURFACE2 = 0xEEF1F5
RULE = 0xC9D1DB
RULE_STRONG = 0x465364
RULE_GROUP = 0x8E9BAB
STAMP = 0xE7EBF0


class Weight(Enum):
    """The four faces of the paper's font."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Align(Enum):
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Type:
    """How text is set; sizes in points."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    color: int = TEXT
    align: Align = Align.LEFT

    def aligned(self, align: Align) -> "Type":
        return replace(self, align=align)


TITLE = Type(15.5, 19, Weight.BOLD)
RESPONSE_TITLE = Type(13, 16.5, Weight.BOLD)
SUBTITLE = Type(11, 14, Weight.BOLD)
UNDERTITLE = Type(9, 12, color=TEXT2)
HEADING = Type(9.4, 12, Weight.SEMIBOLD, ACCENT)
BODY = Type(8.8, 11.5)
SMALL_BODY = Type(8, 10)
LETTER = Type(9.3, 12.5)
CRITERION = Type(7.7, 9.2)
CRITERION_LABEL = Type(7.7, 9.2, Weight.MEDIUM, TEXT2)
LABEL = Type(8.4, 11.6, Weight.SEMIBOLD, ACCENT)
SMALL = Type(7.8, 10.2, color=TEXT2)
CELL = Type(8.2, 10.4)
HASH = Type(7, 9)
CELL_LABEL = Type(8.2, 10.4, Weight.MEDIUM, TEXT2)
HEAD = Type(7.8, 10, Weight.MEDIUM, TEXT2)
TOTAL = Type(9.2, 12, Weight.SEMIBOLD)
SIGNED = Type(9, 12)
RESULT = Type(9.6, 12.4, Weight.SEMIBOLD)
SCORE = Type(8.2, 10.2)
BLOCK_HEAD = Type(8.4, 10.6, Weight.SEMIBOLD)
CLINIC = Type(13.5, 17, Weight.BOLD)
ADDRESS = Type(8.3, 11, color=TEXT2)
KIND = Type(11.5, 15, Weight.SEMIBOLD, ACCENT, Align.RIGHT)
STRIP = Type(9.4, 14, Weight.SEMIBOLD)
MISSING = Type(9.4, 12, Weight.REGULAR, 0xFFFFFF)
STAMP_WORD = Type(8.6, 11, Weight.BOLD, TEXT, Align.RIGHT)
FOOT = Type(8, 10.4, Weight.SEMIBOLD)
FOOT_SMALL = Type(7.4, 9.8, color=TEXT2)

_MARKED: dict[Mark, tuple[Weight | None, int | None]] = {
    Mark.PLAIN: (None, None),
    Mark.BOLD: (Weight.SEMIBOLD, None),
    Mark.LEFT: (Weight.SEMIBOLD, LEFT),
    Mark.RIGHT: (Weight.SEMIBOLD, RIGHT),
    Mark.GOOD: (Weight.SEMIBOLD, OK),
    Mark.MISSING: (Weight.SEMIBOLD, WARN),
    Mark.QUIET: (Weight.REGULAR, TEXT2),
    Mark.FIRST: (Weight.SEMIBOLD, SERIES1),
    Mark.SECOND: (Weight.SEMIBOLD, ACCENT),
}


def face_of(mark: Mark, base: Type) -> tuple[Weight, int]:
    """Weight and colour of marked words inside text of a type; bold stays bold inside bold."""
    weight, color = _MARKED[mark]
    heavier = weight is Weight.SEMIBOLD and base.weight is Weight.BOLD
    return (base.weight if weight is None or heavier else weight, base.color if color is None else color)
