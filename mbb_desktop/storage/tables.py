"""Every table of the store: the records, the signed documents, the audit chain, and what search needs."""

from typing import Any

import sqlalchemy as sa

import mbb_desktop.storage.clinic_tables  # noqa: F401  the other tables of METADATA
from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.asked_before import AskedBefore
from mbb_desktop.clinical.authorization import Authorization
from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.calls import Call
from mbb_desktop.clinical.cosignature import Asked, Attestation
from mbb_desktop.clinical.course import Course
from mbb_desktop.clinical.denial import Denial
from mbb_desktop.clinical.enclosure import EnclosureKind, SideMarker, View
from mbb_desktop.clinical.kept_judgement import WhyKept
from mbb_desktop.clinical.one_person import MergeMark
from mbb_desktop.clinical.paper import Meaning, PaperKind
from mbb_desktop.clinical.people import Clinic, Correspondent, Patient
from mbb_desktop.clinical.print_step import PrintOf, Step
from mbb_desktop.clinical.receipt import HowSent
from mbb_desktop.clinical.response import Response
from mbb_desktop.storage.codec import RecordTable, allowed
from mbb_desktop.storage.column_types import TEXT, day, digest, identity, instant, one_of, raw_bytes, words
from mbb_desktop.storage.metadata import METADATA as METADATA

PLANS, DRAFTS, DISCARDED = (sa.text(f"state = '{state}'") for state in ("planned", "draft", "discarded"))
UNSIGNED = sa.text("signed_at IS NULL")
CORRECTIONS = sa.text("kind = 'correction notice'")


def _partial(name: str, *columns: str, where: sa.TextClause, unique: bool = False) -> sa.Index:
    return sa.Index(name, *columns, sqlite_where=where, postgresql_where=where, unique=unique)


USERS = RecordTable(METADATA, User, "account")
CORRESPONDENTS = RecordTable(METADATA, Correspondent, "correspondent")
CLINICS = RecordTable(METADATA, Clinic, "clinic")
PATIENTS = RecordTable(
    METADATA,
    Patient,
    "patient",
    references={"referrer_id": "correspondent", "payer_id": "correspondent"},
    indexes=(
        sa.Index("ix_patient_born", "born"),
        sa.Index("ix_patient_referrer_id", "referrer_id"),
        sa.Index("ix_patient_payer_id", "payer_id"),
    ),
)
COURSES = RecordTable(
    METADATA,
    Course,
    "course",
    references={"patient_id": "patient"},
    indexes=(sa.Index("ix_course_patient_id", "patient_id", "opened_on"),),
)
BLOCKS = RecordTable(
    METADATA,
    Block,
    "block",
    references={"patient_id": "patient", "course_id": "course", "physician_id": "account"},
    indexes=(
        sa.Index("ix_block_patient_id", "patient_id", "performed_on"),
        sa.Index("ix_block_course_id", "course_id", "performed_on"),
        sa.Index("ix_block_physician_id", "physician_id"),
        sa.Index("ix_block_performed_on", "performed_on"),
        _partial("ix_block_plans", "performed_on", where=PLANS),
        _partial("ix_block_drafts", "performed_on", "physician_id", where=DRAFTS),
        _partial("ix_block_discarded", "discarded_at", where=DISCARDED),
    ),
)
sa.Index("ix_block_drugs_lot", METADATA.tables["block_drugs"].c.lot)
RESPONSES = RecordTable(
    METADATA,
    Response,
    "response",
    references={"patient_id": "patient", "block_id": "block"},
    indexes=(
        sa.Index("ix_response_block_id", "block_id"),
        sa.Index("ix_response_patient_id", "patient_id"),
        _partial("uq_response_unsigned", "block_id", where=UNSIGNED, unique=True),
    ),
)

CALLS = RecordTable(
    METADATA,
    Call,
    "call",
    references={"patient_id": "patient", "block_id": "block", "course_id": "course"},
    indexes=(
        sa.Index("ix_call_block_id", "block_id", "at"),
        sa.Index("ix_call_course_id", "course_id", "at"),
        sa.Index("ix_call_patient_id", "patient_id"),
    ),
)
AUTHORIZATIONS = RecordTable(
    METADATA,
    Authorization,
    "prior_authorization",
    references={"patient_id": "patient", "payer_id": "correspondent"},
    indexes=(
        sa.Index("ix_prior_authorization_patient_id", "patient_id"),
        sa.Index("ix_prior_authorization_payer_id", "payer_id"),
    ),
)
DENIALS = RecordTable(
    METADATA,
    Denial,
    "denial",
    references={
        "patient_id": "patient",
        "authorization_id": "prior_authorization",
        "payer_id": "correspondent",
    },
    indexes=(
        sa.Index("ix_denial_patient_id", "patient_id"),
        sa.Index("ix_denial_authorization_id", "authorization_id"),
        sa.Index("ix_denial_payer_id", "payer_id"),
    ),
)
ASKED_BEFORE = RecordTable(
    METADATA,
    AskedBefore,
    "asked_before",
    references={"patient_id": "patient", "block_id": "block"},
    indexes=(
        sa.Index("uq_asked_before_block_id", "block_id", unique=True),
        sa.Index("ix_asked_before_patient_id", "patient_id"),
    ),
)

RECORDS: dict[type, RecordTable[Any]] = {
    table.kind: table
    for table in (
        *(USERS, CORRESPONDENTS, CLINICS, PATIENTS, COURSES, BLOCKS, RESPONSES, CALLS),
        *(AUTHORIZATIONS, DENIALS, ASKED_BEFORE),
    )
}

PATIENT_PLACE = sa.Table(
    "patient_place",
    METADATA,
    sa.Column("sort_key", TEXT, primary_key=True),
    sa.Column("patient_id", identity(), sa.ForeignKey("patient.id", ondelete="CASCADE"), primary_key=True),
    sa.Index("ix_patient_place_patient_id", "patient_id"),
    sqlite_with_rowid=False,
)
"""Where a patient stands in the list: family and given name as search compares them."""

PATIENT_WORD = sa.Table(
    "patient_word",
    METADATA,
    sa.Column("word", TEXT, primary_key=True),
    sa.Column("patient_id", identity(), sa.ForeignKey("patient.id", ondelete="CASCADE"), primary_key=True),
    sa.Index("ix_patient_word_patient_id", "patient_id", "word"),
    sqlite_with_rowid=False,
)
"""What a patient is found by: the parts of the names, the year of birth, the ends of the record numbers."""

SIGNED_DOCUMENT = sa.Table(
    "signed_document",
    METADATA,
    sa.Column("id", identity(), primary_key=True),
    sa.Column("kind", one_of(PaperKind), nullable=False),
    sa.Column("number", TEXT, nullable=False),
    sa.Column("patient_id", identity(), sa.ForeignKey("patient.id"), nullable=False),
    sa.Column("block_id", identity(), sa.ForeignKey("block.id")),
    sa.Column("course_id", identity(), sa.ForeignKey("course.id")),
    sa.Column("supersedes", identity(), sa.ForeignKey("signed_document.id")),
    sa.Column("content", raw_bytes(), nullable=False),
    sa.Column("content_sha256", digest(32), nullable=False),
    sa.Column("meaning", one_of(Meaning), nullable=False),
    sa.Column("signer_id", identity(), nullable=False),
    sa.Column("signer", words(), nullable=False),
    sa.Column("signed_at", instant(), nullable=False),
    sa.Column("key_id", digest(8), nullable=False),
    sa.Column("signature", digest(64), nullable=False),
    sa.Column("pdf", raw_bytes(), nullable=False),
    sa.Column("pdf_sha256", digest(32), nullable=False),
    sa.Column("pdf_signature", digest(64), nullable=False),
    sa.CheckConstraint(allowed("kind", (kind.value for kind in PaperKind)), name="kind_known"),
    sa.CheckConstraint(allowed("meaning", (meaning.value for meaning in Meaning)), name="meaning_known"),
    sa.Index("uq_signed_document_number", "number", unique=True),
    sa.Index("ix_signed_document_patient_id", "patient_id", "signed_at"),
    sa.Index("ix_signed_document_block_id", "block_id", "kind"),
    sa.Index("ix_signed_document_course_id", "course_id"),
    sa.Index("ix_signed_document_signed_at", "signed_at"),
    sa.Index("ix_signed_document_supersedes", "supersedes"),
    sa.Index("ix_signed_document_pdf_sha256", "pdf_sha256"),
    _partial("ix_signed_document_corrections", "signed_at", where=CORRECTIONS),
)
"""Signed papers, inserted once and never changed."""

COSIGN_STEP = sa.Table(
    "cosign_step",
    METADATA,
    sa.Column("id", identity(), primary_key=True),
    sa.Column("paper_id", identity(), sa.ForeignKey("signed_document.id"), nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("step", one_of(Asked), nullable=False),
    sa.Column("to_id", identity(), nullable=False),
    sa.Column("to", words(), nullable=False),
    sa.Column("reason", words(), nullable=False),
    sa.Column("at", instant(), nullable=False),
    sa.Column("by_id", identity(), nullable=False),
    sa.Column("by", words(), nullable=False),
    sa.CheckConstraint(allowed("step", (step.value for step in Asked)), name="step_known"),
    sa.Index("uq_cosign_step_paper_id_place", "paper_id", "place", unique=True),
)
"""Who was asked to co-sign a learner's paper, and who returned it; inserted once and never changed."""

COSIGNATURE = sa.Table(
    "cosignature",
    METADATA,
    sa.Column("paper_id", identity(), sa.ForeignKey("signed_document.id"), primary_key=True),
    sa.Column("attestation", one_of(Attestation), nullable=False),
    sa.Column("signer_id", identity(), nullable=False),
    sa.Column("signer", words(), nullable=False),
    sa.Column("signed_at", instant(), nullable=False),
    sa.Column("key_id", digest(8), nullable=False),
    sa.Column("signature", digest(64), nullable=False),
    sa.Column("pdf", raw_bytes(), nullable=False),
    sa.Column("pdf_sha256", digest(32), nullable=False),
    sa.Column("pdf_signature", digest(64), nullable=False),
    sa.CheckConstraint(
        allowed("attestation", (each.value for each in Attestation)), name="attestation_known"
    ),
    sa.Index("ix_cosignature_pdf_sha256", "pdf_sha256"),
)
"""The attending's signature on a learner's paper, at most one; inserted once and never changed."""

KEPT_JUDGEMENT = sa.Table(
    "kept_judgement",
    METADATA,
    sa.Column("id", identity(), primary_key=True),
    sa.Column("patient_id", identity(), sa.ForeignKey("patient.id"), nullable=False),
    sa.Column("course_id", identity(), sa.ForeignKey("course.id"), nullable=False),
    sa.Column("on", day(), nullable=False),
    sa.Column("kept_at", instant(), nullable=False),
    sa.Column("kept_by_id", identity(), nullable=False),
    sa.Column("kept_by", words(), nullable=False),
    sa.Column("why", one_of(WhyKept), nullable=False),
    sa.Column("paper_id", identity(), sa.ForeignKey("signed_document.id")),
    sa.Column("rule_set_id", words(), nullable=False),
    sa.Column("rule_set_version", words(), nullable=False),
    sa.Column("rule_set_sha256", digest(32), nullable=False),
    sa.Column("content", raw_bytes(), nullable=False),
    sa.Column("content_sha256", digest(32), nullable=False),
    sa.CheckConstraint(allowed("why", (why.value for why in WhyKept)), name="why_known"),
    sa.Index("ix_kept_judgement_course_id", "course_id", "kept_at"),
    sa.Index("ix_kept_judgement_patient_id", "patient_id"),
    sa.Index("ix_kept_judgement_paper_id", "paper_id"),
)
"""What the rules found on a day, as somebody kept it; inserted once and never changed."""

RECEIPT = sa.Table(
    "receipt",
    METADATA,
    sa.Column("id", identity(), primary_key=True),
    sa.Column("paper_id", identity(), sa.ForeignKey("signed_document.id"), nullable=False),
    sa.Column("patient_id", identity(), sa.ForeignKey("patient.id"), nullable=False),
    sa.Column("to", words(), nullable=False),
    sa.Column("correspondent_id", identity(), sa.ForeignKey("correspondent.id")),
    sa.Column("how", one_of(HowSent), nullable=False),
    sa.Column("at", instant(), nullable=False),
    sa.Column("kept_at", instant(), nullable=False),
    sa.Column("kept_by_id", identity(), nullable=False),
    sa.Column("kept_by", words(), nullable=False),
    sa.CheckConstraint(allowed("how", (how.value for how in HowSent)), name="how_known"),
    sa.Index("ix_receipt_paper_id", "paper_id"),
    sa.Index("ix_receipt_patient_id", "patient_id"),
    sa.Index("ix_receipt_correspondent_id", "correspondent_id"),
    sa.Index("ix_receipt_kept_at", "kept_at"),
)
"""Who received which paper; inserted once and never changed."""

ENCLOSURE = sa.Table(
    "enclosure",
    METADATA,
    sa.Column("id", identity(), primary_key=True),
    sa.Column("patient_id", identity(), sa.ForeignKey("patient.id"), nullable=False),
    sa.Column("course_id", identity(), sa.ForeignKey("course.id")),
    sa.Column("block_id", identity()),
    sa.Column("kind", one_of(EnclosureKind), nullable=False),
    sa.Column("dated", day()),
    sa.Column("sender", words(), nullable=False),
    sa.Column("view", one_of(View)),
    sa.Column("marker", one_of(SideMarker)),
    sa.Column("note", words(), nullable=False),
    sa.Column("pages", sa.BigInteger, nullable=False),
    sa.Column("content", raw_bytes(), nullable=False),
    sa.Column("sha256", digest(32), nullable=False),
    sa.Column("source_sha256", digest(32), nullable=False),
    sa.Column("added_at", instant(), nullable=False),
    sa.Column("added_by_id", identity(), nullable=False),
    sa.Column("added_by", words(), nullable=False),
    sa.CheckConstraint(allowed("kind", (kind.value for kind in EnclosureKind)), name="kind_known"),
    sa.CheckConstraint(allowed("view", (view.value for view in View)), name="view_known"),
    sa.CheckConstraint(allowed("marker", (marker.value for marker in SideMarker)), name="marker_known"),
    sa.Index("ix_enclosure_patient_id", "patient_id", "added_at"),
    sa.Index("ix_enclosure_course_id", "course_id"),
    sa.Index("ix_enclosure_source_sha256", "source_sha256"),
)
"""Scans and papers from outside, inserted once and never changed; a draft that is given up may leave one."""

ENCLOSURE_STRUCK = sa.Table(
    "enclosure_struck",
    METADATA,
    sa.Column("enclosure_id", identity(), sa.ForeignKey("enclosure.id"), primary_key=True),
    sa.Column("reason", words(), nullable=False),
    sa.Column("at", instant(), nullable=False),
    sa.Column("by_id", identity(), nullable=False),
    sa.Column("by", words(), nullable=False),
)
"""Enclosures that were entered in error, and why; inserted once and never changed."""

PRINT_STEP = sa.Table(
    "print_step",
    METADATA,
    sa.Column("id", identity(), primary_key=True),
    sa.Column("item_id", identity(), nullable=False),
    sa.Column("of", one_of(PrintOf), nullable=False),
    sa.Column("to", words(), nullable=False),
    sa.Column("place", sa.Integer, nullable=False),
    sa.Column("patient_id", identity(), sa.ForeignKey("patient.id"), nullable=False),
    sa.Column("paper_id", identity(), sa.ForeignKey("signed_document.id")),
    sa.Column("block_id", identity(), sa.ForeignKey("block.id")),
    sa.Column("step", one_of(Step), nullable=False),
    sa.Column("order", words(), nullable=False),
    sa.Column("printer", words(), nullable=False),
    sa.Column("copies", sa.Integer, nullable=False),
    sa.Column("reason", words(), nullable=False),
    sa.Column("workstation", words(), nullable=False),
    sa.Column("at", instant(), nullable=False),
    sa.Column("by_id", identity(), nullable=False),
    sa.Column("by", words(), nullable=False),
    sa.CheckConstraint(allowed("of", (of.value for of in PrintOf)), name="of_known"),
    sa.CheckConstraint(allowed("step", (step.value for step in Step)), name="step_known"),
    sa.Index("uq_print_step_item_id_to_place", "item_id", "to", "place", unique=True),
    sa.Index("ix_print_step_patient_id", "patient_id"),
    sa.Index("ix_print_step_paper_id", "paper_id"),
    sa.Index("ix_print_step_block_id", "block_id"),
    sa.Index("ix_print_step_at", "at"),
)
"""What was printed, when, where and how it ended; inserted once and never changed."""

TO_PRINT = sa.Table(
    "to_print",
    METADATA,
    sa.Column("item_id", identity(), primary_key=True),
    sa.Column("to", TEXT, primary_key=True),
    sa.Column("patient_id", identity(), sa.ForeignKey("patient.id"), nullable=False),
    sa.Column("paper_id", identity(), sa.ForeignKey("signed_document.id")),
    sa.Column("since", instant(), nullable=False),
    sa.Index("ix_to_print_patient_id", "patient_id"),
    sa.Index("ix_to_print_paper_id", "paper_id"),
    sqlite_with_rowid=False,
)
"""What of the signed papers and the orders still waits: an index, so that the list is read without them."""

AUDIT_EVENT = sa.Table(
    "audit_event",
    METADATA,
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("id", identity(), nullable=False),
    sa.Column("at", instant(), nullable=False),
    sa.Column("user_id", identity()),
    sa.Column("user", words(), nullable=False),
    sa.Column("workstation", words(), nullable=False),
    sa.Column("event", words(), nullable=False),
    sa.Column("patient_id", identity()),
    sa.Column("detail", raw_bytes(), nullable=False),
    sa.Column("previous", digest(32), nullable=False),
    sa.Column("hash", digest(32), nullable=False),
    sa.Index("ix_audit_event_patient_id", "patient_id", "seq"),
)
"""Who did what when, each row carrying the hash of the one before; inserted once and never changed."""

SIGNING_KEY = sa.Table(
    "signing_key",
    METADATA,
    sa.Column("key_id", digest(8), primary_key=True),
    sa.Column("user_id", identity(), sa.ForeignKey("account.id"), nullable=False),
    sa.Column("public", digest(32), nullable=False),
    sa.Column("recorded_at", instant(), nullable=False),
    sa.Index("ix_signing_key_user_id", "user_id"),
)
"""The public keys of everybody who may sign, recorded by audited events; inserted once and never changed."""

PATIENT_MERGE = sa.Table(
    "patient_merge",
    METADATA,
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("kept_id", identity(), sa.ForeignKey("patient.id"), nullable=False),
    sa.Column("other_id", identity(), sa.ForeignKey("patient.id"), nullable=False),
    sa.Column("mark", one_of(MergeMark), nullable=False),
    sa.Column("reason", words(), nullable=False),
    sa.Column("content", raw_bytes(), nullable=False),
    sa.Column("at", instant(), nullable=False),
    sa.Column("user_id", identity(), sa.ForeignKey("account.id"), nullable=False),
    sa.Column("user", words(), nullable=False),
    sa.CheckConstraint(allowed("mark", (mark.value for mark in MergeMark)), name="mark_known"),
    sa.Index("ix_patient_merge_kept_id", "kept_id"),
    sa.Index("ix_patient_merge_other_id", "other_id"),
    sa.Index("ix_patient_merge_user_id", "user_id"),
)
"""Which two records are of one person, or were taken apart again; inserted once and never changed."""
