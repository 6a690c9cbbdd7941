"""The cervical spine from behind, C2 to T1: articular pillars, bifid spinous processes, the dens."""

from mbb_desktop.drawing.bones import Column, Part, Vertebra

_BODY = Part(
    "body",
    ((0, -40), (24, -40), (38, -44), (44, -38), (43, -20), (43, 4), (44, 22), (38, 30), (20, 32), (0, 32)),
    midline=True,
)
_PILLAR = Part(
    "bone",
    (
        (46, -34), (52, -46), (66, -52), (84, -53), (97, -48), (99, -36), (95, -22), (91, -6),
        (91, 8), (95, 24), (100, 38), (97, 50), (86, 53), (68, 49), (54, 43), (47, 34), (45, 12),
        (45, -12),
    ),
)  # fmt: skip
_LAMINA = Part(
    "bone",
    (
        (0, -27), (22, -26), (44, -25), (58, -22), (58, -22), (60, -6), (58, 14), (58, 14),
        (44, 22), (26, 30), (12, 35), (0, 36),
    ),
    midline=True,
)  # fmt: skip
_BIFID_PROCESS = Part(
    "crest",
    (
        (0, -12), (5, -4), (9, 10), (12, 24), (19, 36), (22, 46), (17, 51), (9, 47), (4, 41),
        (0, 38),
    ),
    midline=True,
)  # fmt: skip
_LONG_PROCESS = Part(
    "crest", ((0, -10), (6, 2), (10, 20), (12, 40), (12, 52), (7, 59), (0, 61)), midline=True
)

_DENS = Part(
    "body", ((0, -82), (10, -79), (15, -68), (14, -52), (18, -40), (20, -26), (0, -24)), midline=True
)
_AXIS_PILLAR = Part(
    "bone",
    (
        (40, -26), (46, -44), (58, -56), (76, -61), (94, -58), (103, -48), (101, -34), (94, -18),
        (90, 0), (92, 16), (98, 34), (97, 48), (86, 53), (68, 49), (54, 43), (47, 34), (43, 12),
        (41, -8),
    ),
)  # fmt: skip
_AXIS_LAMINA = Part(
    "bone",
    (
        (0, -30), (20, -30), (42, -30), (60, -26), (60, -26), (63, -8), (60, 14), (60, 14),
        (44, 24), (26, 32), (12, 37), (0, 38),
    ),
    midline=True,
)  # fmt: skip
_AXIS_PROCESS = Part(
    "crest",
    (
        (0, -18), (7, -8), (12, 8), (16, 22), (25, 36), (28, 48), (21, 55), (11, 50), (5, 43),
        (0, 40),
    ),
    midline=True,
)  # fmt: skip

_T1_PROCESS = Part(
    "bone",
    (
        (48, 0), (66, -10), (88, -24), (106, -38), (120, -49), (132, -49), (137, -39), (130, -28),
        (112, -12), (92, 4), (72, 20), (50, 32),
    ),
)  # fmt: skip
_T1_SUPERIOR = Part(
    "bone",
    (
        (44, -22), (50, -42), (64, -50), (82, -52), (96, -46), (98, -34), (90, -18), (76, 0),
        (60, 14), (46, 16),
    ),
)  # fmt: skip
_T1_INFERIOR = Part("bone", ((14, 26), (30, 20), (46, 22), (52, 40), (50, 58), (40, 66), (26, 63), (16, 50)))

_ORDINARY = (_BODY, _PILLAR, _LAMINA, _BIFID_PROCESS)
_C2 = Vertebra(
    "C2",
    0,
    (_BODY, _DENS, _AXIS_PILLAR, _AXIS_LAMINA, _AXIS_PROCESS),
    nerve=(91, 0),
    joint=(72, -50),
    name_at=0,
    top=-82,
    bottom=55,
)
_C7 = Vertebra(
    "C7",
    500,
    (_BODY, _PILLAR, _LAMINA, _LONG_PROCESS),
    nerve=(91, -14),
    joint=(72, -50),
    name_at=0,
    top=-52,
    bottom=61,
)
_T1 = Vertebra(
    "T1",
    600,
    (_BODY, _T1_PROCESS, _T1_SUPERIOR, _T1_INFERIOR, _LAMINA, _LONG_PROCESS),
    nerve=(106, -35),
    joint=(72, -50),
    name_at=0,
    top=-52,
    bottom=67,
)


def _ordinary(number: int) -> Vertebra:
    y = 100 * (number - 2)
    return Vertebra(f"C{number}", y, _ORDINARY, nerve=(91, 0), joint=(72, -50), name_at=0, top=-52, bottom=52)


COLUMN = Column(
    (_C2, *(_ordinary(number) for number in range(3, 7)), _C7, _T1),
    reach=137,
    capsule=(48, 43),
    tilt=0,
    pill_at=50,
    least=13.0,
    longest_label="TON (C3)",
)

THIRD_OCCIPITAL = ((99, -66), (102, -50), (99, -34))
"""Where the third occipital nerve is met: above, on and below the C2-3 joint, seen from C3."""
