"""Noting in the audit trail what left the house: each kind of paper in its own way."""

from collections.abc import Sequence

from mbb_desktop.clinical.enclosure import Enclosure
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.ui.paper_words import Shown
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.issue_paper import note_printed
from mbb_desktop.workflow.keep_enclosures import note_enclosure
from mbb_desktop.workflow.make_packet import Packet, note_packet
from mbb_desktop.workflow.print_handout import PatientPaper, note_handout


def note_out(papers: Sequence[Shown], desk: Desk, error: Exception | None) -> None:
    """Note that papers were printed, unless the print failed."""
    for each in papers if error is None else ():
        note_one(desk, each, "printed")


def note_one(desk: Desk, paper: Shown, how: str) -> None:
    """Note how one paper left; a draft was noted when it was shown."""
    match paper:
        case SignedDocument():
            note_printed(desk, paper, how)
        case Packet():
            note_packet(desk, paper, how)
        case PatientPaper():
            note_handout(desk, paper, how)
        case Enclosure():
            note_enclosure(desk, paper, how)
