"""Codes of a session: levels are joints, sides by the payer's way, and nothing is guessed."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import JOINTS, JointSide, NerveSide, Side, mirrored, targets_of
from mbb_desktop.clinical.block import Guidance
from mbb_desktop.clinical.code_book import PayerStyle, read_code_book
from mbb_desktop.clinical.coding import Preview, Procedure, Work, preview
from mbb_desktop.clinical.people import BothSides
from mbb_desktop.clinical.rules import read_rule_sets
from tests.clinical.invented import RESOURCES
from tests.every_row import every_row

BOOK = read_code_book(RESOURCES / "clinical" / "coding.toml")
MEDICARE = BOOK.style_for("US-MEDICARE-FACET")
UNKNOWN_PAYER = BOOK.style_for("")
DAY = date(2026, 11, 3)
L, R = (Side.LEFT,), (Side.RIGHT,)
BOTH = (Side.LEFT, Side.RIGHT)


def joints(*names: str, on: tuple[Side, ...] = BOTH) -> tuple[JointSide, ...]:
    return tuple(JointSide(name, side) for name in names for side in on)


def nerves(*names: str, on: tuple[Side, ...] = BOTH) -> tuple[NerveSide, ...]:
    return tuple(NerveSide(name, side) for name in names for side in on)


INJECTION = Work(Procedure.INJECTION, DAY, diagnostic=True, guidance=Guidance.FLUOROSCOPY)
ABLATION = replace(INJECTION, procedure=Procedure.ABLATION, diagnostic=None, thermal=True)


def coded(work: Work, style: PayerStyle = MEDICARE) -> Preview:
    return preview(work, BOOK, style)


def lines(work: Work, style: PayerStyle = MEDICARE) -> list[str]:
    return [f"{line.words} x{line.units}" for line in coded(work, style).lines]


@every_row(
    ("treated", "expected"),
    [
        (joints("L4-5", "L5-S1", on=R), ["64493-KX x1", "64494-KX x1"]),
        (joints("L4-5", "L5-S1"), ["64493-50-KX x1", "64494-50-KX x1"]),
        (joints("L3-4", "L4-5", "L5-S1", on=R), ["64493-KX x1", "64494-KX x1", "64495-KX x1"]),
        (joints("L2-3", "L3-4", "L4-5", "L5-S1", on=R), ["64493-KX x1", "64494-KX x1", "64495-KX x1"]),
        (joints("C2-3", on=L), ["64490-KX x1"]),
        (joints("C7-T1", on=L), ["64490-KX x1"]),
        (joints("T12-L1", on=L), ["64490-KX x1"]),
        (joints("T12-L1", "L1-2"), ["64490-50-KX x1", "64494-50-KX x1"]),
        (joints("T12-L1", "L1-2", "L2-3", on=L), ["64490-KX x1", "64494-KX x1", "64495-KX x1"]),
        (joints("L5-S1") + joints("L4-5", on=L), ["64493-50-KX x1", "64494-KX x1"]),
        (joints("C5-6", "L4-5", on=L), ["64490-KX x1", "64493-KX x1"]),
    ],
)
def test_diagnostic_blocks_for_medicare(treated: tuple[JointSide, ...], expected: list[str]) -> None:
    assert lines(replace(INJECTION, joints=treated)) == expected


def test_three_nerves_are_two_levels() -> None:
    found = coded(replace(INJECTION, nerves=nerves("L3 MB", "L4 MB", "L5 DR", on=R)))
    assert [line.code for line in found.lines] == ["64493", "64494"]
    assert found.level_count == 2
    assert "Joints are counted, not nerves: 3 nerves are 2 levels." in found.lines[0].reasons


def test_the_third_occipital_nerve_is_one_level() -> None:
    assert lines(replace(INJECTION, nerves=nerves("TON", on=L))) == ["64490-KX x1"]


def test_a_nerve_without_its_partner_gives_no_code_but_a_sentence() -> None:
    found = coded(replace(INJECTION, nerves=nerves("L4 MB", on=L)))
    assert found.lines == ()
    assert "L4-5 left needs L3 MB too: not counted as a level." in found.sentences


def test_a_joint_that_was_treated_as_such_needs_no_further_nerve() -> None:
    work = replace(INJECTION, joints=joints("L4-5", on=L), nerves=nerves("L4 MB", on=L))
    assert [each for each in coded(work).sentences if "not counted" in each] == [
        "L5-S1 left needs L5 DR too: not counted as a level."
    ]


def test_the_third_level_is_not_covered_by_medicare() -> None:
    found = coded(replace(INJECTION, joints=joints("L3-4", "L4-5", "L5-S1", on=R)))
    assert [line.covered for line in found.lines] == [None, None, False]
    assert "3 levels were treated; Medicare covers 2 in a session." in found.sentences


def test_two_levels_are_within_what_medicare_covers() -> None:
    found = coded(replace(INJECTION, joints=joints("L4-5", "L5-S1", on=R)))
    assert not any("covers" in sentence for sentence in found.sentences)


@every_row(
    ("style", "expected"),
    [
        (BothSides.ONE_LINE, ["64493-50 x1", "64494-50 x1"]),
        (BothSides.TWO_LINES, ["64493-50 x1", "64494-LT x1", "64494-RT x1"]),
        (BothSides.TWO_UNITS, ["64493-50 x1", "64494 x2"]),
        (None, ["64493-50 x1"]),
    ],
)
def test_add_ons_of_both_sides_follow_the_payer(style: BothSides | None, expected: list[str]) -> None:
    work = replace(INJECTION, joints=joints("L3-4", "L4-5"))
    assert lines(work, replace(UNKNOWN_PAYER, add_on=style)) == expected


def test_an_add_on_style_that_nobody_set_is_asked_for() -> None:
    found = coded(replace(INJECTION, joints=joints("L3-4", "L4-5")), UNKNOWN_PAYER)
    assert any(
        sentence.startswith("64494 for both sides of L4-5: payers differ") for sentence in found.sentences
    )


def test_two_lines_keep_their_own_sides() -> None:
    style = replace(UNKNOWN_PAYER, first=BothSides.TWO_LINES)
    found = coded(replace(INJECTION, joints=joints("L4-5")), style)
    assert [(line.words, line.joints) for line in found.lines] == [
        ("64493-LT", joints("L4-5", on=L)),
        ("64493-RT", joints("L4-5", on=R)),
    ]


def test_one_side_carries_its_modifier_where_the_payer_wants_it() -> None:
    work = replace(INJECTION, joints=joints("L4-5", on=L))
    assert lines(work, UNKNOWN_PAYER) == ["64493-LT x1"]
    assert "On a one-sided line some payers want LT or RT, others do not." in coded(work).sentences


@every_row(("diagnostic", "asked"), [(None, True), (False, False), (True, False)])
def test_kx_stands_only_on_a_block_known_to_be_diagnostic(diagnostic: bool | None, asked: bool) -> None:
    found = coded(replace(INJECTION, joints=joints("L4-5", on=L), diagnostic=diagnostic))
    assert ("KX" in found.lines[0].modifiers) is (diagnostic is True)
    assert any("not recorded whether the block was diagnostic" in s for s in found.sentences) is asked


def test_an_unknown_payer_gets_no_kx_and_the_coder_is_told() -> None:
    found = coded(replace(INJECTION, joints=joints("L4-5", on=L)), UNKNOWN_PAYER)
    assert "KX" not in found.lines[0].modifiers
    assert any("Whether the payer wants KX" in sentence for sentence in found.sentences)


@every_row(
    ("guidance", "codes", "sentence"),
    [
        (None, [], "The image guidance is not recorded"),
        (Guidance.NONE, [], "Without image guidance"),
        (Guidance.CT, ["64493", "64494"], "no line of their own"),
        (Guidance.ULTRASOUND, ["0216T", "0217T"], "no line of their own"),
    ],
)
def test_guidance_decides_the_codes(guidance: Guidance | None, codes: list[str], sentence: str) -> None:
    found = coded(replace(INJECTION, joints=joints("L4-5", "L5-S1", on=L), guidance=guidance))
    assert [line.code for line in found.lines] == codes
    assert any(sentence in each for each in found.sentences)


def test_ultrasound_is_not_covered_by_medicare() -> None:
    found = coded(replace(INJECTION, joints=joints("C4-5", on=L), guidance=Guidance.ULTRASOUND))
    assert [(line.code, line.covered) for line in found.lines] == [("0213T", False)]


@every_row(
    ("treated", "expected"),
    [
        (joints("L4-5", on=R), ["64635 x1"]),
        (joints("L4-5", "L5-S1", on=R), ["64635 x1", "64636 x1"]),
        (joints("L3-4", "L4-5", "L5-S1"), ["64635-50 x1", "64636-50 x2"]),
        (joints("C3-4", "C4-5", "C5-6", on=R), ["64633 x1", "64634 x2"]),
        (joints("L4-5") + joints("L3-4", "L5-S1", on=R), ["64635-50 x1", "64636 x2"]),
    ],
)
def test_ablation_counts_each_further_joint(treated: tuple[JointSide, ...], expected: list[str]) -> None:
    assert lines(replace(ABLATION, joints=treated)) == expected


SPREAD = joints("L3-4", on=L) + joints("L4-5", on=R) + joints("L5-S1")


@every_row(
    ("style", "expected"),
    [
        (MEDICARE, ["64635-50 x1", "64636 x2"]),
        (UNKNOWN_PAYER, ["64635-50 x1", "64636-LT x1", "64636-RT x1"]),
        (replace(UNKNOWN_PAYER, add_on=BothSides.TWO_LINES), ["64635-50 x1", "64636-LT x1", "64636-RT x1"]),
    ],
    ids=["no side on the line", "side on the line", "two lines"],
)
def test_further_joints_on_different_sides_are_no_two_lines_alike(
    style: PayerStyle, expected: list[str]
) -> None:
    assert lines(replace(ABLATION, joints=SPREAD), style) == expected


def test_a_line_for_several_joints_names_them_and_its_source_once() -> None:
    line = coded(replace(ABLATION, joints=SPREAD)).lines[1]
    assert line.joints == joints("L3-4", on=L) + joints("L4-5", on=R)
    assert [each.split(":")[0] for each in line.reasons] == ["L3-4", "L4-5", "Source"]


@every_row(
    ("work", "sentence"),
    [
        (replace(ABLATION, thermal=None), "not recorded whether the ablation is thermal"),
        (replace(ABLATION, thermal=False), "reported as unlisted, 64999"),
        (replace(ABLATION, guidance=Guidance.ULTRASOUND), "has no code here"),
        (replace(ABLATION, on=date(2011, 12, 31)), "in force since 01-Jan-2012"),
        (replace(INJECTION, on=date(2009, 12, 31)), "in force since 01-Jan-2010"),
    ],
)
def test_what_has_no_code_says_why(work: Work, sentence: str) -> None:
    found = coded(replace(work, joints=joints("L4-5", on=L)))
    assert found.lines == ()
    assert any(sentence in each for each in found.sentences)


def test_the_code_set_holds_from_its_first_day() -> None:
    work = replace(INJECTION, joints=joints("L4-5", on=L), on=date(2010, 1, 1))
    assert lines(work) == ["64493-KX x1"]


@every_row(("day", "asked"), [(date(2026, 12, 31), False), (date(2027, 1, 1), True)])
def test_a_later_year_asks_to_check_the_numbers(day: date, asked: bool) -> None:
    found = coded(replace(INJECTION, joints=joints("L4-5", on=L), on=day))
    assert any("A new code set starts each 1 January" in each for each in found.sentences) is asked


@every_row(
    "work",
    [
        replace(INJECTION, joints=joints("T11-12", "T12-L1", "L1-2", on=L)),
        replace(ABLATION, joints=joints("T12-L1", "L1-2", on=L)),
    ],
)
def test_a_junction_that_no_source_counts_gives_no_code(work: Work) -> None:
    found = coded(work)
    assert found.lines == ()
    assert any("ask your coder" in sentence for sentence in found.sentences)


def test_further_levels_with_other_sides_are_left_to_the_coder() -> None:
    treated = joints("L1-2", "L2-3") + joints("L3-4", on=L) + joints("L4-5", on=R)
    found = coded(replace(INJECTION, joints=treated))
    assert [line.code for line in found.lines] == ["64493", "64494"]
    assert any(sentence.startswith("64495 stands once") for sentence in found.sentences)


def test_different_joints_on_the_two_sides_are_two_levels() -> None:
    found = coded(replace(INJECTION, joints=joints("L4-5", on=L) + joints("L5-S1", on=R)), UNKNOWN_PAYER)
    assert [line.words for line in found.lines] == ["64493-LT", "64494-RT"]
    assert "Different joints on the two sides are different levels." in found.lines[0].reasons


def test_two_regions_in_one_session_are_said() -> None:
    found = coded(replace(INJECTION, joints=joints("C5-6", "L4-5", on=L)))
    assert any(sentence.startswith("Two spinal regions") for sentence in found.sentences)


def test_a_sixth_lumbar_vertebra_is_lumbar() -> None:
    work = replace(INJECTION, nerves=nerves("L4 MB", "L5 MB", "L6 DR", on=R), six_lumbar=True)
    assert lines(work) == ["64493-KX x1", "64494-KX x1"]


def notices(work: Work, style: PayerStyle) -> list[str]:
    found = coded(replace(work, joints=joints("L4-5", "L5-S1", on=L)), style)
    return [sentence for sentence in found.sentences if sentence.startswith("For ")]


UHC = BOOK.style_for("US-UHC-FACET")


@every_row(
    ("work", "style", "expected"),
    [
        (INJECTION, MEDICARE, "For 64493 and 64494, since 01-Jul-2023: In a hospital outpatient department"),
        (ABLATION, MEDICARE, "For 64635 and 64636, since 01-Jul-2023: In a hospital outpatient department"),
        (replace(INJECTION, on=date(2023, 6, 30)), MEDICARE, ""),
        (ABLATION, UHC, "For 64635, since 01-Jul-2026: UnitedHealthcare reviews the site of service."),
        (replace(ABLATION, on=date(2026, 6, 30)), UHC, ""),
        (INJECTION, UHC, ""),
        (ABLATION, UNKNOWN_PAYER, ""),
    ],
    ids=["block", "ablation", "before", "UHC", "UHC before", "UHC block", "no payer"],
)
def test_what_a_payer_wants_asked_before_is_said_with_its_source(
    work: Work, style: PayerStyle, expected: str
) -> None:
    found = notices(work, style)
    assert len(found) == bool(expected)
    source = "22-Nov-2026 (read in a secondary page"
    assert all(said.startswith(expected) and source in said for said in found)


def test_a_notice_names_a_rule_set_that_exists() -> None:
    known = {rule_set.id for rule_set in read_rule_sets(RESOURCES / "rules")}
    assert {notice.rule_set for notice in BOOK.notices} <= known


def test_every_line_has_reasons_with_a_source() -> None:
    found = coded(replace(INJECTION, joints=joints("L3-4", "L4-5", "L5-S1")))
    assert all(line.reasons and any("Source: " in each for each in line.reasons) for line in found.lines)


some_levels = st.frozensets(
    st.builds(JointSide, st.sampled_from(sorted(JOINTS)), st.sampled_from(list(Side))), max_size=8
)
works = st.sampled_from([INJECTION, ABLATION, replace(INJECTION, guidance=Guidance.ULTRASOUND)])
styles = st.builds(
    PayerStyle,
    name=st.just("Invented"),
    first=st.sampled_from(list(BothSides)),
    add_on=st.sampled_from([None, *BothSides]),
    side_on_one_side=st.booleans(),
    kx_when_diagnostic=st.sampled_from([None, True, False]),
    levels_covered=st.sampled_from([None, 1, 2, 3]),
)


@given(works, some_levels, styles)
def test_the_mirror_image_differs_only_in_sides(
    work: Work, treated: frozenset[JointSide], style: PayerStyle
) -> None:
    one = coded(replace(work, joints=tuple(treated)), style)
    other = coded(replace(work, joints=mirrored(treated)), style)
    swap = {"LT": "RT", "RT": "LT"}
    swapped = [
        (line.code, line.units, tuple(swap.get(m, m) for m in line.modifiers), line.covered)
        for line in one.lines
    ]
    expected = [(line.code, line.units, line.modifiers, line.covered) for line in other.lines]
    assert sorted(swapped, key=repr) == sorted(expected, key=repr)
    assert one.sentences == other.sentences


@given(works, st.permutations(sorted(JOINTS)).map(lambda names: names[:4]), styles)
def test_the_order_of_the_joints_does_not_matter(work: Work, names: list[str], style: PayerStyle) -> None:
    treated = joints(*names)
    one = coded(replace(work, joints=treated), style)
    assert one == coded(replace(work, joints=treated[::-1]), style)


@given(some_levels, styles)
def test_entering_nerves_gives_no_fewer_levels_than_entering_their_joints(
    treated: frozenset[JointSide], style: PayerStyle
) -> None:
    by_nerve = coded(replace(INJECTION, nerves=targets_of(treated)), style)
    assert set(treated) <= set(by_nerve.levels)


@given(works, some_levels, styles)
def test_no_add_on_stands_alone_and_no_code_is_for_an_untreated_joint(
    work: Work, treated: frozenset[JointSide], style: PayerStyle
) -> None:
    found = coded(replace(work, joints=tuple(treated)), style)
    codes = {line.code for line in found.lines}
    assert len({line.words for line in found.lines}) == len(found.lines)
    assert "64494" not in codes or codes & {"64493", "64490"}
    assert "64491" not in codes or "64490" in codes
    assert all(set(line.joints) <= treated for line in found.lines)
