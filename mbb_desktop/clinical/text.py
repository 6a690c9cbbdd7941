"""What any typed text must be before it is kept."""

import unicodedata


def clean_text(text: str) -> str:
    """Composed (NFC) text; raises ValueError for a control character or half a surrogate pair."""
    for character in text:
        category = unicodedata.category(character)
        if category == "Cs" or (category == "Cc" and character not in "\n\t"):
            raise ValueError("The text holds a control character. Delete it, or type the text by hand.")
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """Text as search compares it: lower case without accents (`Narváez` and `NARVAEZ` are one)."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
