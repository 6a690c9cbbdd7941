"""A complaint's form: candidacy fact by fact, every one unknown until somebody enters it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from mbb_desktop.clinical.anatomy import Region, Side
from mbb_desktop.clinical.candidacy_criteria import DiagnosisListed
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
    Treatment,
    Vertebrae,
)
from mbb_desktop.ui.ablation_fields import JointNamesEditor
from mbb_desktop.ui.course_details import (
    Began,
    CourseDetails,
    TypedCare,
    course_of,
    covered_diagnoses,
    details_of,
    details_problems,
)
from mbb_desktop.ui.course_fields import BeganEditor
from mbb_desktop.ui.course_form import CourseForm
from mbb_desktop.workflow.knowledge import rule_set_versions
from tests.ui.conftest import NOW
from tests.ui.sample import SampleClinic

EARLIER = Treatment(
    date(2026, 1, 12), ("C4-5", "C5-6"), (Side.LEFT,), Decimal(70), Decimal(60), date(2026, 8, 3)
)

HELPED = Treatment(date(2026, 5, 4), ("C4-5",), (Side.LEFT,), Decimal(60), not_back_on=date(2026, 11, 2))
CAGE = Hardware(("C6-7",), HardwareKind.CAGE, pseudarthrosis=False)


def opened(clinic: SampleClinic, words: str = "haddad", course: Course | None = None) -> CourseForm:
    form = CourseForm(clinic.session, clinic.window, clinic.patient(words).id, course)
    clinic.window.open(form, form.title())
    return form


def put(form: CourseForm, **values: object) -> None:
    for name, value in values.items():
        form.form.editor(name).set_value(value)
        form.form.editor(name).edited.emit()


def newest(clinic: SampleClinic, words: str) -> Course:
    return max(clinic.chart(words).courses, key=lambda course: course.opened_on)


def test_a_new_form_assumes_nothing_and_asks_and_offers_what_follows_from_an_answer(
    clinic: SampleClinic,
) -> None:
    form = opened(clinic)
    assert form.form.record() == CourseDetails()
    form.save()
    assert "region" in form.form.field("region").sentence()
    assert form._suggest.isHidden()
    put(form, region=Region.LUMBAR)
    assert not form._suggest.isHidden()
    assert form.form.record().diagnoses == ()
    offered = covered_diagnoses(Region.LUMBAR)
    form.add_diagnosis(offered[1])
    form.add_diagnosis(offered[1])
    assert form.form.record().diagnoses == (offered[1],)
    assert form.form.field("ablations").isHidden()
    put(form, ablated_before=True)
    assert not form.form.field("ablations").isHidden()
    assert form.form.record().ablated_before is True


def test_details_and_record_are_the_same_thing(clinic: SampleClinic) -> None:
    for words in ("marsh eleanor", "haddad"):
        course = newest(clinic, words)
        assert course_of(details_of(course), course, course.patient_id, NOW) == course


def test_a_saved_course_has_everything_that_was_entered(clinic: SampleClinic) -> None:
    form = opened(clinic)
    care = TypedCare(
        CareKind.NSAID, "naproxen", date(2026, 5, 1), date(2026, 6, 1), None, CareOutcome.PARTIAL
    )
    put(
        form,
        region=Region.CERVICAL,
        pain_area="neck",
        pain_sides=(Side.LEFT,),
        provoked_by="looking up",
        axial=True,
        began=Began(date(2026, 2, 1), month_only=True),
        usual_score=Decimal(6),
        disability_scale="NDI",
        disability_score=Decimal(40),
        conservative_care=(care,),
        radiculopathy=False,
        imaging=(Imaging("MRI", date(2026, 9, 2), "arthropathy C4-5"),),
        fusion=True,
        fused="outside films",
        hardware=(CAGE,),
        vertebrae=Vertebrae.FIVE,
        diagnoses=(Diagnosis("Spondylosis", "M47.812"),),
        rfa_planned_if_positive=True,
        ablated_before=True,
        ablations=(EARLIER,),
        therapies=(HELPED,),
        rfa_method=AblationMethod.THERMAL,
        rfa_temperature=Decimal(85),
        no_rfa_because="",
    )
    form.save()
    kept = newest(clinic, "haddad")
    assert (kept.region, kept.began_on, kept.began_month_only) == (Region.CERVICAL, date(2026, 2, 1), True)
    assert kept.conservative_care == (
        ConservativeCare(
            CareKind.NSAID, "naproxen", date(2026, 5, 1), date(2026, 6, 1), None, CareOutcome.PARTIAL
        ),
    )
    assert (kept.fusion, kept.fused, kept.hardware) == (True, "outside films", (CAGE,))
    assert kept.therapies == (HELPED,)
    assert (kept.ablated_before, kept.ablations) == (True, (EARLIER,))
    assert (kept.rfa_method, kept.rfa_temperature) == (AblationMethod.THERMAL, Decimal(85))
    assert kept.radiculopathy is False
    assert kept.claudication is None
    assert kept.diagnoses == (Diagnosis("Spondylosis", "M47.812"),)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("16 feb 2026", Began(date(2026, 2, 16))),
        ("feb 2026", Began(date(2026, 2, 1), month_only=True)),
        ("2026-02", Began(date(2026, 2, 1), month_only=True)),
        ("02/2026", Began(date(2026, 2, 1), month_only=True)),
        ("", None),
    ],
)
def test_the_beginning_is_a_day_or_a_month(typed: str, value: Began | None) -> None:
    editor = BeganEditor(date(2026, 11, 24))
    editor.line.setText(typed)
    assert editor.problem() == ""
    assert editor.value() == value


@pytest.mark.parametrize("typed", ["dec 2026", "2027", "13/2026", "yesterday", "30 feb 2026"])
def test_a_beginning_that_is_not_one_is_explained(typed: str) -> None:
    editor = BeganEditor(date(2026, 11, 24))
    editor.line.setText(typed)
    assert editor.problem()
    assert editor.value() is None


def test_a_month_is_shown_as_a_month() -> None:
    assert BeganEditor(date(2026, 11, 24)).written(Began(date(2026, 2, 1), month_only=True)) == "Feb 2026"


HALF_FACTS: tuple[tuple[dict[str, object], str], ...] = (
    ({"conservative_care": (TypedCare(None, "rest"),)}, "conservative_care"),
    (
        {"conservative_care": (TypedCare(CareKind.OTHER, "", date(2026, 5, 2), date(2026, 5, 1)),)},
        "conservative_care",
    ),
    ({"imaging": (Imaging("", None, "normal"),)}, "imaging"),
    ({"diagnoses": (Diagnosis("", "M47.816"),)}, "diagnoses"),
    ({"disability_score": Decimal(40)}, "disability_scale"),
    ({"ablated_before": False, "ablations": (EARLIER,)}, "ablated_before"),
    (
        {"ablated_before": True, "ablations": (replace(EARLIER, pain_back_on=date(2026, 1, 11)),)},
        "ablations",
    ),
)


def test_half_a_fact_is_sent_back(clinic: SampleClinic) -> None:
    for values, field in HALF_FACTS:
        form = opened(clinic)
        put(form, region=Region.LUMBAR, **values)
        form.save()
        assert form.form.field(field).is_wrong(), values
        assert form.kept is None


def test_the_list_of_codes_is_the_one_of_the_article() -> None:
    codes = {d.code for region in Region for d in covered_diagnoses(region)}
    assert len(codes) == 24
    assert {"M47.812", "M47.817", "M48.12", "M53.87"} <= codes
    assert not {"M47.811", "M54.50"} & codes


def test_the_offered_codes_are_those_that_the_rule_lists() -> None:
    medicare = next(each for each in rule_set_versions() if each.id == "US-MEDICARE-FACET")
    rule = medicare.rule("DX-ICD").criterion
    assert isinstance(rule, DiagnosisListed)
    assert set(rule.codes) == {d.code for region in Region for d in covered_diagnoses(region)}


@pytest.mark.parametrize(
    ("typed", "joints"), [("L4-5, l5-s1", ("L4-5", "L5-S1")), ("C2-3", ("C2-3",)), ("", ())]
)
def test_joints_are_read_by_name(typed: str, joints: tuple[str, ...]) -> None:
    editor = JointNamesEditor()
    editor.line.setText(typed)
    assert (editor.problem(), editor.value()) == ("", joints)
    assert editor.written(("L4-5", "L5-S1")) == "L4-5, L5-S1"


def test_what_is_no_joint_is_explained() -> None:
    editor = JointNamesEditor()
    editor.line.setText("L4, L5")
    assert editor.problem() == "L4 is no joint. Write L4-5, L5-S1."


def test_a_row_that_was_added_and_left_empty_is_no_fact(clinic: SampleClinic) -> None:
    form = opened(clinic)
    put(form, region=Region.LUMBAR)
    form._diagnoses.add_row()
    form.save()
    assert newest(clinic, "haddad").diagnoses == ()


def test_a_row_can_be_removed(clinic: SampleClinic) -> None:
    course = newest(clinic, "marsh eleanor")
    form = opened(clinic, "marsh eleanor", course)
    first = form._diagnoses.forms()[0]
    form._diagnoses.remove_row(first)
    form.save()
    assert newest(clinic, "marsh eleanor").diagnoses == course.diagnoses[1:]


def test_levels_with_hardware_are_kept_until_somebody_says_that_there_is_none() -> None:
    found = details_problems(CourseDetails(region=Region.LUMBAR, hardware=(CAGE,)), NOW)
    assert found["fusion"] == "Levels with a fusion or an implant are listed. Say yes, or remove them."
    kept = course_of(CourseDetails(region=Region.LUMBAR, hardware=(CAGE,)), None, UUID(int=1), NOW)
    assert kept.hardware == (CAGE,)
