"""What is said of a paper that is shown: its title, its state, where it comes from, its file's name."""

from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.enclosure import Enclosure
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.documents.make import Made
from mbb_desktop.ui.chips import Chip
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.state_chips import paper_chip
from mbb_desktop.workflow.make_packet import Packet
from mbb_desktop.workflow.print_handout import PatientPaper

Shown = bytes | Made | SignedDocument | Enclosure | Packet | PatientPaper
_tr = QCoreApplication.translate


def title_of(shown: Shown, title: str) -> str:
    """The paper's number, the packet's letter, what the patient is given, or that it is a draft."""
    match shown:
        case Packet():
            return _tr("paper", "Packet for {0}").format(shown.letter)
        case SignedDocument():
            return f"{capital(localized(shown.kind.value))} {shown.number}"
        case PatientPaper():
            return capital(localized(shown.kind.value))
        case Enclosure():
            return _tr("paper", "Scan: {0}").format(shown.named)
    return title or _tr("paper", "Draft, not signed")


def file_name_of(shown: Shown) -> str:
    """What a saved file is called: never a person's name."""
    match shown:
        case Packet():
            return f"{shown.name}.pdf"
        case SignedDocument():
            return f"{shown.number}.pdf"
        case PatientPaper():
            return f"{shown.kind.value.replace(' ', '-')}-{shown.code}.pdf"
        case Enclosure():
            return f"scan-{shown.kind.value.replace(' ', '-')}-{shown.sha256.hex()[:8]}.pdf"
    return "draft.pdf"


def chip_of(shown: Shown, title: str) -> Chip:
    """Whether it is signed, a copy, a scan, or a draft."""
    match shown:
        case Packet():
            return Chip(_tr("paper", "Copies of signed papers"), "info", "file-text")
        case SignedDocument():
            return paper_chip(shown)
        case PatientPaper():
            return Chip(_tr("paper", "For the patient, needs no signature"), "info", "user")
        case Enclosure():
            return _chip_of_scan(shown)
    if title:
        return Chip(_tr("paper", "Needs no signature"), "info", "file-text")
    return Chip(_tr("paper", "Draft, not signed"), "warn", "pencil")


def _chip_of_scan(scan: Enclosure) -> Chip:
    if scan.struck is not None:
        return Chip(_tr("paper", "Entered in error"), "danger", "ban")
    return Chip(_tr("paper", "Scan, not signed here"), "info", "file-text")


def origin_of(shown: Shown, zone: tzinfo | None) -> str:
    """Who signed it when, whose wording it has, or from whom it came; empty for a draft."""
    match shown:
        case SignedDocument():
            at = shown.signed_at.astimezone(zone)
            words = _tr("paper", "{0}, {1} {2}, code {3}")
            return words.format(shown.signer, show_date(at.date()), f"{at:%H:%M}", shown.code)
        case PatientPaper():
            return _tr("paper", "Wording {0}").format(shown.wording)
        case Enclosure():
            return ", ".join(filter(None, (capital(shown.named), shown.sender)))
    return ""
