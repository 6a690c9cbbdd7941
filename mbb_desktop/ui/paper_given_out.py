"""Noting in the audit trail what left the house: each kind of paper in its own way."""

from collections.abc import Sequence

from mbb_desktop.clinical.enclosure import Enclosure
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.receipt import Receipt
from mbb_desktop.ui.paper_words import Shown
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.correct import Given, record_receipt
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.issue_paper import note_printed
from mbb_desktop.workflow.keep_enclosures import note_enclosure
from mbb_desktop.workflow.make_packet import Packet, note_packet
from mbb_desktop.workflow.print_handout import PatientPaper, note_handout
from mbb_desktop.workflow.print_list import Key
from mbb_desktop.workflow.print_papers import record_packet, record_sent


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


def keep_received(session: Session, sent: SignedDocument | Packet, given: Given, listed: Key | None) -> None:
    """Keep who received a paper, or a packet; `listed` is the packet's place on the list of what waits."""
    if isinstance(sent, SignedDocument):
        keeping: Pending[Receipt] | Pending[tuple[Receipt, ...]] = session.do(record_receipt, sent.id, given)
    elif listed is not None:
        keeping = session.do(record_sent, listed, given)
    else:
        keeping = session.do(record_packet, sent, given)
    keeping.changes("paper", patient_id=sent.patient_id)
