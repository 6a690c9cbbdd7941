"""Coding previews: lines with their reasons, and covered diagnosis codes. Never a claim."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mbb_desktop.clinical.anatomy import say_joints
from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.block_state import NOT_FINAL
from mbb_desktop.clinical.coded_block import copy_text, lines_text
from mbb_desktop.clinical.coding import CodeLine
from mbb_desktop.clinical.phrases import phrase
from mbb_desktop.ui import theme
from mbb_desktop.ui.chips import Chip, ChipLabel
from mbb_desktop.ui.editors import LongTextEditor
from mbb_desktop.ui.parts import (
    Button,
    Card,
    IconLabel,
    appear,
    body,
    clear,
    help_text,
    line,
    muted,
    rule_line,
    scrolled,
    stack,
    strong,
    words,
)
from mbb_desktop.ui.state_chips import state_chip
from mbb_desktop.workflow.preview_codes import Coded

_CODE, _WIDEST = 150, 980


class CodeLineRow(QWidget):
    """One line; Why unfolds what it rests on."""

    def __init__(self, shown: CodeLine) -> None:
        super().__init__()
        column = stack(self, spacing=2)
        row = line(spacing=12)
        code = strong(shown.words)
        code.setMinimumWidth(theme.px(_CODE))
        code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(code)
        row.addWidget(words(f"× {shown.units}", "body"))
        row.addWidget(body(say_joints(shown.joints)), 1)
        if shown.covered is False:
            row.addWidget(ChipLabel(Chip(self.tr("Not covered"), "warn", "triangle-alert")))
        self._why = Button(self.tr("Why"), "link", "chevron-down")
        self._why.setAccessibleDescription(shown.words)
        self._why.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._why.clicked.connect(self._on_why)
        row.addWidget(self._why)
        column.addLayout(row)
        self._reasons = QWidget()
        reasons = stack(self._reasons, spacing=1, margins=(_CODE + 12, 0, 0, 6))
        for reason in shown.reasons:
            reasons.addWidget(help_text(reason))
        self._reasons.hide()
        column.addWidget(self._reasons)
        self.setAccessibleName(f"{shown.words}, {shown.units}. {' '.join(shown.reasons)}")

    def is_open(self) -> bool:
        """Whether the reasons are shown."""
        return self._reasons.isVisibleTo(self)

    def _on_why(self) -> None:
        self._reasons.setVisible(not self.is_open())
        self._why.show_icon("chevron-up" if self.is_open() else "chevron-down")


class CodingCard(Card):
    """One block or request. `copied` says that its preview lies on the clipboard.

    What is copied may be written anew first; `changed` gives it, for as long as the preview stays the same.
    """

    copied = Signal()
    changed = Signal(object, str)

    def __init__(self, shown: Coded, changed: str = "") -> None:
        super().__init__(phrase("coding.title"), shown.about)
        self._shown = shown
        self._edit = Button(self.tr("Change before copying"), "link", "pencil")
        self._text = LongTextEditor(lines=6)
        if shown.state is BlockState.DRAFT:
            self.head.addWidget(ChipLabel(Chip(self.tr("Not signed"), "neutral", "pencil")))
        if shown.state in NOT_FINAL:
            self.head.addWidget(ChipLabel(state_chip(shown.state)))
        copy = Button(self.tr("Copy"), icon="copy")
        copy.setAccessibleDescription(shown.about)
        copy.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        copy.clicked.connect(self._on_copy)
        appear(copy, bool(shown.preview.lines))
        self.head.addWidget(copy)
        self.body.addWidget(strong(say_joints(shown.joints)))
        self.lines = [CodeLineRow(each) for each in shown.preview.lines]
        for row in self.lines:
            self.body.addWidget(row)
        for sentence in shown.preview.sentences:
            self.body.addLayout(_remark(sentence))
        self._add_diagnoses()
        self.body.addWidget(help_text(self._payer()))
        self._add_editor(changed)

    def _add_editor(self, changed: str) -> None:
        """Folded: the text for the clipboard, to write anew. The record keeps nothing of it."""
        self._edit.setAccessibleDescription(self._shown.about)
        self._edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._edit.clicked.connect(self._on_edit)
        self._text.name(self.tr("Text to copy"))
        self._text.set_value(changed or lines_text(self._shown.preview))
        self._text.edited.connect(lambda: self.changed.emit(self._shown, self._text.value()))
        self._told = help_text(self.tr("Only what is copied changes; the record keeps nothing of it."))
        for part in (self._edit, self._text, self._told):
            self.body.addWidget(part)
            appear(part, part is self._edit and bool(self._shown.preview.lines) and not changed)
        for part in (self._text, self._told):
            appear(part, bool(changed))

    def _on_edit(self) -> None:
        for part in (self._text, self._told):
            part.show()
        self._edit.hide()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def texts(self) -> list[str]:
        """The codes as shown, then the sentences."""
        return [each.words for each in self._shown.preview.lines] + list(self._shown.preview.sentences)

    def _payer(self) -> str:
        if self._shown.payer:
            return self.tr("Payer: {0}.").format(self._shown.payer)
        return self.tr("No payer is recorded.")

    def _add_diagnoses(self) -> None:
        if not self._shown.diagnoses:
            return
        self.body.addWidget(rule_line())
        self.body.addWidget(
            words(
                self.tr("Diagnosis codes on the list that Medicare covers, by region of the joint"),
                "fieldLabel",
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(2))
        for at, each in enumerate(self._shown.diagnoses):
            code = strong(each.code)
            code.setMinimumWidth(theme.px(_CODE))
            code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(code, at, 0)
            grid.addWidget(body(f"{each.words} ({', '.join(each.joints)})"), at, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        for remark in self._shown.remarks:
            self.body.addLayout(_remark(remark))

    def _on_copy(self) -> None:
        written = self._text.value() if self._text.isVisibleTo(self) else ""
        QGuiApplication.clipboard().setText(copy_text(self._shown.preview, self._shown.about, written))
        self.copied.emit()


def _remark(sentence: str) -> QHBoxLayout:
    row = line(spacing=8)
    row.addWidget(IconLabel("info", "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(body(sentence), 1)
    return row


class CodingView(QWidget):
    """The previews of a patient's blocks, the newest first, and of the ablation that may be asked for."""

    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._changed: list[tuple[Coded, str]] = []
        self._content = QWidget()
        self._content.setMaximumWidth(theme.px(_WIDEST))
        self._column: QVBoxLayout = stack(self._content, spacing=12, margins=(20, 16, 20, 16))
        stack(self, spacing=0).addWidget(scrolled(self._content))
        self.show_blocks(())

    def show_blocks(self, shown: Sequence[Coded]) -> None:
        """Replace all cards."""
        clear(self._column)
        for each in shown:
            made = CodingCard(each, next((text for of, text in self._changed if of == each), ""))
            made.copied.connect(self.copied)
            made.changed.connect(self._on_changed)
            self._column.addWidget(made)
        if not shown:
            self._column.addWidget(muted(self.tr("No block has been done yet.")))
        about = self.tr("The app lists codes that the record suggests; a coder decides. {0}")
        self._column.addWidget(help_text(about.format(phrase("coding.trademark"))))
        self._column.addStretch()

    def _on_changed(self, of: Coded, text: str) -> None:
        self._changed = [*(known for known in self._changed if known[0] != of), (of, text)]

    def cards(self) -> list[CodingCard]:
        """The cards, the newest block first."""
        return list(self._found())

    def _found(self) -> Iterator[CodingCard]:
        for at in range(self._column.count()):
            item = self._column.itemAt(at)
            widget = item.widget() if item is not None else None
            if isinstance(widget, CodingCard):
                yield widget
