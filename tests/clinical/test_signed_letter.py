"""What a letter's signature covers is read back as it was signed, and nothing else is taken for it."""

from uuid import UUID

import pytest

from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.criteria import Evidence, Verdict
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.clinical.rules import Finding, Judgement
from mbb_desktop.clinical.signed_letter import read_signed_letter
from tests.clinical.invented import DAY
from tests.every_row import every_row

BLOCK, REPLY, COURSE = UUID(int=1), UUID(int=2), UUID(int=3)
TO = Correspondent(UUID(int=9), CorrespondentKind.PAYER, "Invented Health", fax="(555) 010-0177")
SHOWN = (Evidence("a", BLOCK), Evidence("b", REPLY), Evidence("c", BLOCK))
JUDGED = Judgement(
    "US-MEDICARE-FACET",
    "2026-05",
    "00",
    DAY,
    (
        Finding("ASM-1", "Same scale", Verdict.MET, SHOWN, (), ""),
        Finding("RF-2", "Repeat", Verdict.UNKNOWN, (Evidence("nothing"),), ("the ablation",), ""),
    ),
)
CONTENT = {
    "judgement": JUDGED,
    "order": {"recipient": TO},
    "blocks": [
        {"block": {"id": BLOCK}, "response": {"id": REPLY}, "note": "PN-1", "signed response": "DR-1"},
        {"block": {"id": COURSE}, "response": None, "note": "PN-2", "signed response": ""},
    ],
}


def test_a_letter_gives_back_its_blocks_criteria_and_receiver() -> None:
    letter = read_signed_letter(canonical(CONTENT))
    assert letter.recipient == TO
    assert letter.rule_set == "US-MEDICARE-FACET 2026-05"
    assert [(each.records, each.note, each.response) for each in letter.blocks] == [
        ((BLOCK, REPLY), "PN-1", "DR-1"),
        ((COURSE,), "PN-2", ""),
    ]
    assert [(each.rule, each.asks, each.verdict, each.records) for each in letter.criteria] == [
        ("ASM-1", "Same scale", Verdict.MET, (BLOCK, REPLY)),
        ("RF-2", "Repeat", Verdict.UNKNOWN, ()),
    ]


def test_a_letter_without_a_receiver_has_none() -> None:
    assert read_signed_letter(canonical(CONTENT | {"order": {"recipient": None}})).recipient is None


@every_row(
    ("odd", "problem"),
    [
        ([], "^This is no record.$"),
        ({"judgement": 1}, "^This is no record.$"),
        ({**CONTENT, "blocks": {}}, "^This is no list.$"),
        ({**CONTENT, "order": "x"}, "^This is no record.$"),
        ({**CONTENT, "order": {"recipient": {"name": 7}}}, "^This is no text.$"),
    ],
    ids=["a list", "a number", "no list of blocks", "an order of text", "a name of digits"],
)
def test_anything_else_is_refused(odd: object, problem: str) -> None:
    with pytest.raises(TypeError, match=problem):
        read_signed_letter(canonical(odd))


def test_a_letter_that_lacks_a_part_is_refused() -> None:
    with pytest.raises(KeyError, match="order"):
        read_signed_letter(canonical({key: part for key, part in CONTENT.items() if key != "order"}))
