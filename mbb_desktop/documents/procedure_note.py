"""The procedure note as a PDF: what was done, until the patient left the room."""

from collections.abc import Sequence
from itertools import pairwise

from reportlab.platypus.flowables import Flowable

from mbb_desktop.clinical.block import Block
from mbb_desktop.documents import look
from mbb_desktop.documents.amounts import moment
from mbb_desktop.documents.grids import Column, Ruling, fitted, grid
from mbb_desktop.documents.issue import Issue
from mbb_desktop.documents.look import Align
from mbb_desktop.documents.note_drugs import TargetRow
from mbb_desktop.documents.note_end import Recovery
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.note_words import Note, note
from mbb_desktop.documents.page import Sheet, render
from mbb_desktop.documents.parts import (
    Callout,
    TimesStrip,
    Tone,
    beside,
    fields,
    heading,
    lines,
    signature,
    space,
    stack_height,
    title,
    together,
    total_line,
)
from mbb_desktop.documents.pictures import block_picture
from mbb_desktop.documents.sentences import Section
from mbb_desktop.documents.text import paragraph
from mbb_desktop.documents.wording import Mark, Run, Words, bold, spaced, words

KIND = "Procedure note"
_LABEL = 78.0
_PICTURE = 205.0
_TARGET_TITLES = (
    "Side", "Nerve", "Landmark", "Joints", "Needle", "Aspiration", "Contrast", "Agent", "Volume"
)  # fmt: skip
_FOOTNOTE = "SAP superior articular process, TP transverse process. One row is one needle position."


def procedure_note_pdf(facts: NoteFacts, issue: Issue) -> bytes:
    """The note as it is recorded now. The same facts and issue give the same bytes."""
    sheet = Sheet(KIND, facts.clinic, facts.patient, facts.block.performed_on, issue)
    return render(sheet, _story(note(facts), facts, sheet))


def _story(said: Note, facts: NoteFacts, sheet: Sheet) -> list[Flowable]:
    return [
        *_first(said, facts.block, sheet.width),
        space(5),
        TimesStrip([(mark.name, mark.at, mark.zero) for mark in said.times]),
        space(3),
        *_sections(said.before, last_ruled=bool(said.drugs)),
        *_drugs(said, sheet.width),
        *_targets(said, sheet.width),
        space(4),
        *_sections(said.after),
        *_recovery(said.recovery),
        _end(said, sheet),
    ]


def _sections(sections: Sequence[Section], *, last_ruled: bool = False) -> list[Flowable]:
    return fields([(each.title, each.said) for each in sections], _LABEL, last_ruled=last_ruled)


# The head, with the spine beside it


def _first(said: Note, block: Block, width: float) -> list[Flowable]:
    stopped = (
        [Callout([paragraph(said.stopped.said, look.BODY)], Tone.WARN)] if said.stopped.sentences else []
    )
    left: list[Flowable] = [
        title(said.title, look.TITLE),
        lines(said.place, look.SUBTITLE),
        lines(said.occasion, look.UNDERTITLE, after=4),
        *stopped,
        *_sections(said.head),
    ]
    picture = block_picture(block, _PICTURE)
    if picture is None:
        return left
    room = width - _PICTURE - 14
    return _side_by_side(left, picture, room)


def _side_by_side(left: list[Flowable], picture: Flowable, room: float) -> list[Flowable]:
    """As many parts as fit beside the picture; the rest below it over the whole width."""
    count = len(left)
    _, height = picture.wrap(_PICTURE, 0)
    while count > 1 and stack_height(left[:count], room) > max(height + 24, 250):
        count -= 1
    width = room + 14 + _PICTURE
    return [*beside(left[:count], [picture], room, width), *left[count:]]


# Drugs and targets


def _drugs(said: Note, width: float) -> list[Flowable]:
    if not said.drugs:
        return []
    columns = [
        Column("Drug"),
        Column("Use"),
        Column("Lot"),
        Column("Expiry", 56.0),
        Column("Given", align=Align.RIGHT),
        Column("Discarded", align=Align.RIGHT),
        Column("Limit", 36.0, align=Align.RIGHT),
    ]
    rows = [(r.name, r.use, r.lot, r.expires, r.given, r.discarded, r.limit) for r in said.drugs]
    return [heading("Drugs"), *grid(fitted(columns, rows, width), rows)]


def _targets(said: Note, width: float) -> list[Flowable]:
    if not said.targets:
        return []
    columns = [Column(head) for head in _TARGET_TITLES]
    columns[-1] = Column("Volume", 42.0, align=Align.RIGHT)
    rows = [_cells(row) for row in said.targets]
    return [
        heading("Targets and injectate"),
        *grid(fitted(columns, rows, width), rows, Ruling(heavy_below=_groups(said.targets))),
        *[total_line(each.said) for each in said.sums],
        lines(words(spaced(each.said for each in said.limits), " ", _FOOTNOTE), look.SMALL, before=3),
    ]


def _cells(row: TargetRow) -> list[str | Words]:
    return [
        row.side,
        row.nerve,
        row.landmark,
        row.joints,
        row.needle,
        row.aspiration,
        row.contrast,
        row.agent,
        row.volume,
    ]


def _groups(rows: Sequence[TargetRow]) -> frozenset[int]:
    """The rows after which another nerve begins."""
    return frozenset(
        place for place, (row, below) in enumerate(pairwise(rows)) if row.target.nerve != below.target.nerve
    )


# The end


def _recovery(recovery: Recovery | None) -> list[Flowable]:
    if recovery is None:
        return []
    title = words(Run(recovery.section.title, Mark.SECOND), Run("  attested section", Mark.QUIET))
    attested = words("Attested by ", bold(recovery.attested_by), f", {moment(recovery.attested_at)}")
    blocks = [paragraph(said, look.BODY) for said in (title, recovery.section.said, attested)]
    return [space(5), Callout(blocks, Tone.ACCENT)]


def _gaps(said: Note) -> list[Flowable]:
    if not said.not_recorded:
        return []
    label, _, rest = said.not_recorded_text.partition(":")
    block = paragraph(words(Run(f"{label}:", Mark.MISSING), rest), look.BODY)
    return [space(5), Callout([block], Tone.WARN)]


def _end(said: Note, sheet: Sheet) -> Flowable:
    """What is not recorded and the signature: a signature never stands alone on a page."""
    later = _LATER if sheet.issue.signature else ""
    at_right = words(spaced(each.said for each in said.accepted), " " if said.accepted else "", later)
    return together([*_gaps(said), space(9), *signature(sheet.issue, at_right, sheet.width)])


_LATER = "Later changes appear only as addenda."
