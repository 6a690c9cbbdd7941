"""Results that are worked out once and forgotten when the program locks: they may hold a patient's words."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_FORGET: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep the newest `most` results of a function whose arguments can be hashed."""

    def keep(function: Callable[P, R]) -> Callable[P, R]:
        kept = lru_cache(maxsize=most)(function)
        _FORGET.append(kept.cache_clear)
        return kept  # type: ignore[return-value]  # the same call; typeshed forgets the arguments

    return keep


def forget_all() -> None:
    """Let go of everything that was remembered."""
    for forget in _FORGET:
        forget()
