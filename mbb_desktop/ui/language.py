"""The language of the windows: English in the code, Spanish from a Qt Linguist file, read as it is.

Records, their codes and signed papers keep their own words. What the layers without Qt say in English is
recognised by `spoken`, when it is shown, and said again in the language of the windows.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from string import Formatter

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from mbb_desktop.settings import LANGUAGE, Settings

EVERYWHERE, PHRASES = "everywhere", "phrases"
"""Contexts of the file: words of any window, and words of the layers without Qt. Others are exceptions."""

MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
}
NAMES = {"en": "English", "es": "Español"}
"""Each in its own words, so that everybody finds the way back."""

Forms = tuple[str, ...]
_DATE = re.compile(rf"\b(\d\d)-({'|'.join(MONTHS['en'])})(-\d{{4}})?\b")
_DEEPEST = 4


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

    def isEmpty(self) -> bool:
        return False

    def translate(  # type: ignore[override]  # with None Qt asks the next translator; "" would be shown
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        forms = self._forms.get((context, source)) or self._anywhere.get(source)
        if not forms:
            return None
        return forms[0] if n in (-1, 1) else forms[-1]

    def say(self, text: str, deep: int = 0) -> str:
        """Words of another layer in this language; what is not known stays as it is."""
        if said := self._exact(text):
            return said
        if deep < _DEEPEST:
            for template in self._templates:
                if (filled := template(self, text, deep)) is not None:
                    return filled
        return text

    def _exact(self, text: str) -> str:
        if forms := self._anywhere.get(text):
            return forms[0]
        if forms := self._anywhere.get(text[:1].lower() + text[1:]):
            return forms[0][:1].upper() + forms[0][1:]
        if forms := self._anywhere.get(text[:1].upper() + text[1:]):
            return forms[0][:1].lower() + forms[0][1:]
        return ""

    @cached_property
    def _templates(self) -> "list[_Template]":
        known = ((s, f[0]) for (context, s), f in self._forms.items() if context == PHRASES and "{" in s)
        made = [_Template(source, said) for source, said in known]
        return sorted((one for one in made if one.fixed), key=lambda one: -one.weight)


class _Template:
    """An English sentence with fields, and how it is said; the fields are said again in their turn."""

    def __init__(self, source: str, said: str) -> None:
        pieces = list(Formatter().parse(source))
        literals = [literal for literal, *_ in pieces]
        self.weight = sum(map(len, literals))
        self.fixed = max((literal.strip() for literal in literals), key=len)
        self._said = said
        self._pattern = re.compile("".join(_pattern(pieces)), re.DOTALL)

    def __call__(self, book: Book, text: str, deep: int) -> str | None:
        if self.fixed not in text or (found := self._pattern.fullmatch(text)) is None:
            return None
        fields = {name[1:]: book.say(value, deep + 1) for name, value in found.groupdict().items()}
        numbered = [fields[str(at)] for at in range(len(fields)) if str(at) in fields]
        return self._said.format(*numbered, **fields)


def _pattern(pieces: "list[tuple[str, str | None, str | None, str | None]]") -> Iterator[str]:
    seen: set[str] = set()
    for literal, name, _spec, _kind in pieces:
        yield re.escape(literal)
        if name is not None:
            yield f"(?P=f{name})" if name in seen else f"(?P<f{name}>.+?)"
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


def spoken(text: str) -> str:
    """Words that come from a record or a lower layer, as the windows say them; typed text stays as it is."""
    if not _in_use or not text:
        return text
    return local_dates(_in_use[0].say(text))


def local_dates(text: str) -> str:
    """`24-Nov-2026` with the month of the language in force."""
    if not _in_use:
        return text
    names = dict(zip(MONTHS["en"], MONTHS["es"], strict=True))
    return _DATE.sub(lambda found: f"{found[1]}-{names[found[2]]}{found[3] or ''}", text)
