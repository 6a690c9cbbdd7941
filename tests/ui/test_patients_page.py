"""Finding people: while typing, by key, a page at a time, and never by an old reply."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.people import IdentifierKind
from mbb_desktop.ui.import_card import ImportCard
from mbb_desktop.ui.patient_form import PatientForm
from mbb_desktop.ui.patients_page import PatientsPage
from mbb_desktop.ui.tasks import Deliver, InlineTasks, Outcome
from mbb_desktop.workflow.import_people import Chosen, import_people, preview_people
from tests.ui.sample import SampleClinic, press


@pytest.fixture
def patients(clinic: SampleClinic) -> PatientsPage:
    return clinic.page(lambda: PatientsPage(clinic.session, clinic.window))


def names(page: PatientsPage) -> list[str]:
    return [f"{p.family} {p.given}" for p in page.table.records()]


def opened(page: PatientsPage) -> list[object]:
    seen: list[object] = []
    page.open_chart.connect(seen.append)
    return seen


def test_everybody_is_listed_at_first(patients: PatientsPage) -> None:
    assert len(names(patients)) == 12


def test_typing_finds_by_name_birth_date_and_number(clinic: SampleClinic, patients: PatientsPage) -> None:
    hands = clinic.hands()
    for typed, found in (("mar ele", 2), ("14 mar 1961", 1), ("004 1187", 1), ("zzz", 0)):
        patients.line.clear()
        hands.type(typed)
        assert len(names(patients)) == found, typed


def test_three_letters_and_enter_open_a_patient(clinic: SampleClinic, patients: PatientsPage) -> None:
    seen = opened(patients)
    hands = clinic.hands()
    hands.type("nak")
    hands.key("enter")
    assert seen == [clinic.patient("nakagawa").id]
    assert hands.n == 4


def test_arrows_in_the_search_line_move_in_the_list(clinic: SampleClinic, patients: PatientsPage) -> None:
    seen = opened(patients)
    hands = clinic.hands()
    hands.type("marsh")
    hands.key("down")
    hands.key("enter")
    assert seen == [clinic.patient("marsh elena").id]


def test_a_new_search_chooses_its_first_hit_again(clinic: SampleClinic, patients: PatientsPage) -> None:
    hands = clinic.hands()
    hands.type("mars")
    hands.key("down")
    hands.type("h")
    chosen = patients.table.current()
    assert chosen is not None
    assert chosen.given == "Eleanor"


def test_similar_names_are_marked_in_a_pause_of_the_typing(patients: PatientsPage, qtbot: QtBot) -> None:
    chips = patients.table.records_model.columns[0].chips
    assert chips is not None

    def marked() -> list[str]:
        return [p.family for p in patients.table.records() if chips(p)]

    assert marked() == []
    qtbot.waitUntil(lambda: marked() == ["Marsh", "Marsh"])


class Late(InlineTasks):
    """Keeps replies until they are let through, in any order."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def store_work(self, work: Callable[[], Any], deliver: Deliver[Any]) -> None:
        self.waiting.append(lambda: deliver(Outcome(work)))


def test_the_late_reply_of_an_older_search_is_dropped(clinic: SampleClinic) -> None:
    late = Late()
    clinic.session._tasks = late
    page = clinic.page(lambda: PatientsPage(clinic.session, clinic.window))
    page.line.setText("mar")
    page.line.setText("nowak")
    for reply in reversed(late.waiting[:]):
        reply()
    assert names(page) == ["Nowak Ewa"]


def test_enter_before_the_reply_opens_who_was_meant(clinic: SampleClinic) -> None:
    late = Late()
    clinic.session._tasks = late
    page = clinic.page(lambda: PatientsPage(clinic.session, clinic.window))
    seen = opened(page)
    page.line.setText("nowak")
    page.line.entered.emit()
    assert seen == []
    for reply in late.waiting[:]:
        reply()
    assert seen == [clinic.patient("nowak").id]


def test_more_people_come_when_the_list_is_scrolled(clinic: SampleClinic) -> None:
    rows = "\n".join(
        json.dumps({"resourceType": "Patient", "name": [{"family": f"Z{at:03}"}], "birthDate": "1970-01-01"})
        for at in range(70)
    )
    offered = clinic.do(preview_people, rows.encode(), "people.ndjson")
    chosen = tuple(Chosen(p.offered, f"Z {at}") for at, p in enumerate(offered.people))
    clinic.do(import_people, chosen)
    page = clinic.page(lambda: PatientsPage(clinic.session, clinic.window))
    assert len(names(page)) == 50
    bar = page.table.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert len(names(page)) == 82
    assert len(set(names(page))) == 82


def test_nobody_found_says_so(clinic: SampleClinic, patients: PatientsPage) -> None:
    clinic.hands().type("zzz")
    assert patients.table.isHidden()
    assert patients.nothing_said() == "Nobody found. Check the spelling, or add the patient."


def test_the_main_action_adds_a_patient_whose_chart_opens(
    clinic: SampleClinic, patients: PatientsPage
) -> None:
    seen = opened(patients)
    action = patients.page_action()
    assert action is not None
    action.run()
    form = clinic.window.shown()
    assert isinstance(form, PatientForm)
    hands = clinic.hands()
    for typed in ("Adeyemi", "Tunde", "3 feb 1970"):
        hands.type(typed)
        hands.key("tab")
    form.form.editor("mrn").setFocus()
    hands.type("004 2001")
    hands.key("ctrl+s")
    added = clinic.patient("adeyemi")
    assert seen == [added.id]
    assert [(i.kind, i.value) for i in added.identifiers] == [(IdentifierKind.MRN, "004 2001")]
    assert clinic.window.shown() is patients


def test_the_list_shows_a_patient_who_was_added(clinic: SampleClinic, patients: PatientsPage) -> None:
    line = b'{"resourceType":"Patient","name":[{"family":"Aaron"}],"birthDate":"1970-01-01"}'
    offered = clinic.do(preview_people, line, "a.json")
    clinic.do(import_people, (Chosen(offered.people[0].offered, "A 1"),))
    clinic.session.announce("patient")
    assert names(patients)[0].startswith("Aaron")


def test_import_opens_its_card(clinic: SampleClinic, patients: PatientsPage) -> None:
    press(patients, "Import from FHIR")
    assert isinstance(clinic.cards()[0], ImportCard)
