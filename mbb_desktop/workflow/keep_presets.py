"""What a physician or the clinic starts from in each region: own presets over those of the program."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from mbb_desktop.clinical.access import Permission, Role
from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.clinical.preset import Preset, parse_presets, written_preset
from mbb_desktop.clinical.preset_limits import preset_problems
from mbb_desktop.storage import clinic_settings
from mbb_desktop.storage.store import Look
from mbb_desktop.workflow.desk import Desk, needs
from mbb_desktop.workflow.knowledge import formulary, presets

_BEGINNING = "preset."


class RefusedPreset(ValueError):
    """A preset that proposes what it may not; `problems` are sentences by the name of the setting."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(" ".join(dict.fromkeys(problems.values())))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class PresetShelf:
    """Per region the acting physician's own, the clinic's and the program's; the first there is counts."""

    own: Mapping[Region, Preset]
    clinic: Mapping[Region, Preset]
    delivered: Mapping[Region, Preset]
    may_have_own: bool

    def in_use(self, region: Region, *, own: bool) -> Preset:
        """The preset to start from; without `own` the clinic's."""
        kept = self.own.get(region) if own else None
        return kept or self.clinic.get(region) or self.delivered[region]


@needs(Permission.SEE_RULES)
def presets_for(desk: Desk, physician_id: UUID | None) -> Mapping[Region, Preset]:
    """What blocks of a physician start from; without one, the acting person's."""
    with desk.store.look() as look:
        of = physician_id or desk.user.id
        return {**presets(), **_kept(look, _clinic_s), **_kept(look, _named(of))}


@needs(Permission.KEEP_PRESETS)
def preset_shelf(desk: Desk) -> PresetShelf:
    """The presets as Settings show them."""
    with desk.store.look() as look:
        own = _kept(look, _named(desk.user.id))
        return PresetShelf(own, _kept(look, _clinic_s), presets(), Role.PHYSICIAN in desk.user.roles)


@needs(Permission.KEEP_PRESETS)
def save_preset(desk: Desk, region: Region, preset: Preset, *, own: bool) -> None:
    """Keep a preset, one's own or the clinic's; audited with what it was and is. Raises RefusedPreset."""
    if problems := preset_problems(preset, region, formulary()):
        raise RefusedPreset(problems)
    _put(desk, region, written_preset(region, preset), own=own)


@needs(Permission.KEEP_PRESETS)
def forget_preset(desk: Desk, region: Region, *, own: bool) -> None:
    """Start again from the clinic's preset, or with `own` False from the program's; audited."""
    _put(desk, region, "", own=own)


def _put(desk: Desk, region: Region, text: str, *, own: bool) -> None:
    if own and Role.PHYSICIAN not in desk.user.roles:
        raise ValueError("Only a physician has presets of their own. Change the clinic's.")
    whose = _named(desk.user.id) if own else _clinic_s
    with desk.change("preset changed") as change:
        clinic_settings.put_setting(change, f"{whose}{region.value}", text)


_clinic_s = f"{_BEGINNING}clinic."


def _named(user_id: UUID) -> str:
    return f"{_BEGINNING}{user_id.hex}."


def _kept(look: Look, beginning: str) -> dict[Region, Preset]:
    """What was kept and can still be used; a later program may know less, then the next one counts."""
    found: dict[Region, Preset] = {}
    for name, text in clinic_settings.settings(look, beginning).items():
        try:
            found |= parse_presets(name, text)
        except (ValueError, tomllib.TOMLDecodeError):
            continue
    return {region: p for region, p in found.items() if not preset_problems(p, region, formulary())}
