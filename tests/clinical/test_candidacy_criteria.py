"""Diagnosis codes: which suffice, which need another beside them, which speak against the joints."""

from dataclasses import replace

import pytest

from mbb_desktop.clinical.candidacy_criteria import DiagnosisListed
from mbb_desktop.clinical.course import Diagnosis
from mbb_desktop.clinical.criteria import Found, Verdict
from tests.clinical.invented import COURSE, RIGHT, a_case

MET, NOT_MET = Verdict.MET, Verdict.NOT_MET
CODES = DiagnosisListed({"M47.816": "joint wear, lumbar", "M53.86": "cyst puncture only"}, ("M53.86",))


def with_codes(*codes: str) -> Found:
    diagnoses = tuple(Diagnosis("pain", code) for code in codes)
    return CODES.find(replace(a_case(), course=replace(COURSE, diagnoses=diagnoses), requested=RIGHT))


def test_a_code_for_cysts_does_not_suffice_alone() -> None:
    alone = with_codes("m53.86 ")
    assert (alone.verdict, alone.caution) == (NOT_MET, "")
    assert alone.evidence[0].text == "m53.86  cyst puncture only"
    assert with_codes("M53.86", "M47.816").verdict is MET
    with pytest.raises(ValueError, match="of 'not_alone' is not among"):
        DiagnosisListed({"M53.86": "cyst puncture only"}, ("M53.87",))


@pytest.mark.parametrize(("codes", "verdict"), [(("M47.816", "M54.16"), MET), (("M54.16",), NOT_MET)])
def test_a_radiculopathy_among_the_diagnoses_is_warned_of(codes: tuple[str, ...], verdict: Verdict) -> None:
    found = with_codes(*codes)
    assert found.verdict is verdict
    assert found.caution == "M54.16 names a radiculopathy: say why the pain is not from the nerve root."
