"""The language of the windows: English in the code, Spanish from a Qt Linguist file, read as it is.

Records, their codes and signed papers keep their own words. What the layers without Qt say in English is
recognised by `localized`, when it is shown, and said again in the language of the windows.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from string import Formatter

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from mbb_desktop.clinical import written_dates
from mbb_desktop.settings import LANGUAGE, Settings

EVERYWHERE, PHRASES = "everywhere", "phrases"
"""Contexts of the file: words of any window, and words of the layers without Qt. Others are exceptions."""

MONTHS = {
    "en": written_dates.MONTHS,
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
}
NAMES = {"en": "English", "es": "Español"}
"""Each in its own words, so that everybody finds the way back."""

Forms = tuple[str, ...]
_MONTH = "|".join(MONTHS["en"])
_DATE = re.compile(rf"\b(\d\d)-({_MONTH})(-\d{{4}})?\b")
_ORDINAL = re.compile(r"\b(\d*(\d))(?:st|nd|rd|th)\b")
_UNITS = "h|min|s|mL|mg|mcg|kg|mm|cm|in|mGy|Gy|mgI|G|NRS|MRN|MB|DR|TON|y|NPI"
_PLAIN = re.compile(
    rf"(?:[\d\s.,:;%×·²°/<>=+()−-]|\b(?:{_UNITS}|{_MONTH}|[CTLS]\d+)(?![^\W\d_])|\b[A-Z]{{2,4}}-[A-Z\d]+)+"
)
"""Numbers, units, dates and levels: the same in both languages, but for the month."""
_BETWEEN_WORDS = re.compile(r"(; |: |, and |, | and )")
_BETWEEN_PARTS = re.compile(r"(: |; |, |\.$|\n)")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!])(?= )")
_AND = {" and ": " y ", ", and ": " y "}
_Y_BEFORE_I = re.compile(r" y (?=h?[ií])", re.IGNORECASE)
_DEEPEST, _LONG = 5, 10


def read_forms(path: Path) -> dict[tuple[str, str], Forms]:
    """The finished translations of a Linguist file by context and source: one form, or one and many."""
    import xml.etree.ElementTree as ET  # a window in English does without

    found: dict[tuple[str, str], Forms] = {}
    for context in ET.parse(path).getroot().iterfind("context"):
        name = context.findtext("name", "")
        for message in context.iterfind("message"):
            said = message.find("translation")
            if said is not None and said.get("type") is None:
                forms = [form.text or "" for form in said.iterfind("numerusform")] or [said.text or ""]
                found[name, message.findtext("source", "")] = tuple(forms)
    return found


class Book(QTranslator):
    """The words of one language; a context matters only where it has a translation of its own."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forms = read_forms(path)
        self._anywhere = {
            source: forms
            for kind in (PHRASES, EVERYWHERE)
            for (context, source), forms in self._forms.items()
            if context == kind
        }
        self._of_record = {s: forms for (context, s), forms in self._forms.items() if context == PHRASES}

    def isEmpty(self) -> bool:
        return False

    def translate(  # with None Qt asks the next translator; "" would be shown
        self, context: str, source: str, _comment: str | None = None, n: int = -1
    ) -> str | None:
        forms = self._forms.get((context, source)) or self._anywhere.get(source)
        if not forms:
            return _exact(self._anywhere, source) or None
        return forms[0] if n in (-1, 1) else forms[-1]

    def say(self, text: str) -> str:
        """Words of another layer in this language; what is not known stays as it is."""
        if (found := self.find(text)) is not None:
            return found
        ends = [found.start() for found in _BETWEEN_SENTENCES.finditer(text)]
        for end in reversed(ends):  # the longest beginning that is known, then the rest
            if (found := self.find(text[:end])) is not None:
                return found + self.say(text[end:])
        if ends:
            return self._parts(text[: ends[0]]) + self.say(text[ends[0] :])
        return self._parts(text)

    def _parts(self, text: str) -> str:
        """Known words of several between punctuation; single words may be what a person typed."""
        parts = _BETWEEN_PARTS.split(text)
        said = [self.find(part) if " " in part.strip() else None for part in parts]
        return "".join(part if one is None else one for part, one in zip(parts, said, strict=True))

    def find(self, text: str, deep: int = 0) -> str | None:
        """The same in this language, numbers and levels as they are; None for what is not known."""
        if word := _exact(self._of_record, text):
            return word
        if _PLAIN.fullmatch(text):
            return text
        if deep == _DEEPEST:
            return None
        if (bare := text.strip()) != text:
            said = self.find(bare, deep) if bare else None
            return None if said is None else text.replace(bare, said)
        filled = (template(self, text, deep + 1) for template in self._templates)
        return next((said for said in filled if said is not None), None) or self._list(text, deep + 1)

    def _list(self, text: str, deep: int) -> str | None:
        """`a, b and c`, when each of them is known."""
        parts = _BETWEEN_WORDS.split(text)
        said = [self.find(part, deep) for part in parts[::2]] if len(parts) > 1 else [None]
        known = [one for one in said if one is not None]
        if len(known) < len(said):
            return None
        joints = [_AND.get(between, between) for between in parts[1::2]]
        text = "".join(f"{one}{joint}" for one, joint in zip(known, [*joints, ""], strict=True))
        return _Y_BEFORE_I.sub(" e ", text)

    @cached_property
    def _templates(self) -> "list[_Template]":
        known = ((s, f[0]) for (context, s), f in self._forms.items() if context == PHRASES and "{" in s)
        made = [_Template(source, said) for source, said in known]
        return sorted((one for one in made if one.fixed), key=lambda one: -one.weight)


def _exact(known: Mapping[str, Forms], text: str) -> str:
    """Words or a whole sentence, with a large or a small first letter; empty when not known."""
    if forms := known.get(text):
        return forms[0]
    if forms := known.get(text[:1].lower() + text[1:]):
        return forms[0][:1].upper() + forms[0][1:]
    if forms := known.get(text[:1].upper() + text[1:]):
        return forms[0][:1].lower() + forms[0][1:]
    return ""


class _Template:
    """An English sentence with fields, and how it is said; the fields are said again in their turn.

    In a short one every field has to be known, so that it is not found in what a person typed.
    """

    def __init__(self, source: str, said: str) -> None:
        pieces = list(Formatter().parse(source))
        literals = [literal for literal, *_ in pieces]
        self.weight = sum(letter.isalpha() for literal in literals for letter in literal)
        self.fixed = max((literal.strip() for literal in literals), key=len)
        self._said = said
        self._pattern = re.compile("".join(_pattern(pieces)), re.DOTALL | re.IGNORECASE)

    def __call__(self, book: Book, text: str, deep: int) -> str | None:
        if self.fixed.lower() not in text.lower() or (found := self._pattern.fullmatch(text)) is None:
            return None
        said = {name[1:]: book.find(value, deep) for name, value in found.groupdict().items()}
        unknown = [name for name, value in said.items() if value is None]
        if unknown and (self.weight < _LONG or any(_runs_on(found, name) for name in unknown)):
            return None
        fields = {name: value or found[f"f{name}"] for name, value in said.items()}
        numbered = [fields[str(at)] for at in range(len(fields)) if str(at) in fields]
        words = self._said.format(*numbered, **fields)
        return words[:1].upper() + words[1:] if text[:1].isupper() else words


def _runs_on(found: re.Match[str], name: str) -> bool:
    """Whether the last field goes on into the next sentence: then each sentence is said by itself."""
    return ". " in found[f"f{name}"] and found.end(f"f{name}") >= len(found.string) - 1


def _pattern(pieces: "list[tuple[str, str | None, str | None, str | None]]") -> Iterator[str]:
    seen: set[str] = set()
    for literal, name, _spec, _kind in pieces:
        yield re.escape(literal)
        if name is not None:
            one = rf"\d\d-(?:{_MONTH})-\d{{4}}" if re.fullmatch(r"day\d", name) else ".+?"
            yield f"(?P=f{name})" if name in seen else f"(?P<f{name}>{one})"
            seen.add(name)


_in_use: list[Book] = []
_installed: list[QTranslator] = []


def chosen(settings: Settings) -> str:
    """`en` or `es`: this computer's setting, or what the system prefers."""
    wanted = settings.get(LANGUAGE)
    if wanted != "system":
        return wanted
    first = QLocale.system().uiLanguages()[:1]
    return "es" if first and first[0].lower().startswith("es") else "en"


def in_force() -> str:
    """The language of what is shown now."""
    return "es" if _in_use else "en"


def speak(code: str) -> None:
    """Say everything that is made from now on in a language."""
    if code == in_force():
        return
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    _in_use.clear()
    QLocale.setDefault(
        QLocale(QLocale.Language.Spanish, QLocale.Country.UnitedStates) if code == "es" else QLocale.system()
    )
    if code == "es":
        from mbb_desktop.clinical.data_file import delivered

        _in_use.append(Book(delivered("translations", "mbb_es.ts")))
        of_qt = QTranslator()
        of_qt.load("qtbase_es", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _installed.extend((of_qt, _in_use[0]))
    for translator in _installed:
        QCoreApplication.installTranslator(translator)


def localized(text: str) -> str:
    """Words that come from a record or a lower layer, as the windows say them; typed text stays as it is."""
    if not _in_use or not text:
        return text
    return local_dates(_ORDINAL.sub(_ordinal, _in_use[0].say(text)))


def _ordinal(found: re.Match[str]) -> str:
    return f"{found[1]}.{'er' if found[2] in '13' and not found[1].endswith(('11', '13')) else 'º'}"


def local_dates(text: str) -> str:
    """`24-Nov-2026` with the month of the language in force."""
    if not _in_use:
        return text
    names = dict(zip(MONTHS["en"], MONTHS["es"], strict=True))
    return _DATE.sub(lambda found: f"{found[1]}-{names[found[2]]}{found[3] or ''}", text)
