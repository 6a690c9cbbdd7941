"""Lists with names: for a reason, by physicians alone, audited with every patient."""

import csv
import io
import json
from dataclasses import replace

import pytest

from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import Identifier, IdentifierKind
from mbb_desktop.storage import audit
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.export_figures import Exported, Form, NoReason
from mbb_desktop.workflow.export_lists import export_day, export_people
from mbb_desktop.workflow.keep_courses import save_course
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.record_block import start_block
from tests.workflow.conftest import NOW, Desks, lumbar_course, somebody

WHY = "letters about the new address"


def rows(exported: Exported) -> list[dict[str, str]]:
    ((_name, data),) = exported.files
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.fixture
def course(desks: Desks) -> Course:
    physician = desks.of("physician")
    return save_course(physician, lumbar_course(save_patient(physician, somebody())))


def test_everybody_is_in_the_list_however_many(desks: Desks) -> None:
    first = somebody()
    with desks.vault.store.change(desks.vault.user, "many added", at=NOW) as change:
        for number in range(501):
            mrn = (Identifier(IdentifierKind.MRN, f"{number:07}"),)
            change.save(replace(first, id=new_id(NOW), identifiers=mrn))
    exported = export_people(desks.of("physician"), "", Form.CSV, WHY)
    assert (exported.rows, len({row["MRN"] for row in rows(exported)})) == (501, 501)


def test_only_those_found_are_in_the_list(desks: Desks, course: Course) -> None:
    other = save_patient(desks.of("physician"), somebody("=Brandt", "Holger", "77"))
    exported = export_people(desks.of("physician"), "=Br", Form.CSV, WHY)
    assert [(row["family"], row["born"]) for row in rows(exported)] == [("'=Brandt", "1961-03-14")]
    with desks.vault.store.look() as look:
        event = audit.recent(look.connection)[0]
    facts = json.loads(event.detail)
    assert (event.event, facts["reason"], facts["patients"]) == ("patients exported", WHY, [str(other.id)])
    assert course.patient_id != other.id


def test_the_day_has_its_blocks(desks: Desks, course: Course) -> None:
    start_block(desks.of("physician"), course)
    (row,) = rows(export_day(desks.of("physician"), Form.CSV, WHY))
    assert (row["time"], row["family"], row["MRN"], row["state"]) == ("10:00", "Marsh", "004 1187", "draft")


def test_a_list_with_names_needs_a_reason(desks: Desks) -> None:
    before = desks.vault.store.head
    with pytest.raises(NoReason):
        export_people(desks.of("physician"), "", Form.CSV, " ")
    with pytest.raises(NoReason):
        export_day(desks.of("physician"), Form.CSV, "")
    assert desks.vault.store.head == before


@pytest.mark.parametrize("role", ["nurse", "front desk", "manager", "administrator"])
def test_nobody_else_takes_a_list_with_names(desks: Desks, role: str) -> None:
    with pytest.raises(NotAllowed):
        export_people(desks.of(role), "", Form.CSV, WHY)
