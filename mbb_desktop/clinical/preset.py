"""What a practice offers and proposes for a block in one region; a preset holds no fact."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from pathlib import Path

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.block import Prep
from mbb_desktop.clinical.needle import LengthUnit, Needle
from mbb_desktop.clinical.quantities import plain


@dataclass(frozen=True, slots=True)
class AgentOffered:
    """An anesthetic in one strength (mg/mL), as the number keys offer it."""

    agent: str
    strength: Decimal


@dataclass(frozen=True, slots=True)
class Preset:
    """Volumes in mL per nerve, strengths in mg/mL (contrast: mg iodine/mL), needle length in inches."""

    name: str
    agents: tuple[AgentOffered, ...]
    volume: Decimal
    needle_gauge: int
    needle_length: Decimal
    prep: Prep
    position: str
    contrast_agent: str
    contrast_strength: Decimal
    contrast_volume: Decimal
    skin_agent: str
    skin_strength: Decimal
    images_per_target: int
    third_occipital_volume: Decimal | None = None

    @property
    def needle(self) -> Needle:
        return Needle(gauge=self.needle_gauge, length=self.needle_length, length_unit=LengthUnit.IN)

    def volume_for(self, nerve: str) -> Decimal:
        """The practice's volume at a nerve, in mL; the third occipital nerve takes three points."""
        if nerve == "TON" and self.third_occipital_volume is not None:
            return self.third_occipital_volume
        return self.volume


def read_presets(path: Path) -> Mapping[Region, Preset]:
    """The presets of a file; raises ValueError naming the file and the line's key when one is odd."""
    return parse_presets(path.name, path.read_text(encoding="utf-8"))


def parse_presets(name: str, text: str) -> Mapping[Region, Preset]:
    """The same for a text that is called `name`."""
    data = tomllib.loads(text)
    return {Region(region): _preset(name, region, table) for region, table in data.items()}


def written_preset(region: Region, preset: Preset) -> str:
    """One preset as `parse_presets` reads it; the same preset gives the same text."""
    values = ((field.name, getattr(preset, field.name)) for field in fields(Preset))
    lines = [f"{name} = {_written(value)}" for name, value in values if value is not None]
    return "\n".join([f"[{region.value}]", *lines, ""])


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return json.dumps([f"{each.agent} {plain(each.strength)}" for each in value])
    if isinstance(value, int):
        return str(value)
    text = value.value if isinstance(value, Prep) else plain(value) if isinstance(value, Decimal) else value
    return json.dumps(str(text), ensure_ascii=False)


def _preset(file: str, region: str, table: Mapping[str, object]) -> Preset:
    known = {field.name for field in fields(Preset)}
    if odd := set(table) - known:
        raise ValueError(f"{file}, [{region}]: {', '.join(sorted(odd))} is not a preset's setting.")
    try:
        return Preset(**{name: _read(name, value) for name, value in table.items()})  # type: ignore[arg-type] # each read by its name
    except TypeError as missing:
        raise ValueError(f"{file}, [{region}]: {missing}") from missing


def _read(name: str, value: object) -> object:
    if name == "agents" and isinstance(value, list):
        return tuple(_offered(str(words)) for words in value)
    if name == "prep":
        return Prep(value)
    number = name.endswith(("volume", "strength", "length"))
    return Decimal(str(value)) if number else value


def _offered(words: str) -> AgentOffered:
    agent, strength = words.rsplit(" ", 1)
    return AgentOffered(agent, Decimal(strength))
