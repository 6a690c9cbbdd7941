"""A course: one complaint in one region of one patient, its candidacy and its index pain."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from mbb_desktop.clinical.anatomy import Region, Side
from mbb_desktop.clinical.quantities import Celsius, Percent, Score


class CareKind(Enum):
    PHYSICAL_THERAPY = "physical therapy"
    HOME_EXERCISE = "home exercise"
    NSAID = "NSAID"
    ACETAMINOPHEN = "acetaminophen"
    OTHER_MEDICINE = "other medicine"
    MANIPULATION = "manipulation"
    ACTIVITY_CHANGE = "activity change"
    OTHER = "other care"


class CareOutcome(Enum):
    NO_RELIEF = "no lasting relief"
    PARTIAL = "partial, not lasting"
    NOT_TOLERATED = "not tolerated"
    CONTINUES = "continues"
    RELIEF = "lasting relief"


@dataclass(frozen=True, slots=True)
class ConservativeCare:
    """Something tried before the block: what, when, how much, and what came of it."""

    kind: CareKind
    what: str = ""
    started: date | None = None
    ended: date | None = None
    visits: int | None = None
    outcome: CareOutcome | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Imaging:
    """An imaging study that bears on the cause of the pain."""

    modality: str
    on: date | None = None
    finding: str = ""


class Vertebrae(Enum):
    """How many lumbar vertebrae the person has, once somebody has counted; `None` is not recorded."""

    FIVE = "five lumbar vertebrae"
    SIX = "six lumbar vertebrae"
    SACRALISED_L5 = "sacralised L5"


class RootsExplained(Enum):
    """Why a radiculopathy or claudication that was found does not speak against the joints."""

    TREATED = "treated"
    CYST = "facet joint cyst"


class HardwareKind(Enum):
    FUSION = "fusion"
    ANTERIOR = "anterior interbody fusion"
    CAGE = "cage"
    SCREWS = "screws or rods"
    DISC = "disc replacement"
    SPACER = "interspinous spacer"


@dataclass(frozen=True, slots=True)
class Hardware:
    """A fusion or an implant at these joints; no joints means that the levels are not known.

    `pseudarthrosis`: whether a fusion there did not become solid.
    """

    joints: tuple[str, ...] = ()
    kind: HardwareKind | None = None
    pseudarthrosis: bool | None = None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A diagnosis in words, with its ICD-10-CM code when there is one."""

    text: str
    code: str = ""


class AblationMethod(Enum):
    THERMAL = "thermal radiofrequency"
    COOLED = "cooled radiofrequency"
    PULSED = "pulsed radiofrequency"
    CRYO = "cryoablation"
    CHEMICAL = "chemical"
    LASER = "laser"
    ENDOSCOPIC = "endoscopic"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the patient said on a day some months after an ablation; `on` None is not asked.

    `score` is of the same pain on the same scale as before the ablation, `stated` the relief that the patient
    states, `function` the improvement in movements or daily activities.
    """

    on: date | None = None
    score: Score | None = None
    stated: Percent | None = None
    function: Percent | None = None
    informant: str = ""
    by: str = ""


_NOT_ASKED = Outcome()


@dataclass(frozen=True, slots=True)
class Treatment:
    """An ablation or a therapeutic block, done here or reported; no sides: the side is not known.

    `relief` and `function` are the best improvement in percent as told, `pain_back_on` the day on which the
    patient noticed the pain again, not the day of a visit. `not_back_on` is the last day on which the patient
    said that the pain was not back yet; without either it is not known how long the relief held.
    `score_before` is the usual pain before it, with which the scores of the outcomes are compared.
    """

    on: date | None = None
    joints: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    relief: Percent | None = None
    function: Percent | None = None
    pain_back_on: date | None = None
    not_back_on: date | None = None
    elsewhere: bool | None = None
    nerves: tuple[str, ...] = ()
    method: AblationMethod | None = None
    temperature: Celsius | None = None
    seconds: int | None = None
    by: str = ""
    facility: str = ""
    score_before: Score | None = None
    at_3_months: Outcome = _NOT_ASKED
    at_6_months: Outcome = _NOT_ASKED
    at_12_months: Outcome = _NOT_ASKED


@dataclass(frozen=True, slots=True)
class Course:
    """Candidacy facts are three-state: True (found), False (ruled out), None (not recorded).

    `fusion`: whether there is a fusion or an implant in the region; `hardware` says where, `fused` more.
    `last_level_imaged` is what the imaging report calls the last mobile level, which may be another number.
    `therapies` are therapeutic blocks: how long those of this record helped, and those done elsewhere.
    """

    id: UUID
    patient_id: UUID
    region: Region
    opened_on: date
    pain_area: str = ""
    pain_sides: tuple[Side, ...] = ()
    provoked_by: str = ""
    axial: bool | None = None
    began_on: date | None = None
    began_month_only: bool = False
    usual_score: Score | None = None
    limits: str = ""
    disability_scale: str = ""
    disability_score: Percent | None = None
    disability_on: date | None = None
    conservative_care: tuple[ConservativeCare, ...] = ()
    radiculopathy: bool | None = None
    claudication: bool | None = None
    roots_explained: RootsExplained | None = None
    neurology_on: date | None = None
    other_cause: bool | None = None
    exam: str = ""
    exam_on: date | None = None
    imaging: tuple[Imaging, ...] = ()
    fused: str = ""
    fusion: bool | None = None
    hardware: tuple[Hardware, ...] = ()
    vertebrae: Vertebrae | None = None
    last_level_imaged: str = ""
    diagnoses: tuple[Diagnosis, ...] = ()
    rfa_planned_if_positive: bool | None = None
    ablated_before: bool | None = None
    ablations: tuple[Treatment, ...] = ()
    therapies: tuple[Treatment, ...] = ()
    rfa_method: AblationMethod | None = None
    rfa_temperature: Celsius | None = None
    no_rfa_because: str = ""
    rule_set: str = ""
    closed_on: date | None = None
    version: int = 0

    @property
    def six_lumbar(self) -> bool:
        """Whether L6 may be named: only after somebody recorded it."""
        return self.vertebrae is Vertebrae.SIX
