"""An addendum as a PDF: a document of its own that adds to a signed one and changes nothing in it."""

from reportlab.platypus.flowables import Flowable

from mbb_desktop.documents import look
from mbb_desktop.documents.addendum_facts import AddendumFacts
from mbb_desktop.documents.amounts import NB, day
from mbb_desktop.documents.issue import Issue
from mbb_desktop.documents.page import Sheet, render
from mbb_desktop.documents.parts import fields, lines, signature, space, title, together
from mbb_desktop.documents.wording import Words, bold, words

KIND = "Addendum"
_LABEL = 84.0


def addendum_pdf(facts: AddendumFacts, issue: Issue) -> bytes:
    """The addendum. The same facts and issue give the same bytes."""
    sheet = Sheet(KIND, facts.clinic, facts.patient, facts.on, issue)
    return render(sheet, _story(facts, sheet))


def _story(facts: AddendumFacts, sheet: Sheet) -> list[Flowable]:
    kind = facts.to_kind.value
    rows: list[tuple[str, str | Words]] = [
        ("Adds to", words(bold(f"{facts.to_number}"), f", {kind}, signed {day(facts.to_signed_on)}")),
        ("Code", facts.to_code),
    ]
    rows += [("About", facts.about)] if facts.about else []
    rows += [("Reason", facts.reason)] if facts.reason else []
    return [
        title(f"Addendum to {facts.to_number}", look.TITLE),
        lines(f"The signed {kind} itself is unchanged.", look.UNDERTITLE, after=5),
        *fields(rows, _LABEL, last_ruled=True),
        space(8),
        lines(facts.text, look.LETTER),
        together(
            [
                space(14),
                *signature(sheet.issue, f"Read together with {kind}{NB}{facts.to_number}.", sheet.width),
            ]
        ),
    ]
