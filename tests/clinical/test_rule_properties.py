"""What holds for every rule of every set: sides mirror, and less knowledge never makes a rule met."""

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from mbb_desktop.clinical.anatomy import Side, mirrored
from mbb_desktop.clinical.block import Block, Fluoroscopy
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.clinical.criteria import Case, Verdict
from mbb_desktop.clinical.response import Response, Series
from mbb_desktop.clinical.rules import Judgement, judge, read_rule_sets
from tests.clinical.invented import AGENTS, RESOURCES

SETS = read_rule_sets(RESOURCES / "rules")
CASES = [(each, example.case(AGENTS)) for each in SETS for example in each.examples]
_OTHER = {Series.LEFT: Series.RIGHT, Series.RIGHT: Series.LEFT, Series.OVERALL: Series.OVERALL}


def _treatments(done: tuple[Treatment, ...]) -> tuple[Treatment, ...]:
    return tuple(
        replace(each, sides=tuple(side for side in Side if side.other in each.sides)) for each in done
    )


def mirror(case: Case) -> Case:
    blocks = tuple((_block(block), _response(response)) for block, response in case.blocks)
    ablations, therapies = map(_treatments, (case.course.ablations, case.course.therapies))
    return replace(
        case,
        course=replace(case.course, ablations=ablations, therapies=therapies),
        blocks=blocks,
        others=tuple(map(_block, case.others)),
        requested=mirrored(case.requested),
    )


def _block(block: Block) -> Block:
    targets = tuple(replace(each, side=each.side.other) for each in block.targets)
    joints, planned = mirrored(block.joints), mirrored(block.planned_joints)
    return replace(block, targets=targets, joints=joints, planned_joints=planned)


def _response(response: Response | None) -> Response | None:
    if response is None:
        return None
    readings = tuple(replace(each, series=_OTHER[each.series]) for each in response.readings)
    stated = tuple(replace(each, series=_OTHER[each.series]) for each in response.stated)
    return replace(response, readings=readings, stated=stated)


def said(judgement: Judgement, swap: Mapping[str, str]) -> list[tuple[str, Verdict, list[str], int]]:
    """Rule, verdict, words and number of missing facts; the order of sides in a sentence does not matter."""
    found = []
    for each in judgement.findings:
        text = " ".join([each.said, *each.missing, each.caution]).replace(",", "").replace(".", "")
        words = sorted(swap.get(word.strip(";:"), word.strip(";:")) for word in text.split())
        found.append((each.rule_id, each.verdict, words, len(each.missing)))
    return found


@cache
def judged(at: int) -> Judgement:
    """The judgement of an example as it is written, worked out once."""
    return judge(*CASES[at])


@settings(max_examples=4 * settings().max_examples)
@given(st.integers(0, len(CASES) - 1))
def test_mirroring_left_and_right_mirrors_what_is_said(at: int) -> None:
    rule_set, case = CASES[at]
    there = said(judge(rule_set, mirror(case)), {"left": "right", "right": "left"})
    assert there == said(judged(at), {})


UNKNOWN_COURSE: Mapping[str, object] = {
    each.name: each.default
    for each in fields(Course)
    if each.name not in {"id", "patient_id", "region", "opened_on", "version", "no_rfa_because", "fused"}
}
"""Course facts with what they are while nobody recorded them."""

UNKNOWN_BLOCK: Mapping[str, object] = {
    "purpose": None,
    "drugs": (),
    "sedation": None,
    "fluoroscopy": Fluoroscopy(),
    "other_injection": None,
    "no_steroid": False,
    "needle_out": None,
    "physician_id": None,
}


def forget(case: Case, course: set[str], block: set[str], response: bool) -> Case:
    """The same case with less known."""
    known = replace(case.course, **{name: UNKNOWN_COURSE[name] for name in course})  # type: ignore[arg-type]
    blocks = tuple(
        (replace(each, **{n: UNKNOWN_BLOCK[n] for n in block}), None if response else answer)  # type: ignore[arg-type]
        for each, answer in case.blocks
    )
    return replace(case, course=known, blocks=blocks)


@given(
    st.integers(0, len(CASES) - 1),
    st.sets(st.sampled_from(sorted(UNKNOWN_COURSE)), max_size=4),
    st.sets(st.sampled_from(sorted(UNKNOWN_BLOCK)), max_size=3),
    st.booleans(),
)
def test_knowing_less_never_turns_not_met_into_met(
    at: int, course: set[str], block: set[str], response: bool
) -> None:
    rule_set, case = CASES[at]
    before = judged(at)
    after = judge(rule_set, forget(case, course, block, response))
    risen = [
        rule.id
        for rule in rule_set.rules
        if before.finding(rule.id).verdict is Verdict.NOT_MET
        and after.finding(rule.id).verdict is Verdict.MET
    ]
    assert risen == []
