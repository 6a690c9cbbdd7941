"""Save a list as CSV or XLSX: without names unless somebody who may says why."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.interop.sheets import can_write_xlsx
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.paper_files import in_documents
from mbb_desktop.ui.parts import Button, CheckBox, Notice, appear, body
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Pending, Session
from mbb_desktop.workflow.export_figures import Exported, Form, export_counts, export_counts_with_names
from mbb_desktop.workflow.export_lists import export_ahead, export_day, export_payers, export_people
from mbb_desktop.workflow.figures import Counts


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be saved under which name. Without `plain` names are always in it, without `named` never.

    `many`: whether CSV makes a folder of lists.
    """

    title: str
    intro: str
    name: str
    plain: Callable[[Form], Pending[Exported]] | None = None
    named: Callable[[Form, str], Pending[Exported]] | None = None
    many: bool = False


def figures_offer(session: Session, over: QWidget, counts: Counts, region: Region | None) -> Offer:
    """The rows behind the figures."""
    intro = over.tr(
        "Every row behind the figures: a list of blocks, one of complaints, the doses of twelve months, and "
        "the times to sign as counts. Without names a row has a random code; months count from 1."
    )
    named = session.may(Permission.EXPORT_NAMED)
    return Offer(
        over.tr("Export figures"),
        intro,
        "analytics",
        lambda form: session.beside(export_counts, counts, form, region),
        (lambda form, why: session.beside(export_counts_with_names, counts, form, why, region))
        if named
        else None,
        many=True,
    )


def people_offer(session: Session, over: QWidget, typed: str) -> Offer:
    """The patients whom the typed words find."""
    found = over.tr("Everybody with a name, birth date or record number like: {0}.").format(typed)
    return Offer(
        over.tr("Export patients"),
        found if typed.strip() else over.tr("Every patient of the clinic."),
        f"patients-{session.now().date().isoformat()}",
        named=lambda form, why: session.beside(export_people, typed, form, why),
    )


def day_offer(session: Session, over: QWidget) -> Offer:
    """The blocks of today."""
    return Offer(
        over.tr("Export the block list"),
        over.tr("Today's blocks with time, patient, joints and state."),
        f"blocks-{session.now().date().isoformat()}",
        named=lambda form, why: session.beside(export_day, form, why),
    )


def payer_offer(session: Session, over: QWidget) -> Offer:
    """Authorizations and denials."""
    return Offer(
        over.tr("Export authorizations and denials"),
        over.tr("Every authorization and denial with payer, state, deadline and reason, settled ones too."),
        f"authorizations-{session.now().date().isoformat()}",
        named=lambda form, why: session.beside(export_payers, form, why),
    )


def ahead_offer(session: Session, over: QWidget, days: int) -> Offer:
    """The planned blocks of the next days with their checks."""
    return Offer(
        over.tr("Export the planned blocks"),
        over.tr("A line for each check of each planned block: its state, the fact, what to do, and who."),
        f"planned-blocks-{session.now().date().isoformat()}",
        named=lambda form, why: session.beside(export_ahead, days, form, why),
    )


class ExportCard(DialogCard):
    """Nothing is saved before the last button; names need a permission and a reason."""

    def __init__(self, session: Session, window: MainWindow, offer: Offer) -> None:
        super().__init__(window, offer.title, wide=560)
        self._session, self._main, self._offer = session, window, offer
        forms = [Form.CSV, Form.XLSX] if can_write_xlsx() else [Form.CSV]
        self.form: ChoiceEditor[Form] = ChoiceEditor([(form, form.value) for form in forms])
        self.form.set_value(Form.CSV)
        self.names = CheckBox(self.tr("With names, record numbers and days"))
        self.reason = TextEditor(self.tr("what the list is needed for"))
        self._why = Field(self.tr("Reason, kept in the audit trail"), self.reason)
        self._notice = Notice("", "danger", "circle-alert")
        self.save = Button(self.tr("Save"), "primary", "download")
        self._cancel = Button(self.tr("Cancel"))
        self._build()

    def save_to(self, path: Path) -> None:
        """Write the file, or the CSV files into a new folder of that name."""
        form, offer = self.form.value() or Form.CSV, self._offer
        if self.names.isChecked() and offer.named is not None:
            writing = offer.named(form, self.reason.value())
        elif offer.plain is not None:
            writing = offer.plain(form)
        else:
            return
        self.save.setEnabled(False)
        writing.then(lambda exported: self._write(path, exported), receiver=self).failed(self._on_failed)

    def said(self) -> str:
        """What went wrong."""
        return self._notice.text()

    def _build(self) -> None:
        form = Field(self.tr("Format"), self.form)
        for part in (body(self._offer.intro), form, self.names, self._why, self._notice):
            self.body.addWidget(part)
        always = self._offer.plain is None
        self.names.setChecked(always)
        appear(self.names, self._offer.named is not None and not always)
        appear(self._why, always)
        self.names.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.names.toggled.connect(self._on_names)
        for button in (self._cancel, self.save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self._cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._ask_where)

    def _on_names(self, wanted: bool) -> None:
        self._why.setVisible(wanted)
        self.fit()
        if wanted:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_where(self) -> None:
        if self.names.isChecked() and not self.reason.value().strip():
            self._why.show_problem(self.tr("Write why the list needs names."))
            self.fit()
            return
        workbook = self.form.value() is Form.XLSX
        ending = "xlsx" if workbook else "" if self._offer.many else "csv"
        name = f"{self._offer.name}.{ending}" if ending else self._offer.name
        asking = QFileDialog(self, self.tr("Save the list"), in_documents(name))
        asking.setOption(QFileDialog.Option.DontConfirmOverwrite, not ending)
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setDefaultSuffix(ending)
        asking.fileSelected.connect(lambda path: self.save_to(Path(path)))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.open()

    def _write(self, path: Path, exported: Exported) -> None:
        try:
            if len(exported.files) == 1:
                path.write_bytes(exported.files[0][1])
            else:
                path = path.with_suffix("") if path.suffix.lower() == ".csv" else path
                path.mkdir()  # several lists: a name that was typed as a file's becomes the folder's
                for name, data in exported.files:
                    (path / name).write_bytes(data)
        except OSError as error:
            self._on_failed(error)
            return
        self._main.messages.toast(self.tr("Saved: {0}").format(path.name))
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        if isinstance(error, FileExistsError):
            said = self.tr("A folder or file of this name is there already. Choose another name.")
        else:
            said = explain(error) or self.tr("The lists could not be saved. Nothing was written.")
        self._notice.show_text(said, "danger", "circle-alert")
        self.fit()
