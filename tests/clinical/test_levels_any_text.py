"""Whatever is typed as levels: no text raises, no side is guessed, every question ends."""

import re

from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import Region, Side, mirrored
from mbb_desktop.clinical.levels import Levels, Question, Unfinished, read_levels
from tests.clinical.test_levels import BOTH_WORDS, SIDE_WORDS

LEVEL_WORDS = [
    "L45",
    "45",
    "L5S1",
    "51",
    "L4-S1",
    "C23",
    "C7T1",
    "T12",
    "L3-5",
    "3-5",
    "L3",
    "L4",
    "L5",
    "S1",
    "C8",
]
NERVE_WORDS = ["L3mb", "L4 mb", "L5dr", "TON", "T12mb", "L6-S1", "L5mb", "910", "T12L1"]
CLEAR_WORDS = ["L45", "L34", "L1-2", "L4S1", "L2mb", "L3mb", "L4 mb", "T12mb", "TON", "C23", "C7T1", "T12L1"]
ANY_GROUP = st.tuples(
    st.lists(st.sampled_from(LEVEL_WORDS + NERVE_WORDS), max_size=4), st.sampled_from(["l", "r", "b", ""])
)
CLEAR_GROUP = st.tuples(
    st.lists(st.sampled_from(CLEAR_WORDS), min_size=1, max_size=5), st.sampled_from(["l", "r", "b"])
)
GROUPS = st.one_of(st.lists(ANY_GROUP, max_size=4), st.lists(CLEAR_GROUP, min_size=1, max_size=4))
REGIONS = st.sampled_from([None, *Region])
ANY_TEXT = st.one_of(
    st.text(st.characters(max_codepoint=0xD7FF), max_size=200),
    st.text("CTLSlrbmd0123456789-/,; ", max_size=40),
    GROUPS.map(lambda groups: as_text(groups)),
)


def as_text(groups: list[tuple[list[str], str]]) -> str:
    return ", ".join(" ".join([*words, side]) for words, side in groups)


def sides_typed(text: str) -> set[Side]:
    words = set(re.split(r"[\s,;]+", text.lower()))
    return {side for side in Side if words & (SIDE_WORDS[side] | BOTH_WORDS)}


@given(ANY_TEXT, REGIONS, st.booleans())
def test_no_text_raises_or_gives_a_side_that_was_not_typed(
    text: str, region: Region | None, six_lumbar: bool
) -> None:
    found = read_levels(text, region=region, six_lumbar=six_lumbar)
    if isinstance(found, Levels):
        assert {each.side for each in found.targets} <= sides_typed(text)
        assert {each.side for each in found.joints} <= sides_typed(text)
        assert found.targets


@given(ANY_TEXT, REGIONS, st.booleans())
def test_the_canonical_spelling_reads_as_the_same_levels(
    text: str, region: Region | None, six_lumbar: bool
) -> None:
    found = read_levels(text, region=region, six_lumbar=six_lumbar)
    if isinstance(found, Levels):
        assert read_levels(found.spelling, region=None, six_lumbar=six_lumbar) == found


@given(GROUPS, REGIONS, st.booleans(), st.data())
def test_answering_the_questions_leads_to_levels_or_a_refusal(
    groups: list[tuple[list[str], str]], region: Region | None, six_lumbar: bool, data: st.DataObject
) -> None:
    found = read_levels(as_text(groups), region=region, six_lumbar=six_lumbar)
    for _ in range(12):
        if not isinstance(found, Question):
            break
        choice = data.draw(st.sampled_from(found.choices))
        found = read_levels(choice.text, region=region, six_lumbar=six_lumbar)
        assert not isinstance(found, Unfinished)
    assert not isinstance(found, Question)


@given(GROUPS, REGIONS, st.booleans())
def test_swapping_the_sides_mirrors_the_levels(
    groups: list[tuple[list[str], str]], region: Region | None, six_lumbar: bool
) -> None:
    swapped = [(words, {"l": "r", "r": "l"}.get(side, side)) for words, side in groups]
    found = read_levels(as_text(groups), region=region, six_lumbar=six_lumbar)
    other = read_levels(as_text(swapped), region=region, six_lumbar=six_lumbar)
    if isinstance(found, Levels):
        assert isinstance(other, Levels)
        assert other.joints == mirrored(found.joints)
        assert other.targets == mirrored(found.targets)
        assert other.also_covered == mirrored(found.also_covered)
    else:
        assert not isinstance(other, Levels)
