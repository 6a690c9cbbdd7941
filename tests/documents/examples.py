"""Invented people and blocks from which the tests make papers."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.anatomy import JointSide, Region, Side, targets_of
from mbb_desktop.clinical.block import (
    Aspiration,
    Block,
    BlockState,
    Consent,
    ConsentKind,
    ContrastPattern,
    DapUnit,
    Discharge,
    Drug,
    DrugUse,
    Entry,
    Epinephrine,
    Exactly,
    Fluoroscopy,
    Guidance,
    HowEntered,
    Item,
    KermaUnit,
    PatientAnswer,
    Prep,
    Purpose,
    Route,
    SedationLevel,
    Target,
    TimeOut,
    Vitals,
    VitalsWhen,
    WhereTimeOut,
)
from mbb_desktop.clinical.complication import Complication, ComplicationKind
from mbb_desktop.clinical.course import (
    CareKind,
    CareOutcome,
    ConservativeCare,
    Course,
    Diagnosis,
    Imaging,
    Vertebrae,
)
from mbb_desktop.clinical.drugs import read_formulary
from mbb_desktop.clinical.needle import Needle
from mbb_desktop.clinical.other_causes import OtherCauses
from mbb_desktop.clinical.paper import Meaning
from mbb_desktop.clinical.people import (
    Allergy,
    AllergyKind,
    AllergyState,
    Anticoagulant,
    AnticoagulantPlan,
    Clinic,
    Correspondent,
    CorrespondentKind,
    Identifier,
    IdentifierKind,
    Patient,
    Sex,
)
from mbb_desktop.clinical.response import BEFORE, Reading, Series
from mbb_desktop.documents.issue import Issue, Signature
from mbb_desktop.documents.note_facts import NoteFacts, PriorBlock
from mbb_desktop.paths import data_dir

ZONE = timezone(timedelta(hours=-8))
DAY = date(2026, 11, 24)
D = Decimal


def key(number: int) -> UUID:
    return UUID(int=number)


def at(hour: int, minute: int, on: date = DAY) -> datetime:
    return datetime(on.year, on.month, on.day, hour, minute, tzinfo=ZONE)


AGENTS = read_formulary(data_dir("resources") / "clinical" / "anesthetics.toml").agents

OKAFOR = User(key(1), "A. Okafor", "MD", (Role.PHYSICIAN,), specialty="pain medicine", npi="1234567893")

CLINIC = Clinic(
    key(2),
    "Riverside Pain Clinic",
    address="120 River Street, Springfield",
    phone="(555) 010-0100",
    fax="(555) 010-0101",
    place_of_service="office",
)

PAYER = Correspondent(key(3), CorrespondentKind.PAYER, "Medicare Part B", organization="Noridian JF")
RULE_SET = "US-MEDICARE-FACET 2026-05"

MARSH = Patient(
    key(4),
    "Marsh",
    "Eleanor",
    date(1961, 3, 14),
    (Identifier(IdentifierKind.MRN, "004 1187"),),
    sex=Sex.FEMALE,
    phone="(555) 010-0142",
    address="41 Orchard Lane, Springfield",
    weight=D(72),
    weighed_on=DAY,
    allergy_state=AllergyState.LISTED,
    allergies=(Allergy(AllergyKind.LATEX, "latex", "hives"),),
    anticoagulant=Anticoagulant(
        AnticoagulantPlan.CONTINUED,
        "apixaban",
        "5 mg twice daily",
        decided_by="A. Okafor, MD with K. Sato, MD (prescriber)",
        decided_on=date(2026, 11, 17),
        last_dose="24-Nov-2026 07:30",
    ),
    implanted_device=False,
    pregnancy="not applicable",
    payer_id=PAYER.id,
    member_id="1EG4-TE5-MK73",
)

COURSE = Course(
    key(5),
    MARSH.id,
    Region.LUMBAR,
    date(2026, 9, 18),
    pain_area="low back, belt line to upper buttock",
    pain_sides=(Side.LEFT, Side.RIGHT),
    provoked_by="bending backward and turning",
    axial=True,
    began_on=date(2026, 2, 16),
    usual_score=D(7),
    limits="standing limited to 10 minutes",
    disability_scale="ODI",
    disability_score=D(42),
    disability_on=date(2026, 9, 18),
    conservative_care=(
        ConservativeCare(
            CareKind.PHYSICAL_THERAPY,
            "",
            date(2026, 4, 6),
            date(2026, 6, 1),
            14,
            CareOutcome.NO_RELIEF,
        ),
        ConservativeCare(
            CareKind.NSAID,
            "naproxen 500 mg twice daily",
            date(2026, 5, 4),
            date(2026, 6, 15),
            None,
            CareOutcome.PARTIAL,
            "before apixaban",
        ),
        ConservativeCare(CareKind.HOME_EXERCISE, "", date(2026, 6, 1), None, None, CareOutcome.CONTINUES),
    ),
    radiculopathy=False,
    claudication=False,
    neurology_on=date(2026, 10, 15),
    other_cause=False,
    exam="pain on extension and rotation, both sides; tender beside L4 to S1. "
    "Strength, reflexes and feeling normal",
    exam_on=date(2026, 10, 15),
    imaging=(Imaging("MRI lumbar spine", date(2026, 9, 2), "facet arthropathy L4-5 and L5-S1, both sides"),),
    fusion=False,
    vertebrae=Vertebrae.FIVE,
    diagnoses=(),
    rfa_planned_if_positive=True,
    rule_set="US-MEDICARE-FACET",
)

JOINTS = tuple(JointSide(joint, side) for joint in ("L4-5", "L5-S1") for side in Side)
TIME_OUT = TimeOut(
    at(10, 24),
    "M. Diaz, RN",
    WhereTimeOut.ROOM_SCREEN,
    levels_text="45 51 b",
    joints=("L4-5 left", "L4-5 right", "L5-S1 left", "L5-S1 right"),
    patient_answer=PatientAnswer.BOTH,
    name_said=True,
    born_said=True,
    procedure_said=True,
    consent=True,
    site_mark=True,
    allergy=True,
    anticoagulant=True,
    images_up=True,
    drug_labelled=True,
    present=("M. Diaz, RN", "A. Okafor, MD", "T. Lindqvist, RT(R)"),
    matched_plan=True,
)


def target(nerve: str, side: Side, volume: str = "0.5", **facts: object) -> Target:
    """A target with everything recorded."""
    full = Target(
        nerve,
        side,
        volume=D(volume),
        aspiration=Aspiration.NEGATIVE,
        contrast=D("0.2"),
        contrast_pattern=ContrastPattern.ALONG_BONE,
        repositioned=0,
    )
    return replace(full, **facts)  # type: ignore[arg-type] # a target's own fields


def targets(joints: tuple[JointSide, ...], volume: str = "0.5") -> tuple[Target, ...]:
    return tuple(target(place.nerve, place.side, volume) for place in targets_of(joints))


DRUGS = (
    Drug(
        DrugUse.TARGET,
        "bupivacaine",
        D(5),
        epinephrine=Epinephrine.NONE,
        preservative_free=True,
        lot="4K1182",
        expires_on=date(2027, 8, 31),
        vial=D(10),
        discarded=D(7),
    ),
    Drug(
        DrugUse.SKIN,
        "lidocaine",
        D(10),
        given=D(3),
        lot="2F0917",
        expires_on=date(2027, 4, 30),
        vial=D(5),
        discarded=D(2),
    ),
    Drug(
        DrugUse.CONTRAST,
        "iohexol",
        D(240),
        lot="C7733",
        expires_on=date(2028, 1, 31),
        vial=D(10),
        discarded=D("8.8"),
    ),
)


def entry(item: Item, by: str, hour: int, minute: int, how: HowEntered = HowEntered.TYPED) -> Entry:
    return Entry(item, OKAFOR.id, by, at(hour, minute), how)


ENTRIES = (
    entry(Item.LEVELS, "A. Okafor, MD", 10, 35),
    entry(Item.FLUOROSCOPY, "T. Lindqvist, RT(R)", 10, 33),
    entry(Item.COMPLICATIONS, "A. Okafor, MD", 10, 38, HowEntered.ALL_AS_LISTED),
    entry(Item.ASPIRATION, "A. Okafor, MD", 10, 38, HowEntered.ALL_AS_LISTED),
    entry(Item.CONTRAST, "A. Okafor, MD", 10, 38, HowEntered.ALL_AS_LISTED),
    entry(Item.PREP, "A. Okafor, MD", 10, 38, HowEntered.ALL_AS_LISTED),
    entry(Item.SEDATION, "A. Okafor, MD", 10, 38, HowEntered.ALL_AS_LISTED),
    entry(Item.STEROID, "A. Okafor, MD", 10, 38, HowEntered.ALL_AS_LISTED),
)

BLOCK = Block(
    key(6),
    MARSH.id,
    COURSE.id,
    DAY,
    BlockState.DRAFT,
    purpose=Purpose.DIAGNOSTIC,
    region=Region.LUMBAR,
    physician_id=OKAFOR.id,
    nurse="M. Diaz, RN",
    radiographer="T. Lindqvist, RT(R)",
    room="Procedure room 2",
    started_at=at(10, 35),
    planned_joints=JOINTS,
    planned_on=date(2026, 11, 20),
    planned_by="A. Okafor, MD",
    levels_text="45 51 b",
    joints=JOINTS,
    targets=targets(JOINTS),
    drugs=DRUGS,
    no_steroid=True,
    sedation=SedationLevel.NONE,
    prep=Prep.CHLORHEXIDINE,
    prep_text="2 %, dry before draping",
    position="prone",
    needle=Needle(25, D("3.5")),
    vertebrae=Vertebrae.FIVE,
    level_count="counted upward from the sacrum in AP, checked against the last rib (T12); "
    "agrees with MRI of 02-Sep-2026",
    fluoroscopy=Fluoroscopy(
        Guidance.FLUOROSCOPY,
        42,
        air_kerma=D("8.1"),
        air_kerma_unit=KermaUnit.MGY,
        dap=D(1215),
        dap_unit=DapUnit.MGY_CM2,
        views="AP, oblique 25° each side, lateral; radiopaque L/R marker in the field",
        images_saved=8,
        image_reference="PACS RV-26-118204, images 1 to 8",
    ),
    consent=Consent(
        ConsentKind.WRITTEN,
        DAY,
        "A. Okafor, MD",
        "purpose (a test), bleeding, infection, nerve injury, allergy, toxicity, false result; alternatives: "
        "continued therapy, no block",
        "the patient",
        "not needed",
    ),
    time_outs=(TIME_OUT,),
    in_room=at(10, 12),
    needle_in=at(10, 25),
    needle_out=at(10, 31),
    left_room=at(10, 36),
    vitals=(
        Vitals(at(10, 14), VitalsWhen.BEFORE, 132, 78, 74, 98, D("36.6")),
        Vitals(at(11, 0), VitalsWhen.RECOVERY, 128, 76, 72, 98),
    ),
    last_analgesic="acetaminophen 22-Nov-2026",
    no_complication=True,
    blood_loss="none",
    specimens="none",
    other_causes=OtherCauses(
        steroid_since=False, epidural_since=False, trauma_since=False, surgery_since=False
    ),
    findings="needle position confirmed in AP, oblique and lateral views at all 6 targets",
    diagnoses=(
        Diagnosis("Spondylosis without myelopathy or radiculopathy, lumbar region", "M47.816"),
        Diagnosis("Spondylosis without myelopathy or radiculopathy, lumbosacral region", "M47.817"),
    ),
    same_diagnosis_after=True,
    discharge=Discharge(
        at(11, 5),
        "husband",
        "steady gait",
        "as before, both legs",
        instructions_given=True,
        diary_given=True,
        attested_by="M. Diaz, RN",
        attested_at=at(11, 6),
    ),
    plan="Pain diary given. Telephone call 25-Nov-2026 by M. Diaz, RN",
    entries=ENTRIES,
)

PRIOR = PriorBlock(1, date(2026, 10, 27), "lidocaine 2 %", response_number="DR-2026-003902")


def baseline(series: Series, score: int) -> Reading:
    return Reading(series, BEFORE, at(10, 20), D(score))


FACTS = NoteFacts(
    MARSH,
    BLOCK,
    CLINIC,
    COURSE,
    OKAFOR,
    block_number=2,
    prior=(PRIOR,),
    before=(baseline(Series.LEFT, 7), baseline(Series.RIGHT, 6), baseline(Series.OVERALL, 7)),
    scale="NRS 0 to 10",
    agents=AGENTS,
    rule_set=RULE_SET,
    payer=PAYER,
)

SIGNATURE = Signature(
    "A. Okafor", "MD", "pain medicine", "1234567893", at(11, 12), Meaning.PERFORMED, "7F3A-91C2"
)
SIGNED = Issue("PN-2026-004183", "5C1E-09BD-77A4", 1, SIGNATURE)
DRAFT = Issue()


def with_block(**changes: object) -> NoteFacts:
    return replace(FACTS, block=replace(BLOCK, **changes))  # type: ignore[arg-type] # a block's own fields


def one_sided(side: Side) -> NoteFacts:
    """The same block on one side only."""
    joints = tuple(place for place in JOINTS if place.side is side)
    answer = PatientAnswer.LEFT if side is Side.LEFT else PatientAnswer.RIGHT
    said = tuple(f"{place.joint} {side.value}" for place in joints)
    return replace(
        with_block(
            joints=joints,
            planned_joints=joints,
            targets=targets(joints),
            time_outs=(replace(TIME_OUT, joints=said, patient_answer=answer, levels_text=""),),
        ),
        course=replace(COURSE, pain_sides=(side,)),
        before=(baseline(Series(side.value), 7),),
    )


TON_JOINTS = (JointSide("C2-3", Side.LEFT), JointSide("C3-4", Side.LEFT))
TON = with_block(
    region=Region.CERVICAL,
    joints=TON_JOINTS,
    planned_joints=(),
    vertebrae=None,
    targets=(
        target("TON", Side.LEFT, "0.9"),
        target("C3 MB", Side.LEFT, "0.3"),
        target("C4 MB", Side.LEFT, "0.3", aspiration=Aspiration.BLOOD, repositioned=1,
               contrast_pattern=ContrastPattern.VASCULAR),
    ),
)  # fmt: skip

THORACIC_JOINTS = (JointSide("T5-6", Side.RIGHT), JointSide("T6-7", Side.RIGHT))
THORACIC = with_block(
    region=Region.THORACIC,
    joints=THORACIC_JOINTS,
    planned_joints=THORACIC_JOINTS,
    vertebrae=None,
    targets=targets(THORACIC_JOINTS),
    no_contrast=True,
    no_contrast_reason="iodinated contrast allergy",
    drugs=DRUGS[:2],
)
THORACIC = replace(
    THORACIC,
    block=replace(
        THORACIC.block,
        targets=tuple(replace(t, contrast=None, contrast_pattern=None) for t in THORACIC.block.targets),
    ),
)


def not_done(one: Target) -> Target:
    """The same place without any injection."""
    return Target(one.nerve, one.side, not_injected=True)


STOPPED = with_block(
    planned_joints=(JointSide("L4-5", Side.LEFT), JointSide("L4-5", Side.RIGHT)),
    stopped_because="vasovagal reaction after the left side",
    targets=tuple(t if t.side is Side.LEFT else not_done(t) for t in targets(JOINTS)),
    no_complication=False,
    complications=(
        Complication(
            ComplicationKind.VASOVAGAL,
            "pulse 44",
            at(10, 29),
            "legs raised, oxygen",
            "recovered in 5 minutes",
        ),
    ),
    time_outs=(
        replace(
            TIME_OUT,
            at=at(10, 20),
            stopped=True,
            matched_plan=False,
            settled_by="A. Okafor, MD",
            joints=("L4-5 left", "L5-S1 left"),
        ),
        replace(TIME_OUT, where=WhereTimeOut.AFTERWARDS, images_up=False, patient_answer=None),
    ),
    discharge=Discharge(escort="husband"),
)

MANY_JOINTS = tuple(
    JointSide(joint, side) for joint in ("L1-2", "L2-3", "L3-4", "L4-5", "L5-S1") for side in Side
)
TWELVE = with_block(
    joints=MANY_JOINTS,
    planned_joints=MANY_JOINTS,
    targets=targets(MANY_JOINTS),
)

MIXED = with_block(
    purpose=Purpose.THERAPEUTIC,
    no_steroid=False,
    targets=tuple(
        target(place.nerve, place.side, "0.5") for place in targets_of(JOINTS)
    ),
    drugs=(
        Drug(DrugUse.TARGET, "bupivacaine", D("2.5"), epinephrine=Epinephrine.NONE),
        Drug(DrugUse.STEROID, "methylprednisolone", amount=D(50), mixed_in=D(10)),
        Drug(DrugUse.SKIN, "lidocaine", D(10), given=D(4), given_is=Exactly.LESS),
        Drug(DrugUse.SEDATION, "midazolam", amount=D("1.5"), route=Route.INTRAVENOUS, given_at=at(10, 20)),
    ),
    sedation=SedationLevel.MODERATE,
    sedation_reason="needle phobia",
    no_contrast=False,
)  # fmt: skip

LESS_THAN = with_block(
    targets=tuple(replace(t, volume_is=Exactly.LESS) for t in targets(JOINTS))[:4]
    + tuple(
        replace(t, volume=D("0.3"), volume_to=D("0.5"), volume_is=Exactly.RANGE) for t in targets(JOINTS)[4:]
    ),
)

EMPTY = NoteFacts(
    Patient(key(9), "Tran", "", date(1970, 1, 2), (Identifier(IdentifierKind.MEMBER, "K-55 902", "Plan X"),)),
    Block(key(10), key(9), key(11), DAY),
    CLINIC,
)

LONG_NAMES = replace(
    FACTS,
    patient=replace(
        MARSH,
        family="Wolfeschlegelsteinhausenbergerdorff-Montgomery-Featherstonehaugh",
        given="Adolph Blaine Charles David Earl Frederick Gerald Hubert Irvin John Kenneth Lloyd Martin",
    ),
    clinic=replace(
        CLINIC,
        name="The Riverside and Upper Valley Regional Center for Pain Medicine and Rehabilitation",
        address="Building 4, Suite 1200, 12000 North Riverside Parkway, West Springfield-on-the-River",
    ),
)
