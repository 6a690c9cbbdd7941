"""Choose the printer, the number of copies and who receives them; Enter prints."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import ChoiceEditor, IntegerEditor
from mbb_desktop.ui.parts import Button, Notice
from mbb_desktop.ui.printing import no_printer, usual_printer
from mbb_desktop.ui.receiver_fields import ReceiverFields
from mbb_desktop.ui.record_form import Field


class PrintCard(DialogCard):
    """`chosen` gives the printer's name and the number of copies."""

    chosen = Signal(str, int)

    def __init__(  # noqa: PLR0913  what a print is asked about
        self,
        window: QWidget,
        pages: int,
        known: tuple[str, ...],
        stored: str,
        *,
        gaps: str = "",
        left_out: str = "",
        receiver: ReceiverFields | None = None,
    ) -> None:
        """`gaps` cannot be printed: with some, Enter does not print. `left_out` does not go along."""
        super().__init__(window, self.tr("Print"), wide=420)
        self.printer: ChoiceEditor[str] = ChoiceEditor([(name, name) for name in known], segmented=False)
        self.printer.set_value(usual_printer(stored, known) or None)
        self.copies = IntegerEditor(lowest=1, highest=20)
        self.copies.set_value(1)
        self.receiver = receiver
        self._copies = Field(self.tr("Copies"), self.copies)
        self.gaps = Notice(gaps, "warn", "triangle-alert")
        self.left_out = Notice(left_out, "info", "info")
        for notice in (self.gaps, self.left_out):
            self.body.addWidget(notice)
        if known:
            self.body.addWidget(Field(self.tr("Printer"), self.printer))
            self.body.addWidget(self._copies)
            if receiver is not None:
                self.body.addWidget(receiver)
                for editor in (receiver.to, receiver.how):
                    editor.edited.connect(self.fit)
        else:
            self.body.addWidget(Notice(no_printer(), "warn", "printer"))
        self._add_buttons(pages, bool(known))

    def _add_buttons(self, pages: int, may_print: bool) -> None:
        cancel = Button(self.tr("Cancel") if may_print else self.tr("Close"))
        verb = self.tr("Print 1 page") if pages == 1 else self.tr("Print {0} pages").format(pages)
        verb = self.tr("Print with the gaps") if self.gaps.text() else verb
        self._print = Button(verb, "primary", "printer")
        cancel.clicked.connect(self.reject)
        self._print.clicked.connect(self._on_print)
        for button in (cancel, self._print):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self._print.setVisible(may_print)
        first = self._print if may_print and not self.gaps.text() else cancel
        first.setDefault(True)
        first.setFocus()

    def _on_print(self) -> None:
        printer, copies = self.printer.value(), self.copies.value()
        if printer is None or copies is None:
            self._copies.show_problem(
                self.copies.problem() or self.tr("Choose a printer and how many copies.")
            )
            return
        if self.receiver is not None and not self.receiver.is_empty() and self.receiver.missing():
            self.receiver.to_field.show_problem(self.receiver.missing())
            return
        self.accept()
        self.chosen.emit(printer, copies)
