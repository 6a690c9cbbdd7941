"""Criteria about the candidate: scales, examination, imaging, diagnosis codes, and what nobody records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mbb_desktop.clinical.anatomy import JOINTS, SIX_LUMBAR_JOINTS, JointSide
from mbb_desktop.clinical.course import Course, Diagnosis
from mbb_desktop.clinical.course_criteria import first_block_on
from mbb_desktop.clinical.criteria import SETTLED, Case, Criterion, Evidence, Found, Verdict, worst
from mbb_desktop.clinical.hardware import hardware_at, levels_known, say_hardware
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.clinical.standings import places


@dataclass(frozen=True, slots=True)
class PainScored:
    """The usual pain is at least `at_least` of 10, or more than it when `over`."""

    at_least: Decimal
    over: bool = False

    def find(self, case: Case) -> Found:
        score = case.course.usual_score
        if score is None:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.usual_score"),))
        enough = score > self.at_least if self.over else score >= self.at_least
        text = phrase("evidence.usual_score", score=plain(score))
        return Found(Verdict.MET if enough else Verdict.NOT_MET, (Evidence(text, case.course.id, score),))


@dataclass(frozen=True, slots=True)
class DisabilityScored:
    """A disability scale is named and was scored by the first diagnostic block."""

    def find(self, case: Case) -> Found:
        course, first = case.course, first_block_on(case)
        if not course.disability_scale or course.disability_score is None:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.disability"),))
        evidence = (disability_evidence(course, course.disability_score),)
        if course.disability_on is None:
            return Found(Verdict.UNKNOWN, evidence, (phrase("missing.disability_day"),))
        if first is not None and course.disability_on > first:
            return Found(
                Verdict.UNKNOWN, evidence, (phrase("missing.disability_before", on=show_date(first)),)
            )
        return Found(Verdict.MET, evidence)


def disability_evidence(course: Course, score: Decimal) -> Evidence:
    """`ODI 44 % on 02-Nov-2026`."""
    fields = {"scale": course.disability_scale, "score": plain(score)}
    if course.disability_on is None:
        return Evidence(phrase("evidence.disability", **fields), course.id, score)
    text = phrase("evidence.disability_on", **fields, on=show_date(course.disability_on))
    return Evidence(text, course.id, score, course.disability_on)


@dataclass(frozen=True, slots=True)
class ExamRecorded:
    """An examination is recorded with its day; its words are shown, not judged."""

    def find(self, case: Case) -> Found:
        course = case.course
        lacking = ((course.exam, "missing.exam"), (course.exam_on, "missing.exam_day"))
        missing = tuple(phrase(key) for there, key in lacking if not there)
        evidence = (Evidence(course.exam, course.id, on=course.exam_on),) if course.exam else ()
        return Found(Verdict.UNKNOWN if missing else Verdict.MET, evidence, missing)


@dataclass(frozen=True, slots=True)
class ImagingRecorded:
    """At least one imaging study is recorded with its day and finding; its words are shown, not judged."""

    def find(self, case: Case) -> Found:
        course = case.course
        evidence = tuple(
            Evidence(" ".join(filter(None, [study.modality, study.finding])), course.id, on=study.on)
            for study in course.imaging
        )
        if any(study.on is not None and study.finding for study in course.imaging):
            return Found(Verdict.MET, evidence)
        return Found(Verdict.UNKNOWN, evidence, (phrase("missing.imaging"),))


@dataclass(frozen=True, slots=True)
class NotFused:
    """No fusion or hardware at the levels in question; next to them it is no obstacle."""

    def find(self, case: Case) -> Found:
        course = case.course
        if course.fusion is None and not course.hardware:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.fusion"),))
        if not course.fusion and not course.hardware:
            return Found(Verdict.MET, (Evidence(phrase("evidence.no_fusion"), course.id),))
        asked = [place.joint for place in places(case) or _planned(case)]
        here = hardware_at(course, asked)
        told = [say_hardware(each) for each in here or course.hardware] or [course.fused]
        evidence = tuple(Evidence(text, course.id) for text in told if text)
        if here:
            loose = any(each.pseudarthrosis for each in here)
            caution = phrase("caution.pseudarthrosis") if loose else ""
            return Found(Verdict.NOT_MET, evidence, caution=caution)
        if not levels_known(course):
            return Found(Verdict.UNKNOWN, evidence, (phrase("missing.fused_levels"),))
        if not asked:
            return Found(Verdict.NOT_YET, evidence, (phrase("gap.no_block"),))
        names = listed(list(dict.fromkeys(asked)))
        elsewhere = Evidence(phrase("evidence.not_here", joints=names), course.id)
        return Found(Verdict.MET, (*evidence, elsewhere))


def _planned(case: Case) -> tuple[JointSide, ...]:
    """The joints of the blocks of this course that are still planned."""
    own = [block for block in case.others if block.course_id == case.course.id]
    return tuple(place for block in own for place in block.planned_joints)


@dataclass(frozen=True, slots=True)
class DiagnosisListed:
    """A diagnosis of the course or its blocks is one of `codes` (code to short words).

    Those of `not_alone` are listed for another purpose and need one of the others beside them. A code whose
    part of the spine is not that of the joints in question, or one of a radiculopathy, gives a caution.
    """

    codes: Mapping[str, str]
    not_alone: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if odd := [code for code in self.not_alone if code not in self.codes]:
            raise ValueError(f"{odd[0]!r} of 'not_alone' is not among 'codes'.")

    def find(self, case: Case) -> Found:
        own = case.course.diagnoses or tuple(
            each for block, _ in case.blocks for each in (*block.diagnoses, *block.diagnoses_after)
        )
        coded = [each for each in dict.fromkeys(own) if each.code]
        if not coded:
            return Found(Verdict.UNKNOWN, missing=(phrase("missing.code"),))
        on_list = [each for each in coded if _plain(each) in self.codes]
        evidence = tuple(
            Evidence(f"{each.code} {self.codes.get(_plain(each), each.text)}", case.course.id)
            for each in on_list or coded
        )
        enough = [each for each in on_list if _plain(each) not in self.not_alone]
        cautions = filter(None, [_elsewhere(enough, places(case)), _radicular(coded)])
        return Found(Verdict.MET if enough else Verdict.NOT_MET, evidence, caution=" ".join(cautions))


def _plain(diagnosis: Diagnosis) -> str:
    return diagnosis.code.strip().upper()


def _radicular(diagnoses: Sequence[Diagnosis]) -> str:
    """ICD-10-CM M54.1x are radiculopathies: they contradict a pain that comes from the joints."""
    codes = [each.code for each in diagnoses if _plain(each).startswith("M54.1")]
    return phrase("caution.code_radicular", codes=listed(codes)) if codes else ""


def _elsewhere(diagnoses: Sequence[Diagnosis], asked: Sequence[JointSide]) -> str:
    """A caution when no code names the part of the spine of a joint, or the part next to it."""
    digits = {(JOINTS.get(place.joint) or SIX_LUMBAR_JOINTS[place.joint]).icd_digit for place in asked}
    wide = {str(int(digit) + step) for digit in digits for step in (-1, 0, 1)}
    if not digits or not diagnoses or any(each.code.strip()[-1] in wide for each in diagnoses):
        return ""
    return phrase("caution.code_elsewhere", codes=listed([each.code for each in diagnoses]))


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """Something that the record cannot hold: always missing, with `what` would satisfy it."""

    what: str

    def find(self, case: Case) -> Found:
        return Found(Verdict.UNKNOWN, missing=(self.what,))


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every rule of `rules`, which stand earlier in the file, is met."""

    rules: tuple[str, ...]
    criteria: tuple[Criterion, ...] = ()

    def __post_init__(self) -> None:
        if not self.rules:
            raise ValueError("'rules' names none.")

    def find(self, case: Case) -> Found:
        found = {name: each.find(case) for name, each in zip(self.rules, self.criteria, strict=True)}
        open_rules = [name for name, each in found.items() if each.verdict not in SETTLED]
        verdict = worst(each.verdict for each in found.values())
        if not open_rules:
            return Found(verdict, (Evidence(phrase("evidence.all_of", rules=listed(self.rules))),))
        failed = [name for name in open_rules if found[name].verdict is Verdict.NOT_MET]
        evidence = (Evidence(phrase("evidence.not_of", rules=listed(failed))),) if failed else ()
        missing = tuple(phrase("missing.of_rule", rule=name) for name in open_rules if name not in failed)
        return Found(verdict, evidence, missing)
