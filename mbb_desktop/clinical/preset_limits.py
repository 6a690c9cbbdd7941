"""What a preset may propose: only what the formulary knows, within its volume guards, and no fact."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.drugs import Formulary, Strength, VolumeGuard
from mbb_desktop.clinical.preset import AgentOffered, Preset
from mbb_desktop.clinical.quantities import plain
from mbb_desktop.clinical.template_fields import TemplateKind
from mbb_desktop.clinical.template_words import refused_in

_LEAST_ML = Decimal("0.1")
_MOST_CONTRAST_ML = Decimal(1)
_GAUGES = range(18, 31)
_INCHES = (Decimal("0.5"), Decimal(8))
_MOST_IMAGES = 20


def offered_agents(formulary: Formulary) -> tuple[AgentOffered, ...]:
    """Every anesthetic in every strength that a preset may offer."""
    return tuple(
        AgentOffered(agent.name, strength.mg_per_ml)
        for agent in formulary.agents.values()
        for strength in _usable(agent.strengths)
    )


def offered_contrasts(formulary: Formulary) -> tuple[AgentOffered, ...]:
    """Every contrast medium in every strength that a preset may propose."""
    return tuple(
        AgentOffered(contrast.name, strength.mg_per_ml)
        for contrast in formulary.contrasts.values()
        for strength in _usable(contrast.strengths)
    )


def _usable(strengths: Sequence[Strength]) -> Iterator[Strength]:
    return (each for each in strengths if not each.never_default)


def preset_problems(preset: Preset, region: Region, formulary: Formulary) -> Mapping[str, str]:
    """Why a preset is refused, by the name of its setting; empty when it is fine."""
    found = [*_drugs(preset, formulary), *_volumes(preset, region, formulary), *_rest(preset)]
    return dict(reversed(found))


def _drugs(preset: Preset, formulary: Formulary) -> Iterator[tuple[str, str]]:
    known = offered_agents(formulary)
    if not preset.agents:
        yield "agents", "Choose at least one anesthetic."
    if odd := [each for each in preset.agents if each not in known]:
        yield "agents", f"{odd[0].agent} {plain(odd[0].strength)} mg/mL is not in the formulary."
    if AgentOffered(preset.skin_agent, preset.skin_strength) not in known:
        yield "skin_agent", "Choose a skin anesthetic of the formulary."
    if AgentOffered(preset.contrast_agent, preset.contrast_strength) not in offered_contrasts(formulary):
        yield "contrast_agent", "Choose a contrast medium of the formulary."


def _volumes(preset: Preset, region: Region, formulary: Formulary) -> Iterator[tuple[str, str]]:
    yield from _volume("volume", preset.volume, formulary.volumes[region])
    third = preset.third_occipital_volume
    if third is not None and region is not Region.CERVICAL:
        yield "third_occipital_volume", "Only blocks of the neck reach the third occipital nerve."
    elif third is not None:
        yield from _volume("third_occipital_volume", third, formulary.third_occipital)
    if not 0 < preset.contrast_volume <= _MOST_CONTRAST_ML:
        yield "contrast_volume", f"Enter more than 0 and at most {plain(_MOST_CONTRAST_ML)} mL."


def _volume(name: str, volume: Decimal, guard: VolumeGuard) -> Iterator[tuple[str, str]]:
    if not _LEAST_ML <= volume <= guard.guard:
        said = f"Enter {plain(_LEAST_ML)} to {plain(guard.guard)} mL; more than that is no diagnostic volume"
        yield name, f"{said} ({guard.source})."


def _rest(preset: Preset) -> Iterator[tuple[str, str]]:
    if preset.needle_gauge not in _GAUGES:
        yield "needle_gauge", f"Enter a gauge from {_GAUGES[0]} to {_GAUGES[-1]}."
    if not _INCHES[0] <= preset.needle_length <= _INCHES[1]:
        yield "needle_length", f"Enter {plain(_INCHES[0])} to {plain(_INCHES[1])} inches."
    if not 0 <= preset.images_per_target <= _MOST_IMAGES:
        yield "images_per_target", f"Enter 0 to {_MOST_IMAGES} images."
    for name, text in (("name", preset.name), ("position", preset.position)):
        if not text.strip():
            yield name, "It is empty."
        for each in refused_in(text, TemplateKind.HANDOUT):
            yield name, f"“{each.words}” is {each.what}. A preset holds no fact; enter it in the record."
