"""Phrases of a person and of the clinic: kept as settings, with what they were and are in the audit trail."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mbb_desktop.clinical.access import Permission
from mbb_desktop.clinical.phrase_book import Phrase, book_problem, phrase_problem
from mbb_desktop.interop.budget import Unreadable
from mbb_desktop.interop.sheets import Sheet, csv_bytes
from mbb_desktop.interop.table_file import read_table
from mbb_desktop.storage import clinic_settings
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, NotAllowed, needs

_COLUMNS = ("code", "text")


class RefusedPhrases(ValueError):
    """A book of phrases that holds what it may not; the message says what."""


@dataclass(frozen=True, slots=True)
class PhraseShelf:
    """The acting person's own phrases, which come first, and the clinic's."""

    own: tuple[Phrase, ...]
    clinic: tuple[Phrase, ...]
    may_change_clinic: bool


@needs(Permission.OWN_ACCOUNT)
def phrase_shelf(desk: Desk) -> PhraseShelf:
    """What the acting person can type by code."""
    with desk.store.look() as look:
        own, clinic = _kept(look, _of(desk, own=True)), _kept(look, _of(desk, own=False))
    return PhraseShelf(own, clinic, desk.may(Permission.KEEP_TEMPLATES))


@needs(Permission.OWN_ACCOUNT)
def save_phrases(desk: Desk, phrases: Sequence[Phrase], *, own: bool) -> None:
    """Keep one's own book or the clinic's; audited. Raises RefusedPhrases, or NotAllowed for the clinic's."""
    if not own and not desk.may(Permission.KEEP_TEMPLATES):
        raise NotAllowed(Permission.KEEP_TEMPLATES)
    if problem := book_problem(phrases):
        raise RefusedPhrases(problem)
    with desk.change("phrases changed") as change:
        clinic_settings.put_setting(change, _of(desk, own=own), _written(phrases))


def phrases_file(phrases: Iterable[Phrase]) -> bytes:
    """The phrases as CSV, for another person or clinic."""
    return csv_bytes(Sheet("phrases", _COLUMNS, tuple((each.code, each.text) for each in phrases)))


def phrases_of(data: bytes) -> tuple[Phrase, ...]:
    """The phrases of such a file, to be looked at before they are kept. Raises Unreadable."""
    table = read_table(data, lambda head: head.strip().lower() in _COLUMNS)
    heads = [column.lower() for column in table.columns]
    if not {*_COLUMNS} <= {*heads}:
        raise Unreadable("The file needs the columns code and text.")
    at = [heads.index(column) for column in _COLUMNS]
    rows = (row.cells for row in table.rows if len(row.cells) > max(at))
    return tuple(Phrase(cells[at[0]].strip().lower(), cells[at[1]].strip()) for cells in rows)


def _of(desk: Desk, *, own: bool) -> str:
    return f"phrases.{desk.user.id.hex if own else 'clinic'}"


def _written(phrases: Sequence[Phrase]) -> str:
    return json.dumps([[each.code, each.text] for each in phrases], ensure_ascii=False)


def _kept(look: Look, name: str) -> tuple[Phrase, ...]:
    """What was kept and is still allowed; a later program may refuse more words."""
    kept = json.loads(clinic_settings.setting(look, name) or "[]")
    phrases = (Phrase(code, text) for code, text in kept)
    return tuple(phrase for phrase in phrases if not phrase_problem(phrase))
