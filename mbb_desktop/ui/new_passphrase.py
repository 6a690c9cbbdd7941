"""Choose a passphrase: typed twice, with a bar and one sentence on how good it is."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from mbb_desktop.ui.editors import SecretEditor
from mbb_desktop.ui.parts import put, stack
from mbb_desktop.ui.record_form import Field

PassphraseRule = Callable[[str, Iterable[str]], str | None]
"""Why a passphrase is not good enough, given names that it must not lean on; None when it is."""

_FULL = 24


class NewPassphrase(QWidget):
    """`names` gives the words that the passphrase must not lean on."""

    edited = Signal()

    def __init__(
        self, rule: PassphraseRule, names: Callable[[], Iterable[str]] = tuple, label: str = ""
    ) -> None:
        super().__init__()
        self._rule, self._names = rule, names
        self.first, self.second = SecretEditor(), SecretEditor()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        self._bar.setAccessibleName(self.tr("Strength"))
        self._fields = (
            Field(
                label or self.tr("Passphrase"),
                self.first,
                self.tr("15 characters or more. Four or five words are easy to keep."),
            ),
            Field(self.tr("Passphrase again"), self.second),
        )
        column = stack(self, spacing=6)
        for part in (self._fields[0], self._bar, self._fields[1]):
            column.addWidget(part)
        self.setFocusProxy(self.first)
        self.first.edited.connect(self._on_edited)
        self.second.edited.connect(self._on_edited)
        self._on_edited()

    def passphrase(self) -> str:
        """What was typed."""
        return self.first.text()

    def problems(self) -> tuple[str, str]:
        """Why the first and the second are not good; empty when they are."""
        weak = self._rule(self.passphrase(), self._names()) or ""
        differ = "" if self.second.text() == self.passphrase() else self.tr("The two are not the same.")
        return weak, "" if weak else differ

    def show_problems(self) -> bool:
        """Say what is wrong under the fields; False when nothing is."""
        found = self.problems()
        for field, sentence in zip(self._fields, found, strict=True):
            field.show_problem(sentence)
        return any(found)

    def strength(self) -> int:
        """From 0 to 100; below 50 while the rule refuses it."""
        length = min(1.0, len(self.passphrase()) / _FULL)
        variety = min(1.0, len(set(self.passphrase().casefold())) / 10)
        share = round(100 * length * variety)
        return min(share, 45) if self.problems()[0] else max(share, 60)

    def wipe(self) -> None:
        """Forget what was typed."""
        self.first.wipe()
        self.second.wipe()
        self._on_edited()

    def _on_edited(self) -> None:
        share = self.strength()
        self._bar.setValue(share)
        put(self._bar, "tone", "danger" if share < 25 else "warn" if share < 50 else "ok")
        for field in self._fields:
            if field.is_wrong():
                self.show_problems()
                break
        self.edited.emit()
