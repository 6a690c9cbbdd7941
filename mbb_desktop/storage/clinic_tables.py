"""The tables of what a clinic set up: rule files and their marks, templates, secrets, logo and settings."""

import sqlalchemy as sa

from mbb_desktop.clinical.installed import RuleMarkKind
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.storage.codec import allowed
from mbb_desktop.storage.column_types import TEXT, digest, identity, instant, one_of, raw_bytes, words
from mbb_desktop.storage.metadata import METADATA

RULE_FILE = sa.Table(
    "rule_file",
    METADATA,
    sa.Column("id", identity(), primary_key=True),
    sa.Column("name", words(), nullable=False),
    sa.Column("rule_set", words(), nullable=False),
    sa.Column("set_version", words(), nullable=False),
    sa.Column("content", raw_bytes(), nullable=False),
    sa.Column("sha256", digest(32), nullable=False),
    sa.Column("added_at", instant(), nullable=False),
    sa.Column("added_by", words(), nullable=False),
    sa.Index("uq_rule_file_rule_set_set_version", "rule_set", "set_version", unique=True),
)
"""The clinic's own rule files as they were read in; inserted once and never changed."""

RULE_MARK = sa.Table(
    "rule_mark",
    METADATA,
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("rule_set", words(), nullable=False),
    sa.Column("set_version", words(), nullable=False),
    sa.Column("sha256", digest(32), nullable=False),
    sa.Column("mark", one_of(RuleMarkKind), nullable=False),
    sa.Column("at", instant(), nullable=False),
    sa.Column("user_id", identity(), sa.ForeignKey("account.id"), nullable=False),
    sa.Column("user", words(), nullable=False),
    sa.CheckConstraint(allowed("mark", (mark.value for mark in RuleMarkKind)), name="mark_known"),
    sa.Index("ix_rule_mark_sha256", "sha256", "seq"),
    sa.Index("ix_rule_mark_user_id", "user_id"),
)
"""Who reviewed, withdrew or took back which version of a rule set; inserted once and never changed."""

TEMPLATE_VERSION = sa.Table(
    "template_version",
    METADATA,
    sa.Column("id", identity(), primary_key=True),
    sa.Column("kind", one_of(TemplateKind), nullable=False),
    sa.Column("language", words(), nullable=False),
    sa.Column("number", sa.BigInteger, nullable=False),
    sa.Column("content", raw_bytes(), nullable=False),
    sa.Column("sha256", digest(32), nullable=False),
    sa.Column("why", words(), nullable=False),
    sa.Column("at", instant(), nullable=False),
    sa.Column("user_id", identity(), sa.ForeignKey("account.id"), nullable=False),
    sa.Column("user", words(), nullable=False),
    sa.CheckConstraint(allowed("kind", (kind.value for kind in TemplateKind)), name="kind_known"),
    sa.Index("uq_template_version_kind_language_number", "kind", "language", "number", unique=True),
    sa.Index("ix_template_version_user_id", "user_id"),
)
"""The clinic's words for its papers, every version as it was saved; inserted once and never changed."""

USER_SECRET = sa.Table(
    "user_secret",
    METADATA,
    sa.Column("user_id", identity(), sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("pin", sa.Text, nullable=False),
)
"""The Argon2id hash of a person's PIN."""

CLINIC_LOGO = sa.Table(
    "clinic_logo",
    METADATA,
    sa.Column("clinic_id", identity(), sa.ForeignKey("clinic.id"), primary_key=True),
    sa.Column("picture", raw_bytes(), nullable=False),
    sa.Column("sha256", digest(32), nullable=False),
)
"""The picture on top of the clinic's papers, kept apart so that the clinic itself is read quickly."""

SETTING = sa.Table(
    "setting",
    METADATA,
    sa.Column("name", TEXT, primary_key=True),
    sa.Column("value", words(), nullable=False),
)
"""Settings of the clinic that are no record of their own."""
