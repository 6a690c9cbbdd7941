"""The anesthetic: which drug, with epinephrine or not, how much at each nerve, and the arithmetic."""

import re
from decimal import Decimal
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

from mbb_desktop.clinical.allergies import allergy_concerns
from mbb_desktop.clinical.block import Block, DrugUse, Epinephrine, Item
from mbb_desktop.clinical.charting import with_agent, with_epinephrine
from mbb_desktop.clinical.concern import needs_reason
from mbb_desktop.clinical.dose_concerns import too_much
from mbb_desktop.clinical.doses import DoseLine, dose_lines, say_arithmetic, say_limit
from mbb_desktop.clinical.drug_concerns import drug_concerns
from mbb_desktop.clinical.drugs import show_percent_strength
from mbb_desktop.clinical.preset import AgentOffered
from mbb_desktop.ui import theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.choices import Segments
from mbb_desktop.ui.compact import compact
from mbb_desktop.ui.elided import ElidedLabel
from mbb_desktop.ui.fact_field import Fact
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.levels_echo import sentence_label
from mbb_desktop.ui.parts import IconLabel, Notice, keycap, line, put, section_title, stack, words
from mbb_desktop.ui.popover import Popover
from mbb_desktop.ui.reason_field import ReasonField
from mbb_desktop.ui.visit import Visit, agent_of, drug_words
from mbb_desktop.ui.volume_table import VolumeTable

_UNIT = re.compile(r"(?<=\d) (?=m)")  # a number stays on the line of its unit
_RESULT = re.compile(r"= ((?:at most )?[\d.,]+\sm(?:L|g))")
_NOT_COUNTED = re.compile(r"((?:not counted|no contado): .*)")
_WORTH_A_LOOK = Decimal("0.8")
_SHOWN_EPINEPHRINE = (Epinephrine.NONE, Epinephrine.ONE_IN_200_000)


class AgentButton(QPushButton):
    """One drug with its number. The number belongs to the drug, wherever the button stands."""

    pressed_key = Signal(QKeyEvent)

    def __init__(self, number: int, name: str) -> None:
        super().__init__(f"{number}  {name}")
        self.setProperty("kind", "choice")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(f"{number}, {name}")
        self.setMinimumWidth(theme.px(60))

    def nextCheckState(self) -> None:
        """The record decides."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # unless the group takes it
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)


class AgentGroup(QWidget):
    """The drugs on offer. Keys 1 to 4 work only here; the arrows move, Enter goes on."""

    offered = Signal(object)  # AgentOffered
    other_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(6))
        self._across = 0
        self._buttons: list[tuple[AgentOffered | None, AgentButton]] = []
        self._order: tuple[AgentOffered, ...] = ()
        self._stop = 0

    def offer(self, agents: tuple[AgentOffered, ...], names: list[str], last_used: str) -> None:
        """Show the practice's drugs; of a second block those that were not used before come first."""
        if agents == self._order:
            return
        self._order = agents
        numbered = [
            (n, offered, name) for n, (offered, name) in enumerate(zip(agents, names, strict=True), 1)
        ]
        numbered.sort(key=lambda each: each[1].agent == last_used)
        for _offered, button in self._buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        self._buttons = [(offered, AgentButton(number, name)) for number, offered, name in numbered]
        self._buttons.append((None, AgentButton(len(agents) + 1, self.tr("Other"))))
        for place, (_offered, button) in enumerate(self._buttons):
            button.pressed_key.connect(self._on_key)
            button.clicked.connect(lambda _checked=False, place=place: self._press(place))
        self._across = 0
        self._lay_out()
        self._stop_at(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """All in one row; where a strength would be cut off, two in a row."""
        buttons = [button for _offered, button in self._buttons]
        gaps = self._grid.horizontalSpacing() * (len(buttons) - 1)
        fits = sum(button.sizeHint().width() for button in buttons) + gaps <= self.width()
        across = len(buttons) if fits else 2
        if across == self._across:
            return
        self._across = across
        for place, button in enumerate(buttons):
            self._grid.addWidget(button, place // across, place % across)
        for column in range(len(buttons)):  # in one row the last is no wider than its word
            last = column == len(buttons) - 1
            self._grid.setColumnStretch(column, 1 if column < across and not last else 0)

    def show_agent(self, agent: str, strength: Decimal | None, other: str) -> None:
        """Mark what is recorded; a drug that is not on offer is named on the last button."""
        for offered, button in self._buttons:
            same = offered is not None and (offered.agent, offered.strength) == (agent, strength)
            button.setChecked(same or (offered is None and bool(other)))
        number = len(self._buttons)
        text = f"{number}  {other or self.tr('Other')}"
        if self._buttons and self._buttons[-1][1].text() != text:
            self._buttons[-1][1].setText(text)
            self._lay_out()

    def focus_group(self) -> None:
        """Give the group the keyboard."""
        if self._buttons:
            self._buttons[self._stop][1].setFocus(Qt.FocusReason.TabFocusReason)

    def stop(self) -> AgentButton:
        """The button that takes the keyboard."""
        return self._buttons[self._stop][1]

    def last_button(self) -> AgentButton:
        """The button at the right end."""
        return self._buttons[-1][1]

    def names(self) -> tuple[str, ...]:
        """The buttons as they stand, from the left."""
        return tuple(button.text() for _offered, button in self._buttons)

    def button(self, number: int) -> AgentButton:
        """The button with this number."""
        return next(b for _o, b in self._buttons if b.text().startswith(f"{number} "))

    def _on_key(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        if event.text() in {button.text()[0] for _offered, button in self._buttons}:
            self._press([b.text()[0] for _o, b in self._buttons].index(event.text()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._buttons[-1][1].focusNextPrevChild(True)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = -1 if event.key() == Qt.Key.Key_Left else 1
            self._stop_at((self._stop + step) % len(self._buttons))
            self.focus_group()
        else:
            return
        event.accept()

    def _press(self, place: int) -> None:
        self._stop_at(place)
        self.focus_group()
        offered = self._buttons[place][0]
        if offered is None:
            self.other_asked.emit()
        else:
            self.offered.emit(offered)

    def _stop_at(self, place: int) -> None:
        """Tab reaches one button of the group."""
        self._stop = place
        for at, (_offered, button) in enumerate(self._buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == place else Qt.FocusPolicy.ClickFocus)


class DoseRow(QFrame):
    """The arithmetic of one anesthetic, always spelled out, with the limit that applies."""

    def __init__(self) -> None:
        super().__init__()
        row = line(self, spacing=8, margins=(10, 4, 10, 4))
        self._icon = IconLabel("triangle-alert", "warn", 15)
        self._left, self._right = sentence_label(), sentence_label("help")
        self._right.setWordWrap(False)
        row.addWidget(self._icon)
        row.addWidget(self._left, 1)
        row.addWidget(self._right)
        self._shown: tuple[object, ...] = ()

    def show_line(self, dose: DoseLine, name: str, *, weighed: bool) -> None:
        """Show a sum; amber from four fifths of the limit on, red above it."""
        said = localized(", ".join(say_arithmetic(dose)))
        limit = localized(say_limit(dose.limit)) if dose.limit is not None else self.tr("no limit known")
        limit += "" if weighed or dose.limit is None else self.tr(" (weight not recorded)")
        fraction = dose.fraction or 0
        kind = "danger" if dose.over else "warn" if fraction >= _WORTH_A_LOOK else "soft"
        if (said, limit, kind, name) == self._shown:
            return
        self._shown = (said, limit, kind, name)
        head = f"{escape(name)}: " if name else ""
        together = _UNIT.sub("\u00a0", escape(said))
        self._left.setText(head + _NOT_COUNTED.sub(r"<b>\1</b>", _RESULT.sub(r"= <b>\1</b>", together)))
        first, bracket, rest = escape(limit).partition(" (")
        self._right.setText(f"<b>{first}</b>{bracket}{rest}")
        self._icon.setVisible(kind != "soft")
        self._icon.show_icon("triangle-alert", "danger" if kind == "danger" else "warn")
        self.setAccessibleName(f"{name} {said}. {limit}")
        put(self, "kind", kind)


class AnestheticPanel(QWidget):
    """Asks what was injected. Nothing is chosen at the start, and epinephrine is never assumed."""

    def __init__(self, draft: BlockDraft, visit: Visit, host: QWidget) -> None:
        super().__init__()
        self._draft, self._visit, self._host = draft, visit, host
        self._doses: list[DoseRow] = []
        self.popover: Popover | None = None
        self._column = stack(self, spacing=5)
        self._column.addLayout(self._head())
        self.group = AgentGroup()
        self.group.offered.connect(self._on_offered)
        self.group.other_asked.connect(self.open_other)
        self.group.setProperty("records", "drugs.agent drugs.strength drugs.use")
        self.volumes = VolumeTable(draft, visit.formulary)
        self.warned = Notice("", "warn", "triangle-alert")
        self.dose_reason = self._reason("dose_reason", self.tr("Reason for this dose"))
        self.allergy_reason = self._reason(
            "allergy_reason", self.tr("Reason for this in spite of the allergy")
        )
        self._column.addWidget(self.group)
        self._column.addWidget(self.volumes)
        self._dose_column = stack(spacing=4)
        self._column.addLayout(self._dose_column)
        self._column.addWidget(self.warned)
        self._column.addWidget(self.dose_reason)
        self._column.addWidget(self.allergy_reason)
        self.refresh()

    def _reason(self, path: str, label: str) -> ReasonField:
        return ReasonField(self._draft, self._visit, Fact(path, Item.ANESTHETIC, label))

    def _head(self) -> QHBoxLayout:
        row = line(spacing=8)
        self._hint = ElidedLabel(self.tr("press 1 to 4"))
        self.epinephrine = Segments([self.tr("None"), _SHOWN_EPINEPHRINE[1].value])
        for said, button in zip(_SHOWN_EPINEPHRINE, self.epinephrine.buttons, strict=True):
            button.setStyleSheet(compact())
            button.setAccessibleName(self.tr("Epinephrine {0}").format(said.value))
            button.clicked.connect(lambda _checked=False, said=said: self._on_epinephrine(said))
        self._epinephrine_words = words(self.tr("Epinephrine"), "help")
        row.addWidget(section_title(self.tr("Anesthetic")))
        row.addWidget(self._hint, 1)
        row.addWidget(self._epinephrine_words)
        row.addWidget(self.epinephrine)
        row.addWidget(keycap("F3"))
        return row

    # Showing

    def refresh(self) -> None:
        """Show what the draft has now."""
        block = self._draft.block
        self._show_agents(block)
        self._show_epinephrine(block)
        self.volumes.refresh()
        self._show_doses(block)
        self._show_reasons(block)

    def hint(self) -> str:
        """What stands beside the title."""
        return self._hint.text()

    def dose_texts(self) -> tuple[str, ...]:
        """The arithmetic as it is read aloud."""
        return tuple(row.accessibleName() for row in self._doses if not row.isHidden())

    def _show_agents(self, block: Block) -> None:
        preset = self._visit.preset_for(block)
        last = agent_of(self._visit.earlier[-1]) if self._visit.earlier else ""
        names = [
            f"{self._visit.tall_name(a.agent)} {show_percent_strength(a.strength)}" for a in preset.agents
        ]
        self.group.offer(preset.agents, names, last)
        drug = next(iter(block.drugs_for(DrugUse.TARGET)), None)
        on_offer = drug is not None and AgentOffered(drug.agent, drug.strength or Decimal()) in preset.agents
        other = drug_words(block) if drug is not None and (not on_offer or self._mixed(block)) else ""
        self.group.show_agent(drug.agent if drug else "", drug.strength if drug else None, other)
        self.group.setEnabled(self._may_choose())
        self._say_hint()

    def _name(self, offered: AgentOffered) -> str:
        return f"{self._visit.tall_name(offered.agent)} {show_percent_strength(offered.strength)}"

    def _may_choose(self) -> bool:
        """What is injected is the physician's, as are the targets; a circulator keeps lot and expiry."""
        return self._draft.may_enter("targets")

    def _mixed(self, block: Block) -> bool:
        return len(block.drugs_for(DrugUse.TARGET)) > 1

    def _say_hint(self) -> None:
        earlier = self._visit.earlier
        said = self.tr("press 1 to 4")
        if earlier and (before := drug_words(earlier[-1])):
            said = self.tr("{0} block used {1}").format(_ordinal(len(earlier)), before)
        if self._hint.text() != said:
            self._hint.setText(said)

    def _show_epinephrine(self, block: Block) -> None:
        drugs = block.drugs_for(DrugUse.TARGET)
        said = {drug.epinephrine for drug in drugs}
        only = next(iter(said)) if len(said) == 1 else None
        other = only is not None and only not in _SHOWN_EPINEPHRINE
        second = only.value if other and only is not None else _SHOWN_EPINEPHRINE[1].value
        if self.epinephrine.buttons[1].text() != second:
            self.epinephrine.buttons[1].setText(second)
        self.epinephrine.choose(None if only is None else 0 if only is Epinephrine.NONE else 1)
        self.epinephrine.setEnabled(bool(drugs) and self._may_choose())

    def _show_doses(self, block: Block) -> None:
        lines = [
            d for d in dose_lines(block, self._visit.patient.weight, self._visit.formulary.agents) if d.parts
        ]
        while len(self._doses) < len(lines):
            self._doses.append(DoseRow())
            self._dose_column.addWidget(self._doses[-1])
        for row, dose in zip(self._doses, lines, strict=False):
            name = self._visit.tall_name(dose.agent) if len(lines) > 1 else ""
            row.show_line(dose, name, weighed=self._visit.patient.weight is not None)
        for place, row in enumerate(self._doses):
            row.setVisible(place < len(lines))

    def _show_reasons(self, block: Block) -> None:
        visit = self._visit
        doses = too_much(block, visit.patient.weight, visit.formulary.agents, visit.others)
        against = allergy_concerns(visit.patient, block, visit.formulary)
        slips = [each for each in drug_concerns(block, visit.formulary.agents) if each.about == "strength"]
        told = [each.text for each in (*slips, *doses, *against) if each in slips or needs_reason(each)]
        self.warned.show_text("\n".join(told), "warn", "triangle-alert")
        self.dose_reason.refresh()
        self.dose_reason.setVisible(any(map(needs_reason, (*slips, *doses))) or bool(block.dose_reason))
        self.allergy_reason.refresh()
        self.allergy_reason.setVisible(any(map(needs_reason, against)) or bool(block.allergy_reason))

    # Changing

    def _on_offered(self, offered: AgentOffered) -> None:
        """The drug is chosen again only when it is another one: epinephrine that was said stays said."""
        drug = next(iter(self._draft.block.drugs_for(DrugUse.TARGET)), None)
        if drug is not None and (drug.agent, drug.strength) == (offered.agent, offered.strength):
            self.refresh()
            return
        self._draft.end_step()
        self._draft.change(with_agent(self._draft.block, offered, self._draft.author()))

    def _on_epinephrine(self, said: Epinephrine) -> None:
        self._draft.end_step()
        self._draft.change(with_epinephrine(self._draft.block, said, self._draft.author()))
        self.refresh()

    def open_other(self) -> None:
        """Any other drug, strength or mixture."""
        from mbb_desktop.ui.drug_facts import target_drugs

        self.popover = Popover(
            self._host, self.group.last_button(), self.tr("What was in the syringe"), wide=520
        )
        rows = target_drugs(self._draft, self._visit)
        self._draft.changed.connect(rows.refresh)
        self._draft.changed.connect(self.popover.settle)
        self.popover.add(self.tr("Strengths as injected: 5 mg/mL is 0.5 %."))
        self.popover.add(rows)
        self.popover.closed.connect(self._forget_popover)
        self.popover.open()

    def _forget_popover(self) -> None:
        self.popover = None


def _ordinal(number: int) -> str:
    return localized({1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th"))
