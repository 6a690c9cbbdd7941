"""A plan compared with what the payer approved: every difference is named, and unknown never covers."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.authorization import AskedFor, Authorization, AuthorizationState, Unnamed, problems
from mbb_desktop.clinical.authorized import Cover, Covered, PayerFile, Planned, Session, covered
from mbb_desktop.clinical.coding import Procedure, codes_of_plan
from mbb_desktop.clinical.denial import Closed, Denial
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.workflow.knowledge import code_book
from tests.every_row import every_row

DAY = date(2026, 12, 1)
PAYER = UUID(int=7)
AT = datetime(2026, 11, 20, tzinfo=UTC)
BOTH = tuple(JointSide(joint, side) for joint in ("L4-5", "L5-S1") for side in Side)
PLAN = Planned(AskedFor.BLOCK, BOTH, DAY, ("64493", "64494"))
GRANTED = Authorization(
    UUID(int=1),
    UUID(int=2),
    AskedFor.BLOCK,
    AuthorizationState.APPROVED,
    PAYER,
    "Northfield Health",
    "AB-1204",
    ("L4-5", "L5-S1"),
    (Side.LEFT, Side.RIGHT),
    2,
    ("64493", "64494"),
    2,
    (Unnamed.PAIRS,),
    valid_from=date(2026, 11, 1),
    valid_to=date(2026, 12, 31),
    entered_at=AT,
)


def found(*entries: Authorization, plan: Planned = PLAN, days: tuple[date, ...] = ()) -> tuple[Cover, str]:
    sessions = tuple(Session(AskedFor.BLOCK, day, BOTH) for day in days)
    answer = covered(plan, PayerFile(entries, PAYER, sessions))
    return answer.cover, answer.sentence


def test_an_authorization_that_says_everything_covers() -> None:
    assert found(GRANTED) == (Cover.COVERS, "Authorization AB-1204 covers the plan.")
    assert found(GRANTED, days=(date(2026, 11, 10),))[0] is Cover.COVERS


@every_row(
    ("change", "said"),
    [
        ({"sides": (Side.LEFT,)}, "right L4-5 and L5-S1 not in it"),
        ({"joints": ("L4-5",), "joints_at_most": None}, "bilateral L5-S1 not in it"),
        ({"joints_at_most": 1}, "2 joints planned, 1 approved"),
        ({"valid_to": date(2026, 11, 30)}, "01-Dec-2026 lies after its last day, 30-Nov-2026"),
        ({"valid_from": date(2026, 12, 2)}, "01-Dec-2026 lies before its first day, 02-Dec-2026"),
        ({"codes": ("64493",)}, "code 64494 not in it"),
        ({"sessions": 0}, "0 of 0 sessions used (none)"),
        ({"payer_id": UUID(int=8), "payer": "Elm"}, "it is of another payer, Elm"),
        ({"state": AuthorizationState.DENIED, "decided_on": AT.date()}, "denied on 20-Nov-2026"),
    ],
    ids=["side", "joint", "count", "late", "early", "code", "sessions", "payer", "denied"],
)
def test_what_differs_is_named(change: dict[str, object], said: str) -> None:
    cover, sentence = found(replace(GRANTED, **change))  # type: ignore[arg-type]
    assert cover is Cover.DIFFERS
    assert said in sentence


def test_used_sessions_are_counted_by_day_within_the_validity() -> None:
    days = (date(2026, 10, 31), date(2026, 11, 3), date(2026, 11, 3), date(2026, 11, 18))
    cover, sentence = found(GRANTED, days=days)
    assert cover is Cover.DIFFERS
    assert "2 of 2 sessions used (03-Nov-2026 and 18-Nov-2026)" in sentence


@every_row("field", ["number", "joints", "sides", "codes", "sessions", "valid_from", "valid_to", "payer_id"])
def test_what_is_not_in_the_record_never_covers(field: str) -> None:
    empty: object = () if field in ("joints", "sides", "codes") else "" if field == "number" else None
    cover, sentence = found(replace(GRANTED, **{field: empty}))  # type: ignore[arg-type]
    assert cover is Cover.NOT_KNOWN
    assert "not in our record" in sentence


def test_what_the_letter_leaves_open_is_no_condition() -> None:
    open_ones = replace(GRANTED, sides=(), codes=(), sessions=None, unnamed=tuple(Unnamed))
    assert found(open_ones)[0] is Cover.COVERS


def test_two_joints_with_two_sides_cover_only_when_both_sides_hold_for_each() -> None:
    plan = replace(PLAN, joints=BOTH[:1], codes=("64493",))
    apart = replace(GRANTED, unnamed=())
    said = "It is not known whether an authorization covers the plan: which side is of which joint is not in"
    assert found(apart, plan=plan) == (Cover.NOT_KNOWN, f"{said} our record.")
    assert found(GRANTED, plan=plan)[0] is Cover.COVERS
    assert found(replace(apart, sides=(Side.LEFT,)), plan=plan)[0] is Cover.COVERS


def test_nothing_entered_is_unknown_and_not_needed_only_when_somebody_said_so() -> None:
    assert found() == (Cover.NOT_KNOWN, "It is not known whether an authorization covers the plan.")
    free = Authorization(
        UUID(int=3),
        UUID(int=2),
        AskedFor.BLOCK,
        AuthorizationState.NOT_NEEDED,
        PAYER,
        note="K. Roe, by telephone",
        entered_at=AT,
    )
    assert found(free)[0] is Cover.NOT_NEEDED
    asked = replace(GRANTED, state=AuthorizationState.REQUESTED, entered_at=AT + timedelta(days=1))
    assert found(free, asked)[0] is Cover.WAITING
    assert problems(replace(free, note=""), DAY) == {"note": "Say who of the payer said that none is needed."}


def test_one_that_covers_counts_before_an_older_one_that_does_not() -> None:
    old = replace(GRANTED, id=UUID(int=5), valid_to=date(2026, 11, 2))
    assert found(old, GRANTED)[0] is Cover.COVERS
    wrong = replace(GRANTED, state=AuthorizationState.IN_ERROR)
    assert found(wrong)[0] is Cover.NOT_KNOWN
    other = replace(GRANTED, procedure=AskedFor.ABLATION)
    assert found(other)[0] is Cover.NOT_KNOWN


def test_a_session_of_an_unfinished_note_is_perhaps_used() -> None:
    done = tuple(Session(AskedFor.BLOCK, date(2026, 11, day), BOTH, sure=day < 10) for day in (3, 12))
    found = covered(PLAN, PayerFile((GRANTED,), PAYER, done))
    assert found.cover is Cover.NOT_KNOWN
    assert "while a note is not finished" in found.sentence


def test_a_later_denial_ends_a_grant_that_it_bears_on() -> None:
    grant = replace(GRANTED, decided_on=date(2026, 11, 1))
    denied = replace(
        GRANTED, id=UUID(int=6), state=AuthorizationState.DENIED, decided_on=date(2026, 11, 20), sides=()
    )
    assert found(grant, denied)[0] is Cover.DIFFERS
    assert "denied on 20-Nov-2026" in found(grant, denied)[1]
    assert found(replace(grant, decided_on=date(2026, 11, 22)), denied)[0] is Cover.COVERS
    assert found(replace(grant, decided_on=None), denied)[0] is Cover.NOT_KNOWN
    assert found(grant, replace(denied, joints=("L2-3",)))[0] is Cover.COVERS
    assert found(grant, replace(denied, payer_id=UUID(int=8)))[0] is Cover.COVERS


def test_not_needed_asks_for_payer_and_plan_and_no_edit_revives_it() -> None:
    free = replace(GRANTED, id=new_id(AT), state=AuthorizationState.NOT_NEEDED, note="K. Roe")
    assert found(free)[0] is Cover.NOT_NEEDED
    assert found(replace(free, payer_id=None))[0] is Cover.NOT_KNOWN
    assert covered(PLAN, PayerFile((free,))).cover is Cover.NOT_KNOWN
    assert found(free, plan=replace(PLAN, joints=()))[0] is Cover.NOT_KNOWN
    later = AT + timedelta(days=1)
    denied = replace(GRANTED, id=new_id(later), state=AuthorizationState.DENIED, entered_at=later)
    edited = replace(free, note="K. Rowe", entered_at=AT + timedelta(days=2))
    assert found(edited, denied)[0] is Cover.DIFFERS


def test_the_codes_of_a_plan_follow_its_joints() -> None:
    book = code_book()
    assert codes_of_plan(Procedure.INJECTION, BOTH, DAY, book) == ("64493", "64494")
    assert codes_of_plan(Procedure.ABLATION, BOTH[:1], DAY, book) == ("64635",)
    assert codes_of_plan(Procedure.INJECTION, (), DAY, book) == ()


def test_a_denial_in_force_leaves_nothing_covered_unless_it_is_older() -> None:
    denial = Denial(new_id(AT), UUID(int=2), AskedFor.BLOCK, dated=date(2026, 11, 20))
    approved = replace(GRANTED, decided_on=date(2026, 11, 10))

    def answer(*entries: Authorization, denied: Denial = denial) -> Cover:
        return covered(PLAN, PayerFile(entries, PAYER, denials=(denied,))).cover

    alone = covered(PLAN, PayerFile(denials=(denial,)))
    assert alone.sentence.endswith("covers the plan: a denial of 20-Nov-2026 is open.")
    assert alone.short == "Auth. not complete"
    assert answer(approved) is Cover.NOT_KNOWN
    assert answer(approved, denied=replace(denial, dated=None)) is Cover.NOT_KNOWN
    assert answer(approved, denied=replace(denial, dated=date(2026, 11, 9))) is Cover.COVERS
    assert answer(approved, denied=replace(denial, closed=Closed.IN_ERROR)) is Cover.COVERS
    assert answer(approved, denied=replace(denial, procedure=AskedFor.ABLATION)) is Cover.COVERS


def test_only_what_covers_or_is_not_needed_is_settled_and_codes_need_those_of_the_plan() -> None:
    assert {cover for cover in Cover if Covered(cover).settled} == {Cover.COVERS, Cover.NOT_NEEDED}
    cover, sentence = found(GRANTED, plan=replace(PLAN, codes=()))
    assert cover is Cover.NOT_KNOWN
    assert "the code of the plan is" in sentence


EARLIER = date(2026, 11, 10)
REQUESTED = replace(GRANTED, state=AuthorizationState.REQUESTED, requested_on=EARLIER)


@every_row(
    ("entry", "day"),
    [
        (REQUESTED, "10-Nov-2026"),
        (replace(REQUESTED, requested_on=None), "a day that is not in our record"),
    ],
    ids=["dated", "undated"],
)
def test_a_request_is_waited_for_since_its_day(entry: Authorization, day: str) -> None:
    assert found(entry) == (Cover.WAITING, f"The authorization is requested, not decided: asked on {day}.")


def test_every_answer_names_the_entry_that_gave_it() -> None:
    free = replace(GRANTED, state=AuthorizationState.NOT_NEEDED, note="K. Roe")
    denied = replace(GRANTED, state=AuthorizationState.DENIED, decided_on=AT.date())
    narrow = replace(GRANTED, joints_at_most=1)
    for entry in (GRANTED, REQUESTED, free, denied, narrow, replace(GRANTED, number="")):
        assert covered(PLAN, PayerFile((entry,), PAYER)).by is entry
    denial = Denial(new_id(AT), UUID(int=2), AskedFor.BLOCK, dated=date(2026, 11, 20))
    under = covered(PLAN, PayerFile((replace(GRANTED, number=""),), PAYER, denials=(denial,)))
    assert [reason.partition(" ")[0] for reason in under.reasons] == ["its", "a"]
    assert (under.cover, under.by is not None) == (Cover.NOT_KNOWN, True)
    grant = replace(GRANTED, decided_on=EARLIER)
    later = replace(denied, id=UUID(int=6))
    ended = covered(PLAN, PayerFile((grant, later), PAYER))
    assert ended.cover is Cover.DIFFERS
    assert ended.by in (grant, later)
    unordered = covered(PLAN, PayerFile((replace(GRANTED, decided_on=None), later), PAYER))
    assert (unordered.cover, unordered.by) == (Cover.NOT_KNOWN, replace(GRANTED, decided_on=None))
    assert "whether it was denied before or after is not in our record" in unordered.sentence


def test_the_first_and_the_last_day_belong_to_it_and_so_do_their_sessions() -> None:
    for change in ({"valid_from": DAY}, {"valid_to": DAY}):
        assert found(replace(GRANTED, **change))[0] is Cover.COVERS  # type: ignore[arg-type]
    edges = (date(2026, 11, 1), date(2026, 11, 30))
    until = replace(GRANTED, valid_to=date(2026, 11, 30))
    plan = replace(PLAN, on=date(2026, 11, 30))
    assert found(GRANTED, days=edges)[0] is Cover.DIFFERS
    assert found(until, plan=plan, days=edges)[0] is Cover.COVERS, "the day of the plan is the plan itself"
    after = replace(GRANTED, valid_to=date(2026, 11, 15))
    assert "lies after its last day" in found(after, days=edges)[1]
    assert "used" not in found(after, days=edges)[1]


def test_a_session_of_another_region_is_none_of_it_and_one_without_joints_may_be() -> None:
    neck = JointSide("C5-6", Side.LEFT)
    for joints, cover in (((neck,), Cover.COVERS), ((), Cover.DIFFERS)):
        done = tuple(Session(AskedFor.BLOCK, date(2026, 11, day), joints) for day in (3, 12))
        assert covered(PLAN, PayerFile((GRANTED,), PAYER, done)).cover is cover
    other = (Session(AskedFor.ABLATION, date(2026, 11, 3), BOTH),) * 2
    assert covered(PLAN, PayerFile((GRANTED,), PAYER, other)).cover is Cover.COVERS


def test_which_payer_is_not_known_is_said_and_one_without_a_name_too() -> None:
    assert "its payer is not" in found(replace(GRANTED, payer_id=None))[1]
    assert "the payer of the patient is not" in covered(PLAN, PayerFile((GRANTED,))).sentence
    nameless = replace(GRANTED, payer_id=UUID(int=8), payer="")
    assert "it is of another payer, not named" in found(nameless)[1]


def test_one_joint_with_both_sides_needs_no_word_about_pairs() -> None:
    plan = replace(PLAN, joints=BOTH[:2], codes=("64493",))
    one = replace(GRANTED, joints=("L4-5",), joints_at_most=1, unnamed=())
    assert found(one, plan=plan)[0] is Cover.COVERS


def test_of_two_alike_the_one_entered_last_answers() -> None:
    old = replace(GRANTED, id=new_id(AT), number="")
    new = replace(GRANTED, id=new_id(AT + timedelta(days=1)), number="")
    for order in ((old, new), (new, old)):
        assert covered(PLAN, PayerFile(order, PAYER)).by is new


def test_a_denial_of_the_day_of_the_approval_is_not_surely_older() -> None:
    denial = Denial(new_id(AT), UUID(int=2), AskedFor.BLOCK, dated=EARLIER)
    approved = replace(GRANTED, decided_on=EARLIER)
    assert covered(PLAN, PayerFile((approved,), PAYER, denials=(denial,))).cover is Cover.NOT_KNOWN
    later = replace(approved, decided_on=date(2026, 11, 11))
    assert covered(PLAN, PayerFile((later,), PAYER, denials=(denial,))).cover is Cover.COVERS


def test_a_joint_approved_on_one_side_does_not_cover_the_other() -> None:
    pairs = replace(
        GRANTED, joints=(), sides=(), pairs=("C4-5 right", "C5-6 left"), unnamed=(), codes=("64490", "64491")
    )
    codes = ("64490", "64491")
    asked = (JointSide("C4-5", Side.RIGHT), JointSide("C5-6", Side.LEFT))
    assert found(pairs, plan=Planned(AskedFor.BLOCK, asked, DAY, codes))[0] is Cover.COVERS
    left = Planned(AskedFor.BLOCK, (JointSide("C4-5", Side.LEFT),), DAY, codes)
    cover, said = found(pairs, plan=left)
    assert cover is Cover.DIFFERS
    assert "left C4-5 not in it" in said
    assert pairs.where == "C4-5 right and C5-6 left"
    assert "pairs" in problems(replace(pairs, joints=("C4-5",)), DAY)
    assert not problems(pairs, DAY)
