"""What the words of an allergy, a drug or a prep mean: a name begins a word."""

from mbb_desktop.clinical.allergy_words import meant
from tests.clinical.invented import FORMULARY
from tests.every_row import every_row


@every_row(
    ("text", "names"),
    [
        ("Povidone-iodine", {"povidone-iodine"}),
        ("povidone iodine 10 %", {"povidone-iodine"}),
        ("iodine", {"povidone-iodine", "iodinated contrast"}),
        ("chloroprocaine", {"chloroprocaine"}),
        ("procaine", {"ester local anesthetic"}),
        ("levobupivacaine", {"levobupivacaine"}),
        ("bupivacaine and Kenalog", {"bupivacaine", "triamcinolone acetonide"}),
        ("gadobutrol", {"gadobutrol", "gadolinium"}),
        ("sulfonamide", set()),
        ("amiodarone", set()),
        ("", set()),
    ],
)
def test_a_name_is_meant_where_a_word_begins_with_it(text: str, names: set[str]) -> None:
    assert meant(text, FORMULARY) == names
