"""Numbers as they are printed: no trailing zero, no exponent, a zero before the point."""

from decimal import Decimal

from mbb_desktop.clinical.quantities import plain
from tests.every_row import every_row


@every_row(
    ("amount", "printed"),
    [
        ("0.5", "0.5"),
        (".5", "0.5"),
        ("3.0", "3"),
        ("1215", "1,215"),
        ("1.20E3", "1,200"),
        ("0", "0"),
        ("0.00", "0"),
        ("-0", "0"),
        ("-0.5", "-0.5"),
    ],
)
def test_an_amount_is_printed_plainly(amount: str, printed: str) -> None:
    assert plain(Decimal(amount)) == printed
