"""The printed recovery code: 160 random bits as eight groups of four and a check character."""

import hmac
import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_LOOKALIKES = str.maketrans("ILO", "110")
_GROUPS = 8
_BITS = 160
_CHECK_MODULUS = 37  # Crockford's: finds every single wrong character and every swap of two neighbours


def new_recovery_code() -> str:
    """A fresh code, as printed: `XXXX-XXXX-...-XXXX-C`."""
    while True:
        number = secrets.randbits(_BITS)
        if number % _CHECK_MODULUS < len(_ALPHABET):  # otherwise the check would be a symbol nobody can type
            return _shown(number)


def _shown(number: int) -> str:
    text = "".join(_ALPHABET[number >> shift & 31] for shift in range(_BITS - 5, -1, -5))
    groups = [text[start : start + 4] for start in range(0, len(text), 4)]
    return "-".join([*groups, _ALPHABET[number % _CHECK_MODULUS]])


def plain_code(typed: str) -> str:
    """The characters of a typed code alone: spaces, dashes, case and look-alikes (O for 0) do not matter."""
    return "".join(letter for letter in typed.upper().translate(_LOOKALIKES) if letter.isalnum())


def is_well_typed(typed: str) -> bool:
    """Whether a code is complete and its check character fits, before anything is tried with it."""
    text = plain_code(typed)
    if len(text) != _GROUPS * 4 + 1 or any(letter not in _ALPHABET for letter in text):
        return False
    number = 0
    for letter in text[:-1]:
        number = number << 5 | _ALPHABET.index(letter)
    return number % _CHECK_MODULUS == _ALPHABET.index(text[-1])


def same_code(shown: str, typed: str) -> bool:
    """Whether the code was typed back whole."""
    return hmac.compare_digest(plain_code(shown).encode(), plain_code(typed).encode())
