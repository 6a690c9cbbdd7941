"""Choose what a patient takes home: handout and diary, or the sheet before the block, in which language."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import say_joints
from mbb_desktop.clinical.handout import HandoutKind
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.settings import Settings
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import ChoiceEditor, TextEditor
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.paper_preview import PaperPreview
from mbb_desktop.ui.parts import Button, Notice, appear, body, strong
from mbb_desktop.ui.person_words import capital, full_name, two_identifiers
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.print_handout import (
    BlockToPrint,
    HandoutChoices,
    HandoutOrder,
    PatientPaper,
    handout_choices,
    make_handout,
)
from mbb_desktop.workflow.print_papers import order_handout

translate = QCoreApplication.translate


def ask_for_handout(
    session: Session,
    window: MainWindow,
    settings: Settings,
    patient_id: UUID,
    block_id: UUID | None = None,
) -> None:
    """Ask what to print for a patient, then show it; `block_id` is the block that is meant."""

    def show(paper: PatientPaper) -> None:
        preview = PaperPreview(session, window, paper, settings)
        window.open(preview, preview.title())

    def ask(choices: HandoutChoices) -> None:
        if not choices.blocks:
            said = translate("handout", "There is no block yet. Plan one first; its papers are printed here.")
            window.messages.toast(said)
            return
        asking = HandoutCard(session, window, choices, block_id)
        asking.made.connect(show)
        asking.open()

    session.do(handout_choices, patient_id).then(ask, receiver=window)


class HandoutCard(DialogCard):
    """`made` gives the paper. What is missing is said, and whom it stops."""

    made = Signal(object)

    def __init__(
        self, session: Session, window: QWidget, choices: HandoutChoices, block_id: UUID | None = None
    ) -> None:
        super().__init__(window, self.tr("Papers for the patient"), wide=560)
        self._session, self._choices = session, choices
        self.block: ChoiceEditor[UUID] = ChoiceEditor(
            [(block.id, self._said(block)) for block in choices.blocks],
            segmented=False,
            empty=self.tr("Choose the block"),
        )
        self.kind: ChoiceEditor[HandoutKind] = ChoiceEditor(
            [(kind, capital(kind.value)) for kind in HandoutKind]
        )
        self.language: ChoiceEditor[str] = ChoiceEditor(
            [(code, self.tr(name)) for code, name in choices.languages.items()]
        )
        self.area, self.movement = TextEditor(), TextEditor()
        self._described: BlockToPrint | None = None
        self._own_words = [
            Field(self.tr("Where it hurts, in this language"), self.area),
            Field(self.tr("What brings it on, in this language"), self.movement),
        ]
        self._missing = Notice("", "warn", "triangle-alert")
        self._remark = Notice("", "info", "info")
        self._later = Button(self.tr("Print later"), icon="mail")
        self._show = Button(self.tr("Show the paper"), "primary", "file-text")
        self._build()
        self._start(block_id)

    def _said(self, block: BlockToPrint) -> str:
        return f"{show_date(block.performed_on)}, {say_joints(block.joints)}"

    def _build(self) -> None:
        patient = self._choices.patient
        self.body.addWidget(strong(full_name(patient)))
        self.body.addWidget(body(two_identifiers(patient, self._session.now().date())))
        for label, editor in (
            (self.tr("Block"), self.block),
            (self.tr("Paper"), self.kind),
            (self.tr("Language"), self.language),
        ):
            self.body.addWidget(Field(label, editor))
            editor.edited.connect(self._on_chosen)
        for part in (*self._own_words, self._missing, self._remark):
            self.body.addWidget(part)
        cancel = Button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._show.clicked.connect(self._make)
        self._later.clicked.connect(self._order_it)
        for button in (cancel, self._later, self._show):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        appear(self._later, self._session.may(Permission.SEND_PAPERS))
        self._show.setDefault(True)

    def _start(self, block_id: UUID | None) -> None:
        """The block that is meant, else the newest whose handout can be printed, else the newest."""
        blocks = self._choices.blocks
        ready = (block for block in blocks if not block.lacking[HandoutKind.HANDOUT])
        known = block_id if block_id in {block.id for block in blocks} else None
        self.block.set_value(known or next(ready, blocks[0]).id)
        self.kind.set_value(HandoutKind.HANDOUT)
        self.language.set_value(self._choices.language)
        self._on_chosen()
        (self._show if self._show.isEnabled() else self.kind).setFocus()

    def _chosen(self) -> BlockToPrint | None:
        return next((block for block in self._choices.blocks if block.id == self.block.value()), None)

    def _on_chosen(self) -> None:
        block, kind, language = self._chosen(), self.kind.value(), self.language.value()
        complete = block is not None and kind is not None and language is not None
        missing = block.lacking[kind] if block and kind else ()
        self._missing.show_text(self._missing_words(missing), "warn", "triangle-alert")
        self._remark.show_text(self._remarks(block), "info", "info")
        self._offer_own_words(block)
        self._show.setEnabled(complete and not missing)
        self._later.setEnabled(complete and not missing)
        self.fit()

    def _missing_words(self, missing: tuple[str, ...]) -> str:
        if missing:
            said = self.tr("Not recorded yet: {0}. Handout and diary need it, but no signature.")
            return said.format(listed(missing))
        if self.language.value() is None and self._choices.language is None:
            return self.tr("There is no paper in the patient's language. Choose one to be read to them.")
        return ""

    def _remarks(self, block: BlockToPrint | None) -> str:
        found = []
        if not self._choices.after_hours_known:
            found.append(self.tr("The clinic's after-hours phone is not set: write it on the line by hand."))
        if block and not (block.area and block.movement):
            found.append(self.tr("The tested pain is not described: write it on the line by hand."))
        if self.language.value() in self._choices.not_approved:
            found.append(
                self.tr(
                    "Nobody in the clinic has approved this wording yet. That is done in Settings, Templates."
                )
            )
        return " ".join(found)

    def _offer_own_words(self, block: BlockToPrint | None) -> None:
        """The chart's words are in the clinic's language; for another one somebody says them anew.

        Nothing is filled in: words of the wrong language would be printed unnoticed.
        """
        other = self._is_other_language() and self.kind.value() is not HandoutKind.INFORMATION
        if block is not None and block is not self._described:
            self._described = block
            self.area.set_value("")
            self.movement.set_value("")
        for field in self._own_words:
            appear(field, other)

    def _is_other_language(self) -> bool:
        return self.language.value() not in (None, self._choices.clinic_language)

    def _order(self) -> HandoutOrder | None:
        block, kind, language = self._chosen(), self.kind.value(), self.language.value()
        if block is None or kind is None or language is None:
            return None
        own = self._is_other_language()
        return HandoutOrder(
            block.id,
            kind,
            language,
            self.area.value() if own else None,
            self.movement.value() if own else None,
        )

    def _order_it(self) -> None:
        """It waits on the page Letters until it is printed."""
        if order := self._order():
            ordering = self._session.do(order_handout, order)
            ordering.changes("paper", patient_id=self._choices.patient.id)
            ordering.then(lambda _done: self.accept(), receiver=self).failed(self._on_failed)

    def _make(self) -> None:
        order = self._order()
        if order is None:
            return
        self._show.setEnabled(False)
        self._session.do(make_handout, order).then(self._on_made).failed(self._on_failed)

    def _on_made(self, paper: PatientPaper) -> None:
        self.accept()
        self.made.emit(paper)

    def _on_failed(self, error: Exception) -> None:
        said = explain(error) or self.tr("The paper could not be made. Try again.")
        self._missing.show_text(said, "danger", "circle-alert")
        self._show.setEnabled(True)
        self.fit()
