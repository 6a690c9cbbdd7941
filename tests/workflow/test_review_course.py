"""Which rule set judges a course, and what it counts."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.people import Clinic, Correspondent, CorrespondentKind
from mbb_desktop.workflow.review_course import rule_set_of

COURSE = Course(UUID(int=2), UUID(int=1), Region.LUMBAR, date(2026, 9, 1))
CLINIC = Clinic(UUID(int=3), "Invented Clinic", rule_set="US-MEDICARE-FACET")
PAYER = Correspondent(UUID(int=4), CorrespondentKind.PAYER, "Invented", rule_set="US-AETNA-CPB-0016")
DAY = date(2026, 11, 24)


def test_the_complaint_comes_before_the_payer_and_the_payer_before_the_clinic() -> None:
    own = replace(COURSE, rule_set="UK-50X1")
    assert rule_set_of(own, PAYER, CLINIC, DAY).id == "UK-50X1"
    assert rule_set_of(COURSE, PAYER, CLINIC, DAY).id == "US-AETNA-CPB-0016"
    assert rule_set_of(COURSE, None, CLINIC, DAY).id == "US-MEDICARE-FACET"
    assert rule_set_of(COURSE, replace(PAYER, rule_set="gone"), CLINIC, DAY).id == "US-MEDICARE-FACET"


def test_a_date_of_service_before_every_version_takes_the_first_one() -> None:
    found = rule_set_of(COURSE, None, CLINIC, date(2026, 1, 5))
    assert (found.version, found.in_force_on(date(2026, 1, 5))) == ("2026-05", False)


def test_a_rule_set_that_is_nowhere_is_an_error() -> None:
    with pytest.raises(ValueError, match="The rule set gone is not installed"):
        rule_set_of(COURSE, None, replace(CLINIC, rule_set="gone"), DAY)
