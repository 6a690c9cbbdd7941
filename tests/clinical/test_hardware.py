"""Where fusion and hardware are, and how they are said."""

from dataclasses import replace

from mbb_desktop.clinical.course import Course, Hardware, HardwareKind
from mbb_desktop.clinical.hardware import fused_levels, hardware_at, levels_known, say_hardware
from tests.clinical.invented import COURSE
from tests.every_row import every_row

CAGE = Hardware(("L4-5",), HardwareKind.CAGE)
ROD = Hardware(("L3-4", "L4-5"), HardwareKind.SCREWS, pseudarthrosis=True)
SOMEWHERE = Hardware((), HardwareKind.CAGE)


def course(fusion: bool | None, *hardware: Hardware) -> Course:
    return replace(COURSE, fusion=fusion, hardware=hardware)


@every_row(
    ("asked", "known"),
    [
        (course(None), False),
        (course(None, CAGE), False),
        (course(False), True),
        (course(False, CAGE), False),
        (course(True), False),
        (course(True, CAGE), True),
        (course(True, CAGE, SOMEWHERE), False),
    ],
    ids=[
        "not asked",
        "not asked, a cage",
        "none",
        "none, a cage",
        "somewhere",
        "a cage",
        "one without a level",
    ],
)
def test_the_levels_are_known_when_the_answer_and_the_list_agree(asked: Course, known: bool) -> None:
    assert levels_known(asked) is known


def test_what_is_at_a_joint_is_found_and_what_is_beside_it_is_not() -> None:
    both = course(True, CAGE, ROD)
    assert hardware_at(both, ["L4-5"]) == (CAGE, ROD)
    assert hardware_at(both, ["L3-4", "L5-S1"]) == (ROD,)
    assert hardware_at(both, ["L5-S1"]) == ()


@every_row(
    ("hardware", "words"),
    [
        (CAGE, "cage at L4-5"),
        (ROD, "screws or rods at L3-4 and L4-5, pseudarthrosis"),
        (replace(CAGE, pseudarthrosis=False), "cage at L4-5, solid"),
        (Hardware(("L4-5",)), "fusion or hardware at L4-5"),
        (SOMEWHERE, "cage at levels not recorded"),
    ],
    ids=["a cage", "rods", "solid", "kind not recorded", "levels not recorded"],
)
def test_hardware_is_said_with_what_is_known_of_it(hardware: Hardware, words: str) -> None:
    assert say_hardware(hardware) == words


def test_each_fused_joint_is_said_once_with_all_that_is_there() -> None:
    here = "screws or rods at L3-4 and L4-5, pseudarthrosis"
    said = fused_levels(course(True, CAGE, ROD), ["L4-5", "L5-S1", "L4-5", "L3-4"])
    assert [sentence.rstrip(".") for sentence in said] == [
        f"L4-5 is fused or carries hardware (cage at L4-5 and {here})",
        f"L3-4 is fused or carries hardware ({here})",
    ]
