"""The first structure: people, courses, blocks, responses, signed documents and the audit chain.

What changes for the clinic: nothing, this is how a new record store begins.
"""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TEXT as POSTGRES_TEXT

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(POSTGRES_TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    _people()
    _courses()
    _blocks()
    _responses()
    _history()
    guards = _SERVER_GUARDS if op.get_bind().dialect.name == "postgresql" else _SQLITE_GUARDS
    for guard in guards:
        op.execute(sa.text(guard.replace(":", r"\:")))


def _people() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("credentials", TEXT, nullable=False),
        sa.Column("roles", TEXT, nullable=False),
        sa.Column("specialty", TEXT, nullable=False),
        sa.Column("npi", TEXT, nullable=False),
        sa.Column("learner", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
    )
    op.create_table(
        "clinic",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("address", TEXT, nullable=False),
        sa.Column("phone", TEXT, nullable=False),
        sa.Column("fax", TEXT, nullable=False),
        sa.Column("after_hours_phone", TEXT, nullable=False),
        sa.Column("paper", TEXT, nullable=False),
        sa.Column("rule_set", TEXT, nullable=False),
        sa.Column("language", TEXT, nullable=False),
        sa.Column("place_of_service", TEXT, nullable=False),
        sa.Column("room", TEXT, nullable=False),
        sa.Column("half_points", sa.Boolean(), nullable=False),
        sa.Column("blind_scoring", sa.Boolean(), nullable=False),
        sa.Column("minutes_to_lock", sa.BigInteger(), nullable=False),
        sa.Column("minutes_key_is_held", sa.BigInteger(), nullable=False),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_clinic"),
        sa.CheckConstraint("\"paper\" IN ('Letter', 'A4')", name="ck_clinic_paper_known"),
    )
    op.create_table(
        "correspondent",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("credentials", TEXT, nullable=False),
        sa.Column("organization", TEXT, nullable=False),
        sa.Column("address", TEXT, nullable=False),
        sa.Column("phone", TEXT, nullable=False),
        sa.Column("fax", TEXT, nullable=False),
        sa.Column("rule_set", TEXT, nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_correspondent"),
        sa.CheckConstraint(
            "\"kind\" IN ('referrer', 'RFA provider', 'prescriber', 'payer')",
            name="ck_correspondent_kind_known",
        ),
    )
    op.create_table(
        "setting",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )
    op.create_table(
        "patient",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("family", TEXT, nullable=False),
        sa.Column("given", TEXT, nullable=False),
        sa.Column("born", TEXT, nullable=False),
        sa.Column("sex", TEXT, nullable=True),
        sa.Column("phone", TEXT, nullable=False),
        sa.Column("address", TEXT, nullable=False),
        sa.Column("language", TEXT, nullable=False),
        sa.Column("weight", sa.BigInteger(), nullable=True),
        sa.Column("weighed_on", TEXT, nullable=True),
        sa.Column("allergy_state", TEXT, nullable=True),
        sa.Column("implanted_device", sa.Boolean(), nullable=True),
        sa.Column("implanted_device_text", TEXT, nullable=False),
        sa.Column("pregnancy", TEXT, nullable=False),
        sa.Column("referrer_id", sa.LargeBinary(16), nullable=True),
        sa.Column("payer_id", sa.LargeBinary(16), nullable=True),
        sa.Column("member_id", TEXT, nullable=False),
        sa.Column("deceased_on", TEXT, nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("anticoagulant_plan", TEXT, nullable=True),
        sa.Column("anticoagulant_drug", TEXT, nullable=False),
        sa.Column("anticoagulant_dose", TEXT, nullable=False),
        sa.Column("anticoagulant_decided_by", TEXT, nullable=False),
        sa.Column("anticoagulant_decided_on", TEXT, nullable=True),
        sa.Column("anticoagulant_last_dose", TEXT, nullable=False),
        sa.Column("anticoagulant_stopped_on", TEXT, nullable=True),
        sa.Column("anticoagulant_restart_due", TEXT, nullable=True),
        sa.Column("anticoagulant_restart_confirmed", sa.Boolean(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_patient"),
        sa.CheckConstraint("\"sex\" IN ('female', 'male', 'other')", name="ck_patient_sex_known"),
        sa.CheckConstraint(
            "\"allergy_state\" IN ('none known', 'listed')", name="ck_patient_allergy_state_known"
        ),
        sa.CheckConstraint(
            "\"anticoagulant_plan\" IN ('none taken', 'continued', 'stopped')",
            name="ck_patient_anticoagulant_plan_known",
        ),
        sa.ForeignKeyConstraint(
            ["referrer_id"], ["correspondent.id"], name="fk_patient_referrer_id_correspondent"
        ),
        sa.ForeignKeyConstraint(["payer_id"], ["correspondent.id"], name="fk_patient_payer_id_correspondent"),
    )
    op.create_index("ix_patient_born", "patient", ["born"], unique=False)
    op.create_index("ix_patient_payer_id", "patient", ["payer_id"], unique=False)
    op.create_index("ix_patient_referrer_id", "patient", ["referrer_id"], unique=False)
    op.create_table(
        "user_secret",
        sa.Column("user_id", sa.LargeBinary(16), nullable=False),
        sa.Column("pin", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_user_secret"),
        sa.ForeignKeyConstraint(
            ["user_id"], ["account.id"], name="fk_user_secret_user_id_account", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "patient_allergies",
        sa.Column("patient_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("substance", TEXT, nullable=False),
        sa.Column("reaction", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("patient_id", "position", name="pk_patient_allergies"),
        sa.CheckConstraint(
            "\"kind\" IN ('amide local anesthetic', 'ester local anesthetic', 'iodinated contrast', 'chlorhexidine', 'povidone-iodine', 'latex', 'adhesive', 'other')",
            name="ck_patient_allergies_kind_known",
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patient.id"], name="fk_patient_allergies_patient_id_patient", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "patient_identifiers",
        sa.Column("patient_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.Column("system", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("patient_id", "position", name="pk_patient_identifiers"),
        sa.CheckConstraint(
            "\"kind\" IN ('MRN', 'member id', 'national id', 'other')",
            name="ck_patient_identifiers_kind_known",
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["patient.id"],
            name="fk_patient_identifiers_patient_id_patient",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "patient_place",
        sa.Column("sort_key", TEXT, nullable=False),
        sa.Column("patient_id", sa.LargeBinary(16), nullable=False),
        sa.PrimaryKeyConstraint("sort_key", "patient_id", name="pk_patient_place"),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patient.id"], name="fk_patient_place_patient_id_patient", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_patient_place_patient_id", "patient_place", ["patient_id"], unique=False)
    op.create_table(
        "patient_word",
        sa.Column("word", TEXT, nullable=False),
        sa.Column("patient_id", sa.LargeBinary(16), nullable=False),
        sa.PrimaryKeyConstraint("word", "patient_id", name="pk_patient_word"),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["patient.id"], name="fk_patient_word_patient_id_patient", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_patient_word_patient_id", "patient_word", ["patient_id", "word"], unique=False)


def _courses() -> None:
    op.create_table(
        "course",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("patient_id", sa.LargeBinary(16), nullable=False),
        sa.Column("region", TEXT, nullable=False),
        sa.Column("opened_on", TEXT, nullable=False),
        sa.Column("pain_area", TEXT, nullable=False),
        sa.Column("pain_sides", TEXT, nullable=False),
        sa.Column("provoked_by", TEXT, nullable=False),
        sa.Column("axial", sa.Boolean(), nullable=True),
        sa.Column("began_on", TEXT, nullable=True),
        sa.Column("began_month_only", sa.Boolean(), nullable=False),
        sa.Column("usual_score", sa.BigInteger(), nullable=True),
        sa.Column("limits", TEXT, nullable=False),
        sa.Column("disability_scale", TEXT, nullable=False),
        sa.Column("disability_score", sa.BigInteger(), nullable=True),
        sa.Column("disability_on", TEXT, nullable=True),
        sa.Column("radiculopathy", sa.Boolean(), nullable=True),
        sa.Column("claudication", sa.Boolean(), nullable=True),
        sa.Column("neurology_on", TEXT, nullable=True),
        sa.Column("other_cause", sa.Boolean(), nullable=True),
        sa.Column("exam", TEXT, nullable=False),
        sa.Column("exam_on", TEXT, nullable=True),
        sa.Column("fused", TEXT, nullable=False),
        sa.Column("fusion", sa.Boolean(), nullable=True),
        sa.Column("vertebrae", TEXT, nullable=True),
        sa.Column("rfa_planned_if_positive", sa.Boolean(), nullable=True),
        sa.Column("rule_set", TEXT, nullable=False),
        sa.Column("closed_on", TEXT, nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_course"),
        sa.CheckConstraint("\"region\" IN ('cervical', 'thoracic', 'lumbar')", name="ck_course_region_known"),
        sa.CheckConstraint(
            "\"vertebrae\" IN ('five lumbar vertebrae', 'six lumbar vertebrae', 'sacralised L5')",
            name="ck_course_vertebrae_known",
        ),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name="fk_course_patient_id_patient"),
    )
    op.create_index("ix_course_patient_id", "course", ["patient_id", "opened_on"], unique=False)
    op.create_table(
        "course_conservative_care",
        sa.Column("course_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("what", TEXT, nullable=False),
        sa.Column("started", TEXT, nullable=True),
        sa.Column("ended", TEXT, nullable=True),
        sa.Column("visits", sa.BigInteger(), nullable=True),
        sa.Column("outcome", TEXT, nullable=True),
        sa.Column("reason", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("course_id", "position", name="pk_course_conservative_care"),
        sa.CheckConstraint(
            "\"kind\" IN ('physical therapy', 'home exercise', 'NSAID', 'acetaminophen', 'other medicine', 'manipulation', 'activity change', 'other care')",
            name="ck_course_conservative_care_kind_known",
        ),
        sa.CheckConstraint(
            "\"outcome\" IN ('no lasting relief', 'partial, not lasting', 'not tolerated', 'continues', 'lasting relief')",
            name="ck_course_conservative_care_outcome_known",
        ),
        sa.ForeignKeyConstraint(
            ["course_id"],
            ["course.id"],
            name="fk_course_conservative_care_course_id_course",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "course_diagnoses",
        sa.Column("course_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("code", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("course_id", "position", name="pk_course_diagnoses"),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name="fk_course_diagnoses_course_id_course", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "course_imaging",
        sa.Column("course_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("modality", TEXT, nullable=False),
        sa.Column("on", TEXT, nullable=True),
        sa.Column("finding", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("course_id", "position", name="pk_course_imaging"),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name="fk_course_imaging_course_id_course", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )


def _blocks() -> None:
    op.create_table(
        "block",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("patient_id", sa.LargeBinary(16), nullable=False),
        sa.Column("course_id", sa.LargeBinary(16), nullable=False),
        sa.Column("performed_on", TEXT, nullable=False),
        sa.Column("state", TEXT, nullable=False),
        sa.Column("purpose", TEXT, nullable=True),
        sa.Column("region", TEXT, nullable=True),
        sa.Column("physician_id", sa.LargeBinary(16), nullable=True),
        sa.Column("assistant", TEXT, nullable=False),
        sa.Column("supervision", TEXT, nullable=False),
        sa.Column("nurse", TEXT, nullable=False),
        sa.Column("radiographer", TEXT, nullable=False),
        sa.Column("room", TEXT, nullable=False),
        sa.Column("started_at", TEXT, nullable=True),
        sa.Column("planned_on", TEXT, nullable=True),
        sa.Column("planned_by", TEXT, nullable=False),
        sa.Column("scheduled_at", TEXT, nullable=True),
        sa.Column("levels_text", TEXT, nullable=False),
        sa.Column("no_skin_anesthetic", sa.Boolean(), nullable=False),
        sa.Column("no_contrast", sa.Boolean(), nullable=False),
        sa.Column("no_contrast_reason", TEXT, nullable=False),
        sa.Column("no_steroid", sa.Boolean(), nullable=False),
        sa.Column("sedation", TEXT, nullable=True),
        sa.Column("sedation_reason", TEXT, nullable=False),
        sa.Column("prep", TEXT, nullable=True),
        sa.Column("prep_text", TEXT, nullable=False),
        sa.Column("position", TEXT, nullable=False),
        sa.Column("approach", TEXT, nullable=False),
        sa.Column("monitoring", TEXT, nullable=False),
        sa.Column("vertebrae", TEXT, nullable=True),
        sa.Column("level_count", TEXT, nullable=False),
        sa.Column("in_room", TEXT, nullable=True),
        sa.Column("needle_in", TEXT, nullable=True),
        sa.Column("needle_out", TEXT, nullable=True),
        sa.Column("left_room", TEXT, nullable=True),
        sa.Column("last_analgesic", TEXT, nullable=False),
        sa.Column("no_complication", sa.Boolean(), nullable=False),
        sa.Column("blood_loss", TEXT, nullable=False),
        sa.Column("specimens", TEXT, nullable=False),
        sa.Column("tolerated", TEXT, nullable=False),
        sa.Column("findings", TEXT, nullable=False),
        sa.Column("same_diagnosis_after", sa.Boolean(), nullable=True),
        sa.Column("stopped_because", TEXT, nullable=False),
        sa.Column("reported_by", TEXT, nullable=False),
        sa.Column("plan", TEXT, nullable=False),
        sa.Column("dose_reason", TEXT, nullable=False),
        sa.Column("discarded_at", TEXT, nullable=True),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("needle_gauge", sa.BigInteger(), nullable=True),
        sa.Column("needle_length", sa.BigInteger(), nullable=True),
        sa.Column("needle_length_unit", TEXT, nullable=False),
        sa.Column("needle_kind", TEXT, nullable=False),
        sa.Column("needle_bent_tip", sa.Boolean(), nullable=True),
        sa.Column("fluoroscopy_guidance", TEXT, nullable=True),
        sa.Column("fluoroscopy_seconds", sa.BigInteger(), nullable=True),
        sa.Column("fluoroscopy_none_used", sa.Boolean(), nullable=False),
        sa.Column("fluoroscopy_air_kerma", sa.BigInteger(), nullable=True),
        sa.Column("fluoroscopy_air_kerma_unit", TEXT, nullable=True),
        sa.Column("fluoroscopy_dap", sa.BigInteger(), nullable=True),
        sa.Column("fluoroscopy_dap_unit", TEXT, nullable=True),
        sa.Column("fluoroscopy_views", TEXT, nullable=False),
        sa.Column("fluoroscopy_images_saved", sa.BigInteger(), nullable=True),
        sa.Column("fluoroscopy_image_reference", TEXT, nullable=False),
        sa.Column("fluoroscopy_pulse_mode", TEXT, nullable=False),
        sa.Column("consent_kind", TEXT, nullable=True),
        sa.Column("consent_signed_on", TEXT, nullable=True),
        sa.Column("consent_explained_by", TEXT, nullable=False),
        sa.Column("consent_about", TEXT, nullable=False),
        sa.Column("consent_given_by", TEXT, nullable=False),
        sa.Column("consent_interpreter", TEXT, nullable=False),
        sa.Column("discharge_at", TEXT, nullable=True),
        sa.Column("discharge_escort", TEXT, nullable=False),
        sa.Column("discharge_walking", TEXT, nullable=False),
        sa.Column("discharge_neurology", TEXT, nullable=False),
        sa.Column("discharge_instructions_given", sa.Boolean(), nullable=True),
        sa.Column("discharge_diary_given", sa.Boolean(), nullable=True),
        sa.Column("discharge_attested_by", TEXT, nullable=False),
        sa.Column("discharge_attested_at", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_block"),
        sa.CheckConstraint(
            "\"state\" IN ('planned', 'draft', 'signed', 'discarded', 'entered in error')",
            name="ck_block_state_known",
        ),
        sa.CheckConstraint("\"purpose\" IN ('diagnostic', 'therapeutic')", name="ck_block_purpose_known"),
        sa.CheckConstraint("\"region\" IN ('cervical', 'thoracic', 'lumbar')", name="ck_block_region_known"),
        sa.CheckConstraint(
            "\"sedation\" IN ('none', 'minimal', 'moderate', 'deep or MAC')", name="ck_block_sedation_known"
        ),
        sa.CheckConstraint(
            "\"prep\" IN ('chlorhexidine in alcohol', 'povidone-iodine', 'other')", name="ck_block_prep_known"
        ),
        sa.CheckConstraint(
            "\"vertebrae\" IN ('five lumbar vertebrae', 'six lumbar vertebrae', 'sacralised L5')",
            name="ck_block_vertebrae_known",
        ),
        sa.CheckConstraint(
            "\"fluoroscopy_guidance\" IN ('fluoroscopy', 'CT', 'ultrasound', 'none')",
            name="ck_block_fluoroscopy_guidance_known",
        ),
        sa.CheckConstraint(
            "\"fluoroscopy_air_kerma_unit\" IN ('mGy', 'Gy')",
            name="ck_block_fluoroscopy_air_kerma_unit_known",
        ),
        sa.CheckConstraint(
            "\"fluoroscopy_dap_unit\" IN ('mGy·cm²', 'Gy·cm²', 'cGy·cm²', 'dGy·cm²', 'µGy·m²')",
            name="ck_block_fluoroscopy_dap_unit_known",
        ),
        sa.CheckConstraint(
            "\"consent_kind\" IN ('written', 'verbal', 'written and verbal')",
            name="ck_block_consent_kind_known",
        ),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name="fk_block_patient_id_patient"),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name="fk_block_course_id_course"),
        sa.ForeignKeyConstraint(["physician_id"], ["account.id"], name="fk_block_physician_id_account"),
    )
    op.create_index("ix_block_course_id", "block", ["course_id", "performed_on"], unique=False)
    op.create_index(
        "ix_block_discarded",
        "block",
        ["discarded_at"],
        unique=False,
        sqlite_where=sa.text("state = 'discarded'"),
        postgresql_where=sa.text("state = 'discarded'"),
    )
    op.create_index(
        "ix_block_drafts",
        "block",
        ["performed_on", "physician_id"],
        unique=False,
        sqlite_where=sa.text("state = 'draft'"),
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.create_index("ix_block_patient_id", "block", ["patient_id", "performed_on"], unique=False)
    op.create_index("ix_block_performed_on", "block", ["performed_on"], unique=False)
    op.create_index("ix_block_physician_id", "block", ["physician_id"], unique=False)
    op.create_index(
        "ix_block_signed",
        "block",
        ["performed_on", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'signed'"),
        postgresql_where=sa.text("state = 'signed'"),
    )
    op.create_table(
        "block_additions",
        sa.Column("block_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("by", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("block_id", "position", name="pk_block_additions"),
        sa.ForeignKeyConstraint(
            ["block_id"], ["block.id"], name="fk_block_additions_block_id_block", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "block_complications",
        sa.Column("block_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=True),
        sa.Column("treatment", TEXT, nullable=False),
        sa.Column("outcome", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("block_id", "position", name="pk_block_complications"),
        sa.CheckConstraint(
            "\"kind\" IN ('vasovagal reaction', 'vascular needle position', 'local bleeding or hematoma', 'prolonged soreness', 'ataxia or dizziness after the block', 'motor or sensory spread to a nerve root', 'epidural or intrathecal spread', 'dural puncture headache', 'pneumothorax', 'local anesthetic systemic toxicity', 'allergic or contrast reaction', 'infection', 'hypertensive or hyperglycemic episode', 'syncope or fall', 'wrong level, side or patient', 'phrenic nerve block', 'other')",
            name="ck_block_complications_kind_known",
        ),
        sa.ForeignKeyConstraint(
            ["block_id"], ["block.id"], name="fk_block_complications_block_id_block", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "block_diagnoses",
        sa.Column("block_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("code", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("block_id", "position", name="pk_block_diagnoses"),
        sa.ForeignKeyConstraint(
            ["block_id"], ["block.id"], name="fk_block_diagnoses_block_id_block", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "block_diagnoses_after",
        sa.Column("block_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("code", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("block_id", "position", name="pk_block_diagnoses_after"),
        sa.ForeignKeyConstraint(
            ["block_id"], ["block.id"], name="fk_block_diagnoses_after_block_id_block", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "block_drugs",
        sa.Column("block_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("use", TEXT, nullable=False),
        sa.Column("agent", TEXT, nullable=False),
        sa.Column("strength", sa.BigInteger(), nullable=True),
        sa.Column("syringe", sa.BigInteger(), nullable=False),
        sa.Column("epinephrine", TEXT, nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("mixed_in", sa.BigInteger(), nullable=True),
        sa.Column("given", sa.BigInteger(), nullable=True),
        sa.Column("given_is", TEXT, nullable=False),
        sa.Column("brand", TEXT, nullable=False),
        sa.Column("buffered", sa.Boolean(), nullable=False),
        sa.Column("preservative_free", sa.Boolean(), nullable=True),
        sa.Column("lot", TEXT, nullable=False),
        sa.Column("expires_on", TEXT, nullable=True),
        sa.Column("vial", sa.BigInteger(), nullable=True),
        sa.Column("discarded", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("block_id", "position", name="pk_block_drugs"),
        sa.CheckConstraint(
            "\"use\" IN ('nerve targets', 'skin anesthetic', 'contrast', 'sedation', 'steroid')",
            name="ck_block_drugs_use_known",
        ),
        sa.CheckConstraint(
            "\"epinephrine\" IN ('none', '1:200 000', '1:100 000', '1:400 000')",
            name="ck_block_drugs_epinephrine_known",
        ),
        sa.CheckConstraint("\"given_is\" IN ('=', '<', 'to')", name="ck_block_drugs_given_is_known"),
        sa.ForeignKeyConstraint(
            ["block_id"], ["block.id"], name="fk_block_drugs_block_id_block", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "block_entries",
        sa.Column("block_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("item", TEXT, nullable=False),
        sa.Column("by_id", sa.LargeBinary(16), nullable=False),
        sa.Column("by", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("how", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("block_id", "position", name="pk_block_entries"),
        sa.CheckConstraint(
            "\"item\" IN ('levels and side', 'anesthetic', 'epinephrine', 'volumes', 'aspiration', 'contrast', 'skin prep', 'skin anesthetic', 'steroid', 'sedation', 'images', 'complications', 'consent', 'needle', 'position', 'needle-out time', 'times', 'fluoroscopy', 'lot and expiry', 'vital signs', 'recovery and discharge', 'level count', 'diagnosis', 'findings', 'plan', 'team and room')",
            name="ck_block_entries_item_known",
        ),
        sa.CheckConstraint(
            "\"how\" IN ('entered', 'accepted', 'all as listed, I confirm', 'stamped in the room')",
            name="ck_block_entries_how_known",
        ),
        sa.ForeignKeyConstraint(
            ["block_id"], ["block.id"], name="fk_block_entries_block_id_block", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "block_joints",
        sa.Column("block_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("joint", TEXT, nullable=False),
        sa.Column("side", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("block_id", "position", name="pk_block_joints"),
        sa.CheckConstraint("\"side\" IN ('left', 'right')", name="ck_block_joints_side_known"),
        sa.ForeignKeyConstraint(
            ["block_id"], ["block.id"], name="fk_block_joints_block_id_block", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "block_planned_joints",
        sa.Column("block_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("joint", TEXT, nullable=False),
        sa.Column("side", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("block_id", "position", name="pk_block_planned_joints"),
        sa.CheckConstraint("\"side\" IN ('left', 'right')", name="ck_block_planned_joints_side_known"),
        sa.ForeignKeyConstraint(
            ["block_id"], ["block.id"], name="fk_block_planned_joints_block_id_block", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "block_targets",
        sa.Column("block_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("nerve", TEXT, nullable=False),
        sa.Column("side", TEXT, nullable=False),
        sa.Column("syringe", sa.BigInteger(), nullable=False),
        sa.Column("volume", sa.BigInteger(), nullable=True),
        sa.Column("volume_to", sa.BigInteger(), nullable=True),
        sa.Column("volume_is", TEXT, nullable=False),
        sa.Column("volume_from_preset", sa.Boolean(), nullable=False),
        sa.Column("aspiration", TEXT, nullable=True),
        sa.Column("contrast", sa.BigInteger(), nullable=True),
        sa.Column("contrast_pattern", TEXT, nullable=True),
        sa.Column("bone_contact", sa.Boolean(), nullable=True),
        sa.Column("repositioned", sa.BigInteger(), nullable=True),
        sa.Column("pain_reproduced", sa.Boolean(), nullable=True),
        sa.Column("not_injected", sa.Boolean(), nullable=False),
        sa.Column("landmark", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("block_id", "position", name="pk_block_targets"),
        sa.CheckConstraint("\"side\" IN ('left', 'right')", name="ck_block_targets_side_known"),
        sa.CheckConstraint("\"volume_is\" IN ('=', '<', 'to')", name="ck_block_targets_volume_is_known"),
        sa.CheckConstraint(
            "\"aspiration\" IN ('negative', 'blood', 'CSF')", name="ck_block_targets_aspiration_known"
        ),
        sa.CheckConstraint(
            "\"contrast_pattern\" IN ('along bone, no vessel', 'vascular', 'foraminal or epidural', 'muscle', 'none seen')",
            name="ck_block_targets_contrast_pattern_known",
        ),
        sa.ForeignKeyConstraint(
            ["block_id"], ["block.id"], name="fk_block_targets_block_id_block", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "block_time_outs",
        sa.Column("block_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("led_by", TEXT, nullable=False),
        sa.Column("where", TEXT, nullable=False),
        sa.Column("levels_text", TEXT, nullable=False),
        sa.Column("joints", TEXT, nullable=False),
        sa.Column("patient_answer", TEXT, nullable=True),
        sa.Column("name_said", sa.Boolean(), nullable=False),
        sa.Column("born_said", sa.Boolean(), nullable=False),
        sa.Column("consent", sa.Boolean(), nullable=False),
        sa.Column("site_mark", sa.Boolean(), nullable=False),
        sa.Column("allergy", sa.Boolean(), nullable=False),
        sa.Column("anticoagulant", sa.Boolean(), nullable=False),
        sa.Column("images_up", sa.Boolean(), nullable=False),
        sa.Column("drug_labelled", sa.Boolean(), nullable=False),
        sa.Column("present", TEXT, nullable=False),
        sa.Column("matched_plan", sa.Boolean(), nullable=True),
        sa.Column("stopped", sa.Boolean(), nullable=False),
        sa.Column("settled_by", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("block_id", "position", name="pk_block_time_outs"),
        sa.CheckConstraint(
            "\"where\" IN ('room screen', 'recorded after the procedure')",
            name="ck_block_time_outs_where_known",
        ),
        sa.CheckConstraint(
            "\"patient_answer\" IN ('left', 'right', 'both sides', 'not able to answer')",
            name="ck_block_time_outs_patient_answer_known",
        ),
        sa.ForeignKeyConstraint(
            ["block_id"], ["block.id"], name="fk_block_time_outs_block_id_block", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "block_vitals",
        sa.Column("block_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("when", TEXT, nullable=False),
        sa.Column("systolic", sa.BigInteger(), nullable=True),
        sa.Column("diastolic", sa.BigInteger(), nullable=True),
        sa.Column("pulse", sa.BigInteger(), nullable=True),
        sa.Column("spo2", sa.BigInteger(), nullable=True),
        sa.Column("temperature", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("block_id", "position", name="pk_block_vitals"),
        sa.CheckConstraint("\"when\" IN ('before', 'recovery')", name="ck_block_vitals_when_known"),
        sa.ForeignKeyConstraint(
            ["block_id"], ["block.id"], name="fk_block_vitals_block_id_block", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )


def _responses() -> None:
    op.create_table(
        "response",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("patient_id", sa.LargeBinary(16), nullable=False),
        sa.Column("block_id", sa.LargeBinary(16), nullable=False),
        sa.Column("scale", TEXT, nullable=False),
        sa.Column("no_other_medicine", sa.Boolean(), nullable=False),
        sa.Column("movements_tried", TEXT, nullable=False),
        sa.Column("movements_regained", TEXT, nullable=False),
        sa.Column("napped", sa.Boolean(), nullable=True),
        sa.Column("side_effects", TEXT, nullable=False),
        sa.Column("conclusion", TEXT, nullable=True),
        sa.Column("conclusion_reason", TEXT, nullable=False),
        sa.Column("signed_at", TEXT, nullable=True),
        sa.Column("note", TEXT, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_response"),
        sa.CheckConstraint(
            "\"conclusion\" IN ('positive', 'negative', 'not assessable')",
            name="ck_response_conclusion_known",
        ),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name="fk_response_patient_id_patient"),
        sa.ForeignKeyConstraint(["block_id"], ["block.id"], name="fk_response_block_id_block"),
    )
    op.create_index("ix_response_patient_id", "response", ["patient_id"], unique=False)
    op.create_index(
        "ix_response_unsigned",
        "response",
        ["block_id"],
        unique=False,
        sqlite_where=sa.text("signed_at IS NULL"),
        postgresql_where=sa.text("signed_at IS NULL"),
    )
    op.create_index("uq_response_block_id", "response", ["block_id"], unique=True)
    op.create_table(
        "response_medicines",
        sa.Column("response_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("at", TEXT, nullable=True),
        sa.Column("dose", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("response_id", "position", name="pk_response_medicines"),
        sa.CheckConstraint(
            "\"kind\" IN ('usual medicine at its usual time', 'extra pain medicine', 'sedative')",
            name="ck_response_medicines_kind_known",
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name="fk_response_medicines_response_id_response",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "response_readings",
        sa.Column("response_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("series", TEXT, nullable=False),
        sa.Column("slot", sa.BigInteger(), nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("score", sa.BigInteger(), nullable=True),
        sa.Column("score_to", sa.BigInteger(), nullable=True),
        sa.Column("mode", TEXT, nullable=False),
        sa.Column("channel", TEXT, nullable=False),
        sa.Column("informant", TEXT, nullable=False),
        sa.Column("entered_by_id", sa.LargeBinary(16), nullable=True),
        sa.Column("entered_by", TEXT, nullable=False),
        sa.Column("entered_at", TEXT, nullable=True),
        sa.PrimaryKeyConstraint("response_id", "position", name="pk_response_readings"),
        sa.CheckConstraint(
            "\"series\" IN ('left', 'right', 'overall')", name="ck_response_readings_series_known"
        ),
        sa.CheckConstraint(
            "\"mode\" IN ('in clinic', 'paper diary', 'recalled', 'portal')",
            name="ck_response_readings_mode_known",
        ),
        sa.CheckConstraint(
            "\"channel\" IN ('in person', 'by telephone')", name="ck_response_readings_channel_known"
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name="fk_response_readings_response_id_response",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "response_stated",
        sa.Column("response_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("series", TEXT, nullable=False),
        sa.Column("percent", sa.BigInteger(), nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("by", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("response_id", "position", name="pk_response_stated"),
        sa.CheckConstraint(
            "\"series\" IN ('left', 'right', 'overall')", name="ck_response_stated_series_known"
        ),
        sa.ForeignKeyConstraint(
            ["response_id"],
            ["response.id"],
            name="fk_response_stated_response_id_response",
            ondelete="CASCADE",
        ),
        sqlite_with_rowid=False,
    )


def _history() -> None:
    op.create_table(
        "audit_event",
        sa.Column("seq", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("user_id", sa.LargeBinary(16), nullable=True),
        sa.Column("user", TEXT, nullable=False),
        sa.Column("workstation", TEXT, nullable=False),
        sa.Column("event", TEXT, nullable=False),
        sa.Column("patient_id", sa.LargeBinary(16), nullable=True),
        sa.Column("reason", TEXT, nullable=False),
        sa.Column("detail", sa.LargeBinary(), nullable=False),
        sa.Column("previous", sa.LargeBinary(32), nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_event"),
    )
    op.create_index("ix_audit_event_patient_id", "audit_event", ["patient_id", "seq"], unique=False)
    op.create_table(
        "signing_key",
        sa.Column("key_id", sa.LargeBinary(8), nullable=False),
        sa.Column("user_id", sa.LargeBinary(16), nullable=False),
        sa.Column("public", sa.LargeBinary(32), nullable=False),
        sa.Column("recorded_at", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("key_id", name="pk_signing_key"),
        sa.ForeignKeyConstraint(["user_id"], ["account.id"], name="fk_signing_key_user_id_account"),
    )
    op.create_index("ix_signing_key_user_id", "signing_key", ["user_id"], unique=False)
    op.create_table(
        "signed_document",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("number", TEXT, nullable=False),
        sa.Column("patient_id", sa.LargeBinary(16), nullable=False),
        sa.Column("block_id", sa.LargeBinary(16), nullable=True),
        sa.Column("course_id", sa.LargeBinary(16), nullable=True),
        sa.Column("supersedes", sa.LargeBinary(16), nullable=True),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("content_sha256", sa.LargeBinary(32), nullable=False),
        sa.Column("meaning", TEXT, nullable=False),
        sa.Column("signer_id", sa.LargeBinary(16), nullable=False),
        sa.Column("signer", TEXT, nullable=False),
        sa.Column("signed_at", TEXT, nullable=False),
        sa.Column("key_id", sa.LargeBinary(8), nullable=False),
        sa.Column("signature", sa.LargeBinary(64), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("pdf_sha256", sa.LargeBinary(32), nullable=False),
        sa.Column("pdf_signature", sa.LargeBinary(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_signed_document"),
        sa.CheckConstraint(
            "\"kind\" IN ('procedure note', 'diagnostic response', 'RFA referral letter', 'addendum')",
            name="ck_signed_document_kind_known",
        ),
        sa.CheckConstraint(
            "\"meaning\" IN ('Performed', 'Reviewed and concluded', 'Author of this letter', 'Addendum by')",
            name="ck_signed_document_meaning_known",
        ),
        sa.ForeignKeyConstraint(["patient_id"], ["patient.id"], name="fk_signed_document_patient_id_patient"),
        sa.ForeignKeyConstraint(["block_id"], ["block.id"], name="fk_signed_document_block_id_block"),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name="fk_signed_document_course_id_course"),
        sa.ForeignKeyConstraint(
            ["supersedes"], ["signed_document.id"], name="fk_signed_document_supersedes_signed_document"
        ),
    )
    op.create_index("ix_signed_document_block_id", "signed_document", ["block_id", "kind"], unique=False)
    op.create_index("ix_signed_document_course_id", "signed_document", ["course_id"], unique=False)
    op.create_index(
        "ix_signed_document_patient_id", "signed_document", ["patient_id", "signed_at"], unique=False
    )
    op.create_index("ix_signed_document_pdf_sha256", "signed_document", ["pdf_sha256"], unique=False)
    op.create_index("ix_signed_document_supersedes", "signed_document", ["supersedes"], unique=False)
    op.create_index("uq_signed_document_number", "signed_document", ["number"], unique=True)


_SQLITE_GUARDS = (
    "CREATE TRIGGER signed_document_keep_insert BEFORE INSERT ON signed_document WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE id = NEW.id OR number = NEW.number) BEGIN SELECT RAISE(ABORT, "
    "'signed'); END",
    "CREATE TRIGGER signed_document_keep_update BEFORE UPDATE ON signed_document BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER signed_document_keep_delete BEFORE DELETE ON signed_document BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER audit_event_keep_insert BEFORE INSERT ON audit_event WHEN EXISTS (SELECT 1 FROM "
    "audit_event WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER audit_event_keep_update BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, "
    "'signed'); END",
    "CREATE TRIGGER audit_event_keep_delete BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, "
    "'signed'); END",
    "CREATE TRIGGER signing_key_keep_insert BEFORE INSERT ON signing_key WHEN EXISTS (SELECT 1 FROM "
    "signing_key WHERE key_id = NEW.key_id) BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER signing_key_keep_update BEFORE UPDATE ON signing_key BEGIN SELECT RAISE(ABORT, "
    "'signed'); END",
    "CREATE TRIGGER signing_key_keep_delete BEFORE DELETE ON signing_key BEGIN SELECT RAISE(ABORT, "
    "'signed'); END",
    'CREATE TRIGGER block_keep_update BEFORE UPDATE OF "id", "patient_id", "course_id", '
    '"performed_on", "purpose", "region", "physician_id", "assistant", "supervision", "nurse", '
    '"radiographer", "room", "started_at", "planned_on", "planned_by", "scheduled_at", '
    '"levels_text", "no_skin_anesthetic", "no_contrast", "no_contrast_reason", "no_steroid", '
    '"sedation", "sedation_reason", "prep", "prep_text", "position", "approach", "monitoring", '
    '"vertebrae", "level_count", "in_room", "needle_in", "needle_out", "left_room", '
    '"last_analgesic", "no_complication", "blood_loss", "specimens", "tolerated", "findings", '
    '"same_diagnosis_after", "stopped_because", "reported_by", "plan", "dose_reason", '
    '"discarded_at", "needle_gauge", "needle_length", "needle_length_unit", "needle_kind", '
    '"needle_bent_tip", "fluoroscopy_guidance", "fluoroscopy_seconds", "fluoroscopy_none_used", '
    '"fluoroscopy_air_kerma", "fluoroscopy_air_kerma_unit", "fluoroscopy_dap", '
    '"fluoroscopy_dap_unit", "fluoroscopy_views", "fluoroscopy_images_saved", '
    '"fluoroscopy_image_reference", "fluoroscopy_pulse_mode", "consent_kind", "consent_signed_on", '
    '"consent_explained_by", "consent_about", "consent_given_by", "consent_interpreter" ON block '
    "WHEN EXISTS (SELECT 1 FROM signed_document WHERE block_id = OLD.id AND kind = 'procedure note')"
    " BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_keep_delete BEFORE DELETE ON block WHEN EXISTS (SELECT 1 FROM "
    "signed_document WHERE block_id = OLD.id AND kind = 'procedure note') BEGIN SELECT RAISE(ABORT, "
    "'signed'); END",
    "CREATE TRIGGER block_planned_joints_keep_insert BEFORE INSERT ON block_planned_joints WHEN "
    "EXISTS (SELECT 1 FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure "
    "note') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_planned_joints_keep_update BEFORE UPDATE ON block_planned_joints WHEN "
    "EXISTS (SELECT 1 FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure "
    "note') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_planned_joints_keep_update_of BEFORE UPDATE ON block_planned_joints WHEN "
    "EXISTS (SELECT 1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure "
    "note') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_planned_joints_keep_delete BEFORE DELETE ON block_planned_joints WHEN "
    "EXISTS (SELECT 1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure "
    "note') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_joints_keep_insert BEFORE INSERT ON block_joints WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_joints_keep_update BEFORE UPDATE ON block_joints WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_joints_keep_update_of BEFORE UPDATE ON block_joints WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_joints_keep_delete BEFORE DELETE ON block_joints WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_targets_keep_insert BEFORE INSERT ON block_targets WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_targets_keep_update BEFORE UPDATE ON block_targets WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_targets_keep_update_of BEFORE UPDATE ON block_targets WHEN EXISTS (SELECT "
    "1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_targets_keep_delete BEFORE DELETE ON block_targets WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_drugs_keep_insert BEFORE INSERT ON block_drugs WHEN EXISTS (SELECT 1 FROM "
    "signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_drugs_keep_update BEFORE UPDATE ON block_drugs WHEN EXISTS (SELECT 1 FROM "
    "signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_drugs_keep_update_of BEFORE UPDATE ON block_drugs WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_drugs_keep_delete BEFORE DELETE ON block_drugs WHEN EXISTS (SELECT 1 FROM "
    "signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_time_outs_keep_insert BEFORE INSERT ON block_time_outs WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') BEGIN SELECT"
    " RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_time_outs_keep_update BEFORE UPDATE ON block_time_outs WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') BEGIN SELECT"
    " RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_time_outs_keep_update_of BEFORE UPDATE ON block_time_outs WHEN EXISTS "
    "(SELECT 1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') BEGIN"
    " SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_time_outs_keep_delete BEFORE DELETE ON block_time_outs WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') BEGIN SELECT"
    " RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_vitals_keep_insert BEFORE INSERT ON block_vitals WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') AND NEW.\"when\" "
    "<> 'recovery' BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_vitals_keep_update BEFORE UPDATE ON block_vitals WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') AND NEW.\"when\" "
    "<> 'recovery' BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_vitals_keep_update_of BEFORE UPDATE ON block_vitals WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') AND OLD.\"when\" "
    "<> 'recovery' BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_vitals_keep_delete BEFORE DELETE ON block_vitals WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') AND OLD.\"when\" "
    "<> 'recovery' BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_complications_keep_insert BEFORE INSERT ON block_complications WHEN EXISTS"
    " (SELECT 1 FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') "
    "BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_complications_keep_update BEFORE UPDATE ON block_complications WHEN EXISTS"
    " (SELECT 1 FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') "
    "BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_complications_keep_update_of BEFORE UPDATE ON block_complications WHEN "
    "EXISTS (SELECT 1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure "
    "note') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_complications_keep_delete BEFORE DELETE ON block_complications WHEN EXISTS"
    " (SELECT 1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') "
    "BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_diagnoses_keep_insert BEFORE INSERT ON block_diagnoses WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') BEGIN SELECT"
    " RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_diagnoses_keep_update BEFORE UPDATE ON block_diagnoses WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') BEGIN SELECT"
    " RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_diagnoses_keep_update_of BEFORE UPDATE ON block_diagnoses WHEN EXISTS "
    "(SELECT 1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') BEGIN"
    " SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_diagnoses_keep_delete BEFORE DELETE ON block_diagnoses WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') BEGIN SELECT"
    " RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_diagnoses_after_keep_insert BEFORE INSERT ON block_diagnoses_after WHEN "
    "EXISTS (SELECT 1 FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure "
    "note') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_diagnoses_after_keep_update BEFORE UPDATE ON block_diagnoses_after WHEN "
    "EXISTS (SELECT 1 FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure "
    "note') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_diagnoses_after_keep_update_of BEFORE UPDATE ON block_diagnoses_after WHEN"
    " EXISTS (SELECT 1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure "
    "note') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_diagnoses_after_keep_delete BEFORE DELETE ON block_diagnoses_after WHEN "
    "EXISTS (SELECT 1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure "
    "note') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_entries_keep_insert BEFORE INSERT ON block_entries WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') AND NEW.\"item\" "
    "<> 'recovery and discharge' BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_entries_keep_update BEFORE UPDATE ON block_entries WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') AND NEW.\"item\" "
    "<> 'recovery and discharge' BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_entries_keep_update_of BEFORE UPDATE ON block_entries WHEN EXISTS (SELECT "
    "1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') AND "
    "OLD.\"item\" <> 'recovery and discharge' BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_entries_keep_delete BEFORE DELETE ON block_entries WHEN EXISTS (SELECT 1 "
    "FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') AND OLD.\"item\" "
    "<> 'recovery and discharge' BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_additions_keep_insert BEFORE INSERT ON block_additions WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') BEGIN SELECT"
    " RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_additions_keep_update BEFORE UPDATE ON block_additions WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE block_id = NEW.block_id AND kind = 'procedure note') BEGIN SELECT"
    " RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_additions_keep_update_of BEFORE UPDATE ON block_additions WHEN EXISTS "
    "(SELECT 1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') BEGIN"
    " SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_additions_keep_delete BEFORE DELETE ON block_additions WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE block_id = OLD.block_id AND kind = 'procedure note') BEGIN SELECT"
    " RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER block_keep_state BEFORE UPDATE OF state ON block WHEN NEW.state <> 'entered in "
    "error' AND NEW.state <> OLD.state AND EXISTS (SELECT 1 FROM signed_document WHERE block_id = "
    "OLD.id AND kind = 'procedure note') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    'CREATE TRIGGER response_keep_update BEFORE UPDATE OF "id", "patient_id", "block_id", "scale", '
    '"no_other_medicine", "movements_tried", "movements_regained", "napped", "side_effects", '
    '"conclusion", "conclusion_reason", "signed_at", "note" ON response WHEN EXISTS (SELECT 1 FROM '
    "signed_document WHERE block_id = OLD.block_id AND kind = 'diagnostic response') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_keep_delete BEFORE DELETE ON response WHEN EXISTS (SELECT 1 FROM "
    "signed_document WHERE block_id = OLD.block_id AND kind = 'diagnostic response') BEGIN SELECT "
    "RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_readings_keep_insert BEFORE INSERT ON response_readings WHEN EXISTS "
    "(SELECT 1 FROM signed_document WHERE block_id = (SELECT block_id FROM response WHERE id = "
    "NEW.response_id) AND kind = 'diagnostic response') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_readings_keep_update BEFORE UPDATE ON response_readings WHEN EXISTS "
    "(SELECT 1 FROM signed_document WHERE block_id = (SELECT block_id FROM response WHERE id = "
    "NEW.response_id) AND kind = 'diagnostic response') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_readings_keep_update_of BEFORE UPDATE ON response_readings WHEN EXISTS "
    "(SELECT 1 FROM signed_document WHERE block_id = (SELECT block_id FROM response WHERE id = "
    "OLD.response_id) AND kind = 'diagnostic response') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_readings_keep_delete BEFORE DELETE ON response_readings WHEN EXISTS "
    "(SELECT 1 FROM signed_document WHERE block_id = (SELECT block_id FROM response WHERE id = "
    "OLD.response_id) AND kind = 'diagnostic response') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_stated_keep_insert BEFORE INSERT ON response_stated WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE block_id = (SELECT block_id FROM response WHERE id = "
    "NEW.response_id) AND kind = 'diagnostic response') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_stated_keep_update BEFORE UPDATE ON response_stated WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE block_id = (SELECT block_id FROM response WHERE id = "
    "NEW.response_id) AND kind = 'diagnostic response') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_stated_keep_update_of BEFORE UPDATE ON response_stated WHEN EXISTS "
    "(SELECT 1 FROM signed_document WHERE block_id = (SELECT block_id FROM response WHERE id = "
    "OLD.response_id) AND kind = 'diagnostic response') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_stated_keep_delete BEFORE DELETE ON response_stated WHEN EXISTS (SELECT"
    " 1 FROM signed_document WHERE block_id = (SELECT block_id FROM response WHERE id = "
    "OLD.response_id) AND kind = 'diagnostic response') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_medicines_keep_insert BEFORE INSERT ON response_medicines WHEN EXISTS "
    "(SELECT 1 FROM signed_document WHERE block_id = (SELECT block_id FROM response WHERE id = "
    "NEW.response_id) AND kind = 'diagnostic response') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_medicines_keep_update BEFORE UPDATE ON response_medicines WHEN EXISTS "
    "(SELECT 1 FROM signed_document WHERE block_id = (SELECT block_id FROM response WHERE id = "
    "NEW.response_id) AND kind = 'diagnostic response') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_medicines_keep_update_of BEFORE UPDATE ON response_medicines WHEN "
    "EXISTS (SELECT 1 FROM signed_document WHERE block_id = (SELECT block_id FROM response WHERE id "
    "= OLD.response_id) AND kind = 'diagnostic response') BEGIN SELECT RAISE(ABORT, 'signed'); END",
    "CREATE TRIGGER response_medicines_keep_delete BEFORE DELETE ON response_medicines WHEN EXISTS "
    "(SELECT 1 FROM signed_document WHERE block_id = (SELECT block_id FROM response WHERE id = "
    "OLD.response_id) AND kind = 'diagnostic response') BEGIN SELECT RAISE(ABORT, 'signed'); END",
)

_SERVER_GUARDS = (
    """
CREATE FUNCTION mbb_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'signed' USING ERRCODE = 'MB001';
END $$
""",
    """
CREATE FUNCTION mbb_refuse_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  line jsonb := CASE WHEN TG_OP = 'INSERT' OR TG_ARGV[2] = 'NEW' THEN to_jsonb(NEW) ELSE to_jsonb(OLD) END;
  block bytea := (line ->> TG_ARGV[0])::bytea;
BEGIN
  IF TG_ARGV[0] = 'response_id' THEN
    SELECT block_id INTO block FROM response WHERE id = block;
  END IF;
  IF EXISTS (SELECT 1 FROM signed_document WHERE block_id = block AND kind = TG_ARGV[1]) THEN
    RAISE EXCEPTION 'signed' USING ERRCODE = 'MB001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$
""",
    "CREATE TRIGGER signed_document_keep_rows BEFORE UPDATE OR DELETE ON signed_document FOR EACH "
    "ROW EXECUTE FUNCTION mbb_refuse()",
    "CREATE TRIGGER signed_document_keep_table BEFORE TRUNCATE ON signed_document FOR EACH STATEMENT"
    " EXECUTE FUNCTION mbb_refuse()",
    "CREATE TRIGGER audit_event_keep_rows BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse()",
    "CREATE TRIGGER audit_event_keep_table BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE"
    " FUNCTION mbb_refuse()",
    "CREATE TRIGGER signing_key_keep_rows BEFORE UPDATE OR DELETE ON signing_key FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse()",
    "CREATE TRIGGER signing_key_keep_table BEFORE TRUNCATE ON signing_key FOR EACH STATEMENT EXECUTE"
    " FUNCTION mbb_refuse()",
    'CREATE TRIGGER block_keep_update BEFORE UPDATE OF "id", "patient_id", "course_id", '
    '"performed_on", "purpose", "region", "physician_id", "assistant", "supervision", "nurse", '
    '"radiographer", "room", "started_at", "planned_on", "planned_by", "scheduled_at", '
    '"levels_text", "no_skin_anesthetic", "no_contrast", "no_contrast_reason", "no_steroid", '
    '"sedation", "sedation_reason", "prep", "prep_text", "position", "approach", "monitoring", '
    '"vertebrae", "level_count", "in_room", "needle_in", "needle_out", "left_room", '
    '"last_analgesic", "no_complication", "blood_loss", "specimens", "tolerated", "findings", '
    '"same_diagnosis_after", "stopped_because", "reported_by", "plan", "dose_reason", '
    '"discarded_at", "needle_gauge", "needle_length", "needle_length_unit", "needle_kind", '
    '"needle_bent_tip", "fluoroscopy_guidance", "fluoroscopy_seconds", "fluoroscopy_none_used", '
    '"fluoroscopy_air_kerma", "fluoroscopy_air_kerma_unit", "fluoroscopy_dap", '
    '"fluoroscopy_dap_unit", "fluoroscopy_views", "fluoroscopy_images_saved", '
    '"fluoroscopy_image_reference", "fluoroscopy_pulse_mode", "consent_kind", "consent_signed_on", '
    '"consent_explained_by", "consent_about", "consent_given_by", "consent_interpreter" ON block FOR'
    " EACH ROW EXECUTE FUNCTION mbb_refuse_signed('id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_keep_delete BEFORE DELETE ON block FOR EACH ROW EXECUTE FUNCTION "
    "mbb_refuse_signed('id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_planned_joints_keep_insert BEFORE INSERT ON block_planned_joints FOR EACH "
    "ROW EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_planned_joints_keep_update BEFORE UPDATE ON block_planned_joints FOR EACH "
    "ROW EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_planned_joints_keep_update_of BEFORE UPDATE ON block_planned_joints FOR "
    "EACH ROW EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_planned_joints_keep_delete BEFORE DELETE ON block_planned_joints FOR EACH "
    "ROW EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_joints_keep_insert BEFORE INSERT ON block_joints FOR EACH ROW EXECUTE "
    "FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_joints_keep_update BEFORE UPDATE ON block_joints FOR EACH ROW EXECUTE "
    "FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_joints_keep_update_of BEFORE UPDATE ON block_joints FOR EACH ROW EXECUTE "
    "FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_joints_keep_delete BEFORE DELETE ON block_joints FOR EACH ROW EXECUTE "
    "FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_targets_keep_insert BEFORE INSERT ON block_targets FOR EACH ROW EXECUTE "
    "FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_targets_keep_update BEFORE UPDATE ON block_targets FOR EACH ROW EXECUTE "
    "FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_targets_keep_update_of BEFORE UPDATE ON block_targets FOR EACH ROW EXECUTE"
    " FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_targets_keep_delete BEFORE DELETE ON block_targets FOR EACH ROW EXECUTE "
    "FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_drugs_keep_insert BEFORE INSERT ON block_drugs FOR EACH ROW EXECUTE "
    "FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_drugs_keep_update BEFORE UPDATE ON block_drugs FOR EACH ROW EXECUTE "
    "FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_drugs_keep_update_of BEFORE UPDATE ON block_drugs FOR EACH ROW EXECUTE "
    "FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_drugs_keep_delete BEFORE DELETE ON block_drugs FOR EACH ROW EXECUTE "
    "FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_time_outs_keep_insert BEFORE INSERT ON block_time_outs FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_time_outs_keep_update BEFORE UPDATE ON block_time_outs FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_time_outs_keep_update_of BEFORE UPDATE ON block_time_outs FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_time_outs_keep_delete BEFORE DELETE ON block_time_outs FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_vitals_keep_insert BEFORE INSERT ON block_vitals FOR EACH ROW WHEN "
    "(NEW.\"when\" <> 'recovery') EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', "
    "'NEW')",
    "CREATE TRIGGER block_vitals_keep_update BEFORE UPDATE ON block_vitals FOR EACH ROW WHEN "
    "(NEW.\"when\" <> 'recovery') EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', "
    "'NEW')",
    "CREATE TRIGGER block_vitals_keep_update_of BEFORE UPDATE ON block_vitals FOR EACH ROW WHEN "
    "(OLD.\"when\" <> 'recovery') EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', "
    "'OLD')",
    "CREATE TRIGGER block_vitals_keep_delete BEFORE DELETE ON block_vitals FOR EACH ROW WHEN "
    "(OLD.\"when\" <> 'recovery') EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', "
    "'OLD')",
    "CREATE TRIGGER block_complications_keep_insert BEFORE INSERT ON block_complications FOR EACH "
    "ROW EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_complications_keep_update BEFORE UPDATE ON block_complications FOR EACH "
    "ROW EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_complications_keep_update_of BEFORE UPDATE ON block_complications FOR EACH"
    " ROW EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_complications_keep_delete BEFORE DELETE ON block_complications FOR EACH "
    "ROW EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_diagnoses_keep_insert BEFORE INSERT ON block_diagnoses FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_diagnoses_keep_update BEFORE UPDATE ON block_diagnoses FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_diagnoses_keep_update_of BEFORE UPDATE ON block_diagnoses FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_diagnoses_keep_delete BEFORE DELETE ON block_diagnoses FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_diagnoses_after_keep_insert BEFORE INSERT ON block_diagnoses_after FOR "
    "EACH ROW EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_diagnoses_after_keep_update BEFORE UPDATE ON block_diagnoses_after FOR "
    "EACH ROW EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_diagnoses_after_keep_update_of BEFORE UPDATE ON block_diagnoses_after FOR "
    "EACH ROW EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_diagnoses_after_keep_delete BEFORE DELETE ON block_diagnoses_after FOR "
    "EACH ROW EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_entries_keep_insert BEFORE INSERT ON block_entries FOR EACH ROW WHEN "
    "(NEW.\"item\" <> 'recovery and discharge') EXECUTE FUNCTION mbb_refuse_signed('block_id', "
    "'procedure note', 'NEW')",
    "CREATE TRIGGER block_entries_keep_update BEFORE UPDATE ON block_entries FOR EACH ROW WHEN "
    "(NEW.\"item\" <> 'recovery and discharge') EXECUTE FUNCTION mbb_refuse_signed('block_id', "
    "'procedure note', 'NEW')",
    "CREATE TRIGGER block_entries_keep_update_of BEFORE UPDATE ON block_entries FOR EACH ROW WHEN "
    "(OLD.\"item\" <> 'recovery and discharge') EXECUTE FUNCTION mbb_refuse_signed('block_id', "
    "'procedure note', 'OLD')",
    "CREATE TRIGGER block_entries_keep_delete BEFORE DELETE ON block_entries FOR EACH ROW WHEN "
    "(OLD.\"item\" <> 'recovery and discharge') EXECUTE FUNCTION mbb_refuse_signed('block_id', "
    "'procedure note', 'OLD')",
    "CREATE TRIGGER block_additions_keep_insert BEFORE INSERT ON block_additions FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_additions_keep_update BEFORE UPDATE ON block_additions FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'NEW')",
    "CREATE TRIGGER block_additions_keep_update_of BEFORE UPDATE ON block_additions FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_additions_keep_delete BEFORE DELETE ON block_additions FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('block_id', 'procedure note', 'OLD')",
    "CREATE TRIGGER block_keep_state BEFORE UPDATE OF state ON block FOR EACH ROW WHEN (NEW.state <>"
    " 'entered in error' AND NEW.state <> OLD.state) EXECUTE FUNCTION mbb_refuse_signed('id', "
    "'procedure note', 'OLD')",
    'CREATE TRIGGER response_keep_update BEFORE UPDATE OF "id", "patient_id", "block_id", "scale", '
    '"no_other_medicine", "movements_tried", "movements_regained", "napped", "side_effects", '
    '"conclusion", "conclusion_reason", "signed_at", "note" ON response FOR EACH ROW EXECUTE '
    "FUNCTION mbb_refuse_signed('block_id', 'diagnostic response', 'OLD')",
    "CREATE TRIGGER response_keep_delete BEFORE DELETE ON response FOR EACH ROW EXECUTE FUNCTION "
    "mbb_refuse_signed('block_id', 'diagnostic response', 'OLD')",
    "CREATE TRIGGER response_readings_keep_insert BEFORE INSERT ON response_readings FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('response_id', 'diagnostic response', 'NEW')",
    "CREATE TRIGGER response_readings_keep_update BEFORE UPDATE ON response_readings FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('response_id', 'diagnostic response', 'NEW')",
    "CREATE TRIGGER response_readings_keep_update_of BEFORE UPDATE ON response_readings FOR EACH ROW"
    " EXECUTE FUNCTION mbb_refuse_signed('response_id', 'diagnostic response', 'OLD')",
    "CREATE TRIGGER response_readings_keep_delete BEFORE DELETE ON response_readings FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('response_id', 'diagnostic response', 'OLD')",
    "CREATE TRIGGER response_stated_keep_insert BEFORE INSERT ON response_stated FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('response_id', 'diagnostic response', 'NEW')",
    "CREATE TRIGGER response_stated_keep_update BEFORE UPDATE ON response_stated FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('response_id', 'diagnostic response', 'NEW')",
    "CREATE TRIGGER response_stated_keep_update_of BEFORE UPDATE ON response_stated FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('response_id', 'diagnostic response', 'OLD')",
    "CREATE TRIGGER response_stated_keep_delete BEFORE DELETE ON response_stated FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('response_id', 'diagnostic response', 'OLD')",
    "CREATE TRIGGER response_medicines_keep_insert BEFORE INSERT ON response_medicines FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('response_id', 'diagnostic response', 'NEW')",
    "CREATE TRIGGER response_medicines_keep_update BEFORE UPDATE ON response_medicines FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('response_id', 'diagnostic response', 'NEW')",
    "CREATE TRIGGER response_medicines_keep_update_of BEFORE UPDATE ON response_medicines FOR EACH "
    "ROW EXECUTE FUNCTION mbb_refuse_signed('response_id', 'diagnostic response', 'OLD')",
    "CREATE TRIGGER response_medicines_keep_delete BEFORE DELETE ON response_medicines FOR EACH ROW "
    "EXECUTE FUNCTION mbb_refuse_signed('response_id', 'diagnostic response', 'OLD')",
)
