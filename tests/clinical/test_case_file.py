"""A course as it is written in an example: what may be left open, and what is refused."""

from collections.abc import Callable
from datetime import date

import pytest

from mbb_desktop.clinical.block import Purpose, SedationLevel
from mbb_desktop.clinical.case_file import read_blocks, read_course, refuse_impossible_days
from mbb_desktop.clinical.course import Hardware, HardwareKind, Imaging
from mbb_desktop.clinical.data_file import DataFileError, parse_table
from tests.every_row import every_row

BLOCK = 'on = 2026-11-03\njoints = ["L4-5 right"]\n'
SCORES = 'baseline = 8\nscores = "1 1 1 1 5 7 8 8 8 8 8 8"\n'


def blocks(text: str) -> Callable[[], object]:
    return lambda: read_blocks(parse_table("ours.toml", f"[[block]]\n{text}").tables("block"))


@every_row(
    ("written", "purpose", "sedation"),
    [
        ("", Purpose.DIAGNOSTIC, SedationLevel.NONE),
        ('purpose = "therapeutic"\nsedation = "minimal"', Purpose.THERAPEUTIC, SedationLevel.MINIMAL),
        ('purpose = "not recorded"\nsedation = "not recorded"', None, None),
    ],
)
def test_not_recorded_is_neither_a_purpose_nor_a_sedation(
    written: str, purpose: Purpose | None, sedation: SedationLevel | None
) -> None:
    rows = parse_table("ours.toml", f"[[block]]\n{BLOCK}{written}").tables("block")
    ((block, response),) = read_blocks(rows)
    assert (block.purpose, block.sedation, response) == (purpose, sedation, None)


def test_hardware_names_joints_without_a_side() -> None:
    row = parse_table("ours.toml", "[course]\nhardware = [{ joints = ['L4-5', 'L5-S1'], kind = 'cage' }]")
    assert read_course(row.table("course")).hardware == (Hardware(("L4-5", "L5-S1"), HardwareKind.CAGE),)
    odd = parse_table("ours.toml", "[course]\nhardware = [{ joints = ['L4-5', 'L4-5 left'] }]")
    with pytest.raises(DataFileError, match=r"'L4-5 left' is no joint, such as 'L4-5'\."):
        read_course(odd.table("course"))


@every_row(
    ("written", "problem"),
    [
        ("[block.left]\nbaseline = 8\npurpose = 'diagnostic'", "'purpose' is not known here"),
        ("[block.left]\nbaseline = 8", "'scores' is missing"),
        ('scores = "1 1"', "'scores' must be 12 numbers"),
        ('scores = "11 1 1 1 5 7 8 8 8 8 8 8"', "'scores' must be 12 numbers from 0 to 10"),
        ('scores = "1-x 1 1 1 5 7 8 8 8 8 8 8"', "'scores' must be 12 numbers"),
    ],
)
def test_scores_that_cannot_be_read_are_refused(written: str, problem: str) -> None:
    with pytest.raises(DataFileError, match=problem):
        blocks(f"{BLOCK}{written}")()


@every_row(
    ("on", "problem"),
    [("1959-11-03", "lies before the birth of the invented patient"), ("2026-12-02", "lies after 'today'")],
)
def test_a_day_that_cannot_be_is_refused(on: str, problem: str) -> None:
    facts = parse_table("ours.toml", f"began = {on}")
    with pytest.raises(DataFileError, match=problem):
        refuse_impossible_days(facts, (), date(2026, 12, 1))


def test_a_percentage_over_100_is_refused() -> None:
    with pytest.raises(DataFileError, match="'stated' must be a number from -100 to 100"):
        blocks(f"{BLOCK}{SCORES}stated = 101")()


def test_a_study_without_a_finding_is_kept_and_has_none() -> None:
    told = 'region = "lumbar"\nimaging = [{ modality = "MRI", on = 2026-08-20 }]'
    assert read_course(parse_table("ours.toml", told)).imaging == (Imaging("MRI", date(2026, 8, 20)),)


def test_a_usual_score_over_10_is_refused() -> None:
    with pytest.raises(DataFileError, match="'usual_score' must be a number from 0 to 10"):
        read_course(parse_table("ours.toml", "usual_score = 11"))
