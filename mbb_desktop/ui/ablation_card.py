"""An ablation that was done: where, at which nerves, with what, and by whom."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.anatomy import JointSide, Region
from mbb_desktop.clinical.block import Block, BlockState
from mbb_desktop.clinical.complaint import joints_elsewhere
from mbb_desktop.clinical.course import Treatment
from mbb_desktop.clinical.performed import joints_blocked, say_places
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.ui.ablation_fields import add_how, add_where
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Button, Notice, help_text
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.workflow.ablations import ablation_problem

_COLUMNS = 4


def related_blocks(
    done: Treatment, blocks: Sequence[Block]
) -> tuple[tuple[Block, tuple[JointSide, ...]], ...]:
    """The signed blocks before an ablation of one of its joints and sides, oldest first."""
    before = [b for b in blocks if b.state is BlockState.SIGNED and done.on and b.performed_on <= done.on]
    found = [(block, _shared(done, block)) for block in sorted(before, key=lambda b: (b.performed_on, b.id))]
    return tuple((block, places) for block, places in found if places)


def _shared(done: Treatment, block: Block) -> tuple[JointSide, ...]:
    places = joints_blocked(block)
    return tuple(p for p in places if p.joint in done.joints and (not done.sides or p.side in done.sides))


class AblationCard(DialogCard):
    """Nothing is filled in; `kept` brings the Treatment."""

    kept = Signal(object)

    def __init__(self, window: QWidget, blocks: Sequence[Block], today: date, region: Region) -> None:
        super().__init__(window, window.tr("Record an ablation"), wide=820)
        self._blocks, self._today, self._region = blocks, today, region
        self._asked_about: tuple[str, ...] = ()
        self.form: RecordForm[Treatment] = RecordForm(Treatment(), columns=_COLUMNS)
        add_where(self.form, today)
        add_how(self.form)
        self._notice, self._related = Notice("", "danger", "circle-alert"), help_text("")
        for part in (self._notice, self.form, self._related):
            self.body.addWidget(part)
        back, self.save = Button(self.tr("Cancel"), "large"), Button(self.tr("Save"), "primary")
        back.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        for button in (back, self.save):
            self.buttons.addWidget(button)
        self.form.edited.connect(self._on_edited)
        self._show_related()

    def is_unfinished(self) -> bool:
        return self.form.is_dirty()

    def related(self) -> str:
        """Which blocks led to it, in words."""
        return self._related.text()

    def _ask_about(self, elsewhere: tuple[str, ...]) -> None:
        """Joints of another region than the complaint may be meant; the wrong chart looks the same."""
        self._asked_about = elsewhere
        asked = self.tr("The complaint is {0}, and {1} is not. Is this the complaint you mean?")
        said = asked.format(localized(self._region.value), localized(listed(elsewhere))) if elsewhere else ""
        self._notice.show_text(said, "warn", "triangle-alert")
        self.save.say(self.tr("Yes, save it") if elsewhere else self.tr("Save"))
        self.fit()

    def _show_related(self) -> None:
        found = related_blocks(self.form.record(), self._blocks)
        said = "; ".join(
            f"{show_date(b.performed_on)} {localized(say_places(places))}" for b, places in found
        )
        text = self.tr("Blocks of these joints before it: {0}.").format(said) if found else ""
        none = self.tr("No signed block of these joints before that day is in this record.")
        told = bool(self.form.record().on and self.form.record().joints)
        self._related.setText(text or (none if told else ""))
        self.fit()

    def _on_edited(self, name: str) -> None:
        if name == "joints" and self._asked_about:
            self._ask_about(())
        self._show_related()

    def _save(self) -> None:
        done = self.form.record()
        unread = [self.form.field(name).named(said) for name, said in self.form.problems().items()]
        self.form.show_problems()
        if wrong := next(iter(unread), "") or ablation_problem(done, self._today):
            self._notice.show_text(wrong, "danger", "circle-alert")
            self.fit()
            return
        elsewhere = joints_elsewhere(done.joints, self._region)
        if elsewhere != self._asked_about:
            self._ask_about(elsewhere)
            return
        self.kept.emit(self.form.record())
        self.accept()
