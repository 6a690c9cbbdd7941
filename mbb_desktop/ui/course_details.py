"""A complaint's record as it is typed: every fact may still be unknown."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from mbb_desktop.clinical.anatomy import Region, Side
from mbb_desktop.clinical.course import (
    AblationMethod,
    CareKind,
    CareOutcome,
    ConservativeCare,
    Course,
    Diagnosis,
    Hardware,
    Imaging,
    RootsExplained,
    Treatment,
    Vertebrae,
)
from mbb_desktop.clinical.covered_diagnoses import covered_list
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.workflow.keep_courses import course_problems

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Began:
    """When the pain began: a day, or a month alone (then `on` is its first day)."""

    on: date
    month_only: bool = False


@dataclass(frozen=True, slots=True)
class TypedCare:
    """One attempt without needles, as typed."""

    kind: CareKind | None = None
    what: str = ""
    started: date | None = None
    ended: date | None = None
    visits: int | None = None
    outcome: CareOutcome | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CourseDetails:
    """What the form holds; names are those of Course where they mean the same."""

    region: Region | None = None
    pain_area: str = ""
    pain_sides: tuple[Side, ...] = ()
    provoked_by: str = ""
    axial: bool | None = None
    began: Began | None = None
    usual_score: Decimal | None = None
    limits: str = ""
    disability_scale: str = ""
    disability_score: Decimal | None = None
    disability_on: date | None = None
    conservative_care: tuple[TypedCare, ...] = ()
    radiculopathy: bool | None = None
    claudication: bool | None = None
    roots_explained: RootsExplained | None = None
    neurology_on: date | None = None
    other_cause: bool | None = None
    exam: str = ""
    exam_on: date | None = None
    imaging: tuple[Imaging, ...] = ()
    fusion: bool | None = None
    fused: str = ""
    hardware: tuple[Hardware, ...] = ()
    vertebrae: Vertebrae | None = None
    last_level_imaged: str = ""
    diagnoses: tuple[Diagnosis, ...] = ()
    rfa_planned_if_positive: bool | None = None
    ablated_before: bool | None = None
    ablations: tuple[Treatment, ...] = ()
    therapies: tuple[Treatment, ...] = ()
    rfa_method: AblationMethod | None = None
    rfa_temperature: Decimal | None = None
    no_rfa_because: str = ""
    rule_set: str | None = None


_OWN = ("region", "began", "conservative_care", "rule_set", "fused", "hardware")
_SAME = tuple(name for name in CourseDetails.__dataclass_fields__ if name not in _OWN)
_CARE = tuple(TypedCare.__dataclass_fields__)


def details_of(course: Course) -> CourseDetails:
    """The record as the form shows it."""
    began = Began(course.began_on, course.began_month_only) if course.began_on else None
    care = (TypedCare(**{name: getattr(each, name) for name in _CARE}) for each in course.conservative_care)
    same = {name: getattr(course, name) for name in _SAME}
    return CourseDetails(
        region=course.region,
        began=began,
        conservative_care=tuple(care),
        rule_set=course.rule_set or None,
        fused=course.fused,
        hardware=course.hardware,
        **same,
    )


def course_of(details: CourseDetails, saved: Course | None, patient_id: UUID, now: datetime) -> Course:
    """The record that was typed, on top of the saved one. The region must be there."""
    assert details.region is not None
    known = saved or Course(new_id(now), patient_id, details.region, opened_on=now.date())
    return replace(
        known,
        region=details.region,
        began_on=details.began.on if details.began else None,
        began_month_only=details.began.month_only if details.began else False,
        conservative_care=tuple(_care(typed) for typed in details.conservative_care if typed.kind),
        rule_set=details.rule_set or "",
        fused=details.fused if details.fusion else "",
        hardware=details.hardware,
        **{name: getattr(details, name) for name in _SAME},
    )


def _care(typed: TypedCare) -> ConservativeCare:
    facts = {name: getattr(typed, name) for name in _CARE if name != "kind"}
    return ConservativeCare(typed.kind or CareKind.OTHER, **facts)


def details_problems(details: CourseDetails, now: datetime) -> dict[str, str]:
    """What must be mended before the complaint can be kept, by field of the form."""
    if details.region is None:
        return {
            "region": translate("course", "Choose the region. One complaint in one region is one course.")
        }
    probe = course_of(details, None, UUID(int=0), now)
    found = course_problems(probe, now.date())
    return {"began" if name == "began_on" else name: sentence for name, sentence in found.items()}


def covered_diagnoses(region: Region) -> tuple[Diagnosis, ...]:
    """The codes of a region that the covered list has; titles of ICD-10-CM. Offered, never chosen."""
    known = covered_list()
    return tuple(
        Diagnosis(f"{family.title}, {site.title} region", f"{family.stem}{site.digit}")
        for family in known.families
        for site in known.regions.values()
        if region in site.regions
    )
