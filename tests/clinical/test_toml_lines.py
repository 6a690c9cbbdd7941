"""The line of every table, setting and entry of a TOML file."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from mbb_desktop.clinical.toml_lines import lines_of
from tests.clinical.invented import RESOURCES
from tests.every_row import every_row

FILES = sorted(RESOURCES.rglob("*.toml"))
ODD = """# head
'quoted key' = "a # no comment, [no list]"
long = \"\"\"
x = 1
\"\"\"
[a.b]
c.d = { e = 1, f = [2, 3] }
[[rows]]
id = 1
list = [
  { on = 2026-11-03, joints = ["L4-5 right"] },  # ] }
  { on = 2026-11-04 },
]
[rows.part]
p = 1
[[rows]]
[[rows.inner]]
q = '''it's ]'''
"""


def settings(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every path that a file has, except lists of tables: they have no line of their own."""
    pairs: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        pairs = [*value.items()]
    elif isinstance(value, list):
        pairs = [*enumerate(value)]
    for key, inner in pairs:
        yield (*path, key)
        yield from settings(inner, (*path, key))


@every_row("path", FILES, ids=lambda path: path.stem)
def test_every_setting_of_the_delivered_files_has_its_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines, rows = lines_of(text), text.splitlines()
    known = set(settings(tomllib.loads(text)))
    above = {place[:length] for place in lines for length in range(len(place))}
    assert set(lines) <= known
    for place in known:
        if place in lines and isinstance(place[-1], str):
            assert str(place[-1]) in rows[lines[place] - 1]
        elif place not in lines:
            assert place in above


@every_row("text", ["a. = 1", "[a.]", "= 1", "x = [1,", "x = {", "]", '"'])
def test_a_text_that_is_no_toml_ends_all_the_same(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(text)
    assert set(lines_of(text).values()) <= {1}


def test_odd_ways_of_writing_are_followed() -> None:
    lines = lines_of(ODD)
    assert set(lines) <= set(settings(tomllib.loads(ODD)))
    assert lines[("quoted key",)] == 2
    assert lines[("long",)] == 3
    assert lines[("a", "b", "c", "d")] == 7
    assert lines[("a", "b", "c", "d", "f", 1)] == 7
    assert lines[("rows", 0, "list", 0, "joints")] == 11
    assert lines[("rows", 0, "list", 1, "on")] == 12
    assert lines[("rows", 0, "part", "p")] == 15
    assert lines[("rows", 1, "inner", 0, "q")] == 18
