"""The notice of error, which stands beside a signed paper, and the notices to those who received it."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable

from mbb_desktop.clinical.performed import say_places
from mbb_desktop.clinical.receipt import PATIENT, HowSent, Receipt
from mbb_desktop.clinical.shown import listed
from mbb_desktop.documents import look
from mbb_desktop.documents.amounts import NB, day
from mbb_desktop.documents.issue import Issue
from mbb_desktop.documents.notice_facts import CorrectionFacts, ErrorFacts
from mbb_desktop.documents.page import Sheet, render
from mbb_desktop.documents.parts import fields, heading, lines, signature, space, title, together
from mbb_desktop.documents.text import paragraph
from mbb_desktop.documents.wording import Words, bold, words

ERROR = "Notice of error"
CORRECTION = "Correction notice"
_LABEL = 84.0
_BY = {
    HowSent.HANDED: "on paper",
    HowSent.FAXED: "by fax",
    HowSent.MAILED: "by mail",
    HowSent.ELECTRONIC: "electronically",
}


def notice_pdf(facts: ErrorFacts | CorrectionFacts, issue: Issue) -> bytes:
    """The notice of error, or the notice to one recipient. The same facts and issue give the same bytes."""
    return _correction(facts, issue) if isinstance(facts, CorrectionFacts) else _error(facts, issue)


def _error(facts: ErrorFacts, issue: Issue) -> bytes:
    sheet = Sheet(ERROR, facts.clinic, facts.patient, facts.on, issue)
    wrong = facts.wrong
    subject = title(f"{wrong.number} was entered in error", look.TITLE)
    if wrong.joints:
        subject = title(f"{wrong.number} is not diagnostic for {say_places(wrong.joints)}", look.TITLE)
    kept = (
        f"The signed {wrong.kind.value} is kept as it was signed, and is printed together with this notice."
    )
    story: list[Flowable] = [
        subject,
        lines(kept, look.UNDERTITLE, after=5),
        *fields(_about(facts), _LABEL, last_ruled=True),
        space(8),
        lines(_effect(facts), look.LETTER),
        together([space(14), *signature(issue, f"Read together with {_named(facts)}.", sheet.width)]),
    ]
    return render(sheet, story)


def _correction(facts: CorrectionFacts, issue: Issue) -> bytes:
    error = facts.error
    sheet = Sheet(CORRECTION, error.clinic, error.patient, error.on, issue)
    story: list[Flowable] = [
        paragraph("\n".join(_address(facts)), look.LETTER),
        title(f"Correction of {_named(error)}", look.SUBTITLE, before=12, after=4),
        lines(_sent(facts.receipts, error), look.LETTER, after=4),
        lines(_effect(error), look.LETTER, after=4),
        heading("What we ask of you"),
        lines(_asked(error), look.LETTER, after=4),
        *fields([*_about(error), ("Our notice", f"{facts.notice_number}, {day(error.on)}")], _LABEL),
        together([space(14), *signature(issue, _reach(error), sheet.width)]),
    ]
    return render(sheet, story)


def _named(facts: ErrorFacts) -> str:
    return f"{facts.wrong.kind.value}{NB}{facts.wrong.number}"


def _about(facts: ErrorFacts) -> list[tuple[str, str | Words]]:
    wrong = facts.wrong
    what = words(
        bold(wrong.number), f", {wrong.kind.value}, signed {day(facts.signed_on)}, {facts.signed_by}"
    )
    return [("Paper", what), ("Code", wrong.code), ("Reason", wrong.reason)]


def _effect(facts: ErrorFacts) -> str:
    wrong = facts.wrong
    if not wrong.joints:
        return f"The whole {wrong.kind.value} does not stand. Nothing in it is used to judge or to plan care."
    these = "this joint" if len(wrong.joints) == 1 else "these joints"
    return (
        f"The procedure was done and counts as a session, but it is no test of {say_places(wrong.joints)}: "
        f"what was found there is not used to judge {these}."
    )


def _address(facts: CorrectionFacts) -> tuple[str, ...]:
    known = facts.correspondent
    to, patient = facts.receipts[-1].to, facts.error.patient
    if known is None:
        person = (f"{patient.given} {patient.family}", patient.address)
        return tuple(part for part in person if part) if to == PATIENT else (to,)
    name = ", ".join(part for part in (known.name, known.credentials) if part)
    fax = f"Fax {known.fax}" if known.fax else ""
    return tuple(part for part in (name, known.organization, known.address, fax) if part)


def _sent(received: Sequence[Receipt], facts: ErrorFacts) -> str:
    ways = listed([f"on {day(each.at.date())} {_BY[each.how]}" for each in received])
    return f"You received our {_named(facts)} {ways}. It needs correction."


def _asked(facts: ErrorFacts) -> str:
    if facts.wrong.joints:
        return (
            f"Keep this notice with your copy, and do not use it to judge {say_places(facts.wrong.joints)}."
        )
    return "Do not use your copy. Mark it as entered in error, and tell us if anything was decided on it."


def _reach(facts: ErrorFacts) -> str:
    return f"Questions: {facts.clinic.phone}" if facts.clinic.phone else ""
