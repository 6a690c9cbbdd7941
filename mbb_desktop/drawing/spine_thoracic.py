"""The thoracic spine from behind, T1 to L1: imbricated spinous processes and rib stubs."""

from mbb_desktop.drawing.bones import Column, Part, Vertebra, stacked
from mbb_desktop.drawing.spine_lumbar import LUMBAR_PARTS

_BODY = Part(
    "body",
    ((0, 6), (36, 5), (56, 8), (62, 16), (58, 34), (56, 52), (60, 72), (62, 84), (54, 90), (30, 91), (0, 91)),
    midline=True,
)
_RIB = Part(
    "rib",
    (
        (96, -2), (120, -8), (142, -6), (164, 2), (182, 14), (194, 26), (198, 34), (192, 39),
        (180, 33), (162, 20), (142, 12), (122, 9), (100, 14),
    ),
)  # fmt: skip
_TRANSVERSE_PROCESS = Part(
    "bone",
    (
        (46, 28), (62, 16), (82, 4), (100, -8), (114, -13), (126, -10), (131, 1), (124, 12),
        (106, 20), (86, 31), (68, 43), (50, 56),
    ),
)  # fmt: skip
_SUPERIOR_PROCESS = Part(
    "bone",
    ((26, 34), (26, 12), (31, -8), (42, -20), (56, -22), (68, -14), (70, 2), (64, 20), (54, 36), (40, 44)),
)
_INFERIOR_PROCESS = Part(
    "bone",
    ((26, 60), (44, 56), (56, 66), (66, 82), (68, 98), (60, 109), (46, 111), (34, 104), (27, 90), (22, 74)),
)
_LAMINA = Part(
    "bone",
    (
        (0, 18), (20, 18), (38, 22), (52, 29), (52, 29), (54, 44), (53, 60), (46, 72), (46, 72),
        (30, 79), (14, 82), (0, 83),
    ),
    midline=True,
)  # fmt: skip
_SPINOUS_PROCESS = Part(
    "crest",
    ((0, 24), (6, 38), (9, 60), (11, 86), (12, 108), (9, 124), (0, 133)),
    midline=True,
)
_BONES = (_BODY, _RIB, _TRANSVERSE_PROCESS, _SUPERIOR_PROCESS, _INFERIOR_PROCESS, _LAMINA, _SPINOUS_PROCESS)

_LOW_RIB = Part(
    "rib",
    (
        (60, 2), (86, -2), (112, 2), (138, 14), (158, 30), (166, 42), (159, 48), (144, 38),
        (122, 24), (98, 16), (64, 18),
    ),
)  # fmt: skip
_LOW_PROCESS = Part(
    "bone",
    ((46, 28), (62, 14), (82, 2), (100, -9), (113, -9), (118, 2), (111, 13), (92, 22), (70, 38), (50, 54)),
)
_LOW_BONES = (_BODY, _LOW_RIB, _LOW_PROCESS, _SUPERIOR_PROCESS, _INFERIOR_PROCESS, _LAMINA, _SPINOUS_PROCESS)

_ON_CORNER = (112, -4)
_ABOVE_CORNER = (110, -21)
_ON_TIP = (106, 0)

_L1 = Vertebra(
    "L1",
    1225,
    stacked(LUMBAR_PARTS, 1.2, 1.0),
    nerve=(103, -4),
    joint=(64, -28),
    name_at=20,
    top=-47,
    bottom=90,
)


def _thoracic(number: int) -> Vertebra:
    """T6 to T9 carry the nerves that pass above the bone; T11 and T12 have short processes."""
    spot = _ABOVE_CORNER if 6 <= number <= 9 else _ON_TIP if number >= 11 else _ON_CORNER
    bones = _LOW_BONES if number >= 11 else _BONES
    return Vertebra(
        f"T{number}", 100 * (number - 1), bones, nerve=spot, joint=(66, -6), name_at=46, top=-24, bottom=134
    )


COLUMN = Column(
    (*(_thoracic(number) for number in range(1, 13)), _L1),
    reach=199,
    capsule=(40, 46),
    tilt=0,
    pill_at=94,
    least=10.5,
    longest_label="T10 MB",
)
