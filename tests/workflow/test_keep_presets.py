"""Presets of the clinic and of a physician: which counts, who may, what is audited."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from mbb_desktop.clinical.anatomy import Region
from mbb_desktop.storage import audit, clinic_settings
from mbb_desktop.workflow.desk import NotAllowed
from mbb_desktop.workflow.keep_presets import (
    RefusedPreset,
    forget_preset,
    preset_shelf,
    presets_for,
    save_preset,
)
from mbb_desktop.workflow.knowledge import presets
from tests.workflow.conftest import PEOPLE, Desks

LUMBAR = presets()[Region.LUMBAR]
CLINIC_S = replace(LUMBAR, needle_gauge=22)
OWN = replace(LUMBAR, volume=Decimal("0.3"))


def test_one_s_own_counts_before_the_clinic_s_and_that_before_the_delivered(desks: Desks) -> None:
    physician, other = desks.of("physician"), PEOPLE["nurse"].id
    me = PEOPLE["physician"].id
    assert presets_for(physician, me)[Region.LUMBAR] == LUMBAR
    save_preset(desks.of("administrator"), Region.LUMBAR, CLINIC_S, own=False)
    assert presets_for(physician, me)[Region.LUMBAR] == CLINIC_S
    save_preset(physician, Region.LUMBAR, OWN, own=True)
    assert presets_for(desks.of("nurse"), me)[Region.LUMBAR] == OWN
    assert presets_for(physician, None)[Region.LUMBAR] == OWN
    assert presets_for(physician, other)[Region.LUMBAR] == CLINIC_S
    assert presets_for(physician, me)[Region.THORACIC] == presets()[Region.THORACIC]
    forget_preset(physician, Region.LUMBAR, own=True)
    assert presets_for(physician, me)[Region.LUMBAR] == CLINIC_S
    shelf = preset_shelf(physician)
    assert (shelf.own, shelf.clinic, shelf.may_have_own) == ({}, {Region.LUMBAR: CLINIC_S}, True)


def test_a_change_is_audited_with_what_was_and_what_is(desks: Desks) -> None:
    save_preset(desks.of("administrator"), Region.LUMBAR, CLINIC_S, own=False)
    with desks.of("administrator").store.look() as look:
        event = audit.recent(look.connection, limit=1)[0]
    assert event.event == "preset changed"
    ((name, (was, now)),) = json.loads(event.detail)["settings"].items()
    assert (name, was) == ("preset.clinic.lumbar", None)
    assert "needle_gauge = 22" in now


@pytest.mark.parametrize("role", ["nurse", "front desk", "manager"])
def test_others_may_not(desks: Desks, role: str) -> None:
    with pytest.raises(NotAllowed):
        save_preset(desks.of(role), Region.LUMBAR, CLINIC_S, own=False)


def test_only_a_physician_has_one_of_their_own(desks: Desks) -> None:
    with pytest.raises(ValueError, match="Only a physician"):
        save_preset(desks.of("administrator"), Region.LUMBAR, OWN, own=True)


def test_a_volume_beyond_the_guard_is_refused_below_the_screen_too(desks: Desks) -> None:
    with pytest.raises(RefusedPreset, match="no diagnostic volume"):
        save_preset(desks.of("physician"), Region.LUMBAR, replace(OWN, volume=Decimal(2)), own=True)
    assert presets_for(desks.of("physician"), None)[Region.LUMBAR] == LUMBAR


def test_one_that_cannot_be_read_any_more_counts_as_none(desks: Desks) -> None:
    with desks.of("administrator").change("kept by a former program") as change:
        clinic_settings.put_setting(change, "preset.clinic.lumbar", "[lumbar]\nmoon = 1\n")
        clinic_settings.put_setting(change, "preset.clinic.thoracic", "not toml")
    assert presets_for(desks.of("physician"), None) == presets()
