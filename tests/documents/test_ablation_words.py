"""Ablations on paper: only what is recorded, and nothing while nobody asked."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.course import AblationMethod, Course, Treatment
from mbb_desktop.documents.ablation_words import earlier_ablations, planned_ablation
from mbb_desktop.documents.sentences import Sentence
from tests.documents.examples import COURSE

UNASKED = replace(COURSE, ablated_before=None, rfa_method=None, rfa_temperature=None)


def text(sentences: Iterable[Sentence]) -> list[str]:
    return [each.text.replace("\N{NO-BREAK SPACE}", " ") for each in sentences]


def earlier(course: Course) -> list[str]:
    return text(earlier_ablations(course))


def test_nothing_is_said_while_nobody_asked() -> None:
    assert earlier(UNASKED) == []
    assert text(planned_ablation(UNASKED)) == []


def test_none_is_said_only_when_it_was_said() -> None:
    assert earlier(replace(UNASKED, ablated_before=False)) == ["No earlier ablation at these joints."]
    assert earlier(replace(UNASKED, ablated_before=True)) == ["Ablated here before."]


def test_an_earlier_ablation_is_told_with_its_effect() -> None:
    full = Treatment(
        date(2026, 1, 12),
        ("L4-5", "L5-S1"),
        (Side.RIGHT,),
        Decimal(70),
        Decimal(60),
        date(2026, 8, 3),
    )
    assert earlier(replace(UNASKED, ablated_before=True, ablations=(full, Treatment()))) == [
        "Earlier ablation: 12-Jan-2026, L4-5 and L5-S1 right, 70 % relief, 60 % better movement or activity, "
        "pain back on 03-Aug-2026 (6 months).",
        "Earlier ablation: day not recorded, joints not recorded.",
    ]


def test_the_plan_is_told_as_far_as_it_is_known() -> None:
    planned = replace(UNASKED, rfa_method=AblationMethod.THERMAL, rfa_temperature=Decimal(85))
    assert text(planned_ablation(planned)) == ["Planned ablation: thermal radiofrequency, 85 °C."]
    assert text(planned_ablation(replace(planned, rfa_method=None))) == ["Planned ablation: 85 °C."]
    reason = replace(UNASKED, no_rfa_because="pseudarthrosis")
    assert text(planned_ablation(reason)) == ["No ablation is possible: pseudarthrosis."]
