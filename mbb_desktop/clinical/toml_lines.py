"""On which line of a TOML file each table, setting and list entry begins; TOML readers do not say it."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache

Path = tuple[str | int, ...]
"""`("rule", 2, "months")`: a setting of the third `[[rule]]`; lists count from 0."""

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*""")
_TEXT = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'", re.DOTALL
)
_BARE = re.compile(r"[^,\]}#\n]*")


@lru_cache(maxsize=2)
def lines_of(text: str) -> Mapping[Path, int]:
    """The lines, counted from 1, of everything in a text that is known to be TOML."""
    return _Reading(text).lines


class _Reading:
    """One pass over the text, statement by statement."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._ends = [end.start() for end in re.finditer("\n", text)]
        self._counts: dict[Path, int] = {}
        self._table: Path = ()
        self.lines: dict[Path, int] = {}
        self._skip_space()
        while self._at < len(text):
            self._statement()
            self._skip_space()

    def _statement(self) -> None:
        start = self._at
        if self._text.startswith("[", start):
            listed = self._text.startswith("[[", start)
            self._at += 2 if listed else 1
            self._table = self._placed(self._keys(), listed)
            self._note(self._table, start)
            self._at += 2 if listed else 1
        else:
            self._setting(self._table)

    def _placed(self, keys: list[str], listed: bool) -> Path:
        """The path of a table's head: each list of tables on the way stands for its latest entry."""
        path: Path = ()
        for key in keys[:-1]:
            path = self._latest((*path, key))
        path = (*path, keys[-1])
        if not listed:
            return self._latest(path)
        self._counts[path] = self._counts.get(path, -1) + 1
        return (*path, self._counts[path])

    def _latest(self, path: Path) -> Path:
        return (*path, self._counts[path]) if path in self._counts else path

    def _keys(self) -> list[str]:
        found = []
        while (key := _KEY.match(self._text, self._at)) is not None:
            found.append(next(part for part in key.groups() if part is not None))
            self._at = key.end()
            if not self._text.startswith(".", self._at):
                break
            self._at += 1
        return found

    def _setting(self, within: Path) -> None:
        start = self._at
        path = (*within, *self._keys())
        self._note(path, start)
        self._at += 1
        self._skip_space()
        self._value(path)

    def _value(self, path: Path) -> None:
        if self._text.startswith("[", self._at):
            self._entries(path, "]")
        elif self._text.startswith("{", self._at):
            self._entries(path, "}")
        else:
            found = _TEXT.match(self._text, self._at) or _BARE.match(self._text, self._at)
            self._at = max(self._at + 1, found.end() if found else 0)  # never stands still

    def _entries(self, path: Path, end: str) -> None:
        self._at += 1
        number = 0
        self._skip_space()
        while self._at < len(self._text) and not self._text.startswith(end, self._at):
            if end == "]":
                self._note((*path, number), self._at)
                self._value((*path, number))
            else:
                self._setting(path)
            number += 1
            self._skip_space()
            if self._text.startswith(",", self._at):
                self._at += 1
                self._skip_space()
        self._at += 1

    def _note(self, path: Path, at: int) -> None:
        self.lines.setdefault(path, bisect_left(self._ends, at) + 1)

    def _skip_space(self) -> None:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
