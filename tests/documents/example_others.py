"""The papers that no registry makes: co-signed ones, those for patients, lists, scans and the fax cover."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from mbb_desktop.clinical.ahead import Check, Checked, Ready
from mbb_desktop.clinical.asked_before import AskedBefore
from mbb_desktop.clinical.cosignature import Attestation
from mbb_desktop.clinical.handout import HandoutKind
from mbb_desktop.clinical.paper import Meaning, PaperKind
from mbb_desktop.documents.access_facts import AccessFacts, AccessLine
from mbb_desktop.documents.access_report import access_report_pdf
from mbb_desktop.documents.ahead_facts import AheadFacts, AheadLine
from mbb_desktop.documents.ahead_list import ahead_list_pdf
from mbb_desktop.documents.fax_cover import fax_cover_pdf
from mbb_desktop.documents.handout import handout_pdf
from mbb_desktop.documents.issue import CoSign
from mbb_desktop.documents.make import Facts, make
from mbb_desktop.documents.packet_facts import Fax
from tests.documents.example_courses import NEXT_DAY
from tests.documents.example_requests import REVIEWERS
from tests.documents.examples import BLOCK, CLINIC, DAY, FACTS, LONG_NAMES, MARSH, OKAFOR, SIGNATURE, at, key
from tests.documents.test_handout import NOTES, WAYS, facts, made
from tests.documents.test_papers import ADDENDUM

LEARNER = replace(SIGNATURE, name="J. Lee", npi="1555555550", meaning=Meaning.UNDER_SUPERVISION)
AWAITED = CoSign(OKAFOR.signs_as)
GIVEN = CoSign(OKAFOR.signs_as, OKAFOR.specialty, OKAFOR.npi, Attestation.KEY_PORTIONS.value, at(12, 5))
SUPERVISED = replace(FACTS, physician=replace(OKAFOR, name="J. Lee", learner=True), attending=OKAFOR)
ACCESS = AccessFacts(
    CLINIC,
    MARSH,
    NEXT_DAY,
    (
        AccessLine(at(11, 40), "J. Park", "paper sent to the printer", "PN-2026-004183, Front desk"),
        AccessLine(at(11, 12), "A. Okafor, MD", "note signed", "PN-2026-004183"),
    ),
    left_out=12,
)
AHEAD = AheadFacts(
    CLINIC,
    DAY,
    DAY + timedelta(days=7),
    (
        AheadLine(
            replace(BLOCK, scheduled_at=at(10, 15)),
            MARSH,
            (
                Check(Checked.INTERVAL, Ready.READY, "28 days since block 1 of 27-Oct-2026; 14 are asked"),
                Check(Checked.PAIN_BACK, Ready.NOT_KNOWN, "nobody asked", "Ask by telephone", "nurse"),
            ),
            AskedBefore(key(70), MARSH.id, BLOCK.id, note="prefers the afternoon"),
        ),
    ),
    "M. Diaz, RN",
    at(15, 30),
)
"""A block that is ready but for one question."""


def signed_by_learner(kind: PaperKind, of: Facts, cosign: CoSign) -> bytes:
    """A learner's paper before or after its co-signature."""
    meaning = Meaning.SUPERVISED_ADDENDUM if kind is PaperKind.ADDENDUM else Meaning.UNDER_SUPERVISION
    return make(
        kind,
        of,
        signature=replace(LEARNER, meaning=meaning),
        number="XX-2026-000007",
        chain_code="8E47-2C90-D1B3",
        version=1 if cosign.signed_at is None else 2,
        cosign=cosign,
    ).pdf


def one_of_each() -> Iterator[tuple[str, bytes]]:
    """A name and the PDF of each kind."""
    yield "note, awaiting co-signature", signed_by_learner(PaperKind.PROCEDURE_NOTE, SUPERVISED, AWAITED)
    yield "note, co-signed", signed_by_learner(PaperKind.PROCEDURE_NOTE, SUPERVISED, GIVEN)
    of_addendum = replace(GIVEN, said=Attestation.ADDENDUM.value)
    yield "addendum, co-signed", signed_by_learner(PaperKind.ADDENDUM, ADDENDUM, of_addendum)
    yield "who saw the chart", access_report_pdf(ACCESS)
    yield "blocks ahead", ahead_list_pdf(AHEAD)
    yield "fax cover", fax_cover_pdf(Fax(CLINIC, REVIEWERS, "J. Park", NEXT_DAY, 4, "RL-2026-000612"))
    for name, kind, language in (
        ("both sides", HandoutKind.HANDOUT, "en"),
        ("both sides", HandoutKind.DIARY, "es"),
        ("thoracic", HandoutKind.INFORMATION, "en"),
    ):
        way = f"{name}, {kind.value}, {language}"
        yield way, made(way)


def for_patients() -> Iterator[tuple[str, bytes]]:
    """Every handout, diary and sheet in both languages."""
    for way in WAYS:
        yield way, made(way)
    for kind in HandoutKind:
        yield f"long names, {kind.value}", handout_pdf(facts(LONG_NAMES, kind))
    yield "one side, pain diary", handout_pdf(facts(NOTES["left"], HandoutKind.DIARY))
