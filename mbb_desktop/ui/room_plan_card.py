"""A physician settles a stop at the circulator's screen: what is right, who decides, and the PIN."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import User
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.ui.choices import ChoiceEditor, YesNoEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import SecretEditor
from mbb_desktop.ui.levels_echo import sentence_label
from mbb_desktop.ui.parts import Button, appear, rule_line, words
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.room_levels import SiteEntry

_SEGMENTS_UP_TO = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be settled, where the right levels are typed, and whether there is a plan to keep."""

    told: str
    site: SiteEntry
    has_plan: bool


class PlanCard(DialogCard):
    """Nothing is filled in: the physician says what is right and signs for it with the PIN."""

    decided = Signal(object, object, str)  # the right joints, none to keep the plan; physician; PIN

    def __init__(self, window: QWidget, physicians: Sequence[User], asked: Asked) -> None:
        super().__init__(window, self.tr("The physician settles the time-out"), wide=560)
        self.site, self._has_plan = asked.site, asked.has_plan
        self._sentences = sentence_label()
        self._sentences.setText(asked.told)
        self.keeps = YesNoEditor(self.tr("Keep it, the answers were wrong"), self.tr("Correct it"))
        self._plan = Field(self.tr("The plan"), self.keeps)
        names = [(user, user.signs_as) for user in physicians]
        self.physician: ChoiceEditor[User] = ChoiceEditor(names, segmented=len(names) <= _SEGMENTS_UP_TO)
        if len(physicians) == 1:
            self.physician.set_value(physicians[0])
        self.pin = SecretEditor(digits_only=True)
        self._who = Field(self.tr("Physician"), self.physician)
        self._secret = Field(self.tr("PIN of the physician"), self.pin)
        self._build()

    def show_refused(self, sentence: str) -> None:
        """The PIN was not accepted, or the decision could not be kept."""
        self.pin.wipe()
        self._secret.show_problem(sentence)
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fit()

    def _build(self) -> None:
        self.body.addWidget(self._sentences)
        self.body.addWidget(rule_line())
        self._title = words(self.tr("What is right, with its side"), "fieldLabel")
        self._missing = words("", "help", "danger")
        self._missing.hide()
        for part in (self._plan, self._title, self.site, self._missing, rule_line(), self._who, self._secret):
            self.body.addWidget(part)
        appear(self._plan, self._has_plan)
        self._show_site()
        self._add_buttons()
        self.pin.line.entered.connect(self._decide, Qt.ConnectionType.QueuedConnection)
        self.keeps.edited.connect(self._on_plan)
        self.site.edited.connect(self.fit)
        (self.keeps if self._has_plan else self.site.line).setFocus()

    def _add_buttons(self) -> None:
        cancel, settle = Button(self.tr("Cancel")), Button(self.tr("Settle it"), "primary")
        for button, run in ((cancel, self.reject), (settle, self._decide)):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(run)
            self.buttons.addWidget(button)
        settle.setDefault(True)

    def _corrects(self) -> bool:
        return not self._has_plan or self.keeps.value() is False

    def _show_site(self) -> None:
        for part in (self._title, self.site):
            appear(part, self._corrects())

    def _on_plan(self) -> None:
        self._plan.show_problem("")
        self._missing.hide()
        self._show_site()
        self.fit()
        if self.keeps.value() is not None:
            (self.site.line if self._corrects() else self.pin).setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide(self) -> None:
        corrects, physician, pin = self._corrects(), self.physician.value(), self.pin.value()
        undecided = self._has_plan and self.keeps.value() is None
        joints = self.site.joints() if corrects else ()
        self._plan.show_problem(self.tr("Say whether the plan is right.") if undecided else "")
        self._missing.setText(self.tr("Type the joints and the side.") if corrects and not joints else "")
        self._missing.setVisible(bool(self._missing.text()))
        self._who.show_problem("" if physician else self.tr("Choose who settles it."))
        self._secret.show_problem("" if pin else self.tr("Type the PIN."))
        self.fit()
        if physician and pin and not undecided and (joints or not corrects):
            self.decided.emit(joints, physician, pin)


def plan_site(region: Region, vertebrae: Vertebrae | None) -> SiteEntry:
    """The levels and side of the correction, in the size of a card."""
    return SiteEntry(region, vertebrae, high=44)
