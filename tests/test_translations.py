"""The Spanish of the windows: nothing is missing, nothing is lost, and no side is exchanged."""

import re
from string import Formatter

import pytest

from mbb_desktop.ui.language import read_forms
from tests.translations import FILE, everything, known_forms, missing

FORMS = [(key, form) for key, forms in read_forms(FILE).items() for form in forms]
_NO_SIDE = re.compile(
    r"left (?:the )?room|left out|left empty|left open|was left|s left\.|tries left|\{1\} left"
    r"|What is right|(?:is|was|are|means|not|that) right\b|right (?:patient|value|one)|the right (?:to|one)",
    re.IGNORECASE,
)
_BY_LETTER = "Which side? l, r or b."
_NEGATED = r"\b(?:not|no|none|never|nobody|nothing|without|cannot|neither|nor)\b"
_DENIED = (
    r"\b(?:no|ning[uú]n[oa]?s?|nunca|nadie|nada|ni|sin|tampoco)\b"
    r"|desconocid|incompleto|fuera de uso|^Falta|«not rec"
)


def _fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name) + ["%n"] * text.count("%n")


def test_every_word_of_the_windows_has_its_spanish() -> None:
    assert missing(everything(), known_forms()) == []


def test_each_translation_has_the_fields_of_its_source() -> None:
    wrong = [source for (_, source), said in FORMS if _fields(source) != _fields(said)]
    assert wrong == []


@pytest.mark.parametrize(("english", "spanish"), [("left", "izquierd"), ("right", "derech")])
def test_a_side_stays_that_side(english: str, spanish: str) -> None:
    """Both ways, so that neither side is lost, exchanged or made up."""
    named = re.compile(rf"\b{english}\b", re.IGNORECASE)
    wrong = [
        source
        for (_, source), said in FORMS
        if source != _BY_LETTER and bool(named.search(_NO_SIDE.sub("", source))) != (spanish in said.lower())
    ]
    assert wrong == []


def test_both_sides_stay_both() -> None:
    wrong = [
        source
        for (_, source), said in FORMS
        if re.search(r"\b(?:bilateral|both sides)\b", source, re.IGNORECASE)
        and not re.search(r"bilateral|ambos|ambas", said, re.IGNORECASE)
    ]
    assert wrong == []


def test_a_negation_stays_one() -> None:
    negated, denied = re.compile(_NEGATED, re.IGNORECASE), re.compile(_DENIED, re.IGNORECASE)
    wrong = [source for (_, source), said in FORMS if negated.search(source) and not denied.search(said)]
    assert wrong == []


def test_numbers_and_units_are_the_same() -> None:
    number = re.compile(r"\d+(?:[.:]\d+)?|\b(?:mL|mg|mcg|mGy|kg|ICD|CPT|NPI|NRS|RFA|PIN)\b")
    wrong = [
        (source, said)
        for (_, source), said in FORMS
        if sorted(number.findall(source)) != sorted(number.findall(said))
    ]
    assert wrong == []
