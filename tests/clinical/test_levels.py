"""The level-entry grammar: every spelling of every joint, every question and every refusal."""

from itertools import cycle, product

from mbb_desktop.clinical.anatomy import JOINTS, JointSide, NerveSide, Region, Side, nerves_of
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.level_entry import sides_named
from mbb_desktop.clinical.levels import (
    Choice,
    Levels,
    Question,
    Refusal,
    Unfinished,
    chosen_nerves,
    read_counted,
    read_levels,
)
from tests.every_row import every_row

LEFT, RIGHT = Side.LEFT, Side.RIGHT
SIDES = {"l": [LEFT], "r": [RIGHT], "b": [LEFT, RIGHT]}
SIDE_WORDS = {
    LEFT: {"l", "left", "lt"},
    RIGHT: {"r", "right", "rt"},
}
BOTH_WORDS = {"b", "bi", "bil", "bilat", "bilateral", "both"}


def levels(text: str, region: Region | None = None, *, six_lumbar: bool = False) -> Levels:
    found = read_levels(text, region=region, six_lumbar=six_lumbar)
    assert isinstance(found, Levels), found
    return found


def question(text: str, region: Region | None = None) -> Question:
    found = read_levels(text, region=region)
    assert isinstance(found, Question), found
    return found


def refusal(text: str, region: Region | None = None, *, six_lumbar: bool = False) -> Refusal:
    found = read_levels(text, region=region, six_lumbar=six_lumbar)
    assert isinstance(found, Refusal), found
    return found


def joints(found: Levels, side: Side) -> list[str]:
    return [each.joint for each in found.joints if each.side is side]


def nerves(found: Levels, side: Side) -> list[str]:
    return [each.nerve for each in found.targets if each.side is side]


def labels(found: Question) -> list[str]:
    return [choice.label for choice in found.choices]


# Every spelling of every joint ---------------------------------------------------------------------


def spellings_of(joint: str) -> list[tuple[str, bool]]:
    """Each way to write a joint in small letters, and whether it contains no letter."""
    upper, lower = joint.lower().split("-")
    letter, number = upper[0], upper[1:]
    letter2, number2 = (lower[0], lower[1:]) if lower[0].isalpha() else (letter, lower)
    return [
        (f"{first}{number}{mark}{second}{number2}", not first and not second)
        for first, mark, second in product((letter, ""), ("", "-", "/"), (letter2, ""))
    ]


TABLE = [
    (spelled, joint, None if is_bare else "any")
    for joint in JOINTS
    for small, is_bare in spellings_of(joint)
    for spelled in dict.fromkeys((small, small.upper()))
]
WITH_LETTER = [(text, joint) for text, joint, region in TABLE if region and text.lower() != "t12"]
BARE = [(text, joint) for text, joint, region in TABLE if not region]


def test_the_table_is_complete() -> None:
    texts = {text for text, _, _ in TABLE}
    assert len(texts) >= 280
    assert {"L5-1", "L51", "51", "5s1", "T1011", "T12L1", "C7T1", "c7/t1", "l4l5"} <= texts


def test_every_spelling_with_a_letter_is_its_joint_on_every_side_in_every_region() -> None:
    sides_in_turn, regions_in_turn = cycle(SIDES.items()), cycle((None, *Region))
    for text, joint in WITH_LETTER:  # capitals in one region each: they are read like small letters
        for region in (next(regions_in_turn),) if text.isupper() else (None, *Region):
            word, sides = next(sides_in_turn)
            found = levels(f"{text} {word}", region)
            assert found.joints == tuple(JointSide(joint, side) for side in sides), (text, region)
            assert [each.nerve for each in found.targets if each.side is sides[0]] == list(nerves_of([joint]))


def test_every_spelling_without_a_letter_is_its_joint_in_its_region() -> None:
    for (text, joint), (word, sides) in product(BARE, SIDES.items()):
        found = levels(f"{text} {word}", JOINTS[joint].region)
        assert found.joints == tuple(JointSide(joint, side) for side in sides), text


def test_a_spelling_without_a_letter_never_leaves_the_given_region() -> None:
    for (text, _), region in product(BARE, Region):
        found = read_levels(f"{text} r", region=region)
        if isinstance(found, Levels):
            assert JOINTS[found.joints[0].joint].region is region
        else:
            assert isinstance(found, Refusal | Question), (text, found)


def test_a_spelling_without_a_letter_asks_for_the_region() -> None:
    for text, joint in BARE:
        found = question(f"{text} l")
        assert found.sentence == "Which region?"
        assert f"{joint} l" in [choice.text for choice in found.choices], text


def test_every_beginning_of_a_spelling_waits_or_asks() -> None:
    beginnings = {
        (whole[:end], JOINTS[joint].region)
        for whole, joint in ((f"{text} left", joint) for text, joint, _ in TABLE if not text.isupper())
        for end in range(len(whole))
    }
    for begun, region in beginnings:
        found = read_levels(begun, region=region)
        assert not isinstance(found, Refusal), (begun, region, found)


def test_the_given_region_never_overrides_a_typed_letter() -> None:
    assert joints(levels("L45 l", Region.CERVICAL), LEFT) == ["L4-5"]


@every_row(
    "text",
    ["L04-05 b", "l0405 B", "L4 - 5 b", "L4–5 b", "L4−L5 bilat", "  l4/5   BOTH ", "L45 b,", "L45 L4-5 b"],
)
def test_zeros_dashes_spaces_case_and_repeats_do_not_matter(text: str) -> None:
    assert levels(text).echo == "Bilateral L4-5: nerves L3 L4, 4 targets"


@every_row("dash", "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
def test_every_dash_is_a_dash(dash: str) -> None:
    assert joints(levels(f"L4{dash}S1 r"), RIGHT) == ["L4-5", "L5-S1"]


@every_row("word", sorted(BOTH_WORDS | SIDE_WORDS[LEFT] | SIDE_WORDS[RIGHT]))
def test_every_side_word_is_its_side(word: str) -> None:
    found = levels(f"L45 {word}")
    expected = {side for side, words in SIDE_WORDS.items() if word in words} or {LEFT, RIGHT}
    assert {each.side for each in found.joints} == expected


# Entries -------------------------------------------------------------------------------------------


@every_row("text", ["4s1 b", "L4-S1 b", "45 51 b", "L45 L5S1 b", "45, 51 b", "45; 51, b"])
def test_two_joints_on_both_sides_are_six_targets(text: str) -> None:
    found = levels(text, Region.LUMBAR)
    assert found.echo == "Bilateral L4-5, L5-S1: nerves L3 L4 L5, 6 targets"
    assert nerves(found, LEFT) == nerves(found, RIGHT) == ["L3 MB", "L4 MB", "L5 DR"]


@every_row(
    ("text", "expected"),
    [
        ("C3-C6 l", ["C3-4", "C4-5", "C5-6"]),
        ("C3C6 l", ["C3-4", "C4-5", "C5-6"]),
        ("c6-t1 l", ["C6-7", "C7-T1"]),
        ("t11-l1 l", ["T11-12", "T12-L1"]),
        ("10t12 l", ["T10-11", "T11-12"]),
        ("l1s1 l", ["L1-2", "L2-3", "L3-4", "L4-5", "L5-S1"]),
    ],
)
def test_a_range_with_two_letters_is_every_joint_between(text: str, expected: list[str]) -> None:
    assert joints(levels(text), LEFT) == expected


def test_groups_have_their_own_sides() -> None:
    found = levels("L45 l, L5S1 r")
    assert found.joints == (JointSide("L4-5", LEFT), JointSide("L5-S1", RIGHT))
    assert found.echo == "Left L4-5; right L5-S1: left nerves L3 L4, right nerves L4 L5, 4 targets"


def test_a_side_at_the_very_end_applies_to_all_groups_without_one() -> None:
    found = levels("L34, L45 l, L51 r")
    assert (joints(found, LEFT), joints(found, RIGHT)) == (["L4-5"], ["L3-4", "L5-S1"])


def test_l_alone_is_a_side_and_before_digits_lumbar() -> None:
    assert joints(levels("45 l", Region.CERVICAL), LEFT) == ["C4-5"]
    assert joints(levels("l45 l", Region.CERVICAL), LEFT) == ["L4-5"]
    assert question("l45", Region.CERVICAL).sentence == "Which side? l, r or b."


def test_c2_3_is_the_third_occipital_nerve() -> None:
    assert levels("C23 l").echo == "Left C2-3: nerve TON, 1 target"
    assert levels("ton r").joints == (JointSide("C2-3", RIGHT),)


@every_row("text", ["L3mb L4mb L5dr r", "L3 mb L4 mb L5 dr r", "l5DR, l4 MB, l3mb R"])
def test_nerves_with_their_unit_are_read_without_asking(text: str) -> None:
    assert levels(text).echo == "Right L4-5, L5-S1: nerves L3 L4 L5, 3 targets"


def test_a_lone_nerve_completes_no_joint() -> None:
    found = levels("L4mb l")
    assert found.joints == ()
    assert found.targets == (NerveSide("L4 MB", LEFT),)
    assert found.partly == ((JointSide("L4-5", LEFT), "L3 MB"), (JointSide("L5-S1", LEFT), "L5 DR"))
    assert found.echo.startswith(
        "No joint completed: left nerve L4, 1 target. Left L4-5 not fully blocked: L3"
    )


def test_a_nerve_without_partner_is_named_on_its_side() -> None:
    found = levels("L45 b, L1mb r")
    assert found.partly == ((JointSide("L1-2", RIGHT), "T12 MB"), (JointSide("L2-3", RIGHT), "L2 MB"))
    assert found.echo == (
        "Bilateral L4-5: left nerves L3 L4, right nerves L1 L3 L4, 5 targets. "
        "Right L1-2 not fully blocked: T12 missing. Right L2-3 not fully blocked: L2 missing"
    )


def test_each_side_names_its_own_missing_nerve() -> None:
    found = levels("L3mb l, L4mb r")
    assert "Left L4-5 not fully blocked: L4 missing" in found.echo
    assert "Right L4-5 not fully blocked: L3 missing" in found.echo


def test_a_joint_between_two_typed_joints_is_told_but_not_added() -> None:
    found = levels("L34 L51 b")
    assert joints(found, LEFT) == ["L3-4", "L5-S1"]
    assert found.also_covered == (JointSide("L4-5", LEFT), JointSide("L4-5", RIGHT))
    assert found.echo.endswith("8 targets. Also covers bilateral L4-5")


def test_a_nerve_completes_a_joint_with_the_nerve_of_a_typed_joint() -> None:
    assert joints(levels("L51 L3mb l"), LEFT) == ["L4-5", "L5-S1"]


# Questions -----------------------------------------------------------------------------------------


@every_row("text", ["L3-5 b", "L3 L4 L5 b", "L3, L4, L5 b", "l5 l4 l3 b", "L3 b, L4 b, L5 b"])
def test_joints_or_nerves_is_asked(text: str) -> None:
    joints_choice, nerves_choice = question(text).choices
    assert (joints_choice.label, nerves_choice.label.replace(",", "")[:6]) == (
        "joints L3-4 and L4-5",
        "nerves",
    )
    assert joints(levels(joints_choice.text), RIGHT) == ["L3-4", "L4-5"]
    assert joints(levels(nerves_choice.text), RIGHT) == ["L4-5", "L5-S1"]


def test_the_chooser_offers_whole_entries() -> None:
    assert question("L45 l, L3 L4 L5 r").choices == (
        Choice("joints L3-4 and L4-5", "L4-5 l, L3-4 L4-5 r"),
        Choice("nerves L3, L4, L5", "L4-5 l, L3mb L4mb L5dr r"),
    )


def test_one_token_without_its_unit_is_enough_to_ask() -> None:
    found = question("L3mb L4 L5dr r")
    assert found.sentence == "L4: joint or nerve?"
    assert found.choices[0] == Choice("nerve L4", "L3mb L4mb L5dr r")


@every_row(
    ("text", "expected"),
    [
        ("T12 l", ["nerve T12", "joint T1-2"]),
        ("T12 L1 l", ["joint T12-L1", "nerves T12, L1"]),
        ("L4 l", ["nerve L4", "joint L3-4", "joint L4-5"]),
        ("C3-5 r", ["joints C3-4 and C4-5", "nerves C3, C4, C5"]),
        ("C2-4 r", ["joints C2-3 and C3-4"]),
        ("C2 r", ["joint C2-3"]),
        ("C8 r", ["nerve C8"]),
        ("C7 C8 r", ["nerves C7, C8"]),
        ("L5 S1 r", ["joint L5-S1"]),
        ("L4 L5 S1 r", ["joints L4-5 and L5-S1"]),
        ("L2 L4 r", ["nerves L2, L4"]),
        ("L3-5 T12 b", ["joints L3-4 and L4-5", "nerves L3, L4, L5"]),
    ],
)
def test_only_what_exists_can_be_chosen(text: str, expected: list[str]) -> None:
    assert labels(question(text)) == expected


def test_a_missing_side_is_asked_with_no_default() -> None:
    found = question("L45 L51")
    assert found.sentence == "Which side? l, r or b."
    assert found.choices == (
        Choice("left", "L4-5 L5-S1 l"),
        Choice("right", "L4-5 L5-S1 r"),
        Choice("bilateral", "L4-5 L5-S1 b"),
    )


def test_only_the_group_without_a_side_gets_the_answer() -> None:
    assert question("L45 l, L51").choices[1] == Choice("right", "L4-5 l, L5-S1 r")


def test_bare_digits_ask_for_the_region_and_keep_the_side() -> None:
    assert question("45 b").choices == (
        Choice("cervical C4-5", "C4-5 b"),
        Choice("thoracic T4-5", "T4-5 b"),
        Choice("lumbar L4-5", "L4-5 b"),
    )


def test_even_digits_of_one_region_only_ask() -> None:
    assert labels(question("45 51 b")) == ["lumbar L4-5, L5-S1"]


def test_digits_of_different_regions_need_letters() -> None:
    assert refusal("910 51 b").sentence.startswith("No region has all of these levels.")


# Refusals and unfinished text ----------------------------------------------------------------------


@every_row(
    ("text", "sentence", "suggestions"),
    [
        ("C78", "C78 is not a joint for a medial branch block. Nearest: C7-T1.", ("C7-T1",)),
        ("C78 r", "C78 is not a joint for a medial branch block. Nearest: C7-T1.", ("C7-T1 r",)),
        ("C1-2 l", "C1-2 is not a joint for a medial branch block. Nearest: C2-3.", ("C2-3 l",)),
        ("c12 l", "C12 is not a joint for a medial branch block. Nearest: C2-3.", ("C2-3 l",)),
        ("C0-1", "C0-1 is not a joint for a medial branch block. Nearest: C2-3.", ("C2-3",)),
        ("C1", "C1 is not a joint for a medial branch block. Nearest: C2-3.", ("C2-3",)),
        ("S1", "S1 is not a joint for a medial branch block. Nearest: L5-S1.", ("L5-S1",)),
        ("L4 S1 b", "S1 is not a joint for a medial branch block. Nearest: L5-S1.", ("L4 L5-S1 b",)),
        ("s12 l", "S12 is not a joint for a medial branch block. Nearest: L5-S1.", ("L5-S1 l",)),
        ("L45 l r", "Two sides. Use b, or a comma between groups.", ()),
        ("L45 l L5S1 r", "Two sides. Use b, or a comma between groups.", ()),
        ("L45 l L5S1 l", "Put a comma after each side, for example L4-5 l, L5-S1 l.", ()),
        ("l L45", "Write the levels before the side, for example L4-5 l.", ()),
        ("l 45", "Write the levels before the side, for example L4-5 l.", ()),
        ("L45 l, r", "Write the levels before the side, for example L4-5 l.", ()),
        ("C6-T2 l", "C6-T2 crosses two regions. Write the joints.", ("C6-7 C7-T1 T1-2 l",)),
        ("L5-4 l", "Write the upper level first: L4-5.", ("L4-5 l",)),
        ("L35 r", "For several joints write L3-L5.", ("L3-L5 r",)),
        ("L4/S1 r", "For several joints write L4-S1.", ("L4-S1 r",)),
        ("45b", "Put a space before the side: 45 b.", ("45 b",)),
        ("L5mb l", "L5MB is not a target. Nearest: L5 DR.", ("L5dr l",)),
        ("L4dr l", "L4DR is not a target. Nearest: L4 MB.", ("L4mb l",)),
        ("L3-5mb l", "L3-5MB is not a nerve. Write each nerve by itself, for example L3mb L4mb.", ()),
        ("4 5 b", "4 is not a joint for a medial branch block. Nearest: L4-5.", ("L4-5 5 b",)),
        ("nonsense", "NONSENSE is not a level. Write joints and a side, for example L4-5 b.", ()),
    ],
)
def test_a_refusal_says_what_to_write_instead(text: str, sentence: str, suggestions: tuple[str, ...]) -> None:
    assert refusal(text, Region.LUMBAR) == Refusal(sentence, suggestions)


def test_a_very_long_text_is_refused() -> None:
    assert refusal("L45 " * 251).sentence == "Too long. Write at most 1000 characters."
    assert levels("L45 l".ljust(1000)).spelling == "L4-5 l"
    assert refusal("L45 l".ljust(1001)).sentence == "Too long. Write at most 1000 characters."


def test_the_whole_spine_with_different_sides_can_be_read_again() -> None:
    found = levels("C2-T1 T1-L1 L1-L5 l, C2-T1 T1-L1 L1-S1 r, L5-S1 b, C3-C5 b")
    assert levels(found.spelling) == found


@every_row(
    "text",
    [
        "",
        "  ",
        ",",
        "l",
        "L",
        "c",
        "4",
        "L4",
        "L4-",
        "L4 - ",
        "C7T",
        "T101",
        "to",
        "L4 m",
        "L45 l, l",
        "45 le",
    ],
)
def test_the_beginning_of_something_valid_waits(text: str) -> None:
    assert read_levels(text, region=Region.LUMBAR) == Unfinished()


def test_a_comma_ends_a_word_for_good() -> None:
    for text in ("4,", "4, ", "4;", " 4 ; "):
        assert refusal(text, Region.LUMBAR).suggestions == ("L4-5",)


# Six lumbar vertebrae ------------------------------------------------------------------------------


@every_row("text", ["L6", "L6 l", "L56 l", "L5-6 l", "L6S1 l", "61 l", "L6dr l", "L4-L6 l"])
def test_l6_is_refused_until_it_is_recorded(text: str) -> None:
    assert "Record the transitional anatomy first. Nearest: L5-S1." in refusal(text, Region.LUMBAR).sentence


@every_row(
    ("text", "expected"),
    [
        ("L56 l", ["L5-6"]),
        ("56 l", ["L5-6"]),
        ("L6-S1 l", ["L6-S1"]),
        ("L61 l", ["L6-S1"]),
        ("6s1 l", ["L6-S1"]),
        ("L4-S1 l", ["L4-5", "L5-6", "L6-S1"]),
        ("L4mb L5mb L6dr l", ["L5-6", "L6-S1"]),
    ],
)
def test_l6_is_read_once_it_is_recorded(text: str, expected: list[str]) -> None:
    assert joints(levels(text, Region.LUMBAR, six_lumbar=True), LEFT) == expected


@every_row("text", ["L5S1 r", "51 r", "L5-1 r", "L5-S1 r", "L5/S1 r"])
def test_l5_s1_does_not_exist_with_six_lumbar_vertebrae(text: str) -> None:
    found = refusal(text, Region.LUMBAR, six_lumbar=True)
    assert found.sentence.endswith("does not exist with six lumbar vertebrae. Nearest: L5-6, L6-S1.")
    assert found.suggestions == ("L5-6 r", "L6-S1 r")


@every_row(
    ("text", "six_lumbar", "echo", "spelling"),
    [
        ("c45 l", False, "Left C4-5: nerves C4 C5, 2 targets", "C4-5 l"),
        ("c45 r", False, "Right C4-5: nerves C4 C5, 2 targets", "C4-5 r"),
        ("l4mb l5mb l", True, "Left L5-6: nerves L4 L5, 2 targets", "L5-6 l"),
        (
            "l4mb l",
            True,
            "No joint completed: left nerve L4, 1 target. Left L4-5 not fully blocked: L3 missing. "
            "Left L5-6 not fully blocked: L5 missing",
            "L4mb l",
        ),
        (
            "l3mb b",
            False,
            "No joint completed: bilateral nerve L3, 2 targets. "
            "Bilateral L3-4 not fully blocked: L2 missing. Bilateral L4-5 not fully blocked: L4 missing",
            "L3mb b",
        ),
    ],
)
def test_what_is_read_is_said_and_spelled_again(
    text: str, six_lumbar: bool, echo: str, spelling: str
) -> None:
    found = levels(text, six_lumbar=six_lumbar)
    assert (found.echo, found.spelling) == (echo, spelling)


@every_row(
    ("text", "region", "sentence", "choices"),
    [
        ("1-3 l", Region.LUMBAR, "L1-3: joints or nerves?", ("joints L1-2 and L2-3", "nerves L1, L2, L3")),
        ("l4 l1 r", None, "L4 L1: joints or nerves?", ("nerves L4, L1",)),
        ("45 l4", None, "Which region?", ("cervical C4-5", "thoracic T4-5", "lumbar L4-5")),
    ],
)
def test_a_question_names_what_was_typed(
    text: str, region: Region | None, sentence: str, choices: tuple[str, ...]
) -> None:
    found = question(text, region)
    assert (found.sentence, tuple(labels(found))) == (sentence, choices)


def test_the_joints_of_six_lumbar_vertebrae_have_a_region_too() -> None:
    found = read_levels("5-6 l", region=None, six_lumbar=True)
    assert found == Question(
        "Which region?",
        (
            Choice("cervical C5-6", "C5-6 l"),
            Choice("thoracic T5-6", "T5-6 l"),
            Choice("lumbar L5-6", "L5-6 l"),
        ),
    )


def test_s1_alone_is_refused_with_the_lowest_joint_of_its_spine() -> None:
    assert refusal("s1", six_lumbar=True).suggestions == ("L6-S1",)


@every_row("text", ["51 r", "L4-S1 b", "45 l, 51 r", "L5S1 l"])
def test_with_a_sacralised_l5_the_nerves_of_l5_s1_are_chosen_and_never_derived(text: str) -> None:
    asked = read_levels(text, region=Region.LUMBAR, sacralised=True)
    assert isinstance(asked, Question)
    assert asked.sentence == "L5 is sacralised. Which nerves for L5-S1?"
    usual, above = (read_levels(each.text, region=None, sacralised=True) for each in asked.choices)
    assert isinstance(usual, Levels)
    assert isinstance(above, Levels)
    assert "L5-S1" in {each.joint for each in usual.joints}
    assert {each.joint for each in above.joints} == {"L4-5"}
    for found in (usual, above):
        again = read_levels(found.spelling, region=None, sacralised=True)
        assert again == found
    assert isinstance(read_levels(text, region=Region.LUMBAR), Levels)


@every_row(
    ("vertebrae", "text", "kind"),
    [
        (None, "51 r", Levels),
        (Vertebrae.FIVE, "L6-S1 r", Refusal),
        (Vertebrae.SIX, "L6-S1 r", Levels),
        (Vertebrae.SACRALISED_L5, "51 r", Question),
        (Vertebrae.SACRALISED_L5, "45 r", Levels),
    ],
    ids=lambda each: each.value if isinstance(each, Vertebrae) else "",
)
def test_levels_are_read_for_the_spine_that_was_counted(
    vertebrae: Vertebrae | None, text: str, kind: type
) -> None:
    assert isinstance(read_counted(text, region=Region.LUMBAR, vertebrae=vertebrae), kind)


def test_only_the_nerves_of_a_sacralised_l5_are_kept_as_chosen() -> None:
    last, above = JointSide("L5-S1", Side.LEFT), JointSide("L4-5", Side.LEFT)
    chosen = chosen_nerves(last, Vertebrae.SACRALISED_L5)
    assert chosen == (NerveSide("L4 MB", Side.LEFT), NerveSide("L5 DR", Side.LEFT))
    assert chosen_nerves(above, Vertebrae.SACRALISED_L5) == ()
    assert chosen_nerves(last, Vertebrae.FIVE) == ()


def test_the_sides_of_an_entry_are_found_whatever_else_it_says() -> None:
    assert sides_named("L4-5 left, anything b") == {(Side.LEFT,), (Side.LEFT, Side.RIGHT)}
    assert sides_named("L4-5") == sides_named("") == frozenset()
