"""The packet: one tagged PDF/A whose pages are counted, identified and found."""

import hashlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from mbb_desktop.clinical.people import Paper
from mbb_desktop.documents.fax_cover import fax_cover_pdf
from mbb_desktop.documents.packet import packet_pdf, pages_in
from mbb_desktop.documents.packet_facts import Fax, PacketFacts
from tests.documents.example_courses import NEXT_DAY
from tests.documents.example_packets import LETTER, PACKET, SCANS
from tests.documents.example_requests import REVIEWERS
from tests.documents.examples import CLINIC, LONG_NAMES
from tests.documents.reading import fonts_of, information_of, pages_of, text_of
from tests.documents.structure import drawn_outside, elements, malformed, order_of, refused_by_preflight

WAYS: dict[str, PacketFacts] = {
    "faxed": PACKET,
    "without a cover": replace(PACKET, sender=""),
    "letter alone": replace(PACKET, enclosures=(), criteria=(), sender=""),
    "long names": replace(PACKET, patient=LONG_NAMES.patient, clinic=LONG_NAMES.clinic),
    "many criteria": replace(PACKET, criteria=PACKET.criteria * 20),
    "with scans": replace(PACKET, scans=SCANS),
    "scans on A4": replace(PACKET, scans=SCANS, clinic=replace(CLINIC, paper=Paper.A4), sender=""),
    "A4": replace(PACKET, clinic=replace(CLINIC, paper=Paper.A4)),
}


@pytest.fixture(scope="module")
def packets() -> dict[str, bytes]:
    return {name: packet_pdf(facts) for name, facts in WAYS.items()}


def test_every_packet_is_valid_pdf_a_1b(packets: dict[str, bytes], tmp_path: Path) -> None:
    for place, pdf in enumerate(packets.values()):
        (tmp_path / f"{place}.pdf").write_bytes(pdf)
    assert refused_by_preflight(tmp_path) == []


def test_every_packet_is_well_formed(packets: dict[str, bytes]) -> None:
    assert {name: faults for name, pdf in packets.items() if (faults := malformed(pdf))} == {}


@pytest.mark.parametrize("name", WAYS)
def test_every_page_counts_in_the_packet_and_says_whose_it_is(packets: dict[str, bytes], name: str) -> None:
    pages = pages_of(packets[name])
    first = 1 if WAYS[name].sender else 0
    for number, page in enumerate(pages, start=1):
        assert f"Packet PA-2026-000612, page {number} of {len(pages)}" in page
    scanned = sum(len(scan.pages) for scan in WAYS[name].scans)
    for number, page in enumerate(pages[first:], start=first):
        least = 1 if number >= len(pages) - scanned else 2  # a scan has only the packet's own line
        assert page.count("004 1187") >= least
        assert page.count("14-Mar-1961") >= least


@pytest.mark.parametrize("name", WAYS)
def test_only_what_is_a_part_or_furniture_is_drawn(packets: dict[str, bytes], name: str) -> None:
    assert drawn_outside(packets[name]) == []
    assert all(fonts_of(packets[name]).values())


def test_the_papers_stand_in_the_given_order_under_their_bookmarks(packets: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(packets["faxed"])) as file, file.open_outline() as outline:
        assert [str(item.title) for item in outline.root] == [
            "Fax cover sheet",
            "Contents and criteria",
            "Prior-authorization letter PA-2026-000612, 25-Nov-2026",
            "Procedure note PN-2026-004183, 27-Oct-2026",
            "Addendum AD-2026-000021 to PN-2026-004183, 25-Nov-2026",
            "Diagnostic response DR-2026-004190, 25-Nov-2026",
        ]
    pages = pages_of(packets["faxed"])
    letter = pages_in(LETTER.pdf)
    assert "Request for prior authorization" in pages[2]
    assert "Lumbar medial branch block" in pages[2 + letter]


def test_it_is_read_as_its_papers_are(packets: dict[str, bytes]) -> None:
    parts = [tag for tag, _ in elements(packets["faxed"])]
    assert parts[0] == "Document"
    assert parts.count("Part") == 6
    assert parts.count("H1") == 6
    own = [each for paper in (LETTER, *[e.paper for e in PACKET.enclosures]) for each in order_of(paper.pdf)]
    read = order_of(packets["faxed"])
    assert read[-len(own) :] == own


def test_criteria_lead_to_the_pages_that_show_them(packets: dict[str, bytes]) -> None:
    text = text_of(packets["faxed"])
    letter, note = pages_in(LETTER.pdf), pages_in(PACKET.enclosures[0].paper.pdf)
    first_note = 3 + letter
    last_note = first_note + note - 1
    assert f"IND-2 Pain for 3 months or more Met 3-{2 + letter}" in text.replace("–", "-")
    shown = f"ASM-1 Same named scale Met {first_note}-{last_note}, {last_note + 2}"
    assert shown in text.replace("–", "-")
    assert "RF-2 The last ablation gave 50 % Missing –" in text


def test_the_contents_hold_the_hash_of_every_original(packets: dict[str, bytes]) -> None:
    text = text_of(packets["faxed"]).replace(" ", "")
    for paper in (LETTER, *(each.paper for each in PACKET.enclosures)):
        assert hashlib.sha256(paper.pdf).hexdigest() in text


def test_the_pages_behind_long_contents_are_counted_right(packets: dict[str, bytes]) -> None:
    pages = pages_of(packets["many criteria"])
    before = next(at for at, page in enumerate(pages) if "Request for prior authorization" in page)
    assert before == 3  # the cover and two pages of contents
    assert f"{before + 1}–{before + 3} Prior-authorization letter" in pages[1]


def test_the_cover_tells_nothing_about_the_patient(packets: dict[str, bytes]) -> None:
    cover = pages_of(packets["faxed"])[0]
    for word in ("Marsh", "MARSH", "Eleanor", "1961", "004 1187", "1EG4", "L4-5", "ablation"):
        assert word not in cover
    assert f"{len(pages_of(packets['faxed']))} pages with this one" in cover
    assert "Fax (555) 010-0177" in cover
    assert "PA-2026-000612" in cover


def test_a_cover_without_a_receiver_says_so() -> None:
    text = text_of(fax_cover_pdf(Fax(CLINIC, None, "J. Park", NEXT_DAY, 1, "RL-2026-000001")))
    assert "To not in our record Fax not in our record" in text
    assert "1 page with this one" in text


def test_a_cover_alone_is_no_draft() -> None:
    text = text_of(fax_cover_pdf(Fax(CLINIC, REVIEWERS, "J. Park", NEXT_DAY, 4, "RL-2026-000001")))
    assert "DRAFT" not in text
    assert "Page 1 of 1" in text


def test_names_stand_neither_in_bookmarks_nor_in_what_the_file_says(packets: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(packets["faxed"])) as file:
        said = bytes(file.Root.Metadata.read_bytes()).decode() + information_of(packets["faxed"])
    for typed in ("arsh", "Okafor", "Riverside"):
        assert typed not in said


def test_scans_follow_the_papers_under_bookmarks_that_name_nobody(packets: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(packets["with scans"])) as file, file.open_outline() as outline:
        assert [str(item.title) for item in outline.root][-3:] == [
            "Scan: MRI report of 12-Mar-2026",
            "Scan: pain diary of 27-Oct-2026",
            "Scan: fluoroscopy image, lateral, L marker, undated",
        ]


def test_every_page_of_a_scan_is_a_figure_that_says_what_it_is(packets: dict[str, bytes]) -> None:
    figures = [alt for tag, alt in elements(packets["with scans"]) if tag == "Figure"]
    assert figures[-4:] == [
        "Scan: MRI report of 12-Mar-2026, page 1 of 2",
        "Scan: MRI report of 12-Mar-2026, page 2 of 2",
        "Scan: pain diary of 27-Oct-2026, page 1 of 1",
        "Scan: fluoroscopy image, lateral, L marker, undated, page 1 of 1",
    ]


def test_the_contents_tell_where_a_scan_comes_from_and_what_it_shows(packets: dict[str, bytes]) -> None:
    text = text_of(packets["with scans"]).replace("–", "-")
    last = len(pages_of(packets["with scans"]))
    report = f"{last - 3}-{last - 2}"
    assert (
        f"{report} Scan: MRI report of 12-Mar-2026 from Harbor Imaging not signed here added 25-Nov-2026"
        in text
    )
    assert f"RF-2 The last ablation gave 50 % Missing {report}" in text
    shown = text.partition("ASM-1 Same named scale Met ")[2]
    assert shown.partition(" DX-1")[0].endswith(f", {last - 1}")
    assert hashlib.sha256(b"70").hexdigest() in text.replace(" ", "")


@pytest.mark.parametrize("name", ["with scans", "scans on A4"])
def test_the_line_in_the_margin_hides_nothing_of_a_scan(packets: dict[str, bytes], name: str) -> None:
    with pikepdf.open(BytesIO(packets[name])) as file:
        for at in (-4, -3, -2, -1):
            page = file.pages[at]
            matrix = next(
                [float(value) for value in each.operands]
                for each in pikepdf.parse_content_stream(page)
                if str(each.operator) == "cm"
            )
            width, _, _, height, left, bottom = matrix
            assert left >= 29
            assert left + width <= float(page.mediabox[2]) - 29
            assert bottom + height <= float(page.mediabox[3]) - 30


def test_the_same_papers_are_the_same_bytes(packets: dict[str, bytes]) -> None:
    assert packet_pdf(PACKET) == packets["faxed"]


def test_the_papers_themselves_stay_as_they_were(packets: dict[str, bytes]) -> None:
    assert packets["faxed"]
    for paper in (LETTER, *(each.paper for each in PACKET.enclosures)):
        assert hashlib.sha256(paper.pdf).digest() == paper.pdf_sha256
