"""The time-out, step by step: said aloud, entered without the plan, answered, seen, and who is there."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import PatientAnswer, TimeOut, WhereTimeOut
from mbb_desktop.clinical.course import Vertebrae
from mbb_desktop.clinical.shown import show_time
from mbb_desktop.clinical.time_out import Mismatch, said, unanswered
from mbb_desktop.ui import theme
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Button, Card, IconLabel, line, put, rule_line, scrolled, stack, words
from mbb_desktop.ui.room_levels import SiteEntry
from mbb_desktop.ui.room_name import NameLine
from mbb_desktop.ui.room_tiles import BigButton, Option, StepHead, Tile, TileChoice, Tone, step_card
from mbb_desktop.ui.tool_tip import plain_tip

_ACROSS = 3  # people in a row
_BESIDE_FROM = 680
_NO_END = (1 << 24) - 1  # what Qt takes for no limit


class Stage(Enum):
    """OPEN takes answers; STOPPED and DONE show those that were given."""

    OPEN = "open"
    STOPPED = "stopped"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may be present: the name that is kept, and the short form on the screen."""

    name: str
    called: str


def named(name: str) -> Person:
    """Somebody without an account: `T. Lindgren, RT(R)` is called `T. Lindgren`."""
    return Person(name, name.split(",")[0])


@dataclass(frozen=True, slots=True)
class Setting:
    """What the time-out starts from: how bare digits read, what each check is about, who may be there."""

    region: Region
    vertebrae: Vertebrae | None
    details: Mapping[str, str]
    people: Sequence[Person]
    has_radiographer: bool
    unasked: Collection[str] = ()
    """Checks that nobody has asked the patient about yet."""


class TimeOutPanel(QWidget):
    """Two cards with five numbered steps. It never sees the plan."""

    edited = Signal()
    complete_asked = Signal()
    asking = Signal(str)  # a check that nobody has asked the patient about
    name_added = Signal(str, bool)  # the name, and whether it is the radiographer's

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._setting = setting
        self._unasked = set(setting.unasked)
        self.stage = Stage.OPEN
        self.ticks: dict[str, Tile] = {}
        self.people: dict[str, Tile] = {}
        self.site = SiteEntry(setting.region, setting.vertebrae)
        self.answer = _patient_answer(self.tr("The patient's own answer"))
        self.complete = BigButton(self.tr("Time-out complete"), "F6")
        self._missing, self._missing_icon = words("", "muted"), IconLabel("info", "text2", 16)
        self._make_ticks()
        self._cards = (self._first_card(), self._second_card())
        self._lay_out()
        for person in setting.people:
            self._add_person(person)
        self._connect()
        self._show_missing()

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._row = line(self._content, spacing=16)
        for card, share in zip(self._cards, (53, 47), strict=True):
            self._row.addWidget(card, share)
        stack(self, spacing=0).addWidget(scrolled(self._content))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the cards stand one below the other, each as high as it needs."""
        super().resizeEvent(event)
        beside = self.width() >= theme.px(_BESIDE_FROM)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._content.setMaximumHeight(self.height() if beside else _NO_END)
        for card in self._cards:
            for area in card.findChildren(QScrollArea):
                content = area.widget()
                high = 0 if beside or content is None else content.sizeHint().height()
                area.setMinimumHeight(high)

    # What is answered

    def answers(self, at: datetime) -> TimeOut:
        """The answers given so far; who leads and when is filled in when it is completed."""
        ticked = {name: tile.isChecked() for name, tile in self.ticks.items()}
        return TimeOut(
            at,
            "",
            WhereTimeOut.ROOM_SCREEN,
            levels_text=self.site.spelling(),
            joints=said(self.site.joints()),
            patient_answer=self.answer.value(),
            name_said=ticked["name_said"],
            born_said=ticked["born_said"],
            procedure_said=ticked["procedure_said"],
            consent=ticked["consent"],
            site_mark=ticked["site_mark"],
            allergy=ticked["allergy"],
            anticoagulant=ticked["anticoagulant"],
            images_up=ticked["images_up"],
            drug_labelled=ticked["drug_labelled"],
            present=tuple(name for name, tile in self.people.items() if tile.isChecked()),
        )

    def show_answers(self, given: TimeOut) -> None:
        """Show answers given before."""
        for name, tile in self.ticks.items():
            tile.setChecked(bool(getattr(given, name)))
        for name in given.present:
            if name not in self.people:
                self._add_person(named(name))
        for name, tile in self.people.items():
            tile.setChecked(name in given.present)
        in_room = given.where is WhereTimeOut.ROOM_SCREEN
        self.site.show_answer(given.levels_text if in_room else "")
        self.answer.set_value(given.patient_answer)
        self._show_missing()

    def show_asked(self, check: str, detail: str) -> None:
        """The patient was asked: the check says the answer and is ticked."""
        self._unasked.discard(check)
        self.ticks[check].show_detail(detail)
        self.ticks[check].setChecked(True)
        self._on_edited()
        self.enter()

    def forget_all(self) -> None:
        """Ask everything again; who is in the room stays."""
        self.site.clear()
        self.answer.set_value(None)
        for tile in self.ticks.values():
            tile.setChecked(False)
        self._show_missing()

    def missing(self) -> tuple[str, ...]:
        """What is not answered yet, in the order of the screen."""
        return unanswered(self.answers(datetime.min))

    # How far it is

    def show_open(self, may: bool) -> None:
        """Take answers."""
        self.stage = Stage.OPEN
        self._freeze(not may)
        self._mark_wrong(None)
        self._show_missing()

    def show_stopped(self, stopped: TimeOut, wrong: Mismatch | None) -> None:
        """Show the answers that did not agree, in red."""
        self.stage = Stage.STOPPED
        self._freeze(True)
        self._mark_wrong(wrong)
        text = self.tr("Time-out stopped at {0}").format(show_time(stopped.at))
        self.complete.show_state(text, Tone.STOPPED)
        self._say_missing("")

    def show_done(self, given: TimeOut, by: str) -> None:
        """Show the answers that count."""
        self.stage = Stage.DONE
        self._freeze(True)
        self._mark_wrong(None)
        afterwards = given.where is WhereTimeOut.AFTERWARDS
        done = (
            self.tr("Recorded afterwards {0}  by {1}")
            if afterwards
            else self.tr("Time-out complete {0}  by {1}")
        )
        text = done.format(show_time(given.at), by)
        self.complete.show_state(text, Tone.DONE)
        self._say_missing(self._matched(given.matched_plan))

    def _matched(self, matched: bool | None) -> str:
        if matched is None:
            return self.tr("No plan was recorded to compare with.")
        return self.tr("Side and levels match the plan.") if matched else ""

    def enter(self) -> None:
        """Put the keyboard on the first thing that is not answered."""
        said_aloud, seen = list(self.ticks.values())[:2], list(self.ticks.values())[2:]
        if open_said := [tile for tile in said_aloud if not tile.isChecked()]:
            open_said[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.site.joints():
            self.site.enter()
        elif self.answer.value() is None:
            self.answer.enter()
        else:
            rest = [*(tile for tile in seen if not tile.isChecked()), *self.people.values()]
            (rest[0] if self.missing() and rest else self.complete).setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _make_ticks(self) -> None:
        titles = {
            "name_said": self.tr("Full name"),
            "born_said": self.tr("Date of birth"),
            "procedure_said": self.tr("Procedure"),
            "consent": self.tr("Consent"),
            "site_mark": self.tr("Site mark"),
            "allergy": self.tr("Allergy"),
            "anticoagulant": self.tr("Anticoagulant"),
            "images_up": self.tr("Images up"),
            "drug_labelled": self.tr("Drug labelled"),
        }
        for name, title in titles.items():
            detail = self._setting.details.get(name, "")
            self.ticks[name] = Tile(title, detail, high=70 if detail else 62)

    def _first_card(self) -> Card:
        content = QWidget()
        column = stack(content, spacing=10, margins=(20, 14, 20, 14))
        said_aloud = line(spacing=12)
        for name in ("name_said", "born_said"):
            said_aloud.addWidget(self.ticks[name])
        head = StepHead(1, self.tr("Patient says aloud"), self.tr("compare with wristband"))
        _step(column, head, said_aloud)
        column.addWidget(rule_line())
        note = self.tr("from the consent form, plan hidden")
        _step(column, StepHead(2, self.tr("Side and levels"), note), self.site)
        column.addWidget(rule_line())
        asked = self.tr('Patient\'s own answer: "Which side is treated today?"')
        _step(column, StepHead(3, asked), self.answer)
        column.addStretch(1)
        return step_card(self.tr("Time-out, steps 1 to 3"), content)

    def _second_card(self) -> Card:
        content = QWidget()
        column = stack(content, spacing=8, margins=(20, 14, 20, 6))
        _step(column, StepHead(4, self.tr("Seen and said aloud")), self._checks())
        column.addWidget(rule_line())
        self._present_head = StepHead(5, self.tr("Present"))
        self.adders = {
            "radiographer": self._adder(self.tr("Radiographer")),
            "name": self._adder(self.tr("Name")),
        }
        self.adders["radiographer"].setVisible(not self._setting.has_radiographer)
        column.addWidget(self._present_head)
        self._present = QGridLayout()
        for across in range(_ACROSS):
            self._present.setColumnStretch(across, 1)
        self._present.setSpacing(theme.px(8))
        column.addLayout(self._present)
        self._name = NameLine()
        self._name.hide()
        column.addWidget(self._name)
        column.addStretch(1)
        card = step_card(self.tr("Time-out, steps 4 and 5"), content)
        card.body.addLayout(self._end())
        return card

    def _adder(self, text: str) -> Button:
        button = Button(text, "link", "plus")
        button.setAccessibleName(self.tr("Add to those present: {0}").format(text))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._present_head.row.addWidget(button)
        return button

    def _checks(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.px(6))
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, theme.px(96))
        first, *others = list(self.ticks)[2:]
        grid.addWidget(self.ticks[first], 0, 0, 1, 2)
        for at, name in enumerate(others, 2):
            grid.addWidget(self.ticks[name], at // 2, at % 2)
        return grid

    def _end(self) -> QVBoxLayout:
        column = stack(spacing=8, margins=(20, 0, 20, 12))
        column.addWidget(self.complete)
        row = line(spacing=8)
        self._missing.setWordWrap(True)
        row.addWidget(self._missing_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._missing, 1)
        column.addLayout(row)
        return column

    def _connect(self) -> None:
        for name, tile in self.ticks.items():
            tile.clicked.connect(partial(self._on_ticked, name))
        self.site.edited.connect(self._on_edited)
        self.answer.chosen.connect(self._on_edited)
        self.complete.clicked.connect(self.complete_asked)
        for kind, button in self.adders.items():
            button.clicked.connect(partial(self._ask_name, kind == "radiographer"))
        self._name.given.connect(self._on_name)

    # People

    def _add_person(self, person: Person) -> Tile:
        tile = Tile(person.called, high=44)
        tile.setAccessibleName(self.tr("Present: {0}").format(person.name))
        tile.setToolTip(plain_tip(person.name))
        tile.clicked.connect(self._on_edited)
        self.people[person.name] = tile
        at = len(self.people) - 1
        self._present.addWidget(tile, at // _ACROSS, at % _ACROSS)
        self._order()
        return tile

    def _ask_name(self, radiographer: bool, _checked: bool = False) -> None:
        self._name.ask(self.tr("Name, for example T. Lindgren, RT(R)"), radiographer)

    def _on_name(self, name: str, radiographer: bool) -> None:
        if name not in self.people:
            self._add_person(named(name))
        self.people[name].setChecked(True)
        if radiographer:
            self.adders["radiographer"].hide()
        self.people[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self.name_added.emit(name, radiographer)
        self._on_edited()

    def _order(self) -> None:
        """Tab follows the numbers of the steps."""
        chain: list[QWidget] = [self.ticks["name_said"], self.ticks["born_said"], self.site.line]
        chain += [*self.site.sides.tiles, *self.answer.tiles, *list(self.ticks.values())[2:]]
        chain += [*self.people.values(), *self.adders.values(), self._name, self.complete]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    # Showing

    def _on_ticked(self, check: str, _on: bool = False) -> None:
        if check in self._unasked and self.ticks[check].isChecked():
            self.ticks[check].setChecked(False)
            self.asking.emit(check)
        self._on_edited()

    def _on_edited(self) -> None:
        self._show_missing()
        self.edited.emit()

    def _freeze(self, frozen: bool) -> None:
        self.site.freeze(frozen)
        for widget in (self.answer, *self.adders.values()):
            widget.setEnabled(not frozen)
        for tile in (*self.ticks.values(), *self.people.values()):
            tile.setEnabled(not frozen)

    def _mark_wrong(self, wrong: Mismatch | None) -> None:
        if wrong is None:
            self.site.show_wrong(side=False, levels=False)
            self.answer.show_wrong(False)
            return
        planned, entered = _sides(wrong.planned), _sides(wrong.entered)
        other_side = bool(planned) and planned != entered
        other_levels = bool(planned) and set(wrong.planned) != set(wrong.entered)
        self.site.show_wrong(side=other_side, levels=other_levels and not other_side)
        self.answer.show_wrong(_is_other(wrong.patient_answer, planned or entered))

    def _show_missing(self) -> None:
        if self.stage is not Stage.OPEN:
            return
        missing = self.missing()
        self.complete.show_state(self.tr("Time-out complete"), Tone.WAITING if missing else Tone.READY)
        self._say_missing(self._missing_words(missing))

    def _missing_words(self, missing: Sequence[str]) -> str:
        if not missing:
            return self.tr("Everything is answered. Press F6.")
        checks = [word for word in missing if word in _CHECK_WORDS]
        if len(checks) > 1:
            checks = [self.tr("{0} checks").format(len(checks))]
        others = [word for word in missing if word not in _CHECK_WORDS]
        shown = [*(w for w in others if w != _PRESENT), *checks, *(w for w in others if w == _PRESENT)]
        text = self.tr("1 answer missing: {1}") if len(missing) == 1 else self.tr("{0} answers missing: {1}")
        return text.format(len(missing), ", ".join(map(localized, shown)))

    def _say_missing(self, text: str) -> None:
        self._missing.setText(text)
        self._missing_icon.setVisible(bool(text))
        put(self._missing, "tone", "")

    def insist(self) -> None:
        """The big button was asked for too early: say so, and go to what is missing."""
        put(self._missing, "tone", "warn")
        self.enter()


_PRESENT = "who is present"
_CHECK_WORDS = ("procedure", "consent", "site mark", "allergy", "anticoagulant", "images up", "drug labelled")


def _patient_answer(name: str) -> TileChoice[PatientAnswer]:
    return TileChoice(
        name,
        [
            Option(PatientAnswer.LEFT, localized("Left"), ("L",), "l"),
            Option(PatientAnswer.RIGHT, localized("Right"), ("R",), "r"),
            Option(PatientAnswer.BOTH, localized("Both"), ("L", "R"), "b"),
            Option(PatientAnswer.NOT_ABLE, localized("Not able"), (), "n"),
        ],
    )


def _step(column: QVBoxLayout, head: StepHead, content: QWidget | QLayout) -> None:
    column.addWidget(head)
    if isinstance(content, QWidget):
        column.addWidget(content)
    else:
        column.addLayout(content)


def _sides(words_: Iterable[str]) -> set[str]:
    return {word.rsplit(" ", 1)[1] for word in words_}


def _is_other(answer: PatientAnswer | None, sides: set[str]) -> bool:
    named = {
        PatientAnswer.LEFT: {"left"},
        PatientAnswer.RIGHT: {"right"},
        PatientAnswer.BOTH: {"left", "right"},
    }
    return answer in named and named[answer] != sides
