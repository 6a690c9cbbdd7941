"""How hard a text is to read, by syllables and sentences: US school grade, and two Spanish scales.

Flesch and Kincaid 1975; Fernandez Huerta 1959 as corrected (Law 2011); INFLESZ, Barrio-Cantalejo 2008.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ABBREVIATED = re.compile(r"\b(?:a|p)\. m\.")


@dataclass(frozen=True, slots=True)
class Counted:
    sentences: int
    words: int
    syllables: int


def grade(parts: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of the sentences in English parts."""
    n = _count(parts, english_syllables)
    return 0.39 * n.words / n.sentences + 11.8 * n.syllables / n.words - 15.59


def fernandez_huerta(parts: Iterable[str]) -> float:
    """70 to 80 is easy to read, the sixth year of school; higher is easier."""
    n = _count(parts, spanish_syllables)
    return 206.84 - 60 * n.syllables / n.words - 1.02 * n.words / n.sentences


def inflesz(parts: Iterable[str]) -> float:
    """55 to 65 is normal, 65 to 80 quite easy, above 80 very easy."""
    n = _count(parts, spanish_syllables)
    return 206.835 - 62.3 * n.syllables / n.words - n.words / n.sentences


def _count(parts: Iterable[str], syllables: Callable[[str], int]) -> Counted:
    """Titles and labels are no sentences: they would make every text look easy. A colon ends none."""
    full = [_ABBREVIATED.sub("", part) for part in parts if part.endswith((".", "?"))]
    sentences = [sentence for part in full for sentence in re.split(r"[.?!]+(?:\s|$)", part)]
    told = [found for sentence in sentences if (found := _WORD.findall(sentence))]
    words = [word for sentence in told for word in sentence]
    return Counted(len(told), len(words), sum(map(syllables, words)))


_ODD = {"diabetes": 4, "area": 3, "areas": 3, "idea": 3, "being": 2, "doing": 2, "quiet": 2}


def english_syllables(word: str) -> int:
    """Groups of vowels, without a silent e or ed at the end."""
    bare = re.sub(r"['’].*", "", word.lower())
    if bare in _ODD:
        return _ODD[bare]
    groups = len(re.findall(r"[aeiouy]+", bare))
    groups += len(re.findall(r"i(?:a|o(?!n|us|ur))|ea(?=te)|uous|rea(?=ct)", bare))
    silent = re.search(r"[^aeiouyl]e$|[aeiou]les?$|[^dt]ed$|[^aeioulcsxz]es$|[^aeiou]ely$", bare)
    kept = bare.endswith("thes")
    return max(1, groups - (1 if silent and not kept and groups > 1 else 0))


def spanish_syllables(word: str) -> int:
    """Vowels, of which weak ones beside another count together; an accent on a weak one parts them."""
    bare = re.sub(r"qu(?=[eiéí])|gu(?=[eiéí])", "k", word.lower())
    bare = re.sub(r"y$", "i", bare)
    parts = re.findall(r"[iuü]?[aeoáéó][iu]?(?![aeoáéóíú])|[iuü]?[aeoáéó]|[íú]|[iuü]+", bare)
    return max(1, len(parts))
