"""Templates: what no text may hold, fields that exist, and files that come back as they went."""

import string
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mbb_desktop.clinical.data_file import DataFileError
from mbb_desktop.clinical.handout_book import read_handout_book
from mbb_desktop.clinical.template import (
    LONGEST,
    RefusedTemplate,
    Template,
    Wording,
    exported,
    fields_in,
    pieces,
    problems_of,
    read_delivered,
    read_template,
    with_text,
)
from mbb_desktop.clinical.template_fields import FIELDS, TemplateKind, fields_for
from mbb_desktop.clinical.template_words import refused_in
from mbb_desktop.paths import data_dir
from tests.every_row import every_row

RESOURCES = data_dir("resources")
LETTERS = {
    path.stem: read_delivered(path.name, path.read_bytes())
    for path in sorted((RESOURCES / "letters" / "en").glob("*.toml"))
}
REFERRAL = LETTERS["referral"]
HANDOUTS = {
    code: read_handout_book(RESOURCES / "handouts" / f"{code}.toml").template for code in ("en", "es")
}
EVERY = {**LETTERS, **HANDOUTS}


def with_closing(text: str) -> Template:
    return Template(REFERRAL.kind, "en", {**REFERRAL.texts, "letter.closing": text})


def said(text: str) -> list[str]:
    return [each.words for each in problems_of(with_closing(text), REFERRAL)]


FACTS = {
    "a side": """
        left|Right.|the LEFT side|bilateral|bilaterally|both sides|each side|rt|b/l|(L)|L side|ipsilateral|
        le\u00adft|\uff2c\uff25\uff26\uff34|*le*ft|izquierdo|la izquierda|lado derecho|
        ambos lados|unilateral|der.|lef\u200bt""",
    "a level": """
        L4-5|l4/5|L4\u20135|L4\u20115|L 5|S1|C2-3|t12|T7-T8|TON|third occipital nerve|two levels|3 joints|
        dos niveles|lumbar|the cervical spine|low back|
        cuello|fourth lumbar|cuarta lumbar|tres articulaciones""",
    "a complication, or that there was none": """
        no complications|No  Complications|without any complication|sin complicaciones|uneventful|
        tolerated the procedure|well tolerated|vasovagal|hematoma|no adverse events|no immediate problems|
        toleró bien|bleeding|sin problemas|dural puncture""",
    "an attestation": """
        consent was obtained|Informed consent|time-out|time out|timeout|aspiration negative|
        negative aspiration|
        sterile technique|the site was marked|risks were explained|questions were answered|
        no sedation|
        se obtuvo|consentimiento informado|
        aspiración negativa|under fluoroscopy|contrast spread|
        in good condition|vital signs|I performed|se le explicó|sin sedación""",
    "a drug": "bupivacaine|lidocaína|0.5 mL|10 mg|iohexol|methylprednisolone|MIDAZOLAM",
    "a result": "80 % relief|90%|positive blocks|negative response|100 percent|respuesta positiva",
}
WORDS = [
    (what, words.strip()) for what, every in FACTS.items() for words in every.split("|") if words.strip()
]


@every_row(("what", "words"), WORDS, ids=[f"{at:03}" for at in range(len(WORDS))])
def test_a_fact_of_a_block_is_refused_and_named(what: str, words: str) -> None:
    found = refused_in(f"First line\nand {words} behind it", TemplateKind.RFA_LETTER)
    assert what in [each.what for each in found]
    assert {each.line for each in found} == {2}


@every_row(
    "words",
    [
        "left",
        "derecha",
        "L4-5",
        "no complications",
        "consent was obtained",
        "aspiration negative",
        "lidocaine",
    ],
)
def test_a_handout_holds_no_fact_either(words: str) -> None:
    assert refused_in(words, TemplateKind.HANDOUT)


def test_a_fact_over_the_end_of_a_line_is_found() -> None:
    assert [each.words for each in refused_in("on both\nsides", TemplateKind.RFA_LETTER)] == ["both sides"]


@every_row("name", EVERY)
def test_the_delivered_words_pass_their_own_checks(name: str) -> None:
    assert problems_of(EVERY[name], EVERY[name]) == ()


@every_row(
    "text",
    [
        "Please call {clinic.telephone}.",
        "Thank you for seeing this patient.",
        "We look forward to your report.\n\nYours",
    ],
)
def test_usual_letter_words_pass(text: str) -> None:
    assert said(text) == []


@every_row(
    ("text", "problem"),
    [
        ("Dear\n{patient.nmae}", "Letter, closing, line 2: {patient.nmae} is no field"),
        ("{block.side}", "{block.side} is not known in the RFA referral letter"),
        ("{patient.name", "a brace that belongs to no field"),
        ("{patient.name!r}", "a brace that belongs to no field"),
        ("{0}", "a brace that belongs to no field"),
        ("{{x}}", "a brace that belongs to no field"),
        ("a\x07b", "control character"),
        ("the l\u0435ft", "letters of two alphabets"),
        ("x" * (LONGEST + 1), f"At most {LONGEST}"),
    ],
    ids=["unknown", "other paper", "open", "conversion", "number", "doubled", "control", "alphabets", "long"],
)
def test_an_odd_text_is_refused_with_its_line(text: str, problem: str) -> None:
    assert any(problem in each for each in said(text))


def test_a_field_of_the_delivered_text_must_stay() -> None:
    texts = {**REFERRAL.texts, "letter.request": "Please see this person for {request.levels}."}
    (found,) = problems_of(Template(REFERRAL.kind, "en", texts), REFERRAL)
    assert found.words.startswith("Letter, request, line 1: {request.joints} must stay: without it ")


def test_several_lost_fields_are_named_together() -> None:
    key, text = next((k, t) for k, t in REFERRAL.texts.items() if len(fields_in(t)) > 1)
    assert text
    (found, *_) = problems_of(Template(REFERRAL.kind, "en", {**REFERRAL.texts, key: "Words."}), REFERRAL)
    assert "must stay: without them the paper would not say" in found.words


def test_a_delivered_text_cannot_be_emptied_but_an_empty_one_may_stay() -> None:
    (found,) = problems_of(
        Template(REFERRAL.kind, "en", {**REFERRAL.texts, "letter.farewell": " "}), REFERRAL
    )
    assert "it is empty" in found.words
    assert REFERRAL["letter.closing"] == ""


def test_an_approval_needs_name_and_day() -> None:
    (found,) = problems_of(Template(REFERRAL.kind, "en", REFERRAL.texts, "A. Okafor, MD"), REFERRAL)
    assert "belong together" in found.words


def test_an_approval_is_a_name_not_a_text() -> None:
    long = Template(REFERRAL.kind, "en", REFERRAL.texts, "A" * 61, date(2026, 11, 24))
    assert "at most 60 characters" in problems_of(long, REFERRAL)[0].words


def test_every_field_stands_in_the_documentation() -> None:
    said = (RESOURCES.parent / "docs" / "templates.md").read_text(encoding="utf-8")
    for field in FIELDS.values():
        row = f"| `{field.braced}` | {field.says} | {field.example} |"
        assert row in said, row


def test_no_field_of_the_fax_cover_tells_who_the_patient_is() -> None:
    names = [field.name for field in fields_for(TemplateKind.FAX_COVER)]
    assert names
    assert not any(name.startswith(("patient", "course", "block", "request")) for name in names)


def test_every_field_is_documented_and_known_somewhere() -> None:
    for field in FIELDS.values():
        assert all((field.says, field.example, field.missing, field.papers)), field.name


@every_row("name", EVERY)
def test_an_exported_file_comes_back_the_same(name: str) -> None:
    template = EVERY[name]
    again = read_template("x.toml", exported(template), template)
    assert again.texts == template.texts
    assert exported(again) == exported(template)
    assert Wording(again).sha256 == Wording(template).sha256


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.text("\"\\\n\t{}*'#", max_size=30)


@given(_TEXT.map(lambda text: text.replace("\r", "")))
def test_any_text_survives_the_file(text: str) -> None:
    template = with_closing(text)
    assert read_template("x.toml", exported(template), REFERRAL)["letter.closing"] == text


@every_row(
    ("old", "new", "problem"),
    [
        ('closing = ""', 'clsoing = ""', r"x\.toml, line \d+, letter: 'clsoing' is not known here"),
        ('language = "en"', 'language = "es"', r"x\.toml, line \d+: this is not a template of"),
        ('closing = ""', 'closing = "', r"x\.toml, line \d+: it cannot be read: a quote is not closed"),
        ('closing = ""', "closing = 4", r"'closing' must be a text in quotes"),
    ],
    ids=["unknown", "language", "quote", "number"],
)
def test_an_odd_file_is_refused_with_its_line(old: str, new: str, problem: str) -> None:
    text = exported(REFERRAL).decode().replace(old, new)
    with pytest.raises(DataFileError, match=problem):
        read_template("x.toml", text.encode(), REFERRAL)


def test_the_program_s_own_words_for_sides_are_in_no_template() -> None:
    for template in HANDOUTS.values():
        keys = set(template.texts)
        assert not any(key.startswith(("words.", "page.", "place.", "limb.")) for key in keys)
        assert not keys & {
            "diary.sides",
            "diary.score_left",
            "handout.done",
            "handout.stopped",
            "diary.where",
        }
        assert set(string.ascii_letters) & set("".join(template.texts.values()))


def test_a_wording_is_named_by_its_version_and_the_code_of_its_words() -> None:
    delivered, own = Wording(REFERRAL), Wording(with_closing("Kind regards"), 4, UUID(int=1))
    assert own["letter.closing"] == "Kind regards"
    assert delivered.named == f"delivered, {delivered.sha256[:4].upper()}"
    assert own.named == f"version 4, {own.sha256[:4].upper()}"
    assert own.mark == {
        "template": REFERRAL.kind.value,
        "language": "en",
        "id": UUID(int=1),
        "version": 4,
        "sha256": own.sha256,
    }


def test_another_text_ends_an_approval_and_the_same_one_does_not() -> None:
    approved = replace(REFERRAL, approved_by="A. Okafor", approved_on=date(2026, 3, 9))
    assert with_text(approved, "letter.closing", approved["letter.closing"]) is approved
    other = with_text(approved, "letter.closing", "Kind regards")
    assert (other["letter.closing"], other.approved_by, other.approved_on) == ("Kind regards", "", None)
    again = read_template("x.toml", exported(approved), REFERRAL)
    assert (again.approved_by, again.approved_on) == ("A. Okafor", date(2026, 3, 9))


def test_words_and_fields_take_turns() -> None:
    assert list(pieces("Dear {clinic.name}, hello")) == [("Dear ", "clinic.name"), (", hello", "")]
    assert list(pieces("")) == [("", "")]


def test_every_problem_of_a_template_is_told_at_once() -> None:
    found = problems_of(with_closing("left\nno complications"), REFERRAL)
    refused = RefusedTemplate(found)
    assert refused.problems == found
    first, second = str(refused).splitlines()
    assert first.startswith(
        "Letter, closing, line 1: “left” is a side. It comes from the record: use {request."
    )
    assert second.endswith("The paper says it from the record, or not at all. Write it without.")


def test_a_file_may_hold_some_tables_alone_and_a_delivered_one_must_be_right() -> None:
    head = f'template = "{REFERRAL.kind.value}"\nlanguage = "en"\n'
    assert read_template("x.toml", head.encode(), REFERRAL).texts == REFERRAL.texts
    with pytest.raises(DataFileError, match=r"x\.toml: Letter, closing, line 1: “left” is a side"):
        read_delivered("x.toml", f'{head}[letter]\nclosing = "left"\n'.encode())
