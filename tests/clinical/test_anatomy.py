"""Facet joints and their nerves, checked against the naming rules rather than against the table."""

from itertools import combinations

import pytest

from mbb_desktop.clinical.anatomy import (
    JOINTS,
    NERVES,
    SIX_LUMBAR_JOINTS,
    CoverageRegion,
    JointSide,
    NerveSide,
    Region,
    Side,
    coverage_region,
    in_order,
    joints_covered,
    joints_covered_by_targets,
    joints_of_spine,
    joints_partly_covered,
    mirrored,
    needs_thoracic_caution,
    nerves_of,
    nerves_of_spine,
    say_joints,
    say_joints_in_sentence,
    targets_of,
)
from tests.every_row import every_row

LEFT, RIGHT = (Side.LEFT,), (Side.RIGHT,)
BOTH = (Side.LEFT, Side.RIGHT)
SPINE = [f"C{n}" for n in range(1, 8)] + [f"T{n}" for n in range(1, 13)] + [f"L{n}" for n in range(1, 6)]


def ranges(names: list[str]) -> list[list[str]]:
    return [names[first:last] for first, last in combinations(range(len(names) + 1), 2)]


def sided(joints: list[str], sides: tuple[Side, ...]) -> tuple[JointSide, ...]:
    return in_order(JointSide(joint, side) for joint in joints for side in sides)


def nerve_numbers_by_rule(joint: str) -> list[str]:
    """Cervical: the two numbers of the joint. Below: one number higher up, where C8 follows C7."""
    upper = joint.split("-")[0]
    numbers = [*SPINE[:7], "C8", *SPINE[7:]]
    at = numbers.index(upper)
    if upper[0] == "C":
        return numbers[at : at + 2]
    return numbers[at - 1 : at + 1]


def test_there_are_23_joints_from_c2_3_to_l5_s1() -> None:
    names = list(JOINTS)
    assert len(names) == 23
    assert (names[0], names[5], names[17], names[-1]) == ("C2-3", "C7-T1", "T12-L1", "L5-S1")


@every_row("joint", [name for name in JOINTS if name != "C2-3"])
def test_a_joint_has_the_nerves_of_the_naming_rule(joint: str) -> None:
    assert [NERVES[nerve].short for nerve in JOINTS[joint].nerves] == nerve_numbers_by_rule(joint)


def test_only_c2_3_has_a_single_nerve() -> None:
    assert [joint.name for joint in JOINTS.values() if len(joint.nerves) == 1] == ["C2-3"]
    assert NERVES["TON"].words == "third occipital nerve"


def test_only_l5_has_a_dorsal_ramus_as_target() -> None:
    assert [name for name in NERVES if not name.endswith("MB")] == ["TON", "L5 DR"]
    assert NERVES["L5 DR"].words == "L5 dorsal ramus"
    assert NERVES["L5 DR"].landmark == "junction of S1 SAP and sacral ala"


def test_each_nerve_serves_the_joints_in_the_order_of_the_table() -> None:
    assert list(NERVES) == list(nerves_of(reversed(list(JOINTS))))


@every_row("name", [name for name in NERVES if name.endswith("MB")])
def test_a_medial_branch_lies_on_its_bone(name: str) -> None:
    nerve = NERVES[name]
    if nerve.short == "C8":
        assert nerve.bone == "T1"
    elif nerve.short[0] == "C":
        assert nerve.bone == nerve.short
    else:
        assert nerve.bone == SPINE[SPINE.index(nerve.short) + 1]
    assert nerve.bone in nerve.landmark


@every_row("six_lumbar", [False, True])
def test_a_nerve_belongs_to_the_region_of_its_name_and_a_ramus_lies_on_the_sacrum(six_lumbar: bool) -> None:
    letters = {"C": Region.CERVICAL, "T": Region.THORACIC, "L": Region.LUMBAR}
    nerves = nerves_of_spine(six_lumbar=six_lumbar)
    for name, nerve in nerves.items():
        assert nerve.region is (Region.CERVICAL if name == "TON" else letters[name[0]]), name
        assert nerve.name == name
    last = nerves[list(nerves)[-1]]
    assert (last.bone, last.short) == ("S1", "L6" if six_lumbar else "L5")


def test_the_l3_branch_is_described_in_words() -> None:
    nerve = NERVES["L3 MB"]
    assert (nerve.words, nerve.landmark) == ("L3 medial branch", "SAP/TP junction, L4 vertebra")


@every_row(
    ("joints", "nerves"),
    [
        (["L3-4", "L4-5", "L5-S1"], ("L2 MB", "L3 MB", "L4 MB", "L5 DR")),
        (["C2-3"], ("TON",)),
        (["C2-3", "C3-4"], ("TON", "C3 MB", "C4 MB")),
        (["T12-L1", "L1-2"], ("T11 MB", "T12 MB", "L1 MB")),
        (["C7-T1", "T1-2"], ("C7 MB", "C8 MB", "T1 MB")),
    ],
)
def test_nerves_are_the_union_of_the_joints(joints: list[str], nerves: tuple[str, ...]) -> None:
    assert nerves_of(joints) == nerves


def test_three_nerves_are_two_joints() -> None:
    assert joints_covered({"L3 MB", "L4 MB", "L5 DR"}) == ("L4-5", "L5-S1")


def test_a_lone_nerve_covers_no_joint_and_leaves_two_half_covered() -> None:
    assert joints_covered({"L4 MB"}) == ()
    assert joints_partly_covered({"L4 MB"}) == (("L4-5", "L3 MB"), ("L5-S1", "L5 DR"))


def test_a_neighbour_of_a_covered_joint_is_not_called_half_covered() -> None:
    assert joints_partly_covered({"L3 MB", "L4 MB"}) == ()
    assert joints_partly_covered({"L2 MB", "L3 MB", "L5 DR"}) == (("L5-S1", "L4 MB"),)


@every_row("six_lumbar", [False, True])
def test_every_contiguous_range_has_one_nerve_more_than_joints(six_lumbar: bool) -> None:
    for joints in ranges(list(joints_of_spine(six_lumbar=six_lumbar))):
        nerves = nerves_of(joints, six_lumbar=six_lumbar)
        assert len(nerves) == len(joints) + (joints != ["C2-3"])
        assert joints_covered(nerves, six_lumbar=six_lumbar) == tuple(joints)
        assert joints_partly_covered(nerves, six_lumbar=six_lumbar) == ()


@every_row("six_lumbar", [False, True])
def test_every_contiguous_range_is_covered_by_its_targets_on_every_side(six_lumbar: bool) -> None:
    for joints in ranges(list(joints_of_spine(six_lumbar=six_lumbar))):
        left, right, both_sides = sided(joints, LEFT), sided(joints, RIGHT), sided(joints, BOTH)
        assert (mirrored(left), mirrored(right)) == (right, left)
        targets = targets_of(left, six_lumbar=six_lumbar)
        assert len(targets) == len(nerves_of(joints, six_lumbar=six_lumbar))
        others = mirrored(targets)
        assert targets_of(right, six_lumbar=six_lumbar) == others
        both = targets_of((*right, *left), six_lumbar=six_lumbar)
        assert both == in_order([*targets, *others])
        for places, needles in ((left, targets), (right, others), (both_sides, both)):
            assert joints_covered_by_targets(needles, six_lumbar=six_lumbar) == places


@every_row("six_lumbar", [False, True])
def test_a_nerve_alone_covers_nothing_and_misses_its_neighbours(six_lumbar: bool) -> None:
    nerves = list(nerves_of_spine(six_lumbar=six_lumbar))[1:]
    for at, nerve in enumerate(nerves):
        assert joints_covered({nerve}, six_lumbar=six_lumbar) == ()
        missing = [name for _, name in joints_partly_covered({nerve}, six_lumbar=six_lumbar)]
        assert missing == [*nerves[max(0, at - 1) : at], *nerves[at + 1 : at + 2]]
    assert joints_covered({"TON"}, six_lumbar=six_lumbar) == ("C2-3",)
    assert joints_partly_covered({"TON"}, six_lumbar=six_lumbar) == ()


@every_row("six_lumbar", [False, True])
def test_neighbouring_nerves_cover_one_joint_less_than_they_are(six_lumbar: bool) -> None:
    joints = list(joints_of_spine(six_lumbar=six_lumbar))[1:]
    nerves = list(nerves_of_spine(six_lumbar=six_lumbar))[1:]
    for first, last in combinations(range(len(nerves) + 1), 2):
        expected = tuple(joints[first : last - 1])
        assert joints_covered(nerves[first:last], six_lumbar=six_lumbar) == expected
        for side in Side:
            blocked = [NerveSide(nerve, side) for nerve in nerves[first:last]]
            covered = joints_covered_by_targets(blocked, six_lumbar=six_lumbar)
            assert covered == tuple(JointSide(joint, side) for joint in expected)


def test_any_pair_of_joints_is_covered_by_its_own_targets() -> None:
    for pair in combinations(JOINTS, 2):
        chosen = sided(list(pair), LEFT)
        assert {*chosen} <= {*joints_covered_by_targets(targets_of(chosen))}


def test_targets_are_ordered_by_nerve_then_side() -> None:
    targets = targets_of(sided(["L5-S1", "L4-5"], BOTH))
    assert [each.nerve for each in targets] == ["L3 MB", "L3 MB", "L4 MB", "L4 MB", "L5 DR", "L5 DR"]
    assert [each.side for each in targets] == [*BOTH, *BOTH, *BOTH]


def test_nerves_on_different_sides_do_not_make_a_joint() -> None:
    assert joints_covered_by_targets([NerveSide("L3 MB", Side.LEFT), NerveSide("L4 MB", Side.RIGHT)]) == ()


def test_six_lumbar_vertebrae_replace_the_last_joint() -> None:
    joints = list(joints_of_spine(six_lumbar=True))
    assert joints[-3:] == ["L4-5", "L5-6", "L6-S1"]
    assert list(SIX_LUMBAR_JOINTS) == ["L5-6", "L6-S1"]
    assert nerves_of(["L5-6", "L6-S1"], six_lumbar=True) == ("L4 MB", "L5 MB", "L6 DR")
    assert "L5 DR" not in nerves_of_spine(six_lumbar=True)
    with pytest.raises(KeyError):
        nerves_of(["L5-S1"], six_lumbar=True)
    with pytest.raises(KeyError):
        nerves_of(["L6-S1"])


def test_the_thoracic_caution_goes_with_t1_2_to_t12_l1() -> None:
    warned = [joint for joint in JOINTS if needs_thoracic_caution(joint)]
    assert (warned[0], warned[-1], len(warned)) == ("T1-2", "T12-L1", 12)
    assert not needs_thoracic_caution("L6-S1")


def test_the_region_digit_follows_the_joint() -> None:
    assert [JOINTS[name].icd_digit for name in ("C2-3", "C7-T1", "T1-2", "T12-L1", "L4-5", "L5-S1")] == [
        *"234567"
    ]


def test_t12_l1_is_lumbar_only_together_with_l1_2() -> None:
    assert coverage_region("T12-L1") is CoverageRegion.CERVICAL_THORACIC
    assert coverage_region("T12-L1", ["L1-2"]) is CoverageRegion.LUMBAR_SACRAL
    assert coverage_region("T12-L1", ["L2-3"]) is CoverageRegion.CERVICAL_THORACIC
    assert coverage_region("L5-6") is CoverageRegion.LUMBAR_SACRAL


def test_c7_t1_is_shown_with_the_neck_and_t12_l1_with_the_chest() -> None:
    assert JOINTS["C7-T1"].region is Region.CERVICAL
    assert JOINTS["T12-L1"].region is Region.THORACIC


@every_row(
    ("joint_sides", "heading", "sentence"),
    [
        (sided(["L4-5", "L5-S1"], BOTH), "Bilateral L4-5, L5-S1", "bilateral L4-5 and L5-S1"),
        (
            sided(["L4-5"], LEFT) + sided(["L5-S1"], RIGHT),
            "Left L4-5; right L5-S1",
            "left L4-5 and right L5-S1",
        ),
        (
            sided(["L3-4", "L4-5"], BOTH) + sided(["L5-S1"], RIGHT),
            "Bilateral L3-4, L4-5; right L5-S1",
            "bilateral L3-4 and L4-5, and right L5-S1",
        ),
        (
            sided(["L2-3", "L3-4", "L4-5"], LEFT),
            "Left L2-3, L3-4, L4-5",
            "left L2-3, L3-4 and L4-5",
        ),
        ((), "No joint", "no joint"),
    ],
)
def test_joints_are_said_with_their_side(
    joint_sides: tuple[JointSide, ...], heading: str, sentence: str
) -> None:
    assert say_joints(reversed(joint_sides)) == heading
    assert say_joints_in_sentence(joint_sides) == sentence
