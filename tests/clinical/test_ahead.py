"""What must be settled before a planned block: unknown is never ready, an open check says what to do."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from mbb_desktop.clinical.ahead import Ahead, Check, Checked, Ready, checks, worst_of
from mbb_desktop.clinical.anatomy import JointSide, Side
from mbb_desktop.clinical.asked_before import Arranged, AskedBefore
from mbb_desktop.clinical.authorization import Authorization
from mbb_desktop.clinical.authorized import NONE_KNOWN, Cover, Covered
from mbb_desktop.clinical.block import Block, BlockState, Consent, ConsentKind, Purpose
from mbb_desktop.clinical.people import (
    PREGNANT,
    Allergy,
    AllergyKind,
    AllergyState,
    Anticoagulant,
    AnticoagulantPlan,
    Patient,
    Sex,
)
from mbb_desktop.workflow.knowledge import rule_set_versions
from tests.clinical.invented import COURSE, PATIENT, a_block, a_case
from tests.every_row import every_row

TODAY = date(2026, 11, 24)
PLACE = JointSide("L4-5", Side.LEFT)
RULES = next(each for each in rule_set_versions() if each.id == "US-MEDICARE-FACET")
ASKED = AskedBefore(
    UUID(int=9), PATIENT.id, UUID(int=9), True, Decimal(6), Arranged.ARRANGED, Arranged.NOT_NEEDED
)
SETTLED = replace(
    PATIENT,
    sex=Sex.FEMALE,
    pregnancy="not pregnant",
    allergy_state=AllergyState.NONE_KNOWN,
    anticoagulant=Anticoagulant(AnticoagulantPlan.NOT_TAKEN),
    language="en",
)


def planned(on: date, number: int = 9, **change: object) -> Block:
    made = Block(UUID(int=number), PATIENT.id, COURSE.id, on, BlockState.PLANNED, planned_joints=(PLACE,))
    return replace(made, **change)  # type: ignore[arg-type]


def ahead(*earlier: Block, patient: Patient = SETTLED, own: Block | None = None, **change: object) -> Ahead:
    block = own or planned(TODAY + timedelta(days=7), consent=Consent(ConsentKind.WRITTEN))
    case = replace(a_case(today=TODAY), patient=patient, others=(*earlier, block))
    made = Ahead(block, case, Covered(Cover.COVERS), RULES, ASKED)
    return replace(made, **change)  # type: ignore[arg-type]


def found(of: Ahead, what: Checked) -> Check:
    check = next(check for check in checks(of) if check.what is what)
    assert bool(check.todo) is bool(check.who) is (check.ready is not Ready.READY), check
    assert "None" not in f"{check.said} {check.todo}", check
    return check


def done(days_before: int, number: int = 1) -> Block:
    """A block that many days before the planned one."""
    return a_block((PLACE,), on=TODAY + timedelta(days=7 - days_before), number=number)


def test_a_block_with_everything_settled_is_ready() -> None:
    every = checks(ahead())
    assert worst_of(every) is Ready.READY
    assert [check.todo for check in every] == [""] * len(every)


@every_row(("days", "ready"), [(13, Ready.STOPS), (14, Ready.READY)], ids=["13", "14"])
def test_fourteen_days_lie_between_two_blocks(days: int, ready: Ready) -> None:
    check = found(ahead(done(days)), Checked.INTERVAL)
    assert check.ready is ready
    assert f"{days} days after the block of" in check.said
    if ready is Ready.STOPS:
        assert check.todo.startswith("Move it to 02-Dec-2026 or later")
        reasoned = planned(TODAY + timedelta(days=7), early_because="travels on Monday")
        assert found(ahead(done(days), own=reasoned), Checked.INTERVAL).ready is Ready.OPEN


def test_an_unfinished_note_is_perhaps_a_block() -> None:
    on = TODAY + timedelta(days=3)
    needles = datetime(2026, 11, 27, 9, tzinfo=UTC)
    begun = planned(on, 5, state=BlockState.DRAFT, purpose=Purpose.DIAGNOSTIC, needle_in=needles)
    assert found(ahead(begun), Checked.INTERVAL).said == (
        "The note of a block begun on 27-Nov-2026, 4 days before, is not finished"
    )
    assert found(ahead(begun), Checked.INTERVAL).ready is Ready.NOT_KNOWN
    assert found(ahead(begun), Checked.CAP).said.startswith("2 of 4")
    assert found(ahead(begun), Checked.PAIN_BACK).ready is Ready.READY
    assert found(ahead(begun, done(13)), Checked.INTERVAL).ready is Ready.STOPS
    four = [done(300 - 60 * at, at + 1) for at in range(4)]
    assert found(ahead(*four[1:], begun), Checked.CAP).ready is Ready.NOT_KNOWN
    waiting = replace(begun, needle_in=None)
    assert found(ahead(waiting), Checked.INTERVAL).said == "First block of these joints and sides"


def test_the_fifth_session_in_twelve_months_stops_and_counts_plans() -> None:
    four = [done(300 - 60 * at, at + 1) for at in range(4)]
    assert (
        found(ahead(*four[:3]), Checked.CAP).said == "4 of 4 diagnostic sessions in 12 months with this one"
    )
    assert found(ahead(*four), Checked.CAP).ready is Ready.STOPS
    between = planned(TODAY + timedelta(days=2), 77)
    assert found(ahead(*four[:3], between), Checked.CAP).ready is Ready.NOT_KNOWN


@every_row(
    ("what", "asked", "ready"),
    [
        (Checked.PAIN_BACK, {"pain_back": None}, Ready.NOT_KNOWN),
        (Checked.PAIN_BACK, {"pain_back": False}, Ready.STOPS),
        (Checked.PAIN, {"pain_now": None}, Ready.NOT_KNOWN),
        (Checked.PAIN, {"pain_now": Decimal(2)}, Ready.STOPS),
        (Checked.PAIN, {"pain_now": Decimal(3)}, Ready.READY),
        (Checked.DRIVER, {"driver": None}, Ready.NOT_KNOWN),
        (Checked.DRIVER, {"driver": Arranged.NOT_YET}, Ready.OPEN),
        (Checked.INTERPRETER, {"interpreter": Arranged.NOT_YET}, Ready.OPEN),
    ],
    ids=lambda value: str(getattr(value, "name", value)),
)
def test_what_the_patient_answered_decides(what: Checked, asked: dict[str, object], ready: Ready) -> None:
    check = found(ahead(done(30), asked=replace(ASKED, **asked)), what)  # type: ignore[arg-type]
    assert check.ready is ready
    assert bool(check.todo) is bool(check.who) is (ready is not Ready.READY)


@every_row(
    ("what", "change", "ready"),
    [
        (Checked.ALLERGY, {"allergy_state": None}, Ready.NOT_KNOWN),
        (Checked.PREGNANCY, {"pregnancy": ""}, Ready.NOT_KNOWN),
        (Checked.PREGNANCY, {"pregnancy": PREGNANT}, Ready.STOPS),
        (Checked.ANTICOAGULANT, {"anticoagulant": Anticoagulant()}, Ready.NOT_KNOWN),
        (
            Checked.ANTICOAGULANT,
            {"anticoagulant": Anticoagulant(AnticoagulantPlan.STOPPED, "apixaban", decided_by="K. Sato")},
            Ready.OPEN,
        ),
        (Checked.INTERPRETER, {"language": "es"}, Ready.NOT_KNOWN),
    ],
    ids=["allergy", "pregnancy", "pregnant", "thinner", "undated", "language"],
)
def test_what_the_record_says_decides(what: Checked, change: dict[str, object], ready: Ready) -> None:
    patient = replace(SETTLED, **change)  # type: ignore[arg-type]
    nobody = replace(ASKED, interpreter=None)
    assert found(ahead(patient=patient, asked=nobody), what).ready is ready


def test_a_man_is_not_asked_about_pregnancy_and_nothing_entered_is_not_known() -> None:
    nobody, own = replace(PATIENT, sex=Sex.MALE), planned(TODAY + timedelta(days=7))
    empty = ahead(patient=nobody, own=own, asked=None, covered=NONE_KNOWN, rule_set=None)
    every = {check.what: check.ready for check in checks(empty)}
    assert Checked.PREGNANCY not in every
    assert {what for what, ready in every.items() if ready is Ready.READY} == {Checked.INTERVAL}
    stated = found(ahead(), Checked.AUTHORIZATION)
    assert stated.ready is Ready.READY


def test_without_joints_or_rules_neither_interval_nor_sessions_are_known() -> None:
    bare = replace(planned(TODAY + timedelta(days=7)), planned_joints=())
    nowhere = ahead(done(30), own=bare)
    assert [found(nowhere, what).ready for what in (Checked.INTERVAL, Checked.CAP)] == [Ready.NOT_KNOWN] * 2
    unread = ahead(done(30), rule_set=None)
    assert found(unread, Checked.INTERVAL).said.startswith("30 days after the block of")
    assert [found(unread, what).who for what in (Checked.INTERVAL, Checked.CAP)] == ["physician"] * 2


def test_a_rule_set_without_interval_or_cap_asks_for_neither() -> None:
    free = replace(RULES, rules=tuple(r for r in RULES.rules if r.id not in ("DX-3", "DX-CAP")))
    early = ahead(*(done(days, days) for days in (2, 30, 60, 90)), rule_set=free)
    for what in (Checked.INTERVAL, Checked.CAP):
        assert found(early, what).ready is Ready.READY
        assert found(early, what).todo == ""
    assert found(early, Checked.INTERVAL).said.startswith("2 days after the block of")
    assert found(early, Checked.CAP).said.startswith("5 diagnostic sessions in 12 months")


def test_an_unfinished_note_long_before_leaves_a_known_interval_as_it_is() -> None:
    needles = datetime(2026, 11, 3, 9, tzinfo=UTC)
    begun = planned(date(2026, 11, 3), 5, state=BlockState.DRAFT, needle_in=needles)
    assert found(ahead(done(20), begun), Checked.INTERVAL).ready is Ready.READY
    assert found(ahead(begun), Checked.INTERVAL).ready is Ready.NOT_KNOWN
    assert found(ahead(done(20), begun, rule_set=None), Checked.INTERVAL).ready is Ready.NOT_KNOWN


def test_a_fifth_session_that_only_the_first_day_of_the_year_would_count_is_to_be_looked_at() -> None:
    day = planned(TODAY + timedelta(days=7)).performed_on
    last_year = a_block((PLACE,), on=day.replace(year=day.year - 1), number=8)
    check = found(ahead(last_year, *(done(60 * at, at) for at in (1, 2, 3))), Checked.CAP)
    assert (check.ready, check.who) == (Ready.OPEN, "front desk")
    assert check.todo


DECIDED = Anticoagulant(
    AnticoagulantPlan.CONTINUED, "apixaban", decided_by="K. Sato", decided_on=date(2026, 11, 20)
)


def test_a_thinner_with_all_its_facts_is_settled_and_says_who_decided_when() -> None:
    check = found(ahead(patient=replace(SETTLED, anticoagulant=DECIDED)), Checked.ANTICOAGULANT)
    assert check.ready is Ready.READY
    assert all(each in check.said for each in ("Apixaban", "continued", "K. Sato", "20-Nov-2026"))
    stopped = replace(DECIDED, plan=AnticoagulantPlan.STOPPED, stopped_on=date(2026, 11, 21))
    without_restart = found(ahead(patient=replace(SETTLED, anticoagulant=stopped)), Checked.ANTICOAGULANT)
    assert without_restart.ready is Ready.OPEN
    assert "stopped 21-Nov-2026" in without_restart.said
    whole = replace(stopped, restart_due=date(2026, 12, 2))
    settled = found(ahead(patient=replace(SETTLED, anticoagulant=whole)), Checked.ANTICOAGULANT)
    assert settled.ready is Ready.READY


def test_a_stop_that_ends_before_the_block_was_made_for_another_one() -> None:
    over = replace(DECIDED, plan=AnticoagulantPlan.STOPPED, stopped_on=date(2026, 11, 21))
    over = replace(over, restart_due=date(2026, 11, 30))
    check = found(ahead(patient=replace(SETTLED, anticoagulant=over)), Checked.ANTICOAGULANT)
    assert (check.ready, check.who) == (Ready.OPEN, "nurse")
    assert "restart due 30-Nov-2026: that is before this block" in check.said


def test_allergies_are_named_and_a_pregnancy_with_its_reason_stays_open() -> None:
    listed = replace(
        SETTLED,
        allergy_state=AllergyState.LISTED,
        allergies=(Allergy(AllergyKind.LATEX, ""), Allergy(AllergyKind.OTHER, "Kenalog")),
    )
    check = found(ahead(patient=listed), Checked.ALLERGY)
    assert (check.ready, check.who) == (Ready.OPEN, "physician")
    assert "latex and Kenalog" in check.said
    assert check.todo == "Have everything ready without latex; Check that nothing that is planned holds it"
    own = planned(TODAY + timedelta(days=7), pregnancy_reason="decided together with obstetrics")
    pregnant = found(ahead(patient=replace(SETTLED, pregnancy=PREGNANT), own=own), Checked.PREGNANCY)
    assert pregnant.ready is Ready.OPEN
    assert "decided together with obstetrics" in pregnant.said


@pytest.mark.parametrize("kind", AllergyKind, ids=lambda kind: kind.name.lower())
def test_no_allergy_is_ready_by_itself(kind: AllergyKind) -> None:
    listed = replace(SETTLED, allergy_state=AllergyState.LISTED, allergies=(Allergy(kind, "iohexol"),))
    assert found(ahead(patient=listed), Checked.ALLERGY).ready is Ready.OPEN
    unnamed = found(ahead(patient=replace(listed, allergies=())), Checked.ALLERGY)
    assert (unnamed.ready, unnamed.said) == (Ready.OPEN, "An allergy that is not named")


def test_a_block_of_another_joint_or_later_is_no_earlier_one_and_one_of_the_day_is() -> None:
    elsewhere = a_block((JointSide("C5-6", Side.LEFT),), on=TODAY, number=3)
    later = a_block((PLACE,), on=TODAY + timedelta(days=8), number=4)
    first = "First block of these joints and sides"
    assert found(ahead(elsewhere, later), Checked.INTERVAL).said == first
    assert found(ahead(done(0)), Checked.INTERVAL).said.startswith("0 days after")
    discarded = replace(done(3), state=BlockState.DISCARDED)
    assert found(ahead(discarded), Checked.INTERVAL).said == first


def test_an_unfinished_note_counts_when_its_joints_may_be_the_same_and_the_last_one_first() -> None:
    needles = datetime(2026, 11, 27, 9, tzinfo=UTC)
    on = TODAY + timedelta(days=3)
    begun = planned(on, 5, state=BlockState.DRAFT, needle_in=needles)
    first = "First block of these joints and sides"
    neck = replace(begun, planned_joints=(JointSide("C5-6", Side.LEFT),))
    assert found(ahead(neck), Checked.INTERVAL).said == first
    assert found(ahead(neck), Checked.CAP).said.startswith("1 of 4")
    nowhere = replace(begun, planned_joints=())
    assert found(ahead(nowhere), Checked.INTERVAL).ready is Ready.NOT_KNOWN
    assert found(ahead(nowhere), Checked.CAP).said.startswith("2 of 4")
    after = replace(begun, performed_on=TODAY + timedelta(days=8))
    assert found(ahead(after), Checked.INTERVAL).said == first
    same_day = replace(begun, performed_on=TODAY + timedelta(days=7))
    assert "0 days before" in found(ahead(same_day), Checked.INTERVAL).said
    earlier = replace(begun, id=UUID(int=6), performed_on=TODAY)
    for both in ((begun, earlier), (earlier, begun)):
        assert "begun on 27-Nov-2026, 4 days before" in found(ahead(*both), Checked.INTERVAL).said


def test_an_unfinished_note_exactly_the_interval_ago_leaves_a_known_one() -> None:
    needles = datetime(2026, 11, 17, 9, tzinfo=UTC)
    begun = planned(TODAY + timedelta(days=7 - 14), 5, state=BlockState.DRAFT, needle_in=needles)
    assert found(ahead(done(20), begun), Checked.INTERVAL).ready is Ready.READY
    day_later = replace(begun, performed_on=begun.performed_on + timedelta(days=1))
    assert found(ahead(done(20), day_later), Checked.INTERVAL).ready is Ready.NOT_KNOWN
    free = replace(RULES, rules=tuple(r for r in RULES.rules if r.id != "DX-3"))
    assert found(ahead(done(20), day_later, rule_set=free), Checked.INTERVAL).ready is Ready.READY


def test_a_plan_at_two_regions_is_counted_in_each() -> None:
    four = [done(300 - 60 * at, at + 1) for at in range(4)]
    joints = (JointSide("C5-6", Side.LEFT), PLACE)
    own = planned(TODAY + timedelta(days=7), planned_joints=joints)
    assert found(ahead(*four, own=own), Checked.CAP).said.startswith("5 diagnostic sessions")
    assert found(ahead(*four, own=own), Checked.CAP).todo


def test_words_say_what_was_found_and_who_has_to_act() -> None:
    low = found(ahead(asked=replace(ASKED, pain_now=Decimal("2.0"))), Checked.PAIN)
    assert low.said == "Pain 2 of 10, less than 3"
    assert found(ahead(), Checked.PAIN).said == "Pain 6 of 10"
    assert found(ahead(scores=(Decimal(1), Decimal(7))), Checked.PAIN).said == "Pain 7 of 10"
    nobody = ahead(asked=None)
    assert found(nobody, Checked.PAIN).ready is Ready.NOT_KNOWN
    assert found(ahead(done(30), asked=None), Checked.PAIN_BACK).ready is Ready.NOT_KNOWN
    assert Checked.INTERPRETER not in {check.what for check in checks(nobody)}
    consent = found(ahead(own=planned(TODAY + timedelta(days=7))), Checked.CONSENT)
    assert (consent.ready, consent.who) == (Ready.OPEN, "physician")
    assert found(ahead(), Checked.CONSENT).said.endswith(ConsentKind.WRITTEN.value)
    assert worst_of(()) is Ready.NOT_KNOWN
    for ready in Ready:
        assert worst_of((Check(Checked.PAIN, Ready.READY, ""), Check(Checked.CAP, ready, ""))) is ready


GAPS = ("the drug", "who decided", "when it was decided", "the last day", "the restart")


def test_a_thinner_without_a_name_or_a_decision_names_each_gap() -> None:
    bare = Anticoagulant(AnticoagulantPlan.STOPPED)
    check = found(ahead(patient=replace(SETTLED, anticoagulant=bare)), Checked.ANTICOAGULANT)
    assert check.ready is Ready.OPEN
    every = f"{check.said} {check.todo}"
    assert all(each in every for each in GAPS), every
    kept = replace(bare, plan=AnticoagulantPlan.CONTINUED)
    fewer = found(ahead(patient=replace(SETTLED, anticoagulant=kept)), Checked.ANTICOAGULANT)
    assert not any(each in f"{fewer.said} {fewer.todo}" for each in GAPS[3:])


@every_row("cover", Cover, ids=lambda cover: cover.name)
def test_the_answer_of_the_payer_is_said_with_what_the_desk_does(cover: Cover) -> None:
    entry = Authorization(UUID(int=1), PATIENT.id, number="AB-1204")
    for covered in (Covered(cover), Covered(cover, (), entry)):
        check = found(ahead(covered=covered), Checked.AUTHORIZATION)
        assert check.said == covered.sentence
        assert check.ready is (
            {Cover.WAITING: Ready.OPEN, Cover.NOT_KNOWN: Ready.NOT_KNOWN, Cover.DIFFERS: Ready.STOPS}.get(
                cover, Ready.READY
            )
        )
        assert check.who == ("" if check.ready is Ready.READY else "front desk")
    todo = {found(ahead(covered=Covered(each, (), entry)), Checked.AUTHORIZATION).todo for each in Cover}
    assert len(todo) == 4, "each answer asks for something else, the two good ones for nothing"
