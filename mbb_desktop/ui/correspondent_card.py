"""Add or change an entry of the directory: a referrer, an RFA provider, a prescriber or a payer."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.people import BothSides, Correspondent, CorrespondentKind
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import ChoiceEditor, LongTextEditor, TextEditor
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice
from mbb_desktop.ui.person_words import capital
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.rule_set_editor import RuleSetEditor
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.keep_clinic import save_correspondent


@dataclass(frozen=True, slots=True)
class _Typed:
    kind: CorrespondentKind | None
    name: str = ""
    credentials: str = ""
    organization: str = ""
    address: str = ""
    phone: str = ""
    fax: str = ""
    rule_set: str | None = None
    both_sides: BothSides | None = None
    add_ons: BothSides | None = None


_SAME = ("name", "credentials", "organization", "address", "phone", "fax", "both_sides", "add_ons")


class CorrespondentCard(DialogCard):
    """Saves by itself; emits the entry as it was saved."""

    saved = Signal(object)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        kinds: Sequence[CorrespondentKind],
        entry: Correspondent | None = None,
    ) -> None:
        super().__init__(window, self.tr("Directory"), wide=560)
        self._session, self._entry = session, entry
        self._id: UUID = entry.id if entry else new_id(session.now())
        self.form: RecordForm[_Typed] = RecordForm(_typed(entry, kinds), self._problems, columns=2)
        self._notice = Notice("", "danger", "circle-alert")
        self._fill(kinds)
        self.body.addWidget(self._notice)
        self.body.addWidget(self.form)
        self._add_buttons()

    def is_unfinished(self) -> bool:
        return self.form.is_dirty()

    def _fill(self, kinds: Sequence[CorrespondentKind]) -> None:
        form = self.form
        form.add_field(
            "kind", self.tr("What they are"), ChoiceEditor([(k, capital(k.value)) for k in kinds]), span=2
        )
        form.add_field("name", self.tr("Name"), TextEditor())
        form.add_field("credentials", self.tr("Credentials"), TextEditor())
        form.add_field("organization", self.tr("Organization"), TextEditor(), span=2)
        form.add_field("address", self.tr("Address"), LongTextEditor(lines=2), span=2)
        form.add_field("phone", self.tr("Phone"), TextEditor())
        form.add_field("fax", self.tr("Fax"), TextEditor())
        if CorrespondentKind.PAYER in kinds:
            form.add_field(
                "rule_set",
                self.tr("Rule set of this payer"),
                RuleSetEditor(self._session, self.tr("The clinic's own")),
                span=2,
            )
            ways = [(way, capital(way.value)) for way in BothSides]
            for name, label in (
                ("both_sides", self.tr("Code of both sides")),
                ("add_ons", self.tr("Add-on code of both sides")),
            ):
                form.add_field(
                    name, label, ChoiceEditor(ways, segmented=False, empty=self.tr("Not known here"))
                )

    def _add_buttons(self) -> None:
        cancel, save = Button(self.tr("Cancel")), Button(self.tr("Save"), "primary")
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._save)
        for button in (cancel, save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        save.setDefault(True)

    def _problems(self, typed: _Typed) -> dict[str, str]:
        found = {}
        if typed.kind is None:
            found["kind"] = self.tr("Choose one.")
        if not typed.name and not typed.organization:
            found["name"] = self.tr("Enter a name or an organization.")
        return found

    def _save(self) -> None:
        typed = self.form.record()
        if self.form.show_problems() or typed.kind is None:
            return
        entry = Correspondent(
            self._id,
            typed.kind,
            rule_set=typed.rule_set or "",
            version=self._entry.version if self._entry else 0,
            **{name: getattr(typed, name) for name in _SAME},
        )
        saving = self._session.do(save_correspondent, entry).changes("directory")
        saving.then(self._on_saved).failed(self._on_failed)

    def _on_saved(self, entry: Correspondent) -> None:
        self.saved.emit(entry)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._notice.show_text(
            explain(error) or self.tr("It was not saved. Try again."), "danger", "circle-alert"
        )


def _typed(entry: Correspondent | None, kinds: Sequence[CorrespondentKind]) -> _Typed:
    if entry is None:
        return _Typed(kinds[0] if len(kinds) == 1 else None)
    same = {name: getattr(entry, name) for name in _SAME}
    return _Typed(entry.kind, rule_set=entry.rule_set or None, **same)
