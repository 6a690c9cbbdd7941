"""Which printer this workstation uses, on one side or both, and how many copies."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.settings import BOTH_SIDES, COPIES, PRINTER, Settings
from mbb_desktop.ui.check_editor import CheckEditor
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import IntegerEditor
from mbb_desktop.ui.parts import Button, Notice, help_text
from mbb_desktop.ui.print_batch import Printer
from mbb_desktop.ui.printing import no_printer, printers, usual_printer
from mbb_desktop.ui.record_form import Field


def stored_printer(settings: Settings) -> Printer:
    """What this workstation prints with; without a name when it has no printer."""
    name = usual_printer(settings.get(PRINTER), printers())
    return Printer(name, settings.get(COPIES), settings.get(BOTH_SIDES))


class PrinterCard(DialogCard):
    """`chosen` gives the printer, after it was remembered for this workstation."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window, self.tr("Printer of this workstation"), wide=440)
        self._settings = settings
        known = printers()
        stored = stored_printer(settings)
        self.printer: ChoiceEditor[str] = ChoiceEditor(
            [(name, name) for name in known], segmented=False, empty=self.tr("Choose a printer")
        )
        self.printer.set_value(stored.name or None)
        self.both = CheckEditor(self.tr("Print on both sides"))
        self.both.name("")
        self.both.set_value(stored.both_sides)
        self.copies = IntegerEditor(lowest=1, highest=20)
        self.copies.set_value(stored.copies)
        self._field = Field(self.tr("Printer"), self.printer)
        self._build(bool(known))

    def _build(self, any_: bool) -> None:
        if any_:
            self.body.addWidget(self._field)
            self.body.addWidget(self.both)
            said = self.tr("On both sides every paper begins on a sheet of its own, also in copies.")
            self.body.addWidget(help_text(said))
            self.body.addWidget(Field(self.tr("Copies"), self.copies))
        else:
            self.body.addWidget(Notice(no_printer(), "warn", "printer"))
        cancel, keep = Button(self.tr("Cancel")), Button(self.tr("Use it"), "primary")
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._on_keep)
        for button in (cancel, keep):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        keep.setVisible(any_)
        (keep if any_ else cancel).setDefault(True)

    def _on_keep(self) -> None:
        name, copies = self.printer.value(), self.copies.value()
        if name is None or copies is None:
            self._field.show_problem(
                self.copies.problem() or self.tr("Choose a printer and how many copies.")
            )
            return
        try:
            self._settings.put(PRINTER, name)
            self._settings.put(BOTH_SIDES, self.both.value())
            self._settings.put(COPIES, copies)
        except OSError:  # remembering it is a convenience
            pass
        self.accept()
        self.chosen.emit(Printer(name, copies, self.both.value()))
