"""A letter that asks for an ablation: which kind, to whom, what it cannot say, draft and signature."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import say_joints, say_joints_in_sentence
from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.documents.make import Made
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.correspondent_card import CorrespondentCard
from mbb_desktop.ui.dialog_card import CardPlace
from mbb_desktop.ui.directory_editor import DirectoryEditor
from mbb_desktop.ui.editors import LongTextEditor, TextEditor
from mbb_desktop.ui.findings import FindingLine
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.messages import announce, explain
from mbb_desktop.ui.parts import Button, Notice, appear, help_text, section_title, strong
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.ui.signing_card import SigningCard
from mbb_desktop.ui.undermined import briefly
from mbb_desktop.workflow.issue_letter import (
    LetterOrder,
    LetterReadiness,
    draft_letter,
    letter_ready,
    sign_letter,
)
from mbb_desktop.workflow.keep_clinic import directory

_ADDRESSEES = (CorrespondentKind.RFA_PROVIDER, CorrespondentKind.REFERRER, CorrespondentKind.PAYER)
_FOR_PAYERS = ("place_of_service", "planned_for")


@dataclass(frozen=True, slots=True)
class _Typed:
    kind: PaperKind | None = PaperKind.RFA_LETTER
    recipient: UUID | None = None
    ablation_plan: str = ""
    earlier_ablation: str = ""
    paragraph: str = ""
    cc: str = ""
    place_of_service: str = ""
    planned_for: str = ""


class LetterCard(SigningCard):
    """`signed` gives the frozen letter, `draft` one to look at."""

    draft = Signal(object)

    def __init__(self, session: Session, window: QWidget, course_id: UUID) -> None:
        super().__init__(
            session,
            window,
            window.tr("Letter that asks for an ablation"),
            window.tr("After signing, the letter cannot be changed. Each copy is the same."),
            wide=720,
        )
        self._course_id = course_id
        self.patient_id: UUID | None = None  # whose chart it is written in, to come back to after a lock
        self._directory: Mapping[UUID, Correspondent] = {}
        self.recipient = DirectoryEditor(_ADDRESSEES, session.may(Permission.EDIT_PEOPLE), self.tr("Choose"))
        self.recipient.add_asked.connect(self._on_add_asked)
        begun = _Typed(session.letter_kinds.get(course_id, PaperKind.RFA_LETTER))
        self.form: RecordForm[_Typed] = RecordForm(begun, self._problems, columns=2)
        self._notice = Notice("", "danger", "circle-alert")
        self._request = strong("")
        self._gaps_title = section_title("")
        self._gaps: list[FindingLine] = []
        self._first = Notice("", "warn", "triangle-alert")
        self._payer_gaps = help_text("")
        self._ready: LetterReadiness | None = None
        self.unlike = Notice("", "warn", "triangle-alert")
        self._build()
        session.do(directory).then(self._show_directory)
        session.do(letter_ready, course_id).then(self._show).failed(self._on_failed)

    def is_unfinished(self) -> bool:
        return self.form.is_dirty()

    def _place(self) -> CardPlace | None:
        if self.patient_id is None:
            return None
        return CardPlace("letter", self.patient_id, self._course_id, self.form.record())

    def resume(self, typed: object) -> None:
        """What was typed before a lock."""
        if isinstance(typed, _Typed):
            self.form.fill(typed)
            self._show_kind()
            self._say_unlike()

    def order(self) -> LetterOrder:
        """What is chosen and typed."""
        typed = self.form.record()
        return LetterOrder(
            self._course_id,
            self._directory.get(typed.recipient) if typed.recipient else None,
            typed.ablation_plan,
            typed.earlier_ablation,
            typed.paragraph,
            tuple(name.strip() for name in typed.cc.split(";") if name.strip()),
            typed.place_of_service if self._to_payer() else "",
            typed.planned_for if self._to_payer() else "",
            self._kind(),
        )

    def _kind(self) -> PaperKind:
        return self.form.record().kind or PaperKind.RFA_LETTER

    def _to_payer(self) -> bool:
        return self._kind() is PaperKind.AUTHORIZATION

    def entries(self) -> tuple[tuple[UUID, Correspondent], ...]:
        """Whom a letter may go to."""
        return tuple((key, e) for key, e in self._directory.items() if e.kind in self.recipient.kinds)

    def gaps(self) -> list[str]:
        """The titles of what the letter will name as not in the record."""
        return [line.finding.title for line in self._gaps]

    def payer_gaps(self) -> str:
        """What a letter to a payer will list besides; empty for a referral."""
        return self._payer_gaps.text() if self._to_payer() else ""

    def before(self) -> str:
        """What comes before signing, and letters signed before."""
        return self._first.text()

    def _build(self) -> None:
        self._fill()
        self._may_sign = self._session.may(Permission.SIGN)
        for part in (self._notice, self._request, self._first, self.form, self.unlike, self._gaps_title):
            self.body.addWidget(part)
        self._after_gaps = self.body.count()
        self.body.addWidget(self._payer_gaps)
        self.buttons.insertWidget(0, self.pin, 1)
        self._add_buttons()
        self.pin.setVisible(self._may_sign)
        self._show_kind()

    def _fill(self) -> None:
        form = self.form
        kinds = [
            (PaperKind.RFA_LETTER, self.tr("Referral")),
            (PaperKind.AUTHORIZATION, self.tr("Prior authorization")),
        ]
        form.add_field("kind", self.tr("Letter"), ChoiceEditor(kinds), span=2)
        form.add_field("recipient", self.tr("To"), self.recipient, span=2)
        form.add_field(
            "ablation_plan",
            self.tr("Ablation planned (optional)"),
            TextEditor(self.tr("thermal, above 80 °C, fluoroscopy, no sedation"), max_length=300),
            self.tr("The criteria take method and temperature from the complaint, not from these words."),
            span=2,
        )
        self._add_for_payers()
        form.add_field("earlier_ablation", self.tr("Earlier ablation (optional)"), TextEditor(max_length=300))
        form.add_field("cc", self.tr("Copies to (optional)"), TextEditor(self.tr("separate with ;")))
        form.add_field("paragraph", self.tr("Your own paragraph (optional)"), LongTextEditor(lines=2), span=2)

    def _add_for_payers(self) -> None:
        where = TextEditor(self.tr("office, ASC or hospital outpatient"), max_length=120)
        self.form.add_field("place_of_service", self.tr("Place of the ablation (optional)"), where)
        when = TextEditor(self.tr("the day or month"), max_length=60)
        self.form.add_field("planned_for", self.tr("Planned for (optional)"), when)
        self.form.edited.connect(self._on_edited)

    def _on_edited(self, name: str) -> None:
        if name in ("paragraph", "ablation_plan"):
            self._say_unlike()
        if name == "kind":
            self._show_kind()
            self.fit()

    def _show_kind(self) -> None:
        """A letter to a payer goes to payers only, and says where and when."""
        self.recipient.kinds = (CorrespondentKind.PAYER,) if self._to_payer() else _ADDRESSEES
        chosen = self._directory.get(self.recipient.value() or self._course_id)
        if chosen is not None and chosen.kind not in self.recipient.kinds:
            self.recipient.set_value(None)
        self.recipient.show_entries(self._directory)
        for field in _FOR_PAYERS:
            appear(self.form.field(field), self._to_payer())
        appear(self._payer_gaps, self._to_payer())

    def _say_unlike(self) -> None:
        """A typed side is right for one patient and wrong for the next: said, and signed if it is meant."""
        typed = self.form.record()
        found = self._ready.unlike(f"{typed.ablation_plan}\n{typed.paragraph}") if self._ready else ()
        said = self.tr(
            "Your own words name {0}, and this letter is about {1}. Change them, or sign if they are right."
        )
        joints = (self._ready.requested or self._ready.reported) if self._ready else ()
        told = said.format(listed(found), localized(say_joints_in_sentence(joints))) if found else ""
        if told != self.unlike.text():
            self.unlike.show_text(told, "warn", "triangle-alert")
            announce(self, told)
            self.fit()

    def _add_buttons(self) -> None:
        cancel = Button(self.tr("Cancel"), "large")
        self._look = Button(self.tr("Look at the draft"), "large", "eye")
        self.sign.say(self.tr("Sign the letter"))
        cancel.clicked.connect(self.reject)
        self._look.clicked.connect(self._show_draft)
        for button in (cancel, self._look, self.sign):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.sign.setVisible(self._may_sign)

    def _problems(self, typed: _Typed) -> dict[str, str]:
        if typed.recipient is None:
            return {"recipient": self.tr("Choose whom the letter goes to, or add them to the directory.")}
        return {}

    def _show_directory(self, entries: tuple[Correspondent, ...]) -> None:
        self._directory = {entry.id: entry for entry in entries}
        self.recipient.show_entries(self._directory)

    def _on_add_asked(self) -> None:
        adding = CorrespondentCard(self._window, self._session, self.recipient.kinds)
        adding.saved.connect(self._on_added)
        adding.open()

    def _on_added(self, entry: Correspondent) -> None:
        self._show_directory((*self._directory.values(), entry))
        self.recipient.set_value(entry.id)
        self.recipient.edited.emit()

    def _show(self, ready: LetterReadiness) -> None:
        self._ready = ready
        self._say_unlike()
        asked = say_joints(ready.requested) if ready.requested else self.tr("nothing confirmed yet")
        self._request.setText(self.tr("Request: {0}").format(asked))
        self._first.show_text("\n".join(self._said_first(ready)), "warn", "triangle-alert")
        for finding in ready.gaps:
            row = FindingLine(finding, self._session.now().date())
            self.body.insertWidget(self._after_gaps, row)
            self._after_gaps += 1
            self._gaps.append(row)
        self._gaps_title.setText(self.tr("The letter will say so: not in our record, or not met"))
        self._gaps_title.setVisible(bool(ready.gaps))
        said = self.tr("A letter to a payer also lists what is missing for it; not yet there: {0}.")
        self._payer_gaps.setText(said.format("; ".join(ready.payer_gaps)))
        self.sign.setEnabled(not ready.before_signing)
        self.pin.setVisible(self._may_sign and not ready.before_signing)
        self.fit()

    def _said_first(self, ready: LetterReadiness) -> list[str]:
        said = list(ready.before_signing)
        for paper in ready.signed:
            on, fallen = show_date(paper.signed_at.date()), briefly(ready.undermined.get(paper.id, ()))
            told = (
                self.tr("Signed before: {0} on {1}; it {2}.")
                if fallen
                else self.tr("Signed before: {0} on {1}.")
            )
            said.append(told.format(paper.number, on, fallen))
        return said

    def _show_draft(self) -> None:
        making = self._session.do(draft_letter, self.order())
        making.then(self._on_draft).failed(self._on_failed)

    def _on_draft(self, made: Made) -> None:
        self.draft.emit(made)

    def ready(self) -> bool:
        return not self.form.show_problems()

    def signing(self, pin: str) -> Pending[SignedDocument]:
        self._session.letter_kinds[self._course_id] = self._kind()
        return self._session.do(sign_letter, self.order(), pin, gaps_known=self.gaps_known()).changes("paper")

    def _on_failed(self, error: Exception) -> None:
        said = explain(error) or self.tr("The letter could not be made. Try again.")
        self._notice.show_text(said, "danger", "circle-alert")
