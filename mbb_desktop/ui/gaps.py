"""Characters that cannot be printed: said before a paper is signed, printed or saved."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.messages import announce
from mbb_desktop.ui.parts import Button, CheckBox, Notice, stack


class KnownGaps(QWidget):
    """What cannot be printed, and a box to tick by whoever signs nevertheless."""

    def __init__(self) -> None:
        super().__init__()
        column = stack(self, spacing=6)
        self.notice = Notice("", "warn", "triangle-alert")
        self.box = CheckBox(self.tr("Sign with \ufffd in the place of these characters"))
        column.addWidget(self.notice)
        column.addWidget(self.box)

    def show_gaps(self, said: str) -> None:
        """Say which; what was accepted before counts no longer."""
        self.box.setChecked(False)
        self.notice.show_text(said, "warn", "triangle-alert")
        announce(self, said)

    def accepted(self) -> bool:
        """Whether the box is ticked."""
        return self.box.isChecked()


def ask_with_gaps(over: QWidget, said: str, verb: str, then: Callable[[], object]) -> None:
    """Run `then` at once without gaps; else only when the person says so, and Enter does not."""
    if not said:
        then()
        return
    asking = DialogCard(over, over.tr("Some characters cannot be printed"), wide=480)
    asking.body.addWidget(Notice(said, "warn", "triangle-alert"))
    back, go_on = Button(over.tr("Cancel")), Button(verb, "primary")
    back.clicked.connect(asking.reject)
    go_on.clicked.connect(asking.accept)
    for button in (back, go_on):
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        asking.buttons.addWidget(button)
    back.setDefault(True)
    back.setFocus()
    asking.accepted.connect(then)
    asking.open()
