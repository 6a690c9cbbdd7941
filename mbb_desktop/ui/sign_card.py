"""Sign and lock: the record read back to the physician, who then asks for nothing more than the PIN."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from mbb_desktop.clinical.block import Item
from mbb_desktop.clinical.checks import problems
from mbb_desktop.clinical.level_concerns import payer_concerns
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.performed import stopped_before_needle
from mbb_desktop.clinical.scoring import NO_BASELINE, lacks_baseline
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui import read_back
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.parts import Button, IconLabel, body, line, put, rule_line, strong, words
from mbb_desktop.ui.person_words import full_name
from mbb_desktop.ui.read_back_frame import read_back_frame
from mbb_desktop.ui.read_to_end import ReadToEnd
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.ui.signing_card import SigningCard
from mbb_desktop.ui.supervision_field import supervision_field
from mbb_desktop.ui.twin_question import TwinQuestion
from mbb_desktop.ui.visit import Visit
from mbb_desktop.workflow.issue_paper import sign_note

_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "neutral": "info", "danger": "ban", "info": "info"}


class SignCard(SigningCard):
    """Reads the stored record back. It signs exactly what it shows, or says why not."""

    def __init__(self, window: QWidget, session: Session, draft: BlockDraft, visit: Visit) -> None:
        super().__init__(
            session,
            window,
            window.tr("Sign and lock this note?"),
            window.tr("After signing, the note cannot be changed. You can add an addendum."),
            wide=664,
        )
        self._visit, self._block, self._response = visit, draft.block, draft.response
        self.twin: TwinQuestion | None = None
        self._is_read = True
        self._build_identity()
        self._build_supervision()
        self.facts = read_back.facts(draft.block, visit.patient)
        self.body.addWidget(read_back_frame(draft.block, read_back.injectate(draft.block, visit), self.facts))
        self._build_agreement()
        self.read = ReadToEnd(self.scroller, self.pin.field)
        self.read.changed.connect(self._on_read)
        self._build_buttons()
        (self.twin.first_input() if self.twin else self.pin.field).setFocus()

    # Building

    def _build_identity(self) -> None:
        patient = self._visit.patient
        if self._visit.similar:
            self.twin = TwinQuestion(patient, self._visit.similar, self._about())
            self.twin.answered.connect(lambda _right: self._tell())
            self.twin.last_input().returnPressed.connect(self._on_answer_entered)
            self.body.addWidget(self.twin)
            self.body.addWidget(rule_line())
            return
        frame = QFrame()
        frame.setProperty("kind", "info")
        frame.setProperty("framed", "true")
        row = line(frame, spacing=24, margins=(14, 8, 14, 8))
        row.addWidget(words(full_name(patient), "patient"))
        row.addWidget(words(self.tr("Born {0}").format(show_date(patient.born)), "body"))
        row.addWidget(words(self.tr("MRN {0}").format(patient.mrn or self.tr("not recorded")), "body"))
        row.addStretch()
        self.body.addWidget(frame)

    def _build_supervision(self) -> None:
        """Above what is read back, so that it is seen without scrolling."""
        said = self.tr("I performed this procedure under supervision.")
        self.supervision = supervision_field(self._session, said)
        if self.supervision is not None:
            self.supervision.edited.connect(self._tell)
            self.body.addWidget(self.supervision)
            self.body.addWidget(rule_line())

    def _about(self) -> str:
        out = self._block.needle_out
        when = self.tr(", needle out {0}").format(f"{out:%H:%M}") if out else ""
        return f"{read_back.place(self._block)}{when}"

    def _build_agreement(self) -> None:
        tone, said = read_back.agreement(self._block)
        self._add_line(tone, said, bold=tone != "neutral")
        visit = self._visit
        now, block = self._session.now(), self._block
        found = problems(block, visit.patient, now, visit.formulary, visit.course, visit.others)
        for problem in found:
            told = problem.item is Item.LEVELS and tone == "warn"
            if not problem.blocks_signing and not told:
                self._add_line("warn", problem.sentence)
        if unasked := read_back.not_asked(visit.patient):
            self._add_line("warn", unasked)
        if lacks_baseline(self._response) and not stopped_before_needle(block):
            self._add_line("warn", NO_BASELINE)
        for sentence in self._payer_concerns():
            self._add_line("warn", sentence)
        others = read_back.attested(self._block, self._session.user.id)
        if others:
            self._add_line("neutral", others, icon="users")

    def _payer_concerns(self) -> tuple[str, ...]:
        visit, block = self._visit, self._block
        if visit.rule_set is None:
            return ()
        return payer_concerns(block.joints, visit.patient, visit.course, visit.rule_set, block.performed_on)

    def _add_line(self, tone: str, text: str, bold: bool = False, icon: str = "") -> None:
        row = line(spacing=8)
        color = {"neutral": "text2"}.get(tone, tone)
        row.addWidget(IconLabel(icon or _ICONS[tone], color, 16))
        label = strong(text) if bold else body(text)
        label.setWordWrap(True)
        if tone != "neutral":
            put(label, "tone", tone)
        row.addWidget(label, 1)
        self.body.addLayout(row)

    def _build_buttons(self) -> None:
        back = Button(self.tr("Back to draft"), "large")
        back.clicked.connect(self.reject)
        self.buttons.insertWidget(0, self.pin, 1)
        for button in (back, self.sign):
            self.buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._tell()

    # Signing

    def said(self) -> str:
        """Everything that is read back, as text."""
        return "\n".join(f"{fact.label}: {fact.value}" for fact in self.facts)

    def _on_read(self) -> None:
        """The button shows what is below first; nothing moves that would hide another line."""
        if self.read.is_done() is not self._is_read:
            self._is_read = self.read.is_done()
            self.sign.setMinimumWidth(self.sign.width())
            self.sign.show_hint(self.tr("Enter") if self._is_read else self.tr("Space"))
            self.sign.say(self.tr("Sign and lock") if self._is_read else self.tr("Read on"))

    def _tell(self) -> None:
        missing = self.supervision.missing() if self.supervision else ""
        self.sign.setToolTip(missing)
        self.sign.setEnabled(not missing and (self.twin is None or self.twin.is_right()))

    def _on_answer_entered(self) -> None:
        if self.twin is not None and self.twin.is_right():
            self.pin.focus()

    def ready(self) -> bool:
        if self.twin is not None and not self.twin.is_right():
            self.twin.first_input().setFocus()
            return False
        if self.supervision is not None and self.supervision.missing():
            self.supervision.setFocus()
            return False
        if not self.read.is_done():
            self.read.go_on()
            QTimer.singleShot(0, self.pin, self.pin.focus)  # after Enter has gone where it goes
            return False
        return True

    def signing(self, pin: str) -> Pending[SignedDocument]:
        said = self.supervision.supervised() if self.supervision else None
        return self._session.do(sign_note, self._block, pin, supervised=said, gaps_known=self.gaps_known())
