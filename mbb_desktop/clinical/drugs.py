"""What may be drawn up: agents, strengths, relief windows and limits, each number with its source."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from mbb_desktop.clinical.anatomy import NERVES, Region
from mbb_desktop.clinical.data_file import Table, read_table
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.shown import show_minutes


class Confidence(Enum):
    """How well a number is known."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    OWN = "own"


class AgentKind(Enum):
    AMIDE = "amide"
    ESTER = "ester"
    NONE = "none"


class ContrastKind(Enum):
    IODINATED = "iodinated"
    GADOLINIUM = "gadolinium"


@dataclass(frozen=True, slots=True)
class Cited:
    """A number with its source; the unit is that of the field that holds it."""

    value: Decimal
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Window:
    """When relief by an agent is expected to end: between `start` and `end` minutes after needle-out."""

    start: int
    end: int
    source: str
    confidence: Confidence

    @property
    def words(self) -> str:
        """`3 to 8 h`, `30 min to 1 h 30 min`."""
        if self.start % 60 == 0 and self.end % 60 == 0:
            return f"{self.start // 60} to {self.end // 60} h"
        return f"{show_minutes(self.start)} to {show_minutes(self.end)}"


@dataclass(frozen=True, slots=True)
class Maximum:
    """The most of an agent in one visit: mg per kg of body weight, and mg whatever the weight."""

    per_kg: Cited | None = None
    absolute: Cited | None = None


@dataclass(frozen=True, slots=True)
class Strength:
    """An offered strength in mg/mL (contrast: mg of iodine per mL)."""

    mg_per_ml: Decimal
    never_default: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agent:
    """A local anesthetic. No window means that no relief is expected of it (saline)."""

    name: str
    tall_name: str
    kind: AgentKind
    strengths: tuple[Strength, ...]
    window: Window | None = None
    window_with_epinephrine: Window | None = None
    plain: Maximum = Maximum()
    with_epinephrine: Maximum = Maximum()
    per_day: Cited | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VolumeGuard:
    """mL per nerve in total (over `points` needle positions): what is proposed, what deserves a look."""

    preset: Decimal
    guard: Decimal
    points: int
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Contrast:
    name: str
    kind: ContrastKind
    strengths: tuple[Strength, ...] = ()
    intrathecal_limit: Cited | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Steroid:
    name: str
    particulate: bool
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Spellings:
    """Every name of a formulary in folded letters, with what it stands for; compared as one object."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Formulary:
    """Everything in the data file, by name; of a sedative the mg beyond which to look twice.

    `names` are what else a drug, or a kind of allergy or prep, is called.
    """

    agents: Mapping[str, Agent]
    contrasts: Mapping[str, Contrast]
    steroids: Mapping[str, Steroid]
    sedatives: Mapping[str, Cited | None]
    volumes: Mapping[Region, VolumeGuard]
    third_occipital: VolumeGuard
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spellings: "Spellings" = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        own = ((drug, (drug,)) for drug in self.drugs)
        every = [(name.casefold(), key) for key, names in (*own, *self.names.items()) for name in names]
        object.__setattr__(self, "spellings", Spellings(tuple(every)))

    @property
    def drugs(self) -> frozenset[str]:
        """The names of all drugs."""
        return frozenset((*self.agents, *self.contrasts, *self.steroids, *self.sedatives))

    def guard_for(self, nerve: str, region: Region | None = None) -> VolumeGuard | None:
        """The volume guard at a nerve of a block in `region`; None for a nerve that is not known."""
        if nerve == "TON":
            return self.third_occipital
        if nerve == "C8 MB" and region is Region.THORACIC:  # it lies on T1 and serves T1-2 as well
            return self.volumes[Region.THORACIC]
        if nerve in NERVES:
            return self.volumes[NERVES[nerve].region]
        return self.volumes[Region.LUMBAR] if nerve.startswith("L") else None


def show_percent_strength(mg_per_ml: Decimal) -> str:
    """`0.5 %` for 5 mg/mL."""
    return f"{plain(mg_per_ml / 10)} %"


@cache
def read_formulary(path: Path) -> Formulary:
    """The data file, read once. Raises DataFileError with file, place and sentence."""
    file = read_table(path).only("agent", "volume", "contrast", "steroid", "sedative", "names")
    volumes = file.table("volume").only("TON", *(region.value for region in Region))
    return Formulary(
        agents=MappingProxyType({t.name: _agent(t.name, t.table) for t in _named(file, "agent")}),
        contrasts=MappingProxyType({t.name: _contrast(t.name, t.table) for t in _named(file, "contrast")}),
        steroids=MappingProxyType({t.name: _steroid(t.name, t.table) for t in _named(file, "steroid")}),
        sedatives=MappingProxyType({t.name: _sedative(t.table) for t in _named(file, "sedative")}),
        volumes=MappingProxyType({region: _guard(volumes.table(region.value)) for region in Region}),
        third_occipital=_guard(volumes.table("TON")),
        names=_names(file.table("names")) if "names" in file else {},
    )


def _names(table: Table) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({key: table.texts(key) for key in table})


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    table: Table


def _named(file: Table, kind: str) -> list[_Named]:
    rows = file.table(kind)
    return [_Named(name, rows.table(name)) for name in rows]


def _agent(name: str, table: Table) -> Agent:
    table.only(
        *("tall_name", "kind", "strengths", "notes", "per_day"),
        *("window", "window_with_epinephrine", "plain", "with_epinephrine"),
    )
    maximum = _maximum(table, "plain") or Maximum()
    return Agent(
        name,
        table.text("tall_name"),
        table.choice("kind", AgentKind),
        _strengths(table),
        window=_window(table, "window"),
        window_with_epinephrine=_window(table, "window_with_epinephrine"),
        plain=maximum,
        with_epinephrine=_maximum(table, "with_epinephrine") or maximum,
        per_day=_cited(table, "per_day"),
        notes=table.texts("notes") if "notes" in table else (),
    )


def _strengths(table: Table) -> tuple[Strength, ...]:
    return tuple(
        Strength(row.number("mg_per_ml"), row.flag("never_default", False), row.text("note", ""))
        for row in (each.only("mg_per_ml", "never_default", "note") for each in table.tables("strengths"))
    )


def _window(table: Table, key: str) -> Window | None:
    if key not in table:
        return None
    row = table.table(key).only("from", "to", "source", "confidence")
    window = Window(
        row.whole("from"), row.whole("to"), row.text("source"), row.choice("confidence", Confidence)
    )
    if not 0 <= window.start < window.end:
        raise row.wrong("'from' must be a number of minutes before 'to'.")
    return window


def _maximum(table: Table, key: str) -> Maximum | None:
    if key not in table:
        return None
    row = table.table(key).only("per_kg", "absolute")
    return Maximum(_cited(row, "per_kg"), _cited(row, "absolute"))


def _cited(table: Table, key: str) -> Cited | None:
    if key not in table:
        return None
    row = table.table(key).only("value", "source", "confidence")
    value = row.number("value")
    if value <= 0:
        raise row.wrong("'value' must be above zero.")
    return Cited(value, row.text("source"), row.choice("confidence", Confidence))


def _guard(table: Table) -> VolumeGuard:
    table.only("preset", "guard", "points", "source", "confidence")
    preset, guard = table.number("preset"), table.number("guard")
    if not 0 < preset <= guard:
        raise table.wrong("'preset' must be above zero and no more than 'guard'.")
    return VolumeGuard(
        preset, guard, table.whole("points"), table.text("source"), table.choice("confidence", Confidence)
    )


def _contrast(name: str, table: Table) -> Contrast:
    table.only("kind", "strengths", "intrathecal_limit", "note")
    return Contrast(
        name,
        table.choice("kind", ContrastKind),
        _strengths(table),
        _cited(table, "intrathecal_limit"),
        table.text("note", ""),
    )


def _steroid(name: str, table: Table) -> Steroid:
    table.only("particulate", "note")
    return Steroid(name, table.flag("particulate"), table.text("note", ""))


def _sedative(table: Table) -> Cited | None:
    return _cited(table.only("most"), "most")
