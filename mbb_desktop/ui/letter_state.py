"""The letters of a course: what they ask for, what they wait for, and those already signed."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout

from mbb_desktop.clinical.anatomy import JointSide, Side, nerves_of, say_joints
from mbb_desktop.clinical.paper import SignedDocument
from mbb_desktop.clinical.readiness import TestedPlaces, say_tested
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.ui.chips import Chip, ChipLabel, SideChip
from mbb_desktop.ui.parts import (
    Button,
    Card,
    IconLabel,
    Notice,
    appear,
    body,
    clear,
    help_text,
    line,
    stack,
    strong,
    words,
)
from mbb_desktop.ui.undermined import briefly
from mbb_desktop.workflow.issue_letter import LetterReadiness


class LetterState(Card):
    """`letter_asked` opens the letter, `paper_asked` a signed one, `packet_asked` what goes out with it."""

    letter_asked = Signal()
    paper_asked = Signal(object)
    packet_asked = Signal(object)

    def __init__(self, may_sign: bool) -> None:
        super().__init__(self.tr("Letters"))
        self._state = ChipLabel(Chip(self.tr("Not ready"), "neutral", "clock"))
        self._request = stack(spacing=6)
        self._tested_title = words(self.tr("Blocks of each joint and side"), "fieldLabel")
        self._tested = stack(spacing=4)
        self._first = Notice("", "warn", "triangle-alert")
        self._signed = stack(spacing=6)
        self.write = Button(self.tr("Write the letter"), "primary", "mail")
        self._build(may_sign)

    def show_tested(self, tested: Sequence[TestedPlaces]) -> None:
        """The tests of each joint and side, also of those that the letter does not ask for."""
        clear(self._tested)
        appear(self._tested_title, bool(tested))
        for each in tested:
            places, said = say_tested(each)
            self._tested.addWidget(body(places))
            self._tested.addWidget(help_text(said))

    def tested(self) -> list[str]:
        """What is shown of the tests, line by line."""
        items = (self._tested.itemAt(at) for at in range(self._tested.count()))
        found = (item.widget() for item in items if item is not None)
        return [widget.text() for widget in found if isinstance(widget, QLabel)]

    def show_ready(self, ready: LetterReadiness, six: bool) -> None:
        """What the letter asks for, and what must come before its signature."""
        clear(self._request)
        for row in self._request_rows(ready.requested, six):
            self._request.addLayout(row)
        self._first.show_text("\n".join(ready.before_signing), "warn", "triangle-alert")
        waits = bool(ready.before_signing)
        waiting, open_now = self.tr("Not ready"), self.tr("Ready to sign")
        self._state.show_chip(
            Chip(waiting, "neutral", "clock") if waits else Chip(open_now, "info", "pencil")
        )
        clear(self._signed)
        for paper in ready.signed:
            self._signed.addLayout(self._signed_row(paper, briefly(ready.undermined.get(paper.id, ()))))

    def before(self) -> str:
        """What comes before signing."""
        return self._first.text()

    def _build(self, may_sign: bool) -> None:
        self.head.addWidget(self._state)
        column = self.body
        column.addWidget(words(self.tr("Request"), "fieldLabel"))
        column.addLayout(self._request)
        column.addWidget(self._tested_title)
        column.addLayout(self._tested)
        column.addWidget(self._first)
        column.addLayout(self._signed)
        self.write.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.write.clicked.connect(self.letter_asked)
        appear(self.write, may_sign)
        column.addWidget(self.write)

    def _request_rows(self, requested: Sequence[JointSide], six: bool) -> Iterator[QLayout]:
        title = line()
        title.addWidget(strong(say_joints(requested)) if requested else body(self.tr("Nothing yet.")), 1)
        yield title
        for side in Side:
            joints = [each.joint for each in requested if each.side is side]
            if joints:
                row = line(spacing=8)
                row.addWidget(ChipLabel(SideChip("L" if side is Side.LEFT else "R", True)))
                row.addWidget(body(", ".join(nerves_of(joints, six_lumbar=six))), 1)
                yield row

    def _signed_row(self, paper: SignedDocument, fallen: str) -> QHBoxLayout:
        row = line(spacing=8)
        icon = IconLabel("triangle-alert", "danger", 16) if fallen else IconLabel("circle-check", "ok", 16)
        row.addWidget(icon)
        said = self.tr("{0}\n{1}").format(paper.number, show_date(paper.signed_at.date()))
        row.addWidget(body(self.tr("{0}\nNot ready: {1}").format(said, fallen) if fallen else said), 1)
        look = Button(self.tr("Open"))
        look.setAccessibleName(self.tr("Open {0}").format(paper.number))
        look.clicked.connect(lambda _on=False: self.paper_asked.emit(paper))
        packet = Button(self.tr("Packet"))
        packet.setAccessibleName(self.tr("Packet for {0}").format(paper.number))
        packet.clicked.connect(lambda _on=False: self.packet_asked.emit(paper))
        row.addWidget(look)
        row.addWidget(packet)
        return row
