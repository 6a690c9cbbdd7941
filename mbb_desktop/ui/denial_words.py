"""Denials and what is open with payers, in a few words: when, which step, how urgent."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.denial import Denial, Due, NextStep
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.ui.authorization_words import about_words, named_words, state_chip
from mbb_desktop.ui.chips import Chip
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.person_words import capital
from mbb_desktop.workflow.denials import PayerRow

translate = QCoreApplication.translate


def due_chip(row: PayerRow, today: date) -> Chip:
    """How urgent a row is; of an authorization the payer's answer."""
    step = row.step
    if row.authorization is not None and not row.denied_without:
        return state_chip(row.authorization, today)
    return step_chip(step)


def step_chip(step: NextStep) -> Chip:
    """How urgent a denial is."""
    if step.due is Due.OVERDUE:
        return Chip(translate("denial", "Overdue"), "danger", "triangle-alert")
    if step.due is Due.OPEN:
        return Chip(translate("denial", "To do"), "warn", "clock")
    if step.due is Due.UNDATED:
        return Chip(translate("denial", "No deadline entered"), "danger", "circle-alert")
    if step.due is Due.WAITING:
        return Chip(translate("denial", "Waiting for the payer"), "info", "clock")
    return Chip(translate("denial", "Settled"), "neutral", "check")


def due_words(row: PayerRow) -> str:
    """The day until which something must be done; of an authorization its last day."""
    if row.step.on is None or row.step.due is Due.WAITING or row.denied_without:
        return ""
    return show_date(row.step.on)


def days_left(step: NextStep, today: date) -> str:
    """`in 5 days`, `today`, `3 days ago`."""
    if step.on is None:
        return ""
    days = (step.on - today).days
    if not days:
        return translate("denial", "today")
    if days in (1, -1):
        return translate("denial", "tomorrow") if days > 0 else translate("denial", "1 day ago")
    said = translate("denial", "in {0} days") if days > 0 else translate("denial", "{0} days ago")
    return said.format(abs(days))


def second_due(row: PayerRow, today: date) -> str:
    """How far away the day is."""
    if row.step.due is Due.WAITING and row.step.on is not None:
        return translate("denial", "since {0}").format(show_date(row.step.on))
    if row.step.due in (Due.OVERDUE, Due.OPEN, Due.IN_FORCE):
        return days_left(row.step, today)
    return ""


def what_words(row: PayerRow) -> str:
    """`Denial: ablation`, `Authorization: diagnostic block`."""
    if row.denial is not None:
        procedure = row.denial.procedure
        return translate("denial", "Denial: {0}").format(localized(procedure.value) if procedure else "")
    assert row.authorization is not None
    procedure = row.authorization.procedure
    return translate("denial", "Authorization: {0}").format(localized(procedure.value) if procedure else "")


def more_words(row: PayerRow) -> str:
    """The reason with the payer's reference, or what was approved."""
    if row.denial is not None:
        return denial_words(row.denial)
    assert row.authorization is not None
    each = row.authorization
    return ", ".join(filter(None, (named_words(each), about_words(each))))


def denial_words(each: Denial) -> str:
    """`Relief not shown as asked, NH-77, letter of 12-Nov-2026`."""
    reason = capital(localized(each.reason.value)) if each.reason else ""
    dated = translate("denial", "letter of {0}").format(show_date(each.dated)) if each.dated else ""
    return ", ".join(filter(None, (reason, each.payer, each.reference, dated)))


def step_words(row: PayerRow) -> str:
    """What is to be done next."""
    step, denial = row.step, row.denial
    level = capital(localized(step.level.value)) if step.level else ""
    if row.denied_without:
        return translate("denial", "Enter the denial with its deadline")
    if denial is None:
        waits = step.due is Due.WAITING
        return translate("denial", "Ask the payer for the answer") if waits else ""
    if step.due is Due.WAITING:
        return translate("denial", "{0} sent, answer open").format(level)
    if step.due is Due.UNDATED:
        return translate("denial", "Enter the deadline of the letter, or close it")
    return translate("denial", "{0} until this day").format(level) if level else ""


def sent_words(each: Denial) -> str:
    """`First level sent 12-Nov-2026 (faxed): denial stands`."""
    said = []
    for appeal in each.appeals:
        level = capital(localized(appeal.level.value)) if appeal.level else ""
        on = show_date(appeal.sent_on) if appeal.sent_on else ""
        how = f" ({localized(appeal.how.value)})" if appeal.how else ""
        answer = localized(appeal.outcome.value) if appeal.outcome else translate("denial", "no answer yet")
        said.append(translate("denial", "{0} {1}{2}: {3}").format(level, on, how, answer))
    return listed(said)
