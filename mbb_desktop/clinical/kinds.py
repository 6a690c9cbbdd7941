"""The words a rule file may use: each kind of rule is a class whose fields are its parameters."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, replace
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import get_type_hints

from mbb_desktop.clinical.ablation_criteria import (
    AblationMethodAllowed,
    AblationPlanned,
    EarlierAblationHelped,
    EarlierAblationRecent,
    MonthsSinceAblation,
    NoBlockAfterAblation,
)
from mbb_desktop.clinical.authorization_criteria import AblationAuthorized
from mbb_desktop.clinical.block_criteria import (
    DaysBetweenBlocks,
    EarlierBlockRelieved,
    ReliefEachTime,
    SameScale,
)
from mbb_desktop.clinical.candidacy_criteria import (
    AllOf,
    DiagnosisListed,
    DisabilityScored,
    ExamRecorded,
    ImagingRecorded,
    NotFused,
    PainScored,
    Unrecorded,
)
from mbb_desktop.clinical.course_criteria import AxialPainWithDeficit, CareFailed, PainLasts, RuledOut
from mbb_desktop.clinical.covered_diagnoses import covered_list
from mbb_desktop.clinical.criteria import Criterion
from mbb_desktop.clinical.data_file import Table, not_known
from mbb_desktop.clinical.note_criteria import (
    GuidanceUsed,
    ImagesKept,
    JointsLeftOut,
    MovementsRegained,
    NotesSigned,
    OnlyAnesthetic,
    PurposeRecorded,
    ScoredByAnother,
    SedationLight,
    SingleScores,
    VolumePerNerve,
)
from mbb_desktop.clinical.repeat_criteria import (
    BlockRecent,
    DifferentAgents,
    EarlyBlockExplained,
    NoFurtherBlock,
    UsualNumber,
)
from mbb_desktop.clinical.session_caps import SessionsInAYear
from mbb_desktop.clinical.session_criteria import (
    JointsNamed,
    LevelsPerSession,
    NothingElseThatDay,
    OneRegionPerDay,
    OneSessionADay,
    RegionKnown,
)
from mbb_desktop.clinical.therapy_criteria import (
    BlocksBeforeTherapy,
    NoTherapy,
    ReasonAgainstAblation,
    TherapyHelped,
)

KINDS: Mapping[str, type[Criterion]] = MappingProxyType(
    {
        "axial_pain_with_deficit": AxialPainWithDeficit,
        "pain_lasts": PainLasts,
        "pain_scored": PainScored,
        "care_failed": CareFailed,
        "ruled_out": RuledOut,
        "disability_scored": DisabilityScored,
        "exam_recorded": ExamRecorded,
        "imaging_recorded": ImagingRecorded,
        "not_fused": NotFused,
        "diagnosis_listed": DiagnosisListed,
        "same_scale": SameScale,
        "single_scores": SingleScores,
        "movements_regained": MovementsRegained,
        "scored_by_another": ScoredByAnother,
        "earlier_block_relieved": EarlierBlockRelieved,
        "days_between_blocks": DaysBetweenBlocks,
        "early_block_explained": EarlyBlockExplained,
        "relief_each_time": ReliefEachTime,
        "different_agents": DifferentAgents,
        "no_further_block": NoFurtherBlock,
        "usual_number": UsualNumber,
        "block_recent": BlockRecent,
        "sessions_in_a_year": SessionsInAYear,
        "levels_per_session": LevelsPerSession,
        "joints_named": JointsNamed,
        "joints_left_out": JointsLeftOut,
        "region_known": RegionKnown,
        "one_region_per_day": OneRegionPerDay,
        "one_session_a_day": OneSessionADay,
        "nothing_else_that_day": NothingElseThatDay,
        "guidance_used": GuidanceUsed,
        "images_kept": ImagesKept,
        "sedation_light": SedationLight,
        "only_anesthetic": OnlyAnesthetic,
        "volume_per_nerve": VolumePerNerve,
        "notes_signed": NotesSigned,
        "purpose_recorded": PurposeRecorded,
        "blocks_before_therapy": BlocksBeforeTherapy,
        "therapy_helped": TherapyHelped,
        "reason_against_ablation": ReasonAgainstAblation,
        "no_therapy": NoTherapy,
        "ablation_planned": AblationPlanned,
        "ablation_method": AblationMethodAllowed,
        "ablation_authorized": AblationAuthorized,
        "earlier_ablation_helped": EarlierAblationHelped,
        "earlier_ablation_recent": EarlierAblationRecent,
        "months_since_ablation": MonthsSinceAblation,
        "no_block_after_ablation": NoBlockAfterAblation,
        "all_of": AllOf,
        "unrecorded": Unrecorded,
    }
)

OF_COURSE = (
    AxialPainWithDeficit, PainLasts, PainScored, CareFailed, RuledOut, DisabilityScored, ExamRecorded,
    ImagingRecorded, NotFused, DiagnosisListed, AllOf, AblationPlanned, AblationMethodAllowed,
    AblationAuthorized, EarlierAblationHelped, EarlierAblationRecent, MonthsSinceAblation,
    NoBlockAfterAblation, ReasonAgainstAblation, SessionsInAYear,
)  # fmt: skip
"""The kinds whose missing facts stand in the complaint, not in a block."""


def read_criterion(row: Table, frame: tuple[str, ...], earlier: Mapping[str, Criterion]) -> Criterion:
    """The criterion of a rule; `frame` are the rule's other settings. Raises DataFileError."""
    kind = row.text("kind")
    if kind not in KINDS:
        raise row.wrong(not_known(f"the kind {kind!r} is not known.", kind, [*KINDS]), "kind")
    parameters = {field.name: field for field in fields_of_kind(KINDS[kind])}
    row.only(*frame, *parameters)
    values = {
        name: _parameter(row, KINDS[kind], name)
        for name, field in parameters.items()
        if name in row or field.default is MISSING
    }
    try:
        criterion = KINDS[kind](**values)
    except ValueError as odd:
        raise row.wrong(str(odd)) from odd
    return _with_rules(row, criterion, earlier) if isinstance(criterion, AllOf) else criterion


def fields_of_kind(kind: type[Criterion]) -> tuple["Field[object]", ...]:
    """The parameters of a kind, as fields."""
    return tuple(field for field in fields(kind) if field.name != "criteria")  # type: ignore[arg-type]


def _with_rules(row: Table, criterion: AllOf, earlier: Mapping[str, Criterion]) -> AllOf:
    if unknown := [name for name in criterion.rules if name not in earlier]:
        raise row.wrong(f"the rule {unknown[0]!r} does not stand earlier in the file.", "rules")
    return replace(criterion, criteria=tuple(earlier[name] for name in criterion.rules))


def _parameter(row: Table, kind: type[Criterion], name: str) -> object:
    return _READ[_types(kind)[name]](row, name)


@cache
def _types(kind: type[Criterion]) -> Mapping[str, object]:
    return get_type_hints(kind)


def _whole(row: Table, name: str) -> int:
    """A limit of 0 would refuse everybody, 0 blocks would pass everybody, and dates end in the year 9999."""
    least, value = int(name in {"at_most", "blocks"}), row.whole(name)
    if not least <= value <= _MOST:
        raise row.wrong(f"{name!r} must be a whole number from {least} to {_MOST}.", name)
    return value


def _decimal(row: Table, name: str) -> Decimal:
    value = row.number(name)
    if name in {"relief", "alternative", "function"} and not 0 <= value <= 100:
        raise row.wrong(f"{name!r} must be a percentage from 0 to 100.", name)
    return value


_MOST = 999


def _codes(row: Table, name: str) -> Mapping[str, str]:
    """Codes with short words, or the key of the list that comes with the program."""
    if not row.is_text(name):
        return row.words(name)
    known = covered_list()
    if row.text(name) != known.key:
        raise row.wrong(f"there is no list {row.text(name)!r}. Known is {known.key!r}.", name)
    return known.codes


_READ: Mapping[object, Callable[[Table, str], object]] = {
    int: _whole,
    str: Table.text,
    Decimal: _decimal,
    Decimal | None: _decimal,
    bool: Table.flag,
    tuple[str, ...]: Table.texts,
    Mapping[str, str]: _codes,
}
