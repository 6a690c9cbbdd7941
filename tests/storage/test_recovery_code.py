"""The printed recovery code."""

import re

import pytest

from mbb_desktop.storage.recovery_code import is_well_typed, new_recovery_code, plain_code, same_code


def test_a_code_is_eight_groups_and_a_check_character() -> None:
    code = new_recovery_code()
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]", code)
    assert is_well_typed(code)
    assert len({new_recovery_code() for _ in range(50)}) == 50


def test_every_single_wrong_character_is_noticed() -> None:
    code = plain_code(new_recovery_code())
    for at, letter in enumerate(code):
        other = "A" if letter != "A" else "B"
        assert not is_well_typed(code[:at] + other + code[at + 1 :])


def test_every_swap_of_neighbours_is_noticed() -> None:
    code = plain_code(new_recovery_code())
    for at in range(len(code) - 2):
        if code[at] != code[at + 1]:
            assert not is_well_typed(code[:at] + code[at + 1] + code[at] + code[at + 2 :])


@pytest.mark.parametrize("typed", ["", "-", "ABCD", "U" * 33, "é" * 33])
def test_what_is_no_code_is_not_well_typed(typed: str) -> None:
    assert not is_well_typed(typed)


def test_typing_back_ignores_case_and_gaps_but_not_a_missing_end() -> None:
    code = new_recovery_code()
    assert same_code(code, f"  {code.lower().replace('-', ' ')} ")
    assert not same_code(code, code[:-1])
