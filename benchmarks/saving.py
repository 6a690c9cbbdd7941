"""Saving so that a power cut loses nothing, beside forcing 4 KiB to the disk."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count

from benchmarks.measure import Aim, Plan, Row, against_floor, fsync_once, in_pairs, timed
from benchmarks.search import some_people
from benchmarks.vaults import at_desk
from mbb_desktop.clinical.block import Block
from mbb_desktop.storage import blocks
from mbb_desktop.workflow.desk import Desk
from mbb_desktop.workflow.keep_patients import save_patient
from mbb_desktop.workflow.record_block import save_draft

_MOST = 4.0
_LEAST_ROUNDS = 40


def durable_saves(plan: Plan) -> Iterator[Row]:
    """What autosave does while somebody types, and one change of a patient with its audit event."""
    kinds: dict[str, Callable[[Desk], Callable[[], object]]] = {
        "a draft saved / fsync": autosave,
        "an audited change saved / fsync": audited_change,
    }
    with at_desk(plan.vault) as (_vault, desk):
        for what, saving in kinds.items():
            save = saving(desk)
            pairs = in_pairs(
                partial(timed, save),
                partial(fsync_once, plan.scratch),
                max(plan.rounds, _LEAST_ROUNDS),
            )
            yield against_floor(Aim("save", what, _MOST), pairs)


def draft_of(desk: Desk) -> Block:
    """The first draft of the day, fully charted."""
    with desk.store.look() as look:
        return blocks.drafts(look)[-1]


def autosave(desk: Desk) -> Callable[[], object]:
    """Each call saves a draft with one sentence changed."""
    numbers, draft = count(), draft_of(desk)

    def save() -> None:
        nonlocal draft
        draft = save_draft(desk, draft, replace(draft, plan=f"Telephone call {next(numbers)}."))

    return save


def audited_change(desk: Desk) -> Callable[[], object]:
    """Each call saves a patient with another telephone number."""
    numbers, patient = count(), some_people(desk, 1)[0]

    def save() -> None:
        nonlocal patient
        patient = save_patient(desk, replace(patient, phone=f"(555) 010-{next(numbers):04}"))

    return save
