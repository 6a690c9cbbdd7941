"""The clinic's templates: versions, who may, what papers use, files, and what is refused."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest

from mbb_desktop.clinical.drugs import Confidence, Window
from mbb_desktop.clinical.rule_windows import OwnWindow
from mbb_desktop.clinical.template import RefusedTemplate, Template, TextProblem, exported, with_text
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.storage import audit, templates
from mbb_desktop.storage.clinic_tables import TEMPLATE_VERSION
from mbb_desktop.storage.errors import Conflict, Frozen
from mbb_desktop.storage.signed import verify
from mbb_desktop.workflow import try_template
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.keep_templates import (
    NoReason,
    NothingChanged,
    TemplateShelf,
    offer_template_file,
    save_template,
    template_library,
    template_problems,
    use_version_again,
)
from mbb_desktop.workflow.knowledge import rule_set_versions
from mbb_desktop.workflow.try_template import example_people, letterhead, pages_of
from mbb_desktop.workflow.wordings import handout_book, wording_in_use
from tests.documents.reading import text_of
from tests.workflow.conftest import NOW, Desks


def shelf(desks: Desks, kind: TemplateKind = TemplateKind.RFA_LETTER, language: str = "en") -> TemplateShelf:
    every = template_library(desks.of("administrator"))
    return next(s for s in every if (s.delivered.kind, s.delivered.language) == (kind, language))


def thanks(own: TemplateShelf, text: str = "Thank you for your help.") -> Template:
    return with_text(own.in_use.template, "letter.closing", text)


def saved(desks: Desks, text: str = "Thank you for your help.", role: str = "physician") -> TemplateShelf:
    own = shelf(desks)
    save_template(desks.of(role), thanks(own, text), "friendlier", instead_of=own.newest)
    return shelf(desks)


def last_event(desks: Desks) -> tuple[str, Mapping[str, object]]:
    with desks.of("administrator").store.look() as look:
        event = audit.recent(look.connection, limit=1)[0]
    return event.event, json.loads(event.detail)


def test_a_saved_text_is_in_use_with_who_when_and_why(desks: Desks) -> None:
    own = saved(desks)
    assert own.in_use["letter.closing"] == "Thank you for your help."
    (version,) = own.versions
    assert (version.number, version.user, version.at, version.why) == (1, "A. Okafor, MD", NOW, "friendlier")
    event, detail = last_event(desks)
    assert event == "template changed"
    assert detail["template"] == {
        "id": str(version.id), "kind": "RFA referral letter", "language": "en", "version": 1,
        "why": "friendlier", "sha256": version.sha256.hex(),
    }  # fmt: skip
    assert "Thank you" not in json.dumps(detail)


def test_an_earlier_version_comes_back_as_a_new_one(desks: Desks) -> None:
    saved(desks)
    own = saved(desks, "Yours, and thank you.")
    use_version_again(desks.of("physician"), own, 1, "was better")
    own = shelf(desks)
    assert [version.number for version in own.versions] == [3, 2, 1]
    assert own.versions[0].sha256 == own.versions[2].sha256
    use_version_again(desks.of("physician"), own, 0, "as delivered")
    assert shelf(desks).in_use.template == own.delivered
    assert shelf(desks).in_use.number == 4


@pytest.mark.parametrize("role", ["physician", "administrator", "manager"])
def test_who_keeps_templates_may_save(desks: Desks, role: str) -> None:
    assert saved(desks, role=role).newest == 1


@pytest.mark.parametrize("role", ["nurse", "front desk"])
def test_others_may_not(desks: Desks, role: str) -> None:
    own = shelf(desks)
    with pytest.raises(NotAllowed):
        save_template(desks.of(role), thanks(own), "x", instead_of=0)
    assert shelf(desks).versions == ()


def test_two_people_at_once_do_not_overwrite_each_other(desks: Desks) -> None:
    own = shelf(desks)
    save_template(desks.of("physician"), thanks(own), "first", instead_of=0)
    with pytest.raises(Conflict):
        save_template(desks.of("administrator"), thanks(own, "Other words."), "second", instead_of=0)


def test_a_reason_and_a_difference_are_asked_for(desks: Desks) -> None:
    own = shelf(desks)
    with pytest.raises(NoReason):
        save_template(desks.of("physician"), thanks(own), " ", instead_of=0)
    with pytest.raises(NothingChanged):
        save_template(desks.of("physician"), own.in_use.template, "none", instead_of=0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The left side.", "“left” is a side"),
        ("\U00013000", "no font can print"),
        ("{nobody.name}", "is no field"),
    ],
    ids=["side", "glyph", "field"],
)
def test_what_may_not_be_printed_is_refused_when_saved(desks: Desks, text: str, words: str) -> None:
    own = shelf(desks)
    with pytest.raises(RefusedTemplate, match=words):
        save_template(desks.of("physician"), thanks(own, text), "x", instead_of=0)
    assert shelf(desks).versions == ()


def test_a_handout_that_runs_over_its_page_is_refused(desks: Desks) -> None:
    own = shelf(desks, TemplateKind.HANDOUT)
    long = with_text(own.in_use.template, "handout.care", "Please rest. " * 90)
    long = with_text(long, "handout.back", "Please rest. " * 90)
    long = with_text(long, "handout.sore", "Please rest. " * 90)
    assert template_problems(long) == ()
    with pytest.raises(RefusedTemplate, match="does not fit on its page"):
        save_template(desks.of("physician"), long, "x", instead_of=0)


def test_an_approval_is_printed_and_ends_with_the_words(desks: Desks) -> None:
    own = shelf(desks, TemplateKind.HANDOUT, "es")
    texts, on = own.in_use.template.texts, NOW.date()
    approved = Template(TemplateKind.HANDOUT, "es", texts, "A. Okafor, MD", on)
    save_template(desks.of("physician"), approved, "read by a translator", instead_of=0)
    with desks.of("physician").store.look() as look:
        book = handout_book(look, "es")
    assert book.approved == "aprobado por A. Okafor, MD, 24-nov-2026"
    assert book.version.startswith("es-clinic-1-")
    pdf = pages_of(approved, "Mid back", letterhead(desks.of("physician")))
    assert "aprobado por A. Okafor, MD" in text_of(pdf).replace("\u00a0", " ")
    changed = with_text(approved, "handout.sore", "Hoy ponga hielo.")
    assert (changed.approved_by, changed.approved_on) == ("", None)


def test_an_approval_of_tomorrow_is_refused(desks: Desks) -> None:
    own = shelf(desks, TemplateKind.HANDOUT)
    early = Template(
        TemplateKind.HANDOUT, "en", own.in_use.template.texts, "X", NOW.date() + timedelta(days=1)
    )
    with pytest.raises(RefusedTemplate, match="still to come"):
        save_template(desks.of("physician"), early, "x", instead_of=0)


def test_versions_cannot_be_changed_or_deleted(desks: Desks) -> None:
    saved(desks)
    for statement in (TEMPLATE_VERSION.update().values(why="other"), TEMPLATE_VERSION.delete()):
        with pytest.raises(Frozen), desks.of("administrator").change("meddling") as change:
            change.connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("UPDATE template_version SET why = 'other'", "It is not the one that the audit trail tells of."),
        ("UPDATE template_version SET user = 'B. Other'", "It is not the one that the audit trail tells of."),
        ("UPDATE template_version SET content = x'7B7D'", "It is not the one that the audit trail tells of."),
        ("DELETE FROM template_version", "This version of the clinic's words was removed."),
    ],
)
def test_a_version_changed_behind_the_programs_back_is_reported(
    desks: Desks, statement: str, sentence: str
) -> None:
    saved(desks)
    store = desks.of("administrator").store
    assert verify(store).faults == ()
    with store.look() as look:
        guards = look.connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'template_version'"
        ).all()
    with desks.of("administrator").change("meddling") as change:
        for name, _text in guards:
            change.connection.exec_driver_sql(f"DROP TRIGGER {name}")
        change.connection.exec_driver_sql(statement)
        for _name, text in guards:
            change.connection.exec_driver_sql(text)
    assert [fault.sentence for fault in verify(store).faults] == [sentence]


def test_a_version_that_this_program_refuses_stays_unused_and_says_why(desks: Desks) -> None:
    own = shelf(desks)
    with desks.of("administrator").change("kept by a former program") as change:
        templates.add(change, thanks(own, "on the left"), 1, "x")
    now = shelf(desks)
    assert now.in_use.number == 0
    assert "“left” is a side" in now.problem
    save_template(desks.of("physician"), thanks(now), "mended", instead_of=now.newest)
    assert shelf(desks).in_use.number == 2


def test_a_file_goes_out_and_comes_back(desks: Desks) -> None:
    own = saved(desks)
    data = exported(own.in_use.template)
    again = offer_template_file(desks.of("physician"), own, "ours.toml", data)
    assert exported(again) == data


def test_an_odd_file_is_refused_with_file_and_line(desks: Desks) -> None:
    own = shelf(desks)
    data = exported(own.delivered).replace(b'closing = ""', b'closing = "both sides"')
    with pytest.raises(RefusedTemplate, match="“both sides” is a side"):
        offer_template_file(desks.of("physician"), own, "ours.toml", data)
    with pytest.raises(RefusedTemplate, match=r"ours\.toml, line 1: a letter is not written in UTF-8"):
        offer_template_file(desks.of("physician"), own, "ours.toml", b"\xff")


def test_a_paper_of_every_kind_is_made_for_the_hardest_people(desks: Desks) -> None:
    head = letterhead(desks.of("physician"))
    for each in template_library(desks.of("physician")):
        for title in ("Third occipital nerve", "No weight, hardly a fact"):
            assert len(text_of(pages_of(each.delivered, title, head))) > 300
    assert len(example_people()) == 7


def test_a_letter_on_trial_judges_by_the_windows_of_its_rule_set(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = Window(180, 300, "practice policy of 01-Oct-2026", Confidence.OWN)
    own = tuple(OwnWindow(agent, False, later) for agent in ("lidocaine", "bupivacaine"))
    delivered = rule_set_versions()
    monkeypatch.setattr(
        try_template, "rule_set_versions", lambda: tuple(replace(each, windows=own) for each in delivered)
    )
    letter = text_of(pages_of(shelf(desks).delivered, "Mid back", letterhead(desks.of("physician"))))
    for said in ("window lidocaine 3 to 5 h", "Positive, relief shorter than expected", "0 not met"):
        assert said in letter.replace("\u00a0", " ")


def test_what_letters_use_changes_from_the_next_one_on(desks: Desks) -> None:
    with desks.of("physician").store.look() as look:
        assert wording_in_use(look, TemplateKind.RFA_LETTER).number == 0
    saved(desks)
    with desks.of("physician").store.look() as look:
        wording = wording_in_use(look, TemplateKind.RFA_LETTER)
    assert (wording.number, wording.mark["version"]) == (1, 1)
    assert TextProblem("", 1, "x").words == "x"
