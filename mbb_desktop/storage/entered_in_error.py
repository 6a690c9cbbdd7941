"""The signed notices of error: which papers, responses and joints they take out of the record."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.block import BlockState
from mbb_desktop.clinical.entered_in_error import EnteredInError, read_back
from mbb_desktop.clinical.paper import LETTERS, PaperKind, Signed
from mbb_desktop.clinical.resting import RESTING, undermined_by
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import BLOCKS, SIGNED_DOCUMENT

_NOTICE = SIGNED_DOCUMENT.c
_IS_NOTICE = _NOTICE.kind == PaperKind.ERROR_NOTICE
_FACTS = sa.select(
    _NOTICE.id, _NOTICE.number, _NOTICE.block_id, _NOTICE.content, _NOTICE.signer, _NOTICE.signed_at
)
_MOST_AT_ONCE = 500
_KEYS: sa.BindParameter[UUID] = sa.bindparam("keys", expanding=True)
_ABOUT = _FACTS.where(_IS_NOTICE, sa.or_(_NOTICE.supersedes.in_(_KEYS), _NOTICE.course_id.in_(_KEYS)))


def of_patient(look: Look, patient_id: UUID) -> tuple[EnteredInError, ...]:
    """The notices of error about a patient's papers, the first one first."""
    return _notices(look, _NOTICE.patient_id.in_(look.same_person(patient_id)))


def every(look: Look) -> tuple[EnteredInError, ...]:
    """All notices of error, the first one first; there are few."""
    return _notices(look, sa.true())


def of_blocks(look: Look, block_ids: Sequence[UUID]) -> tuple[EnteredInError, ...]:
    """The notices of error about the papers of blocks, the first one first."""
    found: list[EnteredInError] = []
    for start in range(0, len(block_ids), _MOST_AT_ONCE):
        found += _notices(look, _NOTICE.block_id.in_(block_ids[start : start + _MOST_AT_ONCE]))
    return tuple(found)


def of_paper(look: Look, paper_id: UUID) -> tuple[EnteredInError, ...]:
    """The notices of error about one paper: at most one of the whole, any number about joints."""
    return _notices(look, _NOTICE.supersedes == paper_id)


def papers_in_error(look: Look, paper_ids: Sequence[UUID]) -> frozenset[UUID]:
    """Those of these papers that were entered in error as a whole."""
    if not paper_ids:
        return frozenset()
    found = _notices(look, _NOTICE.supersedes.in_(paper_ids))
    return frozenset(each.wrong.paper_id for each in found if each.whole)


@dataclass(frozen=True, slots=True)
class Errors:
    """What notices say of some papers: `gone` entirely, `partly` with its notices, `undermined` by them."""

    gone: frozenset[UUID]
    partly: Mapping[UUID, tuple[EnteredInError, ...]]
    undermined: Mapping[UUID, tuple[EnteredInError, ...]]


def about(look: Look, papers: Collection[Signed]) -> Errors:
    """The notices about these papers and about what they rest on; in one statement when they are few."""
    keys = list(dict.fromkeys(key for each in papers for key in (each.id, each.course_id) if key))
    found: dict[UUID, EnteredInError] = {}
    for start in range(0, len(keys), _MOST_AT_ONCE):
        rows = look.connection.execute(_ABOUT, {"keys": keys[start : start + _MOST_AT_ONCE]})
        found |= {each.notice_id: each for each in _read(rows)}
    errors = sorted(found.values(), key=lambda each: (each.at, each.number))
    gone = frozenset(each.wrong.paper_id for each in errors if each.whole)
    left = [paper for paper in papers if errors and paper.id not in gone]
    partly = {paper.id: tuple(e for e in errors if e.wrong.paper_id == paper.id) for paper in left}
    under = {paper.id: undermined_by(paper, errors) for paper in left if paper.course_id is not None}
    return Errors(gone, _filled(partly), _filled(under))


def _filled(found: Mapping[UUID, tuple[EnteredInError, ...]]) -> Mapping[UUID, tuple[EnteredInError, ...]]:
    return {key: each for key, each in found.items() if each}


def undermined(look: Look, papers: Collection[Signed]) -> Mapping[UUID, tuple[EnteredInError, ...]]:
    """For each of these papers that rests on something entered in error, the notices about it.

    A paper that is in error itself is not among them: it has its own notice.
    """
    return about(look, [paper for paper in papers if paper.kind in RESTING]).undermined


def letters_in_error(look: Look, course_ids: sa.Select[tuple[UUID | None]]) -> frozenset[UUID]:
    """The letters of these courses that were entered in error."""
    found = _notices(look, _NOTICE.course_id.in_(course_ids))
    return frozenset(each.wrong.paper_id for each in found if each.whole and each.wrong.kind in LETTERS)


def responses_in_error(look: Look, block_ids: sa.Select[tuple[UUID]]) -> frozenset[UUID]:
    """The signed responses of these blocks that were entered in error."""
    found = _notices(look, _NOTICE.block_id.in_(block_ids))
    return frozenset(each.wrong.response_id for each in found if each.whole and each.wrong.response_id)


def _notices(look: Look, condition: sa.ColumnElement[bool]) -> tuple[EnteredInError, ...]:
    found = _read(look.connection.execute(_FACTS.where(_IS_NOTICE, condition)))
    return tuple(sorted(found, key=lambda each: (each.at, each.number)))


def _read(rows: sa.CursorResult[Any]) -> list[EnteredInError]:
    return [
        EnteredInError(row.id, row.number, row.block_id, read_back(row.content), row.signer, row.signed_at)
        for row in rows
    ]


def disagreements(connection: sa.Connection) -> Iterator[tuple[str, str]]:
    """Blocks whose state is not what the notices of error say, with their place and a sentence."""
    paper = SIGNED_DOCUMENT.alias("wrong")
    of_notes = sa.select(_NOTICE.block_id, _NOTICE.content).join(
        paper, sa.and_(paper.c.id == _NOTICE.supersedes, paper.c.kind == PaperKind.PROCEDURE_NOTE)
    )
    told = {row.block_id for row in connection.execute(of_notes.where(_IS_NOTICE)) if _is_whole(row.content)}
    block = BLOCKS.table.c
    in_error = sa.select(block.id).where(block.state == BlockState.ENTERED_IN_ERROR)
    marked = set(connection.execute(in_error).scalars())
    for key in sorted(marked - told, key=str):
        yield f"block {key.hex}", "It is marked as entered in error, but no signed notice says so."
    for key in sorted(told - marked, key=str):
        yield f"block {key.hex}", "A signed notice says that it was entered in error, but it is not marked."


def _is_whole(content: bytes) -> bool:
    try:
        return not read_back(content).joints
    except (ValueError, KeyError, TypeError):
        return False  # the paper itself is reported
