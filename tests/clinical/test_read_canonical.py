"""Records read back from signed bytes: the same record, and anything else is refused."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.read_canonical import read_back
from mbb_desktop.clinical.response import Response
from tests.clinical.invented import a_block, a_response
from tests.every_row import every_row


@dataclass(frozen=True, slots=True)
class Sample:
    """A record with a pair, a table of numbers, and a default."""

    pair: tuple[int, str]
    doses: Mapping[str, Decimal]
    sure: bool = True


def plain(record: object) -> object:
    return json.loads(canonical(record))


def test_a_signed_record_is_read_back_the_same() -> None:
    block, response = a_block(), a_response("8", "1 1 - 2", stated="90")
    assert read_back(Block, plain(block)) == block
    assert read_back(Response, plain(response)) == response
    sample = Sample((2, "mL"), {"lidocaine": Decimal("10.0")}, False)
    assert read_back(Sample, plain(sample)) == sample


def test_a_field_that_is_not_there_has_its_default_and_one_not_known_is_passed_over() -> None:
    found = read_back(Sample, {"pair": [2, "mL"], "doses": {}, "new": 1})
    assert found == Sample((2, "mL"), {})


@every_row(
    ("kind", "said", "error"),
    [
        (Sample, {"doses": {}}, TypeError),
        (Sample, {"pair": [2], "doses": {}}, ValueError),
        (Sample, {"pair": "2 mL", "doses": {}}, TypeError),
        (Sample, {"pair": ["2", "mL"], "doses": {}}, TypeError),
        (Sample, {"pair": [True, "mL"], "doses": {}}, TypeError),
        (Sample, {"pair": [2, 3], "doses": {}}, TypeError),
        (Sample, {"pair": [2, "mL"], "doses": []}, TypeError),
        (Sample, {"pair": [2, "mL"], "doses": {}, "sure": 1}, TypeError),
        (JointSide, {"joint": "L4-5", "side": "middle"}, ValueError),
        (JointSide, ["L4-5", "left"], TypeError),
        (date, "2026-02-30", ValueError),
        (float, "1.5", KeyError),
    ],
)
def test_anything_else_is_refused(kind: type, said: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_back(kind, said)
    assert read_back(JointSide, {"joint": "L4-5", "side": "left"}) == JointSide("L4-5", Side.LEFT)
