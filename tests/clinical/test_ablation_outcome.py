"""What came of an ablation: relief from scores, whether it lasted, and when the next outcome is asked."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from mbb_desktop.clinical.ablation_outcome import (
    best_relief,
    calculated,
    next_outcome,
    outcome_due,
    say_outcomes,
    with_outcome,
)
from mbb_desktop.clinical.course import Outcome, Treatment
from mbb_desktop.clinical.relief_held import Held
from tests.every_row import every_row

DONE = Treatment(date(2026, 1, 12), ("L4-5",), score_before=Decimal(8))
SIX_MONTHS = Held(Decimal(50), months=6)


def said(score: int | None = None, stated: int | None = None, on: date = date(2026, 7, 14)) -> Outcome:
    return Outcome(on, None if score is None else Decimal(score), None if stated is None else Decimal(stated))


def test_relief_is_calculated_from_the_scores_and_not_from_what_is_stated() -> None:
    done = with_outcome(DONE, 6, said(2, 95))
    assert calculated(done, done.at_6_months) == 75
    assert best_relief(done) == 75
    assert [*say_outcomes(done)] == [
        "asked on 14-Jul-2026 after 6 months, 75 % relief (NRS 8 to 2), 95 % relief stated"
    ]


def test_without_a_score_before_the_stated_relief_counts() -> None:
    done = with_outcome(replace(DONE, score_before=None), 6, said(2, 60))
    assert best_relief(done) == 60
    assert best_relief(with_outcome(replace(DONE, score_before=None), 6, said(2))) is None


def test_relief_that_was_told_is_not_overruled() -> None:
    assert best_relief(with_outcome(replace(DONE, relief=Decimal(40)), 3, said(0))) == 40


@every_row(
    ("at_3", "at_6", "back", "held"),
    [
        (said(2, on=date(2026, 4, 13)), said(2), None, True),
        (said(2, on=date(2026, 4, 13)), said(6), None, None),
        (said(6, on=date(2026, 4, 13)), Outcome(), None, False),
        (said(2, on=date(2026, 4, 13)), Outcome(), None, None),
        (Outcome(), said(2), None, True),
        (said(2, on=date(2026, 4, 13)), Outcome(), date(2026, 6, 1), False),
        (said(6, on=date(2026, 4, 13)), Outcome(), date(2026, 9, 1), False),
    ],
    ids=[
        "both",
        "fell between",
        "fell before",
        "not asked yet",
        "at six",
        "back before",
        "told against scores",
    ],
)
def test_whether_half_the_pain_was_gone_for_six_months(
    at_3: Outcome, at_6: Outcome, back: date | None, held: bool | None
) -> None:
    done = replace(DONE, at_3_months=at_3, at_6_months=at_6, pain_back_on=back)
    assert SIX_MONTHS.by(done) is held


def test_an_outcome_a_day_too_early_decides_nothing() -> None:
    early = replace(DONE, at_6_months=said(2, on=date(2026, 7, 11)))
    assert SIX_MONTHS.by(early) is None
    assert SIX_MONTHS.by(replace(DONE, at_6_months=said(2, on=date(2026, 7, 12)))) is True


def test_function_alone_may_suffice() -> None:
    asked = Held(Decimal(50), months=6, function=Decimal(50))
    better = Outcome(date(2026, 4, 13), function=Decimal(60))
    assert asked.by(replace(DONE, at_3_months=better)) is True


def test_the_outcomes_are_asked_after_three_six_and_twelve_months() -> None:
    assert next_outcome(DONE) == (3, date(2026, 4, 12))
    asked = with_outcome(DONE, 3, said(2))
    assert next_outcome(asked) == (6, date(2026, 7, 12))
    assert next_outcome(with_outcome(DONE, 12, said(2))) is None
    assert next_outcome(replace(DONE, pain_back_on=date(2026, 3, 1))) is None
    assert next_outcome(Treatment()) is None


def test_of_several_that_are_due_only_the_last_is_asked() -> None:
    assert outcome_due(DONE, date(2026, 4, 11)) == (3, date(2026, 4, 12))
    assert outcome_due(DONE, date(2026, 8, 1)) == (6, date(2026, 7, 12))
    assert outcome_due(DONE, date(2027, 8, 1)) is None


def test_outcomes_are_said_with_what_was_told_of_each() -> None:
    both = replace(said(2, 80), function=Decimal(60))
    done = replace(DONE, score_before=Decimal(8), at_6_months=both)
    assert "75 % relief (NRS 8 to 2)" in next(say_outcomes(done))
    unscored = next(say_outcomes(replace(done, score_before=None)))
    assert "75 %" not in unscored
    assert "80 %" in unscored
    only_function = replace(done, at_6_months=replace(both, score=None, stated=None))
    assert len(next(say_outcomes(only_function)).split(", ")) == 2
