"""An NPI that was mistyped is refused before a payer refuses the letter."""

from mbb_desktop.clinical.npi import npi_problem

PUBLISHED = "1234567893"
"""The example that CMS gives for the check digit."""


def test_a_right_npi_and_none_are_no_problem() -> None:
    assert npi_problem(PUBLISHED) == npi_problem("") == ""


def test_any_single_wrong_digit_is_told() -> None:
    wrong = [
        PUBLISHED[:at] + digit + PUBLISHED[at + 1 :]
        for at in range(10)
        for digit in "0123456789"
        if digit != PUBLISHED[at]
    ]
    assert [typed for typed in wrong if "digit of this NPI is wrong" not in npi_problem(typed)] == []


def test_two_neighbours_in_the_wrong_order_are_told() -> None:
    assert npi_problem("2134567893") == npi_problem("1234567839") != ""


def test_what_has_not_ten_digits_is_told() -> None:
    for typed in ("123456789", "12345678930", "12345 6789", "\u0661234567893"):
        assert npi_problem(typed) == "An NPI has 10 digits."
