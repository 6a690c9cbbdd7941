"""The response of a block in a few words: scores at the diary's times, overall or per side."""

from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from uuid import UUID

from mbb_desktop.clinical.block import Block
from mbb_desktop.clinical.data_file import Table
from mbb_desktop.clinical.response import (
    BEFORE,
    SLOTS,
    Conclusion,
    Reading,
    Response,
    Series,
    StatedRelief,
)

_NURSE = UUID(int=5)


def read_response(row: Table, block: Block, operator: UUID) -> Response | None:
    """The response written in a block's row; None when it has no scores. Raises DataFileError."""
    parts = [(Series.OVERALL, row)] if "scores" in row else []
    parts += [(Series(key), row.table(key)) for key in ("left", "right") if key in row]
    if not parts or block.needle_out is None:
        return None
    start, later = block.needle_out, block.needle_out + timedelta(days=1)
    person = operator if row.flag("scored_by_operator", False) else _NURSE
    for series, part in parts:
        if series is not Series.OVERALL:
            part.only("baseline", "scores", "stated")
    return Response(
        UUID(int=block.id.int + 100),
        block.patient_id,
        block.id,
        row.text("scale", "NRS 0 to 10"),
        tuple(reading for series, part in parts for reading in _readings(series, part, start, person)),
        tuple(StatedRelief(s, _number(part, "stated", -100), later) for s, part in parts if "stated" in part),
        no_other_medicine=True,
        movements_tried=row.texts("tried") if "tried" in row else (),
        movements_regained=row.texts("regained") if "regained" in row else (),
        conclusion=row.choice("conclusion", Conclusion) if "conclusion" in row else None,
        signed_at=later if row.flag("signed", True) else None,
    )


def _number(row: Table, key: str, least: int, most: int = 100) -> Decimal:
    value = row.number(key)
    if not least <= value <= most:
        raise row.wrong(f"{key!r} must be a number from {least} to {most}.", key)
    return value


def _readings(series: Series, row: Table, start: datetime, person: UUID) -> tuple[Reading, ...]:
    words = row.text("scores").split()
    values = [_score(word) for word in words]
    if len(words) != len(SLOTS) or any(value is None for value in values):
        raise row.wrong(
            f"'scores' must be {len(SLOTS)} numbers from 0 to 10, with - for a missing one.", "scores"
        )
    baseline = _number(row, "baseline", 0, 10) if "baseline" in row else None
    found = [Reading(series, BEFORE, start, baseline, entered_by_id=person)]
    for slot, value in zip(SLOTS, values, strict=True):
        at, (low, high) = start + timedelta(minutes=slot), value or (None, None)
        found.append(Reading(series, slot, at, low, high, entered_by_id=person))
    return tuple(found)


def _score(word: str) -> tuple[Decimal | None, Decimal | None] | None:
    """A score and the upper end of a range such as `2-3`; None when it is neither."""
    if word == "-":
        return None, None
    low, _, high = word.partition("-")
    try:
        found = Decimal(low), Decimal(high) if high else None
    except InvalidOperation:
        return None
    return found if all(0 <= each <= 10 for each in found if each is not None) else None
