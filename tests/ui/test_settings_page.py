"""Settings: only what a role may change, said in truth, and applied at once."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from mbb_desktop.clinical.access import Role, User
from mbb_desktop.clinical.people import Paper
from mbb_desktop.settings import APPEARANCE, TEXT_PERCENT
from mbb_desktop.storage.accounts import check_passphrase
from mbb_desktop.storage.errors import WrongPassphrase, WrongRecoveryCode
from mbb_desktop.storage.keys import open_with_code, read_keys
from mbb_desktop.storage.vault import open_vault
from mbb_desktop.ui.correspondent_card import CorrespondentCard
from mbb_desktop.ui.messages import AskCard
from mbb_desktop.ui.new_code_card import NewCodeCard
from mbb_desktop.ui.settings_account import AccountSettings, AppearanceSettings
from mbb_desktop.ui.settings_backup import BackupSettings, RecordSettings
from mbb_desktop.ui.settings_clinic import ClinicForm
from mbb_desktop.ui.settings_directory import DirectorySettings
from mbb_desktop.ui.settings_page import SettingsPage
from mbb_desktop.ui.settings_users import PassphraseCard, UserCard, UsersSettings
from mbb_desktop.workflow.keep_clinic import add_user, colleagues, directory, save_clinic
from mbb_desktop.workflow.keep_clinic import clinic as clinic_details
from mbb_desktop.workflow.sample_people import PASSPHRASE, PIN
from mbb_desktop.workflow.signing import confirm_own_pin
from tests.ui.sample import SampleClinic, W, button, let_go, press

NEW_PASSPHRASE = "gravel lantern oyster violin"


def settings(clinic: SampleClinic) -> SettingsPage:
    return clinic.page(lambda: SettingsPage(clinic.session, clinic.window, clinic.settings))


@pytest.fixture
def page(clinic: SampleClinic) -> SettingsPage:
    return settings(clinic)


def section(page: SettingsPage, name: str, kind: type[W]) -> W:
    shown = page.show_section(name)
    return shown if isinstance(shown, kind) else shown.findChildren(kind)[0]


_LAST = ["presets", "phrases", "directory", "users", "backup", "record", "about"]


def test_only_what_a_role_may_change_is_there(seen: SampleClinic) -> None:
    for who, sections in (
        ("physician", ["account", "appearance", "clinic", "rules", "templates", *_LAST]),
        ("nurse", ["account", "appearance", "phrases", "directory", "about"]),
        ("front desk", ["account", "appearance", "phrases", "directory", "about"]),
        ("manager", ["account", "appearance", "templates", "phrases", "about"]),
    ):
        seen.sign_in(who)
        assert settings(seen).sections() == sections, who


def test_the_clinic_is_changed_and_noted(clinic: SampleClinic, page: SettingsPage) -> None:
    form = section(page, "clinic", ClinicForm)
    form.form.editor("name").set_value("Lakeside Pain Clinic")
    form.form.editor("paper").set_value(Paper.A4)
    form.form.editor("half_points").set_value(True)
    form.save()
    kept = clinic.do(clinic_details)
    assert (kept.name, kept.paper, kept.half_points) == ("Lakeside Pain Clinic", Paper.A4, True)
    assert clinic.events()[0] == "clinic changed"


def test_a_clinic_lacking_something_is_not_saved(seen: SampleClinic) -> None:
    before = seen.do(clinic_details)
    form = section(settings(seen), "clinic", ClinicForm)
    wrong = (("name", ""), ("minutes_to_lock", None), ("rule_set", None), ("npi", "1234567890"))
    for field, value in wrong:
        known = form.form.editor(field).value()
        form.form.editor(field).set_value(value)
        form.save()
        assert form.form.field(field).is_wrong()
        assert seen.do(clinic_details) == before
        form.form.editor(field).set_value(known)


def test_the_form_follows_a_change_elsewhere(clinic: SampleClinic, page: SettingsPage) -> None:
    form = section(page, "clinic", ClinicForm)
    clinic.do(save_clinic, replace(clinic.do(clinic_details), phone="(555) 010-7777"))
    clinic.session.announce("clinic")
    assert form.form.record().phone == "(555) 010-7777"


def test_a_person_is_added_with_a_passphrase_and_can_come_in(
    clinic: SampleClinic, page: SettingsPage
) -> None:
    press(section(page, "users", UsersSettings), "Add a person")
    card = clinic.card(UserCard)
    card.form.editor("name").set_value("B. Quist")
    card.form.editor("roles").set_value((Role.NURSE,))
    card.secret.first.line.setText(NEW_PASSPHRASE)
    card.secret.second.line.setText(NEW_PASSPHRASE)
    press(card, "Add person")
    added = next(user for user in clinic.do(colleagues) if user.name == "B. Quist")
    assert added.roles == (Role.NURSE,)
    assert any("they first set a PIN" in label.text() for label in clinic.window.findChildren(QLabel))
    clinic.window.lock()
    clinic.vault.close()
    clinic.vault = open_vault(clinic.folder, added.id, NEW_PASSPHRASE, at=clinic.now)


def test_a_person_lacking_something_is_not_added(seen: SampleClinic) -> None:
    users = section(settings(seen), "users", UsersSettings)
    for name, roles, passphrase in (
        ("", (Role.NURSE,), NEW_PASSPHRASE),
        ("B. Quist", (), NEW_PASSPHRASE),
        ("B. Quist", (Role.NURSE,), "short"),
    ):
        press(users, "Add a person")
        card = seen.card(UserCard)
        card.form.editor("name").set_value(name)
        card.form.editor("roles").set_value(roles)
        card.secret.first.line.setText(passphrase)
        card.secret.second.line.setText(passphrase)
        press(card, "Add person")
        assert card.isVisible()
        assert len(seen.do(colleagues)) == 4
        card.reject()
        let_go()


def test_roles_are_changed_and_access_is_ended_after_a_question(
    clinic: SampleClinic, page: SettingsPage
) -> None:
    users = section(page, "users", UsersSettings)
    names = [user.name for user in users.table.records()]
    users.table.select(names.index("J. Park"))
    press(users, "Change")
    card = clinic.card(UserCard)
    card.form.editor("roles").set_value((Role.FRONT_DESK, Role.MANAGER))
    card.form.editor("learner").set_value(True)
    press(card, "Save")
    assert (
        card.form.field("learner").sentence() == "Only a physician's notes are co-signed. Take the tick off."
    )
    with pytest.raises(ValueError, match="Only a physician's notes are co-signed"):
        clinic.do(add_user, User(UUID(int=5), "B. Quist", "", (Role.NURSE,), learner=True), NEW_PASSPHRASE)
    card.form.editor("roles").set_value((Role.PHYSICIAN, Role.MANAGER))
    press(card, "Save")
    mark = users.table.records_model.columns[1].second
    assert mark is not None
    assert [mark(u) for u in users.table.records() if u.name == "J. Park"] == [
        "Learner: notes need a co-signature"
    ]
    press(users, "End access")
    assert next(u for u in clinic.do(colleagues) if u.name == "J. Park").active
    press(clinic.card(AskCard), "End access")
    ended = next(user for user in clinic.do(colleagues) if user.name == "J. Park")
    assert ended.roles == (Role.PHYSICIAN, Role.MANAGER)
    assert not ended.active


def test_nobody_ends_the_own_access_and_an_administrator_keeps_the_own_role(seen: SampleClinic) -> None:
    users = section(settings(seen), "users", UsersSettings)
    users.table.select([user.name for user in users.table.records()].index("A. Okafor"))
    assert not button(users, "End access").isEnabled()
    press(users, "Change")
    card = seen.card(UserCard)
    card.form.editor("roles").set_value((Role.PHYSICIAN,))
    press(card, "Save")
    assert "cannot take the administrator role from yourself" in card.said()


def test_the_backup_is_said_in_truth(clinic: SampleClinic, page: SettingsPage) -> None:
    backup = section(page, "backup", BackupSettings)
    assert backup.last_words() == "No backup yet. Make one now."
    press(backup, "Back up now")
    assert backup.last_words().startswith("Last verified backup: 24-Nov-2026 11:05.")
    made = backup.table.records()
    assert [(each.reason, each.patients) for each in made] == [("by hand", 12)]
    assert made[0].folder.parent.name == "backups"


def test_a_backup_that_fails_is_explained(clinic: SampleClinic, page: SettingsPage) -> None:
    backup = section(page, "backup", BackupSettings)
    (clinic.folder / "backups").write_text("in the way")
    press(backup, "Back up now")
    assert backup.failure()
    assert button(backup, "Back up now").isEnabled()


def test_the_record_is_verified_on_demand(clinic: SampleClinic, page: SettingsPage) -> None:
    record = section(page, "record", RecordSettings)
    press(record, "Verify the record now")
    assert record.result().startswith("Record intact, ")
    assert "signed papers." in record.result()


def test_the_passphrase_is_changed_with_the_old_one(clinic: SampleClinic, page: SettingsPage) -> None:
    account = section(page, "account", AccountSettings)
    account.old.line.setText("not the passphrase at all")
    account.new.first.line.setText(NEW_PASSPHRASE)
    account.new.second.line.setText(NEW_PASSPHRASE)
    press(account, "Change the passphrase")
    assert "not your passphrase" in account.old_said()
    account.old.line.setText(PASSPHRASE)
    press(account, "Change the passphrase")
    assert account.texts()[0].startswith("Changed.")
    assert account.old.text() == account.new.passphrase() == ""


def test_a_new_pin_needs_the_passphrase_and_not_the_old_pin(clinic: SampleClinic, page: SettingsPage) -> None:
    account = section(page, "account", AccountSettings)
    account.old_for_pin.line.setText("not the passphrase at all")
    for editor in (account.new_pin, account.again):
        QTest.keyClicks(editor.line, "8265")
    press(account, "Set the PIN")
    clinic.do(confirm_own_pin, PIN)
    account.old_for_pin.line.setText(PASSPHRASE)
    press(account, "Set the PIN")
    assert account.texts()[1] == "The new PIN is in force."
    clinic.do(confirm_own_pin, "8265")


def test_a_weak_or_mistyped_pin_is_refused(seen: SampleClinic) -> None:
    account = section(settings(seen), "account", AccountSettings)
    for new, again in (("1234", "1234"), ("12", "12"), ("8265", "8266")):
        account.old_for_pin.line.setText(PASSPHRASE)
        for editor, typed in ((account.new_pin, new), (account.again, again)):
            editor.line.clear()
            QTest.keyClicks(editor.line, typed)
        press(account, "Set the PIN")
        assert account.texts()[1] == ""
        seen.do(confirm_own_pin, PIN)


def test_somebody_who_forgot_the_passphrase_gets_a_new_one(clinic: SampleClinic, page: SettingsPage) -> None:
    users = section(page, "users", UsersSettings)
    nurse = next(at for at, user in enumerate(users.table.records()) if Role.NURSE in user.roles)
    users.table.select(nurse)
    press(users, "New passphrase")
    card = clinic.card(PassphraseCard)
    for editor in (card.secret.first, card.secret.second):
        editor.line.setText(NEW_PASSPHRASE)
    person, now = users.table.records()[nurse], clinic.session.now()
    card.own.line.setText("not the passphrase at all")
    press(card, "Put in force")
    check_passphrase(clinic.session.store, person, PASSPHRASE, at=now)
    card.own.line.setText(PASSPHRASE)
    press(card, "Put in force")
    check_passphrase(clinic.session.store, person, NEW_PASSPHRASE, at=now)
    with pytest.raises(WrongPassphrase):
        check_passphrase(clinic.session.store, person, PASSPHRASE, at=now)


def test_a_new_recovery_code_counts_only_after_it_was_typed_back(
    clinic: SampleClinic, page: SettingsPage
) -> None:
    backup = section(page, "backup", BackupSettings)
    press(backup, "Make a new recovery code")
    card = clinic.card(NewCodeCard)
    card.own.line.setText(PASSPHRASE)
    card.fresh.typed.set_value(card.fresh.code[:-1])
    press(card, "Put in force")
    with pytest.raises(WrongRecoveryCode):
        open_with_code(read_keys(clinic.folder), card.fresh.code)
    card.fresh.typed.set_value(card.fresh.code)
    code = card.fresh.code
    card.own.line.setText("not the passphrase at all")
    press(card, "Put in force")
    with pytest.raises(WrongRecoveryCode):
        open_with_code(read_keys(clinic.folder), code)
    card.own.line.setText(PASSPHRASE)
    press(card, "Put in force")
    assert open_with_code(read_keys(clinic.folder), code) == clinic.session.store.door.data_key


def test_leaving_forgets_what_was_typed(seen: SampleClinic) -> None:
    page = settings(seen)
    account = section(page, "account", AccountSettings)
    account.old.line.setText(PASSPHRASE)
    page.show_section("appearance")
    assert account.old.text() == ""


def test_colors_and_text_size_are_stored_and_told_at_once(clinic: SampleClinic, page: SettingsPage) -> None:
    told: list[bool] = []
    page.look_changed.connect(lambda: told.append(True))
    appearance = section(page, "appearance", AppearanceSettings)
    appearance.look.set_value("dark")
    appearance.look.edited.emit()
    appearance.text_size.set_value(125)
    appearance.text_size.edited.emit()
    assert (clinic.settings.get(APPEARANCE), clinic.settings.get(TEXT_PERCENT)) == ("dark", 125)
    assert told == [True, True]


def test_an_entry_of_the_directory_is_changed(clinic: SampleClinic, page: SettingsPage) -> None:
    entries = section(page, "directory", DirectorySettings)
    vance = next(at for at, e in enumerate(entries.table.records()) if e.name == "R. Vance")
    entries.table.opened.emit(entries.table.records()[vance])
    card = clinic.card(CorrespondentCard)
    card.form.editor("fax").set_value("(555) 010-0198")
    press(card, "Save")
    assert next(e for e in clinic.do(directory) if e.name == "R. Vance").fax == "(555) 010-0198"
    assert len(clinic.do(directory)) == 3
