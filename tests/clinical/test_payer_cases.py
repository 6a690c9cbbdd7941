"""Published and derived coverage cases against the rule sets; skipped where the collection is not there."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from mbb_desktop.clinical.course_criteria import months_later
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.data_file import Table
from mbb_desktop.clinical.rule_examples import read_case
from mbb_desktop.clinical.rules import Judgement, judge, read_rule_sets, version_on
from mbb_desktop.clinical.session_caps import SessionsInAYear
from tests.clinical.invented import AGENTS, RESOURCES
from tests.every_row import every_row

SETS = read_rule_sets(RESOURCES / "rules")
TODAY = date(2026, 11, 22)
MET, NOT_MET, UNKNOWN = Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN
Facts = Mapping[str, object]

OUR_SET = {"medicare_lcd": "US-MEDICARE-FACET", "bcbsnd": "US-BCBS-ND"}
"""The rule sets of the cases that the app ships; about all others it must say nothing."""

NO_SUCH_SET = {"medicare_2017_2019", "odg_texas", "ny_external_review", "interqual"}

EXPECTED: Mapping[str, Mapping[str, Verdict]] = {
    "P01": {"DX-1": MET, "IMG-1": MET, "LVL-1": MET},
    "P05": {"IND-4": NOT_MET, "DX-1": NOT_MET},
    "P07": {"DX-2": MET, "DX-3": NOT_MET},
    "P09": {"DX-2": NOT_MET},
    "P13": {"RF-1": NOT_MET},
    "P16": {"LVL-1": NOT_MET},
    "P17": {"LVL-1": MET},
    "P21": {"RF-CAP": NOT_MET},
    "P25": {"RF-3": NOT_MET, "RF-2": MET},
    "P26": {"TX-1": MET, "TX-3": UNKNOWN},
    "P29": {"TX-2": NOT_MET, "TX-3": MET},
    "P30": {"IMG-1": NOT_MET},
    "P33": {"KX-1": MET},
    "P36": {"DX-ICD": MET},
    "P38": {"ASM-1": UNKNOWN},
    "P67": {"RF-1": MET, "DX-DAY": MET, "EXC-2": MET},
}
WARNED = {
    "P33": ("KX-1", "without it the session counts as therapeutic"),
    "P36": ("DX-ICD", "M47.812 names another part of the spine"),
}
NOT_FOLLOWED = {
    "P11": "two percentages without agent and duration are no proof: the app says what is missing",
    "P43": "no rule asks for a scale from a list: the app asks that it is named and stays the same",
}

_THERAPY_AGO = 100


def cases(corpus: Path) -> dict[str, dict[str, object]]:
    path = corpus / "payer" / "cases.json"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    found = json.loads(path.read_text(encoding="utf-8"))["cases"]
    return {each["id"]: each for each in found}


def facts_of(case: Mapping[str, object]) -> dict[str, object]:
    found = case["facts"]
    assert isinstance(found, dict)
    return found


def judged(case: Mapping[str, object]) -> Judgement:
    found = version_on(SETS, OUR_SET[str(case["rule_set"])], TODAY)
    assert found is not None
    return judge(found, read_case(Table(str(case["id"]), _written(facts_of(case)))).case(AGENTS))


def _written(facts: Facts) -> dict[str, object]:
    """The facts of a case as a course file: what it does not say is not known."""
    request = str(facts.get("request", ""))
    blocks = [_prior(each) for each in _prior_of(facts)]
    if "diagnostic MBB" in request or "therapeutic" in request:
        blocks.append(_asked(facts, request))
    return {"today": TODAY, "course": _course(facts), "block": blocks, **_request(facts, request)}


def _course(facts: Facts) -> dict[str, object]:
    months = facts.get("duration_months")
    course: dict[str, object] = {
        "axial": "axial" in str(facts.get("pain", "")),
        "usual_score": 7,
        "limits": "stated",
        "diagnoses": facts.get("icd", []),
        "ablations": _ablations(facts),
    }
    if isinstance(months, int):
        course["began"] = months_later(TODAY, -months)
    if facts.get("conservative_failed"):
        kind = {
            "kind": "physical therapy",
            "started": months_later(TODAY, -3),
            "outcome": "no lasting relief",
        }
        course["care"] = [kind]
    for name in ("radiculopathy", "other_cause"):
        if name in facts:
            course[name] = facts[name]
    course["claudication"] = facts.get("radiculopathy", False)  # the cases name both as one
    course["fusion"] = fused = facts.get("fusion_at_level", False)
    course["hardware"] = [{"joints": ["L4-5", "L5-S1"], "kind": "fusion"}] if fused else []
    if isinstance(last := facts.get("last_therapeutic"), dict):
        on = TODAY - timedelta(days=_THERAPY_AGO)
        back = on + timedelta(weeks=last["relief_weeks"])
        helped = {"on": on, "relief": last["relief_pct"], "pain_back": back}
        helped["function"] = 0  # the cases name better movement where it counts
        course["therapies"] = [helped]
    if why := facts.get("why_not_rfa"):
        course["no_rfa_because"] = why
    return course


def _ablations(facts: Facts) -> list[dict[str, object]]:
    prior = facts.get("prior_rfa")
    if isinstance(prior, dict):
        on = months_later(TODAY, -prior["months_ago"])
        back = months_later(on, prior["relief_months"])
        return [{"on": on, "joints": ["L4-5 right"], "relief": prior["relief_pct"], "pain_back": back}]
    number = facts.get("rfa_sessions_in_rolling_12_months", 0)
    assert isinstance(number, int)
    days = [TODAY - timedelta(days=100 * (at + 1)) for at in range(number)]
    return [{"on": on, "joints": ["L4-5 left"]} for on in days]


def _prior_of(facts: Facts) -> list[dict[str, object]]:
    """The blocks before; without days, two months and one month ago, before a therapeutic one."""
    prior = [*_listed(facts, "prior"), *_listed(facts, "blocks")]
    found = []
    for at, each in enumerate(prior):
        day = each.get("day")
        ago = each.get("days_ago", 40 - day if isinstance(day, int) else 200 - 30 * at)
        found.append({**each, "days_ago": ago, "second": at > 0})
    if "last_therapeutic" in facts:
        found.append({"days_ago": _THERAPY_AGO, "therapeutic": True})
    return found


def _listed(facts: Facts, key: str) -> list[dict[str, object]]:
    found = facts.get(key, [])
    assert isinstance(found, list)
    return found


def _prior(each: Mapping[str, object]) -> dict[str, object]:
    ago = each["days_ago"]
    assert isinstance(ago, int)
    block: dict[str, object] = {"on": TODAY - timedelta(days=ago), "joints": ["L4-5 right", "L5-S1 right"]}
    if each.get("therapeutic"):
        return {**block, "purpose": "therapeutic"}
    short = not each.get("second")
    agent = str(each.get("agent", "lidocaine 2%" if short else "bupivacaine 0.5%")).split()[0]
    relief = each.get("relief_pct")
    if not isinstance(relief, int):
        return {**block, "agent": "lidocaine 20", "scale": "", "baseline": 7, "scores": " ".join(["2"] * 12)}
    score = str(Decimal(100 - relief) / 10)
    held = 4 if agent == "lidocaine" else 8
    scores = [*[score] * held, *["10"] * (12 - held)]
    return {**block, "agent": f"{agent} 5", "baseline": 10, "scores": " ".join(scores)}


def _asked(facts: Facts, request: str) -> dict[str, object]:
    """The block that is asked for: not signed, without scores."""
    block: dict[str, object] = {
        "on": TODAY,
        "state": "draft",
        "joints": _places(facts),
        "agent": "bupivacaine 5",
        "guidance": facts["guidance"],
    }
    return {**block, "purpose": "therapeutic"} if "therapeutic" in request else block


def _places(facts: Facts) -> list[str]:
    joints = facts.get("joints", ["L4-5", "L5-S1"])
    assert isinstance(joints, list)
    side = facts.get("side", "right")
    sides = ["left", "right"] if side == "bilateral" else [side]
    return [f"{joint} {each}" for joint in joints for each in sides]


def _request(facts: Facts, request: str) -> dict[str, object]:
    return {"requested": _places(facts)} if request == "RFA" and "joints" in facts else {}


@every_row("number", EXPECTED)
def test_the_app_decides_as_the_case_says(corpus: Path, number: str) -> None:
    case = cases(corpus)[number]
    if number == "P33":  # the claim itself is not in the record: the reminder stands on every block
        facts_of(case)["request"] = "first diagnostic MBB"
    judgement = judged(case)
    assert {rule: judgement.finding(rule).verdict for rule in EXPECTED[number]} == EXPECTED[number]
    if number in WARNED:
        rule, words = WARNED[number]
        assert words in judgement.finding(rule).caution


def test_percentages_without_agent_or_duration_are_missing_not_met(corpus: Path) -> None:
    blocks = [
        {"on": TODAY - timedelta(days=ago), "joints": ["L4-5 right"], "baseline": 10,
         "scores": " ".join([score] * 12)}
        for ago, score in ((60, "1.5"), (40, "1"))
    ]  # fmt: skip
    assert cases(corpus)["P11"]["expected"] == "covered"
    course = _written({"request": "RFA"}) | {"block": blocks}
    rules = version_on(SETS, "US-MEDICARE-FACET", TODAY)
    assert rules is not None
    finding = judge(rules, read_case(Table("P11", course)).case(AGENTS)).finding("RF-1")
    assert finding.verdict is UNKNOWN
    assert "agent or duration" in finding.missing[0]


def test_the_yearly_allowances_are_four_four_and_two(corpus: Path) -> None:
    assert cases(corpus)["P42"]["expected"] == "yes"
    rules = version_on(SETS, "US-MEDICARE-FACET", TODAY)
    assert rules is not None
    caps = {
        r.criterion.of: r.criterion.at_most for r in rules.rules if isinstance(r.criterion, SessionsInAYear)
    }
    assert caps == {"diagnostic": 4, "therapeutic": 4, "ablation": 2}


def test_the_app_says_nothing_where_no_shipped_rule_set_applies(corpus: Path) -> None:
    named = {str(each["rule_set"]) for each in cases(corpus).values()}
    assert named - set(OUR_SET) <= NO_SUCH_SET
    assert not {each.id.lower() for each in SETS} & NO_SUCH_SET
    assert version_on(SETS, "US-MEDICARE-FACET", date(2018, 6, 1)) is None


def test_every_case_is_judged_left_to_others_or_named_as_different(corpus: Path) -> None:
    ours = {name for name, each in cases(corpus).items() if each["rule_set"] in OUR_SET}
    assert ours == {*EXPECTED, *NOT_FOLLOWED, "P42"}
