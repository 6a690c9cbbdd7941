"""The measure itself: known words, an easy text and a hard one."""

import pytest

from tests.documents.reading_grade import (
    english_syllables,
    fernandez_huerta,
    grade,
    inflesz,
    spanish_syllables,
)

ENGLISH = (
    "the:1 pain:1 needles:2 medicine:3 temperature:4 bladder:2 people:2 once:1 comes:1 reaction:3 table:2 "
    "rate:1 moved:1 started:2 result:2 diabetes:4 area:3 numbness:2 emergency:4 whole:1 little:2"
)
SPANISH = (
    "dolor:2 día:2 aire:2 piel:1 fuerza:2 oído:3 guía:2 cuidado:3 agujas:3 que:1 articulación:5 mareo:3 "
    "siguiente:3 después:2 muy:1 hay:1 leer:2 médico:3 izquierdo:3 anticoagulante:7"
)


def counted(pairs: str) -> list[tuple[str, int]]:
    return [(word, int(number)) for word, number in (pair.split(":") for pair in pairs.split())]


@pytest.mark.parametrize(("word", "syllables"), counted(ENGLISH), ids=lambda each: str(each))
def test_english_syllables(word: str, syllables: int) -> None:
    assert english_syllables(word) == syllables


@pytest.mark.parametrize(("word", "syllables"), counted(SPANISH), ids=lambda each: str(each))
def test_spanish_syllables(word: str, syllables: int) -> None:
    assert spanish_syllables(word) == syllables


def test_a_hard_text_is_graded_hard() -> None:
    hard = (
        "Diagnostic medial branch blocks interrupt nociceptive transmission, establishing whether "
        "zygapophyseal articulations generate the symptomatology under investigation."
    )
    assert grade([hard]) > 15
    assert grade(["Put ice on it. Do not nap."]) < 2


def test_a_hard_spanish_text_scores_low() -> None:
    hard = (
        "El bloqueo diagnóstico interrumpe temporalmente la transmisión nociceptiva, estableciendo si las "
        "articulaciones cigapofisarias generan la sintomatología investigada."
    )
    assert fernandez_huerta([hard]) < 30
    assert inflesz([hard]) < 30
    assert fernandez_huerta(["Ponga hielo. No duerma siesta."]) > 80


def test_titles_are_not_counted_as_sentences() -> None:
    assert grade(["Call us now", "The table shows it."]) == grade(["The table shows it."])
