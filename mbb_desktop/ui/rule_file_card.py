"""Add a rule file of the clinic: it is checked and shown first, and kept with the last button."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from mbb_desktop.clinical.check_rules import LARGEST
from mbb_desktop.clinical.rules import RuleSet
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, Notice, appear, body, help_text, strong
from mbb_desktop.ui.rule_set_words import begins, count_of, ends
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.keep_rules import Offered, RefusedRules, add_rules, offer_rules


class RuleFileCard(DialogCard):
    """Choose a file, look, add."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window, self.tr("Add a rule file"), wide=640)
        self._session = session
        self._offered: Offered | None = None
        self._intro = body(
            self.tr(
                "A rule set is a text file (TOML); docs/rules.md says how one is written. "
                "The file is read and its examples are run. Nothing is kept before you say so."
            )
        )
        self._notice = Notice("", "danger", "circle-alert")
        self._named, self._facts = strong(""), body("")
        self._remarks = help_text("")
        for part in (self._intro, self._notice, self._named, self._facts, self._remarks):
            self.body.addWidget(part)
        self._add_buttons()
        self._show_offer(None)
        self._choose.setFocus()

    def read_file(self, path: Path) -> None:
        """Check a file; what is wrong with it is said in the card."""
        self._show_offer(None)
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError as error:
            self._say(explain(error) or str(error))
            return
        self._session.do(offer_rules, path.name, data).then(self._show_offer).failed(self._on_failed)

    def said(self) -> str:
        """Why the file was refused; empty while nothing is wrong."""
        return self._notice.text()

    def offer(self) -> str:
        """What the file would add."""
        return " ".join(filter(None, [self._named.text(), self._facts.text(), self._remarks.text()]))

    def _add_buttons(self) -> None:
        cancel = Button(self.tr("Cancel"))
        self._choose = Button(self.tr("Choose a file"), icon="upload")
        self._add = Button(self.tr("Add this rule set"), "primary")
        cancel.clicked.connect(self.reject)
        self._choose.clicked.connect(self._ask_for_file)
        self._add.clicked.connect(self._on_add)
        for button in (cancel, self._choose, self._add):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)

    def _ask_for_file(self) -> None:
        asking = QFileDialog(self, self.tr("Choose a rule file"))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setFileMode(QFileDialog.FileMode.ExistingFile)
        asking.setNameFilters([self.tr("Rule files (*.toml)"), self.tr("All files (*)")])
        asking.fileSelected.connect(lambda name: self.read_file(Path(name)))
        asking.open()

    def _show_offer(self, offered: Offered | None) -> None:
        self._offered = offered
        self._notice.show_text("")
        new = offered.rule_set if offered else None
        self._named.setText(f"{new.title} ({new.named})" if new else "")
        self._facts.setText(self._counted(new) if new else "")
        self._remarks.setText("\n".join(offered.remarks) if offered else "")
        for part in (self._named, self._facts, self._remarks):
            appear(part, bool(part.text()))
        self._add.setEnabled(new is not None)
        (self._add if new else self._choose).setDefault(True)
        self.fit()

    def _counted(self, new: RuleSet) -> str:
        said = self.tr("For {0}. In force {1}, {2}. {3}; every one of its {4} examples gets its verdicts.")
        return said.format(new.payer, begins(new), ends(new), count_of(new), len(new.examples))

    def _on_add(self) -> None:
        if self._offered is None:
            return
        self._add.setEnabled(False)
        adding = self._session.do(add_rules, self._offered.name, self._offered.text)
        adding.changes("rule set").then(lambda _added: self.accept(), self).failed(self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, RefusedRules):
            count = len(error.problems) - 5
            more = [self.tr("And {0} more.").format(count)] if count > 0 else []
            self._say("\n".join([*error.problems[:5], *more]))
        else:
            self._say(explain(error) or self.tr("It was not added. Try again."))

    def _say(self, sentence: str) -> None:
        self._show_offer(None)
        self._notice.show_text(sentence, "danger", "circle-alert")
        self.fit()
