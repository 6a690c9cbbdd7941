"""Save the lists behind the figures: CSV or XLSX, without names unless somebody says why."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.interop.sheets import can_write_xlsx
from mbb_desktop.ui.choices import ChoiceEditor
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import TextEditor
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.parts import Button, CheckBox, Notice, appear, body
from mbb_desktop.ui.record_form import Field
from mbb_desktop.ui.session import Session
from mbb_desktop.workflow.export_figures import Exported, Form, export_counts, export_counts_with_names
from mbb_desktop.workflow.figures import Counts


class ExportCard(DialogCard):
    """Nothing is saved before the last button; names need a permission and a reason."""

    def __init__(self, session: Session, window: MainWindow, counts: Counts, region: Region | None) -> None:
        super().__init__(window, self.tr("Export figures"), wide=560)
        self._session, self._main, self._counts, self._region = session, window, counts, region
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
        """Write the workbook, or the CSV files into a new folder of that name."""
        self.save.setEnabled(False)
        form = self.form.value() or Form.CSV
        if self.names.isChecked():
            writing = self._session.beside(
                export_counts_with_names, self._counts, form, self.reason.value(), self._region
            )
        else:
            writing = self._session.beside(export_counts, self._counts, form, self._region)
        writing.then(lambda exported: self._write(path, exported), receiver=self).failed(self._on_failed)

    def said(self) -> str:
        """What went wrong."""
        return self._notice.text()

    def _build(self) -> None:
        intro = self.tr(
            "Every row behind the figures: a list of blocks, one of complaints, the doses of twelve months, "
            "and the times to sign as counts. Without names a row has a random code; months count from 1."
        )
        for part in (body(intro), Field(self.tr("Format"), self.form), self.names, self._why, self._notice):
            self.body.addWidget(part)
        appear(self.names, self._session.may(Permission.EXPORT_NAMED))
        self.names.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.names.toggled.connect(self._on_names)
        for button in (self._cancel, self.save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self._cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._ask_where)
        self._why.hide()

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
        day = self._session.now().date().isoformat()
        workbook = self.form.value() is Form.XLSX
        name = f"analytics-{day}.xlsx" if workbook else f"analytics-{day}"
        asking = QFileDialog(self, self.tr("Save the lists"), name)
        asking.setOption(QFileDialog.Option.DontConfirmOverwrite, not workbook)
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setDefaultSuffix("xlsx" if workbook else "")
        asking.fileSelected.connect(lambda path: self.save_to(Path(path)))
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.open()

    def _write(self, path: Path, exported: Exported) -> None:
        try:
            if self.form.value() is Form.XLSX:
                path.write_bytes(exported.files[0][1])
            else:
                path.mkdir()
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
