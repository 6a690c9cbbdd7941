"""Follow-up calls through the window: the list, a call by keyboard and by mouse, and tries."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.calls import CallOutcome, Restart
from mbb_desktop.clinical.people import Anticoagulant, AnticoagulantPlan
from mbb_desktop.clinical.response import Channel, MedicineKind, Mode, Response, Series
from mbb_desktop.ui.attempt_card import AttemptCard
from mbb_desktop.ui.call_sheet import CallSheet
from mbb_desktop.ui.call_summary import CallSummary
from mbb_desktop.ui.calls_page import CallsPage
from mbb_desktop.ui.parts import Button
from mbb_desktop.ui.today_page import TodayPage
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.follow_up import response_of
from mbb_desktop.workflow.keep_patients import save_patient
from tests.ui.conftest import NOW
from tests.ui.sample import SampleClinic, press

MORNING = datetime(2026, 11, 24, 11, 5, tzinfo=UTC)
BUDGET = 12
"""Presses for a call with seven scores, from the open call to the next one."""


@pytest.fixture
def clinic(sample_template: Path, tmp_path: Path) -> Iterator[SampleClinic]:
    """The sample clinic with the nurse at the window."""
    with SampleClinic.opened(sample_template, tmp_path / "vault", NOW, "nurse") as opened:
        yield opened


@pytest.fixture
def calls(clinic: SampleClinic) -> CallsPage:
    return page_of(clinic)


def page_of(clinic: SampleClinic) -> CallsPage:
    page = clinic.page(lambda: CallsPage(clinic.session, clinic.window))
    clinic.window.activateWindow()
    QApplication.processEvents()
    return page


def open_(page: CallsPage, family: str) -> CallSheet:
    families = [row.patient.family for row in page.table.records()]
    page.table.select(families.index(family))
    QApplication.processEvents()
    assert page.sheet is not None
    assert page.sheet.row.patient.family == family
    return page.sheet


def scores_of(response: Response, series: Series = Series.OVERALL) -> dict[int, Decimal | None]:
    return {r.slot: r.score for r in response.readings if r.series is series and r.entered_at == MORNING}


def test_the_list_says_who_is_due_and_who_is_late_and_everything_has_a_name(calls: CallsPage) -> None:
    assert [row.patient.family for row in calls.table.records()] == ["Kowalski", "Nowak", "Schulz"]
    chips = calls.table.records_model.columns[1].chips
    assert chips is not None
    said = [chips(row)[0] for row in calls.table.records()]
    assert [getattr(chip, "text", "") for chip in said] == ["Late", "Late", "Due"]
    sheet = open_(calls, "Schulz")
    assert all(each.accessibleName() for each in sheet.findChildren(Button))
    assert all(inner.accessibleName() for e in sheet.facts._editors() for inner in e.inputs())
    assert not calls.nothing_said()
    sheet.toggle_identity()
    sheet.facts.effects.buttons[2].click()
    assert "tell a physician now" in sheet.facts.warning.text()
    sheet.facts.effects._none.click()
    assert sheet.facts.effects.value() == "none"
    assert not sheet.facts.warning.text()


def test_a_call_with_seven_scores_keeps_to_its_budget(clinic: SampleClinic, calls: CallsPage) -> None:
    block = open_(calls, "Nowak").row.block
    hands = clinic.hands()
    hands.key("f2")
    hands.key("f3")
    for score in "234":
        hands.type(score)
    sheet = calls.sheet
    assert sheet is not None
    assert "3 scores entered" in sheet.sentence()
    open_(calls, "Kowalski")
    hands = clinic.hands()
    block = calls.sheet.row.block  # type: ignore[union-attr]
    hands.key("f2")
    hands.key("f3")
    hands.type("2233456")
    hands.key("ctrl+enter")
    assert hands.n <= BUDGET
    kept = clinic.do(response_of, block)
    assert [*scores_of(kept).values()] == [Decimal(int(digit)) for digit in "2233456"]
    assert {(r.mode, r.channel, r.informant, r.entered_by) for r in kept.readings} == {
        (Mode.RECALL, Channel.TELEPHONE, "patient", "RN Diaz")
    }
    assert calls.sheet is not None
    assert calls.sheet.row.patient.family != "Kowalski"
    assert not calls.sheet.identity.value()
    assert clinic.events()[:2] == ["call opened", "follow-up call"]


def test_without_identity_no_score_can_be_typed_and_without_anything_there_is_no_call(
    clinic: SampleClinic, calls: CallsPage
) -> None:
    sheet = open_(calls, "Schulz")
    assert not any(box.isEnabled() for box in sheet.grid.grid.boxes.values())
    assert not sheet.facts.isEnabled()
    hands = clinic.hands()
    hands.key("f3")
    hands.type("22")
    hands.key("ctrl+enter")
    assert scores_of(clinic.do(response_of, sheet.row.block)) == {}
    assert "call opened" in clinic.events()[0]
    sheet = open_(calls, "Kowalski")
    hands.key("f2")
    hands.key("ctrl+enter")
    assert calls.sheet is sheet
    assert "follow-up call" not in clinic.events()


def test_a_score_needs_to_be_recalled_or_read_from_the_diary_and_a_medicine_its_kind(
    clinic: SampleClinic, calls: CallsPage
) -> None:
    sheet = open_(calls, "Kowalski")
    hands = clinic.hands()
    hands.key("f2")
    hands.type("2")
    assert not sheet.draft.response.readings
    assert "F3" in sheet.sentence()
    hands.key("f3")
    hands.key("f3")
    hands.type("2")
    assert [(r.slot, r.mode) for r in sheet.draft.response.readings] == [(15, Mode.PAPER_DIARY)]
    sheet.facts.medicines.lines[0].what.line.setFocus()
    hands.type("ibuprofen")
    hands.key("ctrl+enter")
    assert calls.sheet is sheet
    assert sheet.facts.problems()[0][1] == "Say whether it was a usual medicine or an extra one."
    assert "follow-up call" not in clinic.events()


def test_a_reading_is_due_only_when_its_time_has_passed(clinic: SampleClinic, calls: CallsPage) -> None:
    sheet = open_(calls, "Schulz")
    clinic.hands().key("f2")
    box = sheet.grid.grid.boxes[Series.LEFT, 1440]
    assert not box.isEnabled()
    assert box.toolTip() == "due 12:15"
    heads = {head.slot: (head.above, head.below, head.day) for head in sheet.grid.grid.facts().heads}
    assert (heads[60], heads[1440]) == (("13:15", "(1 h)", ""), ("12:15", "(24 h)", "24-Nov"))


def test_the_script_follows_the_scores_and_rows_are_copied_with_one_key(
    clinic: SampleClinic, calls: CallsPage
) -> None:
    sheet = open_(calls, "Schulz")
    said = sheet.spoken()
    assert "neck to shoulder blade, left and right, on looking up and turning the head" in said
    assert "at 13:15, 1 h after" in said
    hands = clinic.hands()
    hands.key("f2")
    hands.key("f3")
    hands.type("2")
    assert "at 14:15, 2 h after" in sheet.spoken()
    hands.type("23-5567-")
    hands.type("=")
    rated = sheet.draft.response
    assert scores_of(rated, Series.LEFT) == scores_of(rated, Series.RIGHT)
    assert scores_of(rated, Series.LEFT)[240] is None


def test_who_asks_is_blind_and_a_physician_is_not(clinic: SampleClinic, calls: CallsPage) -> None:
    sheet = open_(calls, "Nowak")
    assert sheet.grid.grid.boxes[Series.OVERALL, 60].shown() == "✓"
    assert "Pre, 15 min and 30 min" in sheet.grid.hidden_words()
    clinic.sign_in("physician")
    seen = open_(page_of(clinic), "Nowak")
    assert seen.grid.grid.boxes[Series.OVERALL, 60].shown() == "1"


def test_no_answer_is_one_key_and_can_be_taken_back(clinic: SampleClinic, calls: CallsPage) -> None:
    open_(calls, "Schulz")
    clinic.hands().key("f8")
    QApplication.processEvents()
    families = [row.patient.family for row in calls.table.records()]
    assert families == ["Kowalski", "Nowak"]
    toast = clinic.window.messages._toast
    assert toast.text() == "SCHULZ, Petra: no answer noted. Again 13:05."
    press(toast, "Undo")
    assert "Schulz" in [row.patient.family for row in calls.table.records()]
    assert clinic.events()[0] in ("call attempt taken back", "call opened")


def test_a_call_is_put_off_with_the_mouse(clinic: SampleClinic, calls: CallsPage) -> None:
    sheet = open_(calls, "Kowalski")
    press(sheet, "Call later")
    card = clinic.card(AttemptCard)
    press(card, "Save")
    assert "Say what came" in card.findChildren(type(card._notice))[0].text()
    card.outcome.set_value(CallOutcome.CALL_BACK)
    press(card, "Save")
    assert "when to call again" in card._notice.text()
    press(card, "Tomorrow 09:00")
    card.note.line.setText("at work until four")
    press(card, "Save")
    assert "Kowalski" not in [row.patient.family for row in calls.table.records()]
    calls.filter.set_value("later")
    calls.reload()
    row = next(row for row in calls.table.records() if row.patient.family == "Kowalski")
    assert [(t.outcome, t.note) for t in row.tries] == [(CallOutcome.CALL_BACK, "at work until four")]


def test_everything_of_a_call_can_be_done_with_the_mouse(clinic: SampleClinic, calls: CallsPage) -> None:
    patient = clinic.patient("kowalski")
    stopped = Anticoagulant(AnticoagulantPlan.STOPPED, "apixaban")
    clinic.do(save_patient, replace(patient, anticoagulant=stopped))
    sheet, hands = open_(calls, "Kowalski"), clinic.hands()
    hands.click(sheet.identity.box)
    hands.click(sheet.mode.inputs()[1])
    hands.click(sheet.informant.inputs()[1])
    hands.click(sheet.grid.grid.boxes[Series.OVERALL, 60])
    hands.type("2")
    facts = sheet.facts
    hands.click(facts.taken.inputs()[0])
    hands.click(facts.medicines.lines[0].what.line)
    hands.type("ibuprofen 400 mg")
    hands.click(facts.medicines.lines[0].when.line)
    hands.type("1800")
    hands.click(facts.medicines.lines[0].kind.inputs()[1])
    hands.click(facts.effects.buttons[0])
    hands.click(facts.restart.inputs()[1])
    hands.click(facts.restarted_at.line)
    hands.type("0800")
    hands.click(facts.relief.line)
    hands.type("75")
    hands.click(facts.movements.line)
    hands.type("bending, turning")
    block = sheet.row.block
    hands.click(sheet.save)
    kept = clinic.do(response_of, block)
    assert [(m.name, m.kind, m.at and f"{m.at:%d %H:%M}") for m in kept.medicines] == [
        ("ibuprofen 400 mg", MedicineKind.RESCUE, "21 18:00")
    ]
    assert (kept.side_effects, kept.movements_tried, kept.movements_regained) == (
        "soreness",
        ("bending", "turning"),
        ("bending", "turning"),
    )
    assert [s.percent for s in kept.stated] == [75]
    assert {r.informant for r in kept.readings} == {"partner or family"}
    assert clinic.patient("kowalski").anticoagulant.restart_confirmed is True
    calls.filter.set_value("reached")
    calls.reload()
    call = calls.table.records()[0].tries[-1]
    assert (call.identity, call.restart, call.restarted_at) == (
        True,
        Restart.RESTARTED,
        MORNING.replace(hour=8, minute=0),
    )


def test_scores_typed_before_a_lock_are_kept_and_identity_is_asked_again(
    clinic: SampleClinic, calls: CallsPage
) -> None:
    block = open_(calls, "Kowalski").row.block
    hands = clinic.hands()
    hands.key("f2")
    hands.key("f3")
    hands.type("23")
    clinic.sign_in("nurse")
    assert [*scores_of(clinic.do(response_of, block)).values()] == [2, 3]
    again = open_(page_of(clinic), "Kowalski")
    assert not again.identity.value()


def test_a_response_signed_meanwhile_names_what_is_lost_and_lets_the_call_end(
    clinic: SampleClinic, calls: CallsPage
) -> None:
    sheet = open_(calls, "Kowalski")
    for key in ("f2", "f3"):
        clinic.hands().key(key)
    clinic.hands().type("2")
    sheet.draft.save_at_once()
    with clinic.vault.store.change(clinic.vault.user, "response signed", at=clinic.now) as change:
        change.save(replace(change.get(Response, sheet.draft.response.id), signed_at=clinic.now))
    clinic.hands().type("3")
    sheet.finish()
    (told,) = clinic.cards()
    said = " ".join(label.text() for label in told.findChildren(QLabel))
    assert "signed meanwhile" in said
    assert "Not kept: " in said
    assert ": 3. Tell" in said
    told.accept()
    assert sheet.save.isEnabled()
    assert "without scores" in sheet.sentence()
    sheet.finish()
    assert "follow-up call" in clinic.events()


def test_nothing_runs_later_after_a_save_that_failed(clinic: SampleClinic, calls: CallsPage) -> None:
    draft, ran = open_(calls, "Kowalski").draft, list[int]()
    draft._then.append(lambda: ran.append(1))
    draft._saving += 1
    draft._failed(NotAllowed(Permission.RECORD_SCORES))
    draft.save_now()
    draft.saved.emit(clinic.now)
    draft._after_save(refresh=False)
    assert ran == []


def test_the_front_desk_sees_whom_to_call_and_nothing_else(clinic: SampleClinic) -> None:
    clinic.sign_in("front desk")
    page = page_of(clinic)
    assert page.sheet is None
    summary = page.findChildren(CallSummary)[-1]
    asked: list[object] = []
    page.open_chart.connect(asked.append)
    press(summary, "Open chart")
    assert len(asked) == 1
    assert "call opened" not in clinic.events()


def test_today_lists_the_calls_that_are_due_and_leads_to_them(clinic: SampleClinic) -> None:
    clinic.sign_in("nurse")
    counted: list[int] = []
    today = TodayPage(clinic.session)
    today.calls_counted.connect(counted.append)
    asked: list[object] = []
    today.call_asked.connect(asked.append)
    page = clinic.page(lambda: today)
    assert counted[-1] == page.sides.calls.count() == 3
    press(page.sides.calls, "Call: SCHULZ, Petra")
    assert asked == [clinic.block("schulz").id]
