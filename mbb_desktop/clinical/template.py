"""Templates: the words of a paper that a clinic may change, read from and written as TOML, and checked."""

import hashlib
import json
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from uuid import UUID

from mbb_desktop.clinical.data_file import DataFileError, Table, parse_table, text_of
from mbb_desktop.clinical.shown import listed
from mbb_desktop.clinical.template_fields import FIELDS, TemplateKind, fields_for
from mbb_desktop.clinical.template_words import refused_in
from mbb_desktop.clinical.text import clean_text

LONGEST = 1_200
_LONGEST_NAME = 60
_BRACES = re.compile(r"\{([a-z_]+\.[a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Template:
    """The texts of one paper by their keys (`letter.opening`). `approved_on` comes with `approved_by`."""

    kind: TemplateKind
    language: str
    texts: Mapping[str, str]
    approved_by: str = ""
    approved_on: date | None = None

    def __getitem__(self, key: str) -> str:
        return self.texts[key]


@dataclass(frozen=True, slots=True)
class Wording:
    """A template as papers use it. `number` 0 came with the program and has no `id`."""

    template: Template
    number: int = 0
    id: UUID | None = None

    def __getitem__(self, key: str) -> str:
        return self.template[key]

    @property
    def sha256(self) -> str:
        """Of the template as it is written."""
        return hashlib.sha256(written(self.template)).hexdigest()

    @property
    def named(self) -> str:
        """What signed papers keep: `delivered, 3F2A`, `version 4, 91C0`."""
        return f"{f'version {self.number}' if self.number else 'delivered'}, {self.sha256[:4].upper()}"

    @property
    def mark(self) -> Mapping[str, object]:
        """What a signed paper's content says of it."""
        kind, language = self.template.kind.value, self.template.language
        about = {"template": kind, "language": language, "id": self.id, "version": self.number}
        return about | {"sha256": self.sha256}


@dataclass(frozen=True, slots=True)
class TextProblem:
    """Why a text is refused: its key (empty for the whole template), its line from 1, and a sentence."""

    key: str
    line: int
    sentence: str

    @property
    def words(self) -> str:
        """`Letter, opening, line 2: “left” is a side. ...`"""
        return f"{name_of(self.key)}, line {self.line}: {self.sentence}" if self.key else self.sentence


class RefusedTemplate(ValueError):
    """A template that must not come onto paper."""

    def __init__(self, problems: tuple[TextProblem, ...]) -> None:
        super().__init__("\n".join(each.words for each in problems))
        self.problems = problems


def name_of(key: str) -> str:
    """`Handout, needles out`."""
    return key.replace(".", ", ").replace("_", " ").capitalize()


def with_text(template: Template, key: str, text: str) -> Template:
    """The template with another text; an approval was given to the former words and goes."""
    if template[key] == text:
        return template
    return replace(
        template, texts=MappingProxyType({**template.texts, key: text}), approved_by="", approved_on=None
    )


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """Literal words and the field behind them; the last has none."""
    parts = _BRACES.split(text)
    yield from zip(parts[::2], [*parts[1::2], ""], strict=True)


def fields_in(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(_BRACES.findall(text))


# Checks


def problems_of(template: Template, delivered: Template) -> tuple[TextProblem, ...]:
    """Why a template cannot be used in place of the delivered one; empty when it can."""
    found = [
        each for key, text in template.texts.items() for each in _in_text(key, text, template, delivered)
    ]
    return (*found, *_approval(template))


def _in_text(key: str, text: str, template: Template, delivered: Template) -> Iterator[TextProblem]:
    usual, kind = delivered.texts.get(key, ""), template.kind
    if usual and not text.strip():
        yield TextProblem(key, 1, "it is empty. Write what the paper shall say there.")
    if len(text) > LONGEST:
        yield TextProblem(key, 1, f"it has {len(text)} characters. At most {LONGEST} find room.")
    yield from _odd_signs(key, text)
    yield from _odd_fields(key, text, kind)
    if lost := sorted(fields_in(usual) - fields_in(text)):
        braced = listed([f"{{{name}}}" for name in lost])
        without = f"without {'it' if len(lost) == 1 else 'them'} the paper would not say {_says(lost)}"
        yield TextProblem(key, 1, f"{braced} must stay: {without}.")
    if kind is TemplateKind.HANDOUT and text.count("*") % 2:
        yield TextProblem(key, 1, "a star without its partner. *Two stars* make words bold.")
    for each in refused_in(text, kind):
        yield TextProblem(key, each.line, f"“{each.words}” is {each.what}. {_instead(each.what, kind)}")


def _says(names: list[str]) -> str:
    return listed([FIELDS[name].says for name in names])


def _odd_signs(key: str, text: str) -> Iterator[TextProblem]:
    for at, line in enumerate(text.split("\n"), start=1):
        try:
            clean_text(line)
        except ValueError as odd:
            yield TextProblem(key, at, str(odd))
        yield from (
            TextProblem(key, at, f"“{word}” has letters of two alphabets. Type it again.")
            for word in re.findall(r"\w+", line)
            if len(_alphabets(word)) > 1
        )


def _alphabets(word: str) -> set[str]:
    """Whose letters a word has: a letter of another alphabet may look like one of ours."""
    names = (unicodedata.name(sign, "").partition(" ")[0] for sign in word if sign.isalpha())
    return {name for name in names if name in {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"}}


def _odd_fields(key: str, text: str, kind: TemplateKind) -> Iterator[TextProblem]:
    known = {field.name for field in fields_for(kind)}
    for at, line in enumerate(text.split("\n"), start=1):
        for name in sorted(fields_in(line) - known):
            why = f"is not known in the {kind.value}" if name in FIELDS else "is no field"
            yield TextProblem(key, at, f"{{{name}}} {why}. Choose one from the list of fields.")
        if any(sign in _BRACES.sub("", line) for sign in "{}"):
            yield TextProblem(key, at, "a brace that belongs to no field. A field looks like {clinic.name}.")


_INSTEAD = {
    "a side": "request.joints block.side",
    "a level": "request.joints request.levels block.joints block.place",
}


def _instead(what: str, kind: TemplateKind) -> str:
    known = {field.name for field in fields_for(kind)}
    near = [f"{{{name}}}" for name in _INSTEAD.get(what, "").split() if name in known]
    if near:
        return f"It comes from the record: use {listed(near, last=' or ')}."
    return "The paper says it from the record, or not at all. Write it without."


def _approval(template: Template) -> Iterator[TextProblem]:
    if len(template.approved_by) > _LONGEST_NAME:
        said = f"Who approved the words has at most {_LONGEST_NAME} characters."
        yield TextProblem("", 1, said)
    if bool(template.approved_by.strip()) != (template.approved_on is not None):
        yield TextProblem(
            "", 1, "Who approved the words and on which day belong together. Enter both or none."
        )


# As a file


def written(template: Template) -> bytes:
    """The template as TOML; the same template gives the same bytes."""
    lines = [f"template = {_quoted(template.kind.value)}", f"language = {_quoted(template.language)}"]
    lines.append(f"approved_by = {_quoted(template.approved_by)}")
    if template.approved_on is not None:
        lines.append(f"approved_on = {template.approved_on.isoformat()}")
    table = ""
    for key, text in template.texts.items():
        name, _, own = key.partition(".")
        lines += ["", f"[{name}]"] if name != table else []
        lines.append(f"{own} = {_quoted(text)}")
        table = name
    return "\n".join([*lines, ""]).encode()


def exported(template: Template) -> bytes:
    """The file for export: the template under a list of its fields."""
    head = [
        "# Change the words between the quotes. A name in braces is filled in from the record; these exist:"
    ]
    head += [f"#   {field.braced:<28} {field.says}" for field in fields_for(template.kind)]
    return "\n".join([*head, "", ""]).encode() + written(template)


def _quoted(text: str) -> str:
    each = [
        json.dumps(line, ensure_ascii=False)[1:-1].replace("\x7f", "\\u007f") for line in text.split("\n")
    ]
    return f'"{each[0]}"' if len(each) == 1 else '"""\n{}"""'.format("\n".join(each))


def read_template(name: str, data: bytes, delivered: Template) -> Template:
    """A template of the delivered one's kind and language, unchecked. Raises DataFileError with its line.

    Texts that the file does not have are those of the delivered template.
    """
    file = parse_table(name, text_of(name, data))
    tables = dict.fromkeys(key.partition(".")[0] for key in delivered.texts)
    file.only("template", "language", "approved_by", "approved_on", *tables)
    if (file.text("template"), file.text("language")) != (delivered.kind.value, delivered.language):
        wanted = f"the {delivered.kind.value} in the language {delivered.language!r}"
        raise file.wrong(f"this is not a template of {wanted}.", "template")
    texts = dict(delivered.texts)
    for table in tables:
        if table in file:
            texts |= _texts(file.table(table), table, delivered)
    approved_on = file.day("approved_on") if "approved_on" in file else None
    return Template(
        delivered.kind,
        delivered.language,
        MappingProxyType(texts),
        file.text("approved_by", ""),
        approved_on,
    )


def _texts(rows: Table, table: str, delivered: Template) -> dict[str, str]:
    rows.only(*(key.partition(".")[2] for key in delivered.texts if key.partition(".")[0] == table))
    return {f"{table}.{own}": rows.text(own) for own in rows}


def read_delivered(name: str, data: bytes) -> Template:
    """A template that came with the program. Raises DataFileError."""
    table = parse_table(name, text_of(name, data))
    kind = table.choice("template", TemplateKind)
    values = tomllib.loads(text_of(name, data))
    texts = {
        f"{t}.{own}": text
        for t, rows in values.items()
        if isinstance(rows, dict)
        for own, text in rows.items()
    }
    found = Template(kind, table.text("language"), MappingProxyType(texts))
    if problems := problems_of(found, found):
        raise DataFileError(name, problems[0].words)
    return found
