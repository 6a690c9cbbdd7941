"""The note as it would print now: each sentence leads to its field, and what is missing is said."""

from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from mbb_desktop.clinical.block import Addition
from mbb_desktop.clinical.response import BEFORE
from mbb_desktop.documents.note_drugs import EMPTY, DrugRow, TargetRow
from mbb_desktop.documents.note_facts import NoteFacts
from mbb_desktop.documents.note_words import Note, note
from mbb_desktop.documents.sentences import Gap, Sentence
from mbb_desktop.documents.wording import Mark, Run, Words, plain_text
from mbb_desktop.ui import theme
from mbb_desktop.ui.block_draft import BlockDraft
from mbb_desktop.ui.editors import LongTextEditor
from mbb_desktop.ui.level_text import contradiction
from mbb_desktop.ui.parts import (
    Button,
    IconLabel,
    grey,
    line,
    muted,
    section_title,
    stack,
    typed,
    words,
)
from mbb_desktop.ui.popover import Popover
from mbb_desktop.ui.visit import Visit, number_of

_REFRESH_MS = 150
_TOKENS = {
    Mark.LEFT: "left",
    Mark.RIGHT: "right",
    Mark.GOOD: "ok",
    Mark.MISSING: "warn",
    Mark.QUIET: "muted",
    Mark.FIRST: "series1",
    Mark.SECOND: "series2",
}
_BOLD = (Mark.BOLD, Mark.LEFT, Mark.RIGHT, Mark.MISSING)


class NotePane(QFrame):
    """Follows the fields; nobody types over it. What is added stands beside it, marked."""

    source_asked = Signal(str)
    """A sentence was clicked: go to this field of the record, such as `block.consent`."""

    def __init__(self, draft: BlockDraft, visit: Visit, host: QWidget) -> None:
        super().__init__()
        self._draft, self._visit, self._host = draft, visit, host
        self._facts: NoteFacts | None = None
        self._note: Note | None = None
        self._looks = -1
        self.popover: Popover | None = None
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Note"))
        self._build()
        self._timer = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh_now)

    def _build(self) -> None:
        column = stack(self, spacing=8, margins=(12, 10, 12, 10))
        head = line(spacing=8)
        self._add = Button(self.tr("Add text"), icon="plus")
        self._add.clicked.connect(self.open_additions)
        head.addWidget(section_title(self.tr("Note")))
        head.addWidget(muted(self.tr("updates as you enter")))
        head.addStretch()
        head.addWidget(self._add)
        column.addLayout(head)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("Note, as it would print now"))
        self.text.anchorClicked.connect(self._on_clicked)
        self.text.document().setDocumentMargin(theme.px(6))
        self._dress()
        column.addWidget(self.text, 1)
        foot = line(spacing=8)
        self._icon, self._count = IconLabel("triangle-alert", "warn", 16), words("", "strong")
        foot.addWidget(self._icon)
        foot.addWidget(self._count)
        foot.addStretch()
        column.addLayout(foot)

    # Showing

    def begin(self, facts: NoteFacts) -> None:
        """The facts around the block, read once; the block itself comes from the draft."""
        self._facts = facts
        self.refresh_now()

    def refresh(self) -> None:
        """The draft has changed: show it soon."""
        self._timer.start()

    def refresh_now(self) -> None:
        """Show what the draft has now."""
        self._timer.stop()
        shut = not self._draft.may_enter("additions") and not self._draft.block.additions
        grey(
            self._add, self.tr("The note takes no more text. A signed one takes an addendum.") if shut else ""
        )
        if self._facts is None:
            return
        made = note(self._with_draft(self._facts))
        if made != self._note or self._looks != theme.generation():
            self._note, self._looks = made, theme.generation()
            at = self.text.verticalScrollBar().value()
            self.text.setHtml(_page(made))
            self.text.verticalScrollBar().setValue(at)
            self._say_gaps(len(made.not_recorded))

    def note(self) -> Note | None:
        """The words that are shown."""
        return self._note

    def gaps_text(self) -> str:
        """`3 facts print as "not recorded"`."""
        return self._count.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._note is not None:
            self._dress()
            self.refresh()

    def _dress(self) -> None:
        """A sheet to read, not a field to type in."""
        edge, ground = theme.tokens()["border"], theme.tokens()["surface2"]
        self.text.setStyleSheet(f"QTextBrowser {{ background: {ground}; border: 1px solid {edge}; }}")

    def _with_draft(self, facts: NoteFacts) -> NoteFacts:
        block, response = self._draft.block, self._draft.response
        return replace(
            facts,
            block=block,
            physician=self._visit.physician_of(block),
            block_number=number_of(block, self._visit.earlier) or facts.block_number,
            before=tuple(r for r in response.readings if r.slot == BEFORE),
            scale=response.scale,
        )

    def _say_gaps(self, count: int) -> None:
        if count:
            one = self.tr('1 fact prints as "not recorded"')
            said = one if count == 1 else self.tr('{0} facts print as "not recorded"').format(count)
        else:
            said = self.tr("Every fact recorded")
        self._count.setText(said)
        self._count.setProperty("tone", "warn" if count else "ok")
        self._count.style().polish(self._count)
        self._icon.show_icon("triangle-alert" if count else "circle-check", "warn" if count else "ok")

    def _on_clicked(self, link: QUrl) -> None:
        self.source_asked.emit(link.toString().removeprefix("field:"))

    # Adding

    def open_additions(self) -> None:
        """Text beside the generated note, marked as added."""
        self.popover = Popover(self._host, self._add, self.tr("Added to the note"), wide=460)
        self.popover.add(self.tr("What you add is printed beside the note, marked as added by you."))
        self._field = LongTextEditor(self.tr("Text to add"), lines=4)
        self._field.name(self.tr("Text to add"))
        self._contradiction = words("", "help", "warn")
        self._contradiction.setWordWrap(True)
        self._field.edited.connect(self._warn)
        add = Button(self.tr("Add"), "primary")
        add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        add.clicked.connect(self._on_add)
        self._field.setEnabled(self._draft.may_enter("additions"))
        add.setEnabled(self._draft.may_enter("additions"))
        for part in (self._field, self._contradiction, add):
            self.popover.add(part)
        for place, addition in enumerate(self._draft.block.additions):
            self.popover.add(self._added(place, addition))
        self.popover.closed.connect(self._forget_popover)
        self.popover.open()

    def _forget_popover(self) -> None:
        self.popover = None

    def _added(self, place: int, addition: Addition) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "soft")
        row = line(frame, spacing=8, margins=(10, 6, 10, 6))
        row.addWidget(typed(f"{addition.by}, {addition.at:%H:%M}: {addition.text}"), 1)
        remove = Button(self.tr("Remove"), "quiet", "trash-2")
        remove.setEnabled(self._draft.may_enter("additions"))
        remove.clicked.connect(lambda: self._remove(place))
        row.addWidget(remove)
        return frame

    def _warn(self) -> None:
        self._contradiction.setText(contradiction(self._field.value(), self._draft.block))

    def _on_add(self) -> None:
        text = self._field.value()
        if text:
            author, known = self._draft.author(), self._draft.block.additions
            self._put((*known, Addition(text, author.name, author.at)))

    def _remove(self, place: int) -> None:
        known = self._draft.block.additions
        self._put((*known[:place], *known[place + 1 :]))

    def _put(self, additions: tuple[Addition, ...]) -> None:
        self._draft.end_step()
        self._draft.change(replace(self._draft.block, additions=additions))
        if self.popover is not None:
            self.popover.shut()


def _page(made: Note) -> str:
    """The note as rich text, each sentence a link to its field."""
    parts = [
        _line(escape(made.title), size=15, weight=600),
        _line(_runs(made.place), size=13, weight=600),
        _line(escape(made.occasion), size=13),
    ]
    tables = _tables(made)
    for section in made.sections:
        if section.title == "Dose":
            parts += tables
            tables = []
        parts.append(_line(escape(section.title), size=12, weight=600, token="text2", above=7))
        parts.append(_line(" ".join(_linked(sentence) for sentence in section.sentences), size=13))
    parts += tables
    if made.not_recorded:
        parts.append(_line("Not recorded", size=12, weight=600, token="text2", above=7))
        gaps = ", ".join(_missing(gap) for gap in made.not_recorded)
        parts.append(_line(gaps, size=13))
    return "".join(parts)


def _tables(made: Note) -> list[str]:
    """The rows of the paper's tables as lines: what was drawn up, and what each target received."""
    lines: list[str] = []
    for title, rows in (
        ("Drugs", [_drug_line(row) for row in made.drugs]),
        ("Targets", [_target_line(row) for row in made.targets]),
    ):
        if rows:
            lines.append(_line(title, size=12, weight=600, token="text2", above=7))
            lines += [_line(row, size=13) for row in rows]
    return lines


def _drug_line(row: DrugRow) -> str:
    facts = [row.use, row.given, f"lot {row.lot}" if row.lot != EMPTY else ""]
    said = ", ".join(escape(fact) for fact in facts if fact and fact != EMPTY)
    return _link("block.drugs", f"{_runs(row.name)}, {said}")


def _target_line(row: TargetRow) -> str:
    aspiration = _link("block.targets.aspiration", f"aspiration {_runs(row.aspiration)}")
    contrast = _link("block.targets.contrast", f"contrast {_runs(row.contrast)}")
    volume = _link("block.targets.volume", _runs(row.volume))
    known = [volume]
    known += [aspiration] if plain_text(row.aspiration) not in ("", EMPTY) else []
    known += [contrast] if plain_text(row.contrast) not in ("", EMPTY) else []
    return f"{_runs(row.nerve)} {_runs(row.side)}: {', '.join(known)}"


def _line(html: str, size: int, weight: int = 400, token: str = "text", above: int = 0) -> str:
    style = (
        f"margin-top:{theme.px(above) if above else 0}px; margin-bottom:0px; font-size:{theme.px(size)}px; "
        f"font-weight:{weight}; color:{_color(token)}"
    )
    return f'<p style="{style}">{html}</p>'


def _linked(sentence: Sentence) -> str:
    return _link(sentence.source, _runs(sentence.said))


def _link(source: str, html: str) -> str:
    style = f"color:{_color('text')}; text-decoration:none"
    return f'<a href="field:{escape(source)}" style="{style}">{html}</a>'


def _missing(gap: Gap) -> str:
    style = f"color:{_color('warn')}; background-color:{_color('warnSoft')}; text-decoration:none"
    return f'<a href="field:{escape(gap.source)}" style="{style}">{escape(gap.label)}</a>'


def _runs(said: Words) -> str:
    return "".join(_run(run) for run in said)


def _run(run: Run) -> str:
    styles = []
    if run.mark in _TOKENS:
        styles.append(f"color:{_color(_TOKENS[run.mark])}")
    if run.mark in _BOLD:
        styles.append("font-weight:600")
    if run.mark is Mark.MISSING:
        styles.append(f"background-color:{_color('warnSoft')}")
    text = escape(run.text)
    return f'<span style="{"; ".join(styles)}">{text}</span>' if styles else text


def _color(token: str) -> str:
    return theme.tokens()[token]
