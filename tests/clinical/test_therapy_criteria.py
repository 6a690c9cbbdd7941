"""Therapeutic blocks: what counts as one, and what must come before each of them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from mbb_desktop.clinical.block import Block, BlockState, Drug, DrugUse, Purpose
from mbb_desktop.clinical.criteria import Case, Verdict
from mbb_desktop.clinical.performed import kind_of
from mbb_desktop.clinical.session_caps import SessionsInAYear
from mbb_desktop.clinical.session_criteria import NothingElseThatDay, OneSessionADay
from mbb_desktop.clinical.therapy_criteria import BlocksBeforeTherapy, NoTherapy, ReasonAgainstAblation
from tests.clinical.invented import DAY, a_block, a_case

MET, NOT_MET, UNKNOWN, NOT_YET = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET
EIGHTY = Decimal(80)
STEROID = Drug(DrugUse.STEROID, "dexamethasone")


def with_steroid(on: date, number: int = 8) -> Block:
    """A block that was meant as diagnostic, with steroid."""
    block = a_block(on=on, number=number)
    return replace(block, drugs=(*block.drugs, STEROID), no_steroid=False)


def blocks(*found: Block) -> Case:
    return a_case(*((block, None) for block in found))


def test_a_block_with_steroid_counts_as_therapeutic_whatever_it_was_meant_for() -> None:
    assert kind_of(with_steroid(DAY)) is Purpose.THERAPEUTIC
    assert kind_of(replace(with_steroid(DAY), purpose=None)) is Purpose.THERAPEUTIC
    assert kind_of(a_block()) is Purpose.DIAGNOSTIC
    assert kind_of(replace(a_block(), purpose=None)) is None


def test_without_a_word_on_steroid_nobody_knows_what_a_block_was() -> None:
    silent = replace(a_block(), no_steroid=False)
    assert kind_of(silent) is None
    assert kind_of(replace(silent, state=BlockState.PLANNED)) is Purpose.DIAGNOSTIC
    found = NoTherapy().find(blocks(silent))
    assert (found.verdict, found.missing) == (UNKNOWN, ("whether steroid was injected on 03-Nov-2026",))


def test_blocks_with_steroid_use_the_therapeutic_allowance() -> None:
    case = blocks(*(with_steroid(date(2026, month, 3), month) for month in (3, 4, 5, 6, 7)))
    assert SessionsInAYear("therapeutic", 4).find(case).verdict is NOT_MET
    assert SessionsInAYear("diagnostic", 4).find(case).evidence[0].number == 0
    assert BlocksBeforeTherapy(2, EIGHTY).find(case).verdict is NOT_MET
    assert ReasonAgainstAblation().find(case).verdict is UNKNOWN


def test_a_block_with_steroid_before_a_test_is_no_test_and_confuses_it() -> None:
    assert NoTherapy(4).find(blocks(with_steroid(date(2026, 10, 17)), a_block())).verdict is NOT_MET
    same_day = blocks(with_steroid(DAY), replace(a_block(), other_injection=False))
    assert NothingElseThatDay().find(same_day).verdict is NOT_MET
    assert OneSessionADay().find(same_day).verdict is NOT_MET
