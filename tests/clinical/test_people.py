"""A person's record number and age."""

from dataclasses import replace
from datetime import date

from mbb_desktop.clinical.people import Identifier, IdentifierKind, age_on
from tests.clinical.invented import PATIENT
from tests.every_row import every_row


def test_the_record_number_is_the_first_of_its_kind() -> None:
    other = next(kind for kind in IdentifierKind if kind is not IdentifierKind.MRN)
    numbers = (
        Identifier(other, "9"),
        Identifier(IdentifierKind.MRN, "1"),
        Identifier(IdentifierKind.MRN, "2"),
    )
    assert replace(PATIENT, identifiers=numbers).mrn == "1"
    assert replace(PATIENT, identifiers=numbers[:1]).mrn == ""


@every_row(
    ("born", "day", "age"),
    [
        (date(1961, 3, 14), date(2026, 3, 13), 64),
        (date(1961, 3, 14), date(2026, 3, 14), 65),
        (date(1961, 3, 14), date(2026, 2, 20), 64),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2026, 11, 3), date(2026, 11, 3), 0),
    ],
)
def test_age_is_in_complete_years(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age
