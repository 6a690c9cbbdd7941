"""The words of letters, fax cover and papers for patients: choose one, change it, look, save."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from mbb_desktop.clinical.handout import HandoutKind
from mbb_desktop.clinical.template import RefusedTemplate, Template, Wording, exported
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.ui.chips import Chip, ChipLabel
from mbb_desktop.ui.choices import Combo
from mbb_desktop.ui.folding_row import FoldingRow
from mbb_desktop.ui.language import localized
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.paper_files import in_documents
from mbb_desktop.ui.parts import Button, Notice, grey, line, muted, stack
from mbb_desktop.ui.session import Changed, Pending, Session
from mbb_desktop.ui.template_cards import VersionsCard, WhyCard, refusal
from mbb_desktop.ui.template_editor import TemplateEditor
from mbb_desktop.ui.template_preview import TemplatePreview
from mbb_desktop.workflow.keep_templates import (
    LARGEST,
    TemplateShelf,
    offer_template_file,
    save_template,
    template_library,
    use_version_again,
)
from mbb_desktop.workflow.try_template import letterhead

_Key = tuple[TemplateKind, str]


class TemplateSettings(QWidget):
    """What is typed for one template stays while another is looked at, until it is saved or discarded."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session, self._window = session, window
        self._shelves: tuple[TemplateShelf, ...] = ()
        self._typed: dict[_Key, Template] = {}
        self.choice = Combo()
        self.editor = TemplateEditor(session.now().date())
        self.preview = TemplatePreview(session)
        self.notice = Notice("", "danger", "circle-alert")
        self._state = ChipLabel(Chip(self.tr("Delivered"), "neutral", "check"))
        self._dirty = muted("")
        self.save = Button(self.tr("Save as a new version"), "primary")
        self.discard = Button(self.tr("Discard changes"), "link")
        self._build()
        self._connect()
        session.do(letterhead).then(self.preview.show_head)
        self.reload()

    def reload(self) -> None:
        """Read the templates again."""
        self._session.do(template_library).then(self._show)

    def is_unfinished(self) -> bool:
        """Whether something is typed that was not saved."""
        return bool(self._typed) or (bool(self._shelves) and self.editor.is_dirty())

    def shelf(self) -> TemplateShelf:
        """The template that is shown."""
        return self._shelves[max(0, self.choice.currentIndex())]

    def choose(self, kind: TemplateKind, language: str = "en") -> None:
        """Show another template."""
        keys = [_key(shelf) for shelf in self._shelves]
        self.choice.setCurrentIndex(keys.index((kind, language)))
        self._show_chosen()

    def read_file(self, path: Path) -> None:
        """Take the words of a file into the editor; nothing is saved before the person says so."""
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError as error:
            self._say(explain(error) or str(error))
            return
        offering = self._session.do(offer_template_file, self.shelf(), path.name, data)
        offering.then(self._take).failed(self._on_refused)

    def write_file(self, path: Path) -> None:
        """Write the words in use into a file."""
        writing = self._session.work(path.write_bytes, exported(self.shelf().in_use.template))
        writing.then(lambda _n: self._window.messages.toast(self.tr("Saved as {0}.").format(path.name)), self)
        writing.failed(self._on_refused)

    # Building

    def _build(self) -> None:
        whole = stack(self, spacing=10, margins=(20, 16, 20, 16))
        head = line()
        self.choice.setAccessibleName(self.tr("Template"))
        self.versions = Button(self.tr("Versions"), icon="list")
        self._import = Button(self.tr("Import"), icon="upload")
        self._export = Button(self.tr("Export"), icon="download")
        head.addWidget(self.choice, 1)
        head.addWidget(self._state)
        head.addStretch()
        for button in (self.versions, self._import, self._export):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            head.addWidget(button)
        whole.addLayout(head)
        whole.addWidget(self.notice)
        sides = line(spacing=16)
        left = stack(spacing=8)
        left.addWidget(self.editor, 1)
        for button in (self.save, self.discard):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        left.addWidget(FoldingRow((self.save,), (self.discard,), (self._dirty,), apart=False))
        sides.addLayout(left, 5)
        sides.addWidget(self.preview, 5)
        whole.addLayout(sides, 1)

    def _connect(self) -> None:
        self.choice.activated.connect(lambda _at: self._show_chosen())
        self.editor.settled.connect(self._on_settled)
        self.save.clicked.connect(self._on_save)
        self.discard.clicked.connect(self._on_discard)
        self.versions.clicked.connect(self._on_versions)
        self._import.clicked.connect(self._ask_for_file)
        self._export.clicked.connect(self._ask_where)
        self._session.changed.connect(self._on_changed)
        self._window.about_to_lock.connect(self.preview.clear)

    # Showing

    def _show(self, found: tuple[TemplateShelf, ...]) -> None:
        at = max(0, self.choice.currentIndex())
        self._shelves = found
        self.choice.clear()
        self.choice.addItems([self._called(shelf) for shelf in found])
        self.choice.setCurrentIndex(at)
        self._show_chosen()

    def _called(self, shelf: TemplateShelf) -> str:
        own = localized(shelf.delivered.kind.value)
        named = f"{own[0].upper()}{own[1:]}"
        return f"{named}, {shelf.language_name}" if shelf.delivered.kind is TemplateKind.HANDOUT else named

    def _show_chosen(self) -> None:
        shelf = self.shelf()
        number = shelf.in_use.number
        said = self.tr("Your words, version {0}").format(number) if number else self.tr("Delivered words")
        self._state.show_chip(Chip(said, "info" if number else "neutral", "pencil" if number else "check"))
        self._say(self._unused(shelf))
        typed = self._typed.get(_key(shelf), shelf.in_use.template)
        self.editor.show_template(typed, shelf.in_use.template)
        self._on_settled()

    def _unused(self, shelf: TemplateShelf) -> str:
        said = self.tr("The newest version is not used, papers have the delivered words. {0}")
        return said.format(shelf.problem) if shelf.problem else ""

    def _on_settled(self) -> None:
        if not self._shelves:
            return
        key, dirty = _key(self.shelf()), self.editor.is_dirty()
        if dirty:
            self._typed[key] = self.editor.template()
        else:
            self._typed.pop(key, None)
        for button in (self.save, self.discard):
            grey(button, "" if dirty else self.tr("Nothing was changed."))
        self._dirty.setText(self.tr("Not saved yet") if dirty else "")
        if self.editor.is_refused():
            self.preview.hold()
        else:
            self.preview.show_template(self.editor.template(), self._paper())

    def _paper(self) -> HandoutKind:
        before = self.editor.key().startswith("information.")
        return HandoutKind.INFORMATION if before else HandoutKind.HANDOUT

    def _say(self, sentence: str) -> None:
        self.notice.show_text(sentence, "danger", "circle-alert")

    # Saving

    def _on_save(self) -> None:
        if self.editor.problems():
            self.editor.show_problems(self.editor.problems())
            return
        said = self.tr("Papers use these words from now on. Signed papers stay as they are.")
        template = self.editor.template()
        WhyCard(self._window, self.tr("Save the words?"), said, partial(self._keep, template)).open()

    def _keep(self, template: Template, why: str) -> Pending[Wording]:
        shelf = self.shelf()
        keeping = self._session.do(save_template, template, why, instead_of=shelf.newest)
        return keeping.then(lambda _kept: self._forget(shelf), self)

    def _on_discard(self) -> None:
        self._forget(self.shelf())
        self._show_chosen()

    def _on_versions(self) -> None:
        VersionsCard(self._session, self._window, self.shelf(), self._use_again).open()

    def _use_again(self, number: int) -> None:
        named = self.tr("version {0}").format(number) if number else self.tr("the program")
        said = self.tr("The words of {0} are saved as a new version and used from now on.").format(named)
        keep = partial(self._again, number)
        WhyCard(self._window, self.tr("Use these words again?"), said, keep).open()

    def _again(self, number: int, why: str) -> Pending[Wording]:
        shelf = self.shelf()
        keeping = self._session.do(use_version_again, shelf, number, why)
        return keeping.then(lambda _kept: self._forget(shelf), self)

    def _forget(self, shelf: TemplateShelf) -> None:
        """What was typed for it is saved, or no longer meant."""
        self._typed.pop(_key(shelf), None)

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("template"):
            self.reload()
        elif changed.touches("clinic"):
            self._session.do(letterhead).then(self.preview.show_head)

    # Files

    def _take(self, template: Template) -> None:
        self._typed[_key(self.shelf())] = template
        self._show_chosen()
        self._say("")

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, RefusedTemplate):
            said = self.tr("The file was not taken. {0}")
            self._say(said.format(refusal(error, "")))
        else:
            self._say(explain(error) or self.tr("That did not work. Try again."))

    def _ask_for_file(self) -> None:
        asking = QFileDialog(self, self.tr("Choose a template file"))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setFileMode(QFileDialog.FileMode.ExistingFile)
        asking.setNameFilters([self.tr("Template files (*.toml)"), self.tr("All files (*)")])
        asking.fileSelected.connect(lambda name: self.read_file(Path(name)))
        asking.open()

    def _ask_where(self) -> None:
        asking = QFileDialog(self, self.tr("Export the words in use"), in_documents(self._file_name()))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setDefaultSuffix("toml")
        asking.fileSelected.connect(lambda name: self.write_file(Path(name)))
        asking.open()

    def _file_name(self) -> str:
        template = self.shelf().delivered
        return f"{template.kind.value.replace(' ', '-').lower()}-{template.language}.toml"


def _key(shelf: TemplateShelf) -> _Key:
    return shelf.delivered.kind, shelf.delivered.language
