"""What surrounds a block while it is edited."""

from dataclasses import replace
from uuid import UUID

from mbb_desktop.clinical.drugs import Confidence, Window
from mbb_desktop.clinical.people import Clinic
from mbb_desktop.clinical.rule_windows import OwnWindow
from mbb_desktop.ui.visit import Visit
from tests.clinical.invented import COURSE, FORMULARY, PATIENT, two_blocks
from tests.clinical.test_rules import MEDICARE

LATER = OwnWindow("lidocaine", False, Window(180, 300, "practice policy", Confidence.OWN))


def test_chart_and_verdict_follow_the_windows_of_the_rule_set_that_judges() -> None:
    (block, response), _ = two_blocks()
    clinic, known = Clinic(UUID(int=3), "Invented Clinic"), {block.id: response}
    said = {}
    for own in ((), (LATER,)):
        visit = Visit(PATIENT, COURSE, clinic, replace(MEDICARE, windows=own), {}, FORMULARY, responses=known)
        said[visit.agents["lidocaine"].window] = visit.result_of(block)
    assert said == {
        FORMULARY.agents["lidocaine"].window: "Positive",
        LATER.window: "Positive, relief shorter than expected",
    }
    assert Visit(PATIENT, COURSE, clinic, None, {}, FORMULARY).agents is FORMULARY.agents
