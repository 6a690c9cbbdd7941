"""An invented packet: the papers of two blocks, as they would have been signed."""

import hashlib
from datetime import date, datetime
from io import BytesIO
from uuid import UUID

from PIL import Image, ImageDraw

from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.enclosure import Enclosure as Outside
from mbb_desktop.clinical.enclosure import EnclosureKind, PageImage, SideMarker, View
from mbb_desktop.clinical.paper import Meaning, PaperKind, SignedDocument
from mbb_desktop.clinical.signed_letter import SignedCriterion
from mbb_desktop.documents.make import Facts, make
from mbb_desktop.documents.packet_facts import Enclosure, PacketFacts, Scan
from tests.documents.example_courses import FACTS as RESPONSE
from tests.documents.example_courses import FIRST_OUT, NEXT_DAY
from tests.documents.example_requests import REQUEST, REVIEWERS
from tests.documents.examples import CLINIC, MARSH, SIGNATURE, at, key
from tests.documents.examples import FACTS as NOTE
from tests.documents.test_papers import ADDENDUM

BLOCK, REPLY = key(6), key(30)


def signed(number: str, kind: PaperKind, facts: Facts, on: datetime, id: UUID) -> SignedDocument:
    pdf = make(kind, facts, signature=SIGNATURE, number=number, chain_code="8E47-2C90-D1B3").pdf
    content = number.encode()
    return SignedDocument(
        id=id,
        kind=kind,
        number=number,
        patient_id=MARSH.id,
        block_id=None,
        course_id=None,
        supersedes=None,
        content=content,
        content_sha256=hashlib.sha256(content).digest(),
        meaning=Meaning.AUTHOR,
        signer_id=key(1),
        signer="A. Okafor, MD",
        signed_at=on,
        key_id=b"",
        signature=b"",
        pdf=pdf,
        pdf_sha256=hashlib.sha256(pdf).digest(),
    )


LETTER = signed("PA-2026-000612", PaperKind.AUTHORIZATION, REQUEST, at(11, 20, NEXT_DAY), key(60))
PACKET = PacketFacts(
    CLINIC,
    MARSH,
    NEXT_DAY,
    LETTER,
    "US-MEDICARE-FACET 2026-05",
    (
        SignedCriterion("IND-2", "Pain for 3 months or more", Verdict.MET, (key(5),)),
        SignedCriterion("ASM-1", "Same named scale", Verdict.MET, (BLOCK, REPLY)),
        SignedCriterion("DX-1", "Every indication is met", Verdict.MET, ()),
        SignedCriterion("RF-2", "The last ablation gave 50 %", Verdict.UNKNOWN, ()),
    ),
    (
        Enclosure(
            signed("PN-2026-004183", PaperKind.PROCEDURE_NOTE, NOTE, FIRST_OUT, key(61)), (BLOCK, REPLY)
        ),
        Enclosure(
            signed("AD-2026-000021", PaperKind.ADDENDUM, ADDENDUM, at(11, 30, NEXT_DAY), key(62)),
            (),
            "PN-2026-004183",
        ),
        Enclosure(
            signed("DR-2026-004190", PaperKind.RESPONSE, RESPONSE, at(11, 14, NEXT_DAY), key(63)),
            (BLOCK, REPLY),
        ),
    ),
    REVIEWERS,
    "J. Park",
)


def page(words: str, size: tuple[int, int] = (850, 1100), mode: str = "L") -> PageImage:
    """A sheet with black words and a dark square at its upper left corner, as a scan of it would be."""
    image = Image.new(mode, size, "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, size[0] // 10, size[1] // 10), fill="black")
    draw.text((100, 200), words, fill="black")
    file = BytesIO()
    image.save(file, "JPEG")
    return PageImage(file.getvalue(), *size, grey=mode == "L")


def outside(number: int, kind: EnclosureKind, pages: int, dated: date | None = None) -> Outside:
    image = kind is EnclosureKind.FLUOROSCOPY_IMAGE
    return Outside(
        id=key(number),
        patient_id=MARSH.id,
        course_id=None,
        block_id=BLOCK,
        kind=kind,
        dated=dated,
        sender="Harbor Imaging",
        view=View.LATERAL if image else None,
        marker=SideMarker.LEFT if image else None,
        note="",
        pages=pages,
        sha256=hashlib.sha256(str(number).encode()).digest(),
        source_sha256=bytes(32),
        added_at=at(9, 0, NEXT_DAY),
        added_by_id=key(1),
        added_by="J. Park",
    )


SCANS = (
    Scan(
        outside(70, EnclosureKind.MRI_REPORT, 2, date(2026, 3, 12)),
        (page("report"), page("report, page 2")),
        ("RF-2",),
    ),
    Scan(
        outside(71, EnclosureKind.PAIN_DIARY, 1, FIRST_OUT.date()), (page("diary", mode="RGB"),), ("ASM-1",)
    ),
    Scan(outside(72, EnclosureKind.FLUOROSCOPY_IMAGE, 1), (page("needle", (1024, 768)),)),
)
