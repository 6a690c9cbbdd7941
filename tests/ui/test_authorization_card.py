"""A front desk enters what the payer approved; the day's list, the plan and the room compare with it."""

from datetime import date

from pytestqt.qtbot import QtBot

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.authorization import AskedFor, AuthorizationState, Unnamed
from mbb_desktop.ui.authorization_card import AuthorizationCard, PairsEditor
from mbb_desktop.ui.authorization_words import about_words
from mbb_desktop.ui.chips import Mark
from mbb_desktop.ui.parts import CheckBox
from mbb_desktop.ui.plan_card import PlanCard
from mbb_desktop.ui.today_page import TodayPage
from mbb_desktop.ui.today_rows import payer_marks, safety_words
from mbb_desktop.workflow.authorizations import payer_file
from tests.ui.sample import SampleClinic, press


def entered(card: AuthorizationCard, **facts: object) -> None:
    for name, value in facts.items():
        card.form.editor(name).set_value(value)


def test_what_the_front_desk_enters_is_compared_everywhere(clinic: SampleClinic) -> None:
    clinic.sign_in("front desk")
    chart = clinic.open_chart("Haddad")
    chart.show_tab("details")
    press(chart, "Add authorization")
    card = clinic.card(AuthorizationCard)
    press(card, "Save")
    assert card.form.field("state").sentence() == "Say what the payer answered, or that it was requested."
    entered(card, procedure=AskedFor.BLOCK, state=AuthorizationState.APPROVED, number="AB-1204")
    entered(card, joints=("L4-5",), sides=(Side.LEFT, Side.RIGHT), unnamed=(Unnamed.CODES, Unnamed.SESSIONS))
    entered(card, valid_from=date(2026, 11, 1), valid_to=date(2026, 12, 31))
    press(card, "Save")
    assert clinic.cards() == []
    (kept,) = clinic.do(payer_file, clinic.patient("Haddad").id).known.authorizations
    assert (kept.number, kept.payer, kept.entered_by) == ("AB-1204", "Medicare Part B", "J. Park")
    today = clinic.page(lambda: TodayPage(clinic.session))
    row = next(row for row in today.table.records() if row.patient.family == "Haddad")
    (mark,) = payer_marks(row)
    said = "Authorization AB-1204 does not cover the plan: bilateral L5-S1 not in it"
    assert mark == Mark("credit-card", "danger", said)
    assert ("credit-card", "danger", said) in safety_words(row)
    opened: list[object] = []
    today.open_payer.connect(opened.append)
    press(today.attention, "Open: HADDAD, Samir")
    assert opened == [row.patient.id]


def test_both_sides_of_each_joint_are_what_the_letter_approves_and_stand_in_the_kept_line(
    clinic: SampleClinic,
) -> None:
    chart = clinic.open_chart("Haddad")
    chart.show_tab("details")
    press(chart, "Add authorization")
    card = clinic.card(AuthorizationCard)
    boxes = {box.accessibleName(): box for box in card.form.editor("unnamed").findChildren(CheckBox)}
    entered(card, joints=("C5-6", "C6-7"), sides=(Side.LEFT, Side.RIGHT))
    assert "both sides" not in about_words(card.form.record())
    boxes["The letter: Approves both sides of each joint"].click()
    assert about_words(card.form.record()) == "C5-6 and C6-7, left and right; both sides of each joint"
    assert {name.split(": ")[1].split(" ")[0] for name in boxes} == {"Says", "Approves"}


def test_each_joint_takes_the_side_that_is_typed_with_it(qtbot: QtBot) -> None:
    editor = PairsEditor()
    qtbot.addWidget(editor)
    editor.line.setText("C4-5 r, C5-6 l")
    assert editor.value() == ("C4-5 right", "C5-6 left")
    editor.set_value(("C4-5 right", "C5-6 left"))
    assert editor.value() == ("C4-5 right", "C5-6 left")
    for unread in ("C4-5", "C4-5 r, C7mb l"):  # a joint without a side, a nerve
        editor.line.setText(unread)
        assert editor.problem() == "Write each joint with its side: C4-5 r, C5-6 l."


def test_a_plan_is_compared_while_it_is_typed(clinic: SampleClinic) -> None:
    chart = clinic.open_chart("Haddad")
    chart.show_tab("blocks")
    press(chart.blocks, "Plan a block")
    card = clinic.card(PlanCard)
    card.form.editor("levels").set_value("45 51 b")
    card.form.editor("levels").edited.emit()
    assert card.covered() == ""
    card.form.editor("day").set_value(date(2026, 12, 3))
    card.form.editor("day").edited.emit()
    assert card.covered() == "It is not known whether an authorization covers the plan."
    card.dismiss()
