"""The people with an account: added with a passphrase, changed, and their access ended."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.identity import new_id
from mbb_desktop.clinical.npi import npi_problem
from mbb_desktop.storage.passphrase import passphrase_problem
from mbb_desktop.ui.check_editor import CheckEditor
from mbb_desktop.ui.chips import Chip, Piece
from mbb_desktop.ui.dialog_card import DialogCard
from mbb_desktop.ui.editors import MultiChoice, TextEditor
from mbb_desktop.ui.guarded_card import GuardedCard
from mbb_desktop.ui.main_window import MainWindow
from mbb_desktop.ui.messages import explain
from mbb_desktop.ui.new_passphrase import NewPassphrase
from mbb_desktop.ui.parts import Button, Notice, card, line, stack
from mbb_desktop.ui.record_form import RecordForm
from mbb_desktop.ui.record_table import Column, RecordTable
from mbb_desktop.ui.session import Changed, Pending, Session
from mbb_desktop.workflow.keep_clinic import (
    add_user,
    change_user,
    colleagues,
    give_new_passphrase,
    remove_user,
)


@dataclass(frozen=True, slots=True)
class _Typed:
    name: str = ""
    credentials: str = ""
    specialty: str = ""
    npi: str = ""
    roles: tuple[Role, ...] = ()
    learner: bool = False


_SAME = tuple(_Typed.__dataclass_fields__)


class UserCard(DialogCard):
    """A new person with a passphrase, or the details and roles of a known one."""

    saved = Signal(object)

    def __init__(self, session: Session, window: QWidget, user: User | None) -> None:
        super().__init__(window, self.tr("Person") if user else self.tr("New person"), wide=600)
        self._session, self._user = session, user
        start = _Typed(**{name: getattr(user, name) for name in _SAME}) if user else _Typed()
        self.form: RecordForm[_Typed] = RecordForm(start, self._problems, columns=2)
        self.secret = NewPassphrase(passphrase_problem, lambda: [self.form.record().name])
        self._notice = Notice("", "danger", "circle-alert")
        self._fill()
        for part in (self._notice, self.form):
            self.body.addWidget(part)
        if user is None:
            self.body.addWidget(self.secret)
        self._add_buttons()

    def is_unfinished(self) -> bool:
        return self.form.is_dirty() or bool(self.secret.passphrase())

    def said(self) -> str:
        """Why it was not saved; empty while nothing is wrong."""
        return self._notice.text()

    def _fill(self) -> None:
        form = self.form
        form.add_field("name", self.tr("Name, as printed"), TextEditor(self.tr("A. Okafor")))
        form.add_field("credentials", self.tr("Credentials"), TextEditor(self.tr("MD")))
        form.add_field("specialty", self.tr("Specialty (optional)"), TextEditor())
        form.add_field("npi", self.tr("NPI (optional)"), TextEditor(max_length=10))
        roles = [(role, role.value.capitalize()) for role in Role]
        form.add_field("roles", self.tr("Roles"), MultiChoice(roles, columns=3), span=2)
        learner = CheckEditor(self.tr("Learner: notes need a co-signature"))
        form.add_field("learner", "", learner, span=2)

    def _add_buttons(self) -> None:
        cancel = Button(self.tr("Cancel"))
        self._save = Button(self.tr("Save") if self._user else self.tr("Add person"), "primary")
        cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save)
        for button in (cancel, self._save):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons.addWidget(button)
        self._save.setDefault(True)

    def _problems(self, typed: _Typed) -> dict[str, str]:
        found = {}
        if not typed.name:
            found["name"] = self.tr("The name is missing. It stands under every paper that they sign.")
        if not typed.roles:
            found["roles"] = self.tr("Choose at least one role.")
        if problem := npi_problem(typed.npi):
            found["npi"] = problem
        if typed.learner and Role.PHYSICIAN not in typed.roles:
            found["learner"] = self.tr("Only a physician's notes are co-signed. Take the tick off.")
        return found

    def _on_save(self) -> None:
        wrong = self.form.show_problems()
        weak = self._user is None and self.secret.show_problems()
        if wrong or weak:
            return
        typed = {name: getattr(self.form.record(), name) for name in _SAME}
        self._save.setEnabled(False)
        known = self._user
        if known is None:
            user = User(new_id(self._session.now()), **typed)
            doing = self._session.do(add_user, user, self.secret.passphrase())
        else:
            changed = User(known.id, active=known.active, version=known.version, **typed)
            doing = self._session.do(change_user, changed)
        doing.changes("user").then(self._on_saved).failed(self._on_failed)

    def _on_saved(self, user: User) -> None:
        self.secret.wipe()
        self.accept()
        self.saved.emit(user)

    def _on_failed(self, error: Exception) -> None:
        self._save.setEnabled(True)
        own = str(error) if type(error) is ValueError else None
        said = own or explain(error) or self.tr("It was not saved. Try again.")
        self._notice.show_text(said, "danger", "circle-alert")


class PassphraseCard(GuardedCard):
    """A new passphrase for a colleague who forgot the own one."""

    def __init__(self, session: Session, window: QWidget, user: User) -> None:
        title = window.tr("New passphrase for {0}").format(user.name)
        said = window.tr(
            "Let {0} type it. Papers signed before stay valid; the record says who gave the new passphrase."
        )
        super().__init__(session, window, title, said.format(user.name))
        self._user = user
        self.secret = NewPassphrase(passphrase_problem, lambda: [user.name])
        self.guard(self.secret)

    def ready(self) -> bool:
        return not self.secret.show_problems()

    def acting(self, own: str) -> Pending[None]:
        return self._session.do(give_new_passphrase, self._user, self.secret.passphrase(), own)

    def wipe(self) -> None:
        super().wipe()
        self.secret.wipe()


class UsersSettings(QWidget):
    """The list of people; only an administrator sees it."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session, self._window = session, window
        self.table: RecordTable[User] = RecordTable(self._columns(), self.tr("People"))
        self.table.opened.connect(self._on_change)
        self.table.picked.connect(self._on_picked)
        self._change = Button(self.tr("Change"), icon="pencil")
        self._passphrase = Button(self.tr("New passphrase"), icon="lock")
        self._remove = Button(self.tr("End access"), "link")
        self._build()
        session.changed.connect(self._on_changed)
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        self._session.do(colleagues).then(self._show)

    def _build(self) -> None:
        frame = card(self.tr("People with an account"), flush=True)
        stack(self, margins=(20, 16, 20, 16)).addWidget(frame, 1)
        add = Button(self.tr("Add a person"), "primary", "plus")
        add.clicked.connect(lambda: self._open(None))
        frame.head.addWidget(add)
        frame.body.addWidget(self.table, 1)
        row = line(margins=(16, 10, 16, 12))
        row.addWidget(self._change)
        row.addWidget(self._passphrase)
        row.addStretch()
        row.addWidget(self._remove)
        frame.body.addLayout(row)
        for button in (add, self._change, self._passphrase, self._remove):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._change.clicked.connect(lambda: self._on_change(self.table.current()))
        self._passphrase.clicked.connect(self._on_passphrase)
        self._remove.clicked.connect(self._on_remove)

    def _columns(self) -> list[Column[User]]:
        return [
            Column(
                self.tr("Name"), lambda user: user.signs_as, second=lambda user: user.specialty, strong=True
            ),
            Column(
                self.tr("Roles"),
                lambda user: ", ".join(role.value for role in user.roles),
                second=lambda user: self.tr("Learner: notes need a co-signature") if user.learner else "",
            ),
            Column(self.tr("NPI"), lambda user: user.npi, width=120),
            Column(self.tr("Access"), lambda _user: "", chips=self._state, width=140),
        ]

    def _state(self, user: User) -> list[Piece]:
        if user.id == self._session.user.id:
            return [Chip(self.tr("You"), "info", "user")]
        if user.active:
            return [Chip(self.tr("Active"), "ok", "check")]
        return [Chip(self.tr("Ended"), "neutral", "ban")]

    def _show(self, people: tuple[User, ...]) -> None:
        self.table.show_records(people, key=lambda user: user.id)
        if self.table.current() is None and people:
            self.table.select(0)
        self._on_picked(self.table.current())

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("user"):
            self.reload()

    def _on_picked(self, user: User | None) -> None:
        own = user is not None and user.id == self._session.user.id
        active = user is not None and user.active
        self._change.setEnabled(active)
        self._passphrase.setEnabled(active and not own)
        self._passphrase.setToolTip(self.tr("Change your own passphrase in My account.") if own else "")
        self._remove.setEnabled(active and not own)
        self._remove.setToolTip(self.tr("Another administrator ends your own access.") if own else "")

    def _open(self, user: User | None) -> None:
        shown = UserCard(self._session, self._window, user)
        if user is None:
            shown.saved.connect(self._tell_added)
        shown.open()

    def _tell_added(self, user: User) -> None:
        said = self.tr("{0} can unlock now. To sign, they first set a PIN in Settings, My account.")
        self._window.messages.toast(said.format(user.called))

    def _on_change(self, user: User | None) -> None:
        if user is not None and user.active:
            self._open(user)

    def _on_passphrase(self) -> None:
        user = self.table.current()
        if user is not None:
            PassphraseCard(self._session, self._window, user).open()

    def _on_remove(self) -> None:
        user = self.table.current()
        if user is not None:
            said = self.tr("{0} cannot unlock the program any more. What they signed stays theirs.")
            self._window.messages.ask(
                self.tr("End access?"),
                said.format(user.signs_as),
                self.tr("End access"),
                lambda: self._session.do(remove_user, user).changes("user"),
                danger=True,
            )
