"""What a consent names is held against the levels: another side is said, free words never are."""

from dataclasses import replace

from mbb_desktop.clinical.block import Consent, ConsentKind
from mbb_desktop.clinical.consent_words import against_consent
from tests.every_row import every_row

from .test_charting import charted

BESIDE = "The consent names {0}, which is not in the levels. Check both."
WITHOUT = "The consent does not name {0}, which is in the levels. Check both."


def said(levels: str, about: str) -> str:
    return against_consent(replace(charted(levels), consent=Consent(ConsentKind.WRITTEN, about=about)))


@every_row(
    "levels, about, sentence",
    [
        ("45 51 r", "left L4-5 and L5-S1 medial branch block", BESIDE.format("L4-5 left")),
        ("45 r", "Left lumbar medial branch block", BESIDE.format("left")),
        ("45 r", "bilateral blocks", BESIDE.format("both sides")),
        ("45 r", "45 l", BESIDE.format("L4-5 left")),
        ("45 r", "L3-4 right", BESIDE.format("L3-4 right")),
        ("45 b", "left L4-5", WITHOUT.format("right")),
        ("45 51 l", "L4-5 left", WITHOUT.format("L5-S1")),
        ("45 51 l", "45 l", WITHOUT.format("L5-S1")),
        ("45 51 b", "the block of both sides at L4-S1", ""),
        ("45 51 r", "45 51 r", ""),
        ("45 51 r", "medial branch blocks L3, L4 and L5, right", ""),
        ("45 51 r", "L4-5 and 5-1 right", ""),
        ("45 b", "left and right L4-5", ""),
        (
            "45 r",
            "R/B/A discussed, both she and her son agreed; no questions left, right to refuse known",
            "",
        ),
        ("45 r", "medial branch block, risks of bleeding 1-2 in 1000, signed 11/24", ""),
        ("45 r", "", ""),
    ],
)
def test_the_words_of_a_consent_are_held_against_the_levels(levels: str, about: str, sentence: str) -> None:
    assert said(levels, about) == sentence
