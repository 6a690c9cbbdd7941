"""A record that nobody filled in knows nothing: no fact has a default that could be taken for an answer."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from types import ModuleType

from mbb_desktop.clinical import (
    asked_before,
    authorization,
    block,
    calls,
    complication,
    course,
    denial,
    needle,
    other_causes,
    people,
    receipt,
    response,
)

RECORDS = (
    *(asked_before, authorization, block, calls, complication, course, denial, needle, other_causes, people),
    *(receipt, response),
)
SETTINGS = {"Clinic", "Correspondent"}
"""What a clinic sets up has usual values; it is no fact about a patient."""

ASSUMED = {
    ("Target", "syringe"): 1,
    ("Target", "volume_is"): block.Exactly.EQUAL,
    ("Drug", "syringe"): 1,
    ("Drug", "given_is"): block.Exactly.EQUAL,
    ("Block", "state"): block.BlockState.DRAFT,
    ("Needle", "length_unit"): needle.LengthUnit.IN,
    ("Reading", "mode"): response.Mode.IN_CLINIC,
    ("Reading", "channel"): response.Channel.IN_PERSON,
    ("Reading", "informant"): "patient",
}
"""How an amount, a score or a record is meant when nothing else is said."""


def assumed(module: ModuleType) -> Iterator[tuple[tuple[str, str], object]]:
    """Each field of a module's records that is something before anybody says so."""
    own = (each for each in vars(module).values() if isinstance(each, type) and is_dataclass(each))
    for kind in (each for each in own if each.__module__ == module.__name__):
        for each in fields(kind) if kind.__name__ not in SETTINGS else ():
            made = each.default if each.default_factory is MISSING else each.default_factory()
            if made is not MISSING and not empty(each, made):
                yield (kind.__name__, each.name), made


def empty(of: "Field[object]", made: object) -> bool:
    """None, no text, no entry, not said, or a part in which nothing is filled in; zero is a number."""
    if is_dataclass(made) and not isinstance(made, type):
        return made == type(made)()
    if of.name == "version":
        return made == 0
    return made in ((), "" if of.type is str else False if of.type is bool else None)


def test_no_fact_of_a_record_is_assumed() -> None:
    assert dict(place for module in RECORDS for place in assumed(module)) == ASSUMED
