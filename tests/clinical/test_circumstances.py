"""What stands beside a verdict: what confounds it, cautions, and facts that nobody recorded."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.block import (
    Aspiration,
    ContrastPattern,
    Drug,
    DrugUse,
    SedationLevel,
)
from mbb_desktop.clinical.other_causes import OtherCauses
from mbb_desktop.clinical.response import BEFORE, Medicine, MedicineKind, Series
from mbb_desktop.clinical.verdict import assess
from tests.clinical.invented import (
    AGENTS,
    BOTH,
    DAY,
    EIGHTY,
    LASTING_2_H,
    LIDOCAINE,
    a_block,
    a_response,
    needle_out,
    with_series,
)
from tests.clinical.test_verdict import judged
from tests.every_row import every_row


@every_row(("before", "cautioned"), [("1", True), ("2", True), ("3", False)])
def test_little_pain_before_the_block_is_a_caution(before: str, cautioned: bool) -> None:
    result = judged(a_response(before, "0 0 0 0 3 3 3 3 3 3 3 3"))
    assert result.positive
    words = f"The score before the block was {before}: a single point decides."
    assert (words in result.cautions) is cautioned


def taken(kind: MedicineKind, minutes: int | None) -> Medicine:
    at = None if minutes is None else needle_out(DAY) + timedelta(minutes=minutes)
    return Medicine("acetaminophen", kind, at, "1,000 mg")


@every_row(
    ("medicine", "confounded"),
    [
        (taken(MedicineKind.RESCUE, 60), True),
        (taken(MedicineKind.RESCUE, -90), True),
        (taken(MedicineKind.RESCUE, 120), True),
        (taken(MedicineKind.RESCUE, 121), False),
        (taken(MedicineKind.USUAL, 60), False),
        (taken(MedicineKind.SEDATIVE, 30), True),
        (taken(MedicineKind.RESCUE, None), True),
    ],
)
def test_only_an_extra_medicine_before_or_during_relief_confounds(
    medicine: Medicine, confounded: bool
) -> None:
    result = judged(replace(a_response("8", LASTING_2_H), medicines=(medicine,)))
    assert result.positive
    assert result.confounded is confounded


@every_row(
    ("sedation", "drugs", "words"),
    [
        (SedationLevel.MODERATE, (), ["Sedation: moderate."]),
        (None, (Drug(DrugUse.SEDATION, "midazolam", amount=Decimal(2)),), ["Sedation: midazolam."]),
        (SedationLevel.NONE, (), []),
        (None, (), []),
    ],
)
def test_sedation_confounds_relief(
    sedation: SedationLevel | None, drugs: tuple[Drug, ...], words: list[str]
) -> None:
    block = replace(a_block(drugs=(LIDOCAINE, *drugs)), sedation=sedation)
    assert [each.what for each in judged(a_response("8", LASTING_2_H), block).confounders] == words


@every_row(
    ("medicine", "words"),
    [
        (taken(MedicineKind.RESCUE, None), "acetaminophen 1,000 mg, time not recorded."),
        (taken(MedicineKind.RESCUE, 60), "acetaminophen 1,000 mg at 11:30, before or during the relief."),
        (Medicine("tramadol", MedicineKind.SEDATIVE), "tramadol, time not recorded."),
    ],
)
def test_what_confounds_is_named_with_dose_and_time(medicine: Medicine, words: str) -> None:
    (found,) = judged(replace(a_response("8", LASTING_2_H), medicines=(medicine,))).confounders
    assert (found.what, found.at) == (words, medicine.at)


def test_without_relief_there_is_nothing_to_confound() -> None:
    response = replace(a_response("8", "8 8 8 8 8 8 8 8 8 8 8 8"), medicines=(taken(MedicineKind.RESCUE, 5),))
    assert not judged(response).confounded


@every_row(
    ("change", "missing"),
    [
        ({"purpose": None}, "whether the block was diagnostic"),
        ({"needle_out": None}, "needle-out time"),
        ({"drugs": ()}, "anesthetic"),
        ({"no_steroid": False}, "whether steroid was injected"),
        ({"sedation": None}, "sedation"),
    ],
)
def test_what_nobody_recorded_is_listed(change: dict[str, object], missing: str) -> None:
    block = replace(a_block(), **change)  # type: ignore[arg-type] # one field each
    assert judged(a_response("8", LASTING_2_H)).missing == ()
    assert missing in judged(a_response("8", LASTING_2_H), block).missing


def test_missing_facts_of_the_response_are_listed() -> None:
    response = replace(a_response("8", "1 1 1 - 5 7 8 8 8 8 8 8"), scale="", no_other_medicine=False)
    assert judged(response).missing == ("other medicines that day", "the pain scale", "readings at 2 h")


def test_the_reading_after_relief_is_missed_beyond_the_window_too() -> None:
    assert judged(a_response("8", "1 1 1 1 1 1 - 8 8 8 8 8")).missing == ("readings at 5 h",)


@every_row(
    ("words", "cautions"),
    [
        ("8 8 8 8 1 1 8 8 8 8 8 8", ("Relief began late, at 3 h.",)),
        ("8 - - 1 1 1 8 8 8 8 8 8", ("Relief began late, at 2 h.",)),
        ("8 8 1 1 1 1 8 8 8 8 8 8", ()),
        ("8 1 1 1 1 1 8 8 8 8 8 8", ()),
        ("- - - 1 1 1 8 8 8 8 8 8", ()),
        ("8 8 8 8 8 8 8 8 8 8 8 8", ()),
    ],
)
def test_relief_that_was_seen_to_begin_after_the_first_hour_is_a_caution(
    words: str, cautions: tuple[str, ...]
) -> None:
    assert judged(a_response("8", words)).cautions == cautions


def test_a_dip_is_printed() -> None:
    result = judged(a_response("8", "1 1 4 1 8 8 8 8 8 8 8 8"))
    assert "One dip at 1 h (score 4) lies within the relief." in result.cautions


@every_row(
    ("change", "words"),
    [
        ({"stopped_because": "vasovagal"}, "The procedure was stopped: vasovagal."),
        ({"reported_by": "Dr Away"}, "Reported by Dr Away, not observed here."),
    ],
)
def test_circumstances_stand_beside_the_verdict(change: dict[str, object], words: str) -> None:
    block = replace(a_block(), **change)  # type: ignore[arg-type] # one field each
    assert words in assess(block, a_response("8", LASTING_2_H), EIGHTY, AGENTS).cautions


@every_row("change", [{"aspiration": Aspiration.BLOOD}, {"contrast_pattern": ContrastPattern.VASCULAR}])
def test_a_needle_in_a_vessel_is_a_caution(change: dict[str, object]) -> None:
    block = a_block()
    first, *rest = block.targets
    changed = replace(block, targets=(replace(first, **change), *rest))  # type: ignore[arg-type] # one field
    assert any("falsely absent" in c for c in assess(changed, None, EIGHTY, AGENTS).cautions)


def test_a_nerve_injected_twice_is_a_caution() -> None:
    block = a_block()
    again = replace(block, targets=(*block.targets, block.targets[0]))
    assert "A nerve was injected more than once." in assess(again, None, EIGHTY, AGENTS).cautions


def test_no_pain_is_not_little_pain() -> None:
    assert judged(a_response("0", "0 0 0 0 3 3 3 3 3 3 3 3")).cautions == ()


@every_row(
    ("words", "missing"),
    [
        ("1 1 - 1 1 - 8 8 8 8 8 8", ("readings at 1 h and 4 h",)),
        ("1 - 1 1 1 1 8 - 8 8 8 8", ()),
        ("1 1 1 8 8 - 8 8 8 8 8 8", ("readings at 4 h",)),
        ("1 1 - 8 8 8 8 8 8 8 8 8", ("readings at 1 h",)),
    ],
)
def test_the_first_and_the_last_reading_of_the_window_are_missed(
    words: str, missing: tuple[str, ...]
) -> None:
    assert judged(a_response("8", words)).missing == missing


def test_without_a_window_only_the_reading_after_relief_is_missed() -> None:
    result = judged(a_response("8", "1 1 - 8 - 8 8 8 8 8 8 8"), a_block(drugs=()))
    assert result.missing == ("anesthetic", "readings at 1 h")


@every_row(
    ("use", "field", "missing"),
    [
        (DrugUse.STEROID, {"no_steroid": False}, "whether steroid was injected"),
        (DrugUse.SEDATION, {"sedation": None}, "sedation"),
    ],
)
def test_what_was_drawn_up_needs_no_answer(use: DrugUse, field: dict[str, object], missing: str) -> None:
    block = replace(a_block(drugs=(LIDOCAINE, Drug(use, "something"))), **field)  # type: ignore[arg-type] # one field
    assert missing not in judged(a_response("8", LASTING_2_H), block).missing


def test_the_agent_is_missed_at_the_side_where_it_is_not_known() -> None:
    targets = tuple(replace(t, syringe=2 if t.side is Side.LEFT else 1) for t in a_block(BOTH).targets)
    response = with_series(a_response("8", LASTING_2_H, series=Series.LEFT), Series.RIGHT, "8", LASTING_2_H)
    left, right = assess(replace(a_block(BOTH), targets=targets), response, EIGHTY, AGENTS).series
    assert ("anesthetic" in left.missing, "anesthetic" in right.missing) == (True, False)


def test_both_sides_rated_need_no_score_for_both_together() -> None:
    response = with_series(a_response("8", LASTING_2_H, series=Series.LEFT), Series.RIGHT, "8", LASTING_2_H)
    assert assess(a_block(BOTH), response, EIGHTY, AGENTS).cautions == ()


@every_row(
    ("name", "words"),
    [
        ("steroid_since", "A steroid was given between the block before and this one."),
        ("epidural_since", "An epidural injection lies between the block before and this one."),
        ("trauma_since", "An injury lies between the block before and this one."),
        ("surgery_since", "An operation lies between the block before and this one."),
        ("device_on", "An implanted stimulator or pump was on: relief may be its effect."),
    ],
)
def test_another_cause_of_relief_is_a_caution_only_when_it_was_so(name: str, words: str) -> None:
    for answer, cautions in ((True, (words,)), (False, ()), (None, ())):
        block = replace(a_block(), other_causes=OtherCauses(**{name: answer}))
        assert assess(block, None, EIGHTY, AGENTS).cautions == cautions


def test_a_nap_is_a_caution_only_when_there_was_one_and_leaves_the_verdict() -> None:
    said = "The patient napped: sleep eases pain, and nobody scores a movement in it."
    for napped in (True, False, None):
        found = assess(a_block(), replace(a_response("8", LASTING_2_H), napped=napped), EIGHTY, AGENTS)
        assert (found.cautions, found.series[0].positive) == ((said,) if napped else (), True)


def test_a_range_is_named_with_its_time_and_counts_as_missing() -> None:
    response = a_response("8", LASTING_2_H)
    hour = response.reading(Series.OVERALL, 60)
    assert hour is not None
    ranges = (
        replace(hour, score_to=Decimal(4)),
        replace(hour, series=Series.LEFT, slot=BEFORE, score=Decimal(5), score_to=Decimal("6.5")),
    )
    rest = tuple(each for each in response.readings if each is not hour)
    found = assess(a_block(), replace(response, readings=(*rest, *ranges)), EIGHTY, AGENTS)
    assert (
        "A range is no score and counts as missing: 1 h (1 to 4) and left before the block (5 to 6.5)."
        in (found.cautions)
    )
    assert found.overall is not None
    assert 60 not in {point.minutes for point in found.overall.measures.given}
