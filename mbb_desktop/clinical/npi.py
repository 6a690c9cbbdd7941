"""The number that payers know a physician or a clinic by in the United States."""

_ISSUER = "80840"


def npi_problem(typed: str) -> str:
    """Why this is no National Provider Identifier; empty when it is one, and when nothing was typed.

    Ten digits, the last of which checks the others: Luhn's formula (ISO/IEC 7812) with 80840 in front, the
    prefix of health care in the United States (45 CFR 162.406).
    """
    if not typed:
        return ""
    if not (typed.isascii() and typed.isdigit() and len(typed) == 10):
        return "An NPI has 10 digits."
    if _luhn(_ISSUER + typed):
        return (
            "A digit of this NPI is wrong: its last one does not fit the others. Compare it digit by digit."
        )
    return ""


def _luhn(digits: str) -> int:
    """0 when the last digit fits."""
    doubled = "".join(str(int(digit) * (1 + place % 2)) for place, digit in enumerate(reversed(digits)))
    return sum(map(int, doubled)) % 10
