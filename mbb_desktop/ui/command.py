"""What a person can ask for by name or by key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Command:
    """Words, what they do, the key that does the same, and an icon."""

    words: str
    run: Callable[[], object]
    keys: str = ""
    icon: str = "zap"

    def answers(self, typed: str) -> bool:
        """Whether every typed word begins a word of it."""
        known = self.words.casefold().split()
        return all(any(word.startswith(each) for word in known) for each in typed.casefold().split())


@runtime_checkable
class WithKeys(Protocol):
    """A page that says its own keys: the key as printed on a keyboard, and what it does."""

    def keys(self) -> Sequence[tuple[str, str]]: ...
