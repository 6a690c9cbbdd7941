"""The words of the papers for patients, one file per language: every text and every field in it is known."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.data_file import Table, parse_table
from mbb_desktop.clinical.phrases import fields_of
from mbb_desktop.clinical.template import Template, Wording, problems_of
from mbb_desktop.clinical.template_fields import TemplateKind

_OWN_FIELDS = frozenset({"number", "count", "version", "who", "on", "block.place", "block.side"})
"""What the program fills in in its own words."""

_REGIONS = " ".join(region.value for region in Region)
TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "page": "kind born record telephone fax number private wording approved",
        "words": "left right left_side right_side last joint joints",
        "place": _REGIONS,
        "limb": _REGIONS,
        "test": "title text",
        "handout": "title needles_out pain done stopped today_title diary medicine thinner "
        "thinner_named driving sedated normal_title numb dizzy sore back care",
        "call": "title fever skin day after",
        "emergency": f"number title fever nerves head breath {_REGIONS}",
        "diary": "title where rate sides only tick write clock time score_left score_right score_overall "
        "moved relief medicine clinic minutes hour hours asleep next_day send code",
        "information": "title when what_title what short wrong before_title thinner medicine eat driver "
        f"clothes tell_title pregnant ill allergy gone {_REGIONS} after_title after questions",
    }
)
"""The texts that a file holds, by its tables."""
_OWN_TABLES = frozenset({"page", "words", "place", "limb"})
_OWN_TEXTS = frozenset(
    {
        *("handout.done", "handout.stopped", "handout.sedated", "diary.where", "diary.sides", "diary.time"),
        *("diary.score_left", "diary.score_right", "diary.score_overall", "diary.moved", "diary.relief"),
        *("diary.medicine", "diary.clinic", "diary.minutes", "diary.hour", "diary.hours", "diary.asleep"),
        "diary.next_day",
    }
)
"""The program's own words, which say what was done, name sides or clock times: no template changes them."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days from Monday, months from January, and the words beside a time of the twelve-hour clock."""

    days: tuple[str, ...]
    months: tuple[str, ...]
    morning: str
    afternoon: str
    noon: str
    midnight: str


@dataclass(frozen=True, slots=True)
class HandoutBook:
    """The words in one language. `version` ends with a code of the words; `approved` may be empty.

    `template` are those of its texts that a clinic may change.
    """

    language: str
    name: str
    version: str
    calendar: Calendar
    texts: Mapping[str, str]
    template: Template
    approved: str = ""

    def __getitem__(self, key: str) -> str:
        return self.texts[key]

    def with_wording(self, wording: Wording) -> "HandoutBook":
        """The book in the clinic's words; the delivered ones leave it as it is."""
        if not wording.number:
            return self
        template = wording.template
        return replace(
            self,
            texts=MappingProxyType({**self.texts, **template.texts}),
            version=f"{self.language}-clinic-{wording.number}-{wording.sha256[:4].upper()}",
            template=template,
            approved=self._approval(template),
        )

    def _approval(self, template: Template) -> str:
        on = template.approved_on
        if on is None:
            return ""
        day = f"{on.day:02}-{self.calendar.months[on.month - 1]}-{on.year}"
        return self["page.approved"].format(who=template.approved_by, on=day)


@cache
def read_handout_book(path: Path) -> HandoutBook:
    """One language. Raises DataFileError for a text that is missing or not known, or an unknown field."""
    raw = path.read_bytes()
    file = parse_table(path.name, raw.decode("utf-8"))
    file.only("language", "name", "version", "calendar", *TEXTS)
    language = file.text("language")
    texts = {key: text for name in TEXTS for key, text in _texts(file, name)}
    code = hashlib.sha256(raw).hexdigest()[:4].upper()
    return HandoutBook(
        language,
        file.text("name"),
        f"{language}-{file.text('version')}-{code}",
        _calendar(file.table("calendar")),
        MappingProxyType(texts),
        _template(file, language, texts),
    )


def _template(file: Table, language: str, texts: Mapping[str, str]) -> Template:
    changeable = {key: text for key, text in texts.items() if not _is_own(key)}
    found = Template(TemplateKind.HANDOUT, language, MappingProxyType(changeable))
    if problems := problems_of(found, found):
        raise file.wrong(problems[0].words)
    return found


def _is_own(key: str) -> bool:
    return key in _OWN_TEXTS or key.partition(".")[0] in _OWN_TABLES


def _calendar(table: Table) -> Calendar:
    table.only("days", "months", "morning", "afternoon", "noon", "midnight")
    days, months = table.texts("days"), table.texts("months")
    if (len(days), len(months)) != (7, 12):
        raise table.wrong("there must be 7 days and 12 months.")
    return Calendar(
        days,
        months,
        table.text("morning"),
        table.text("afternoon"),
        table.text("noon"),
        table.text("midnight"),
    )


def _texts(file: Table, name: str) -> list[tuple[str, str]]:
    table = file.table(name).only(*TEXTS[name].split())
    found = [(f"{name}.{key}", table.text(key)) for key in TEXTS[name].split()]
    for key, text in found:
        if _is_own(key) and (odd := sorted(fields_of(text) - _OWN_FIELDS)):
            raise table.wrong(f"{{{odd[0]}}} in {key!r} is not filled in.", key)
    return found
