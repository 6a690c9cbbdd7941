"""The clinic's own rule sets: added from a file, judging, reviewed, withdrawn, and broken ones named."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.block import Block, BlockState, Target
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.drugs import Confidence
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.installed import BrokenRules
from mbb_desktop.paths import data_dir
from mbb_desktop.storage import audit, backup, rule_files
from mbb_desktop.storage.engine import WRITING
from mbb_desktop.storage.errors import Conflict, Frozen
from mbb_desktop.storage.guards import sqlite_guards
from mbb_desktop.storage.restore import restore
from mbb_desktop.storage.signed import verify
from mbb_desktop.storage.vault import open_vault
from mbb_desktop.workflow import installed_rules
from mbb_desktop.workflow.day_list import day_list
from mbb_desktop.workflow.installed_rules import installed, rule_set_choices
from mbb_desktop.workflow.issue_paper import note_facts
from mbb_desktop.workflow.keep_rules import (
    InstalledSet,
    RefusedRules,
    add_rules,
    offer_rules,
    review_rules,
    rule_library,
    take_rules_back,
    withdraw_rules,
)
from mbb_desktop.workflow.preview_codes import preview_codes
from mbb_desktop.workflow.review_course import counted_blocks, review_course, rule_set_of_block
from tests.workflow.conftest import NOW, PASSPHRASE, PEOPLE, Desks, lumbar_course, somebody, statements

UK = (data_dir("resources") / "rules" / "uk-50x1.toml").read_text(encoding="utf-8")
OURS = UK.replace('id = "UK-50X1"', 'id = "OURS"', 1)


def version(text: str, name: str, begins: str, ends: str = "") -> str:
    """The file as another version with other days."""
    text = text.replace('version = "2026-11"', f'version = "{name}"', 1)
    last = f"\neffective_to = {ends}" if ends else ""
    return text.replace("effective_from = 2026-11-22", f"effective_from = {begins}{last}", 1)


def row(desks: Desks, named: str) -> InstalledSet:
    return next(each for each in rule_library(desks.of("administrator")) if each.named == named)


def with_course(desks: Desks, rule_set: str) -> tuple[Course, Block]:
    """A patient whose complaint names a rule set, with a draft."""
    person = somebody()
    course = replace(lumbar_course(person), rule_set=rule_set)
    block = Block(new_id(NOW), person.id, course.id, NOW.date(), BlockState.DRAFT)
    with desks.of("physician").change("prepared") as change:
        change.save(person)
        return change.save(course), change.save(block)


def broken_by_an_update(desks: Desks) -> None:
    """As if a later program did not know a setting any more."""
    text = OURS.replace("months = 6", "moons = 6")
    with desks.of("administrator").change("kept by a former program") as change:
        rule_files.add(change, "ours.toml", "OURS", "2026-11", text.encode())


def test_an_own_file_judges_the_complaint_that_names_it(desks: Desks) -> None:
    admin = desks.of("administrator")
    offered = offer_rules(admin, "ours.toml", OURS.encode())
    assert (offered.rule_set.named, offered.remarks) == ("OURS 2026-11", ())
    add_rules(admin, offered.name, offered.text)
    course, block = with_course(desks, "OURS")
    review = review_course(desks.of("physician"), course.id)
    assert review.rule_set.named == "OURS 2026-11"
    assert review.judgement.sha256 == review.rule_set.sha256
    found = rule_set_of_block(desks.of("physician"), block)
    assert found is not None
    assert found.threshold is not None
    assert found.threshold.percent == Decimal(50)
    assert "OURS" in [each.id for each in rule_set_choices(desks.of("nurse"))]


def test_adding_reviewing_and_withdrawing_stand_in_the_audit_trail(desks: Desks) -> None:
    admin = desks.of("administrator")
    add_rules(admin, "ours.toml", OURS)
    review_rules(admin, row(desks, "OURS 2026-11"))
    withdraw_rules(admin, row(desks, "OURS 2026-11"))
    take_rules_back(admin, row(desks, "OURS 2026-11"))
    with desks.vault.store.look() as look:
        found = list(audit.recent(look.connection))[:4]
    assert [(event.event, event.user) for event in found] == [
        ("rule set taken back into use", "T. Berg"),
        ("rule set withdrawn", "T. Berg"),
        ("rule set reviewed", "T. Berg"),
        ("rule set added", "T. Berg"),
    ]
    digest = hashlib.sha256(OURS.encode()).hexdigest()
    assert digest in str(found[-1].detail)


def test_a_review_is_of_one_version_and_one_text(desks: Desks) -> None:
    admin = desks.of("administrator")
    add_rules(admin, "ours.toml", OURS)
    assert row(desks, "OURS 2026-11").review is None
    review_rules(desks.of("physician", NOW + timedelta(days=1)), row(desks, "OURS 2026-11"))
    review = row(desks, "OURS 2026-11").review
    assert review is not None
    assert (review.on, review.by) == (date(2026, 11, 25), "A. Okafor, MD")
    review_rules(admin, row(desks, "US-MEDICARE-FACET 2026-05"))
    assert row(desks, "US-MEDICARE-FACET 2026-05").review is not None
    assert row(desks, "UK-50X1 2026-11").review is None


def test_the_library_says_what_each_set_rests_on(desks: Desks) -> None:
    medicare = row(desks, "US-MEDICARE-FACET 2026-05")
    assert medicare.file is None
    assert medicare.confidence is Confidence.LOW
    assert medicare.documents[0].words == "LCD L38801 v23 (16-Apr-2026)"
    assert len(medicare.documents) > 2
    add_rules(desks.of("administrator"), "ours.toml", OURS)
    ours = row(desks, "OURS 2026-11")
    assert ours.file is not None
    assert (ours.file.name, ours.file.added_by) == ("ours.toml", "T. Berg")


WRONG = {
    "misspelt": (
        OURS.replace("months = 6", "month = 6"),
        "ours.toml, line 38, rule IND-2: 'month' is not known",
    ),
    "example": (OURS.replace('RF-1 = "met"', 'RF-1 = "missing"', 1), "RF-1 is 'met', expected 'missing'"),
    "no relief": (OURS[: OURS.index('[[rule]]\nid = "RF-1"')], "no rule says how much relief"),
    "delivered": (UK, "UK-50X1 2026-11 is installed already."),
    "same days": (version(UK, "2026-12", "2026-11-22"), "UK-50X1 2026-11 begins on 22-Nov-2026 too."),
    "reaches into it": (
        version(UK, "2026-10", "2026-01-01", "2026-12-31"),
        "UK-50X1 2026-10 is in force until 31-Dec-2026, UK-50X1 2026-11 from 22-Nov-2026.",
    ),
    "too large": (OURS + "#" * 1_000_001, "larger than 1 MB"),
}


@pytest.mark.parametrize(("text", "problem"), WRONG.values(), ids=WRONG.keys())
def test_a_file_that_must_not_judge_is_refused_and_not_kept(desks: Desks, text: str, problem: str) -> None:
    for action in (
        lambda: offer_rules(desks.of("administrator"), "ours.toml", text.encode()),
        lambda: add_rules(desks.of("administrator"), "ours.toml", text),
    ):
        with pytest.raises(RefusedRules) as refused:
            action()
        assert problem in str(refused.value)
        assert str(refused.value).startswith("ours.toml")
    with desks.vault.store.look() as look:
        assert rule_files.files(look) == ()


def test_a_later_version_of_a_delivered_set_ends_it(desks: Desks) -> None:
    admin = desks.of("administrator")
    offered = offer_rules(admin, "uk.toml", version(UK, "2027-01", "2027-01-01").encode())
    assert offered.remarks == ("From 01-Jan-2027 on it judges in place of UK-50X1 2026-11.",)
    add_rules(admin, offered.name, offered.text)
    with desks.vault.store.look() as look:
        known = installed(look)
    on = {day: known.for_service("UK-50X1", day) for day in (date(2026, 12, 31), date(2027, 1, 1))}
    assert [each.version for each in on.values() if each] == ["2026-11", "2027-01"]
    assert row(desks, "UK-50X1 2026-11").rule_set == replace(
        row(desks, "UK-50X1 2026-11").rule_set,
        effective_to=date(2026, 12, 31),  # type: ignore[type-var]
    )


def test_the_same_version_is_kept_once(desks: Desks) -> None:
    add_rules(desks.of("administrator"), "ours.toml", OURS)
    with pytest.raises(RefusedRules, match="OURS 2026-11 is installed already"):
        add_rules(desks.of("administrator"), "other.toml", OURS)
    with pytest.raises((Conflict, Frozen)), desks.of("administrator").change("twice") as change:
        rule_files.add(change, "third.toml", "OURS", "2026-11", b"x")


def test_a_withdrawn_set_is_no_choice_and_still_judges_what_names_it(desks: Desks) -> None:
    admin = desks.of("administrator")
    add_rules(admin, "ours.toml", OURS)
    course, _ = with_course(desks, "OURS")
    withdraw_rules(admin, row(desks, "OURS 2026-11"))
    assert "OURS" not in [each.id for each in rule_set_choices(admin)]
    assert review_course(desks.of("physician"), course.id).rule_set.named == "OURS 2026-11"
    assert row(desks, "OURS 2026-11").withdrawn
    add_rules(admin, "ours.toml", version(OURS, "2026-11b", "2026-11-22"))
    assert review_course(desks.of("physician"), course.id).rule_set.version == "2026-11b"
    with pytest.raises(RefusedRules, match="OURS 2026-11b begins on 22-Nov-2026 too"):
        take_rules_back(admin, row(desks, "OURS 2026-11"))


def test_what_came_with_the_program_cannot_be_withdrawn(desks: Desks) -> None:
    with pytest.raises(ValueError, match="came with the program"):
        withdraw_rules(desks.of("administrator"), row(desks, "UK-50X1 2026-11"))


def test_a_broken_file_is_named_where_it_should_judge_and_stops_nothing_else(desks: Desks) -> None:
    broken_by_an_update(desks)
    physician = desks.of("physician")
    course, block = with_course(desks, "OURS")
    with pytest.raises(BrokenRules) as refused:
        review_course(physician, course.id)
    assert "OURS 2026-11" in refused.value.sentence
    assert "ours.toml, line 38, rule IND-2: 'moons' is not known here." in refused.value.sentence
    assert len(day_list(physician).board.blocks) == 1
    assert counted_blocks(physician, course.id) == ()
    assert rule_set_of_block(physician, block) is None
    assert note_facts(physician, block.id).rule_set == "OURS 2026-11"
    assert preview_codes(physician, course.patient_id) is not None
    listed = rule_library(desks.of("administrator"))[0]
    assert (listed.named, listed.rule_set) == ("OURS 2026-11", None)
    assert "'moons' is not known here" in listed.problem


def test_other_complaints_are_judged_beside_a_broken_file(desks: Desks) -> None:
    broken_by_an_update(desks)
    course, _ = with_course(desks, "UK-50X1")
    assert review_course(desks.of("physician"), course.id).rule_set.id == "UK-50X1"


def test_a_broken_file_that_was_withdrawn_gives_way_to_a_corrected_one(desks: Desks) -> None:
    broken_by_an_update(desks)
    admin = desks.of("administrator")
    course, _ = with_course(desks, "OURS")
    withdraw_rules(admin, row(desks, "OURS 2026-11"))
    with pytest.raises(BrokenRules):
        review_course(desks.of("physician"), course.id)
    add_rules(admin, "ours.toml", version(OURS, "2026-11b", "2026-11-22"))
    assert review_course(desks.of("physician"), course.id).rule_set.version == "2026-11b"


def test_a_version_that_a_later_program_brings_too_is_named(desks: Desks) -> None:
    with desks.of("administrator").change("kept by a former program") as change:
        rule_files.add(change, "uk.toml", "UK-50X1", "2026-11", UK.encode())
    listed = rule_library(desks.of("administrator"))[0]
    assert listed.problem == "UK-50X1 2026-11 has come with the program as well. Withdraw one's own."
    withdraw_rules(desks.of("administrator"), listed)
    course, _ = with_course(desks, "UK-50X1")
    assert review_course(desks.of("physician"), course.id).rule_set.id == "UK-50X1"


def test_a_changed_text_is_not_judged_by(desks: Desks) -> None:
    add_rules(desks.of("administrator"), "ours.toml", OURS)
    with desks.vault.store.look() as look:
        file = rule_files.files(look)[0]
        found = installed_rules._parsed(file, OURS.replace("relief = 50", "relief = 40").encode())
    assert found == "ours.toml: its text is not the one that was added."


@pytest.mark.parametrize("table", ["rule_file", "rule_mark"])
def test_what_was_added_and_said_is_never_changed(desks: Desks, table: str) -> None:
    admin = desks.of("administrator")
    add_rules(admin, "ours.toml", OURS)
    review_rules(admin, row(desks, "OURS 2026-11"))
    for slip in (f"DELETE FROM {table}", f"UPDATE {table} SET rule_set = 'x'"):
        with pytest.raises(Frozen), admin.change("slip") as change:
            change.connection.exec_driver_sql(slip)


ATTACKS = {
    "another text": "UPDATE rule_file SET content = CAST(replace(CAST(content AS TEXT), '50', '40') AS BLOB)",
    "another name": "UPDATE rule_file SET name = 'x.toml'",
    "another person": "UPDATE rule_file SET added_by = 'B. Other, MD'",
    "no file": "DELETE FROM rule_file",
    "a file of nobody": "INSERT INTO rule_file SELECT zeroblob(16), name, rule_set, 'other', content, sha256,"
    " added_at, added_by FROM rule_file",
    "another mark": "UPDATE rule_mark SET mark = 'withdrawn'",
    "another reviewer": "UPDATE rule_mark SET \"user\" = 'B. Other, MD'",
    "no mark": "DELETE FROM rule_mark",
    "a mark of nobody": "INSERT INTO rule_mark SELECT seq + 1, rule_set, set_version, sha256, mark, at,"
    ' user_id, "user" FROM rule_mark',
    "unreadable": "UPDATE rule_mark SET at = ''",
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_checking_the_record_finds_changed_rule_files_and_marks(desks: Desks, attack: str) -> None:
    admin = desks.of("administrator")
    add_rules(admin, "ours.toml", OURS)
    review_rules(admin, row(desks, "OURS 2026-11"))
    assert verify(admin.store).intact
    guards = {k: v for k, v in sqlite_guards().items() if k.startswith(("rule_file", "rule_mark"))}
    with admin.store.engine.connect().execution_options(**{WRITING: True}) as connection, connection.begin():
        for name in guards:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql(ATTACKS[attack])
        for text in guards.values():
            connection.exec_driver_sql(text)
    faults = verify(admin.store).faults
    assert len(faults) == 1
    assert faults[0].place.startswith(("rule set OURS", "rule mark"))


def test_taking_rules_back_looks_and_marks_in_one_transaction(desks: Desks) -> None:
    admin = desks.of("administrator")
    add_rules(admin, "ours.toml", OURS)
    withdraw_rules(admin, row(desks, "OURS 2026-11"))
    chosen = row(desks, "OURS 2026-11")
    begun: list[bool] = []
    sa.event.listen(admin.store.engine, "begin", lambda _connection: begun.append(True))
    take_rules_back(admin, chosen)
    assert len(begun) == 1


def test_a_rule_set_that_is_not_installed_is_named_beside_the_one_that_judges(desks: Desks) -> None:
    course, block = with_course(desks, "GONE-2024")
    physician = desks.of("physician")
    review = review_course(physician, course.id)
    (said,) = review.stand_ins
    assert said.startswith(
        "The rule set GONE-2024 is named here and not installed. US-MEDICARE-FACET 2026-05"
    )
    course, block = with_course(desks, "")
    targets = (Target("L3 MB", Side.LEFT), Target("L4 MB", Side.LEFT))
    with physician.change("prepared") as change:
        change.save(replace(block, rule_set="OLD-PAYER", targets=targets))
    (said,) = review_course(physician, course.id).stand_ins
    assert said.startswith("The rule set OLD-PAYER is named here and not installed.")


def test_own_files_are_in_the_backup_and_come_back(desks: Desks) -> None:
    admin, folder = desks.of("administrator"), desks.vault.store.folder
    assert folder is not None
    add_rules(admin, "ours.toml", OURS)
    made = backup.back_up(desks.vault.store, at=NOW)
    withdraw_rules(admin, row(desks, "OURS 2026-11"))
    desks.vault.close()
    restore(folder, made, PEOPLE["physician"].id, PASSPHRASE, at=NOW)
    again = open_vault(folder, PEOPLE["physician"].id, PASSPHRASE, at=NOW)
    with again.store.look() as look:
        assert installed(look).newest["OURS"].sha256 == hashlib.sha256(OURS.encode()).hexdigest()
    again.close()


def test_one_statement_per_look_however_many_rows(desks: Desks) -> None:
    add_rules(desks.of("administrator"), "ours.toml", OURS)
    physician = desks.of("physician")
    with_course(desks, "OURS")
    day_list(physician)
    few = [s for s in statements(desks, lambda: day_list(physician)) if "rule_file" in s]
    for number in range(5):
        person = somebody(given=f"Person {number}", mrn=f"77{number}")
        course = replace(lumbar_course(person), rule_set="OURS")
        block = Block(new_id(NOW), person.id, course.id, NOW.date(), BlockState.DRAFT)
        with physician.change("prepared") as change:
            for record in (person, course, block):
                change.save(record)
    many = [s for s in statements(desks, lambda: day_list(physician)) if "rule_file" in s]
    assert len(few) == len(many) == 1
    assert "content" not in many[0]


def test_a_file_is_parsed_once(desks: Desks) -> None:
    text = OURS.replace("OURS", "OURS-ONCE", 1)
    add_rules(desks.of("administrator"), "once.toml", text)

    def read() -> None:
        with desks.vault.store.look() as look:
            assert "OURS-ONCE" in installed(look).newest

    ran = [statements(desks, read) for _ in range(3)]
    assert [len([s for s in each if "content" in s]) for each in ran] == [1, 0, 0]
