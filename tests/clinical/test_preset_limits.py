"""What a preset may propose, and that it survives being written."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.drugs import read_formulary
from mbb_desktop.clinical.preset import AgentOffered, parse_presets, read_presets, written_preset
from mbb_desktop.clinical.preset_limits import offered_agents, offered_contrasts, preset_problems
from mbb_desktop.paths import data_dir
from tests.every_row import every_row

CLINICAL = data_dir("resources") / "clinical"
FORMULARY = read_formulary(CLINICAL / "anesthetics.toml")
PRESETS = read_presets(CLINICAL / "presets.toml")
D = Decimal


@every_row("region", Region, ids=lambda region: region.value)
def test_the_delivered_presets_pass_and_come_back_as_written(region: Region) -> None:
    preset = PRESETS[region]
    assert preset_problems(preset, region, FORMULARY) == {}
    text = written_preset(region, preset)
    assert parse_presets("x", text) == {region: preset}
    assert written_preset(region, parse_presets("x", text)[region]) == text


@every_row(
    ("changed", "field"),
    [
        ({"agents": ()}, "agents"),
        ({"agents": (AgentOffered("lidocaine", D(200)),)}, "agents"),
        ({"agents": (AgentOffered("moonshine", D(20)),)}, "agents"),
        ({"volume": D("0.6")}, "volume"),
        ({"volume": D("0.05")}, "volume"),
        ({"volume": D(5)}, "volume"),
        ({"third_occipital_volume": D("0.9")}, "third_occipital_volume"),
        ({"needle_gauge": 2}, "needle_gauge"),
        ({"needle_length": D(35)}, "needle_length"),
        ({"position": "prone, left side up"}, "position"),
        ({"position": ""}, "position"),
        ({"name": "L4-5 as usual"}, "name"),
        ({"contrast_agent": "water"}, "contrast_agent"),
        ({"contrast_volume": D(2)}, "contrast_volume"),
        ({"skin_strength": D(55)}, "skin_agent"),
        ({"images_per_target": 200}, "images_per_target"),
    ],
)
def test_what_goes_beyond_is_refused_by_its_setting(changed: dict[str, Any], field: str) -> None:
    found = preset_problems(replace(PRESETS[Region.LUMBAR], **changed), Region.LUMBAR, FORMULARY)
    assert list(found) == [field]


def test_the_neck_has_its_own_guard_and_that_of_the_third_occipital_nerve() -> None:
    own = PRESETS[Region.CERVICAL]
    assert preset_problems(replace(own, third_occipital_volume=D(2)), Region.CERVICAL, FORMULARY)
    assert preset_problems(replace(own, volume=D("0.5")), Region.CERVICAL, FORMULARY)


def test_nothing_that_is_never_a_default_is_offered() -> None:
    agents = {(each.agent, each.strength) for each in offered_agents(FORMULARY)}
    for agent in FORMULARY.agents.values():
        for strength in agent.strengths:
            assert ((agent.name, strength.mg_per_ml) in agents) is not strength.never_default
    assert offered_contrasts(FORMULARY)
