"""The papers for patients as PDF: handout, pain diary, and the sheet before the block.

They are instructions, not records: nobody signs them, and no DRAFT stands across them.
"""

from dataclasses import replace

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.flowables import Flowable, PageBreak

from mbb_desktop.clinical.handout import HandoutKind, diary_code
from mbb_desktop.documents import look
from mbb_desktop.documents.diary_table import DiaryTable
from mbb_desktop.documents.fonts import inter
from mbb_desktop.documents.handout_facts import HandoutFacts
from mbb_desktop.documents.handout_words import (
    call_box,
    diary_steps,
    done_words,
    emergency_box,
    handout_sections,
    information_sections,
    joint_words,
    purpose_words,
    say,
    title_of,
    where_words,
    whose,
)
from mbb_desktop.documents.issue import Issue
from mbb_desktop.documents.large_print import Print, bullets, fitting, section, text, warning_boxes
from mbb_desktop.documents.look import Align, Type
from mbb_desktop.documents.page import Sheet, Surroundings, render, room
from mbb_desktop.documents.parts import Beside, Callout, Tone, lines, space, stack_height, title
from mbb_desktop.documents.qr_figure import QrFigure
from mbb_desktop.documents.tags import Node
from mbb_desktop.documents.text import paragraph
from mbb_desktop.documents.wording import Words, plain_text, words

_QR = 78.0
_CODE = Type(9, 11, look.Weight.MEDIUM, align=Align.CENTER)
_AIR = 8.0


def handout_pdf(facts: HandoutFacts) -> bytes:
    """One paper of the kind that the facts name; the same facts give the same bytes."""
    sheet = _sheet(facts)
    high = room(sheet)
    match facts.kind:
        case HandoutKind.HANDOUT:
            first = fitting(lambda size: _handout(facts, size, sheet.width), sheet.width, high)
            story = [*first, PageBreak(), *_diary(facts, sheet.width, high, first=False)]
        case HandoutKind.DIARY:
            story = _diary(facts, sheet.width, high, first=True)
        case HandoutKind.INFORMATION:
            story = fitting(lambda size: _information(facts, size), sheet.width, high)
    return render(sheet, story)


def _sheet(facts: HandoutFacts) -> Sheet:
    book = facts.book
    wording = book["page.wording"].format(version=book.version)
    approved = f"{wording}, {book.approved}" if book.approved else wording
    name, born, *rest = whose(facts)
    around = Surroundings(
        book.language,
        strip=(name, born, *rest),
        foot=(name, born, *rest),
        about=(title_of(facts), approved, book["page.private"]),
        number=book["page.number"],
        telephone=book["page.telephone"],
        fax=book["page.fax"],
    )
    return Sheet(
        book["page.kind"], facts.clinic, facts.patient, facts.on, Issue(logo=facts.logo), around=around
    )


def _handout(facts: HandoutFacts, size: Print, width: float) -> list[Flowable]:
    purpose = purpose_words(facts)
    return [
        title(title_of(facts), size.title),
        text(_where(facts), size.body),
        text(say(facts, "handout.needles_out"), size.body),
        text(done_words(facts), size.body),
        text(say(facts, "handout.pain"), size.body, after=0.5),
        *([_test(purpose, size)] if purpose else []),
        *(part for told in handout_sections(facts) for part in section(told, size)),
        space(size.size * 0.5),
        warning_boxes(call_box(facts), emergency_box(facts), size, width),
    ]


def _where(facts: HandoutFacts) -> Words:
    joints = joint_words(facts)
    return words(where_words(facts), ". ", joints, ".") if joints else words(where_words(facts), ".")


def _test(purpose: Words, size: Print) -> Flowable:
    return Callout([paragraph(purpose, size.body)], Tone.ACCENT)


# The diary


def _diary(facts: HandoutFacts, width: float, high: float, *, first: bool) -> list[Flowable]:
    """Text above and below in the largest type that leaves the table its room."""
    least = DiaryTable(facts, width, 0).height + _AIR
    around = fitting(lambda size: _around_table(facts, size, width, first=first), width, high - least)
    left = high - stack_height(around, width) - _AIR
    return [*around[:-1], space(3), DiaryTable(facts, width, left), around[-1]]


def _around_table(facts: HandoutFacts, size: Print, width: float, *, first: bool) -> list[Flowable]:
    small = Print(min(size.size, 12))
    called = plain_text(say(facts, "diary.title"))
    head = title(called, small.title) if first else _second_title(called, small)
    first_step, *steps = bullets(diary_steps(facts), small.body)
    left = [
        head,
        text(_where(facts), small.body),
        text(say(facts, "handout.needles_out"), small.body, after=0.3),
        first_step,
    ]
    code = diary_code(facts.block.id)
    right = [QrFigure(code, _QR, f"QR: {code}"), _code_line(code)]
    return [
        Beside(left, right, width - _QR - 12, 12),
        *steps,
        text(say(facts, "diary.send"), small.body, before=0.5),
    ]


def _code_line(code: str) -> Flowable:
    """Under the picture in one line, smaller when its letters are wide: a torn code is read wrong."""
    fits = _CODE.size * _QR / stringWidth(code, inter(_CODE.weight), _CODE.size) - 0.05
    return lines(code, replace(_CODE, size=min(_CODE.size, fits)))


def _second_title(called: str, size: Print) -> Flowable:
    block = paragraph(called, size.title)
    block.node = Node("H2")
    return block


# The sheet before the block


def _information(facts: HandoutFacts, size: Print) -> list[Flowable]:
    return [
        title(title_of(facts), size.title),
        text(_where(facts), size.body),
        text(say(facts, "information.when"), size.body, after=0.5),
        _test(purpose_words(facts), size),
        *(part for told in information_sections(facts) for part in section(told, size)),
        text(say(facts, "information.questions"), size.body, before=0.6),
    ]
