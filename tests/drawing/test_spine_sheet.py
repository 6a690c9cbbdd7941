"""Levels on a sheet: every joint has its place, and few enough are shown."""

from itertools import pairwise

import pytest

from mbb_desktop.clinical.anatomy import JOINTS, SIX_LUMBAR_JOINTS, Region
from mbb_desktop.drawing.spine_sheet import column, joint_between, lay_out, levels_that_fit


def _names(region: Region, *, six_lumbar: bool = False) -> list[str]:
    return [vertebra.name for vertebra in column(region, six_lumbar=six_lumbar).vertebrae]


def _joints(region: Region, *, six_lumbar: bool = False) -> list[str]:
    names = _names(region, six_lumbar=six_lumbar)
    return [joint_between(upper, lower) for upper, lower in pairwise(names)]


def test_every_joint_of_the_spine_is_drawn() -> None:
    drawn = {joint for region in Region for joint in _joints(region)}
    assert drawn == set(JOINTS)


def test_six_lumbar_vertebrae_have_their_two_own_joints() -> None:
    assert _joints(Region.LUMBAR, six_lumbar=True)[-2:] == list(SIX_LUMBAR_JOINTS)


@pytest.mark.parametrize("region", Region)
def test_bones_keep_their_proportions_without_a_height(region: Region) -> None:
    bones = column(region)
    sheet = lay_out(bones, bones.vertebrae, (100, None), 3.45)
    assert sheet.across == sheet.down


@pytest.mark.parametrize("region", Region)
def test_all_bones_stay_on_the_sheet(region: Region) -> None:
    bones = column(region)
    sheet = lay_out(bones, bones.vertebrae, (100, 165), 3.45)
    last = bones.vertebrae[-1]
    assert sheet.y(last, last.bottom) <= 165
    assert bones.reach * sheet.across < sheet.label_edge


def test_a_tall_widget_shows_the_whole_region() -> None:
    assert levels_that_fit(Region.LUMBAR, ["L4-5"], 170, text=3.45) == ("T12", "S1")


def test_a_low_widget_shows_fewer_levels_around_the_joints() -> None:
    assert levels_that_fit(Region.LUMBAR, ["L4-5", "L5-S1"], 91, text=3.45) == ("L2", "S1")


@pytest.mark.parametrize("joint", ["T1-2", "T6-7", "T12-L1"])
def test_the_joint_is_always_among_the_levels_shown(joint: str) -> None:
    first, last = levels_that_fit(Region.THORACIC, [joint], 40, text=3.45)
    names = _names(Region.THORACIC)
    upper, lower = _joints(Region.THORACIC).index(joint), _joints(Region.THORACIC).index(joint) + 1
    assert names.index(first) <= upper < lower <= names.index(last)


def test_a_joint_of_another_region_is_ignored() -> None:
    assert levels_that_fit(Region.LUMBAR, ["C4-5"], 60, text=3.45)[1] == "S1"
