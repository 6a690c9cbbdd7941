"""Worked examples as a clinician writes them: which block, course and joint becomes which record."""

from datetime import date
from decimal import Decimal

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.data_file import DataFileError, parse_table
from mbb_desktop.clinical.rule_examples import Example, Expected, Written, read_examples
from tests.clinical.invented import AGENTS, RIGHT
from tests.every_row import every_row

USUAL = """
[example_course]
usual_score = 7
limits = "stairs"
[example_block]
images = 4
"""
CASE = """
[[example]]
title = "one block"
today = 2026-11-25
requested = ["L4-5 right", "L5-S1 right"]
[example.but]
usual_score = 3
[[example.block]]
on = 2026-11-03
joints = ["L4-5 right"]
scores = "1 1 1 1 5 7 8 8 8 8 8 8"
baseline = 8
[[example.block]]
on = 2026-12-03
state = "planned"
joints = ["L4-5 right"]
[[example.other]]
on = 2026-10-03
joints = ["C4-5 left"]
[[example.other_course]]
usual_score = 9
[example.expect]
A = "met with caution"
B = "not yet"
"""


def examples(text: str, *rules: str) -> tuple[Example, ...]:
    return read_examples(parse_table("own.toml", text), set(rules))


def written(text: str = USUAL + CASE) -> Written:
    return examples(text, "A", "B")[0].written


def test_an_example_is_read_whole() -> None:
    (example,) = examples(USUAL + CASE, "A", "B", "C")
    assert example.title == "one block"
    assert dict(example.expect) == {"A": Expected(Verdict.MET, True), "B": Expected(Verdict.NOT_YET)}
    case = example.case(AGENTS)
    assert (case.today, case.requested, case.agents) == (date(2026, 11, 25), RIGHT, AGENTS)
    assert (case.blocks, case.others) == (example.written.blocks, example.written.others)
    assert case.other_courses == example.written.other_courses


def test_the_course_is_the_usual_one_but_for_some_facts() -> None:
    assert (written().course.usual_score, written().course.limits) == (Decimal(3), "stairs")
    own = CASE.replace("[example.but]", "[example.course]")
    assert (written(USUAL + own).course.usual_score, written(USUAL + own).course.limits) == (Decimal(3), "")


def test_a_plan_and_a_block_of_another_complaint_stand_beside_the_blocks() -> None:
    found = written()
    ((block, response),) = found.blocks
    assert response is not None
    assert response.baseline(response.rated[0]) == Decimal(8)
    assert (block.performed_on, block.course_id) == (date(2026, 11, 3), found.course.id)
    assert block.fluoroscopy.images_saved == 4
    plan, other = found.others
    assert (plan.state, plan.course_id) == (BlockState.PLANNED, found.course.id)
    assert (other.joints, other.performed_on) == ((JointSide("C4-5", Side.LEFT),), date(2026, 10, 3))
    assert other.id not in {block.id, plan.id}
    (course,) = found.other_courses
    assert course.usual_score == 9
    assert other.course_id == course.id != found.course.id


def test_what_is_not_written_is_not_asked() -> None:
    bare = written(USUAL + CASE.replace('requested = ["L4-5 right", "L5-S1 right"]\n', ""))
    assert bare.requested == ()


@every_row(
    ("old", "new", "sentence"),
    [
        (
            USUAL,
            "",
            "own.toml, line 2, example 1: 'course' is missing, and the file has no [example_course].",
        ),
        (
            '"not yet"',
            '"soon"',
            "own.toml, line 30, example 1, expect: 'soon' is no verdict. Known are: "
            "met, met with caution, not met, missing, not yet, does not apply.",
        ),
        (
            "on = 2026-10-03",
            "on = 2026-12-24",
            "own.toml, line 24, example 1, other 1: 'on' lies after 'today', 2026-11-25.",
        ),
    ],
    ids=["no course", "no verdict", "a block elsewhere tomorrow"],
)
def test_a_refusal_names_the_place_and_what_is_wrong(old: str, new: str, sentence: str) -> None:
    with pytest.raises(DataFileError) as refused:
        written((USUAL + CASE).replace(old, new))
    assert str(refused.value) == f"{sentence} Correct the file, or put the delivered one back."
