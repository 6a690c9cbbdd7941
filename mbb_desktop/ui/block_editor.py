"""The block editor: levels at the left, the work in the middle, the live note at the right."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Block, Item
from mbb_desktop.clinical.charting import proposals
from mbb_desktop.clinical.checks import Problem, blocking, problems
from mbb_desktop.clinical.paper import PaperKind, SignedDocument
from mbb_desktop.clinical.response import Response
from mbb_desktop.clinical.room_part import is_closed
from mbb_desktop.ui import theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.collision_bar import CollisionBar
from mbb_desktop.ui.draft_state import DraftState
from mbb_desktop.ui.editor_footer import EditorFooter, MissingList
from mbb_desktop.ui.editor_head import EditorHead
from mbb_desktop.ui.editor_work import WorkPane
from mbb_desktop.ui.levels_panel import LevelsPanel
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.note_pane import NotePane
from mbb_desktop.ui.parts import line, rule_line, stack
from mbb_desktop.ui.patient_banner import PatientBanner
from mbb_desktop.ui.person_words import banner_facts
from mbb_desktop.ui.places import EditorPlace, focused_place
from mbb_desktop.ui.popover import Popover
from mbb_desktop.ui.screen_keys import block_keys
from mbb_desktop.ui.session import Session
from mbb_desktop.ui.sign_card import SignCard
from mbb_desktop.ui.visit import Practice, signature_of, visit_of
from mbb_desktop.workflow.issue_paper import note_facts
from mbb_desktop.workflow.keep_patients import Chart
from mbb_desktop.workflow.record_block import read_block

__all__ = ["BlockEditor", "Practice"]

_LEVELS = ((1300, 408), (980, 392), (0, 370))  # as wide where the editor has at least so much room
_NOTE, _NOTE_OVER, _THREE_PANES = 316, 440, 1300
"""From the last width on the note has its own pane; below, it comes with F6."""


class BlockEditor(QWidget):
    """One block and its scores. Opens in Levels while they are empty; nothing clinical is filled in."""

    keys = block_keys
    closed = Signal()
    signed = Signal(object)  # SignedDocument
    print_asked = Signal(object, bool)  # PaperKind, whether it is a draft
    next_asked = Signal()
    addendum_asked = Signal()
    room_asked = Signal()

    def __init__(  # noqa: PLR0913, PLR0917  what a chart, a block and a clinic consist of
        self,
        session: Session,
        window: MainWindow,
        chart: Chart,
        block: Block,
        response: Response,
        practice: Practice,
    ) -> None:
        super().__init__()
        self.setObjectName("blockEditor")
        self.setProperty("kind", "page")
        self._session, self._window = session, window
        self.draft = BlockDraft(session, block, response, self)
        self._visit = visit_of(chart, block, practice)
        self._missing: tuple[Problem, ...] = ()
        self._last_missing: Problem | None = None
        self._signed_by = signature_of(chart, block)
        self._filtered: QLineEdit | None = None
        self._come_back_to = self._before_more = ""
        self._build()
        self._connect()
        self._add_keys()
        session.do(note_facts, block.id).then(self.note.begin)
        self._show_standing()

    # Building

    def _build(self) -> None:
        self.head = EditorHead(self.draft, self._visit)
        self.levels = LevelsPanel(self.draft, self._visit)
        self.work = WorkPane(self.draft, self._visit, self, blind=self._visit.blinded(self._session.user))
        self.note = NotePane(self.draft, self._visit, self)
        self.collision_bar, self.footer = CollisionBar(), EditorFooter()
        self.state = DraftState(self._session, self._window, self.draft, self.footer, self.collision_bar)
        column = stack(self, spacing=0)
        column.addLayout(top := line(margins=(16, 7, 16, 6)))
        top.addWidget(self.head)
        self._panes = line(spacing=12, margins=(16, 0, 16, 8))
        self._panes.addWidget(self.levels)
        self._panes.addWidget(self.work, 1)
        self._panes.addWidget(self.note)
        column.addLayout(self._panes, 1)
        for part in (self.collision_bar, rule_line(), self.footer):
            column.addWidget(part)

    def _connect(self) -> None:
        draft, footer = self.draft, self.footer
        draft.changed.connect(self.refresh)
        self.state.failing_changed.connect(self._show_missing)
        self.state.discarded.connect(self.closed)
        self.head.copy_asked.connect(self.copy_levels)
        self.head.preset_asked.connect(self.show_preset)
        self.head.more_asked.connect(self.toggle_more)
        self.levels.done.connect(self._on_levels_done)
        self.levels.side_changed.connect(lambda said: self._window.messages.toast(said, draft.undo))
        self.work.time_out.room_asked.connect(lambda: draft.when_saved(self.room_asked.emit))
        self.work.strip.confirmed.connect(self.work.go_on_after_strip)
        self.work.more_closed.connect(self._on_more_closed)
        self.work.pain.left_at_end.connect(self._on_scores_done)
        self.note.source_asked.connect(self.go_to_source)
        footer.undo_asked.connect(draft.undo)
        footer.redo_asked.connect(draft.redo)
        footer.missing_asked.connect(self.go_to_next_missing)
        footer.note_asked.connect(self.toggle_note)
        footer.print_asked.connect(self.print_note)
        footer.sign_asked.connect(self.sign)
        footer.next_asked.connect(self.next_asked)
        footer.addendum_asked.connect(self.addendum_asked)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "F2": self._to_levels,
            "F3": lambda: self.work.go_to_item(Item.ANESTHETIC),
            "F4": lambda: self.work.go_to_item(Item.FLUOROSCOPY),
            "F5": self._to_pain,
            "F6": self.toggle_note,
            "F7": self.go_to_next_missing,
            "F8": self.toggle_more,
            "F9": self.work.strip.accept_all,
            "Ctrl+Z": self.draft.undo,
            "Ctrl+Shift+Z": self.draft.redo,
            "Ctrl+Return": self.sign,
            "Ctrl+Enter": self.sign,
            "Ctrl+D": self.copy_levels,
            "Ctrl+P": self.print_note,
            "Alt+C": lambda: self.levels.choose_region(Region.CERVICAL),
            "Alt+T": lambda: self.levels.choose_region(Region.THORACIC),
            "Alt+L": lambda: self.levels.choose_region(Region.LUMBAR),
        }
        for key, run in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    def title(self) -> str:
        """What is open, for the window; never a name."""
        return self.tr("Medial branch block")

    def banner(self) -> PatientBanner:
        """Whose record this is."""
        today = self._session.now().date()
        return PatientBanner(banner_facts(self._visit.patient, today, self._visit.similar))

    # Showing

    def refresh(self) -> None:
        """Show what the draft has now; each part compares before it changes."""
        self.levels.refresh()
        self.work.refresh()
        self.note.refresh()
        self._show_standing()

    def _show_standing(self) -> None:
        self.head.refresh(self.work.more.recorded())
        self._show_missing()
        self.footer.show_steps(undo=self.draft.can_undo(), redo=self.draft.can_redo())
        if is_closed(self.draft.block):
            self._show_signed()

    def missing(self) -> tuple[Problem, ...]:
        """What keeps the note from being signed."""
        return self._missing

    def _show_missing(self) -> None:
        block, now, visit = self.draft.block, self._session.now(), self._visit
        if is_closed(block):
            self._missing = ()
            return
        found = problems(block, visit.patient, now, visit.formulary, visit.course, visit.others)
        self._missing = blocking(found)
        may_sign = self._session.may(Permission.SIGN)
        self.footer.show_missing(len(self._missing), may_sign=may_sign, failing=self.state.failing)

    def _show_signed(self) -> None:
        at, by = self._signed_by or (self._session.now(), self._session.user.signs_as)
        self.footer.show_signed(self.tr("Signed {0} by {1}").format(f"{at:%H:%M}", by))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= theme.px(_THREE_PANES)
        levels = (wide for least, wide in _LEVELS if self.width() >= theme.px(least))
        self.levels.setFixedWidth(theme.px(next(levels)))
        self.note.setFixedWidth(theme.px(_NOTE if roomy else _NOTE_OVER))
        self.footer.show_note_button(not roomy)
        self._place_note(roomy)

    def _place_note(self, roomy: bool) -> None:
        """A pane of its own, or a sheet over the work that F6 brings."""
        in_row = self._panes.indexOf(self.note) >= 0
        if roomy and not in_row:
            self._panes.addWidget(self.note)
            self.note.show()
        elif not roomy and in_row:
            self._panes.removeWidget(self.note)
            self.note.setParent(self)
            self.note.hide()
        if not roomy:
            self._lay_note_over()

    def _lay_note_over(self) -> None:
        box = self.work.geometry()
        box.setLeft(max(box.left(), box.right() - theme.px(_NOTE_OVER)))
        self.note.setGeometry(box)

    def toggle_note(self) -> None:
        """Go to the note; where it has no pane of its own, bring it or put it away."""
        if self._panes.indexOf(self.note) < 0:
            self._lay_note_over()
            self.note.setVisible(self.note.isHidden())
            self.note.raise_()
            if self.note.isHidden():
                self._to_levels()
                return
        self.note.refresh_now()
        self.note.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_more(self) -> None:
        """Open the further facts, or go back to the work."""
        if not self.work.is_more_open():
            self._before_more = self.focused_place()
            self.work.show_more(True)
        else:
            self.work.show_more(False)
            self._on_more_closed()

    def _on_more_closed(self) -> None:
        self.head.refresh(self.work.more.recorded())
        self._restore_focus(self._before_more)

    def show_preset(self) -> None:
        """What the practice proposes here; a preset holds no fact."""
        preset = self._visit.preset_for(self.draft.block)
        popover = Popover(self, self.head.preset, preset.name)
        popover.add(self.tr("Proposed, never recorded by itself. Each is accepted in As performed."))
        for proposal in proposals(self.draft.block, preset):
            popover.add(f"{proposal.label}: {proposal.value}")
        popover.open()

    # Going

    def go_to_source(self, source: str) -> None:
        """To the input of a sentence of the note."""
        record, _, path = source.partition(".")
        if record == "block" and path in ("joints", "levels_text", "planned_joints"):
            self._to_levels()
        elif record == "block":
            self.work.go_to_path(path)
        elif record == "response":
            self._to_pain()
        else:
            self._window.messages.toast(self.tr("This is kept in the chart, not in the block."))

    def go_to_next_missing(self) -> None:
        """To the first missing item, then to the one after it."""
        if not self._missing:
            return
        at = self._missing.index(self._last_missing) + 1 if self._last_missing in self._missing else 0
        self._last_missing = self._missing[at % len(self._missing)]
        self._go_to(self._last_missing)

    def _go_to(self, problem: Problem) -> None:
        if problem.path:
            self.work.go_to_path(problem.path)
        elif problem.item is Item.LEVELS:
            self._to_levels()
        else:
            self.work.go_to_item(problem.item)

    def _to_levels(self) -> None:
        self.levels.focus_entry()

    def _to_pain(self) -> None:
        self.work.show_more(False)
        self.work.pain.focus_grid()
        self.work.show_widget(self.work.pain.grid)

    def _on_levels_done(self) -> None:
        self.work.go_to_item(Item.ANESTHETIC)

    def _on_scores_done(self) -> None:
        """Every score that was due is in: the next step is the footer's."""
        self.footer.sign.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_levels(self) -> None:
        """The levels of the block before, without its side."""
        if self._visit.earlier and self.draft.may_enter("joints"):
            self.levels.copy_levels(self._visit.earlier[-1])

    # Coming and leaving

    def entered(self) -> None:
        """Called when it is shown: the cursor is where it was, else in Levels, or in what is missing."""
        self._restore_focus(self._come_back_to)
        self._come_back_to = ""
        self.draft.look_again()
        self.draft.look_at_scores()

    def leaving(self) -> None:
        """Called before something else is shown: write everything now."""
        self.draft.save_at_once()
        self._session.announce("block", "response", patient_id=self._visit.patient.id)

    # Printing and signing

    def print_note(self) -> None:
        """The note as it is: a draft, or the signed paper."""
        if is_closed(self.draft.block):
            self.print_asked.emit(PaperKind.PROCEDURE_NOTE, False)
        else:
            self.draft.when_saved(lambda: self.print_asked.emit(PaperKind.PROCEDURE_NOTE, True))

    def sign(self) -> None:
        """Read the record back and ask for the PIN; with something missing list it instead."""
        if not self._session.may(Permission.SIGN) or not self.draft.is_editable():
            return
        if self._missing:
            self.list_missing()
            return
        self.draft.when_saved(self._read_back)

    def list_missing(self) -> None:
        """Everything that keeps the note from being signed, each with its way there."""
        title = self.tr("Missing to sign: {0}").format(len(self._missing))
        listed = MissingList(self, self.footer.list, title, self._missing)
        listed.go_asked.connect(self._go_to)
        listed.open()

    def _read_back(self) -> None:
        focused = self.focused_place()
        card = SignCard(self._window, self._session, self.draft, self._visit)
        card.signed.connect(self._on_signed)
        card.locked_out.connect(self._window.lock, Qt.ConnectionType.QueuedConnection)
        card.rejected.connect(lambda: self._come_back_from_card(focused))
        card.open()

    def _come_back_from_card(self, focused: str) -> None:
        self._window.activateWindow()
        self._restore_focus(focused)

    def _on_signed(self, document: SignedDocument) -> None:
        self._signed_by = (document.signed_at, document.signer)
        self._session.do(read_block, self.draft.block.id).then(self.draft.stored)
        self._session.do(note_facts, self.draft.block.id).then(self.note.begin)
        self.signed.emit(document)
        self.setFocus()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signed = is_closed(self.draft.block)
        if signed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_asked.emit()
        elif event.text() in (".", ",") and self.footer.sign.hasFocus():
            self.work.pain.grid.take_last_back(event.text())
        elif event.key() == Qt.Key.Key_Escape and self._put_away():
            return
        else:
            super().keyPressEvent(event)

    def _put_away(self) -> bool:
        """Escape closes what lies over the work before it leaves the editor."""
        if self.work.is_more_open():
            self.toggle_more()
            return True
        if self._panes.indexOf(self.note) < 0 and not self.note.isHidden():
            self.toggle_note()
            return True
        return False

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """In a line of the editor Ctrl+Z undoes the record, not the letters of that line."""
        if old is self.footer.sign:
            self.work.pain.grid.keep_last()
        if self._filtered is not None:
            self._filtered.removeEventFilter(self)
        self._filtered = now if isinstance(now, QLineEdit) and self.isAncestorOf(now) else None
        if self._filtered is not None:
            self._filtered.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo or event.matches(QKeySequence.StandardKey.Redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    # The place to come back to

    def focused_place(self) -> str:
        """The name of the input that has the keyboard; empty without one."""
        return focused_place(self)

    def place(self) -> EditorPlace:
        """Where the person is, to come back to after a lock."""
        undo, redo = self.draft.steps()
        return EditorPlace(self.draft.block.id, self.focused_place(), undo, redo)

    def come_back(self, place: EditorPlace) -> None:
        """Restore cursor and undo steps of the same block."""
        if place.block_id == self.draft.block.id:
            self.draft.restore_steps(place.undo, place.redo)
            self._come_back_to = place.focused
            self._restore_focus(place.focused)

    def _restore_focus(self, name: str) -> None:
        found = self.findChild(QWidget, name) if name else None
        begun = bool(self.draft.block.joints) and self.draft.may_enter("joints")
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.work.go_back_to(name, self._missing if begun else None):
            self.levels.focus_entry()
