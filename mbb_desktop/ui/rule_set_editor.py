"""Choosing a rule set: those in use, and the one that is chosen even when it is not in use any more."""

from collections.abc import Sequence

from mbb_desktop.clinical.rules import RuleSet
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.workflow.installed_rules import rule_set_choices


class RuleSetEditor(ChoiceEditor[str]):
    """Reads the rule sets by itself; a value may be set before they have come."""

    def __init__(self, session: Session, empty: str = "") -> None:
        super().__init__((), segmented=False, empty=empty)
        self._session = session
        self._known: Sequence[tuple[str, str]] = ()
        session.changed.connect(self._on_changed)
        self._read()

    def set_value(self, value: str | None) -> None:
        if value is not None and value not in self._values:
            self.offer([*self._known, (value, self.tr("{0} (not in use)").format(value))])
        super().set_value(value)

    def _read(self) -> None:
        self._session.do(rule_set_choices).then(self._show)

    def _show(self, found: tuple[RuleSet, ...]) -> None:
        chosen = self.value()
        self._known = [(each.id, f"{each.title} ({each.version})") for each in found]
        self.offer(self._known)
        self.set_value(chosen)

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("rule set"):
            self._read()
