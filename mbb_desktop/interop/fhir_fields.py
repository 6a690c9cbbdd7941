"""Reading the fields of a FHIR resource whose shape nobody has checked: a wrong type reads as absent."""

from typing import TypeAlias

from mbb_desktop.interop.budget import Json
from mbb_desktop.interop.offered import one_line

Resource: TypeAlias = dict[str, Json]


def text(resource: Resource, key: str) -> str:
    """One field as clean text; raises ValueError for control characters or endless text."""
    value = resource.get(key)
    return one_line(value) if isinstance(value, str) else ""


def joined(resource: Resource, key: str, between: str = " ") -> str:
    """A list of words as one text; older senders give a single word instead of a list."""
    value = resource.get(key)
    words = value if isinstance(value, list) else [value]
    return one_line(between.join(word for word in words if isinstance(word, str)))


def objects(resource: Resource, key: str) -> list[Resource]:
    """The objects of a repeating field; one alone counts as a list of one."""
    value = resource.get(key)
    several = value if isinstance(value, list) else [value]
    return [one for one in several if isinstance(one, dict)]


def limit(resource: Resource, key: str) -> str:
    """The `start` or `end` of the field's period, a FHIR date that may be a year alone."""
    return next((text(period, key) for period in objects(resource, "period")), "")


def is_over(resource: Resource) -> bool:
    """Former by its own word; without a clock an end that lies ahead counts as over, the cautious way."""
    return resource.get("use") == "old" or bool(limit(resource, "end"))


def holds_more_than(most: int, resource: Resource) -> bool:
    """Whether a resource has more than `most` values, at any depth."""
    waiting: list[Json] = [resource]
    while waiting and most >= 0:
        value = waiting.pop()
        most -= 1
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return most < 0
