"""A new recovery code: shown, saved or printed, and typed back whole before it is in force."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from mbb_desktop.storage.recovery_code import same_code
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.parts import Button, body, help_text, line, stack, words
from mbb_desktop.ui.record_form import Field


class NewCode(QWidget):
    """Asks for its copies with `save_asked` and `print_asked`; `typed_back` says what is wrong."""

    save_asked = Signal(str)
    print_asked = Signal(str)

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self.typed = TextEditor(max_length=120)
        self._field = Field(self.tr("Type the whole code from your copy"), self.typed)
        column = stack(self, spacing=12)
        column.addWidget(
            body(self.tr("Without the passphrase and this code nobody can open the data, us included."))
        )
        column.addWidget(self._groups())
        column.addLayout(self._ways())
        column.addWidget(
            help_text(self.tr("Keep the copy where no patient and no computer is: a safe, or a bank."))
        )
        column.addWidget(self._field)
        column.addStretch()
        self.setFocusProxy(self.typed)

    def typed_back(self) -> bool:
        """Whether the whole code was typed; says so when not."""
        same = same_code(self.code, self.typed.text())
        wrong = self.tr(
            "This is not the code. Type all groups and the check character; case and dashes do not matter."
        )
        self._field.show_problem("" if same else wrong)
        if not same:
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
        return same

    def wipe(self) -> None:
        """Forget what was typed."""
        self.typed.set_value("")

    def _groups(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("kind", "soft")
        frame.setAccessibleName(self.tr("Recovery code {0}").format(self.code))
        grid = QGridLayout(frame)
        for at, group in enumerate(self.code.split("-")):
            label = words(group, "code")
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label, at // 4, at % 4, Qt.AlignmentFlag.AlignCenter)
        return frame

    def _ways(self) -> QHBoxLayout:
        row = line()
        for text, icon, asked in (
            (self.tr("Save as PDF"), "download", self.save_asked),
            (self.tr("Print"), "printer", self.print_asked),
        ):
            button = Button(text, icon=icon)
            button.clicked.connect(lambda _on=False, asked=asked: asked.emit(self.code))
            row.addWidget(button)
        row.addStretch()
        return row
