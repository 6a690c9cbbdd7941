"""The lumbar spine from behind, T12 to the sacrum, with five or six lumbar vertebrae."""

from dataclasses import replace

from mbb_desktop.drawing.bones import Column, Part, Vertebra, stacked

_BODY = Part(
    "body",
    (
        (0, -27), (38, -28), (54, -26), (58, -20), (56, -8), (50, 8), (48, 22), (51, 38), (57, 50),
        (58, 57), (53, 62), (36, 61), (0, 59),
    ),
    midline=True,
)  # fmt: skip
_TRANSVERSE_PROCESS = Part(
    "bone",
    (
        (28, -9), (58, -7), (88, -11), (114, -14), (130, -11), (135, -3), (130, 5), (114, 9),
        (88, 13), (62, 20), (30, 30),
    ),
)  # fmt: skip
_SUPERIOR_PROCESS = Part(
    "bone",
    (
        (26, 12), (27, -12), (28, -30), (35, -42), (48, -47), (62, -43), (71, -32), (73, -18),
        (67, -4), (56, 9), (44, 22), (32, 24),
    ),
)  # fmt: skip
_INFERIOR_PROCESS = Part(
    "bone",
    (
        (30, 24), (41, 34), (47, 50), (51, 66), (51, 80), (44, 89), (32, 90), (22, 83), (14, 70),
        (9, 58), (14, 40),
    ),
)  # fmt: skip
_LAMINA = Part(
    "bone",
    (
        (0, -3), (14, -2), (28, 3), (41, 11), (41, 11), (42, 24), (40, 40), (34, 53), (34, 53),
        (22, 57), (10, 59), (0, 59),
    ),
    midline=True,
)  # fmt: skip
_SPINOUS_PROCESS = Part(
    "crest",
    ((0, -2), (6, 8), (10, 22), (13, 40), (14, 56), (11, 66), (0, 70)),
    midline=True,
)
LUMBAR_PARTS = (_BODY, _TRANSVERSE_PROCESS, _SUPERIOR_PROCESS, _INFERIOR_PROCESS, _LAMINA, _SPINOUS_PROCESS)

_LAST_RIB = Part(
    "rib",
    (
        (44, -12), (70, -12), (96, -6), (122, 8), (144, 27), (150, 36), (145, 41), (136, 36),
        (114, 20), (90, 8), (66, 4), (44, 6),
    ),
)  # fmt: skip
_SHORT_PROCESS = Part(
    "bone",
    ((28, -9), (52, -10), (74, -15), (88, -14), (93, -5), (88, 4), (72, 9), (54, 16), (30, 30)),
)
_LAST_THORACIC = (
    _BODY, _LAST_RIB, _SHORT_PROCESS, _SUPERIOR_PROCESS, _INFERIOR_PROCESS, _LAMINA, _SPINOUS_PROCESS,
)  # fmt: skip

_SACRUM = (
    Part(
        "bone",
        (
            (0, 12), (26, 11), (44, 10), (60, 6), (72, 1), (88, -5), (112, -6), (136, 1),
            (158, 18), (158, 18), (156, 32), (146, 54), (128, 82), (104, 110), (80, 130),
            (54, 140), (28, 144), (0, 145),
        ),
        midline=True,
    ),
    Part("hole", ((40, 52), (47, 48), (56, 50), (58, 55), (52, 59), (43, 58))),
    Part("hole", ((34, 78), (41, 74), (49, 76), (51, 81), (45, 85), (37, 84))),
    Part("hole", ((28, 102), (35, 98), (42, 100), (44, 105), (38, 109), (31, 108))),
    Part(
        "bone",
        (
            (30, 32), (29, 14), (30, -6), (36, -20), (48, -27), (61, -25), (71, -16), (74, -4),
            (68, 10), (58, 24), (46, 40), (46, 40),
        ),
    ),
    Part("crest", ((0, 22), (5, 32), (9, 50), (8, 74), (4, 98), (0, 112)), midline=True),
)  # fmt: skip

_T12 = Vertebra(
    "T12",
    0,
    stacked(_LAST_THORACIC, 0.94, 1),
    nerve=(72, -2),
    joint=(50, -30),
    name_at=20,
    top=-47,
    bottom=90,
)
_S1 = Vertebra(
    "S1", 0, stacked(_SACRUM, 1, 0.9), nerve=(82, -5), joint=(52, -17), name_at=40, top=-25, bottom=131
)
_WIDTHS = {"L1": 0.94, "L2": 0.96, "L3": 1.0, "L4": 1.0, "L5": 1.0, "L6": 1.0}


def _lumbar(name: str, y: float) -> Vertebra:
    parts = stacked(LUMBAR_PARTS, _WIDTHS[name], 1)
    return Vertebra(name, y, parts, nerve=(73, 0), joint=(52, -29), name_at=20, top=-47, bottom=90)


def _column(lumbar: int) -> Column:
    vertebrae = [_T12, *(_lumbar(f"L{number}", 100 * number) for number in range(1, lumbar + 1))]
    vertebrae.append(replace(_S1, y=100 * lumbar + 89))
    return Column(
        tuple(vertebrae),
        reach=158,
        capsule=(31, 44),
        tilt=-12,
        pill_at=77,
        least=13.0,
        longest_label="T12 MB",
    )


FIVE = _column(5)
SIX = _column(6)
