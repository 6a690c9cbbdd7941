"""Find anything by typing: patients first, each with two identifiers, then commands with their keys."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage.patients import Page
from mbb_desktop.ui import theme
from mbb_desktop.ui.command import Command
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.messages import announce
from mbb_desktop.ui.palette_rows import PaletteRows, Row
from mbb_desktop.ui.parts import appear, key_hints, line, muted, rule_line, stack
from mbb_desktop.ui.person_words import born_words, full_name, similar_chip
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.day_list import DayList, day_list
from mbb_desktop.workflow.keep_patients import find_patients
from mbb_desktop.workflow.people_list import with_similar_names

_PEOPLE, _COMMANDS = 6, 5
_WHOLE_WORDS = 4  # letters
_PAUSE_MS = 150
_COMMANDS_ONLY = ">"
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be asked for: everywhere, and about one patient."""

    commands: Sequence[Command]
    about: Callable[[Patient], Sequence[Command]]


class Palette(DialogCard):
    """Typing searches; the arrows choose, Enter opens, Ctrl+Enter documents a block."""

    chart_asked = Signal(object)
    block_asked = Signal(object)
    patient_asked = Signal(str)

    def __init__(self, session: Session, window: QWidget, offers: Offers) -> None:
        self.line, self.rows = QLineEdit(), PaletteRows()
        self._nothing = muted("")
        self._session, self._offers = session, offers
        people = session.may(Permission.FIND_PEOPLE)
        title = window.tr("Find a patient or a command") if people else window.tr("Find a command")
        super().__init__(window, title, wide=640)
        self._turn = self._shown_turn = 0
        self._run_when_here: Callable[[], None] | None = None
        self._people: tuple[Patient, ...] = ()
        self._similar: frozenset[UUID] = frozenset()
        self._blocks_today: dict[UUID, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look_for_similar)
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.rows.chosen.connect(self._on_chosen)
        self.rows.moved.connect(self._say_chosen)
        if session.may(Permission.FIND_PEOPLE):
            session.do(day_list).then(self._take_day, self)
        self._search("")
        self.line.setFocus()

    def _make_card(self, title: str, wide: int) -> None:
        frame = QFrame()
        frame.setProperty("kind", "dialogCard")
        stack(self, spacing=0).addWidget(frame)
        whole = stack(frame, spacing=0, margins=(0, 6, 0, 10))
        self.line.setObjectName("paletteLine")
        self.line.setFrame(False)
        self.line.setPlaceholderText(title)
        self.line.setAccessibleName(title)
        self.line.setMinimumHeight(theme.px(46))
        self.line.setTextMargins(theme.px(12), 0, theme.px(12), 0)
        self.line.setFont(theme.font(16))
        self._nothing.setWordWrap(True)
        self._nothing.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14))
        for part in (self.line, rule_line(), self._nothing, self.rows, self._foot()):
            whole.addWidget(part)

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = line(foot, margins=(20, 10, 20, 4))
        choose, enter, block = self.tr("choose"), self.tr("open"), self.tr("document block")
        keys = [("↑ ↓", choose), ("Enter", enter), ("Ctrl Enter", block)]
        row.addWidget(key_hints(keys if self._session.may(Permission.RECORD_BLOCK) else keys[:2]))
        row.addStretch()
        if self._finds_people():
            row.addWidget(muted(self.tr("Type > for commands only")))
        return foot

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self.rows.move_by(_MOVES[Qt.Key(event.key())])
        elif event.key() in _ENTERS:
            wants_block = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._when_here(self._document if wants_block else self._open)
        else:
            super().keyPressEvent(event)

    def said(self) -> str:
        """What stands there instead of rows."""
        return self._nothing.text() if self.rows.count() == 0 else ""

    def _fit(self) -> None:
        """Near the top, so that the line stays where it is while the list grows."""
        window = self._window
        self.ensurePolished()
        self.adjustSize()
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + window.height() // 8)

    # Searching

    def _search(self, text: str) -> None:
        self._turn += 1
        turn = self._turn
        if text.startswith(_COMMANDS_ONLY) or not text.strip() or not self._finds_people():
            self._show(turn, ())
        else:
            finding = self._session.do(find_patients, text, None, _PEOPLE)
            finding.then(lambda page: self._found(turn, page), receiver=self)

    def _finds_people(self) -> bool:
        return self._session.may(Permission.FIND_PEOPLE)

    def _found(self, turn: int, page: Page) -> None:
        self._show(turn, page.patients)

    def _show(self, turn: int, people: Sequence[Patient]) -> None:
        if turn != self._turn:
            return
        self._shown_turn, self._people = turn, tuple(people)
        self._show_rows()
        self._pause.start()
        if self._run_when_here is not None:
            run, self._run_when_here = self._run_when_here, None
            run()

    def _show_rows(self) -> None:
        people = [self._person_row(person) for person in self._people]
        found = list(self._matching())
        called = [each for each in found if self._is_called(each)]
        first, rest = (
            [self._command_row(each) for each in found if (each in called) is wanted]
            for wanted in (True, False)
        )
        commands = self.tr("Commands")
        self.rows.show_groups(((commands, first), (self.tr("Patients"), people), (commands, rest)))
        self._nothing.setText(self._nothing_words())
        appear(self._nothing, self.rows.count() == 0)
        self.fit()
        self._say_chosen()

    def _matching(self) -> Iterable[Command]:
        typed = self.line.text().strip()
        if typed.startswith(_COMMANDS_ONLY):
            typed = typed.removeprefix(_COMMANDS_ONLY)
            return [each for each in self._offers.commands if each.answers(typed)]
        known = [each for each in self._offers.commands if each.answers(typed)]
        about = self._offers.about(self._people[0]) if self._people else ()
        return [*about, *known][: _COMMANDS if self._people else len(known)]

    def _is_called(self, command: Command) -> bool:
        """Whether the typed words, whole, begin its name; fewer letters may begin a person's."""
        typed = self.line.text().casefold().split()
        enough = len("".join(typed)) >= _WHOLE_WORDS
        return enough and command.words.casefold().split()[: len(typed)] == typed

    def _nothing_words(self) -> str:
        named = self._new_name()
        if named:
            return self.tr("No match. Enter adds a patient named {0}.").format(named)
        if self._withheld():
            return self.tr("Your role has no access to this command.")
        if self._finds_people():
            return self.tr("No match. Check the spelling.")
        none = self.tr("No command is called that. Your role sees no patients.")
        if self._session.may(Permission.EMERGENCY_ACCESS):
            return f"{none} {self.tr('The command Emergency access opens charts, with a reason.')}"
        return none

    def _withheld(self) -> bool:
        """Whether the words, in part, are those of a command that the role has not."""
        named = (
            (Permission.OPEN_CHART, self.tr("Lots and recalls")),
            (Permission.PLAN_BLOCK, self.tr("Plan a day's list from a file")),
            (Permission.ISSUE_PAPERS, self.tr("Letters")),
            (Permission.SEE_FIGURES, self.tr("Analytics")),
            (Permission.KEEP_AUTHORIZATIONS, self.tr("Authorizations")),
        )
        lacked = [Command(words, lambda: None) for needed, words in named if not self._session.may(needed)]
        typed = self.line.text()
        enough = len(typed.strip()) >= _WHOLE_WORDS
        return enough and any(each.answers(typed) for each in lacked)

    def _new_name(self) -> str:
        typed = self.line.text().strip()
        a_name = typed and not any(sign.isdigit() for sign in typed) and typed[0] != _COMMANDS_ONLY
        return typed if a_name and not self._withheld() and self._session.may(Permission.EDIT_PEOPLE) else ""

    def _person_row(self, person: Patient) -> Row:
        today = self._session.now().date()
        second = self.tr("Born {0}   MRN {1}").format(
            born_words(person, today), person.mrn or self.tr("not recorded")
        )
        block = self._blocks_today.get(person.id, "")
        chip = similar_chip() if person.id in self._similar else None
        words = f"{second}   {block}" if block else second
        return Row(
            "user", full_name(person), lambda: self.chart_asked.emit(person.id), words, chip, person.id
        )

    def _command_row(self, command: Command) -> Row:
        return Row(command.icon, command.words, command.run, keys=command.keys)

    # Beside the search

    def _take_day(self, day: DayList) -> None:
        for row in day.board.blocks:
            at = row.block.scheduled_at
            time = f" {at:%H:%M}" if at else ""
            self._blocks_today[row.patient.id] = self.tr("block today") + time
        self._show_rows()

    def _look_for_similar(self) -> None:
        """In a pause of the typing, so that no search ever waits for this."""
        if self._people:
            self._session.do(with_similar_names, self._people).then(self._mark_similar, self)

    def _mark_similar(self, found: frozenset[UUID]) -> None:
        self._similar |= found
        chosen = self.rows.at
        self._show_rows()
        self.rows.choose(chosen)

    def _say_chosen(self) -> None:
        row = self.rows.current()
        said = f"{row.title}. {row.second}" if row else self._nothing.text()
        self.line.setAccessibleDescription(said)
        announce(self.line, said)

    # Doing

    def _when_here(self, run: Callable[[], None]) -> None:
        """Enter means what the typed words find, also when the list has not caught up yet."""
        if self._shown_turn == self._turn:
            run()
        else:
            self._run_when_here = run

    def _open(self) -> None:
        row = self.rows.current()
        if row is not None:
            self._on_chosen(row)
        elif name := self._new_name():
            self.accept()
            self.patient_asked.emit(name)

    def _document(self) -> None:
        row = self.rows.current()
        if row is not None and row.patient_id is not None and self._session.may(Permission.RECORD_BLOCK):
            self.accept()
            self.block_asked.emit(row.patient_id)

    def _on_chosen(self, row: Row) -> None:
        self.accept()
        row.run()
