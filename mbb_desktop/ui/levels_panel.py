"""Levels and side: the entry, its echo, the side buttons and the spine. The text is the one source."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from mbb_desktop.clinical.anatomy import (
    JointSide,
    NerveSide,
    Region,
    Side,
    joints_of_spine,
    say_joints_in_sentence,
    targets_of,
)
from mbb_desktop.clinical.block import Block, Target
from mbb_desktop.clinical.charting import (
    once_left,
    plan_differs,
    region_of,
    with_levels,
    without_former_contrast,
    without_levels,
    without_region,
)
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.levels import EXAMPLES, Choice, Levels, Question, Refusal, read_counted
from mbb_desktop.drawing.spine_marks import Marks
from mbb_desktop.ui import language, theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.choices import Segments
from mbb_desktop.ui.folding_row import FoldingRow
from mbb_desktop.ui.laid_out import laid_out_once
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.level_text import lone_nerves, nerve_text, spelled, volume_text
from mbb_desktop.ui.levels_echo import Chooser, LevelsEcho, Reading, asks_for_side
from mbb_desktop.ui.parts import Notice, keycap, line, section_title, stack, words
from mbb_desktop.ui.spine_view import NavigatorView, Place, SpineView
from mbb_desktop.ui.visit import Visit

_REGIONS = tuple(Region)
_LETTERS = {(Side.LEFT,): "l", (Side.RIGHT,): "r", (Side.LEFT, Side.RIGHT): "b"}


class LevelsPanel(QFrame):
    """Reads the entry on every key and writes joints and targets into the draft."""

    done = Signal()
    """Enter was pressed and nothing is missing."""
    side_changed = Signal(str)
    """A side button moved recorded levels; the words say so, and undo puts them back."""

    def __init__(self, draft: BlockDraft, visit: Visit) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._draft, self._visit = draft, visit
        self._history = _history(visit)
        self._chosen_region: Region | None = None
        self._looked_at: Region | None = None
        self._asked: Question | None = None
        self._insists = False
        self._kept: dict[NerveSide, Target] = {}  # of the levels as last read
        self._left: dict[NerveSide, Target] = {}  # of those read before
        self._joints_shown: tuple[JointSide, ...] = ()
        self._counted = self._vertebrae()
        self._build()
        self.refresh()

    # Building

    def _build(self) -> None:
        column = stack(self, spacing=8, margins=(12, 10, 12, 12))
        head = line()
        head.addWidget(section_title(self.tr("Levels and side")))
        head.addStretch()
        head.addWidget(keycap("F2"))
        column.addLayout(head)
        self.entry = QLineEdit()
        self.entry.setObjectName("levels")
        self.entry.setProperty("kind", "entry")
        self.entry.setProperty("records", "levels_text")
        self.entry.setAccessibleName(self.tr("Levels and side"))
        self.entry.textEdited.connect(self._on_typed)
        self.entry.installEventFilter(self)
        self.echo, self.chooser = LevelsEcho(), Chooser()
        self.chooser.chosen.connect(self._write)
        self._plan = Notice("", "warn", "triangle-alert")
        for part in (self.entry, self.echo, self.chooser, self._plan):
            column.addWidget(part)
        column.addWidget(self._buttons())
        column.addLayout(self._pictures(), 1)

    def _buttons(self) -> FoldingRow:
        self.sides = Segments([self.tr("Left"), self.tr("Right"), self.tr("Bilateral")])
        self.regions = Segments(["C", "T", self.tr("Lumbar")])
        beside = 9 if language.in_force() == "en" else 5  # the words for the sides are longer
        for button in (*self.sides.buttons, *self.regions.buttons):
            button.setStyleSheet(f"padding: {theme.px(5)}px {theme.px(beside)}px")
        for sides, button in zip(_LETTERS, self.sides.buttons, strict=True):
            button.setAccessibleName(self.tr("Side: {0}").format(button.text()))
            button.clicked.connect(lambda _down=False, sides=sides: self._on_side(sides))
        for region, button in zip(_REGIONS, self.regions.buttons, strict=True):
            button.setAccessibleName(self.tr("Region of bare digits: {0}").format(localized(region.value)))
            button.clicked.connect(lambda _down=False, region=region: self.choose_region(region))
        return FoldingRow((words(self.tr("Side"), "help"), self.sides), (self.regions,))

    def _pictures(self) -> QHBoxLayout:
        row = line(spacing=4)
        self.navigator, self.spine = NavigatorView(), SpineView()
        self.navigator.asked.connect(self._on_looked)
        self.spine.toggled.connect(lambda joint: self._mark({joint} ^ self._marked()))
        self.spine.passed_over.connect(lambda joints: self._mark({*joints} | self._marked()))
        self.spine.nerve_pressed.connect(self._on_nerve)
        self.spine.cleared.connect(lambda: self._write(""))
        row.addWidget(self.navigator)
        row.addWidget(self.spine, 1)
        return row

    # Showing

    def refresh(self) -> None:
        """Show what the draft has now."""
        with laid_out_once(self, self.echo):
            self._show()

    def _show(self) -> None:
        self._heed_vertebrae()
        self._show_example()
        block = self._draft.block
        if block.joints != self._joints_shown:
            self._joints_shown, self._looked_at = block.joints, None
        self._show_text(block)
        self._show_reading(self._reading())
        self._show_sides(block)
        self._show_plan(block)
        self._show_pictures(block)
        self._let_edit(self._draft.may_enter("joints"))

    def focus_entry(self) -> None:
        """Put the cursor where levels are typed."""
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_example(self) -> None:
        example = self.tr("Levels and side, for example {0}").format(EXAMPLES[self._region()])
        if example != self.entry.placeholderText():
            self.entry.setPlaceholderText(example)

    def _show_text(self, block: Block) -> None:
        text = block.levels_text or self._spelled(self._marked(), block.joints)
        if text.strip() != self.entry.text().strip():
            self.entry.setText(text)

    def _show_reading(self, reading: Reading) -> None:
        question = self._asked or (reading if isinstance(reading, Question) else None)
        if isinstance(reading, Levels) and self._asked is None:
            self.echo.show_levels(reading)
        elif question is not None:
            urgent = self._insists or question is self._asked
            self.echo.show_sentence(question.sentence, "warn" if urgent else "info", "info")
        elif isinstance(reading, Refusal):
            self.echo.show_sentence(reading.sentence, "danger", "circle-alert")
        else:
            hint = self.tr("Type levels and side, or click joints on the spine.")
            self.echo.show_sentence(hint, "neutral", "info")
        self.chooser.offer(self._choices(reading, question), numbered=question is not None)

    def _choices(self, reading: Reading, question: Question | None) -> tuple[Choice, ...]:
        if question is not None:
            return () if asks_for_side(question) else question.choices
        suggestions = reading.suggestions if isinstance(reading, Refusal) else ()
        return tuple(Choice(text, text) for text in suggestions)

    def _show_sides(self, block: Block) -> None:
        by_joint: dict[str, set[Side]] = {}
        for joint in block.joints:
            by_joint.setdefault(joint.joint, set()).add(joint.side)
        for nerve in lone_nerves(block):
            by_joint.setdefault(nerve.nerve, set()).add(nerve.side)
        kinds = {tuple(side for side in Side if side in sides) for sides in by_joint.values()}
        mixed = len(kinds) > 1
        third = self.tr("Mixed") if mixed else self.tr("Bilateral")
        if self.sides.buttons[2].text() != third:
            self.sides.buttons[2].setText(third)
        at = list(_LETTERS).index(next(iter(kinds))) if len(kinds) == 1 else None
        self.sides.choose(2 if mixed else at)
        self.regions.choose(_REGIONS.index(self._region()))

    def _show_plan(self, block: Block) -> None:
        planned = say_joints_in_sentence(block.planned_joints)
        if plan_differs(block):
            self._say_plan(self.tr("Plan says {0}").format(planned))
        else:
            self._say_plan("")

    def _say_plan(self, text: str) -> None:
        if text != self._plan.text():
            self._plan.show_text(text, "warn", "triangle-alert")

    def plan_text(self) -> str:
        """What is said about the plan; empty while nothing differs."""
        return self._plan.text()

    def _show_pictures(self, block: Block) -> None:
        region = self._looked_at or block.region or self._region()
        marks = Marks(
            joints=block.joints,
            targets=tuple(target.place for target in block.targets),
            volumes={t.place: volume_text(t) for t in block.targets if t.volume is not None},
            planned=() if block.joints else block.planned_joints,
            treated_before=tuple(self._history),
            six_lumbar=self._six(),
        )
        self.spine.show_marks(region, marks, self._history)
        self.navigator.show_region(region, block.joints, six_lumbar=self._six())

    def _let_edit(self, may: bool) -> None:
        if self.spine.isEnabled() is not may:
            self.entry.setReadOnly(not may)
            for widget in (self.sides, self.regions, self.spine, self.chooser):
                widget.setEnabled(may)

    # Reading

    def _six(self) -> bool:
        return self._draft.block.vertebrae is Vertebrae.SIX

    def _read(self, text: str, region: Region) -> Reading:
        return read_counted(text, region=region, vertebrae=self._spine())

    def _spine(self) -> Vertebrae | None:
        """How levels read; six vertebrae count once the block itself has them, as its papers do."""
        sacralised = self._vertebrae() is Vertebrae.SACRALISED_L5
        return Vertebrae.SACRALISED_L5 if sacralised else self._draft.block.vertebrae

    def _vertebrae(self) -> Vertebrae | None:
        """As recorded in the block, else in the complaint."""
        return self._draft.block.vertebrae or self._visit.course.vertebrae

    def _region(self) -> Region:
        """Where digits without a letter belong: chosen here, or the complaint's; never what is on screen."""
        return self._chosen_region or self._visit.course.region

    def _reading(self) -> Reading:
        return self._read(self.entry.text(), self._region())

    def _heed_vertebrae(self) -> None:
        """With another number of vertebrae the same text may mean other levels, or none."""
        counted = self._vertebrae()
        if counted is not self._counted:
            self._counted = counted
            if self._draft.block.joints or self._draft.block.targets:
                self._take(self._draft.block.levels_text)

    # Typing

    def _on_typed(self, text: str) -> None:
        self._asked, self._insists = None, False
        self._take(text)

    def _take(self, text: str) -> None:
        block = self._draft.block
        reading = self._read(text, self._region())
        self._kept |= {target.place: target for target in block.targets}
        if isinstance(reading, Levels):
            preset = self._visit.presets[region_of(reading.joints, reading.targets) or self._region()]
            remembered = replace(block, targets=tuple(self._kept.values()))
            changed = self._with_left(with_levels(remembered, reading, text, preset, self._draft.author()))
            self._left |= {place: once_left(block, target) for place, target in self._kept.items()}
            self._kept = {target.place: target for target in changed.targets}
        else:
            changed = without_levels(block, text)
        if changed == block:
            self.refresh()
        self._draft.change(changed, "levels")

    def _forget_left(self) -> None:
        self._kept.clear()
        self._left.clear()

    def _with_left(self, block: Block) -> Block:
        """The block with what is remembered of targets that levels read in between did not name."""
        back = {place: target for place, target in self._left.items() if place not in self._kept}
        return replace(block, targets=tuple(back.get(target.place, target) for target in block.targets))

    def _write(self, text: str) -> None:
        """Put a text into the entry as if it had been typed at once."""
        self._asked, self._insists = None, False
        self._draft.end_step()
        self.entry.setText(text)
        self._take(text)
        self._draft.end_step()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut:
            self._leave()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                return False
            self._on_enter()
            return True
        number = event.text()
        if number.isdigit() and self._takes_numbers():
            text = self.chooser.text_of(int(number))
            if text is not None:
                self._write(text)
                return True
        return False

    def _takes_numbers(self) -> bool:
        """A digit answers a question only where it cannot belong to the entry: at its end, after the side."""
        at_end = self.entry.cursorPosition() == len(self.entry.text()) and not self.entry.hasSelectedText()
        return self.chooser.isVisible() and at_end and not isinstance(self._reading(), Refusal)

    def _on_enter(self) -> None:
        if isinstance(self._reading(), Levels) and self._asked is None:
            self._leave()
            self.done.emit()
        else:
            self._insists = True
            self._show_reading(self._reading())
            if isinstance(self._reading(), Refusal):  # typing replaces it, Ctrl+Z brings it back
                self._draft.end_step()
                self.entry.selectAll()

    def _leave(self) -> None:
        """What was recorded at the targets waits for as long as the text cannot be read."""
        self._draft.end_step()
        reading = self._reading()
        if not self.entry.text().strip() and self._kept:
            self._draft.change(without_former_contrast(without_region(self._draft.block)), "levels")
            self._draft.end_step()
        if isinstance(reading, Levels) and self._kept:
            self._draft.change(without_former_contrast(self._draft.block), "levels")
            self._draft.end_step()
        if isinstance(reading, Levels) or not self.entry.text().strip():
            self._forget_left()
        if isinstance(reading, Levels) and self._reads_otherwise(reading):
            self._write(reading.spelling)
            self._forget_left()

    def _reads_otherwise(self, levels: Levels) -> bool:
        """Whether the text would mean something else when the record is opened again."""
        again = self._read(self.entry.text(), self._visit.course.region)
        return not isinstance(again, Levels) or again.targets != levels.targets

    # Buttons and pictures

    def choose_region(self, region: Region) -> None:
        """Digits typed from now on belong to this region; what is recorded keeps its meaning."""
        reading = self._reading()
        if isinstance(reading, Levels) and self._draft.may_enter("joints"):
            self._write(reading.spelling)
        self._chosen_region, self._looked_at = region, region
        if not isinstance(reading, Levels) and self.entry.text().strip():
            self._take(self.entry.text())
        self.refresh()
        self.focus_entry()

    def copy_levels(self, earlier: Block) -> None:
        """Write the levels of an earlier block; the side has to be typed."""
        names = dict.fromkeys(place.joint for place in earlier.joints)
        alone = dict.fromkeys(nerve_text(place.nerve) for place in lone_nerves(earlier))
        self._write(" ".join([*names, *alone]) + " ")
        self.focus_entry()
        self._insists = True
        self._show_reading(self._reading())

    def _on_looked(self, region: Region) -> None:
        self._looked_at = region
        self.refresh()

    def _on_side(self, sides: tuple[Side, ...]) -> None:
        reading = self._reading()
        if isinstance(reading, Question) and asks_for_side(reading):
            word = "bilateral" if len(sides) > 1 else sides[0].value
            self._write(next(choice.text for choice in reading.choices if choice.label == word))
        elif isinstance(reading, Levels):
            self._change_side(sides)
        else:
            hint = self.tr("Type the levels first, or click a joint on its side.")
            self.echo.show_sentence(hint, "warn", "info")
        self.refresh_sides()

    def refresh_sides(self) -> None:
        """Let the side buttons show the record again, whatever was pressed."""
        self._show_sides(self._draft.block)

    def _change_side(self, sides: tuple[Side, ...]) -> None:
        marked = self._marked()
        moved: set[Place] = {replace(place, side=side) for place in marked for side in sides}
        if moved == marked:
            return
        self._write(self._spelled(moved, [place for place in moved if isinstance(place, JointSide)]))
        word = self.tr("both sides") if len(sides) > 1 else localized(sides[0].value)
        self.side_changed.emit(self.tr("Side changed to {0}").format(word))

    def _marked(self) -> set[Place]:
        return {*self._draft.block.joints, *lone_nerves(self._draft.block)}

    def _mark(self, places: Iterable[Place]) -> None:
        self._write(self._spelled({*places}))

    def _spelled(self, places: set[Place], settled: Iterable[JointSide] | None = None) -> str:
        """The entry for these places; what is recorded already is not asked again."""
        recorded = self._draft.block.joints if settled is None else settled
        return spelled(places, self._spine(), {*recorded})

    def _on_nerve(self, nerve: NerveSide) -> None:
        """A nerve may serve two joints: which one is meant is asked, never guessed."""
        marked = self._marked()
        if nerve in marked:
            self._mark(marked - {nerve})
            return
        table = joints_of_spine(six_lumbar=self._six()).values()
        joints = [JointSide(j.name, nerve.side) for j in table if nerve.nerve in j.nerves]
        if len(joints) == 1:
            self._mark(marked ^ {joints[0]})
            return
        choices = [self._joint_choice(joint, marked) for joint in joints]
        if nerve not in targets_of(self._draft.block.joints, six_lumbar=self._six()):
            alone = self.tr("{0} alone").format(nerve.nerve)
            choices.append(Choice(alone, self._spelled(marked | {nerve})))
        sentence = self.tr("{0} {1} serves two joints. Which one?").format(
            nerve.nerve, localized(nerve.side.value)
        )
        self._asked = Question(sentence, tuple(choices))
        self._show_reading(self._reading())
        self.focus_entry()

    def _joint_choice(self, joint: JointSide, marked: set[Place]) -> Choice:
        words = self.tr("Remove {0}") if joint in marked else self.tr("Add {0}")
        return Choice(words.format(say_joints_in_sentence([joint])), self._spelled(marked ^ {joint}))


def _history(visit: Visit) -> dict[JointSide, str]:
    """Where the person was blocked before in this course, with day, drug and result."""
    return {joint: visit.told(block) for block in visit.earlier for joint in block.joints}
