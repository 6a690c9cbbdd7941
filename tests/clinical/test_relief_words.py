"""Relief in words."""

from decimal import Decimal

from mbb_desktop.clinical.drugs import Window
from mbb_desktop.clinical.measures import Measures, Threshold, measure
from mbb_desktop.clinical.relief_words import (
    say_best,
    say_calculated,
    say_coverage,
    say_lasted,
    say_run,
    say_stated,
)
from mbb_desktop.clinical.response import Series
from tests.clinical.invented import AGENTS, DAY, EIGHTY, a_response, needle_out
from tests.every_row import every_row

LIDOCAINE, BUPIVACAINE = AGENTS["lidocaine"].window, AGENTS["bupivacaine"].window


def measured(
    words: str, window: Window | None = LIDOCAINE, *, before: str | None = "8", stated: str | None = None
) -> Measures:
    response = a_response(before, words, stated=stated)
    return measure(response, Series.OVERALL, needle_out(DAY), EIGHTY, window)


@every_row(
    ("words", "said"),
    [
        ("1 1 1 1 1 1 1 1 5 8 8 8", "80 % or more from 15 min to 6 h after the block"),
        ("8 1 8 8 8 8 8 8 8 8 8 8", "80 % or more at 30 min after the block"),
        ("1 1 1 1 1 - - - - - - -", "80 % or more from 15 min to at least 3 h after the block"),
        ("1 - - - - - - - - - - -", "80 % or more at 15 min, with no later score, after the block"),
        (
            "1 1 4 1 8 8 8 8 8 8 8 8",
            "80 % or more from 15 min to 2 h after the block, with a dip at 1 h (score 4)",
        ),
        (
            "1 1 1 1 - 8 8 8 8 8 8 8",
            "80 % or more from 15 min to 2 h after the block; it ended between 2 h and 4 h",
        ),
        ("8 8 8 8 8 8 8 8 8 8 8 8", "80 % or more at no time after the block"),
        ("8 8 8 8 8 8 8 8 1 1 1 1", "80 % or more only after the agent's window, first at 7 h"),
        ("- - - - - - - - - - - -", "no score after the block"),
    ],
)
def test_the_run_in_words(words: str, said: str) -> None:
    assert say_run(measured(words)) == said


def test_the_threshold_of_the_rule_is_named() -> None:
    response = a_response("8", "1 1 1 1 5 8 8 8 8 8 8 8")
    over = Threshold(Decimal(50), over=True)
    found = measure(response, Series.OVERALL, needle_out(DAY), over, LIDOCAINE)
    assert say_run(found).startswith("more than 50 % from 15 min to 2 h")


@every_row(
    ("words", "window", "said"),
    [
        ("1 1 1 1 8 8 8 8 8 8 8 8", LIDOCAINE, "relief within the window of 1 to 4 h"),
        ("1 1 8 8 8 8 8 8 8 8 8 8", LIDOCAINE, "relief shorter than the window of 1 to 4 h"),
        ("1 1 1 1 1 1 1 8 8 8 8 8", LIDOCAINE, "relief longer than the window of 1 to 4 h"),
        ("1 1 1 1 - 8 8 8 8 8 8 8", BUPIVACAINE, "duration between 2 and 4 h: not decidable"),
        ("1 1 - 8 8 8 8 8 8 8 8 8", LIDOCAINE, "duration between 30 min and 2 h: not decidable"),
        ("1 1 1 1 - - - - - - - -", BUPIVACAINE, "duration at least 2 h: not decidable"),
        ("8 8 8 8 8 8 8 8 8 8 8 8", LIDOCAINE, "duration not known"),
    ],
)
def test_the_duration_in_words(words: str, window: Window, said: str) -> None:
    assert say_lasted(measured(words, window)) == said


@every_row(
    ("before", "words", "said"),
    [
        ("8", "1 2 5 8 8 8 8 8 8 8 8 8", "8 to 1 (87 %)"),
        ("7", "1 1 1 1 8 8 8 8 8 8 8 8", "7 to 1 (85 %)"),
        ("4", "6 6 6 6 6 6 6 6 6 6 6 6", "4 to 6 (-50 %)"),
        (None, "1 1 1 1 1 1 1 1 1 1 1 1", "no score before the block"),
        ("8", "- - - - - - - - - - - 1", "8 before, no score in the window"),
        ("0", "0 0 0 0 0 0 0 0 0 0 0 0", "0 before, no score in the window"),
    ],
)
def test_the_best_relief_in_words(before: str | None, words: str, said: str) -> None:
    assert say_best(measured(words, before=before)) == said


def test_both_percentages_in_words() -> None:
    found = measured("1 1 1 1 8 8 8 8 8 8 8 8", stated="90")
    assert (say_calculated(found), say_stated(found)) == ("87 %", "90 %")
    empty = measured("- - - - - - - - - - - -")
    assert (say_calculated(empty), say_stated(empty)) == ("not calculable", "not asked")


@every_row(
    ("words", "window", "said"),
    [
        (
            "1 1 1 1 1 1 1 1 5 8 8 8",
            BUPIVACAINE,
            "6 of 6 readings in the window, first reading after relief ended (7 h) present",
        ),
        (
            "1 1 1 1 - 8 8 8 8 8 8 8",
            LIDOCAINE,
            "3 of 4 readings in the window, first reading after relief ended (3 h) missing",
        ),
        ("8 8 8 8 8 8 8 8 8 8 8 8", LIDOCAINE, "4 of 4 readings in the window"),
        ("1 1 8 8 - - - - - - - -", None, "4 readings, no window to compare with"),
    ],
)
def test_coverage_in_words(words: str, window: Window | None, said: str) -> None:
    assert say_coverage(measured(words, window)) == said
