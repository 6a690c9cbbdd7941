"""Every paper with left and right exchanged differs only where a side is said."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side, targets_of
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.coded_block import preview_of_request
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.pairs import compare
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.rules import judge
from mbb_desktop.clinical.verdict import Assessed, assess
from mbb_desktop.documents.authorization_facts import AuthorizationFacts
from mbb_desktop.documents.issue import Signature
from mbb_desktop.documents.letter_facts import LetterBlock, LetterFacts
from mbb_desktop.documents.make import Facts, make
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.response_facts import ResponseFacts
from tests.documents.example_changes import CHANGED
from tests.documents.example_courses import (
    EIGHTY,
    FIRST_BLOCK,
    FIRST_RESPONSE,
    LETTER,
    NEXT_DAY,
    RESPONSE,
    RULES,
    SIGNED_BLOCK,
)
from tests.documents.example_courses import FACTS as REPLY
from tests.documents.example_requests import AGAIN, BOOK, REVIEWERS
from tests.documents.examples import AGENTS, SIGNATURE, target
from tests.documents.mirror import mirrored, sided, words_mirrored, words_of
from tests.documents.reading import text_of
from tests.documents.test_papers import ADDENDUM, CORRECTION, ERROR, WRONG
from tests.documents.test_procedure_note import EVERY as NOTES

PLACES = (JointSide("L4-5", Side.LEFT), JointSide("L5-S1", Side.LEFT), JointSide("L5-S1", Side.RIGHT))
TARGETS = tuple(
    target(each.nerve, each.side, "0.5" if each.side is Side.LEFT else "0.4") for each in targets_of(PLACES)
)
FIRST, SECOND = (
    replace(block, joints=PLACES, planned_joints=PLACES, targets=TARGETS)
    for block in (FIRST_BLOCK, SIGNED_BLOCK)
)
Turn = Callable[[object], object]


def assessed(block: Block, response: Response, *, other_way: bool) -> Assessed:
    if other_way:
        block, response = mirrored(block), mirrored(response)
    return assess(block, response, EIGHTY, AGENTS)


def response(*, other_way: bool) -> ResponseFacts:
    first = assessed(FIRST, FIRST_RESPONSE, other_way=other_way)
    second = assessed(SECOND, RESPONSE, other_way=other_way)
    facts = mirrored(REPLY) if other_way else REPLY
    assert second.response is not None
    return replace(facts, response=second.response, assessed=second, compared=compare(first, second))


def letter(*, other_way: bool) -> LetterFacts:
    first = assessed(FIRST, FIRST_RESPONSE, other_way=other_way)
    second = assessed(SECOND, RESPONSE, other_way=other_way)
    course = mirrored(AGAIN.letter.course) if other_way else AGAIN.letter.course
    requested = mirrored(PLACES) if other_way else PLACES
    pairs = tuple((each.block, each.response) for each in (first, second))
    case = Case(LETTER.patient, course, pairs, NEXT_DAY, AGENTS, requested)
    return replace(
        AGAIN.letter,
        course=course,
        blocks=(LetterBlock(first, 1), LetterBlock(second, 2)),
        requested=requested,
        judgement=judge(RULES, case),
        compared=compare(first, second),
    )


def request(*, other_way: bool) -> AuthorizationFacts:
    own = letter(other_way=other_way)
    codes = preview_of_request(own.requested, own.on, BOOK, BOOK.style_of(REVIEWERS), own.course)
    return AuthorizationFacts(own, codes, (RULES, RULES))


def note(facts: NoteFacts) -> Callable[..., NoteFacts]:
    return lambda *, other_way: mirrored(facts) if other_way else facts


PARTLY = replace(ERROR, wrong=replace(WRONG, joints=PLACES[:2]))
TOLD = replace(CORRECTION, error=PARTLY, correspondent=REVIEWERS)  # whose initials are no sides
SIDED = replace(ADDENDUM, text="The left L4 medial branch got 0.4 mL.", about="left side")
EVERY: dict[str, tuple[PaperKind, Callable[..., Facts]]] = {
    **{f"note, {name}": (PaperKind.PROCEDURE_NOTE, note(facts)) for name, facts in (NOTES | CHANGED).items()},
    "response": (PaperKind.RESPONSE, response),
    "letter": (PaperKind.RFA_LETTER, letter),
    "authorization": (PaperKind.AUTHORIZATION, request),
    "addendum": (PaperKind.ADDENDUM, lambda *, other_way: mirrored(SIDED) if other_way else SIDED),
    "error": (PaperKind.ERROR_NOTICE, lambda *, other_way: mirrored(PARTLY) if other_way else PARTLY),
    "correction": (PaperKind.CORRECTION_NOTICE, lambda *, other_way: mirrored(TOLD) if other_way else TOLD),
}


@cache
def printed(name: str, *, other_way: bool) -> str:
    kind, facts = EVERY[name]
    signed: Signature = SIGNATURE
    return text_of(make(kind, facts(other_way=other_way), signature=signed).pdf)


@pytest.mark.parametrize("name", EVERY)
def test_the_same_words_stand_there_with_the_sides_exchanged(name: str) -> None:
    straight, other = printed(name, other_way=False), printed(name, other_way=True)
    assert words_of(other) == words_mirrored(straight)


@pytest.mark.parametrize("name", EVERY)
def test_every_level_score_and_volume_changes_sides_with_its_side(name: str) -> None:
    straight, other = printed(name, other_way=False), printed(name, other_way=True)
    assert sided(other, exchanged=False) == sided(straight, exchanged=True)


@pytest.mark.parametrize("name", ["note, unequal", "response", "letter", "authorization", "error"])
def test_unequal_sides_print_another_text(name: str) -> None:
    assert words_of(printed(name, other_way=False)) != words_of(printed(name, other_way=True))
