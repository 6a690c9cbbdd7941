"""A course under several rule sets, and judgements kept as they were on a day."""

import hashlib
from dataclasses import dataclass, replace
from uuid import UUID

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import JointSide
from mbb_desktop.clinical.criteria import Case, Verdict
from mbb_desktop.clinical.explain import explain_finding
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.kept_judgement import KeptFindings, KeptJudgement, WhyKept, written
from mbb_desktop.clinical.rules import Finding, Judgement, RuleSet, judge, other_region
from mbb_desktop.clinical.verdict import Assessed, assess
from mbb_desktop.storage import judgements
from mbb_desktop.storage.store import Change
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.installed_rules import installed
from mbb_desktop.workflow.review_course import CourseReview, confirmed_by, reviewed


@dataclass(frozen=True, slots=True)
class SetView:
    """One course under one rule set; `judges` when it is the one that the letter uses."""

    rule_set: RuleSet
    judgement: Judgement
    case: Case
    judges: bool

    @property
    def requested(self) -> tuple[JointSide, ...]:
        """The joints and sides that enough blocks confirmed under this rule set."""
        return self.case.requested

    @property
    def elsewhere(self) -> str:
        """The caution that the rule set was written for another part of the spine, else empty."""
        return other_region(self.rule_set, self.case)

    def decisive(self, verdict: Verdict) -> tuple[Finding, ...]:
        """The findings with a verdict, in the order of the rule set."""
        return tuple(each for each in self.judgement.findings if each.verdict is verdict)

    def reasons(self, finding: Finding) -> tuple[tuple[str, str], ...]:
        """What a finding of this judgement rests on."""
        return explain_finding(self.rule_set, finding, blocks_under(self.rule_set, self.case))


@dataclass(frozen=True, slots=True)
class BySet:
    """A course under several rule sets, the judging one first; `payers` says whether those of the
    `other_payers` are among them.
    """

    views: tuple[SetView, ...]
    other_payers: int
    payers: bool


def view_of(rule_set: RuleSet, case: Case) -> SetView:
    """The records of a course judged by a rule set beside its own, with the joints that it confirms."""
    asked = replace(case, requested=confirmed_by(case, rule_set))
    return SetView(rule_set, judge(rule_set, asked), asked, judges=False)


def blocks_under(rule_set: RuleSet, case: Case) -> tuple[Assessed, ...]:
    """Each block judged by the relief that a rule set asks; none when it asks no relief."""
    threshold = rule_set.threshold
    if threshold is None:
        return ()
    agents = rule_set.agents(case.agents)
    return tuple(assess(block, response, threshold, agents) for block, response in case.blocks)


@needs(Permission.OPEN_CHART)
def compare_rule_sets(desk: Desk, review: CourseReview, *, payers: bool) -> BySet:
    """A reviewed course under the rule sets that are in force today and meant for it.

    Guidelines always; the sets of other payers are judged only when `payers` asks for them.
    """
    with desk.store.look() as look:
        known = installed(look)
    judging, region = review.rule_set, review.course.region
    others = [
        each
        for each in known.in_use
        if each.id != judging.id and each.in_force_on(desk.now.date()) and each.fits(region, judging.country)
    ]
    of_payers = [each for each in others if each.country]
    shown = [each for each in others if payers or not each.country]
    guidelines_first = sorted(shown, key=lambda each: (bool(each.country), each.id))
    own = SetView(judging, review.judgement, replace(review.case, requested=review.requested), judges=True)
    views = (view_of(each, review.case) for each in guidelines_first)
    return BySet((own, *views), len(of_payers), payers)


@needs(Permission.OPEN_CHART)
def kept_judgements(desk: Desk, course_id: UUID) -> tuple[KeptJudgement, ...]:
    """The judgements of a course that were kept, newest first."""
    with desk.store.look() as look:
        return judgements.of_course(look, course_id)


@needs(Permission.SIGN)
def keep_judgement(desk: Desk, course_id: UUID) -> KeptJudgement:
    """Keep what the rules find today beside what was kept before; today's one again when nothing changed."""
    with desk.store.look() as look:
        review = reviewed(desk, look, course_id)
        last = next(iter(judgements.of_course(look, course_id)), None)
    if last is not None and last.content == written(_found(review)):
        return last
    with desk.change("judgement kept", review.patient.id) as change:
        why = WhyKept.AGAIN if judgements.of_course(change, course_id) else WhyKept.FIRST
        return record_judgement(desk, change, reviewed(desk, change, course_id), why)


def record_judgement(
    desk: Desk, change: Change, review: CourseReview, why: WhyKept, paper_id: UUID | None = None
) -> KeptJudgement:
    """Add the judgement of a review inside an open change."""
    content = written(_found(review))
    kept = KeptJudgement(
        id=new_id(desk.now),
        patient_id=review.patient.id,
        course_id=review.course.id,
        on=review.judgement.on,
        kept_at=desk.now,
        kept_by_id=desk.user.id,
        kept_by=desk.user.signs_as,
        why=why,
        paper_id=paper_id,
        rule_set_id=review.rule_set.id,
        rule_set_version=review.rule_set.version,
        rule_set_sha256=bytes.fromhex(review.rule_set.sha256),
        content=content,
        content_sha256=hashlib.sha256(content).digest(),
    )
    judgements.keep(change, kept)
    return kept


def _found(review: CourseReview) -> KeptFindings:
    blocks = blocks_under(review.rule_set, review.case)
    reasons = {
        each.rule_id: explain_finding(review.rule_set, each, blocks) for each in review.judgement.findings
    }
    return KeptFindings(review.judgement, review.requested, reasons)
