"""A call for people who only look: who it is, the telephone number, and who tried when."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal

from mbb_desktop.ui import call_words
from mbb_desktop.ui.chips import ChipLabel
from mbb_desktop.ui.parts import Button, Card, help_text, line, muted, section_title, stack, strong, words
from mbb_desktop.ui.person_words import born_words, full_name
from mbb_desktop.workflow.calls import CallRow


class CallSummary(Card):
    """`chart_asked` leads to the chart, where a wrong number is mended."""

    chart_asked = Signal()

    def __init__(self, row: CallRow, now: datetime) -> None:
        super().__init__(flush=True)
        column = stack(spacing=10, margins=(20, 14, 20, 16))
        self.body.addLayout(column)
        head, patient = line(spacing=10), row.patient
        head.addWidget(words(full_name(patient), "patient"))
        head.addWidget(strong(patient.phone or self.tr("No telephone number")))
        for chip in call_words.status_chips(row, now):
            head.addWidget(ChipLabel(chip))
        head.addStretch()
        self.chart = Button(self.tr("Open chart"), icon="user")
        self.chart.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chart.clicked.connect(self.chart_asked)
        head.addWidget(self.chart)
        column.addLayout(head)
        mrn = self.tr("MRN {0}").format(patient.mrn or self.tr("not recorded"))
        born = self.tr("Born {0}").format(born_words(patient, now.date()))
        column.addWidget(words("    ".join((born, mrn, call_words.block_line(row, now.date()))), "help"))
        if row.number_is_wrong:
            column.addWidget(
                help_text(self.tr("This number is wrong. Enter another one in the chart, under Details."))
            )
        column.addWidget(section_title(self.tr("Tries")))
        tries = [*call_words.tries_lines(row, now)]
        for said in tries or [self.tr("Nobody has tried yet.")]:
            column.addWidget(help_text(said) if tries else muted(said))
        self.body.addStretch()
