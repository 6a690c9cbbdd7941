"""Readiness for ablation: every criterion with its evidence, and what the referral letter still waits for."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import Side, nerves_of, say_joints
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.explain import explain
from mbb_desktop.clinical.kinds import OF_COURSE
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.clinical.rules import Finding
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui import theme
from mbb_desktop.ui.chart_facts import CourseFacts, counts_words
from mbb_desktop.ui.chips import Chip, ChipLabel, SideChip
from mbb_desktop.ui.findings import FindingsList, verdict_chip, why_of
from mbb_desktop.ui.parts import (
    Button,
    IconLabel,
    Notice,
    appear,
    body,
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
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.today_rows import number_words
from mbb_desktop.workflow.issue_letter import LetterReadiness, letter_ready

_LETTER = 372


class ReadinessView(QWidget):
    """`letter_asked` opens the letter, `paper_asked` a signed one; `mend_asked` names the tab to go to."""

    letter_asked = Signal()
    paper_asked = Signal(object)
    mend_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._facts: CourseFacts | None = None
        self.findings = FindingsList(self._why)
        self._counts = line(spacing=6)
        self._rule_set = muted("")
        self._summary = strong("")
        self._write = Button(self.tr("Write the letter"), "primary", "mail")
        self._state = ChipLabel(Chip(self.tr("Not ready"), "neutral", "clock"))
        self._request = stack(spacing=6)
        self._first = Notice("", "warn", "triangle-alert")
        self._signed = stack(spacing=6)
        self.findings.mend_asked.connect(self._on_mend)
        self._build()

    def show_facts(self, facts: CourseFacts) -> None:
        """Show what the records of a course say today."""
        self._facts = facts
        review = facts.review
        if review is None:
            return
        counts = dict(review.judgement.counts())
        clear(self._counts)
        for verdict in (Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.NOT_YET):
            if counts[verdict]:
                self._counts.addWidget(ChipLabel(verdict_chip(verdict, counts[verdict])))
        named = review.rule_set.named
        in_force = review.rule_set.in_force_on(review.judgement.on)
        self._rule_set.setText(named if in_force else self.tr("{0}, not in force today").format(named))
        self._rule_set.setToolTip(review.rule_set.source.words)
        self._summary.setText(counts_words(counts))
        self.findings.show_findings(review.judgement.findings)
        self._session.do(letter_ready, review.course.id).then(self._show_letter)

    def _build(self) -> None:
        row = line(self, spacing=12, margins=(20, 16, 20, 16))
        row.addWidget(self._criteria(), 1)
        row.addWidget(self._letter())

    def _criteria(self) -> QWidget:
        frame = card(self.tr("RFA readiness"))
        frame.head.insertLayout(1, self._counts)
        frame.head.addWidget(words(self.tr("Rule set"), "help"))
        frame.head.addWidget(self._rule_set)
        content = QWidget()
        column = stack(content, spacing=8)
        self._summary.setWordWrap(True)
        column.addWidget(self._summary)
        column.addWidget(self.findings)
        column.addStretch()
        frame.body.addWidget(scrolled(content), 1)
        foot = line(spacing=8)
        foot.addWidget(IconLabel("info", "accent", 16))
        foot.addWidget(help_text(phrase("criterion.physician_decides")), 1)
        frame.body.addLayout(foot)
        return frame

    def _letter(self) -> QWidget:
        frame = card(self.tr("Referral letter"))
        frame.head.addWidget(self._state)
        frame.setFixedWidth(theme.px(_LETTER))
        column = frame.body
        column.addWidget(words(self.tr("Request"), "fieldLabel"))
        column.addLayout(self._request)
        column.addWidget(self._first)
        column.addLayout(self._signed)
        column.addStretch()
        self._write.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._write.clicked.connect(self.letter_asked)
        appear(self._write, self._session.may(Permission.SIGN))
        column.addWidget(self._write)
        return frame

    def _show_letter(self, ready: LetterReadiness) -> None:
        clear(self._request)
        for row in self._request_rows(ready):
            self._request.addLayout(row)
        self._first.show_text("\n".join(ready.before_signing), "warn", "triangle-alert")
        self._state.show_chip(self._state_of(ready))
        clear(self._signed)
        for paper in ready.signed:
            self._signed.addLayout(self._signed_row(paper))

    def _state_of(self, ready: LetterReadiness) -> Chip:
        if ready.before_signing:
            return Chip(self.tr("Not ready"), "neutral", "clock")
        return Chip(self.tr("Ready to sign"), "info", "pencil")

    def _request_rows(self, ready: LetterReadiness) -> Iterator[QHBoxLayout]:
        if not ready.requested:
            row = line()
            row.addWidget(body(self.tr("Nothing yet.")), 1)
            yield row
            return
        title = line()
        title.addWidget(strong(say_joints(ready.requested)), 1)
        yield title
        six = self._facts is not None and self._facts.course is not None and self._facts.course.six_lumbar
        for side in Side:
            joints = [each.joint for each in ready.requested if each.side is side]
            if joints:
                row = line(spacing=8)
                row.addWidget(ChipLabel(SideChip("L" if side is Side.LEFT else "R", True)))
                row.addWidget(body(", ".join(nerves_of(joints, six_lumbar=six))), 1)
                yield row

    def _signed_row(self, paper: SignedDocument) -> QHBoxLayout:
        row = line(spacing=8)
        row.addWidget(IconLabel("circle-check", "ok", 16))
        said = self.tr("{0}, {1}").format(paper.number, show_date(paper.signed_at.date()))
        row.addWidget(body(said), 1)
        look = Button(self.tr("Open"))
        look.setAccessibleName(self.tr("Open {0}").format(paper.number))
        look.clicked.connect(lambda _on=False: self.paper_asked.emit(paper))
        row.addWidget(look)
        return row

    def _on_mend(self, finding: Finding) -> None:
        """What is missing stands in the complaint, or in a block."""
        review = self._facts.review if self._facts else None
        if review is not None:
            criterion = review.rule_set.rule(finding.rule_id).criterion
            self.mend_asked.emit("course" if isinstance(criterion, OF_COURSE) else "blocks")

    def _why(self, finding: Finding) -> list[tuple[str, str]]:
        """The rule and its source, then the arithmetic of each block that is evidence."""
        review = self._facts.review if self._facts else None
        if review is None:
            return []
        rows = [*why_of(review.rule_set, finding)]
        cited = {each.record_id for each in finding.evidence}
        for assessed in review.assessed:
            if assessed.block.id in cited and assessed.series:
                result = assessed.overall or assessed.series[0]
                which = number_words(review.number_of(assessed.block.id))
                found = explain(result, assessed, review.rule_set)
                rows += [
                    (self.tr("{0} block, {1}").format(which, label.lower()), said) for label, said in found
                ]
        return rows
