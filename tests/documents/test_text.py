"""Whatever a person typed is printed as typed, or said to be unprintable."""

import re
import unicodedata
from pathlib import Path

import pytest
from reportlab.platypus.flowables import Flowable

import mbb_desktop.documents
from mbb_desktop.clinical.anatomy import Side
from mbb_desktop.documents.issue import Issue
from mbb_desktop.documents.look import BODY, HEADING
from mbb_desktop.documents.page import Sheet, render
from mbb_desktop.documents.text import paragraph, text_width, uncovered
from mbb_desktop.documents.wording import bold, side_run, words
from tests.documents.examples import CLINIC, DAY, MARSH
from tests.documents.reading import fonts_of, text_of

NAUGHTY = (
    "<b>not bold</b> &amp; <img src='/etc/hostname'/> BP <120 a<b>c",
    "facet <L5> right",
    "</para><para>",
    "{patient.name} %s %(x)s $HOME `id` ${7*7}",
    "Łukasz Żółć, Nguyễn Thị Hồng, Đỗ Văn Ý, Ægir Ångström, Straße, ŒUVRE, İstanbul ığ",
    "Ελληνικά Кириллица Ђорђе",
    "≥ ≤ ≠ ± × ÷ ½ ¼ µ ² ³ ° € £ § … – — “quoted” • ✓ ☐ →",
    "王小明 李 田中さん 김철수 ﾃｽﾄ",
    "undefined NULL None -1/2 1.000 0x0 1e309 NaN Infinity",
    "'; DROP TABLE patients; -- \" ' \\ / | ~",
    "../../../etc/passwd%00 <script>alert(1)</script> javascript:alert(1)",
    "\uff34\uff28\uff25 \uff31\uff35\uff29\uff23\uff2b \u1d1b\u029c\u1d07",
    "a" * 4000,
)
SHAPED = (
    "כהן לוי, שרה (בת 65), רחוב הרצל 12",
    "محمد عبد الله ٦٥",
    "प्रिया शर्मा क्षत्रिय",
    "สมชาย ใจดี น้ำ",
    "Z̃ q̈ x̱ Nguyễn",
)
UNPRINTABLE = (
    "bell \x07",
    "null \x00 byte",
    "half \ud800 pair",
    "\U00013000 hieroglyph",
    "private \ue000 use",
)


def printed(said: str) -> bytes:
    block = paragraph(said, BODY)
    return render(Sheet("Test", CLINIC, MARSH, DAY, Issue("T-1")), [block])


def letters(text: str) -> list[str]:
    """Letters in any order: a reader may show a right-to-left word in the order of its glyphs."""
    return sorted(unicodedata.normalize("NFC", text).replace(" ", ""))


@pytest.mark.parametrize("typed", NAUGHTY, ids=range(len(NAUGHTY)))
def test_every_typed_character_is_printed_literally(typed: str) -> None:
    assert uncovered(typed) == set()
    assert re.sub(r"\s", "", unicodedata.normalize("NFC", typed)) in text_of(printed(typed)).replace(" ", "")


@pytest.mark.parametrize("typed", SHAPED, ids=range(len(SHAPED)))
def test_joining_and_right_to_left_scripts_are_printed(typed: str) -> None:
    assert uncovered(typed) == set()
    assert set(letters(typed)) <= set(letters(text_of(printed(typed))))


@pytest.mark.parametrize("typed", UNPRINTABLE, ids=range(len(UNPRINTABLE)))
def test_what_no_font_has_is_reported_and_shown_as_a_replacement(typed: str) -> None:
    assert len(uncovered(typed)) == 1
    assert "�" in text_of(printed(typed))


def test_a_sign_used_for_shaping_does_not_count_as_printable_afterwards() -> None:
    text_of(printed("प्रिया क्षत्रिय"))
    assert uncovered("\ue000") == {"\ue000"}


def test_shaping_gives_the_same_bytes_whatever_was_printed_before() -> None:
    first = printed(SHAPED[2])
    for other in SHAPED:
        printed(other)
    assert printed(SHAPED[2]) == first


def test_bold_uses_another_font_resource() -> None:
    plain = fonts_of(printed("plain"))
    assert "Inter-SemiBold" in fonts_of(
        render(Sheet("Test", CLINIC, MARSH, DAY, Issue()), [paragraph(words(bold("bold")), BODY)])
    )
    assert text_width("levels", BODY) < text_width(words(bold("levels")), BODY)
    assert all(plain.values())


def test_a_unit_never_leaves_its_number() -> None:
    said = "0.5\u00a0mL " * 30
    block = paragraph(said, BODY)
    block.wrap(97)
    assert all(not line.pieces[0].text.startswith("mL") for line in block._lines)
    assert text_of(printed(said)).count("0.5 mL") == 30


def test_a_word_longer_than_the_line_is_broken_and_nothing_is_lost() -> None:
    block = paragraph("x" * 300, BODY)
    _, height = block.wrap(100)
    assert height > 10 * BODY.leading
    assert sum(len(piece.text) for line in block._lines for piece in line.pieces) == 300


def test_line_ends_and_empty_lines_stay() -> None:
    block = paragraph("one\n\nthree", BODY)
    assert block.wrap(200)[1] == 3 * BODY.leading


def test_runs_without_a_blank_between_them_share_a_word() -> None:
    said = words("both (", side_run(Side.LEFT), ", ", side_run(Side.RIGHT), ").")
    assert "both (left, right)." in text_of(
        render(Sheet("Test", CLINIC, MARSH, DAY, Issue()), [paragraph(said, BODY)])
    )


def test_text_continues_on_the_next_page_without_a_lonely_line() -> None:
    block = paragraph("word " * 200, BODY)
    block.wrap(200)
    halves = block.halves(200, 10.5 * BODY.leading)
    assert halves is not None
    upper, lower = halves
    assert upper.wrap(200)[1] == 10 * BODY.leading
    assert upper.wrap(200)[1] + lower.wrap(200)[1] == block.wrap(200)[1]
    assert block.halves(200, 1.5 * BODY.leading) is None


def test_bold_inside_bold_stays_bold() -> None:
    assert text_width(words(bold("levels")), HEADING) == text_width("levels", HEADING)


def test_right_to_left_words_stand_in_reading_order_from_the_right() -> None:
    block = paragraph("אבג דהו", BODY)
    block.wrap(300)
    assert [piece.text for piece in block._lines[0].pieces] == ["אבג", " ", "דהו"]
    drawn = _drawn(block)
    assert drawn.index("דהו") < drawn.index("אבג")


def _drawn(block: Flowable) -> list[str]:
    from mbb_desktop.documents.text import TextBlock, _spans

    assert isinstance(block, TextBlock)
    return [piece.text for _, run in _spans(block._lines[0].pieces) for piece in run]


def test_only_text_py_makes_text_and_nobody_parses_markup() -> None:
    folder = Path(next(iter(mbb_desktop.documents.__path__)))
    guilty = {
        path.name
        for path in folder.glob("*.py")
        if re.search(r"\bParagraph\b|\bXPreformatted\b|paraparser|\bPreformatted\b", path.read_text("utf-8"))
    }
    assert guilty == set()


def test_a_full_stop_never_begins_a_line() -> None:
    said = words("about ", bold("L4-5"), ". ", bold("left"), ", ", bold("right"), ".")
    for width in range(30, 120, 3):
        block = paragraph(said, BODY)
        block.wrap(width)
        assert all(line.pieces[0].text not in {".", ","} for line in block._lines)
