"""Every word that screen and paper share is there."""

import ast
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import pytest

from mbb_desktop.clinical import phrases
from mbb_desktop.clinical.course import CareOutcome
from mbb_desktop.clinical.criteria import Verdict
from mbb_desktop.clinical.drugs import Confidence
from mbb_desktop.clinical.measures import Lasted
from mbb_desktop.clinical.pairs import PairVerdict
from mbb_desktop.clinical.phrases import (
    NoSuchPhrase,
    fields_of,
    key_of,
    of,
    phrase,
    read_phrases,
)
from mbb_desktop.clinical.response import Channel, Conclusion, MedicineKind, Mode, Series
from mbb_desktop.clinical.standings import Standing
from mbb_desktop.clinical.verdict import BlockVerdict
from tests.every_row import every_row

CLINICAL = Path(phrases.__file__).parent
KNOWN = frozenset(phrases.read_phrases(CLINICAL.parents[1] / "resources" / "phrases" / "en.toml"))
ENUMS: tuple[type[Enum], ...] = (
    BlockVerdict,
    CareOutcome,
    Channel,
    Conclusion,
    Confidence,
    Lasted,
    MedicineKind,
    Mode,
    PairVerdict,
    Series,
    Standing,
    Verdict,
)


@every_row("kind", ENUMS)
def test_every_member_has_words(kind: type[Enum]) -> None:
    assert {key_of(member) for member in kind} <= KNOWN


def test_every_way_relief_lasted_has_a_title() -> None:
    assert {f"positive.{member.name.lower()}" for member in Lasted} <= KNOWN


def _literal_keys() -> Iterator[tuple[str, str]]:
    """Each key given to phrase() as a plain text, with its file; only definitions that call it are read."""
    texts = ((path.name, path.read_text(encoding="utf-8")) for path in CLINICAL.glob("*.py"))
    pieces = ((name, piece) for name, text in texts for piece in re.split(r"\n(?=\w|@)", text))
    for name, text in pieces:
        for node in ast.walk(ast.parse(text)) if "phrase(" in text else ():
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "phrase":
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and "." in str(part.value):
                        yield name, str(part.value)


def test_every_key_in_the_code_is_in_the_file() -> None:
    asked = {key for _, key in _literal_keys() if not key.endswith((".", "_"))}
    assert len(asked) > 100
    assert {key for key in asked if not any(known.startswith(key) for known in KNOWN)} == set()


def test_unknown_is_never_said_as_no() -> None:
    assert of(Verdict.UNKNOWN) == "Missing"


def test_fields_are_filled_in() -> None:
    assert phrase("threshold.at_least", percent="80") == "80 % or more"


def test_a_missing_field_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"threshold\.at_least.*percent"):
        phrase("threshold.at_least")


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(NoSuchPhrase):
        phrase("no.such.key")


def test_letters_to_others_do_not_say_you() -> None:
    others = [phrase(key) for key in KNOWN if key.startswith("criterion.") and key.endswith("_third")]
    assert others
    assert not any("you" in words for words in others)


def test_every_phrase_can_be_filled() -> None:
    for key in KNOWN:
        words = phrases.read_phrases(_file())[key]
        assert phrase(key, **dict.fromkeys(fields_of(words), "x"))


def test_a_phrase_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "en.toml"
    path.write_text("[a]\nb = 1\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.b must be a text"):
        read_phrases(path)


def _file() -> Path:
    return CLINICAL.parents[1] / "resources" / "phrases" / "en.toml"


def test_no_words_of_ours_say_that_an_ablation_is_indicated_or_advise_it() -> None:
    said = read_phrases(CLINICAL.parents[1] / "resources" / "phrases" / "en.toml")
    assert [key for key, words in said.items() if re.search("indicated|recommend|we advise", words)] == []
    files = (CLINICAL.parents[1] / "resources" / "letters").rglob("*.toml")
    assert [path.name for path in files if "indicated" in path.read_text(encoding="utf-8")] == []
