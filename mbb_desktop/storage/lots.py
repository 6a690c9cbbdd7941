"""Which block used which vial: by drug, lot, days, and whether it had expired then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from mbb_desktop.clinical.block import BlockState, DrugUse
from mbb_desktop.clinical.block_state import DONE
from mbb_desktop.clinical.people import Patient
from mbb_desktop.storage.patient_words import compact
from mbb_desktop.storage.store import Look
from mbb_desktop.storage.tables import BLOCKS, METADATA, USERS

MOST = 2_000  # rows of one answer
_AT_ONCE = 500
_BLOCK, _USER = BLOCKS.table.c, USERS.table.c
_DRUG = METADATA.tables["block_drugs"].c
_JOINED = BLOCKS.table.join(METADATA.tables["block_drugs"], _DRUG.block_id == _BLOCK.id)
_USED = (*DONE, BlockState.ENTERED_IN_ERROR)


@dataclass(frozen=True, slots=True)
class LotQuery:
    """What to look for; whatever is empty does not matter. `whole`: this lot and none that begins with it.

    Days are those of the block, both included; `expired` means before the day of the block, `unrecorded` a
    drug that was used here and of which nobody entered a lot.
    """

    agent: str = ""
    lot: str = ""
    whole: bool = False
    first: date | None = None
    last: date | None = None
    expired: bool = False
    unrecorded: bool = False


@dataclass(frozen=True, slots=True)
class LotUse:
    """One drug of one block. `whose` is the physician, empty while nobody is named."""

    block_id: UUID
    patient: Patient
    on: date
    state: BlockState
    use: DrugUse
    agent: str
    brand: str
    lot: str
    expires_on: date | None
    whose: str

    @property
    def expired(self) -> bool:
        """Whether the vial had expired on the day of the block."""
        return self.expires_on is not None and self.expires_on < self.on


def without_lot(look: Look, query: LotQuery) -> int:
    """How many uses an `unrecorded` query finds, however many they are."""
    found = sa.select(sa.func.count()).select_from(_JOINED)
    conditions = [_BLOCK.state.in_(_USED), *_conditions(query)]
    return int(look.connection.execute(found.where(*conditions)).scalar_one())


def uses_of(look: Look, query: LotQuery) -> tuple[LotUse, ...]:
    """Every use that fits, the newest first, at most MOST + 1; blocks that were put away are left out."""
    conditions = [_BLOCK.state.in_(_USED), *_conditions(query)]
    if query.lot:
        lots = [lot for lot in _known_lots(look) if _fits(lot, query)]
        found = [
            row
            for start in range(0, len(lots), _AT_ONCE)
            for row in _rows(look, [*conditions, _DRUG.lot.in_(lots[start : start + _AT_ONCE])])
        ]
        rows: Sequence[Any] = sorted(found, key=lambda row: (row.performed_on, row.id), reverse=True)[
            : MOST + 1
        ]
    else:
        rows = _rows(look, conditions)
    people = look.people(row.patient_id for row in rows)
    return tuple(
        LotUse(
            row.id,
            people[row.patient_id],
            row.performed_on,
            row.state,
            DrugUse(row.use),
            row.agent,
            row.brand,
            row.lot,
            row.expires_on,
            row.name or "",
        )
        for row in rows
    )


def _conditions(query: LotQuery) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if query.agent:
        begins = query.agent.lower()
        found.append(
            sa.or_(
                sa.func.lower(_DRUG.agent).startswith(begins, autoescape=True),
                sa.func.lower(_DRUG.brand).startswith(begins, autoescape=True),
            )
        )
    if query.first is not None:
        found.append(_BLOCK.performed_on >= query.first)
    if query.last is not None:
        found.append(_BLOCK.performed_on <= query.last)
    if query.expired:
        found.append(_DRUG.expires_on < _BLOCK.performed_on)
    if query.unrecorded:  # a vial that was used elsewhere is not one of ours
        found += [_DRUG.lot == "", _BLOCK.reported_by == ""]
    return found


def _known_lots(look: Look) -> list[str]:
    """Every spelling of a lot, one step of the index for each."""
    lots: list[str] = []
    least = sa.select(sa.func.min(_DRUG.lot)).where(_DRUG.lot > sa.bindparam("after"))
    after = ""
    while (lot := look.connection.execute(least, {"after": after}).scalar()) is not None:
        lots.append(lot)
        after = lot
    return lots


def _fits(lot: str, query: LotQuery) -> bool:
    """Capitals, dashes, dots and spaces do not matter."""
    wanted, known = compact(query.lot), compact(lot)
    return bool(wanted) and (known == wanted if query.whole else known.startswith(wanted))


def _rows(look: Look, conditions: list[sa.ColumnElement[bool]]) -> Sequence[Any]:
    columns = (_BLOCK.id, _BLOCK.patient_id, _BLOCK.performed_on, _BLOCK.state)
    of_drug = (_DRUG.use, _DRUG.agent, _DRUG.brand, _DRUG.lot, _DRUG.expires_on)
    joined = _JOINED.outerjoin(USERS.table, _USER.id == _BLOCK.physician_id)
    found = sa.select(*columns, *of_drug, _USER.name).select_from(joined).where(*conditions)
    order = (_BLOCK.performed_on.desc(), _BLOCK.id.desc(), _DRUG.position)
    return look.connection.execute(found.order_by(*order).limit(MOST + 1)).all()
