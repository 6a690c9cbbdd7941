"""This computer's settings: each declared once, kept in one small file; never anything about a patient."""

import json
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from mbb_desktop.paths import state_dir

T = TypeVar("T")


class BadSettings(ValueError):
    """The settings file holds a name or a value that is not known; the message says which and what to do."""

    @property
    def sentence(self) -> str:
        return str(self)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One thing that this computer remembers: its name in the file, what it starts as, and its words."""

    name: str
    default: T
    label: str
    help: str
    choices: tuple[T, ...] = ()
    fits: Callable[[T], bool] = lambda _value: True

    def check(self, value: object) -> T:
        """The value with its type. Raises BadSettings."""
        right_type = type(value) is type(self.default)
        known = not self.choices or value in self.choices
        if not (right_type and known and self.fits(value)):  # type: ignore[arg-type]  # its type was checked
            raise BadSettings(f"The setting {self.name} cannot be {value!r}. {self.help}")
        return value  # type: ignore[return-value]  # its type was checked


APPEARANCE: Setting[str] = Setting(
    "appearance",
    "system",
    "Colors",
    "One of system, light, dark, high contrast or high contrast dark.",
    ("system", "light", "dark", "high contrast", "high contrast dark"),
)
LANGUAGE: Setting[str] = Setting(
    "language",
    "system",
    "Language",
    "One of system, en or es.",
    ("system", "en", "es"),
)
TEXT_PERCENT: Setting[int] = Setting(
    "text_percent",
    100,
    "Text size",
    "A whole number from 90 to 150, in percent.",
    fits=lambda percent: 90 <= percent <= 150,
)
PRINTER: Setting[str] = Setting(
    "printer",
    "",
    "Printer",
    "The name of a printer of this computer; empty for the one that the computer prefers.",
    fits=lambda name: name.isprintable(),
)
BOTH_SIDES: Setting[bool] = Setting(
    "both_sides",
    False,
    "Both sides",
    "Whether papers are printed on both sides of a sheet.",
)
COPIES: Setting[int] = Setting(
    "copies",
    1,
    "Copies",
    "A whole number from 1 to 20.",
    fits=lambda copies: 1 <= copies <= 20,
)

OTHER_PAYERS: Setting[bool] = Setting(
    "other_payers",
    False,
    "Rule sets of other payers",
    "Whether a course is compared with the rule sets of other payers too.",
)

TOUR_TOLD: Setting[bool] = Setting(
    "tour_told",
    False,
    "Tour of the sample clinic",
    "Whether the tour was offered already; Settings, About begins it again.",
)

DECLARED: Mapping[str, Setting[Any]] = {
    one.name: one
    for one in (
        APPEARANCE,
        TEXT_PERCENT,
        PRINTER,
        BOTH_SIDES,
        COPIES,
        OTHER_PAYERS,
        LANGUAGE,
        TOUR_TOLD,
    )
}


class Settings:
    """What differs from the defaults, and the file it is kept in."""

    def __init__(self, path: Path, values: Mapping[str, object] | None = None) -> None:
        self.path = path
        self._values: dict[str, object] = {}
        for name, value in (values or {}).items():
            self._values[name] = _declared(name).check(value)

    def get(self, setting: Setting[T]) -> T:
        """The value in force."""
        return setting.check(self._values.get(_declared(setting.name).name, setting.default))

    def changed(self) -> Mapping[str, object]:
        """What was changed from the defaults, by name."""
        return dict(self._values)

    def put(self, setting: Setting[T], value: T) -> None:
        """Change one and write the file at once. Raises BadSettings, or OSError when it cannot be written."""
        changed = {**self._values, _declared(setting.name).name: setting.check(value)}
        _write(self.path, changed)
        self._values = changed


def settings_file() -> Path:
    """Where this computer keeps its settings."""
    return state_dir() / "settings.toml"


def read_settings(path: Path | None = None) -> Settings:
    """The settings of a file, the defaults while there is none. Raises BadSettings."""
    place = path or settings_file()
    try:
        return Settings(place, tomllib.loads(place.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Settings(place)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise BadSettings(
            f"The file {place} is not readable. Delete it to begin with the defaults."
        ) from None


def _declared(name: str) -> Setting[Any]:
    if name not in DECLARED:
        raise BadSettings(f"There is no setting {name!r}. Known are: {', '.join(DECLARED)}.")
    return DECLARED[name]


def _write(path: Path, values: Mapping[str, object]) -> None:
    """A whole file or none: written beside it first."""
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}\n" for name, value in sorted(values.items())]
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    beside.write_text("".join(lines), encoding="utf-8")
    beside.replace(path)
