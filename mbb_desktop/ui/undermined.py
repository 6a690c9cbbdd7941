"""A paper that rests on something entered in error: why it is not ready, what to do, and going on with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.entered_in_error import EnteredInError
from mbb_desktop.clinical.paper import LETTERS, PaperKind
from mbb_desktop.clinical.performed import say_places
from mbb_desktop.clinical.shown import listed, show_date
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import Button, Notice
from mbb_desktop.ui.record_form import Field

_tr = QCoreApplication.translate


def why_not_ready(undermined: Sequence[EnteredInError], kind: PaperKind) -> str:
    """What the paper rests on that does not stand any more, and what to do; empty when all of it stands."""
    if not undermined:
        return ""
    return " ".join([*(_said(each) for each in undermined), _to_do(kind)])


def briefly(undermined: Sequence[EnteredInError]) -> str:
    """`rests on PN-2026-000004, entered in error`; empty when all of it stands."""
    numbers = listed(list(dict.fromkeys(each.wrong.number for each in undermined)))
    return _tr("undermined", "rests on {0}, entered in error").format(numbers) if undermined else ""


def _said(error: EnteredInError) -> str:
    paper = f"{localized(error.wrong.kind.value)} {error.wrong.number}"
    on, why = show_date(error.at.date()), error.wrong.reason.rstrip(".")
    if error.whole:
        told = _tr("undermined", "It rests on {0}, which {1} marked as entered in error on {2}: {3} ({4}).")
        return told.format(paper, error.by, on, why, error.number)
    told = _tr("undermined", "It rests on {0}, which is no test of {1} since {2}: {3} ({4}).")
    return told.format(paper, localized(say_places(error.wrong.joints)), on, why, error.number)


def _to_do(kind: PaperKind) -> str:
    if kind in LETTERS:
        return _tr(
            "undermined",
            "Sign a new letter. If anybody has this one, open it and press Entered in error: each of them "
            "gets a correction notice.",
        )
    return _tr(
        "undermined",
        "If it must not stand, open it and press Entered in error, then sign a new one: whoever has it gets "
        "a correction notice.",
    )


def ask_despite(over: QWidget, said: str, verb: str, then: Callable[[str], object]) -> None:
    """Run `then` at once when nothing is `said`; else with the reason that the person writes first."""
    if said:
        DespiteCard(over, said, verb, then).open()
    else:
        then("")


class DespiteCard(DialogCard):
    """Why a paper that is not ready leaves the house nevertheless; Enter does nothing without a reason."""

    def __init__(self, over: QWidget, said: str, verb: str, then: Callable[[str], object]) -> None:
        super().__init__(over, over.tr("This paper is not ready"), wide=520)
        self._then = then
        self.reason = TextEditor(self.tr("for example: copy for the complaint file"), max_length=300)
        self._field = Field(self.tr("Why it is needed as it is (the record keeps it)"), self.reason)
        self.body.addWidget(Notice(said, "danger", "triangle-alert"))
        self.body.addWidget(self._field)
        back, self.go_on = Button(self.tr("Cancel")), Button(verb, "danger")
        back.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._on_go_on)
        for button in (back, self.go_on):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        back.setDefault(True)
        self.reason.setFocus()

    def is_unfinished(self) -> bool:
        return bool(self.reason.text())

    def _on_go_on(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self._field.show_problem(self.tr("Write why it is needed as it is."))
            self.fit()
            return
        self.accept()
        self._then(reason)
