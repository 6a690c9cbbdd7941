"""Choose somebody from the clinic's directory, or add one without leaving the form."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.people import Correspondent, CorrespondentKind
from mbb_desktop.ui.choices import Combo
from mbb_desktop.ui.editor import Editor
from mbb_desktop.ui.parts import Button, line


def called(entry: Correspondent) -> str:
    """`R. Vance, MD, Spine Intervention Center`."""
    name = ", ".join(part for part in (entry.name, entry.credentials) if part)
    return ", ".join(part for part in (name, entry.organization) if part)


class DirectoryEditor(Editor[UUID | None]):
    """A list of entries, none chosen at the start; `add_asked` asks for a new one of these kinds."""

    add_asked = Signal()

    def __init__(self, kinds: Sequence[CorrespondentKind], may_add: bool, empty: str = "") -> None:
        super().__init__()
        self._empty = empty or self.tr("Not recorded")
        self.kinds = tuple(kinds)
        self._ids: list[UUID] = []
        self._combo = Combo()
        self._combo.activated.connect(lambda _at: self.edited.emit())
        self.watch_leaving(self._combo)
        row = line(self, spacing=4)
        row.addWidget(self._combo, 1)
        if may_add:
            add = Button(self.tr("Add to the directory"), "quiet", "plus")
            add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            add.clicked.connect(self.add_asked)
            row.addWidget(add)
        self.setFocusProxy(self._combo)
        self.show_entries({})

    def show_entries(self, directory: Mapping[UUID, Correspondent]) -> None:
        """Offer the entries of these kinds that are in use; what is chosen stays chosen."""
        chosen = self.value()
        fitting = [e for e in directory.values() if e.kind in self.kinds and (e.active or e.id == chosen)]
        fitting.sort(key=lambda entry: called(entry).casefold())
        self._ids = [entry.id for entry in fitting]
        self._combo.clear()
        self._combo.addItems([self._empty, *map(called, fitting)])
        self.set_value(chosen)

    def value(self) -> UUID | None:
        at = self._combo.currentIndex() - 1
        return self._ids[at] if 0 <= at < len(self._ids) else None

    def set_value(self, value: UUID | None) -> None:
        if value is not None and value not in self._ids:
            self._ids.append(value)
            self._combo.addItem(self.tr("No longer in the directory"))
        self._combo.setCurrentIndex(0 if value is None else self._ids.index(value) + 1)

    def inputs(self) -> list[QWidget]:
        return [self._combo]
