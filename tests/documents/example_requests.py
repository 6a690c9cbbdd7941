"""Invented requests for authorization, from which the tests make letters and packets."""

from dataclasses import replace
from datetime import date

from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.clinical.code_book import read_code_book
from mbb_desktop.clinical.coded_block import preview_of_request
from mbb_desktop.clinical.course import Course, Treatment
from mbb_desktop.clinical.people import BothSides, Correspondent, CorrespondentKind
from mbb_desktop.documents.authorization_facts import AuthorizationFacts
from mbb_desktop.paths import data_dir
from tests.documents.example_courses import LETTER, NEXT_DAY, RULES
from tests.documents.examples import CLINIC, JOINTS, D, key

BOOK = read_code_book(data_dir("resources") / "clinical" / "coding.toml")
REVIEWERS = Correspondent(
    key(41),
    CorrespondentKind.PAYER,
    "Prior authorization",
    organization="Noridian JF",
    address="PO Box 6700, Fargo",
    fax="(555) 010-0177",
    rule_set="US-MEDICARE-FACET",
    add_ons=BothSides.ONE_LINE,
)
OWN = replace(
    LETTER,
    clinic=replace(CLINIC, npi="1098765435", tin="12-3456789"),
    recipient=REVIEWERS,
    codes="",
    place_of_service="office",
    ablation_plan="Thermal, 85 °C for 90 s, fluoroscopy, no sedation",
    enclosed=(
        "procedure note PN-2026-003871",
        "diagnostic response DR-2026-003902",
        "procedure note PN-2026-004183",
        "diagnostic response DR-2026-004190",
    ),
)
REQUEST = AuthorizationFacts(
    OWN,
    preview_of_request(JOINTS, NEXT_DAY, BOOK, BOOK.style_of(REVIEWERS), OWN.course),
    (RULES, RULES),
    "January 2027",
)

BARE = replace(
    REQUEST,
    letter=replace(
        OWN,
        patient=replace(OWN.patient, member_id="", phone="", address=""),
        clinic=CLINIC,
        course=Course(OWN.course.id, OWN.patient.id, OWN.course.region, OWN.course.opened_on),
        recipient=None,
        payer=None,
        blocks=(),
        requested=(),
        compared=None,
        ablation_plan="",
        place_of_service="",
        enclosed=(),
    ),
    codes=preview_of_request((), NEXT_DAY, BOOK, BOOK.style_of(REVIEWERS), OWN.course),
    judged_by=(),
    planned_for="",
)
"""Nothing but who the patient is."""

AGAIN = replace(
    REQUEST,
    letter=replace(
        OWN,
        course=replace(
            OWN.course,
            ablated_before=True,
            ablations=(
                Treatment(
                    date(2024, 3, 4),
                    ("L4-5", "L5-S1"),
                    (Side.LEFT, Side.RIGHT),
                    D(70),
                    None,
                    date(2025, 5, 2),
                ),
            ),
        ),
    ),
)
"""Joints that were ablated before."""
