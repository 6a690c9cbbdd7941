"""Invented pain scores after two blocks, judged, from which the tests make responses and letters."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block, BlockState, Drug, DrugUse, Epinephrine
from mbb_desktop.clinical.criteria import Case
from mbb_desktop.clinical.measures import Threshold
from mbb_desktop.clinical.pairs import compare
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.clinical.response import (
    BEFORE,
    Channel,
    Conclusion,
    Medicine,
    MedicineKind,
    Mode,
    Reading,
    Response,
    Series,
    StatedRelief,
)
from mbb_desktop.clinical.rules import judge, read_rule_set
from mbb_desktop.clinical.verdict import Assessed, assess
from mbb_desktop.documents.letter_facts import LetterBlock, LetterFacts
from mbb_desktop.documents.response_facts import ResponseFacts
from mbb_desktop.paths import data_dir
from tests.documents.examples import (
    AGENTS,
    BLOCK,
    CLINIC,
    COURSE,
    DRUGS,
    JOINTS,
    MARSH,
    OKAFOR,
    PAYER,
    ZONE,
    D,
    at,
    key,
    targets,
)

EIGHTY = Threshold(Decimal(80))
RULES = read_rule_set(data_dir("resources") / "rules" / "us-medicare-facet.toml")
FIRST_DAY = date(2026, 10, 27)
NEXT_DAY = date(2026, 11, 25)

FIRST_OUT = datetime(2026, 10, 27, 9, 40, tzinfo=ZONE)
FIRST_BLOCK = replace(
    BLOCK,
    id=key(20),
    performed_on=FIRST_DAY,
    state=BlockState.SIGNED,
    needle_out=FIRST_OUT,
    in_room=None,
    needle_in=None,
    left_room=None,
    time_outs=(),
    drugs=(
        Drug(DrugUse.TARGET, "lidocaine", D(20), epinephrine=Epinephrine.NONE, lot="9L0031"),
        *DRUGS[1:],
    ),
    entries=(),
)

_SLOTS = (15, 30, 60, 120, 180, 240, 300, 360, 420, 480, 720, 1440)


def scores(
    block: Block, before: Mapping[Series, int], after: Mapping[Series, Sequence[int | None]]
) -> tuple[Reading, ...]:
    """The first two scores in clinic, the rest from a paper diary read by telephone the next day."""
    out = block.needle_out
    assert out is not None
    found = [
        Reading(
            series, BEFORE, out - timedelta(minutes=11), D(score), entered_by="M. Diaz, RN", entered_at=out
        )
        for series, score in before.items()
    ]
    for series, values in after.items():
        for slot, score in zip(_SLOTS, values, strict=False):
            if score is not None:
                found.append(_reading(series, slot, out, score))
    return tuple(found)


def _reading(series: Series, slot: int, out: datetime, score: int) -> Reading:
    in_clinic = slot <= 30
    event = out + timedelta(minutes=slot)
    called = datetime(out.year, out.month, out.day, 11, 2, tzinfo=out.tzinfo) + timedelta(days=1)
    return Reading(
        series,
        slot,
        event,
        D(score),
        mode=Mode.IN_CLINIC if in_clinic else Mode.PAPER_DIARY,
        channel=Channel.IN_PERSON if in_clinic else Channel.TELEPHONE,
        entered_by="M. Diaz, RN",
        entered_at=event if in_clinic else called,
    )


LEFT, RIGHT, OVERALL = Series.LEFT, Series.RIGHT, Series.OVERALL

RESPONSE = Response(
    key(30),
    MARSH.id,
    BLOCK.id,
    scale="NRS 0 to 10",
    readings=scores(
        BLOCK,
        {LEFT: 7, RIGHT: 6, OVERALL: 7},
        {
            LEFT: (1, 1, 0, 0, 1, 1, 1, 1, 3, 5, None, 6),
            RIGHT: (1, 0, 0, 0, 0, 0, 1, 1, 2, 4, None, 5),
            OVERALL: (1, 1, 0, 0, 1, 1, 1, 1, 3, 5, None, 6),
        },
    ),
    stated=tuple(StatedRelief(series, D(95), at(11, 2, NEXT_DAY), "M. Diaz, RN") for series in Series),
    medicines=(
        Medicine("acetaminophen", MedicineKind.RESCUE, at(18, 40), "1,000 mg"),
        Medicine("lisinopril", MedicineKind.USUAL, at(8, 0)),
    ),
    movements_tried=("bending backward", "turning", "standing 30 min at the sink", "lifting"),
    movements_regained=("bending backward", "turning", "standing 30 min at the sink"),
    napped=False,
    side_effects="none",
    conclusion=Conclusion.POSITIVE,
    conclusion_reason="Relief of the index pain with the provoking movements, for a time that fits the drug",
    signed_at=at(11, 14, NEXT_DAY),
    note="Discuss radiofrequency ablation; resume physical therapy",
)

FIRST_RESPONSE = Response(
    key(31),
    MARSH.id,
    FIRST_BLOCK.id,
    scale="NRS 0 to 10",
    readings=scores(
        FIRST_BLOCK,
        {LEFT: 8, RIGHT: 7, OVERALL: 8},
        {
            LEFT: (3, 1, 1, 1, 4, 6, 7, 8, None, 8),
            RIGHT: (3, 1, 1, 1, 4, 5, 6, 7, None, 7),
            OVERALL: (3, 1, 1, 1, 4, 6, 7, 8, None, 8),
        },
    ),
    stated=(StatedRelief(OVERALL, D(90), FIRST_OUT + timedelta(hours=25)),),
    no_other_medicine=True,
    movements_tried=("bending backward", "turning"),
    movements_regained=("bending backward", "turning"),
    napped=False,
    conclusion=Conclusion.POSITIVE,
    signed_at=FIRST_OUT + timedelta(hours=26),
)

SIGNED_BLOCK = replace(BLOCK, state=BlockState.SIGNED)
SECOND = assess(SIGNED_BLOCK, RESPONSE, EIGHTY, AGENTS)
FIRST = assess(FIRST_BLOCK, FIRST_RESPONSE, EIGHTY, AGENTS)
BOTH = compare(FIRST, SECOND)

FACTS = ResponseFacts(
    MARSH,
    CLINIC,
    RESPONSE,
    SECOND,
    course=COURSE,
    physician=OKAFOR,
    block_number=2,
    earlier_number=1,
    compared=BOTH,
    rule_set=RULES,
    rule_id="DX-2",
    note_number="PN-2026-004183",
    concluded_on=NEXT_DAY,
)


def judged(block: Block, response: Response) -> Assessed:
    return assess(block, response, EIGHTY, AGENTS)


def with_response(response: Response, block: Block = BLOCK) -> ResponseFacts:
    """A response to one block alone."""
    return replace(
        FACTS, response=response, assessed=judged(block, response), compared=None, earlier_number=None
    )


UNDECIDED = with_response(
    replace(
        RESPONSE,
        readings=(RESPONSE.readings[0], replace(RESPONSE.readings[3], score=None)),
        stated=(),
        medicines=(),
        movements_tried=(),
        movements_regained=(),
        napped=None,
        side_effects="",
        conclusion=None,
        conclusion_reason="",
        note="",
    )
)

LEFT_JOINTS = tuple(place for place in JOINTS if place.side is Side.LEFT)
LEFT_BLOCK = replace(BLOCK, joints=LEFT_JOINTS, targets=targets(LEFT_JOINTS))
ONE_SIDE = with_response(
    replace(RESPONSE, readings=tuple(r for r in RESPONSE.readings if r.series is LEFT)), LEFT_BLOCK
)

NEGATIVE = with_response(
    replace(
        RESPONSE,
        readings=scores(BLOCK, {OVERALL: 7}, {OVERALL: (5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7)}),
        stated=(StatedRelief(OVERALL, D(20), at(11, 2, NEXT_DAY)),),
        conclusion=Conclusion.NEGATIVE,
        conclusion_reason="",
    )
)

VANCE = Correspondent(
    key(40),
    CorrespondentKind.RFA_PROVIDER,
    "R. Vance",
    "MD",
    "Spine Intervention Center",
    "8 Hospital Road, Springfield",
    fax="(555) 010-0199",
)


def case(requested: tuple[JointSide, ...] = JOINTS) -> Case:
    return Case(
        MARSH,
        COURSE,
        ((FIRST_BLOCK, FIRST_RESPONSE), (SIGNED_BLOCK, RESPONSE)),
        NEXT_DAY,
        AGENTS,
        requested,
    )


LETTER = LetterFacts(
    MARSH,
    CLINIC,
    COURSE,
    OKAFOR,
    NEXT_DAY,
    (
        LetterBlock(FIRST, 1, "PN-2026-003871", "DR-2026-003902"),
        LetterBlock(SECOND, 2, "PN-2026-004183", "DR-2026-004190"),
    ),
    JOINTS,
    judge(RULES, case()),
    RULES,
    compared=BOTH,
    recipient=VANCE,
    payer=PAYER,
    codes="CPT 64635 and 64636, modifier style as the payer sets it",
    cc=("K. Sato, MD (primary care)", "Eleanor Marsh"),
    enclosed=(
        "procedure notes PN-2026-003871 and PN-2026-004183",
        "diagnostic responses DR-2026-003902 and DR-2026-004190",
    ),
)
