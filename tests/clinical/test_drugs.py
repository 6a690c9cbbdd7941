"""The delivered drug data, and what is refused in a changed one."""

from decimal import Decimal
from pathlib import Path

import pytest

from mbb_desktop.clinical.anatomy import NERVES, Region
from mbb_desktop.clinical.data_file import DataFileError
from mbb_desktop.clinical.drugs import (
    AgentKind,
    Confidence,
    Window,
    read_formulary,
    show_percent_strength,
)
from tests.clinical.invented import AGENTS, FORMULARY, RESOURCES
from tests.every_row import every_row

FILE = RESOURCES / "clinical" / "anesthetics.toml"


@every_row(
    ("name", "start", "end"),
    [
        ("lidocaine", 60, 240),
        ("bupivacaine", 180, 480),
        ("ropivacaine", 180, 480),
        ("levobupivacaine", 180, 480),
        ("mepivacaine", 120, 240),
        ("chloroprocaine", 30, 90),
    ],
)
def test_each_agent_has_its_window(name: str, start: int, end: int) -> None:
    window = AGENTS[name].window
    assert window is not None
    assert (window.start, window.end) == (start, end)


@every_row(
    ("name", "per_kg", "absolute", "with_per_kg", "with_absolute"),
    [
        ("lidocaine", "4.5", 300, "7", 500),
        ("bupivacaine", "2", 175, "2", 225),
        ("ropivacaine", "3", 300, "3", 300),
        ("levobupivacaine", "2", 150, "2", 150),
        ("mepivacaine", "4.5", 400, "7", 400),
        ("chloroprocaine", "11", 800, "14", 1000),
    ],
)
def test_each_agent_has_its_limits(
    name: str, per_kg: str, absolute: int, with_per_kg: str, with_absolute: int
) -> None:
    agent = AGENTS[name]
    cited = (agent.plain.per_kg, agent.plain.absolute, agent.with_epinephrine.per_kg)
    assert [c.value if c else None for c in cited] == [Decimal(per_kg), absolute, Decimal(with_per_kg)]
    assert agent.with_epinephrine.absolute is not None
    assert agent.with_epinephrine.absolute.value == with_absolute


def test_every_number_names_its_source() -> None:
    for agent in AGENTS.values():
        maxima = (agent.plain, agent.with_epinephrine)
        cited = [agent.window, agent.per_day, *(c for m in maxima for c in (m.per_kg, m.absolute))]
        assert all(each.source and each.confidence for each in cited if each is not None)
    assert all(guard.source for guard in FORMULARY.volumes.values())


def test_the_strengths_are_those_that_are_sold() -> None:
    offered = {name: [str(s.mg_per_ml) for s in agent.strengths] for name, agent in AGENTS.items()}
    assert offered["lidocaine"] == ["10", "20", "40"]
    assert offered["bupivacaine"] == ["2.5", "5", "7.5"]


def test_a_boxed_warning_is_never_a_default() -> None:
    strongest = AGENTS["bupivacaine"].strengths[-1]
    assert strongest.never_default
    assert "boxed warning" in strongest.note


def test_saline_has_no_window_and_no_limit() -> None:
    saline = AGENTS["saline"]
    assert saline.kind is AgentKind.NONE
    assert saline.window is None
    assert saline.plain.absolute is None


def test_contrast_that_must_not_go_intrathecally_is_flagged() -> None:
    flagged = {int(s.mg_per_ml) for s in FORMULARY.contrasts["iohexol"].strengths if s.never_default}
    assert flagged == {140, 350}


@every_row(
    ("nerve", "region", "guard", "points"),
    [
        ("L4 MB", Region.LUMBAR, "0.5", 1),
        ("L5 DR", None, "0.5", 1),
        ("T5 MB", Region.THORACIC, "0.5", 1),
        ("C5 MB", Region.CERVICAL, "0.3", 1),
        ("C8 MB", Region.CERVICAL, "0.3", 1),
        ("C8 MB", Region.THORACIC, "0.5", 1),
        ("TON", Region.CERVICAL, "0.9", 3),
        ("L6 DR", Region.LUMBAR, "0.5", 1),
    ],
)
def test_the_volume_guard_is_regional(nerve: str, region: Region | None, guard: str, points: int) -> None:
    found = FORMULARY.guard_for(nerve, region)
    assert found is not None
    assert (found.guard, found.preset, found.points) == (Decimal(guard), Decimal(guard), points)


def test_every_nerve_has_a_guard() -> None:
    assert all(FORMULARY.guard_for(nerve) for nerve in NERVES)
    assert FORMULARY.guard_for("not a nerve") is None


@every_row(("strength", "percent"), [("5", "0.5 %"), ("20", "2 %"), ("2.5", "0.25 %")])
def test_a_strength_is_shown_in_percent(strength: str, percent: str) -> None:
    assert show_percent_strength(Decimal(strength)) == percent


@every_row(("start", "end", "words"), [(180, 480, "3 to 8 h"), (30, 90, "30 min to 1 h 30 min")])
def test_a_window_is_said_in_hours(start: int, end: int, words: str) -> None:
    assert Window(start, end, "", Confidence.OWN).words == words


@every_row(
    ("old", "new", "problem"),
    [
        (
            'tall_name = "BUPivacaine"',
            'tall_nme = "BUPivacaine"',
            "agent, bupivacaine: 'tall_nme' is not known",
        ),
        ('kind = "ester"', 'kind = "esther"', "agent, chloroprocaine: 'kind' must be one of"),
        ("from = 180\nto = 480", "from = 480\nto = 180", "'from' must be a number of minutes before 'to'"),
        ("preset = 0.3", "preset = 3", "volume, cervical: 'preset' must be above zero"),
        ("value = 175", "value = 0", "'value' must be above zero"),
        ('confidence = "high"', 'confidence = "sure"', "'confidence' must be one of high, medium"),
        ("[sedative.midazolam]", "[sedatve.midazolam]", "'sedatve' is not known here"),
        ("[volume.thoracic]", "[volume.thorax]", "volume: 'thorax' is not known here"),
    ],
)
def test_a_changed_file_is_refused_in_words(tmp_path: Path, old: str, new: str, problem: str) -> None:
    path = tmp_path / "ours.toml"
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError) as refused:
        read_formulary(path)
    assert str(refused.value).startswith("ours.toml")
    assert problem in str(refused.value)


def test_a_practice_may_change_a_window(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    text = FILE.read_text(encoding="utf-8").replace("from = 60\nto = 240", "from = 45\nto = 180")
    path.write_text(text, encoding="utf-8")
    window = read_formulary(path).agents["lidocaine"].window
    assert window is not None
    assert window.words == "45 min to 3 h"
