"""Settings: only what the person may change is there."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QStackedWidget, QWidget

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.people import Clinic
from mbb_desktop.settings import Settings
from mbb_desktop.ui import theme
from mbb_desktop.ui.frame import Leaving
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.new_code_card import NewCodeCard
from mbb_desktop.ui.parts import line, paint_focus, scrolled, stack
from mbb_desktop.ui.session import Changed, Session
from mbb_desktop.ui.settings_about import AboutSettings
from mbb_desktop.ui.settings_account import AccountSettings, AppearanceSettings
from mbb_desktop.ui.settings_backup import BackupSettings, RecordSettings
from mbb_desktop.ui.settings_clinic import ClinicForm
from mbb_desktop.ui.settings_directory import DirectorySettings
from mbb_desktop.ui.settings_phrases import PhraseSettings
from mbb_desktop.ui.settings_presets import PresetSettings
from mbb_desktop.ui.settings_rules import RuleSettings
from mbb_desktop.ui.settings_templates import TemplateSettings
from mbb_desktop.ui.settings_users import UsersSettings
from mbb_desktop.workflow.keep_clinic import clinic

Make = Callable[[], QWidget]


class SectionButton(QAbstractButton):
    """The name of a section; the one that is shown has a bar and a tint."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(36))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        box, shown = QRectF(self.rect()), self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if shown or self.underMouse():
                painter.setBrush(theme.color("accentSoft" if shown else "surface2"))
                painter.drawRoundedRect(box, theme.px(6), theme.px(6))
            if shown:
                painter.setBrush(theme.color("accent"))
                painter.drawRect(QRectF(0, theme.px(6), theme.px(3), box.height() - theme.px(12)))
            painter.setPen(theme.color("accent" if shown else "text"))
            painter.setFont(theme.font(13, 600 if shown else 500))
            words = box.adjusted(theme.px(14), 0, -theme.px(8), 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
            if self.hasFocus():
                paint_focus(painter, box, theme.px(6))


class SettingsPage(QWidget):
    """Sections at the left, one of them at the right; a section is made when it is shown first."""

    look_changed = Signal()
    emergency_asked = Signal()

    def __init__(
        self,
        session: Session,
        window: MainWindow,
        settings: Settings,
        tour: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._session, self._window, self._settings = session, window, settings
        self._tour = tour
        self._sections = list(self._allowed())
        self._made: dict[str, QWidget] = {}
        self._clinic: ClinicForm | None = None
        self._account_section: AccountSettings | None = None
        self._stack = QStackedWidget()
        self._group = QButtonGroup(self)
        self._build()
        session.changed.connect(self._on_changed)
        self.show_section(self._sections[0][0])

    def sections(self) -> list[str]:
        """The names of the sections that the person may see."""
        return [name for name, _title, _make in self._sections]

    def show_section(self, name: str) -> QWidget:
        """Show account, appearance, clinic, rules, templates, presets, directory, users, backup or record."""
        at = self.sections().index(name)
        self._leave_shown()
        if name not in self._made:
            self._made[name] = self._sections[at][2]()
            self._stack.addWidget(self._made[name])
        self._stack.setCurrentWidget(self._made[name])
        self._group.button(at).setChecked(True)
        return self._made[name]

    def leaving(self) -> None:
        """Save what can be saved, forget what is secret."""
        self._leave_shown()

    def _allowed(self) -> Iterator[tuple[str, str, Make]]:
        may = self._session.may
        yield "account", self.tr("My account"), self._account
        yield "appearance", self.tr("Appearance"), self._appearance
        if may(Permission.KEEP_CLINIC):
            yield "clinic", self.tr("Clinic"), self._clinic_section
            yield "rules", self.tr("Rule sets"), lambda: RuleSettings(self._session, self._window)
        if may(Permission.KEEP_TEMPLATES):
            yield "templates", self.tr("Templates"), lambda: TemplateSettings(self._session, self._window)
        if may(Permission.KEEP_PRESETS):
            yield "presets", self.tr("Presets"), lambda: PresetSettings(self._session, self._window)
        yield "phrases", self.tr("Phrases"), lambda: PhraseSettings(self._session, self._window)
        if may(Permission.EDIT_PEOPLE):
            yield "directory", self.tr("Directory"), lambda: DirectorySettings(self._session, self._window)
        if may(Permission.KEEP_USERS):
            yield "users", self.tr("People and roles"), lambda: UsersSettings(self._session, self._window)
        if may(Permission.BACK_UP):
            yield "backup", self.tr("Backup"), self._backup
        if may(Permission.CHECK_RECORD):
            yield "record", self.tr("Record"), lambda: RecordSettings(self._session)
        yield "about", self.tr("About"), self._about

    def _build(self) -> None:
        row = line(self, spacing=0)
        rail = QFrame()
        rail.setFixedWidth(theme.px(200))
        column = stack(rail, spacing=2, margins=(20, 16, 0, 16))
        for at, (name, title, _make) in enumerate(self._sections):
            button = SectionButton(title)
            button.clicked.connect(lambda _on=False, name=name: self.show_section(name))
            self._group.addButton(button, at)
            column.addWidget(button)
        column.addStretch()
        row.addWidget(rail)
        row.addWidget(self._stack, 1)

    def _leave_shown(self) -> None:
        for section in (self._account_section, self._clinic, self._made.get("phrases")):
            if isinstance(section, Leaving):
                section.leaving()

    def _account(self) -> QWidget:
        self._account_section = account = AccountSettings(self._session)
        account.emergency_asked.connect(self.emergency_asked)
        return _narrow(scrolled(account))

    def _about(self) -> QWidget:
        return AboutSettings(self._session, self._window, self._settings, self._tour)

    def _appearance(self) -> QWidget:
        appearance = AppearanceSettings(self._settings)
        appearance.changed.connect(self.look_changed)
        return _narrow(appearance)

    def _backup(self) -> QWidget:
        backup = BackupSettings(self._session)
        backup.code_asked.connect(self._on_code_asked)
        return backup

    def _on_code_asked(self) -> None:
        NewCodeCard(self._session, self._window, self._settings).open()

    def _clinic_section(self) -> QWidget:
        holder = QWidget()
        stack(holder, spacing=0)
        self._session.do(clinic).then(lambda found: self._put_clinic(holder, found), receiver=holder)
        return _narrow(holder)

    def _put_clinic(self, holder: QWidget, found: Clinic) -> None:
        layout = holder.layout()
        if self._clinic is None and layout is not None:
            self._clinic = ClinicForm(self._session, self._window, found)
            layout.addWidget(self._clinic)

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("clinic") and self._clinic is not None:
            self._session.do(clinic).then(self._clinic.show_saved)


def _narrow(content: QWidget) -> QWidget:
    """Forms are read better when they are not as wide as the window."""
    holder = QWidget()
    row = line(holder, spacing=0)
    content.setMaximumWidth(theme.px(860))
    row.addWidget(content, 1)
    row.addStretch()
    return holder
