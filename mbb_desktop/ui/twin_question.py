"""Somebody else has nearly the same name: ask what differs, with the other person beside the question."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from mbb_desktop.clinical.people import Patient
from mbb_desktop.clinical.shown import show_date
from mbb_desktop.clinical.written_dates import MONTH_WORDS
from mbb_desktop.ui import theme
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.parts import IconLabel, help_text, line, put, stack, strong, words
from mbb_desktop.ui.person_words import full_name

translate = QCoreApplication.translate


def asks_birthday(patient: Patient, twins: Sequence[Patient]) -> bool:
    """Whether day and month of birth tell the person from every twin; else the record number has to."""
    birthday = (patient.born.day, patient.born.month)
    return all((twin.born.day, twin.born.month) != birthday for twin in twins)


def last_four(patient: Patient) -> str:
    """The last four digits or letters of the record number."""
    return re.sub(r"\W", "", patient.mrn)[-4:].upper()


def who_it_is(patient: Patient, about: str) -> QWidget:
    """What stands where nobody has a similar name: the name with two identifiers, and what it is about."""
    shown = QWidget()
    column = stack(shown)
    born = translate("TwinQuestion", "Born {0}").format(show_date(patient.born))
    mrn = translate("TwinQuestion", "MRN {0}").format(
        patient.mrn or translate("TwinQuestion", "not recorded")
    )
    row = line(spacing=20)
    row.addWidget(words(full_name(patient), "patient"))
    row.addWidget(words(f"{born}   {mrn}", "body"))
    row.addStretch()
    column.addLayout(row)
    column.addWidget(help_text(about))
    return shown


class TwinQuestion(QWidget):
    """Shows both people; `answered` tells whether the answer is the treated patient's."""

    answered = Signal(bool)

    def __init__(self, patient: Patient, twins: Sequence[Patient], about: str, paper: str = "") -> None:
        """`paper` is what the question is about; without it a note, which asks whom one treated."""
        super().__init__()
        self._patient, self._twins, self._paper = patient, tuple(twins), paper
        self._birthday = asks_birthday(patient, twins)
        column = stack(self, spacing=10)
        people = line(spacing=12)
        people.addWidget(self._own_card(about), 1)
        people.addWidget(self._twin_card(), 1)
        column.addLayout(people)
        column.addLayout(self._question())
        column.addLayout(self._answered())

    def is_right(self) -> bool:
        """Whether the answer is the treated patient's."""
        return self._answer() == self._right(self._patient)

    def first_input(self) -> QLineEdit:
        """Where the answer begins."""
        return self.day if self._birthday else self.digits

    def last_input(self) -> QLineEdit:
        """Where the answer ends."""
        return self.month if self._birthday else self.digits

    def verdict(self) -> str:
        """What is said about the answer."""
        return self._verdict.text()

    def _own_card(self, about: str) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "info")
        frame.setProperty("framed", "true")
        column = stack(frame, spacing=1, margins=(14, 8, 14, 8))
        born = f"··-···-{self._patient.born.year}" if self._birthday else show_date(self._patient.born)
        mrn = self._patient.mrn if self._birthday else self.tr("asked below")
        column.addWidget(words(self.tr("This {0}").format(localized(self._paper) or self.tr("note")), "help"))
        column.addWidget(words(full_name(self._patient), "patient"))
        column.addWidget(words(self.tr("Born {0}").format(born), "body"))
        column.addWidget(words(self.tr("MRN {0}").format(mrn), "body"))
        column.addWidget(help_text(about))
        return frame

    def _twin_card(self) -> QFrame:
        twin = self._twins[0]
        frame = QFrame()
        put(frame, "kind", "warn")
        frame.setProperty("framed", "true")
        column = stack(frame, spacing=1, margins=(14, 8, 14, 8))
        column.addWidget(words(self.tr("Not this person, nearly the same name"), "help", "warn"))
        column.addWidget(words(full_name(twin), "patient"))
        column.addWidget(words(self.tr("Born {0}").format(show_date(twin.born)), "body"))
        column.addWidget(words(self.tr("MRN {0}").format(twin.mrn or self.tr("not recorded")), "body"))
        more = len(self._twins) - 1
        column.addWidget(help_text(self.tr("and {0} more").format(more) if more else ""))
        return frame

    def _question(self) -> QHBoxLayout:
        row = line(spacing=8)
        asked = self.tr("Day and month of birth of {0}")
        if not self._birthday:
            asked = self.tr("Last four characters of the MRN of {0}")
        of_paper = self.tr("the patient of this {0}").format(localized(self._paper))
        row.addWidget(strong(asked.format(of_paper if self._paper else self.tr("the patient you treated"))))
        self.day, self.month, self.digits = (QLineEdit() for _part in range(3))
        for field, name, wide, longest in (
            (self.day, self.tr("Day of birth"), 52, 2),
            (self.month, self.tr("Month of birth"), 66, 3),
            (self.digits, self.tr("Last four characters of the MRN"), 84, 4),
        ):
            field.setAccessibleName(name)
            field.setFixedWidth(theme.px(wide))
            field.setMaxLength(longest)
            field.setVisible(False)
            field.textEdited.connect(self._on_edited)
            row.addWidget(field)
        for field in (self.day, self.month) if self._birthday else (self.digits,):
            field.setVisible(True)
        self.day.textEdited.connect(self._on_day)
        row.addStretch()
        return row

    def _answered(self) -> QHBoxLayout:
        """On a line of its own: a long name must not be cut off."""
        row = line(spacing=8)
        self._icon, self._verdict = IconLabel("circle-check", "ok", 16), words("", "strong")
        self._verdict.setWordWrap(True)
        self._icon.hide()
        row.addWidget(self._icon)
        row.addWidget(self._verdict, 1)
        return row

    def _on_day(self, text: str) -> None:
        if len(text) == 2:
            self.month.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_edited(self) -> None:
        answer = self._answer()
        twin = next((t for t in self._twins if answer is not None and answer == self._right(t)), None)
        right = self.is_right()
        if right:
            self._say(self.tr("This is {0}.").format(full_name(self._patient)), "ok", "circle-check")
        elif twin is not None:
            self._say(self.tr("Stop. This is {0}, another patient.").format(full_name(twin)), "danger", "ban")
        elif answer is not None and self._is_complete():
            self._say(self.tr("This is neither of the two."), "danger", "circle-x")
        else:
            self._say("", "ok", "circle-check")
        self.answered.emit(right)

    def _say(self, text: str, tone: str, icon: str) -> None:
        self._verdict.setText(text)
        put(self._verdict, "tone", tone)
        self._icon.show_icon(icon, tone)
        self._icon.setVisible(bool(text))

    def _is_complete(self) -> bool:
        return bool(self.day.text() and self.month.text()) or len(self.digits.text()) == 4

    def _answer(self) -> tuple[int, int] | str | None:
        if not self._birthday:
            return self.digits.text().strip().upper() or None
        month = _month(self.month.text())
        return (int(self.day.text()), month) if self.day.text().isdigit() and month else None

    def _right(self, patient: Patient) -> tuple[int, int] | str:
        return (patient.born.day, patient.born.month) if self._birthday else last_four(patient)


def _month(text: str) -> int | None:
    """A month from `3`, `03` or `mar`, in the words of any of the languages in which dates are read."""
    written = text.strip().lower()
    if written.isascii() and written.isdigit():
        return int(written) if 1 <= int(written) <= 12 else None
    return MONTH_WORDS.get(written)
