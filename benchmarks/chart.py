"""A patient's chart beside the bare driver that reads the same rows."""

from collections.abc import Iterator
from functools import partial

from benchmarks.measure import Aim, Pairs, Plan, Row, Samples, against_floor, timed
from benchmarks.replay import seconds_of_driver, sent_by
from benchmarks.search import some_people
from benchmarks.vaults import at_desk
from mbb_desktop.workflow.keep_patients import refresh_chart

_AIM = Aim("chart", "a chart / the bare driver reading the same rows", 1.5)
_PEOPLE = 40


def chart(plan: Plan) -> Iterator[Row]:
    """Each chart is read once before it counts, and then both ways in an order that alternates."""
    ours: list[float] = []
    floor: list[float] = []
    with at_desk(plan.vault) as (vault, desk):
        for place, one in enumerate(some_people(desk, _PEOPLE)):
            statements = sent_by(vault.store, partial(refresh_chart, desk, one.id))
            raw = [] if place % 2 else [seconds_of_driver(vault.store, statements)]
            ours.append(timed(partial(refresh_chart, desk, one.id)))
            floor += raw or [seconds_of_driver(vault.store, statements)]
    pairs = Pairs(Samples(tuple(ours)), Samples(tuple(floor)))
    yield against_floor(_AIM, pairs, note=f"{len(statements)} statements")
