"""The time-out as the physician sees it: read-only from the room, or who and when, entered afterwards."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mbb_desktop.clinical.access import Role
from mbb_desktop.clinical.block import Block, Item, TimeOut, WhereTimeOut
from mbb_desktop.clinical.charting import plan_differs, with_time_out_afterwards
from mbb_desktop.clinical.complaint import against_complaint
from mbb_desktop.clinical.time_out import agrees, corrected_at, entered_for_another, kept_where
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.completion import offer
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.elided import ElidedLabel
from mbb_desktop.ui.fact_field import Fact, PastMomentEditor
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import (
    TONE_COLORS,
    Button,
    IconLabel,
    Notice,
    Tone,
    appear,
    line,
    put,
    stack,
    strong,
    words,
)
from mbb_desktop.ui.reason_field import ReasonField
from mbb_desktop.ui.visit import Visit


class TimeOutRow(QFrame):
    """One line at the top of the work; it asks only when no room screen was used."""

    room_asked = Signal()

    def __init__(self, draft: BlockDraft, visit: Visit) -> None:
        super().__init__()
        self._draft, self._course = draft, visit.course
        self._shown: tuple[object, ...] | None = None
        column = stack(self, spacing=6, margins=(10, 4, 10, 4))
        column.addLayout(self._line())
        column.addWidget(self._fields(visit))
        self._problem = words("", "help", "danger")
        column.addWidget(self._problem)
        why = Fact("levels_reason", Item.LEVELS, self.tr("Reason for these levels"))
        self.warned = Notice("", "warn", "triangle-alert")
        column.addWidget(self.warned)
        self.reason = ReasonField(draft, visit, why)
        appear(self.reason, False)
        column.addWidget(self.reason)
        self.setProperty("records", "time_outs.at time_outs.led_by")
        self.refresh()

    def refresh(self) -> None:
        """Show what the draft has now."""
        block = self._draft.block
        self.reason.refresh()
        elsewhere = against_complaint(block, self._course)
        self.warned.show_text("\n".join(elsewhere), "warn", "triangle-alert")
        differs = agrees(block) is False or plan_differs(block)
        self.reason.setVisible(differs or bool(elsewhere) or bool(block.levels_reason))
        agreed = (agrees(block), entered_for_another(block), bool(block.planned_joints))
        over = (block.needle_out, block.entered(Item.TIMES))
        shown = (block.time_outs, agreed, over, self._draft.is_editable())
        if shown == self._shown:
            return
        self._shown = shown
        held = block.time_outs[-1] if block.time_outs else None
        if held is None:
            self._say("warn", "clock", self.tr("Time-out"), self.tr("not recorded on a room screen"))
        elif held.stopped:
            then = self.tr("repeat it before any injection")
            if not held.settled_by:
                then = self.tr("settle it with your PIN first")
            self._say("danger", "ban", self.tr("Time-out stopped {0}").format(f"{held.at:%H:%M}"), then)
        else:
            self._say_held(block, held)
        asks = held is None and self._draft.may_enter("time_outs")
        self._asked.setVisible(asks)
        in_room = held is not None and held.where is WhereTimeOut.ROOM_SCREEN
        self._lock.setVisible(in_room)
        self._room.setVisible(held is not None and held.stopped and self._draft.is_editable())
        self._again.setVisible(held is not None and not in_room and self._draft.may_enter("time_outs"))

    def focus_first(self) -> QWidget | None:
        """Where to go when the time-out is missing, was stopped or stands for other levels; else None."""
        block = self._draft.block
        if not block.time_outs:
            return self.who
        if block.time_out is None:
            return self._room
        return self._again if entered_for_another(block) else None

    def text(self) -> str:
        """What the line says."""
        return f"{self._title.text()} {self._words.text()}"

    def _line(self) -> QHBoxLayout:
        row = line(spacing=8)
        self._icon = IconLabel("circle-check", "ok", 16)
        self._title, self._words = strong(""), ElidedLabel()
        self._lock = IconLabel("lock", "muted", 14)
        self._lock.setToolTip(self.tr("Recorded on the room screen; read only here"))
        self._again = Button(self.tr("Change"), "link")
        self._again.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._again.clicked.connect(self._on_again)
        self._room = Button(self.tr("Open room screen"), "link")
        self._room.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._room.clicked.connect(self.room_asked)
        row.addWidget(self._icon)
        row.addWidget(self._title)
        row.addWidget(self._words, 1)
        row.addWidget(self._room)
        row.addWidget(self._lock)
        row.addWidget(self._again)
        return row

    def _fields(self, visit: Visit) -> QWidget:
        self._asked = QWidget()
        row = line(self._asked, spacing=8)
        self.who, self.when = TextEditor(self.tr("for example M. Diaz, RN")), PastMomentEditor(self._draft)
        nurses = [user.signs_as for user in visit.users.values() if Role.NURSE in user.roles and user.active]
        offer(self.who.line, nurses)
        self.who.name(self.tr("Who led the time-out"))
        self.when.name(self.tr("Time of the time-out"))
        self.when.set_width(76)
        self.when.line.entered.connect(self._record)
        self.when.left.connect(self._record)
        record = Button(self.tr("Record"))
        record.clicked.connect(self._record)
        for part in (words(self.tr("Led by"), "help"), self.who, words(self.tr("at"), "help"), self.when):
            row.addWidget(part, 1 if part is self.who else 0)
        row.addWidget(record)
        return self._asked

    def _say(self, tone: Tone, icon: str, title: str, text: str) -> None:
        put(self, "kind", "soft" if tone in ("ok", "neutral") else tone)
        self._icon.show_icon(icon, TONE_COLORS[tone][0])
        self._title.setText(title)
        self._words.setText(text)
        self.setAccessibleName(f"{title} {text}")
        self._problem.setVisible(False)

    def _say_held(self, block: Block, held: TimeOut) -> None:
        title = self.tr("Time-out {0}, {1}, {2}").format(
            f"{held.at:%H:%M}", held.led_by, localized(kept_where(block, held))
        )
        if entered_for_another(block):
            then = self.tr("entered for other levels, another side or day: press Change")
            self._say("warn", "triangle-alert", title, then)
        elif agrees(block) is False:
            self._say("warn", "triangle-alert", title, self.tr("other side or levels than recorded now"))
        elif held.matched_plan:
            matches = self.tr("side and levels match the plan")
            corrected = self.tr("side and levels match the plan as corrected")
            self._say("ok", "circle-check", title, corrected if corrected_at(block) else matches)
        else:
            self._say("ok", "circle-check", title, "")

    def _record(self) -> None:
        """Take who and when once both are there."""
        wrong = self.when.problem()
        self._problem.setText(wrong)
        self._problem.setVisible(bool(wrong))
        led_by, at = self.who.value(), self.when.value()
        if led_by and at is not None and not self._draft.block.time_outs:
            self._take(led_by, at)

    def _take(self, led_by: str, at: datetime) -> None:
        block = with_time_out_afterwards(self._draft.block, led_by, at, self._draft.author())
        self._draft.change(block)

    def _on_again(self) -> None:
        """Take back what was entered afterwards, to enter it anew; undo brings it back."""
        block = self._draft.block
        held = block.time_outs[-1]
        self.who.set_value(held.led_by)
        self.when.set_value(held.at)
        self._draft.change(replace(block, time_outs=block.time_outs[:-1]))
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
