"""This computer's settings: declared once, kept in a file, and refused when they are not known."""

from pathlib import Path

import pytest

from mbb_desktop.settings import (
    APPEARANCE,
    DECLARED,
    PRINTER,
    TEXT_PERCENT,
    BadSettings,
    Setting,
    Settings,
    read_settings,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "settings.toml"


def test_without_a_file_the_defaults_are_in_force(file: Path) -> None:
    settings = read_settings(file)
    assert [settings.get(one) for one in DECLARED.values()] == [
        "system",
        100,
        "",
        False,
        1,
        False,
        "system",
        False,
    ]


def test_what_was_put_is_there_the_next_time(file: Path) -> None:
    settings = read_settings(file)
    settings.put(APPEARANCE, "dark")
    settings.put(TEXT_PERCENT, 125)
    settings.put(PRINTER, 'Front "desk" é\\1')
    again = read_settings(file)
    assert (again.get(APPEARANCE), again.get(TEXT_PERCENT)) == ("dark", 125)
    assert again.get(PRINTER) == 'Front "desk" é\\1'


def test_only_what_differs_stands_in_the_file(file: Path) -> None:
    read_settings(file).put(TEXT_PERCENT, 110)
    assert file.read_text(encoding="utf-8") == "text_percent = 110\n"


@pytest.mark.parametrize("text", ["colour = 'dark'", "appearance = 'pink'", "text_percent = 300"])
def test_an_unknown_name_or_value_is_refused_with_a_sentence(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings, match="setting"):
        read_settings(file)


@pytest.mark.parametrize("text", ["appearance = ", "\x00", "text_percent = '100'"])
def test_a_damaged_file_is_refused_with_a_sentence(file: Path, text: str) -> None:
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings) as refused:
        read_settings(file)
    assert refused.value.sentence.endswith(".")


def test_a_value_that_does_not_fit_is_not_written(file: Path) -> None:
    settings = read_settings(file)
    with pytest.raises(BadSettings):
        settings.put(TEXT_PERCENT, 60)
    assert not file.exists()
    assert settings.get(TEXT_PERCENT) == 100


def test_a_setting_that_is_not_declared_cannot_be_used(file: Path) -> None:
    stranger: Setting[str] = Setting("stranger", "", "Stranger", "None.")
    with pytest.raises(BadSettings):
        Settings(file).get(stranger)


def test_every_setting_has_words(file: Path) -> None:
    assert all(one.label and one.help.endswith(".") for one in DECLARED.values())
