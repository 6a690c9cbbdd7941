"""Settings, templates: words are typed, refused, tried on people, saved, taken back, and carried as files."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mbb_desktop.clinical.canonical import canonical
from mbb_desktop.clinical.paper import PaperKind
from mbb_desktop.clinical.people import CorrespondentKind
from mbb_desktop.clinical.template import exported
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.ui.settings_page import SettingsPage
from mbb_desktop.ui.settings_templates import TemplateSettings
from mbb_desktop.ui.template_cards import VersionsCard, WhyCard
from mbb_desktop.workflow.issue_letter import LetterOrder, sign_letter
from mbb_desktop.workflow.issue_paper import reprint
from mbb_desktop.workflow.keep_clinic import directory
from mbb_desktop.workflow.keep_templates import save_template, template_library
from mbb_desktop.workflow.make_packet import make_packet
from mbb_desktop.workflow.sample_people import PIN
from tests.documents.reading import text_of
from tests.ui.sample import SampleClinic, press


def templates(clinic: SampleClinic) -> TemplateSettings:
    settings = clinic.page(lambda: SettingsPage(clinic.session, clinic.window, clinic.settings))
    shown = settings.show_section("templates")
    assert isinstance(shown, TemplateSettings)
    settle(shown)
    return shown


@pytest.fixture
def page(clinic: SampleClinic) -> TemplateSettings:
    return templates(clinic)


@pytest.fixture
def tried(seen: SampleClinic) -> TemplateSettings:
    """The page for words that are not saved."""
    return templates(seen)


def settle(page: TemplateSettings) -> None:
    """As if the moment after the last key had passed."""
    QApplication.processEvents()
    page.editor._timer.stop()
    page.editor._timer.timeout.emit()
    QApplication.processEvents()


def type_into(page: TemplateSettings, key: str, text: str) -> None:
    page.editor.texts.select([row.key for row in page.editor.texts.records()].index(key))
    page.editor.area.setPlainText(text)
    settle(page)


def save(clinic: SampleClinic, page: TemplateSettings, why: str) -> WhyCard:
    page.save.click()
    card = clinic.card(WhyCard)
    card.why.set_value(why)
    card.keep.click()
    QApplication.processEvents()
    return card


def test_words_are_saved_with_a_reason_and_the_earlier_version_is_used_again(
    clinic: SampleClinic, page: TemplateSettings
) -> None:
    assert not page.save.isEnabled()
    type_into(page, "letter.closing", "Thank you for your help.")
    assert page.save.isEnabled()
    card = save(clinic, page, "")
    assert "Say in a few words why" in card.said()
    card.reject()
    save(clinic, page, "friendlier")
    (own,) = [s for s in clinic.do(template_library) if s.newest]
    assert own.in_use["letter.closing"] == "Thank you for your help."
    assert own.versions[0].why == "friendlier"
    assert "template changed" in clinic.events()
    assert not page.editor.is_dirty()
    assert page.shelf().in_use.number == 1
    page.versions.click()
    versions = clinic.card(VersionsCard)
    assert not versions.use.isEnabled()
    versions.table.select(1)
    versions.use.click()
    QApplication.processEvents()
    why = clinic.card(WhyCard)
    why.why.set_value("as it was")
    why.keep.click()
    QApplication.processEvents()
    assert page.shelf().in_use.number == 2
    assert page.editor.template()["letter.closing"] == ""


def test_a_side_is_refused_while_it_is_typed(seen: SampleClinic, tried: TemplateSettings) -> None:
    type_into(tried, "letter.closing", "Thank you.\nThe Left side hurts.")
    assert "Letter, closing, line 2: “Left” is a side." in tried.editor.problem.text()
    tried.save.click()
    assert not seen.cards()
    type_into(tried, "letter.farewell", "Yours,")
    assert "Refused as well: Letter, closing." in tried.editor.problem.text()
    tried.discard.click()
    settle(tried)
    assert tried.editor.problem.text() == ""
    assert tried.editor.template() == tried.shelf().in_use.template


def test_the_pages_follow_the_words_and_the_person_and_a_field_goes_where_the_cursor_is(
    tried: TemplateSettings,
) -> None:
    before = tried.preview._pdf
    assert before.startswith(b"%PDF")
    type_into(tried, "letter.closing", "Call ")
    tried.editor.area.moveCursor(tried.editor.area.textCursor().MoveOperation.End)
    known = tried.editor.fields.records()
    tried.editor.fields.opened.emit(next(field for field in known if field.name == "clinic.telephone"))
    assert tried.editor.area.toPlainText() == "Call {clinic.telephone}"
    settle(tried)
    assert tried.preview._pdf != before
    kept = tried.preview._pdf
    type_into(tried, "letter.closing", "On the left.")
    assert tried.preview._pdf == kept
    tried.preview.person.setCurrentIndex(4)
    tried.preview.person.activated.emit(4)
    QApplication.processEvents()
    assert tried.preview._pdf != kept


def test_what_is_typed_stays_while_another_template_is_looked_at_and_its_approval_goes_with_its_words(
    tried: TemplateSettings,
) -> None:
    type_into(tried, "letter.closing", "Thank you for your help.")
    tried.choose(TemplateKind.HANDOUT, "es")
    settle(tried)
    assert (tried.editor.is_dirty(), tried.is_unfinished()) == (False, True)
    tried.choose(TemplateKind.RFA_LETTER)
    settle(tried)
    assert tried.editor.template()["letter.closing"] == "Thank you for your help."
    assert tried.editor.is_dirty()
    tried.choose(TemplateKind.HANDOUT)
    tried.editor.approved_by.line.setText("A. Okafor, MD")
    tried.editor.approved_by.edited.emit()
    settle(tried)
    assert "belong together" in tried.editor.problem.text()
    type_into(tried, "handout.sore", "Put ice on it today.")
    assert tried.editor.template().approved_by == ""
    assert tried.editor.approved_by.value() == ""


def test_a_file_comes_into_the_editor_and_an_odd_one_is_refused(
    tried: TemplateSettings, tmp_path: Path
) -> None:
    file = tmp_path / "ours.toml"
    tried.write_file(file)
    assert file.read_bytes() == exported(tried.shelf().delivered)
    file.write_text(file.read_text().replace('closing = ""', 'closing = "Thank you."'))
    tried.read_file(file)
    settle(tried)
    assert tried.editor.template()["letter.closing"] == "Thank you."
    assert tried.editor.is_dirty()
    file.write_text(file.read_text().replace("Thank you.", "No complications."))
    tried.read_file(file)
    assert "“No complications” is a complication" in tried.notice.text()
    assert tried.editor.template()["letter.closing"] == "Thank you."


def test_somebody_else_s_version_is_not_overwritten(clinic: SampleClinic, page: TemplateSettings) -> None:
    type_into(page, "letter.closing", "Thank you for your help.")
    own = page.shelf()
    theirs = own.delivered
    changed = type(theirs)(theirs.kind, "en", {**theirs.texts, "letter.farewell": "Yours,"})
    clinic.do(save_template, changed, "theirs", instead_of=0)
    card = save(clinic, page, "mine")
    assert "Somebody else changed this template" in card.said()


def test_a_manager_keeps_templates_too(seen: SampleClinic) -> None:
    seen.sign_in("manager")
    shown = templates(seen)
    type_into(shown, "letter.closing", "Thank you for your help.")
    press(shown, "Save as a new version")
    assert seen.card(WhyCard)


def test_a_letter_names_the_words_it_was_signed_with(clinic: SampleClinic, page: TemplateSettings) -> None:
    page.choose(TemplateKind.AUTHORIZATION)
    settle(page)
    type_into(page, "letter.closing", "Please decide soon about {request.levels}.\nThank you.")
    save(clinic, page, "friendlier")
    page.choose(TemplateKind.FAX_COVER)
    settle(page)
    type_into(page, "fax.message", "Questions: {clinic.telephone}.")
    save(clinic, page, "a number to call")
    payer = next(e for e in clinic.do(directory) if e.kind is CorrespondentKind.PAYER)
    course = clinic.chart("marsh eleanor").courses[0].id
    letter = clinic.do(sign_letter, LetterOrder(course, payer, kind=PaperKind.AUTHORIZATION), PIN)
    assert "Thank you. Sincerely," in text_of(letter.pdf)
    (own, fax) = [s for s in clinic.do(template_library) if s.newest]
    kept = json.loads(letter.content)["wording"]
    assert kept == json.loads(canonical(own.in_use.mark))
    assert (kept["version"], kept["template"]) == (1, "prior-authorization letter")
    cover = clinic.do(make_packet, letter.id, fax_cover=True)
    assert "Questions: (555)" in text_of(cover.pdf).replace("\u00a0", " ")
    assert cover.cover == fax.in_use.named
    assert cover.cover.startswith("version 1, ")
    save_again = type(own.delivered)(own.delivered.kind, "en", own.delivered.texts)
    clinic.do(save_template, save_again, "back", instead_of=1)
    assert clinic.do(reprint, letter.id) == letter.pdf
