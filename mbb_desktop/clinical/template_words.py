"""Words that no template may hold: facts of a block come from the record alone. English and Spanish."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from mbb_desktop.clinical.template_fields import TemplateKind


@dataclass(frozen=True, slots=True)
class Refused:
    """`words` as they were found in `line` (counted from 1), and what they are."""

    words: str
    line: int
    what: str


_COUNT = r"(?:one|two|three|four|five|six|seven|eight|dos|tres|cuatro|cinco|seis|\d+)"
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|primer\w*|segund\w*|tercer\w*|cuart\w*|"
    r"quint\w*|sext\w*)"
)
_REGION = r"(?:cervical|thoracic|lumbar|sacral|lumbosacral|dorsal|toracic\w*|sacr[oa])"
_DONE = r"(?:was|were|is|are|has been|have been|had been|fue|fueron|es|son|ha sido|han sido)"
_KEPT = r"(?:mark|verifi|confirm|check|review|obtain|sav|stor|record|complet|explain|discuss|answer|advis)\w*"
_ACT = r"(?:obtuv|verific|confirm|revis|marc|aspir|administr|explic|inyect|guard|realiz|hiz|complet)\w*"

_EVERYWHERE = {
    "a side": (
        r"left\w*",
        r"right\w*",
        r"lt",
        r"rt",
        r"b/l",
        r"\(\s*[lr]\s*\)",
        r"[lr] sides?",
        r"\w+lateral(?:es|ly)?",
        r"(?:both|each|either|one|two|other|opposite) sides?",
        r"izq\w*",
        r"derech\w*",
        r"der\.",
        r"(?:ambos|los dos|dos|un|cada|otro) lados?",
        r"lado (?:contrario|opuesto)",
    ),
    "a level": (
        r"[ctls]\s?-?\s?\d{1,2}(?:\s?[-/]\s?[ctls]?\s?\d{1,2})?",
        r"ton",
        r"third occipital",
        r"tercer\w* occipital",
        rf"{_COUNT} (?:levels?|joints?|nerves?|targets?|nivel(?:es)?|articulaci\w*|nervios?)",
        rf"{_ORDINAL} {_REGION}",
        rf"{_REGION} (?:{_COUNT}|{_ORDINAL})",
        r"(?:dorsal|primary) ram(?:us|i)",
        r"ram[oa]s? (?:dorsal|primari)\w*",
    ),
    "a complication, or that there was none": (
        r"(?:no|without|any|sin) (?:\w+ )?complic\w*",
        r"complicat\w*",
        r"uncomplicated",
        r"complicaci\w*",
        r"complicad\w*",
        r"adverse \w+",
        r"uneventful\w*",
        r"incidents?",
        r"inciden(?:cia|te)s?",
        r"efectos? advers\w*",
        r"tolerat\w*",
        r"toler(?:o|ad\w*|ancia)",
        r"(?:no|without|sin) (?:immediate |apparent )?(?:problems?|events?|issues?|problemas?|eventos?)",
    ),
    "an attestation": (
        r"consent\w*",
        r"consinti\w*",
        r"time[-\s]?out",
        r"pausa quirurgica",
        r"aspirat\w*",
        r"aspiraci\w*",
        r"aspirad\w*",
        r"steril\w*",
        r"asep\w*",
        r"esteril\w*",
        r"prepped",
        r"discharged",
        r"dad[oa] de alta",
        r"(?:stable|good|satisfactory) condition",
        r"condicion(?:es)? estables?",
        r"vital signs",
        r"signos vitales",
        rf"{_DONE} (?:\w+ )?{_KEPT}",
        rf"se (?:le )?{_ACT}",
        r"(?:contrast|dye|contraste)\w* (?:was|showed|spread|confirm)\w*",
        r"(?:no|without) (?:sedation|steroids?|contrast|blood|csf)",
        r"sin (?:sedacion|esteroides?|contraste|sangre|lcr)",
    ),
    "a drug": (
        r"\w*cain[ea]",
        r"iohexol",
        r"iopamidol",
        r"gado\w+",
        r"\w+(?:methasone|prednisolone|cinolone)",
        r"\w+(?:metasona|prednisolona|cinolona)",
        r"midazolam",
        r"fentan[yi]l\w*",
        r"propofol",
        r"epinephrine",
        r"epinefrina",
        r"ketorolac\w*",
    ),
}
_IN_LETTERS = {
    "a level": (_REGION, r"neck", r"(?:low(?:er)?|mid(?:dle)?|upper) back", r"cuello", r"espalda"),
    "a complication, or that there was none": (
        r"vasovagal",
        r"h?a?ematoma",
        r"bleed\w*",
        r"infect\w*",
        r"pneumothorax",
        r"dural puncture",
        r"seizures?",
        r"syncop\w*",
        r"paresthesia\w*",
        r"intravascular",
        r"sangrado",
        r"infecci\w*",
        r"neumotorax",
        r"convulsi\w*",
        r"sincope",
        r"parestesias?",
        r"hematomas?",
    ),
    "an attestation": (
        r"sedat\w*",
        r"sedaci\w*",
        r"contrast\w*",
        r"steroids?",
        r"esteroid\w*",
        r"fluoroscop\w*",
        r"examined",
        r"i (?:personally )?(?:performed|supervised|injected)",
    ),
    "a result": (
        r"\d+(?:[.,]\d+)?\s?(?:%|per\s?cent|por ciento)",
        r"(?:positive|negative|successful|concordant|diagnostic) (?:blocks?|responses?|results?|relief)",
        r"(?:bloqueos?|respuestas?|resultados?) (?:positiv|negativ|exitos)\w*",
        r"respond(?:ed|io)",
        r"\w+ relief",
    ),
    "a drug": (r"\d+(?:[.,]\d+)?\s?(?:ml|mg|mcg|cc)",),
}


def refused_in(text: str, kind: TemplateKind | None) -> tuple[Refused, ...]:
    """Every word of a template's text that states a fact of a block, in the order of reading.

    Without a kind as for a phrase, which goes into any paper: strict like letters, but it may name the back.
    """
    plain = re.sub(r"\{[^{}]*\}", " \x00 ", as_read(text))
    hits = [(hit.start(), what, hit[0]) for what, seen in _patterns(kind) for hit in seen.finditer(plain)]
    return tuple(dict.fromkeys(_refused(text, plain, *hit) for hit in sorted(hits)))


def _refused(text: str, plain: str, at: int, what: str, said: str) -> Refused:
    typed = text.lower().find(said)
    shown = text[typed : typed + len(said)] if typed >= 0 else said
    return Refused(" ".join(shown.split()), plain.count("\n", 0, at) + 1, what)


@cache
def _patterns(kind: TemplateKind | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    strict = {what: words for what, words in _IN_LETTERS.items() if kind or what != "a level"}
    lists = [_EVERYWHERE] if kind is TemplateKind.HANDOUT else [_EVERYWHERE, strict]
    every = ((what, "|".join(words).replace(" ", r"\s+")) for each in lists for what, words in each.items())
    return tuple((what, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for what, words in every)


def as_read(text: str) -> str:
    """Small letters without accents, stars, hidden characters and odd dashes: what a reader sees."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    seen = (sign for sign in apart if unicodedata.category(sign) not in {"Mn", "Cf"} and sign != "*")
    return "".join("-" if unicodedata.category(sign) == "Pd" or sign == "\u2212" else sign for sign in seen)
