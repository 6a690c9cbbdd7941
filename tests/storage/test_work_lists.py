"""The lists of work: what is on them, and that reading them never reads everything."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind, Patient
from mbb_desktop.clinical.response import BEFORE, Reading, Response, Series
from mbb_desktop.storage import (
    audit,
    blocks,
    clinic_settings,
    courses,
    entered_in_error,
    papers,
    patients,
    print_steps,
    receipts,
    responses,
    to_print,
    users,
)
from mbb_desktop.storage import calls as follow_up_calls
from mbb_desktop.storage.similar_people import similar_names, with_similar_names
from mbb_desktop.storage.store import Look, Store
from tests.storage.builders import AT, CLINIC, NURSE, PHYSICIAN, block, course, filled, patient, response

TODAY = AT.date()


@pytest.fixture
def day(store: Store, physician: User) -> dict[str, Block]:
    """Blocks of one patient in every state."""
    person = patient()
    case = course(person)
    wanted = {
        "draft": block(case, TODAY),
        "planned": replace(block(case, TODAY, BlockState.PLANNED), scheduled_at=AT),
        "signed": replace(
            block(case, TODAY - timedelta(days=20), BlockState.SIGNED), physician_id=physician.id
        ),
        "older draft": replace(block(case, TODAY - timedelta(days=3)), physician_id=physician.id),
        "discarded": replace(block(case, TODAY, BlockState.DISCARDED), discarded_at=AT),
        "error": block(case, TODAY, BlockState.ENTERED_IN_ERROR),
    }
    with store.change(physician, "kept", at=AT) as change:
        change.save(person)
        change.save(case)
        return {name: change.save(one) for name, one in wanted.items()}


def answer(store: Store, by: User, of: Block) -> Response:
    with store.change(by, "scores", at=AT) as change:
        return change.save(response(of))


def test_the_day_has_what_is_planned_in_work_or_signed(store: Store, day: dict[str, Block]) -> None:
    with store.look() as look:
        assert blocks.of_day(look, TODAY) == (day["planned"], day["draft"])
        span = blocks.between(look, TODAY - timedelta(days=5), TODAY)
    assert span == (day["older draft"], *sorted((day["planned"], day["draft"]), key=lambda one: one.id))


def test_drafts_are_of_one_or_of_all_the_oldest_first(store: Store, day: dict[str, Block]) -> None:
    with store.look() as look:
        assert blocks.drafts(look) == (day["older draft"], day["draft"])
        assert blocks.drafts(look, PHYSICIAN.id) == (day["older draft"],)
        assert blocks.drafts(look, NURSE.id) == ()
        assert blocks.discarded(look, AT) == (day["discarded"],)
        assert blocks.discarded(look, AT + timedelta(seconds=1)) == ()


def test_a_patient_and_a_course_have_their_blocks(store: Store, day: dict[str, Block]) -> None:
    one = day["draft"]
    with store.look() as look:
        of_patient = blocks.of_patient(look, one.patient_id)
        of_course = blocks.of_course(look, one.course_id)
        assert [c.id for c in courses.of_patient(look, one.patient_id)] == [one.course_id]
        assert courses.of_patient(look, NURSE.id) == ()
    assert of_course == tuple(reversed(of_patient))
    assert {found.id for found in of_course} == {found.id for found in day.values()}


def test_a_response_with_scores_before_and_after_waits_until_it_is_signed(
    store: Store, physician: User, day: dict[str, Block]
) -> None:
    begun = answer(store, physician, day["signed"])
    with store.look() as look:
        assert blocks.with_response_to_sign(look) == ()
        assert responses.of_block(look, day["signed"].id) == begun
        assert responses.of_block(look, day["planned"].id) is None
        assert responses.of_blocks(look, []) == {}
        assert responses.of_blocks(look, [day["signed"].id]) == {day["signed"].id: begun}
    scored = with_scores(store, physician, begun, BEFORE, 30)
    with_scores(store, physician, answer(store, physician, day["draft"]), BEFORE, 60, 120)
    with_scores(store, physician, answer(store, physician, day["older draft"]), 15, 30)
    with_scores(store, physician, answer(store, physician, day["error"]), BEFORE, 15)
    with store.look() as look:
        assert blocks.with_response_to_sign(look) == (day["signed"], day["draft"])
        assert len(responses.of_course(look, day["signed"].course_id)) == 4
    with store.change(physician, "signed", at=AT) as change:
        change.save(replace(scored, signed_at=AT))
    with store.look() as look:
        assert blocks.with_response_to_sign(look) == (day["draft"],)


def with_scores(store: Store, by: User, of: Response, *slots: int) -> Response:
    readings = tuple(Reading(Series.OVERALL, slot, AT, Decimal(5)) for slot in slots)
    with store.change(by, "scores", at=AT) as change:
        return change.save(replace(of, readings=readings))


def test_courses_have_their_blocks_in_one_reading(store: Store, day: dict[str, Block]) -> None:
    course_id = day["draft"].course_id
    with store.look() as look:
        of_one = blocks.of_course(look, course_id)
        assert blocks.of_courses(look, [course_id, NURSE.id]) == {course_id: of_one, NURSE.id: ()}
        assert blocks.of_courses(look, []) == {}


def test_people_with_an_account(store: Store, physician: User) -> None:
    with store.change(physician, "kept", at=AT) as change:
        nurse = change.save(NURSE)
        change.save(replace(filled(User, 3), version=0, active=False))
    with store.look() as look:
        assert users.active(look) == (physician, nurse)
        assert users.physicians(look) == (physician,)


def test_the_clinic_its_directory_and_its_settings(store: Store, physician: User) -> None:
    kind = CorrespondentKind.PAYER
    with store.change(physician, "kept", at=AT) as change:
        payer = change.save(replace(filled(Correspondent, 1), version=0, kind=kind, active=True, name="B"))
        change.save(replace(filled(Correspondent, 2), version=0, kind=kind, active=False, name="A"))
        clinic_settings.put_setting(change, "letter.closing", "Sincerely,")
        clinic_settings.put_setting(change, "letter.closing", "With kind regards,")
        clinic_settings.put_setting(change, "letter.closing", "With kind regards,")
        clinic_settings.put_setting(change, "other", "x")
    with store.look() as look:
        assert clinic_settings.clinic(look) == replace(CLINIC, version=1)
        assert clinic_settings.directory(look, kind) == (payer,)
        assert clinic_settings.directory(look, CorrespondentKind.REFERRER) == ()
        assert clinic_settings.setting(look, "letter.closing") == "With kind regards,"
        assert clinic_settings.setting(look, "none") is None
        assert clinic_settings.settings(look, "letter.") == {"letter.closing": "With kind regards,"}
        assert (
            b'"letter.closing":["Sincerely,","With kind regards,"]'
            in audit.recent(look.connection, limit=1)[0].detail
        )


def plans(store: Store, look: Look, call: object) -> list[str]:
    """How the database goes about each statement that a call runs."""
    ran: list[tuple[str, object]] = []

    def keep(_: object, __: object, statement: str, parameters: object, *rest: object) -> None:
        ran.append((statement, parameters))

    sa.event.listen(store.engine, "before_cursor_execute", keep)
    try:
        assert callable(call)
        call()
    finally:
        sa.event.remove(store.engine, "before_cursor_execute", keep)
    found = []
    for statement, parameters in ran:
        rows = look.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
        found += [str(row[3]) for row in rows]
    return found


# A partial index holds only what is on the list, so that reading it whole is reading the list.
LISTS = (
    "ix_block_drafts",
    "ix_block_discarded",
    "uq_response_unsigned",
    "ix_signed_document_corrections",
    "to_print",
)
FEW = ("sqlite_autoindex_patient_merge_1",)  # the merges of a clinic are read as a whole
# The rows that a statement brings along itself.
ASKED = ("CONSTANT ROW", "CONSTANT ROWS", "beginning")


def test_no_search_and_no_work_list_reads_everything(store: Store, day: dict[str, Block]) -> None:
    one, since = day["draft"], TODAY - timedelta(days=30)
    with store.look() as look:
        person = look.get(Patient, one.patient_id)
        place = patients.Place("m", person.id)
        calls = {
            "family": lambda: patients.search(look, "mar"),
            "second page": lambda: patients.search(look, "mar", after=place),
            "given name": lambda: patients.search(look, "eleanor"),
            "two words": lambda: patients.search(look, "mar el"),
            "birth date": lambda: patients.search(look, "14-Mar-1961 mar"),
            "year": lambda: patients.search(look, "mar 1961"),
            "number": lambda: patients.search(look, "1187"),
            "list": lambda: patients.search(look, "", after=place),
            "similar": lambda: similar_names(look, person),
            "similar of a list": lambda: with_similar_names(look, (person,)),
            "duplicates": lambda: patients.duplicates(look, person),
            "number of record": lambda: patients.by_mrn(look, "004 1187"),
            "day": lambda: blocks.of_day(look, TODAY),
            "days": lambda: blocks.between(look, since, TODAY),
            "drafts": lambda: blocks.drafts(look),
            "own drafts": lambda: blocks.drafts(look, PHYSICIAN.id),
            "discarded": lambda: blocks.discarded(look, AT),
            "planned": lambda: blocks.planned_before(look, TODAY),
            "to sign": lambda: blocks.with_response_to_sign(look),
            "followed up": lambda: blocks.followed_up(look, since, TODAY, AT),
            "calls": lambda: follow_up_calls.of_blocks(look, [one.id]),
            "calls about ablations": lambda: follow_up_calls.of_courses(look, [one.course_id]),
            "chart": lambda: blocks.of_patient(look, one.patient_id),
            "course": lambda: blocks.of_course(look, one.course_id),
            "courses": lambda: courses.of_patient(look, one.patient_id),
            "response": lambda: responses.of_block(look, one.id),
            "responses": lambda: responses.of_course(look, one.course_id),
            "corrections": lambda: papers.open_corrections(look),
            "errors": lambda: entered_in_error.of_patient(look, one.patient_id),
            "errors of blocks": lambda: entered_in_error.of_blocks(look, [one.id]),
            "errors of a paper": lambda: entered_in_error.of_paper(look, one.id),
            "receipts": lambda: receipts.of_patient(look, one.patient_id),
            "papers": lambda: papers.of_patient(look, one.patient_id),
            "papers of a block": lambda: papers.of_block(look, one.id),
            "paper of a pdf": lambda: papers.by_pdf(look, bytes(32)),
            "letters": lambda: papers.last_letters(look, AT),
            "listed": lambda: papers.listed(look, [one.id]),
            "waiting": lambda: to_print.waiting(look),
            "prints": lambda: print_steps.since(look, AT),
            "prints of items": lambda: print_steps.of_items(look, [one.id]),
            "receipts since": lambda: receipts.since(look, AT),
            "trail": lambda: audit.recent(look.connection, patient_id=one.patient_id),
            "record": lambda: look.get(Course, one.course_id),
        }
        for name, call in calls.items():
            scans = [plan for plan in plans(store, look, call) if plan.startswith("SCAN")]
            assert [s for s in scans if not s.endswith(LISTS + ASKED + FEW) and "anon_" not in s] == [], name


def test_every_foreign_key_has_an_index(store: Store) -> None:
    """Without one, each deletion and each check of the file would read the whole child table."""
    with store.look() as look:
        inspector = sa.inspect(look.connection)
        for table in inspector.get_table_names():
            led = [index["column_names"][0] for index in inspector.get_indexes(table)]
            led.append(inspector.get_pk_constraint(table)["constrained_columns"][0])
            for key in inspector.get_foreign_keys(table):
                wanted = key["constrained_columns"][0]
                others = inspector.get_pk_constraint(table)["constrained_columns"]
                assert wanted in led or wanted in others, (table, wanted)


def test_a_page_reads_one_page(store: Store, physician: User) -> None:
    with store.change(physician, "people", at=AT) as change:
        for n in range(30):
            change.save(patient(f"Marsh{n:02}", mrn=f"{n:06}", born=date(1950, 1, 1 + n % 28)))
    with store.look() as look:
        assert len(patients.search(look, "marsh", limit=7).patients) == 7


def test_two_words_look_through_the_finds_of_the_longer_one_alone(
    store: Store, day: dict[str, Block]
) -> None:
    with store.look() as look:
        found = plans(store, look, lambda: patients.search(look, "el marsh"))
    assert not [each for each in found if "INTERSECT" in each or "MERGE" in each]
    assert len([each for each in found if "ix_patient_word_patient_id" in each]) == 1
