"""What the coding preview says beside its lines: whole sentences, and which joints each line stands for."""

from dataclasses import replace
from datetime import date

from mbb_desktop.clinical.block import Guidance
from mbb_desktop.clinical.code_book import PayerStyle
from mbb_desktop.clinical.coding import Work, say_levels
from tests.clinical.test_coding import (
    ABLATION,
    INJECTION,
    MEDICARE,
    UNKNOWN_PAYER,
    L,
    R,
    coded,
    joints,
    nerves,
)
from tests.every_row import every_row

FACET = (
    "Source: contractor articles A57787 and A58350 as quoted; levels and add-ons "
    "(read in a secondary page, or in part)."
)
HEAT = (
    "Source: a secondary summary of 2026; one further code for each further joint "
    "(read in a secondary page, or in part)."
)
SOUND = (
    "Source: a secondary summary names 0213T to 0218T; the order within them was not read "
    "(common teaching, to be confirmed)."
)
KX = "KX: a diagnostic block for Medicare."
BOTH_SIDES = "Both sides of one joint are one level."
ON_APPEAL = "Medicare covers 2 levels in a session; a further one only on appeal."
INCLUDED = "Image guidance and contrast are part of these codes: no line of their own."
LT_OR_RT = "On a one-sided line some payers want LT or RT, others do not."


@every_row(
    ("work", "style", "reasons"),
    [
        (
            replace(INJECTION, joints=joints("L3-4", "L4-5", "L5-S1")),
            MEDICARE,
            [
                ("L3-4: first level of the lumbar and sacral region.", BOTH_SIDES, KX, FACET),
                ("L4-5: second level, an add-on code that cannot stand alone.", BOTH_SIDES, KX, FACET),
                (
                    "L5-S1: third or further level, once a day whatever their number.",
                    *(BOTH_SIDES, ON_APPEAL, KX, FACET),
                ),
            ],
        ),
        (
            replace(ABLATION, joints=joints("C3-4", "C4-5", "C5-6", on=L)),
            MEDICARE,
            [
                ("C3-4: first level of the cervical and thoracic region.", HEAT),
                ("C4-5 and C5-6: each further joint, an add-on code that cannot stand alone.", HEAT),
            ],
        ),
        (
            replace(INJECTION, joints=joints("C5-6", on=L), guidance=Guidance.ULTRASOUND, diagnostic=None),
            MEDICARE,
            [
                (
                    "C5-6: first level of the cervical and thoracic region.",
                    *("Medicare does not cover ultrasound guidance.", SOUND),
                )
            ],
        ),
        (
            replace(INJECTION, nerves=nerves("L3 MB", "L4 MB", on=L)),
            UNKNOWN_PAYER,
            [
                (
                    "Joints are counted, not nerves: 2 nerves are 1 level.",
                    *("L4-5: first level of the lumbar and sacral region.", FACET),
                )
            ],
        ),
        (
            replace(INJECTION, nerves=nerves("TON", on=L)),
            UNKNOWN_PAYER,
            [("C2-3: first level of the cervical and thoracic region.", FACET)],
        ),
        (
            replace(INJECTION, joints=joints("T12-L1", "L1-2", on=L)),
            UNKNOWN_PAYER,
            [
                (
                    "T12-L1 with L1-2 is one lumbar session: the thoracic first code, then lumbar add-ons.",
                    *("T12-L1: first level of the lumbar and sacral region.", FACET),
                ),
                ("L1-2: second level, an add-on code that cannot stand alone.", FACET),
            ],
        ),
        (
            replace(INJECTION, joints=joints("L4-5", on=L) + joints("L5-S1", on=R), diagnostic=False),
            MEDICARE,
            [
                (
                    "Different joints on the two sides are different levels.",
                    *("L4-5: first level of the lumbar and sacral region.", FACET),
                ),
                ("L5-S1: second level, an add-on code that cannot stand alone.", FACET),
            ],
        ),
    ],
)
def test_each_line_says_why(work: Work, style: PayerStyle, reasons: list[tuple[str, ...]]) -> None:
    assert [line.reasons for line in coded(work, style).lines] == reasons


@every_row(
    ("work", "style", "sentences"),
    [
        (replace(INJECTION, joints=joints("L4-5")), MEDICARE, (INCLUDED,)),
        (replace(INJECTION, joints=joints("L4-5", on=L)), MEDICARE, (INCLUDED, LT_OR_RT)),
        (
            replace(INJECTION, joints=joints("L4-5", "L5-S1", on=L)),
            UNKNOWN_PAYER,
            (
                INCLUDED,
                "Whether the payer wants KX and how many levels it covers is not known here: ask your coder.",
            ),
        ),
        (
            replace(INJECTION, joints=joints("L3-4", "L4-5", "L5-S1")),
            MEDICARE,
            (INCLUDED, "3 levels were treated; Medicare covers 2 in a session."),
        ),
        (
            replace(INJECTION, joints=joints("L1-2", "L2-3") + joints("L3-4", on=L) + joints("L4-5", on=R)),
            MEDICARE,
            (
                "64495 stands once for all further levels, but their sides differ: ask your coder. "
                "No line for L3-4 and L4-5.",
                *(INCLUDED, LT_OR_RT, "4 levels were treated; Medicare covers 2 in a session."),
            ),
        ),
        (
            replace(INJECTION, joints=joints("L4-5"), on=date(2027, 1, 1), diagnostic=None),
            MEDICARE,
            (
                INCLUDED,
                "It is not recorded whether the block was diagnostic: "
                "if it was, Medicare wants KX on every line.",
                "The code numbers were read on 22-Nov-2026. A new code set starts each 1 January: "
                "check them for 01-Jan-2027.",
            ),
        ),
        (
            replace(INJECTION, joints=joints("L4-5"), on=date(2009, 12, 31)),
            MEDICARE,
            ("64493, 64494 and 64495 are in force since 01-Jan-2010: no code for 31-Dec-2009.",),
        ),
        (
            replace(INJECTION, joints=joints("T12-L1", "L1-2", "T11-12", "T10-11")),
            MEDICARE,
            (
                "T12-L1 with L1-2 counts as lumbar. How T10-11 and T11-12 is then counted was not found: "
                "ask your coder. No code.",
            ),
        ),
        (
            replace(
                INJECTION, nerves=nerves("L5 MB", on=R) + nerves("L4 MB", "L5 DR", on=L), six_lumbar=True
            ),
            MEDICARE,
            (
                "L5 DR is no nerve of a facet joint and adds no level.",
                "L4-5 left needs L3 MB too: not counted as a level.",
                "L5-6 left needs L5 MB too: not counted as a level.",
                "L5-6 right needs L4 MB too: not counted as a level.",
                "L6-S1 right needs L6 DR too: not counted as a level.",
                "No facet joint was fully treated: no code.",
            ),
        ),
        (
            replace(INJECTION, joints=joints("L4-5", on=L), nerves=nerves("L4 MB")),
            UNKNOWN_PAYER,
            (
                "L5-S1 left needs L5 DR too: not counted as a level.",
                "L4-5 right needs L3 MB too: not counted as a level.",
                "L5-S1 right needs L5 DR too: not counted as a level.",
                INCLUDED,
                "Whether the payer wants KX and how many levels it covers is not known here: ask your coder.",
            ),
        ),
    ],
)
def test_what_a_coder_must_know_is_said_in_order(
    work: Work, style: PayerStyle, sentences: tuple[str, ...]
) -> None:
    said = coded(work, style).sentences
    assert tuple(each for each in said if "prior authorization" not in each) == sentences


@every_row(
    ("work", "expected"),
    [
        (
            replace(INJECTION, joints=joints("T12-L1", on=L) + joints("L1-2") + joints("L2-3", on=L)),
            [("64490", "T12-L1"), ("64494", "L1-2"), ("64495", "L2-3")],
        ),
        (
            replace(INJECTION, joints=joints("T12-L1", on=L) + joints("T11-12")),
            [("64490", "T11-12"), ("64491", "T12-L1")],
        ),
        (
            replace(INJECTION, joints=joints("L2-3", on=L) + joints("L3-4") + joints("L1-2", on=R)),
            [("64493", "L3-4"), ("64494", "L1-2"), ("64495", "L2-3")],
        ),
        (
            replace(INJECTION, joints=joints("T12-L1") + joints("L1-2", on=L) + joints("L2-3")),
            [("64490", "T12-L1"), ("64494", "L2-3"), ("64495", "L1-2")],
        ),
        (
            replace(ABLATION, joints=joints("L5-S1") + joints("L3-4", "L4-5", on=L)),
            [("64635", "L5-S1"), ("64636", "L3-4 L4-5")],
        ),
    ],
)
def test_levels_of_both_sides_come_first_then_from_head_to_foot(
    work: Work, expected: list[tuple[str, str]]
) -> None:
    found = [
        (line.code, " ".join(dict.fromkeys(each.joint for each in line.joints))) for line in coded(work).lines
    ]
    assert found == expected


@every_row(("count", "words"), [(0, "0 levels"), (1, "1 level"), (2, "2 levels")])
def test_levels_are_counted_in_words(count: int, words: str) -> None:
    assert say_levels(count) == words
