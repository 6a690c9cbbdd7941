"""Phrases: a code as a word of its own becomes its text, and no phrase holds a fact of a block."""

from mbb_desktop.clinical.phrase_book import Phrase, as_book, book_problem, code_before, phrase_problem
from tests.every_row import every_row

BOOK = {".lbp": "low back pain"}


@every_row("typed", [".lbp", "known .lbp", "(.LBP", "a\t.lbp"])
def test_a_code_as_a_word_is_found(typed: str) -> None:
    found = code_before(typed, BOOK)
    assert found is not None
    assert (typed[found.start :].lower(), found.text) == (".lbp", "low back pain")


@every_row("typed", ["", ".", ".lbp ", ".lb", ".lbpx", "x.lbp", "3.lbp", "lbp", "..lbp"])
def test_anything_else_stays_as_typed(typed: str) -> None:
    assert code_before(typed, BOOK) is None


def test_a_phrase_may_name_the_back() -> None:
    assert phrase_problem(Phrase(".lbp", "Axial low back pain, worse on bending backward.")) == ""


@every_row(
    ("text", "what"),
    [
        ("pain on the right", "a side"),
        ("block of L4-5", "a level"),
        ("no complications", "a complication"),
        ("hematoma after it", "a complication"),
        ("time-out done", "an attestation"),
        ("under fluoroscopy", "an attestation"),
        ("lidocaine given", "a drug"),
        ("80 % relief", "a result"),
    ],
)
def test_a_fact_of_a_block_is_refused(text: str, what: str) -> None:
    assert what in phrase_problem(Phrase(".abc", text))


@every_row(
    ("phrase", "words"),
    [
        (Phrase("lbp", "x"), "A code is a dot"),
        (Phrase(".LBP", "x"), "A code is a dot"),
        (Phrase(".lbp", " "), "the text is missing"),
        (Phrase(".lbp", "x" * 1201), "longer than 1,200"),
        (Phrase(".lbp", "Dear {patient.name}"), "fields in braces"),
        (Phrase(".lbp", "a\x07"), "control character"),
    ],
)
def test_what_else_is_wrong_is_said(phrase: Phrase, words: str) -> None:
    assert words in phrase_problem(phrase)


def test_a_code_stands_for_one_text_and_ones_own_comes_first() -> None:
    mine, ours = Phrase(".lbp", "my pain"), Phrase(".lbp", "our pain")
    assert book_problem([mine, ours]) == ".lbp stands for two texts. Give one of them another code."
    assert book_problem([Phrase(f".c{n}x", "x") for n in range(301)]) == "A book holds at most 300 phrases."
    assert as_book([ours], [mine]) == {".lbp": "my pain"}


def test_a_book_with_one_bad_phrase_is_not_kept() -> None:
    assert "is a side" in book_problem([Phrase(".lbp", "low back pain"), Phrase(".side", "left")])
