"""A course in a few lines of TOML or JSON, as examples of rule files and the command line use it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from uuid import UUID

from mbb_desktop.clinical.anatomy import JOINTS, SIX_LUMBAR_JOINTS, JointSide, Region, Side, targets_of
from mbb_desktop.clinical.authorization import AskedFor, Authorization, AuthorizationState, Unnamed
from mbb_desktop.clinical.authorized import PayerFile
from mbb_desktop.clinical.block import (
    Block,
    BlockState,
    Drug,
    DrugUse,
    Epinephrine,
    Fluoroscopy,
    Guidance,
    Purpose,
    SedationLevel,
    Target,
)
from mbb_desktop.clinical.case_response import read_response
from mbb_desktop.clinical.course import (
    AblationMethod,
    CareKind,
    CareOutcome,
    ConservativeCare,
    Course,
    Diagnosis,
    Hardware,
    HardwareKind,
    Imaging,
    RootsExplained,
    Treatment,
)
from mbb_desktop.clinical.data_file import Table
from mbb_desktop.clinical.people import Identifier, IdentifierKind, Patient
from mbb_desktop.clinical.response import Response

_PERSON, _COURSE, _ELSEWHERE, _OPERATOR, _PAYER = (UUID(int=number) for number in range(1, 6))
_NEEDLE_OUT = time(10, 30, tzinfo=UTC)

COURSE_KEYS = (
    *("region", "axial", "usual_score", "limits", "began", "began_month_only", "care"),
    *(
        "radiculopathy",
        "claudication",
        "roots_explained",
        "other_cause",
        "disability_scale",
        "disability_score",
    ),
    *(
        "disability_score",
        "disability_on",
        "exam",
        "exam_on",
        "imaging",
        "fusion",
        "fused",
        "hardware",
        "diagnoses",
    ),
    *(
        "rfa_planned",
        "ablated_before",
        "ablations",
        "therapies",
        "rfa_method",
        "rfa_celsius",
        "no_rfa_because",
    ),
    "implanted_device",
)
BLOCK_KEYS = (
    *("on", "state", "purpose", "agent", "joints", "steroid", "volume", "guidance", "images", "sedation"),
    *("sedation_reason", "other_injection", "early_because", "nerves_only", "scale", "baseline", "scores"),
    *("stated", "signed", "regained", "tried", "conclusion", "left", "right", "scored_by_operator"),
    *("stopped", "counts_as_session"),
)


_BORN = date(1960, 1, 1)
_DAYS = {
    "": ("began", "disability_on", "exam_on"),
    "care": ("started", "ended"),
    "imaging": ("on",),
    "ablations": ("on", "pain_back", "not_back"),
    "therapies": ("on", "pain_back", "not_back"),
}


def refuse_impossible_days(facts: Table, blocks: Iterable[Table], today: date) -> None:
    """Raises DataFileError for a day before the birth of the invented patient, or a fact after `today`."""
    for name, keys in _DAYS.items():
        rows = [facts] if not name else facts.tables(name)
        for row in rows:
            _check_days(row, keys, today)
    for row in blocks:
        planned = row.text("state", "") == BlockState.PLANNED.value
        _check_days(row, ("on",), date.max if planned else today)


def _check_days(row: Table, keys: Iterable[str], latest: date) -> None:
    for key in keys:
        on = day(row, key)
        if on is not None and on < _BORN:
            raise row.wrong(f"{key!r} lies before the birth of the invented patient, {_BORN}.", key)
        if on is not None and on > latest:
            raise row.wrong(f"{key!r} lies after 'today', {latest}.", key)


def a_person(row: Table) -> Patient:
    """The patient of an example: invented, with the few facts that rules ask."""
    numbers = (Identifier(IdentifierKind.MRN, "0"),)
    device = flag(row, "implanted_device")
    return Patient(_PERSON, "EXAMPLE", "Invented", _BORN, numbers, implanted_device=device)


def read_course(row: Table, *, elsewhere: bool = False) -> Course:
    """The course, or with `elsewhere` another one; what is not written is not known. Raises DataFileError."""
    row.only(*COURSE_KEYS)
    return Course(
        _ELSEWHERE if elsewhere else _COURSE,
        _PERSON,
        row.choice("region", Region) if "region" in row else Region.LUMBAR,
        date(2026, 1, 1),
        axial=flag(row, "axial"),
        began_on=day(row, "began"),
        began_month_only=row.flag("began_month_only", False),
        usual_score=number(row, "usual_score", 0, 10),
        limits=row.text("limits", ""),
        disability_scale=row.text("disability_scale", ""),
        disability_score=number(row, "disability_score", 0, 100),
        disability_on=day(row, "disability_on"),
        conservative_care=tuple(map(_care, row.tables("care"))),
        radiculopathy=flag(row, "radiculopathy"),
        claudication=flag(row, "claudication"),
        roots_explained=row.choice("roots_explained", RootsExplained) if "roots_explained" in row else None,
        other_cause=flag(row, "other_cause"),
        exam=row.text("exam", ""),
        exam_on=day(row, "exam_on"),
        imaging=tuple(map(_study, row.tables("imaging"))),
        fusion=flag(row, "fusion"),
        fused=row.text("fused", ""),
        hardware=tuple(map(_hardware, row.tables("hardware"))),
        diagnoses=tuple(Diagnosis(code, code) for code in _texts(row, "diagnoses")),
        rfa_planned_if_positive=flag(row, "rfa_planned"),
        ablated_before=flag(row, "ablated_before"),
        ablations=tuple(map(_treatment, row.tables("ablations"))),
        therapies=tuple(map(_treatment, row.tables("therapies"))),
        rfa_method=row.choice("rfa_method", AblationMethod) if "rfa_method" in row else None,
        rfa_temperature=number(row, "rfa_celsius", 0, 200),
        no_rfa_because=row.text("no_rfa_because", ""),
    )


def flag(row: Table, key: str) -> bool | None:
    return row.flag(key) if key in row else None


def number(row: Table, key: str, least: int | None = None, most: int | None = None) -> Decimal | None:
    """A number from `least` to `most`; None when it is not written. Raises DataFileError."""
    if key not in row:
        return None
    value = row.number(key)
    if (least is not None and value < least) or (most is not None and value > most):
        raise row.wrong(f"{key!r} must be a number from {least} to {most}.", key)
    return value


def day(row: Table, key: str) -> date | None:
    return row.day(key) if key in row else None


def _texts(row: Table, key: str) -> tuple[str, ...]:
    return row.texts(key) if key in row else ()


def _care(row: Table) -> ConservativeCare:
    row.only("kind", "started", "ended", "outcome", "reason", "visits")
    return ConservativeCare(
        row.choice("kind", CareKind),
        started=day(row, "started"),
        ended=day(row, "ended"),
        visits=row.whole("visits") if "visits" in row else None,
        outcome=row.choice("outcome", CareOutcome) if "outcome" in row else None,
        reason=row.text("reason", ""),
    )


def _study(row: Table) -> Imaging:
    row.only("modality", "on", "finding")
    return Imaging(row.text("modality"), day(row, "on"), row.text("finding", ""))


def _hardware(row: Table) -> Hardware:
    row.only("joints", "kind", "pseudarthrosis")
    kind = row.choice("kind", HardwareKind) if "kind" in row else None
    return Hardware(_names(row), kind, flag(row, "pseudarthrosis"))


def _names(row: Table) -> tuple[str, ...]:
    """Joints without a side, such as `L4-5`."""
    names = _texts(row, "joints")
    if odd := [name for name in names if name not in JOINTS and name not in SIX_LUMBAR_JOINTS]:
        raise row.wrong(f"{odd[0]!r} is no joint, such as 'L4-5'.")
    return names


def _treatment(row: Table) -> Treatment:
    row.only("on", "joints", "relief", "function", "pain_back", "not_back")
    places = read_joints(row, "joints") if "joints" in row else ()
    return Treatment(
        day(row, "on"),
        tuple(dict.fromkeys(place.joint for place in places)),
        tuple(side for side in Side if side in {place.side for place in places}),
        number(row, "relief", 0, 100),
        number(row, "function", 0, 100),
        day(row, "pain_back"),
        day(row, "not_back"),
    )


def read_authorizations(rows: Iterable[Table]) -> PayerFile:
    """What the payer of the rule set answered about an ablation."""
    return PayerFile(tuple(_authorization(row) for row in rows), _PAYER)


def _authorization(row: Table) -> Authorization:
    row.only(
        "state", "number", "joints", "sides", "from", "to", "decided", "requested", "leaves_open", "note"
    )
    days = {key: row.day(key) if key in row else None for key in ("requested", "decided", "from", "to")}
    return Authorization(
        UUID(int=6),
        _PERSON,
        AskedFor.ABLATION,
        row.choice("state", AuthorizationState),
        _PAYER,
        number=row.text("number", ""),
        joints=row.texts("joints") if "joints" in row else (),
        sides=row.choices("sides", Side) if "sides" in row else (),
        unnamed=row.choices("leaves_open", Unnamed) if "leaves_open" in row else (),
        requested_on=days["requested"],
        decided_on=days["decided"],
        valid_from=days["from"],
        valid_to=days["to"],
        note=row.text("note", ""),
    )


def read_joints(row: Table, key: str) -> tuple[JointSide, ...]:
    """Joints with a side, such as `L4-5 right`. Raises DataFileError."""
    return tuple(_joint(row, key, words) for words in row.texts(key))


def _joint(row: Table, key: str, words: str) -> JointSide:
    joint, _, side = words.partition(" ")
    try:
        place = JointSide(joint, Side(side))
        targets_of([place])
    except (KeyError, ValueError) as odd:
        raise row.wrong(f"{words!r} is no joint with a side, such as 'L4-5 right'.", key) from odd
    return place


def read_blocks(
    rows: Iterable[Table], *, elsewhere: bool = False
) -> tuple[tuple[Block, Response | None], ...]:
    """Blocks with their responses; `elsewhere` puts them into another course of the patient."""
    first = 51 if elsewhere else 1
    found = (_block(row, at) for at, row in enumerate(rows, start=first))
    return tuple((replace(b, course_id=_ELSEWHERE), r) if elsewhere else (b, r) for b, r in found)


def _block(row: Table, at: int) -> tuple[Block, Response | None]:
    row.only(*BLOCK_KEYS)
    joints = read_joints(row, "joints")
    on = row.day("on")
    state = row.choice("state", BlockState) if "state" in row else BlockState.SIGNED
    volume = number(row, "volume", 0, 50) if "volume" in row else Decimal("0.5")
    planned = state is BlockState.PLANNED
    said = row.text("steroid", "")
    steroid = (Drug(DrugUse.STEROID, said),) if said not in ("", "not recorded") else ()
    block = Block(
        UUID(int=100 + at),
        _PERSON,
        _COURSE,
        on,
        state,
        _purpose(row),
        physician_id=_OPERATOR,
        planned_joints=joints if planned else (),
        joints=() if planned or row.flag("nerves_only", False) else joints,
        targets=() if planned else tuple(Target(t.nerve, t.side, volume=volume) for t in targets_of(joints)),
        drugs=(*_anesthetic(row), *steroid),
        no_steroid=not said,
        sedation=_sedation(row),
        sedation_reason=row.text("sedation_reason", ""),
        fluoroscopy=_fluoroscopy(row),
        stopped_because=row.text("stopped", ""),
        counts_as_session=flag(row, "counts_as_session"),
        other_injection=flag(row, "other_injection"),
        early_because=row.text("early_because", ""),
        needle_out=datetime.combine(on, _NEEDLE_OUT),
    )
    return block, read_response(row, block, _OPERATOR)


def _purpose(row: Table) -> Purpose | None:
    """Diagnostic, unless another purpose or `not recorded` is written."""
    if row.text("purpose", "") == "not recorded":
        return None
    return row.choice("purpose", Purpose) if "purpose" in row else Purpose.DIAGNOSTIC


def _sedation(row: Table) -> SedationLevel | None:
    if row.text("sedation", "") == "not recorded":
        return None
    return row.choice("sedation", SedationLevel) if "sedation" in row else SedationLevel.NONE


def _fluoroscopy(row: Table) -> Fluoroscopy:
    guidance = row.choice("guidance", Guidance) if "guidance" in row else None
    return Fluoroscopy(guidance, images_saved=row.whole("images") if "images" in row else None)


def _anesthetic(row: Table) -> tuple[Drug, ...]:
    if "agent" not in row:
        return ()
    name, _, strength = row.text("agent").rpartition(" ")
    if not name or not strength.replace(".", "", 1).isdigit():
        raise row.wrong("'agent' must be a name and mg/mL, such as 'lidocaine 20'.", "agent")
    return (Drug(DrugUse.TARGET, name, Decimal(strength), epinephrine=Epinephrine.NONE),)
