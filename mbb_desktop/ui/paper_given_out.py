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


def note_out(papers: Sequence[Shown], despite: str, desk: Desk, error: Exception | None) -> None:
    """Note that papers were printed, unless the print failed."""
    for each in papers if error is None else ():
        note_one(desk, each, "printed", despite)


def note_one(desk: Desk, paper: Shown, how: str, despite: str = "") -> None:
    """Note how one paper left; a draft was noted when it was shown. `despite` is why, if it is not ready."""
    match paper:
        case SignedDocument():
            note_printed(desk, paper, how, despite)
        case Packet():
            note_packet(desk, paper, how, despite)
        case PatientPaper():
            note_handout(desk, paper, how)
        case Enclosure():
            note_enclosure(desk, paper, how)
