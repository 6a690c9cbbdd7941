"""The first structure: clinic, patients, courses, blocks, responses, signed documents, audit chain, guards.

What changes for the clinic: nothing, this is how a new record store begins.
"""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TEXT as POSTGRES_TEXT
from sqlalchemy.types import TypeEngine

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(POSTGRES_TEXT(collation="C"), "postgresql")
KEY = sa.LargeBinary(16)


def upgrade() -> None:
    _clinic()
    _patients()
    _courses()
    _blocks()
    _responses()
    _calls()
    _authorizations()
    _history()
    _enclosures()
    guards = _server_guards() if op.get_bind().dialect.name == "postgresql" else _sqlite_guards()
    for guard in guards:
        op.get_bind().exec_driver_sql(guard)


def _needed(kind: TypeEngine[Any], names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=False) for name in names.split()]


def _maybe(kind: TypeEngine[Any], names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=True) for name in names.split()]


def _counted(kind: TypeEngine[Any], names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=False, autoincrement=False) for name in names.split()]


def _one_of(table: str, column: str, values: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values.split(" | "))
    return sa.CheckConstraint(f'"{column}" IN ({listed})', name=f"ck_{table}_{column}_known")


def _points_to(table: str, column: str, target: str, cascade: bool = False) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{target}"
    return sa.ForeignKeyConstraint(
        [column], [f"{target}.id"], name=name, ondelete="CASCADE" if cascade else None
    )


def _partial_index(name: str, table: str, columns: list[str], where: str, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)


def _children(owner: str, field: str, *parts: sa.schema.SchemaItem) -> None:
    """The table of one tuple of an aggregate: keyed by its owner and its position."""
    table = f"{owner}_{field}"
    op.create_table(
        table,
        sa.Column(f"{owner}_id", KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        *parts,
        sa.PrimaryKeyConstraint(f"{owner}_id", "position", name=f"pk_{table}"),
        _points_to(table, f"{owner}_id", owner, cascade=True),
        sqlite_with_rowid=False,
    )


def _clinic() -> None:
    op.create_table(
        "account",
        *_needed(KEY, "id"),
        *_needed(TEXT, "name credentials roles specialty npi"),
        *_needed(sa.Boolean(), "learner active"),
        *_needed(sa.BigInteger(), "version"),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
    )
    op.create_table(
        "clinic",
        *_needed(KEY, "id"),
        *_needed(
            TEXT,
            "name address phone fax after_hours_phone npi tin paper rule_set language place_of_service room",
        ),
        *_needed(sa.Boolean(), "half_points blind_scoring"),
        *_needed(sa.BigInteger(), "minutes_to_lock minutes_key_is_held"),
        *_needed(sa.Boolean(), "sign_by_passphrase sample"),
        *_needed(sa.BigInteger(), "version"),
        sa.PrimaryKeyConstraint("id", name="pk_clinic"),
        _one_of("clinic", "paper", "Letter | A4"),
    )
    op.create_table(
        "correspondent",
        *_needed(KEY, "id"),
        *_needed(TEXT, "kind name credentials organization address phone fax rule_set"),
        *_maybe(TEXT, "both_sides add_ons"),
        *_needed(sa.Boolean(), "active"),
        *_needed(sa.BigInteger(), "version"),
        sa.PrimaryKeyConstraint("id", name="pk_correspondent"),
        _one_of("correspondent", "kind", "referrer | RFA provider | prescriber | payer"),
        _one_of(
            "correspondent", "both_sides", "one line with 50 | two lines, LT and RT | one line, two units"
        ),
        _one_of("correspondent", "add_ons", "one line with 50 | two lines, LT and RT | one line, two units"),
    )
    op.create_table(
        "setting",
        *_needed(TEXT, "name value"),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )
    op.create_table(
        "clinic_logo",
        *_needed(KEY, "clinic_id"),
        *_needed(sa.LargeBinary(), "picture"),
        *_needed(sa.LargeBinary(32), "sha256"),
        sa.PrimaryKeyConstraint("clinic_id", name="pk_clinic_logo"),
        _points_to("clinic_logo", "clinic_id", "clinic"),
    )
    op.create_table(
        "user_secret",
        *_needed(KEY, "user_id"),
        *_needed(sa.Text(), "pin"),
        sa.PrimaryKeyConstraint("user_id", name="pk_user_secret"),
        _points_to("user_secret", "user_id", "account", cascade=True),
    )


def _patients() -> None:
    op.create_table(
        "patient",
        *_needed(KEY, "id"),
        *_needed(TEXT, "family given born"),
        *_maybe(TEXT, "sex"),
        *_needed(TEXT, "phone address language"),
        *_maybe(sa.BigInteger(), "weight"),
        *_maybe(TEXT, "weighed_on allergy_state"),
        *_maybe(sa.Boolean(), "implanted_device"),
        *_needed(TEXT, "implanted_device_text pregnancy"),
        *_maybe(KEY, "referrer_id payer_id"),
        *_needed(TEXT, "member_id"),
        *_maybe(TEXT, "deceased_on"),
        *_needed(sa.BigInteger(), "version"),
        *_maybe(TEXT, "anticoagulant_plan"),
        *_needed(TEXT, "anticoagulant_drug anticoagulant_dose anticoagulant_decided_by"),
        *_maybe(TEXT, "anticoagulant_decided_on"),
        *_needed(TEXT, "anticoagulant_last_dose"),
        *_maybe(TEXT, "anticoagulant_stopped_on anticoagulant_restart_due"),
        *_maybe(sa.Boolean(), "anticoagulant_restart_confirmed"),
        sa.PrimaryKeyConstraint("id", name="pk_patient"),
        _one_of("patient", "sex", "female | male | other"),
        _one_of("patient", "allergy_state", "none known | listed"),
        _one_of("patient", "anticoagulant_plan", "none taken | continued | stopped"),
        _points_to("patient", "referrer_id", "correspondent"),
        _points_to("patient", "payer_id", "correspondent"),
    )
    op.create_index("ix_patient_born", "patient", ["born"])
    op.create_index("ix_patient_payer_id", "patient", ["payer_id"])
    op.create_index("ix_patient_referrer_id", "patient", ["referrer_id"])
    _children(
        "patient",
        "allergies",
        *_needed(TEXT, "kind substance reaction"),
        _one_of(
            "patient_allergies",
            "kind",
            "amide local anesthetic | ester local anesthetic | iodinated contrast | "
            "chlorhexidine | povidone-iodine | latex | adhesive | other",
        ),
    )
    _children(
        "patient",
        "identifiers",
        *_needed(TEXT, "kind value system"),
        _one_of("patient_identifiers", "kind", "MRN | member id | national id | other"),
    )
    op.create_table(
        "patient_place",
        *_needed(TEXT, "sort_key"),
        *_needed(KEY, "patient_id"),
        sa.PrimaryKeyConstraint("sort_key", "patient_id", name="pk_patient_place"),
        _points_to("patient_place", "patient_id", "patient", cascade=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_patient_place_patient_id", "patient_place", ["patient_id"])
    op.create_table(
        "patient_word",
        *_needed(TEXT, "word"),
        *_needed(KEY, "patient_id"),
        sa.PrimaryKeyConstraint("word", "patient_id", name="pk_patient_word"),
        _points_to("patient_word", "patient_id", "patient", cascade=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_patient_word_patient_id", "patient_word", ["patient_id", "word"])


def _courses() -> None:
    op.create_table(
        "course",
        *_needed(KEY, "id patient_id"),
        *_needed(TEXT, "region opened_on pain_area pain_sides provoked_by"),
        *_maybe(sa.Boolean(), "axial"),
        *_maybe(TEXT, "began_on"),
        *_needed(sa.Boolean(), "began_month_only"),
        *_maybe(sa.BigInteger(), "usual_score"),
        *_needed(TEXT, "limits disability_scale"),
        *_maybe(sa.BigInteger(), "disability_score"),
        *_maybe(TEXT, "disability_on"),
        *_maybe(sa.Boolean(), "radiculopathy claudication"),
        *_maybe(TEXT, "roots_explained neurology_on"),
        *_maybe(sa.Boolean(), "other_cause"),
        *_needed(TEXT, "exam"),
        *_maybe(TEXT, "exam_on"),
        *_needed(TEXT, "fused"),
        *_maybe(sa.Boolean(), "fusion"),
        *_maybe(TEXT, "vertebrae"),
        *_needed(TEXT, "last_level_imaged"),
        *_maybe(sa.Boolean(), "rfa_planned_if_positive ablated_before"),
        *_maybe(TEXT, "rfa_method"),
        *_maybe(sa.BigInteger(), "rfa_temperature"),
        *_needed(TEXT, "no_rfa_because rule_set"),
        *_maybe(TEXT, "closed_on"),
        *_needed(sa.BigInteger(), "version"),
        sa.PrimaryKeyConstraint("id", name="pk_course"),
        _one_of("course", "region", "cervical | thoracic | lumbar"),
        _one_of("course", "roots_explained", "treated | facet joint cyst"),
        _one_of("course", "vertebrae", "five lumbar vertebrae | six lumbar vertebrae | sacralised L5"),
        _one_of(
            "course",
            "rfa_method",
            "thermal radiofrequency | cooled radiofrequency | pulsed radiofrequency | "
            "cryoablation | chemical | laser | endoscopic",
        ),
        _points_to("course", "patient_id", "patient"),
    )
    op.create_index("ix_course_patient_id", "course", ["patient_id", "opened_on"])
    _children(
        "course",
        "ablations",
        *_maybe(TEXT, "on"),
        *_needed(TEXT, "joints sides"),
        *_maybe(sa.BigInteger(), "relief function"),
        *_maybe(TEXT, "pain_back_on not_back_on"),
        *_treatment("course_ablations"),
    )
    _children(
        "course",
        "conservative_care",
        *_needed(TEXT, "kind what"),
        *_maybe(TEXT, "started ended"),
        *_maybe(sa.BigInteger(), "visits"),
        *_maybe(TEXT, "outcome"),
        *_needed(TEXT, "reason"),
        _one_of(
            "course_conservative_care",
            "kind",
            "physical therapy | home exercise | NSAID | acetaminophen | other medicine | "
            "manipulation | activity change | other care",
        ),
        _one_of(
            "course_conservative_care",
            "outcome",
            "no lasting relief | partial, not lasting | not tolerated | continues | lasting relief",
        ),
    )
    _children(
        "course",
        "diagnoses",
        *_needed(TEXT, "text code"),
    )
    _children(
        "course",
        "hardware",
        *_needed(TEXT, "joints"),
        *_maybe(TEXT, "kind"),
        *_maybe(sa.Boolean(), "pseudarthrosis"),
        _one_of(
            "course_hardware",
            "kind",
            "fusion | anterior interbody fusion | cage | screws or rods | disc replacement | "
            "interspinous spacer",
        ),
    )
    _children(
        "course",
        "imaging",
        *_needed(TEXT, "modality"),
        *_maybe(TEXT, "on"),
        *_needed(TEXT, "finding"),
    )
    _children(
        "course",
        "therapies",
        *_maybe(TEXT, "on"),
        *_needed(TEXT, "joints sides"),
        *_maybe(sa.BigInteger(), "relief function"),
        *_maybe(TEXT, "pain_back_on not_back_on"),
        *_treatment("course_therapies"),
    )


def _treatment(table: str) -> Iterator[sa.Column[Any] | sa.CheckConstraint]:
    """How an ablation was done, and what came of it after 3, 6 and 12 months."""
    yield from _maybe(sa.Boolean(), "elsewhere")
    yield from _needed(TEXT, "nerves")
    yield from _maybe(TEXT, "method")
    yield from _maybe(sa.BigInteger(), "temperature seconds")
    yield from _needed(TEXT, "by facility")
    yield from _maybe(sa.BigInteger(), "score_before")
    for months in (3, 6, 12):
        outcome = f"at_{months}_months"
        yield from _maybe(TEXT, f"{outcome}_on")
        yield from _maybe(sa.BigInteger(), f"{outcome}_score {outcome}_stated {outcome}_function")
        yield from _needed(TEXT, f"{outcome}_informant {outcome}_by")
    heat = "thermal radiofrequency | cooled radiofrequency | pulsed radiofrequency"
    yield _one_of(table, "method", f"{heat} | cryoablation | chemical | laser | endoscopic")


def _blocks() -> None:
    op.create_table(
        "block",
        *_needed(KEY, "id patient_id course_id"),
        *_needed(TEXT, "performed_on state"),
        *_maybe(TEXT, "purpose region"),
        *_maybe(KEY, "physician_id"),
        *_needed(TEXT, "assistant supervision nurse radiographer room"),
        *_maybe(TEXT, "started_at planned_on"),
        *_needed(TEXT, "planned_by"),
        *_maybe(TEXT, "scheduled_at"),
        *_needed(TEXT, "levels_text"),
        *_needed(sa.Boolean(), "no_skin_anesthetic no_contrast"),
        *_needed(TEXT, "no_contrast_reason"),
        *_needed(sa.Boolean(), "no_steroid"),
        *_maybe(TEXT, "sedation"),
        *_needed(TEXT, "sedation_reason"),
        *_maybe(TEXT, "prep"),
        *_needed(TEXT, "prep_text position approach monitoring"),
        *_maybe(TEXT, "vertebrae"),
        *_needed(TEXT, "level_count"),
        *_maybe(TEXT, "in_room needle_in needle_out left_room"),
        *_needed(TEXT, "last_analgesic"),
        *_needed(sa.Boolean(), "no_complication"),
        *_needed(TEXT, "blood_loss specimens tolerated findings"),
        *_maybe(sa.Boolean(), "same_diagnosis_after"),
        *_needed(TEXT, "stopped_because"),
        *_maybe(sa.Boolean(), "counts_as_session other_injection"),
        *_needed(
            TEXT,
            "early_because reported_by plan dose_reason dose_reason_for allergy_reason "
            "allergy_reason_for pregnancy_reason levels_reason levels_reason_for rule_set",
        ),
        *_maybe(TEXT, "discarded_at"),
        *_needed(sa.BigInteger(), "version"),
        *_maybe(sa.BigInteger(), "needle_gauge needle_length"),
        *_needed(TEXT, "needle_length_unit needle_kind"),
        *_maybe(sa.Boolean(), "needle_bent_tip"),
        *_maybe(TEXT, "fluoroscopy_guidance"),
        *_maybe(sa.BigInteger(), "fluoroscopy_seconds"),
        *_needed(sa.Boolean(), "fluoroscopy_none_used"),
        *_maybe(sa.BigInteger(), "fluoroscopy_air_kerma"),
        *_maybe(TEXT, "fluoroscopy_air_kerma_unit"),
        *_maybe(sa.BigInteger(), "fluoroscopy_dap"),
        *_maybe(TEXT, "fluoroscopy_dap_unit"),
        *_needed(TEXT, "fluoroscopy_views"),
        *_maybe(sa.BigInteger(), "fluoroscopy_images_saved"),
        *_needed(TEXT, "fluoroscopy_image_reference fluoroscopy_pulse_mode"),
        *_maybe(TEXT, "consent_kind consent_signed_on"),
        *_needed(TEXT, "consent_explained_by consent_about consent_given_by consent_interpreter"),
        *_maybe(
            sa.Boolean(),
            "other_causes_steroid_since other_causes_epidural_since other_causes_trauma_since"
            " other_causes_surgery_since other_causes_device_on",
        ),
        *_maybe(TEXT, "discharge_at"),
        *_needed(TEXT, "discharge_escort discharge_walking discharge_neurology"),
        *_maybe(sa.Boolean(), "discharge_instructions_given discharge_diary_given"),
        *_needed(TEXT, "discharge_attested_by"),
        *_maybe(TEXT, "discharge_attested_at"),
        sa.PrimaryKeyConstraint("id", name="pk_block"),
        _one_of(
            "block",
            "state",
            "planned | draft | to be co-signed | returned | signed | discarded | entered in error",
        ),
        _one_of("block", "purpose", "diagnostic | therapeutic"),
        _one_of("block", "region", "cervical | thoracic | lumbar"),
        _one_of("block", "sedation", "none | minimal | moderate | deep or MAC"),
        _one_of("block", "prep", "chlorhexidine in alcohol | povidone-iodine | other"),
        _one_of("block", "vertebrae", "five lumbar vertebrae | six lumbar vertebrae | sacralised L5"),
        _one_of("block", "needle_length_unit", "in | mm | cm"),
        _one_of("block", "fluoroscopy_guidance", "fluoroscopy | CT | ultrasound | none"),
        _one_of("block", "fluoroscopy_air_kerma_unit", "mGy | Gy"),
        _one_of("block", "fluoroscopy_dap_unit", "mGy·cm² | Gy·cm² | cGy·cm² | dGy·cm² | µGy·m²"),
        _one_of("block", "consent_kind", "written | verbal | written and verbal"),
        _points_to("block", "patient_id", "patient"),
        _points_to("block", "course_id", "course"),
        _points_to("block", "physician_id", "account"),
    )
    op.create_index("ix_block_course_id", "block", ["course_id", "performed_on"])
    _partial_index("ix_block_discarded", "block", ["discarded_at"], "state = 'discarded'")
    _partial_index("ix_block_drafts", "block", ["performed_on", "physician_id"], "state = 'draft'")
    op.create_index("ix_block_patient_id", "block", ["patient_id", "performed_on"])
    op.create_index("ix_block_performed_on", "block", ["performed_on"])
    op.create_index("ix_block_physician_id", "block", ["physician_id"])
    _partial_index("ix_block_plans", "block", ["performed_on"], "state = 'planned'")
    _children(
        "block",
        "additions",
        *_needed(TEXT, "text by at"),
    )
    _children(
        "block",
        "complications",
        *_needed(TEXT, "kind text"),
        *_maybe(TEXT, "at"),
        *_needed(TEXT, "treatment outcome"),
        _one_of(
            "block_complications",
            "kind",
            "vasovagal reaction | vascular needle position | local bleeding or hematoma | "
            "prolonged soreness | ataxia or dizziness after the block | motor or sensory "
            "spread to a nerve root | epidural or intrathecal spread | dural puncture "
            "headache | pneumothorax | local anesthetic systemic toxicity | allergic or "
            "contrast reaction | infection | hypertensive or hyperglycemic episode | syncope "
            "or fall | wrong level, side or patient | phrenic nerve block | other",
        ),
    )
    _children(
        "block",
        "diagnoses",
        *_needed(TEXT, "text code"),
    )
    _children(
        "block",
        "diagnoses_after",
        *_needed(TEXT, "text code"),
    )
    _children(
        "block",
        "drugs",
        *_needed(TEXT, "use agent"),
        *_maybe(sa.BigInteger(), "strength"),
        *_needed(sa.BigInteger(), "syringe"),
        *_maybe(TEXT, "epinephrine"),
        *_maybe(sa.BigInteger(), "amount"),
        *_maybe(TEXT, "route given_at"),
        *_maybe(sa.BigInteger(), "mixed_in given"),
        *_needed(TEXT, "given_is brand"),
        *_needed(sa.Boolean(), "buffered"),
        *_maybe(sa.Boolean(), "preservative_free"),
        *_needed(TEXT, "lot"),
        *_maybe(TEXT, "expires_on"),
        *_maybe(sa.BigInteger(), "vial discarded"),
        *_needed(TEXT, "label"),
        *_maybe(sa.BigInteger(), "label_strength"),
        _one_of("block_drugs", "use", "nerve targets | skin anesthetic | contrast | sedation | steroid"),
        _one_of("block_drugs", "epinephrine", "none | 1:200 000 | 1:100 000 | 1:400 000"),
        _one_of("block_drugs", "route", "IV | IM | by mouth | intranasal | inhaled"),
        _one_of("block_drugs", "given_is", "= | < | to"),
    )
    op.create_index("ix_block_drugs_lot", "block_drugs", ["lot"])
    _children(
        "block",
        "entries",
        *_needed(TEXT, "item"),
        *_needed(KEY, "by_id"),
        *_needed(TEXT, "by at how"),
        _one_of(
            "block_entries",
            "item",
            "levels and side | anesthetic | epinephrine | volumes | aspiration | contrast | "
            "skin prep | skin anesthetic | steroid | sedation | images | complications | "
            "consent | needle | position | needle-out time | times | fluoroscopy | lot and "
            "expiry | vital signs | recovery and discharge | level count | diagnosis | "
            "findings | plan | team and room",
        ),
        _one_of(
            "block_entries", "how", "entered | accepted | all as listed, I confirm | stamped in the room"
        ),
    )
    _children(
        "block",
        "joints",
        *_needed(TEXT, "joint side"),
        _one_of("block_joints", "side", "left | right"),
    )
    _children(
        "block",
        "planned_joints",
        *_needed(TEXT, "joint side"),
        _one_of("block_planned_joints", "side", "left | right"),
    )
    _children(
        "block",
        "targets",
        *_needed(TEXT, "nerve side"),
        *_needed(sa.BigInteger(), "syringe"),
        *_maybe(sa.BigInteger(), "volume volume_to"),
        *_needed(TEXT, "volume_is"),
        *_needed(sa.Boolean(), "volume_from_preset"),
        *_maybe(TEXT, "aspiration"),
        *_maybe(sa.BigInteger(), "contrast"),
        *_maybe(TEXT, "contrast_pattern"),
        *_maybe(sa.Boolean(), "bone_contact"),
        *_maybe(sa.BigInteger(), "repositioned"),
        *_maybe(sa.Boolean(), "pain_reproduced"),
        *_needed(sa.Boolean(), "not_injected"),
        *_needed(TEXT, "landmark"),
        _one_of("block_targets", "side", "left | right"),
        _one_of("block_targets", "volume_is", "= | < | to"),
        _one_of("block_targets", "aspiration", "negative | blood | CSF"),
        _one_of(
            "block_targets",
            "contrast_pattern",
            "along bone, no vessel | vascular | foraminal or epidural | muscle | none seen",
        ),
    )
    _children(
        "block",
        "time_outs",
        *_needed(TEXT, "at led_by where levels_text joints"),
        *_maybe(TEXT, "patient_answer"),
        *_needed(
            sa.Boolean(),
            "name_said born_said procedure_said consent site_mark allergy anticoagulant "
            "images_up drug_labelled",
        ),
        *_needed(TEXT, "present"),
        *_maybe(sa.Boolean(), "matched_plan"),
        *_needed(sa.Boolean(), "stopped"),
        *_needed(TEXT, "settled_by was_planned was_planned_by"),
        *_maybe(TEXT, "was_planned_on"),
        _one_of("block_time_outs", "where", "room screen | recorded after the procedure"),
        _one_of("block_time_outs", "patient_answer", "left | right | both sides | not able to answer"),
    )
    _children(
        "block",
        "vitals",
        *_needed(TEXT, "at when"),
        *_maybe(sa.BigInteger(), "systolic diastolic pulse spo2 temperature"),
        _one_of("block_vitals", "when", "before | recovery"),
    )


def _responses() -> None:
    op.create_table(
        "response",
        *_needed(KEY, "id patient_id block_id"),
        *_needed(TEXT, "scale"),
        *_needed(sa.Boolean(), "no_other_medicine"),
        *_needed(TEXT, "movements_tried movements_regained"),
        *_maybe(sa.Boolean(), "napped"),
        *_needed(TEXT, "side_effects unmasked"),
        *_maybe(TEXT, "conclusion"),
        *_needed(TEXT, "conclusion_reason computed"),
        *_maybe(TEXT, "signed_at"),
        *_needed(TEXT, "note"),
        *_needed(sa.BigInteger(), "version"),
        sa.PrimaryKeyConstraint("id", name="pk_response"),
        _one_of("response", "conclusion", "positive | negative | not assessable"),
        _points_to("response", "patient_id", "patient"),
        _points_to("response", "block_id", "block"),
    )
    op.create_index("ix_response_block_id", "response", ["block_id"])
    op.create_index("ix_response_patient_id", "response", ["patient_id"])
    _partial_index("uq_response_unsigned", "response", ["block_id"], "signed_at IS NULL", unique=True)
    _children(
        "response",
        "medicines",
        *_needed(TEXT, "name kind"),
        *_maybe(TEXT, "at"),
        *_needed(TEXT, "dose"),
        _one_of(
            "response_medicines", "kind", "usual medicine at its usual time | extra pain medicine | sedative"
        ),
    )
    _children(
        "response",
        "readings",
        *_needed(TEXT, "series"),
        *_needed(sa.BigInteger(), "slot"),
        *_needed(TEXT, "at"),
        *_maybe(sa.BigInteger(), "score score_to"),
        *_needed(TEXT, "mode channel informant"),
        *_maybe(KEY, "entered_by_id"),
        *_needed(TEXT, "entered_by"),
        *_maybe(TEXT, "entered_at"),
        _one_of("response_readings", "series", "left | right | overall"),
        _one_of("response_readings", "mode", "in clinic | paper diary | recalled | portal"),
        _one_of("response_readings", "channel", "in person | by telephone"),
    )
    _children(
        "response",
        "stated",
        *_needed(TEXT, "series"),
        *_needed(sa.BigInteger(), "percent"),
        *_needed(TEXT, "at by"),
        _one_of("response_stated", "series", "left | right | overall"),
    )


def _calls() -> None:
    op.create_table(
        "call",
        *_needed(KEY, "id patient_id"),
        *_maybe(KEY, "block_id"),
        *_needed(TEXT, "at"),
        *_needed(KEY, "by_id"),
        *_needed(TEXT, "by outcome"),
        *_maybe(TEXT, "next_at"),
        *_needed(TEXT, "dialed"),
        *_needed(sa.Boolean(), "identity"),
        *_needed(TEXT, "informant"),
        *_maybe(TEXT, "restart restarted_at"),
        *_needed(TEXT, "note"),
        *_maybe(TEXT, "withdrawn_at"),
        *_maybe(KEY, "course_id"),
        *_maybe(TEXT, "ablated_on"),
        *_maybe(sa.BigInteger(), "months"),
        *_needed(sa.BigInteger(), "version"),
        sa.PrimaryKeyConstraint("id", name="pk_call"),
        _one_of("call", "outcome", "reached | no answer | will call back | wrong number | refused"),
        _one_of("call", "restart", "none was stopped | restarted | not restarted yet"),
        _points_to("call", "patient_id", "patient"),
        _points_to("call", "block_id", "block"),
        _points_to("call", "course_id", "course"),
    )
    op.create_index("ix_call_block_id", "call", ["block_id", "at"])
    op.create_index("ix_call_course_id", "call", ["course_id", "at"])
    op.create_index("ix_call_patient_id", "call", ["patient_id"])


def _authorizations() -> None:
    op.create_table(
        "prior_authorization",
        *_needed(KEY, "id patient_id"),
        *_maybe(TEXT, "procedure state"),
        *_maybe(KEY, "payer_id"),
        *_needed(TEXT, "payer number joints sides"),
        *_maybe(sa.BigInteger(), "joints_at_most"),
        *_needed(TEXT, "codes"),
        *_maybe(sa.BigInteger(), "sessions"),
        *_needed(TEXT, "unnamed"),
        *_maybe(TEXT, "requested_on decided_on valid_from valid_to"),
        *_needed(TEXT, "pairs note"),
        *_maybe(TEXT, "entered_at"),
        *_maybe(KEY, "entered_by_id"),
        *_needed(TEXT, "entered_by"),
        *_needed(sa.BigInteger(), "version"),
        sa.PrimaryKeyConstraint("id", name="pk_prior_authorization"),
        _one_of("prior_authorization", "procedure", "diagnostic block | ablation"),
        _one_of(
            "prior_authorization",
            "state",
            "requested | approved | partly approved | denied | not needed | entered in error",
        ),
        _points_to("prior_authorization", "patient_id", "patient"),
        _points_to("prior_authorization", "payer_id", "correspondent"),
    )
    op.create_index("ix_prior_authorization_patient_id", "prior_authorization", ["patient_id"])
    op.create_index("ix_prior_authorization_payer_id", "prior_authorization", ["payer_id"])
    _denials()
    op.create_table(
        "asked_before",
        *_needed(KEY, "id patient_id block_id"),
        *_maybe(sa.Boolean(), "pain_back"),
        *_maybe(sa.BigInteger(), "pain_now"),
        *_maybe(TEXT, "driver interpreter"),
        *_needed(TEXT, "note"),
        *_maybe(TEXT, "asked_at"),
        *_maybe(KEY, "asked_by_id"),
        *_needed(TEXT, "asked_by"),
        *_needed(sa.BigInteger(), "version"),
        sa.PrimaryKeyConstraint("id", name="pk_asked_before"),
        _one_of("asked_before", "driver", "arranged | not arranged yet | not needed"),
        _one_of("asked_before", "interpreter", "arranged | not arranged yet | not needed"),
        _points_to("asked_before", "patient_id", "patient"),
        _points_to("asked_before", "block_id", "block"),
    )
    op.create_index("uq_asked_before_block_id", "asked_before", ["block_id"], unique=True)
    op.create_index("ix_asked_before_patient_id", "asked_before", ["patient_id"])


def _denials() -> None:
    levels = "peer-to-peer | first level | second level | external review"
    op.create_table(
        "denial",
        *_needed(KEY, "id patient_id"),
        *_maybe(TEXT, "procedure"),
        *_maybe(KEY, "authorization_id payer_id"),
        *_needed(TEXT, "payer reference"),
        *_maybe(TEXT, "dated received_on reason"),
        *_needed(TEXT, "words"),
        *_maybe(TEXT, "closed closed_on"),
        *_needed(TEXT, "closed_because"),
        *_maybe(TEXT, "entered_at"),
        *_maybe(KEY, "entered_by_id"),
        *_needed(TEXT, "entered_by"),
        *_needed(sa.BigInteger(), "version"),
        sa.PrimaryKeyConstraint("id", name="pk_denial"),
        _one_of("denial", "procedure", "diagnostic block | ablation"),
        _one_of(
            "denial",
            "reason",
            "relief not shown as asked | duration of relief | interval or number of blocks | "
            "conservative care | radicular pain or diagnosis | levels or sides do not match | "
            "too many levels or sessions | guidance or images | no authorization | "
            "papers missing or not signed | not medically necessary | method not covered | other reason",
        ),
        _one_of("denial", "closed", "approved | not pursued further | entered in error"),
        _points_to("denial", "patient_id", "patient"),
        _points_to("denial", "authorization_id", "prior_authorization"),
        _points_to("denial", "payer_id", "correspondent"),
    )
    for column in ("patient_id", "authorization_id", "payer_id"):
        op.create_index(f"ix_denial_{column}", "denial", [column])
    _children(
        "denial",
        "deadlines",
        *_maybe(TEXT, "level by"),
        *_maybe(sa.BigInteger(), "days"),
        *_maybe(TEXT, "counted_from"),
        *_needed(TEXT, "given_up"),
        _one_of("denial_deadlines", "level", levels),
    )
    _children(
        "denial",
        "appeals",
        *_maybe(TEXT, "level sent_on how"),
        *_needed(TEXT, "papers"),
        *_maybe(TEXT, "outcome outcome_on"),
        *_needed(TEXT, "words"),
        _one_of("denial_appeals", "level", levels),
        _one_of("denial_appeals", "how", "handed over | faxed | mailed | sent electronically"),
        _one_of("denial_appeals", "outcome", "denial stands | partly approved | approved"),
    )


def _history() -> None:
    op.create_table(
        "audit_event",
        *_counted(sa.BigInteger(), "seq"),
        *_needed(KEY, "id"),
        *_needed(TEXT, "at"),
        *_maybe(KEY, "user_id"),
        *_needed(TEXT, "user workstation event"),
        *_maybe(KEY, "patient_id"),
        *_needed(sa.LargeBinary(), "detail"),
        *_needed(sa.LargeBinary(32), "previous hash"),
        sa.PrimaryKeyConstraint("seq", name="pk_audit_event"),
    )
    op.create_index("ix_audit_event_patient_id", "audit_event", ["patient_id", "seq"])
    op.create_table(
        "rule_file",
        *_needed(KEY, "id"),
        *_needed(TEXT, "name rule_set set_version"),
        *_needed(sa.LargeBinary(), "content"),
        *_needed(sa.LargeBinary(32), "sha256"),
        *_needed(TEXT, "added_at added_by"),
        sa.PrimaryKeyConstraint("id", name="pk_rule_file"),
    )
    op.create_index(
        "uq_rule_file_rule_set_set_version", "rule_file", ["rule_set", "set_version"], unique=True
    )
    op.create_table(
        "rule_mark",
        *_counted(sa.BigInteger(), "seq"),
        *_needed(TEXT, "rule_set set_version"),
        *_needed(sa.LargeBinary(32), "sha256"),
        *_needed(TEXT, "mark at"),
        *_needed(KEY, "user_id"),
        *_needed(TEXT, "user"),
        sa.PrimaryKeyConstraint("seq", name="pk_rule_mark"),
        _one_of("rule_mark", "mark", "reviewed | withdrawn | taken back into use"),
        _points_to("rule_mark", "user_id", "account"),
    )
    op.create_index("ix_rule_mark_sha256", "rule_mark", ["sha256", "seq"])
    op.create_index("ix_rule_mark_user_id", "rule_mark", ["user_id"])
    op.create_table(
        "patient_merge",
        *_counted(sa.BigInteger(), "seq"),
        *_needed(KEY, "kept_id other_id"),
        *_needed(TEXT, "mark reason"),
        *_needed(sa.LargeBinary(), "content"),
        *_needed(TEXT, "at"),
        *_needed(KEY, "user_id"),
        *_needed(TEXT, "user"),
        sa.PrimaryKeyConstraint("seq", name="pk_patient_merge"),
        _one_of("patient_merge", "mark", "merged | separated"),
        _points_to("patient_merge", "kept_id", "patient"),
        _points_to("patient_merge", "other_id", "patient"),
        _points_to("patient_merge", "user_id", "account"),
    )
    op.create_index("ix_patient_merge_kept_id", "patient_merge", ["kept_id"])
    op.create_index("ix_patient_merge_other_id", "patient_merge", ["other_id"])
    op.create_index("ix_patient_merge_user_id", "patient_merge", ["user_id"])
    op.create_table(
        "template_version",
        *_needed(KEY, "id"),
        *_needed(TEXT, "kind language"),
        *_counted(sa.BigInteger(), "number"),
        *_needed(sa.LargeBinary(), "content"),
        *_needed(sa.LargeBinary(32), "sha256"),
        *_needed(TEXT, "why at"),
        *_needed(KEY, "user_id"),
        *_needed(TEXT, "user"),
        sa.PrimaryKeyConstraint("id", name="pk_template_version"),
        _one_of(
            "template_version",
            "kind",
            "RFA referral letter | prior-authorization letter | fax cover | papers for patients",
        ),
        _points_to("template_version", "user_id", "account"),
    )
    op.create_index("ix_template_version_user_id", "template_version", ["user_id"])
    op.create_index(
        "uq_template_version_kind_language_number",
        "template_version",
        ["kind", "language", "number"],
        unique=True,
    )
    op.create_table(
        "signing_key",
        *_needed(sa.LargeBinary(8), "key_id"),
        *_needed(KEY, "user_id"),
        *_needed(sa.LargeBinary(32), "public"),
        *_needed(TEXT, "recorded_at"),
        sa.PrimaryKeyConstraint("key_id", name="pk_signing_key"),
        _points_to("signing_key", "user_id", "account"),
    )
    op.create_index("ix_signing_key_user_id", "signing_key", ["user_id"])
    op.create_table(
        "signed_document",
        *_needed(KEY, "id"),
        *_needed(TEXT, "kind number"),
        *_needed(KEY, "patient_id"),
        *_maybe(KEY, "block_id course_id supersedes"),
        *_needed(sa.LargeBinary(), "content"),
        *_needed(sa.LargeBinary(32), "content_sha256"),
        *_needed(TEXT, "meaning"),
        *_needed(KEY, "signer_id"),
        *_needed(TEXT, "signer signed_at"),
        *_needed(sa.LargeBinary(8), "key_id"),
        *_needed(sa.LargeBinary(64), "signature"),
        *_needed(sa.LargeBinary(), "pdf"),
        *_needed(sa.LargeBinary(32), "pdf_sha256"),
        *_needed(sa.LargeBinary(64), "pdf_signature"),
        sa.PrimaryKeyConstraint("id", name="pk_signed_document"),
        _one_of(
            "signed_document",
            "kind",
            "procedure note | diagnostic response | RFA referral letter | prior-authorization"
            " letter | addendum | notice of error | correction notice",
        ),
        _one_of(
            "signed_document",
            "meaning",
            "Performed | Reviewed and concluded | Author of this letter | Addendum by |"
            " Entered in error, marked by | Performed under supervision | Addendum, under supervision, by",
        ),
        _points_to("signed_document", "patient_id", "patient"),
        _points_to("signed_document", "block_id", "block"),
        _points_to("signed_document", "course_id", "course"),
        _points_to("signed_document", "supersedes", "signed_document"),
    )
    op.create_index("ix_signed_document_block_id", "signed_document", ["block_id", "kind"])
    _partial_index(
        "ix_signed_document_corrections", "signed_document", ["signed_at"], "kind = 'correction notice'"
    )
    op.create_index("ix_signed_document_course_id", "signed_document", ["course_id"])
    op.create_index("ix_signed_document_patient_id", "signed_document", ["patient_id", "signed_at"])
    op.create_index("ix_signed_document_pdf_sha256", "signed_document", ["pdf_sha256"])
    op.create_index("ix_signed_document_signed_at", "signed_document", ["signed_at"])
    op.create_index("ix_signed_document_supersedes", "signed_document", ["supersedes"])
    op.create_index("uq_signed_document_number", "signed_document", ["number"], unique=True)
    _cosigning()
    op.create_table(
        "kept_judgement",
        *_needed(KEY, "id patient_id course_id"),
        *_needed(TEXT, "on kept_at"),
        *_needed(KEY, "kept_by_id"),
        *_needed(TEXT, "kept_by why"),
        *_maybe(KEY, "paper_id"),
        *_needed(TEXT, "rule_set_id rule_set_version"),
        *_needed(sa.LargeBinary(32), "rule_set_sha256"),
        *_needed(sa.LargeBinary(), "content"),
        *_needed(sa.LargeBinary(32), "content_sha256"),
        sa.PrimaryKeyConstraint("id", name="pk_kept_judgement"),
        _one_of("kept_judgement", "why", "letter signed | kept | judged again"),
        _points_to("kept_judgement", "patient_id", "patient"),
        _points_to("kept_judgement", "course_id", "course"),
        _points_to("kept_judgement", "paper_id", "signed_document"),
    )
    op.create_index("ix_kept_judgement_course_id", "kept_judgement", ["course_id", "kept_at"])
    op.create_index("ix_kept_judgement_paper_id", "kept_judgement", ["paper_id"])
    op.create_index("ix_kept_judgement_patient_id", "kept_judgement", ["patient_id"])
    op.create_table(
        "receipt",
        *_needed(KEY, "id paper_id patient_id"),
        *_needed(TEXT, "to"),
        *_maybe(KEY, "correspondent_id"),
        *_needed(TEXT, "how at kept_at"),
        *_needed(KEY, "kept_by_id"),
        *_needed(TEXT, "kept_by"),
        sa.PrimaryKeyConstraint("id", name="pk_receipt"),
        _one_of("receipt", "how", "handed over | faxed | mailed | sent electronically"),
        _points_to("receipt", "paper_id", "signed_document"),
        _points_to("receipt", "patient_id", "patient"),
        _points_to("receipt", "correspondent_id", "correspondent"),
    )
    op.create_index("ix_receipt_correspondent_id", "receipt", ["correspondent_id"])
    op.create_index("ix_receipt_kept_at", "receipt", ["kept_at"])
    op.create_index("ix_receipt_paper_id", "receipt", ["paper_id"])
    op.create_index("ix_receipt_patient_id", "receipt", ["patient_id"])
    _printing()


def _cosigning() -> None:
    op.create_table(
        "cosign_step",
        *_needed(KEY, "id paper_id"),
        *_needed(sa.Integer(), "place"),
        *_needed(TEXT, "step"),
        *_needed(KEY, "to_id"),
        *_needed(TEXT, "to reason at"),
        *_needed(KEY, "by_id"),
        *_needed(TEXT, "by"),
        sa.PrimaryKeyConstraint("id", name="pk_cosign_step"),
        _one_of("cosign_step", "step", "asked | returned"),
        _points_to("cosign_step", "paper_id", "signed_document"),
    )
    op.create_index("uq_cosign_step_paper_id_place", "cosign_step", ["paper_id", "place"], unique=True)
    op.create_table(
        "cosignature",
        *_needed(KEY, "paper_id"),
        *_needed(TEXT, "attestation"),
        *_needed(KEY, "signer_id"),
        *_needed(TEXT, "signer signed_at"),
        *_needed(sa.LargeBinary(8), "key_id"),
        *_needed(sa.LargeBinary(64), "signature"),
        *_needed(sa.LargeBinary(), "pdf"),
        *_needed(sa.LargeBinary(32), "pdf_sha256"),
        *_needed(sa.LargeBinary(64), "pdf_signature"),
        sa.PrimaryKeyConstraint("paper_id", name="pk_cosignature"),
        _one_of(
            "cosignature",
            "attestation",
            "I was present for the entire procedure. |"
            " I was present for the key portions and immediately available throughout. |"
            " I performed the key portions together with the learner. |"
            " I was not present. I reviewed this record and agree with it. |"
            " I reviewed this addendum and agree with it.",
        ),
        _points_to("cosignature", "paper_id", "signed_document"),
    )
    op.create_index("ix_cosignature_pdf_sha256", "cosignature", ["pdf_sha256"])


def _printing() -> None:
    op.create_table(
        "print_step",
        *_needed(KEY, "id item_id"),
        *_needed(TEXT, "of to"),
        *_needed(sa.Integer(), "place"),
        *_needed(KEY, "patient_id"),
        *_maybe(KEY, "paper_id block_id"),
        *_needed(TEXT, "step order printer"),
        *_needed(sa.Integer(), "copies"),
        *_needed(TEXT, "reason workstation at"),
        *_needed(KEY, "by_id"),
        *_needed(TEXT, "by"),
        sa.PrimaryKeyConstraint("id", name="pk_print_step"),
        _one_of("print_step", "of", "signed paper | packet | handout"),
        _one_of(
            "print_step",
            "step",
            "ordered | sent to the printer | printed | failed | did not come out | taken off the list |"
            " put back on the list",
        ),
        _points_to("print_step", "patient_id", "patient"),
        _points_to("print_step", "paper_id", "signed_document"),
        _points_to("print_step", "block_id", "block"),
    )
    op.create_index("ix_print_step_at", "print_step", ["at"])
    op.create_index("uq_print_step_item_id_to_place", "print_step", ["item_id", "to", "place"], unique=True)
    for column in ("block_id", "paper_id", "patient_id"):
        op.create_index(f"ix_print_step_{column}", "print_step", [column])
    op.create_table(
        "to_print",
        *_needed(KEY, "item_id"),
        *_needed(TEXT, "to"),
        *_needed(KEY, "patient_id"),
        *_maybe(KEY, "paper_id"),
        *_needed(TEXT, "since"),
        sa.PrimaryKeyConstraint("item_id", "to", name="pk_to_print"),
        _points_to("to_print", "patient_id", "patient"),
        _points_to("to_print", "paper_id", "signed_document"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_to_print_paper_id", "to_print", ["paper_id"])
    op.create_index("ix_to_print_patient_id", "to_print", ["patient_id"])


def _enclosures() -> None:
    op.create_table(
        "enclosure",
        *_needed(KEY, "id patient_id"),
        *_maybe(KEY, "course_id block_id"),
        *_needed(TEXT, "kind"),
        *_maybe(TEXT, "dated"),
        *_needed(TEXT, "sender"),
        *_maybe(TEXT, "view marker"),
        *_needed(TEXT, "note"),
        *_needed(sa.BigInteger(), "pages"),
        *_needed(sa.LargeBinary(), "content"),
        *_needed(sa.LargeBinary(32), "sha256 source_sha256"),
        *_needed(TEXT, "added_at"),
        *_needed(KEY, "added_by_id"),
        *_needed(TEXT, "added_by"),
        sa.PrimaryKeyConstraint("id", name="pk_enclosure"),
        _one_of(
            "enclosure",
            "kind",
            "pain diary | MRI report | imaging report | fluoroscopy image | consent | outside note | "
            "authorization letter | denial letter | other paper",
        ),
        _one_of(
            "enclosure",
            "view",
            "AP | lateral | oblique | contralateral oblique | declined | other view",
        ),
        _one_of("enclosure", "marker", "L marker | R marker | L and R markers | no side marker"),
        _points_to("enclosure", "patient_id", "patient"),
        _points_to("enclosure", "course_id", "course"),
    )
    op.create_index("ix_enclosure_patient_id", "enclosure", ["patient_id", "added_at"])
    op.create_index("ix_enclosure_course_id", "enclosure", ["course_id"])
    op.create_index("ix_enclosure_source_sha256", "enclosure", ["source_sha256"])
    op.create_table(
        "enclosure_struck",
        *_needed(KEY, "enclosure_id"),
        *_needed(TEXT, "reason at"),
        *_needed(KEY, "by_id"),
        *_needed(TEXT, "by"),
        sa.PrimaryKeyConstraint("enclosure_id", name="pk_enclosure_struck"),
        _points_to("enclosure_struck", "enclosure_id", "enclosure"),
    )


_INSERT_ONLY = {
    "signed_document": "id = NEW.id OR number = NEW.number",
    "cosign_step": "id = NEW.id OR (paper_id = NEW.paper_id AND place = NEW.place)",
    "cosignature": "paper_id = NEW.paper_id",
    "kept_judgement": "id = NEW.id",
    "receipt": "id = NEW.id",
    "enclosure": "id = NEW.id",
    "enclosure_struck": "enclosure_id = NEW.enclosure_id",
    "print_step": "id = NEW.id",
    "audit_event": "seq = NEW.seq",
    "signing_key": "key_id = NEW.key_id",
    "rule_file": "id = NEW.id OR (rule_set = NEW.rule_set AND set_version = NEW.set_version)",
    "rule_mark": "seq = NEW.seq",
    "patient_merge": "seq = NEW.seq",
    "template_version": "id = NEW.id OR "
    "(kind = NEW.kind AND language = NEW.language AND number = NEW.number)",
}
_COSIGNED = (
    "OLD.state = 'to be co-signed' AND NEW.state = 'signed' AND EXISTS (SELECT 1 FROM cosignature "
    "JOIN signed_document ON id = paper_id WHERE block_id = OLD.id AND kind = 'procedure note')"
)
_ASKED = (
    "OLD.state IN ('to be co-signed', 'returned') AND NEW.state = coalesce((SELECT CASE step "
    "WHEN 'returned' THEN 'returned' ELSE 'to be co-signed' END FROM cosign_step JOIN signed_document "
    "ON signed_document.id = paper_id WHERE block_id = OLD.id AND kind = 'procedure note' "
    "ORDER BY place DESC LIMIT 1), '')"
)
_GOES_ON = f"({_COSIGNED}) OR ({_ASKED})"
_PAPER_OF = {
    "block": ("{}", "procedure note"),
    "response": (
        "(SELECT block_id FROM response WHERE id = {} AND signed_at IS NOT NULL)",
        "diagnostic response",
    ),
}
_FREE_ROWS = {
    "block_vitals": "\"when\" <> 'recovery'",
    "block_entries": "\"item\" <> 'recovery and discharge'",
}
_EVENTS = (("insert", "NEW"), ("update", "NEW"), ("update_of", "OLD"), ("delete", "OLD"))


def _frozen_columns(record: str) -> str:
    """The columns that nothing may change after signing."""
    free = ("version",) if record == "response" else ("state", "version")
    names = (column["name"] for column in sa.inspect(op.get_bind()).get_columns(record))
    return ", ".join(f'"{n}"' for n in names if n not in free and not n.startswith("discharge_"))


def _children_of(record: str) -> list[str]:
    names = sa.inspect(op.get_bind()).get_table_names()
    return sorted(name for name in names if name.startswith(f"{record}_"))


def _sqlite_guards() -> Iterator[str]:
    for table, same in _INSERT_ONLY.items():
        exists = f"EXISTS (SELECT 1 FROM {table} WHERE {same})"
        yield _refusal(f"{table}_keep_insert", f"BEFORE INSERT ON {table}", exists)
        yield _refusal(f"{table}_keep_update", f"BEFORE UPDATE ON {table}", "")
        yield _refusal(f"{table}_keep_delete", f"BEFORE DELETE ON {table}", "")
    changed = "NEW.state <> 'entered in error' AND NEW.state <> OLD.state"
    condition = f"{changed} AND NOT ({_GOES_ON}) AND {_signed('OLD.id', 'procedure note')}"
    yield _refusal("block_keep_state", "BEFORE UPDATE OF state ON block", condition)
    for record, (block_of, paper) in _PAPER_OF.items():
        signed = _signed(block_of.format("OLD.id"), paper)
        yield _refusal(
            f"{record}_keep_update", f"BEFORE UPDATE OF {_frozen_columns(record)} ON {record}", signed
        )
        yield _refusal(f"{record}_keep_delete", f"BEFORE DELETE ON {record}", signed)
        for child in _children_of(record):
            for event, row in _EVENTS:
                block = block_of.format(f"{row}.{record}_id")
                free = f" AND {row}.{_FREE_ROWS[child]}" if child in _FREE_ROWS else ""
                when = f"BEFORE {event.partition('_')[0].upper()} ON {child}"
                yield _refusal(f"{child}_keep_{event}", when, _signed(block, paper) + free)


def _signed(block: str, paper: str) -> str:
    return f"EXISTS (SELECT 1 FROM signed_document WHERE block_id = {block} AND kind = '{paper}')"


def _refusal(name: str, when: str, condition: str) -> str:
    only = f" WHEN {condition}" if condition else ""
    return f"CREATE TRIGGER {name} {when}{only} BEGIN SELECT RAISE(ABORT, 'signed'); END"


_SERVER_REFUSE = """
CREATE FUNCTION mbb_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'signed' USING ERRCODE = 'MB001';
END $$
"""
_SERVER_REFUSE_SIGNED = """
CREATE FUNCTION mbb_refuse_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  line jsonb := CASE WHEN TG_OP = 'INSERT' OR TG_ARGV[2] = 'NEW' THEN to_jsonb(NEW) ELSE to_jsonb(OLD) END;
  block bytea := (line ->> TG_ARGV[0])::bytea;
BEGIN
  IF TG_ARGV[1] = 'diagnostic response' THEN
    SELECT block_id INTO block FROM response WHERE id = block AND signed_at IS NOT NULL;
  END IF;
  IF EXISTS (SELECT 1 FROM signed_document WHERE block_id = block AND kind = TG_ARGV[1]) THEN
    RAISE EXCEPTION 'signed' USING ERRCODE = 'MB001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$
"""

_SERVER_REFUSE_STATE = f"""
CREATE FUNCTION mbb_refuse_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF {_signed("OLD.id", "procedure note")} AND NOT ({_GOES_ON}) THEN
    RAISE EXCEPTION 'signed' USING ERRCODE = 'MB001';
  END IF;
  RETURN NEW;
END $$
"""


def _server_guards() -> Iterator[str]:
    yield _SERVER_REFUSE
    yield _SERVER_REFUSE_STATE
    yield _SERVER_REFUSE_SIGNED
    for table in _INSERT_ONLY:
        yield _call(f"{table}_keep_rows", f"BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW", "mbb_refuse()")
        yield _call(f"{table}_keep_table", f"BEFORE TRUNCATE ON {table}", "mbb_refuse()")
    changed = "WHEN (NEW.state <> 'entered in error' AND NEW.state <> OLD.state)"
    when = f"BEFORE UPDATE OF state ON block FOR EACH ROW {changed}"
    yield _call("block_keep_state", when, "mbb_refuse_state()")
    for record, (_, paper) in _PAPER_OF.items():
        call = f"mbb_refuse_signed('id', '{paper}', 'OLD')"
        columns = _frozen_columns(record)
        yield _call(f"{record}_keep_update", f"BEFORE UPDATE OF {columns} ON {record} FOR EACH ROW", call)
        yield _call(f"{record}_keep_delete", f"BEFORE DELETE ON {record} FOR EACH ROW", call)
        for child in _children_of(record):
            for event, row in _EVENTS:
                free = f" WHEN ({row}.{_FREE_ROWS[child]})" if child in _FREE_ROWS else ""
                when = f"BEFORE {event.partition('_')[0].upper()} ON {child} FOR EACH ROW{free}"
                call = f"mbb_refuse_signed('{record}_id', '{paper}', '{row}')"
                yield _call(f"{child}_keep_{event}", when, call)


def _call(name: str, when: str, function: str) -> str:
    return f"CREATE TRIGGER {name} {when} EXECUTE FUNCTION {function}"
