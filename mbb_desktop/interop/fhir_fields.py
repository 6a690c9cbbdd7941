"""Reading the fields of a FHIR resource whose shape nobody has checked: a wrong type reads as absent."""

from typing import TypeAlias

from mbb_desktop.interop.budget import Json
from mbb_desktop.interop.offered import one_line

Resource: TypeAlias = dict[str, Json]


def text(resource: Resource, key: str) -> str:
    value = resource.get(key)
    return one_line(value) if isinstance(value, str) else ""


def joined(resource: Resource, key: str, between: str = " ") -> str:
    """A list of words as one; some senders give a single word instead of a list."""
    value = resource.get(key)
    words = value if isinstance(value, list) else [value]
    return one_line(between.join(word for word in words if isinstance(word, str)))


def objects(resource: Resource, key: str) -> list[Resource]:
    value = resource.get(key)
    several = value if isinstance(value, list) else [value]
    return [one for one in several if isinstance(one, dict)]


def period(resource: Resource, end: str) -> str:
    return next((text(period, end) for period in objects(resource, "period")), "")


def is_over(resource: Resource) -> bool:
    """Former by its own word; without a clock an end that lies ahead counts as over, the cautious way."""
    return resource.get("use") == "old" or bool(period(resource, "end"))
