"""What blocks start from, per region: the clinic's presets, and a physician's own over them."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Prep
from mbb_desktop.clinical.drugs import show_percent_strength
from mbb_desktop.clinical.preset import AgentOffered, Preset
from mbb_desktop.clinical.preset_limits import offered_agents, offered_contrasts
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.ui.choices import Segments
from mbb_desktop.ui.editors import ChoiceEditor, DecimalEditor, IntegerEditor, MultiChoice, TextEditor
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, appear, body, card, line, muted, scrolled, stack
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.keep_presets import (
    PresetShelf,
    RefusedPreset,
    forget_preset,
    preset_shelf,
    save_preset,
)
from mbb_desktop.workflow.knowledge import formulary

_STEP = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PresetTyped:
    """A preset as the form shows it: a drug with its strength is one choice."""

    agents: tuple[AgentOffered, ...]
    volume: Decimal | None
    third_occipital_volume: Decimal | None
    needle_gauge: int | None
    needle_length: Decimal | None
    prep: Prep | None
    position: str
    contrast_agent: AgentOffered | None
    contrast_volume: Decimal | None
    skin_agent: AgentOffered | None
    images_per_target: int | None


class PresetSettings(QWidget):
    """One region at a time; what is typed for one stays while another is looked at, until it is saved.

    It is checked against the formulary then.
    """

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._shelf: PresetShelf | None = None
        self._typed: dict[tuple[Region, bool], PresetTyped] = {}
        self._shown: tuple[tuple[Region, bool], PresetTyped] | None = None  # the form as it was filled in
        self.whose = Segments([self.tr("My own"), self.tr("The clinic's")])
        self.region = Segments([region.value.capitalize() for region in Region])
        self.form: RecordForm[PresetTyped] | None = None
        self.notice = Notice("", "danger", "circle-alert")
        self._from = muted("")
        self._holder = QWidget()
        self._column = stack(self._holder)
        self.save, self.forget = Button(self.tr("Save"), "primary"), Button("", "link")
        self._build()
        session.changed.connect(self._on_changed)
        self.reload()

    def reload(self) -> None:
        """Read the presets again."""
        self._session.do(preset_shelf).then(self._show)

    def show_region(self, region: Region, *, own: bool) -> None:
        """Show another preset."""
        self.region.choose(list(Region).index(region))
        self.whose.choose(0 if own else 1)
        self._show_chosen()

    def is_unfinished(self) -> bool:
        """Whether something is typed that was not saved."""
        self._keep_typed()
        return bool(self._typed)

    def _build(self) -> None:
        frame = card(self.tr("Presets"))
        said = self.tr(
            "What blocks start from. A preset only proposes: nothing of it is recorded before somebody "
            "accepts it, and no side, level or finding is ever in it."
        )
        frame.body.addWidget(body(said))
        row = line(spacing=16)
        for segments, at in ((self.whose, 1), (self.region, 0)):
            segments.choose(at)
            for button in segments.buttons:
                button.clicked.connect(self._on_chosen)
            row.addWidget(segments)
        row.addStretch()
        frame.body.addLayout(row)
        for part in (self._from, self.notice, self._holder):
            frame.body.addWidget(part)
        end = line()
        for pressed, run in ((self.save, self._on_save), (self.forget, self._on_forget)):
            pressed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            pressed.clicked.connect(run)
            end.addWidget(pressed)
        end.addStretch()
        frame.body.addLayout(end)
        inner = QWidget()
        column = stack(inner, margins=(20, 16, 20, 16))
        column.addWidget(frame)
        column.addStretch()
        stack(self).addWidget(scrolled(inner))

    def _show(self, shelf: PresetShelf) -> None:
        first, self._shelf = self._shelf is None, shelf
        appear(self.whose, shelf.may_have_own)
        if first and shelf.may_have_own:
            self.whose.choose(0)
        self._show_chosen()

    def _on_chosen(self) -> None:
        """One of each is always down; pressing it again does not let it up."""
        for segments in (self.whose, self.region):
            if segments.chosen() is None:
                pressed = self.sender()
                segments.choose(next(at for at, b in enumerate(segments.buttons) if b is pressed))
        self._show_chosen()

    def _own(self) -> bool:
        return self._shelf is not None and self._shelf.may_have_own and self.whose.chosen() == 0

    def _region(self) -> Region:
        return list(Region)[self.region.chosen() or 0]

    def _kept(self) -> bool:
        """Whether this preset was changed here, and is not the one below it."""
        assert self._shelf is not None
        return self._region() in (self._shelf.own if self._own() else self._shelf.clinic)

    def _preset(self) -> Preset:
        assert self._shelf is not None
        return self._shelf.in_use(self._region(), own=self._own())

    def _show_chosen(self) -> None:
        if self._shelf is None:
            return
        self.notice.show_text("")
        self._keep_typed()
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        key, kept = (self._region(), self._own()), _typed(self._preset())
        self._shown = key, kept
        self.form = self._form(self._typed.get(key, kept))
        self._column.addWidget(self.form)
        appear(self.forget, self._kept())
        self.forget.say(self.tr("Start from the clinic's") if self._own() else self.tr("Start as delivered"))
        self._from.setText(self._said())

    def _keep_typed(self) -> None:
        if self._shown is None or self.form is None:
            return
        key, kept = self._shown
        if (typed := self.form.record()) != kept:
            self._typed[key] = typed
        else:
            self._typed.pop(key, None)

    def _let_go(self, key: tuple[Region, bool]) -> None:
        """What was typed for it is saved, or no longer meant."""
        self._typed.pop(key, None)
        if self._shown is not None and self._shown[0] == key:
            self._shown = None

    def _said(self) -> str:
        assert self._shelf is not None
        if self._kept():
            return self.tr("Changed here.")
        if self._own() and self._region() in self._shelf.clinic:
            return self.tr("The same as the clinic's.")
        return self.tr("As delivered with the program.")

    def _form(self, typed: PresetTyped) -> RecordForm[PresetTyped]:
        form = RecordForm(typed, columns=3)
        known = formulary()
        agents = [(each, _called(each)) for each in offered_agents(known)]
        contrasts = [(e, f"{e.agent} {plain(e.strength)} mgI/mL") for e in offered_contrasts(known)]
        form.add_field("agents", self.tr("Anesthetics offered"), MultiChoice(agents, columns=3), span=3)
        form.add_field("volume", self.tr("Volume at each nerve"), DecimalEditor(_STEP, "mL"))
        if self._region() is Region.CERVICAL:
            third = DecimalEditor(_STEP, "mL")
            form.add_field("third_occipital_volume", self.tr("Third occipital nerve, in all"), third)
        form.add_field("skin_agent", self.tr("Skin anesthetic"), ChoiceEditor(agents, segmented=False))
        form.add_field("needle_gauge", self.tr("Needle"), IntegerEditor("G"))
        form.add_field("needle_length", self.tr("Needle length"), DecimalEditor(Decimal("0.1"), "in"))
        form.add_field(
            "prep", self.tr("Skin prep"), ChoiceEditor([(p, p.value) for p in Prep], segmented=False)
        )
        form.add_field("position", self.tr("Position"), TextEditor(max_length=60))
        form.add_field("contrast_agent", self.tr("Contrast"), ChoiceEditor(contrasts, segmented=False))
        form.add_field("contrast_volume", self.tr("Contrast at each needle"), DecimalEditor(_STEP, "mL"))
        form.add_field("images_per_target", self.tr("Images saved per needle"), IntegerEditor())
        return form

    def _on_save(self) -> None:
        assert self.form is not None
        if self.form.show_problems():
            return
        typed = self.form.record()
        if missing := [name for name in PresetTyped.__slots__ if self._lacks(typed, name)]:
            for name in missing:
                self.form.field(name).show_problem(self.tr("Enter what blocks start from."))
            return
        saving = self._session.do(
            save_preset, self._region(), _preset_of(typed, self._preset()), own=self._own()
        )
        saved = partial(self._on_saved, (self._region(), self._own()))
        saving.changes("preset").then(saved, self).failed(self._on_failed)

    def _lacks(self, typed: PresetTyped, name: str) -> bool:
        return name != "third_occipital_volume" and getattr(typed, name) in (None, "", ())

    def _on_saved(self, key: tuple[Region, bool], _done: None) -> None:
        self._let_go(key)
        self._window.messages.toast(self.tr("Saved. Blocks that are opened from now on start from it."))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, RefusedPreset) and self.form is not None:
            shown = {name: said for name, said in error.problems.items() if name in PresetTyped.__slots__}
            for name, said in shown.items():
                self.form.field(name).show_problem(said)
            if shown:
                return
        said = explain(error) or self.tr("It was not saved. Try again.")
        self.notice.show_text(said, "danger", "circle-alert")

    def _on_forget(self) -> None:
        forgetting = self._session.do(forget_preset, self._region(), own=self._own())
        key = self._region(), self._own()
        forgetting.changes("preset").then(lambda _done: self._let_go(key), self).failed(self._on_failed)

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("preset"):
            self.reload()


def _called(offered: AgentOffered) -> str:
    return f"{offered.agent} {show_percent_strength(offered.strength)}"


def _typed(preset: Preset) -> PresetTyped:
    alike = {name: getattr(preset, name) for name in PresetTyped.__slots__}
    contrast = AgentOffered(preset.contrast_agent, preset.contrast_strength)
    skin = AgentOffered(preset.skin_agent, preset.skin_strength)
    return PresetTyped(**{**alike, "contrast_agent": contrast, "skin_agent": skin})


def _preset_of(typed: PresetTyped, before: Preset) -> Preset:
    """The preset that was typed; every field is there."""
    assert typed.contrast_agent is not None
    assert typed.skin_agent is not None
    drugs = ("contrast_agent", "skin_agent")
    alike = {name: getattr(typed, name) for name in PresetTyped.__slots__ if name not in drugs}
    return replace(
        before,
        **alike,
        contrast_agent=typed.contrast_agent.agent,
        contrast_strength=typed.contrast_agent.strength,
        skin_agent=typed.skin_agent.agent,
        skin_strength=typed.skin_agent.strength,
    )
