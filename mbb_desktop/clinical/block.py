"""The procedure: what was planned, what was done, by whom, and who says so."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.anatomy import JointSide, NerveSide, Region, Side
from mbb_desktop.clinical.block_state import BlockState as BlockState
from mbb_desktop.clinical.complication import Complication
from mbb_desktop.clinical.course import Diagnosis, Vertebrae
from mbb_desktop.clinical.needle import Needle
from mbb_desktop.clinical.other_causes import OtherCauses
from mbb_desktop.clinical.quantities import (
    Celsius,
    Milligrams,
    MilligramsPerMilliliter,
    Milligray,
    MilligraySquareCentimeters,
    Milliliters,
)

_NO_NEEDLE = Needle()
_NOT_ASKED = OtherCauses()


class Purpose(Enum):
    DIAGNOSTIC = "diagnostic"
    THERAPEUTIC = "therapeutic"


class Exactly(Enum):
    """How an amount was stated: `0.5 mL`, `less than 0.5 mL`, `0.3 to 0.5 mL`."""

    EQUAL = "="
    LESS = "<"
    RANGE = "to"


class Aspiration(Enum):
    NEGATIVE = "negative"
    BLOOD = "blood"
    CSF = "CSF"


class ContrastPattern(Enum):
    ALONG_BONE = "along bone, no vessel"
    VASCULAR = "vascular"
    FORAMINAL = "foraminal or epidural"
    MUSCLE = "muscle"
    NONE_SEEN = "none seen"


@dataclass(frozen=True, slots=True)
class Target:
    """One nerve on one side. `syringe` names the drug rows that were injected there."""

    nerve: str
    side: Side
    syringe: int = 1
    volume: Milliliters | None = None
    volume_to: Milliliters | None = None
    volume_is: Exactly = Exactly.EQUAL
    volume_from_preset: bool = False
    aspiration: Aspiration | None = None
    contrast: Milliliters | None = None
    contrast_pattern: ContrastPattern | None = None
    bone_contact: bool | None = None
    repositioned: int | None = None
    pain_reproduced: bool | None = None
    not_injected: bool = False
    landmark: str = ""

    @property
    def place(self) -> NerveSide:
        return NerveSide(self.nerve, self.side)


class DrugUse(Enum):
    TARGET = "nerve targets"
    SKIN = "skin anesthetic"
    CONTRAST = "contrast"
    SEDATION = "sedation"
    STEROID = "steroid"


class Epinephrine(Enum):
    """`None` on a drug means that nobody said whether epinephrine was in it."""

    NONE = "none"
    ONE_IN_200_000 = "1:200 000"
    ONE_IN_100_000 = "1:100 000"
    ONE_IN_400_000 = "1:400 000"


class Route(Enum):
    INTRAVENOUS = "IV"
    INTRAMUSCULAR = "IM"
    ORAL = "by mouth"
    NASAL = "intranasal"
    INHALED = "inhaled"


@dataclass(frozen=True, slots=True)
class Drug:
    """One drug on the table. Rows of use TARGET or STEROID with the same `syringe` were mixed in it.

    `strength` is the concentration as injected (mg/mL; for contrast mg of iodine per mL).
    `amount` is a stated mass instead (a steroid of 50 mg in a syringe of `mixed_in` mL; midazolam 2 mg, whose
    `route` and `given_at` are kept too). `label` and `label_strength` (mg/mL) are what was read on the vial.
    """

    use: DrugUse
    agent: str
    strength: MilligramsPerMilliliter | None = None
    syringe: int = 1
    epinephrine: Epinephrine | None = None
    amount: Milligrams | None = None
    route: Route | None = None
    given_at: datetime | None = None
    mixed_in: Milliliters | None = None
    given: Milliliters | None = None
    given_is: Exactly = Exactly.EQUAL
    brand: str = ""
    buffered: bool = False
    preservative_free: bool | None = None
    lot: str = ""
    expires_on: date | None = None
    vial: Milliliters | None = None
    discarded: Milliliters | None = None
    label: str = ""
    label_strength: MilligramsPerMilliliter | None = None


class Guidance(Enum):
    FLUOROSCOPY = "fluoroscopy"
    CT = "CT"
    ULTRASOUND = "ultrasound"
    NONE = "none"


class DapUnit(Enum):
    MGY_CM2 = "mGy·cm²"
    GY_CM2 = "Gy·cm²"
    CGY_CM2 = "cGy·cm²"
    DGY_CM2 = "dGy·cm²"
    UGY_M2 = "µGy·m²"


class KermaUnit(Enum):
    MGY = "mGy"
    GY = "Gy"


@dataclass(frozen=True, slots=True)
class Fluoroscopy:
    """Time in seconds; dose in canonical units with the unit in which it was entered."""

    guidance: Guidance | None = None
    seconds: int | None = None
    none_used: bool = False
    air_kerma: Milligray | None = None
    air_kerma_unit: KermaUnit | None = None
    dap: MilligraySquareCentimeters | None = None
    dap_unit: DapUnit | None = None
    views: str = ""
    images_saved: int | None = None
    image_reference: str = ""
    pulse_mode: str = ""


class SedationLevel(Enum):
    NONE = "none"
    MINIMAL = "minimal"
    MODERATE = "moderate"
    DEEP = "deep or MAC"


class Prep(Enum):
    CHLORHEXIDINE = "chlorhexidine in alcohol"
    POVIDONE_IODINE = "povidone-iodine"
    OTHER = "other"


class ConsentKind(Enum):
    WRITTEN = "written"
    VERBAL = "verbal"
    WRITTEN_AND_VERBAL = "written and verbal"


@dataclass(frozen=True, slots=True)
class Consent:
    kind: ConsentKind | None = None
    signed_on: date | None = None
    explained_by: str = ""
    about: str = ""
    given_by: str = ""
    interpreter: str = ""


class Moment(Enum):
    """The five moments of a block, in order."""

    IN_ROOM = "in room"
    TIME_OUT = "time-out"
    NEEDLE_IN = "needle in"
    NEEDLE_OUT = "needle out"
    LEFT_ROOM = "left room"


class PatientAnswer(Enum):
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both sides"
    NOT_ABLE = "not able to answer"


class WhereTimeOut(Enum):
    ROOM_SCREEN = "room screen"
    AFTERWARDS = "recorded after the procedure"


@dataclass(frozen=True, slots=True)
class TimeOut:
    """One time-out: what the circulator re-entered without seeing the plan, and what was confirmed.

    `joints` are the re-entered ones in words (`L4-5 left`). A mismatch leaves `stopped` true; the record
    keeps every attempt, the last one counts. `was_planned` is the plan, in the same words, that the physician
    corrected after this stop, with who had made it and when.
    """

    at: datetime
    led_by: str
    where: WhereTimeOut
    levels_text: str = ""
    joints: tuple[str, ...] = ()
    patient_answer: PatientAnswer | None = None
    name_said: bool = False
    born_said: bool = False
    procedure_said: bool = False
    consent: bool = False
    site_mark: bool = False
    allergy: bool = False
    anticoagulant: bool = False
    images_up: bool = False
    drug_labelled: bool = False
    present: tuple[str, ...] = ()
    matched_plan: bool | None = None
    stopped: bool = False
    settled_by: str = ""
    was_planned: tuple[str, ...] = ()
    was_planned_by: str = ""
    was_planned_on: date | None = None


class VitalsWhen(Enum):
    BEFORE = "before"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Vitals:
    at: datetime
    when: VitalsWhen
    systolic: int | None = None
    diastolic: int | None = None
    pulse: int | None = None
    spo2: int | None = None
    temperature: Celsius | None = None


class Item(Enum):
    """The facts of a block that somebody enters or accepts; each keeps who and when."""

    LEVELS = "levels and side"
    ANESTHETIC = "anesthetic"
    EPINEPHRINE = "epinephrine"
    VOLUMES = "volumes"
    ASPIRATION = "aspiration"
    CONTRAST = "contrast"
    PREP = "skin prep"
    SKIN = "skin anesthetic"
    STEROID = "steroid"
    SEDATION = "sedation"
    IMAGES = "images"
    COMPLICATIONS = "complications"
    CONSENT = "consent"
    NEEDLE = "needle"
    POSITION = "position"
    NEEDLE_OUT = "needle-out time"
    TIMES = "times"
    FLUOROSCOPY = "fluoroscopy"
    DRUG_LABEL = "lot and expiry"
    VITALS = "vital signs"
    RECOVERY = "recovery and discharge"
    LEVEL_COUNT = "level count"
    DIAGNOSIS = "diagnosis"
    FINDINGS = "findings"
    PLAN = "plan"
    TEAM = "team and room"


class HowEntered(Enum):
    TYPED = "entered"
    ACCEPTED = "accepted"
    ALL_AS_LISTED = "all as listed, I confirm"
    STAMPED = "stamped in the room"


@dataclass(frozen=True, slots=True)
class Entry:
    """Who last entered or accepted an item, when and how."""

    item: Item
    by_id: UUID
    by: str
    at: datetime
    how: HowEntered


@dataclass(frozen=True, slots=True)
class Addition:
    """Text beside the generated note, marked as added, never instead of it."""

    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Discharge:
    at: datetime | None = None
    escort: str = ""
    walking: str = ""
    neurology: str = ""
    instructions_given: bool | None = None
    diary_given: bool | None = None
    attested_by: str = ""
    attested_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One session of blocks. `None` and empty mean not recorded; `no_...` is an asserted none.

    `counts_as_session`: whether a stopped block in which something was injected is one for the payer's caps.
    `other_injection`: whether anything else was injected that day; `early_because`: why this block came soon
    after the one before. Each `..._reason` at the end says why it was right nevertheless: a dose above the
    limit, a drug against an allergy, x-rays in pregnancy, other levels or another side than at the time-out;
    `..._reason_for` holds the sentences that it was given for, a line each; `levels_reason_for` the joints
    blocked, planned and named at the time-out, the nerves, and what the complaint had against them then.
    `rule_set` is the id of the payer's when the note was signed; a later payer does not change the block.
    """

    id: UUID
    patient_id: UUID
    course_id: UUID
    performed_on: date
    state: BlockState = BlockState.DRAFT
    purpose: Purpose | None = None
    region: Region | None = None
    physician_id: UUID | None = None
    assistant: str = ""
    supervision: str = ""
    nurse: str = ""
    radiographer: str = ""
    room: str = ""
    started_at: datetime | None = None
    planned_joints: tuple[JointSide, ...] = ()
    planned_on: date | None = None
    planned_by: str = ""
    scheduled_at: datetime | None = None
    levels_text: str = ""
    joints: tuple[JointSide, ...] = ()
    targets: tuple[Target, ...] = ()
    drugs: tuple[Drug, ...] = ()
    no_skin_anesthetic: bool = False
    no_contrast: bool = False
    no_contrast_reason: str = ""
    no_steroid: bool = False
    sedation: SedationLevel | None = None
    sedation_reason: str = ""
    prep: Prep | None = None
    prep_text: str = ""
    position: str = ""
    approach: str = ""
    monitoring: str = ""
    needle: Needle = _NO_NEEDLE
    vertebrae: Vertebrae | None = None
    level_count: str = ""
    fluoroscopy: Fluoroscopy = Fluoroscopy()
    consent: Consent = Consent()
    time_outs: tuple[TimeOut, ...] = ()
    in_room: datetime | None = None
    needle_in: datetime | None = None
    needle_out: datetime | None = None
    left_room: datetime | None = None
    vitals: tuple[Vitals, ...] = ()
    last_analgesic: str = ""
    no_complication: bool = False
    complications: tuple[Complication, ...] = ()
    blood_loss: str = ""
    specimens: str = ""
    tolerated: str = ""
    findings: str = ""
    diagnoses: tuple[Diagnosis, ...] = ()
    same_diagnosis_after: bool | None = None
    diagnoses_after: tuple[Diagnosis, ...] = ()
    stopped_because: str = ""
    counts_as_session: bool | None = None
    other_injection: bool | None = None
    other_causes: OtherCauses = _NOT_ASKED
    early_because: str = ""
    reported_by: str = ""
    discharge: Discharge = Discharge()
    plan: str = ""
    dose_reason: str = ""
    dose_reason_for: str = ""
    allergy_reason: str = ""
    allergy_reason_for: str = ""
    pregnancy_reason: str = ""
    levels_reason: str = ""
    levels_reason_for: str = ""
    entries: tuple[Entry, ...] = ()
    additions: tuple[Addition, ...] = ()
    rule_set: str = ""
    discarded_at: datetime | None = None
    version: int = 0

    @property
    def time_out(self) -> TimeOut | None:
        """The time-out that counts: the last one, unless it was stopped."""
        last = self.time_outs[-1] if self.time_outs else None
        return None if last is None or last.stopped else last

    def entered(self, item: Item) -> Entry | None:
        """Who entered an item; None when nobody did."""
        return next((entry for entry in self.entries if entry.item is item), None)

    def drugs_for(self, use: DrugUse) -> tuple[Drug, ...]:
        return tuple(drug for drug in self.drugs if drug.use is use)


def volume_given(target: Target) -> Decimal | None:
    """The most that may have gone in, in mL: the upper end of a range, the bound of a `less than`."""
    if target.not_injected or target.volume is None:
        return None
    return target.volume_to if target.volume_is is Exactly.RANGE and target.volume_to else target.volume
