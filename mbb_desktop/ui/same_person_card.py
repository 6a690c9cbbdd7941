"""Two records that may be one person: who looks alike, what was merged before, and the way apart."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.storage.patient_merges import PatientMerge
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.merge_card import MergeCard
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body, help_text, line, stack, words
from mbb_desktop.ui.person_words import full_name, two_identifiers
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.merge_patients import SamePerson, compare_records, separate_patients


class SamePersonCard(DialogCard):
    """Compare one of the people who look alike, or take a merged record apart."""

    def __init__(self, session: Session, window: QWidget, patient: Patient, found: SamePerson) -> None:
        super().__init__(window, self.tr("The same person twice?"), wide=600)
        self._session, self._patient = session, patient
        for other in found.similar:
            self.body.addWidget(self._likely(other))
        for merge, other in found.merged:
            self.body.addWidget(self._merged(merge, other))
        if not (found.similar or found.merged):
            self.body.addWidget(
                body(self.tr("Nobody else has nearly this name, or one of the numbers of this record."))
            )
        close = Button(self.tr("Close"))
        close.clicked.connect(self.reject)
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons.addWidget(close)
        close.setDefault(True)

    def _likely(self, other: Patient) -> QWidget:
        compare = Button(self.tr("Compare"), "primary")
        compare.setAccessibleName(self.tr("Compare with {0}").format(full_name(other)))
        compare.clicked.connect(lambda: self._on_compare(other))
        return self._row(other, "", compare)

    def _merged(self, merge: PatientMerge, other: Patient) -> QWidget:
        apart = Button(self.tr("Separate"))
        apart.setAccessibleName(self.tr("Separate {0}").format(full_name(other)))
        apart.clicked.connect(lambda: self._on_separate(merge, other))
        said = self.tr("Part of this record since {0}, {1}: {2}")
        return self._row(other, said.format(show_date(merge.at), merge.user, merge.reason), apart)

    def _row(self, other: Patient, said: str, button: Button) -> QWidget:
        frame = QFrame()
        frame.setProperty("kind", "soft")
        row = line(frame, spacing=8, margins=(12, 8, 8, 8))
        names = stack(spacing=0)
        names.addWidget(words(full_name(other), "strong"))
        names.addWidget(words(two_identifiers(other, self._session.now().date()), "small"))
        if said:
            names.addWidget(help_text(said))
        row.addLayout(names, 1)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return frame

    def _on_compare(self, other: Patient) -> None:
        self.accept()
        session, window = self._session, self._window
        session.do(compare_records, self._patient.id, other.id).then(
            lambda two: MergeCard(session, window, two).open(), receiver=window
        )

    def _on_separate(self, merge: PatientMerge, other: Patient) -> None:
        self.accept()
        SeparateCard(self._session, self._window, merge, other).open()


class SeparateCard(DialogCard):
    """Take two records apart, with a reason; each has what was recorded under it."""

    def __init__(self, session: Session, window: QWidget, merge: PatientMerge, other: Patient) -> None:
        super().__init__(window, self.tr("Separate the two records?"), wide=560)
        self._session, self._merge = session, merge
        told = self.tr(
            "{0} gets a record of its own again, with every complaint, block and paper that was recorded "
            "under it, and its own numbers. Allergies stay in both: check them."
        )
        self.reason = TextEditor(self.tr("how you know that they are two people"))
        self._notice = Notice("", "danger", "circle-alert")
        for part in (
            body(told.format(full_name(other))),
            Field(self.tr("Reason"), self.reason),
            self._notice,
        ):
            self.body.addWidget(part)
        cancel, self._apart = Button(self.tr("Cancel")), Button(self.tr("Separate"), "danger")
        cancel.clicked.connect(self.reject)
        self._apart.clicked.connect(self._on_apart)
        for button in (cancel, self._apart):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self.reason.setFocus()

    def is_unfinished(self) -> bool:
        return bool(self.reason.value())

    def _on_apart(self) -> None:
        self._apart.setEnabled(False)
        doing = self._session.do(separate_patients, self._merge, self.reason.value() or "")
        doing.changes("patient", "course", "block", "response", "paper")
        doing.then(lambda _none: self.accept()).failed(self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._apart.setEnabled(True)
        self._notice.show_text(
            explain(error) or self.tr("Nothing was changed. Try again."), "danger", "circle-alert"
        )
        self.fit()
