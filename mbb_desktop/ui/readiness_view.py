"""Readiness for ablation: every criterion with its evidence, and the letter as it would print now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import JointSide, say_joints_in_sentence
from mbb_desktop.clinical.authorized import Covered
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.enclosure import Enclosure
from mbb_desktop.clinical.kept_judgement import KeptJudgement, read_back, say_changes
from mbb_desktop.clinical.kinds import OF_COURSE
from mbb_desktop.clinical.phrases import of, phrase
from mbb_desktop.clinical.readiness import places_tested, session_counts
from mbb_desktop.clinical.rules import Finding, Judgement
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.settings import Settings
from mbb_desktop.ui.authorization_words import ICON, cover_tone, nothing_entered
from mbb_desktop.ui.chart_facts import CourseFacts, counts_words
from mbb_desktop.ui.chips import ChipLabel
from mbb_desktop.ui.finding_scans import scans_for
from mbb_desktop.ui.findings import FindingsList, Reasons, verdict_chip
from mbb_desktop.ui.letter_pane import LetterPane
from mbb_desktop.ui.letter_state import LetterState
from mbb_desktop.ui.parts import (
    Button,
    IconLabel,
    Notice,
    appear,
    card,
    clear,
    help_text,
    line,
    muted,
    scrolled,
    stack,
    strong,
    words,
)
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.readiness_cards import KeptCard, RuleSetsCard, SessionsCard
from mbb_desktop.ui.readiness_columns import ReadinessColumns
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.authorizations import ablation_covered
from mbb_desktop.workflow.issue_letter import LetterReadiness, letter_ready
from mbb_desktop.workflow.judgements import (
    SetView,
    compare_rule_sets,
    keep_judgement,
    kept_judgements,
)
from mbb_desktop.workflow.keep_enclosures import Enclosed
from mbb_desktop.workflow.review_course import CourseReview


@dataclass(frozen=True, slots=True)
class Looked:
    """What the list of criteria shows: today's judgement, another rule set, or a kept one with its notice."""

    named: str
    judgement: Judgement
    reasons: Reasons
    requested: tuple[JointSide, ...]
    notice: str = ""


class ReadinessView(QWidget):
    """`letter_asked` opens the letter, `paper_asked` a signed one, `packet_asked` what goes out with it.

    `block_asked` opens a block; `mend_asked` names the tab to go to.
    """

    letter_asked = Signal()
    paper_asked = Signal(object)
    packet_asked = Signal(object)
    mend_asked = Signal(str)
    block_asked = Signal(object)
    scan_asked = Signal(object)

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._facts: CourseFacts | None = None
        self._then = QTimer(self, singleShot=True, interval=0)
        self._stale = self._opening = False
        self._known: set[UUID] = set()
        self._listed: object = None
        self._scans: tuple[Enclosure, ...] = ()
        self.findings = FindingsList()
        self._counts = line(spacing=6)
        self._rule_set = muted("")
        self._summary = strong("")
        self._notice = Notice("", "info", "eye")
        self.covered = Notice("", "neutral", ICON)
        self._back = Button(self.tr("Back to today's judgement"), icon="arrow-left")
        self.draft = LetterPane(session, session.may(Permission.SIGN))
        self.letter = LetterState(session.may(Permission.SIGN))
        self.sessions = SessionsCard()
        self.sets = RuleSetsCard(settings)
        self.kept = KeptCard(session.may(Permission.SIGN))
        self._build()
        self._connect()

    def show_facts(self, facts: CourseFacts) -> None:
        """Show what the records of a course say today; made when somebody looks at it."""
        self._facts, self._stale = facts, True
        if self.isVisible():
            self._fill()

    def show_enclosed(self, enclosed: Enclosed) -> None:
        """The scans of the chart, which a finding can point at."""
        if enclosed.standing != self._scans:
            self._scans, self._stale = enclosed.standing, True
            if self.isVisible():
                self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._opening = True
        self._fill()
        self._opening = False

    def _fill(self) -> None:
        facts = self._facts
        if facts is None or not self._stale:
            return
        self._stale = False
        review = facts.review
        hidden = facts.blind and any(each.waits for each in facts.lines())
        self._whole.setVisible(not hidden)
        self._hidden.setVisible(hidden)
        if review is None or hidden:
            self.draft.show_course(None, self._no_letter(facts))
            return
        self._show_today()
        asked = review.rule_set.asked
        self.letter.show_tested(places_tested(review.rule_set.case(review.case), asked) if asked else ())
        self.sessions.show_counts(session_counts(_as_asked(review).case, review.rule_set))
        self.draft.show_course(review, "" if review.assessed else self._no_letter(facts))
        self.covered.show_text("")
        if self._opening:
            self._then.start()
        else:
            self._read_beside()

    def _read_beside(self) -> None:
        """What stands beside the criteria; asked for when they are painted, or both would wait."""
        review = self._review()
        if review is None or self._session.is_locked:
            return
        if review.requested:
            asking = self._session.do(ablation_covered, review.course.id, review.requested)
            asking.then(self._show_covered)
        self._session.do(letter_ready, review.course.id, review).then(self._show_letter)
        self._read_sets()
        self._session.do(kept_judgements, review.course.id).then(self._show_kept)

    def _read_sets(self) -> None:
        review = self._review()
        if review is not None:
            asking = self._session.do(compare_rule_sets, review, payers=self.sets.wants_payers())
            asking.then(self.sets.show_views)

    def _show_covered(self, found: Covered) -> None:
        tone = "neutral" if nothing_entered(found) else cover_tone(found)
        self.covered.show_text(self.tr("Ablation: {0}").format(found.sentence), tone, ICON)

    def forget(self) -> None:
        """Let go of the draft, as locking does."""
        self.draft.forget()

    def _no_letter(self, facts: CourseFacts) -> str:
        """What is said where the letter will stand."""
        if facts.course is None:
            return self.tr(
                "The draft letter will stand here. Describe the complaint first, then record a block."
            )
        if facts.review is None:
            return self.tr("The rules that judge this complaint cannot be read, so there is no draft letter.")
        return self.tr("The draft letter will stand here as soon as the first block is recorded.")

    # Building

    def _build(self) -> None:
        outer = stack(self, spacing=0)
        beside = (self.letter, self.sessions, self.sets, self.kept)
        self._whole = ReadinessColumns(self._criteria(), self.draft, beside)
        outer.addWidget(self._whole, 1)
        self._hidden = QWidget()
        column = stack(self._hidden, margins=(20, 16, 20, 16))
        why = self.tr("Scores are being collected. The criteria show once the response is signed.")
        column.addWidget(Notice(why, "neutral", "eye-off"))
        column.addStretch()
        outer.addWidget(self._hidden, 1)
        self._hidden.hide()

    def _criteria(self) -> QWidget:
        frame = card(self.tr("RFA readiness"))
        frame.head.insertLayout(1, self._counts)
        frame.head.addWidget(words(self.tr("Rule set"), "help"))
        frame.head.addWidget(self._rule_set)
        content = QWidget()
        column = stack(content, spacing=8)
        self._summary.setWordWrap(True)
        looking = line(spacing=8)
        looking.addWidget(self._notice, 1)
        looking.addWidget(self._back)
        appear(self._back, False)
        frame.body.addLayout(looking)
        column.addWidget(self._summary)
        column.addWidget(self.covered)
        column.addWidget(self.findings)
        column.addStretch()
        frame.body.addWidget(scrolled(content), 1)
        foot = line(spacing=8)
        foot.addWidget(IconLabel("info", "accent", 16))
        foot.addWidget(
            help_text(" ".join(map(phrase, ("criterion.met_means", "criterion.physician_decides")))), 1
        )
        frame.body.addLayout(foot)
        return frame

    def _connect(self) -> None:
        self.letter.letter_asked.connect(self.letter_asked)
        self.draft.letter_asked.connect(self.letter_asked)
        self.letter.paper_asked.connect(self.paper_asked)
        self.letter.packet_asked.connect(self.packet_asked)
        self.findings.mend_asked.connect(self._on_mend)
        self.findings.source_asked.connect(self._on_source)
        self.findings.scan_asked.connect(self.scan_asked)
        self.sets.opened.connect(self._on_set)
        self.sets.other_payers_asked.connect(self._read_sets)
        self._then.timeout.connect(self._read_beside)
        self.kept.opened.connect(self._on_kept)
        self.kept.keep_asked.connect(self._on_keep)
        self._back.clicked.connect(self._show_today)

    # Showing

    def _show_today(self) -> None:
        review = self._review()
        if review is not None:
            self._look(_of_view(_as_asked(review)))

    def _look(self, looked: Looked) -> None:
        review = self._review()
        if review is None:
            return
        counts = dict(looked.judgement.counts())
        clear(self._counts)
        for verdict in (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET):
            if counts[verdict]:
                self._counts.addWidget(ChipLabel(verdict_chip(verdict, counts[verdict])))
        in_force = bool(looked.notice) or review.rule_set.in_force_on(looked.judgement.on)
        named = looked.named
        self._rule_set.setText(named if in_force else self.tr("{0}, not in force today").format(named))
        self._summary.setText(_summed_up(looked))
        self._notice.show_text(looked.notice, "info", "eye")
        self._back.setVisible(bool(looked.notice))
        today = not looked.notice
        listed = (review, self._scans, self._facts.chart.responses) if today and self._facts else None
        if listed is not None and listed == self._listed:
            return  # what is unfolded stays unfolded
        self._listed = listed
        self.findings.show_judgement(
            looked.judgement, looked.reasons, self._source, mendable=today, scans=self._scans_of
        )

    def _show_letter(self, ready: LetterReadiness) -> None:
        course = self._facts.course if self._facts else None
        self.draft.show_ready(ready)
        self.letter.show_ready(ready, course is not None and course.six_lumbar)

    def _show_kept(self, kept: Sequence[KeptJudgement]) -> None:
        review = self._review()
        if review is None:
            return
        changed = say_changes(read_back(kept[0].content).judgement, review.judgement) if kept else ""
        papers = self._facts.chart.papers if self._facts else ()
        self._known = {each.id for each in kept}
        self.kept.show_kept(kept, changed, {paper.id: paper.number for paper in papers})

    def _review(self) -> CourseReview | None:
        return self._facts.review if self._facts else None

    # Doing

    def _on_set(self, view: SetView) -> None:
        if view.judges:
            self._show_today()
            return
        review = self._review()
        letter = review.rule_set.named if review else ""
        notice = self.tr("Only looked at: {0}. The letter uses {1}.").format(view.rule_set.title, letter)
        self._look(_of_view(view, notice))

    def _on_kept(self, kept: KeptJudgement) -> None:
        found = read_back(kept.content)
        notice = self.tr("Kept on {0} by {1}: {2}. It cannot be changed.").format(
            show_date(kept.on), kept.kept_by, of(kept.why)
        )
        reasons, asked = found.reasons, found.requested
        self._look(
            Looked(kept.named, found.judgement, lambda each: reasons.get(each.rule_id, ()), asked, notice)
        )

    def _on_keep(self) -> None:
        review = self._review()
        if review is not None:
            course_id = review.course.id
            self._session.do(keep_judgement, course_id).then(self._on_was_kept)

    def _on_was_kept(self, kept: KeptJudgement) -> None:
        if kept.id in self._known:
            self.kept.tell(self.tr("Today's judgement is kept already; nothing has changed since."))
        else:
            self._session.do(kept_judgements, kept.course_id).then(self._show_kept)

    def _on_mend(self, finding: Finding) -> None:
        """What is missing stands in the complaint, or in a block."""
        review = self._review()
        if review is not None:
            criterion = review.rule_set.rule(finding.rule_id).criterion
            self.mend_asked.emit("course" if isinstance(criterion, OF_COURSE) else "blocks")

    # Where it was read

    def _sources(self, finding: Finding) -> list[UUID]:
        return list(dict.fromkeys(each.record_id for each in finding.evidence if each.record_id))

    def _scans_of(self, finding: Finding) -> list[Enclosure]:
        """The papers from outside in which a person can read what the finding is about."""
        review, facts = self._review(), self._facts
        if review is None or facts is None:
            return []
        of_course = [each for each in self._scans if each.course_id in (None, review.course.id)]
        return scans_for(finding, review.rule_set, of_course, facts.chart.responses)

    def _source(self, finding: Finding) -> str:
        review, sources = self._review(), self._sources(finding)
        if review is None or not sources:
            return ""
        days = [block.performed_on for block in review.blocks if block.id in sources]
        if len(days) == 1:
            return self.tr("Block {0}").format(show_date(days[0]))
        if days:
            return self.tr("{0} blocks").format(len(days))
        return self.tr("Complaint") if review.course.id in sources else ""

    def _on_source(self, finding: Finding) -> None:
        review, sources = self._review(), self._sources(finding)
        if review is None:
            return
        found = [block for block in review.blocks if block.id in sources]
        if len(found) == 1:
            self.block_asked.emit(found[0])
        else:
            self.mend_asked.emit("blocks" if found else "course")


def _as_asked(review: CourseReview) -> SetView:
    """The view of the rule set that judges."""
    case = replace(review.case, requested=review.requested)
    return SetView(review.rule_set, review.judgement, case, judges=True)


def _of_view(view: SetView, notice: str = "") -> Looked:
    return Looked(view.rule_set.named, view.judgement, view.reasons, view.requested, notice)


def _summed_up(looked: Looked) -> str:
    """`Bilateral L4-5 and L5-S1: the record meets 7 of the 9 criteria you selected.`"""
    said = counts_words(dict(looked.judgement.counts()))
    if not looked.requested:
        return said
    return f"{capital(say_joints_in_sentence(looked.requested))}: {said[:1].lower()}{said[1:]}"
