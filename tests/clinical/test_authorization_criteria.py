"""What a payer's recorded answer means to a rule that asks for an authorization of the ablation."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.authorization import AskedFor, Authorization, AuthorizationState, Unnamed
from mbb_desktop.clinical.authorization_criteria import AblationAuthorized
from mbb_desktop.clinical.authorized import PayerFile
from mbb_desktop.clinical.criteria import Found, Verdict
from tests.clinical.invented import PATIENT, RIGHT, a_case, two_blocks
from tests.every_row import every_row

PAYER = UUID(int=70)
GRANTED = Authorization(
    UUID(int=71),
    PATIENT.id,
    AskedFor.ABLATION,
    AuthorizationState.APPROVED,
    PAYER,
    number="A 118",
    joints=("L4-5", "L5-S1"),
    sides=(Side.RIGHT,),
    codes=("64635", "64636"),
    unnamed=(Unnamed.SESSIONS,),
    valid_from=date(2026, 12, 1),
    valid_to=date(2026, 12, 1),
)
LATER: dict[str, object] = {"valid_from": date(2026, 12, 2), "valid_to": date(2026, 12, 2)}


def found(*answers: Authorization) -> Found:
    """On 1 December 2026, after two positive blocks of L4-5 and L5-S1 right."""
    return AblationAuthorized().find(
        replace(a_case(*two_blocks()), requested=RIGHT, payer_file=PayerFile(answers, PAYER))
    )


@every_row(
    ("change", "verdict"),
    [
        ({}, Verdict.MET),
        ({"sides": (Side.LEFT,)}, Verdict.NOT_MET),
        ({"valid_to": date(2026, 11, 30), "valid_from": date(2026, 11, 1)}, Verdict.NOT_MET),
        (LATER, Verdict.NOT_YET),
        ({**LATER, "sides": (Side.LEFT,)}, Verdict.NOT_MET),
        ({"codes": ("64635",)}, Verdict.NOT_MET),
        ({"payer_id": UUID(int=72)}, Verdict.NOT_MET),
        ({"state": AuthorizationState.DENIED}, Verdict.NOT_MET),
        ({"state": AuthorizationState.REQUESTED}, Verdict.NOT_YET),
        ({"number": ""}, Verdict.UNKNOWN),
        ({"procedure": AskedFor.BLOCK}, Verdict.UNKNOWN),
        ({"state": AuthorizationState.IN_ERROR}, Verdict.UNKNOWN),
    ],
)
def test_an_ablation_is_authorized_only_by_an_answer_that_covers_it_today(
    change: dict[str, object], verdict: Verdict
) -> None:
    assert found(replace(GRANTED, **change)).verdict is verdict  # type: ignore[arg-type]


def test_the_answer_is_the_evidence_and_what_is_open_is_missing() -> None:
    (evidence,) = found(GRANTED).evidence
    assert (evidence.text, evidence.record_id) == ("Authorization A 118 covers the plan", GRANTED.id)
    assert found().missing == ("It is not known whether an authorization covers the plan",)
    assert AblationAuthorized().find(a_case(*two_blocks())).verdict is Verdict.UNKNOWN


def test_an_answer_that_begins_later_names_its_first_day_unless_it_was_denied_since() -> None:
    later = replace(GRANTED, **LATER, decided_on=date(2026, 11, 20))  # type: ignore[arg-type]
    first = "02-Dec-2026, the first day on which authorization A 118 covers the plan"
    expired = replace(GRANTED, id=UUID(int=73), valid_from=None, valid_to=date(2026, 11, 30))
    assert found(later).missing == found(expired, later).missing == (first,)
    denied = replace(GRANTED, id=UUID(int=74), state=AuthorizationState.DENIED, decided_on=date(2026, 11, 25))
    assert found(later, denied).verdict is Verdict.NOT_MET


def test_none_needed_is_met_with_who_said_it_as_a_caution() -> None:
    said = found(replace(GRANTED, state=AuthorizationState.NOT_NEEDED, note="Ms. Invented, by telephone"))
    assert said.verdict is Verdict.MET
    assert said.caution == "No authorization is needed, somebody entered: Ms. Invented, by telephone."


def test_without_a_joint_in_question_nothing_can_be_authorized_yet() -> None:
    assert AblationAuthorized().find(a_case()).verdict is Verdict.NOT_YET
