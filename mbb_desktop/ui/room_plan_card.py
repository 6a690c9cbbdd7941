"""A physician settles a mismatch at the circulator's screen: the right joints, who decides, and the PIN."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import ChoiceEditor, SecretEditor
from mbb_desktop.ui.levels_echo import sentence_label
from mbb_desktop.ui.parts import Button, rule_line, words
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.room_levels import SiteEntry

_SEGMENTS_UP_TO = 3


class PlanCard(DialogCard):
    """Nothing is filled in: the physician says what is right and signs for it with the PIN."""

    decided = Signal(object, object, str)  # joints, physician, PIN

    def __init__(self, window: QWidget, physicians: Sequence[User], told: str, site: SiteEntry) -> None:
        super().__init__(window, self.tr("The physician corrects the plan"), wide=560)
        self.site = site
        self._sentences = sentence_label()
        self._sentences.setText(told)
        names = [(user, user.signs_as) for user in physicians]
        self.physician: ChoiceEditor[User] = ChoiceEditor(names, segmented=len(names) <= _SEGMENTS_UP_TO)
        if len(physicians) == 1:
            self.physician.set_value(physicians[0])
        self.pin = SecretEditor(digits_only=True)
        self._who = Field(self.tr("Physician"), self.physician)
        self._secret = Field(self.tr("PIN of the physician"), self.pin)
        self._build()

    def show_refused(self, sentence: str) -> None:
        """The PIN was not accepted, or the correction could not be kept."""
        self.pin.wipe()
        self._secret.show_problem(sentence)
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def fit(self) -> None:
        """Take the height of what it holds now."""
        for area in self.findChildren(QScrollArea):
            area.updateGeometry()
        super().fit()

    def _build(self) -> None:
        self.body.addWidget(self._sentences)
        self.body.addWidget(rule_line())
        self.body.addWidget(words(self.tr("What is right, with its side"), "fieldLabel"))
        self._missing = words("", "help", "danger")
        self._missing.hide()
        for part in (self.site, self._missing, rule_line(), self._who, self._secret):
            self.body.addWidget(part)
        cancel, correct = Button(self.tr("Cancel")), Button(self.tr("Correct the plan"), "primary")
        for button, run in ((cancel, self.reject), (correct, self._decide)):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(run)
            self.buttons.addWidget(button)
        correct.setDefault(True)
        self.pin.line.entered.connect(self._decide, Qt.ConnectionType.QueuedConnection)
        self.site.edited.connect(self.fit)
        self.site.line.setFocus()

    def _decide(self) -> None:
        joints, physician, pin = self.site.joints(), self.physician.value(), self.pin.value()
        self._missing.setText("" if joints else self.tr("Type the joints and the side."))
        self._missing.setVisible(not joints)
        self._who.show_problem("" if physician else self.tr("Choose who corrects the plan."))
        self._secret.show_problem("" if pin else self.tr("Type the PIN."))
        self.fit()
        if joints and physician and pin:
            self.decided.emit(joints, physician, pin)


def plan_site(region: Region, six_lumbar: bool) -> SiteEntry:
    """The levels and side of the correction, in the size of a card."""
    return SiteEntry(region, six_lumbar, high=44)
