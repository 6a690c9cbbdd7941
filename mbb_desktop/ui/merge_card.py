"""Making two records one: both beside each other, what differs, a question that only a look answers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui import theme
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, body, help_text, line, put, stack, strong, words
from mbb_desktop.ui.person_words import full_name
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.twin_question import last_four
from mbb_desktop.workflow.merge_patients import OneRecord, TwoRecords, merge_patients


class MergeCard(DialogCard):
    """The record of the open chart stays. The number that is asked for is hidden here."""

    def __init__(self, session: Session, window: QWidget, two: TwoRecords) -> None:
        super().__init__(window, self.tr("Make two records one"), wide=720)
        self._session, self._two = session, two
        self._asks = last_four(two.other.patient) not in ("", last_four(two.kept.patient))
        people = line(spacing=12)
        people.addWidget(self._card(two.kept, self.tr("This record stays"), "info"), 1)
        people.addWidget(self._card(two.other, self.tr("This one becomes part of it"), "warn"), 1)
        self.body.addLayout(people)
        self.body.addLayout(self._differences())
        self.body.addWidget(
            help_text(
                self.tr(
                    "Nothing is moved or deleted. Signed papers keep what they say; every complaint, block "
                    "and paper is found and counted under the record that stays. Allergies of both stand."
                )
            )
        )
        self.digits, self.reason = QLineEdit(), TextEditor(self.tr("how you know that they are one person"))
        self._build_question()
        self._notice = Notice("", "danger", "circle-alert")
        self.body.addWidget(self._notice)
        self.body.addWidget(Field(self.tr("Reason"), self.reason))
        self._build_buttons()
        self._tell()

    def is_unfinished(self) -> bool:
        return bool(self.digits.text() or self.reason.value())

    def _card(self, record: OneRecord, head: str, kind: str) -> QFrame:
        frame, patient = QFrame(), record.patient
        put(frame, "kind", kind)
        frame.setProperty("framed", "true")
        column = stack(frame, spacing=1, margins=(14, 8, 14, 8))
        column.addWidget(words(head, "help"))
        column.addWidget(words(full_name(patient), "patient"))
        column.addWidget(words(self.tr("Born {0}").format(show_date(patient.born)), "body"))
        column.addWidget(words(self.tr("MRN {0}").format(self._mrn(patient)), "body"))
        column.addWidget(help_text(self._held(record)))
        return frame

    def _held(self, record: OneRecord) -> str:
        counted = (
            (record.courses, self.tr("complaint"), self.tr("complaints")),
            (record.blocks, self.tr("block"), self.tr("blocks")),
            (record.papers, self.tr("signed paper"), self.tr("signed papers")),
        )
        return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counted)

    def _mrn(self, patient: Patient) -> str:
        if self._asks and patient is self._two.other.patient:
            return self.tr("asked below")
        return patient.mrn or self.tr("not recorded")

    def _differences(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        shown = [each for each in self._two.differences if each.field != "identifiers"]
        names = self._names()
        for row, each in enumerate(shown):
            grid.addWidget(words(names[each.field], "help"), row, 0, Qt.AlignmentFlag.AlignTop)
            one, two = (text or self.tr("not recorded") for text in (each.kept, each.other))
            grid.addWidget(body(one), row, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(body(two), row, 2, Qt.AlignmentFlag.AlignTop)
        if not shown:
            grid.addWidget(body(self.tr("Besides the numbers both records say the same.")), 0, 0)
        for column in (1, 2):
            grid.setColumnStretch(column, 1)
        return grid

    def _names(self) -> dict[str, str]:
        return {
            "family": self.tr("Family name"),
            "given": self.tr("Given name"),
            "born": self.tr("Born"),
            "sex": self.tr("Sex"),
            "phone": self.tr("Phone"),
            "address": self.tr("Address"),
            "language": self.tr("Language"),
            "member_id": self.tr("Member id"),
            "allergies": self.tr("Allergies"),
            "anticoagulant": self.tr("Blood thinner"),
            "implanted_device": self.tr("Implanted device"),
            "pregnancy": self.tr("Pregnancy"),
            "weight": self.tr("Weight"),
            "deceased_on": self.tr("Deceased"),
        }

    def _build_question(self) -> None:
        row = line(spacing=8)
        row.addWidget(strong(self.tr("Last four characters of the MRN of the record that becomes part")))
        self.digits.setAccessibleName(self.tr("Last four characters of the MRN"))
        self.digits.setFixedWidth(theme.px(84))
        self.digits.setMaxLength(4)
        self.digits.textEdited.connect(self._tell)
        row.addWidget(self.digits)
        row.addStretch()
        if self._asks:
            self.body.addLayout(row)

    def _build_buttons(self) -> None:
        cancel, self._merge = Button(self.tr("Cancel")), Button(self.tr("Make them one"), "danger")
        cancel.clicked.connect(self.reject)
        self._merge.clicked.connect(self._on_merge)
        self.reason.edited.connect(self._tell)
        for button in (cancel, self._merge):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        (self.digits if self._asks else self.reason).setFocus()

    def _tell(self) -> None:
        """Enabled once the question is answered; the reason is checked when it is pressed."""
        typed, right = self.digits.text().strip().upper(), last_four(self._two.other.patient)
        self._merge.setEnabled(not self._asks or typed == right)
        wrong = self._asks and len(typed) == len(right) and typed != right
        said = self.tr("That is not its number. Stop and compare them again.") if wrong else ""
        self._notice.show_text(said, "danger", "circle-alert")
        self.fit()

    def _on_merge(self) -> None:
        self._merge.setEnabled(False)
        kept, other = self._two.kept.patient, self._two.other.patient
        doing = self._session.do(merge_patients, kept, other, self.reason.value() or "")
        doing.changes("patient", "course", "block", "response", "paper")
        doing.then(lambda _patient: self.accept()).failed(self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._merge.setEnabled(True)
        self._notice.show_text(
            explain(error) or self.tr("Nothing was changed. Try again."), "danger", "circle-alert"
        )
        self.fit()
