"""The cover sheet of a fax: to whom, from whom, how many pages. Nothing that tells who the patient is."""

from mbb_desktop.clinical.people import Correspondent
from mbb_desktop.documents import look
from mbb_desktop.documents.amounts import counted, day, joined, whole
from mbb_desktop.documents.issue import Issue
from mbb_desktop.documents.packet_facts import Fax
from mbb_desktop.documents.page import Sheet, render
from mbb_desktop.documents.parts import Callout, Tone, fields, lines, space, title
from mbb_desktop.documents.template_words import fax_text
from mbb_desktop.documents.text import paragraph
from mbb_desktop.documents.wording import bold, plain_text, words

KIND = "Fax"
_LABEL = 84.0


def fax_cover_pdf(facts: Fax) -> bytes:
    """The cover sheet. The same facts give the same bytes."""
    sheet = Sheet(KIND, facts.clinic, None, facts.on, Issue(logo=facts.logo), never_signed="Fax cover sheet")
    clinic = facts.clinic
    numbers = (clinic.phone and f"Tel {clinic.phone}", clinic.fax and f"Fax {clinic.fax}")
    rows = [
        ("To", _to(facts.recipient)),
        ("Fax", facts.recipient.fax if facts.recipient and facts.recipient.fax else "not in our record"),
        ("From", joined((whole(facts.sender), clinic.name, *numbers), "\n")),
        ("Date", day(facts.on)),
        ("Pages", f"{counted(facts.pages, 'page')} with this one"),
        ("Our reference", facts.reference),
    ]
    head, said = bold(plain_text(fax_text(facts, "fax.notice_title"))), fax_text(facts, "fax.notice")
    notice = Callout([paragraph(words(head, " ", said), look.LETTER)], Tone.NEUTRAL)
    message = fax_text(facts, "fax.message")
    told = [space(18), lines(message, look.LETTER)] if message else []
    story = [title("Fax cover sheet", look.TITLE, after=10), *fields(rows, _LABEL), *told, space(24), notice]
    return render(sheet, story)


def _to(recipient: Correspondent | None) -> str:
    if recipient is None:
        return "not in our record"
    name = joined((whole(recipient.name), recipient.credentials))
    return joined((name, recipient.organization), "\n")
