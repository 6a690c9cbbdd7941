"""What makes a passphrase good enough to guard patients' records (after NIST SP 800-63B-4)."""

import unicodedata
from collections.abc import Iterable

SHORTEST = 15
LONGEST = 256
_FEWEST_DIFFERENT = 6
_LEAST_OWN = 8  # characters left after everything that guessing programs try first is taken out

# The commonest stems of leaked passwords and the walks over a keyboard; long ones first matters for removal.
_GUESSED_FIRST = (
    "correcthorsebatterystaple thequickbrownfoxjumpsoverthelazydog letmeinplease iloveyou password "
    "passwort passphrase contrasena administrator trustno1 superman sunshine princess football baseball "
    "basketball starwars michelle jennifer computer internet whatever charlie monkey dragon master "
    "shadow killer hunter freedom welcome letmein qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm "
    "azertyuiop qwerty asdfgh zxcvbn qazwsx 1qaz2wsx 1q2w3e4r abcdefghijklmnopqrstuvwxyz abcdefgh "
    "abcdef abc123 changeme default secret login admin user guest test demo hospital clinic doctor "
    "nurse patient medical medicine health painclinic physician surgery spine facet radiofrequency "
    "medialbranch block mbbdesktop desktop january february march april june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday spring summer "
    "autumn winter hello love jesus god angel lovely forever mother father family pussy fuck sexy "
    "01234567890 12345678901234567890 1234567890 123456789 12345678 1234567 123456 12345 1234 123 "
    "9876543210 987654321 87654321 654321 54321 4321 321 0000 1111 2222 3333 4444 5555 6666 7777 8888 "
    "9999 000 111 2020 2021 2022 2023 2024 2025 2026 2027 1990 2000"
)


def passphrase_problem(passphrase: str, words: Iterable[str] = ()) -> str | None:
    """What is wrong with a passphrase, as a sentence, or None. `words`: names of people and the clinic."""
    text = normal(passphrase)
    if len(text) < SHORTEST:
        return f"Use at least {SHORTEST} characters. Four words that do not belong together are easy to keep."
    if len(text) > LONGEST:
        return f"Use at most {LONGEST} characters."
    if len(set(text.casefold())) < _FEWEST_DIFFERENT or _repeats(text.casefold()):
        return "This repeats the same characters. Use words that do not belong together."
    if _own_part(text, words) < _LEAST_OWN:
        return (
            "This is among the first things a guessing program tries. Use words that do not belong together."
        )
    return None


def normal(passphrase: str) -> str:
    """The form that is hashed, the same from every keyboard (NFKC)."""
    return unicodedata.normalize("NFKC", passphrase)


def _repeats(text: str) -> bool:
    return any(text == (text[:size] * len(text))[: len(text)] for size in range(1, len(text) // 2 + 1))


def _own_part(text: str, words: Iterable[str]) -> int:
    rest = "".join(letter for letter in text.casefold() if letter.isalnum())
    names = (part for word in words for part in word.casefold().split() if len(part) > 2)
    for known in sorted({*_GUESSED_FIRST.split(), *names}, key=len, reverse=True):
        rest = rest.replace(known, "")
    return len(rest)
